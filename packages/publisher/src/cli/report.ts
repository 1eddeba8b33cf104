// Issues as lines for people, or as data for machines.

import { type Issue, isError, type Language, placeInWords } from "@shihyo/core";

/** So many issues of one kind in one column are shown; the rest are counted. */
const shownOfAKind = 10;

/** One issue a line pair: where and what is wrong, then what to do. */
export function issueLines(issues: readonly Issue[], language: Language, folder: string): string {
  const kinds = new Map<string, Issue[]>();
  // Errors last, where a terminal leaves the eye.
  const warningsFirst = [...issues.filter((issue) => !isError(issue)), ...issues.filter(isError)];
  for (const issue of warningsFirst) {
    const kind = `${issue.file} ${issue.code} ${issue.column ?? ""}`;
    const same = kinds.get(kind);
    if (same) same.push(issue);
    else kinds.set(kind, [issue]);
  }
  return [...kinds.values()].map((ofAKind) => kindLines(ofAKind, language, folder)).join("");
}

function kindLines(issues: readonly Issue[], language: Language, folder: string): string {
  const rest = issues.length - shownOfAKind;
  const more = {
    ja: `     同じ種類の${markOf(issues[0] as Issue).ja}が、ほかに${rest}件あります（--json ですべて出ます）。\n`,
    en: `     There are ${rest} more of this kind (--json prints them all).\n`,
  };
  return singleLines(issues.slice(0, shownOfAKind), language, folder) + (rest > 0 ? more[language] : "");
}

function singleLines(issues: readonly Issue[], language: Language, folder: string): string {
  return issues
    .map((issue) => {
      const mark = markOf(issue);
      const file = folder === "" ? issue.file : `${folder.replace(/\/+$/, "")}/${issue.file}`;
      const place = placeInWords({ ...issue, file }, language);
      const colon = language === "ja" ? "：" : ": ";
      return `${mark[language]} ${place}${colon}${issue.message[language]}\n     ${issue.advice[language]} [${issue.code}]\n`;
    })
    .join("");
}

/** A row of a workbook that nobody filled in is neither wrong nor doubtful. */
function markOf(issue: Issue): Readonly<Record<Language, string>> {
  if (isError(issue)) return { ja: "誤り", en: "error" };
  return isUnfilled(issue) ? { ja: "未記入", en: "not filled in" } : { ja: "警告", en: "warning" };
}

export function isUnfilled({ code }: Issue): boolean {
  return code === "workbook-not-filled" || code === "workbook-emptied";
}

export function issueCount(issues: readonly Issue[], language: Language): string {
  const errors = issues.filter(isError).length;
  const warnings = issues.length - errors;
  if (language === "en") return `${plural(errors, "error")}, ${plural(warnings, "warning")}`;
  return `誤り ${errors}件、警告 ${warnings}件`;
}

export function acknowledgedCount(count: number, language: Language): string {
  if (count === 0) return "";
  return language === "ja" ? `（ほかに確認済み ${count}件）` : ` (and ${count} acknowledged)`;
}

export function plural(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? "" : "s"}`;
}

export function issueJson(issues: readonly Issue[]): unknown {
  return issues;
}
