// What people type and print where a number belongs is read right, or told; never read as another number.

import { readPrintedNumber } from "@shihyo/core";
import fc from "fast-check";
import { describe, expect, test } from "vitest";

const read = (typed: string, unit = "件") => readPrintedNumber(typed, unit);
const numberOf = (typed: string, unit = "件") => {
  const result = read(typed, unit);
  return result.kind === "number" ? result.number : result.kind === "problem" ? result.code : result.kind;
};

describe("a number as typed or printed", () => {
  test.each([
    ["1234", "1234"],
    ["１，２３４", "1234"],
    ["1,234", "1234"],
    ["26, 583, 789", "26583789"],
    [" 90.0　", "90.0"],
    ["９０．０", "90.0"],
    ["▲12", "-12"],
    ["△1,234.5", "-1234.5"],
    ["−3", "-3"],
    ["-3", "-3"],
    ["－３", "-3"],
    ["+5", "5"],
    ["007", "7"],
    ["-0", "0"],
    ["100. 0", "100.0"],
    ["120件", "120"],
    ["△12,000件", "-12000"],
    ["1億2,345万件", "123450000"],
    ["▲3千件", "-3000"],
  ])("%j is %s", (typed, number) => {
    expect(numberOf(typed)).toBe(number);
  });

  test.each([
    ["85％", "%", "85"],
    ["85 %", "%", "85"],
    ["85パーセント", "%", "85"],
    ["1,234人", "人", "1234"],
    ["12名", "人", "12"],
    ["5カ所", "か所", "5"],
    ["3.5ｋｇ", "kg", "3.5"],
    ["20人/日", "人/日", "20"],
  ])("%j with the unit %s is %s", (typed, unit, number) => {
    expect(numberOf(typed, unit)).toBe(number);
  });

  test.each([
    ["約100", "cell-approximate"],
    ["100程度", "cell-approximate"],
    ["〜100", "cell-approximate"],
    ["100人", "cell-other-unit"],
    ["5万", "cell-other-unit"],
    ["85%", "cell-other-unit"],
    ["1,23", "cell-unclear-number"],
    ["1.234,5", "cell-unclear-number"],
    ["12 34", "cell-unclear-number"],
    ["10〜20", "cell-unclear-number"],
    ["12(3)", "cell-unclear-number"],
    ["1E5", "cell-unclear-number"],
    ["1.2.3", "cell-unclear-number"],
    ["実施設計", "cell-words-for-number"],
    ["①", "cell-words-for-number"],
    ["#REF!", "cell-words-for-number"],
  ])("%j is told: %s", (typed, code) => {
    expect(numberOf(typed)).toBe(code);
  });

  test.each(["-", "－", "―", "ー", "—"])("%j is a dash, for which a reason is wanted", (typed) => {
    expect(read(typed).kind).toBe("dash");
  });

  test("keeps every digit that was typed, or is told", () => {
    const half = (text: string) =>
      text.replace(/[０-９．]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0));
    const likely = fc.string({
      unit: fc.constantFrom(..."0123456789０１９.,，．-－▲△約%％人件 　①⑩Ⅷ百万~()eE+\t\u200b"),
      maxLength: 12,
    });
    fc.assert(
      fc.property(
        fc.oneof(likely, fc.string({ unit: "grapheme" })),
        fc.constantFrom("%", "人", "件", undefined),
        (typed, unit) => {
          const result = readPrintedNumber(typed, unit);
          if (result.kind !== "number") return;
          expect(result.number).toMatch(/^-?[0-9]+(\.[0-9]+)?$/);
          const digits = (text: string) => text.replace(/[^0-9.]/g, "").replace(/^0+(?=[0-9])/, "");
          const amount = /^([0-9]+)万([0-9]{0,4})$/.exec(half(typed).replace(/[^0-9.万]/g, ""));
          if (amount) {
            // 12万人 is an amount where the unit itself follows.
            const [, tenThousands = "", ones = ""] = amount;
            expect(digits(result.number)).toBe(String(BigInt(tenThousands) * 10000n + BigInt(ones)));
            expect(typed.replace("％", "%")).toContain(unit);
          } else {
            expect(digits(result.number)).toBe(digits(half(typed)));
          }
          // Nothing that counts stands beside the digits: no ①, no 百, no second sign.
          expect(amount ? typed.replace("万", "") : typed).not.toMatch(/[①⑩Ⅷ百万約~()eE]/);
          expect(result.number.startsWith("-")).toBe(
            /[-－▲△]/.test(typed) && !/^-?[0.]+$/.test(result.number),
          );
        },
      ),
      { numRuns: 3000 },
    );
  });
});
