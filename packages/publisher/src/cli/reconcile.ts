// `shihyo reconcile DATA --report FILE` (照合): what the report prints against what the tables hold.

import { type FiscalYear, type Language, latestYear, leftOutWords, wordFor } from "@shihyo/core";
import { readCity } from "../disk/read-city.ts";
import { type ActivityReconciliation, reconcileActivities } from "../reconcile/activities.ts";
import {
  type IndicatorReconciliation,
  reconcileIndicators,
  renumbered,
  type ValueDifference,
} from "../reconcile/indicators.ts";
import { type ReportPage, reportPages } from "../reconcile/report-pages.ts";
import { reportText } from "../reconcile/report-text.ts";
import { Refusal } from "../refusal.ts";
import { type Command, neededOption, valueOption } from "./commands.ts";
import { issueCount, issueJson, issueLines, plural } from "./issue-lines.ts";

export const reconcileCommand: Command = {
  name: "reconcile",
  operands: ["DATA"],
  options: [
    neededOption("report", "FILE", [
      "報告書（文字のあるPDF、または取り出した文字）",
      "The report (a PDF with text, or the text pulled out of it)",
    ]),
    valueOption("year", "YYYY", [
      "報告書の年度（西暦。なければ最新の年度）",
      "The report's year (else the latest)",
    ]),
  ],
  about: {
    ja: "報告書に印刷された数字と表を照合する",
    en: "Compare what the report prints with the tables",
  },
  example: "shihyo reconcile data/142123 --report report.txt",
  async run({ operands: [folder = ""], options, language }) {
    const text = await reportText(String(options.report));
    const { dataset, issues } = await readCity(folder);
    if (!dataset) {
      return {
        status: 1,
        text: `${issueLines(issues, language, folder)}${issueCount(issues, language)}\n`,
        json: { issues: issueJson(issues) },
      };
    }
    const year = yearOf(options.year) ?? latestYear(dataset) ?? 0;
    const pages = renumbered(dataset, year, reportPages(text, dataset));
    const parts = [
      indicatorsPart(reconcileIndicators(dataset, year, pages), year),
      activitiesPart(reconcileActivities(dataset, year, pages), pages),
    ];
    return {
      status: parts.every(({ isWhole }) => isWhole) ? 0 : 1,
      text: parts.map(({ text }) => text[language]).join("\n"),
      json: Object.assign({ year }, ...parts.map(({ json }) => json)),
    };
  },
};

/** One part of the comparison: what it says, and whether everything was accounted for. */
interface Part {
  readonly isWhole: boolean;
  readonly text: Readonly<Record<Language, string>>;
  readonly json: Readonly<Record<string, unknown>>;
}

function indicatorsPart(result: IndicatorReconciliation, year: FiscalYear): Part {
  const { printed, matched, runTogether, differences } = result;
  const values = runTogether.reduce((total, one) => total + one.values, 0);
  const found = runTogether.reduce((total, one) => total + one.found, 0);
  const numbers = runTogether.map(({ page }) => page);
  const one = (language: Language) => (difference: ValueDifference) => differenceLine(difference, language);
  const ja = [
    `取組指標の実績値（${year}年度の報告書）：印刷された${printed}の値のうち、${matched}が表と一致。見比べるもの ${differences.length}。`,
    ...(numbers.length > 0
      ? [
          `  欄の区切りが失われた頁（${numbers.join("、")}頁）：表の${values}の値のうち、${found}を文字の中に見つけました。`,
        ]
      : []),
    ...differences.map(one("ja")),
  ];
  const en = [
    `Values of the indicators (report of ${year}): of ${printed} values printed, ${matched} are those of the tables; ${differences.length} to be looked at.`,
    ...(numbers.length > 0
      ? [
          `  Pages without columns (${numbers.join(", ")}): of the tables' ${values} values, ${found} were found in the text.`,
        ]
      : []),
    ...differences.map(one("en")),
  ];
  return {
    isWhole: differences.length === 0,
    text: { ja: `${ja.join("\n")}\n`, en: `${en.join("\n")}\n` },
    json: { indicators: result },
  };
}

