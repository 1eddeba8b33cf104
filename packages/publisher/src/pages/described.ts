// Gives a page its triples as JSON-LD and links to its Turtle; the landing page, the dataset for search engines.

import type { Dataset } from "@shihyo/core";
import { jsonLdScript, scriptJson } from "../rdf/json-ld.ts";
import { schemaOrgDataset } from "../rdf/schema-org.ts";
import { type Thing, things } from "../rdf/things.ts";
import type { WrittenFiles } from "../write/format.ts";
import type { Page } from "./page.ts";

/** Knows every page by its folder, whoever makes it; a page of nothing in the graph stays as it is. */
export function describer(dataset: Dataset, written: WrittenFiles): (page: Page) => Page {
  const byFolder = new Map<string, Thing>([...things(dataset)].map((thing) => [thing.path, thing]));
  const { base } = dataset.municipality;
  return (page) => {
    const { folder, jsonLd = [], alternates = [] } = page;
    if (folder === "")
      return { ...page, jsonLd: [...jsonLd, scriptJson(schemaOrgDataset(dataset, written))] };
    const thing = byFolder.get(folder);
    if (!thing || jsonLd.length > 0) return page;
    return {
      ...page,
      jsonLd: [jsonLdScript(thing.resources(), base)],
      alternates: [
        ...alternates,
        { type: "text/turtle", href: "data.ttl" },
        { type: "application/ld+json", href: "data.jsonld" },
      ],
    };
  };
}
