// The page of a node groups and counts the indicators listed below it, however often they are listed elsewhere.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { beforeAll, expect, test } from "vitest";
import { recordsOf } from "../support/csv-records.ts";
import { publishInto, scratch } from "../support/published-city.ts";

const tables = fileURLToPath(new URL("../cities/parts/data", import.meta.url));
const out = join(scratch(), "city");

beforeAll(async () => {
  await publishInto(out, tables);
});

const page = (path: string) => readFileSync(join(out, path, "index.html"), "utf8");

/** Under each heading of the page's table, the indicators that stand there. */
function groupsOf(path: string): Record<string, string[]> {
  return Object.fromEntries(
    [...page(path).matchAll(/<tbody data-n="(\w+)">([\s\S]*?)<\/tbody>/g)].map(([, id = "", rows = ""]) => [
      id,
      [...rows.matchAll(/indicators\/(K\d+)\/index\.html/g)].map(([, indicator = ""]) => indicator),
    ]),
  );
}

test("an indicator of a project under two goals stands in each under that goal's own policy", () => {
  expect(groupsOf("goals/G01")).toEqual({ G01: ["K0005"], S001: ["K0004", "K0001", "K0002", "K0003"] });
  expect(groupsOf("goals/G02")).toEqual({ S002: ["K0003"] });
  expect(groupsOf("policies/S002")).toEqual({ S002: ["K0003"] });
  expect(groupsOf("initiatives/T002")).toEqual({ S002: ["K0003"] });
});

test("a page, the numbers beside what stands below, and the CSV count alike", () => {
  const [header = [], ...records] = recordsOf(readFileSync(join(out, `${code()}_indicator_comparison.csv`)));
  const cell = (record: string[], name: string) => record[header.indexOf(name)] ?? "";
  for (const [goal, number] of [
    ["G01", "1"],
    ["G02", "2"],
  ] as const) {
    const listed = new Set(
      records.filter((one) => cell(one, "基本目標番号") === number).map((one) => cell(one, "指標ID")),
    );
    listed.delete("");
    expect(new Set(Object.values(groupsOf(`goals/${goal}`)).flat())).toEqual(listed);
  }
  expect(page("goals/G02")).toContain("<small>指標1件</small>");
});

function code(): string {
  return JSON.parse(readFileSync(join(tables, "municipality.json"), "utf8")).code;
}

test("on paper each page has its number, the title and the release, in the page's language", () => {
  const style = readFileSync(join(out, "assets/page.css"), "utf8");
  const { title } = JSON.parse(readFileSync(join(tables, "municipality.json"), "utf8"));
  expect(style).toContain('content: counter(page) " / " counter(pages)');
  expect(style).toMatch(new RegExp(`@bottom-left \\{ content: "${title.ja}　[\\d-]+版"`));
  expect(style).toContain("html:lang(en) body { page: of-1; }");
});

test("what a page marks it explains, in a paragraph each and no more", () => {
  const explained = (path: string) =>
    /<details class="plain explained">[\s\S]*?<\/details>/.exec(page(path))?.[0] ?? "";
  expect(explained("goals/G01")).toContain("前年度からの増減");
  expect(explained("en/goals/G01")).toContain("An arrow says that the number rose or fell");
  expect(explained("goals/G01")).not.toContain("仮訳");
});

test("each row says on which page of the report it is printed below that node", () => {
  const [header = [], ...records] = recordsOf(readFileSync(join(tables, "listings.csv")));
  const column = (name: string) => header.indexOf(name);
  const pages = new Set(
    records.filter((one) => one[column("指標ID")] === "K0003").map((one) => one[column("頁")]),
  );
  const row = /<tr[^>]*><th scope="row"><a href="[^"]*K0003\/[\s\S]*?<\/tr>/.exec(page("goals/G02"))?.[0];
  const [, shown] = /<small>[^<]*報告書(\d+)頁<\/small>/.exec(row ?? "") ?? [];
  expect(pages).toEqual(new Set(["3", "6"]));
  expect(shown).toBe("6");
  // The first page has the whole list without it.
  expect(readFileSync(join(out, "index.html"), "utf8")).not.toMatch(/報告書\d+頁/);
});
