// JSON-LD: the same resources as one node object each, with a context that says what every short name is.

import { ownCoercions } from "./own-vocabulary.ts";
import { Pieces } from "./pieces.ts";
import type { Literal, Resource, Term } from "./term.ts";
import { escapeIri, type GraphPart } from "./turtle.ts";
import { type Coercion, coercions, namespaces, xsdInteger } from "./vocabularies.ts";

type Json = string | number | Json[] | { [key: string]: Json };

export interface JsonLdOptions {
  readonly base: string;
  /** True for a file that fits in memory: the context holds only the names that it uses. */
  readonly brief?: boolean;
}

/** A document on its own: the context, then one node a line. */
export function* jsonLd(
  parts: Iterable<GraphPart>,
  { base, brief }: JsonLdOptions,
): Iterable<string | Uint8Array> {
  if (brief) {
    const { context, nodes } = briefly(
      [...parts].flatMap(({ resources }) => [...resources]),
      base,
    );
    const texts = nodes.map((node) => JSON.stringify(node));
    yield `${opening(context)}\n${texts.join(",\n")}${closing}`;
    return;
  }
  yield opening(contextOf(base, everyName));
  const pieces = new Pieces();
  for (const text of nodeTexts(parts, createNames(base, everyName.coercions))) {
    pieces.text(text);
    if (pieces.isFull) yield* pieces.take();
  }
  yield* pieces.rest();
  yield closing;
}

function opening(context: Json): string {
  return `{"@context":${JSON.stringify(context)},\n"@graph":[`;
}

const closing = "\n]}\n";

function* nodeTexts(parts: Iterable<GraphPart>, names: Names): Iterable<string> {
  let between = "\n";
  for (const { resources } of parts) {
    for (const resource of resources) {
      yield between + JSON.stringify(nodeOf(resource, names));
      between = ",\n";
    }
  }
}

/**
 * The triples of a page as text for a `<script type="application/ld+json">` in it: on one line, only what
 * the context needs, and no `<`, so that nothing in it can end the script.
 */
export function jsonLdScript(resources: Iterable<Resource>, base: string): string {
  const { context, nodes } = briefly([...resources], base);
  return scriptJson({ "@context": context, "@graph": nodes });
}

/** The nodes of a small graph, and the context with only the names that it uses and the coercions that make it smaller. */
function briefly(resources: readonly Resource[], base: string): { context: Json; nodes: Json[] } {
  const coercions = worthwhileCoercions(resources, createNames(base, new Map()));
  const names = createNames(base, coercions);
  const nodes = resources.map((resource) => nodeOf(resource, names));
  return { context: contextOf(base, { coercions, used: names.used }), nodes };
}

