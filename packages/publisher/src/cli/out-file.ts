// A file that a command writes where `--out` says: a workbook, a table.

import { writeFile } from "node:fs/promises";
import { asRefusal } from "../disk/disk-refusal.ts";
import type { Option } from "./commands.ts";

export const outBookOption: Option = {
  name: "out",
  short: "o",
  type: "string",
  value: "FILE",
  required: true,
  about: { ja: "書き出すブック（.xlsx）", en: "The workbook to write (.xlsx)" },
};

export async function writeOut(out: string, content: string | Uint8Array): Promise<void> {
  await writeFile(out, content).catch((error: unknown) => {
    throw asRefusal(error, out);
  });
}
