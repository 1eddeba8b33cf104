// From items to the city's tables: IDs given once and kept, units and kinds gathered, every value with where it stood.

import type { Account } from "./account.ts";
import type { Asking } from "./asking.ts";
import { tickedIn } from "./boxes.ts";
import type { CellValue } from "./cell-value.ts";
import {
  askBase,
  askBetweenSurveys,
  askDash,
  askEvaluationYear,
  askOwnYear,
  askReferenceYear,
  askTargets,
  evaluationOwners,
  hasOtherYear,
  surveyCycle,
  yearOfNote,
} from "./common-questions.ts";
import { type Settled, settleEarlier } from "./earlier-indicators.ts";
import type { Entry } from "./entries.ts";
import { finerOf, noteAnd, noteWith } from "./finer-value.ts";
import type { Item, NodeFacts } from "./items.ts";
import { type Material, PlanRows } from "./plan-rows.ts";
import { countBy, type Mutable } from "./rows.ts";
import { hasNumber, overlaps, pathKey, settleUnit, severalTargets, valuesKey } from "./same-items.ts";
import { halfWidth, keyOf, nameOf, safeWords } from "./text.ts";
import type { TableRow } from "./types.ts";
import { unitKey } from "./units.ts";
import { fits, inUnit, reasonOf, reasons } from "./value-in-unit.ts";

export interface Built {
  readonly tables: ReadonlyMap<string, readonly TableRow[]>;
  readonly source: { readonly id: string; readonly title: string };
  readonly indicators: number;
  readonly nodes: number;
  readonly relisted: number;
  readonly years: readonly number[];
  readonly targetYears: readonly number[];
}

export function buildTables(material: Material, account: Account, asking: Asking): Built {
  return new Builder(material, account, asking).build();
}

class Builder extends PlanRows {
  private readonly account: Account;
  private readonly indicatorIds = new Map<Item, string>();
  private readonly source: { id: string; title: string };
  /** The last place below each node. */
  private sequence: Map<string, number> | undefined;
  private relisted = 0;

  constructor(material: Material, account: Account, asking: Asking) {
    super(material, asking);
    this.account = account;
    const sources = material.existing.get("sources.json") ?? [];
    const same = sources.find(({ title }) => title === material.sourceTitle);
    this.source = {
      id: same?.id ?? `SR${String(sources.length + 1).padStart(2, "0")}`,
      title: material.sourceTitle,
    };
  }

  build(): Built {
    for (const file of [
      "levels.csv",
      "nodes.csv",
      "placements.csv",
      "sections.csv",
      "units.csv",
      "breakdowns.csv",
      "indicator-kinds.csv",
      "indicators.csv",
      "listings.csv",
      "breaks.csv",
      "targets.csv",
      "evaluation-schemes.csv",
      "evaluations.csv",
      "references.csv",
      "costs.csv",
      "acknowledgements.csv",
      "corrections.csv",
      "releases.csv",
    ])
      this.table(file);
    this.askUnits();
    const items = this.withoutRepeats();
    this.levels(items);
    for (const { plan, path, section, description, startYear, code } of this.nodeSources(items)) {
      this.place(plan, path, {
        section,
        description,
        ...(startYear === undefined ? {} : { startYear }),
        ...(code ? { code } : {}),
      });
    }
    this.ownYear = askOwnYear(items, this.asking);
    const cycles = new Map(
      items.flatMap((item) => {
        const cycle = surveyCycle(item);
        return cycle === undefined ? [] : [[item, cycle] as const];
      }),
    );
    const usualDash = askDash(
      items.filter((item) => !cycles.has(item)),
      this.asking,
      this.material.notes,
    );
    const between = askBetweenSurveys(cycles, this.asking);
    for (const [item, cycle] of cycles)
      if (between === "調査年でない" && cycle === 2) this.everySecondYear.add(item);
    const baseIsValue = askBase(items, this.asking);
    const scope = askTargets(items, this.asking);
    const evaluationYear = askEvaluationYear(items, this.asking, this.material.nodes);
    const referenceYear = askReferenceYear(items, this.asking);
    const owners = evaluationOwners(items);
    this.settled = this.settleEarlier(items);
    for (const item of items) {
      const dash = cycles.has(item) ? between : usualDash;
      this.indicator(item, { dash, baseIsValue, scope, evaluationYear, referenceYear, owners });
    }
    for (const facts of this.material.nodes) this.facts(facts, evaluationYear);
    return this.done(items);
  }

