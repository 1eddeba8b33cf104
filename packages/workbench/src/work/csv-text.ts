// A table's cells as the text that stands in the city's folder: UTF-8 with the mark by which Excel knows it.

import { cityFileText } from "@shihyo/publisher/pure";
import type { Bytes } from "../worker/protocol.ts";

export function csvText(records: readonly (readonly string[])[], lineEnd: string): Bytes {
  const [header = [], ...rows] = records;
  // A table's headers may come twice while somebody edits them; cells keep their places by number.
  const names = header.map((_, index) => String(index));
  const asRows = [header, ...rows].map((cells) =>
    Object.fromEntries(names.map((name, index) => [name, cells[index] ?? ""])),
  );
  const text = cityFileText({ header: names, rows: asRows, lineEnd: lineEnd === "\r\n" ? "\r\n" : "\n" });
  // The line of numbers was there only to hold the places.
  const [, ...lines] = text.split(lineEnd === "\r\n" ? "\r\n" : "\n");
  return new TextEncoder().encode(`\uFEFF${lines.join(lineEnd === "\r\n" ? "\r\n" : "\n")}`);
}
