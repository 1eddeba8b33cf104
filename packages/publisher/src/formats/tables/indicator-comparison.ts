// The table for people (閲覧用): one row per listing in the report's order, last year beside this year.

import {
  type Assessment,
  aimsByIndicator,
  type Comparison,
  compareSeries,
  type Dataset,
  deepestLevel,
  directionBasisWords,
  directionWords,
  type Evaluation,
  evaluationsBySubject,
  type FiscalYear,
  firstListings,
  formatDecimal,
  formatJapaneseYear,
  type Indicator,
  isLowest,
  type Level,
  type Listing,
  latestYear,
  type Municipality,
  type Observation,
  type PlanNode,
  placementsByNode,
  series,
  sinceSurvey,
  type Target,
  targetBoundWords,
  targetsByIndicator,
  type Unit,
  wordFor,
} from "@shihyo/core";
import { printedPath, severalPlans } from "../plan-paths.ts";
import { hasSurveys } from "../rdf/cubes.ts";
import {
  comparabilityColumns,
  joinNotes,
  leastSure,
  numberCell,
  partsCell,
  readingCell,
  wordsCell,
} from "./cells.ts";
import { leadingColumns } from "./leading.ts";
import {
  type FilledColumn,
  onPortals,
  type PublishedTable,
  publishedTable,
  required,
  worded,
} from "./published-table.ts";

/** A node with the number that is printed before it. */
interface Numbered {
  readonly node: PlanNode;
  readonly number: number | undefined;
}

interface Row {
  readonly municipality: Municipality;
  readonly dataset: Dataset;
  readonly listing: Listing;
  readonly again: boolean;
  /** What stands above the place where it is printed, by the level's name, and the node at the last level itself. */
  readonly above: ReadonlyMap<string, Numbered>;
  readonly home?: PlanNode | undefined;
  readonly indicator?: Indicator | undefined;
  readonly unit?: Unit | undefined;
  readonly year: FiscalYear;
  readonly before: readonly Observation[];
  readonly now: readonly Observation[];
  /** The whole of this year beside the whole of last year. */
  readonly comparison?: Comparison | undefined;
  /** The same beside the survey before, where the year before had none. */
  readonly survey?: Comparison | undefined;
}

const assessmentWords: Readonly<Record<Assessment, string>> = {
  better: "改善",
  worse: "悪化",
  steady: "横ばい",
  notJudged: "判定しない",
  notComparable: "比較不可",
};

/** A number and a name for each level, under the city's own names; of the last level the ID and the name. */
function levelColumns(dataset: Dataset): FilledColumn<Row>[] {
  const columns = new Map<string, FilledColumn<Row>>();
  const add = (one: FilledColumn<Row>) => columns.has(one.name) || columns.set(one.name, one);
  const lowest = lastLevels(dataset);
  for (let order = 1; order <= deepestLevel(dataset); order += 1) {
    for (const level of dataset.levels.filter((one) => one.order === order)) {
      const { ja, en = ja } = level.name;
      if (lowest.has(level)) {
        const isIt = (node: PlanNode | undefined) => node?.levelName.ja === ja;
        add(
          worded(`${ja}ID`, `${en} ID`, "string", ({ home }) => (isIt(home) ? home?.id : ""), {
            refersTo: "node",
          }),
        );
        add(worded(`${ja}名`, en, "string", ({ home }) => (isIt(home) ? home?.name.ja : "")));
      } else {
        add(worded(`${ja}番号`, `${en} number`, "integer", ({ above }) => above.get(ja)?.number));
        add(worded(ja, en, "string", ({ above }) => above.get(ja)?.node.name.ja));
      }
    }
  }
  return [...columns.values()];
}

/** The last level of each plan. */
function lastLevels({ levels }: Dataset): ReadonlySet<Level> {
  return new Set(
    levels.filter(({ plan, order }) => !levels.some((one) => one.plan === plan && one.order > order)),
  );
}

export const indicatorComparisonTable: PublishedTable = {
  ...comparisonTable([]),
  of: (dataset) =>
    comparisonTable(
      [...planColumn(dataset), ...levelColumns(dataset)],
      [...aimColumns(dataset), ...nodeVerdictColumns(dataset), ...surveyColumns(dataset)],
    ),
};

