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
  const names = createNames(base);
  if (brief) {
    const nodes = [...nodeTexts(parts, names)].join("");
    yield opening(contextOf(base, names.used)) + nodes + closing;
    return;
  }
  yield opening(contextOf(base));
  const pieces = new Pieces();
  for (const text of nodeTexts(parts, names)) {
    pieces.text(text);
    if (pieces.isFull) yield* pieces.take();
  }
  yield* pieces.rest();
  yield closing;
}

function opening(context: Json): string {
  return `{"@context": ${JSON.stringify(context, undefined, 1)},\n"@graph": [`;
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
  const names = createNames(base);
  const graph = [...resources].map((resource) => nodeOf(resource, names));
  const document = { "@context": contextOf(base, names.used), "@graph": graph };
  return scriptJson(document);
}

/** JSON that may stand in a script element. */
export function scriptJson(value: unknown): string {
  return JSON.stringify(value).replaceAll("<", "\\u003c");
}

const allCoercions = new Map<string, Coercion>(
  Object.entries({ ...coercions, ...ownCoercions } as Readonly<Record<string, Coercion>>),
);

/** The context for all names, or for those that were used. */
function contextOf(base: string, used?: ReadonlySet<string>): Json {
  const prefixes = Object.entries({ ...namespaces, def: `${base}def/#` });
  const isUsed = (key: string) => used === undefined || used.has(key);
  const terms = [...allCoercions]
    .filter(([key]) => isUsed(key))
    .map(([key, coercion]): [string, Json] => [
      key,
      coercion === "@language"
        ? { "@id": key, "@container": "@language" }
        : { "@id": key, "@type": coercion },
    ]);
  return Object.fromEntries<Json>([
    ["@base", escapeIri(base)],
    ...prefixes
      .filter(([prefix]) => prefix === "xsd" || isUsed(`${prefix}:`))
      .map(([prefix, iri]): [string, Json] => [prefix, iri]),
    ...terms,
  ]);
}

interface Names {
  /** Prefixes (`qb:`) and terms (`qb:dataSet`) that were written so far. */
  readonly used: Set<string>;
  /** A predicate, class or datatype. */
  vocabulary(iri: string): string;
  /** Anything else: short against the base. */
  node(iri: string): string;
}

const localName = /^[A-Za-z_][A-Za-z0-9_-]*$/;

function createNames(base: string): Names {
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
    if (prefix !== undefined && short.startsWith(`${prefix}:`)) used.add(`${prefix}:`).add(short);
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
  return { used, vocabulary, node };
}

function nodeOf({ iri, types, properties }: Resource, names: Names): { [key: string]: Json } {
  const node: { [key: string]: Json } = { "@id": names.node(iri) };
  if (types.length > 0) node["@type"] = single(types.map((type) => names.vocabulary(type)));
  for (const [predicate, objects] of properties) {
    const key = names.vocabulary(predicate);
    node[key] = jsonOf([...objects], allCoercions.get(key), names);
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
  const type = names.vocabulary(datatype);
  if (coercion === type) {
    return datatype === xsdInteger && /^(0|-?[1-9][0-9]{0,14})$/.test(text) ? Number(text) : text;
  }
  return { "@value": text, "@type": type };
}

function single(values: Json[]): Json {
  return values.length === 1 && values[0] !== undefined ? values[0] : values;
}
