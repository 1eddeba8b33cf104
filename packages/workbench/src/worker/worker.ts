// The page's worker: it holds the city and what was published of it, so that typing never waits for long work.

import {
  activitiesTable,
  fixedTables,
  isError,
  observationsTable,
  type ReadResult,
  textIn,
} from "@shihyo/core";
import {
  cityRecordsText,
  correctableValues,
  correctValue,
  decodeText,
  editSheet,
  exportSheet,
  isOpened,
  listFileEnding,
  makeRelease,
  mergeList,
  municipalitiesIn,
  newCityFiles,
  readCityFiles,
  readSheet,
  yearToBegin,
} from "@shihyo/publisher/pure";
import { atHand, type CityInMemory, encoded } from "./at-hand.ts";
import { changeNotes } from "./change-notes.ts";
import { PackedFiles } from "./packed-files.ts";
import { previewPage } from "./preview-page.ts";
import type { Asked, Bytes, Opened, ShownTable } from "./protocol.ts";
import { type Handlers, serve } from "./serve.ts";
import { wholeSheet } from "./whole.ts";
import { sectionBooks, yearState } from "./year-work.ts";
import { unzipped, unzippedPublished, zippedFiles } from "./zip-files.ts";

/** The browser's own hash is many times as quick; over plain HTTP it has none. */
const hash =
  (globalThis.crypto as Crypto | undefined)?.subtle === undefined
    ? undefined
    : async (bytes: Uint8Array): Promise<string> => {
        const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes as Bytes));
        return [...digest].map((byte) => byte.toString(16).padStart(2, "0")).join("");
      };

const city = new Map<string, Bytes>();
let published = new PackedFiles("");
/** What was read of the city as it is now; read again after a change. */
let known: ReadResult | undefined;
let hand: CityInMemory | undefined;
/** The tables as the page has them. */
const shown = new Map<string, Bytes>();

/** So many bytes of the published folder go over to the page at once. */
const mostAtOnce = 16 * 1024 * 1024;

function dropPublished(): void {
  published.end();
  published = new PackedFiles("");
}

function read(): ReadResult {
  known ??= readCityFiles(city);
  return known;
}

function inHand(): CityInMemory {
  hand ??= atHand(city, read());
  return hand;
}

function change(files: ReadonlyMap<string, Bytes>, gone: readonly string[]): Opened {
  for (const [path, bytes] of files) city.set(path, bytes);
  for (const path of gone) city.delete(path);
  known = undefined;
  hand = undefined;
  return opened();
}

