// A draft of how a name is read, of the words that an analyser found in it: kana, with a space where kanji of two words meet.

import { hasKanji, lost, type RubyPart, rubyParts } from "@shihyo/core";

export interface Word {
  readonly text: string;
  /** In katakana; absent where the analyser does not know the word. */
  readonly reading?: string;
  /** 数, 者, 市: read together with the word beside it. */
  readonly isAffix?: boolean;
  /** 約, 第: with the word that follows. */
  readonly isBefore?: boolean;
}

/** How a name is read, or none where letters of it are lost, or a word with kanji in it is not known. */
export function draftReading(name: string, words: readonly Word[]): string | undefined {
  if (!hasKanji(name) || name.includes(lost) || words.map(({ text }) => text).join("") !== name)
    return undefined;
  const pieces = words.map((word) => ({ ...word, kana: kanaOf(word) }));
  if (pieces.some(({ kana }) => kana === undefined)) return undefined;
  // Words of one run of kanji: where the pages would part them otherwise than the analyser did, they stay together.
  let reading = "";
  let run: { text: string; kana: string }[] = [];
  let isOpen = false;
  const close = () => {
    const [text, spaced, whole] = [
      run.map((one) => one.text).join(""),
      run.map(({ kana }) => kana).join(" "),
      run.map(({ kana }) => kana).join(""),
    ];
    const expected = run.flatMap((one) => rubyParts(one.text, one.kana));
    reading += isSame(rubyParts(text, spaced), expected) ? spaced : whole;
    run = [];
  };
  for (const { text, kana = "", isAffix, isBefore } of pieces) {
    const last = run.at(-1);
    const meets = last !== undefined && hasKanji(last.text.slice(-1)) && hasKanji(text.slice(0, 1));
    if (last && !meets) close();
    if (meets && ((isAffix && !isBefore) || isOpen)) {
      last.text += text;
      last.kana += kana;
    } else run.push({ text, kana });
    isOpen = isBefore === true;
  }
  close();
  return reading;
}

/** What is no kanji stays as it is written: katakana, Latin letters, digits, signs. */
function kanaOf({ text, reading }: Word): string | undefined {
  if (!hasKanji(text)) return text;
  const kana = reading?.replace(/[ァ-ヴ]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) - 0x60));
  return (
    kana &&
    rubyParts(text, kana)
      .map(([own, read]) => read ?? own)
      .join("")
  );
}

function isSame(one: readonly RubyPart[], other: readonly RubyPart[]): boolean {
  const joined = (parts: readonly RubyPart[]) =>
    parts
      .filter(([, reading]) => reading !== undefined)
      .map((part) => part.join(" "))
      .join("\n");
  return joined(one) === joined(other);
}
