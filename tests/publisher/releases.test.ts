// Releases in a published folder: an earlier release stays byte for byte, latest stays where it is, the same input gives the same folder.

import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { bytesIn, publishInto, scratch } from "../support/published-city.ts";
import { sampleCity, sampleCode } from "../support/sample-city.ts";

const folder = scratch();
const city = join(folder, sampleCode);
const one = "2025-08-01";
const two = "2026-08-01";
const three = "2027-08-01";
const lines = [`${one},${one},一つ目,First`, `${two},${two},二つ目,Second`, `${three},${three},三つ目,Third`];

let tables = 0;

/** Publishes with so many releases, the last with another value. */
async function publishRelease(count: number, value: string): Promise<Map<string, Buffer>> {
  tables += 1;
  const data = sampleCity(join(folder, `data-${tables}`), { releases: lines.slice(0, count), value });
  await publishInto(city, data);
  return bytesIn(city);
}

const below = (files: ReadonlyMap<string, Buffer>, start: string) =>
  new Map(
    [...files].flatMap(([path, bytes]) =>
      path.startsWith(start) ? [[path.slice(start.length), bytes] as const] : [],
    ),
  );

const isSame = (a: ReadonlyMap<string, Buffer>, b: ReadonlyMap<string, Buffer>) =>
  [...a.keys()].join("\n") === [...b.keys()].join("\n") &&
  [...a].every(([path, bytes]) => b.get(path)?.equals(bytes));

let first: Map<string, Buffer>;
let second: Map<string, Buffer>;
let again: Map<string, Buffer>;
let last: Map<string, Buffer>;

beforeAll(async () => {
  first = await publishRelease(1, "90.0");
  second = await publishRelease(2, "91.5");
  again = await publishRelease(2, "91.5");
  last = await publishRelease(3, "92.0");
});

describe("the first release", () => {
  test("lies at the top, and has the address that it will keep", () => {
    expect([...below(first, "releases/").keys()]).toEqual([
      `${one}/index.html`,
      "index.html",
      "latest/index.html",
      "latest/release.json",
    ]);
    const page = first.get(`releases/${one}/index.html`)?.toString() ?? "";
    expect(page).toContain(`https://shihyo.example/000001/releases/${one}/`);
    expect(page).toContain(`href="../../000001_indicator_result.csv"`);
  });

  test("is moved into its folder byte for byte when the second comes", () => {
    const kept = below(second, `releases/${one}/`);
    const data = [...first].filter(([path]) =>
      /^000001_|^croissant\.json$|^datapackage\.json$|^csv-metadata\.json$|^schema\//.test(path),
    );
    expect(data.length).toBeGreaterThan(13);
    for (const [path, bytes] of data) expect(kept.get(path)?.equals(bytes), path).toBe(true);
    expect([...kept.keys()].sort()).toEqual(
      [...data.map(([path]) => path), "SHA256SUMS", "index.html"].sort(),
    );
    expect(kept.get("000001_indicator_result.csv")?.toString()).toContain('"90.0"');
    expect(second.get("000001_indicator_result.csv")?.toString()).toContain('"91.5"');
  });

  test("stays as it is when the second is published again, and when a third comes", () => {
    const kept = below(second, `releases/${one}/`);
    expect(isSame(kept, below(again, `releases/${one}/`))).toBe(true);
    expect(isSame(kept, below(last, `releases/${one}/`))).toBe(true);
  });

  test("links only to what is there", () => {
    const page = second.get(`releases/${one}/index.html`)?.toString() ?? "";
    const links = [...page.matchAll(/href="(?!https?:|data:|#)([^"]+)"/g)].map(([, link = ""]) =>
      new URL(link, `https://x/releases/${one}/`).pathname.slice(1),
    );
    expect(links.length).toBeGreaterThan(10);
    for (const link of links) expect([...second.keys()], link).toContain(link);
  });

  test.skipIf(spawnSync("sha256sum", ["--version"]).status !== 0)(
    "passes sha256sum -c in its own folder (where present)",
    () => {
      const cwd = join(city, "releases", one);
      const out = execFileSync("sha256sum", ["-c", "--strict", "SHA256SUMS"], { cwd, encoding: "utf8" });
      expect(out.trim().split("\n").length).toBeGreaterThan(13);
    },
  );
});

