// Gathering an atlas: what is taken of folders and web addresses, and what becomes of a city that changes, fails, moves or lies.

import { createHash } from "node:crypto";
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { engine } from "../../packages/publisher/src/atlas/duckdb.ts";
import { withAtlas } from "../../packages/publisher/src/atlas/moves.ts";
import { SourceFault, sourceAt } from "../../packages/publisher/src/atlas/source.ts";
import { openStore } from "../../packages/publisher/src/atlas/store.ts";
import { Refusal } from "../../packages/publisher/src/refusal.ts";
import { top } from "../support/places.ts";
import { publishInto, scratch } from "../support/published-city.ts";
import { shihyo } from "../support/shihyo.ts";

const folder = scratch();
const published = (name: string) => join(folder, "published", name);
let atlas = "";
let count = 0;

beforeAll(async () => {
  for (const name of ["official", "parts"])
    await publishInto(published(name), join(top, "tests/cities", name, "data"));
});

beforeEach(() => {
  count += 1;
  atlas = join(folder, `atlas${count}`);
});

const run = async (...args: string[]) => {
  const { status, stdout, stderr } = await shihyo([...args, "--atlas", atlas, "--lang", "ja"]);
  return { status, stdout, stderr };
};
const update = async () => {
  const { stdout } = await shihyo(["atlas", "update", "--atlas", atlas, "--json"]);
  return JSON.parse(stdout) as {
    changed: string[];
    unchanged: number;
    cities: { code?: string; state: string; told?: { ja: string }; address: string }[];
  };
};
const rows = async (sql: string) =>
  (
    JSON.parse((await shihyo(["atlas", "query", sql, "--atlas", atlas, "--json"])).stdout) as {
      rows: Record<string, unknown>[];
    }
  ).rows;

describe("from folders", () => {
  test("each city's values come with unit, doubt and address, under its code and year", async () => {
    await run("atlas", "add", published("official"), published("parts"));
    const { changed } = await update();
    expect(changed).toEqual(["999962", "999989"]);
    const csv = readFileSync(join(published("parts"), "999962_indicator_result.csv"), "utf8")
      .trim()
      .split("\r\n");
    const [{ n, values }] = (await rows(
      "SELECT count(*)::INT AS n, count(value)::INT AS values FROM observations WHERE code = '999962'",
    )) as [{ n: number; values: number }];
    expect(n).toBe(csv.length - 1);
    expect(values).toBeGreaterThan(10);
    expect(
      await rows("SELECT code, official, licence IS NOT NULL AS licensed FROM cities ORDER BY code"),
    ).toEqual([
      { code: "999962", official: false, licensed: true },
      { code: "999989", official: true, licensed: true },
    ]);
    expect(existsSync(join(atlas, "observations/code=999962/year=2024"))).toBe(true);
  });

  test("a city that has not changed is left alone; one that has is written anew, and no other", async () => {
    const copy = join(folder, "changing");
    cpSync(published("parts"), copy, { recursive: true });
    await run("atlas", "add", published("official"), copy);
    await update();
    expect(await update()).toMatchObject({ changed: [], unchanged: 2 });
    const data = join(folder, "changed-data");
    cpSync(join(top, "tests/cities/parts/data"), data, { recursive: true });
    const file = join(data, "releases.csv");
    writeFileSync(file, readFileSync(file, "utf8").replace(/2025-10-20/g, "2025-10-21"));
    rmSync(copy, { recursive: true });
    await publishInto(copy, data);
    expect(await update()).toMatchObject({ changed: ["999962"], unchanged: 1 });
  });

  test("a folder that is no catalogue gives nothing, and a link out of the folder is not followed", async () => {
    const bare = join(folder, "bare");
    mkdirSync(bare, { recursive: true });
    writeFileSync(join(bare, "catalog.ttl"), "<a> <b> <c> .");
    const sly = join(folder, "sly");
    cpSync(published("parts"), sly, { recursive: true });
    rmSync(join(sly, "999962_indicator.csv"));
    symlinkSync(join(published("parts"), "999962_indicator.csv"), join(sly, "999962_indicator.csv"));
    await run("atlas", "add", bare, sly);
    const { cities } = await update();
    expect(cities.map(({ state }) => state)).toEqual(["refused", "refused"]);
    expect(cities.map(({ told }) => told?.ja ?? "").join()).toContain("フォルダーの外");
    expect((await run("atlas", "query", "SELECT 1")).status).toBe(2);
  });

  test("a run that was cut off between the moves is carried on by the next", async () => {
    await run("atlas", "add", published("parts"));
    await update();
    const staging = join(atlas, ".new/part0/indicators/code=999962");
    mkdirSync(staging, { recursive: true });
    writeFileSync(join(staging, "data_0.parquet"), "in place");
    writeFileSync(
      join(atlas, ".moves.json"),
      JSON.stringify([["part0/indicators/code=999962", "indicators/code=999962"]]),
    );
    await run("atlas", "add", published("parts"));
    expect(readFileSync(join(atlas, "indicators/code=999962/data_0.parquet"), "utf8")).toBe("in place");
    expect(existsSync(join(atlas, ".moves.json"))).toBe(false);
  });
});

