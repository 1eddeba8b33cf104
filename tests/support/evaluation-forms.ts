// Evaluation forms (事務事業評価シート) of the kinds that cities fill in for each project, of made-up cities, each with what a reader of it knows.

import type { Merge } from "@shihyo/core";
import type { Told } from "./hold-against.ts";
import type { PrintedSheet } from "./printed-city.ts";

/** A form as sheets, and what stands in it. */
export interface EvaluationForm {
  readonly name: string;
  readonly sheets: readonly PrintedSheet[];
  readonly told: readonly Told[];
}

/** Cells put down one by one, as a form has them. */
class Paper {
  readonly cells: string[][] = [];
  readonly merges: Merge[] = [];

  /** Texts in one row from a column on; `undefined` leaves a cell out. */
  put(row: number, column: number, ...texts: readonly (string | undefined)[]): this {
    for (const [at, text] of texts.entries()) if (text !== undefined) this.set(row, column + at, text);
    return this;
  }

  /** A text over several rows and columns. */
  over(row: number, column: number, bottom: number, right: number, text: string): this {
    this.set(row, column, text);
    this.set(bottom, right, this.cells[bottom]?.[right] ?? "");
    this.merges.push({ top: row, left: column, bottom, right });
    return this;
  }

  get next(): number {
    return this.cells.length;
  }

  sheet(name: string): PrintedSheet {
    const width = Math.max(...this.cells.map((row) => row.length));
    return {
      name,
      cells: this.cells.map((row) => Array.from({ length: width }, (_, at) => row[at] ?? "")),
      merges: this.merges,
    };
  }

  private set(row: number, column: number, text: string): void {
    while (this.cells.length <= row) this.cells.push([]);
    const line = this.cells[row] ?? [];
    while (line.length <= column) line.push("");
    line[column] = text;
  }
}

interface FormIndicator {
  readonly kind: "活動" | "成果";
  readonly name: string;
  readonly about: string;
  readonly unit: string;
  /** By year from the first to the last; "" where nothing is written. */
  readonly plans: readonly string[];
  readonly results: readonly string[];
}

interface FormProject {
  readonly number: string;
  readonly name: string;
  readonly policy: string;
  readonly measure: string;
  readonly section: string;
  readonly grade: string;
  readonly indicators: readonly FormIndicator[];
}

/** Plans of the years 2 to 7 of the era, results of 2 to 6. */
const projects: readonly FormProject[] = [
  {
    number: "012",
    name: "放置自転車対策",
    policy: "安全で快適なまち",
    measure: "交通環境の整備",
    section: "土木管理課",
    grade: "A",
    indicators: [
      {
        kind: "活動",
        name: "放置自転車撤去台数",
        about: "一年間に撤去した台数",
        unit: "台",
        plans: ["3,000", "2,800", "2,600", "2,400", "2,300", "2,200"],
        results: ["2,874", "2,612", "2,455", "2,391", "2,207"],
      },
      {
        kind: "活動",
        name: "駐輪場の収容台数",
        about: "年度末の収容可能台数",
        unit: "台",
        plans: ["5,400", "5,400", "5,650", "5,650", "5,900", "5,900"],
        results: ["5,380", "5,380", "5,610", "5,640", "5,884"],
      },
      {
        kind: "成果",
        name: "駅周辺の放置率",
        about: "放置台数÷乗入台数",
        unit: "％",
        plans: ["2.5", "2.3", "2.0", "1.8", "1.5", "1.3"],
        results: ["2.9", "2.4", "2.1", "1.7", "1.6"],
      },
    ],
  },
  {
    number: "013",
    name: "自主防災組織の育成",
    policy: "安全で快適なまち",
    measure: "防災力の向上",
    section: "防災課",
    grade: "B",
    indicators: [
      {
        kind: "活動",
        name: "防災訓練の実施回数",
        about: "組織が行った訓練の回数",
        unit: "回",
        plans: ["120", "125", "130", "140", "150", "160"],
        results: ["61", "74", "118", "137", "155"],
      },
      {
        kind: "成果",
        name: "自主防災組織の結成率",
        about: "結成した世帯の割合",
        unit: "％",
        plans: ["78.0", "79.0", "80.0", "81.0", "82.0", "83.0"],
        results: ["77.4", "78.1", "78.8", "80.6", "81.9"],
      },
    ],
  },
  {
    number: "047",
    name: "子育てひろば運営",
    policy: "子どもが育つまち",
    measure: "子育て支援の充実",
    section: "子ども政策課",
    grade: "A",
    indicators: [
      {
        kind: "活動",
        name: "ひろばの開設日数",
        about: "全てのひろばの合計",
        unit: "日",
        plans: ["1,200", "1,200", "1,440", "1,440", "1,680", "1,680"],
        results: ["906", "1,188", "1,402", "1,437", "1,671"],
      },
      {
        kind: "成果",
        name: "利用した親子の数",
        about: "延べ組数",
        unit: "組",
        plans: ["18,000", "18,500", "21,000", "22,000", "25,000", "26,000"],
        results: ["9,731", "13,264", "19,870", "22,415", "25,908"],
      },
      {
        kind: "成果",
        name: "子育てに安心を感じる人の割合",
        about: "市民意識調査による",
        unit: "％",
        plans: ["55.0", "56.0", "57.0", "58.0", "59.0", "60.0"],
        results: ["52.3", "53.7", "55.2", "57.9", "58.4"],
      },
    ],
  },
];

