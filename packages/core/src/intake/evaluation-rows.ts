// What a report says of how an indicator or a node fared, as rows of evaluations.csv: grades of a scheme, and rates.

import { halfWidth, nameOf } from "./cell-text.ts";
import type { TablesDraft } from "./draft.ts";
import type { Entry } from "./entries.ts";
import { finerIn, noteAnd, noteWith } from "./finer-value.ts";
import { tickedIn } from "./tick-boxes.ts";

export function addEvaluation(draft: TablesDraft, of: string, entry: Entry, asked: string): void {
  const { value } = entry;
  if (value.dash !== undefined || value.isEmpty) return;
  if (value.isError) {
    draft.tellError(entry);
    draft.leave(entry, {
      ja: "計算式の結果が保存されていない",
      en: "a formula whose result was not saved",
    });
    return;
  }
  const year = entry.year === undefined ? asked : String(entry.year);
  if (year === "") {
    draft.leave(entry, {
      ja: "年度の分からない評価",
      en: "an evaluation without a year",
    });
    return;
  }
  const table = draft.table("evaluations.csv");
  const place = { 出典ID: draft.source.id, 出典_位置: entry.at };
  if (entry.kind === "rate") {
    if (value.number === undefined) return;
    if (!draft.isFirst(entry, ["達成率", of, year], value.number)) return;
    const key = { 対象ID: of, 年度: year, 評価体系: "" };
    const before = table.by(key);
    const 備考 = noteWith(noteAnd(before?.備考, value.remark), finerIn(entry));
    if (before) Object.assign(before, { 達成率: value.number, ...place, 備考 });
    else table.add({ ...key, 評価: "", 達成率: value.number, ...place, 備考 });
    draft.keep(entry, "達成率");
    return;
  }
  const grade = nameOf(halfWidth(tickedIn(entry.shown) ?? entry.shown));
  // A form of which no box was ticked says nothing.
  if (grade === "") return;
  const scheme = nameOf(entry.scheme ?? "評価");
  if (!draft.isFirst(entry, [scheme, of, year], grade)) return;
  const schemes = draft.table("evaluation-schemes.csv");
  if (!schemes.by({ 評価体系: scheme, 評価: grade })) {
    const order = schemes.rows.filter((row) => row.評価体系 === scheme).length + 1;
    schemes.add({ ID: schemes.nextId("Q", 2), 評価体系: scheme, 順序: String(order), 評価: grade });
  }
  const before = table.by({ 対象ID: of, 年度: year, 評価体系: scheme });
  const 備考 = noteAnd(before?.備考, value.remark);
  const noted = 備考 === "" ? {} : { 備考 };
  if (before) Object.assign(before, { 評価: grade, ...noted });
  else table.add({ 対象ID: of, 年度: year, 評価体系: scheme, 評価: grade, ...place, ...noted });
  draft.keep(entry, "評価");
}
