// The details of today, of indicators and nodes: what a table says in such a column is in every format, and its column is there where a city fills it in.

import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { detailsIn } from "@shihyo/core";
import { Parser } from "n3";
import { beforeAll, describe, expect, test } from "vitest";
import { publishInto, scratch } from "../support/published-city.ts";
import { sampleCity, sampleCode } from "../support/sample-city.ts";

const folder = scratch();
const out = join(folder, "out");
/** By column of the city's table: what is written there. */
const written: Readonly<Record<string, string>> = {
  算出式: "甲÷乙",
  分子: "甲",
  分母: "乙",
  データ元: "窓口の記録",
  名称_よみ: "そうだんけんすう",
  よみ_根拠: "確認",
  値の形: "指数",
  調査周期: "隔年",
  市のコード: "1-(2)-A",
  共通指標: "C001",
  共通指標_一致: "近い",
};

/** Adds columns to a table and fills them in in one row. */
function fill(file: string, id: string, cells: Readonly<Record<string, string>>): void {
  const [head = "", ...rows] = readFileSync(file, "utf8").trimEnd().split("\r\n");
  const missing = Object.keys(cells).filter((header) => !head.split(",").includes(header));
  const header = [...head.split(","), ...missing];
  const lines = rows.map((row) => {
    const values = [...row.split(","), ...missing.map(() => "")];
    return (values[0] === id ? values.map((value, at) => cells[header[at] ?? ""] ?? value) : values).join(
      ",",
    );
  });
  writeFileSync(file, `${[header.join(","), ...lines].join("\r\n")}\r\n`);
}

beforeAll(async () => {
  const data = sampleCity(join(folder, "data"));
  fill(join(data, "indicators.csv"), "K0001", written);
  fill(join(data, "nodes.csv"), "S001", { 名称_よみ: "しさく", よみ_根拠: "仮", 市のコード: "S-1" });
  await publishInto(out, data);
});

const text = (file: string) => readFileSync(join(out, file), "utf8");

test("every detail of an indicator is filled in here, so that a new one is not forgotten", () => {
  expect(
    detailsIn("indicators")
      .map(([, { header }]) => header)
      .sort(),
  ).toEqual(Object.keys(written).sort());
});

describe.each(detailsIn("indicators"))("%s", (key, { header, property, title, choices }) => {
  const cell = written[header] ?? "";

  test("is in the CSV, under its own header", () => {
    const [head = "", row = ""] = text(`${sampleCode}_indicator.csv`).split("\r\n");
    const at = head
      .replace(/^\uFEFF/, "")
      .split(",")
      .indexOf(`"${header}"`);
    expect(at).toBeGreaterThan(0);
    expect(row.split('","')[at]).toBe(cell);
  });

  test("is in the graph, by a property that the vocabulary defines", () => {
    const quads = new Parser().parse(text(`${sampleCode}_dataset.nt`));
    const [said] = quads.filter(
      ({ subject, predicate }) =>
        subject.value.endsWith("/indicators/K0001/#it") && predicate.value.endsWith(`/def/#${property}`),
    );
    const meaning = choices?.find(({ word }) => word === cell)?.meaning;
    expect(said?.object.value).toMatch(meaning === undefined ? cell : new RegExp(`#${property}-${meaning}$`));
    expect(quads.some(({ subject }) => subject.value === said?.predicate.value)).toBe(true);
    if (meaning !== undefined)
      expect(quads.some(({ subject }) => subject.value === said?.object.value)).toBe(true);
  });

  test("is in the JSON and on the page", () => {
    const { indicator } = JSON.parse(text("indicators/K0001/data.json"));
    expect(indicator[key]).toBe(choices?.find(({ word }) => word === cell)?.meaning ?? cell);
    expect(text("indicators/K0001/index.html")).toContain(`<dt>${title.ja}</dt><dd>${cell}</dd>`);
  });
});

test("a node's details are on its page, in its table and in the graph", () => {
  const page = text("policies/S001/index.html");
  for (const [, { title }] of detailsIn("nodes")) expect(page).toContain(`<dt>${title.ja}</dt>`);
  expect(text(`${sampleCode}_node.csv`)).toContain('"しさく","仮","S-1"');
  expect(text("policies/S001/data.ttl")).toContain('"しさく"@ja');
});

test("where no city fills a column in, the published table is without it", async () => {
  const other = join(folder, "other");
  await publishInto(other, sampleCity(join(folder, "plain")));
  const [head = ""] = readFileSync(join(other, `${sampleCode}_indicator.csv`), "utf8").split("\r\n");
  expect(head).toContain("データ元");
  expect(head).not.toContain("名称_よみ");
});
