// Turtle: a block for each subject, short names against a base, as a person would write it; text, piece by piece.

import { once } from "@shihyo/core";
import { Pieces } from "./pieces.ts";
import type { Iri, Literal, Objects, Property, Resource, Term } from "./term.ts";
import { namespaces, xsdDecimal, xsdInteger } from "./vocabularies.ts";

const utf8 = new TextEncoder();

export interface TurtleOptions {
  /** The base IRI, which ends in `/`; its own names are written against it. */
  readonly base: string;
  /** A first line that says what the file is. */
  readonly about: string;
  /** True for a file that fits in memory: only the prefixes that it uses are declared. */
  readonly brief?: boolean;
  /** Vocabularies that only this file uses, by prefix. */
  readonly further?: Readonly<Record<string, string>>;
  /** Where many brief files of one base are written: what one needs, the next mostly needs again. */
  readonly names?: TurtleNames;
}

/** Resources under a heading, which Turtle writes as a comment. */
export interface GraphPart {
  readonly heading: string;
  readonly resources: Iterable<Resource>;
}

/** As many short names are remembered; what is written of an observation needs a few hundred. */
export const rememberedNames = 20_000;

/** Whether other subjects are likely to have it too, so that its text is worth remembering: a value or a note is nobody else's. */
export function comesBack(object: Term): boolean {
  return object.kind === "iri" || (object.language === undefined && object.datatype !== xsdDecimal);
}

/** So many objects of one property are written at a time; a slice of a large cube has a hundred thousand. */
const mostObjects = 500;

export function isLong([, objects]: Property): boolean {
  return objects.length > mostObjects;
}

/** A long list, so many at a time. */
export function* partsOf(objects: Iterable<Term>): Iterable<readonly Term[]> {
  let part: Term[] = [];
  for (const object of objects) {
    part.push(object);
    if (part.length < mostObjects) continue;
    yield part;
    part = [];
  }
  if (part.length > 0) yield part;
}

export function* turtle(parts: Iterable<GraphPart>, options: TurtleOptions): Iterable<string | Uint8Array> {
  const names = options.names ?? createNames(options);
  if (options.brief) {
    const used = new Set<string>();
    names.used = used;
    const body = new WholeText(names);
    for (const _ of writeParts(parts, names, body));
    yield header(options, used) + body.whole;
    return;
  }
  yield header(options, new Set(names.prefixes.keys()));
  const pieces = new Pieces();
  for (const _ of writeParts(parts, names, new InPieces(names, pieces)))
    if (pieces.isFull) yield* pieces.take();
  yield* pieces.rest();
}

/** Where the text goes. */
interface Written {
  text(text: string): void;
  /** A predicate and its objects, with the sign that parts it from what stands before. */
  property(property: Property): void;
}

/** One text, of a file that fits in memory. */
class WholeText implements Written {
  whole = "";
  readonly #names: TurtleNames;

  constructor(names: TurtleNames) {
    this.#names = names;
  }

  text(text: string): void {
    this.whole += text;
  }

  property(property: Property): void {
    this.whole += between + this.#names.property(property);
  }
}

/**
 * Bytes, of a file of any size: a property that is one and the same for many subjects (a year, a unit, a page) was
 * encoded before and is copied, which is several times quicker than putting strings together and encoding those.
 */
class InPieces implements Written {
  readonly #names: Names;
  readonly #pieces: Pieces;
  #known = new Map<Property, Uint8Array>();

  constructor(names: Names, pieces: Pieces) {
    this.#names = names;
    this.#pieces = pieces;
  }

  text(text: string): void {
    this.#pieces.text(text);
  }

