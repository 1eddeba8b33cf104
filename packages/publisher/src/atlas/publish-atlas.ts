// Writes an atlas as a folder of pages and data for any web server, out of its store.

import { mkdir, rename, rm, stat, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import {
  type CommonIndicator,
  type CommonIndicatorFileJson,
  commonIndicatorFileJson,
  population,
  readerFolder,
  textFor,
} from "@shihyo/core";
import { commonIndicators } from "../disk/common-indicators.ts";
import { asRefusal } from "../disk/disk-refusal.ts";
import { prepareForLength } from "../disk/long-run.ts";
import { providedOnDisk } from "../disk/provided.ts";
import { dataScript } from "../formats/data-script.ts";
import { widgetFiles } from "../formats/provided-files.ts";
import { Refusal } from "../refusal.ts";
import { pageStyle } from "../site/style.ts";
import { refuseEmpty } from "./catalogue-list.ts";
import { type Engine, engine, sqlText } from "./duckdb.ts";
import { withAtlas } from "./moves.ts";
import {
  alignedOf,
  citiesOf,
  type GatheredCity,
  gatherYears,
  type IndicatorRow,
  indicatorsByCity,
  isOpen,
  populationsOf,
  withYears,
} from "./pages/gathered.ts";
import { atlasPhrase, type PageReader } from "./pages/page-words.ts";
import { type Among, atlasPage, cityMain, commonMain, indexMain, schemeMain } from "./pages/pages.ts";
import { referencesOf } from "./pages/references.ts";
import { catalogueTurtle, schemeJsonLd, schemeTurtle } from "./pages/scheme.ts";
import { namesGatherer, searchScript } from "./pages/search-script.ts";
import { similarScript } from "./pages/similar-script.ts";
import { openStore } from "./store.ts";

export interface PublishedAtlas {
  readonly files: number;
  readonly cities: number;
  readonly indicators: number;
}

const own = `
.multiples { display: grid; grid-template-columns: repeat(auto-fill, minmax(220px, 1fr)); gap: 1rem; }
.multiples figure { margin: 0; }
.multiple { width: 100%; max-width: 320px; }
.multiple .line { fill: none; stroke: var(--key); stroke-width: 2; stroke-linecap: round; }
.multiple .ground { stroke: var(--line); }
.multiple .beside { fill: none; stroke: var(--warn); stroke-width: 1.5; stroke-dasharray: 4 3; }
.multiple circle { fill: var(--key); stroke: var(--key); stroke-width: 1.5; }
.multiple circle.unsure { fill: var(--back); }
.multiples figure { content-visibility: auto; contain-intrinsic-block-size: auto 9rem; }
.spoken { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.reference > * { color: var(--warn); }
select { font: inherit; padding: 0.25rem 0.5rem; max-width: 100%; }
.multiple text { font-size: 11px; fill: var(--quiet); }
table { border-collapse: collapse; }
th, td { padding: 0.25rem 0.75rem; border-bottom: 1px solid var(--line); text-align: start; vertical-align: top; }
.number { text-align: end; white-space: nowrap; }
.scroll { overflow-x: auto; }
input[type="search"] { font: inherit; padding: 0.25rem 0.5rem; width: min(24rem, 100%); }
`;

/** A folder that is not an atlas of ours is left as it is. */
const mark = "atlas-pages.txt";

/** A folder of this machine is no address for others. */
const publishedTables = [
  ["indicators", "*"],
  ["cities", "* REPLACE (CASE WHEN address LIKE 'http%' THEN address END AS address)"],
] as const;

/** One run at a time; the folder is replaced whole, and what a run that was cut off left is put right first. */
export async function publishAtlas(atlas: string, out: string, base: string): Promise<PublishedAtlas> {
  await refuseEmpty(atlas);
  return withAtlas(atlas, async () => {
    try {
      return await written(atlas, out, base);
    } catch (error) {
      throw asRefusal(error, out);
    }
  });
}

async function written(atlas: string, out: string, base: string): Promise<PublishedAtlas> {
  const beside = (ending: string) => join(dirname(out), `.${basename(out)}.${ending}`);
  const [staging, old] = [beside("new"), beside("old")];
  if (!(await exists(out)) && (await exists(join(old, mark)))) await rename(old, out);
  const there = await exists(out);
  if (there && !(await exists(join(out, mark)))) {
    throw new Refusal({
      ja: `${out} はアトラスのフォルダーではありません。新しいフォルダーの名前を指定してください。`,
      en: `${out} is no atlas of ours. Name a new folder.`,
    });
  }
  await rm(staging, { recursive: true, force: true });
  try {
    // What the engine takes for the data is given back before the pages are made.
    await withStore(atlas, 1, (db) => writeData(db, join(staging, "data")));
    const published = await withStore(atlas, undefined, async (db) => {
      const cities = await citiesOf(db);
      prepareForLength(cities.reduce((sum, { rows }) => sum + rows, 0));
      const writer = writerInto(staging);
      const indicators = await writePages(db, atlas, base, cities, writer);
      return { files: writer.count() + 1 + publishedTables.length, cities: cities.length, indicators };
    });
    await rm(old, { recursive: true, force: true });
    if (there) await rename(out, old);
    await rename(staging, out).catch(async (error: unknown) => {
      if (there) await rename(old, out);
      throw error;
    });
    await rm(old, { recursive: true, force: true });
    return published;
  } finally {
    await rm(staging, { recursive: true, force: true });
  }
}

/** Most memory of the engine while an atlas is published: what it does not get it does in pieces. */
const engineMemory = "250MB";

async function withStore<Result>(
  atlas: string,
  threads: number | undefined,
  work: (db: Engine) => Promise<Result>,
): Promise<Result> {
  const db = await engine(threads, engineMemory);
  try {
    await openStore(db, atlas);
    return await work(db);
  } finally {
    db.close();
  }
}

/**
 * The tables in one file each. The partitions are read in the order of their names, each in its own order: nothing has
 * to be sorted, and one thread need not keep what another is not ready to write.
 */
async function writeData(db: Engine, folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  await db.run(
    `COPY (FROM observations) TO ${sqlText(join(folder, "observations.parquet"))} (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE 61440)`,
  );
  for (const [table, columns] of publishedTables) {
    await db.run(
      `COPY (SELECT ${columns} FROM ${table} ORDER BY ALL) TO ${sqlText(join(folder, `${table}.csv`))} (HEADER, DELIMITER ',')`,
    );
  }
}

const exists = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  );

