// Whatever a page shows of a number has its doubt and its note beside it: lists, pictures, names, values of elsewhere.

import { cpSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { beforeAll, describe, expect, test } from "vitest";
import { hasChromium, openChromium } from "../support/chromium.ts";
import { top } from "../support/places.ts";
import { csvCells, publishInto, scratch } from "../support/published-city.ts";
import { put, rewrite } from "../support/workplace.ts";

/** Each indicator by what is peculiar about it. */
const indicators = `K0004,備えの訓練の参加者数,Drill participants,仮訳,取組指標,U01,0,年度,単年度,,,判断しない,,確定,参加した人,,,,,,,
K0005,見守りの件数,Visits,仮訳,取組指標,U01,0,年度,単年度,,,判断しない,,復元,訪ねた人,,,,,,,
K0006,講座の参加者数,Course participants,仮訳,取組指標,U01,0,年度,単年度,,,判断しない,,要確認,受けた人,,,,,,,
K0007,住みよさの順位,Rank,仮訳,取組指標,,0,年度,単年度,,,判断しない,,確定,県内での順位,,,,,,,,順位
K0008,学校の教室,School classes,仮訳,取組指標,U01,0,年度,単年度,,,判断しない,,確定,教えた人,,,,,,,
K0009,来館者数,Visitors,仮訳,取組指標,U01,0,年度,単年度,,,判断しない,,確定,来た人,,,,,,,
`;
const out = join(scratch(), "city");

beforeAll(async () => {
  const data = join(scratch(), "data");
  cpSync(join(top, "tests/issues/base/data"), data, { recursive: true });
  const file = (name: string) => join(data, name);
  rewrite(file("municipality.json"), (text) =>
    text.replace('"languages": [\n    "ja"', '"languages": [\n    "ja",\n    "en"'),
  );
  rewrite(
    file("indicators.csv"),
    (text) =>
      `${text.replace("廃止年度,備考", "廃止年度,備考,値の形").replaceAll(/^(K000[123].*)$/gm, "$1,")}${indicators.replaceAll(/^(K000[^7].*)$/gm, "$1,")}`,
  );
  rewrite(
    file("listings.csv"),
    (text) =>
      `${text}${[4, 5, 6, 7, 8, 9].map((at) => `L000${at},J0001,T001,K000${at},${at},2,,\n`).join("")}`,
  );
  rewrite(file("nodes.csv"), (text) =>
    text
      .replace("健康相談事業,,,確定", "健康相談事業,,,復元")
      .replace("会館整備事業,,,確定", "会館整備事業,,,要確認"),
  );
  rewrite(
    file("observations/2023.csv"),
    (text) =>
      `${text}K0004,,11294,,確定,,,確定,,SR01,2
K0005,,90,,確定,,,復元,,SR01,2
K0006,,930,,確定,,,要確認,上の桁が落ちた疑いがある,SR01,2
K0007,,24,,確定,,,確定,,SR01,2
K0008,B0001,5,,確定,,,確定,,SR01,2
K0009,,400,,確定,,,確定,,SR01,2
`,
  );
  rewrite(
    file("observations/2024.csv"),
    (text) =>
      `${text}K0004,,1372,,確定,,,確定,台風10号により中止,SR01,2
K0005,,30,,確定,,,復元,,SR01,2
K0006,,2086,,確定,,,確定,,SR01,2
K0007,,21,,確定,,,確定,,SR01,2
K0008,B0001,7,,確定,,,確定,,SR01,2
K0009,,410,,見込,,,確定,,SR01,2
`,
  );
  put(
    data,
    "references.csv",
    "指標ID,年度,種別,名称,値,状況,備考,出典ID,頁\nK0004,2024,全国,全国平均,5000,,雨の年,SR01,2\n",
  );
  put(
    data,
    "costs.csv",
    "項目ID,年度,費目,区分,金額,単位ID,合計,備考,出典ID,頁\nJ0001,2024,事業費,決算,1200,U01,,補正予算を含む,SR01,2\n",
  );
  put(
    data,
    "activities/2024.csv",
    `ID,事業ID,順序,内容,内容_英語,英語_根拠,内訳,内訳_英語,実績値,単位ID,限定,時期,合計ID,指標ID,読取状況,読取箇所,備考,出典ID,頁,取組実績
A0001,J0001,1,健康まつり 来場者数,Health fair: visitors,仮訳,,,79,U01,,,,,要確認,,下の桁が落ちた疑いがある,SR01,2,
A0002,J0001,2,健康…の配布,Health … handed out,仮訳,,,12,U01,,,,,要確認,,何の配布か読めない,SR01,2,
A0003,J0001,3,体操の指導,Exercise classes,仮訳,,,,,,,,,復元,,文の一部が欠ける,SR01,2,
A0004,J0001,4,相談会 開催,Consultations: held,仮訳,,,4,U01,,,,,確定,,,SR01,2,
A0005,J0001,5,教室 参加者数,Classes: participants,仮訳,…（2番目の内訳）,… (the second part),7,U01,,,,,復元,,,SR01,2,
A0006,J0001,6,見守り隊への補助 団体数,Grants to patrols: groups,仮訳,,,2,U01,,,,,要確認,内容,「…団体 2件」と読める,SR01,2,
A0007,J0001,7,子ども食堂 利用者数,Children's canteen: users,仮訳,,,31,U01,,,,,要確認,両方,前の文が欠ける,SR01,2,
`,
  );
  await publishInto(out, data);
}, 120_000);

const page = (path: string) => readFileSync(join(out, path, "index.html"), "utf8");
const json = (id: string) =>
  JSON.parse(readFileSync(join(out, `indicators/${id}/data.json`), "utf8")).indicator;

/** The row of an indicator in a page's table of that class. */
function rowOf(html: string, table: "rows" | "largest", id: string): string {
  const [, body = ""] = new RegExp(`<table class="${table}">([\\s\\S]*?)</table>`).exec(html) ?? [];
  const row = body.split("<tr").find((one) => one.includes(`indicators/${id}/index.html`));
  if (row === undefined) throw new Error(`no row of ${id}`);
  return row;
}

const listed = ["", "plans/P01", "goals/G01", "policies/S001", "initiatives/T001", "projects/J0001"];
const folders = [
  { folder: "", note: "備考（令和6年度）：台風10号により中止" },
  { folder: "en/", note: 'Note on FY2024 (Reiwa 6), in Japanese: <span lang="ja">台風10号により中止</span>' },
  { folder: "easy/", note: "メモ（令和6年度）：台風10号により中止" },
];

describe.each(folders)("lists below /$folder", ({ folder, note }) => {
  test.each(listed)("have the note in the row of the number: /%s", (path) => {
    expect(rowOf(page(folder + path), "rows", "K0004")).toContain(note);
  });

  test("so have the largest moves", () => {
    expect(rowOf(page(folder), "largest", "K0004")).toContain(note);
  });
});

describe("the badge stands beside what is doubtful", () => {
  const mark = (text: string) => `<span class="mark">${text}</span>`;

  test("a name and a value put together again are marked in lists", () => {
    const row = rowOf(page("goals/G01"), "rows", "K0005");
    expect(row).toContain(`見守りの件数</a> ${mark("復元")}`);
    expect(row).toContain(`<b>90人</b> ${mark("復元")}`);
    expect(row).toContain(`<b>30人</b> ${mark("復元")}`);
    expect(rowOf(page("en/goals/G01"), "rows", "K0005")).toContain(mark("restored"));
    expect(rowOf(page("easy/goals/G01"), "rows", "K0005")).toContain(mark("直して あります"));
  });

  test("a doubtful year before, its change and the name each have their own", () => {
    const row = rowOf(page(""), "largest", "K0006");
    expect(row).toContain(`講座の参加者数</a> ${mark("要確認")}`);
    expect(row).toContain(`+124.3% ${mark("参考")}`);
    expect(row).toContain(`930 ${mark("要確認")} → 2,086人`);
    expect(row).toContain("備考（令和5年度）：上の桁が落ちた疑いがある");
  });

  test("a list that is put in order by rates shows the rate that an unsure value has, with its badge", () => {
    for (const path of ["", "goals/G01"]) {
      const row = rowOf(page(path), "rows", "K0006");
      expect(row).toContain(' data-r="124.3"');
      expect(row).toContain(`${mark("参考")}<small>+124.3%</small>`);
    }
    // From so few that a rate tells nothing there is no order either.
    expect(rowOf(page(""), "rows", "K0007")).not.toMatch(/data-r|%/);
  });

  test("a number that is only expected says so", () => {
    expect(rowOf(page(""), "rows", "K0009")).toContain(`<b>410人</b> ${mark("見込")}`);
    expect(json("K0009").years.at(-1).card.ja.sentence).toContain("410人です（見込）");
  });

  test("the heading of a page has it beside the name", () => {
    expect(page("indicators/K0006")).toContain(`講座の参加者数 ${mark("要確認")}</h1>`);
    expect(page("indicators/K0005")).toContain(`見守りの件数 ${mark("復元")}</h1>`);
    expect(page("projects/J0001")).toContain(`健康相談事業 ${mark("復元")}</h1>`);
    expect(page("projects/J0002")).toContain(`会館整備事業 ${mark("要確認")}</h1>`);
    expect(page("initiatives/T001")).toContain(`会館整備事業</a> ${mark("要確認")}`);
    expect(page("indicators/K0004")).toContain("備えの訓練の参加者数</h1>");
  });
});

describe("an activity's badge stands beside its number, or beside its words where they are what is doubtful", () => {
  const places: readonly (readonly [string, "what" | "value" | "both" | undefined, string])[] = [
    ["A0001", "value", "要確認"],
    ["A0002", "what", "要確認"],
    ["A0003", "what", "復元"],
    ["A0004", undefined, ""],
    ["A0005", "what", "復元"],
    ["A0006", "what", "要確認"],
    ["A0007", "both", "要確認"],
  ];
  const cells = (row: string) => ({
    what: /<th scope="row"[^>]*>([\s\S]*?)<\/th>/.exec(row)?.[1] ?? "",
    value: /<td class="(?:number|figure)"[^>]*>([\s\S]*?)<\/td>/.exec(row)?.[1] ?? "",
  });

  test.each(places)("%s on the page and in the JSON: %s", (id, place, word) => {
    const { what, value } = cells(page("projects/J0001").split(`<tr id="${id}">`)[1] ?? "");
    const mark = `<span class="mark">${word}</span>`;
    expect(what).not.toBe("");
    expect([what.endsWith(` ${mark}`), value.endsWith(` ${mark}`)]).toEqual([
      place === "what" || place === "both",
      place === "value" || place === "both",
    ]);
    const { activities } = JSON.parse(readFileSync(join(out, "projects/J0001/data.json"), "utf8"));
    expect(activities.find((one: { id: string }) => one.id === id).unsure).toBe(place);
  });
});

test("and its sentence, table and graph say what it is about", () => {
  const { activities } = JSON.parse(readFileSync(join(out, "projects/J0001/data.json"), "utf8"));
  const said = (id: string, reader: "ja" | "en") =>
    activities.find((one: { id: string }) => one.id === id).shown[reader].sentence;
  expect(said("A0001", "ja")).toContain("79人（値は要確認。備考：下の桁が落ちた疑いがある）");
  expect(said("A0006", "ja")).toContain("2人（名称は要確認。備考：「…団体 2件」と読める）");
  expect(said("A0006", "en")).toContain("name in doubt");
  expect(said("A0007", "ja")).toContain("（名称は要確認、値は要確認。備考：前の文が欠ける）");
  const { header, records } = csvCells(join(out, "999954_activity.csv"));
  const column = header.indexOf("読取箇所");
  expect(records.map((cells) => cells[column])).toEqual([
    "実績値",
    "内容",
    "内容",
    "",
    "内容",
    "内容",
    "両方",
  ]);
  const graph = readFileSync(join(out, "999954_dataset.ttl"), "utf8");
  expect(graph.match(/def:readingPart def:readingPart-what /g)).toHaveLength(4);
  expect(graph.match(/def:readingPart def:readingPart-both /g)).toHaveLength(1);
});

test("that every value is final and surely read is said, and not where one is not", () => {
  const sure = "どの値も確定した値で、報告書からはっきり読み取れたものです。";
  expect(page("indicators/K0004")).toContain(sure);
  expect(page("en/indicators/K0004")).toContain("Every value is final");
  for (const id of ["K0005", "K0006", "K0009"]) expect(page(`indicators/${id}`)).not.toContain(sure);
});

test("a rank has no rate: not among the largest moves, not in the CSV, not in the JSON", () => {
  expect(json("K0007").years.at(-1)).toMatchObject({ difference: "-3", movement: "up" });
  expect(json("K0007").years.at(-1)).not.toHaveProperty("rate");
  const { header, records } = csvCells(join(out, "999954_indicator_comparison.csv"));
  const cell = (id: string, column: string) =>
    records.find((one) => one[header.indexOf("指標ID")] === id)?.[header.indexOf(column)];
  expect(cell("K0007", "対前年度増減")).toBe("-3");
  expect(cell("K0007", "対前年度増減率")).toBe("");
  expect(cell("K0004", "対前年度増減率")).toBe("-87.9");
  expect(() => rowOf(page(""), "largest", "K0007")).toThrow();
  // Without a unit named 位 it is a rank all the same.
  expect(rowOf(page(""), "rows", "K0007")).toContain("3つ上昇");
});

test("a page without a chart says why, where there are numbers of parts alone too", () => {
  const why = "値が内訳ごとにしかなく、全体の数値がないため、グラフはありません。";
  expect(page("indicators/K0008")).toContain(why);
  expect(page("indicators/K0008")).not.toContain("<kpi-chart");
  expect(page("en/indicators/K0008")).toContain("only numbers of parts");
  expect(json("K0008").noChart.ja).toBe(why);
  expect(json("K0004")).not.toHaveProperty("noChart");
  expect(page("indicators/K0004")).toContain("<kpi-chart");
});

test("values of elsewhere and costs keep their notes", () => {
  expect(page("indicators/K0004")).toMatch(/全国平均<\/td><td>5,000人<\/td><td>雨の年<\/td>/);
  expect(page("en/indicators/K0004")).toMatch(/Note \(in Japanese\)[\s\S]*<span lang="ja">雨の年<\/span>/);
  expect(page("projects/J0001")).toContain('1,200<small class="noted">備考：補正予算を含む</small></td>');
});

test("in English one thing is one thing, and a unit in letters stands after a space", () => {
  const [, words = "{}"] = /data-words="([^"]*)"/.exec(page("en")) ?? [];
  expect(JSON.parse(words.replaceAll("&quot;", '"'))).toMatchObject({
    count: "{n} indicators",
    one: "1 indicator",
    other: ", 1 part of the plan or activity",
  });
});

