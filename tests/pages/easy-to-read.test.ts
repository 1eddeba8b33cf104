// Easy Japanese is easy: our own words on Atsugi's easy pages, measured by the rule that docs/pages.md names.

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { publishedRealCity } from "../support/published.ts";

/** 学年別漢字配当表, the first two years of school: 240 kanji. */
const firstYears = new Set(
  "一右雨円王音下火花貝学気九休玉金空月犬見五口校左三山子四糸字耳七車手十出女小上森人水正生青夕石赤千川先早草足村大男竹中虫町天田土二日入年白八百文木本名目立力林六" +
    "引羽雲園遠何科夏家歌画回会海絵外角楽活間丸岩顔汽記帰弓牛魚京強教近兄形計元言原戸古午後語工公広交光考行高黄合谷国黒今才細作算止市矢姉思紙寺自時室社弱首秋週春書少場色食心新親図数西声星晴切雪船線前組走多太体台地池知茶昼長鳥朝直通弟店点電刀冬当東答頭同道読内南肉馬売買麦半番父風分聞米歩母方北毎妹万明鳴毛門夜野友用曜来里理話",
);
/** Words that stand as they are: numbers, the years' own names, and 年度, which the page explains. */
const known = /年度|令和|平成|昭和|億|兆/g;
/** Letters of a sentence, without the spaces between words. */
const longest = 50;
const longestOnAverage = 20;

interface Sentence {
  readonly page: string;
  readonly text: string;
}

let sentences: Sentence[] = [];

/** All that the city or its report wrote: names, notes, titles, words. */
function theirs(value: unknown, key = ""): string[] {
  if (typeof value === "string") return key === "en" || key === "easy" || value.length < 2 ? [] : [value];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, one]) =>
    name === "card" || (name === "words" && typeof one !== "string")
      ? []
      : theirs(one, Array.isArray(value) ? key : name),
  );
}

beforeAll(async () => {
  const { folder, read, code } = await publishedRealCity();
  const dataset = JSON.parse(await read(`${code}_dataset.json`)) as {
    readonly units: { name: { ja: string } }[];
  };
  const names = [...new Set(theirs(dataset))]
    .filter((name) => /\p{Script=Han}/u.test(name))
    .toSorted((a, b) => b.length - a.length);
  const units = dataset.units.map(({ name }) => name.ja).toSorted((a, b) => b.length - a.length);
  const counted = new RegExp(`([\\d,.億万千]+) ?(?:${units.join("|")})`, "g");
  const stripped = new Map<string, string>();
  const own = (text: string) => {
    let rest = stripped.get(text);
    if (rest === undefined) {
      rest = text;
      for (const name of names) if (rest.includes(name)) rest = rest.replaceAll(name, " ");
      rest = rest.replace(counted, "$1");
      stripped.set(text, rest);
    }
    return rest;
  };
  const pages = readdirSync(join(folder, "easy"), { recursive: true, encoding: "utf8" }).filter(
    (path) => path.endsWith("index.html") && !path.startsWith("embed"),
  );
  sentences = pages.flatMap((page) => {
    const html = readFileSync(join(folder, "easy", page), "utf8");
    const body = html
      .slice(html.indexOf("<main"), html.indexOf("</footer>"))
      // What is for people who make pages, and what is cited as it is.
      .replace(/<(pre|p) id="(?:citation|address)"[\s\S]*?<\/\1>/g, "")
      .replace(/<rt[^>]*>[^<]*/g, "")
      .replace(/<\/?(?:ruby|b|a|span|wbr|small|code)\b[^>]*>/g, "");
    const blocks = body.split(/<[^>]+>|\n/).map((block) => own(block.replace(/&[a-z]+;/g, " ")));
    return blocks.flatMap((block) =>
      block
        .split(/[。（）]/)
        .map((one) => one.replace(/\s/g, ""))
        .filter((one) => /[ぁ-ん]/.test(one))
        .map((text) => ({ page, text })),
    );
  });
});

describe("our own words on the easy pages of Atsugi", () => {
  test("there are enough of them to measure", () => {
    expect(new Set(sentences.map(({ text }) => text)).size).toBeGreaterThan(100);
  });

  test("have kanji of the first two years of school alone", () => {
    const hard = new Map<string, string>();
    for (const { page, text } of sentences)
      for (const letter of text.replace(known, "").match(/\p{Script=Han}/gu) ?? [])
        if (!firstYears.has(letter)) hard.set(letter, `${page}: ${text}`);
    expect(Object.fromEntries(hard)).toEqual({});
  });

  test(`are in sentences of at most ${longest} letters, and ${longestOnAverage} on average`, () => {
    const different = [...new Set(sentences.map(({ text }) => text))];
    expect(different.filter((text) => text.length > longest)).toEqual([]);
    const mean = different.reduce((sum, text) => sum + text.length, 0) / different.length;
    expect(mean).toBeLessThanOrEqual(longestOnAverage);
  });

  test("words are parted by spaces where a sentence is longer than a line", async () => {
    const { read } = await publishedRealCity();
    const html = await read("easy/index.html");
    const lead = /<p class="lead">([^<]*)</.exec(html)?.[1] ?? "";
    for (const one of lead.split("。").filter((text) => text.length > 20)) expect(one).toContain(" ");
  });
});
