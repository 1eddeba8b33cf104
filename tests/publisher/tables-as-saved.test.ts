// Tables as Excel and editors really save them: dates with slashes, a first line `sep=,`, invisible letters, IDs in two cases.

import { existsSync, rmSync } from "node:fs";
import { join } from "node:path";
import { readCity } from "@shihyo/publisher";
import { describe, expect, test } from "vitest";
import { top } from "../support/places.ts";
import { copyOf, put, rewrite } from "../support/workplace.ts";

const base = join(top, "tests/issues/base/data");

async function told(change: (folder: string) => void) {
  const folder = copyOf(base);
  change(folder);
  const { dataset, issues } = await readCity(folder);
  return { dataset, told: issues.map(({ code, file, row, column }) => ({ code, file, row, column })) };
}

describe("a table", () => {
  test("with the dates that Excel makes of ours is read, versions that are dates too", async () => {
    const { dataset, told: issues } = await told((folder) =>
      rewrite(join(folder, "releases.csv"), (text) =>
        text
          .replace("2025-08-01,2025-08-01", "2025/8/1,2025/8/1")
          .replace("2025-10-20,2025-10-20,", "2025/10/20,2025/10/20,"),
      ),
    );
    expect(issues).toEqual([]);
    expect(dataset?.releases.map(({ version }) => version)).toEqual(["2025-08-01", "2025-10-20"]);
    expect(dataset?.releases.map(({ date }) => date)).toEqual(["2025-08-01", "2025-10-20"]);
  });

  test("with Excel's line sep=, is read, and its rows keep their numbers", async () => {
    const { told: issues } = await told((folder) =>
      rewrite(
        join(folder, "units.csv"),
        (text) => `sep=,\r\n${text.replace("U02,%,,,割合", "U02,%,,,割り合い")}`,
      ),
    );
    expect(issues).toEqual([{ code: "not-a-choice", file: "units.csv", row: 4, column: "種別" }]);
  });

  test.each([
    "確定\u200B",
    "\u00AD確定",
    "確\uFEFF定",
    "確定\u2060",
    "\u200E確定",
    "確定\u202C",
    "確\u2066定",
  ])("with a letter that nobody sees is told that, and nothing that follows from it (%#)", async (word) => {
    const { told: issues } = await told((folder) =>
      rewrite(join(folder, "observations/2024.csv"), (text) => text.replace("48.0,,確定", `48.0,,${word}`)),
    );
    expect(issues).toEqual([
      { code: "invisible-character", file: "observations/2024.csv", row: 3, column: "値の状態" },
    ]);
  });

  test("with an invisible letter in a header is told that once", async () => {
    const { told: issues } = await told((folder) =>
      rewrite(join(folder, "units.csv"), (text) => text.replace("名称,", "名称\u200B,")),
    );
    expect(issues).toEqual([{ code: "invisible-character", file: "units.csv", row: 1, column: undefined }]);
  });

  test.each(["2023.CSV", "2023.xlsx", "2023.Csv"])(
    "called observations/%s is told, not left out",
    async (name) => {
      const { told: issues } = await told((folder) => put(folder, `observations/${name}`, "PK"));
      expect(issues.map(({ code, file }) => [code, file])).toEqual([
        ["file-misnamed", `observations/${name}`],
      ]);
    },
  );

  test.each(["references.tsv", "costs.xlsx", "evaluations.ods"])(
    "called %s is told, not left out",
    async (name) => {
      const { told: issues } = await told((folder) => put(folder, name, "PK"));
      expect(issues.map(({ code, file }) => [code, file])).toEqual([["file-misnamed", name]]);
    },
  );

  test("that Excel still holds open leaves a file of its own, which is none", async () => {
    const { told: issues } = await told((folder) => put(folder, "observations/~$2024.csv", ""));
    expect(issues).toEqual([]);
  });

  test("with 32,767 letters in a cell is well; one more is told", async () => {
    const ofLength = (length: number) =>
      told((folder) =>
        rewrite(join(folder, "indicators.csv"), (text) =>
          text.replace("受けた人の割合", "あ".repeat(length)),
        ),
      );
    expect((await ofLength(32_767)).told).toEqual([]);
    expect((await ofLength(32_768)).told.map(({ code }) => code)).toEqual(["text-too-long"]);
  });

  test("names the letter to write in place of ㎡ and ㎏", async () => {
    const folder = copyOf(base);
    rewrite(join(folder, "units.csv"), (text) => text.replace("U01,人", "U01,㎡").replace("U02,%", "U02,㎏"));
    const { issues } = await readCity(folder);
    expect(issues.filter(({ code }) => code === "platform-character").map(({ advice }) => advice.ja)).toEqual(
      ["「㎡」の代わりに「m²」と書いてください。", "「㎏」の代わりに「kg」と書いてください。"],
    );
  });

  test("of a wrong case on its own is told by the name it should have", async () => {
    const { told: issues } = await told((folder) => {
      rmSync(join(folder, "units.csv"));
      put(folder, "Units.csv", "ID\n");
      expect(existsSync(join(folder, "Units.csv"))).toBe(true);
    });
    expect(issues.map(({ code, file }) => [code, file])).toContainEqual(["file-misnamed", "Units.csv"]);
  });
});
