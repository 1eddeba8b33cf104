// What a published folder holds, read offline: its files, its RDF, its tables with their metadata.

import { parse } from "csv-parse/sync";
import jsonld from "jsonld";
import { Parser, type Quad } from "n3";
import { RdfXmlParser } from "rdfxml-streaming-parser";
import { refuseUnpublished } from "./auditable.ts";

interface RdfFile {
  readonly path: string;
  readonly quads: readonly Quad[];
}

export interface TableFile {
  readonly path: string;
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** Its CSVW, where there is one that describes it. */
  readonly metadata?: Readonly<Record<string, unknown>>;
}

interface Fault {
  readonly path: string;
  readonly reason: string;
}

export interface Evidence {
  readonly folder: string;
  /** Every file below the folder, with `/`. */
  readonly files: ReadonlySet<string>;
  readonly rdf: readonly RdfFile[];
  readonly tables: readonly TableFile[];
  /** JSON documents that are data or describe them, by path. */
  readonly documents: ReadonlyMap<string, unknown>;
  /** What could not be read. */
  readonly faults: readonly Fault[];
  /** JSON-LD whose context stands on another site: right or wrong, it was not opened. */
  readonly unopened: readonly Fault[];
}

const rdfFormats: Readonly<Record<string, string>> = {
  ttl: "text/turtle",
  nt: "application/n-triples",
  nq: "application/n-quads",
  trig: "application/trig",
};

/** A folder on a disk, or in a page's memory. */
export interface Folder {
  /** What a refusal calls it. */
  readonly name: string;
  /** Every file below it, with `/`, in order. */
  readonly paths: readonly string[];
  readonly read: (path: string) => Promise<Uint8Array> | Uint8Array;
}

export async function gather(folder: Folder): Promise<Evidence> {
  const { paths } = folder;
  refuseUnpublished(folder.name, paths);
  const rdf: RdfFile[] = [];
  const csvs: string[] = [];
  const documents = new Map<string, unknown>();
  const faults: Fault[] = [];
  const unopened: Fault[] = [];
  for (const path of paths) {
    // Earlier releases were audited when they were the release.
    if (path.startsWith("releases/")) continue;
    const ending = path.slice(path.lastIndexOf(".") + 1).toLowerCase();
    try {
      if (ending in rdfFormats) {
        const format = rdfFormats[ending] ?? "";
        rdf.push({
          path,
          quads: new Parser({ format, baseIRI: unknownBase(path) }).parse(await utf8(folder, path)),
        });
      } else if (ending === "jsonld") {
        rdf.push({ path, quads: await readJsonLd(JSON.parse(await utf8(folder, path)), path) });
      } else if (ending === "rdf" || ending === "owl") {
        rdf.push({ path, quads: await readRdfXml(await utf8(folder, path), path) });
      } else if (ending === "csv") {
        csvs.push(path);
      } else if (ending === "json") {
        documents.set(path, JSON.parse(await utf8(folder, path)));
      }
    } catch (error) {
      const reason = error instanceof Error ? (error.message.split("\n")[0] ?? "") : String(error);
      const remote = error instanceof Error ? remoteContext.exec(causes(error)) : null;
      if (remote) unopened.push({ path, reason: remote[1] ?? "" });
      else faults.push({ path, reason });
    }
  }
  const described = csvwByTable(documents);
  const encodings = encodingsOf(documents, described);
  const tables: TableFile[] = [];
  for (const path of csvs) {
    try {
      const text = await textIn(folder, path, encodings.get(path) ?? "utf-8");
      const [header = [], ...rows] = parse(text, { bom: true }) as string[][];
      const metadata = described.get(path);
      tables.push(metadata ? { path, header, rows, metadata } : { path, header, rows });
    } catch (error) {
      faults.push({ path, reason: (error as Error).message });
    }
  }
  return { folder: folder.name, files: new Set(paths), rdf, tables, documents, faults, unopened };
}

/** A base that no document means, so that a relative IRI is seen for what it is. */
const unknown = "unknown-base:/";

function unknownBase(path: string): string {
  return unknown + path;
}

