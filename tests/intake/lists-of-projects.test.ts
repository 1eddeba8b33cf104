// A list with one project a row and its indicators side by side, as real cities fill it in: words in place of an indicator, one indicator below many projects, circled numbers in names.

import { acceptAll, applyAnswers, tablesOf, understand } from "@shihyo/core";
import { readGrids } from "@shihyo/publisher/pure";
import { parse } from "csv-parse/sync";
import { describe, expect, test } from "vitest";
import { xlsxOf } from "../support/print-sheets.ts";

type Row = readonly [
  project: string,
  first: string,
  unit: string,
  value: string,
  second: string,
  unit: string,
  value: string,
];

async function takenIn(
  rows: readonly Row[],
  answers: Readonly<Record<string, string>> = {},
  existing?: ReadonlyMap<string, readonly Record<string, string>[]>,
) {
  const head = ["成果指標1 指標名", "成果指標1 単位", "成果指標1 実績値"];
  const bytes = await xlsxOf([
    {
      name: "一覧",
      cells: [
        ["令和6年度 事務事業評価結果一覧"],
        ["事務事業名", ...head, ...head.map((name) => name.replace("1", "2"))],
        ...rows,
      ],
    },
  ]);
  const read = readGrids(bytes, "一覧.xlsx");
  if ("refused" in read) throw new Error(read.refused.ja);
  const known = acceptAll(
    applyAnswers(
      understand(read.grids, { municipality: "みどり市", ...(existing ? { existing } : {}) }),
      new Map(Object.entries(answers)),
    ),
  );
  const { files } = tablesOf(known);
  const table = (file: string): Record<string, string>[] =>
    parse(files.get(file) ?? "", { columns: true, bom: true });
  const named = new Map(table("nodes.csv").map((row) => [row.ID, row.名称]));
  const indicators = new Map(table("indicators.csv").map((row) => [row.ID, row.名称]));
  return {
    known,
    tables: new Map(
      [...files.keys()].filter((file) => file.endsWith(".csv")).map((file) => [file, table(file)]),
    ),
    indicators: [...indicators.values()],
    listings: table("listings.csv").map(
      (row) =>
        `${named.get(row.掲載先ID)}：${indicators.get(row.指標ID ?? "") ?? "指標なし"}${row.備考 ? `（${row.備考}）` : ""}`,
    ),
    values: table("observations/2024.csv").map((row) => `${indicators.get(row.指標ID ?? "")} ${row.実績値}`),
  };
}

describe("words that say there is no indicator", () => {
  const said = [
    "設定なし",
    "成果指標なし",
    "（※義務的経費のため指標設定なし）",
    "施策目的のない事業であり、成果指標の設定になじまない。",
    "法定の事務であり、成果を測ることは適当でない",
    "効果を図ることが困難なため設定しない",
    "単年度での測定が困難なため設定なし",
    "数値化できる指標設定は不可",
    "川の安全度は数値では測れない。",
  ];
  test.each(said)("%s", async (words) => {
    const { indicators, listings, known } = await takenIn([
      ["道路の修繕", "修繕した橋", "橋", "3", words, "", ""],
      ["税の徴収", words, "-", "-", "", "", ""],
    ]);
    expect(indicators).toEqual(["修繕した橋"]);
    expect(listings).toEqual(["道路の修繕：修繕した橋", `税の徴収：指標なし（${words}）`]);
    expect(known.notices.map(({ text }) => text.ja).join()).toContain(
      "指標がないという言葉があります（2か所）",
    );
  });

  test.each([
    ["指標の設定ができない理由を公表した事業の割合", "12.5"],
    ["目標を設定していない学校の数", "4"],
    ["利用が困難な駅", "2"],
    ["検診を受けていない人", ""],
    ["未設定の地区", ""],
    ["目標を達成できない事業の数", "-"],
    ["効果を測ることができない研修の割合", "－"],
  ])("%s is an indicator", async (name, value) => {
    const { indicators } = await takenIn([["道路の修繕", name, "", value, "修繕した橋", "橋", "3"]]);
    expect(indicators).toEqual([name, "修繕した橋"]);
  });

  test("with a number beside them they are kept: what it is nobody can say here", async () => {
    const { values } = await takenIn([["道路の修繕", "設定なし", "橋", "3", "", "", ""]]);
    expect(values).toEqual(["設定なし 3"]);
  });
});

describe("one name, one unit and the same values below several projects", () => {
  const rows: readonly Row[] = [
    ["健康相談", "健康寿命（男性）", "年", "79.8", "参加者数", "人", "120"],
    ["食生活改善", "健康寿命（男性）", "年", "79.8", "参加者数", "人", "120"],
    ["特定健診", "健康寿命（男性）", "年", "79.8", "開催回数", "回", "12"],
    ["体操教室", "健康寿命（女性）", "年", "83.7", "開催回数", "回", "12"],
  ];

  test("is one indicator, listed again, and asked once; numbers that come everywhere are not", async () => {
    const { known, indicators, listings, values } = await takenIn(rows);
    expect(indicators).toEqual([
      "健康寿命（男性）",
      "参加者数",
      "参加者数",
      "開催回数",
      "健康寿命（女性）",
      "開催回数",
    ]);
    expect(listings.filter((listing) => listing.includes("男性"))).toHaveLength(3);
    expect(values.filter((value) => value.includes("男性"))).toEqual(["健康寿命（男性） 79.8"]);
    expect(known.questions.filter(({ id }) => id.startsWith("再掲"))).toHaveLength(1);
    expect(known.counts.kept["再掲（同じ値）"]).toBe(2);
  });

  test("stays apart where somebody says so", async () => {
    const { values } = await takenIn(rows, { "再掲:名前と値が同じ": "別の指標とする" });
    expect(values.filter((value) => value.includes("男性"))).toHaveLength(3);
  });
});

test("what the city's tables hold as several indicators keeps its addresses: it is not asked again", async () => {
  const rows: readonly Row[] = [
    ["健康相談", "健康寿命（男性）", "年", "79.8", "", "", ""],
    ["食生活改善", "健康寿命（男性）", "年", "79.8", "", "", ""],
  ];
  const before = await takenIn(rows, { "再掲:名前と値が同じ": "別の指標とする" });
  const after = await takenIn(rows, {}, before.tables);
  expect(after.known.questions.filter(({ id }) => id.startsWith("再掲"))).toEqual([]);
  expect(after.tables.get("indicators.csv")).toEqual(before.tables.get("indicators.csv"));
  expect(after.values).toEqual(before.values);
});

test("a circled number goes where it is the name's own, and stays where it names another or one of several", async () => {
  const { indicators } = await takenIn([
    ["相談", "①相談の件数", "件", "31", "①のうち電話の件数", "件", "12"],
    ["接種", "①第1期の接種者②第2期の接種者", "人", "55", "", "", ""],
  ]);
  expect(indicators).toEqual(["相談の件数", "(1)のうち電話の件数", "(1)第1期の接種者(2)第2期の接種者"]);
});
