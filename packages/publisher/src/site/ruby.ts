// A name with its reading above it, for readers of easy Japanese, where the city's table has the reading (名称_よみ).

import { type Html, html } from "./page.ts";

/** The kana that a name has itself, before and after its kanji, bear no reading. */
export function rubyParts(
  name: string,
  kana: string,
): readonly [before: string, kanji: string, reading: string, after: string] {
  const same = (one: string | undefined, other: string | undefined) =>
    one !== undefined && other !== undefined && hiragana(one) === hiragana(other);
  let start = 0;
  while (start < name.length && same(name[start], kana[start])) start++;
  let end = 0;
  while (end < Math.min(name.length, kana.length) - start && same(name.at(-1 - end), kana.at(-1 - end)))
    end++;
  return [
    name.slice(0, start),
    name.slice(start, name.length - end),
    kana.slice(start, kana.length - end),
    name.slice(name.length - end),
  ];
}

/** `label` is the name as it stands here, perhaps with more words around it. */
export function withReading(label: string, name: string, kana: string | undefined): Html | string {
  const at = label.indexOf(name);
  if (!kana || at < 0) return label;
  const [before, kanji, reading, after] = rubyParts(name, kana);
  if (kanji === "" || reading === "") return label;
  return html`${label.slice(0, at)}${before}<ruby>${kanji}<rp>（</rp><rt>${reading}</rt><rp>）</rp></ruby>${after}${label.slice(at + name.length)}`;
}

function hiragana(letter: string): string {
  return letter.replace(/[\u30a1-\u30f6]/g, (one) => String.fromCharCode(one.charCodeAt(0) - 0x60));
}
