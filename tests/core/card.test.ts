// What a card says, in Japanese, English and easy Japanese: one whole sentence for ears, in each case there is.

import {
  besideFinals,
  type CardWords,
  cardsOf,
  type Evaluation,
  forReaders,
  type Indicator,
  indicatorJson,
  type Observation,
  parseDecimal,
  type Reader,
  type Tables,
  type Target,
  yearToShow,
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
  const cards = card(...parameters);
  return forReaders((reader) => cards[reader].sentence);
}

const years = (before: Observation["value"], now: Observation["value"]) => [
  observation(2023, before),
  observation(2024, now),
];

/** The city's own verdict on a year. */
const verdict = (year: number, grade = "B"): Evaluation => ({
  subject: "K0001",
  year,
  scheme: "A・B・C",
  grade,
  source: "SR01",
});

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
      ja: "利用者数は、令和6年度は1,234人です。前年度より134人（12.2%）増えました（良い変化）。",
      en: "Users: 1,234 persons in FY2024 (Reiwa 6). That is up 134 persons (12.2%) on the year before, a change for the better.",
      easy: "利用者数：令和6年度は 1,234人です。 前の 年より 134人（12.2%） ふえました。よい かわりかたです。",
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
      ja: "利用者数は、令和6年は24人です。前年より7人（22.6%）減りました（良い変化）。",
      en: "Users: 24 persons in 2024 (Reiwa 6). That is down 7 persons (22.6%) on the year before, a change for the better.",
      easy: "利用者数：令和6年は 24人です。 前の 年より 7人（22.6%） へりました。よい かわりかたです。",
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
    ["unknown", "理由は不明", "reason unknown", "わけは わかりません"],
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
      change: "前年度より134人（12.2%）増",
      assessment: "",
    });
    expect(en).toMatchObject({
      value: "1,234",
      unit: "persons",
      year: "FY2024 (Reiwa 6)",
      change: "up 134 persons (12.2%) on the year before",
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
        targets: [target({})],
        evaluations: [verdict(2024)],
      },
    );
    expect(words.ja.target).toBe("目標（令和8年度）：1,500人以上　市の評価：B（A・B・C）");
    expect(words.en.target).toBe(
      "Target (FY2026 (Reiwa 8)): at least 1,500 persons; the city's grade: B (A・B・C)",
    );
    expect(words.easy.target).toBe(
      "目標（令和8年度）：1,500人 か それより 多い　市が つけた 点：B（A・B・C）",
    );
    expect(words.ja.sentence).toBe(
      "利用者数は、令和6年度は1,234人です。令和8年度の目標は1,500人以上です。市の評価はBです。",
    );
    expect(words.en.sentence).toContain("The target for FY2026 (Reiwa 8) is at least 1,500 persons.");
    expect(words.easy.sentence).toContain("令和8年度の 目標は 1,500人 か それより 多いです。");
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

describe("a year's own target and the plan's final one of the same year", () => {
  const of = (scope: Target["scope"], text: string, year = 2024): Target => ({
    indicator: "K0001",
    year,
    scope,
    number: parseDecimal(text)!,
    source: "SR01",
  });

  test.each([2022, 2024, 2026])("are told by the final one, whichever row stands first (%s)", (goal) => {
    const both = [of("yearly", "20", goal), of("final", "18", goal)];
    for (const targets of [both, both.toReversed()]) {
      const { ja } = card([observation(2024, number("21"))], {}, { targets: besideFinals(targets) });
      expect(ja.target).toBe(`最終目標（令和${goal - 2018}年度）：18人`);
    }
  });
});

describe("a target on the card of an earlier year", () => {
  let evaluations: readonly Evaluation[] = [];
  const of = (year: number, ...targets: Target[]) => {
    const observations = [2022, 2023, 2024].map((one) => observation(one, number("1")));
    const { dataset, series } = seriesOf(observations, {}, { targets, evaluations });
    return cardsOf(dataset, series).find((one) => one.year === year)?.words.ja;
  };
  const target = (more: Partial<Target>): Target => ({
    indicator: "K0001",
    year: 2026,
    scope: "final",
    number: parseDecimal("5")!,
    baseYear: 2023,
    source: "SR01",
    ...more,
  });

  test("has the verdict of its own year alone", () => {
    evaluations = [verdict(2024)];
    expect(of(2024, target({}))?.target).toBe("目標（令和8年度）：5人　市の評価：B（A・B・C）");
    expect(of(2023, target({}))?.target).toBe("目標（令和8年度）：5人");
    expect(of(2023, target({}))?.sentence).toMatch(/令和8年度の目標は5人です。$/);
  });

  test("is not there before the base year, nor where nobody says since when it holds", () => {
    expect(of(2022, target({}))?.target).toBeUndefined();
    expect(of(2022, target({}))?.sentence).not.toContain("目標");
    const { baseYear: _, ...unsaid } = target({});
    expect(of(2023, unsaid)?.target).toBeUndefined();
    expect(of(2024, unsaid)?.target).toContain("目標（令和8年度）");
  });

  test("is that year's own, with the grade that it was given", () => {
    evaluations = [verdict(2022), verdict(2023, "2023"), verdict(2024, "2024")];
    const own = [2023, 2024].map((year) => target({ year, scope: "yearly" }));
    expect(of(2023, ...own)?.target).toContain("目標（令和5年度）：5人　市の評価：2023");
    expect(of(2024, ...own)?.target).toContain("目標（令和6年度）：5人　市の評価：2024");
    // Another year's own target says nothing of this one, and one that has passed neither; the verdict stays.
    expect(of(2022, ...own)?.target).toBe("市の評価：B（A・B・C）");
    expect(of(2023, target({ year: 2022, baseYear: 2020 }))?.target).toBe("市の評価：2023（A・B・C）");
    expect(of(2022, target({ year: 2022, baseYear: 2020 }))?.target).toContain("市の評価：B");
  });
});

