// A correction agrees with the table in whatever form its number is written, and tells where it does not.

import { join } from "node:path";
import { readCity } from "@shihyo/publisher";
import { describe, expect, test } from "vitest";
import { top } from "../support/places.ts";
import { copyOf, put, rewrite } from "../support/workplace.ts";

const city = join(top, "tests/issues/base/data");
const header = "ID,日付,対象ID,項目,訂正前,訂正後,理由\n";

/** The codes of what is told of the city with these corrections. */
async function told(rows: readonly string[], change: (data: string) => void = () => undefined) {
  const data = copyOf(city);
  put(data, "corrections.csv", header + rows.map((row) => `${row},誤り\n`).join(""));
  change(data);
  return (await readCity(data)).issues.map(({ code }) => code);
}

const inFile = (file: string, from: string, to: string) => (data: string) =>
  rewrite(join(data, file), (text) => text.replace(from, to));

describe("what stands in the table now", () => {
  test.each([
    ["the number as it stands", "K0002FY2024,実績値,84.0,48.0"],
    ["the number with other decimals", "K0002FY2024,実績値,84,48"],
    ["the number with its unit", "K0002FY2024,実績値,84.0%,48.0%"],
    ["the number in full-width digits", "K0002FY2024,実績値,84,４８"],
    ["words where a number stood", "K0003FY2024,実績値,12,建設工事"],
    ["words in their own column", "K0003FY2024,進捗状況,工事,建設工事"],
    ["a state", "K0002FY2024,値の状態,速報,確定"],
    ["a unit by its name", "K0001,単位,件,人"],
    ["a unit by its ID", "K0001,単位ID,U02,U01"],
    ["a name", "J0001,名称,健康相談,健康相談事業"],
    ["a note that was taken away", "K0001FY2024,備考,見込み,"],
  ])("is met by %s", async (_, row) => {
    expect(await told([`C0001,2025-10-20,${row}`])).toEqual([]);
  });

  test("is met by a number of four digits with its comma", async () => {
    const rows = ['C0001,2025-10-20,K0001FY2024,実績値,"1,630","1,360"'];
    const codes = await told(rows, inFile("observations/2024.csv", ",136,", ",1360,"));
    expect(codes).toEqual(["jump"]);
  });

  test("is met by a negative number, before and after", async () => {
    const rows = ["C0001,2025-10-20,K0001FY2024,実績値,-163,-136"];
    expect(await told(rows, inFile("observations/2024.csv", ",136,", ",-136,"))).toEqual([]);
    expect(await told(rows)).toEqual(["correction-contradicts-value"]);
  });

  test.each(["", "—", "値なし", "秘匿", "値なし（秘匿）"])(
    "is met by 「%s」 where the value was withdrawn",
    async (to) => {
      const withdraw = inFile("observations/2024.csv", "K0001,,136,,確定,", "K0001,,,,値なし,秘匿");
      expect(await told([`C0001,2025-10-20,K0001FY2024,実績値,136,${to}`], withdraw)).toEqual([]);
      expect(await told(["C0001,2025-10-20,K0001FY2024,実績値,136,137"], withdraw)).toEqual([
        "correction-contradicts-value",
      ]);
    },
  );

  test("is asked of the newest correction alone, whichever stands first", async () => {
    const rows = [
      "C0002,2025-10-20,K0001FY2024,実績値,135,136",
      "C0001,2025-09-01,K0001FY2024,実績値,130,135",
    ];
    expect(await told(rows)).toEqual([]);
    expect(await told(rows.toReversed())).toEqual([]);
  });

  test("is the same with its unit in a row of corrections", async () => {
    const rows = [
      "C0001,2025-09-01,K0001FY2024,実績値,130人,135人",
      "C0002,2025-10-20,K0001FY2024,実績値,135,136",
    ];
    expect(await told(rows)).toEqual([]);
  });

  test("is asked of a number that gave way to words together with those words", async () => {
    const rows = [
      "C0001,2025-09-01,K0003FY2024,実績値,12,実施設計",
      "C0002,2025-10-20,K0003FY2024,進捗状況,実施設計,建設工事",
    ];
    expect(await told(rows)).toEqual([]);
    expect(await told(rows.slice(0, 1))).toEqual(["correction-contradicts-value"]);
  });

  test("may be either print, where a later document printed another value", async () => {
    const source = '  {\n    "id": "SR01"';
    const reprinted = (data: string) => {
      inFile(
        "sources.json",
        source,
        `  { "id": "SR00", "title": { "ja": "前" }, "body": { "ja": "市" } },\n${source}`,
      )(data);
      inFile("observations/2024.csv", "K0002,", "K0001,,130,,確定,,,確定,,SR00,2\nK0002,")(data);
    };
    for (const to of ["130", "136"]) {
      expect(await told([`C0001,2025-10-20,K0001FY2024,実績値,99,${to}`], reprinted)).toEqual([
        "reprinted-differently",
      ]);
    }
    expect(await told(["C0001,2025-10-20,K0001FY2024,実績値,99,131"], reprinted)).toContain(
      "correction-contradicts-value",
    );
  });
});

describe("a correction of what is not there", () => {
  test.each(["K0001FY2025", "K0009FY2024", "K0001FY2024B0001", "K0009"])("%s is told", async (id) => {
    expect(await told([`C0001,2025-10-20,${id},実績値,1,2`])).toEqual(["unknown-id"]);
  });

  test("is told once where the row has an error of its own", async () => {
    const codes = await told(
      ["C0001,2025-10-20,K0001FY2024,実績値,163,136"],
      inFile("observations/2024.csv", ",136,", ",13 6,"),
    );
    expect(codes).toEqual(["not-a-number"]);
  });
});

describe("releases", () => {
  const releases = (rows: string) => (data: string) =>
    put(data, "releases.csv", `版,日付,内容,内容_英語\n${rows}`);
  test.each([
    ["1.9,2025-08-01,a,\n1.10,2025-09-01,b,\n", []],
    ["2025-08-01,2025-08-01,a,\n2025-08-01-2,2025-08-01,b,\n", []],
    ["2025-08-01,2025-08-01,a,\n2025-08-01b,2025-08-01,b,\n", []],
    ["9,2025-08-01,a,\n2026.1,2026-08-01,b,\n", []],
    ["2,2025-08-01,a,\n1,2025-09-01,b,\n", ["release-version-falls"]],
    ["2,2025-08-01,a,\n2,2025-09-01,b,\n", ["duplicate-release"]],
    ["1,2025-08-01,a,\n2,2024-09-01,b,\n3,2025-09-01,c,\n", ["release-before-earlier"]],
  ])("%j are told as %j", async (rows, codes) => {
    expect(await told([], releases(rows))).toEqual(codes);
  });
});
