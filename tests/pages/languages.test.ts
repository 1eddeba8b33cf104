// Every text on an English page is in English, or bears the language that it is in.

import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { publish } from "@shihyo/publisher";
import { forReader, japaneseParts, tag, toHtml } from "@shihyo/widgets/markup";
import { describe, expect, test } from "vitest";
import { japaneseUnmarked } from "../support/japanese-unmarked.ts";
import { atsugi, top } from "../support/places.ts";
import { copyOf, rewrite, workplace } from "../support/workplace.ts";

/** The pages in English, embeds too: path to text. */
function englishPages(folder: string): Map<string, string> {
  const paths = readdirSync(folder, { recursive: true })
    .map((path) => String(path).replaceAll("\\", "/"))
    .filter((path) => (path.startsWith("en/") && path.endsWith(".html")) || path.endsWith(".en.html"));
  return new Map(paths.map((path) => [path, readFileSync(join(folder, path), "utf8")]));
}

/** Each kind of place once, with an example. What a head says in one text cannot be marked in parts. */
function unmarked(pages: ReadonlyMap<string, string>): string[] {
  const found = new Map<string, string>();
  for (const [path, page] of pages) {
    for (const { place, text } of japaneseUnmarked(page)) {
      const isMixedTitle = / > title$/.test(place) && /[A-Za-z]/.test(text);
      if (isMixedTitle || / > meta\[content\]$/.test(place)) continue;
      const kind = `${path.replace(/[A-Z]+[0-9]+/g, "…")} ${place}`;
      if (!found.has(kind)) found.set(kind, text);
    }
  }
  return [...found].map(([kind, text]) => `${kind}: ${text}`);
}

/** What a reader has just read when she comes to each place where a text stands. */
function before(page: string, text: string): string[] {
  const body = page
    .slice(page.indexOf("<body"))
    .replace(/<script[\s\S]*?<\/script>|<[^>]*>/g, " ")
    .replace(/\s+/g, " ");
  const read: string[] = [];
  for (let at = body.indexOf(text); at >= 0; at = body.indexOf(text, at + 1))
    read.push(body.slice(Math.max(0, at - 200), at));
  return read;
}

test("Atsugi's pages: names are in English, what was reported in words is not", async () => {
  const out = join(workplace(), "out");
  await publish(atsugi, out);
  const pages = englishPages(out);
  expect(pages.size).toBeGreaterThan(800);
  expect(unmarked(pages)).toEqual([]);
  expect(pages.get("en/indicators/K0021/index.html")).toContain('<span lang="ja">');
}, 300_000);