const bare = (text: string) => text.replaceAll(",", "");
const halfUnit = (unit: string) => unit.replace("％", "%");
const rateOf = (plan: string, result: string) =>
  ((Number(bare(result)) / Number(bare(plan))) * 100).toFixed(1);
/** Of the years 2020, 2021, …: those where something is written. */
const byYear = (texts: readonly string[], first: number): Record<string, string> =>
  Object.fromEntries(texts.flatMap((text, at) => (text === "" ? [] : [[String(first + at), bare(text)]])));

/** An amount in thousand yen, its own for each project, item and year. */
const amount = (project: FormProject, item: number, year: number): number =>
  1_037 * (Number(project.number) + 3) + 211 * item + 97 * year * (item + 1);
const shown = (value: number) => value.toLocaleString("en-US");
/** Circled numbers stand in the tables as plain ones. */
const plainSigns = (text: string) => text.replace(/[①-⑳]/gu, (sign) => sign.normalize("NFKC"));
const vertical = (text: string) => [...text].join("\n");

/** One project on a page: three rows an indicator (計画, 実績, 達成率), slots that stay empty, nine kinds of cost by three rows. */
function threeRowForm(): EvaluationForm {
  const eras = [2, 3, 4, 5, 6, 7];
  const kinds = [
    "事業費",
    "常勤職員分(再任用含)",
    "上記以外の職員",
    "総事業費(事業費+人件費)",
    "受益者負担分①",
    "国・都からの補助金②",
    "その他の補助金等③",
    "特定財源(①+②+③)",
    "差引：一般財源(総事業費-特定財源)",
  ];
  const told: Told[] = [];
  const sheets = projects.map((project) => {
    const paper = new Paper();
    paper.over(0, 0, 0, 11, "令和7年度　みどり区事務事業評価シート");
    paper.over(1, 0, 1, 1, "事務事業名称").over(1, 2, 1, 3, project.name);
    paper
      .put(1, 4, "款", "02", "項", "01", "目", "03")
      .put(1, 10, "整理番号", String(Number(project.number)));
    paper.over(2, 0, 2, 1, "現担当課名").over(2, 2, 2, 3, project.section);
    paper.over(2, 4, 2, 5, "電話番号").put(2, 6, "4215").over(2, 8, 2, 10, "昨年度整理番号").put(2, 11, "44");
    paper.over(3, 0, 3, 1, "上位施策No・施策名").over(3, 2, 3, 3, `05 ${project.measure}`);
    paper.over(3, 4, 3, 5, "予算事業区分").over(3, 6, 3, 11, "既定事業");
    paper
      .over(4, 0, 4, 1, "事業の目的・目標")
      .over(4, 2, 4, 11, `${project.measure}を図り、住みよい地域をつくる。`);
    paper.over(5, 0, 5, 1, "活動内容").over(5, 2, 5, 11, `${project.name}に関する業務を行う。`);
    paper
      .over(6, 0, 6, 1, "指標名")
      .put(6, 2, "指標説明", "単位")
      .put(6, 4, "", ...eras.map((era) => `令和${era}年度`));
    const begin = { 活動: 7, 成果: 0 };
    let row = 7;
    for (const kind of ["活動", "成果"] as const) {
      begin[kind] = row;
      const own = project.indicators.filter((one) => one.kind === kind);
      const slots = Array.from({ length: Math.max(2, own.length) }, (_, at) => own[at]);
      for (const indicator of slots) {
        if (kind === "成果") {
          paper.put(row, 1, "分類").over(row, 2, row, 9, indicator ? "行政サービス成果指標" : "");
          row++;
        }
        for (const [at, label] of ["計画", "実績", "達成率"].entries()) {
          const texts = eras.map((_, year) => {
            const [plan, result] = [indicator?.plans[year], indicator?.results[year]];
            if (at === 0) return plan ?? "-";
            return (at === 1 ? result : plan && result ? rateOf(plan, result) : undefined) ?? "-";
          });
          paper.put(row + at, 4, label, ...texts);
          paper.put(row + at, 3, at === 2 ? "%" : (indicator?.unit ?? ""));
        }
        paper
          .over(row, 1, row + 2, 1, indicator?.name ?? "")
          .over(row, 2, row + 2, 2, indicator?.about ?? "");
        if (indicator)
          told.push({
            name: indicator.name,
            unit: halfUnit(indicator.unit),
            place: [project.measure, project.name],
            section: project.section,
            // A dash in the year that still runs is asked about, and taken as nothing to be said.
            values: { ...byYear(indicator.results, 2020), 2025: "値なし 該当なし" },
            targets: byYear(indicator.plans, 2020),
            verdicts: indicator.results.map(
              (result, year) => `${2020 + year} 達成率 ${rateOf(indicator.plans[year] ?? "", result)}`,
            ),
            costs: Object.fromEntries(
              eras.flatMap((era, at) =>
                kinds.flatMap((kind, item) => [
                  [`${plainSigns(kind)} ${2020 + at} 予算`, String(amount(project, item, era) + 400)],
                  ...(at < 5
                    ? [[`${plainSigns(kind)} ${2020 + at} 決算`, String(amount(project, item, era))]]
                    : []),
                ]),
              ),
            ),
          });
        row += 3;
      }
      paper.over(begin[kind], 0, row - 1, 0, vertical(`${kind}指標`));
    }
    paper.over(row, 0, row, 3, "").put(row, 4, "単位", ...eras.map((era) => `令和${era}年度`));
    const top = ++row;
    for (const [item, kind] of kinds.entries()) {
      for (const [at, label] of ["予算額", "実績額", "執行率"].entries()) {
        const texts = eras.map((era, year) => {
          const [budget, spent] = [amount(project, item, era) + 400, amount(project, item, era)];
          if (at === 0) return shown(budget);
          if (year === 5) return "-";
          return at === 1 ? shown(spent) : ((spent / budget) * 100).toFixed(1);
        });
        paper.put(row + at, 3, label, at === 2 ? "%" : "千円", ...texts);
      }
      const isStaff = item === 1 || item === 2;
      if (isStaff) paper.over(row, 1, row + 2, 2, kind);
      else paper.over(row, 0, row + 2, 2, kind);
      row += 3;
    }
    paper.over(top + 3, 0, top + 8, 0, vertical("人件費"));
    paper.over(row, 0, row, 2, "Ⅰ.事業コストの方向性").over(row, 3, row, 11, "現状維持");
    paper
      .over(row + 1, 0, row + 1, 2, "Ⅱ.事業の改善の方向性")
      .over(row + 1, 3, row + 1, 11, "手段・方法の見直し（改善）");
    return paper.sheet(`整理番号${project.number}`);
  });
  return {
    name: "three rows an indicator (計画, 実績, 達成率) and nine kinds of cost by three rows",
    sheets,
    told,
  };
}

