// An atlas that gathers from whoever says they publish: catalogues, tables and web servers that lie, bomb, loop or lead elsewhere, beside a good one.

import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { times } from "../support/attack.ts";
import { top } from "../support/places.ts";
import { publishInto, scratch } from "../support/published-city.ts";
import { type Run, shihyo } from "../support/shihyo.ts";
import { rewrite, workplace } from "../support/workplace.ts";

const folder = scratch();
const good = join(folder, "good");
const model = join(folder, "model");
const long = { timeout: 300_000 };
const code = "999962";
const secret = "s3kretTOKEN0123456789abcdefXYZ";

beforeAll(async () => {
  await publishInto(good, join(top, "tests/cities/official/data"));
  await publishInto(model, join(top, "tests/cities/parts/data"));
});

/** A copy of a published city to be spoiled. */
function hostile(): string {
  const copy = join(workplace(), "hostile");
  cpSync(model, copy, { recursive: true });
  return copy;
}

function expectCalm({ stdout, stderr }: Pick<Run, "stdout" | "stderr">): void {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  const control = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/;
  expect(stdout + stderr).not.toMatch(control);
  expect(stdout + stderr).not.toContain(secret);
  expect(stderr).not.toMatch(/^\s+at |SHIHYO_TRACE/m);
}

/** The good city and this one, gathered: the good one always is. */
async function gathered(address: string, env: Record<string, string> = {}) {
  const atlas = join(workplace(), "atlas");
  const run = async (...args: string[]): Promise<Run> => {
    const done = await shihyo(["atlas", ...args, "--atlas", atlas, "--lang", "ja"], { env });
    expectCalm(done);
    return done;
  };
  await run("add", address, good);
  const began = performance.now();
  const { stdout } = await run("update", "--json");
  const { cities } = JSON.parse(stdout) as {
    cities: { code?: string; state: string; told?: { ja: string } }[];
  };
  expect(cities.find((one) => one.code === "999989")).toMatchObject({ state: "current" });
  const other = cities.find((one) => one.code !== "999989");
  return { atlas, run, other, seconds: (performance.now() - began) / 1000 };
}

/** Rewrites a table, and the catalogue so that its size and hash fit. */
function spoilTable(city: string, name: "indicator" | "indicator_result", change: (text: string) => string) {
  const file = join(city, `${code}_${name}.csv`);
  const before = readFileSync(file);
  rewrite(file, change);
  const after = readFileSync(file);
  const hash = (bytes: Buffer) => createHash("sha256").update(bytes).digest("hex");
  rewrite(join(city, "catalog.ttl"), (text) =>
    text.replaceAll(hash(before), hash(after)).replaceAll(`${before.length}`, `${after.length}`),
  );
}

