// JSON-LD: the same resources as one node object each, with a context that says what every short name is.

import { once } from "@shihyo/core";
import { ownCoercions } from "./own-vocabulary.ts";
import { Pieces } from "./pieces.ts";
import type { Literal, Property, Resource, Term } from "./term.ts";
import { comesBack, escapeIri, type GraphPart, rememberedNames } from "./turtle.ts";
import { type Coercion, coercions, namespaces, xsdInteger } from "./vocabularies.ts";

export interface JsonLdOptions {
  readonly base: string;
  /** Where many documents of one base are written: what one needs, the next mostly needs again. */
  readonly names?: JsonLdNames;
  /** True for a file that fits in memory: the context holds only the names that it uses. */
  readonly brief?: boolean;
}

/** A document on its own: the context, then one node a line. */
export function* jsonLd(
  parts: Iterable<GraphPart>,
  { base, brief, names = new JsonLdNames(base) }: JsonLdOptions,
): Iterable<string | Uint8Array> {
  if (brief) {
    const { context, nodes } = briefly(
      [...parts].flatMap(({ resources }) => [...resources]),
      names,
    );
    yield `${opening(context)}\n${nodes.join(",\n")}${closing}`;
    return;
  }
  yield opening(contextText(names, allCoercions));
  const pieces = new Pieces();
  for (const text of nodeTexts(parts, names)) {
    pieces.text(text);
    if (pieces.isFull) yield* pieces.take();
  }
  yield* pieces.rest();
  yield closing;
}

function opening(context: string): string {
  return `{"@context":${context},\n"@graph":[`;
}

const closing = "\n]}\n";

function* nodeTexts(parts: Iterable<GraphPart>, names: JsonLdNames): Iterable<string> {
  const used = new Set<string>();
  let between = "\n";
  for (const { resources } of parts) {
    for (const resource of resources) {
      yield between + nodeText(resource, names, allCoercions, used);
      between = ",\n";
    }
  }
}

/**
 * The triples of a page as text for a `<script type="application/ld+json">` in it: on one line, only what
 * the context needs, and no `<`, so that nothing in it can end the script.
 */
export function jsonLdScript(resources: Iterable<Resource>, names: JsonLdNames): string {
  const { context, nodes } = briefly([...resources], names);
  return inScript(`{"@context":${context},"@graph":[${nodes.join(",")}]}`);
}

/** The nodes of a small graph, and the context with only the names that it uses and the coercions that make it smaller. */
function briefly(resources: readonly Resource[], names: JsonLdNames): { context: string; nodes: string[] } {
  const coercions = worthwhileCoercions(resources, names);
  const used = new Set<string>();
  const nodes = resources.map((resource) => nodeText(resource, names, coercions, used));
  return { context: contextText(names, coercions, used), nodes };
}

/** Those of the coercions whose line in the context is shorter than what it saves at the values. */
function worthwhileCoercions(
  resources: readonly Resource[],
  names: JsonLdNames,
): ReadonlyMap<string, Coercion> {
  const values = new Map<string, number>();
  for (const { properties } of resources) {
    for (const [predicate, objects] of properties) {
      const { key } = names.vocabulary(predicate);
      values.set(key, (values.get(key) ?? 0) + objects.length);
    }
  }
  return new Map(
    [...allCoercions].filter(([key]) => {
      const worth = coercionLines.get(key)?.worth ?? 0;
      return (values.get(key) ?? 0) > worth;
    }),
  );
}

/** How many letters a value is shorter with the coercion than as an object that says the same itself. */
function savedByValue(coercion: Coercion): number {
  if (coercion === "@id") return '{"@id":}'.length;
  if (coercion === "@language") return '{"@value":,"@language":}'.length - ":".length;
  return `{"@value":,"@type":"${coercion}"}`.length;
}

/** JSON that may stand in a script element. */
export function scriptJson(value: unknown): string {
  return inScript(JSON.stringify(value));
}

