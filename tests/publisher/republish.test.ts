// Publishing into a folder that holds an earlier release: what changed without a word about it is told, and published all the same.

import { cpSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { publish } from "@shihyo/publisher";
import { beforeAll, describe, expect, test } from "vitest";
import { differences, filesIn } from "../support/files.ts";
import { top } from "../support/places.ts";
import { scratch } from "../support/published-city.ts";
import { shihyo } from "../support/shihyo.ts";
import { copyOf, put, rewrite, workplace } from "../support/workplace.ts";

const city = join(top, "tests/issues/base/data");
const place = scratch();
const first = join(place, "published");
const values = "指標ID,内訳ID,実績値,進捗状況,値の状態,値なしの理由,対象期間,読取状況,備考,出典ID,頁\n";

/** 2023 and 2024 as they are, and 2025 with a value of each kind that is not finished yet. */
const unfinished = `${values}K0001,,150,,速報,,,確定,,SR01,2\nK0002,,,,値なし,集計中,,確定,,SR01,2\nK0003,,,完成,確定,,,確定,,SR01,3\n`;

beforeAll(async () => {
  const data = join(place, "data");
  cpSync(city, data, { recursive: true });
  put(data, "observations/2025.csv", unfinished);
  await publish(data, first);
});

type Change = (data: string) => void;

const inFile =
  (file: string, from: string, to: string): Change =>
  (data) =>
    rewrite(join(data, file), (text) => text.replace(from, to));
const release: Change = (data) =>
  rewrite(join(data, "releases.csv"), (text) => `${text}2026-08-01,2026-08-01,三つ目,\n`);
const correct =
  (row: string): Change =>
  (data) =>
    rewrite(join(data, "corrections.csv"), (text) => `${text}${row}\n`);

function tables(...changes: readonly Change[]): string {
  const data = copyOf(city);
  put(data, "observations/2025.csv", unfinished);
  for (const change of changes) change(data);
  return data;
}

function folder(): string {
  const out = join(workplace(), "published");
  cpSync(first, out, { recursive: true });
  return out;
}

/** `code file row column` of what is told when these tables come into a folder that holds the first release. */
async function told(data: string, out = folder()): Promise<string[]> {
  const { issues, written } = await publish(data, out);
  expect(written?.size).toBeGreaterThan(100);
  return issues.map(({ code, file, row, column }) => `${code} ${file} ${row} ${column}`);
}

const changed = inFile("observations/2024.csv", ",136,", ",137,");

describe("a new release", () => {
  test("with the same values tells nothing", async () => {
    expect(await told(tables(release))).toEqual([]);
  });

  test("with another value tells where it stands, and what was published", async () => {
    const { issues } = await publish(tables(release, changed), folder());
    expect(issues).toMatchObject([
      {
        code: "published-value-changed",
        level: "warning",
        file: "observations/2024.csv",
        row: 2,
        column: "実績値",
        found: "137",
      },
    ]);
    expect(issues[0]?.message.ja).toContain("2025-10-20版で公開した値（136）");
    expect(issues[0]?.advice.ja).toContain("対象ID K0001FY2024、項目 実績値、訂正前 136、訂正後 137");
  });

  test("tells it again at every run, also where nothing is written, until corrections.csv says so", async () => {
    const out = folder();
    const data = tables(release, changed);
    const expected = ["published-value-changed observations/2024.csv 2 実績値"];
    expect(await told(data, out)).toEqual(expected);
    const again = await publish(data, out);
    expect(again.unchanged).toBe(true);
    expect(again.issues.map(({ code }) => code)).toEqual(["published-value-changed"]);
    correct("C0002,2026-08-01,K0001FY2024,実績値,136,137,数え間違い")(data);
    // The second release was published without that row, so it is another one now.
    expect(await told(data, out)).toEqual(["published-release-changed releases.csv 4 版"]);
    expect(await told(data, out)).toEqual([]);
  });

  test("with a correction tells nothing, however the number is written there", async () => {
    for (const row of ["実績値,136,137", "実績値,136人,137人", "実績値,136,137.0"]) {
      expect(
        await told(tables(release, changed, correct(`C0002,2026-08-01,K0001FY2024,${row},数え間違い`))),
      ).toEqual([]);
    }
  });

  test("with two corrections of one value asks that one of them begins with what was published", async () => {
    const twice = [
      correct("C0002,2026-07-01,K0001FY2024,実績値,136,138,数え間違い"),
      correct("C0003,2026-08-01,K0001FY2024,実績値,138,137,数え間違い"),
    ];
    expect(await told(tables(release, changed, ...twice))).toEqual([]);
  });

  test.each([
    [
      "a year more",
      (data: string) =>
        put(
          data,
          "observations/2026.csv",
          `${values}K0001,,1,,確定,,,確定,,SR01,2\nK0002,,,,値なし,該当なし,,確定,,SR01,2\nK0003,,,完成,確定,,,確定,,SR01,3\n`,
        ),
    ],
    ["a value where 集計中 stood", inFile("observations/2025.csv", ",,,値なし,集計中,", ",49.0,,確定,,")],
    ["another value where 速報 stood", inFile("observations/2025.csv", ",150,,速報", ",152,,確定")],
    ["more decimals of the same number", inFile("observations/2024.csv", ",136,", ",136.0,")],
    [
      "a note, a page and a state",
      inFile("observations/2024.csv", ",136,,確定,,,確定,,SR01,2", ",136,,推計,,,確定,見込み,SR01,9"),
    ],
    ["a name", inFile("indicators.csv", "健診の受診率", "健康診査の受診率")],
  ] as const)("tells no correction to be missing for %s", async (_, change) => {
    const codes = (await told(tables(release, change))).map((line) => line.split(" ")[0]);
    expect(codes.filter((code) => code?.startsWith("published-"))).toEqual([]);
  });

  test.each([
    [
      "words",
      inFile("observations/2024.csv", ",建設工事,", ",完成,"),
      "published-value-changed observations/2024.csv 4 進捗状況",
    ],
    [
      "a withdrawn value",
      inFile("observations/2024.csv", "K0001,,136,,確定,", "K0001,,,,値なし,秘匿"),
      "published-value-changed observations/2024.csv 2 実績値",
    ],
    [
      "a value that had none for good",
      inFile("observations/2023.csv", "K0001,,120,", "K0001,,121,"),
      "published-value-changed observations/2023.csv 2 実績値",
    ],
    [
      "a row that is gone",
      inFile("observations/2023.csv", "K0003,,,実施設計,確定,,,確定,,SR01,3\n", ""),
      "published-value-gone observations/2023.csv undefined undefined",
    ],
  ] as const)("tells %s", async (_, change, line) => {
    expect(await told(tables(release, change))).toEqual([line]);
  });

  test("tells a correction that begins with another value than was published", async () => {
    const data = tables(release, changed, correct("C0002,2026-08-01,K0001FY2024,実績値,135,137,数え間違い"));
    expect(await told(data)).toEqual(["published-value-not-corrected corrections.csv 3 訂正前"]);
  });

  test("tells a value no more that the release before this one has as well", async () => {
    const out = folder();
    await publish(tables(release, changed), out);
    const later = tables(release, changed, (data) =>
      rewrite(join(data, "releases.csv"), (text) => `${text}2027-08-01,2027-08-01,四つ目,\n`),
    );
    expect(await told(later, out)).toEqual([]);
  });
});

describe("the same release", () => {
  test("with the same tables tells nothing", async () => {
    expect(await told(tables())).toEqual([]);
  });

  test("with another value tells both, replaces it as ever, and then has nothing more to tell", async () => {
    const out = folder();
    const data = tables(changed);
    expect(await told(data, out)).toEqual([
      "published-value-changed observations/2024.csv 2 実績値",
      "published-release-changed releases.csv 3 版",
    ]);
    expect(readFileSync(join(out, "999954_indicator_result.csv"), "utf8")).toContain('"137"');
    expect(await told(data, out)).toEqual([]);
  });

  test("names the tables that are not what they were", async () => {
    const { issues } = await publish(tables(inFile("nodes.csv", "会館整備事業", "会館建設事業")), folder());
    expect(issues.map(({ code }) => code)).toEqual(["published-release-changed"]);
    expect(issues[0]?.message.en).toContain("999954_node.csv");
    expect(issues[0]?.message.en).not.toContain("999954_unit.csv");
  });

  test("tells nothing where what changed is not published", async () => {
    const data = tables((folder) => put(folder, "notes.txt", "x"));
    rewrite(join(data, "units.csv"), (text) => text.replaceAll("\n", "\r\n"));
    expect(await told(data)).toEqual([]);
  });

  test("stays as it was kept where the tables go back to it with another value, which is told", async () => {
    const out = folder();
    await publish(tables(release), out);
    const kept = filesIn(join(out, "releases/2025-10-20"));
    expect(await told(tables(changed), out)).toContain("published-release-changed releases.csv 3 版");
    expect(differences(kept, filesIn(join(out, "releases/2025-10-20")))).toEqual([]);
  });
});

describe("the command", () => {
  test("ends with 0 and says file, row, column, both values and what to do", async () => {
    const out = folder();
    const data = tables(release, changed);
    const run = await shihyo(["publish", data, "--out", out, "--lang", "en"]);
    expect(run.status).toBe(0);
    expect(run.stdout).toContain(
      'observations/2024.csv, row 2, column "実績値": Release 2025-10-20 published 136 for K0001FY2024; it is 137 now',
    );
    expect(run.stdout).toContain("add a row to corrections.csv");
    const json = await shihyo(["publish", data, "--out", out, "--json"]);
    expect(JSON.parse(json.stdout)).toMatchObject({ issues: [{ code: "published-value-changed", row: 2 }] });
  });

  test("with --strict leaves the folder as it was, and ends with 1", async () => {
    const out = folder();
    const before = filesIn(out);
    const run = await shihyo(["publish", tables(changed), "--out", out, "--strict", "--lang", "en"]);
    expect(run.status).toBe(1);
    expect(run.stdout).toContain("[published-release-changed]");
    expect(differences(before, filesIn(out))).toEqual([]);
  });

  test("runs as ever where a file that it would ask is gone or is no dataset", async () => {
    for (const spoil of [
      (out: string) => rmSync(join(out, "999954_dataset.json")),
      (out: string) => put(out, "999954_dataset.json", "{"),
      (out: string) => rmSync(join(out, "releases/latest/release.json")),
      (out: string) => rmSync(join(out, "releases"), { recursive: true }),
    ]) {
      const out = folder();
      spoil(out);
      const { written } = await publish(tables(release, changed), out);
      expect(written?.size).toBeGreaterThan(100);
    }
  });

  test("diff tells a value without a correction as well", async () => {
    const data = tables(release, changed);
    const run = await shihyo(["diff", first, data, "--lang", "en"]);
    expect(run.status).toBe(0);
    expect(run.stdout).toContain("Differences: 1\n");
    expect(run.stdout).toContain("Release 2025-10-20 published 136 for K0001FY2024; it is 137 now");
    const json = JSON.parse((await shihyo(["diff", first, data, "--json"])).stdout);
    expect(json.issues).toMatchObject([{ code: "published-value-changed", file: "observations/2024.csv" }]);
    correct("C0002,2026-08-01,K0001FY2024,実績値,136,137,数え間違い")(data);
    expect((await shihyo(["diff", first, data, "--lang", "en"])).stdout).not.toContain("published-value");
  });
});
