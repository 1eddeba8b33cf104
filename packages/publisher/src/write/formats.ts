// The formats we have, in the order in which a run writes them: later ones carry sizes and hashes of earlier.

import { embedsFormat } from "../embeds/embeds.ts";
import { pagesFormat } from "../pages/pages.ts";
import { openDataListFormat } from "../portal/open-data-list.ts";
import { releasesFormat } from "../releases/releases.ts";
import { archiveFormat } from "./archive.ts";
import { checksumsFormat } from "./checksums.ts";
import { csvFormat } from "./csv.ts";
import { dataPackageFormat } from "./data-package.ts";
import type { Format } from "./format.ts";
import { groupFilesFormat, indicatorFilesFormat, jsonFormat } from "./json.ts";
import { nodeCsvFormat } from "./node-csv.ts";
import { parquetFormat } from "./parquet.ts";
import { projectFilesFormat } from "./project-files.ts";
import { schemaFormat } from "./schema.ts";
import { widgetsFormat } from "./widgets.ts";
import { workbookFormat } from "./workbook.ts";

export const formats: readonly Format[] = [
  csvFormat,
  workbookFormat,
  parquetFormat,
  jsonFormat,
  schemaFormat,
  dataPackageFormat,
  archiveFormat,
  openDataListFormat,
  releasesFormat,
  indicatorFilesFormat,
  projectFilesFormat,
  groupFilesFormat,
  nodeCsvFormat,
  widgetsFormat,
  embedsFormat,
  pagesFormat,
  checksumsFormat,
];
