// RDF: the graph as Turtle, N-Triples and JSON-LD, and the part of each page beside it.

import { fullName, textIn } from "@shihyo/core";
import type { Format } from "./format.ts";
import { jsonLd, jsonLdNames } from "./rdf/json-ld.ts";
import { nTriples } from "./rdf/n-triples.ts";
import { graph, graphPart, things } from "./rdf/things.ts";
import { turtle, turtleNames } from "./rdf/turtle.ts";

export const rdfFormat: Format = {
  name: "rdf",
  *files(dataset) {
    const { municipality } = dataset;
    const { base, code } = municipality;
    const about = `${textIn(municipality.title, "ja")}（${fullName(municipality)}）`;
    yield { path: `${code}_dataset.ttl`, chunks: turtle(graph(dataset), { base, about }) };
    yield { path: `${code}_dataset.nt`, chunks: nTriples(graph(dataset)) };
    yield {
      path: `${code}_dataset.jsonld`,
      chunks: jsonLd(graph(dataset), { base, names: jsonLdNames(dataset) }),
    };
  },
};

/** `units/U01/data.ttl` and `data.jsonld`: what the page there describes, and nothing else. */
export const thingFilesFormat: Format = {
  name: "thing-files",
  *files(dataset) {
    const { base } = dataset.municipality;
    for (const thing of things(dataset)) {
      const about = `${thing.kindName.ja} ${thing.title.ja}`;
      yield {
        path: `${thing.path}data.ttl`,
        chunks: turtle([graphPart(thing)], { base, about, brief: true, names: turtleNames(dataset) }),
      };
      yield {
        path: `${thing.path}data.jsonld`,
        chunks: jsonLd([graphPart(thing)], { base, brief: true, names: jsonLdNames(dataset) }),
      };
    }
  },
};
