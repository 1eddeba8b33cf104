// Takes out the warnings that were acknowledged, and tells acknowledgements that no longer apply.

import type { Acknowledgement } from "../model/acknowledgement.ts";
import type { Places } from "../tables/table.ts";
import { isIssueCode } from "./catalogue.ts";
import { createIssue, type Issue, isError } from "./issue.ts";

export interface Acknowledged {
  readonly issues: readonly Issue[];
  /** How many warnings were taken out. */
  readonly acknowledged: number;
}

export function acknowledge(
  issues: readonly Issue[],
  acknowledgements: readonly Acknowledgement[],
  places: Places,
): Acknowledged {
  const key = (code: string, subject: string, year: number | undefined) => `${code} ${subject} ${year ?? ""}`;
  const known = new Set(acknowledgements.map(({ code, subject, year }) => key(code, subject, year)));
  const used = new Set<string>();
  const left = issues.filter((issue) => {
    if (isError(issue) || issue.subject === undefined) return true;
    const its = key(issue.code, issue.subject, issue.year);
    if (!known.has(its)) return true;
    used.add(its);
    return false;
  });
  const told = acknowledgements.flatMap((item) => {
    const place = places.get(item) ?? { file: "acknowledgements.csv" };
    const { code, subject, year } = item;
    if (!isIssueCode(code)) {
      return [createIssue("unknown-issue-code", { ...place, column: "確認コード" }, { found: code })];
    }
    if (used.has(key(code, subject, year))) return [];
    const found = [code, subject, year].filter((part) => part !== undefined).join(" ");
    return [createIssue("acknowledgement-idle", { ...place, column: "確認コード" }, { found })];
  });
  return { issues: [...left, ...told], acknowledged: issues.length - left.length };
}
