// A made-up city's indicators, and its tables printed in the layouts that cities use, as cells with their merges.

import type { Merge } from "@shihyo/core";
import type { Told } from "./hold-against.ts";

export interface PrintedSheet {
  readonly name: string;
  /** As a person sees them; what looks like a number is one. */
  readonly cells: readonly (readonly string[])[];
  readonly merges?: readonly Merge[];
  readonly hiddenColumns?: readonly number[];
  readonly hiddenRows?: readonly number[];
  /** Rows that are printed again on each page, counted from 0. */
  readonly repeated?: readonly [number, number];
  readonly hidden?: boolean;
}

interface PrintedIndicator {
  readonly goal: string;
  readonly measure: string;
  readonly project: string;
  readonly section: string;
  readonly name: string;
  readonly unit: string;
  /** 令和3年度 to 令和6年度. */
  readonly values: readonly [string, string, string, string];
  readonly base: string;
  readonly target: string;
  readonly note: string;
}

const goals = ["活力と魅力のあるまち", "安心して暮らせるまち"] as const;
const measures = ["商工業の振興", "農林業の振興", "防災体制の強化", "子育て支援の充実"] as const;
const projects: readonly (readonly [string, number, string])[] = [
  ["空き店舗活用支援事業", 0, "商工観光課"],
  ["創業支援事業", 0, "商工観光課"],
  ["新規就農者育成事業", 1, "農林課"],
  ["自主防災組織育成事業", 2, "危機管理課"],
  ["防災情報発信事業", 2, "危機管理課"],
  ["保育所整備事業", 3, "こども課"],
  ["母子健康診査事業", 3, "健康づくり課"],
];
const own: readonly (readonly [
  number,
  string,
  string,
  string,
  readonly [string, string, string, string],
  string,
  string,
])[] = [
  [0, "空き店舗を活用した件数", "件", "4", ["3", "5", "0", "7"], "10", ""],
  [
    0,
    "中心市街地の歩行者通行量（休日）",
    "人",
    "12,480",
    ["9,870", "10,245", "11,300", "12,015"],
    "13,000",
    "",
  ],
  [1, "創業相談の件数", "件", "58", ["61", "-", "72", "80"], "90", "令和4年度は窓口を休止"],
  [1, "法人市民税の増加額", "千円", "△1,250", ["△3,400", "120", "2,560", "△75"], "3,000", ""],
  [2, "新規就農者数（累計）", "人", "11", ["13", "16", "20", "23"], "35", ""],
  [2, "農地の集積率", "％", "41.0", ["42.5", "43.0", "44.8", "46.1"], "55.0", ""],
  [3, "自主防災組織の組織率", "％", "78.2", ["79.0", "80.4", "81.7", "83.0"], "90.0", ""],
  [3, "防災訓練の参加者数", "人", "2,310", ["未実施", "1,105", "1,984", "2,402"], "2,500", ""],
  [4, "防災アプリの登録者数", "人", "1,502", ["3,220", "4,918", "6,050", "8,111"], "10,000", ""],
  [5, "待機児童数", "人", "12", ["8", "5", "2", "0"], "0", "4月1日現在"],
  [5, "3歳児の保育所入所率", "％", "88.8", ["89.1", "90.0", "90.6", "91.2"], "95.0", ""],
  [6, "1歳6か月児健診の受診率", "％", "96.4", ["95.0", "96.0", "97.1", "97.8"], "99.0", ""],
  [6, "乳児家庭への訪問回数", "回", "410", ["402", "395", "388", "371"], "400", ""],
];

/** Thirteen indicators of seven projects; dashes, signs, words and zeros among the values. */
const indicators: readonly PrintedIndicator[] = own.map(([at, name, unit, base, values, target, note]) => {
  const [project, measure, section] = projects[at] ?? ["", 0, ""];
  return {
    goal: goals[measure < 2 ? 0 : 1],
    measure: measures[measure] ?? "",
    project,
    section,
    name,
    unit,
    base,
    values,
    target,
    note,
  };
});

const plain = (shown: string) =>
  shown === "-"
    ? "値なし 該当なし"
    : shown === "未実施"
      ? "値なし 未実施"
      : shown.replaceAll(",", "").replace("△", "-");

interface Says {
  readonly place?: (one: PrintedIndicator) => readonly string[];
  /** Which of the four years are printed. */
  readonly years?: readonly number[];
  readonly hasTarget?: boolean;
  readonly hasBase?: boolean;
  readonly hasNote?: boolean;
}