/** Forms one below the other: 「成果指標１」 at the left, an arrow, and last year's result beside this year's target and result. */
function arrowForm(): EvaluationForm {
  const told: Told[] = [];
  const paper = new Paper();
  for (const project of projects) {
    const top = paper.next === 0 ? 0 : paper.next + 1;
    paper.over(top, 0, top, 8, "令和7年度事業評価シート");
    paper
      .put(top + 1, 0, "事業番号", `0221${project.number.slice(1)}`, "事業名称")
      .over(top + 1, 3, top + 1, 8, project.name);
    paper
      .put(top + 2, 0, "部署名")
      .over(top + 2, 1, top + 2, 2, project.section)
      .put(top + 2, 3, "施策体系");
    paper.over(top + 2, 4, top + 2, 8, `${project.policy}　▶　${project.measure}`);
    paper.over(top + 3, 0, top + 3, 8, "■計画（PLAN）");
    paper.put(top + 4, 0, "事業目的").over(top + 4, 1, top + 4, 8, `${project.measure}を進める。`);
    let row = top + 5;
    paper.over(row, 0, row, 3, "事業コスト（千円）").put(row, 4, "R5決算", "R6決算", "R7予算");
    const items = [
      "【A】事業費",
      "国庫支出金",
      "府支出金",
      "地方債",
      "その他",
      "一般財源",
      "【B】人件費",
      "トータルコスト（A＋B）",
    ];
    for (const [item, label] of items.entries()) {
      row++;
      const isOfNow = label.startsWith("【B】") || label.startsWith("トータル");
      paper.over(row, 0, row, 3, label);
      paper.put(
        row,
        4,
        ...[5, 6, 7].map((era) => (isOfNow && era < 7 ? "" : shown(amount(project, item, era)))),
      );
    }
    row++;
    paper.over(row, 0, row, 8, "■実施（DO）");
    row++;
    paper
      .over(row, 0, row, 1, "指標")
      .put(row, 2, "方向", "単位", "R5実績", "R6目標", "R6実績", "R7目標", "達成状況");
    const count = { 活動: 0, 成果: 0 };
    const ordered = [...project.indicators].sort((a, b) =>
      a.kind === b.kind ? 0 : a.kind === "成果" ? -1 : 1,
    );
    for (const indicator of ordered) {
      row++;
      count[indicator.kind]++;
      const number = String.fromCharCode(0xff10 + count[indicator.kind]);
      const [plan = "", result = ""] = [indicator.plans[4], indicator.results[4]];
      const isMet = /放置/u.test(indicator.name)
        ? Number(bare(result)) <= Number(bare(plan))
        : Number(bare(result)) >= Number(bare(plan));
      paper.put(
        row,
        0,
        `${indicator.kind}指標${number}`,
        indicator.name,
        /放置/u.test(indicator.name) ? "↓" : "↑",
        indicator.unit,
      );
      paper.put(row, 4, indicator.results[3], plan, result, indicator.plans[5], isMet ? "達成" : "未達成");
      told.push({
        name: indicator.name,
        unit: halfUnit(indicator.unit),
        place: [project.policy, project.measure, project.name],
        section: project.section,
        values: byYear(indicator.results.slice(3), 2023),
        targets: byYear(indicator.plans.slice(4), 2024),
        costs: Object.fromEntries(
          items.flatMap((label, item) =>
            [5, 6, 7].flatMap((era) =>
              (label.startsWith("【B】") || label.startsWith("トータル")) && era < 7
                ? []
                : [
                    [
                      `${label} ${2018 + era} ${era === 7 ? "予算" : "決算"}`,
                      String(amount(project, item, era)),
                    ],
                  ],
            ),
          ),
        ),
      });
    }
    row++;
    paper.over(row, 0, row, 8, "■評価（CHECK）");
    paper
      .put(row + 1, 0, "必要性")
      .over(row + 1, 1, row + 1, 7, "A：法令で義務付け　B：市民の要望が高い　C：低い")
      .put(row + 1, 8, "B");
    paper
      .put(row + 2, 0, "有効性")
      .over(row + 2, 1, row + 2, 7, "A：高い　B：普通　C：低い")
      .put(row + 2, 8, project.grade);
    paper.over(row + 3, 0, row + 3, 8, "■改善（ACTION）");
    paper
      .put(row + 4, 0, "今後の方向性")
      .over(row + 4, 1, row + 4, 7, "A：廃止　B：継続　C：拡大")
      .put(row + 4, 8, "B");
  }
  return {
    name: "numbered labels, an arrow and last year's result, forms one below the other",
    sheets: [paper.sheet("総務部")],
    told,
  };
}

