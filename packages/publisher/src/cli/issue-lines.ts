// Issues as lines for people, or as data for machines.

import { groupBy, type Issue, isError, type Language, marks, placeInWords } from "@shihyo/core";

/** So many issues of one kind in one column are shown; the rest are counted. */
const shownOfAKind = 10;

/**
 * One issue a line pair: where and what is wrong, then what to do. Warnings of one kind are one line with their
 * number; with `verbose` every issue has its own.
 */
export function issueLines(
  issues: readonly Issue[],
  language: Language,
  folder: string,
  { verbose = false } = {},
): string {
  // Errors last, where a terminal leaves the eye.
  const warningsFirst = [...issues.filter((issue) => !isError(issue)), ...issues.filter(isError)];
  const kinds = groupBy(warningsFirst, (issue) =>
    isGathered(issue) ? issue.code : `${issue.file} ${issue.code} ${issue.column ?? ""}`,
  );
  const isBrief = issues.filter(isGathered).length > mostInFull;
  const lines = [...kinds.values()].map((ofAKind) => {
    if (verbose) return singleLines(ofAKind, language, folder);
    const told = kindLines(ofAKind, language, folder);
    // Of many warnings, what to do about each is left for --verbose.
    return isBrief && ofAKind[0] && isGathered(ofAKind[0]) ? `${told.split("\n")[0]}\n` : told;
  });
  if (!issues.some(isGathered)) return lines.join("");
  return `${lines.join("")}${(isBrief && !verbose ? briefNote : note)[language]}\n`;
}

/** So many warnings are told with what to do about each. */
const mostInFull = 10;
const note = { ja: "警告は公開を妨げません。", en: "Warnings do not stop publishing." };
const briefNote = {
  ja: "警告は公開を妨げません。1件ずつ、直し方とともに見るには --verbose を付けます。",
  en: "Warnings do not stop publishing. --verbose tells each of them, and what to do.",
};

/** A row that was not filled in is told by itself, since somebody has to find it. */
function isGathered(issue: Issue): boolean {
  return !isError(issue) && !issue.code.startsWith("workbook-");
}

function kindLines(issues: readonly Issue[], language: Language, folder: string): string {
  const [first] = issues;
  if (first && issues.length > 1 && isGathered(first))
    return gatheredLine(first, issues.length, language, folder);
  const rest = issues.length - shownOfAKind;
  const more = {
    ja: `     同じ種類の${markOf(issues[0] as Issue).ja}が、ほかに${rest}件あります（--json ですべて出ます）。\n`,
    en: `     There are ${rest} more of this kind (--json prints them all).\n`,
  };
  return singleLines(issues.slice(0, shownOfAKind), language, folder) + (rest > 0 ? more[language] : "");
}

/** Many warnings of a kind by their number and the first of them. */
function gatheredLine(first: Issue, count: number, language: Language, folder: string): string {
  const told = singleLines([first], language, folder);
  const mark = markOf(first)[language];
  const many = { ja: `${mark} ${count}件、1件目は `, en: `${plural(count, mark)}, the first at ` };
  return `${many[language]}${told.slice(mark.length + 1)}`;
}

function singleLines(issues: readonly Issue[], language: Language, folder: string): string {
  return issues
    .map((issue) => {
      const mark = markOf(issue);
      const file = folder === "" ? issue.file : `${folder.replace(/\/+$/, "")}/${issue.file}`;
      const place = placeInWords({ ...issue, file }, language);
      const { colon } = marks[language];
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
  return {
    ja: `誤り ${errors}件、警告 ${warnings}件`,
    en: `${plural(errors, "error")}, ${plural(warnings, "warning")}`,
  }[language];
}

export function acknowledgedCount(count: number, language: Language): string {
  if (count === 0) return "";
  return { ja: `（ほかに確認済み ${count}件）`, en: ` (and ${count} acknowledged)` }[language];
}

export function plural(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? "" : "s"}`;
}

export function issueJson(issues: readonly Issue[]): unknown {
  return issues;
}
