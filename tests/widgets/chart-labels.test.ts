// The numbers in a chart never cover its axis, never leave the picture and never run into one another.

import { lineChart, placeLabels, placeNames } from "@shihyo/widgets/markup";
import fc from "fast-check";
import { expect, test } from "vitest";

const size = 14;
const write = (value: number) => value.toLocaleString("en-US");
const target = (value: number) => `目標 ${write(value)}`;
const frameOf = (width: number) => ({
  width,
  height: 224,
  left: 96,
  right: 16,
  top: 28,
  bottom: 48,
  label: 44,
});

/** As wide as Chromium draws them in bold Noto Sans: a digit 0.59 em, a comma or a space 0.29 em, a kanji one em. */
const widthOf = (text: string) =>
  [...text].reduce((sum, letter) => sum + (/[., ]/.test(letter) ? 0.29 : letter > "\u2000" ? 1 : 0.59), 0) *
  size;

const numbers = fc.oneof(
  fc.integer({ min: -50, max: 50 }),
  fc.integer({ min: -3_000_000, max: 30_000_000 }),
  fc.constantFrom(0, 100, 99.5, 26_583_789, 2_086_794),
);

test("whatever the values, targets and width are", () => {
  const room = fc.integer({ min: 280, max: 1200 });
  const all = fc.property(
    fc.array(numbers, { minLength: 1, maxLength: 14 }),
    fc.option(numbers),
    room,
    (values, aim, width) => {
      const frame = frameOf(width);
      const points = values.map((value, index) => ({ year: 2010 + index, value }));
      const aims = aim === null ? [] : [{ year: 2010 + values.length, value: aim }];
      const drawing = lineChart(points, [], { targets: aims }, frame);
      if (!drawing) return;
      const labels = placeLabels(drawing, frame, size, write, target);
      // The newest has its number in any case.
      expect(labels.some(({ year }) => year === 2009 + values.length)).toBe(true);
      const boxes = labels.map(({ x, y, text }) => ({
        left: x - widthOf(text) / 2,
        right: x + widthOf(text) / 2,
        top: y - size * 0.75,
        bottom: y,
      }));
      const zero = drawing.ticks.find(({ value }) => value === 0);
      const newest = boxes.length - 1;
      for (const [at, box] of boxes.entries()) {
        expect(box.left).toBeGreaterThanOrEqual(frame.left);
        expect(box.right).toBeLessThanOrEqual(width);
        if (at !== newest) {
          expect(box.top).toBeGreaterThanOrEqual(0);
          expect(box.bottom).toBeLessThanOrEqual(frame.height - frame.bottom);
        }
        if (zero && at !== newest) expect(box.top < zero.y && zero.y < box.bottom).toBe(false);
        for (const other of boxes.slice(at + 1)) {
          const isApart =
            box.right <= other.left ||
            other.right <= box.left ||
            box.bottom <= other.top ||
            other.bottom <= box.top;
          expect(isApart).toBe(true);
        }
      }
    },
  );
  fc.assert(all, { numRuns: 500 });
});

test("nor does the name of a target, of a baseline or of elsewhere cover a number or another name", () => {
  const year = fc.integer({ min: 2008, max: 2016 });
  const all = fc.property(
    fc.array(numbers, { minLength: 1, maxLength: 6 }),
    fc.record({ year, value: numbers }),
    fc.array(fc.record({ year, value: numbers }), { maxLength: 3 }),
    numbers,
    fc.integer({ min: 280, max: 1200 }),
    (values, base, targets, other, width) => {
      const frame = frameOf(width);
      const points = values.map((value, index) => ({ year: 2010 + index, value }));
      const drawing = lineChart(points, [], { base, targets }, frame, [
        { name: "全国平均", points: [{ year: 2010, value: other }] },
      ]);
      if (!drawing) return;
      const labels = placeLabels(drawing, frame, size, write, target);
      const start = (value: number) => `基準値 ${write(value)}`;
      const names = placeNames(drawing, frame, size, labels, { target, base: start });
      const boxes = [...names, ...labels].map(({ x, y, text }) => ({
        left: x - widthOf(text) / 2,
        right: x + widthOf(text) / 2,
        top: y - size * 0.75,
        bottom: y,
      }));
      for (const [at, box] of boxes.slice(0, names.length).entries())
        for (const one of boxes.slice(at + 1))
          expect(
            box.right <= one.left || one.right <= box.left || box.bottom <= one.top || one.bottom <= box.top,
          ).toBe(true);
    },
  );
  fc.assert(all, { numRuns: 500 });
});

test("a baseline in the first year is named beside it, though the year's own number stands there", () => {
  const frame = frameOf(560);
  const points = [2020, 2021, 2022].map((year, index) => ({ year, value: 90 + index }));
  const drawing = lineChart(points, [], { base: { year: 2020, value: 90 }, targets: [] }, frame);
  if (!drawing) throw new Error("nothing was drawn");
  const labels = placeLabels(drawing, frame, size, write, target);
  const names = placeNames(drawing, frame, size, labels, { target, base: (value) => `基準値 ${value}` });
  expect(names.map(({ text }) => text)).toEqual(["基準値 90"]);
  expect(labels.map(({ text }) => text)).toContain("90");
});

test("a large first number stands inside the axis, not over it", () => {
  const frame = frameOf(280);
  const points = [
    { year: 2023, value: 20_090_174 },
    { year: 2024, value: 26_583_789 },
  ];
  const drawing = lineChart(points, [], { targets: [] }, frame)!;
  const [first] = placeLabels(drawing, frame, size, write, target);
  expect(first!.x - widthOf(first!.text) / 2).toBeGreaterThanOrEqual(frame.left);
  // Centred over its dot, where it stood before, it would reach over the axis.
  expect(drawing.dots[0]!.x - widthOf(first!.text)).toBeLessThan(frame.left);
});

test("a number below zero does not stand on the axis", () => {
  const frame = frameOf(400);
  const points = [-2, 30, 28].map((value, index) => ({ year: 2022 + index, value }));
  const drawing = lineChart(points, [], { targets: [] }, frame)!;
  const zero = drawing.ticks.find(({ value }) => value === 0)!.y;
  for (const { y } of placeLabels(drawing, frame, size, write, target))
    expect(y < zero - 1 || y - size * 0.75 > zero + 1).toBe(true);
});
