// A chart as a picture, for a slide (16:9) or square: title, line with gaps, breaks and targets, its sentence with all doubt, source and address.

import {
  groupPrinted,
  type IndicatorFileJson,
  langOf,
  marks,
  parseDecimal,
  type Reader,
  sayNumber,
  textFor,
  writing,
  yearToShow,
} from "@shihyo/core";
import {
  chartData,
  lineChart,
  type Markup,
  placeLabels,
  placeNames,
  printedOf,
  tag,
  toHtml,
} from "@shihyo/widgets/markup";
import { wrap } from "./wrap.ts";

/** For a slide, and for a post or a page in two columns. */
export type PictureShape = "wide" | "square";

const sizes: Readonly<Record<PictureShape, { readonly width: number; readonly height: number }>> = {
  wide: { width: 1280, height: 720 },
  square: { width: 1080, height: 1080 },
};
const side = 64;
const family = "Noto Sans JP, Noto Sans CJK JP, Hiragino Sans, Yu Gothic, Meiryo, sans-serif";
const [ink, quiet, key, warn] = ["#1a1a1a", "#595959", "#0017c1", "#ac3e00"];

export function chartSvg(
  file: IndicatorFileJson,
  reader: Reader,
  address: string,
  shape: PictureShape = "wide",
): string | undefined {
  const { width, height } = sizes[shape];
  const { indicator, words: all, unit } = file;
  const words = all[reader];
  const { points, plan, references } = chartData(file);
  const shown = yearToShow(indicator);
  const sentence = shown?.card[reader].sentence ?? "";
  const title = lines(textFor(indicator.label, reader), 36, 2, width);
  const told = lines(sentence, 22, shape === "square" ? 6 : 4, width);
  const sources = (text: string) => lines(text, 16, 2, width);
  const top = 40 + title.length * 50;
  const end = height - 36 - sources(sourceLine(file, reader)).length * 24 - told.length * 34;
  const frame = { width, height: end, left: 200, right: side, top: top + 70, bottom: 64, label: 90 };
  const drawing = lineChart(points, indicator.breaks ?? [], plan, frame, references);
  if (!drawing) return undefined;
  const text = (
    x: number,
    y: number,
    size: number,
    words: string,
    more: Record<string, string | number> = {},
  ): Markup => tag("text", { x, y, "font-size": size, fill: ink, ...more }, words);
  const line = (
    x1: number,
    x2: number,
    y1: number,
    y2: number,
    stroke: string,
    more: Record<string, string | number> = {},
  ) => tag("line", { x1, x2, y1, y2, stroke, ...more });
  const number = (value: number) => shownNumber(value, unit, reader);
  const unsure = new Set(indicator.years.flatMap((one) => (one.unsure ? one.year : [])));
  const source = sourceLine(file, reader);
  const right = width - side;
  const diamond = (x: number, y: number, fill: string) =>
    tag("path", {
      d: `M${x} ${y - 12}L${x + 12} ${y}L${x} ${y + 12}L${x - 12} ${y}Z`,
      fill,
      stroke: warn,
      "stroke-width": 3,
    });
  const aim = (value: number) => `${words.target} ${number(value)}`;
  const start = (value: number) => `${words.baseline} ${number(value)}`;
  const numbers = placeLabels(
    drawing,
    frame,
    24,
    (value, year) => shownNumber(printedOf(file, year) ?? value, unit, reader),
    aim,
  );
  const names = placeNames(drawing, frame, 24, numbers, { target: aim, base: start });
  const label = (x: number, y: number, size: number, words: string, fill: string) =>
    text(x, y, size, words, {
      fill,
      "text-anchor": "middle",
      "font-weight": 700,
      "paint-order": "stroke",
      stroke: "#ffffff",
      "stroke-width": 5,
    });
  const picture = tag(
    "svg",
    {
      xmlns: "http://www.w3.org/2000/svg",
      width,
      height,
      viewBox: `0 0 ${width} ${height}`,
      lang: langOf(reader),
      role: "img",
      "aria-labelledby": "title desc",
      "font-family": family,
    },
    tag("title", { id: "title" }, textFor(indicator.label, reader)),
    tag("desc", { id: "desc" }, sentence),
    tag("rect", { width, height, fill: "#ffffff" }),
    title.map((one, at) => text(side, 76 + at * 50, 36, one, { "font-weight": 700 })),
    text(
      side,
      top + 40,
      20,
      [unit ? textFor(unit.name, reader) : "", drawing.scale.isCut ? words.cut : ""]
        .filter(Boolean)
        .join(writing[reader].apart),
      { fill: quiet },
    ),
    drawing.ticks.map(({ value, y }) => [
      line(frame.left, right, y, y, value === 0 ? "#767676" : "#d8d8db"),
      text(frame.left - 12, y + 7, 20, number(value), { "text-anchor": "end" }),
    ]),
    drawing.breaks.map(({ x }) =>
      line(x, x, frame.top - 20, end - frame.bottom, ink, { "stroke-dasharray": "3 6" }),
    ),
    drawing.references.map(({ path }) =>
      tag("path", { d: path, fill: "none", stroke: quiet, "stroke-width": 2 }),
    ),
    drawing.steps &&
      tag("path", {
        d: drawing.steps,
        fill: "none",
        stroke: warn,
        "stroke-width": 3,
        "stroke-dasharray": "8 6",
      }),
    drawing.targets.map(({ x, y, year, upper }) => [
      ...[upper, !drawing.steps || year === undefined || upper !== undefined ? y : undefined].map(
        (at) =>
          at !== undefined &&
          line(frame.left, right, at, at, warn, { "stroke-width": 3, "stroke-dasharray": "12 6" }),
      ),
      year !== undefined && diamond(x, y, warn),
    ]),
    drawing.base && diamond(drawing.base.x, drawing.base.y, "#ffffff"),
    drawing.bridges.map((d) =>
      tag("path", { d, fill: "none", stroke: key, "stroke-width": 4, "stroke-dasharray": "3 9" }),
    ),
    drawing.lines.map((d) => tag("path", { d, fill: "none", stroke: key, "stroke-width": 5 })),
    drawing.dots.map(({ x, y, year }) =>
      tag("circle", {
        cx: x,
        cy: y,
        r: 9,
        fill: unsure.has(year) ? "#ffffff" : key,
        stroke: unsure.has(year) ? key : "#ffffff",
        "stroke-width": 3,
      }),
    ),
    names.map((one) => label(one.x, one.y, 20, one.text, one.kind === "elsewhere" ? quiet : warn)),
    numbers.map((one) => label(one.x, one.y, 24, one.text, ink)),
    drawing.years.map(
      ({ year, x, isLabelled }) =>
        isLabelled &&
        text(
          x,
          end - frame.bottom + 34,
          22,
          indicator.years.find((one) => one.year === year)?.card[reader].shortYear ?? `${year}`,
          {
            "text-anchor": "middle",
          },
        ),
    ),
    told.map((one, at) => text(side, end + 24 + at * 34, 22, one)),
    [...sources(source), address].map((one, at, all) =>
      text(side, height - 16 - (all.length - 1 - at) * 24, 16, one, { fill: quiet }),
    ),
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n${toHtml(picture)}\n`;
}

function sourceLine({ words: all, attribution, municipality }: IndicatorFileJson, reader: Reader): string {
  const words = all[reader];
  return `${words.source}${marks[reader].colon}${textFor(attribution, reader)}${municipality.official ? "" : writing[reader].apart + words.unofficial}`;
}

/** As people say it where that is shorter than its digits. */
function shownNumber(value: number | string, unit: IndicatorFileJson["unit"], reader: Reader): string {
  const decimal = parseDecimal(String(value));
  const said = decimal && unit && sayNumber(decimal, { name: unit.name }, reader);
  if (said !== undefined && said !== "") return said;
  return groupPrinted(String(value));
}

function lines(text: string, size: number, most: number, width: number): string[] {
  const all = wrap(text, (width - 2 * side) / size);
  return all.length <= most ? all : [...all.slice(0, most - 1), `${all[most - 1]?.slice(0, -1)}…`];
}
