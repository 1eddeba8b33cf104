// `shihyo intake` on a folder: written once, the same again changes nothing, and what cannot be read is not written over.

import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { takeIn } from "../../packages/publisher/src/cli/intake.ts";
import { filesIn } from "../support/files.ts";
import { cityData } from "../support/places.ts";
import { shihyo } from "../support/shihyo.ts";
import { takingIn } from "../support/taking-in.ts";
import { copyOf, workplace } from "../support/workplace.ts";

const report = `目標,指標名,単位,R5,R6,目標値 R8
1 にぎわい,"祭りの来場者数,延べ",人,"12,000","13,500","16,000"
1 にぎわい,出店の数,店,40,-,50
`;

function place(): { folder: string; file: string } {
  const at = workplace();
  const file = join(at, "実績.csv");
  writeFileSync(file, report);
  return { folder: join(at, "data"), file };
}

test("the same file again changes nothing on disk, from the first repetition on", async () => {
  const { folder, file } = place();
  expect((await takeIn([file], takingIn(folder))).status).toBe(0);
  const first = filesIn(folder);
  expect(first.has("intake-answers.csv")).toBe(true);
  expect(first.get("observations/2024.csv")?.toString()).toContain("13500");
  const again = await takeIn([file], takingIn(folder));
  expect(again.text).toContain("変わるところはありません");
  expect(filesIn(folder)).toEqual(first);
});

test("what a clerk added to a table stays, also a column that an intake knows nothing of", async () => {
  const { folder, file } = place();
  await takeIn([file], takingIn(folder));
  const units = join(folder, "units.csv");
  const [header, ...rows] = readFileSync(units, "utf8").trimEnd().split("\n");
  writeFileSync(units, `${[`${header},名称_英語_単数`, ...rows.map((row) => `${row},person`)].join("\n")}\n`);
  writeFileSync(file, report.replace("出店の数,店,40", "出店の数,軒,40"));
  await takeIn([file], takingIn(folder));
  expect(readFileSync(units, "utf8")).toMatch(/名称_英語_単数[\s\S]*person/);
  expect(readFileSync(units, "utf8")).toContain("軒");
});

test("a union of municipalities, whose code is in no list, begins with its name", async () => {
  const { folder, file } = place();
  const run = (...more: string[]) =>
    shihyo(["intake", file, "--data", folder, "--code", "148431", "--accept", "--lang", "ja", ...more]);
  const unnamed = await run();
  expect([unnamed.status, unnamed.stderr]).toEqual([2, expect.stringContaining("--name")]);
  expect((await run("--name", "神奈川県架空広域連合")).status).toBe(0);
  const told = (name: string) => JSON.parse(readFileSync(join(folder, name), "utf8"));
  expect(told("municipality.json").name.ja).toBe("架空広域連合");
  expect(told("sources.json")[0].body.ja).toBe("架空広域連合");
});

test.each(["municipality.json", "sources.json"])(
  "a broken %s is named, and nothing is written",
  async (name) => {
    const { folder, file } = place();
    await takeIn([file], takingIn(folder));
    writeFileSync(join(folder, name), '{ "name": ');
    const before = filesIn(folder);
    await expect(takeIn([file], takingIn(folder))).rejects.toThrow(name);
    expect(filesIn(folder)).toEqual(before);
  },
);

test("a sheet that we exported goes back as it is, and nothing is asked", async () => {
  const folder = copyOf(cityData("plans"));
  const sheet = join(workplace(), "all.xlsx");
  expect((await shihyo(["sheet", "export", folder, "-o", sheet])).status).toBe(0);
  const before = new Map([...filesIn(folder)].map(([path, bytes]) => [path, Buffer.from(bytes).toString()]));
  const { status, stdout } = await shihyo(["intake", sheet, "--data", folder, "--lang", "ja"]);
  expect([status, stdout]).toEqual([0, expect.stringContaining("変わったところはありません。")]);
  const after = new Map([...filesIn(folder)].map(([path, bytes]) => [path, Buffer.from(bytes).toString()]));
  expect(after).toEqual(before);
});

test("notices of one kind are three and their number, and all of them with --verbose", async () => {
  const { folder, file } = place();
  const rows = ["窓口", "相談", "講座", "訪問", "健診"].flatMap((name) => [
    `1 にぎわい,${name}の数,件,10,11,12`,
    `1 にぎわい,${name}の数,件,20,21,22`,
  ]);
  writeFileSync(file, `目標,指標名,単位,R5,R6,目標値 R8\n${rows.join("\n")}\n`);
  const few = (await takeIn([file], { ...takingIn(folder), isDry: true })).text;
  expect(few.match(/^注意：同じ場所に/gm)).toHaveLength(3);
  expect(few).toContain("同じ種類の注意が、ほかに2件（--verbose ですべて）");
  const all = (await takeIn([file], { ...takingIn(folder), isDry: true, isVerbose: true })).text;
  expect(all.match(/^注意：同じ場所に/gm)).toHaveLength(5);
  expect(all).not.toContain("--verbose");
});