/** A sheet a project: levels with their numbers in a cell between, 「R 6」 with a space, plans and results in two rows, questions with digits. */
function spacedYearForm(): EvaluationForm {
  const eras = [3, 4, 5, 6, 7];
  const told: Told[] = [];
  const sheets = projects.map((project) => {
    const paper = new Paper();
    paper.over(0, 0, 0, 8, "令和6年度　事務事業評価シート");
    paper.put(1, 0, "事務事業名").over(1, 1, 1, 4, project.name).put(1, 5, "事業番号", project.number);
    paper
      .put(2, 0, "政策", "1")
      .over(2, 2, 2, 4, project.policy)
      .put(2, 5, "課名")
      .over(2, 6, 2, 8, project.section);
    paper
      .put(3, 0, "施策", "2")
      .over(3, 2, 3, 4, project.measure)
      .put(3, 5, "電話番号")
      .over(3, 6, 3, 8, "591-1111（内線2310）");
    paper.put(4, 0, "根拠法令").over(4, 1, 4, 4, "－").put(4, 5, "事業期間").over(4, 6, 4, 8, "単年度繰返");
    paper.put(5, 0, vertical("概要")).over(5, 1, 5, 8, `${project.measure}のため、${project.name}を行う。`);
    paper.over(6, 0, 6, 8, "実績の推移");
    paper.put(7, 0, "", "指標名", "単位", "").put(7, 4, ...eras.map((era) => `R ${era}`));
    let row = 8;
    for (const [at, indicator] of project.indicators.entries()) {
      paper
        .over(row, 0, row + 1, 0, String(at + 1))
        .over(row, 1, row + 1, 1, indicator.name)
        .over(row, 2, row + 1, 2, indicator.unit);
      paper.put(row, 3, "計画値", ...indicator.plans.slice(1));
      paper.put(row + 1, 3, "実績値", ...indicator.results.slice(1));
      row += 2;
    }
    paper
      .over(row, 0, row, 3, "事業費の推移（単位：千円）")
      .put(row, 4, "R 4決算", "R 5決算", "R 6決算", "R 6当初予算", "R 7当初予算");
    const items = ["総事業費", "事業費計", "国・県支出金", "その他特定財源", "一般財源", "人件費"];
    for (const [item, label] of items.entries()) {
      row++;
      paper.over(row, 0, row, 3, label);
      paper.put(
        row,
        4,
        ...[4, 5, 6].map((era) => shown(amount(project, item, era))),
        shown(amount(project, item, 6) + 50),
        shown(amount(project, item, 7)),
      );
    }
    row++;
    for (const [at, question] of [
      "法令による義務がありますか",
      "市が行う必要がありますか",
      "成果は上がっていますか",
    ].entries())
      paper
        .put(row + at, 0, `Q${at + 1}`)
        .over(row + at, 1, row + at, 7, question)
        .put(row + at, 8, String(3 - at));
    row += 3;
    paper.over(row, 0, row, 1, "今後の展開").over(row, 2, row, 8, "B_現状のまま継続");
    for (const indicator of project.indicators)
      told.push({
        name: indicator.name,
        unit: halfUnit(indicator.unit),
        place: [project.policy, project.measure, project.name],
        section: project.section,
        values: byYear(indicator.results.slice(1), 2021),
        targets: byYear(indicator.plans.slice(1), 2021),
        costs: Object.fromEntries(
          items.flatMap((label, item) => [
            ...[4, 5, 6].map((era) => [`${label} ${2018 + era} 決算`, String(amount(project, item, era))]),
            [`${label} 2024 予算`, String(amount(project, item, 6) + 50)],
            [`${label} 2025 予算`, String(amount(project, item, 7))],
          ]),
        ),
      });
    return paper.sheet(project.number);
  });
  return {
    name: "years with a space in them, 計画値 over 実績値, questions answered by digits",
    sheets,
    told,
  };
}

