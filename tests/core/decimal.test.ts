// Decimals are exact, keep what was printed, and round half away from zero.

import { formatDecimal, groupDecimal, parseDecimal, percentOf, subtract } from "@shihyo/core";
import { describe, expect, test } from "vitest";

const decimal = (text: string) => {
  const parsed = parseDecimal(text);
  if (!parsed) throw new Error(`${text} is no decimal`);
  return parsed;
};

describe("a decimal", () => {
  test.each(["0", "90.0", "26583789", "-0.5", "0.00"])("%s is read and written as printed", (text) => {
    expect(formatDecimal(decimal(text))).toBe(text);
  });

  test.each(["", "1,234", " 1", "１", "1e3", "1.", ".5", "+1", "51. 572", "--1"])("%j is none", (text) => {
    expect(parseDecimal(text)).toBeUndefined();
  });

  test("93.5 − 83.9 is 9.6, which it is not in binary", () => {
    expect(formatDecimal(subtract(decimal("93.5"), decimal("83.9")))).toBe("9.6");
  });

  test.each([
    ["1", "8", "12.5"],
    ["1", "-8", "12.5"],
    ["-1", "8", "-12.5"],
    ["1", "2000", "0.1"],
    ["-1", "2000", "-0.1"],
    ["1", "2001", "0.0"],
  ])("%s of %s is %s %%, half away from zero", (part, whole, percent) => {
    const found = percentOf(decimal(part), decimal(whole), 1);
    expect(found && formatDecimal(found)).toBe(percent);
  });

  test("nothing is a percentage of zero", () => {
    expect(percentOf(decimal("1"), decimal("0.0"), 1)).toBeUndefined();
  });

  test.each([
    ["1234", "1,234"],
    ["-1234567.8901", "-1,234,567.8901"],
    ["999", "999"],
  ])("%s is shown as %s", (text, shown) => {
    expect(groupDecimal(decimal(text))).toBe(shown);
  });
});
