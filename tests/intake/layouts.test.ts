// Tables printed in many layouts, taken in again: the same names, units, places and values come out, whatever the values are.

import { acceptAll, type Grid, type GridCell, type Merge, tablesOf, understand } from "@shihyo/core";
import { readGrids } from "@shihyo/publisher/pure";
import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { expect, test } from "vitest";

interface Row {
  readonly goal: string;
  readonly measure: string;
  readonly section: string;
  readonly name: string;
  readonly unit: string;
  readonly values: readonly [string, string, string];
  readonly target: string;
}

type Cells = readonly (readonly string[])[];

interface Layout {
  readonly name: string;
  readonly make: (rows: readonly Row[]) => { readonly cells: Cells; readonly merges?: readonly Merge[] };
  readonly noTarget?: boolean;
}

const changesOf = (rows: readonly Row[], key: "goal" | "measure") =>
  rows.map((row, index) => row[key] !== rows[index - 1]?.[key]);

const layouts: readonly Layout[] = [
  {
    name: "a column per year, levels repeated",
    make: (rows) => ({
      cells: [
        ["基本目標", "施策", "担当課", "指標名", "単位", "R3実績", "R4実績", "R5実績", "R8目標"],
        ...rows.map((r) => [r.goal, r.measure, r.section, r.name, r.unit, ...r.values, r.target]),
      ],
    }),
  },
  {
    name: "levels filled once, title and notes around",
    make: (rows) => {
      const goals = changesOf(rows, "goal");
      const measures = changesOf(rows, "measure");
      return {
        cells: [
          ["令和５年度　総合計画　進捗状況"],
          [],
          [
            "基本目標",
            "施策",
            "指標名",
            "単位",
            "令和３年度\n実績",
            "令和４年度\n実績",
            "令和５年度\n実績",
            "令和８年度\n目標",
          ],
          ...rows.map((r, i) => [
            goals[i] ? r.goal : "",
            goals[i] || measures[i] ? r.measure : "",
            r.name,
            r.unit,
            ...r.values,
            r.target,
          ]),
          ["※　△は負の値。"],
        ],
      };
    },
  },
  {
    name: "levels merged, header of two rows",
    make: (rows) => {
      const merges: Merge[] = [
        { top: 0, left: 4, bottom: 0, right: 6 },
        ...[0, 1, 2, 3, 7].map((left) => ({ top: 0, left, bottom: 1, right: left })),
      ];
      const goals = changesOf(rows, "goal");
      const measures = changesOf(rows, "measure");
      const span = (starts: readonly boolean[], left: number) => {
        for (const [index, isStart] of starts.entries()) {
          if (!isStart) continue;
          const next = starts.findIndex((one, at) => at > index && one);
          merges.push({ top: index + 2, left, bottom: (next < 0 ? rows.length : next) + 1, right: left });
        }
      };
      span(goals, 0);
      span(
        goals.map((one, index) => one || measures[index] === true),
        1,
      );
      return {
        merges,
        cells: [
          ["政策", "施策", "成果指標", "単位", "実績値", "", "", "目標値\n（令和8年度）"],
          ["", "", "", "", "2021", "2022", "2023", ""],
          ...rows.map((r, i) => [
            goals[i] ? r.goal : "",
            goals[i] || measures[i] ? r.measure : "",
            r.name,
            r.unit,
            ...r.values,
            r.target,
          ]),
        ],
      };
    },
  },
  {
    name: "years over targets and results",
    make: (rows) => ({
      cells: [
        ["基本目標", "施策", "指標", "単位", "R3", "", "R4", "", "R5", "", "備考"],
        ["", "", "", "", "目標", "実績", "目標", "実績", "目標", "実績", ""],
        ...rows.map((r) => [
          r.goal,
          r.measure,
          r.name,
          r.unit,
          r.target,
          r.values[0],
          r.target,
          r.values[1],
          r.target,
          r.values[2],
          "",
        ]),
      ],
    }),
  },
  {
    name: "headings in place of a column",
    make: (rows) => {
      const goals = changesOf(rows, "goal");
      const measures = changesOf(rows, "measure");
      return {
        cells: [
          ["指標名", "単位", "令和3年度", "令和4年度", "令和5年度", "目標値（令和8年度）"],
          ...rows.flatMap((r, i) => [
            ...(goals[i] ? [[`基本目標　${r.goal}`]] : []),
            ...(goals[i] || measures[i] ? [[`施策　${r.measure}`]] : []),
            [r.name, r.unit, ...r.values, r.target],
          ]),
        ],
      };
    },
  },
  {
    name: "target, result and rate in rows of their own",
    make: (rows) => ({
      merges: rows.flatMap((_, i) =>
        [0, 1, 2].map((left) => ({ top: 1 + i * 3, left, bottom: 3 + i * 3, right: left })),
      ),
      cells: [
        ["施策", "指標名", "単位", "区分", "R3", "R4", "R5"],
        ...rows.flatMap((r) => [
          [r.measure, r.name, r.unit, "目標値", r.target, r.target, r.target],
          ["", "", "", "実績値", ...r.values],
          ["", "", "", "達成率", "50%", "60%", "70%"],
        ]),
      ],
    }),
  },
  {
    name: "one row per indicator and year",
    noTarget: true,
    make: (rows) => ({
      cells: [
        ["年度", "施策", "指標名", "単位", "実績値"],
        ...[0, 1, 2].flatMap((at) =>
          rows.map((r) => [String(2021 + at), r.measure, r.name, r.unit, r.values[at] ?? ""]),
        ),
      ],
    }),
  },
  {
    name: "header printed again, totals, serial numbers",
    make: (rows) => {
      const header = ["番号", "政策", "施策", "成果指標", "単位", "2021", "2022", "2023", "目標(2026)"];
      return {
        cells: [
          ["成果指標の状況"],
          header,
          ...rows.flatMap((r, i) => [
            ...(i === 2 ? [["", "", "合計", "", "", "1", "2", "3", "4"], [], header] : []),
            [String(i + 1), r.goal, r.measure, r.name, r.unit, ...r.values, r.target],
          ]),
        ],
      };
    },
  },
  {
    name: "the unit in the name and in the cells",
    make: (rows) => ({
      cells: [
        ["取組", "KPI", "R3実績値", "R4実績値", "R5実績値", "目標値(R8)"],
        ...rows.map((r) => [
          r.measure,
          `${r.name}（${r.unit}）`,
          ...r.values.map((value) => `${value}${r.unit}`),
          `${r.target}${r.unit}`,
        ]),
      ],
    }),
  },
  {
    name: "indicators side by side in a project's row",
    make: (rows) => {
      const projects = [...new Set(rows.map(({ measure }) => measure))].map((measure) =>
        rows.filter((row) => row.measure === measure),
      );
      const most = Math.max(2, ...projects.map(({ length }) => length));
      const slot = (k: number) => [
        `指標${k}名称`,
        `指標${k}単位`,
        `指標${k} R3実績`,
        `指標${k} R4実績`,
        `指標${k} R5実績`,
        `指標${k} R8目標`,
      ];
      return {
        cells: [
          ["事業番号", "事業名", "担当課", ...Array.from({ length: most }, (_, k) => slot(k + 1)).flat()],
          ...projects.map((of, k) => [
            String(k + 1),
            of[0]?.measure ?? "",
            of[0]?.section ?? "",
            ...of.flatMap((r) => [r.name, r.unit, ...r.values, r.target]),
          ]),
        ],
      };
    },
  },
];

