// Doubt travels with the number: whatever a card says of a value or a change says what is not certain about it, for every reader.

import {
  cardsOf,
  comparabilityOf,
  compareSeries,
  type Indicator,
  linkText,
  type Observation,
} from "@shihyo/core";
import { describe, expect, test } from "vitest";
import { none, number, observation, seriesOf } from "../support/tables.ts";

const lost = "桁が落ちた疑いがある";

function of(before: Partial<Observation>, now: Partial<Observation>, more: Partial<Indicator> = {}) {
  const { dataset, series } = seriesOf(
    [observation(2023, number("90"), before), observation(2024, number("9"), now)],
    more,
  );
  const card = cardsOf(dataset, series).at(-1)!;
  const comparison = compareSeries(dataset, series).at(-1)!;
  return { card, words: card.words, comparability: comparabilityOf(comparison) };
}

describe("a value in doubt", () => {
  const { words, comparability } = of({}, { reading: "doubtful", note: lost });

  test("says so in the sentence, with its note, and that the change is a hint", () => {
    expect(words.ja.sentence).toBe(
      `利用者数は、令和6年度は9人です（値は要確認。備考：${lost}）。前年度より81人減りました（当年度の値に疑いがあるため、増減は参考）。`,
    );
    expect(words.en.sentence).toBe(
      `Users: 9 persons in FY2024 (Reiwa 6); value in doubt; note (in Japanese): ${lost}. That is down 81 persons on the year before; this year's value is in doubt, so the change is indicative only.`,
    );
    expect(words.easy.sentence).toBe(
      `利用者数：令和6年度は 9人です（数字は これから たしかめます。メモ：${lost}）。 前の 年より 81人 へりました（この 年の 数字が たしかでは ないので、ちがいは めやすです）。`,
    );
  });

  test("says so in the link that is pasted", () => {
    expect(linkText("利用者数", words.ja, "ja")).toBe(
      `利用者数：9人（令和6年度、値は要確認。備考：${lost}）`,
    );
    expect(linkText("Users", words.en, "en")).toBe(
      `Users: 9 persons (FY2024 (Reiwa 6); value in doubt; note (in Japanese): ${lost})`,
    );
  });

  test("is compared as a hint", () => {
    expect(comparability).toBe("tentative");
    expect(words.ja.changeDoubt).toBe("当年度の値に疑いがあるため、増減は参考");
  });
});

test("a doubtful value of the year before is told with the change that rests on it", () => {
  const { words, comparability } = of({ reading: "doubtful", note: lost }, {});
  expect(comparability).toBe("tentative");
  expect(words.ja.sentence).toBe(
    `利用者数は、令和6年度は9人です。前年度より81人減りました（前年度の値に疑いがあるため、増減は参考。前年度の備考：${lost}）。`,
  );
  expect(words.en.changeDoubt).toMatch(
    /^the value of the year before is in doubt, so the change is indicative only/,
  );
  expect(words.ja.marks).toBeUndefined();
});

test("a provisional value makes the change a hint as well, and a restored one is told", () => {
  expect(of({}, { status: "provisional" })).toMatchObject({
    comparability: "tentative",
    words: { ja: { changeDoubt: "当年度の値が確定していないため、増減は参考" } },
  });
  expect(of({ reading: "restored" }, {})).toMatchObject({
    comparability: "comparable",
    words: { ja: { changeDoubt: "前年度の値は復元" } },
  });
});

test("a note alone travels too (a drill that a typhoon cancelled)", () => {
  const { words } = of({}, { note: "台風により中止" });
  expect(words.ja.brief).toBe("9人（令和6年度、備考：台風により中止）");
  expect(words.ja.sentence).toContain("9人です（備考：台風により中止）。");
  expect(words.easy.sentence).toContain("9人です（メモ：台風により中止）。");
});

test("sure values say nothing of doubt", () => {
  const { words, comparability } = of({}, {});
  expect(comparability).toBe("comparable");
  expect(words.ja).not.toHaveProperty("changeDoubt");
  expect(words.ja.brief).toBe("9人（令和6年度）");
});

test("places in an order move up when the number falls", () => {
  const places = (before: string, now: string) => {
    const { dataset, series } = seriesOf(
      [observation(2023, number(before)), observation(2024, number(now))],
      { unit: "U09" },
      { units: [{ id: "U09", name: { ja: "位", en: "th" }, kind: "count" }] },
    );
    return cardsOf(dataset, series).at(-1)!;
  };
  expect(places("24", "21")).toMatchObject({
    movement: "up",
    words: {
      ja: { change: "前年度の24位から21位へ、3つ上昇" },
      en: { change: "up 3 places on the year before" },
    },
  });
  expect(places("21", "22")).toMatchObject({
    movement: "down",
    words: {
      ja: { change: "前年度の21位から22位へ、1つ下降" },
      en: { change: "down 1 place on the year before" },
    },
  });
});

test("many places are told as places, no place that was reached", () => {
  const { dataset, series } = seriesOf(
    [observation(2023, number("40")), observation(2024, number("19"))],
    { unit: "U09", shape: "rank" },
    { units: [{ id: "U09", name: { ja: "位", en: "th" }, kind: "count" }] },
  );
  const { words } = cardsOf(dataset, series).at(-1)!;
  expect(words.ja.change).toBe("前年度の40位から19位へ、21ランク上昇");
  expect(words.easy.sentence).toContain("じゅんいが 21 上がりました");
});

test("a survey is compared with the one before, over the years that are none", () => {
  const card = (between: "notSurveyed" | "pending") => {
    const { dataset, series } = seriesOf(
      [observation(2022, number("21")), observation(2023, none(between)), observation(2024, number("18"))],
      { unit: "U09", shape: "rank" },
      { units: [{ id: "U09", name: { ja: "位", en: "th" }, kind: "count" }] },
    );
    return cardsOf(dataset, series).at(-1)!.words;
  };
  expect(card("notSurveyed").ja.change).toBe("前回（令和4年度）の21位から18位へ、3つ上昇");
  expect(card("notSurveyed").ja.sentence).toContain("前回（令和4年度）の21位から18位へ、3つ上がりました。");
  expect(card("notSurveyed").en.change).toBe("up 3 places on the survey before (FY2022 (Reiwa 4))");
  // A year that should have a value and has none is a gap.
  expect(card("pending").ja.change).toContain("比較できません");
});

test("marks of the name and of the value are told apart, and stand with the notes in one line", () => {
  const { words } = of({}, { reading: "doubtful", note: lost }, { reading: "restored" });
  expect(words.ja).toMatchObject({
    marks: ["名称は復元", "値は要確認"],
    nameMarks: ["名称は復元"],
    valueMarks: ["値は要確認"],
    doubt: `名称は復元、値は要確認。備考：${lost}`,
  });
  expect(of({}, { note: "雨" }).words.en).toMatchObject({ doubt: "note (in Japanese): 雨" });
  expect(of({}, { status: "partial" }).words.ja.valueMarks).toEqual(["年度途中の値"]);
});
