// The catalogue as files: at the top for harvesters, and beside its page, where its IRIs lead.

import type { Format } from "./format.ts";
import { catalogueResources } from "./rdf/dcat.ts";
import { jsonLd } from "./rdf/json-ld.ts";
import { rdfXml } from "./rdf/rdf-xml.ts";
import { type GraphPart, turtle } from "./rdf/turtle.ts";

export const catalogueFormat: Format = {
  name: "catalogue",
  *files(dataset, written) {
    const { base, title } = dataset.municipality;
    const parts = (): GraphPart[] => [
      { heading: "カタログ Catalogue", resources: catalogueResources(dataset, written) },
    ];
    const about = `${title.ja}のカタログ（DCAT 3）`;
    for (const path of ["catalog", "catalog/data"]) {
      yield { path: `${path}.ttl`, chunks: turtle(parts(), { base, about, brief: true }) };
      yield { path: `${path}.jsonld`, chunks: jsonLd(parts(), { base, brief: true }) };
      yield { path: `${path}.rdf`, chunks: [rdfXml(parts(), base)] };
    }
  },
};
