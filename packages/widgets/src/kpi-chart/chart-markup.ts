// What a chart shows, as a tree: the drawing for eyes, a sentence for all, and the table behind it.

import { bracketed, type IndicatorFileJson, marks, notedText, type Reader, textFor } from "@shihyo/core";
import { chartData, printedOf } from "../chart/chart-data.ts";
import { placeLabels } from "../chart/labels.ts";
import { type Drawing, type Frame, lineChart } from "../chart/line-chart.ts";
import { placeNames } from "../chart/names.ts";
import type { Markup, Tag } from "../markup/tree.ts";
import { findIn } from "../shared/find.ts";
import { tag, yearsTable } from "../shared/runtime.ts";
import { sourcesLine } from "../shared/sources-line.ts";
import { withUnit } from "../shared/words.ts";

export interface ChartView {
  readonly file: IndicatorFileJson;
  readonly reader: Reader;
  readonly href: string;
  /** The room there is, in pixels, and how large a letter is. */
  readonly width: number;
  readonly letter: number;
  readonly formatNumber: (value: number) => string;
  /** A short name for a year: `R6` with `2024` below it. */
  readonly shortYear: (year: number) => readonly string[];
}

export function chartMarkup(view: ChartView): Tag {
  const { file, reader, href, width, letter } = view;
  const { indicator } = file;
  const words = file.words[reader];
  const { points, plan, references } = chartData(file);
  const values = [
    ...points,
    ...plan.targets,
    ...(plan.base ? [plan.base] : []),
    ...references.flatMap((one) => one.points),
  ];
  const frame = frameFor(
    view,
    values.flatMap(({ value }) => (Number.isFinite(value) ? (value as number) : [])),
  );
  const drawing = lineChart(points, indicator.breaks ?? [], plan, frame, references);
  const newest =
    findIn(indicator.years, ({ year }) => year === indicator.shownYear) ?? indicator.years.at(-1);
  const yearName = (year: number) =>
    findIn(indicator.years, (one) => one.year === year)?.card[reader].shortYear ?? `${year}`;
  const unsure = new Set(
    indicator.years.flatMap((one) =>
      one.unsure && drawing?.dots.some(({ year }) => year === one.year) ? one.year : [],
    ),
  );
  const { colon, comma } = marks[reader];
  const remarks = [
    drawing?.scale.isCut && words.cut,
    drawing !== undefined &&
      drawing.gaps.length > 0 &&
      `${words.gap}${colon}${drawing.gaps.map(({ year }) => yearName(year)).join(comma)}`,
    drawing !== undefined && drawing.bridges.length > 0 && words.bridge,
    unsure.size > 0 && `${words.hollow}${colon}${[...unsure].map(yearName).join(comma)}`,
    ...(indicator.breaks ?? []).map(({ before, after, reason }) =>
      words.break
        .replace("{before}", yearName(before))
        .replace("{after}", yearName(after))
        .replace("{reason}", textFor(reason, reader)),
    ),
  ];
  return tag(
    "article",
    { part: "chart", lang: marks[reader].tag, "aria-label": textFor(indicator.label, reader) },
    tag(
      "p",
      { class: "label", part: "label" },
      tag("a", { href, part: "link" }, textFor(indicator.label, reader)),
      newest?.card[reader].nameMarks?.map((mark) => [
        " ",
        tag("span", { class: "mark", part: "mark" }, mark),
      ]),
    ),
    file.unit && tag("p", { class: "quiet unit", "aria-hidden": "true" }, textFor(file.unit.name, reader)),
    drawing
      ? picture(drawing, frame, view, unsure)
      : indicator.noChart && tag("p", { class: "quiet", part: "remark" }, indicator.noChart[reader]),
    tag("p", { part: "sentence" }, newest?.card[reader].sentence),
    remarks.map((remark) => remark && tag("p", { class: "quiet", part: "remark" }, remark)),
    tag(
      "details",
      { part: "details" },
      tag("summary", {}, words.table),
      yearsTable(file, reader),
      beside(view, yearName),
    ),
    sourcesLine(file, reader),
    tag("p", { class: "address" }, indicator.iri),
  );
  function frameFor({ formatNumber }: ChartView, values: readonly number[]): Frame {
    const longest = Math.max(3, ...values.map((value) => formatNumber(value).length));
    return {
      width,
      height: Math.round(letter * 14),
      left: Math.round(Math.min(longest * letter * 0.65 + letter, width / 3)),
      right: Math.round(letter),
      top: Math.round(letter * 1.75),
      bottom: Math.round(letter * 3),
      label: letter * 2.75,
    };
  }
}