/** A sheet a project: budget, account and plan under each year, dashes for what is empty, 目標 and 実績 rows with the unit last. */
function threeAmountsForm(): EvaluationForm {
  const told: Told[] = [];
  const columns = [4, 5, 6].flatMap((era) =>
    ["予算額", "決算額", "計画事業費"].map((label) => ({ era, label })),
  );
  const all = [...columns, { era: 7, label: "予算額" }, { era: 7, label: "決算額(見込)" }];
  const items = [
    "事業費A",
    "国庫支出金",
    "市債",
    "その他特財",
    "一般財源",
    "人件費※B",
    "総コスト（A＋B）",
    "人工（単位：人）",
  ];
  const sheets = projects.map((project) => {
    const paper = new Paper();
    const top = 0;
    paper.over(top, 0, top, 12, "令和6年度　事務事業評価シート");
    paper
      .put(top + 1, 0, "事務事業コード")
      .over(top + 1, 1, top + 1, 2, `10201${project.number}`)
      .over(top + 1, 3, top + 1, 4, "事務事業名");
    paper
      .over(top + 1, 5, top + 1, 9, project.name)
      .over(top + 1, 10, top + 1, 11, "計画への記載")
      .put(top + 1, 12, "有");
    paper
      .put(top + 2, 0, "所属名")
      .over(top + 2, 1, top + 2, 4, project.section)
      .over(top + 2, 5, top + 2, 6, "実施形態")
      .over(top + 2, 7, top + 2, 12, "直営、一部委託");
    paper.put(top + 3, 0, "政策").over(top + 3, 1, top + 3, 12, project.policy);
    paper.put(top + 4, 0, "施策").over(top + 4, 1, top + 4, 12, project.measure);
    paper.put(top + 5, 0, "直接目標").over(top + 5, 1, top + 5, 12, `${project.measure}を実現する`);
    let row = top + 6;
    paper.over(row, 0, row + 1, 1, "予決算（単位：千円）");
    for (const era of [4, 5, 6]) paper.over(row, 2 + (era - 4) * 3, row, 4 + (era - 4) * 3, `R${era}年度`);
    paper.over(row, 11, row, 12, "R7年度");
    paper.put(row + 1, 2, ...all.map(({ label }) => label));
    row++;
    const known: [string, string][] = [];
    for (const [item, label] of items.entries()) {
      row++;
      paper.over(row, 0, row, 1, label);
      for (const [at, { era, label: kind }] of all.entries()) {
        const isEmpty = (item === 2 && era < 6) || (era === 7 && kind !== "予算額" && item !== 5);
        const isPlan = kind === "計画事業費";
        const value =
          item === 7
            ? (0.5 + item / 10 + era / 100).toFixed(2)
            : String(amount(project, item, era) + (kind === "予算額" ? 300 : isPlan ? 120 : 0));
        const text =
          isEmpty || (isPlan && item > 0)
            ? "-"
            : era === 7 && item === 5 && kind !== "予算額"
              ? "0"
              : item === 7
                ? value
                : shown(Number(value));
        paper.put(row, 2 + at, text);
        if (text !== "-") {
          const stage = kind === "予算額" ? "予算" : isPlan ? "計画" : kind === "決算額" ? "決算" : "見込";
          const name = label.replace(/（単位.+$/u, "");
          known.push([`${name} ${2018 + era} ${stage}`, bare(text)]);
        }
      }
    }
    row++;
    paper.over(row, 0, row, 12, "※ 人件費は、従事する職員の人工に平均単価を乗じて算出しています。");
    row++;
    paper
      .over(row, 0, row, 5, "成果指標（名称・説明）")
      .over(row, 6, row, 7, "目標・実績")
      .put(row, 8, "R4年度", "R5年度", "R6年度", "R7年度", "単位");
    for (const [at, indicator] of project.indicators.entries()) {
      row++;
      paper
        .over(row, 0, row + 1, 0, String(at + 1))
        .over(row, 1, row, 5, indicator.name)
        .over(row + 1, 1, row + 1, 5, `説明　${indicator.about}`);
      paper.over(row, 6, row, 7, "目標").put(row, 8, ...indicator.plans.slice(2));
      paper.over(row + 1, 6, row + 1, 7, "実績").put(row + 1, 8, ...indicator.results.slice(2), "-");
      paper.over(row, 12, row + 1, 12, indicator.unit);
      row++;
      told.push({
        name: indicator.name,
        unit: halfUnit(indicator.unit),
        place: [project.policy, project.measure, project.name],
        section: project.section,
        values: { ...byYear(indicator.results.slice(2), 2022), 2025: "値なし 該当なし" },
        targets: byYear(indicator.plans.slice(2), 2022),
        costs: Object.fromEntries(known),
      });
    }
    row++;
    paper
      .put(row, 0, "達成度", "3")
      .over(
        row,
        2,
        row,
        12,
        "１．目標を大きく上回って達成　２．目標を上回って達成　３．ほぼ目標どおり　４．目標を下回った　５．目標を大きく下回った",
      );
    paper
      .put(row + 1, 0, "方向性区分", "Ⅰ")
      .over(
        row + 1,
        2,
        row + 1,
        12,
        "Ⅰ．現状のまま継続　Ⅱ．改善しながら継続　Ⅲ．事業規模拡大　Ⅳ．事業規模縮小　Ⅴ．事業廃止",
      );
    return paper.sheet(`${project.number}`);
  });
  return {
    name: "budget, account and plan under each year, name over its explanation, unit last",
    sheets,
    told,
  };
}

