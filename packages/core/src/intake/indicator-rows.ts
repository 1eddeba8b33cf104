// The indicators as rows of indicators.csv, with their kinds and where they are listed.

import { halfWidth, keyOf } from "./cell-text.ts";
import type { TablesDraft } from "./draft.ts";
import { countBy, type Mutable } from "./draft-rows.ts";
import { type Settled, settleEarlier } from "./earlier-indicators.ts";
import type { Item } from "./items.ts";
import type { PlanRows } from "./plan-rows.ts";
import { settleUnit } from "./same-items.ts";
import type { TableRow } from "./types.ts";
import { unitKey } from "./units.ts";

export class IndicatorRows {
  private readonly draft: TablesDraft;
  private readonly plan: PlanRows;

  constructor(draft: TablesDraft, plan: PlanRows) {
    this.draft = draft;
    this.plan = plan;
  }

  /** Those that are surveyed every other year. */
  readonly everySecondYear = new Set<Item>();

  /** The indicators that stood in the table before, and those of them that were found again. */
  private earlier: Mutable[] | undefined;
  private readonly takenIds = new Set<string>();

  private settled: Settled | undefined;

  /** Finds the rows that stood here before, ahead of any new one, so that the tables still hold what they held. */
  settle(items: readonly Item[]): void {
    const indicators = this.draft.table("indicators.csv").rows.slice();
    this.earlier = indicators;
    const listed = new Map<string, string[]>();
    for (const { 指標ID: id = "", 掲載先ID: node = "" } of this.draft.table("listings.csv").rows)
      listed.set(id, [...(listed.get(id) ?? []), node]);
    const nodes = this.draft.table("nodes.csv");
    const year = items
      .flatMap(({ entries }) => entries)
      .reduce((last, entry) => Math.max(last, entry.kind === "value" ? (entry.year ?? 0) : 0), 0);
    const settled = settleEarlier(
      indicators.length === 0
        ? []
        : items.map((item) => {
            settleUnit(item);
            return {
              item,
              node: this.plan.place(item.plan, item.path, {}),
              unit: this.plan.unitId(item.unit),
            };
          }),
      {
        indicators,
        nodesOf: (id) => listed.get(id) ?? [],
        nameOf: (node) => nodes.by({ ID: node })?.名称 ?? node,
      },
      this.draft.asking,
      year === 0 ? undefined : year,
    );
    for (const id of settled.abolished) {
      const row = this.draft.table("indicators.csv").by({ ID: id });
      if (row) row.廃止年度 = String(year);
    }
    this.settled = settled;
  }

  /** The ID of the row that an item has of its own: one that stood there before, or a new one. */
  idOf(item: Item, node: string): string {
    const table = this.draft.table("indicators.csv");
    const listings = this.draft.table("listings.csv");
    const renamed = this.settled?.renamed.get(item);
    if (renamed !== undefined) {
      this.takenIds.add(renamed);
      const row = table.by({ ID: renamed });
      if (row) row.名称 = item.name;
      return renamed;
    }
    const free = this.settled?.apart.has(item)
      ? []
      : (this.earlier ?? []).filter((row) => !this.takenIds.has(row.ID ?? ""));
    const named = free.filter((row) => keyOf(row.名称 ?? "") === keyOf(item.name));
    const here = named.filter((row) => listings.by({ 指標ID: row.ID ?? "", 掲載先ID: node }));
    const byCode = item.code === "" ? [] : free.filter((row) => row.市のコード === item.code);
    const unitId = this.plan.unitId(item.unit);
    const existing =
      byCode[0] ??
      here.find((row) => row.単位ID === unitId) ??
      here[0] ??
      (named.length === 1 ? named[0] : undefined);
    const shown = item.entries.flatMap(({ value, kind }) =>
      kind === "value" || kind === "base" ? (value.number ?? []) : [],
    );
    // What the cells show is already as printed: the fewest decimals add nothing to any of them.
    const decimals =
      shown.length === 0 ? 0 : Math.min(...shown.map((number) => number.split(".")[1]?.length ?? 0));
    if (existing) {
      this.takenIds.add(existing.ID ?? "");
      return existing.ID ?? "";
    }
    const id = table.nextId("K", 4);
    const isRank = item.unit === "位";
    const isOfPoints = item.unit === "" || unitKey(item.unit) === "点";
    const outOf = isOfPoints
      ? item.entries.find(({ value }) => value.outOf !== undefined)?.value.outOf
      : undefined;
    const isPoints = outOf !== undefined || unitKey(item.unit) === "点";
    const percent =
      unitKey(item.unit) === "%" && item.entries.some(({ value }) => Number(value.number ?? 0) > 100);
    const direction = /(減|下|低|ダウン|↓|↘)/u.test(item.direction)
      ? "減少"
      : /(増|上|高|アップ|↑|↗)/u.test(item.direction)
        ? "増加"
        : /維持/u.test(item.direction)
          ? "維持"
          : "判断しない";
    table.add({
      ID: id,
      名称: item.name,
      指標区分: this.kind(item.kind),
      単位ID: unitId,
      小数点以下桁数: String(decimals),
      期間区分: /(暦年|1月[~～〜-]12月|1～12月)/u.test(halfWidth(item.name + item.note)) ? "暦年" : "年度",
      集計区分: /累計/u.test(item.name + item.unit) ? "累計" : "不明",
      ...(percent ? { 割合の上限: "なし" } : {}),
      望ましい方向: direction,
      ...(direction === "判断しない" ? {} : { 望ましい方向_根拠: "市" }),
      読取状況: "確定",
      ...(isRank ? { 値の形: "順位" } : isPoints ? { 値の形: "点" } : {}),
      ...(this.everySecondYear.has(item) ? { 調査周期: "隔年" } : {}),
      ...(item.code === "" ? {} : { 市のコード: item.code }),
      定義: item.definition,
      算出式: item.formula,
      データ元: item.dataSource,
      備考: [item.note, ...(outOf === undefined ? [] : [`${outOf}点満点`])]
        .filter((one) => one !== "")
        .join("。"),
    });
    return id;
  }

