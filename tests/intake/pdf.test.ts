// A report as PDF, printed by a browser: ruled tables over several pages, tables without rules, and pages of pictures.

import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { readCity } from "@shihyo/publisher";
import type { Browser } from "playwright";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { hasChromium, openChromium } from "../support/chromium.ts";
import { shihyo } from "../support/shihyo.ts";
import { workplace } from "../support/workplace.ts";

interface Row {
  readonly policy: string;
  readonly project: string;
  readonly name: string;
  readonly unit: string;
  readonly values: readonly string[];
  readonly target: string;
}

const rows: readonly Row[] = Array.from({ length: 60 }, (_, at) => ({
  policy: `政策${"あいうえお"[Math.floor(at / 12)]}`,
  project: `事業${"一二三四五六七八九十"[Math.floor(at / 6)]}`,
  name:
    at % 7 === 3
      ? `地域で支え合う仕組みづくりに関する講座その${at + 1}の参加者数`
      : `指標その${at + 1}の件数`,
  unit: at % 7 === 3 ? "人" : "件",
  values: [`${(at + 1) * 37}`, at % 9 === 4 ? "―" : `${((at + 1) * 1234).toLocaleString("en")}`, `${at}.5`],
  target: `${(at + 2) * 1300}`,
}));
const heads = ["R4実績", "R5実績", "R6実績", "R7目標"];

/** Levels are joined cells, the head is printed again on each page. */
function page(border: boolean): string {
  const span = (at: number, key: "policy" | "project") => {
    if (rows[at - 1]?.[key] === rows[at]?.[key]) return "";
    const length = rows.slice(at).findIndex((row) => row[key] !== rows[at]?.[key]);
    return `<td rowspan="${length < 0 ? rows.length - at : length}">${rows[at]?.[key]}</td>`;
  };
  const flat = (at: number, key: "policy" | "project") => `<td>${rows[at]?.[key]}</td>`;
  const level = border ? span : flat;
  return `<!doctype html><meta charset="utf-8"><style>body{font:9px "Noto Sans CJK JP"}table{border-collapse:collapse}td,th{padding:2px 10px;${border ? "border:1px solid #000" : ""};vertical-align:middle;${border ? "max-width:120px" : "white-space:nowrap"}}tr{break-inside:avoid}</style><h1>総合計画 実績報告書</h1><table><thead><tr><th>政策</th><th>事業名</th><th>指標名</th><th>単位</th>${heads.map((head) => `<th>${head}</th>`).join("")}</tr></thead>${rows.map((row, at) => `<tr>${level(at, "policy")}${level(at, "project")}<td>${row.name}</td><td>${row.unit}</td>${[...row.values, row.target].map((value) => `<td>${value}</td>`).join("")}</tr>`).join("")}</table>`;
}

describe.skipIf(!hasChromium)("from a PDF", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openChromium();
  });
  afterAll(() => browser.close());

  const print = async (html: string): Promise<string> => {
    const file = join(workplace(), "報告書.pdf");
    const view = await browser.newPage();
    await view.setContent(html);
    writeFileSync(file, await view.pdf({ format: "A4", landscape: true }));
    await view.close();
    return file;
  };

  test.each([
    ["ruled, with joined cells over several pages", true],
    ["without rules", false],
  ])("a table %s: every value, unit and name is right, and says its page", async (_, border) => {
    const file = await print(page(border));
    const data = join(workplace(), "032034");
    const { status, stdout, stderr } = await shihyo([
      "intake",
      file,
      "--data",
      data,
      "--code",
      "032034",
      "--accept",
      "--lang",
      "ja",
    ]);
    expect(stderr + (status === 0 ? "" : stdout)).toBe("");
    const { dataset } = await readCity(data);
    const found = [...(dataset?.indicators.values() ?? [])];
    expect(found.map(({ name }) => name.ja)).toEqual(rows.map(({ name }) => name));
    const observations = [...(dataset?.observations() ?? [])];
    for (const [at, row] of rows.entries()) {
      const own = observations.filter(({ indicator }) => indicator === found[at]?.id);
      const shown = [2022, 2023, 2024].map((year) => {
        const value = own.find((one) => one.year === year)?.value;
        return value?.kind === "number" ? Number(value.number.digits) / 10 ** value.number.scale : undefined;
      });
      expect(shown).toEqual(
        row.values.map((text) => (text === "―" ? undefined : Number(text.replaceAll(",", "")))),
      );
      expect(dataset?.units.get(found[at]?.unit ?? "")?.name.ja).toBe(row.unit);
    }
    expect(observations.some(({ sourcePlace }) => /^p\.2 l\.\d+$/.test(sourcePlace ?? ""))).toBe(true);
    expect([...(dataset?.nodes.values() ?? [])].map(({ name }) => name.ja)).toEqual(
      expect.arrayContaining(["政策あ", "政策お", "事業一", "事業十"]),
    );
  });

  test("a PDF of pictures is told as that, and nothing is written", async () => {
    const file = await print(
      `<svg width="200" height="100"><rect width="200" height="100" fill="#ccc"/><path d="M0 0L200 100" stroke="#000"/></svg>`,
    );
    const data = join(workplace(), "032034");
    const { status, stderr } = await shihyo([
      "intake",
      file,
      "--data",
      data,
      "--code",
      "032034",
      "--accept",
      "--lang",
      "ja",
    ]);
    expect(status).toBe(2);
    expect(stderr).toContain("画像だけのPDFです");
  });
});
