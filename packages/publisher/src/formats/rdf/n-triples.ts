// N-Triples: one triple a line, for tools that read line by line; UTF-8, piece by piece.

import type { Property, Resource, Term } from "./term.ts";
import { comesBack, escapeIri, type GraphPart, quotedString, rememberedNames } from "./turtle.ts";
import { rdfType } from "./vocabularies.ts";

/** A piece is handed on once it holds this many bytes, or when the next subject might not fit. */
const pieceSize = 1 << 16;

const utf8 = new TextEncoder();

/**
 * Bytes, not text: a line is a subject and a tail that were both encoded before, and copying them is several
 * times quicker than putting strings together and encoding those.
 */
export function* nTriples(parts: Iterable<GraphPart>): Iterable<Uint8Array> {
  const tailsOf = createTails();
  let piece = new Uint8Array(pieceSize);
  let held = 0;
  for (const { resources } of parts) {
    for (const resource of shortened(resources)) {
      const subject = utf8.encode(`<${escapeIri(resource.iri)}>`);
      const tails = tailsOf(resource);
      let size = subject.length * tails.length;
      for (const tail of tails) size += tail.length;
      if (held > 0 && held + size > pieceSize) {
        yield piece.subarray(0, held);
        // Whoever took the piece may keep it.
        piece = new Uint8Array(Math.max(pieceSize, size));
        held = 0;
      } else if (size > piece.length) piece = new Uint8Array(size);
      for (const tail of tails) {
        piece.set(subject, held);
        piece.set(tail, held + subject.length);
        held += subject.length + tail.length;
      }
    }
  }
  if (held > 0) yield piece.subarray(0, held);
}

/** So many objects of one property are written at a time; a slice of a large cube has a hundred thousand. */
const mostObjects = 500;

/** The same triples with no list longer than that. */
function* shortened(resources: Iterable<Resource>): Iterable<Resource> {
  for (const resource of resources) {
    const long = resource.properties.filter(([, objects]) => objects.length > mostObjects);
    if (long.length === 0) {
      yield resource;
      continue;
    }
    for (const property of resource.properties) {
      const [predicate, objects] = property;
      if (!long.includes(property)) continue;
      for (let at = 0; at < objects.length; at += mostObjects)
        yield {
          iri: resource.iri,
          types: [],
          properties: [[predicate, objects.slice(at, at + mostObjects)]],
        };
    }
    yield { ...resource, properties: resource.properties.filter((property) => !long.includes(property)) };
  }
}

/** What follows the subject on each of a resource's lines: ` <predicate> <object> .` and the end of the line. */
function createTails(): (resource: Resource) => Uint8Array[] {
  const names = remembering((iri: string) => `<${escapeIri(iri)}>`);
  const tail = (predicate: string, object: Term) =>
    utf8.encode(` ${names(predicate)} ${termText(object, names)} .\n`);
  const ownTail = (predicate: string, object: Term) =>
    object.kind === "iri"
      ? utf8.encode(` ${names(predicate)} <${escapeIri(object.iri)}> .\n`)
      : tail(predicate, object);
  const typeTail = remembering((type: string) => tail(rdfType, { kind: "iri", iri: type }));
  let known = new Map<Property, Uint8Array>();
  /** A property of one object is often one and the same for many subjects: a year, a unit, a page. */
  const ofOne = (property: Property, object: Term): Uint8Array => {
    const found = known.get(property);
    if (found !== undefined) return found;
    const made = tail(property[0], object);
    if (!comesBack(object)) return made;
    if (known.size >= rememberedNames) known = new Map();
    known.set(property, made);
    return made;
  };
  return ({ types, properties }) => {
    const tails: Uint8Array[] = types.map(typeTail);
    for (const property of properties) {
      const [predicate, objects] = property;
      const [first] = objects;
      if (first && objects.length === 1) tails.push(ofOne(property, first));
      // The names of a long list are nobody else's: they would drive out those that come back.
      else if (objects.length > 3) for (const object of objects) tails.push(ownTail(predicate, object));
      else for (const object of objects) tails.push(tail(predicate, object));
    }
    return tails;
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
