// The name of a column in ASCII, for whatever describes the tables to machines.

import type { PublishedColumn } from "./published-table.ts";

/** `Indicator ID` → `indicator_id`; an ASCII header stays as it is. */
export function asciiName({ name: header, title }: PublishedColumn): string {
  if (/^[A-Za-z][A-Za-z0-9_]*$/.test(header)) return header;
  const words = (title.en ?? "").toLowerCase().match(/[a-z0-9]+/g);
  return words ? words.join("_") : encodeURIComponent(header);
}