  private settled: Settled | undefined;

  /** Before any indicator is made, so that the tables still hold what they held. */
  private settleEarlier(items: readonly Item[]): Settled {
    const indicators = this.table("indicators.csv").rows.slice();
    this.earlier = indicators;
    const listed = new Map<string, string[]>();
    for (const { 指標ID: id = "", 掲載先ID: node = "" } of this.table("listings.csv").rows)
      listed.set(id, [...(listed.get(id) ?? []), node]);
    const nodes = this.table("nodes.csv");
    const year = items
      .flatMap(({ entries }) => entries)
      .reduce((last, entry) => Math.max(last, entry.kind === "value" ? (entry.year ?? 0) : 0), 0);
    const settled = settleEarlier(
      indicators.length === 0
        ? []
        : items.map((item) => {
            settleUnit(item);
            return { item, node: this.place(item.plan, item.path, {}), unit: this.unitId(item.unit) };
          }),
      {
        indicators,
        nodesOf: (id) => listed.get(id) ?? [],
        nameOf: (node) => nodes.by({ ID: node })?.名称 ?? node,
      },
      this.asking,
      year === 0 ? undefined : year,
    );
    for (const id of settled.abolished) {
      const row = this.table("indicators.csv").by({ ID: id });
      if (row) row.廃止年度 = String(year);
    }
    return settled;
  }

  private withoutRepeats(): Item[] {
    const joined = new Map<string, Item>();
    const all: Item[] = [];
    for (const item of this.material.items) {
      const key = [
        item.plan,
        ...item.path.map(({ name }) => name),
        item.kind,
        item.name,
        unitKey(item.unit),
        item.code,
      ]
        .map(keyOf)
        .join("|");
      const before = joined.get(key);
      if (before && !overlaps(before, item)) before.entries.push(...item.entries);
      else if (before && valuesKey(before) === valuesKey(item)) {
        for (const { grid, row, column } of item.entries)
          this.account.keep(grid, row, column, "再掲（同じ値）");
      } else {
        joined.set(key, item);
        all.push(item);
      }
    }
    return all;
  }

  // ── indicators ───────────────────────────────────────────────────────────

  private indicator(
    item: Item,
    how: {
      dash: string;
      baseIsValue: boolean;
      scope: (item: Item, entry: Entry) => "年度" | "最終";
      evaluationYear: string;
      referenceYear: string;
      owners: ReadonlySet<string>;
    },
  ): void {
    const node = this.place(item.plan, item.path, { section: item.section });
    settleUnit(item);
    const original = this.original(item);
    const known = original ? this.indicatorIds.get(original) : undefined;
    const id = known ?? this.ownIndicator(item, node);
    this.indicatorIds.set(item, id);
    if (known === undefined) this.tellTwin(item);
    this.remember(item);
    this.list(item, node, id, known !== undefined);
    if (known !== undefined) {
      this.relisted++;
      for (const entry of item.entries) {
        if (entry.kind === "evaluation" && how.owners.has(entry.scheme ?? ""))
          this.evaluation(node, entry, how.evaluationYear);
        else if (entry.value.number !== undefined)
          this.account.keep(entry.grid, entry.row, entry.column, "再掲（同じ値）");
      }
      return;
    }
    this.values(item, id, how.dash, how.baseIsValue);
    this.targets(item, id, how.scope);
    for (const entry of item.entries) {
      if (entry.kind === "evaluation" || entry.kind === "rate")
        this.evaluation(how.owners.has(entry.scheme ?? "") ? node : id, entry, how.evaluationYear);
      else if (entry.kind === "reference")
        this.reference(id, entry, yearOfNote(item.note) ?? how.referenceYear);
    }
  }