describe("from the web", () => {
  let server: Server;
  let base = "";
  let answer: RequestListener = () => undefined;
  let asked: string[] = [];

  beforeAll(async () => {
    server = createServer((request, response) => {
      asked.push(request.url ?? "");
      answer(request, response);
    });
    await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
    base = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  });
  afterAll(() => server.close());
  beforeEach(() => {
    asked = [];
  });

  /** The folder at an address of this machine, with an ETag; `spoil` changes what is sent. */
  const serving =
    (
      name: string,
      at = "/city/",
      spoil: (path: string, bytes: Buffer) => Buffer = (_, bytes) => bytes,
    ): RequestListener =>
    (request, response) => {
      const path = (request.url ?? "").slice(at.length);
      const file = join(published(name), path);
      if (!request.url?.startsWith(at) || !existsSync(file)) return response.writeHead(404).end();
      const bytes = spoil(path, readFileSync(file));
      const etag = `"${bytes.length}"`;
      if (request.headers["if-none-match"] === etag) return response.writeHead(304).end();
      response.writeHead(200, { ETag: etag }).end(bytes);
    };

  /** A table with its header alone, which the catalogue declares as it is. */
  const emptied = (table: string) =>
    serving("parts", "/city/", (path, bytes) => {
      const full = readFileSync(join(published("parts"), table));
      const empty = full.subarray(0, full.indexOf("\r\n") + 2);
      if (path === table) return empty;
      if (path !== "catalog.ttl") return bytes;
      const sha256 = (of: Buffer) => createHash("sha256").update(of).digest("hex");
      const declared = bytes.toString("utf8");
      return Buffer.from(
        declared
          .replaceAll(sha256(full), sha256(empty))
          .replaceAll(`byteSize "${full.length}"`, `byteSize "${empty.length}"`),
      );
    });

  test("only the catalogue and what it declares is asked for, and the second time only the catalogue", async () => {
    answer = serving("parts");
    await run("atlas", "add", `${base}city/index.html`);
    expect((await update()).changed).toEqual(["999962"]);
    expect(asked).toEqual([
      "/city/catalog.ttl",
      "/city/999962_indicator_result.csv",
      "/city/999962_indicator.csv",
    ]);
    asked = [];
    expect((await update()).changed).toEqual([]);
    expect(asked).toEqual(["/city/catalog.ttl"]);
  });

  test.each([
    ["away", (_: unknown, response: Parameters<RequestListener>[1]) => response.writeHead(503).end(), "503"],
    ["another body's", serving("official"), "別の団体（999989）"],
    [
      "another file than its hash",
      serving("parts", "/city/", (path, bytes) =>
        path === "catalog.ttl"
          ? Buffer.concat([bytes, Buffer.from("\n")])
          : Buffer.from(bytes.map((byte, at) => (at === 400 ? byte ^ 1 : byte))),
      ),
      "ハッシュと違います",
    ],
    [
      "without an end",
      serving("parts", "/city/", (path, bytes) =>
        path === "catalog.ttl" ? Buffer.concat([bytes, Buffer.from("\n")]) : Buffer.concat([bytes, bytes]),
      ),
      "大きさ",
    ],
    ["without a result any more", emptied("999962_indicator_result.csv"), "空になって"],
    ["without an indicator any more", emptied("999962_indicator.csv"), "空になって"],
    [
      "a page",
      (_: unknown, response: Parameters<RequestListener>[1]) =>
        response.writeHead(200).end("<!doctype html><title>x</title>"),
      "目録",
    ],
  ] as readonly [string, RequestListener, string][])(
    "a city that is %s keeps its last good copy, and that is told",
    async (_, then, told) => {
      answer = serving("parts");
      await run("atlas", "add", `${base}city/`);
      await update();
      const before = await rows("SELECT count(*)::INT AS n FROM observations");
      answer = then;
      const { changed, cities } = await update();
      expect(changed).toEqual([]);
      expect(cities[0]).toMatchObject({ state: "kept", code: "999962" });
      expect(cities[0]?.told?.ja).toContain(told);
      expect(cities[0]?.told?.ja).toContain("残しています");
      expect(await rows("SELECT count(*)::INT AS n FROM observations")).toEqual(before);
      // Once it is well again nothing is said of it any more.
      answer = serving("parts");
      expect((await update()).cities[0]).not.toHaveProperty("told");
    },
  );

  test("a city that moved for good is asked at its new address from then on", async () => {
    answer = serving("parts");
    await run("atlas", "add", `${base}city/`);
    await update();
    const there = serving("parts", "/new/", (path, bytes) =>
      path === "catalog.ttl" ? Buffer.concat([bytes, Buffer.from("\n")]) : bytes,
    );
    answer = (request, response) =>
      request.url?.startsWith("/city/")
        ? response.writeHead(301, { Location: request.url.replace("/city/", "/new/") }).end()
        : there(request, response);
    const { cities } = await update();
    expect(cities[0]).toMatchObject({ state: "current", address: `${base}new/` });
    expect(cities[0]?.told?.ja).toContain("/new/");
  });

  test("one body is gathered from one address", async () => {
    answer = serving("parts");
    await run("atlas", "add", `${base}city/`, published("parts"));
    const { cities } = await update();
    expect(cities.map(({ state }) => state).sort()).toEqual(["current", "refused"]);
  });

  test("a redirect that leads to no address is told, and ends nothing", async () => {
    answer = (_, response) => response.writeHead(302, { Location: "http://[" }).end();
    await run("atlas", "add", `${base}city/`, published("official"));
    const { cities } = await update();
    expect(cities.map(({ state }) => state)).toEqual(["current", "refused"]);
    expect(cities[1]?.told?.ja).toContain("「http://[」");
    answer = (_, response) => response.writeHead(302).end();
    expect((await update()).cities[1]?.told?.ja).toContain("空");
    const { status, stderr } = await run("atlas", "add", "http://[/");
    expect([status, stderr]).toEqual([2, "「http://[/」は、アドレスとして読めません。\n"]);
  });

  test("an answer must begin soon, and end in time", async () => {
    const patience = { answer: 300, end: 600 };
    const told = async () => {
      const began = performance.now();
      const error = await sourceAt(`${base}city/`, patience)
        .read("catalog.ttl", 1_000_000)
        .catch((found: unknown) => found);
      expect(performance.now() - began).toBeLessThan(5_000);
      return error instanceof SourceFault ? error.told.ja : "";
    };
    answer = () => undefined;
    expect(await told()).toContain("1秒待っても返事がありません");
    answer = (_, response) => {
      const more = setInterval(() => response.write("."), 50);
      response.on("close", () => clearInterval(more));
    };
    expect(await told()).toContain("1秒待っても届き終わりません");
  });
});

