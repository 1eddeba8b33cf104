// RDF read by others' libraries: Turtle and N-Triples by N3.js, JSON-LD by jsonld, canonical form by RDFC-1.0.

import { readFile } from "node:fs/promises";
import jsonld from "jsonld";
import { Parser, type Quad, Store, Writer } from "n3";

export function parseTurtle(text: string, baseIRI?: string): Quad[] {
  return new Parser({ format: "text/turtle", ...(baseIRI === undefined ? {} : { baseIRI }) }).parse(text);
}

export function parseNTriples(text: string): Quad[] {
  return new Parser({ format: "application/n-triples" }).parse(text);
}

/** N-Quads, canonical (RDFC-1.0); two graphs are equal where these are. */
export async function canonical(quads: readonly Quad[]): Promise<string> {
  const writer = new Writer({ format: "application/n-quads" });
  const nQuads: string = writer.quadsToString([...quads]);
  return jsonld.canonize(nQuads, {
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

export function storeOf(quads: readonly Quad[]): Store {
  return new Store([...quads]);
}

export async function readTurtle(path: string): Promise<Quad[]> {
  return parseTurtle(await readFile(path, "utf8"));
}
