// What a card says, in Japanese, English and easy Japanese: one whole sentence for ears, in each case there is.

import {
  type CardWords,
  cardsOf,
  type Indicator,
  type Observation,
  parseDecimal,
  type Reader,
  type Tables,
  type Target,
} from "@shihyo/core";
import { describe, expect, test } from "vitest";
import { none, number, observation, seriesOf, words } from "../support/tables.ts";

function card(
  observations: readonly Observation[],
  more: Partial<Indicator> = {},
  other: Partial<Tables> = {},
): Readonly<Record<Reader, CardWords>> {
  const { dataset, series } = seriesOf(observations, more, other);
  return cardsOf(dataset, series).at(-1)!.words;
}

function sentences(...parameters: Parameters<typeof card>): Record<Reader, string> {
  const { ja, en, easy } = card(...parameters);
  return { ja: ja.sentence, en: en.sentence, easy: easy.sentence };
}

const years = (before: Observation["value"], now: Observation["value"]) => [
  observation(2023, before),
  observation(2024, now),
];

describe("a card's sentence", () => {
  test("says a first year without a change", () => {
    expect(sentences([observation(2024, number("1234"))])).toEqual({
      ja: "利用者数は、令和6年度は1,234人です。",
      en: "Users: 1,234 persons in FY2024 (Reiwa 6).",
      easy: "利用者数：令和6年度は 1,234人です。",
    });
  });

  test("says how much more, and that it is better where the city said so", () => {
    expect(
      sentences(years(number("1100"), number("1234")), { direction: "increase", directionBasis: "city" }),
    ).toEqual({
      ja: "利用者数は、令和6年度は1,234人です。前年度より134人増えました（良い変化）。",
      en: "Users: 1,234 persons in FY2024 (Reiwa 6). That is up 134 persons on the year before, a change for the better.",
      easy: "利用者数：令和6年度は 1,234人です。 前の 年より 134人 ふえました。良い 変化です。",
    });
  });

  test("says how much less, and judges nothing where only we guess", () => {
    expect(
      sentences(years(number("90.0"), number("72.1")), {
        unit: "U02",
        direction: "increase",
        directionBasis: "estimated",
      }),
    ).toEqual({
      ja: "利用者数は、令和6年度は72.1%です。前年度より17.9ポイント減りました。",
      en: "Users: 72.1% in FY2024 (Reiwa 6). That is down 17.9 points on the year before.",
      easy: "利用者数：令和6年度は 72.1%です。 前の 年より 17.9ポイント へりました。",
    });
  });

  test("says once that nothing changed", () => {
    for (const direction of ["increase", "keep", "none"] as const) {
      expect(sentences(years(number("7"), number("7")), { direction, directionBasis: "city" })).toEqual({
        ja: "利用者数は、令和6年度は7人です。前年度と同じです。",
        en: "Users: 7 persons in FY2024 (Reiwa 6). That is the same as the year before.",
        easy: "利用者数：令和6年度は 7人です。 前の 年と おなじです。",
      });
    }
  });

  test("names a calendar year as one", () => {
    expect(
      sentences(years(number("31"), number("24")), {
        period: "calendar",
        direction: "decrease",
        directionBasis: "city",
      }),
    ).toEqual({
      ja: "利用者数は、令和6年は24人です。前年より7人減りました（良い変化）。",
      en: "Users: 24 persons in 2024 (Reiwa 6). That is down 7 persons on the year before, a change for the better.",
      easy: "利用者数：令和6年は 24人です。 前の 年より 7人 へりました。良い 変化です。",
    });
  });

  test("quotes words, and does not say that words are no number", () => {
    expect(sentences(years(words("実施設計"), words("建設工事・完了")))).toEqual({
      ja: "利用者数は、令和6年度は「建設工事・完了」です。",
      en: "Users: “建設工事・完了” in FY2024 (Reiwa 6).",
      easy: "利用者数：令和6年度は 「建設工事・完了」です。",
    });
  });

  test.each([
    ["notApplicable", "該当なし", "not applicable", "あてはまりません"],
    ["notCarriedOut", "未実施", "not carried out", "しませんでした"],
    ["pending", "集計中", "not yet counted", "いま かぞえています"],
    ["confidential", "秘匿", "withheld for privacy", "人の ひみつを まもるため、出しません"],
    ["unknown", "理由は不明", "reason unknown", "理由は わかりません"],
  ] as const)("says why there is no value: %s", (reason, ja, en, easy) => {
    expect(sentences(years(number("7"), none(reason)))).toEqual({
      ja: `利用者数は、令和6年度の値がありません（${ja}）。`,
      en: `Users: there is no value for FY2024 (Reiwa 6) (${en}).`,
      easy: `利用者数：令和6年度の 数字は ありません（${easy}）。`,
    });
  });

  test("says why years do not compare", () => {
    const item = {
      indicator: "K0001",
      before: 2023,
      after: 2024,
      reason: { ja: "数え方が変わったため", en: "it is counted in another way" },
    };
    expect(sentences(years(number("4172"), number("223")), {}, { breaks: [item] })).toMatchObject({
      ja: "利用者数は、令和6年度は223人です。前年度と比較できません：数え方が変わったため。",
      en: "Users: 223 persons in FY2024 (Reiwa 6). Not comparable with the year before: it is counted in another way.",
    });
  });

  test.each([
    [none("pending"), number("3"), "前の 年の 数字が ないからです（いま かぞえています）"],
    [words("実施設計"), number("3"), "数字では ないからです"],
  ] as const)("says why years do not compare in easy words, where the words are ours", (before, now, why) => {
    expect(sentences(years(before, now)).easy).toBe(
      `利用者数：令和6年度は 3人です。 前の 年と くらべることが できません：${why}。`,
    );
    expect(card(years(number("3"), none("notCarriedOut"))).easy.change).toBe(
      "前の 年と くらべることが できません：この 年の 数字が ないからです（しませんでした）",
    );
  });

  test("leaves a reason that the city wrote as it is, in easy Japanese too", () => {
    const item = { indicator: "K0001", before: 2023, after: 2024, reason: { ja: "数え方が変わったため" } };
    expect(sentences(years(number("4172"), number("223")), {}, { breaks: [item] }).easy).toContain(
      "できません：数え方が変わったため。",
    );
  });

  test("names the parts where there is no whole", () => {
    const parts = [
      observation(2024, number("5"), { breakdown: "B0001" }),
      observation(2024, none("notCarriedOut"), { breakdown: "B0002" }),
    ];
    expect(sentences(parts)).toEqual({
      ja: "利用者数は、令和6年度は東小 5人、西小 値なし（未実施）です。",
      en: "Users: East 5 persons, 西小 no value (not carried out) in FY2024 (Reiwa 6).",
      easy: "利用者数：令和6年度は 東小 5人、西小 数字は ありません（しませんでした）です。",
    });
  });

  test("stands in no language with a blank, a code or a doubled full stop", () => {
    const values = [number("3"), number("-3"), number("3.0"), words("実施"), none("unknown")];
    for (const before of values) {
      for (const now of values) {
        for (const sentence of Object.values(sentences(years(before, now), { unit: "U03" }))) {
          expect(sentence).not.toMatch(/undefined|null|NaN|K0001|。。|\.\.|（）|\(\)/);
          expect(sentence).toMatch(/[。.]$/);
        }
      }
    }
  });
});