describe("a catalogue", long, () => {
  test.each([
    [
      "a file of this machine",
      (text: string) => text.replaceAll(`<${code}_indicator.csv>`, "<file:///etc/passwd>"),
    ],
    [
      "another host",
      (text: string) =>
        text.replaceAll(`<${code}_indicator.csv>`, `<https://other.example/${code}_indicator.csv>`),
    ],
    [
      "a folder above",
      (text: string) => text.replaceAll(`<${code}_indicator.csv>`, `<x/../../${code}_indicator.csv>`),
    ],
  ])("that names %s gives nothing", async (_, change) => {
    const city = hostile();
    rewrite(join(city, "catalog.ttl"), change);
    const { other } = await gathered(city);
    expect(other).toMatchObject({ state: "refused" });
    expect(other?.told?.ja).toMatch(/場所とハッシュがありません/);
  });

  test("whose texts hold halves of letters, control characters and no end spoils no other city, no page and no terminal", async () => {
    const city = hostile();
    rewrite(join(city, "catalog.ttl"), (text) =>
      text.replace(
        /dct:title "[^"]*"@ja/,
        `dct:title "\\u0000\\u001B[2J\\u202E</script><script>alert(1)</script>${"長".repeat(100_000)}"@ja`,
      ),
    );
    const { run, other, atlas } = await gathered(city);
    expect(other).toMatchObject({ state: "current", code });
    const pages = join(workplace(), "pages");
    expect((await run("publish", "--out", pages)).status).toBe(0);
    const page = readFileSync(join(pages, "index.html"), "utf8");
    expect(page).not.toContain("<script>alert");
    expect(page.length).toBeLessThan(50_000);
    // Where on this machine a city was read from is nobody's business.
    expect(readFileSync(join(pages, "data/cities.csv"), "utf8")).not.toContain(city);
    expect(existsSync(join(atlas, "observations", `code=${code}`))).toBe(true);
  });

  test("with halves of letters is read or refused, and spoils no other city", async () => {
    const city = hostile();
    rewrite(join(city, "catalog.ttl"), (text) => text.replace(/dct:title "/, 'dct:title "\\uD800'));
    const { run } = await gathered(city);
    expect((await run("publish", "--out", join(workplace(), "pages"))).status).toBe(0);
  });

  test("of very many datasets, and one that names one file again and again, is read or refused in time", async () => {
    const city = hostile();
    const file = join(city, "catalog.ttl");
    const whole = readFileSync(file, "utf8");
    const datasets = times(100_000, 1_000_000);
    writeFileSync(
      file,
      whole + Array.from({ length: datasets }, (_, at) => `<d${at}> a dcat:Dataset .\n`).join(""),
    );
    const many = await gathered(city);
    expect(many.other?.state).toBe(datasets > 200_000 ? "refused" : "current");
    expect(many.seconds).toBeLessThan(30);
    const again = 60_000;
    writeFileSync(
      file,
      `${whole}<catalog/#dataset> dcat:distribution <x>${", <x>".repeat(again)} .\n<x> dcat:mediaType <m>${", <m>".repeat(again)} .\n`,
    );
    const same = await gathered(city);
    expect(same.other?.state).toBe("current");
    expect(same.seconds).toBeLessThan(30);
  });

  test.each([
    ["a pipe", (path: string) => spawnSync("mkfifo", [path])],
    ["a device without an end", (path: string) => symlinkSync("/dev/zero", path)],
    ["a folder", (path: string) => mkdirSync(path)],
    ["a link that leads back to itself", (path: string) => symlinkSync(path, path)],
  ])("in whose place stands %s is not waited for", async (_, make) => {
    for (const name of ["catalog.ttl", `${code}_indicator.csv`]) {
      const city = hostile();
      rmSync(join(city, name));
      make(join(city, name));
      expect((await gathered(city)).other).toMatchObject({ state: "refused" });
    }
  });
});

describe("a table", long, () => {
  test("with a second column of codes gives no other body's rows", async () => {
    const city = hostile();
    spoilTable(city, "indicator_result", (text) =>
      text
        .replaceAll(`"${code}",`, `"${code}","../../../999989",`)
        .replace('"全国地方公共団体コード",', '"コード","全国地方公共団体コード",'),
    );
    expect((await gathered(city)).other).toMatchObject({ state: "refused" });
  });

  test("with as many years as rows makes no folder of its own for each", async () => {
    const city = hostile();
    spoilTable(city, "indicator_result", (text) => {
      const [header = "", row = ""] = text.split("\r\n");
      const many = Array.from({ length: 2_000 }, (_, at) => row.replace(/"20\d\d"/, `"${100_000 + at}"`));
      return `${[header, ...many].join("\r\n")}\r\n`;
    });
    const { other, atlas } = await gathered(city);
    expect(other?.state).not.toBe("current");
    expect(existsSync(join(atlas, "observations", `code=${code}`))).toBe(false);
  });
});

/** A server on this machine. */
async function serving(answer: RequestListener): Promise<string> {
  const server = createServer(answer);
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}

describe("a web server", long, () => {
  test.each([
    ["leads round and round", (url: string) => url, "5回を超えて"],
    ["leads to a file of this machine", () => "file:///etc/passwd", "公開されたウェブの場所ではない"],
    [
      "leads to an address with a password",
      () => `http://user:${secret}@127.0.0.1:1/catalog.ttl`,
      "公開された",
    ],
    ["leads to a scheme of its own", () => "data:text/turtle,x", "公開された"],
  ])("that %s is left, and that is told", async (_, to, told) => {
    const address = await serving((request, response) =>
      response.writeHead(301, { Location: to(request.url ?? "") }).end(),
    );
    const { other } = await gathered(address);
    expect(other).toMatchObject({ state: "refused" });
    expect(other?.told?.ja).toContain(told);
  });

  test("out on the web cannot have this machine or its network looked at", async () => {
    let inner = 0;
    const within = await serving((_, response) => {
      inner += 1;
      response.writeHead(200).end("secret");
    });
    // A proxy stands for the web: whatever is asked for, this is its answer.
    const proxy = createServer((_, response) =>
      response.writeHead(302, { Location: `${within}catalog.ttl` }).end(),
    );
    await new Promise<void>((done) => proxy.listen(0, "127.0.0.1", done));
    onTestFinished(() => {
      proxy.closeAllConnections();
      proxy.close();
    });
    const by = `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`;
    const { other } = await gathered("http://data.city.lg.jp/999962/", { http_proxy: by, HTTP_PROXY: by });
    expect(other?.told?.ja).toContain("公開されたウェブの場所ではない");
    expect(inner).toBe(0);
  });

  test("that sends a bomb of gzip is left before it has unpacked", async () => {
    const bomb = gzipSync(Buffer.alloc(times(100, 1000) << 20));
    const address = await serving((_, response) =>
      response.writeHead(200, { "Content-Encoding": "gzip" }).end(bomb),
    );
    const { other, seconds } = await gathered(address);
    expect(other?.told?.ja).toContain("超えています");
    expect(seconds).toBeLessThan(20);
  });
});

describe("what somebody wrote by hand", long, () => {
  const add = async (atlas: string, ...args: string[]) => {
    const run = await shihyo(["atlas", "add", ...args, "--atlas", atlas, "--lang", "ja"]);
    expectCalm(run);
    return run;
  };

  test("a password in an address is refused, and stands nowhere", async () => {
    const atlas = join(workplace(), "atlas");
    const { status, stderr } = await add(atlas, `https://user:${secret}@data.example.lg.jp/999962/`);
    expect([status, stderr]).toEqual([2, expect.stringContaining("利用者の名前やパスワード")]);
    expect(existsSync(join(atlas, "atlas.json"))).toBe(false);
  });

  test.each([
    ["a code that leads elsewhere", { code: "../../x" }],
    ["a code that is no text", { code: 142123 }],
    ["nothing in a city's place", null],
  ])("a list with %s is told in a sentence", async (_, change) => {
    const atlas = join(workplace(), "atlas");
    await add(atlas, good);
    rewrite(join(atlas, "atlas.json"), (text) => {
      const list = JSON.parse(text);
      return JSON.stringify({ ...list, cities: [change && { ...list.cities[0], ...change }] });
    });
    const { status, stderr } = await add(atlas, model);
    expect([status, stderr]).toEqual([2, expect.stringMatching(/^[^\n]*一覧として読めません。\n$/)]);
  });

  test("alignments, references and a journal that are none are told or left, and not waited for", async () => {
    const { atlas, run } = await gathered(model);
    const query = () => shihyo(["atlas", "query", "SELECT 1 AS n", "--atlas", atlas, "--lang", "ja"]);
    for (const name of ["alignments.csv", "references.csv"]) {
      spawnSync("mkfifo", [join(atlas, name)]);
      const told = await shihyo(["atlas", "publish", "--out", join(workplace(), "out"), "--atlas", atlas]);
      expectCalm(told);
      expect(told.status).toBe(3);
      rmSync(join(atlas, name));
    }
    writeFileSync(join(atlas, "alignments.csv"), "a,b\n1,2\n");
    const wrong = await query();
    expectCalm(wrong);
    expect([wrong.status, wrong.stderr]).toEqual([
      2,
      expect.stringContaining("全国地方公共団体コード、指標ID"),
    ]);
    rmSync(join(atlas, "alignments.csv"));
    for (const journal of ["{broken", '[["../../x", "y"]]', "7"]) {
      writeFileSync(join(atlas, ".moves.json"), journal);
      expect((await run("update")).status).toBe(0);
      expect(existsSync(join(atlas, ".moves.json"))).toBe(false);
    }
  });

  test("an atlas and its pages stand in folders of any name", async () => {
    const atlas = join(workplace(), "a[1]*?{x}");
    await add(atlas, good);
    const run = (...args: string[]) => shihyo(["atlas", ...args, "--atlas", atlas, "--lang", "ja"]);
    expect((await run("update")).status).toBe(0);
    expect((await run("query", "SELECT count(*) > 0 AS some FROM observations")).stdout).toContain("true");
    const out = join(workplace(), "out[2]*");
    expect((await run("publish", "--out", out)).status).toBe(0);
    expect(existsSync(join(out, "data/observations.parquet"))).toBe(true);
  });

  test("an address of the pages that is none is refused before anything is written", async () => {
    const { run } = await gathered(model);
    const out = join(workplace(), "out");
    for (const base of ["javascript:alert(1)", 'https://a.example/"><script>', "https://a.example/> ."]) {
      expect((await run("publish", "--out", out, "--base-iri", base)).status).toBe(2);
      expect(existsSync(out)).toBe(false);
    }
  });
});
