// The table of targets: what the city set itself to reach, by when, with its own formula and grade.

import {
  type Dataset,
  formatDecimal,
  isTargetReached,
  type Municipality,
  once,
  type Series,
  series,
  type Target,
  targetBoundWords,
  targetId,
  targetPath,
  targetScopeWords,
  verdictFor,
  wordFor,
} from "@shihyo/core";
import { columnsFilledIn } from "./detail-columns.ts";
import { leadingColumns } from "./leading.ts";
import {
  type FilledColumn,
  onPortals,
  type PublishedTable,
  publishedTable,
  required,
  says,
  worded,
} from "./published-table.ts";
import { sourceColumn, uriColumn } from "./record-rows.ts";

interface Row {
  readonly municipality: Municipality;
  readonly dataset: Dataset;
  readonly target: Target;
  /** Of its indicator. */
  readonly series: Series | undefined;
}

const verdictOf = ({ dataset, target }: Row) => verdictFor(dataset, target);

const bodyOwn = (ja: string, en: string) => ({ description: { ja, en } });

/** What only some cities' targets say, at the end of the row. */
const furtherColumns: readonly FilledColumn<Row>[] = [
  worded(
    "目標値_上限",
    "Upper end of a range",
    "decimal",
    ({ target }) => target.upper && formatDecimal(target.upper),
  ),
  worded("基準年度_表記", "Base year as printed", "string", ({ target }) => target.baseYearText),
  worded("基準状況", "Base in words", "string", ({ target }) => target.baseWords),
  worded(
    "見直し前の目標",
    "Before it was revised",
    "string",
    (row) => earlierOf(row).map(setCell).join("；"),
    {
      description: {
        ja: "後の資料で改められる前の目標。今は数えない",
        en: "What an earlier document had set; it no longer counts",
      },
    },
  ),
  worded("見直し前の出典", "Where that stood", "string", (row) =>
    earlierOf(row)
      .map(({ source }) => row.dataset.sources.get(source)?.title.ja ?? source)
      .join("；"),
  ),
  worded(
    "達成",
    "Reached",
    "boolean",
    ({ dataset, target, series: own }) => {
      const reached = own && isTargetReached(dataset, own, target);
      return reached === undefined ? "" : String(reached);
    },
    {
      description: {
        ja: "その年度の目標に届いたか。数値と「以上」などの条件で分かるか、報告書が書いている場合だけ",
        en: "Whether that year's target was reached: only where a number and its bound tell it, or the report says so",
      },
      means: says("def:reached"),
    },
  ),
];

function earlierOf({ dataset, target }: Row): readonly Target[] {
  return dataset.earlierTargets.get(targetId(target)) ?? [];
}

/** `760.0以下`, `95.0〜105.0`, 「整備完了」. */
function setCell({ number, upper, words, bound }: Target): string {
  const said = number ? formatDecimal(number) : (words ?? "");
  if (upper) return `${said}〜${formatDecimal(upper)}`;
  return said + (bound === undefined || bound === "range" ? "" : wordFor(targetBoundWords, bound));
}

const rowsOf = once((dataset): readonly Row[] => {
  const { municipality, targets } = dataset;
  const ofIndicators = new Map(
    targets.length === 0 ? [] : [...series(dataset)].map((one) => [one.indicator.id, one]),
  );
  return targets.map((target) => ({
    municipality,
    dataset,
    target,
    series: ofIndicators.get(target.indicator),
  }));
});

const details = columnsFilledIn(
  "targets",
  ({ targets }) => targets,
  ({ target }: Row) => target,
);

export const targetTable: PublishedTable = publishedTable<Row>({
  name: "target",
  title: { ja: "目標一覧", en: "Targets" },
  offered: onPortals("statistics", "目標値", "Targets", "めあての 数字"),
  description: {
    ja: "指標の目標年度と目標値、団体が公表した算出式と評価。評価は団体のもので、こちらでは付けない。",
    en: "Goal years and values, with the body's own formula and grade; nothing is graded by us.",
  },
  cubes: ["targets"],
  primaryKey: ["ID"],
  columns: [
    ...leadingColumns<Row>(({ target }) => targetId(target)),
    worded("指標ID", "Indicator ID", "string", ({ target }) => target.indicator, required),
    worded("表示名", "Label", "string", ({ dataset, target }) => dataset.labels.get(target.indicator)?.ja),
    worded("目標年度", "Goal year", "gYear", ({ target }) => target.year),
    worded("目標区分", "Scope", "string", ({ target }) => wordFor(targetScopeWords, target.scope), required),
    worded("目標値", "Target", "decimal", ({ target }) => target.number && formatDecimal(target.number), {
      means: says("sdmx-measure:obsValue"),
    }),
    worded("目標状況", "Target in words", "string", ({ target }) => target.words),
    worded(
      "単位",
      "Unit",
      "string",
      ({ dataset, target }) =>
        // A baseline alone has it too.
        (target.number ?? target.baseNumber) &&
        dataset.units.get(dataset.indicators.get(target.indicator)?.unit ?? "")?.name.ja,
    ),
    worded(
      "目標の向き",
      "At least, at most, or kept",
      "string",
      ({ target }) => target.bound && wordFor(targetBoundWords, target.bound),
    ),
    worded("基準年度", "Base year", "gYear", ({ target }) => target.baseYear),
    worded(
      "基準値",
      "Base value",
      "decimal",
      ({ target }) => target.baseNumber && formatDecimal(target.baseNumber),
    ),
    worded(
      "達成率の算出式",
      "Formula of achievement",
      "string",
      ({ target }) => target.formula,
      bodyOwn("団体の書き方のまま", "As the body writes it"),
    ),
    worded(
      "評価",
      "Grade",
      "string",
      (row) => verdictOf(row)?.grade,
      bodyOwn("団体自身の評価", "The body's own"),
    ),
    worded("評価体系", "Scheme of grades", "string", (row) => verdictOf(row)?.scheme),
    worded("備考", "Note", "string", ({ target }) => target.note),
    sourceColumn(({ target }) => target.source),
    worded("出典_頁", "Page in the source", "integer", ({ target }) => target.page),
    uriColumn(({ target }) => targetPath(target)),
  ],
  further: (dataset) => [
    ...furtherColumns.filter(({ cell }) => rowsOf(dataset).some((row) => cell(row) !== "")),
    ...details(dataset),
  ],
  rows: rowsOf,
});