test("a usual table of KPIs: signs, dashes, words, conditions, a rate and a grade", () => {
  const grid = gridOf({
    cells: [
      [
        "No",
        "分野",
        "KPI（重要業績評価指標）",
        "単位",
        "計画策定時（R元年度）",
        "R4年度実績",
        "R5年度実績",
        "目標値（R8年度）",
        "R5達成率",
        "R5評価",
        "所管課",
      ],
      ["1", "1 しごと", "新規就農者数", "人", "3", "11", "15", "20", "75.0%", "B", "農政課"],
      ["2", "1 しごと", "有効求人倍率", "倍", "1.21", "1.30", "約1.3", "1.3以上", "98.5%", "A", "商工課"],
      ["3", "2 ひと", "転入超過数", "人", "▲120", "▲60", "▲40", "0", "-", "C", "企画課"],
      ["4", "2 ひと", "市政満足度", "％", "―", "64.0", "調査中", "70以上", "", "―", "企画課"],
    ],
  });
  const { files } = tablesOf(acceptAll(understand([grid])));
  const id = (name: string) => table(files, "indicators.csv").find(({ 名称 }) => 名称 === name)?.ID;
  const value = (name: string, year: number) => {
    const row = table(files, `observations/${year}.csv`).find(({ 指標ID }) => 指標ID === id(name));
    return row?.実績値 || row?.進捗状況 || row?.値なしの理由;
  };
  expect(
    table(files, "nodes.csv")
      .filter(({ 段 }) => 段 === "分野")
      .map(({ 名称 }) => 名称),
  ).toEqual(["しごと", "ひと"]);
  expect(value("転入超過数", 2019)).toBe("-120");
  expect(value("有効求人倍率", 2022)).toBe("1.30");
  expect(value("有効求人倍率", 2023)).toBe("約1.3");
  expect(value("市政満足度", 2023)).toBe("集計中");
  expect(value("市政満足度", 2019)).toBe("該当なし");
  const target = table(files, "targets.csv").find(({ 指標ID }) => 指標ID === id("市政満足度"));
  expect([target?.目標年度, target?.目標値, target?.目標の向き]).toEqual(["2026", "70", "以上"]);
  const verdicts = table(files, "evaluations.csv").filter(({ 対象ID }) => 対象ID === id("新規就農者数"));
  expect(verdicts.flatMap(({ 評価, 達成率 }) => [評価, 達成率]).filter(Boolean)).toEqual(["75.0", "B"]);
});

