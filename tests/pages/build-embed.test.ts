// An embed from choices: the code for each form, and whether its colours can be read.

import { expect, test } from "vitest";
import { colourProperties, isWeak } from "../../packages/publisher/src/site/embeds/colours.ts";
import { contrast } from "../../packages/publisher/src/site/embeds/contrast.ts";
import {
  type EmbedSubject,
  elementOf,
  embedCode,
  embedFile,
  formFits,
  takesYear,
} from "../../packages/publisher/src/site/embeds/embed-codes.ts";

const subject: EmbedSubject = {
  base: "https://shihyo.example/142123/",
  path: "indicators/K0002/",
  label: "活動件数<1>",
  text: "活動件数<1>：22件（令和6年度）",
  brief: "22件（令和6年度）",
  sentence: "活動件数<1>は、令和6年度は22件です。",
  reader: "ja",
  own: [],
};
const link = "https://shihyo.example/142123/indicators/K0002/";
const script = '<script src="https://shihyo.example/142123/widgets/kpi.js" defer></script>';

test("a card names its indicator, keeps its text with the number, and escapes it", () => {
  expect(embedCode("element", subject)).toBe(
    `<link rel="stylesheet" href="https://shihyo.example/142123/widgets/kpi.css">\n<kpi-card indicator="K0002"><a href="${link}">活動件数&lt;1&gt;：22件（令和6年度）</a></kpi-card>\n${script}`,
  );
});

test("a value stands in a sentence, which says its name once", () => {
  expect(embedCode("value", subject)).toBe(
    `<p>活動件数&lt;1&gt;：<kpi-value indicator="K0002"><a href="${link}">22件（令和6年度）</a></kpi-value></p>\n${script}`,
  );
  expect(embedCode("value", { ...subject, reader: "en", label: "Cases", brief: "22 cases" })).toContain(
    '<p lang="en">Cases: <kpi-value indicator="K0002"><a ',
  );
});

test("a grid of a policy has the department's colours", () => {
  const code = embedCode("grid", {
    ...subject,
    path: "policies/S001/",
    reader: "en",
    year: 2023,
    colours: { "--kpi-link": "#006600" },
  });
  expect(code).toContain('<kpi-grid node="policies/S001" year="2023" style="--kpi-link: #006600" lang="en">');
  expect(code).toContain('href="https://shihyo.example/142123/policies/S001/">');
});

test("a link may be pinned to a year and needs no script", () => {
  expect(embedCode("link", { ...subject, year: 2023 })).toBe(
    `<p><a href="${link}#FY2023">活動件数&lt;1&gt;：22件（令和6年度）</a></p>`,
  );
});

test("a file is that of the reader's language where there is one", () => {
  expect(embedFile("image", { ...subject, reader: "en", own: ["image"] })).toBe(
    "indicators/K0002/card.en.svg",
  );
  expect(embedFile("iframe", { ...subject, reader: "easy", year: 2023 })).toBe(
    "indicators/K0002/FY2023/embed.html",
  );
  expect(embedFile("chart", subject)).toBe(undefined);
});

test("a form is offered only for what it can show, and a link becomes a card or a grid", () => {
  expect([
    formFits("goals/G01/", "chart"),
    formFits("goals/G01/", "image"),
    formFits("goals/G01/", "grid"),
    formFits("indicators/K0001/", "grid"),
    formFits("indicators/K0001/", "image"),
  ]).toEqual([false, false, true, false, true]);
  expect([elementOf("link", "goals/G01/"), elementOf("link", subject.path)]).toEqual([
    "kpi-grid",
    "kpi-card",
  ]);
});

test("a chart and a table have every year, and the page of a node is of none", () => {
  expect(takesYear(subject.path, "chart")).toBe(false);
  expect(takesYear("goals/G01/", "link")).toBe(false);
  expect(takesYear("goals/G01/", "grid")).toBe(true);
  expect(embedCode("table", { ...subject, year: 2023 })).toBe(embedCode("table", subject));
  expect(embedCode("link", { ...subject, path: "goals/G01/", year: 2023 })).not.toContain("FY2023");
});

test("contrast is that of WCAG", () => {
  expect(contrast("#000000", "#ffffff")).toBe(21);
  expect(contrast("#767676", "#ffffff")).toBeCloseTo(4.54, 2);
});

const usual = { text: "#1a1a1a", back: "#ffffff", link: "#0017c1" };

test("colours as usual are left to the element, which follows the page into the dark", () => {
  expect(colourProperties(usual)).toEqual({});
});

test("what was chosen holds on a dark page too, and pictures are of the colour of links", () => {
  expect(colourProperties({ ...usual, link: "#006600" })).toEqual({
    "color-scheme": "light",
    "--kpi-link": "#006600",
    "--kpi-line": "#006600",
  });
});

test.each([
  ["#1b5e20", "#ffffff"],
  ["#003366", "#ffee88"],
  ["#767676", "#ffffff"],
  ["#e6f4ea", "#1b3a1e"],
  ["#ffcc00", "#000000"],
])("on %s all words can be read, the quiet ones and the marks as well", (back, text) => {
  const given = colourProperties({ text, back, link: text });
  const light = { "--kpi-quiet": "#595959", "--kpi-mark": "#ac3e00", "--kpi-target": "#ac3e00" };
  const shown = { ...light, ...given };
  for (const name of ["--kpi-quiet", "--kpi-mark", "--kpi-target", "--kpi-color", "--kpi-line"] as const)
    expect(contrast((shown as Record<string, string>)[name] ?? "#000000", back)).toBeGreaterThanOrEqual(4.5);
  expect(isWeak({ text, back, link: text })).toBe(false);
});

test("a pale link is told", () => {
  expect(isWeak({ ...usual, link: "#a0d0a0" })).toBe(true);
});
