// Gathers an atlas: asks each catalogue whether it has changed, takes only what it declares and only if it is whole, and keeps the last good copy of a city that fails.

import { createHash } from "node:crypto";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import {
  type CatalogueRead,
  catalogueFile,
  largestCatalogue,
  type NeededFile,
  neededFiles,
  readCatalogue,
} from "./catalogue.ts";
import { type Engine, engine, quoted } from "./duckdb.ts";
import { type AtlasCity, inOrder, readList, writeList } from "./list.ts";
import { type Move, withAtlas } from "./moves.ts";
import { addressOf, SourceFault, sourceAt, type Told } from "./source.ts";
import { alike, type Changed, type CopiedTable, writePartitions } from "./store.ts";
import { lookAtTable, type TableLook } from "./table-bytes.ts";

export interface Gathered {
  readonly cities: readonly AtlasCity[];
  /** Codes of the cities whose partitions were written. */
  readonly changed: readonly string[];
  readonly unchanged: number;
}

/** How many cities' tables are written at once: enough to keep the engine busy, few enough for its memory. */
const batch = 40;

const sha256Of = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

/** Adds catalogues to the list; one that stands there already stays as it is. */
export async function addCatalogues(atlas: string, given: readonly string[]): Promise<AtlasCity[]> {
  return withAtlas(atlas, async () => {
    const before = await readList(atlas);
    const known = new Set(before.map(({ address }) => address));
    const added = [...new Set(given.map(addressOf))].filter((address) => !known.has(address));
    const cities = [...before, ...added.map((address) => ({ address, state: "new" as const }))];
    await writeList(atlas, cities);
    return cities;
  });
}

/** Asks every catalogue of the list. */
export async function updateAtlas(
  atlas: string,
  onCity: (done: number, of: number) => void = () => undefined,
): Promise<Gathered> {
  return withAtlas(atlas, async (staging, put) => {
    const before = inOrder(await readList(atlas));
    const db = await engine();
    try {
      const after: AtlasCity[] = [];
      const changed: Changed[] = [];
      for (const city of before) {
        const asked = await askCity(city, staging, new Set(after.flatMap(({ code }) => code ?? [])));
        after.push(asked.city);
        if (asked.changed) changed.push(asked.changed);
        onCity(after.length, before.length);
      }
      const moves: Move[] = [];
      const unread = new Set<string>();
      for (const group of alike(changed)) {
        for (let at = 0; at < group.length; at += batch) {
          const written = await writeSound(db, group.slice(at, at + batch), staging, moves.length, unread);
          moves.push(...written);
        }
      }
      const kept = after.map((city) => (unread.has(city.code ?? "") ? asBefore(city, before) : city));
      await writeCities(db, kept, staging);
      await put([...moves, ["cities.parquet", "cities.parquet"]]);
      await writeList(atlas, kept);
      const taken = changed.map(({ code }) => code).filter((code) => !unread.has(code));
      return {
        cities: inOrder(kept),
        changed: taken.sort(),
        unchanged: kept.filter(({ state }) => state === "current").length - taken.length,
      };
    } finally {
      db.close();
    }
  });
}

/** The cities of a batch; where the engine cannot read one of them the others are written without it. */
async function writeSound(
  db: Engine,
  cities: readonly Changed[],
  staging: string,
  number: number,
  unread: Set<string>,
): Promise<Move[]> {
  const part = `part${number}-${cities[0]?.code ?? ""}-${cities.length}`;
  await mkdir(join(staging, part), { recursive: true });
  try {
    await writePartitions(db, cities, join(staging, part));
    return movesOf(cities, part);
  } catch (error) {
    const [first, ...others] = cities;
    if (!first) throw error;
    if (others.length === 0) {
      unread.add(first.code);
      return [];
    }
    const each: Move[] = [];
    for (const city of cities) each.push(...(await writeSound(db, [city], staging, number, unread)));
    return each;
  }
}

/** What was gathered of it before, since its tables could not be read. */
function asBefore({ address }: AtlasCity, before: readonly AtlasCity[]): AtlasCity {
  const known = before.find((city) => city.address === address) ?? { address, state: "new" as const };
  return failed(known, {
    ja: "表が、表として読めません。",
    en: "Its tables cannot be read as tables.",
  });
}

const movesOf = (cities: readonly Changed[], part: string): Move[] =>
  cities.flatMap(({ code }): Move[] => [
    [`${part}/observations/code=${code}`, `observations/code=${code}`],
    [`${part}/indicators/code=${code}`, `indicators/code=${code}`],
    [`copies/${code}`, `copies/${code}`],
  ]);

interface Asked {
  readonly city: AtlasCity;
  readonly changed?: Changed;
}

