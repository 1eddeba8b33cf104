// Writes drafts of readings into the city's tables of indicators and plan nodes, where a name has none, each marked 仮.

import { hasKanji } from "@shihyo/core";
import { type CityRow, cityFileText } from "../../formats/read/city-file-text.ts";
import { changeTables } from "./change-tables.ts";
import { readCityFile } from "./city-file.ts";
import { putFiles } from "./put-files.ts";

/** The tables that have 名称_よみ. */
const tables = ["indicators.csv", "nodes.csv"] as const;
const [nameColumn, kanaColumn, basisColumn] = ["名称", "名称_よみ", "よみ_根拠"];
const draftWord = "仮";

export interface ReadingDraft {
  readonly file: string;
  readonly id: string;
  readonly name: string;
  /** Absent where no reading could be drafted. */
  readonly kana?: string;
}

export interface Drafted {
  readonly drafts: readonly ReadingDraft[];
  /** Names that have a reading already, and how many of these are still drafts. */
  readonly had: number;
  readonly waiting: number;
}

/** What somebody wrote, or drafted before, stays as it is. */
export function draftReadings(
  folder: string,
  reading: (name: string) => string | undefined,
  { isTrial = false } = {},
): Promise<Drafted> {
  return changeTables(folder, async () => {
    const drafts: ReadingDraft[] = [];
    const files = new Map<string, string>();
    let [had, waiting] = [0, 0];
    for (const file of tables) {
      const table = await readCityFile(folder, file);
      if (!table) continue;
      let isChanged = false;
      const rows = table.rows.map((row): CityRow => {
        const name = (row[nameColumn] ?? "").trim();
        if ((row[kanaColumn] ?? "").trim() !== "") {
          had += 1;
          if (row[basisColumn] === draftWord) waiting += 1;
          return row;
        }
        if (!hasKanji(name)) return row;
        const kana = reading(name);
        drafts.push({ file, id: row.ID ?? "", name, ...(kana === undefined ? {} : { kana }) });
        if (kana === undefined) return row;
        isChanged = true;
        return { ...row, [kanaColumn]: kana, [basisColumn]: draftWord };
      });
      if (isChanged) files.set(file, cityFileText({ ...table, header: withColumns(table.header), rows }));
    }
    if (!isTrial && files.size > 0) await putFiles(folder, files);
    return { drafts, had, waiting };
  });
}

/** Right behind the name, where whoever looks at them sees both. */
function withColumns(header: readonly string[]): string[] {
  const list = [...header];
  if (!list.includes(kanaColumn)) list.splice(list.indexOf(nameColumn) + 1, 0, kanaColumn);
  if (!list.includes(basisColumn)) list.splice(list.indexOf(kanaColumn) + 1, 0, basisColumn);
  return list;
}
