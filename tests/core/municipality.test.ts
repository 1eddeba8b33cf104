// A municipality's numbers carry check digits, which tell a slip of the pen.

import {
  areaCode,
  corporateNumberOf,
  isCorporateNumber,
  isMunicipalityCode,
  isPlaceholder,
  municipalityCheckDigit,
} from "@shihyo/core";
import fc from "fast-check";
import { describe, expect, test } from "vitest";

describe("a 全国地方公共団体コード", () => {
  // Atsugi and its prefecture, Sapporo, and others that stand in published file names.
  test.each(["142123", "140007", "011002", "131202", "130001", "132209", "272159", "122319", "422011"])(
    "%s is right",
    (code) => {
      expect(isMunicipalityCode(code)).toBe(true);
    },
  );

  test.each(["142124", "412123", "14212", "1421230", "１４２１２３", "14212X", ""])("%j is not", (code) => {
    expect(isMunicipalityCode(code)).toBe(false);
  });

  test("tells every slip of one digit, and every two neighbours that changed places", () => {
    const codes = fc.integer({ min: 1, max: 99_999 }).map((number) => {
      const five = String(number).padStart(5, "0");
      return `${five}${municipalityCheckDigit(five)}`;
    });
    let passed = 0;
    let tried = 0;
    fc.assert(
      fc.property(codes, fc.integer({ min: 0, max: 5 }), fc.integer({ min: 1, max: 9 }), (code, at, by) => {
        expect(isMunicipalityCode(code)).toBe(true);
        const digit = (Number(code[at]) + by) % 10;
        tried += 1;
        if (isMunicipalityCode(`${code.slice(0, at)}${digit}${code.slice(at + 1)}`)) passed += 1;
      }),
      { numRuns: 1000, seed: 5 },
    );
    // Modulus 11 cut down to one digit lets a remainder of 0 and 10 look alike; all else is told.
    expect(passed / tried).toBeLessThan(0.03);
  });

  test("without its check digit is the 標準地域コード", () => {
    expect(areaCode({ code: "142123" } as Parameters<typeof areaCode>[0])).toBe("14212");
  });
});

describe("a 法人番号", () => {
  test.each(["5000020142123", "3000020141003", "4000012090001", "5250005003274"])("%s is right", (number) => {
    expect(isCorporateNumber(number)).toBe(true);
  });

  test.each(["4000020142123", "500002014212", "50000201421233", "５000020142123", "5000020142132"])(
    "%j is not",
    (number) => {
      expect(isCorporateNumber(number)).toBe(false);
    },
  );

  test("of a municipality follows from its code", () => {
    expect(corporateNumberOf("142123")).toBe("5000020142123");
    expect(corporateNumberOf("141003")).toBe("3000020141003");
  });
});

describe("a base", () => {
  test.each([
    "https://shihyo.example/142123/",
    "https://data.example.jp.example/",
    "http://example.com/",
    "http://www.example.org/x/",
    "http://localhost:8080/",
    "http://127.0.0.1/",
    "https://a.test/",
    "https://b.invalid/",
    "https://SHIHYO.EXAMPLE/",
  ])("%s is a placeholder", (base) => {
    expect(isPlaceholder(base)).toBe(true);
  });

  test.each([
    "https://www.city.atsugi.kanagawa.jp/data/",
    "https://examples.jp/",
    "https://latest.jp/",
    "https://192.0.2.1/",
  ])("%s is none", (base) => {
    expect(isPlaceholder(base)).toBe(false);
  });
});