/** A sheet a project: three tables of years without era, the works of each part of the project counted, nothing where nothing is. */
function worksForm(): EvaluationForm {
  const told: Told[] = [];
  const sheets = projects.map((project) => {
    const paper = new Paper();
    paper.over(0, 0, 0, 7, "令和７年度　事業評価書");
    paper
      .put(1, 0, "令和６年度事業名")
      .over(1, 1, 1, 4, project.name)
      .put(1, 5, "評価書番号")
      .over(1, 6, 1, 7, String(Number(project.number)));
    paper
      .put(2, 0, "所管区局・課")
      .over(2, 1, 2, 4, project.section)
      .put(2, 5, "政策")
      .over(2, 6, 2, 7, project.policy);
    paper.put(3, 0, "歳出予算科目").over(3, 1, 3, 7, "一般会計　07 款　01 項　01 目");
    paper
      .over(4, 0, 5, 1, "事業費\n（千円）")
      .put(4, 2, "", "３年度", "４年度", "５年度", "６年度", "差引（増減）");
    paper.put(
      5,
      2,
      "決算",
      ...[3, 4, 5, 6].map((era) => shown(amount(project, 0, era))),
      shown(amount(project, 0, 6) - amount(project, 0, 5)),
    );
    paper.put(6, 0, "細事業名", "細事業費", "", "３年度", "４年度", "５年度", "６年度", "差引（増減）");
    let row = 7;
    for (const [item, indicator] of project.indicators.entries()) {
      paper.put(
        row,
        0,
        `細事業${item + 1}`,
        "決算",
        "千円",
        ...[3, 4, 5, 6].map((era) => (item > 0 && era === 3 ? "" : shown(amount(project, item + 3, era)))),
        "▲ 31",
      );
      row++;
      void indicator;
    }
    paper.put(row, 0, "細事業名", "事業量（指標）", "単位", "３年度", "４年度", "５年度", "６年度", "備考");
    for (const [item, indicator] of project.indicators.entries()) {
      row++;
      const results = indicator.results.slice(1).map((text, at) => (item > 0 && at === 0 ? "" : text));
      paper.put(row, 0, `細事業${item + 1}`, indicator.name, indicator.unit, ...results);
      told.push({
        name: indicator.name,
        unit: halfUnit(indicator.unit),
        place: [project.policy, project.name, `細事業${item + 1}`],
        values: byYear(results, 2021),
        targets: {},
      });
    }
    return paper.sheet(`評価書${project.number}`);
  });
  return { name: "three tables of years without era, the works of each part counted", sheets, told };
}

/** Sheets named by numbers: years over 決算額, 当初予算額 and 計画額, and 「≪指標名≫」 before each name with 目標値 and 実績値 below. */
function angledNameForm(): EvaluationForm {
  const told: Told[] = [];
  const eras = [4, 5, 6, 7, 8];
  const stages = ["決算額", "決算額", "当初予算額", "計画額", "計画額"];
  const sheets = projects.map((project) => {
    const paper = new Paper();
    paper.over(0, 0, 0, 8, "令和6年度第2号様式　事務事業評価票（対象：令和5年度）");
    paper
      .put(1, 0, "事務事業名")
      .over(1, 1, 1, 4, project.name)
      .put(1, 5, "区分", "継続", "主要", "総合戦略");
    paper
      .put(2, 0, "施策")
      .over(2, 1, 2, 4, project.measure)
      .put(2, 5, "担当部室課名")
      .over(2, 6, 2, 8, project.section);
    paper
      .over(3, 0, 3, 1, "評価対象年度における事業実施結果")
      .over(3, 2, 3, 8, `${project.name}を計画のとおり実施した。`);
    paper
      .over(4, 0, 5, 3, "コスト（千円）")
      .put(4, 4, ...eras.map((era) => `R${era}年度`))
      .put(5, 4, ...stages);
    const items = ["事業費", "国・県支出金", "地方債", "その他", "一般財源", "人件費", "トータルコスト"];
    let row = 5;
    for (const [item, label] of items.entries()) {
      row++;
      paper.over(row, 0, row, 3, label).put(row, 4, ...eras.map((era) => shown(amount(project, item, era))));
    }
    row++;
    paper.put(row, 0, "総合評価", project.grade).put(row, 4, "評価点", "19", "／２４");
    row++;
    paper.over(row, 0, row, 3, "目標達成状況").put(row, 4, ...eras.map((era) => `R${era}年度`));
    row++;
    for (const kind of ["活動", "成果"] as const) {
      const begin = row;
      for (const indicator of project.indicators.filter((one) => one.kind === kind)) {
        paper.over(row, 1, row + 1, 2, `≪指標名≫\n${indicator.name}（${indicator.unit}）`);
        paper
          .put(row, 3, "目標値", ...indicator.plans.slice(1))
          .put(row + 1, 3, "実績値", ...indicator.results.slice(1, 3));
        row += 2;
        told.push({
          name: indicator.name,
          unit: halfUnit(indicator.unit),
          place: [project.measure, project.name],
          section: project.section,
          values: byYear(indicator.results.slice(1, 3), 2022),
          targets: byYear(indicator.plans.slice(1), 2022),
          costs: Object.fromEntries(
            items.flatMap((label, item) =>
              eras.map((era, at) => [
                `${label} ${2018 + era} ${at < 2 ? "決算" : at === 2 ? "予算" : "計画"}`,
                String(amount(project, item, era)),
              ]),
            ),
          ),
        });
      }
      paper.over(begin, 0, row - 1, 0, `${kind}指標`);
    }
    return paper.sheet(String(Number(project.number)));
  });
  return { name: "sheets named by numbers, ≪指標名≫ before each name, 目標値 over 実績値", sheets, told };
}

