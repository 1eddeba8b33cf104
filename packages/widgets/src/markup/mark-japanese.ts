// Japanese words in a text that is not in Japanese, marked as such, so that they are read aloud and drawn as Japanese.

import type { Reader } from "@shihyo/core";
import { isWestern, languageTags } from "../shared/words.ts";
import { type Markup, Tag, tag } from "./tree.ts";

/** A word with a kana or kanji in it, without the quotes and brackets around it. */
const letters = "[^\\s“”\"'()[\\],:;]*";
const word = `${letters}[\u3005-\u9fff]${letters}`;
const words = new RegExp(`(${word}(?:\\s+${word})*)`);

/** The text in pieces: every second one is Japanese, the first is not (and may be empty). */
export function japaneseParts(text: string): string[] {
  // Most texts have none, which is seen at once.
  return /[\u3005-\u9fff]/.test(text) ? text.split(words) : [text];
}

/** A tree for a reader: where the language is not Japanese, its Japanese words are marked. */
export function forReader(markup: Markup, reader: Reader): Markup {
  return isWestern(reader) ? markJapanese(markup) : markup;
}

/** In a drawing (`svg`) no `<span>` may stand. */
function markJapanese(markup: Markup): Markup {
  if (!markup) return markup;
  if (typeof markup === "string")
    return japaneseParts(markup).map((part, at) => (at % 2 ? tag("span", { lang: "ja" }, part) : part));
  if (!(markup instanceof Tag)) return Array.isArray(markup) ? markup.map(markJapanese) : undefined;
  const { name, attributes, children } = markup;
  if (name === "svg" || attributes.lang === languageTags.ja) return markup;
  return tag(name, attributes, ...children.map(markJapanese));
}
