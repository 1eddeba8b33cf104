// The plan's rows of a city's tables: units, levels, nodes and their places, each with an ID that is given once and kept.

import { keyOf, safeWords } from "./cell-text.ts";
import type { TablesDraft } from "./draft.ts";
import { countBy, type Mutable } from "./draft-rows.ts";
import type { Item } from "./items.ts";
import type { PlanStep } from "./plan-places.ts";
import { unitKey, unitKind, unitSpelling } from "./units.ts";

const letters = ["G", "S", "T", "J", "A", "B", "C"];
/** A level's folder in addresses, by the word that its name ends with; the longer ones first. */
const folders: readonly (readonly [ending: string, folder: string])[] = [
  ["基本事業", "programs"],
  ["事業", "projects"],
  ["目標", "goals"],
  ["政策", "policies"],
  ["施策", "measures"],
  ["取組", "initiatives"],
  ["方向性", "directions"],
  ["分野", "fields"],
  ["節", "sections"],
  ["項", "items"],
  ["章", "chapters"],
];

/** What the indicators' rows stand on. */
export class PlanRows {
  private readonly draft: TablesDraft;
  private readonly unitIds = new Map<string, string>();
  private readonly nodeIds = new Map<string, string>();

  constructor(draft: TablesDraft) {
    this.draft = draft;
  }

  askUnits(): void {
    const spellings = new Map<string, Map<string, number>>();
    for (const { unit } of this.draft.material.items) {
      if (unit === "") continue;
      const of = spellings.get(unitKey(unit)) ?? new Map<string, number>();
      spellings.set(unitKey(unit), of.set(unit.trim(), (of.get(unit.trim()) ?? 0) + 1));
    }
    const groups = [...spellings.values()].filter((of) => new Set([...of.keys()].map(unitSpelling)).size > 1);
    if (groups.length === 0) return;
    const said = groups.map((of) => [...of.keys()].join("＝"));
    const answer = this.draft.asking.ask({
      id: "単位:同じもの",
      text: {
        ja: `書き方の違う単位があります：${said.join("、")}。それぞれ同じ単位として扱いますか。`,
        en: `Some units are spelled in several ways: ${said.join(", ")}. Are they the same?`,
      },
      proposal: "同じ単位とする",
      reason: { ja: "幅や書き方だけが違います", en: "they differ in width or spelling alone" },
      choices: ["同じ単位とする", "別の単位とする"],
      examples: said.slice(0, 5),
      cells: groups.reduce((sum, of) => sum + [...of.values()].reduce((a, b) => a + b, 0), 0),
    });
    this.separateUnits = answer.startsWith("別");
  }
  private separateUnits = false;

  unitId(unit: string): string {
    if (unit === "") return "";
    const key = this.separateUnits ? unitSpelling(unit) : unitKey(unit);
    const known = this.unitIds.get(key);
    if (known !== undefined) return known;
    const table = this.draft.table("units.csv");
    const name = unitSpelling(unit);
    const existing = table.find((row) => unitKey(row.名称 ?? "") === unitKey(unit));
    const id = existing?.ID ?? table.nextId("U", 2);
    if (!existing) {
      const percent = unitKey(unit) === "%" ? { QUDT: "PERCENT", UCUM: "%", 増減の単位: "ポイント" } : {};
      const printed = /[㎡㎥㎏㎞㏊]/u.test(unit) ? { 印刷形: unit.trim() } : {};
      table.add({ ID: id, 名称: name, 種別: unitKind(unit), ...percent, ...printed });
    }
    this.unitIds.set(key, id);
    return id;
  }

  private planId(plan: string): string {
    const name = plan === "" ? this.draft.material.planName : plan;
    const key = `plan:${keyOf(name)}`;
    const known = this.nodeIds.get(key);
    if (known !== undefined) return known;
    const nodes = this.draft.table("nodes.csv");
    const plans = nodes.rows.filter((row) => (row.段 ?? row.種別) === "計画");
    const existing =
      plans.find((row) => keyOf(row.名称 ?? "") === keyOf(name)) ??
      (plan === "" && plans.length === 1 ? plans[0] : undefined);
    const id = existing?.ID ?? nodes.nextId("P", 2);
    if (!existing) nodes.add({ ID: id, 段: "計画", 名称: name, 読取状況: "確定", 分野: "行財政" });
    this.nodeIds.set(key, id);
    return id;
  }

  levels(items: readonly Item[]): void {
    const table = this.draft.table("levels.csv");
    const plans = new Map<string, string[]>();
    for (const { plan, path } of [...items, ...this.draft.material.nodes]) {
      const id = this.planId(plan);
      const of = plans.get(id) ?? [];
      for (const { level } of path) if (!of.includes(level)) of.push(level);
      plans.set(id, of);
    }
    for (const [plan, of] of plans) {
      const order = new Map(this.draft.material.levels.map((level, index) => [level, index]));
      const sorted = [...of].sort((a, b) => (order.get(a) ?? 99) - (order.get(b) ?? 99));
      if (sorted.length === 0) sorted.push("指標の区分");
      const taken = new Set(
        table.rows.filter((row) => row.計画ID === plan).map((row) => row.フォルダー ?? ""),
      );
      for (const level of sorted) {
        if (table.find((row) => row.計画ID === plan && row.名称 === level)) continue;
        const place = table.rows.filter((row) => row.計画ID === plan).length + 1;
        const wanted = folders.find(([ending]) => level.endsWith(ending))?.[1] ?? `level-${place}`;
        const folder = taken.has(wanted) ? `level-${place}` : wanted;
        taken.add(folder);
        table.add({ 計画ID: plan, 順序: String(place), 名称: level, フォルダー: folder });
      }
    }
  }

