// N-Triples: one triple a line, for tools that read line by line; UTF-8, piece by piece.

import { Pieces } from "./pieces.ts";
import type { Property, Resource, Term } from "./term.ts";
import {
  comesBack,
  escapeIri,
  type GraphPart,
  isLong,
  partsOf,
  quotedString,
  rememberedNames,
} from "./turtle.ts";
import { rdfType } from "./vocabularies.ts";

const utf8 = new TextEncoder();

/**
 * Bytes, not text: a line is a subject and a tail, and what comes back was encoded before. Copying is several times
 * quicker than putting strings together and encoding those.
 */
export function* nTriples(parts: Iterable<GraphPart>): Iterable<Uint8Array> {
  const pieces = new Pieces();
  const write = createWriter(pieces);
  for (const { resources } of parts) {
    for (const resource of shortened(resources)) {
      write(resource);
      if (pieces.isFull) yield* pieces.take();
    }
  }
  yield* pieces.rest();
}

/** The same triples with no list longer than that. */
function* shortened(resources: Iterable<Resource>): Iterable<Resource> {
  for (const resource of resources) {
    if (!resource.properties.some(isLong)) {
      yield resource;
      continue;
    }
    const { iri, properties } = resource;
    for (const property of properties.filter(isLong)) {
      for (const objects of partsOf(property[1]))
        yield { iri, types: [], properties: [[property[0], objects]] };
    }
    yield { ...resource, properties: properties.filter((property) => !isLong(property)) };
  }
}

/** Writes a resource's lines: its subject, then ` <predicate> <object> .` and the end of the line. */
function createWriter(pieces: Pieces): (resource: Resource) => void {
  const names = remembering((iri: string) => `<${escapeIri(iri)}>`);
  const tail = (predicate: string, object: Term) => ` ${names(predicate)} ${termText(object, names)} .\n`;
  const typeTail = remembering((type: string) => utf8.encode(tail(rdfType, { kind: "iri", iri: type })));
  let known = new Map<Property, Uint8Array>();
  /** A property of one object is often one and the same for many subjects: a year, a unit, a page. */
  const bytesOf = (property: Property, object: Term): Uint8Array | undefined => {
    const found = known.get(property);
    if (found !== undefined || !comesBack(object)) return found;
    const made = utf8.encode(tail(property[0], object));
    if (known.size >= rememberedNames) known = new Map();
    known.set(property, made);
    return made;
  };
  return ({ iri, types, properties }) => {
    const subject = utf8.encode(`<${escapeIri(iri)}>`);
    for (const type of types) {
      pieces.bytes(subject);
      pieces.bytes(typeTail(type));
    }
    for (const property of properties) {
      const [predicate, objects] = property;
      const [first] = objects;
      if (first && objects.length === 1) {
        pieces.bytes(subject);
        const found = bytesOf(property, first);
        if (found) pieces.bytes(found);
        else pieces.text(tail(predicate, first));
        continue;
      }
      for (const object of objects) {
        pieces.bytes(subject);
        // The names of a long list are nobody else's: they would drive out those that come back.
        if (objects.length > 3 && object.kind === "iri")
          pieces.text(` ${names(predicate)} <${escapeIri(object.iri)}> .\n`);
        else pieces.text(tail(predicate, object));
      }
    }
  };
}

function remembering<T>(make: (key: string) => T): (key: string) => T {
  let known = new Map<string, T>();
  return (key) => {
    const found = known.get(key);
    if (found !== undefined) return found;
    if (known.size >= rememberedNames) known = new Map();
    const made = make(key);
    known.set(key, made);
    return made;
  };
}

function termText(term: Term, names: (iri: string) => string): string {
  if (term.kind === "iri") return names(term.iri);
  if (term.language !== undefined) return `${quotedString(term.text)}@${term.language}`;
  return term.datatype === undefined
    ? quotedString(term.text)
    : `${quotedString(term.text)}^^${names(term.datatype)}`;
}
