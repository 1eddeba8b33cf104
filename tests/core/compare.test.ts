// Cities side by side: what stands together, what beside it, and what travels with each number.

import { expect, test } from "vitest";
import { accidents, accidentsFile, cities, indicatorOf, years } from "../support/compared.ts";

test("what is exactly the same stands in the order of codes, and is no ranking", () => {
  const file = accidentsFile();
  expect(file.cities.map(({ code }) => code)).toEqual(["999962", "999989", "999997"]);
  expect(file.beside.map(({ indicator }) => indicator)).toEqual(["K0009"]);
  expect(file.beside[0]?.difference.en).toBe("it counts a part of this only");
});

test("another unit and another basis stand beside, with the difference said", () => {
  const file = accidentsFile([
    ...accidents,
    indicatorOf(cities.east, "K0011", years([1, 2]), { unit: "%" }),
    indicatorOf(cities.east, "K0012", years([1, 2]), { aggregation: "累計" }),
    indicatorOf(cities.east, "K0013", years([1, 2]), { unit: "" }),
  ]);
  const of = (id: string) => file.beside.find(({ indicator }) => indicator === id)?.difference;
  expect(of("K0011")).toEqual({ ja: "単位が%", en: "its unit is %", easy: "単位が %です" });
  expect(of("K0012")?.ja).toBe("数え方が違います（年度・累計）");
  expect(of("K0013")?.ja).toBe("単位がありません");
  expect(file.cities).toHaveLength(3);
});

test("doubt, breaks and what stands in place of a number travel with each year, for all readers", () => {
  const east = accidentsFile().cities.find(({ code }) => code === "999989");
  expect(east?.years[1]).toEqual({
    year: 2021,
    none: { ja: "未実施", en: "not carried out", easy: "しませんでした" },
  });
  expect(east?.years[2]).toMatchObject({ apart: true });
  expect(east?.years[2]?.doubt?.ja).toBe("前の年度と比べられません（数え方が変わったため）");
  expect(east?.years[3]).toMatchObject({ unsure: true, shown: "100" });
  expect(east?.years[3]?.doubt).toEqual({
    ja: "値は要確認。備考：台風により中止",
    en: "value in doubt; note (in Japanese): 台風により中止",
    easy: "数字は これから たしかめます。メモ：台風により中止",
  });
  expect(east?.sentence).toMatchObject({
    ja: "架空県東市は2023年度に100件（値は要確認。備考：台風により中止）",
    en: "Higashi City, FY2023: 100 cases (value in doubt; note (in Japanese): 台風により中止)",
  });
  const north = accidentsFile().cities.find(({ code }) => code === "999962");
  expect(north?.years[3]?.doubt?.en).toBe("provisional");
  expect(accidentsFile().cities.find(({ code }) => code === "999997")?.years[3]?.shown).toBe("1,234");
});

test("counts are told per head with the very population that the city gives, rates and sums since the beginning never", () => {
  const file = accidentsFile();
  const of = (code: string) => file.cities.find((one) => one.code === code)?.years;
  expect(of("999989")?.map(({ perThousand }) => perThousand)).toEqual([
    { shown: "3.00", population: 40_000 },
    undefined,
    undefined,
    undefined,
  ]);
  expect(of("999962")?.[3]?.perThousand).toEqual({ shown: "4.00", population: 20_000 });
  expect(of("999997")?.some(({ perThousand }) => perThousand)).toBe(false);
  const sums = accidentsFile(accidents.map((one) => ({ ...one, aggregation: "累計" })));
  expect(JSON.stringify(sums)).not.toContain('perThousand":{');
});

test("similar cities are told by kind and by the size that they publish", () => {
  const file = accidentsFile();
  expect(file.cities.map(({ kind, size }) => [kind, size])).toEqual([
    ["市", 1],
    ["市", 1],
    ["町", undefined],
  ]);
});

test("reference values are lines by name, source and body, in the order of years", () => {
  expect(accidentsFile().references).toEqual([
    {
      name: "全国",
      source: "統計局",
      points: [
        { year: 2021, value: 95, shown: "95" },
        { year: 2022, value: 90, shown: "90" },
      ],
    },
    { name: "国の集計", source: "警察庁", code: "999962", points: [{ year: 2022, value: 71, shown: "71" }] },
  ]);
});