  property(property: Property): void {
    const found = this.#known.get(property);
    if (found !== undefined) {
      this.#pieces.bytes(found);
      return;
    }
    const text = between + propertyText(property, this.#names);
    const [object, ...others] = property[1];
    if (!object || !comesBack(object) || others.length > 0) {
      this.#pieces.text(text);
      return;
    }
    const bytes = utf8.encode(text);
    if (this.#known.size >= rememberedNames) this.#known = new Map();
    this.#known.set(property, bytes);
    this.#pieces.bytes(bytes);
  }
}

function header({ base, about, further }: TurtleOptions, used: ReadonlySet<string>): string {
  const width = Math.max(0, ...[...used].map((prefix) => prefix.length));
  const all: Readonly<Record<string, string>> = { ...namespaces, ...further, def: `${base}def/#` };
  const prefixes = Object.entries(all)
    .filter(([prefix]) => used.has(prefix))
    .map(([prefix, iri]) => `@prefix ${`${prefix}:`.padEnd(width + 1)} <${escapeIri(iri)}> .\n`);
  return `# ${about.replace(/[\r\n]+/g, " ")}\n\n@base <${escapeIri(base)}> .\n${prefixes.join("")}`;
}

/** Every part and every resource; it pauses wherever so much may have been written that it is worth handing on. */
function* writeParts(parts: Iterable<GraphPart>, names: Names, out: Written): Iterable<void> {
  for (const { heading, resources } of parts) {
    let before = `\n# ${heading.replace(/[\r\n]+/g, " ")}\n`;
    for (const resource of resources) {
      if (resource.properties.some(isLong)) yield* writeLongBlock(resource, before, names, out);
      else writeBlock(resource, before, names, out);
      yield;
      before = "";
    }
  }
}

/** Between two properties of a subject. */
const between = " ;\n  ";

function writeBlock(resource: Resource, before: string, names: Names, out: Written): void {
  const { types, properties } = resource;
  out.text(opening(resource, before, names));
  // Without a class nothing stands before the first property, and it has no sign in front.
  const [first] = types.length === 0 ? properties : [];
  if (first) out.text(`\n  ${propertyText(first, names)}`);
  for (let at = first ? 1 : 0; at < properties.length; at++) out.property(properties[at] as Property);
  out.text(" .\n");
}

/** The same of a subject with a list of which not all is held. */
function* writeLongBlock(resource: Resource, before: string, names: Names, out: Written): Iterable<void> {
  out.text(opening(resource, before, names));
  let sign = resource.types.length > 0 ? between : "\n  ";
  for (const property of resource.properties) {
    if (isLong(property)) {
      const [predicate, objects] = property;
      out.text(sign + names.known(predicate));
      let comma = "";
      for (const part of partsOf(objects)) {
        out.text(comma + listText(part, names));
        yield;
        comma = ",";
      }
    } else out.text(sign + propertyText(property, names));
    sign = between;
  }
  out.text(" .\n");
}

/** The subject and its classes. */
function opening({ iri, types }: Resource, before: string, names: Names): string {
  let text = `${before}\n${names.fresh(iri)}`;
  let mark = " a ";
  for (const type of types) {
    text += mark + names.known(type);
    mark = ", ";
  }
  return text;
}

function propertyText([predicate, objects]: Property, names: Names): string {
  const text = names.known(predicate);
  return text + (objects.length <= fewObjects ? lineText(objects, names) : listText(objects, names));
}

/** So many stand on the predicate's line. */
const fewObjects = 3;

/** A few on one line; two long texts take a line each. */
function lineText(objects: Objects, names: Names): string {
  let text = "";
  let space = " ";
  const comma = haveLongText(objects) ? ",\n    " : ", ";
  for (const object of objects) {
    text += space + termText(object, names);
    space = comma;
  }
  return text;
}

/** A line each. The names of a long list are nobody else's: they would drive out those that come back. */
function listText(objects: Iterable<Term>, names: Names): string {
  let text = "";
  let space = "\n    ";
  for (const object of objects) {
    text += space + (object.kind === "iri" ? names.fresh(object.iri) : literalText(object, names));
    space = ",\n    ";
  }
  return text;
}

function haveLongText(objects: Objects): boolean {
  return objects.length > 1 && [...objects].some((term) => term.kind === "literal" && term.text.length > 40);
}

function termText(term: Term, names: Names): string {
  return term.kind === "iri" ? iriText(term, names) : literalText(term, names);
}

function iriText({ iri }: Iri, names: Names): string {
  return names.known(iri);
}

const bareDecimal = /^[+-]?[0-9]*\.[0-9]+$/;
const bareInteger = /^[+-]?[0-9]+$/;

function literalText({ text, language, datatype }: Literal, names: Names): string {
  if (language !== undefined) return `${quotedString(text)}@${language}`;
  if (datatype === undefined) return quotedString(text);
  if (datatype === xsdDecimal && bareDecimal.test(text)) return text;
  if (datatype === xsdInteger && bareInteger.test(text)) return text;
  return `${quotedString(text)}^^${names.known(datatype)}`;
}

interface Names {
  readonly prefixes: ReadonlyMap<string, string>;
  /** A name that comes back again and again. */
  known(iri: string): string;
  /** A name that is not worth remembering. */
  fresh(iri: string): string;
}

/** The names under one base, and the properties that many subjects share as they are written. */
interface TurtleNames extends Names {
  /** The prefixes that the brief file at hand has used; a long one declares all. */
  used: Set<string> | undefined;
  property(property: Property): string;
}

/** Those of all brief files of a city. */
export const turtleNames = once(({ municipality }) => createNames({ base: municipality.base }));

/** A text that was worked out before, and the prefixes in it. */
interface Remembered {
  readonly text: string;
  readonly prefixes: readonly string[];
}

/** Most of our own paths: `indicators/K0001/#FY2024`. */
const plainPath = /^[A-Za-z0-9_-]+\/[A-Za-z0-9_/#-]*$/;

/** The local names that need no escape in Turtle, as a subset of PN_LOCAL. */
const localName = /^[A-Za-z_][A-Za-z0-9_-]*$/;

function createNames({ base, further = {} }: Pick<TurtleOptions, "base" | "further">): TurtleNames {
  const prefixes = new Map<string, string>([
    ...Object.entries(namespaces),
    ...Object.entries(further),
    ["def", `${base}def/#`],
  ]);
  const byNamespace = new Map([...prefixes].map(([prefix, iri]) => [iri, prefix]));
  let remembered = new Map<string, Remembered>();
  let properties = new Map<Property, Remembered>();
  const definitions = `${base}def/#`;
  const fresh = (iri: string): string => {
    if (iri.startsWith(base) && !iri.startsWith(definitions)) {
      const rest = iri.slice(base.length);
      if (plainPath.test(rest)) return `<${rest}>`;
    }
    const end = Math.max(iri.lastIndexOf("#"), iri.lastIndexOf("/")) + 1;
    const prefix = byNamespace.get(iri.slice(0, end));
    const local = iri.slice(end);
    if (prefix !== undefined && localName.test(local)) {
      names.used?.add(prefix);
      return `${prefix}:${local}`;
    }
    return `<${escapeIri(relative(iri, base))}>`;
  };
  /** The text, with the prefixes that making it has used. */
  const noting = (make: () => string): Remembered => {
    const before = names.used;
    if (!before) return { text: make(), prefixes: [] };
    names.used = new Set();
    const text = make();
    const prefixes = [...names.used];
    names.used = before;
    return { text, prefixes };
  };
  const again = ({ text, prefixes }: Remembered): string => {
    if (names.used) for (const prefix of prefixes) names.used.add(prefix);
    return text;
  };
  const known = (iri: string): string => {
    let found = remembered.get(iri);
    if (found === undefined) {
      if (remembered.size >= rememberedNames) remembered = new Map();
      found = noting(() => fresh(iri));
      remembered.set(iri, found);
    }
    return again(found);
  };
  const property = (one: Property): string => {
    const [object] = one[1].length === 1 ? one[1] : [];
    if (!object || !comesBack(object)) return propertyText(one, names);
    let found = properties.get(one);
    if (found === undefined) {
      if (properties.size >= rememberedNames) properties = new Map();
      found = noting(() => propertyText(one, names));
      properties.set(one, found);
    }
    return again(found);
  };
  const names: TurtleNames = { prefixes, used: undefined, fresh, known, property };
  return names;
}

/** Below the base without it; anything that would then read as something else stays whole. */
function relative(iri: string, base: string): string {
  if (!iri.startsWith(base)) return iri;
  const rest = iri.slice(base.length);
  return /^[A-Za-z0-9_.-]+(\/|$)/.test(rest) && !/(^|\/)\.\.?(\/|$)/.test(rest) ? rest : iri;
}

const specialInIri = /[\p{Cc} <>"{}|^`\\]/u;

const plainIri = /^[!#-;=?-[\]_a-z~]*$/;

/** The characters that an IRI must not hold, escaped by their number. */
export function escapeIri(iri: string): string {
  if (plainIri.test(iri) || !specialInIri.test(iri)) return iri;
  return iri.replace(/[\p{Cc} <>"{}|^`\\]/gu, (character) => `%${hex(character, 2)}`);
}

const specialInText = /["\\\p{Cc}]/u;

const shortEscapes: Readonly<Record<string, string>> = {
  '"': '\\"',
  "\\": "\\\\",
  "\n": "\\n",
  "\r": "\\r",
  "\t": "\\t",
};

/** ASCII, kana, kanji and full-width signs that need no escape: nearly every text. */
const plainText = /^[ !#-[\]-~\u3000-\u9fff\uff00-\uffef]*$/;

/** A quoted string, on one line, for Turtle and N-Triples. */
export function quotedString(text: string): string {
  if (plainText.test(text) || !specialInText.test(text)) return `"${text}"`;
  const escaped = text.replace(
    /["\\\p{Cc}]/gu,
    (character) => shortEscapes[character] ?? `\\u${hex(character, 4)}`,
  );
  return `"${escaped}"`;
}

function hex(character: string, width: number): string {
  return character.charCodeAt(0).toString(16).toUpperCase().padStart(width, "0");
}