/** Targets and values of elsewhere in words, behind the picture: nothing that is drawn is told to eyes alone. */
function beside({ file, reader }: ChartView, yearName: (year: number) => string): Markup {
  const { targets = [], references = [] } = file.indicator;
  const unit = file.unit && textFor(file.unit.name, reader);
  const { colon } = marks[reader];
  const head = file.words[reader].note;
  const noted = (note?: string) => (note ? bracketed(notedText(head, note, reader), reader) : "");
  const lines = [
    ...targets.flatMap(({ line, note }) => (line?.[reader] ? line[reader] + noted(note) : [])),
    ...references.map(({ name, year, kind, value, printed, words = "", note }) => {
      const amount = printed ?? (value === undefined ? words : `${value}`);
      const of = value === undefined || kind === "rank" || !unit ? "" : withUnit("", unit);
      return `${name}${bracketed(yearName(year), reader)}${colon}${amount}${of}${noted(note)}`;
    }),
  ];
  return (
    lines.length > 0 &&
    tag(
      "ul",
      { class: "beside" },
      lines.map((line) => tag("li", {}, line)),
    )
  );
}

/** As it was printed, `1.30`; what has more decimals than are shown stays rounded. */
function withDecimals(shown: string, printed = ""): string {
  const [, decimals] = /\.(\d{1,3})$/.exec(printed) ?? [];
  return decimals ? shown.replace(/(?:\.\d*)?$/, `.${decimals}`) : shown;
}

const classes = { target: "name", baseline: "name start", elsewhere: "other" } as const;

/** Hidden from ears, which have the sentence, the table and the list. */
function picture(
  drawing: Drawing,
  frame: Frame,
  { file, reader, letter, formatNumber, shortYear }: ChartView,
  unsure: ReadonlySet<number>,
): Tag {
  const { width, height, left, right, bottom } = frame;
  const words = file.words[reader];
  const text = (attributes: Record<string, string | number>, content: string): Markup =>
    tag("text", attributes, content);
  const aim = (value: number) => `${words.target} ${formatNumber(value)}`;
  const start = (value: number) => `${words.baseline ?? ""} ${formatNumber(value)}`.trim();
  const numbers = placeLabels(
    drawing,
    frame,
    letter * 0.875,
    (value, year) => withDecimals(formatNumber(value), printedOf(file, year)),
    aim,
  );
  const names = placeNames(drawing, frame, letter * 0.875, numbers, { target: aim, base: start });
  const diamond = (x: number, y: number, className: string) =>
    tag("path", { class: className, d: `M${x} ${y - 6}L${x + 6} ${y}L${x} ${y + 6}L${x - 6} ${y}Z` });
  return tag(
    "svg",
    {
      viewBox: `0 0 ${width} ${height}`,
      width,
      height,
      "aria-hidden": "true",
      focusable: "false",
      part: "picture",
    },
    drawing.ticks.map(({ value, y }) => [
      tag("line", { class: value === 0 ? "axis" : "tick", x1: left, x2: width - right, y1: y, y2: y }),
      text({ class: "number", x: left - letter * 0.4, y: y + letter * 0.3 }, formatNumber(value)),
    ]),
    drawing.breaks.map(({ x }) =>
      tag("line", { class: "break", x1: x, x2: x, y1: letter, y2: height - bottom }),
    ),
    drawing.gaps.map(({ x }) =>
      tag("line", {
        class: "gap",
        x1: x,
        x2: x,
        y1: height - bottom - letter / 2,
        y2: height - bottom + letter / 2,
      }),
    ),
    drawing.references.map(({ path, dots }) => [
      tag("path", { class: "elsewhere", d: path }),
      dots.map(({ x, y }) => tag("circle", { class: "elsewhere", cx: x, cy: y, r: 2.5 })),
    ]),
    drawing.steps && tag("path", { class: "steps", d: drawing.steps }),
    drawing.targets.map(({ x, y, year, upper }) => [
      upper !== undefined &&
        tag("line", { class: "target", x1: left, x2: width - right, y1: upper, y2: upper }),
      (!drawing.steps || year === undefined || upper !== undefined) &&
        tag("line", { class: "target", x1: left, x2: width - right, y1: y, y2: y }),
      year !== undefined && diamond(x, y, "aim"),
    ]),
    drawing.base && diamond(drawing.base.x, drawing.base.y, "aim start"),
    drawing.bridges.map((d) => tag("path", { class: "bridge", d })),
    drawing.lines.map((d) => tag("path", { class: "line", d })),
    drawing.dots.map(({ x, y, year }) =>
      tag("circle", { class: unsure.has(year) ? "dot hollow" : "dot", cx: x, cy: y, r: 4 }),
    ),
    names.map(({ kind, x, y, text: name }) => text({ class: classes[kind], x, y }, name)),
    numbers.map(({ x, y, text: number }) => text({ class: "value", x, y }, number)),
    drawing.years.map(
      ({ year, x, isLabelled }) =>
        isLabelled &&
        shortYear(year).map((line, index) =>
          text({ class: "year", x, y: height - bottom + letter * (1.3 + index * 1.1) }, line),
        ),
    ),
  );
}