/** One row a project, two indicators side by side, each with the year of its target, its base and that year; a note in a target's cell. */
function wideTable(): EvaluationForm {
  const told: Told[] = [];
  const paper = new Paper();
  const goal = ["事業目標（指標名）", "単位", "目標年度", "基準値", "基準年度", "目標値", "実績値", "達成率"];
  paper.over(0, 0, 0, 24, "令和6年度　行政評価の取組結果（事業評価）");
  paper.put(1, 23, "市長公室");
  const heads = ["主な施策", "事業番号", "主要事務事業名", "事業概要", "担当課"];
  for (const [at, text] of heads.entries()) paper.over(2, at, 3, at, text);
  for (const [at, label] of ["KPI①", "KPI②"].entries()) {
    const left = 5 + at * 8;
    paper.over(2, left, 2, left + 7, label).put(3, left, ...goal);
  }
  for (const [at, text] of [
    "令和6年度\n予算額\n（千円）",
    "令和6年度\n決算額\n（千円）",
    "評価",
    "方向性",
  ].entries())
    paper.over(2, 21 + at, 3, 21 + at, text);
  let row = 4;
  for (const [number, project] of projects.entries()) {
    paper.put(
      row,
      0,
      project.measure,
      String(number + 1),
      project.name,
      `${project.name}を行う`,
      project.section,
    );
    for (const [at, indicator] of project.indicators.slice(0, 2).entries()) {
      const [plan = "", result = ""] = [indicator.plans[4], indicator.results[4]];
      const rate = `${rateOf(plan, result)}％`;
      const base = indicator.results[1] ?? "";
      paper.put(row, 5 + at * 8, indicator.name, indicator.unit, "R6", base, "R3", plan, result, rate);
      told.push({
        name: indicator.name,
        unit: halfUnit(indicator.unit),
        place: [project.measure, project.name],
        section: project.section,
        base: bare(base),
        values: { 2021: bare(base), 2024: bare(result) },
        targets: { 2024: bare(plan) },
        verdicts: [
          `2024 達成率 ${rateOf(plan, result)}`,
          `2024 ${["順調", "概ね順調", "やや遅れ"][number]}`,
          "2024 継続",
        ],
        costs: {
          "予算額 2024 予算": String(amount(project, 0, 6) + 400),
          "決算額 2024 決算": String(amount(project, 0, 6)),
        },
      });
    }
    paper.put(
      row,
      21,
      shown(amount(project, 0, 6) + 400),
      shown(amount(project, 0, 6)),
      ["順調", "概ね順調", "やや遅れ"][number],
      "継続",
    );
    row++;
  }
  return {
    name: "one row a project, two indicators side by side with base and target years",
    sheets: [paper.sheet("全局")],
    told,
  };
}

