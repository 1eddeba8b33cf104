// The commands that came last, under attack: the workbench's server, a workflow for GitHub, readings, alignments by place, two published folders side by side.

import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { get, request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { cityData, command, top } from "../support/places.ts";
import { shihyo } from "../support/shihyo.ts";
import { copyOf, put, rewrite, workplace } from "../support/workplace.ts";

const long = { timeout: 120_000 };
const minimal = cityData("minimal");

describe("the workbench's server", long, () => {
  /** Where it says the page is, and what is told of an address. */
  async function running() {
    const child = spawn(process.execPath, [command, "workbench", minimal, "--lang", "en"], {
      stdio: ["ignore", "pipe", "pipe"],
    });
    onTestFinished(() => {
      child.kill("SIGKILL");
    });
    const url = await new Promise<string>((done) => {
      let said = "";
      child.stderr.on("data", (more: Buffer) => {
        said += more.toString("utf8");
        const found = /http:\/\/\S+\//.exec(said)?.[0];
        if (found) done(found);
      });
    });
    return { child, url };
  }
  const status = (url: string, path: string, headers: Record<string, string> = {}, method = "GET") =>
    new Promise<number>((done, fail) => {
      const { hostname, port } = new URL(url);
      const asked = request({ hostname, port, path, method, headers }, (answer) => {
        answer.resume();
        answer.on("end", () => done(answer.statusCode ?? 0));
      });
      asked.on("error", fail);
      asked.end();
    });

  test("gives the tables to nobody who does not know the address, whatever host or origin asks", async () => {
    const { url } = await running();
    const { pathname, host } = new URL(url);
    expect(pathname).toMatch(/^\/[0-9a-f]{32}\/$/);
    expect(host).toMatch(/^127\.0\.0\.1:/);
    expect(await status(url, `${pathname}parts/city.js`)).toBe(200);
    for (const headers of [{}, { Host: "evil.example" }, { Origin: "https://evil.example" }]) {
      for (const path of [
        "/",
        "/index.html",
        "/parts/city.js",
        `${pathname}../parts/city.js`,
        `${pathname}..%2f..%2fetc/passwd`,
        "/..%5c..%5cetc/passwd",
        `${pathname.slice(0, -2)}/parts/city.js`,
      ])
        expect([path, await status(url, path, headers)]).toEqual([path, expect.toBeOneOf([400, 404])]);
    }
    for (const method of ["POST", "PUT", "DELETE", "PATCH"])
      expect(await status(url, `${pathname}parts/city.js`, { Origin: "https://evil.example" }, method)).toBe(
        405,
      );
  });

  test.each(["SIGINT", "SIGTERM", "SIGHUP"] as const)("leaves nothing behind after %s", async (signal) => {
    const { child, url } = await running();
    await new Promise<void>((done) => get(url, (answer) => answer.resume().on("end", done)));
    const ended = new Promise((done) => child.on("close", done));
    const before = readdirSync(tmpdir()).filter((name) => name.startsWith("shihyo-workbench-"));
    child.kill(signal);
    await ended;
    const after = readdirSync(tmpdir()).filter((name) => name.startsWith("shihyo-workbench-"));
    expect(after.length).toBeLessThan(before.length);
  });
});

describe("init --github", long, () => {
  const init = (cwd: string, ...more: string[]) =>
    shihyo(["init", "142077", "--date", "2026-04-01", "--github", "--lang", "ja", ...more], { cwd });
  const path = ".github/workflows/shihyo.yml";

  test("does not write through a link that leads out of the repository", async () => {
    const [place, elsewhere] = [workplace(), workplace()];
    mkdirSync(join(place, ".github/workflows"), { recursive: true });
    symlinkSync(join(elsewhere, "target"), join(place, path));
    const { status, stderr } = await init(place);
    expect([status, stderr]).toEqual([3, expect.stringMatching(/^[^\n]*。\n$/)]);
    expect(readdirSync(elsewhere)).toEqual([]);
  });

  test("does not wait for a pipe", async () => {
    const place = workplace();
    mkdirSync(join(place, ".github/workflows"), { recursive: true });
    spawnSync("mkfifo", [join(place, path)]);
    const { status, stderr } = await init(place);
    expect([status, stderr]).toEqual([3, expect.stringContaining("普通のファイルではありません")]);
    expect(existsSync(join(place, "data"))).toBe(false);
  });

  test.each(["data; curl evil", "-x", "../out", "data/$(id)", "data\n- run: id"])(
    "takes no folder that would be a command: %s",
    async (out) => {
      const place = workplace();
      const { status } = await init(place, `--out=${out}`);
      expect(status).toBe(2);
      expect(existsSync(join(place, ".github"))).toBe(false);
    },
  );
});

test(
  "yomi drafts long, odd and broken names in a sentence, in time, and writes no control character",
  long,
  async () => {
    const data = copyOf(minimal);
    rewrite(join(data, "indicators.csv"), (text) =>
      text.replace("歩道の整備延長", `${"歩道整備".repeat(100)}𠮷野家〆`),
    );
    const began = performance.now();
    const { status, stdout, stderr } = await shihyo(["yomi", data, "--lang", "ja"]);
    expect(performance.now() - began).toBeLessThan(30_000);
    expect(stderr).not.toMatch(/^\s+at |SHIHYO_TRACE/m);
    // Without the optional analyser a sentence says so.
    expect([0, 1, 3]).toContain(status);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
    expect(stdout).not.toMatch(/[\u0000-\u0008\u000b-\u001f]/);
  },
);

describe("two published folders side by side", long, () => {
  const compare = (...folders: string[]) =>
    spawnSync(process.execPath, [join(top, "scripts/compare-published.mjs"), ...folders], {
      encoding: "utf8",
      timeout: 60_000,
    });

  test("pipes, links and devices in them are not read, and nothing of theirs reaches the terminal", () => {
    const [old, now] = [workplace(), workplace()];
    for (const [folder, cell] of [
      [old, "1"],
      [now, "\u001b[2J\u202e2"],
    ] as const) {
      put(folder, "142123_unit.csv", `\uFEFF"ID","名称"\r\n"U01","${cell}"\r\n`);
      spawnSync("mkfifo", [join(folder, "142123_pipe.csv")]);
      symlinkSync("/dev/zero", join(folder, "142123_zero.csv"));
      symlinkSync("..", join(folder, "up"));
    }
    const { status, stdout, stderr } = compare(old, now);
    expect([status, stderr]).toEqual([0, ""]);
    expect(stdout).toContain("U01 名称: 「1」→「\ufffd[2J\ufffd2」");
  });

  test("what is no folder is told", () => {
    const file = put(workplace(), "file", "x");
    for (const folders of [["/nowhere", "/nowhere"], [file, file], []]) {
      const { status, stderr } = compare(...folders);
      expect([status, stderr]).toEqual([2, expect.stringMatching(/^[^\n]+\n$/)]);
    }
  });
});

test("align finds by its place what a name alone does not tell, and asks", long, async () => {
  const data = copyOf(minimal);
  const file = join(data, "indicators.csv");
  rewrite(file, (text) => text.replace("歩道の整備延長", "利用者数"));
  const nodes = readFileSync(join(data, "nodes.csv"), "utf8");
  const listed = readFileSync(join(data, "listings.csv"), "utf8").split(/\r?\n/)[1]?.split(",")[1] ?? "";
  const row = nodes.split(/\r?\n/).find((line) => line.startsWith(`${listed},`)) ?? "";
  const name = row.split(",")[2] ?? "";
  const proposals = async (place: string) => {
    writeFileSync(join(data, "nodes.csv"), nodes.replace(row, row.replace(name, place)));
    const { stdout } = await shihyo(["align", data, "--json", "--lang", "ja"]);
    return JSON.parse(stdout).proposals as { common: string; match: string; reasons: string[] }[];
  };
  rewrite(join(data, "units.csv"), (text) =>
    text.replace(/^U01,[^,]*,[^,]*/m, "U01,人,persons").replace(/長さ|物理量|計数/, "人数"),
  );
  expect(await proposals("道路の整備")).toEqual([]);
  const [found, ...more] = await proposals("図書館の管理と運営");
  expect(more).toEqual([]);
  expect(found).toMatchObject({ common: "C018", match: "close" });
  expect(found?.reasons.join()).toContain("掲載先の「図書館の管理と運営」に「図書館」があります");
});
