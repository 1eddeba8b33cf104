// The results of an indicator, as rows of the observations of their years.

import { once } from "../model/once.ts";
import { halfWidth, nameOf, safeWords } from "./cell-text.ts";
import type { CellValue } from "./cell-value.ts";
import { hasOtherYear } from "./common-questions.ts";
import type { TablesDraft } from "./draft.ts";
import type { Mutable } from "./draft-rows.ts";
import type { Entry } from "./entries.ts";
import { finerIn, noteAnd, noteWith, noteWithoutState } from "./finer-value.ts";
import type { Item } from "./items.ts";
import { fits, inUnit, reasonOf, reasons } from "./value-in-unit.ts";

export class ValueRows {
  private readonly draft: TablesDraft;

  constructor(draft: TablesDraft) {
    this.draft = draft;
  }

  /** What the year in the brackets of a value says, as answered. */
  ownYear = "";

  /** The entries with each value in the year that it is of: the column's, or the one that stands in its brackets. */
  private inOwnYears({ entries }: Item): readonly Entry[] {
    const taken = new Map<number, string>();
    for (const entry of entries)
      if (
        entry.kind === "value" &&
        entry.part === undefined &&
        entry.year !== undefined &&
        !hasOtherYear(entry) &&
        entry.value.number
      )
        taken.set(entry.year, entry.value.number);
    const elsewhere = new Set(
      this.ownYear.startsWith("かっこ")
        ? entries.flatMap((entry) => (hasOtherYear(entry) ? (entry.value.year ?? []) : []))
        : [],
    );
    return entries.flatMap((entry): Entry[] => {
      if (entry.kind === "value" && entry.value.dash !== undefined && elsewhere.has(entry.year ?? 0)) {
        this.draft.leave(entry, {
          ja: "横線（その年度の値は別のセルのかっこにある）",
          en: "a dash for a year whose value stands in brackets in another cell",
        });
        return [];
      }
      if (!hasOtherYear(entry) || entry.part !== undefined) return [entry];
      const { value, grid, row, column } = entry;
      if (this.ownYear.startsWith("列")) {
        const said = /[(（［[]([^()（）]*)[)）\]］]\s*$/u.exec(entry.shown)?.[1];
        return [
          { ...entry, value: { ...value, ...(said === undefined ? {} : { remark: halfWidth(said) }) } },
        ];
      }
      const [year = 0, number = ""] = [value.year, value.number];
      if (!this.ownYear.startsWith("かっこ")) {
        this.draft.account.leave(grid, row, column, { ja: "列と違う年の値", en: "a value of another year" });
        return [];
      }
      const known = taken.get(year);
      if (known === undefined) {
        taken.set(year, number);
        return [{ ...entry, year }];
      }
      if (known === number) this.draft.account.keep(grid, row, column, "実績値（前の年度のもの）");
      else {
        this.draft.account.leave(grid, row, column, {
          ja: "その年度に別の値がある、列と違う年の値",
          en: "a value of another year, which has a different one in its own column",
        });
        this.draft.asking.tell([entry.at], {
          ja: "列と違う年の書かれた値が、その年度の列の値と違います。その年度の列の値を載せました。",
          en: "A value that names another year differs from the one in that year's own column, which was kept.",
        });
      }
      return [];
    });
  }

