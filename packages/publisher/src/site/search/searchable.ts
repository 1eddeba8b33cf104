// How text is made ready for search: the same for what is searched and for what is typed.

/** What people write in several ways, after NFKC and in hiragana, and the one way that stands for them. */
const ways: readonly (readonly [RegExp, string])[] = [
  [/祭り?/g, "まつり"],
  [/鮎/g, "あゆ"],
  [/子(?:供|ども)/g, "こども"],
  [/障(?:害|碍|がい)/g, "しょうがい"],
  [/取り?組み/g, "取組"],
  [/引っ?越し/g, "引越"],
  [/問い?合わ?せ/g, "問合"],
  [/申し?込み/g, "申込"],
  [/受け?付け/g, "受付"],
  [/空き([家地])/g, "空$1"],
  [/手続き/g, "手続"],
  [/づくり|作り/g, "つくり"],
  [/街/g, "まち"],
];

/**
 * NFKC, lower case, katakana as hiragana, one way for what is written in several, and without what people leave out
 * (spaces, middle dots, brackets), so that あゆ finds アユ and 鮎祭り finds 鮎まつり. Between Latin letters a space
 * stays: there it parts words.
 */
export function searchable(text: string): string {
  const plain = text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\u30a1-\u30f6]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) - 0x60))
    .replace(/[\s・·、。,.()（）「」『』[\]【】〔〕"'’“”:：;/~～-]+/g, (gap, at: number, whole: string) => {
      const isBetween = isLatin(whole[at - 1]) && isLatin(whole[at + gap.length]);
      return isBetween && /[^-.'’]/.test(gap) ? " " : "";
    });
  return ways.reduce((read, [written, one]) => read.replace(written, one), plain);
}

function isLatin(letter = ""): boolean {
  return /[a-z0-9]/.test(letter);
}

/** The words of a query, each made ready; all must be found. */
export function searchWords(query: string): string[] {
  return query
    .normalize("NFKC")
    .split(/[\s、,]+/)
    .map(searchable)
    .filter((word) => word !== "");
}

/**
 * Whether the text has the word. A polite お, ご or 御 before it (おまつり, ご相談) is not asked for. A word in Latin
 * letters is found where a word begins, one of up to three letters only where the whole word is that ("bus" is not
 * in "business"), and its plural finds as it does.
 */
export function hasWord(text: string, word: string): boolean {
  if (/^[a-z]+$/.test(word)) return latinWord(word).test(text);
  if (text.includes(word)) return true;
  const [, plain] = /^[おご御](.{2,}|\p{Script=Han})$/u.exec(word) ?? [];
  return plain !== undefined && text.includes(plain);
}

const patterns = new Map<string, RegExp>();

/** Without a look behind, which older browsers do not read. */
function latinWord(word: string): RegExp {
  const known = patterns.get(word);
  if (known) return known;
  const whole = [
    [/$/, ""],
    [/s$/, ""],
    [/es$/, ""],
    [/ies$/, "y"],
  ] as const;
  const stems = new Set(
    whole.map(([ending, put]) => word.replace(ending, put)).filter(({ length }) => length > 2),
  );
  const found = `(?:${[...stems].join("|")})(?:e?s)?(?![a-z0-9])`;
  const made = new RegExp(`(?:^|[^a-z0-9])(?:${found}${word.length > 3 ? `|${word}` : ""})`);
  patterns.set(word, made);
  return made;
}