  /** The node at the end of a path, made where it is new; the plan itself for an empty path. */
  place(
    plan: string,
    path: readonly PlanStep[],
    more: { section?: string; description?: string; startYear?: number },
  ): string {
    let parent = this.planId(plan);
    let key = parent;
    const planId = parent;
    for (const [index, step] of path.entries()) {
      const identity = step.code ? `code:${step.code}` : `${keyOf(step.name)}`;
      key = step.code ? `${planId}>${step.level}:${identity}` : `${key}>${step.level}:${identity}`;
      const isLast = index === path.length - 1;
      let id = this.nodeIds.get(key);
      const nodes = this.draft.table("nodes.csv");
      if (id === undefined) {
        const same = this.namesakes(planId, step);
        const placements = this.draft.table("placements.csv");
        // The same name elsewhere is the same project only where it is marked so, or stood there before.
        const existing =
          same.find((row) => placements.by({ ID: row.ID ?? "", 親ID: parent })) ??
          (isLast && same.length === 1 && this.isSameProject(step) ? same[0] : undefined);
        const at = this.draft
          .table("levels.csv")
          .rows.filter((row) => row.計画ID === planId)
          .findIndex((row) => row.名称 === step.level);
        const letter = letters[at] ?? "A";
        id = existing?.ID ?? nodes.nextId(letter, letter === "G" ? 2 : letter === "J" ? 4 : 3);
        if (!existing) {
          const row = nodes.add({
            ID: id,
            段: step.level,
            名称: step.name,
            読取状況: "確定",
            計画ID: planId,
            ...(step.code ? { 市のコード: step.code } : {}),
          });
          this.rememberNode(row);
        }
        this.nodeIds.set(key, id);
      }
      const placements = this.draft.table("placements.csv");
      if (!placements.by({ ID: id, 親ID: parent })) {
        const siblings = this.childrenOf(parent);
        const isInteger = /^[0-9０-９]*$/u.test(step.label);
        placements.add({
          ID: id,
          親ID: parent,
          番号: step.number === undefined ? "" : String(step.number),
          順序: String(siblings + 1),
          ...(isInteger || step.label === "" ? {} : { 番号_表記: safeWords(step.label) }),
        });
      }
      if (isLast) {
        const row = nodes.by({ ID: id });
        if (row) {
          if (more.section && !row.所管ID) row.所管ID = this.sectionId(more.section);
          if (more.description && !row.取組内容) row.取組内容 = more.description;
          if (more.startYear && !row.開始年度) row.開始年度 = String(more.startYear);
        }
      }
      parent = id;
    }
    return parent;
  }

  /** Nodes of a level by plan, level and name, and by the city's code; made once, since a plan may have thousands. */
  private nodesOfLevel: Map<string, { readonly row: Mutable; readonly at: number }[]> | undefined;

  private namesakes(planId: string, { level, name, code }: PlanStep): readonly Mutable[] {
    if (!this.nodesOfLevel) {
      this.nodesOfLevel = new Map();
      for (const row of this.draft.table("nodes.csv").rows) this.rememberNode(row);
    }
    const found = [
      ...(this.nodesOfLevel.get(`${planId}\n${level}\nname:${keyOf(name)}`) ?? []),
      ...(code ? (this.nodesOfLevel.get(`${planId}\n${level}\ncode:${code}`) ?? []) : []),
    ].filter(({ row }) =>
      code && row.市のコード ? row.市のコード === code : keyOf(row.名称 ?? "") === keyOf(name),
    );
    return found.sort((a, b) => a.at - b.at).map(({ row }) => row);
  }

  private rememberNode(row: Mutable): void {
    const { nodesOfLevel } = this;
    if (!nodesOfLevel) return;
    const of = `${row.計画ID}\n${row.段}`;
    const one = { row, at: this.nodeCount++ };
    const keys = [
      `${of}\nname:${keyOf(row.名称 ?? "")}`,
      ...(row.市のコード ? [`${of}\ncode:${row.市のコード}`] : []),
    ];
    for (const key of keys) {
      const rows = nodesOfLevel.get(key) ?? [];
      nodesOfLevel.set(key, rows);
      rows.push(one);
    }
  }
  private nodeCount = 0;

  private children: Map<string, number> | undefined;

  /** How many stand below a node already; one more does from now on. */
  private childrenOf(parent: string): number {
    this.children ??= countBy(this.draft.table("placements.csv").rows, ({ 親ID: id = "" }) => id);
    const count = this.children.get(parent) ?? 0;
    this.children.set(parent, count + 1);
    return count;
  }

  private relistedEnds: ReadonlySet<string> | undefined;

  private isSameProject(step: PlanStep): boolean {
    if (step.code !== undefined) return true;
    const keyOfEnd = (end: PlanStep | undefined) => `${end?.level}\n${end?.name}`;
    this.relistedEnds ??= new Set(
      this.draft.material.items.flatMap(({ isRelisted, path }) =>
        isRelisted ? [keyOfEnd(path.at(-1))] : [],
      ),
    );
    return this.relistedEnds.has(keyOfEnd(step));
  }

  private readonly sectionIds = new Map<string, string>();

  private sectionId(name: string): string {
    const known = this.sectionIds.get(keyOf(name));
    if (known !== undefined) return known;
    const table = this.draft.table("sections.csv");
    const existing = table.find((row) => keyOf(row.名称 ?? "") === keyOf(name));
    const id = existing ? (existing.ID ?? "") : table.nextId("D", 3);
    if (!existing) table.add({ ID: id, 名称: name });
    this.sectionIds.set(keyOf(name), id);
    return id;
  }
}