describe("a city that has English pages and no English names", () => {
  /** Published twice, so that there are changes of every kind to be told. */
  async function published(): Promise<Map<string, string>> {
    const data = copyOf(join(top, "tests/issues/base/data"));
    const out = join(workplace(), "out");
    const file = (name: string) => join(data, name);
    rewrite(file("municipality.json"), (text) => text.replace('"ja"\n  ]', '"ja", "en"\n  ]'));
    await publish(data, out);
    const more = (name: string, row: string) => rewrite(file(name), (text) => `${text.trimEnd()}\n${row}\n`);
    more("releases.csv", "2025-12-01,2025-12-01,受診率を直し、目標を加えた,");
    more("corrections.csv", "C0002,2025-12-01,K0002FY2024,実績値,48.0,48.5,数え間違い");
    more("corrections.csv", "C0003,2025-12-01,K0003,名称,会館の進捗状況,会館の整備状況,言い方をそろえた");
    more("corrections.csv", "C0004,2025-12-01,K0003,データ元,,施設課の台帳,分かったため");
    more("targets.csv", "K0001,2026,最終,150,,以上,2020,90,実績値÷目標値×100,見直しの予定,SR01,4");
    more("targets.csv", "K0003,2026,最終,,竣工,,,,,,SR01,4");
    const table = (name: string, ...lines: string[]) => writeFileSync(file(name), `${lines.join("\n")}\n`);
    table(
      "evaluation-schemes.csv",
      "ID,評価体系,順序,評価,意味,名称_英語,英語_根拠,備考",
      "Q01,進み具合,1,順調,予定どおり進んでいる,,,",
    );
    table(
      "evaluations.csv",
      "対象ID,年度,評価体系,評価,達成率,出典ID,頁,出典_位置,備考",
      "K0001,2024,進み具合,順調,91,SR01,4,,書面による評価",
    );
    rewrite(file("nodes.csv"), (text) =>
      text.replace(
        "J0001,事業,健康相談事業,,,確定,P01,,,,,社会保障・衛生,,,,,",
        "J0001,事業,健康相談事業,,,確定,P01,,,,,社会保障・衛生,,,,,通年で開く",
      ),
    );
    rewrite(file("observations/2024.csv"), (text) =>
      text
        .replace("K0002,,48.0,,確定,,,確定,,", "K0002,,48.5,,速報,,,確定,9月に数え直す,")
        .replace("K0003,,,建設工事,", "K0003,,,外構 工事,")
        .concat("K0001,B0001,12,,確定,,,要確認,,SR01,2\n"),
    );
    rewrite(file("indicators.csv"), (text) =>
      text
        .replace("会館の進捗状況", "会館の整備状況")
        .replace(
          "確定,受けた人の割合,,,,,,,",
          "確定,受けた人の割合（40歳から）,,受けた人÷対象,受けた人,対象の人,国保の記録,,数え方は市による",
        ),
    );
    rewrite(file("nodes.csv"), (text) =>
      text.replace(
        "J0002,事業,会館整備事業,,,確定,P01,,,,,,,,,,",
        "J0002,事業,会館整備事業,,,確定,P01,,,特別会計,,,会館を建てる。,,要約,,",
      ),
    );
    rewrite(file("breaks.csv"), (text) => text.replace("年齢が変わったため", "年齢と月が変わったため"));
    const { issues, written } = await publish(data, out);
    expect(issues.filter(({ level }) => level === "error")).toEqual([]);
    expect(written).toBeTruthy();
    return englishPages(out);
  }

  test("says of every Japanese word, and of every note that has no English, that it is Japanese", {
    timeout: 180_000,
  }, async () => {
    const pages = await published();
    for (const note of [
      "9月に数え直す",
      "数え方は市による",
      "書面による評価",
      "見直しの予定",
      "数え間違い",
      "通年で開く",
    ]) {
      const places = [...pages].flatMap(([path, page]) => before(page, note).map((text) => [path, text]));
      expect(places.length, note).toBeGreaterThan(0);
      for (const [path, text] of places) expect(text, `${path}: ${note}`).toMatch(/in japanese/i);
    }
    expect(unmarked(pages)).toEqual([]);
    const landing = pages.get("en/index.html")!;
    expect(landing).toContain('<dd><span lang="ja">受診率を直し、目標を加えた</span></dd>');
    expect(landing).toMatch(/Reason \(in Japanese\): <span lang="ja">数え間違い<\/span>/);
  });
});

describe("Japanese words in an English text", () => {
  test.each([
    ["up 12 cases on the year before", ["up 12 cases on the year before"]],
    ["実施設計", ["", "実施設計", ""]],
    ["Progress: “実施設計・建設工事” in FY2024.", ["Progress: “", "実施設計・建設工事", "” in FY2024."]],
    ["Note: R6の約22分の1で、落ちた", ["Note: ", "R6の約22分の1で、落ちた", ""]],
    ["第2期 令和6年度の実績 (厚木市), p. 2", ["", "第2期 令和6年度の実績", " (", "厚木市", "), p. 2"]],
    ["", [""]],
  ])("are found in “%s”", (text, parts) => {
    expect(japaneseParts(text)).toEqual(parts);
    expect(japaneseParts(text).join("")).toBe(text);
  });

  test("are marked in a card's tree, once, and not in a drawing", () => {
    const tree = tag(
      "article",
      { lang: "en" },
      tag("p", {}, "no value (集計中)"),
      tag("td", { class: "words" }, "実施設計"),
      tag("p", { lang: "ja" }, "備考"),
      tag("svg", {}, tag("text", {}, "工事")),
    );
    expect(toHtml(forReader(tree, "en"))).toBe(
      '<article lang="en"><p>no value (<span lang="ja">集計中</span>)</p><td class="words"><span lang="ja">実施設計</span></td><p lang="ja">備考</p><svg><text>工事</text></svg></article>',
    );
  });
});
