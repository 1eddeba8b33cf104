// An indicator's page tells what an earlier report printed for a year, where a later one printed another value.

import { appendFileSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { publishInto, scratch } from "../support/published-city.ts";
import { sampleCity, sampleCode } from "../support/sample-city.ts";

const folder = scratch();
const out = join(folder, sampleCode);

beforeAll(async () => {
  const data = sampleCity(join(folder, "data"));
  const sources = JSON.parse(readFileSync(join(data, "sources.json"), "utf8"));
  const title = { ja: "令和7年度の見本", en: "A sample of FY2025" };
  writeFileSync(
    join(data, "sources.json"),
    JSON.stringify([...sources, { id: "SR02", title, body: { ja: "見本市" }, year: 2025, pages: 9 }]),
  );
  // 90.0 in the first report and 91.0 in the later one; the words are the same in both.
  appendFileSync(
    join(data, "observations/2024.csv"),
    "K0001,,91.0,,確定,,,確定,,SR02,7\r\nK0002,,,実施設計,確定,,,確定,,SR02,7\r\n",
  );
  await publishInto(out, data);
});

const page = (path: string) => readFileSync(join(out, path, "index.html"), "utf8");
const row = (path: string) =>
  /<tr id="FY2024">[\s\S]*?<\/tr>(\s*<tr class="note">[\s\S]*?<\/tr>)?/.exec(page(path))?.[0] ?? "";

test("beside the value that counts, in three languages", () => {
  expect(row("indicators/K0001")).toContain(">91.0</td>");
  expect(row("indicators/K0001")).toContain("令和6年度の報告書では 90.0% と印刷されています（1頁）。</p>");
  expect(row("en/indicators/K0001")).toContain(
    "The report for FY2024 (Reiwa 6) prints 90.0 percent (p. 1).</p>",
  );
  expect(row("easy/indicators/K0001")).toContain(
    "令和6年度の 資料には 90.0% と 書いて あります（1ページ）。</p>",
  );
});

test("and not where both print the same", () => {
  expect(row("indicators/K0002")).toContain("実施設計");
  expect(page("indicators/K0002")).not.toContain("印刷されています");
});