test("a row whose cells are shifted is told and left out", () => {
  const grid = gridOf({
    cells: [
      ["", "施策", "指標名", "単位", "R4", "R5"],
      ["", "A", "件数", "件", "1", "2"],
      ["A", "人数", "件", "3", "4", ""],
    ],
  });
  const known = acceptAll(understand([grid]));
  expect(known.counts.indicators).toBe(1);
  expect(known.counts.leftOut.列がずれた行).toBe(2);
  expect(known.notices.map(({ places }) => places)).toEqual([["指標!C3"]]);
});

test("two tables of different headers on one sheet are both read, and notes with dates stay text", () => {
  const grid = gridOf({
    cells: [
      ["施策", "指標名", "単位", "R4", "R5"],
      ["A施策", "相談件数", "件", "1", "190(平成29年3月)"],
      [],
      ["事業", "KPI", "基準値", "目標値"],
      ["B事業", "参加率", "30%(R3)", "40%以上"],
    ],
  });
  const { files } = tablesOf(acceptAll(understand([grid])));
  expect(table(files, "indicators.csv").map(({ 名称 }) => 名称)).toEqual(["相談件数", "参加率"]);
  // March of 2017 lies in the fiscal year 2016, and so does what was counted then.
  expect(files.has("observations/2023.csv")).toBe(false);
  const [row] = table(files, "observations/2016.csv");
  expect([row?.実績値, row?.備考]).toEqual(["190", "「平成29年3月」"]);
});

test("a form per project on sheets of their own: the labels above the table say where it stands", () => {
  const form = (sheet: string, name: string): Grid => ({
    ...gridOf({
      cells: [
        ["事務事業評価シート"],
        [],
        ["事務事業名", "", sheet],
        ["担当課", "", "商工課"],
        [],
        ["指標名", "単位", "R4", "R5", "目標(R8)"],
        [name, "件", "3", "-", "10"],
      ],
    }),
    sheet,
  });
  const { files } = tablesOf(
    acceptAll(understand([form("空き店舗対策", "活用件数"), form("観光案内", "案内件数")])),
  );
  const projects = table(files, "nodes.csv").filter(({ 段 }) => 段 === "事務事業");
  expect(projects.map(({ 名称 }) => 名称)).toEqual(["空き店舗対策", "観光案内"]);
  const [first, second] = projects.map(({ ID }) => ID);
  expect(table(files, "listings.csv").map(({ 掲載先ID }) => 掲載先ID)).toEqual([first, second]);
  expect(table(files, "observations/2022.csv").map(({ 実績値, 出典_位置 }) => [実績値, 出典_位置])).toEqual([
    ["3", "空き店舗対策!C7"],
    ["3", "観光案内!C7"],
  ]);
  expect(table(files, "observations/2023.csv").map(({ 値なしの理由 }) => 値なしの理由)).toEqual([
    "該当なし",
    "該当なし",
  ]);
});

