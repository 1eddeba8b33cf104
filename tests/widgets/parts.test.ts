// The parts of the elements that need no browser: chart geometry, what is written as HTML, sizes, the public surface.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { gzipSync } from "node:zlib";
import { lineChart, placeLabels, placeNames, scaleFor, tag, toHtml } from "@shihyo/widgets/markup";
import fc from "fast-check";
import { expect, test } from "vitest";

const require = createRequire(import.meta.url);
const built = (name: string) => readFileSync(require.resolve(`@shihyo/widgets/${name}`));
const frame = { width: 600, height: 200, left: 50, right: 10, top: 20, bottom: 40, label: 40 };

test("kpi.js with card and links is at most 9.5 kB gzip", () => {
  expect(gzipSync(built("kpi.js"), { level: 9 }).length).toBeLessThanOrEqual(9500);
});

test("the built scripts set no HTML and no inline style", () => {
  for (const name of ["kpi.js", "kpi-chart.js", "kpi-grid.js", "kpi-table.js"]) {
    expect(built(name).toString(), name).not.toMatch(
      /innerHTML|insertAdjacentHTML|\.style\.cssText|setAttribute\("style"|eval\(/,
    );
  }
});

test("the version that elements tell is the package's", () => {
  const { version } = JSON.parse(built("package.json").toString()) as { version: string };
  expect(built("kpi.js").toString()).toContain(version);
  expect(built("kpi.mjs").toString()).toContain(version);
});

test("a scale holds every value between round ticks, whatever the numbers", () => {
  fc.assert(
    fc.property(
      fc.array(fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e300, max: 1e300 }), {
        minLength: 1,
        maxLength: 30,
      }),
      (values) => {
        const { low, high, ticks } = scaleFor(values.map((value) => Number(value.toPrecision(6))));
        const slack = (high - low) * 1e-9;
        for (const value of values) {
          expect(Number(value.toPrecision(6))).toBeGreaterThanOrEqual(low - slack);
          expect(Number(value.toPrecision(6))).toBeLessThanOrEqual(high + slack);
        }
        expect(ticks.length).toBeGreaterThan(1);
        expect(ticks.length).toBeLessThan(12);
      },
    ),
  );
});

test("zero is on the scale unless the values lie close together far from it", () => {
  expect(scaleFor([20, 100])).toMatchObject({ low: 0, isCut: false });
  expect(scaleFor([980, 1000])).toMatchObject({ isCut: true });
  expect(scaleFor([5])).toMatchObject({ low: 0 });
});

test("a change of a few thousandths does not fill the chart from top to bottom", () => {
  for (const values of [
    [70.1, 69.9],
    [-70.1, -69.9],
    [99.8, 100],
  ]) {
    const { low, high, isCut } = scaleFor(values);
    expect(isCut).toBe(true);
    expect(Math.abs(values[1]! - values[0]!) / (high - low)).toBeLessThan(0.05);
  }
  expect(scaleFor([99.8, 100]).high).toBe(100);
});

test("a year without a number is a gap in the line, and a break ends it", () => {
  const years = [2019, 2020, 2021, 2022, 2023, 2024];
  const points = years.map((year) => ({ year, value: year === 2021 ? undefined : year - 2000 }));
  const drawing = lineChart(points, [{ before: 2022, after: 2023 }], { targets: [] }, frame);
  expect(drawing?.gaps.map(({ year }) => year)).toEqual([2021]);
  expect(drawing?.lines).toHaveLength(2);
  expect(drawing?.breaks).toHaveLength(1);
  expect(drawing?.dots).toHaveLength(5);
});

test("a target beyond the last year widens the chart and stands on its own line", () => {
  const drawing = lineChart(
    [
      { year: 2023, value: 10 },
      { year: 2024, value: 12 },
    ],
    [],
    { targets: [{ year: 2026, value: 20 }] },
    frame,
  );
  expect(drawing?.years.map(({ year }) => year)).toEqual([2023, 2024, 2025, 2026]);
  expect(drawing?.targets[0]?.y).toBeLessThan(drawing?.dots[1]?.y ?? 0);
  expect(drawing?.gaps).toEqual([]);
});

test("a baseline, yearly targets and the final one are joined as one step, and a final one without a year is a line", () => {
  const points = [
    { year: 2021, value: 10 },
    { year: 2022, value: 12 },
  ];
  const base = { year: 2020, value: 8 };
  const targets = [{ year: 2025, value: 20 }, { year: 2022, value: 14 }, { value: 30 }];
  const drawing = lineChart(points, [], { targets, base }, frame);
  expect(drawing?.years.map(({ year }) => year)).toEqual([2020, 2021, 2022, 2023, 2024, 2025]);
  expect(drawing?.steps?.match(/[MHV]/g)?.join("")).toBe("MHVHHVH");
  expect(drawing?.base).toMatchObject({ value: 8, x: drawing?.years[0]?.x });
  expect(drawing?.targets.map(({ year }) => year)).toEqual([2025, 2022, undefined]);
  expect(drawing?.gaps).toEqual([]);
  expect(lineChart(points, [], { targets: targets.slice(0, 1) }, frame)?.steps).toBeUndefined();
});

