// What changed from one state of the tables to another: nothing is missed, and nothing is told that did not change.

import { join } from "node:path";
import { differences, readReleased, releaseNotes } from "@shihyo/publisher";
import { describe, expect, test } from "vitest";
import { atsugi, top } from "../support/places.ts";
import { shihyo } from "../support/shihyo.ts";
import { copyOf, put, rewrite } from "../support/workplace.ts";

const city = join(top, "tests/issues/base/data");

async function changed(change: (folder: string) => void) {
  const folder = copyOf(city);
  change(folder);
  const [before, after] = [await readReleased(city), await readReleased(folder)];
  const found = differences(before, after);
  return { found, notes: releaseNotes(before, after, found) };
}

const inFile = (file: string, from: string, to: string) => (folder: string) =>
  rewrite(join(folder, file), (text) => text.replace(from, to));

describe("the differences", () => {
  test("between a folder and itself are none", async () => {
    const { found, notes } = await changed(() => undefined);
    expect(found).toEqual([]);
    expect(notes).toContain("前の版から、実績値や名称に変わりはありません。");
  });

  test.each([
    [
      "a value changed",
      inFile("observations/2024.csv", ",136,", ",137,"),
      { kind: "value", change: "changed", id: "K0001FY2024", from: "136人", to: "137人" },
      "・相談した人数（令和6年度）：136人 → 137人",
    ],
    [
      "a decimal place changed",
      inFile("observations/2024.csv", ",48.0,", ",48.00,"),
      { kind: "value", change: "changed", from: "48.0%", to: "48.00%" },
      "・健診の受診率（令和6年度）：48.0% → 48.00%",
    ],
    [
      "a state changed",
      inFile("observations/2024.csv", ",136,,確定", ",136,,速報"),
      { kind: "value", from: "136人", to: "136人（速報）" },
      "136人 → 136人（速報）",
    ],
    [
      "a value that is doubtful now",
      inFile("observations/2024.csv", ",136,,確定,,,確定,", ",1360,,速報,,,要確認,0を読み足した疑いがある"),
      { kind: "value", from: "136人", to: "1,360人（速報、要確認。備考：0を読み足した疑いがある）" },
      "136人 → 1,360人（速報、要確認。備考：0を読み足した疑いがある）",
    ],
    [
      "words that were put together again, and nothing else",
      inFile("observations/2024.csv", ",建設工事,確定,,,確定,", ",建設工事,確定,,,復元,"),
      { kind: "value", from: "建設工事", to: "建設工事（復元）" },
      "建設工事 → 建設工事（復元）",
    ],
    [
      "a name changed",
      inFile("indicators.csv", "相談した人数", "相談者数"),
      { kind: "name", id: "K0001", from: "相談した人数", to: "相談者数" },
      "・「相談した人数」→「相談者数」",
    ],
    [
      "a unit changed",
      inFile("indicators.csv", "取組指標,U02", "取組指標,U01"),
      { kind: "unit", from: "%", to: "人" },
      "単位の変更",
    ],
    [
      "a direction changed",
      inFile("indicators.csv", "増加,市", "増加,推定"),
      { kind: "direction", from: "増加（市）", to: "増加（推定）" },
      "・健診の受診率：増加（市） → 増加（推定）",
    ],
    [
      "a definition changed",
      inFile("indicators.csv", "窓口で相談した人", "窓口と電話で相談した人"),
      { kind: "definition", to: "窓口と電話で相談した人" },
      "定義の変更",
    ],
    [
      "a break added",
      (folder: string) =>
        inFile("breaks.csv", "変わったため,\n", "変わったため,\nK0001,2023,2024,窓口が増えたため,\n")(folder),
      { kind: "break", change: "added", id: "K0001", to: "窓口が増えたため" },
      "・相談した人数（令和6年度から）：窓口が増えたため",
    ],
    [
      "a project renamed",
      inFile("nodes.csv", "健康相談事業", "相談事業"),
      { kind: "name", id: "J0001" },
      "・「健康相談事業」→「相談事業」",
    ],
  ] as const)("%s", async (_, change, expected, note) => {
    const { found, notes } = await changed(change);
    expect(found).toMatchObject([expected]);
    expect(notes).toContain(note);
  });

  test("of a range and of a baseline, in whole numbers", async () => {
    const header =
      "指標ID,目標年度,目標区分,目標値,目標値_上限,目標状況,目標の向き,基準年度,基準値,達成率の算出式,備考,出典ID,頁";
    const stateOf = (...rows: readonly string[]) => {
      const folder = copyOf(city);
      put(folder, "targets.csv", `${[header, ...rows].join("\n")}\n`);
      return readReleased(folder);
    };
    const before = await stateOf(
      "K0001,2026,最終,1200.5,2000.25,,範囲,2020,900,,,SR01,4",
      "K0002,2026,最終,60.0,,,以上,,,,,SR01,4",
    );
    const after = await stateOf(
      "K0001,2026,最終,1200.5,2400.25,,範囲,2020,1100,,,SR01,4",
      "K0002,,基準,,,,,2020,41.5,,,SR01,4",
    );
    const told = (reader: "ja" | "en") =>
      differences(before, after, reader).map(({ change, from, to }) => [change, from, to]);
    expect(told("ja")).toEqual([
      [
        "changed",
        "基準（令和2年度）：900人　目標（令和8年度）：1,200.5〜2,000.25人",
        "基準（令和2年度）：1,100人　目標（令和8年度）：1,200.5〜2,400.25人",
      ],
      ["added", undefined, "基準（令和2年度）：41.5%"],
      ["removed", "目標（令和8年度）：60.0%以上", undefined],
    ]);
    expect(told("en")[0]?.[2]).toContain("1,200.5–2,400.25");
  });

  test("an indicator that is no more, with its values", async () => {
    const { found } = await changed((folder) => {
      inFile("indicators.csv", "K0003,会館の進捗状況", "K0004,図書館の進捗状況")(folder);
      inFile("listings.csv", "K0003", "K0004")(folder);
      for (const year of [2023, 2024]) inFile(`observations/${year}.csv`, "K0003", "K0004")(folder);
    });
    expect(found.map(({ kind, change, id }) => `${kind} ${change} ${id}`)).toEqual([
      "indicator added K0004",
      "value added K0004FY2023",
      "value added K0004FY2024",
      "indicator removed K0003",
      "value removed K0003FY2023",
      "value removed K0003FY2024",
    ]);
  });

  test("of what the report says beside its values: verdicts, values of elsewhere, costs", async () => {
    const own = join(top, "tests/cities/plans/data");
    const folder = copyOf(own);
    inFile("evaluations.csv", "K0001,2024,進み具合,順調,100.7", "K0001,2024,進み具合,やや遅れ,97.5")(folder);
    inFile(
      "references.csv",
      "K0002,2021,全国,全国平均,1.30,,,SR01,8",
      "K0002,2021,全国,全国平均,1.31,,,SR01,8",
    )(folder);
    inFile("costs.csv", "J01,2021,人件費,決算,640,U07,,,SR01,4\n", "")(folder);
    const [before, after] = [await readReleased(own), await readReleased(folder)];
    const found = differences(before, after);
    expect(found.map(({ kind, change, subject, year }) => [kind, change, subject, year])).toEqual([
      ["evaluation", "changed", "K0001", 2024],
      ["reference", "changed", "K0002", 2021],
      ["cost", "removed", "J01", 2021],
    ]);
    expect(found[0]?.from).toContain("順調");
    expect(found[0]?.to).toContain("97.5%");
    expect(found[1]).toMatchObject({ from: "1.30", to: "1.31" });
    expect(found[2]?.label).toContain("人件費（決算）");
    expect(found[2]?.from).toMatch(/^640/);
    const notes = releaseNotes(before, after, found);
    expect(notes).toMatch(/評価\n・.*（令和6年度）：.*順調.* → .*やや遅れ/);
    expect(notes).toContain("1.30 → 1.31");
    expect(differences(before, after, "en")[2]?.label).toContain("(settled)");
  });

  test("of two municipalities, and of what is no such folder, are refused", async () => {
    const two = await shihyo(["diff", city, atsugi, "--lang", "en"]);
    expect(two).toMatchObject({ status: 2, stdout: "" });
    expect(two.stderr).toContain("two municipalities");
    const none = await shihyo(["diff", join(top, "tests"), city, "--lang", "en"]);
    expect(none.status).toBe(2);
    expect(none.stderr).toContain("neither a published folder");
  });

  test("of the English alone are told apart, and not in the Japanese news", async () => {
    const folder = copyOf(city);
    inFile("indicators.csv", "相談した人数,,,", "相談した人数,People who came,仮訳,")(folder);
    const run = JSON.parse((await shihyo(["diff", city, folder, "--json"])).stdout);
    expect(run.differences).toMatchObject([
      { kind: "name", id: "K0001", language: "en", label: "People who came", to: "People who came" },
    ]);
    expect(run.notes).toContain("前の版から、実績値や名称に変わりはありません。");
    // With the Japanese it is one change, told in Japanese.
    inFile("indicators.csv", "相談した人数", "相談者数")(folder);
    const both = JSON.parse((await shihyo(["diff", city, folder, "--json"])).stdout);
    expect(both.differences).toHaveLength(1);
    expect(both.differences[0]).not.toHaveProperty("language");
  });

  test("come as JSON for machines", async () => {
    const folder = copyOf(city);
    inFile("observations/2024.csv", ",136,", ",137,")(folder);
    const run = await shihyo(["diff", city, folder, "--json"]);
    expect(JSON.parse(run.stdout).differences).toHaveLength(1);
    put(folder, "observations/2023.csv", "");
    expect((await shihyo(["diff", city, folder])).status).toBe(2);
  });
});
