// The ZIP and SHA256SUMS: whole, checked by other tools, and the same bytes in any place, language or process.

import { execFile, execFileSync, spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { strFromU8, unzipSync } from "fflate";
import { beforeAll, describe, expect, test } from "vitest";
import { atsugiTables, bytesIn, publishInto, scratch } from "../support/published-city.ts";

const folder = scratch();
const city = join(folder, "142123");

beforeAll(() => publishInto(city, atsugiTables));

function unzipped(): Record<string, Uint8Array> {
  return unzipSync(readFileSync(join(city, "142123_dataset.zip")));
}

describe("the ZIP", () => {
  test("holds every data file as it lies beside it", () => {
    const entries = unzipped();
    const { resources } = JSON.parse(readFileSync(join(city, "datapackage.json"), "utf8"));
    const paths = [
      ...resources.map(({ path }: { path: string }) => path),
      "datapackage.json",
      "schema/dataset.schema.json",
    ];
    for (const path of paths) {
      expect(
        Buffer.from(entries[`142123_dataset/${path}`] ?? []).equals(readFileSync(join(city, path))),
        path,
      ).toBe(true);
    }
  });

  test("is a data package by itself: all that datapackage.json names is in it", () => {
    const entries = unzipped();
    const { resources } = JSON.parse(
      strFromU8(entries["142123_dataset/datapackage.json"] ?? new Uint8Array()),
    );
    expect(resources.length).toBeGreaterThan(9);
    for (const { path, bytes } of resources) expect(entries[`142123_dataset/${path}`]?.length).toBe(bytes);
  });

  test("explains itself in Japanese and English", () => {
    const entries = unzipped();
    const ja = strFromU8(entries["142123_dataset/README.ja.txt"] ?? new Uint8Array());
    const en = strFromU8(entries["142123_dataset/README.en.txt"] ?? new Uint8Array());
    expect(ja).toContain("を加工して作成");
    expect(ja).toContain("142123_indicator_result.csv\r\n");
    expect(en).toContain("not official data of Atsugi");
    expect(en).toContain("An empty cell means no value");
  });

  test("is sorted, and carries one fixed time", () => {
    const listed = execFileSync("unzip", ["-Z", "-T", join(city, "142123_dataset.zip")], {
      encoding: "utf8",
    });
    const entries = listed.match(/\d{8}\.\d{6} .+$/gm) ?? [];
    expect(entries.length).toBeGreaterThan(10);
    expect(new Set(entries.map((entry) => entry.slice(0, 15)))).toEqual(new Set(["19800101.000000"]));
    expect(entries).toEqual(entries.toSorted());
  });

  test("passes unzip's own test", () => {
    expect(() => execFileSync("unzip", ["-tqq", join(city, "142123_dataset.zip")])).not.toThrow();
  });
});

const sha256sum = spawnSync("sha256sum", ["--version"]).status === 0;

test.skipIf(!sha256sum)("sha256sum -c (where present) finds every published file as SHA256SUMS says", () => {
  const out = execFileSync("sha256sum", ["-c", "--strict", "SHA256SUMS"], { cwd: city, encoding: "utf8" });
  const listed = out.trim().split("\n");
  expect(listed.every((line) => line.endsWith(": OK"))).toBe(true);
  expect(listed.length).toBe(bytesIn(city).size - 1);
});

test("another time zone, locale, user's folder and process write the same bytes", async () => {
  const command = join(import.meta.dirname, "../../packages/publisher/bin/shihyo.js");
  const run = promisify(execFile);
  const circumstances = [
    { TZ: "America/New_York", LC_ALL: "C", LANG: "en_US.UTF-8" },
    { TZ: "Pacific/Kiritimati", LC_ALL: "tr_TR.UTF-8", UV_THREADPOOL_SIZE: "1" },
  ];
  const expected = bytesIn(city);
  for (const [at, env] of circumstances.entries()) {
    const out = join(folder, `again-${at}`, "142123");
    await run(process.execPath, [command, "publish", atsugiTables, "--out", out], {
      env: { PATH: process.env.PATH, HOME: folder, ...env },
      cwd: folder,
      maxBuffer: 1 << 24,
    });
    const found = bytesIn(out);
    expect([...found.keys()]).toEqual([...expected.keys()]);
    const different = [...expected].filter(([path, bytes]) => !found.get(path)?.equals(bytes));
    expect(different.map(([path]) => path)).toEqual([]);
  }
}, 300_000);