function gridOf({ cells, merges = [] }: { readonly cells: Cells; readonly merges?: readonly Merge[] }): Grid {
  const rows = cells.map((row) =>
    row.map((text): GridCell | undefined => (text === "" ? undefined : { text, kind: "text" })),
  );
  return {
    file: "made-up.xlsx",
    sheet: "指標",
    source: "spreadsheet",
    rows,
    merges,
    hiddenRows: new Set(),
    hiddenColumns: new Set(),
    hidden: false,
  };
}

const table = (files: ReadonlyMap<string, string>, file: string): Record<string, string>[] =>
  parse(files.get(file) ?? "", { columns: true, bom: true });

const plain = (text: string) => {
  const bare = text.normalize("NFKC").replace(/,/g, "").replace("△", "-");
  return /^-?0+(\.0+)?$/.test(bare) ? bare.replace("-", "") : bare;
};

const number = fc
  .tuple(
    fc.integer({ min: 0, max: 9_999_999 }),
    fc.integer({ min: 0, max: 2 }),
    fc.constantFrom("", "△", "-"),
    fc.boolean(),
    fc.boolean(),
  )
  .map(([digits, decimals, sign, isGrouped, isWide]) => {
    const fixed = (digits / 10 ** decimals).toFixed(decimals);
    const grouped = isGrouped ? fixed.replace(/\B(?<!\.\d*)(?=(\d{3})+(?!\d))/g, ",") : fixed;
    const wide = isWide
      ? grouped.replace(/[0-9]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))
      : grouped;
    return sign === "-" ? `-${wide}` : `${sign}${wide}`;
  });

const units = ["件", "人", "％", "千円", "か所", "回", "ha", "世帯"];
const rowsOf = fc
  .array(
    fc.record({ values: fc.tuple(number, number, number), target: number, unit: fc.constantFrom(...units) }),
    { minLength: 4, maxLength: 6 },
  )
  .map((made) =>
    made.map(
      (one, index): Row => ({
        ...one,
        goal: index < 2 ? "活力のあるまち" : "安心できるまち",
        measure:
          ["商工業の振興", "商工業の振興", "防災の推進", "防災の推進", "子育ての支援", "子育ての支援"][
            index
          ] ?? "",
        section: index < 2 ? "商工課" : "防災課",
        name:
          [
            "空き店舗の活用",
            "創業した者",
            "自主防災組織の組織率",
            "訓練の参加者",
            "保育所の定員",
            "相談の延べ数",
          ][index] ?? "",
      }),
    ),
  );

for (const layout of layouts) {
  test(`${layout.name}: the same values come out`, () => {
    fc.assert(
      fc.property(rowsOf, (rows) => {
        const known = acceptAll(understand([gridOf(layout.make(rows))]));
        const { files, account } = tablesOf(known);
        expect(
          account.every(({ keptAs, leftOut }) => (keptAs === undefined) !== (leftOut === undefined)),
        ).toBe(true);
        const indicators = table(files, "indicators.csv");
        expect(indicators.map((one) => one.名称).sort()).toEqual(rows.map(({ name }) => name).sort());
        const nodes = new Map(table(files, "nodes.csv").map((node) => [node.ID, node.名称]));
        const unitNames = new Map(table(files, "units.csv").map((unit) => [unit.ID, unit.名称]));
        const listings = table(files, "listings.csv");
        for (const row of rows) {
          const one = indicators.find(({ 名称 }) => 名称 === row.name);
          expect(nodes.get(listings.find(({ 指標ID }) => 指標ID === one?.ID)?.掲載先ID ?? "")).toBe(
            row.measure,
          );
          expect(unitNames.get(one?.単位ID ?? "")).toBe(row.unit.replace("％", "%"));
          for (const [at, value] of row.values.entries()) {
            const found = table(files, `observations/${2021 + at}.csv`).find(
              ({ 指標ID }) => 指標ID === one?.ID,
            );
            expect(found?.実績値).toBe(plain(value));
          }
          if (layout.noTarget) continue;
          const targets = table(files, "targets.csv").filter(({ 指標ID }) => 指標ID === one?.ID);
          expect(targets.map(({ 目標値 }) => 目標値)).toContain(plain(row.target));
        }
      }),
      { numRuns: 25 },
    );
  });
}

