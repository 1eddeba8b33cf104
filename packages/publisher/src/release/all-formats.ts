// The formats we have, in the order in which a run writes them: later ones carry sizes and hashes of earlier.

import { catalogueFormat } from "../formats/catalogue.ts";
import { checksumsFormat } from "../formats/checksums.ts";
import { croissantFormat } from "../formats/croissant.ts";
import { csvFormat } from "../formats/csv.ts";
import { csvwFormat } from "../formats/csvw.ts";
import { cubeLinkFormat } from "../formats/cube-link.ts";
import { dataPackageFormat } from "../formats/data-package.ts";
import type { Format } from "../formats/format.ts";
import { indicatorCsvFormat } from "../formats/indicator-csv.ts";
import { groupFilesFormat, indicatorFilesFormat, jsonFormat } from "../formats/json.ts";
import { schemaFormat } from "../formats/json-schemas.ts";
import { jsonStatFormat } from "../formats/json-stat.ts";
import { nodeCsvFormat } from "../formats/node-csv.ts";
import { openDataListFormat } from "../formats/open-data-list.ts";
import { openApiFormat } from "../formats/openapi.ts";
import { parquetFormat } from "../formats/parquet.ts";
import { projectFilesFormat } from "../formats/project-files.ts";
import { rdfFormat, thingFilesFormat } from "../formats/rdf.ts";
import { sdmxFormat } from "../formats/sdmx.ts";
import { workbookFormat } from "../formats/workbook.ts";
import { embedsFormat } from "../site/embed-forms/embeds.ts";
import { pagesFormat } from "../site/pages.ts";
import { thingPagesFormat } from "../site/thing-pages.ts";
import { widgetsFormat } from "../site/widgets.ts";
import { archiveFormat } from "./archive.ts";
import { feedFormat, sitemapFormat } from "./feeds.ts";
import { releasesFormat } from "./releases.ts";

export const formats: readonly Format[] = [
  csvFormat,
  workbookFormat,
  parquetFormat,
  sdmxFormat,
  jsonStatFormat,
  jsonFormat,
  schemaFormat,
  rdfFormat,
  cubeLinkFormat,
  csvwFormat,
  dataPackageFormat,
  croissantFormat,
  archiveFormat,
  openDataListFormat,
  releasesFormat,
  openApiFormat,
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