async function askCity(city: AtlasCity, staging: string, taken: ReadonlySet<string>): Promise<Asked> {
  try {
    const source = sourceAt(city.address);
    const isGood = city.code !== undefined && city.sha256 !== undefined;
    const answer = await source.read(catalogueFile, largestCatalogue, isGood ? city.etag : undefined);
    if (answer === undefined) return { city: well(city) };
    const sha256 = sha256Of(answer.bytes);
    if (isGood && sha256 === city.sha256) return { city: well(moved(city, answer.movedTo)) };
    const catalogue = readCatalogue(Buffer.from(answer.bytes).toString("utf8"));
    refuseOther(city, catalogue, taken);
    const copy = join(staging, "copies", catalogue.code);
    await mkdir(copy, { recursive: true });
    const looks: Partial<Record<NeededFile, TableLook>> = {};
    const tables: Partial<Record<NeededFile, CopiedTable>> = {};
    for (const name of neededFiles) {
      const { path, bytes, sha256: declared } = catalogue.files[name];
      const file = await source.read(path, bytes);
      if (!file || file.bytes.byteLength !== bytes || sha256Of(file.bytes) !== declared) {
        throw new SourceFault(
          `${path} が、目録にあるハッシュと違います。`,
          `${path} is not what the catalogue's hash says.`,
        );
      }
      const look = soundTable(file.bytes, catalogue.code, path);
      looks[name] = look;
      tables[name] = { file: join(copy, `${name}.csv`), header: look.header };
      await writeFile(join(copy, `${name}.csv`), file.bytes);
    }
    const { results, indicators } = tables;
    if (!results || !indicators) throw new Error("a table was not looked at");
    const counts = { rows: looks.results?.rows ?? 0, indicators: looks.indicators?.rows ?? 0 };
    if (counts.rows === 0 && (city.rows ?? 0) > 0)
      throw new SourceFault("表が空になっています。", "The tables have become empty.");
    const { files: declared, provenance, base, ...about } = catalogue;
    const name = looks.results?.first("地方公共団体名") ?? about.title;
    const next: AtlasCity = {
      address: answer.movedTo ?? city.address,
      state: "current",
      ...about,
      base,
      name,
      official: name.endsWith(about.publisher ?? "…"),
      ...(provenance === undefined ? {} : { attribution: provenance }),
      ...counts,
      ...(answer.etag === undefined ? {} : { etag: answer.etag }),
      sha256,
      files: declared,
      ...(answer.movedTo === undefined ? {} : { told: movedTo(answer.movedTo) }),
    };
    return { city: next, changed: { code: catalogue.code, results, indicators } };
  } catch (error) {
    if (!(error instanceof SourceFault)) throw error;
    return { city: failed(city, error.told) };
  }
}

/** Nothing is said any more of what once went wrong. */
function well(city: AtlasCity): AtlasCity {
  const { told: _, ...rest } = city;
  return { ...rest, state: "current" };
}

function moved(city: AtlasCity, to: string | undefined): AtlasCity {
  return to === undefined ? city : { ...city, address: to };
}

const movedTo = (address: string): Told => ({
  ja: `アドレスが ${address} に変わりました。これからはそこを見ます。`,
  en: `It has moved to ${address}, which is asked from now on.`,
});

/** The last good copy stays, where there is one. */
function failed(city: AtlasCity, why: Told): AtlasCity {
  if (city.code === undefined) return { ...city, state: "refused", told: why };
  return {
    ...city,
    state: "kept",
    told: {
      ja: `${why.ja}前に集めたもの（${city.version ?? "版不明"}）を残しています。`,
      en: `${why.en} What was gathered before (${city.version ?? "no version"}) is kept.`,
    },
  };
}

function refuseOther(city: AtlasCity, { code }: CatalogueRead, taken: ReadonlySet<string>): void {
  if (city.code !== undefined && city.code !== code) {
    throw new SourceFault(
      `別の団体（${code}）の目録になっています（これまでは ${city.code}）。`,
      `It is the catalogue of another body now (${code}; it was ${city.code}).`,
    );
  }
  if (taken.has(code)) {
    throw new SourceFault(
      `${code} は、別のアドレスからもう集めています。`,
      `${code} is gathered from another address already.`,
    );
  }
}

/** Every row is of the body whose catalogue it is. */
function soundTable(bytes: Uint8Array, code: string, path: string): TableLook {
  const look = lookAtTable(bytes, code);
  if (!look) {
    throw new SourceFault(
      `${path} は、公開された形の表ではありません。`,
      `${path} is not a table in the form in which they are published.`,
    );
  }
  if (look.other !== undefined) {
    throw new SourceFault(
      `表に、別の団体（${look.other}）の行があります。`,
      `A table has rows of another body (${look.other}).`,
    );
  }
  return look;
}

/** One row a city, in the order of codes. */
async function writeCities(db: Engine, cities: readonly AtlasCity[], staging: string): Promise<void> {
  const columns = [
    "code",
    "name",
    "nameEn",
    "title",
    "version",
    "licence",
    "publisher",
    "attribution",
    "official",
    "base",
    "address",
    "state",
    "rows",
    "indicators",
    "stars",
  ] as const;
  const types: Readonly<Partial<Record<(typeof columns)[number], string>>> = {
    official: "BOOLEAN",
    rows: "INTEGER",
    indicators: "INTEGER",
    stars: "INTEGER",
  };
  const rows = inOrder(cities).filter(({ code }) => code !== undefined);
  const file = join(staging, "cities.json");
  const lines = rows.map((city) =>
    JSON.stringify(Object.fromEntries(columns.map((name) => [name, city[name] ?? null]))),
  );
  await writeFile(file, `${lines.join("\n")}\n`);
  const typed = columns.map((name) => `${name}: '${types[name] ?? "VARCHAR"}'`).join(", ");
  await db.run(
    `COPY (SELECT * RENAME (nameEn AS name_en) FROM read_json(${quoted(file)}, format = 'newline_delimited', columns = {${typed}}) ORDER BY code) TO ${quoted(join(staging, "cities.parquet"))} (FORMAT parquet)`,
  );
}
