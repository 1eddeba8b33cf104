// The targets and baselines of an indicator, as rows of targets.csv.

import { halfWidth, nameOf, safeWords } from "./cell-text.ts";
import type { TablesDraft } from "./draft.ts";
import type { Mutable } from "./draft-rows.ts";
import type { Entry } from "./entries.ts";
import { finerIn, noteAnd, noteWith } from "./finer-value.ts";
import type { Item } from "./items.ts";
import { severalTargets } from "./same-items.ts";
import type { TableRow } from "./types.ts";
import { fits, inUnit } from "./value-in-unit.ts";

export function addTargets(
  draft: TablesDraft,
  item: Item,
  id: string,
  scope: (item: Item, entry: Entry) => "年度" | "最終",
): void {
  const base = item.entries.find(({ kind, value }) => kind === "base" && !value.isEmpty);
  const baseColumns = base ? baseline(draft, base, item.unit) : {};
  const finerBase = base && baseColumns.基準値 ? finerIn(base) : undefined;
  const isBaseNoted = base?.value.remark !== undefined && base.value.remark !== base.label;
  const baseRemark = isBaseNoted ? `基準値について：${base.value.remark}` : "";
  let isBaseUsed = false;
  const targets = item.entries
    .filter(({ kind, value }) => kind === "target" && !value.isEmpty)
    .flatMap(severalTargets);
  const rowOf = new Map<string, number>();
  for (const entry of targets) {
    const found = target(draft, entry, item.unit);
    if (!found) continue;
    const 目標区分 = entry.isPart ? "年度" : scope(item, entry);
    const 目標年度 = entry.year === undefined ? "" : String(entry.year);
    // A second row of the year under one column says something else than the indicator's own.
    const place = `${entry.grid.sheet} ${entry.column} ${目標区分} ${目標年度}`;
    const first = rowOf.get(place) ?? entry.row;
    rowOf.set(place, first);
    if (first !== entry.row) {
      secondTarget(draft, item, entry);
      continue;
    }
    const said = `${found.目標値 ?? found.目標状況} ${found.目標の向き ?? ""} ${found.目標値_上限 ?? ""}`;
    if (!draft.isFirst(entry, ["目標値", id, 目標区分, 目標年度], said)) continue;
    const isBase =
      !isBaseUsed && Object.keys(baseColumns).length > 0 && (目標区分 === "最終" || entry === targets.at(-1));
    if (isBase) isBaseUsed = true;
    const key = { 指標ID: id, 目標年度, 目標区分, 出典ID: draft.source.id };
    const row = { ...found, ...(isBase ? baseColumns : {}), 出典_位置: entry.at };
    const label = entry.year === undefined ? entry.label : undefined;
    putTarget(
      draft,
      key,
      row,
      [label, entry.value.remark, isBase ? baseRemark : ""],
      found.目標値 ? finerIn(entry) : undefined,
      isBase ? finerBase : undefined,
    );
    draft.keep(entry, found.目標値 ? "目標値" : "目標値（言葉として）");
  }
  if (Object.keys(baseColumns).length > 0 && !isBaseUsed) {
    const row = { ...baseColumns, 目標年度: "", 出典ID: draft.source.id, 出典_位置: base?.at ?? "" };
    putTarget(draft, { 指標ID: id, 目標区分: "基準" }, row, [baseRemark], undefined, finerBase);
  }
}

function secondTarget(draft: TablesDraft, { name }: Item, entry: Entry): void {
  draft.leave(entry, {
    ja: "同じ指標の、別の行の目標",
    en: "a target of one indicator in another row",
  });
  draft.asking.tell([entry.at], {
    ja: `「${name}」の同じ列に、目標が2つあります。初めのものを載せました。元の表を確かめてください。`,
    en: `“${name}” has two targets in one column; the first was kept. Look at the file.`,
  });
}

/** What a clerk wrote beside a target stays; only the notes of an intake are put anew. */
function putTarget(
  draft: TablesDraft,
  key: TableRow,
  row: TableRow,
  remarks: readonly (string | undefined)[],
  finer: string | undefined,
  finerBase: string | undefined,
): void {
  const table = draft.table("targets.csv");
  const before = table.by(key);
  const said = remarks.reduce<string>(
    (note, one) => noteAnd(note, one && safeWords(one)),
    before?.備考 ?? "",
  );
  const 備考 = noteWith(noteWith(said, finer), finerBase, "基準値の");
  if (before) Object.assign(before, row, { 備考 });
  else table.add({ ...key, ...row, ...(備考 === "" ? {} : { 備考 }) });
}

function baseline(draft: TablesDraft, entry: Entry, unit: string): Mutable {
  const value = inUnit(entry.value, unit);
  if (value.isError) draft.tellError(entry);
  if (value.dash !== undefined || value.isError) return {};
  const year = entry.year === undefined ? {} : { 基準年度: String(entry.year) };
  const label =
    entry.label === undefined || /^(令和|平成|昭和|[RHS])?\s*[0-9元]{1,4}\s*年度?$/iu.test(entry.label)
      ? {}
      : { 基準年度_表記: nameOf(entry.label) };
  if (value.number !== undefined && value.upper === undefined && fits(value, unit)) {
    draft.keep(entry, "基準値");
    return { ...year, ...label, 基準値: value.number };
  }
  const words = safeWords(value.words ?? halfWidth(entry.shown));
  if (words === "") return {};
  draft.keep(entry, "基準値（言葉として）");
  return { ...year, ...label, 基準状況: words };
}

function target(draft: TablesDraft, entry: Entry, unit: string): Mutable | undefined {
  const value = inUnit(entry.value, unit);
  if (value.dash !== undefined || value.isEmpty) return undefined;
  if (value.isError) {
    draft.tellError(entry);
    draft.leave(entry, {
      ja: "計算式の結果がない",
      en: "a formula without a result",
    });
    return undefined;
  }
  const bound = value.bound === undefined ? {} : { 目標の向き: value.bound };
  if (value.number !== undefined && fits(value, unit)) {
    const range = value.upper === undefined ? {} : { 目標値_上限: value.upper, 目標の向き: "範囲" };
    return { 目標値: value.number, ...bound, ...range };
  }
  const words = safeWords(value.words ?? halfWidth(entry.shown));
  return words === "" ? undefined : { 目標状況: words, ...bound };
}
