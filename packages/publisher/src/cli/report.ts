// Issues as lines for people, or as data for machines.

import { type Issue, isError, type Language, placeInWords } from "@shihyo/core";

/**
 * One issue a line pair: where and what is wrong, then what to do. Errors come last, where a terminal stops
 * scrolling: they are what must be mended.
 */
export function issueLines(issues: readonly Issue[], language: Language, folder: string): string {
  return [...issues.filter((issue) => !isError(issue)), ...issues.filter(isError)]
    .map((issue) => {
      const mark = isError(issue) ? { ja: "誤り", en: "error" } : { ja: "警告", en: "warning" };
      const place = placeInWords({ ...issue, file: `${folder.replace(/\/+$/, "")}/${issue.file}` }, language);
      const colon = language === "ja" ? "：" : ": ";
      return `${mark[language]} ${place}${colon}${issue.message[language]}\n     ${issue.advice[language]} [${issue.code}]\n`;
    })
    .join("");
}

export function issueCount(issues: readonly Issue[], language: Language): string {
  const errors = issues.filter(isError).length;
  const warnings = issues.length - errors;
  if (language === "en") return `${plural(errors, "error")}, ${plural(warnings, "warning")}`;
  return `誤り ${errors}件、警告 ${warnings}件`;
}

export function plural(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? "" : "s"}`;
}

export function issueJson(issues: readonly Issue[]): unknown {
  return issues;
}
