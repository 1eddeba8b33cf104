// A city's tables while an intake makes them: their rows, where each cell of the files went, and the questions.

import type { Bilingual } from "../model/text.ts";
import type { Account } from "./account.ts";
import type { Asking } from "./asking.ts";
import { Rows } from "./draft-rows.ts";
import type { Standing } from "./entries.ts";
import type { Item, NodeFacts } from "./items.ts";
import type { TableRow } from "./types.ts";

export interface Material {
  readonly items: readonly Item[];
  /** Where the report says that there is no indicator. */
  readonly without: readonly Item[];
  readonly nodes: readonly NodeFacts[];
  readonly levels: readonly string[];
  readonly planName: string;
  readonly sourceTitle: string;
  readonly existing: ReadonlyMap<string, readonly TableRow[]>;
  readonly notes: readonly string[];
  /** The year that the report is about, where nothing in it has a year. */
  readonly year: number;
}

export class TablesDraft {
  readonly material: Material;
  readonly account: Account;
  readonly asking: Asking;
  readonly tables = new Map<string, Rows>();
  readonly source: { readonly id: string; readonly title: string };

  constructor(material: Material, account: Account, asking: Asking) {
    this.material = material;
    this.account = account;
    this.asking = asking;
    const sources = material.existing.get("sources.json") ?? [];
    const same = sources.find(({ title }) => title === material.sourceTitle);
    this.source = {
      id: same?.id ?? `SR${String(sources.length + 1).padStart(2, "0")}`,
      title: material.sourceTitle,
    };
  }

  table(file: string): Rows {
    const rows = this.tables.get(file) ?? new Rows(this.material.existing.get(file));
    this.tables.set(file, rows);
    return rows;
  }

  keep({ grid, row, column }: Standing, as: string): void {
    this.account.keep(grid, row, column, as);
  }

  tellError({ at }: Standing): void {
    this.asking.tell([at], {
      ja: "計算式の誤り、または結果の保存されていない計算式のセルです。値を読めません。",
      en: "A formula with an error, or one whose result was not saved.",
    });
  }

  leave({ grid, row, column }: Standing, why: Bilingual): void {
    this.account.leave(grid, row, column, why);
  }

  /** What was said of one thing in this report; what is said of it again may say no other. */
  private readonly said = new Map<string, string>();

  /** Whether this report has said something of the thing already. */
  hasSaid(of: readonly string[]): boolean {
    return this.said.has(of.join("\n"));
  }

  isFirst(at: Standing, of: readonly string[], text: string): boolean {
    const key = of.join("\n");
    const before = this.said.get(key);
    this.said.set(key, before ?? text);
    if (before === undefined || before === text) return true;
    this.leave(at, {
      ja: "同じ項目の同じ年度に、別の値がある",
      en: "another value stands for the same thing and year",
    });
    this.asking.tell([at.at], {
      ja: "同じ項目の同じ年度の値（実績値、目標値、評価、達成率、参考値、費用のどれか）が2つあり、値が違います。初めのものを載せました。",
      en: "Two results, targets, evaluations, rates, values of elsewhere or costs of one thing and year differ; the first was kept.",
    });
    return false;
  }
}
