// "What changed since last time": worked out from the release that the folder keeps, told on the landing page and in the feed.

import { appendFileSync, cpSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { bytesIn, publishInto, scratch } from "../support/published-city.ts";
import { sampleCity, sampleCode } from "../support/sample-city.ts";

const folder = scratch();
const out = join(folder, sampleCode);
const lines = [
  "2025-08-01,2025-08-01,一つ目,First",
  "2026-08-01,2026-08-01,二つ目,Second",
  "2027-08-01,2027-08-01,三つ目,Third",
];
let made = 0;

function tables(count: number, change: (data: string) => void = () => undefined): string {
  made += 1;
  const data = sampleCity(join(folder, `data-${made}`), { releases: lines.slice(0, count) });
  change(data);
  return data;
}

const rewrite = (file: string, change: (text: string) => string) =>
  writeFileSync(file, change(readFileSync(file, "utf8")));

/** A new year, a corrected value with its reason, a value less, a new name, a new direction, a break. */
function nextYear(data: string): void {
  const header = readFileSync(join(data, "observations/2024.csv"), "utf8").split("\r\n")[0];
  writeFileSync(
    join(data, "observations/2025.csv"),
    `${header}\r\nK0001,,95.5,,確定,,,確定,,SR01,1\r\nK0002,,,,値なし,集計中,,確定,,SR01,1\r\n`,
  );
  rewrite(join(data, "observations/2024.csv"), (text) =>
    text.replace(",90.0,", ",90.5,").replace(/^K0001,B0001.*\r\n/m, ""),
  );
  rewrite(join(data, "indicators.csv"), (text) =>
    text
      .replace("工事の進み具合,Progress of works", "工事の進み,Progress of the works")
      .replace("なし,判断しない,", "なし,増加,市"),
  );
  appendFileSync(join(data, "breaks.csv"), "K0001,2024,2025,数え方が変わったため,It is counted anew\r\n");
  appendFileSync(
    join(data, "corrections.csv"),
    "C0001,2026-07-01,K0001FY2024,実績値,90.0,90.5,数え間違いのため\r\n",
  );
}

const text = (files: ReadonlyMap<string, Buffer>, path: string) => files.get(path)?.toString("utf8") ?? "";
/** The section of the landing page. */
const told = (files: ReadonlyMap<string, Buffer>, reader = "") =>
  /<section aria-labelledby="changes">[\s\S]*?<\/section>/.exec(text(files, `${reader}index.html`))?.[0] ??
  "";
const words = (html: string) =>
  html
    .replace(/<[^>]+>/g, "")
    .replaceAll("&gt;", ">")
    .replace(/\s+/g, " ");

/** The paths of files that are not the same in both. */
const unlike = (one: ReadonlyMap<string, Buffer>, other: ReadonlyMap<string, Buffer>) =>
  [...new Set([...one.keys(), ...other.keys()])].filter(
    (path) => !one.get(path)?.equals(other.get(path) ?? Buffer.alloc(0)),
  );

let first: Map<string, Buffer>;
let second: Map<string, Buffer>;
let secondTables: string;

beforeAll(async () => {
  await publishInto(out, tables(1));
  first = bytesIn(out);
  cpSync(out, join(folder, "kept", sampleCode), { recursive: true });
  secondTables = tables(2, nextYear);
  await publishInto(out, secondTables);
  second = bytesIn(out);
});

describe("a first release", () => {
  test("says plainly that it is the first", () => {
    expect(words(told(first))).toContain("これが最初の版です。");
    expect(words(told(first, "en/"))).toContain("This is the first release");
    expect(words(told(first, "easy/"))).toContain("はじめて 出しました。");
    expect([...first.keys()].filter((path) => path.endsWith("changes.json"))).toEqual([]);
  });
});

describe("the next release", () => {
  test("tells in Japanese each kind of change, with its number and its reason", () => {
    const said = words(told(second));
    for (const part of [
      "前の版（2025-08-01）からの変更です。",
      "令和7年度の実績値の追加：2件",
      "実績値の変更：1件",
      "相談件数（令和6年度）：90.0% → 90.5%理由：数え間違いのため",
      "実績値の削除：1件",
      "相談件数 北（令和6年度）：0%",
      "名称の変更：1件",
      "工事の進み具合 → 工事の進み",
      "望ましい方向の変更：1件",
      "判断しない → 増加（市）",
      "比較できない年度の変更：1件",
      "相談件数（令和7年度）：数え方が変わったため",
      "訂正の記録：1件",
      "2026-07-01 相談件数（令和6年度）の実績値：90.0 → 90.5理由：数え間違いのため",
    ]) {
      expect(said).toContain(part);
    }
  });

  test("tells it in English and in easy Japanese too", () => {
    const english = words(told(second, "en/"));
    expect(english).toContain("Values added for FY2025 (Reiwa 7): 2");
    expect(english).toContain("Consultations, FY2024 (Reiwa 6): 90.0 percent → 90.5 percent");
    expect(english).toContain("Progress of works → Progress of the works");
    expect(english).toContain("not judged → increase (said by the city)");
    const easy = words(told(second, "easy/"));
    expect(easy).toContain("令和7年度の 新しい 数字：2こ");
    expect(easy).toContain("きめて いません → ふえると よい（市が きめました）");
  });

  test("links each change to a place that is there", () => {
    for (const reader of ["", "en/", "easy/"]) {
      const links = [...told(second, reader).matchAll(/href="([^"#]*)(#[^"]*)?"/g)];
      expect(links.length).toBeGreaterThan(7);
      for (const [, to = "", place = ""] of links) {
        const path = to === "" ? `${reader}index.html` : new URL(to, `https://x/${reader}`).pathname.slice(1);
        expect([...second.keys()], path).toContain(path);
        if (place) expect(text(second, path), `${path}${place}`).toContain(`id="${place.slice(1)}"`);
      }
    }
    expect(told(second)).toContain('href="indicators/K0001/index.html#FY2024"');
  });

  test("is the same bytes when it is published again, there or over another copy of the first", async () => {
    await publishInto(out, secondTables);
    expect(unlike(bytesIn(out), second)).toEqual([]);
    // Not through the note of what was written from what: every byte is made anew.
    rmSync(join(folder, `.${sampleCode}.state`), { force: true });
    await publishInto(out, secondTables);
    expect(unlike(bytesIn(out), second)).toEqual([]);
    const other = join(folder, "kept", sampleCode);
    await publishInto(other, secondTables);
    expect(unlike(bytesIn(other), second)).toEqual([]);
  });

  test("stands in the feed, in plain sentences, and stays there when another one comes", async () => {
    const sentence =
      "二つ目。2025-08-01版からの変更：令和7年度の実績値の追加 2件、実績値の変更 1件、実績値の削除 1件、名称の変更 1件、望ましい方向の変更 1件、比較できない年度の変更 1件、訂正の記録 1件。";
    expect(text(second, "feed.atom")).toContain(sentence);
    expect(text(second, "feed.atom")).toContain(
      "相談件数（令和6年度）の実績値を、「90.0」から「90.5」に訂正しました。理由：数え間違いのため",
    );
    const third = join(folder, "third", sampleCode);
    cpSync(out, third, { recursive: true });
    await publishInto(third, tables(3, nextYear));
    const files = bytesIn(third);
    expect(text(files, "feed.atom")).toContain(sentence);
    expect(text(files, "feed.atom")).toContain(
      "三つ目。2026-08-01版から、実績値や名称に変わりはありません。",
    );
    expect(words(told(files))).toContain("前の版（2026-08-01）から、実績値や名称に変わりはありません。");
    expect(text(files, "releases/2026-08-01/index.html")).toContain('href="changes.json"');
    expect(files.get("releases/2026-08-01/changes.json")).toEqual(
      second.get("releases/2026-08-01/changes.json"),
    );
  });

  test("is there for machines, whole", () => {
    const json = JSON.parse(text(second, "releases/2026-08-01/changes.json"));
    expect(json).toMatchObject({ version: "2026-08-01", since: "2025-08-01", corrections: ["C0001"] });
    expect(json.differences).toHaveLength(7);
  });
});

describe("a change of the English alone", () => {
  let files: Map<string, Buffer>;
  beforeAll(async () => {
    const english = join(folder, "english", sampleCode);
    await publishInto(english, tables(1));
    await publishInto(
      english,
      tables(2, (data) => {
        rewrite(join(data, "indicators.csv"), (text) => text.replace(",Consultations,", ",Talks,"));
        rewrite(join(data, "units.csv"), (text) => text.replace(",percent,", ",per cent,"));
        rewrite(join(data, "nodes.csv"), (text) => text.replace(",Project,", ",Another English name,"));
      }),
    );
    files = bytesIn(english);
  });

  test("is told to readers of English, each with what stood there", () => {
    const english = words(told(files, "en/"));
    expect(english).toContain("Names changed: 2");
    expect(english).toContain("Talks: Consultations → Talks");
    expect(english).toContain("→ Another English name");
    expect(english).toContain("Units changed: 1");
    expect(english).toContain("percent → per cent");
  });

  test("is one line with its number to the others", () => {
    expect(words(told(files))).toContain("英語の表記の変更：3件");
    expect(words(told(files))).not.toMatch(/Talks|変わりはありません/);
    expect(told(files)).not.toContain("<details");
    expect(words(told(files, "easy/"))).toContain("えい語だけ かわった もの：3こ");
  });

  test("is in the file for machines, and in the feed by its number", () => {
    const json = JSON.parse(text(files, "releases/2026-08-01/changes.json"));
    expect(json.counts).toEqual([{ title: "英語の表記の変更", count: 3 }]);
    expect(json.differences).toContainEqual({
      kind: "name",
      change: "changed",
      id: "K0001",
      subject: "K0001",
      label: "Talks",
      from: "Consultations",
      to: "Talks",
      language: "en",
    });
    expect(text(files, "feed.atom")).toContain("2025-08-01版からの変更：英語の表記の変更 3件。");
  });

  test("is told once where the Japanese changed as well", () => {
    // The second release of this file renames K0002 in both languages.
    const json = JSON.parse(text(second, "releases/2026-08-01/changes.json"));
    expect(json.differences.filter(({ language }: { language?: string }) => language)).toEqual([]);
    expect(words(told(second))).not.toContain("英語の表記");
  });
});

test("a release whose forerunner is in another folder says that it cannot be compared", async () => {
  const fresh = join(folder, "fresh", sampleCode);
  await publishInto(fresh, tables(2, nextYear));
  const files = bytesIn(fresh);
  expect(words(told(files))).toContain("前の版のファイルがこのフォルダーにない");
  expect(words(told(files, "en/"))).toContain("are not in this folder");
});

describe("targets", () => {
  const row = (target: string) => (data: string) => {
    const header =
      "指標ID,目標年度,目標区分,目標値,目標状況,目標の向き,基準年度,基準値,達成率の算出式,評価,評価体系,備考,出典ID,頁";
    writeFileSync(join(data, "targets.csv"), `${header}\r\n${target}\r\n`);
  };
  /** The lines under 「目標の変更」. */
  const lineOf = (files: ReadonlyMap<string, Buffer>, reader = "") =>
    /<li>[^\n]*#target-2027[^\n]*?<\/li>/.exec(told(files, reader))?.[0] ?? "";

  test("are told in the words that they have elsewhere, and lead to where they stand", async () => {
    const city = join(folder, "targets", sampleCode);
    await publishInto(city, tables(1));
    await publishInto(city, tables(2, row("K0001,2027,最終,95,,以上,,,,A,A・B・C,,SR01,1")));
    const added = bytesIn(city);
    const line = "目標（令和9年度）：95%以上";
    expect(words(lineOf(added))).toMatch(new RegExp(`：${words(line)}$`));
    expect(lineOf(added)).toContain('href="indicators/K0001/index.html#target-2027"');
    // On the indicator's page, at that very address:
    const page = text(added, "indicators/K0001/index.html");
    // The same words stand there; the verdict has a table of its own below.
    expect(page).toContain('<li id="target-2027">目標（令和9年度）：95%以上');
    expect(page).toMatch(/<h2 id="[^"]*">評価<\/h2>[\s\S]*<b>A<\/b>/);
    expect(words(lineOf(added, "en/"))).toMatch(/: Target \(FY2027 \(Reiwa 9\)\): at least 95 percent$/);
    const json = JSON.parse(text(added, "releases/2026-08-01/changes.json"));
    expect(json.differences).toEqual([
      expect.objectContaining({ kind: "target", change: "added", id: "K0001T2027", to: line }),
      // The city's verdict on it is told as what it is.
      expect.objectContaining({ kind: "evaluation", change: "added", to: "市の評価：A（A・B・C）" }),
    ]);
  });

  test("are told where only the bound or the city's grade changed, and without a link where they are gone", async () => {
    const city = join(folder, "bounds", sampleCode);
    await publishInto(city, tables(1, row("K0001,2027,最終,95,,以上,,,,,,,SR01,1")));
    await publishInto(city, tables(2, row("K0001,2027,最終,95,,維持,,,,B,A・B・C,,SR01,1")));
    const changed = bytesIn(city);
    expect(lineOf(changed)).toMatch(
      /<del>目標（令和9年度）：95%以上<\/del> → <ins>目標（令和9年度）：95%を維持<\/ins>/,
    );
    expect(words(told(changed))).toContain("市の評価：B（A・B・C）");
    await publishInto(city, tables(3));
    const gone = told(bytesIn(city));
    expect(gone).toContain("<del>目標（令和9年度）：95%を維持</del>");
    expect(gone).toContain("<del>市の評価：B（A・B・C）</del>");
    expect(gone).toContain('href="indicators/K0001/index.html"');
    expect(gone).not.toContain("#target-2027");
  });
});

test("many changes of a kind are folded, and no more than a hundred stand in the page", async () => {
  const many = (unit: string) => (data: string) => {
    for (let at = 3; at < 153; at++) {
      const id = `K${`${at}`.padStart(4, "0")}`;
      appendFileSync(
        join(data, "indicators.csv"),
        `${id},指標${at},Indicator ${at},仮訳,取組指標,${unit},,年度,単年度,,,判断しない,,確定,,,,,,,,\r\n`,
      );
      appendFileSync(
        join(data, "listings.csv"),
        `L${`${at}`.padStart(4, "0")},J0001,T001,${id},${at},1,,\r\n`,
      );
      appendFileSync(join(data, "observations/2024.csv"), `${id},,50,,確定,,,確定,,SR01,1\r\n`);
    }
  };
  const wide = join(folder, "wide", sampleCode);
  await publishInto(wide, tables(1, many("U01")));
  await publishInto(wide, tables(2, many("U02")));
  const section = told(bytesIn(wide));
  expect(section).toContain('<details class="plain"><summary>単位の変更：150件</summary>');
  expect(section.match(/<del>%<\/del>/g)).toHaveLength(100);
  expect(words(section)).toContain("ほか50件は、下のファイルにあります。");
  expect(section).toContain('href="releases/2026-08-01/changes.json"');
}, 240_000);