export function isRelative(iri: string): boolean {
  return iri.startsWith(unknown);
}

/** UTF-8, strictly: a file in another encoding that says nothing of it cannot be read by all. */
function utf8(folder: Folder, path: string): Promise<string> {
  return textIn(folder, path, "utf-8");
}

async function textIn(folder: Folder, path: string, encoding: string): Promise<string> {
  const bytes = await folder.read(path);
  return new TextDecoder(encoding, { fatal: true }).decode(bytes);
}

/** A resource of a Data Package, with the files that it is about. */
interface PackagedResource {
  readonly paths: readonly string[];
  readonly resource: Readonly<Record<string, unknown>>;
}

export function packages(documents: Evidence["documents"]): {
  readonly document: Readonly<Record<string, unknown>>;
  readonly resources: readonly PackagedResource[];
}[] {
  return [...documents].flatMap(([path, document]) => {
    if (!/(^|\/)datapackage\.json$/.test(path) || !isRecord(document)) return [];
    const folder = path.slice(0, path.lastIndexOf("/") + 1);
    const listed: unknown[] = Array.isArray(document.resources) ? document.resources : [];
    const resources = listed.filter(isRecord).map((resource) => ({
      resource,
      paths: [resource.path].flat().flatMap((one) => (typeof one === "string" ? [folder + one] : [])),
    }));
    return [{ document, resources }];
  });
}

/** The encodings that metadata declare, by table: a Data Package's `encoding`, a CSVW dialect's. */
function encodingsOf(
  documents: Evidence["documents"],
  described: ReadonlyMap<string, Readonly<Record<string, unknown>>>,
): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const { resources } of packages(documents)) {
    for (const { paths, resource } of resources) {
      if (typeof resource.encoding !== "string") continue;
      for (const path of paths) found.set(path, resource.encoding);
    }
  }
  for (const [path, { dialect }] of described)
    if (isRecord(dialect) && typeof dialect.encoding === "string") found.set(path, dialect.encoding);
  return found;
}

/** An address for people: what stands relative in a file is shown as it stands there. */
export function shownIri(iri: string): string {
  return isRelative(iri) ? `<${iri.slice(unknown.length)}>` : iri;
}

const remoteContext = /context outside: (\S+)/;

/** The messages of an error and of those that caused it: the library wraps what its loader throws. */
function causes(error: Error): string {
  const details = (error as { details?: { cause?: unknown } }).details?.cause;
  const below = error.cause ?? details;
  return `${error.message} ${below instanceof Error ? causes(below) : ""}`;
}

/** The oldest notation, which many catalogues still have. */
async function readRdfXml(text: string, path: string): Promise<Quad[]> {
  const parser = new RdfXmlParser({ baseIRI: unknownBase(path) });
  const quads: Quad[] = [];
  return new Promise((resolve, reject) => {
    parser.on("data", (quad: Quad) => quads.push(quad));
    parser.on("error", reject);
    parser.on("end", () => resolve(quads));
    parser.end(text);
  });
}

async function readJsonLd(document: unknown, path: string): Promise<Quad[]> {
  const nQuads = await jsonld.toRDF(document, {
    format: "application/n-quads",
    base: unknownBase(path),
    documentLoader: (url: string) => {
      throw new Error(`context outside: ${url}`);
    },
  });
  return new Parser({ format: "application/n-quads" }).parse(nQuads);
}

/** CSVW documents by the table that they describe. */
function csvwByTable(documents: ReadonlyMap<string, unknown>): Map<string, Record<string, unknown>> {
  const found = new Map<string, Record<string, unknown>>();
  for (const [path, document] of documents) {
    if (!isRecord(document)) continue;
    const tables = Array.isArray(document.tables) ? document.tables : [document];
    for (const table of tables) {
      if (!isRecord(table) || typeof table.url !== "string") continue;
      const folder = path.slice(0, path.lastIndexOf("/") + 1);
      const target = folder + table.url.replace(/^\.\//, "");
      // A document beside the table has the say over one for the whole folder.
      if (!found.has(target) || path === `${target}-metadata.json`)
        found.set(target, { ...document, ...table });
    }
  }
  return found;
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
