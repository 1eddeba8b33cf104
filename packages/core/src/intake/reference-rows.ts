// A value of elsewhere beside an indicator, as a row of references.csv.

import { nameOf, safeWords } from "./cell-text.ts";
import type { TablesDraft } from "./draft.ts";
import type { Entry } from "./entries.ts";
import { finerIn, noteAnd, noteWith } from "./finer-value.ts";

export function addReference(draft: TablesDraft, id: string, entry: Entry, asked: string): void {
  const { value } = entry;
  if (value.isEmpty || value.dash !== undefined || value.isError) return;
  const name = nameOf(entry.name ?? "参考値");
  const words = safeWords(value.words ?? "");
  if (value.number === undefined && (words === "" || /^(なし|無し)$/u.test(words))) return;
  const 種別 = /順位/u.test(name)
    ? "順位"
    : /全国|^国/u.test(name)
      ? "全国"
      : /(都|道|府|県)/u.test(name)
        ? "都道府県"
        : /(中核市|類似|近隣|他市)/u.test(name)
          ? "類似団体"
          : "その他";
  const year = entry.year === undefined ? asked : String(entry.year);
  if (!draft.isFirst(entry, [name, id, year], value.number ?? words)) return;
  const table = draft.table("references.csv");
  const key = { 指標ID: id, 年度: year, 名称: name };
  const before = table.by(key);
  const row = {
    種別: before?.種別 || 種別,
    値: value.number ?? "",
    状況: value.number === undefined ? words : "",
    出典ID: draft.source.id,
    出典_位置: entry.at,
    備考: noteWith(noteAnd(before?.備考, value.remark), finerIn(entry)),
  };
  if (before) Object.assign(before, row);
  else table.add({ ...key, ...row });
  draft.keep(entry, "参考値");
}
