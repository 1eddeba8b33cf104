// What is wrong with a JSON document as text: where it breaks off, how deep it goes, which keys stand twice.

import { type ParseError, parse, visit } from "jsonc-parser";

/** `undefined` where nothing is wrong. Engines word their own messages differently from version to version. */
export function jsonFault(text: string): { readonly row: number; readonly found: string } | undefined {
  const errors: ParseError[] = [];
  parse(text, errors, { disallowComments: true, allowTrailingComma: false });
  const [first] = errors;
  if (!first) return undefined;
  const before = text.slice(0, first.offset);
  const row = before.split("\n").length;
  const line = text.split("\n")[row - 1] ?? "";
  return { row, found: line.trim().slice(0, 60) };
}

/** A city's documents go four deep. */
export const deepestNesting = 64;

/** How deep brackets stand in one another, without taking the text apart. */
export function nesting(text: string): number {
  let [depth, greatest] = [0, 0];
  for (const [mark] of text.matchAll(/"(?:[^"\\]|\\.)*"|[[\]{}]/gs)) {
    if (mark === "[" || mark === "{") greatest = Math.max(greatest, ++depth);
    else if (mark === "]" || mark === "}") depth -= 1;
  }
  return greatest;
}

/** Of two fields of one name in one object, a reader keeps one and says nothing. */
export function doubledKeys(text: string): string[] {
  const doubled = new Set<string>();
  const open: Set<string>[] = [];
  visit(text, {
    onObjectBegin: () => void open.push(new Set()),
    onObjectEnd: () => void open.pop(),
    onObjectProperty(name) {
      const names = open.at(-1);
      if (names?.has(name)) doubled.add(name);
      names?.add(name);
    },
  });
  return [...doubled];
}