interface Writer {
  write(path: string, content: string | Uint8Array): Promise<void>;
  count(): number;
}

function writerInto(folder: string): Writer {
  const made = new Set<string>();
  let count = 0;
  return {
    async write(path, content) {
      const file = join(folder, ...path.split("/"));
      if (!made.has(dirname(file))) await mkdir(dirname(file), { recursive: true });
      made.add(dirname(file));
      await writeFile(file, content);
      count += 1;
    },
    count: () => count,
  };
}

const readers: readonly PageReader[] = ["ja", "en"];

/** City after city, so that no more than a few cities' indicators stand in memory at once; gives how many there are. */
async function writePages(
  db: Engine,
  atlas: string,
  base: string,
  cities: readonly GatheredCity[],
  { write }: Writer,
): Promise<number> {
  const commons = commonIndicators();
  const byId = new Map(commons.map((common) => [common.id, common]));
  const aligned = await alignedOf(db, cities);
  await gatherYears(db);
  const references = await referencesOf(atlas, new Set(byId.keys()));
  const populations = populationsOf(await withYears(db, population, aligned.get(population) ?? []));
  const rows = new Map(cities.map((city) => [city.code, city]));
  const used = commons.filter(({ id }) => aligned.has(id));
  const amongOf = new Map<string, Among[]>();
  // Each has its address, also where no city counts it yet.
  for (const common of commons) {
    const indicators = await withYears(db, common.id, aligned.get(common.id) ?? []);
    const file = commonIndicatorFileJson({ common, indicators, references, populations, base });
    await writeCommon(file, rows, write);
    gatherAmong(common, file, amongOf);
  }
  const names = namesGatherer();
  let count = 0;
  for await (const [city, own] of indicatorsByCity(db, atlas, cities)) {
    count += own.length;
    names.add(city, own);
    for (const [path, text] of names.full()) await write(path, text);
    await writeCity(city, own, byId, amongOf.get(city.code) ?? [], write);
  }
  const counted = used.map((common) => ({
    common,
    cities: new Set(aligned.get(common.id)?.map(({ city }) => city.code)).size,
  }));
  for (const reader of readers) {
    const folder = "common-indicators/";
    const scheme = schemeMain(reader, commons, used);
    const title = atlasPhrase(reader, "commons");
    await write(
      `${readerFolder(reader)}${folder}index.html`,
      atlasPage({ reader, title, folder, main: scheme }),
    );
    const main = indexMain(reader, cities, count, counted);
    const up = ["assets/names.js", "assets/search.js"];
    await write(
      `${readerFolder(reader)}index.html`,
      atlasPage({ reader, title: "", folder: "", main, scripts: up }),
    );
  }
  await write(mark, "shihyo atlas publish\n");
  await write("assets/atlas.css", pageStyle + own);
  await write("assets/search.js", searchScript);
  await write("assets/similar.js", similarScript);
  for (const [path, text] of names.rest()) await write(path, text);
  await write("common-indicators/scheme.ttl", schemeTurtle(base, aligned, commons));
  await write("common-indicators/scheme.jsonld", schemeJsonLd(base, aligned, commons));
  await write("catalog.ttl", catalogueTurtle(base, cities));
  for (const name of widgetFiles) {
    const bytes = providedOnDisk.bytes(`widgets/${name}`);
    await write(`widgets/${name}`, bytes);
    await write(`widgets/${name.replace(/(\.m?js)$/, `-${providedOnDisk.widgetVersion}$1`)}`, bytes);
  }
  // Where a browser does not tell what a server said, an element asks for this to know whether there is one.
  await write("indicators/data.js", "self.kpiData ??= [];\n");
  return count;
}