/** In which plan it stands, where there are several: two may call their levels by one name. */
function planColumn(dataset: Dataset): FilledColumn<Row>[] {
  if (severalPlans(dataset).length === 0) return [];
  return [
    worded<Row>("計画", "Plan", "string", ({ dataset, listing }) => {
      const { plan = "" } = dataset.nodes.get(listing.node) ?? {};
      return dataset.nodes.get(plan)?.name.ja;
    }),
  ];
}

/** What the city says of the nodes above, in the year that is shown: a column for each level that it judges. */
function nodeVerdictColumns({ evaluations, nodes, levels }: Dataset): FilledColumn<Row>[] {
  const judged = new Set(
    evaluations.flatMap(({ subject, grade }) =>
      grade === undefined ? [] : (nodes.get(subject)?.levelName.ja ?? []),
    ),
  );
  const names = new Map(levels.map(({ name }) => [name.ja, name]));
  return [...names.values()]
    .filter(({ ja }) => judged.has(ja))
    .map(({ ja, en = ja }) =>
      worded<Row>(`${ja}の評価`, `The grade of the ${en}`, "string", ({ dataset, above, year }) =>
        gradesCell(
          (evaluationsBySubject(dataset).get(above.get(ja)?.node.id ?? "") ?? []).filter(
            (one) => one.year === year,
          ),
          true,
        ),
      ),
    );
}

/** 「順調」, 「進捗：順調、総合評価：B」. */
function gradesCell(verdicts: readonly Evaluation[], isNamed: boolean): string {
  return verdicts
    .flatMap(({ scheme, grade }) =>
      grade === undefined ? [] : isNamed && scheme ? `${scheme}：${grade}` : grade,
    )
    .join("、");
}

/** Of a survey that is not held every year: the survey before, and the change since. */
function surveyColumns(dataset: Dataset): FilledColumn<Row>[] {
  if (!hasSurveys(dataset)) return [];
  return [
    worded<Row>(
      "前回調査_年度",
      "Year of the survey before",
      "gYear",
      ({ survey }) => survey?.previous?.year,
    ),
    worded<Row>(
      "前回調査_実績値",
      "Value of the survey before",
      "decimal",
      ({ survey }) => survey?.previous && numberCell(survey.previous),
    ),
    worded<Row>(
      "対前回増減",
      "Change since the survey before",
      "decimal",
      ({ survey }) => survey?.change && formatDecimal(survey.change.difference),
    ),
  ];
}

/** Where the city has them: from where, to where, and what it says of it itself. */
function aimColumns({ targets, evaluations, indicators }: Dataset): FilledColumn<Row>[] {
  const inWords = targets.some(({ number, upper, scope }) => scope !== "base" && (!number || upper));
  const baseInWords = targets.some(({ baseWords }) => baseWords !== undefined);
  const verdicts = evaluations.filter(({ subject }) => indicators.has(subject));
  const schemes = new Set(verdicts.flatMap(({ grade, scheme }) => (grade === undefined ? [] : [scheme])));
  return [
    ...(targets.length === 0
      ? []
      : [
          worded<Row>("基準年度", "Base year", "string", (row) => {
            const base = baselineOf(row);
            return base?.baseYearText ?? base?.baseYear?.toString();
          }),
          worded<Row>("基準値", "Baseline", baseInWords ? "string" : "decimal", (row) => {
            const base = baselineOf(row);
            return base?.baseWords ?? (base?.baseNumber && formatDecimal(base.baseNumber));
          }),
          worded<Row>("目標年度", "Goal year", "gYear", (row) => aimOf(row)?.year),
          worded<Row>("目標値", "Target", inWords ? "string" : "decimal", (row) => {
            const { number, upper, words, bound } = aimOf(row) ?? {};
            if (!number) return words ?? (bound && wordFor(targetBoundWords, bound));
            return upper ? `${formatDecimal(number)}〜${formatDecimal(upper)}` : formatDecimal(number);
          }),
        ]),
    ...(schemes.size === 0
      ? []
      : [
          worded<Row>("評価", "The body's grade", "string", (row) =>
            gradesCell(verdictsOf(row), schemes.size > 1),
          ),
        ]),
    ...(verdicts.some(({ rate }) => rate)
      ? [
          worded<Row>("達成率", "Rate of achievement as printed", "decimal", (row) => {
            const rate = verdictsOf(row).findLast((one) => one.rate)?.rate;
            return rate && formatDecimal(rate);
          }),
        ]
      : []),
  ];
}

