// The counts in docs/activities.md are those of Atsugi's tables and of the command that it names.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Activity, ReadingStatus } from "@shihyo/core";
import { readCity } from "@shihyo/publisher";
import { expect, test } from "vitest";
import { atsugi, report, top } from "../support/places.ts";
import { shihyo } from "../support/shihyo.ts";

const page = readFileSync(join(top, "docs/activities.md"), "utf8");

function between(mark: string): string {
  return page.split(`<!-- ${mark} -->\n`)[1]?.split(`<!-- /${mark} -->`)[0] ?? "";
}

test("docs/activities.md counts the activities as they are", async () => {
  const { dataset } = await readCity(atsugi);
  const { activities } = dataset!;
  const line = (name: string, rows: readonly Activity[]) => {
    const of = (reading: ReadingStatus) => rows.filter((one) => one.reading === reading).length;
    return `| ${name} | ${rows.length} | ${of("certain")} | ${of("restored")} | ${of("doubtful")} |`;
  };
  const shown = between("counts").trim().replace(/ +/g, " ").split("\n").slice(2);
  expect(shown).toEqual([
    line(
      "with a figure",
      activities.filter(({ value }) => value !== undefined),
    ),
    line(
      "without a figure",
      activities.filter(({ value }) => value === undefined),
    ),
    line("together", activities),
  ]);
  const parts = activities.flatMap(({ partOf }) => partOf ?? []);
  expect(page).toContain(`${parts.length} rows are parts of ${new Set(parts).size} printed sums`);
  const indicators = new Set(activities.flatMap(({ indicator }) => indicator ?? []));
  expect(page).toContain(`The values of ${indicators.size} indicators stand in the text as well`);
});

test.skipIf(report === undefined)("docs/activities.md shows what reconcile prints", async () => {
  const { stdout } = await shihyo(["reconcile", atsugi, "--report", report!, "--lang", "en"]);
  const block = between("reconcile").replace(/^```text\n|```\n$/g, "");
  expect(block).toContain("486 printed");
  expect(stdout).toContain(block);
});
