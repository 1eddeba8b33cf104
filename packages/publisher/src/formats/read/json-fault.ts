// Where a JSON document breaks off: the line, and what stands there.

import { type ParseError, parse } from "jsonc-parser";

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
