// Release notes in Japanese, which a person can put on the city's news page as they are.

import { type DatasetJson, formatJapaneseYear, fullName } from "@shihyo/core";
import type { Difference } from "./differences.ts";

/** Plain text: a heading, then a list for each kind of change. */
export function releaseNotes(before: DatasetJson, after: DatasetJson, found: readonly Difference[]): string {
  const { title } = after.municipality;
  const head = `${title.ja}を更新しました（${date(after.release.date)}、${after.release.version}版）`;
  const of = (kind: Difference["kind"], change?: Difference["change"]) =>
    found.filter((one) => one.kind === kind && (change === undefined || one.change === change));
  const oldYears = new Set(before.years.map(({ year }) => year));
  const newYears = after.years.filter(({ year }) => !oldYears.has(year));
  const isOfNewYear = ({ year }: Difference) => newYears.some((item) => item.year === year);
  const values = of("value").filter((one) => !isOfNewYear(one));
  const sections: readonly (readonly [string, readonly string[]])[] = [
    ["新しい年度", newYears.map(({ year }) => newYear(year, of("value"), after))],
    ["実績値の訂正", values.filter(({ change }) => change === "changed").map(changedValue)],
    [
      "加わった実績値",
      values
        .filter(({ change }) => change === "added")
        .map(({ label, year, to }) => `${label}（${yearName(year)}）：${to}`),
    ],
    [
      "なくなった実績値",
      values
        .filter(({ change }) => change === "removed")
        .map(({ label, year, from }) => `${label}（${yearName(year)}）：${from}`),
    ],
    ["加わった指標", of("indicator", "added").map(({ label }) => label)],
    ["なくなった指標", of("indicator", "removed").map(({ label }) => label)],
    ["名称の変更", of("name").map(changed)],
    ["単位の変更", of("unit").map(withLabel)],
    ["定義の変更", of("definition").map(withLabel)],
    ["望ましい方向の変更", of("direction").map(withLabel)],
    [
      "前後を比べられない年度",
      of("break").map(
        ({ label, year, to, from }) =>
          `${label}（${yearName(year)}から）：${to ?? `なくなりました（${from}）`}`,
      ),
    ],
    [
      "目標",
      of("target").map(
        ({ label, from, to }) => `${label}：${from === undefined ? to : `${from} → ${to ?? "なし"}`}`,
      ),
    ],
    [
      "計画の項目",
      of("node").map(
        ({ label, change }) => `${label}（${change === "added" ? "加わりました" : "なくなりました"}）`,
      ),
    ],
    ["評価", of("evaluation").map(withYear)],
    ["参考値", of("reference").map(withYear)],
    ["費用", of("cost").map(withYear)],
  ];
  const body = sections
    .filter(([, lines]) => lines.length > 0)
    .map(([heading, lines]) => `${heading}\n${lines.map((line) => `・${line}\n`).join("")}`);
  const nothing = "前の版から、実績値や名称に変わりはありません。\n";
  const source = `出典：${after.municipality.attribution.ja}\n`;
  const official = after.municipality.official
    ? ""
    : `${fullName(after.municipality)}の公式の発表ではありません。\n`;
  return `${head}\n\n${body.length === 0 ? nothing : body.join("\n")}\n${source}${official}`;
}

function newYear(year: number, values: readonly Difference[], after: DatasetJson): string {
  const ofYear = values.filter((one) => one.year === year);
  const none = ofYear.filter(({ to }) => to?.startsWith("値なし")).length;
  const indicators = after.indicators.filter((one) => one.years.some((item) => item.year === year)).length;
  return `${yearName(year)}の実績を加えました（指標 ${indicators}件。うち値のないもの ${none}件）`;
}

function changedValue(one: Difference): string {
  const { label, year, from, to, reason } = one;
  return `${label}（${yearName(year)}）：${from} → ${to}${reason === undefined ? "" : `　理由：${reason}`}`;
}

function changed({ from, to }: Difference): string {
  return `「${from}」→「${to}」`;
}

/** What came is told as it is now. */
function withYear({ label, year, from, to }: Difference): string {
  const now = to ?? "なし";
  return `${label}（${yearName(year)}）：${from === undefined ? now : `${from} → ${now}`}`;
}

function withLabel({ label, from, to }: Difference): string {
  return `${label}：${from ?? "（なし）"} → ${to ?? "（なし）"}`;
}

function yearName(year: number | undefined): string {
  return year === undefined ? "" : formatJapaneseYear(year);
}

/** 2026-11-22 is 2026年11月22日. */
function date(iso: string): string {
  const [year, month, day] = iso.split("-").map(Number);
  return `${year}年${month}月${day}日`;
}
