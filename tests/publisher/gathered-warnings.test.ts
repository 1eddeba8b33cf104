// Many warnings are a line for each kind with its number; --verbose tells each, and the last lines say that none stops publishing.

import { expect, test } from "vitest";
import { atsugi, cityData } from "../support/places.ts";
import { shihyo } from "../support/shihyo.ts";

test("fifty warnings are a dozen lines, and every one of them with --verbose", async () => {
  const brief = await shihyo(["check", atsugi, "--lang", "ja"]);
  const lines = brief.stdout.trimEnd().split("\n");
  expect(brief.status).toBe(0);
  expect(lines.length).toBeLessThanOrEqual(15);
  expect(lines.some((line) => /^警告 [0-9]+件、1件目は /.test(line))).toBe(true);
  expect(lines.at(-2)).toContain("警告は公開を妨げません");
  const told = Number(/警告 ([0-9]+)件。/.exec(lines.at(-1) ?? "")?.[1]);
  const verbose = await shihyo(["check", atsugi, "--lang", "ja", "--verbose"]);
  expect(verbose.stdout.split("\n").filter((line) => line.startsWith("警告 ")).length).toBe(told);
});

test("a few warnings are told in full, and end with the same word", async () => {
  const { stdout, status } = await shihyo(["check", cityData("parts"), "--lang", "ja"]);
  expect(status).toBe(0);
  expect(stdout).toMatch(/^警告 /m);
  expect(stdout.trimEnd().split("\n").at(-2)).toBe("警告は公開を妨げません。");
});