  /** Items that were made already, by what a later one is compared by: a file may say one name 100,000 times. */
  private readonly firstOfName = new Map<string, Item>();
  private readonly firstOfPlace = new Map<string, Item>();
  private readonly firstOfValues = new Map<string, Item>();
  private readonly ofProject = new Map<string, Item[]>();

  private remember(item: Item): void {
    const { name, values, place, project } = keysOf(item);
    if (!item.isRelisted && !this.firstOfName.has(name)) this.firstOfName.set(name, item);
    if (!this.firstOfValues.has(values)) this.firstOfValues.set(values, item);
    if (!this.firstOfPlace.has(place)) this.firstOfPlace.set(place, item);
    const same = this.ofProject.get(project) ?? [];
    this.ofProject.set(project, same);
    same.push(item);
  }

  /** One name twice at one place: perhaps two indicators, perhaps a slip; both are kept, and it is told. */
  private tellTwin(item: Item): void {
    const twin = this.firstOfPlace.get(keysOf(item).place);
    if (!twin) return;
    this.asking.tell(
      {
        ja: `同じ場所に「${item.name}」が2つあり、値が違います。別の指標として載せました。元の表を確かめてください。`,
        en: `“${item.name}” stands twice at one place with different values. Both were kept; look at the file.`,
      },
      [twin, item].flatMap(({ entries }) => entries.slice(0, 1).map(({ at }) => at)),
    );
  }

  private original(item: Item): Item | undefined {
    const { name, values, project } = keysOf(item);
    const isNamed = (item.path.at(-1)?.name ?? "") !== "" && hasNumber(item);
    const same = item.isRelisted
      ? this.firstOfValues.get(values)
      : isNamed
        ? this.ofProject.get(project)?.find((one) => one.path !== item.path && pathKey(one) !== pathKey(item))
        : undefined;
    if (same || !item.isRelisted) return same;
    const first = this.firstOfName.get(name);
    if (!first) {
      this.asking.tell(
        {
          ja: `「${item.printed}」は再掲とありますが、元の指標が見つかりません。一つの指標として載せます。`,
          en: `“${item.printed}” is marked as listed again, but the first listing is not there.`,
        },
        item.entries.slice(0, 1).map(({ at }) => at),
      );
      return undefined;
    }
    this.asking.tell(
      {
        ja: `再掲の「${item.name}」の値か単位が、元の掲載と違います。元の値を使います。`,
        en: `The values or the unit of “${item.name}”, listed again, differ from the first listing's, which is used.`,
      },
      item.entries.map(({ at }) => at),
    );
    return first;
  }