describe("a card", () => {
  test("shows both calendars, the value apart from its unit, and the change in short", () => {
    const { ja, en } = card(years(number("1100"), number("1234")));
    expect(ja).toMatchObject({
      value: "1,234",
      unit: "人",
      year: "令和6年度（2024年度）",
      change: "前年度より134人増",
      assessment: "",
    });
    expect(en).toMatchObject({
      value: "1,234",
      unit: "persons",
      year: "FY2024 (Reiwa 6)",
      change: "up 134 persons on the year before",
    });
  });

  test("of a calendar year shows 年 for 年度", () => {
    expect(card(years(number("5"), number("6")), { period: "calendar" }).ja).toMatchObject({
      year: "令和6年（2024年）",
      change: "前年より1人増",
    });
  });

  test("has no unit where there is no number", () => {
    expect(card([observation(2024, words("実施設計"))]).ja).toMatchObject({ value: "実施設計", unit: "" });
    expect(card([observation(2024, none("pending"))]).ja).toMatchObject({
      value: "値なし（集計中）",
      unit: "",
    });
  });
});

describe("a card's target", () => {
  const target = (more: Partial<Target>): Target => ({
    indicator: "K0001",
    year: 2026,
    scope: "final",
    number: parseDecimal("1500")!,
    bound: "atLeast",
    source: "SR01",
    ...more,
  });

  test("is the city's, in words, with its year and the city's own grade", () => {
    const words = card(
      [observation(2024, number("1234"))],
      {},
      {
        targets: [target({ grade: "B", gradeScheme: "A・B・C" })],
      },
    );
    expect(words.ja.target).toBe("目標（令和8年度）：1,500人以上　市の評価：B（A・B・C）");
    expect(words.en.target).toBe(
      "Target (FY2026 (Reiwa 8)): at least 1,500 persons; the city's grade: B (A・B・C)",
    );
    expect(words.easy.target).toBe("目標（令和8年度）：1,500人 以上　市が つけた 点：B（A・B・C）");
    expect(words.ja.sentence).toBe(
      "利用者数は、令和6年度は1,234人です。令和8年度の目標は1,500人以上です。市の評価はBです。",
    );
    expect(words.en.sentence).toContain("The target for FY2026 (Reiwa 8) is at least 1,500 persons.");
    expect(words.easy.sentence).toContain("令和8年度の 目標は 1,500人 以上です。");
  });

  test("is the next one after the year shown, else the last, and nothing where there is none", () => {
    const of = (...targets: Target[]) => card([observation(2024, number("1"))], {}, { targets }).ja.target;
    expect(of(target({ year: 2030 }), target({ year: 2025, bound: "atMost" }))).toBe(
      "目標（令和7年度）：1,500人以下",
    );
    expect(of(target({ year: 2022, bound: "keep" }))).toBe("目標（令和4年度）：1,500人を維持");
    const { number: _, bound: __, ...inWords } = target({ words: "整備完了" });
    expect(of(inWords)).toBe("目標（令和8年度）：整備完了");
    expect(of()).toBeUndefined();
    expect(of(target({ indicator: "K0002" }))).toBeUndefined();
  });
});

test("in English the number 1 has its own form of the unit, where the table has one", () => {
  const unit = { id: "U01", name: { ja: "人", en: "persons" }, singular: "person", kind: "persons" } as const;
  const of = (text: string) => card(years(number("2"), number(text)), {}, { units: [unit] }).en;
  expect([of("1").unit, of("1").sentence]).toEqual([
    "person",
    "Users: 1 person in FY2024 (Reiwa 6). That is down 1 person on the year before.",
  ]);
  expect([of("11").unit, of("21").unit]).toEqual(["persons", "persons"]);
});
