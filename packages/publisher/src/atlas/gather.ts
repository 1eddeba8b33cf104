// Gathers an atlas: asks each catalogue whether it has changed, takes only what it declares and only if it is whole, and keeps the last good copy of a city that fails.

import { createHash } from "node:crypto";
import { mkdir, writeFile } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { type AtlasCity, inOrder, readList, writeList } from "./catalogue-list.ts";
import {
  type CatalogueRead,
  catalogueFile,
  largestCatalogue,
  type NeededFile,
  neededFiles,
  readCatalogue,
} from "./city-catalogue.ts";
import { type Engine, engine, sqlText } from "./duckdb.ts";
import { type Move, withAtlas } from "./moves.ts";
import { addressOf, type KeeperNote, SourceFault, sourceAt } from "./source.ts";
import {
  type Changed,
  type CopiedTable,
  cityColumns,
  isPublishedHeader,
  shapeOf,
  writePartitions,
} from "./store.ts";
import { lookAtTable, type TableLook } from "./table-bytes.ts";

export interface Gathered {
  readonly cities: readonly AtlasCity[];
  /** Codes of the cities whose partitions were written. */
  readonly changed: readonly string[];
  readonly unchanged: number;
}

/** How many cities' tables are written at once: enough to keep the engine busy, few enough for its memory. */
const batch = 20;

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
    const db = await engine(1);
    const writers = await writersInto(db, staging);
    try {
      const after: AtlasCity[] = [];
      for (const city of before) {
        const asked = await askCity(city, staging, new Set(after.flatMap(({ code }) => code ?? [])));
        after.push(asked.city);
        if (asked.changed) await writers.add(asked.changed);
        onCity(after.length, before.length);
      }
      const { moves, written, unread } = await writers.end();
      const kept = after.map((city) => (unread.has(city.code ?? "") ? asBefore(city, before) : city));
      await writeCities(db, kept, staging);
      await put([...moves, ["cities", "cities"]]);
      await writeList(atlas, kept);
      return {
        cities: inOrder(kept),
        changed: [...written].sort(),
        unchanged: kept.filter(({ state }) => state === "current").length - written.size,
      };
    } finally {
      await writers.stop();
      db.close();
    }
  });
}

interface Writers {
  /** Waits only where more is gathered than can be written. */
  add(city: Changed): Promise<void>;
  end(): Promise<{
    readonly moves: readonly Move[];
    readonly written: ReadonlySet<string>;
    readonly unread: ReadonlySet<string>;
  }>;
  stop(): Promise<void>;
}

/** While one city is asked the tables of others are written, on as many cores as there are. */
async function writersInto(db: Engine, staging: string): Promise<Writers> {
  const moves: Move[] = [];
  const written = new Set<string>();
  const unread = new Set<string>();
  const waiting = new Map<string, Changed[]>();
  const free = await Promise.all(Array.from({ length: availableParallelism() }, () => db.beside()));
  const all = [...free];
  const running = new Set<Promise<void>>();
  let fault: unknown;
  let count = 0;
  const write = async (cities: readonly Changed[]) => {
    while (free.length === 0) await Promise.race(running);
    if (fault !== undefined) throw fault;
    const own = free.pop() as Engine;
    count += 1;
    const work = writeSound(own, cities, staging, count, unread)
      .then((done) => {
        moves.push(...done);
        for (const { code } of cities) if (!unread.has(code)) written.add(code);
      })
      .catch((error: unknown) => {
        fault ??= error;
      })
      .finally(() => {
        free.push(own);
        running.delete(work);
      });
    running.add(work);
  };
  return {
    async add(city) {
      const shape = shapeOf(city);
      const group = [...(waiting.get(shape) ?? []), city];
      waiting.set(shape, group.length < batch ? group : []);
      if (group.length >= batch) await write(group);
    },
    async end() {
      for (const group of waiting.values()) if (group.length > 0) await write(group);
      await Promise.all(running);
      if (fault !== undefined) throw fault;
      return { moves, written, unread };
    },
    async stop() {
      await Promise.all(running);
      for (const one of all) one.close();
    },
  };
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
    // A disk that is full is no fault of the city's.
    if (!first || isOfDisk(error)) throw error;
    if (others.length === 0) {
      unread.add(first.code);
      return [];
    }
    const each: Move[] = [];
    for (const city of cities) each.push(...(await writeSound(db, [city], staging, number, unread)));
    return each;
  }
}

const isOfDisk = (error: unknown): boolean => (error as NodeJS.ErrnoException).syscall !== undefined;

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
      const look = soundTable(file.bytes, catalogue.code, path, name);
      looks[name] = look;
      tables[name] = { file: join(copy, `${name}.csv`), header: look.header };
      await writeFile(join(copy, `${name}.csv`), file.bytes);
    }
    const { results, indicators } = tables;
    if (!results || !indicators) throw new Error("a table was not looked at");
    const counts = { rows: looks.results?.rows ?? 0, indicators: looks.indicators?.rows ?? 0 };
    if (
      (counts.rows === 0 && (city.rows ?? 0) > 0) ||
      (counts.indicators === 0 && (city.indicators ?? 0) > 0)
    )
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

const movedTo = (address: string): KeeperNote => ({
  ja: `アドレスが ${address} に変わりました。これからはそこを見ます。`,
  en: `It has moved to ${address}, which is asked from now on.`,
});

/** The last good copy stays, where there is one. */
function failed(city: AtlasCity, why: KeeperNote): AtlasCity {
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
function soundTable(bytes: Uint8Array, code: string, path: string, name: NeededFile): TableLook {
  const look = lookAtTable(bytes, code);
  if (!look || !isPublishedHeader(name, look.header)) {
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
  const columns = Object.keys(cityColumns) as (keyof typeof cityColumns)[];
  const rows = inOrder(cities).filter(({ code }) => code !== undefined);
  const file = join(staging, "cities.json");
  const lines = rows.map((city) =>
    JSON.stringify(
      Object.fromEntries(columns.map((name) => [name, city[name === "name_en" ? "nameEn" : name] ?? null])),
    ),
  );
  await writeFile(file, `${lines.join("\n")}\n`);
  await mkdir(join(staging, "cities"));
  const typed = columns.map((name) => `${name}: '${cityColumns[name]}'`).join(", ");
  await db.run(
    `COPY (SELECT * FROM read_json(${sqlText(file)}, format = 'newline_delimited', columns = {${typed}}) ORDER BY code) TO ${sqlText(join(staging, "cities", "data_0.parquet"))} (FORMAT parquet)`,
  );
}