  private ownIndicator(item: Item, node: string): string {
    const table = this.table("indicators.csv");
    const listings = this.table("listings.csv");
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
    const unitId = this.unitId(item.unit);
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
    const isPoints =
      item.entries.some(({ value }) => value.outOf !== undefined) || unitKey(item.unit) === "点";
    const outOf = item.entries.find(({ value }) => value.outOf !== undefined)?.value.outOf;
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

  private readonly everySecondYear = new Set<Item>();

  /** The indicators that stood in the table before, and those of them that were found again. */
  private earlier: Mutable[] | undefined;
  private readonly takenIds = new Set<string>();

  private kind(kind: string): string {
    const table = this.table("indicator-kinds.csv");
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

  private list(item: Item, node: string, indicator: string, isAgain: boolean): void {
    const table = this.table("listings.csv");
    if (table.by({ 掲載先ID: node, 指標ID: indicator })) return;
    this.sequence ??= countBy(table.rows, (row) => row.掲載先ID ?? "");
    const order = (this.sequence.get(node) ?? 0) + 1;
    this.sequence.set(node, order);
    const parentPath = item.path.slice(0, -1);
    const parent = item.path.length < 2 ? "" : this.place(item.plan, parentPath, {});
    const own = this.table("indicators.csv").by({ ID: indicator })?.名称 ?? "";
    table.add({
      ID: table.nextId("L", 4),
      掲載先ID: node,
      上位ID: parent,
      指標ID: indicator,
      順序: String(order),
      頁: item.page === undefined ? "" : String(item.page),
      掲載名: isAgain && item.printed !== own ? item.printed : "",
    });
  }

  // ── values ───────────────────────────────────────────────────────────────

  private ownYear = "";

  /** The entries with each value in the year that it is of: the column's, or the one that stands in its brackets. */
  private inOwnYears({ entries }: Item): readonly Entry[] {
    const taken = new Map<number, string>();
    for (const entry of entries)
      if (entry.kind === "value" && entry.year !== undefined && !hasOtherYear(entry) && entry.value.number)
        taken.set(entry.year, entry.value.number);
    const elsewhere = new Set(
      this.ownYear.startsWith("かっこ")
        ? entries.flatMap((entry) => (hasOtherYear(entry) ? (entry.value.year ?? []) : []))
        : [],
    );
    return entries.flatMap((entry): Entry[] => {
      if (entry.kind === "value" && entry.value.dash !== undefined && elsewhere.has(entry.year ?? 0)) {
        this.account.leave(entry.grid, entry.row, entry.column, {
          ja: "横線（その年度の値は別のセルのかっこにある）",
          en: "a dash for a year whose value stands in brackets in another cell",
        });
        return [];
      }
      if (!hasOtherYear(entry)) return [entry];
      const { value, grid, row, column } = entry;
      if (this.ownYear.startsWith("列")) {
        const said = /[(（［[]([^()（）]*)[)）\]］]\s*$/u.exec(entry.shown)?.[1];
        return [
          { ...entry, value: { ...value, ...(said === undefined ? {} : { remark: halfWidth(said) }) } },
        ];
      }
      const [year = 0, number = ""] = [value.year, value.number];
      if (!this.ownYear.startsWith("かっこ")) {
        this.account.leave(grid, row, column, { ja: "列と違う年の値", en: "a value of another year" });
        return [];
      }
      const known = taken.get(year);
      if (known === undefined) {
        taken.set(year, number);
        return [{ ...entry, year }];
      }
      if (known === number) this.account.keep(grid, row, column, "実績値（前の年度のもの）");
      else {
        this.account.leave(grid, row, column, {
          ja: "その年度に別の値がある、列と違う年の値",
          en: "a value of another year, which has a different one in its own column",
        });
        this.asking.tell(
          {
            ja: "列と違う年の書かれた値が、その年度の列の値と違います。その年度の列の値を載せました。",
            en: "A value that names another year differs from the one in that year's own column, which was kept.",
          },
          [entry.at],
        );
      }
      return [];
    });
  }

  private values(item: Item, id: string, dash: string, baseIsValue: boolean): void {
    const unit = item.unit;
    const entries = this.inOwnYears(item);
    for (const entry of entries) {
      if (entry.kind !== "value" && !(entry.kind === "base" && baseIsValue)) continue;
      if (
        entry.kind === "base" &&
        entries.some(
          (one) =>
            one.kind === "value" &&
            one.year === entry.year &&
            one.value.isEmpty !== true &&
            one.value.dash === undefined,
        )
      )
        continue;
      if (entry.year === undefined) {
        if (entry.kind === "value")
          this.account.leave(entry.grid, entry.row, entry.column, {
            ja: "年度の分からない実績値",
            en: "a result without a year",
          });
        continue;
      }
      const found = this.observation(entry, unit, dash);
      if (!found) continue;
      const file = `observations/${entry.year}.csv`;
      const table = this.table(file);
      const before = table.by({ 指標ID: id, 内訳ID: "" });
      const row: Mutable = {
        指標ID: id,
        内訳ID: "",
        読取状況: "確定",
        出典ID: this.source.id,
        出典_位置: entry.at,
        ...(item.page === undefined ? {} : { 頁: String(item.page) }),
        ...found,
      };
      if (before) {
        const isSame =
          (before.実績値 ?? "") === (row.実績値 ?? "") && (before.進捗状況 ?? "") === (row.進捗状況 ?? "");
        if (!isSame) {
          for (const key of ["実績値", "進捗状況", "値の状態", "値なしの理由"]) before[key] = row[key] ?? "";
          before.備考 = noteWith(noteAnd(before.備考, remarkOf(entry.value)), finerIn(entry));
          before.出典ID = row.出典ID ?? "";
          before.出典_位置 = row.出典_位置 ?? "";
        }
      } else table.add(row);
      if (entry.value.within !== undefined && entry.value.within !== "" && this.withinMeans())
        this.within(id, entry, file);
      if (entry.kind === "value")
        this.account.keep(
          entry.grid,
          entry.row,
          entry.column,
          found.実績値 ? "実績値" : found.進捗状況 ? "実績値（言葉として）" : "値なし",
        );
    }
  }

  private observation(entry: Entry, unit: string, dash: string): Mutable | undefined {
    const value = inUnit(entry.value, unit);
    if (value.isEmpty) return undefined;
    const note = noteWith(remarkOf(value), finerIn(entry));
    const noted = note === "" ? {} : { 備考: safeWords(note) };
    if (value.isError) {
      this.asking.tell(
        {
          ja: "計算式の誤り、または結果の保存されていない計算式のセルです。値を読めません。",
          en: "A formula with an error, or one whose result was not saved.",
        },
        [entry.at],
      );
      return undefined;
    }
    if (value.isDate) {
      this.asking.tell(
        {
          ja: "日付のセルです。数値ではなく、進捗の言葉として読みました。数値のはずなら、元のファイルで表示形式を直してください。",
          en: "A cell with a date, read as words and not as a number. If a number is meant, mend its format in the file.",
        },
        [entry.at],
      );
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
      this.asking.tell(
        {
          ja: `数のようで、一つの数と読めない値を、言葉として載せました（「${words}」）。元の表を確かめてください。`,
          en: `Kept as words, since it cannot be read as one number: “${words}”. Look at the file.`,
        },
        [entry.at],
      );
    }
    if (value.number !== undefined) {
      this.asking.tell(
        {
          ja: `単位「${unit}」の数と見られない値を、言葉として載せました（「${words}」）。`,
          en: `Kept as words, since it is no plain number of the unit “${unit}”: “${words}”.`,
        },
        [entry.at],
      );
    }
    return safeWords(words) === ""
      ? undefined
      : {
          進捗状況: safeWords(words),
          値の状態: entry.state ?? "確定",
          ...(value.number === undefined ? {} : noted),
        };
  }

  private isWithin: boolean | undefined;

  private withinMeans(): boolean {
    if (this.isWithin === undefined) this.isWithin = this.askWithin();
    return this.isWithin;
  }

  private askWithin(): boolean {
    const found = this.material.items.flatMap(({ entries }) =>
      entries.filter(({ kind, value }) => kind === "value" && value.within !== undefined),
    );
    return !this.asking
      .ask({
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
      })
      .startsWith("載せない");
  }

  private within(id: string, entry: Entry, file: string): void {
    const table = this.table("breakdowns.csv");
    const existing = table.find((row) => row.関係 === "うち" && row.名称 === "うち（かっこの数）");
    const breakdown = existing?.ID ?? table.nextId("B", 4);
    if (!existing) table.add({ ID: breakdown, 名称: "うち（かっこの数）", 関係: "うち" });
    const rows = this.table(file);
    if (rows.by({ 指標ID: id, 内訳ID: breakdown })) return;
    rows.add({
      指標ID: id,
      内訳ID: breakdown,
      実績値: entry.value.within ?? "",
      値の状態: entry.state ?? "確定",
      読取状況: "確定",
      出典ID: this.source.id,
      出典_位置: entry.at,
    });
  }

  private targets(item: Item, id: string, scope: (item: Item, entry: Entry) => "年度" | "最終"): void {
    const base = item.entries.find(({ kind, value }) => kind === "base" && !value.isEmpty);
    const baseColumns = base ? this.baseline(base, item.unit) : {};
    const finerBase = base && baseColumns.基準値 ? finerIn(base) : undefined;
    const isBaseNoted = base?.value.remark !== undefined && base.value.remark !== base.label;
    const baseRemark = isBaseNoted ? `基準値について：${base.value.remark}` : "";
    let isBaseUsed = false;
    const targets = item.entries
      .filter(({ kind, value }) => kind === "target" && !value.isEmpty)
      .flatMap(severalTargets);
    const rowOf = new Map<string, number>();
    for (const entry of targets) {
      const found = this.target(entry, item.unit);
      if (!found) continue;
      const 目標区分 = entry.isPart ? "年度" : scope(item, entry);
      const 目標年度 = entry.year === undefined ? "" : String(entry.year);
      // A second row of the year under one column says something else than the indicator's own.
      const place = `${entry.grid.sheet} ${entry.column} ${目標区分} ${目標年度}`;
      const first = rowOf.get(place) ?? entry.row;
      rowOf.set(place, first);
      if (first !== entry.row) {
        this.secondTarget(item, entry);
        continue;
      }
      const isBase =
        !isBaseUsed &&
        Object.keys(baseColumns).length > 0 &&
        (目標区分 === "最終" || entry === targets.at(-1));
      if (isBase) isBaseUsed = true;
      const key = { 指標ID: id, 目標年度, 目標区分, 出典ID: this.source.id };
      const row = { ...found, ...(isBase ? baseColumns : {}), 出典_位置: entry.at };
      const label = entry.year === undefined ? entry.label : undefined;
      this.putTarget(
        key,
        row,
        [label, entry.value.remark, isBase ? baseRemark : ""],
        found.目標値 ? finerIn(entry) : undefined,
        isBase ? finerBase : undefined,
      );
      this.account.keep(
        entry.grid,
        entry.row,
        entry.column,
        found.目標値 ? "目標値" : "目標値（言葉として）",
      );
    }
    if (Object.keys(baseColumns).length > 0 && !isBaseUsed) {
      const row = { ...baseColumns, 目標年度: "", 出典ID: this.source.id, 出典_位置: base?.at ?? "" };
      this.putTarget({ 指標ID: id, 目標区分: "基準" }, row, [baseRemark], undefined, finerBase);
    }
  }

  private secondTarget({ name }: Item, { grid, row, column, at }: Entry): void {
    this.account.leave(grid, row, column, {
      ja: "同じ指標の、別の行の目標",
      en: "a target of one indicator in another row",
    });
    this.asking.tell(
      {
        ja: `「${name}」の同じ列に、目標が2つあります。初めのものを載せました。元の表を確かめてください。`,
        en: `“${name}” has two targets in one column; the first was kept. Look at the file.`,
      },
      [at],
    );
  }

  /** What a clerk wrote beside a target stays; only the notes of an intake are put anew. */
  private putTarget(
    key: TableRow,
    row: TableRow,
    remarks: readonly (string | undefined)[],
    finer: string | undefined,
    finerBase: string | undefined,
  ): void {
    const table = this.table("targets.csv");
    const before = table.by(key);
    const said = remarks.reduce<string>(
      (note, one) => noteAnd(note, one && safeWords(one)),
      before?.備考 ?? "",
    );
    const 備考 = noteWith(noteWith(said, finer), finerBase, "基準値の");
    if (before) Object.assign(before, row, { 備考 });
    else table.add({ ...key, ...row, ...(備考 === "" ? {} : { 備考 }) });
  }

  private baseline(entry: Entry, unit: string): Mutable {
    const value = inUnit(entry.value, unit);
    if (value.dash !== undefined || value.isError) return {};
    const year = entry.year === undefined ? {} : { 基準年度: String(entry.year) };
    const label =
      entry.label === undefined || /^(令和|平成|昭和|[RHS])?\s*[0-9元]{1,4}\s*年度?$/iu.test(entry.label)
        ? {}
        : { 基準年度_表記: nameOf(entry.label) };
    if (value.number !== undefined && value.upper === undefined && fits(value, unit)) {
      this.account.keep(entry.grid, entry.row, entry.column, "基準値");
      return { ...year, ...label, 基準値: value.number };
    }
    const words = safeWords(value.words ?? halfWidth(entry.shown));
    if (words === "") return {};
    this.account.keep(entry.grid, entry.row, entry.column, "基準値（言葉として）");
    return { ...year, ...label, 基準状況: words };
  }

  private target(entry: Entry, unit: string): Mutable | undefined {
    const value = inUnit(entry.value, unit);
    if (value.dash !== undefined || value.isEmpty) return undefined;
    if (value.isError) {
      this.account.leave(entry.grid, entry.row, entry.column, {
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

  // ── evaluations, references, costs ───────────────────────────────────────

  private evaluation(of: string, entry: Entry, asked: string): void {
    const { value } = entry;
    if (value.dash !== undefined || value.isEmpty) return;
    if (value.isError) {
      this.account.leave(entry.grid, entry.row, entry.column, {
        ja: "計算式の結果が保存されていない",
        en: "a formula whose result was not saved",
      });
      return;
    }
    const year = entry.year === undefined ? asked : String(entry.year);
    if (year === "") {
      this.account.leave(entry.grid, entry.row, entry.column, {
        ja: "年度の分からない評価",
        en: "an evaluation without a year",
      });
      return;
    }
    const table = this.table("evaluations.csv");
    const place = { 出典ID: this.source.id, 出典_位置: entry.at };
    if (entry.kind === "rate") {
      if (value.number === undefined) return;
      if (!this.isFirst(entry, ["達成率", of, year], value.number)) return;
      const key = { 対象ID: of, 年度: year, 評価体系: "" };
      const before = table.by(key);
      const 備考 = noteWith(noteAnd(before?.備考, value.remark), finerIn(entry));
      if (before) Object.assign(before, { 達成率: value.number, ...place, 備考 });
      else table.add({ ...key, 評価: "", 達成率: value.number, ...place, 備考 });
      this.account.keep(entry.grid, entry.row, entry.column, "達成率");
      return;
    }
    const grade = nameOf(halfWidth(tickedIn(entry.shown) ?? entry.shown));
    // A form of which no box was ticked says nothing.
    if (grade === "") return;
    const scheme = nameOf(entry.scheme ?? "評価");
    if (!this.isFirst(entry, [scheme, of, year], grade)) return;
    const schemes = this.table("evaluation-schemes.csv");
    if (!schemes.by({ 評価体系: scheme, 評価: grade })) {
      const order = schemes.rows.filter((row) => row.評価体系 === scheme).length + 1;
      schemes.add({ ID: schemes.nextId("Q", 2), 評価体系: scheme, 順序: String(order), 評価: grade });
    }
    const before = table.by({ 対象ID: of, 年度: year, 評価体系: scheme });
    const 備考 = noteAnd(before?.備考, value.remark);
    const noted = 備考 === "" ? {} : { 備考 };
    if (before) Object.assign(before, { 評価: grade, ...noted });
    else table.add({ 対象ID: of, 年度: year, 評価体系: scheme, 評価: grade, ...place, ...noted });
    this.account.keep(entry.grid, entry.row, entry.column, "評価");
  }

  /** What was said of one thing in this report; what is said of it again may say no other. */
  private readonly said = new Map<string, string>();

  private isFirst(
    at: Pick<Entry, "grid" | "row" | "column" | "at">,
    of: readonly string[],
    text: string,
  ): boolean {
    const key = of.join("\n");
    const before = this.said.get(key);
    this.said.set(key, before ?? text);
    if (before === undefined || before === text) return true;
    this.account.leave(at.grid, at.row, at.column, {
      ja: "同じ項目の同じ年度に、別の値がある",
      en: "another value stands for the same thing and year",
    });
    this.asking.tell(
      {
        ja: "同じ項目の同じ年度の評価、達成率、参考値、費用が2つあり、値が違います。初めのものを載せました。",
        en: "Two evaluations, rates, values of elsewhere or costs of one thing and year differ; the first was kept.",
      },
      [at.at],
    );
    return false;
  }

  private reference(id: string, entry: Entry, asked: string): void {
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
    if (!this.isFirst(entry, [name, id, year], value.number ?? words)) return;
    const table = this.table("references.csv");
    const key = { 指標ID: id, 年度: year, 名称: name };
    const before = table.by(key);
    const row = {
      種別: before?.種別 || 種別,
      値: value.number ?? "",
      状況: value.number === undefined ? words : "",
      出典ID: this.source.id,
      出典_位置: entry.at,
      備考: noteWith(noteAnd(before?.備考, value.remark), finerIn(entry)),
    };
    if (before) Object.assign(before, row);
    else table.add({ ...key, ...row });
    this.account.keep(entry.grid, entry.row, entry.column, "参考値");
  }

  private facts({ plan, path, costs, evaluations }: NodeFacts, evaluationYear: string): void {
    const node = this.place(plan, path, {});
    const table = this.table("costs.csv");
    for (const cost of costs) {
      const { item, year, stage, amount, unit, isTotal, at } = cost;
      if (!this.isFirst(cost, ["費用", node, String(year), item, stage], amount)) continue;
      const key = { 項目ID: node, 年度: String(year), 費目: item, 区分: stage };
      const row = {
        金額: amount,
        単位ID: this.unitId(unit ?? this.costUnit()),
        合計: isTotal ? "合計" : "",
        出典ID: this.source.id,
        出典_位置: at,
      };
      const before = table.by(key);
      if (before) Object.assign(before, row);
      else table.add({ ...key, ...row });
      this.account.keep(cost.grid, cost.row, cost.column, "費用");
    }
    for (const entry of evaluations) this.evaluation(node, entry, evaluationYear);
  }
  private money: string | undefined;

  private costUnit(): string {
    if (this.money === undefined) this.money = this.askCostUnit();
    return this.money;
  }

  private askCostUnit(): string {
    return this.asking.ask({
      id: "費用:単位",
      text: { ja: "費用（事業費、人件費など）の単位は何ですか。", en: "In what unit are the costs?" },
      proposal: "千円",
      reason: {
        ja: "事務事業の費用は、多くは千円で書かれます",
        en: "the costs of projects are mostly given in thousand yen",
      },
      choices: ["千円", "円", "百万円"],
      examples: [],
      cells: this.material.nodes.reduce((sum, { costs }) => sum + costs.length, 0),
    });
  }

  private done(items: readonly Item[]): Built {
    const years = new Set<number>();
    const targetYears = new Set<number>();
    for (const file of this.tables.keys()) {
      const match = /^observations\/([0-9]{4})\.csv$/.exec(file);
      if (match) years.add(Number(match[1]));
    }
    for (const row of this.table("targets.csv").rows) if (row.目標年度) targetYears.add(Number(row.目標年度));
    if (years.size === 0) {
      // A folder without any results still has the table of one year, to be filled.
      const year =
        items
          .flatMap(({ entries }) =>
            entries.flatMap((entry) => (entry.kind === "base" ? (entry.year ?? []) : [])),
          )
          .sort()
          .at(-1) ?? this.material.year;
      this.table(`observations/${year}.csv`);
      years.add(year);
    }
    return {
      tables: new Map([...this.tables].map(([file, { rows }]) => [file, rows])),
      source: this.source,
      indicators: this.table("indicators.csv").rows.length,
      nodes: this.table("nodes.csv").rows.length,
      relisted: this.relisted,
      years: [...years].sort(),
      targetYears: [...targetYears].sort(),
    };
  }
}

/** By what items are held against one another: the name, with the values, the place or the project beside it. */
function keysOf(item: Item): Record<"name" | "values" | "place" | "project", string> {
  const name = keyOf(item.name);
  const place = [name, unitKey(item.unit), pathKey(item)].join("\n");
  const values = [name, unitKey(item.unit), valuesKey(item)].join("\n");
  const project = [item.path.at(-1)?.name ?? "", item.path.length, values].join("\n");
  return { name, values, place, project };
}

/** What the cell holds besides what it shows, for the note: 85.3300733496333 where 85.3 is shown. */
function finerIn({ grid, row, column }: Entry): string | undefined {
  const cell = grid.rows[row]?.[column];
  return cell && finerOf(cell);
}

/** What a cell says in brackets or by a mark beside its value. */
function remarkOf({ remark, before }: CellValue): string {
  return [remark, before === undefined ? undefined : `前年 ${before}`]
    .filter((one) => one !== undefined)
    .join("、");
}