test("the same file again changes nothing", () => {
  fc.assert(
    fc.property(rowsOf, fc.constantFrom(...layouts), (rows, layout) => {
      const grids = [gridOf(layout.make(rows))];
      const first = tablesOf(acceptAll(understand(grids))).files;
      const existing = new Map([...first.keys()].map((file) => [file, table(first, file)]));
      existing.set("sources.json", [
        { id: "SR01", title: table(first, "observations/2021.csv")[0] ? sourceTitle(grids) : "" },
      ]);
      const again = tablesOf(acceptAll(understand(grids, { existing }))).files;
      expect(Object.fromEntries(again)).toEqual(Object.fromEntries(first));
    }),
    { numRuns: 25 },
  );
});

/** The title that the source was given. */
function sourceTitle(grids: readonly Grid[]): string {
  const [title] = understand(grids)
    .reading.tables.flatMap(({ titles }) => titles)
    .filter((one) => one.length > 5);
  return title ?? "made-up";
}

test("a CSV in Shift_JIS, UTF-16 and UTF-8 is the same", () => {
  const text = "指標名,単位,R5実績\n相談件数,件,12\n";
  const sjis = Uint8Array.from([
    0x8e, 0x77, 0x95, 0x57, 0x96, 0xbc, 0x2c, 0x92, 0x50, 0x88, 0xca, 0x2c, 0x52, 0x35, 0x8e, 0xc0, 0x90,
    0xd1, 0x0a, 0x91, 0x8a, 0x92, 0x6b, 0x8c, 0x8f, 0x90, 0x94, 0x2c, 0x8c, 0x8f, 0x2c, 0x31, 0x32, 0x0a,
  ]);
  const utf16 = Uint8Array.from([0xff, 0xfe, ...Buffer.from(text, "utf16le")]);
  const read = [new TextEncoder().encode(text), sjis, utf16].map((bytes) => readGrids(bytes, "a.csv"));
  const texts = read.map((one) =>
    "grids" in one ? one.grids[0]?.rows.map((row) => row.map((cell) => cell?.text)) : one,
  );
  expect(texts[1]).toEqual(texts[0]);
  expect(texts[2]).toEqual(texts[0]);
});

test("what is no table of indicators is told in a sentence, and nothing is made of it", () => {
  const bytes = (text: string) => new TextEncoder().encode(text);
  const refused = [
    new Uint8Array(),
    Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]),
    Uint8Array.from([0x50, 0x4b, 3, 4, 0, 0]),
    Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0]),
    bytes("\n\n,,,\n"),
    Uint8Array.from([0, 1, 2, 3, 4, 5, 6, 7]),
  ];
  for (const one of refused) expect(readGrids(one, "x.xlsx")).toHaveProperty("refused.ja");
  const read = readGrids(bytes("今日は,よい,天気\nです,ね,。\n"), "x.csv");
  const known = understand("grids" in read ? read.grids : []);
  expect(known.refused?.ja).toContain("指標の表が見つかりません");
  expect(tablesOf(known).files.size).toBe(0);
});

test("a formula that shows 0 where a name should stand makes no indicator, and its numbers are accounted for", () => {
  const grid = gridOf({
    cells: [
      [
        "事業番号",
        "事業名",
        "指標1名称",
        "指標1単位",
        "指標1 R4実績",
        "指標1 R5実績",
        "指標2名称",
        "指標2単位",
        "指標2 R4実績",
        "指標2 R5実績",
      ],
      ["1", "相談", "相談の件数", "件", "120", "131", "0", "0", "0", "0"],
      ["2", "講座", "講座の回数", "回", "5", "6", "参加者数", "人", "40", "52"],
    ],
  });
  const done = acceptAll(understand([grid]));
  const { files } = tablesOf(done);
  expect(
    table(files, "indicators.csv")
      .map(({ 名称 }) => 名称)
      .sort(),
  ).toEqual(["参加者数", "相談の件数", "講座の回数"].sort());
});
