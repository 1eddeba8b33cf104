// A term and a resource: the few shapes that all of our RDF is made of, before any notation.

import { expandedIri, type Prefix } from "./vocabularies.ts";

/** An IRI, always absolute. */
export interface Iri {
  readonly kind: "iri";
  readonly iri: string;
}

/** A literal with a language or a datatype; with neither it is an xsd:string. */
export interface Literal {
  readonly kind: "literal";
  readonly text: string;
  readonly language?: string;
  /** The datatype's IRI. */
  readonly datatype?: string;
}

export type Term = Iri | Literal;

/** One or more terms: mostly a list that is there, in a large cube one that is made anew each time it is walked. */
export interface Objects {
  readonly length: number;
  [Symbol.iterator](): Iterator<Term>;
}

/** The IRI of a class or a property, of another vocabulary or of our own. */
export type Defined = `http${string}` | `${string}def/#${string}`;

/** The same, or the prefixed name of another vocabulary's (`skos:prefLabel`). */
export type Name = `${Prefix}:${string}` | Defined;

/** A predicate by its name, and its objects. */
export type Said = readonly [predicate: Name, objects: Objects];

/** A predicate's IRI and its objects, in the order in which they are written. */
export type Property = readonly [predicate: string, objects: Objects];

/** Everything that one file says of one subject. Nothing of ours is a blank node. */
export interface Resource {
  readonly iri: string;
  readonly types: readonly string[];
  readonly properties: readonly Property[];
}

export function iri(value: string): Iri {
  return { kind: "iri", iri: value };
}

export function literal(text: string, datatype?: string): Literal {
  return datatype === undefined ? { kind: "literal", text } : { kind: "literal", text, datatype };
}

export function languageLiteral(text: string, language: string): Literal {
  return { kind: "literal", text, language };
}

/** A resource of these classes, without the properties that have no object. */
export function resource(types: readonly Name[], subject: string, said: readonly Said[]): Resource {
  const there = said.filter(([, objects]) => objects.length > 0);
  return {
    iri: subject,
    types: types.map(expanded),
    properties: there.map(([predicate, objects]) => [expanded(predicate), objects]),
  };
}

function expanded(name: Name): string {
  return name.startsWith("http") ? name : expandedIri(name as Exclude<Name, Defined>);
}
