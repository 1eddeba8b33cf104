// Readings (名称_よみ) of the city's tables: a name is found by them, and bears them in easy Japanese.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { rubyParts } from "@shihyo/core";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { draftReading } from "../../packages/publisher/src/disk/draft-reading.ts";
import { top } from "../support/places.ts";
import { publishInto, scratch } from "../support/published-city.ts";
import { shihyo } from "../support/shihyo.ts";
import { copyOf, rewrite } from "../support/workplace.ts";

test("only the kanji bear a reading, each run of them its own", () => {
  expect(rubyParts("子育て", "こそだて")).toEqual([["子育", "こそだ"], ["て"]]);
  expect(rubyParts("あつぎ鮎まつり", "あつぎあゆまつり")).toEqual([["あつぎ"], ["鮎", "あゆ"], ["まつり"]]);
  expect(rubyParts("天然アユ遡上数", "てんねんあゆそじょうすう")).toEqual([
    ["天然", "てんねん"],
    ["アユ"],
    ["遡上数", "そじょうすう"],
  ]);
  expect(rubyParts("カード", "かーど")).toEqual([["カード"]]);
});

test("a space in the reading parts words where kanji meet", () => {
  expect(rubyParts("交通事故件数", "こうつう じこ けんすう")).toEqual([
    ["交通", "こうつう"],
    ["事故", "じこ"],
    ["件数", "けんすう"],
  ]);
  expect(rubyParts("交通事故件数", "こうつうじこけんすう")).toEqual([
    ["交通事故件数", "こうつうじこけんすう"],
  ]);
});

test("between two kanji a sign that the reading leaves out parts nothing: nobody can tell where", () => {
  expect(rubyParts("厚木市・愛川町", "あつぎしあいかわまち")).toEqual([
    ["厚木市・愛川町", "あつぎしあいかわまち"],
  ]);
  expect(rubyParts("厚木市・愛川町", "あつぎし・あいかわまち")).toEqual([
    ["厚木市", "あつぎし"],
    ["・"],
    ["愛川町", "あいかわまち"],
  ]);
});

test.each([
  ["a reading of another name", "健康相談", "ゆうえんち", [["健康相談", "ゆうえんち"]]],
  ["a reading that misses the name's kana", "子育て", "こそだち", [["子育て", "こそだち"]]],
  ["markup", "<b>悪</b>", "<b>あく</b>", [["<b>"], ["悪", "あく"], ["</b>"]]],
  ["a reading of spaces", "健康", "  ", [["健康"]]],
  ["no letters", "", "かな", [[""]]],
  ["a letter beyond 16 bits", "𠮷野", "よしの", [["𠮷野", "よしの"]]],
])("%s is shown as it stands, and nothing is lost", (_, name, kana, parts) => {
  expect(rubyParts(name, kana)).toEqual(parts);
});

test("whatever name and reading stand in the table, the pieces make the name, and in short time", () => {
  const letters = fc.constantFrom(..."鮎厚木野の・（）<>&ア1Aー …");
  const kana = fc.constantFrom(..."あのー ・ゃ&<");
  const text = (of: fc.Arbitrary<string>) => fc.string({ unit: of, maxLength: 60 });
  fc.assert(
    fc.property(text(letters), text(kana), (name, reading) => {
      expect(
        rubyParts(name, reading)
          .map(([one]) => one)
          .join(""),
      ).toBe(name);
    }),
  );
  const begun = performance.now();
  rubyParts("国野の".repeat(66), "くにのの".repeat(66));
  rubyParts("野".repeat(5000), "の".repeat(9000));
  expect(performance.now() - begun).toBeLessThan(4000);
});

describe("a draft", () => {
  const word = (text: string, reading?: string, more = {}) => ({
    text,
    ...(reading ? { reading } : {}),
    ...more,
  });

  test("parts words where kanji meet, keeps kana as they are written, and reads 数 and 者 with their word", () => {
    const words = [
      word("交通", "コウツウ"),
      word("事故", "ジコ"),
      word("の", "ノ"),
      word("カード"),
      word("取得", "シュトク"),
      word("者", "シャ", { isAffix: true }),
      word("数", "スウ", { isAffix: true }),
    ];
    expect(draftReading("交通事故のカード取得者数", words)).toBe("こうつう じこのカードしゅとくしゃすう");
  });

  test("stays together where the pages would part it otherwise than its words are", () => {
    const words = [word("都市", "トシ"), word("間", "カン", { isAffix: true }), word("連携", "レンケイ")];
    expect(draftReading("都市間連携", words)).toBe("としかんれんけい");
  });

  test("is none where letters are lost or a word is not known", () => {
    expect(draftReading("…展", [word("…"), word("展", "テン")])).toBeUndefined();
    expect(draftReading("鮎", [word("鮎")])).toBeUndefined();
    expect(draftReading("カード", [word("カード")])).toBeUndefined();
  });
});

describe("shihyo yomi", () => {
  const city = () => copyOf(join(top, "tests/cities/minimal/data"));
  const read = (data: string, file: string) => readFileSync(join(data, file), "utf8");

  test("writes drafts behind the names, marked 仮, and leaves them alone the next time", async () => {
    const data = city();
    const first = await shihyo(["yomi", data, "--json"]);
    expect(first.status).toBe(0);
    const { drafts } = JSON.parse(first.stdout) as { drafts: { kana?: string }[] };
    expect(drafts.length).toBeGreaterThan(0);
    const [head = "", row = ""] = read(data, "nodes.csv").split(/\r?\n/);
    expect(head).toContain("名称,名称_よみ,よみ_根拠");
    expect(row).toContain(",仮,");
    expect((await shihyo(["check", data])).status).toBe(0);
    const after = read(data, "nodes.csv") + read(data, "indicators.csv");
    const second = await shihyo(["yomi", data, "--json"]);
    expect(JSON.parse(second.stdout)).toMatchObject({ drafts: [] });
    expect(read(data, "nodes.csv") + read(data, "indicators.csv")).toBe(after);
  });

  test("shows what it would write", async () => {
    const data = city();
    const before = read(data, "nodes.csv");
    const { status, stdout } = await shihyo(["yomi", data, "--dry-run"]);
    expect(status).toBe(0);
    expect(stdout).toContain("→");
    expect(read(data, "nodes.csv")).toBe(before);
  });
});

test("they are in the search index and, as ruby, on the easy page alone", async () => {
  const data = copyOf(join(top, "tests/issues/base/data"));
  let name = "";
  rewrite(join(data, "indicators.csv"), (text) =>
    text
      .split("\n")
      .map((line, at) => {
        if (line.trim() === "") return line;
        if (line.startsWith("K0001,")) name = line.split(",")[1] ?? "";
        const end = line.endsWith("\r") ? "\r" : "";
        const more = at === 0 ? "名称_よみ" : line.startsWith("K0001,") ? "けんこうのそうだん" : "";
        return `${line.replace(/\r$/, "")},${more}${end}`;
      })
      .join("\n"),
  );
  const out = join(scratch(), "city");
  await publishInto(out, data);
  const page = (path: string) => readFileSync(join(out, path), "utf8");
  expect(page("assets/search.js")).toContain("けんこうのそうだん");
  expect(name).not.toBe("");
  expect(page("easy/indicators/K0001/index.html")).toMatch(/<h1 id="it">[^\n]*<rt[^>]*>[^<]+<\/ruby>/);
  expect(page("indicators/K0001/index.html")).not.toContain("<rt");
});
