// What a filled workbook brought, in words: what was read, what it changes, and what still keeps it from being taken in.

import { type Issue, isError, type Language, marks, placeWords } from "@shihyo/core";
import type { TakenWorkbook } from "../disk/edit/take-workbook.ts";
import { issueLines, isUnfilled, plural } from "./issue-lines.ts";

/** So many cells are named in the last line; all of them stand in the lines above. */
const namedCells = 10;

/** Whether it keeps the workbook from being taken in as a whole: an error, a row that is blank or gone. */
export function stops(issue: Issue): boolean {
  return isError(issue) || issue.code.startsWith("workbook-");
}

export function takenText(result: TakenWorkbook, partial: boolean, language: Language): string {
  const { issues, readings, changes } = result;
  // What is in the way comes last, where a terminal leaves the eye.
  const doubts = issues.filter((issue) => !stops(issue));
  const lines = [doubts, issues.filter(stops)].map((ones) => issueLines(ones, language, "")).join("");
  const read = readings
    .map(
      ({ cell, found, read }) =>
        ({
          ja: `読み替え ${cell}：「${found}」→「${read}」\n`,
          en: `read as ${cell}: “${found}” → “${read}”\n`,
        })[language],
    )
    .join("");
  const replaced = changes
    .filter(({ from }) => from !== "")
    .map(
      ({ id, column, from, to }) =>
        ({
          ja: `書き換え ${id} ${column}：「${from}」→「${to}」\n`,
          en: `changed ${id} ${column}: “${from}” → “${to}”\n`,
        })[language],
    )
    .join("");
  return `${lines}${read}${replaced}${lastLine(result, partial)[language]}\n`;
}

type Sentence = Readonly<Record<Language, string>>;

function lastLine(result: TakenWorkbook, partial: boolean): Sentence {
  const { issues, changes, written, taken, file } = result;
  const left = leftOf(issues);
  const count = countOf(issues, left);
  if (written) {
    const kept = left.blanks.length + left.gone.length + left.errors;
    return {
      ja: `${count.ja}。${file} に取り込みました（${taken}行、${changes.length}か所）。${kept > 0 ? "ほかの行は、表にあるままです。" : ""}`,
      en: `${count.en}. Taken into ${file} (${taken} rows, ${changes.length} cells).${kept > 0 ? " The other rows are as they were in the table." : ""}`,
    };
  }
  if (!issues.some(stops)) {
    return {
      ja: `${count.ja}。変わるところはありません（${taken}行を確かめました）。`,
      en: `${count.en}. Nothing changes (${taken} rows were looked at).`,
    };
  }
  const todo = todoOf(left);
  const rest = partial
    ? { ja: "取り込める行はありません", en: "No row can be taken in" }
    : { ja: "まだ何も書き込んでいません", en: "Nothing is written yet" };
  const way = partial
    ? { ja: "", en: "" }
    : {
        ja: "よい行だけを先に取り込むには、--partial を付けます。",
        en: " To take in only the rows that are well, add --partial.",
      };
  return {
    ja: `${count.ja}。${rest.ja}。${todo.ja}て、もう一度取り込んでください。${way.ja}`,
    en: `${count.en}. ${rest.en}: ${todo.en}, then import it again.${way.en}`,
  };
}

interface Left {
  readonly errors: number;
  readonly blanks: readonly Issue[];
  readonly gone: readonly Issue[];
}

function leftOf(issues: readonly Issue[]): Left {
  return {
    errors: issues.filter(isError).length,
    blanks: issues.filter(isUnfilled),
    gone: issues.filter(({ code }) => code === "workbook-row-gone"),
  };
}

/** 「誤り 0件、未記入 2行、警告 1件」 */
function countOf(issues: readonly Issue[], { errors, blanks, gone }: Left): Sentence {
  const warnings = issues.filter((issue) => !stops(issue)).length;
  const parts = [
    { ja: `誤り ${errors}件`, en: plural(errors, "error") },
    blanks.length > 0 && {
      ja: `未記入 ${blanks.length}行`,
      en: `${plural(blanks.length, "row")} not filled in`,
    },
    gone.length > 0 && { ja: `なくなった行 ${gone.length}行`, en: `${plural(gone.length, "row")} gone` },
    { ja: `警告 ${warnings}件`, en: plural(warnings, "warning") },
  ];
  return joined(parts);
}

/** 「誤りを直し、未記入の2行（H2、H4）に値か「値なしの理由」を記入し」, to be followed by て. */
function todoOf({ errors, blanks, gone }: Left): Sentence {
  return joined([
    errors > 0 && { ja: "誤りを直し", en: "mend the errors" },
    blanks.length > 0 && {
      ja: `未記入の${blanks.length}行（${cellsOf(blanks, "ja")}）に値か「値なしの理由」を記入し`,
      en: `fill in a value or a 値なしの理由 in the ${blanks.length === 1 ? "row" : `${blanks.length} rows`} left blank (${cellsOf(blanks, "en")})`,
    },
    gone.length > 0 && { ja: "なくなった行を元に戻し", en: "put back the rows that are gone" },
  ]);
}

function joined(parts: readonly (Sentence | false)[]): Sentence {
  const said = parts.filter((part) => part !== false);
  return { ja: said.map(({ ja }) => ja).join("、"), en: said.map(({ en }) => en).join(", ") };
}

/** `記入 令和7年度!H2、H4`: the sheet once; rows where a CSV has no cells. */
function cellsOf(issues: readonly Issue[], language: Language): string {
  const named = issues.slice(0, namedCells).map(({ cell, row }, at) => {
    if (cell === undefined) return placeWords[language].row(row ?? 0, true);
    return at === 0 ? cell : cell.slice(cell.lastIndexOf("!") + 1);
  });
  const more = issues.length - named.length;
  const others = { ja: `、ほか${more}行`, en: ` and ${more} more` }[language];
  return named.join(marks[language].comma) + (more > 0 ? others : "");
}