test("JSON-stat has marks and notes under the numbers of its values, and those of names with the categories", () => {
  const cube = JSON.parse(readFileSync(join(out, "999954_dataset.json-stat.json"), "utf8"));
  const [, parts, years] = cube.size;
  const at = (id: string, year: number) =>
    cube.dimension.indicator.category.index.indexOf(id) * parts * years +
    cube.dimension.year.category.index.indexOf(String(year));
  const { note } = cube.extension;
  expect(cube.value[at("K0004", 2024)]).toBe(1372);
  expect(note[at("K0004", 2024)]).toEqual(["台風10号により中止"]);
  expect(note[at("K0006", 2023)]).toEqual(["要確認", "上の桁が落ちた疑いがある"]);
  expect(note[at("K0005", 2024)]).toEqual(["復元"]);
  expect(note).not.toHaveProperty(String(at("K0004", 2023)));
  expect(cube.dimension.indicator.category.note).toEqual({ K0005: ["名称は復元"], K0006: ["名称は要確認"] });
});

test("a card has the badge of a name beside the name, and its table has the notes", () => {
  const card = (path: string) => readFileSync(join(out, path), "utf8");
  const frame = card("indicators/K0006/embed.html");
  expect(frame).toMatch(/講座の参加者数<\/a> <span class="mark" part="mark">名称は要確認<\/span><\/p>/);
  expect(frame).toMatch(/（2024年度）<\/p>/);
  expect(frame).toMatch(/<table[\s\S]*上の桁が落ちた疑いがある[\s\S]*<\/table>/);
  const value = card("indicators/K0005/embed.html");
  expect(value).toMatch(/（2024年度） <span class="mark" part="mark">値は復元<\/span>/);
  const drawn = card("indicators/K0006/card.svg").replace(/^[\s\S]*<\/desc>/, "");
  expect(drawn.indexOf("名称は要確認")).toBeGreaterThan(drawn.indexOf("講座の参加者数"));
  expect(drawn.indexOf("名称は要確認")).toBeLessThan(drawn.indexOf("2,086"));
});

