// The formats we have, in the order in which a run writes them: later ones carry sizes and hashes of earlier.

import { catalogueFormat } from "../formats/catalogue.ts";
import { checksumsFormat } from "../formats/checksums.ts";
import { croissantFormat } from "../formats/croissant.ts";
import { csvwFormat } from "../formats/csvw.ts";
import { dataPackageFormat } from "../formats/data-package.ts";
import type { Format } from "../formats/format.ts";
import { indicatorCsvFormat } from "../formats/indicator-csv.ts";
import { groupFilesFormat, indicatorFilesFormat } from "../formats/json.ts";
import { schemaFormat } from "../formats/json-schemas.ts";
import { nodeCsvFormat } from "../formats/node-csv.ts";
import { openDataListFormat } from "../formats/open-data-list.ts";
import { openApiFormat } from "../formats/openapi.ts";
import { projectFilesFormat } from "../formats/project-files.ts";
import { dataFormats } from "../formats/published-files.ts";
import { thingFilesFormat } from "../formats/rdf.ts";
import { embedsFormat } from "../site/embed-forms/embeds.ts";
import { pagesFormat } from "../site/pages.ts";
import { thingPagesFormat } from "../site/thing-pages.ts";
import { widgetsFormat } from "../site/widgets.ts";
import { archiveFormat } from "./archive.ts";
import { feedFormat, sitemapFormat } from "./feeds.ts";
import { releasesFormat } from "./releases.ts";

export const formats: readonly Format[] = [
  // What writes the data themselves; a new one is named beside the description of its file.
  ...dataFormats,
  schemaFormat,
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
