// The page's worker: it holds the city and what was published of it, so that typing never waits for long work.

import { activitiesTable, fixedTables, isError, observationsTable, textIn } from "@shihyo/core";
import {
  decodeText,
  makeRelease,
  municipalitiesIn,
  newCityFiles,
  Refusal,
  readCityFiles,
  readSheet,
  yearToBegin,
} from "@shihyo/publisher/pure";
import { csvText } from "./csv-text.ts";
import { previewPage } from "./preview-page.ts";
import type { Asked, Bytes, Opened, ShownTable } from "./protocol.ts";
import { type Handlers, serve } from "./serve.ts";
import { unzipped, zippedFiles } from "./zip-files.ts";

const city = new Map<string, Bytes>();
let published: ReadonlyMap<string, Bytes> = new Map();

const handlers: Handlers<Asked> = {
  open({ files }) {
    city.clear();
    published = new Map();
    for (const [path, bytes] of files) city.set(path, bytes);
    return opened();
  },
  change({ files }) {
    for (const [path, bytes] of files) city.set(path, bytes);
    return opened();
  },
  tableText: ({ header, rows, lineEnd }) => csvText([header, ...rows], lineEnd),
  async publish({ earlier, widgetVersion, provided }, onProgress) {
    const utf8 = new TextEncoder();
    const made = await makeRelease(readCityFiles(city), {
      provided: { widgetVersion, bytes: (name) => utf8.encode(provided[name] ?? "") },
      ...(earlier ? { earlier } : {}),
      onFile: (_format, files) => {
        if (files % 50 === 0) onProgress(files);
      },
    });
    published = (made.files ?? new Map()) as ReadonlyMap<string, Bytes>;
    let bytes = 0;
    for (const file of published.values()) bytes += file.byteLength;
    return { issues: made.issues, files: published.size, bytes };
  },
  publishedZip: ({ folder }) => zippedFiles(published, folder),
  publishedFiles: () => published,
  page: ({ path }) => previewPage(published, path),
  zip: ({ files }) => zippedFiles(files, ""),
  unzip: ({ bytes }) => unzipped(bytes),
  beginYear({ year }) {
    const { dataset } = readCityFiles(city);
    if (!dataset) {
      throw new Refusal({
        ja: "表に誤りがあるので、年度を始められません。先に直してください。",
        en: "There are errors in the tables. Mend them before a year begins.",
      });
    }
    return encoded(yearToBegin(dataset, year, textOf("sources.json") ?? "[]").files);
  },
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
    return new Map([[file, csvText([header, ...there, ...rows], "\n")]]);
  },
  newCity({ code, year, date, municipalities }) {
    const { files } = newCityFiles({ code, year, date }, municipalitiesIn(municipalities));
    return encoded(files);
  },
};

function textOf(file: string): string | undefined {
  const bytes = city.get(file);
  return bytes && decodeText(bytes);
}

function encoded(files: ReadonlyMap<string, string>): ReadonlyMap<string, Bytes> {
  const utf8 = new TextEncoder();
  return new Map([...files].map(([path, text]) => [path, utf8.encode(text)]));
}

function opened(): Opened {
  const { dataset, issues, acknowledged } = readCityFiles(city);
  const tables = [...city.keys()].sort(inOrder).flatMap(shownTable);
  if (!dataset || issues.some(isError)) return { tables, issues, acknowledged };
  const { municipality } = dataset;
  return {
    tables,
    issues,
    acknowledged,
    city: {
      code: municipality.code,
      name: textIn(municipality.name, "ja"),
      title: textIn(municipality.title, "ja"),
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
