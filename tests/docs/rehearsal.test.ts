// The rehearsal of 「自分の市で始める」: its workbook, its two commands, and what the page says that comes of them.

import { copyFileSync, existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { top } from "../support/places.ts";
import { shihyo } from "../support/shihyo.ts";
import { workplace } from "../support/workplace.ts";

const page = readFileSync(join(top, "docs/ja/jibun-no-shi.md"), "utf8");
const rehearsal = page.slice(page.indexOf("## まず練習で"), page.indexOf("## 1. "));
const [commands = "", told = ""] = [...rehearsal.matchAll(/^```\n([\s\S]*?)^```$/gm)].map(
  ([, text]) => text ?? "",
);

test("does what it says, in the English page as well", async () => {
  const cwd = workplace();
  const workbook = "mihon-shinchoku.xlsx";
  copyFileSync(join(top, "docs/examples", workbook), join(cwd, workbook));
  const [intake = [], publish = []] = commands
    .trim()
    .split("\n")
    .map((line) => line.split(" ").slice(1));
  const asked = JSON.parse((await shihyo([...intake, "--json"], { cwd })).stdout);
  expect(asked.questions.filter(({ answer }: { answer?: string }) => answer === undefined)).toHaveLength(3);
  const taken = await shihyo([...intake, "--accept", "--lang", "ja"], { cwd });
  expect(taken).toMatchObject({ status: 0 });
  for (const line of told.trim().split("\n")) expect(taken.stdout.split("\n")).toContain(line);
  expect((await shihyo(publish, { cwd })).status).toBe(0);
  const published = join(cwd, "published/999997/indicators/K0001/index.html");
  expect(readFileSync(published, "utf8")).toContain("市の評価はAです。");
  const english = readFileSync(join(top, "docs/start-your-city.md"), "utf8");
  expect(english).toContain(commands);
});

test("shows pictures that are there", () => {
  const pictures = [...rehearsal.matchAll(/!\[[^\]]+\]\(([^)]+)\)/g)].map(([, path = ""]) => path);
  expect(pictures.length).toBeGreaterThanOrEqual(4);
  for (const path of pictures) expect([path, existsSync(join(top, "docs/ja", path))]).toEqual([path, true]);
});
