// Turtle: a block for each subject, short names against a base, as a person would write it; text, piece by piece.

import { Pieces } from "./pieces.ts";
import type { Iri, Literal, Property, Resource, Term } from "./term.ts";
import { namespaces, xsdDecimal, xsdInteger } from "./vocabularies.ts";

export interface TurtleOptions {
  /** The base IRI, which ends in `/`; its own names are written against it. */
  readonly base: string;
  /** A first line that says what the file is. */
  readonly about: string;
  /** True for a file that fits in memory: only the prefixes that it uses are declared. */
  readonly brief?: boolean;
  /** Vocabularies that only this file uses, by prefix. */
  readonly further?: Readonly<Record<string, string>>;
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

export function* turtle(parts: Iterable<GraphPart>, options: TurtleOptions): Iterable<string | Uint8Array> {
  const names = createNames(options);
  if (options.brief) {
    const body = [...blocks(parts, names)].join("");
    yield header(options, names.used) + body;
    return;
  }
  yield header(options, new Set(names.prefixes.keys()));
  // Block by block into bytes: a long string of short ones would have to be put together first, and then encoded.
  const pieces = new Pieces();
  for (const text of blocks(parts, names)) {
    pieces.text(text);
    if (pieces.isFull) yield* pieces.take();
  }
  yield* pieces.rest();
}

function header({ base, about, further }: TurtleOptions, used: ReadonlySet<string>): string {
  const width = Math.max(0, ...[...used].map((prefix) => prefix.length));
  const all: Readonly<Record<string, string>> = { ...namespaces, ...further, def: `${base}def/#` };
  const prefixes = Object.entries(all)
    .filter(([prefix]) => used.has(prefix))
    .map(([prefix, iri]) => `@prefix ${`${prefix}:`.padEnd(width + 1)} <${escapeIri(iri)}> .\n`);
  return `# ${about.replace(/[\r\n]+/g, " ")}\n\n@base <${escapeIri(base)}> .\n${prefixes.join("")}`;
}

/** One for each resource, the first of a part with its heading. */
function* blocks(parts: Iterable<GraphPart>, names: Names): Iterable<string> {
  for (const { heading, resources } of parts) {
    let before = `\n# ${heading.replace(/[\r\n]+/g, " ")}\n`;
    for (const resource of resources) {
      const text = block(resource, names);
      yield before === "" ? text : before + text;
      before = "";
    }
  }
}

function block({ iri, types, properties }: Resource, names: Names): string {
  let text = `\n${names.fresh(iri)}`;
  let mark = " a ";
  for (const type of types) {
    text += mark + names.known(type);
    mark = ", ";
  }
  let between = types.length > 0 ? " ;\n  " : "\n  ";
  for (const property of properties) {
    text += between + names.property(property);
    between = " ;\n  ";
  }
  return `${text} .\n`;
}

function propertyText([predicate, objects]: Property, names: Names): string {
  let text = names.known(predicate);
  if (objects.length <= 3) {
    // A few stand on one line; two long texts take a line each.
    let between = " ";
    const comma = isLong(objects) ? ",\n    " : ", ";
    for (const object of objects) {
      text += between + termText(object, names);
      between = comma;
    }
    return text;
  }
  // The names of a long list are nobody else's: they would drive out those that come back.
  let between = "\n    ";
  for (const object of objects) {
    text += between + (object.kind === "iri" ? names.fresh(object.iri) : literalText(object, names));
    between = ",\n    ";
  }
  return text;
}

function isLong(objects: readonly Term[]): boolean {
  return objects.length > 1 && objects.some((term) => term.kind === "literal" && term.text.length > 40);
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
  readonly used: Set<string>;
  /** A name that comes back again and again. */
  known(iri: string): string;
  /** A predicate with its objects; of one that is the same for many subjects, as it was written before. */
  property(property: Property): string;
  /** A name that is not worth remembering. */
  fresh(iri: string): string;
}

/** Most of our own paths: `indicators/K0001/#FY2024`. */
const plainPath = /^[A-Za-z0-9_-]+\/[A-Za-z0-9_/#-]*$/;

/** The local names that need no escape in Turtle, as a subset of PN_LOCAL. */
const localName = /^[A-Za-z_][A-Za-z0-9_-]*$/;

function createNames({ base, further = {} }: TurtleOptions): Names {
  const prefixes = new Map<string, string>([
    ...Object.entries(namespaces),
    ...Object.entries(further),
    ["def", `${base}def/#`],
  ]);
  const byNamespace = new Map([...prefixes].map(([prefix, iri]) => [iri, prefix]));
  const used = new Set<string>();
  let remembered = new Map<string, string>();
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
      used.add(prefix);
      return `${prefix}:${local}`;
    }
    return `<${escapeIri(relative(iri, base))}>`;
  };
  const known = (iri: string): string => {
    const found = remembered.get(iri);
    if (found !== undefined) return found;
    if (remembered.size >= rememberedNames) remembered = new Map();
    const text = fresh(iri);
    remembered.set(iri, text);
    return text;
  };
  let written = new Map<Property, string>();
  const property = (one: Property): string => {
    const found = written.get(one);
    if (found !== undefined) return found;
    const text = propertyText(one, names);
    const [object, ...others] = one[1];
    if (!object || !comesBack(object) || others.length > 0) return text;
    if (written.size >= rememberedNames) written = new Map();
    written.set(one, text);
    return text;
  };
  const names: Names = { prefixes, used, fresh, known, property };
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