function differenceLine(difference: ValueDifference, language: Language): string {
  const { page, year, indicator, label, table, printed, context } = difference;
  const row = [indicator, label].filter(Boolean).join(" ");
  return {
    ja: `  ${page}頁 ${year}年度 ${row || "（表にない行）"}：表「${table ?? "なし"}」、印刷「${printed ?? "なし"}」${context ? `（行：${context}）` : ""}`,
    en: `  p. ${page}, ${year}, ${row || "(a row that the tables do not have)"}: table “${table ?? "nothing"}”, printed “${printed ?? "nothing"}”${context ? ` (row: ${context})` : ""}`,
  }[language];
}

function activitiesPart(result: ActivityReconciliation, pages: readonly ReportPage[]): Part {
  const { printed, inTable, leftOut, unaccounted, notFound, idle, runTogether } = result;
  const leftOutCount = [...leftOut.values()].reduce((sum, count) => sum + count, 0);
  const reasons = Object.values(leftOutWords).flatMap((reason) => {
    const count = leftOut.get(reason);
    return count === undefined ? [] : [{ reason, word: wordFor(leftOutWords, reason), count }];
  });
  const ja = [
    `取組実績の数字（${pages.length}頁）：印刷 ${printed}、活動実績の表にあるもの ${inTable}、表に入れなかったもの ${leftOutCount}、どちらにもないもの ${unaccounted.length}。`,
    `  表に入れなかった理由：${reasons.map(({ word, count }) => `${word} ${count}`).join("、") || "なし"}`,
    ...unaccounted.map(
      ({ page, number, context }) => `  どちらにもない：${page}頁 ${number}（…${context}…）`,
    ),
    ...notFound.map(
      ({ id, page, what }) =>
        `  表の数値が、文字の中に数字としては見つからない：${id} ${page ?? ""}頁 ${what.ja}`,
    ),
    ...idle.map(
      ({ page, printed: piece }) => `  入れなかった数字が、文字の中に見つからない：${page}頁 ${piece}`,
    ),
    ...(runTogether.length > 0
      ? [`  欄の区切りが失われた頁（${runTogether.join("、")}頁）では、ほかの欄の数字を数えていません。`]
      : []),
  ];
  const en = [
    `Figures in the achievements (${plural(pages.length, "page")}): ${printed} printed, ${inTable} in the table of activities, ${leftOutCount} left out, ${unaccounted.length} in neither.`,
    `  Left out: ${reasons.map(({ reason, count }) => `${reason} ${count}`).join(", ") || "none"}`,
    ...unaccounted.map(({ page, number, context }) => `  In neither: p. ${page}, ${number} (…${context}…)`),
    ...notFound.map(
      ({ id, page, what }) =>
        `  In the table, not found as digits in the text: ${id}, p. ${page ?? ""}, ${what.en ?? what.ja}`,
    ),
    ...idle.map(({ page, printed: piece }) => `  Left out, not found in the text: p. ${page}, ${piece}`),
    ...(runTogether.length > 0
      ? [`  On pages without columns (${runTogether.join(", ")}), figures of other columns are not counted.`]
      : []),
  ];
  return {
    isWhole: unaccounted.length === 0,
    text: { ja: `${ja.join("\n")}\n`, en: `${en.join("\n")}\n` },
    json: {
      activities: {
        printed,
        inTable,
        leftOut: Object.fromEntries(leftOut),
        unaccounted,
        notFound: notFound.map(({ id }) => id),
        idle: idle.map(({ page, printed: piece }) => ({ page, printed: piece })),
        runTogether,
      },
    },
  };
}

function yearOf(year: string | boolean | undefined): number | undefined {
  if (year === undefined) return undefined;
  if (!/^[0-9]{4}$/.test(String(year))) {
    throw new Refusal({
      ja: `--year は西暦4桁です（今は ${year}）。`,
      en: `--year takes four digits (it is ${year}).`,
    });
  }
  return Number(year);
}