function inScript(json: string): string {
  return json.replaceAll("<", "\\u003c");
}

/** What is known of the values of properties. A whole number needs no word: in JSON-LD a number is an xsd:integer. */
const allCoercions: ReadonlyMap<string, Coercion> = new Map(
  Object.entries({ ...coercions, ...ownCoercions } as Readonly<Record<string, Coercion>>).filter(
    ([, coercion]) => coercion !== "xsd:integer",
  ),
);

/** The term is a prefixed name, so its IRI needs no word (JSON-LD 1.1, 9.15: a compact IRI as a term). */
function termDefinition(coercion: Coercion): object {
  return coercion === "@language" ? { "@container": "@language" } : { "@type": coercion };
}

/** Each coercion's line in a context, by its key, and how many values it takes until that line is worth it. */
const coercionLines = new Map(
  [...allCoercions].map(([key, coercion]) => {
    const whole = JSON.stringify({ [key]: termDefinition(coercion) });
    return [key, { line: whole.slice(1, -1), worth: whole.length / savedByValue(coercion) }] as const;
  }),
);

/** How the values of some properties are written, and which prefixes stand in a context: all, where it is not said. */
function contextText(
  { base, prefixes }: JsonLdNames,
  coercions: ReadonlyMap<string, Coercion>,
  used?: ReadonlySet<string>,
): string {
  const lines = [`"@base":${JSON.stringify(escapeIri(base))}`];
  for (const [prefix, iri] of prefixes) {
    if (prefix === "xsd" || used === undefined || used.has(prefix))
      lines.push(`"${prefix}":${JSON.stringify(iri)}`);
  }
  for (const key of coercions.keys()) lines.push(coercionLines.get(key)?.line ?? "");
  return `{${lines.join(",")}}`;
}

/** A name as it is written, and the prefix that it takes. */
interface ShortName {
  readonly key: string;
  readonly prefix?: string | undefined;
}

/** A property as it is written, and the prefixes in it. */
interface WrittenProperty {
  readonly text: string;
  readonly prefixes: readonly string[];
}

const localName = /^[A-Za-z_][A-Za-z0-9_-]*$/;

/** The short names under one base, and the properties that many subjects share as they are written. */
class JsonLdNames {
  readonly base: string;
  readonly prefixes: readonly (readonly [prefix: string, iri: string])[];
  readonly #byNamespace: ReadonlyMap<string, string>;
  #names = new Map<string, ShortName>();
  /** With a coercion, and without. */
  #properties = [new Map<Property, WrittenProperty>(), new Map<Property, WrittenProperty>()] as const;

  constructor(base: string) {
    this.base = base;
    this.prefixes = Object.entries({ ...namespaces, def: `${base}def/#` });
    this.#byNamespace = new Map(this.prefixes.map(([prefix, iri]) => [iri, prefix]));
  }

