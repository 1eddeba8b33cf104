// The option by which a command is told where to write a workbook.

import type { Option } from "./commands.ts";

export const outBookOption: Option = {
  name: "out",
  short: "o",
  type: "string",
  value: "FILE",
  required: true,
  about: { ja: "書き出すブック（.xlsx）", en: "The workbook to write (.xlsx)" },
};
