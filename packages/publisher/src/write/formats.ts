// The formats we have, in the order in which a run writes them: later ones carry sizes and hashes of earlier.

import { embedsFormat } from "../embeds/embeds.ts";
import { pagesFormat } from "../pages/pages.ts";
import { thingPagesFormat } from "../pages/thing-pages.ts";
import { openDataListFormat } from "../portal/open-data-list.ts";
import { releasesFormat } from "../releases/releases.ts";
import { archiveFormat } from "./archive.ts";
import { catalogueFormat } from "./catalogue.ts";
import { checksumsFormat } from "./checksums.ts";
import { csvFormat } from "./csv.ts";
import { csvwFormat } from "./csvw.ts";
import { dataPackageFormat } from "./data-package.ts";
import { feedFormat, sitemapFormat } from "./feeds.ts";
import type { Format } from "./format.ts";
import { indicatorCsvFormat } from "./indicator-csv.ts";
import { groupFilesFormat, indicatorFilesFormat, jsonFormat } from "./json.ts";
import { nodeCsvFormat } from "./node-csv.ts";
import { parquetFormat } from "./parquet.ts";
import { projectFilesFormat } from "./project-files.ts";
import { rdfFormat, thingFilesFormat } from "./rdf.ts";
import { schemaFormat } from "./schema.ts";
import { widgetsFormat } from "./widgets.ts";
import { workbookFormat } from "./workbook.ts";

export const formats: readonly Format[] = [
  csvFormat,
  workbookFormat,
  parquetFormat,
  jsonFormat,
  schemaFormat,
  rdfFormat,
  csvwFormat,
  dataPackageFormat,
  archiveFormat,
  openDataListFormat,
  releasesFormat,
  indicatorFilesFormat,
  projectFilesFormat,
  groupFilesFormat,
  nodeCsvFormat,
  indicatorCsvFormat,
  thingFilesFormat,
  catalogueFormat,
  widgetsFormat,
  embedsFormat,
  pagesFormat,
  thingPagesFormat,
  sitemapFormat,
  feedFormat,
  checksumsFormat,
];