/** The plan's final target; that of this year, or the last there is, where the plan has no final one. */
function aimOf({ dataset, indicator, year }: Row): Target | undefined {
  const own = (aimsByIndicator(dataset).get(indicator?.id ?? "") ?? []).filter(
    ({ scope }) => scope !== "base",
  );
  return own.findLast(({ scope }) => scope === "final") ?? own.find((one) => one.year === year) ?? own.at(-1);
}

function baselineOf({ dataset, indicator }: Row): Target | undefined {
  return targetsByIndicator(dataset)
    .get(indicator?.id ?? "")
    ?.findLast(({ baseYear, baseNumber, baseWords }) => baseYear ?? baseNumber ?? baseWords);
}

/** The city's verdicts on the indicator in the year that is shown. */
function verdictsOf({ dataset, indicator, year }: Row): readonly Evaluation[] {
  return (evaluationsBySubject(dataset).get(indicator?.id ?? "") ?? []).filter((one) => one.year === year);
}

function comparisonTable(
  levels: readonly FilledColumn<Row>[],
  aims: readonly FilledColumn<Row>[] = [],
): PublishedTable {
  return publishedTable<Row>({
    name: "indicator_comparison",
    title: { ja: "指標前年度比較（閲覧用）", en: "Indicators beside the year before (for reading)" },
    offered: onPortals(
      "excel",
      "前年度と当年度をならべた表（閲覧用）",
      "Last year beside this year, for reading",
      "前の 年と この 年を ならべた ひょう",
    ),
    description: {
      ja: "報告書の掲載順に、前年度と当年度の実績値を並べた閲覧用の表。再掲も1行とする。",
      en: "In the report's order, last year's and this year's values side by side; an indicator that is printed again has a row again.",
    },
    primaryKey: ["ID"],
    columns: [
      ...leadingColumns<Row>(({ listing }) => listing.id),
      ...levels,
      worded(
        "所管",
        "Section in charge",
        "string",
        ({ dataset, home }) => dataset.sections.get(home?.section ?? "")?.name.ja,
      ),
      worded("指標ID", "Indicator ID", "string", ({ indicator }) => indicator?.id),
      worded(
        "指標名",
        "Indicator name",
        "string",
        ({ listing, indicator }) => listing.printedName ?? indicator?.name.ja,
        {
          description: {
            ja: "その掲載箇所に印刷された名称。指標なしの事業は空欄",
            en: "As printed there; empty for a project without an indicator",
          },
        },
      ),
      worded(
        "表示名",
        "Label",
        "string",
        ({ dataset, indicator }) => dataset.labels.get(indicator?.id ?? "")?.ja,
      ),
      worded(
        "再掲",
        "Listed again",
        "string",
        ({ again, indicator }) => (indicator ? (again ? "有" : "無") : ""),
        {
          description: {
            ja: "前に掲載された指標の再掲なら「有」",
            en: "有 where the indicator was already listed before",
          },
        },
      ),
      worded("単位", "Unit", "string", ({ unit }) => unit?.name.ja),
      worded("前年度", "Year before", "gYear", ({ year }) => year - 1, required),
      worded("前年度_実績値", "Value, year before", "decimal", ({ before }) => whole(before, numberCell)),
      worded("前年度_進捗状況", "Progress in words, year before", "string", (row) =>
        wordsOf(row, row.before),
      ),
      worded("当年度", "This year", "gYear", ({ year }) => year, required),
      worded("当年度_実績値", "Value, this year", "decimal", ({ now }) => whole(now, numberCell)),
      worded("当年度_進捗状況", "Progress in words, this year", "string", (row) => wordsOf(row, row.now)),
      worded("対前年度増減", "Change on the year before", "decimal", ({ comparison }) => {
        const { change } = comparison ?? {};
        return change && formatDecimal(change.difference);
      }),
      worded("増減_単位", "Unit of the change", "string", ({ comparison, unit }) =>
        comparison?.change ? (unit?.differenceUnit ?? unit?.name.ja) : "",
      ),
      worded(
        "対前年度増減率",
        "Change in percent",
        "decimal",
        ({ comparison }) => {
          const { rate } = comparison?.change ?? {};
          return rate && formatDecimal(rate);
        },
        {
          description: {
            ja: "前年度の値に対する百分率。割合の指標と前年度が0の場合は空欄",
            en: "In percent of last year's value; empty for shares, and from zero",
          },
        },
      ),
      ...comparabilityColumns<Row>("Comparable"),
      worded(
        "望ましい方向",
        "Which way is better",
        "string",
        ({ indicator }) => indicator && wordFor(directionWords, indicator.direction),
      ),
      worded(
        "望ましい方向_根拠",
        "Who says so",
        "string",
        ({ indicator }) =>
          indicator?.directionBasis && wordFor(directionBasisWords, indicator.directionBasis),
      ),
      worded(
        "変化の判定",
        "Assessment of the change",
        "string",
        ({ indicator, comparison }) =>
          indicator && assessmentWords[comparison?.assessment ?? "notComparable"],
        {
          description: {
            ja: "団体が望ましい方向を示した指標だけを判定する",
            en: "Judged only where the body itself said which way is better",
          },
        },
      ),
      worded(
        "読取状況",
        "Reading status",
        "string",
        ({ indicator, before, now }) =>
          indicator && readingCell(leastSure([indicator, ...before, ...now].map(({ reading }) => reading))),
      ),
      worded("備考", "Note", "string", (row) => notesOf(row)),
      worded("出典_頁", "Page in the source", "integer", ({ listing }) => listing.page),
      ...aims,
    ],
    *rows(dataset) {
      const { municipality } = dataset;
      const year = latestYear(dataset);
      if (year === undefined) return;
      const first = firstListings(dataset.listings);
      const seriesOf = new Map([...series(dataset)].map((item) => [item.indicator.id, item]));
      for (const listing of dataset.listings) {
        const item = seriesOf.get(listing.indicator ?? "");
        const indicator = dataset.indicators.get(listing.indicator ?? "");
        const observations = item?.observations ?? [];
        const comparison =
          item &&
          compareSeries(dataset, item).find(
            ({ current }) => current.year === year && current.breakdown === undefined,
          );
        yield {
          municipality,
          dataset,
          listing,
          again: indicator !== undefined && first.get(indicator.id) !== listing,
          ...ancestors(dataset, listing),
          indicator,
          unit: dataset.units.get(indicator?.unit ?? ""),
          year,
          before: observations.filter((observation) => observation.year === year - 1),
          now: observations.filter((observation) => observation.year === year),
          comparison: comparison ?? brokenDown(observations, year),
          survey: item && comparison && sinceSurvey(dataset, item, comparison.current),
        };
      }
    },
  });
}

