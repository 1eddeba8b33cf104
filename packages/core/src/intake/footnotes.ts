// Footnotes: what stands under a table about the marks at its values and names (※1, 注2).

import { halfWidth } from "./cell-text.ts";

/** By mark (`※1`, `注2`, `※` where one footnote alone has no number): the footnote with its mark. */
export type Footnotes = ReadonlyMap<string, string>;

const start = /[※＊*]\s*[0-9０-９]{1,2}(?![0-9０-９,，])|[(（]?注\s*[0-9０-９]{1,2}\s*[)）]?/u;
const footnote = /^(※|＊|\*|[(（]?注)\s*([0-9０-９]{0,2})\s*[)）]?\s*[:：.．、]?\s*(\S.*)$/su;

export function footnotesIn(notes: readonly string[]): Footnotes {
  const found = new Map<string, string>();
  const twice = new Set<string>();
  const parts = joined(notes).flatMap((note) => note.split(new RegExp(`(?=${start.source})`, "u")));
  for (const part of parts) {
    const [, mark = "", number = "", text = ""] = footnote.exec(part.trim()) ?? [];
    if (mark === "") continue;
    const key = keyOfMark(`${mark}${number}`);
    if (found.has(key)) twice.add(key);
    found.set(key, `${key} ${text.trim()}`);
  }
  // Two footnotes of one mark: which of them is meant cannot be known.
  for (const key of twice) found.delete(key);
  return found;
}

/** A mark in a cell of its own, with the footnote in the next. */
function joined(notes: readonly string[]): string[] {
  const all: string[] = [];
  for (const note of notes) {
    const last = all.at(-1);
    if (last !== undefined && isMark(last)) all[all.length - 1] = `${last} ${note}`;
    else all.push(note);
  }
  return all;
}

const markAlone = /^(?:[※＊*]\s*[0-9０-９]{0,2}|[(（]?注\s*[)）]?\s*[0-9０-９]{0,2}\s*[)）]?)$/u;

function isMark(text: string): boolean {
  return markAlone.test(text.trim());
}

function keyOfMark(mark: string): string {
  return halfWidth(mark).replace(/[()\s]/gu, "");
}

/** What a remark says, where it is a mark with a footnote. */
export function explained(remark: string, footnotes: Footnotes): string {
  return (isMark(remark) ? footnotes.get(keyOfMark(remark)) : undefined) ?? remark;
}

/** A name without the mark at its end, and the footnote of it. */
export function unmarked(name: string, footnotes: Footnotes): readonly [name: string, footnote: string] {
  const [, bare = "", mark = ""] =
    /^(.*\S)\s*([※＊*]\s*[0-9０-９]{0,2}|[(（]?注\s*[)）]?\s*[0-9０-９]{0,2}\s*[)）]?)$/su.exec(
      name.trim(),
    ) ?? [];
  const said = mark === "" ? undefined : footnotes.get(keyOfMark(mark));
  return said === undefined ? [name, ""] : [bare, said];
}
