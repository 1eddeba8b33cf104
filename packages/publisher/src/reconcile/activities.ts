// Every figure printed in the achievements against the table of what was done and the list of what was left out.

import {
  type Activity,
  type Dataset,
  type FiscalYear,
  formatDecimal,
  type LeftOutFigure,
  type LeftOutReason,
  printedFigures,
} from "@shihyo/core";
import { achievementCells, type ReportPage } from "./report-pages.ts";

export interface ActivityReconciliation {
  /** How many figures the report prints in its achievements. */
  readonly printed: number;
  /** How many of them are an activity's value. */
  readonly inTable: number;
  /** How many of them were left out, by reason. */
  readonly leftOut: ReadonlyMap<LeftOutReason, number>;
  /** What stands in neither: to be looked at. */
  readonly unaccounted: readonly UnaccountedFigure[];
  /** Activities whose value the text does not show as digits. */
  readonly notFound: readonly Activity[];
  /** Left-out figures that the text does not show. */
  readonly idle: readonly LeftOutFigure[];
  /**
   * Pages that have run together. What they print in other columns cannot be told from the achievements,
   * so of their figures only those in the table or on the list are counted.
   */
  readonly runTogether: readonly number[];
}

export interface UnaccountedFigure {
  readonly page: number;
  readonly number: string;
  /** The figure with what stands beside it. */
  readonly context: string;
}

export function reconcileActivities(
  dataset: Dataset,
  year: FiscalYear,
  pages: readonly ReportPage[],
): ActivityReconciliation {
  const units = new Set([...dataset.units.values()].map(({ name }) => name.ja));
  const found = new Set<Activity>();
  const used = new Set<LeftOutFigure>();
  const times = new Map<LeftOutFigure, number>();
  const leftOutCounts = new Map<LeftOutReason, number>();
  const unaccounted: UnaccountedFigure[] = [];
  const runTogether: number[] = [];
  for (const page of pages) {
    const isWhole = page.lines.length > 0;
    if (!isWhole) runTogether.push(page.page);
    const values = dataset.activities.filter(
      (activity) => activity.year === year && activity.page === page.page && activity.value,
    );
    const leftOut = dataset.leftOut.filter((one) => one.year === year && one.page === page.page);
    for (const text of isWhole ? achievementCells(page, units) : [page.text]) {
      const spans = leftOutSpans(text, leftOut);
      for (const { figure } of spans) used.add(figure);
      for (const { number, start, end } of printedFigures(text)) {
        const told = spans.find((span) => span.start <= start && end <= span.end)?.figure;
        const activity = told
          ? undefined
          : values.find((one) => !found.has(one) && printedValue(one) === number);
        if (activity) {
          found.add(activity);
          continue;
        }
        const left = told ?? byNumber(leftOut, number, times);
        if (left) {
          used.add(left);
          leftOutCounts.set(left.reason, (leftOutCounts.get(left.reason) ?? 0) + 1);
        } else if (isWhole) {
          const context = text.slice(Math.max(0, start - 12), end + 6).trim();
          unaccounted.push({ page: page.page, number, context });
        }
      }
    }
  }
  const inTable = found.size;
  const leftOutTotal = [...leftOutCounts.values()].reduce((sum, count) => sum + count, 0);
  return {
    printed: inTable + leftOutTotal + unaccounted.length,
    inTable,
    leftOut: leftOutCounts,
    unaccounted,
    notFound: dataset.activities.filter(
      (activity) => activity.year === year && activity.value && !found.has(activity),
    ),
    idle: dataset.leftOut.filter((one) => one.year === year && !used.has(one)),
    runTogether,
  };
}

/**
 * A date or a part of a name is known by its words. A repeat or a scrap looks like any other figure: it is
 * told by its number, once the table has had its turn.
 */
function isToldByWords({ reason }: LeftOutFigure): boolean {
  return reason !== "repeated" && reason !== "illegible";
}

/** The list's repeat or scrap with that number, as often as the list says that it is printed. */
function byNumber(
  leftOut: readonly LeftOutFigure[],
  number: string,
  times: Map<LeftOutFigure, number>,
): LeftOutFigure | undefined {
  const figure = leftOut.find(
    (one) =>
      !isToldByWords(one) && numbersIn(one.printed).includes(number) && (times.get(one) ?? 0) < one.times,
  );
  if (figure) times.set(figure, (times.get(figure) ?? 0) + 1);
  return figure;
}

interface Span {
  readonly start: number;
  readonly end: number;
  readonly figure: LeftOutFigure;
}

/** Where the list's pieces stand in the text, whatever spaces the extraction put into them; longer ones first. */
function leftOutSpans(text: string, leftOut: readonly LeftOutFigure[]): Span[] {
  return leftOut
    .filter(isToldByWords)
    .toSorted((a, b) => b.printed.length - a.printed.length)
    .flatMap((figure) => {
      const letters = [...figure.printed].filter((letter) => !/[\s…]/.test(letter)).map(pattern);
      const piece = new RegExp(letters.join("\\s*"), "g");
      return [...text.matchAll(piece)].map((match) => ({
        start: match.index,
        end: match.index + match[0].length,
        figure,
      }));
    });
}

/** One letter as the extraction may have left it: dashes and brackets in half or full width. */
function pattern(letter: string): string {
  const shapes = ["~～〜", "(（", ")）", "・·･"].find((alike) => alike.includes(letter));
  return shapes ? `[${shapes.replace(/[()]/g, "\\$&")}]` : letter.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");
}

function numbersIn(text: string): string[] {
  return printedFigures(text).map(({ number }) => number);
}

function printedValue({ value }: Activity): string {
  return value ? formatDecimal(value) : "";
}
