// Published CSV as records: the header first.

import { parse } from "csv-parse/sync";

export function recordsOf(bytes: Buffer): string[][] {
  return parse(bytes, { bom: true, relax_column_count: true }) as string[][];
}