describe("what cannot be done is said in a sentence", () => {
  test("nothing is published, and nothing asked, of an atlas that has nothing in it", async () => {
    for (const args of [
      ["atlas", "publish", "--out", join(folder, "none")],
      ["atlas", "query", "SELECT 1"],
    ]) {
      const { status, stderr } = await run(...args);
      expect([status, stderr]).toEqual([
        2,
        `${atlas} にはまだ何も集めていません。shihyo atlas add と update を先に実行してください。\n`,
      ]);
    }
    expect(existsSync(atlas)).toBe(false);
  });

  test("the definition of the table needs no query, and a query must be said", async () => {
    expect((await run("atlas", "query", "--definition")).stdout).toContain("CREATE TABLE observations");
    expect((await run("atlas", "query")).stderr).toContain("--definition");
  });

  test("what a question has read takes no room after it: an atlas has tens of thousands of files", async () => {
    await run("atlas", "add", published("official"), published("parts"));
    await update();
    const db = await engine();
    try {
      await openStore(db, atlas);
      const [{ n }] = (await db.rows("SELECT count(DISTINCT uri)::INT AS n FROM observations")) as [
        { n: number },
      ];
      expect(n).toBeGreaterThan(10);
      const kept = await db.rows(
        "SELECT tag FROM duckdb_memory() WHERE tag = 'EXTERNAL_FILE_CACHE' AND memory_usage_bytes > 0",
      );
      expect(kept).toEqual([]);
    } finally {
      db.close();
    }
  });

  test.skipIf(!existsSync("/dev/full"))("a full disk is told by Node and by the engine alike", async () => {
    const db = await engine();
    const error = await db
      .run("COPY (SELECT range AS n FROM range(100000)) TO '/dev/full' (FORMAT parquet)")
      .catch((found: unknown) => found);
    db.close();
    expect(error).toMatchObject({ code: "ENOSPC" });
    await run("atlas", "add", published("parts"));
    const refusal = await withAtlas(atlas, async () => {
      throw error;
    }).catch((found: unknown) => found);
    expect(refusal).toBeInstanceOf(Refusal);
    expect(refusal).toMatchObject({
      status: 3,
      sentence: { ja: expect.stringContaining("空きが足りません") },
    });
  });

  test("where a file stands in the folder's place, no stack is shown", async () => {
    writeFileSync(atlas, "");
    const { status, stderr } = await run("atlas", "add", published("parts"));
    expect(status).toBe(3);
    expect(stderr).toMatch(/^[^\n]*。\n$/);
  });

  test("a list that is cut off while it is written stays as it was", async () => {
    await run("atlas", "add", published("parts"));
    const before = readFileSync(join(atlas, "atlas.json"), "utf8");
    // What is written beside it is all that a run that is killed leaves.
    mkdirSync(join(atlas, ".atlas.json.new"));
    const { status } = await run("atlas", "add", published("official"));
    expect(status).toBe(3);
    expect(readFileSync(join(atlas, "atlas.json"), "utf8")).toBe(before);
  });
});
