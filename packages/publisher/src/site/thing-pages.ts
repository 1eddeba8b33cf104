// The plain pages: of units, periods and all else that has an IRI and no page of another kind, and the catalogue's.

import type { Dataset } from "@shihyo/core";
import type { Format, WrittenFiles } from "../formats/format.ts";
import { catalogueResources } from "../formats/rdf/dcat.ts";
import { scriptJson } from "../formats/rdf/json-ld.ts";
import { schemaOrgDataset } from "../formats/rdf/schema-org.ts";
import { things } from "../formats/rdf/things.ts";
import { pageHtml } from "./page.ts";
import { labelsOf, type PlainThing, thingPage } from "./thing-page.ts";

/** Comes after the other pages: a thing that has one already is left alone. */
export const thingPagesFormat: Format = {
  name: "thing-pages",
  *files(dataset, written) {
    const catalogue = cataloguePageThing(dataset, written);
    const labels = labelsOf(all(dataset, catalogue));
    for (const thing of things(dataset)) {
      const path = `${thing.path}index.html`;
      if (written.has(path)) continue;
      yield { path, chunks: [pageHtml(dataset.municipality, thingPage(dataset, thing, labels))] };
    }
    const page = thingPage(dataset, catalogue, labels, [scriptJson(schemaOrgDataset(dataset, written))]);
    yield { path: `${catalogue.path}index.html`, chunks: [pageHtml(dataset.municipality, page)] };
  },
};

function cataloguePageThing(dataset: Dataset, written: WrittenFiles): PlainThing {
  return {
    path: "catalog/",
    kindName: { ja: "カタログ", en: "Catalogue" },
    title: { ja: "データカタログ", en: "Data catalogue" },
    resources: () => catalogueResources(dataset, written),
  };
}

function* all(dataset: Dataset, catalogue: PlainThing) {
  for (const thing of things(dataset)) yield* thing.resources();
  yield* catalogue.resources();
}
