// Issues as lines for people, or as data for machines.

import { type Issue, isError, type Language, placeInWords } from "@shihyo/core";

/** One issue a line pair: where and what is wrong, then what to do. */
export function issueLines(issues: readonly Issue[], language: Language, folder: string): string {
  return issues
    .map((issue) => {
      const mark = isError(issue) ? { ja: "誤り", en: "error" } : { ja: "警告", en: "warning" };
      const place = placeInWords(
        { ...issue, file: folder === "" ? issue.file : `${folder.replace(/\/+$/, "")}/${issue.file}` },
        language,
      );
      return `${mark[language]} ${place}：${issue.message[language]}\n     ${issue.advice[language]} [${issue.code}]\n`;
    })
    .join("");
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