test("years in which nothing is counted are bridged by dots, and are no gaps; a break is not bridged", () => {
  const points = [2020, 2021, 2022, 2023, 2024].map((year) =>
    year % 2 === 0 ? { year, value: year - 2000 } : { year, isBridged: true },
  );
  const drawing = lineChart(points, [{ before: 2022, after: 2024 }], { targets: [] }, frame);
  expect(drawing?.bridges).toHaveLength(1);
  expect(drawing?.gaps).toEqual([]);
  expect(drawing?.lines).toEqual([]);
});

test("the names in a chart lie inside its frame, and over no number", () => {
  const drawing = lineChart(
    [
      { year: 2020, value: 100 },
      { year: 2021, value: 2 },
    ],
    [],
    { base: { year: 2020, value: 100 }, targets: [{ year: 2021, value: 1 }] },
    frame,
    [{ name: "全国平均", points: [{ year: 2021, value: 3 }] }],
  )!;
  const write = (value: number) => `${value}`;
  const words = { target: write, base: write };
  const numbers = placeLabels(drawing, frame, 14, write, write);
  const names = placeNames(drawing, frame, 14, numbers, words);
  expect(names.map(({ kind }) => kind)).toEqual(["target", "baseline", "elsewhere"]);
  for (const { x, y } of names) {
    expect(y).toBeLessThanOrEqual(frame.height - frame.bottom);
    expect(x).toBeGreaterThan(frame.left);
    for (const one of [...numbers, ...names.filter((other) => other.x !== x || other.y !== y)])
      expect(Math.abs(one.x - x) > 8 || Math.abs(one.y - y) >= 14).toBe(true);
  }
});

test("thirty years have room for their labels, and the newest has one", () => {
  const drawing = lineChart(
    Array.from({ length: 30 }, (_, index) => ({ year: 1995 + index, value: index })),
    [],
    { targets: [] },
    { ...frame, width: 320 },
  );
  const labelled = drawing?.years.filter(({ isLabelled }) => isLabelled) ?? [];
  expect(labelled.at(-1)?.year).toBe(2024);
  for (const [index, { x }] of labelled.entries())
    if (index > 0) expect(x - (labelled[index - 1]?.x ?? 0)).toBeGreaterThanOrEqual(frame.label);
});

test("numbers that are none draw nothing", () => {
  expect(lineChart([{ year: 2024, value: Number.NaN }], [], { targets: [] }, frame)).toBeUndefined();
});

test("text and attributes are escaped as HTML and as XML, whatever they hold", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      const html = toHtml(tag("p", { title: text }, text));
      expect(html).toMatch(/^<p title="[^"<>]*">[^<>]*<\/p>$/);
    }),
  );
});

test("every part that a card, a chart or a table draws stands in the manifest", () => {
  const manifest = JSON.parse(built("custom-elements.json").toString()) as {
    modules: { declarations?: { tagName?: string; cssParts?: { name: string }[] }[] }[];
  };
  const told = new Map(
    manifest.modules.flatMap(({ declarations = [] }) =>
      declarations.flatMap(({ tagName, cssParts = [] }) =>
        tagName ? [[tagName, cssParts.map(({ name }) => name)] as const] : [],
      ),
    ),
  );
  expect([...told.keys()].toSorted()).toEqual([
    "kpi-activities",
    "kpi-card",
    "kpi-chart",
    "kpi-compare",
    "kpi-grid",
    "kpi-table",
    "kpi-value",
  ]);
  const source = (path: string) =>
    readFileSync(new URL(`../../packages/widgets/src/${path}`, import.meta.url), "utf8");
  const partsIn = (text: string) => [...text.matchAll(/part: "([a-z]+)"/g)].map(([, name = ""]) => name);
  for (const [name, path] of [
    ["kpi-chart", "kpi-chart/chart-markup.ts"],
    ["kpi-table", "kpi-table/table-markup.ts"],
    ["kpi-card", "kpi-card/card-markup.ts"],
    ["kpi-compare", "kpi-compare/compare-markup.ts"],
  ] as const) {
    expect(told.get(name)).toEqual(expect.arrayContaining(partsIn(source(path))));
  }
});