/** Those of the coercions whose line in the context is shorter than what it saves at the values. */
function worthwhileCoercions(
  resources: readonly Resource[],
  { vocabulary }: Names,
): ReadonlyMap<string, Coercion> {
  const values = new Map<string, number>();
  for (const { properties } of resources) {
    for (const [predicate, objects] of properties) {
      const key = vocabulary(predicate);
      values.set(key, (values.get(key) ?? 0) + [...objects].length);
    }
  }
  return new Map(
    [...allCoercions].filter(([key, coercion]) => {
      const term = JSON.stringify({ [key]: termDefinition(coercion) }).length;
      return (values.get(key) ?? 0) * savedByValue(coercion) > term;
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
  return JSON.stringify(value).replaceAll("<", "\\u003c");
}

/** What is known of the values of properties. A whole number needs no word: in JSON-LD a number is an xsd:integer. */
const allCoercions: ReadonlyMap<string, Coercion> = new Map(
  Object.entries({ ...coercions, ...ownCoercions } as Readonly<Record<string, Coercion>>).filter(
    ([, coercion]) => coercion !== "xsd:integer",
  ),
);

/** What stands in a context: how the values of properties are written, and which prefixes are used (all, where not said). */
interface ContextNames {
  readonly coercions: ReadonlyMap<string, Coercion>;
  readonly used?: ReadonlySet<string>;
}

/** For a graph too large to be looked through before it is written. */
const everyName: ContextNames = { coercions: allCoercions };

function contextOf(base: string, { coercions, used }: ContextNames): Json {
  const prefixes = Object.entries({ ...namespaces, def: `${base}def/#` });
  return Object.fromEntries<Json>([
    ["@base", escapeIri(base)],
    ...prefixes
      .filter(([prefix]) => prefix === "xsd" || used === undefined || used.has(prefix))
      .map(([prefix, iri]): [string, Json] => [prefix, iri]),
    ...[...coercions].map(([key, coercion]): [string, Json] => [key, termDefinition(coercion)]),
  ]);
}

/** The term is a prefixed name, so its IRI needs no word (JSON-LD 1.1, 9.15: a compact IRI as a term). */
function termDefinition(coercion: Coercion): Json {
  return coercion === "@language" ? { "@container": "@language" } : { "@type": coercion };
}

interface Names {
  /** How the values of properties are written, by the property's short name. */
  readonly coercions: ReadonlyMap<string, Coercion>;
  /** Prefixes (`qb`) that were written so far. */
  readonly used: ReadonlySet<string>;
  /** A predicate, class or datatype. */
  vocabulary(iri: string): string;
  /** Anything else: short against the base. */
  node(iri: string): string;
}

const localName = /^[A-Za-z_][A-Za-z0-9_-]*$/;

function createNames(base: string, coercions: ReadonlyMap<string, Coercion>): Names {
  const byNamespace = new Map(
    Object.entries({ ...namespaces, def: `${base}def/#` }).map(([prefix, iri]) => [iri as string, prefix]),
  );
  const used = new Set<string>();
  let remembered = new Map<string, string>();
  const vocabulary = (iri: string): string => {
    const found = remembered.get(iri);
    if (found !== undefined) return found;
    const end = Math.max(iri.lastIndexOf("#"), iri.lastIndexOf("/")) + 1;
    const prefix = byNamespace.get(iri.slice(0, end));
    const local = iri.slice(end);
    const short = prefix !== undefined && localName.test(local) ? `${prefix}:${local}` : escapeIri(iri);
    if (prefix !== undefined && short.startsWith(`${prefix}:`)) used.add(prefix);
    if (remembered.size >= 20_000) remembered = new Map();
    remembered.set(iri, short);
    return short;
  };
  const node = (iri: string): string => {
    // An address with a colon after the base would read as absolute, so only our own plain paths are cut.
    const rest = iri.startsWith(base) ? iri.slice(base.length) : "";
    if (rest.startsWith("def/#")) return vocabulary(iri);
    return /^[A-Za-z0-9_-][A-Za-z0-9_./#-]*$/.test(rest) && !/(^|\/)\.\.?(\/|$)/.test(rest)
      ? rest
      : vocabulary(iri);
  };
  return { coercions, used, vocabulary, node };
}

function nodeOf({ iri, types, properties }: Resource, names: Names): { [key: string]: Json } {
  const node: { [key: string]: Json } = { "@id": names.node(iri) };
  if (types.length > 0) node["@type"] = single(types.map((type) => names.vocabulary(type)));
  for (const [predicate, objects] of properties) {
    const key = names.vocabulary(predicate);
    node[key] = jsonOf([...objects], names.coercions.get(key), names);
  }
  return node;
}

function jsonOf(objects: readonly Term[], coercion: Coercion | undefined, names: Names): Json {
  if (coercion === "@language" && objects.every((term) => languageOf(term) !== undefined)) {
    const map: { [language: string]: Json } = {};
    for (const term of objects as readonly Literal[]) {
      const language = term.language as string;
      const before = map[language];
      map[language] =
        before === undefined ? term.text : [...(Array.isArray(before) ? before : [before]), term.text];
    }
    return map;
  }
  const values = objects.map((term) => termOf(term, coercion, names));
  // A lone value object would be taken for a map of languages.
  return coercion === "@language" ? values : single(values);
}

function languageOf(term: Term): string | undefined {
  return term.kind === "literal" ? term.language : undefined;
}

function termOf(term: Term, coercion: Coercion | undefined, names: Names): Json {
  if (term.kind === "iri") {
    return coercion === "@id" ? names.node(term.iri) : { "@id": names.node(term.iri) };
  }
  const { text, language, datatype } = term;
  if (language !== undefined) return { "@value": text, "@language": language };
  if (datatype === undefined) return coercion === undefined ? text : { "@value": text };
  if (datatype === xsdInteger && /^(0|-?[1-9][0-9]{0,14})$/.test(text)) return Number(text);
  const type = names.vocabulary(datatype);
  return coercion === type ? text : { "@value": text, "@type": type };
}

function single(values: Json[]): Json {
  return values.length === 1 && values[0] !== undefined ? values[0] : values;
}
