// The formats we have, in the order in which a run writes them: later ones carry sizes and hashes of earlier.

import { pagesFormat } from "../pages/pages.ts";
import { thingPagesFormat } from "../pages/thing-pages.ts";
import { catalogueFormat } from "./catalogue.ts";
import { checksumsFormat } from "./checksums.ts";
import { csvFormat } from "./csv.ts";
import { csvwFormat } from "./csvw.ts";
import { feedFormat, sitemapFormat } from "./feeds.ts";
import type { Format } from "./format.ts";
import { indicatorCsvFormat } from "./indicator-csv.ts";
import { indicatorFilesFormat, jsonFormat } from "./json.ts";
import { rdfFormat, thingFilesFormat } from "./rdf.ts";
import { schemaFormat } from "./schema.ts";
import { widgetsFormat } from "./widgets.ts";

export const formats: readonly Format[] = [
  csvFormat,
  jsonFormat,
  schemaFormat,
  indicatorFilesFormat,
  indicatorCsvFormat,
  rdfFormat,
  thingFilesFormat,
  csvwFormat,
  catalogueFormat,
  widgetsFormat,
  pagesFormat,
  thingPagesFormat,
  sitemapFormat,
  feedFormat,
  checksumsFormat,
];
