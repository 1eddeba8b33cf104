// A second city, and folders of an older format: made, checked, published at once; moved without losing anything.

import { readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { isError } from "@shihyo/core";
import { initCity, migrate, publish, readCity } from "@shihyo/publisher";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { atsugi } from "../support/places.ts";
import { shihyo } from "../support/shihyo.ts";
import { copyOf, rewrite, workplace } from "../support/workplace.ts";

const chigasaki = { code: "142077", year: 2024, date: "2026-11-22" };

describe("a new city", () => {
  test("checks and publishes at once, and says what is still an example", async () => {
    const folder = join(workplace(), "142077");
    const made = await initCity(folder, { ...chigasaki, name: "神奈川県茅ヶ崎市" });
    expect(made).toMatchObject({ name: "神奈川県茅ヶ崎市", listed: true });
    const { dataset, issues } = await readCity(folder);
    expect(issues.filter(isError)).toEqual([]);
    expect(new Set(issues.map(({ code }) => code))).toEqual(
      new Set(["definition-unsaid", "example-left", "placeholder-base"]),
    );
    expect(dataset?.municipality).toMatchObject({ code: "142077", official: false });
    const { written } = await publish(folder, join(workplace(), "out"));
    expect(written?.has("142077_indicator_result.csv")).toBe(true);
  });

  test("has every table and column that Atsugi has, in the same order", async () => {
    const folder = join(workplace(), "142077");
    const { files } = await initCity(folder, chigasaki);
    const ours = readdirSync(atsugi).filter((name) => /\.(csv|json)$/.test(name));
    expect(ours.filter((name) => !files.includes(name))).toEqual([]);
    const header = (path: string) =>
      readFileSync(path, "utf8").replace("\uFEFF", "").split(/\r?\n/)[0]!.split(",");
    for (const name of ours.filter((one) => one.endsWith(".csv"))) {
      // Columns that a city may leave out stand in a new one, and not all of them in Atsugi's.
      const wanted = header(join(atsugi, name));
      const found = header(join(folder, name)).filter((column) => wanted.includes(column));
      expect([name, found]).toEqual([name, wanted]);
    }
  });

  test.each([
    ["142078", undefined, "142077"],
    ["14207", undefined, "no six-digit"],
    ["142077", "神奈川県平塚市", "茅ヶ崎市"],
    ["999997", undefined, "not in our list"],
  ])("is refused with a wrong code or name (%s, %s)", async (code, name, said) => {
    const city = { ...chigasaki, code, ...(name === undefined ? {} : { name }) };
    await expect(initCity(join(workplace(), "new"), city)).rejects.toThrow(said);
  });

  test("is not made over what is there", async () => {
    const folder = copyOf(atsugi);
    await expect(initCity(folder, chigasaki)).rejects.toThrow("not empty");
  });

  test("is told in one sentence on the command line", async () => {
    const run = await shihyo(["init", "142077", "--name", "平塚市", "--lang", "ja"], { cwd: workplace() });
    expect(run).toMatchObject({
      status: 2,
      stdout: "",
      stderr:
        "コード 142077 は神奈川県茅ヶ崎市のものです（指定は「平塚市」）。コードか名前を直してください。\n",
    });
  });

  test("has a code whose one wrong digit is always found", async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 1, max: 9 }), async (at, by) => {
        const digits = [..."142077"].map(Number);
        digits[at] = ((digits[at] ?? 0) + by) % 10;
        const said = initCity(join(workplace(), "new"), {
          ...chigasaki,
          code: digits.join(""),
          name: "神奈川県茅ヶ崎市",
        });
        await expect(said).rejects.toThrow();
      }),
      { numRuns: 40 },
    );
  });
});

describe("a folder of the older format", () => {
  test("is read, and moved without a change to any value", async () => {
    const folder = copyOf(atsugi);
    rewrite(join(folder, "municipality.json"), (text) => text.replace('"format": 3', '"format": 1'));
    rewrite(join(folder, "nodes.csv"), (text) => text.replace("ID,段,", "ID,種別,"));
    rewrite(join(folder, "listings.csv"), (text) => text.replace(",上位ID,", ",主な取組ID,"));
    for (const file of ["targets.csv", "acknowledgements.csv", "levels.csv", "indicator-kinds.csv"]) {
      rmSync(join(folder, file));
    }
    const old = await readCity(folder);
    expect(old.issues.filter(({ code }) => code === "older-format").length).toBe(1);
    expect([...old.dataset!.observations()].length).toBeGreaterThan(400);
    expect(await migrate(folder)).toEqual({
      from: 1,
      to: 3,
      files: [
        "targets.csv",
        "acknowledgements.csv",
        "nodes.csv",
        "listings.csv",
        "levels.csv",
        "indicator-kinds.csv",
        "municipality.json",
      ],
    });
    const now = await readCity(folder);
    expect(now.issues.filter(({ code }) => code === "older-format")).toEqual([]);
    expect([...now.dataset!.observations()]).toEqual([...old.dataset!.observations()]);
    // A table that is added has every column, also those that may be left out; Atsugi has neither a target nor an acknowledgement.
    const lines = (path: string) => readFileSync(path, "utf8").trim().split(/\r?\n/);
    expect(lines(join(folder, "targets.csv"))).toHaveLength(lines(join(atsugi, "targets.csv")).length);
    const added = ["targets.csv", "acknowledgements.csv"];
    const compared = readdirSync(atsugi).filter(
      (name) => /\.(csv|json)$/.test(name) && !added.includes(name),
    );
    for (const file of compared) {
      expect([file, readFileSync(join(folder, file), "utf8").trim()]).toEqual([
        file,
        readFileSync(join(atsugi, file), "utf8").trim(),
      ]);
    }
    expect((await migrate(folder)).files).toEqual([]);
  });
});