  /** A predicate, class or datatype. */
  vocabulary(iri: string): ShortName {
    const found = this.#names.get(iri);
    if (found !== undefined) return found;
    const end = Math.max(iri.lastIndexOf("#"), iri.lastIndexOf("/")) + 1;
    const prefix = this.#byNamespace.get(iri.slice(0, end));
    const local = iri.slice(end);
    const made =
      prefix !== undefined && localName.test(local)
        ? { key: `${prefix}:${local}`, prefix }
        : { key: escapeIri(iri) };
    if (this.#names.size >= rememberedNames) this.#names = new Map();
    this.#names.set(iri, made);
    return made;
  }

  /** Anything else: short against the base. */
  node(iri: string): ShortName {
    // An address with a colon after the base would read as absolute, so only our own plain paths are cut.
    const rest = iri.startsWith(this.base) ? iri.slice(this.base.length) : "";
    if (rest.startsWith("def/#")) return this.vocabulary(iri);
    return /^[A-Za-z0-9_-][A-Za-z0-9_./#-]*$/.test(rest) && !/(^|\/)\.\.?(\/|$)/.test(rest)
      ? { key: rest }
      : this.vocabulary(iri);
  }

  /** A property of one object that many subjects share (a year, a unit, a page) is put into words once. */
  property(property: Property, coercion: Coercion | undefined, used: Set<string>): string {
    const [object, ...others] = property[1].length === 1 ? property[1] : [];
    if (!object || others.length > 0 || !comesBack(object))
      return propertyText(property, coercion, this, used);
    const known = this.#properties[coercion === undefined ? 0 : 1];
    let found = known.get(property);
    if (!found) {
      const prefixes = new Set<string>();
      found = { text: propertyText(property, coercion, this, prefixes), prefixes: [...prefixes] };
      if (known.size >= rememberedNames) known.clear();
      known.set(property, found);
    }
    for (const prefix of found.prefixes) used.add(prefix);
    return found.text;
  }
}

/** Those of all documents of a city. */
export const jsonLdNames = once(({ municipality }) => new JsonLdNames(municipality.base));

function nodeText(
  { iri, types, properties }: Resource,
  names: JsonLdNames,
  coercions: ReadonlyMap<string, Coercion>,
  used: Set<string>,
): string {
  let text = `{"@id":${noted(names.node(iri), used)}`;
  if (types.length > 0)
    text += `,"@type":${single(types.map((type) => noted(names.vocabulary(type), used)))}`;
  for (const property of properties) {
    const coercion = coercions.get(names.vocabulary(property[0]).key);
    text += `,${names.property(property, coercion, used)}`;
  }
  return `${text}}`;
}

/** A name in quotes; its prefix is one of those that were used. */
function noted({ key, prefix }: ShortName, used: Set<string>): string {
  if (prefix !== undefined) used.add(prefix);
  return JSON.stringify(key);
}

function propertyText(
  [predicate, objects]: Property,
  coercion: Coercion | undefined,
  names: JsonLdNames,
  used: Set<string>,
): string {
  return `${noted(names.vocabulary(predicate), used)}:${valueText([...objects], coercion, names, used)}`;
}

function valueText(
  objects: readonly Term[],
  coercion: Coercion | undefined,
  names: JsonLdNames,
  used: Set<string>,
): string {
  if (coercion === "@language" && objects.every((term) => languageOf(term) !== undefined)) {
    const map: { [language: string]: string | string[] } = {};
    for (const term of objects as readonly Literal[]) {
      const language = term.language as string;
      const before = map[language];
      map[language] =
        before === undefined ? term.text : [...(Array.isArray(before) ? before : [before]), term.text];
    }
    return JSON.stringify(map);
  }
  const values = objects.map((term) => termText(term, coercion, names, used));
  // A lone value object would be taken for a map of languages.
  return coercion === "@language" ? `[${values.join(",")}]` : single(values);
}

function languageOf(term: Term): string | undefined {
  return term.kind === "literal" ? term.language : undefined;
}

function termText(term: Term, coercion: Coercion | undefined, names: JsonLdNames, used: Set<string>): string {
  if (term.kind === "iri") {
    const node = noted(names.node(term.iri), used);
    return coercion === "@id" ? node : `{"@id":${node}}`;
  }
  const { language, datatype } = term;
  const text = JSON.stringify(term.text);
  if (language !== undefined) return `{"@value":${text},"@language":${JSON.stringify(language)}}`;
  if (datatype === undefined) return coercion === undefined ? text : `{"@value":${text}}`;
  // As a number.
  if (datatype === xsdInteger && /^(0|-?[1-9][0-9]{0,14})$/.test(term.text)) return term.text;
  const type = names.vocabulary(datatype);
  const quoted = noted(type, used);
  return coercion === type.key ? text : `{"@value":${text},"@type":${quoted}}`;
}

function single(values: readonly string[]): string {
  return values.length === 1 && values[0] !== undefined ? values[0] : `[${values.join(",")}]`;
}