  private kind(kind: string): string {
    const table = this.draft.table("indicator-kinds.csv");
    const name = kind === "" ? "指標" : kind;
    if (!table.find((row) => row.名称 === name)) {
      const broad = /(活動|アウトプット|産出)/u.test(name)
        ? "活動"
        : /(成果|アウトカム|KPI|数値目標|重要業績)/iu.test(name)
          ? "成果"
          : /対象/u.test(name)
            ? "対象"
            : /(投入|インプット)/u.test(name)
              ? "投入"
              : "その他";
      table.add({ 名称: name, 大区分: broad });
    }
    return name;
  }

  /** A node of which the report says that it has no indicator is listed as such, with the report's words; where it has others, they are told. */
  listNone(without: readonly Item[]): void {
    if (without.length === 0) return;
    const listed = new Set(this.draft.table("listings.csv").rows.map((row) => row.掲載先ID));
    for (const item of without) {
      const node = this.plan.place(item.plan, item.path, { section: item.section });
      if (listed.has(node)) continue;
      listed.add(node);
      this.addListing(item, node, { 備考: item.printed });
    }
    const examples = [...new Set(without.map(({ printed }) => printed))].slice(0, 3);
    const places = without.flatMap(({ entries }) => entries.slice(0, 1).map(({ at }) => at));
    this.draft.asking.tell(places, {
      ja: `指標名の欄に「${examples.join("」「")}」のような、指標がないという言葉があります（${without.length}か所）。指標とはせず、ほかに指標のない項目は「指標なし」として載せました。`,
      en: `Where indicators' names stand, ${without.length} cells say that there is none, such as “${examples.join("”, “")}”. They are no indicators; nodes without any other are listed as having none.`,
    });
  }

  /** The last place below each node. */
  private sequence: Map<string, number> | undefined;

  /** Lists the indicator below the node. */
  list(item: Item, node: string, indicator: string, isAgain: boolean): void {
    if (this.draft.table("listings.csv").by({ 掲載先ID: node, 指標ID: indicator })) return;
    const own = this.draft.table("indicators.csv").by({ ID: indicator })?.名称 ?? "";
    this.addListing(item, node, {
      指標ID: indicator,
      掲載名: isAgain && item.printed !== own ? item.printed : "",
    });
  }

  private addListing(item: Item, node: string, row: TableRow): void {
    const table = this.draft.table("listings.csv");
    this.sequence ??= countBy(table.rows, (row) => row.掲載先ID ?? "");
    const order = (this.sequence.get(node) ?? 0) + 1;
    this.sequence.set(node, order);
    const parentPath = item.path.slice(0, -1);
    const parent = item.path.length < 2 ? "" : this.plan.place(item.plan, parentPath, {});
    table.add({
      ID: table.nextId("L", 4),
      掲載先ID: node,
      上位ID: parent,
      順序: String(order),
      頁: item.page === undefined ? "" : String(item.page),
      ...row,
    });
  }
}
