// The formats we have, in the order in which a run writes them: later ones carry sizes and hashes of earlier.

import { pagesFormat } from "../pages/pages.ts";
import { checksumsFormat } from "./checksums.ts";
import { csvFormat } from "./csv.ts";
import type { Format } from "./format.ts";
import { indicatorFilesFormat, jsonFormat } from "./json.ts";
import { projectFilesFormat } from "./project-files.ts";
import { schemaFormat } from "./schema.ts";
import { widgetsFormat } from "./widgets.ts";

export const formats: readonly Format[] = [
  csvFormat,
  jsonFormat,
  schemaFormat,
  indicatorFilesFormat,
  projectFilesFormat,
  widgetsFormat,
  pagesFormat,
  checksumsFormat,
];