/** What a reader of the print knows. */
function toldBy({
  place = ({ goal, measure }) => [goal, measure],
  years = [2021, 2022, 2023, 2024],
  hasTarget = true,
  hasBase = false,
}: Says = {}): Told[] {
  return indicators.map((one) => ({
    name: one.name,
    unit: one.unit.replace("％", "%"),
    place: place(one),
    values: Object.fromEntries([
      ...(hasBase ? [["2020", plain(one.base)]] : []),
      ...years.map((year) => [String(year), plain(one.values[year - 2021] ?? "")] as const),
    ]),
    targets: hasTarget ? { "2026": plain(one.target) } : {},
    ...(hasBase ? { base: plain(one.base) } : {}),
  }));
}

export interface PrintedLayout {
  readonly name: string;
  readonly sheets: readonly PrintedSheet[];
  readonly told: readonly Told[];
  /** What a person answers, where the proposal is not what they would say. */
  readonly answers?: Readonly<Record<string, string>>;
}

const changes = (keys: readonly ("goal" | "measure" | "project")[]) =>
  indicators.map((one, at) => at === 0 || keys.some((key) => one[key] !== indicators[at - 1]?.[key]));
const newGoal = changes(["goal"]);
const newMeasure = changes(["goal", "measure"]);
const newProject = changes(["goal", "measure", "project"]);

/** Merges down a column for what begins at these indicators. */
function spans(starts: readonly boolean[], left: number, first: number, rowsEach = 1): Merge[] {
  return starts.flatMap((isStart, at) => {
    if (!isStart) return [];
    const next = starts.findIndex((one, later) => later > at && one);
    const end = next < 0 ? starts.length : next;
    const merge = { top: first + at * rowsEach, left, bottom: first + end * rowsEach - 1, right: left };
    return merge.bottom > merge.top ? [merge] : [];
  });
}

const once = (starts: readonly boolean[], at: number, text: string) => (starts[at] ? text : "");
const numbers = ["１", "２", "３", "４", "５", "６", "７"];
const goalNumber = (one: PrintedIndicator) => goals.indexOf(one.goal as (typeof goals)[number]) + 1;
const measureNumber = (one: PrintedIndicator) =>
  [...new Set(indicators.filter(({ goal }) => goal === one.goal).map(({ measure }) => measure))].indexOf(
    one.measure,
  ) + 1;
const header4 = ["R3実績", "R4実績", "R5実績", "R6実績", "R8目標"];
const projectsInOrder = [...new Set(indicators.map(({ project }) => project))].map((project) =>
  indicators.filter((one) => one.project === project),
);