describe.skipIf(!hasChromium)("elements (skipped where there is no Chromium)", () => {
  test("say what is doubtful of a number and of its change in the same breath", async () => {
    const browser = await openChromium();
    try {
      const shown = async (folder: string, element: string) => {
        const page = await browser.newPage();
        await page.goto(pathToFileURL(join(out, folder, "indicators/K0004/index.html")).href);
        await page.evaluate(
          (html) => document.body.insertAdjacentHTML("afterbegin", `<div id="own">${html}</div>`),
          element,
        );
        const own = page.locator("#own > [state=loaded]");
        await own.waitFor();
        const text = await own.evaluate(
          (one) => one.shadowRoot?.querySelector(":not(style, link)")?.textContent ?? "",
        );
        await page.close();
        return text;
      };
      expect(await shown("", '<kpi-value indicator="K0004" show="number"></kpi-value>')).toBe(
        "1,372人（備考：台風10号により中止）",
      );
      expect(await shown("", '<kpi-value indicator="K0004" show="change"></kpi-value>')).toBe(
        "前年度より9,922人（87.9%）減（備考：台風10号により中止）",
      );
      expect(await shown("en", '<kpi-value indicator="K0004" show="number"></kpi-value>')).toContain(
        "(note (in Japanese): 台風10号により中止)",
      );
      const table = await shown("", '<kpi-table indicator="K0006"></kpi-table>');
      expect(table).toContain("講座の参加者数 名称は要確認");
      expect(table).toContain("前年度の値に疑いがあるため、増減は参考");
      expect(await shown("en", '<kpi-table indicator="K0006"></kpi-table>')).toContain(
        "value in doubt; (in Japanese) 上の桁が落ちた疑いがある",
      );
      expect(await shown("", '<kpi-chart indicator="K0008"></kpi-chart>')).toContain(
        "全体の数値がないため、グラフはありません",
      );
      const done = await shown("", '<kpi-activities project="J0001"></kpi-activities>');
      expect(done).toContain("健康まつり 来場者数79 要確認人");
      expect(done).toContain("健康…の配布 要確認12人");
      expect(done).toContain("相談会 開催4人");
      const chart = await shown("", '<kpi-chart indicator="K0004"></kpi-chart>');
      expect(chart).toMatch(/年度ごとの値[\s\S]*台風10号により中止/);
      expect(chart).toContain("全国平均（令和6年度）：5000人（備考：雨の年）");
    } finally {
      await browser.close();
    }
  }, 120_000);
});
