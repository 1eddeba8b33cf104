// Every kind of issue has a case: a city without a mistake, changed in one place, and what is then told.

import { cpSync, existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { catalogue, type Issue, issueCodes, placeInWords } from "@shihyo/core";
import { publish, readCity } from "@shihyo/publisher";
import { beforeAll, describe, expect, test } from "vitest";
import { expectApprovedText } from "../support/approved.ts";
import { top } from "../support/places.ts";
import { scratch } from "../support/published-city.ts";
import { copyOf, put, rewrite, workplace } from "../support/workplace.ts";

const cases = join(top, "tests/issues");
const base = join(cases, "base/data");
/** What is told of a workbook that came back has its cases in tests/workbook. */
const tableCodes = issueCodes.filter((code) => !/^(cell|workbook|published)-/.test(code));
/** What is told where the city was published before. */
const publishedCodes = issueCodes.filter((code) => code.startsWith("published-"));
/** A case of several mistakes, which bears no code's name. */
const several = "several-at-once";

/** By file: nothing (the file is not there), its whole text, or pieces of it and what stands there instead. */
type Change = Readonly<Record<string, string | null | Readonly<Record<string, string>>>>;

function dataOf(name: string): string {
  const data = copyOf(base);
  const change = join(cases, name, "change.json");
  const changes: Change = existsSync(change) ? JSON.parse(readFileSync(change, "utf8")) : {};
  for (const [file, after] of Object.entries(changes)) {
    if (after === null) rmSync(join(data, file));
    else if (typeof after === "string") put(data, file, after);
    else for (const [found, instead] of Object.entries(after)) replaceOnce(join(data, file), found, instead);
  }
  if (existsSync(join(cases, name, "files"))) cpSync(join(cases, name, "files"), data, { recursive: true });
  return data;
}

function replaceOnce(file: string, found: string, instead: string): void {
  rewrite(file, (text) => {
    const pieces = text.split(found);
    if (pieces.length !== 2)
      throw new Error(`${JSON.stringify(found)} stands ${pieces.length - 1} times in ${file}`);
    return pieces.join(instead);
  });
}

function told(issues: readonly Issue[]): string {
  const lines = (language: "ja" | "en") =>
    issues
      .map(
        (issue) =>
          `${issue.level} ${issue.code} ${placeInWords(issue, language)}\n  ${issue.message[language]}\n  ${issue.advice[language]}\n`,
      )
      .join("");
  return `${lines("ja")}\n${lines("en")}`;
}

describe("issues", () => {
  test("are not found in the city that the cases start from", async () => {
    const { dataset, issues } = await readCity(base);
    expect(issues).toEqual([]);
    expect(dataset?.indicators.size).toBe(3);
  });

  test("have one case each", () => {
    const folders = readdirSync(cases, { withFileTypes: true }).flatMap((entry) =>
      entry.isDirectory() && entry.name !== "base" && entry.name !== several ? [entry.name] : [],
    );
    expect(folders.sort()).toEqual([...tableCodes, ...publishedCodes].sort());
  });

  test("of a workbook that came back have theirs in tests/workbook", () => {
    const folder = join(top, "tests/workbook");
    const tests = readdirSync(folder)
      .filter((file) => file.endsWith(".test.ts"))
      .map((file) => readFileSync(join(folder, file), "utf8"))
      .join("\n");
    const others = issueCodes.filter((code) => ![...tableCodes, ...publishedCodes].includes(code));
    expect(others.filter((code) => !tests.includes(`"${code}"`))).toEqual([]);
  });

  test.each(tableCodes)("%s is told, and nothing else", async (code) => {
    const { dataset, issues } = await readCity(dataOf(code));
    expectApprovedText(join(cases, code, "issues.txt"), told(issues));
    expect(new Set(issues.map((issue) => issue.code))).toEqual(new Set([code]));
    expect(issues[0]?.level).toBe(catalogue[code].level);
    // An error stops publishing; a warning does not.
    expect(dataset === undefined).toBe(catalogue[code].level === "error");
  });

  describe("of a folder that holds an earlier release", () => {
    const out = join(scratch(), "published");
    beforeAll(() => publish(base, out));

    test.each(publishedCodes)("%s is told, and nothing else", async (code) => {
      const again = join(workplace(), "published");
      cpSync(out, again, { recursive: true });
      const { issues, written } = await publish(dataOf(code), again);
      expectApprovedText(join(cases, code, "issues.txt"), told(issues));
      expect(new Set(issues.map((issue) => issue.code))).toEqual(new Set([code]));
      expect(catalogue[code].level).toBe("warning");
      expect(written?.size).toBeGreaterThan(100);
      for (const { message, advice } of issues) {
        for (const sentence of [message.ja, message.en, advice.ja, advice.en])
          expect(sentence).not.toMatch(/\{\w+\}|undefined|NaN/);
      }
    });
  });

  test("are told all at once", async () => {
    const { issues } = await readCity(dataOf(several));
    expectApprovedText(join(cases, several, "issues.txt"), told(issues));
    // As many as change.json makes: in six files, four of them in one row.
    expect(issues.length).toBe(11);
  });

  test("say what to do in full sentences, in both languages, with every blank filled in", async () => {
    for (const code of issueCodes) {
      for (const { message, advice } of (await readCity(dataOf(code))).issues) {
        for (const sentence of [message.ja, message.en, advice.ja, advice.en]) {
          expect(sentence).not.toMatch(/\{\w+\}|undefined|NaN/);
          expect(sentence.length).toBeGreaterThan(5);
        }
      }
    }
  });
});