const handlers: Handlers<Asked> = {
  open({ files }) {
    city.clear();
    shown.clear();
    dropPublished();
    return change(files, []);
  },
  change({ files, gone }) {
    dropPublished();
    return change(files, gone);
  },
  async publish({ earlier, widgetVersion, provided, packer }, onProgress) {
    const utf8 = new TextEncoder();
    // What was made before goes first: two of them are more than a computer likes to hold.
    dropPublished();
    const into = new PackedFiles(packer);
    published = into;
    try {
      const { issues } = await makeRelease(
        read(),
        {
          provided: { widgetVersion, bytes: (name) => utf8.encode(provided[name] ?? "") },
          ...(earlier ? { earlier } : {}),
          ...(hash ? { hash } : {}),
          onFile: (_format, files) => {
            if (files % 50 === 0) onProgress(files);
          },
        },
        into,
      );
      return { issues, files: into.size, bytes: into.bytes };
    } finally {
      into.end();
    }
  },
  publishedZip: ({ folder }) => zippedFiles(published, folder),
  publishedFiles({ from }) {
    const paths = [...published.keys()];
    const files = new Map<string, Bytes>();
    let bytes = 0;
    for (let at = from; at < paths.length && bytes < mostAtOnce; at += 1) {
      const path = paths[at] ?? "";
      const file = published.get(path) ?? new Uint8Array();
      files.set(path, file);
      bytes += file.byteLength;
    }
    return { paths: from === 0 ? paths : [], files };
  },
  auditFiles() {
    const paths = [...published.keys()].sort();
    const files = paths
      .filter(isOpened)
      .map((path) => [path, published.get(path) ?? new Uint8Array()] as const);
    return { paths, files: new Map(files) };
  },
  mergeList({ name, list }) {
    const path = [...published.keys()].find((one) => one.endsWith(listFileEnding)) ?? "";
    const rows = published.get(path) ?? new Uint8Array();
    const merged = mergeList(list, rows, name);
    return { ...merged, bytes: merged.bytes as Bytes };
  },
  page: ({ path }) => previewPage(published, path),
  zip: ({ files }) => zippedFiles(files, ""),
  unzip: ({ bytes }) => unzipped(bytes),
  unzipPublished: ({ bytes }) => unzippedPublished(bytes),
  beginYear: ({ year }) => encoded(yearToBegin(inHand().dataset, year, textOf("sources.json") ?? "[]").files),
  yearState: ({ year }) => yearState(inHand(), year),
  sectionBooks: ({ year, section }) => sectionBooks(inHand(), year, section),
  wholeBook: () => exportSheet(inHand().dataset, inHand().tables).bytes as Bytes,
  whole: () => wholeSheet(inHand(), read().issues),
  async editWhole({ edits }) {
    const { texts, issues } = await editSheet(inHand(), edits);
    return { files: encoded(texts), issues };
  },
  correctable: () => correctableValues(inHand().dataset),
  correct: (correction) => encoded(correctValue(inHand().dataset, inHand().tables, correction)),
  notes: ({ earlier }) => changeNotes(inHand().dataset, earlier),
  acknowledge({ issues, reason }) {
    const file = "acknowledgements.csv";
    const columns = fixedTables.find((table) => table.file === file)?.columns ?? [];
    const sheet = readSheet(file, textOf(file) ?? "");
    const before = "header" in sheet && sheet.header.length > 0 ? sheet : undefined;
    const header = before?.header ?? columns.map((column) => column.header);
    const rows = issues.map(({ code, subject = "", year }) => {
      const cells: Readonly<Record<string, string>> = {
        確認コード: code,
        対象ID: subject,
        年度: year === undefined ? "" : String(year),
        理由: reason,
      };
      return header.map((name) => cells[name] ?? "");
    });
    const there = (before?.rows ?? []).map(({ cells }) => cells);
    return encoded(new Map([[file, cityRecordsText([header, ...there, ...rows], "\n")]]));
  },
  newCity({ municipalities, ...city }) {
    const { files } = newCityFiles(city, municipalitiesIn(municipalities));
    return encoded(files);
  },
};

function textOf(file: string): string | undefined {
  const bytes = city.get(file);
  return bytes && decodeText(bytes);
}

function opened(): Opened {
  const { dataset, issues, acknowledged } = read();
  const order = [...city.keys()].sort(inOrder).filter((file) => file.endsWith(".csv"));
  const changed = order.filter((file) => shown.get(file) !== city.get(file));
  const tables = changed.flatMap(shownTable);
  shown.clear();
  for (const [file, bytes] of city) shown.set(file, bytes);
  if (!dataset || issues.some(isError)) return { order, tables, issues, acknowledged };
  const { municipality } = dataset;
  return {
    order,
    tables,
    issues,
    acknowledged,
    city: {
      code: municipality.code,
      name: textIn(municipality.name, "ja"),
      title: textIn(municipality.title, "ja"),
      base: municipality.base,
      indicators: dataset.indicators.size,
      years: [...dataset.years],
      languages: [...municipality.languages],
    },
  };
}

const titles = new Map(fixedTables.map(({ file, title }) => [file, title]));
const places = new Map(fixedTables.map(({ file }, index) => [file, index]));

/** Values first, newest year first; then the tables in the order in which core has them. */
function inOrder(a: string, b: string): number {
  const rank = (file: string) => (file.startsWith("observations/") ? -1 : (places.get(file) ?? places.size));
  if (rank(a) !== rank(b)) return rank(a) - rank(b);
  return a < b ? 1 : -1;
}

function shownTable(file: string): ShownTable[] {
  const bytes = city.get(file);
  const text = bytes && file.endsWith(".csv") ? decodeText(bytes) : undefined;
  const sheet = text === undefined ? undefined : readSheet(file, text);
  if (!sheet || !("header" in sheet)) return [];
  return [{ file, title: titleOf(file), header: sheet.header, rows: sheet.rows }];
}

function titleOf(file: string): ShownTable["title"] {
  const year = Number(/\/(\d{4})\.csv$/.exec(file)?.[1]);
  const table = file.startsWith("observations/")
    ? observationsTable(year, () => undefined)
    : file.startsWith("activities/")
      ? activitiesTable(year)
      : undefined;
  const title = table?.title ?? titles.get(file);
  if (!title) return { ja: file, en: file };
  return title;
}

serve<Asked>(handlers);