async function writeCommon(
  file: CommonIndicatorFileJson,
  rows: ReadonlyMap<string, GatheredCity>,
  write: Writer["write"],
): Promise<void> {
  const folder = `common-indicators/${file.id}/`;
  // Only what leads to the web goes out as an address.
  const json = JSON.stringify(file, (key, value) =>
    key === "licence" && !isOpen(String(value)) ? undefined : value,
  );
  await write(`${folder}data.json`, `${json}\n`);
  await write(`${folder}data.js`, dataScript(json));
  for (const reader of readers) {
    const page = atlasPage({
      reader,
      title: file.name[reader] ?? file.name.ja,
      folder,
      main: commonMain(reader, file, rows),
      scripts: ["assets/similar.js"],
    });
    await write(`${readerFolder(reader)}${folder}index.html`, page);
  }
}

/** What a city's own page says of it: each aligned indicator with its newest value. */
function gatherAmong(
  common: CommonIndicator,
  { cities, beside }: CommonIndicatorFileJson,
  into: Map<string, Among[]>,
): void {
  const all = [
    ...cities.map(({ code, label, sentence }) => ({ code, label, sentence })),
    ...beside.map(({ code, label, newest }) => ({ code, label, sentence: newest })),
  ];
  for (const { code, label, sentence } of all)
    into.set(code, [...(into.get(code) ?? []), { common, label, sentence }]);
}

async function writeCity(
  city: GatheredCity,
  own: readonly IndicatorRow[],
  commons: ReadonlyMap<string, CommonIndicator>,
  among: readonly Among[],
  write: Writer["write"],
): Promise<void> {
  const folder = `cities/${city.code}/`;
  for (const reader of readers) {
    const title = textFor({ ja: city.name, en: city.name_en ?? undefined }, reader);
    const main = cityMain(reader, city, own, commons, among);
    await write(`${readerFolder(reader)}${folder}index.html`, atlasPage({ reader, title, folder, main }));
  }
}