  add(item: Item, id: string, dash: string, baseIsValue: boolean): void {
    const unit = item.unit;
    const entries = this.inOwnYears(item);
    for (const entry of entries) {
      if (entry.kind !== "value" && !(entry.kind === "base" && baseIsValue)) continue;
      if (
        entry.kind === "base" &&
        entries.some(
          (one) =>
            one.kind === "value" &&
            one.part === undefined &&
            one.year === entry.year &&
            one.value.isEmpty !== true &&
            one.value.dash === undefined,
        )
      )
        continue;
      if (entry.year === undefined) {
        if (entry.kind === "value")
          this.draft.leave(entry, {
            ja: "年度の分からない実績値",
            en: "a result without a year",
          });
        continue;
      }
      const found = this.observation(entry, unit, dash);
      if (!found) continue;
      const file = `observations/${entry.year}.csv`;
      const table = this.draft.table(file);
      const key = { 指標ID: id, 内訳ID: entry.part === undefined ? "" : this.breakdown(entry.part, "内訳") };
      // What one report says twice of one year: the first stands, and a dash takes no number away.
      const of = ["実績値", id, key.内訳ID, String(entry.year)];
      const said = found.実績値 ?? found.進捗状況;
      if (said === undefined ? this.draft.hasSaid(of) : !this.draft.isFirst(entry, of, said)) continue;
      const before = table.by(key);
      const row: Mutable = {
        ...key,
        読取状況: "確定",
        出典ID: this.draft.source.id,
        出典_位置: entry.at,
        ...(item.page === undefined ? {} : { 頁: String(item.page) }),
        ...found,
      };
      if (before) {
        const isSame =
          (before.実績値 ?? "") === (row.実績値 ?? "") && (before.進捗状況 ?? "") === (row.進捗状況 ?? "");
        if (isSame) this.nowCertain(before, row, entry);
        else {
          this.tellChanged(before, row, entry);
          for (const key of ["実績値", "進捗状況", "値の状態", "値なしの理由"]) before[key] = row[key] ?? "";
          before.備考 = noteWith(
            noteAnd(noteWithoutState(before.備考), remarkOf(entry.value)),
            finerIn(entry),
          );
          before.出典ID = row.出典ID ?? "";
          before.出典_位置 = row.出典_位置 ?? "";
        }
      } else table.add(row);
      if (entry.value.within !== undefined && entry.value.within !== "" && withinMeans(this.draft))
        this.within(id, entry, file);
      if (entry.kind === "value")
        this.draft.keep(
          entry,
          found.実績値
            ? entry.part === undefined
              ? "実績値"
              : "実績値（内訳）"
            : found.進捗状況
              ? "実績値（言葉として）"
              : "値なし",
        );
    }
  }

  /** The same number in a later report that says no more that it is provisional. */
  private nowCertain(before: Mutable, row: Mutable, entry: Entry): void {
    const isElsewhere = before.出典ID !== row.出典ID || before.出典_位置 !== row.出典_位置;
    const isProvisional = ["速報", "見込", "推計", "途中"].includes(before.値の状態 ?? "");
    if (!isElsewhere || !isProvisional || row.値の状態 !== "確定") return;
    before.値の状態 = "確定";
    before.備考 = noteWithoutState(before.備考);
    before.出典ID = row.出典ID ?? "";
    before.出典_位置 = row.出典_位置 ?? "";
    this.draft.asking.tell([entry.at], {
      ja: "前に速報や見込などとした値が、この表では断りなく載っているので、確定としました。",
      en: "Values that were provisional before stand in this report without that, and are now taken as final.",
    });
  }

  /** A note beside a value that changed may be of the value before; a number that is gone is told too. */
  private tellChanged(before: Mutable, row: Mutable, entry: Entry): void {
    const note = noteWithoutState(before.備考);
    const own = remarkOf(entry.value);
    if (note !== "" && note !== own && !note.includes("セルの中の値は"))
      this.draft.asking.tell([entry.at], {
        ja: "値が変わった実績値に、前の値に付いていた備考が残っています。今の値にも当てはまるか確かめてください。",
        en: "Results that changed keep the remarks that stood beside their earlier values. See whether these still hold.",
      });
    if (before.実績値 && !row.実績値)
      this.draft.asking.tell([entry.at], {
        ja: `前に数（${before.実績値}）のあった実績値が、この表では数でないので、置き換えました。`,
        en: `A result that was a number before (${before.実績値}) is none in this report, and was replaced.`,
      });
  }

