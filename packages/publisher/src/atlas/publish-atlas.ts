// Writes an atlas as a folder of pages and data for any web server, out of its store.

import { mkdir, rename, rm, stat, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { commonIndicators } from "../disk/common-indicators.ts";
import { asRefusal } from "../disk/disk-refusal.ts";
import { Refusal } from "../refusal.ts";
import { pageStyle } from "../site/style.ts";
import { engine, quoted } from "./duckdb.ts";
import { refuseEmpty } from "./list.ts";
import { withAtlas } from "./moves.ts";
import { type AtlasData, gatheredData } from "./pages/gathered.ts";
import { atlasPage, cityMain, commonMain, indexMain } from "./pages/pages.ts";
import { catalogueTurtle, schemeTurtle } from "./pages/scheme.ts";
import { namesScript, searchScript } from "./pages/search-script.ts";
import { openStore } from "./store.ts";

export interface PublishedAtlas {
  readonly files: number;
  readonly data: AtlasData;
}

const own = `
.multiples { display: grid; grid-template-columns: repeat(auto-fill, minmax(220px, 1fr)); gap: 1rem; }
.multiples figure { margin: 0; }
.multiple { width: 100%; max-width: 320px; }
.multiple .line { fill: none; stroke: var(--key); stroke-width: 2; stroke-linecap: round; }
.multiple .ground { stroke: var(--line); }
.multiple circle { fill: var(--key); stroke: var(--key); stroke-width: 1.5; }
.multiple circle.unsure { fill: var(--back); }
.multiple text { font-size: 11px; fill: var(--quiet); }
table { border-collapse: collapse; }
th, td { padding: 0.25rem 0.75rem; border-bottom: 1px solid var(--line); text-align: start; vertical-align: top; }
.number { text-align: end; white-space: nowrap; }
.scroll { overflow-x: auto; }
input[type="search"] { font: inherit; padding: 0.25rem 0.5rem; width: min(24rem, 100%); }
`;

/** A folder that is not an atlas of ours is left as it is. */
const mark = "atlas-pages.txt";

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
  const db = await engine();
  try {
    await openStore(db, atlas);
    const data = await gatheredData(db);
    const files = filesOf(data, base);
    for (const [path, text] of files) {
      const file = join(staging, ...path.split("/"));
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, text);
    }
    const folder = join(staging, "data");
    await mkdir(folder, { recursive: true });
    await db.run(
      `COPY (SELECT * FROM observations ORDER BY code, year, indicator, breakdown) TO ${quoted(join(folder, "observations.parquet"))} (FORMAT parquet, COMPRESSION zstd)`,
    );
    for (const table of ["indicators", "cities"]) {
      await db.run(
        `COPY (SELECT * FROM ${table} ORDER BY ALL) TO ${quoted(join(folder, `${table}.csv`))} (HEADER, DELIMITER ',')`,
      );
    }
    await rm(old, { recursive: true, force: true });
    if (there) await rename(out, old);
    await rename(staging, out).catch(async (error: unknown) => {
      if (there) await rename(old, out);
      throw error;
    });
    await rm(old, { recursive: true, force: true });
    return { files: files.size + 3, data };
  } finally {
    db.close();
    await rm(staging, { recursive: true, force: true });
  }
}

const exists = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  );

function filesOf(data: AtlasData, base: string): ReadonlyMap<string, string> {
  const commons = commonIndicators();
  const byId = new Map(commons.map((common) => [common.id, common]));
  const used = new Set(data.indicators.flatMap(({ common }) => common ?? []));
  return new Map([
    [mark, "shihyo atlas publish\n"],
    ["assets/atlas.css", pageStyle + own],
    ["assets/names.js", namesScript(data)],
    ["assets/search.js", searchScript],
    [
      "index.html",
      atlasPage({ title: "指標アトラス", root: "", main: indexMain(data, commons), script: true }),
    ],
    ...commons
      .filter(({ id }) => used.has(id))
      .map((common): [string, string] => [
        `common-indicators/${common.id}/index.html`,
        atlasPage({
          title: `${common.name.ja} | 指標アトラス`,
          root: "../../",
          main: commonMain(data, common),
        }),
      ]),
    ...data.cities.map((city): [string, string] => [
      `cities/${city.code}/index.html`,
      atlasPage({ title: `${city.name} | 指標アトラス`, root: "../../", main: cityMain(data, city, byId) }),
    ]),
    ["common-indicators/scheme.ttl", schemeTurtle(base, data, commons)],
    ["catalog.ttl", catalogueTurtle(base, data)],
  ]);
}