describe("a year that is still being counted", () => {
  const of = (observations: readonly Observation[], more: Partial<Indicator> = {}) => {
    const { dataset, series } = seriesOf(observations, more);
    const cards = cardsOf(dataset, series);
    const json = indicatorJson(dataset, series);
    return {
      shown: json.shownYear,
      year: yearToShow(json)?.year,
      words: (year: number) => cards.find((one) => one.year === year)?.words,
    };
  };
  const waited = [
    observation(2023, number("10")),
    observation(2024, number("12")),
    observation(2025, none("pending")),
  ];

  test("leaves the last one that has a value to be shown, and is named beside it and for ears", () => {
    const { shown, year, words: at } = of(waited);
    expect([shown, year]).toEqual([2024, 2024]);
    expect(at(2024)?.ja.newer).toBe("令和7年度は集計中");
    expect(at(2024)?.en.newer).toBe("FY2025 (Reiwa 7) is not yet counted");
    expect(at(2024)?.easy.newer).toBe("令和7年度は いま かぞえています");
    expect(at(2024)?.ja.sentence).toBe(
      "利用者数は、令和6年度は12人です。前年度より2人増えました。令和7年度は集計中です。",
    );
    expect(at(2024)?.en.sentence).toMatch(/ FY2025 \(Reiwa 7\) is not yet counted\.$/);
    expect(at(2024)?.easy.sentence).toMatch(/ 令和7年度は いま かぞえています。$/);
  });

  test("is not what an older card calls the newest, and keeps its own card", () => {
    const { words: at } = of(waited);
    expect(at(2023)?.ja.newer).toBe("最新は令和6年度");
    expect(at(2025)?.ja.value).toBe("値なし（集計中）");
    expect(at(2025)?.ja.newer).toBeUndefined();
  });

  test("may be more than one, and a calendar year", () => {
    const two = of([...waited, observation(2026, none("pending"))], { period: "calendar" });
    expect(two.year).toBe(2024);
    expect(two.words(2024)?.ja.newer).toBe("令和7年・令和8年は集計中");
    expect(two.words(2024)?.en.newer).toBe("2025 (Reiwa 7) and 2026 (Reiwa 8) are not yet counted");
  });

  test.each(["notCarriedOut", "notApplicable", "confidential", "unknown"] as const)(
    "is not a year without a value because of %s: that is a result",
    (reason) => {
      const result = of([observation(2024, number("12")), observation(2025, none(reason))]);
      expect([result.shown, result.year]).toEqual([undefined, 2025]);
      expect(result.words(2024)?.ja.newer).toBe("最新は令和7年度");
      const before = of([observation(2024, none(reason)), observation(2025, none("pending"))]);
      expect(before.year).toBe(2024);
      expect(before.words(2024)?.ja.newer).toBe("令和7年度は集計中");
    },
  );

  test("is shown where there is no other", () => {
    const only = of([observation(2024, none("pending")), observation(2025, none("pending"))]);
    expect([only.shown, only.year]).toEqual([undefined, 2025]);
  });

  test("is the whole's, or all its parts' where there is no whole", () => {
    const part = (year: number, breakdown: string, value: Observation["value"]) =>
      observation(year, value, { breakdown });
    const some = [part(2024, "B0001", number("1")), part(2025, "B0001", none("pending"))];
    expect(of([...some, part(2025, "B0002", none("pending"))]).year).toBe(2024);
    expect(of([...some, part(2025, "B0002", number("3"))]).year).toBe(2025);
    expect(
      of([
        observation(2024, number("1")),
        observation(2025, none("pending")),
        part(2025, "B0001", number("3")),
      ]).year,
    ).toBe(2024);
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