/** A sheet a project: amounts beside their labels in a row (決算額, うち特定財源, 職員の業務量), indicators with some left blank. */
function labelledAmountsForm(): EvaluationForm {
  const told: Told[] = [];
  const sheets = projects.map((project) => {
    const paper = new Paper();
    paper.over(0, 0, 0, 7, "事業評価調書");
    paper.over(1, 0, 1, 7, "◎基本情報");
    paper
      .put(2, 0, "年度", "令和6年度", "会計コード", "10", "一般会計", "事業コード")
      .over(2, 6, 2, 7, `12${project.number}`);
    paper.put(3, 0, "事業名").over(3, 1, 3, 7, project.name);
    paper
      .put(4, 0, "評価担当課", "所　属")
      .over(4, 2, 4, 4, project.section)
      .put(4, 5, "電話番号")
      .over(4, 6, 4, 7, "211-2111");
    const lines = ["令和5年度決算額", "令和6年度予算額", "令和6年度決算額", "令和7年度予算額"];
    for (const [at, label] of lines.entries())
      paper.put(
        5 + at,
        0,
        label,
        shown(amount(project, 0, at + 3)),
        "千円",
        "うち特定財源",
        shown(amount(project, 0, at + 1) - 900),
        "正規職員業務量",
        `${(1 + at / 10).toFixed(2)}`,
        "人工",
      );
    paper.over(9, 0, 9, 7, "◎成果・活動指標");
    paper.put(
      10,
      0,
      "区分",
      "指標名",
      "単位",
      "令和5年度実績",
      "令和6年度目標",
      "令和6年度実績",
      "令和7年度目標",
      "備考",
    );
    let row = 10;
    for (const [at, indicator] of project.indicators.entries()) {
      row++;
      const isOpen = at === 1;
      paper.put(
        row,
        0,
        `${indicator.kind}指標`,
        indicator.name,
        indicator.unit,
        indicator.results[3],
        isOpen ? "" : indicator.plans[4],
        indicator.results[4],
        isOpen ? "" : indicator.plans[5],
      );
      told.push({
        name: indicator.name,
        unit: halfUnit(indicator.unit),
        place: [project.name],
        section: project.section,
        values: byYear(indicator.results.slice(3), 2023),
        targets: isOpen ? {} : byYear(indicator.plans.slice(4), 2024),
      });
    }
    row++;
    paper
      .put(row, 0, "事業の成果")
      .over(row, 1, row, 7, `${project.measure}に向け、令和6年度は3か所で実施した。`);
    paper.put(row + 1, 0, "今後の方向性").over(row + 1, 1, row + 1, 7, "〇 継続して実施する。");
    return paper.sheet(`調書${project.number}`);
  });
  return { name: "amounts beside their labels, indicators with some left blank", sheets, told };
}

/** A sheet a project: 「R5 2023」 over 実績, 「R6 2024」 over 目標 and 実績, the names wrapped, 活動 and 成果 in blocks of their own. */
function twoYearNamesForm(): EvaluationForm {
  const told: Told[] = [];
  const sheets = projects.map((project) => {
    const paper = new Paper();
    paper.over(0, 0, 0, 8, "事務事業評価シート（令和6年度実施事業）");
    paper
      .put(1, 0, "事務事業名")
      .over(1, 1, 1, 4, project.name)
      .put(1, 5, "担当課")
      .over(1, 6, 1, 8, project.section);
    paper
      .put(2, 0, "基本目標")
      .over(2, 1, 2, 4, project.policy)
      .put(2, 5, "施策")
      .over(2, 6, 2, 8, project.measure);
    let row = 3;
    for (const kind of ["活動", "成果"] as const) {
      paper.over(row, 0, row, 8, kind === "活動" ? "Do（活動内容）" : "Check（成果）");
      row++;
      paper.over(row, 0, row + 1, 1, `${kind}指標`).over(row, 2, row + 1, 2, "単位");
      paper
        .put(row, 3, "R5\n2023")
        .over(row, 4, row, 5, "R6\n2024")
        .put(row, 6, "R7\n2025")
        .over(row, 7, row + 1, 8, "達成状況");
      paper.put(row + 1, 3, "実績", "目標", "実績", "目標");
      row += 2;
      const own = project.indicators.filter((one) => one.kind === kind);
      for (const indicator of Array.from({ length: 2 }, (_, at) => own[at])) {
        const half = Math.ceil((indicator?.name.length ?? 0) / 2);
        const name = indicator ? `${indicator.name.slice(0, half)}\n${indicator.name.slice(half)}` : "-";
        paper.over(row, 0, row, 1, name).put(row, 2, indicator?.unit ?? "-");
        paper.put(
          row,
          3,
          indicator?.results[3] ?? "-",
          indicator?.plans[4] ?? "-",
          indicator?.results[4] ?? "-",
          indicator?.plans[5] ?? "-",
        );
        paper.over(row, 7, row, 8, indicator ? "Ａ" : "-");
        row++;
        if (indicator)
          told.push({
            name: indicator.name,
            unit: halfUnit(indicator.unit),
            place: [project.policy, project.measure, project.name],
            section: project.section,
            values: byYear(indicator.results.slice(3), 2023),
            targets: byYear(indicator.plans.slice(4), 2024),
          });
      }
    }
    paper.over(row, 0, row, 2, "コスト（千円）").put(row, 3, "R5決算", "", "R6決算", "R7予算");
    for (const [item, label] of ["事業費", "人件費", "総コスト"].entries()) {
      row++;
      paper
        .over(row, 0, row, 2, label)
        .put(
          row,
          3,
          shown(amount(project, item, 5)),
          "",
          shown(amount(project, item, 6)),
          shown(amount(project, item, 7)),
        );
    }
    return paper.sheet(`${project.number}`);
  });
  return { name: "years by era over the western year, names wrapped, blocks of 活動 and 成果", sheets, told };
}

export const evaluationForms: readonly EvaluationForm[] = [
  threeRowForm(),
  arrowForm(),
  spacedYearForm(),
  threeAmountsForm(),
  worksForm(),
  angledNameForm(),
  wideTable(),
  labelledAmountsForm(),
  twoYearNamesForm(),
];