describe("the second release", () => {
  test("gives the same folder when it is published again", () => {
    expect(isSame(second, again)).toBe(true);
  });

  test("is what latest points to, at addresses that stay", () => {
    const pointer = JSON.parse(second.get("releases/latest/release.json")?.toString() ?? "{}");
    expect([pointer.version, pointer.address]).toEqual([
      two,
      `https://shihyo.example/000001/releases/${two}/`,
    ]);
    for (const { path, bytes } of pointer.files) expect(second.get(path)?.length).toBe(bytes);
    expect(second.get("releases/latest/index.html")?.toString()).toContain(two);
  });

  test("stands in the index above the first", () => {
    const page = second.get("releases/index.html")?.toString() ?? "";
    expect(page.indexOf(two)).toBeGreaterThan(0);
    expect(page.indexOf(one)).toBeGreaterThan(page.indexOf(two));
  });

  test("is kept in its turn", () => {
    expect(last.get(`releases/${two}/000001_indicator_result.csv`)?.toString()).toContain('"91.5"');
    expect(
      last
        .get("releases/index.html")
        ?.toString()
        .match(/index\.html">20/g),
    ).toHaveLength(3);
  });

  test("keeps every release in SHA256SUMS", () => {
    const sums = last.get("SHA256SUMS")?.toString() ?? "";
    expect(sums).toContain(`  releases/${one}/000001_dataset.xlsx\n`);
    expect(sums).toContain(`  releases/${two}/SHA256SUMS\n`);
  });
});

test("a folder without the pointer, as earlier versions of the program left it, loses nothing", async () => {
  const old = join(folder, "old", sampleCode);
  await publishInto(old, sampleCity(join(folder, "old-data"), { releases: lines.slice(0, 1) }));
  const before = readFileSync(join(old, "000001_indicator_result.csv"));
  const sums = join(old, "SHA256SUMS");
  writeFileSync(sums, readFileSync(sums, "utf8").replace(/^.*releases\/.*\n/gm, ""));
  rmSync(join(old, "releases"), { recursive: true });
  await publishInto(
    old,
    sampleCity(join(folder, "old-data-2"), { releases: lines.slice(0, 2), value: "91.5" }),
  );
  expect(readFileSync(join(old, `releases/${one}/000001_indicator_result.csv`)).equals(before)).toBe(true);
});

test("going back to an earlier release keeps the later one, and what was kept", async () => {
  const back = join(folder, "back", sampleCode);
  cpSync(city, back, { recursive: true });
  await publishInto(back, sampleCity(join(folder, "back-data"), { releases: lines.slice(0, 1), value: "1" }));
  const files = bytesIn(back);
  expect(isSame(below(files, `releases/${one}/`), below(last, `releases/${one}/`))).toBe(true);
  expect(files.get(`releases/${three}/000001_indicator_result.csv`)?.toString()).toContain('"92.0"');
});

test("a file that somebody put into a kept release stays there", async () => {
  const own = join(folder, "own", sampleCode);
  cpSync(city, own, { recursive: true });
  writeFileSync(join(own, `releases/${one}/memo.txt`), "memo");
  await publishInto(own, sampleCity(join(folder, "own-data"), { releases: lines, value: "92.0" }));
  expect(readFileSync(join(own, `releases/${one}/memo.txt`), "utf8")).toBe("memo");
});

test("a run that is killed while it keeps a release loses nothing of it", async () => {
  const killed = join(folder, "killed", sampleCode);
  await publishInto(killed, sampleCity(join(folder, "killed-data"), { releases: lines.slice(0, 1) }));
  const before = bytesIn(killed);
  const next = sampleCity(join(folder, "killed-data-2"), { releases: lines.slice(0, 2), value: "91.5" });
  const command = join(import.meta.dirname, "../../packages/publisher/bin/shihyo.js");
  // From before the first file to after the swap, whatever the machine's speed: each run is killed later.
  for (const delay of [150, 300, 450, 600, 900, 1500]) {
    spawnSync(process.execPath, [command, "publish", next, "--out", killed], {
      timeout: delay,
      killSignal: "SIGKILL",
    });
  }
  await publishInto(killed, next);
  const after = bytesIn(killed);
  for (const [path, bytes] of before) {
    if (/^000001_/.test(path)) expect(after.get(`releases/${one}/${path}`)?.equals(bytes), path).toBe(true);
  }
  expect(after.get("000001_indicator_result.csv")?.toString()).toContain('"91.5"');
});