export const printedLayouts: readonly PrintedLayout[] = [
  {
    name: "levels merged down, header of two rows, title, totals and notes",
    told: toldBy({ place: ({ goal, measure, project }) => [goal, measure, project], hasBase: true }),
    sheets: [
      {
        name: "進捗状況",
        repeated: [2, 3],
        merges: [
          { top: 0, left: 0, bottom: 0, right: 11 },
          ...[0, 1, 2, 3, 4, 5, 10, 11].map((left) => ({ top: 2, left, bottom: 3, right: left })),
          { top: 2, left: 6, bottom: 2, right: 9 },
          ...spans(newGoal, 0, 4),
          ...spans(newMeasure, 1, 4),
          ...spans(newProject, 2, 4),
        ],
        cells: [
          ["第３次みどり市総合計画　成果指標の進捗状況（令和６年度実績）"],
          [],
          [
            "基本目標",
            "施策",
            "事務事業",
            "指標名",
            "単位",
            "基準値\n（R2）",
            "実績値",
            "",
            "",
            "",
            "目標値\n（R8）",
            "備考",
          ],
          ["", "", "", "", "", "", "令和３年度", "令和４年度", "令和５年度", "令和６年度", "", ""],
          ...indicators.map((one, at) => [
            once(newGoal, at, `${goalNumber(one)}　${one.goal}`),
            once(newMeasure, at, `${goalNumber(one)}-${measureNumber(one)}　${one.measure}`),
            once(newProject, at, one.project),
            one.name,
            one.unit,
            one.base,
            ...one.values,
            one.target,
            one.note,
          ]),
          ["※「－」は実績がないことを示す。"],
        ],
      },
    ],
  },
  {
    name: "header of three rows: years over target and result",
    told: toldBy({ hasTarget: false }).map((one, at) => ({
      ...one,
      targets: Object.fromEntries(
        [2021, 2022, 2023, 2024].map((year) => [String(year), plain(indicators[at]?.target ?? "")]),
      ),
    })),
    sheets: [
      {
        name: "指標",
        merges: [
          ...[0, 1, 2, 3].map((left) => ({ top: 0, left, bottom: 2, right: left })),
          { top: 0, left: 4, bottom: 0, right: 11 },
          ...[4, 6, 8, 10].map((left) => ({ top: 1, left, bottom: 1, right: left + 1 })),
        ],
        cells: [
          ["基本目標", "施策", "成果指標", "単位", "指標の推移"],
          ["", "", "", "", "R3年度", "", "R4年度", "", "R5年度", "", "R6年度"],
          ["", "", "", "", ...Array.from({ length: 4 }, () => ["目標", "実績"]).flat()],
          ...indicators.map((one) => [
            one.goal,
            one.measure,
            one.name,
            one.unit,
            ...one.values.flatMap((value) => [one.target, value]),
          ]),
        ],
      },
    ],
  },
  {
    name: "a row per project, indicators side by side, the years of the groups unwritten",
    told: toldBy({ place: ({ measure, project }) => [measure, project], hasTarget: false }),
    answers: { "年度:4組": "R3、R4、R5、R6" },
    sheets: [
      {
        name: "事務事業一覧",
        cells: [
          [
            "事業番号",
            "施策名",
            "事務事業名",
            "担当課",
            "指標1：名称",
            "指標1：単位",
            "指標2：名称",
            "指標2：単位",
            ...Array.from({ length: 4 }, () => ["指標1", "指標2"]).flat(),
          ],
          ...projectsInOrder.map((of, at) => {
            const [one, two] = of;
            return [
              String(at + 1),
              one?.measure ?? "",
              one?.project ?? "",
              one?.section ?? "",
              one?.name ?? "",
              one?.unit ?? "",
              two?.name ?? "",
              two?.unit ?? "",
              ...[0, 1, 2, 3].flatMap((year) => [one?.values[year] ?? "", two?.values[year] ?? ""]),
            ];
          }),
        ],
      },
    ],
  },
  {
    name: "a form for each project on a sheet of its own",
    told: toldBy({ place: ({ goal, measure, project }) => [goal, measure, project] }),
    sheets: projectsInOrder.map((of, at) => ({
      name: `${at + 1}`,
      merges: [
        { top: 0, left: 0, bottom: 0, right: 6 },
        ...[2, 3, 4, 5].map((top) => ({ top, left: 1, bottom: top, right: 6 })),
      ],
      cells: form(of),
    })),
  },
  {
    name: "forms one below the other on one sheet",
    told: toldBy({ place: ({ goal, measure, project }) => [goal, measure, project] }),
    sheets: [
      {
        name: "評価シート",
        cells: projectsInOrder.flatMap((of) => [...form(of), [], []]),
      },
    ],
  },
  {
    name: "four rows for each indicator",
    told: toldBy({ hasTarget: false }).map((one, at) => ({
      ...one,
      targets: Object.fromEntries(
        [2021, 2022, 2023, 2024].map((year) => [String(year), plain(indicators[at]?.target ?? "")]),
      ),
    })),
    sheets: [
      {
        name: "指標",
        repeated: [0, 0],
        merges: [
          ...spans(newGoal, 0, 1, 3),
          ...spans(newMeasure, 1, 1, 3),
          ...[2, 3].flatMap((left) =>
            spans(
              indicators.map(() => true),
              left,
              1,
              3,
            ),
          ),
        ],
        cells: [
          ["基本目標", "施策", "指標名", "単位", "", "令和3年度", "令和4年度", "令和5年度", "令和6年度"],
          ...indicators.flatMap((one, at) => [
            [
              once(newGoal, at, one.goal),
              once(newMeasure, at, one.measure),
              one.name,
              one.unit,
              "目標値",
              one.target,
              one.target,
              one.target,
              one.target,
            ],
            ["", "", "", "", "実績値", ...one.values],
            ["", "", "", "", "達成率", "81.0%", "82.0%", "83.0%", "84.0%"],
          ]),
        ],
      },
    ],
  },
  {
    name: "flat, one row per indicator and year",
    told: toldBy({ place: ({ goal, measure, project }) => [goal, measure, project], hasTarget: false }),
    sheets: [
      {
        name: "データ",
        cells: [
          ["全国地方公共団体コード", "年度", "基本目標", "施策", "事業名", "指標名", "単位", "実績値"],
          ...[0, 1, 2, 3].flatMap((year) =>
            indicators.map((one) => [
              "102041",
              String(2021 + year),
              one.goal,
              one.measure,
              one.project,
              one.name,
              one.unit,
              one.values[year] ?? "",
            ]),
          ),
        ],
      },
    ],
  },
  {
    name: "headings between the rows, with numbers",
    told: toldBy(),
    sheets: [
      {
        name: "KPI一覧",
        merges: indicators
          .flatMap((_, at) => [
            ...(newGoal[at] ? ["goal"] : []),
            ...(newMeasure[at] ? ["measure"] : []),
            "row",
          ])
          .flatMap((kind, at) =>
            kind === "row" ? [] : [{ top: at + 2, left: 0, bottom: at + 2, right: 7 }],
          ),
        cells: [
          ["みどり市総合戦略　KPI一覧"],
          ["指標名", "単位", "R3", "R4", "R5", "R6", "目標値（R8）", "担当課"],
          ...indicators.flatMap((one, at) => [
            ...(newGoal[at] ? [[`基本目標${numbers[goalNumber(one) - 1]}　${one.goal}`]] : []),
            ...(newMeasure[at] ? [[`（${measureNumber(one)}）${one.measure}`]] : []),
            [one.name, one.unit, ...one.values, one.target, one.section],
          ]),
        ],
      },
    ],
    answers: { "段:見出し(1)": "施策" },
  },
  {
    name: "the header again on each page, with page numbers, totals and serial numbers",
    told: toldBy(),
    sheets: [
      {
        name: "一覧",
        cells: [
          ["成果指標一覧"],
          ...indicators.flatMap((one, at) => [
            ...(at % 5 === 0
              ? [
                  ...(at === 0 ? [] : [[`- ${at / 5} -`], []]),
                  ["No.", "基本目標", "施策", "指標", "単位", ...header4],
                ]
              : []),
            [String(at + 1), one.goal, one.measure, one.name, one.unit, ...one.values, one.target],
          ]),
          ["", "合計", "", "", "", "1", "2", "3", "4", "5"],
        ],
      },
    ],
  },
  {
    name: "a table for each goal on one sheet, the goal in the line above it",
    told: toldBy(),
    sheets: [
      {
        name: "目標別",
        cells: goals.flatMap((goal, at) => [
          [`基本目標${at + 1}　${goal}`],
          ["施策", "数値目標", "単位", ...header4],
          ...indicators
            .filter((one) => one.goal === goal)
            .map((one) => [one.measure, one.name, one.unit, ...one.values, one.target]),
          [],
        ]),
      },
    ],
  },
  {
    name: "levels filled once, empty rows and columns, units in the names",
    told: toldBy(),
    sheets: [
      {
        name: "Sheet1",
        cells: [
          ["", "重要業績評価指標（KPI）の状況"],
          [],
          [
            "",
            "基本目標",
            "施策",
            "KPI",
            "",
            "令和３年度\n（実績）",
            "令和４年度\n（実績）",
            "令和５年度\n（実績）",
            "令和６年度\n（実績）",
            "",
            "令和８年度\n（目標）",
          ],
          ...indicators.flatMap((one, at) => [
            ...(newGoal[at] && at > 0 ? [[]] : []),
            [
              "",
              once(newGoal, at, one.goal),
              once(newMeasure, at, one.measure),
              `${one.name}（${one.unit}）`,
              "",
              ...one.values,
              "",
              one.target,
            ],
          ]),
        ],
      },
    ],
  },
];

function form(of: readonly PrintedIndicator[]): string[][] {
  const [one] = of;
  return [
    ["事務事業評価シート（令和７年度実施）"],
    [],
    ["基本目標", `${one ? goalNumber(one) : ""}　${one?.goal ?? ""}`],
    ["施策", `${one ? measureNumber(one) : ""}　${one?.measure ?? ""}`],
    ["事務事業名", one?.project ?? ""],
    ["担当課", one?.section ?? ""],
    [],
    ["指標名", "単位", ...header4],
    ...of.map(({ name, unit, values, target }) => [name, unit, ...values, target]),
  ];
}
