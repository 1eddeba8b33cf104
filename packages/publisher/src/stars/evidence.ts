// What a published folder holds, read offline: its files, its RDF, its tables with their metadata.

import { parse } from "csv-parse/sync";
import jsonld from "jsonld";
import { Parser, type Quad } from "n3";
import { RdfXmlParser } from "rdfxml-streaming-parser";
import { isOpened, refuseUnpublished } from "./auditable.ts";

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
  n3: "text/n3",
  nt: "application/n-triples",
  nq: "application/n-quads",
  trig: "application/trig",
};

/** A folder on a disk, or in a page's memory. */
export interface AuditedFolder {
  /** What a refusal calls it. */
  readonly name: string;
  /** Every file below it, with `/`, in order. */
  readonly paths: readonly string[];
  readonly read: (path: string) => Promise<Uint8Array> | Uint8Array;
}

export async function gather(folder: AuditedFolder): Promise<Evidence> {
  const { paths } = folder;
  refuseUnpublished(folder.name, paths);
  const rdf: RdfFile[] = [];
  const csvs: string[] = [];
  const documents = new Map<string, unknown>();
  const faults: Fault[] = [];
  const unopened: Fault[] = [];
  for (const path of paths) {
    if (!isOpened(path)) continue;
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
      } else if (ending === "xml") {
        // CKAN's catalogue is catalog.xml; other XML is no RDF, and is not looked at.
        if (isRdfXml((await folder.read(path)).subarray(0, 1 << 16)))
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
  const forms = formsOf(documents, described);
  const tables: TableFile[] = [];
  for (const path of csvs) {
    try {
      const { encoding = "utf-8", delimiter = ",", quote = '"' } = forms.get(path) ?? {};
      const text = await textIn(folder, path, encoding);
      const [header = [], ...rows] = parse(text, { bom: true, delimiter, quote }) as string[][];
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
function utf8(folder: AuditedFolder, path: string): Promise<string> {
  return textIn(folder, path, "utf-8");
}

async function textIn(folder: AuditedFolder, path: string, encoding: string): Promise<string> {
  const bytes = await folder.read(path);
  return new TextDecoder(webName(encoding), { fatal: true }).decode(bytes);
}

/** What the web calls an encoding that a program wrote by its own name: Python's cp932, utf_8_sig and euc_jp. */
function webName(encoding: string): string {
  const name = encoding.trim().toLowerCase().replaceAll("_", "-");
  if (/^(cp|ms|windows-?)?(932|31j)$/.test(name) || /^(shift-?jis|s-?jis)(-?2004|x0213)?$/.test(name))
    return "shift_jis";
  return name.replace(/^(utf-?(?:8|16(?:-?[bl]e)?))(?:-?sig|-?bom)$/, "$1");
}

/** Whether the root is that of RDF/XML, behind a declaration, comments and a document type with its entities. */
function isRdfXml(beginning: Uint8Array): boolean {
  let rest = new TextDecoder().decode(beginning).trimStart();
  for (;;) {
    const end = rest.startsWith("<?")
      ? /\?>/
      : rest.startsWith("<!--")
        ? /-->/
        : rest.startsWith("<!")
          ? /^[^[>]*\[/.test(rest)
            ? /\]\s*>/
            : />/
          : undefined;
    if (!end) return /^<(?:[\w-]+:)?RDF[\s>]/.test(rest);
    const { index, 0: last } = end.exec(rest) ?? { index: -1, 0: "" };
    if (index < 0) return false;
    rest = rest.slice(index + last.length).trimStart();
  }
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
      paths: [resource.path]
        .flat()
        .flatMap((one) => (typeof one === "string" ? [folder + one.replace(/^(\.\/)+/, "")] : [])),
    }));
    return [{ document, resources }];
  });
}

/** How a table is written, where it is not UTF-8 with commas. */
interface Form {
  readonly encoding?: string;
  readonly delimiter?: string;
  readonly quote?: string;
}

/** What metadata declare of a table's form: a Data Package's `encoding` and `dialect`, a CSVW dialect. */
function formsOf(
  documents: Evidence["documents"],
  described: ReadonlyMap<string, Readonly<Record<string, unknown>>>,
): ReadonlyMap<string, Form> {
  const found = new Map<string, Form>();
  for (const { resources } of packages(documents)) {
    for (const { paths, resource } of resources) {
      // The first edition of the library wrote what is of CSV one step further down.
      const dialect = isRecord(resource.dialect) ? resource.dialect : {};
      const own = isRecord(dialect.csv) ? dialect.csv : dialect;
      for (const path of paths)
        found.set(path, { ...formIn(own), ...formIn({ encoding: resource.encoding }) });
    }
  }
  for (const [path, { dialect }] of described)
    if (isRecord(dialect)) found.set(path, { ...found.get(path), ...formIn(dialect) });
  return found;
}

function formIn({ encoding, delimiter, quoteChar }: Readonly<Record<string, unknown>>): Form {
  const letter = (value: unknown) => (typeof value === "string" && value !== "" ? value : undefined);
  const said = { encoding: letter(encoding), delimiter: letter(delimiter), quote: letter(quoteChar) };
  return Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined));
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
      // Named by the address at which it is published, it lies beside its metadata all the same.
      const target = folder + table.url.replace(/^https?:\/\/(?:[^?#]*\/)?|[?#].*$|^(?:\.\/)+/g, "");
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
