// RDF read by others' libraries: Turtle and N-Triples by N3.js, JSON-LD by jsonld, canonical form by RDFC-1.0.

import jsonld from "jsonld";
import { Parser, type Quad, Writer } from "n3";

export function parseTurtle(text: string, baseIRI?: string): Quad[] {
  return new Parser({ format: "text/turtle", ...(baseIRI === undefined ? {} : { baseIRI }) }).parse(text);
}

export function parseNTriples(text: string): Quad[] {
  return new Parser({ format: "application/n-triples" }).parse(text);
}

/** One line a triple, in the order given. */
export function nQuads(quads: readonly Quad[]): string {
  return new Writer({ format: "application/n-quads" }).quadsToString([...quads]);
}

/** N-Quads, canonical (RDFC-1.0); two graphs are equal where these are. */
export async function canonical(quads: readonly Quad[]): Promise<string> {
  return jsonld.canonize(nQuads(quads), {
    algorithm: "RDFC-1.0",
    inputFormat: "application/n-quads",
    format: "application/n-quads",
  });
}

/** The same of a JSON-LD document; safe mode, so that nothing is dropped in silence, and no network. */
export async function canonicalJsonLd(document: object): Promise<string> {
  return jsonld.canonize(document, {
    algorithm: "RDFC-1.0",
    format: "application/n-quads",
    safe: true,
    documentLoader: (url: string) => {
      throw new Error(`${url} is not to be loaded`);
    },
  });
}