  private observation(entry: Entry, unit: string, dash: string): Mutable | undefined {
    const value = inUnit(entry.value, unit);
    if (value.isEmpty) return undefined;
    const note = noteWith(remarkOf(value), finerIn(entry));
    const noted = note === "" ? {} : { 備考: safeWords(note) };
    if (value.isError) {
      this.draft.tellError(entry);
      return undefined;
    }
    if (value.isDate) {
      this.draft.asking.tell([entry.at], {
        ja: "日付のセルです。数値ではなく、進捗の言葉として読みました。数値のはずなら、元のファイルで表示形式を直してください。",
        en: "A cell with a date, read as words and not as a number. If a number is meant, mend its format in the file.",
      });
    }
    if (value.dash !== undefined)
      return dash === "載せない"
        ? undefined
        : { 値の状態: "値なし", 値なしの理由: reasons.includes(dash) ? dash : "不明", ...noted };
    if (
      value.number !== undefined &&
      value.upper === undefined &&
      value.bound === undefined &&
      fits(value, unit)
    ) {
      return { 実績値: value.number, 値の状態: entry.state ?? "確定", ...noted };
    }
    const isOfOtherYear = value.year !== undefined && value.year !== entry.year;
    const words = nameOf((isOfOtherYear ? undefined : value.words) ?? halfWidth(entry.shown));
    const reason = reasonOf(words);
    if (reason !== undefined) return { 値の状態: "値なし", 値なしの理由: reason, ...noted };
    if (value.number === undefined && /^[0-9 .,、，]+$/u.test(words)) {
      this.draft.asking.tell([entry.at], {
        ja: `数のようで、一つの数と読めない値を、言葉として載せました（「${words}」）。元の表を確かめてください。`,
        en: `Kept as words, since it cannot be read as one number: “${words}”. Look at the file.`,
      });
    }
    if (value.number !== undefined) {
      this.draft.asking.tell([entry.at], {
        ja: `単位「${unit}」の数と見られない値を、言葉として載せました（「${words}」）。`,
        en: `Kept as words, since it is no plain number of the unit “${unit}”: “${words}”.`,
      });
    }
    return safeWords(words) === ""
      ? undefined
      : {
          進捗状況: safeWords(words),
          値の状態: entry.state ?? "確定",
          ...(value.number === undefined ? {} : noted),
        };
  }

  /** The ID of a part by its name, given once. */
  private breakdown(name: string, relation: "内訳" | "うち"): string {
    const table = this.draft.table("breakdowns.csv");
    const existing = table.find(
      (row) => (row.関係 === "うち") === (relation === "うち") && row.名称 === name,
    );
    if (existing?.ID) return existing.ID;
    const id = table.nextId("B", 4);
    table.add({ ID: id, 名称: name, 関係: relation });
    return id;
  }

  private within(id: string, entry: Entry, file: string): void {
    const breakdown = this.breakdown("うち（かっこの数）", "うち");
    const rows = this.draft.table(file);
    if (rows.by({ 指標ID: id, 内訳ID: breakdown })) return;
    rows.add({
      指標ID: id,
      内訳ID: breakdown,
      実績値: entry.value.within ?? "",
      値の状態: entry.state ?? "確定",
      読取状況: "確定",
      出典ID: this.draft.source.id,
      出典_位置: entry.at,
    });
  }
}

/** Whether a number in brackets is counted within the first. */
const withinMeans = once(({ asking, material }: TablesDraft): boolean => {
  const found = material.items.flatMap(({ entries }) =>
    entries.filter(({ kind, value }) => kind === "value" && value.within !== undefined),
  );
  const answer = asking.ask({
    id: "かっこの数",
    text: {
      ja: `「${found[0]?.shown ?? ""}」のように、かっこの中に数があります（${found.length}か所）。かっこの数は何ですか。`,
      en: `Some cells have a number in brackets, such as “${found[0]?.shown ?? ""}” (${found.length} cells). What is it?`,
    },
    proposal: "うち数",
    reason: {
      ja: "総数の後のかっこは、多くはその内数です",
      en: "a number in brackets is mostly counted within the first",
    },
    choices: ["うち数", "載せない"],
    examples: found.slice(0, 4).map(({ at }) => at),
    cells: found.length,
  });
  return !answer.startsWith("載せない");
});

/** What a cell says in brackets or by a mark beside its value. */
function remarkOf({ remark, before }: CellValue): string {
  return [remark, before === undefined ? undefined : `前年 ${before}`]
    .filter((one) => one !== undefined)
    .join("、");
}
