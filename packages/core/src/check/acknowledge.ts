// Takes out the warnings that were acknowledged, and reports acknowledgements that no longer apply.

import type { Acknowledgement } from "../model/acknowledgement.ts";
import type { RecordPlaces } from "../tables/table.ts";
import { createIssue, type Issue, isError } from "./issue.ts";
import { isIssueCode } from "./issue-codes.ts";

export interface Acknowledged {
  readonly issues: readonly Issue[];
  /** How many warnings were taken out. */
  readonly acknowledged: number;
}

export function acknowledge(
  issues: readonly Issue[],
  acknowledgements: readonly Acknowledgement[],
  places: RecordPlaces,
): Acknowledged {
  const used = new Set<Acknowledgement>();
  const left = issues.filter((issue) => {
    if (isError(issue) || issue.subject === undefined) return true;
    const own = acknowledgements.filter((one) => covers(one, issue));
    for (const one of own) used.add(one);
    return own.length === 0;
  });
  const told = acknowledgements.flatMap((item) => {
    const place = places.get(item) ?? { file: "acknowledgements.csv" };
    const { code, subject, year, until } = item;
    if (!isIssueCode(code)) {
      return [createIssue("unknown-issue-code", { ...place, column: "確認コード" }, { found: code })];
    }
    if (used.has(item)) return [];
    const years = until === undefined ? year : `${year}–${until}`;
    const found = [code, subject, years].filter((part) => part !== undefined).join(" ");
    return [createIssue("acknowledgement-idle", { ...place, column: "確認コード" }, { found })];
  });
  return { issues: [...left, ...told], acknowledged: issues.length - left.length };
}

/** Of one thing and year, or of a kind of warning over a span of years. */
function covers({ code, subject, year, until = year }: Acknowledgement, issue: Issue): boolean {
  if (code !== issue.code || (subject !== undefined && subject !== issue.subject)) return false;
  if (year === undefined || until === undefined) return issue.year === year;
  return issue.year !== undefined && year <= issue.year && issue.year <= until;
}
