// How text is made ready for search: the same for what is searched and for what is typed.

/**
 * NFKC, lower case, katakana as hiragana, and without what people leave out or write in several ways
 * (spaces, middle dots, brackets), so that あゆ finds アユ and ＤＸ finds dx.
 */
export function searchable(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\u30a1-\u30f6]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) - 0x60))
    .replace(/[\s・·、。,.()（）「」『』[\]【】〔〕"'’“”:：;/~～-]/g, "");
}

/** The words of a query, each made ready; all must be found. */
export function searchWords(query: string): string[] {
  return query
    .normalize("NFKC")
    .split(/[\s、,]+/)
    .map(searchable)
    .filter((word) => word !== "");
}

/** Whether the text has the word; a polite お, ご or 御 before it (おまつり, ご相談) is not asked for. */
export function hasWord(text: string, word: string): boolean {
  if (text.includes(word)) return true;
  const [, plain] = /^[おご御](.{2,}|\p{Script=Han})$/u.exec(word) ?? [];
  return plain !== undefined && text.includes(plain);
}