/** Where only parts are reported, there is no whole to compare. */
function brokenDown(observations: readonly Observation[], year: FiscalYear): Comparison | undefined {
  const current = observations.find((observation) => observation.year === year);
  if (!current) return undefined;
  const reason = { ja: "内訳だけの報告のため", en: "only its parts are reported" };
  return { current, comparable: false, reason, assessment: "notComparable" };
}

function ancestors(dataset: Dataset, listing: Listing): Pick<Row, "above" | "home"> {
  const home = dataset.nodes.get(listing.node);
  const above = new Map<string, Numbered>();
  for (const node of printedPath(dataset, listing)) {
    above.set(node.levelName.ja, { node, number: placementsByNode(dataset).get(node.id)?.[0]?.number });
  }
  return { above, home: home && isLowest(dataset, home) ? home : undefined };
}

function whole(observations: readonly Observation[], cell: (observation: Observation) => string): string {
  const found = observations.find(({ breakdown }) => breakdown === undefined);
  return found ? cell(found) : "";
}

/** The words, or the parts of a value that is reported in parts only. */
function wordsOf({ dataset, unit }: Row, observations: readonly Observation[]): string {
  const parts = observations.filter(({ breakdown }) => breakdown !== undefined);
  const hasWhole = observations.some(({ breakdown }) => breakdown === undefined);
  return !hasWhole && parts.length > 0 ? partsCell(dataset, parts, unit) : whole(observations, wordsCell);
}

function notesOf({ listing, indicator, before, now }: Row): string {
  const dated = (observations: readonly Observation[]) =>
    observations.map(({ note, year }) => note && `${formatJapaneseYear(year)}：${note}`);
  return joinNotes([listing.note, indicator?.note, ...dated(before), ...dated(now)]);
}
