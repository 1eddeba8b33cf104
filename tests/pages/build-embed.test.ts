// An embed from choices: the code for each form, and whether its colours can be read.

import { expect, test } from "vitest";
import {
  type Choices,
  contrast,
  embedHtml,
  fits,
} from "../../packages/publisher/src/site/embeds/build-embed.ts";

const choices: Choices = {
  base: "https://shihyo.example/142123/",
  path: "indicators/K0002/",
  name: "活動件数<1>",
  form: "card",
  year: "",
  reader: "ja",
  colours: {},
};

test("a card names its indicator, keeps its text, and escapes it", () => {
  expect(embedHtml(choices)).toBe(
    '<kpi-card indicator="K0002"><p><a href="https://shihyo.example/142123/indicators/K0002/">活動件数&lt;1&gt;</a></p></kpi-card>\n<script src="https://shihyo.example/142123/widgets/kpi.js" defer></script>',
  );
});

test("a grid of a policy has the department's colours", () => {
  const code = embedHtml({
    ...choices,
    path: "policies/S001/",
    form: "grid",
    reader: "en",
    colours: { "--kpi-link": "#006600" },
  });
  expect(code).toContain('<kpi-grid node="policies/S001" style="--kpi-link: #006600" lang="en">');
});

test("a link may be pinned to a year and needs no script", () => {
  expect(embedHtml({ ...choices, form: "link", year: "2023" })).toBe(
    '<p><a href="https://shihyo.example/142123/indicators/K0002/#FY2023">活動件数&lt;1&gt;</a></p>',
  );
});

test("a form is offered only for what it can show", () => {
  expect([
    fits("goals/G01/", "chart"),
    fits("goals/G01/", "grid"),
    fits("indicators/K0001/", "grid"),
  ]).toEqual([false, true, false]);
});

test("contrast is that of WCAG", () => {
  expect(contrast("#000000", "#ffffff")).toBe(21);
  expect(contrast("#767676", "#ffffff")).toBeCloseTo(4.54, 2);
});
