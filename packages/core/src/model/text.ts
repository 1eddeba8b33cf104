// A text in Japanese and, where there is one, in English, with who translated it.

/** The languages of the tables; the first is always there. */
export const languages = ["ja", "en"] as const;

export type Language = (typeof languages)[number];

/** What the reports are in. */
export const ownLanguage: Language = "ja";

/** Who a wording comes from: the city itself, or us (a translation or a summary of ours). */
export type Wording = "city" | "ours";

/** A sentence or a name of our own, in both languages. */
export interface Bilingual {
  readonly ja: string;
  readonly en: string;
}

export interface Text {
  readonly ja: string;
  readonly en?: string;
  /** Whose the English is; `ours` marks a translation that the city has not confirmed. */
  readonly translation?: Wording;
}

/** The text in that language, else in Japanese. */
export function textIn(text: Text, language: Language): string {
  return text[language] || text.ja;
}
