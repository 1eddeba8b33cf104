// A city's catalogue as an atlas reads it: whose data they are, under which licence, and the files that it declares with their hashes.

import { groupBy, isPlaceholder, languages, ownLanguage } from "@shihyo/core";
import { Parser, type Quad } from "n3";
import { SourceFault } from "./source.ts";

/** One of our tables, as the catalogue declares it. */
export interface DeclaredFile {
  /** Below the catalogue's folder. */
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
}

export interface CatalogueRead {
  readonly code: string;
  readonly base: string;
  readonly title: string;
  readonly version?: string;
  readonly licence?: string;
  readonly publisher?: string;
  readonly provenance?: string;
  /** In English, where the catalogue has it. */
  readonly nameEn?: string;
  /** How many of the five stars of open data the catalogue's own words stand for. */
  readonly stars: number;
  /** By what the atlas needs them for. */
  readonly files: Readonly<Record<NeededFile, DeclaredFile>>;
}

/** The ends of the distributions' addresses. */
const needed = { results: "csv-indicator-result", indicators: "csv-indicator" } as const;
export type NeededFile = keyof typeof needed;
export const neededFiles = Object.keys(needed) as readonly NeededFile[];

export const catalogueFile = "catalog.ttl";
export const largestCatalogue = 5_000_000;
/** 5,000 indicators of 20 years in some twenty columns, fivefold. */
const largestTable = 200_000_000;
/** A name, a title, a licence: more letters than these are none. */
const longestText = 500;

const rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
const dcat = "http://www.w3.org/ns/dcat#";
const dct = "http://purl.org/dc/terms/";
const spdx = "http://spdx.org/rdf/terms#";

/** Control characters, halves of letters, and marks that turn the direction of a line. */
const strange = /[\p{Cc}\p{Cs}\u2028-\u202e\u2066-\u2069]+/gu;

const noCatalogue = () =>
  new SourceFault(
    "指標の目録（catalog.ttl）ではありません。公開フォルダーのアドレスを指定してください。",
    "Not a catalogue of indicators (catalog.ttl). Name the address of a published folder.",
  );

function quadsIn(text: string): Quad[] {
  try {
    return new Parser({ format: "text/turtle" }).parse(text);
  } catch {
    throw noCatalogue();
  }
}

/** Every fault of the catalogue is a `SourceFault`. */
export function readCatalogue(text: string): CatalogueRead {
  const bySubject = groupBy(quadsIn(text), ({ subject }) => subject.value);
  const quadsOf = (subject: string, predicate: string) =>
    (bySubject.get(subject) ?? []).filter((quad) => quad.predicate.value === predicate);
  const objectsOf = (subject: string, predicate: string) =>
    quadsOf(subject, predicate).map(({ object }) => object.value);
  /** Others' words, for one line of a list, a table and a page. */
  const plain = (words: string | undefined) => words?.replace(strange, " ").slice(0, longestText).trim();
  const textOf = (subject: string | undefined, predicate: string) => {
    if (subject === undefined) return undefined;
    const objects = quadsOf(subject, predicate).map(({ object }) => object);
    const japanese = objects.find((one) => one.termType === "Literal" && one.language === ownLanguage);
    return plain((japanese ?? objects[0])?.value);
  };
  const englishOf = (subject: string | undefined, predicate: string) =>
    plain(
      quadsOf(subject ?? "", predicate).find(
        ({ object }) => object.termType === "Literal" && object.language === languages[1],
      )?.object.value,
    );
  const dataset = [...bySubject.keys()].find(
    (subject) =>
      subject.endsWith("catalog/#dataset") && objectsOf(subject, `${rdf}type`).includes(`${dcat}Dataset`),
  );
  if (dataset === undefined) throw noCatalogue();
  const base = dataset.slice(0, -"catalog/#dataset".length);
  if (base.length > longestText || !/^https?:\/\//i.test(base) || !URL.canParse(base) || plain(base) !== base)
    throw noCatalogue();
  const files = Object.fromEntries(
    neededFiles.map((name) => [name, declared(`${base}catalog/#${needed[name]}`, base, objectsOf)]),
  ) as Record<NeededFile, DeclaredFile>;
  const code = /^(\d{6})_/.exec(files.results.path)?.[1];
  if (code === undefined) throw noCatalogue();
  const [publisher] = objectsOf(dataset, `${dct}publisher`);
  const [provenance] = objectsOf(dataset, `${dct}provenance`);
  const found = {
    version: plain(objectsOf(dataset, `${dcat}version`)[0]),
    licence: plain(objectsOf(dataset, `${dct}license`)[0]),
    publisher: textOf(publisher, "http://xmlns.com/foaf/0.1/name"),
    provenance: textOf(provenance, "http://www.w3.org/2000/01/rdf-schema#label"),
    // Who printed the report is the body that the numbers are about.
    nameEn: englishOf(`${base}catalog/#source-body`, "http://xmlns.com/foaf/0.1/name"),
  };
  return {
    code,
    base,
    title: textOf(dataset, `${dct}title`) ?? code,
    files,
    stars: starsOf(dataset, base, objectsOf),
    ...(Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined)) as object),
  };
}

/** What `shihyo stars` audits in the files, as far as the catalogue alone tells it; each star needs those before it. */
function starsOf(
  dataset: string,
  base: string,
  objectsOf: (subject: string, predicate: string) => string[],
): number {
  const media = new Set<string>();
  for (const one of new Set(objectsOf(dataset, `${dcat}distribution`)))
    for (const type of objectsOf(one, `${dcat}mediaType`)) media.add(type.replace(/^.*media-types\//, ""));
  const has = (...types: readonly string[]) => types.some((type) => media.has(type));
  const rules = [
    objectsOf(dataset, `${dct}license`).some((licence) => /^https?:/.test(licence)),
    media.size > 0,
    has("text/csv", "application/json"),
    has("text/turtle", "application/n-triples", "application/ld+json") && !isPlaceholder(base),
    objectsOf(dataset, `${dct}spatial`).some((place) => /^https?:/.test(place) && !place.startsWith(base)),
  ];
  const missing = rules.indexOf(false);
  return missing < 0 ? rules.length : missing;
}

function declared(
  distribution: string,
  base: string,
  objectsOf: (subject: string, predicate: string) => string[],
): DeclaredFile {
  const [address] = objectsOf(distribution, `${dcat}downloadURL`);
  const [size] = objectsOf(distribution, `${dcat}byteSize`);
  const [checksum] = objectsOf(distribution, `${spdx}checksum`);
  const [sha256] = checksum === undefined ? [] : objectsOf(checksum, `${spdx}checksumValue`);
  const path = address?.startsWith(base) ? address.slice(base.length) : undefined;
  // A table of ours lies beside its catalogue; nothing else is asked for.
  if (path === undefined || !/^\d{6}_[a-z_]+\.csv$/.test(path) || sha256 === undefined) {
    throw new SourceFault(
      "目録に、必要な表（指標実績値、指標一覧）の場所とハッシュがありません。",
      "The catalogue does not say where the tables of results and indicators are, with their hashes.",
    );
  }
  const bytes = Number(size);
  if (!(bytes > 0) || bytes > largestTable) {
    throw new SourceFault(`${path} の大きさが正しくありません。`, `The size of ${path} is not right.`);
  }
  return { path, bytes, sha256 };
}
