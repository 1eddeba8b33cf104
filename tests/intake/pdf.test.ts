// A report as PDF, printed by a browser: ruled tables over several pages, tables without rules, and pages of pictures.

import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { readCity } from "@shihyo/publisher";
import type { Browser } from "playwright";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { hasChromium, openChromium } from "../support/chromium.ts";
import { printedReport, printedRows as rows } from "../support/printed-report.ts";
import { shihyo } from "../support/shihyo.ts";
import { workplace } from "../support/workplace.ts";

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
    const file = await print(printedReport(border));
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
