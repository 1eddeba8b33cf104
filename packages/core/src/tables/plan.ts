// The plans' tables: nodes.csv, placements.csv, sections.csv.

import { defined } from "../model/defined.ts";
import { type Level, planLevel } from "../model/level.ts";
import type { Placement, PlanNode, Section } from "../model/node.ts";
import { column, noteColumn, optionalColumn, translationColumn } from "./columns.ts";
import { detailColumns, readDetails, withDetails } from "./details.ts";
import type { Table } from "./table.ts";
import { fieldWords, readingWords, summaryWords } from "./words.ts";

/** `levels` are those of all plans: what stands in 段 is one of its own plan's names. */
export const nodesTable = (levels: readonly Level[]): Table<PlanNode> => ({
  file: "nodes.csv",
  title: { ja: "計画の項目", en: "Plan nodes" },
  idColumn: "ID",
  columns: [
    column("ID", [
      "項目のID（P01、G01、J0001など）。変えず、使い回さない",
      "The node's ID (P01, G01, J0001 …); never changed, never used again",
    ]),
    column("段", [
      "計画そのものは「計画」、ほかは levels.csv の名称",
      "計画 for a plan itself, else the name of its level in levels.csv",
    ]),
    column("名称", ["名称（番号は含めない）", "The name, without its number"]),
    column("名称_英語", ["英語の名称", "The name in English"]),
    translationColumn,
    column("読取状況", ["名称の読み取り：確定・復元・要確認", "How surely the name was read"]),
    column("計画ID", [
      "属する計画のID（計画自身は空）",
      "The plan it belongs to (empty for the plan itself)",
    ]),
    column("開始年度", ["始まった年度（西暦）", "The year in which it began"]),
    column("廃止年度", ["なくなった最初の年度（西暦）", "The first year in which it is no more"]),
    column("会計", ["特別会計などの会計名", "The account, where it is a special one"]),
    column("所管ID", ["所管課のID", "The section in charge"]),
    column("分野", [
      "e-Statの統計分野（下の項目にも及ぶ）",
      "e-Stat's field of statistics, for what stands below it too",
    ]),
    column("説明", ["住民に分かる一文", "One plain sentence"]),
    column("説明_英語", ["英語の一文", "The sentence in English"]),
    column("説明_根拠", [
      "市（団体自身の文）、または要約（団体の文ではない）",
      "市: the body's own; 要約: a summary of ours",
    ]),
    column("取組内容", [
      "団体の「取組内容」（団体が公開する場合）",
      "The body's own description, where it gives one",
    ]),
    ...detailColumns("nodes", true),
    noteColumn,
  ],
  read(row) {
    const plan = row.reference("計画ID");
    const own = levels.filter((level) => level.plan === plan);
    // Without its plan's levels nobody can tell which words are right; that is told at the plan or the table.
    const choices = new Map([planLevel, ...own].map((level) => [level.name.ja, level]));
    const names = Object.fromEntries([...choices.keys()].map((word) => [word, word]));
    const isPlan = row.raw("段") === planLevel.name.ja;
    const word =
      own.length > 0 || isPlan ? row.requiredChoice("段", names, planLevel.name.ja) : row.requiredText("段");
    const level = choices.get(word) ?? { order: 1, name: { ja: word }, folder: "nodes" };
    return defined<PlanNode>({
      id: row.id("ID", "J0001"),
      level: level.order,
      levelName: level.name,
      folder: level.folder,
      name: row.name("名称"),
      reading: row.requiredChoice("読取状況", readingWords, "certain"),
      plan: isPlan ? plan : row.requiredReference("計画ID"),
      ...readDetails("nodes", row),
      from: row.year("開始年度"),
      abolished: row.year("廃止年度"),
      account: row.text("会計"),
      section: row.reference("所管ID"),
      field: row.choice("分野", fieldWords),
      summary: row.optionalName("説明"),
      summaryBy: row.choice("説明_根拠", summaryWords),
      content: row.text("取組内容"),
      note: row.text("備考"),
    });
  },
});

export const placementsTable: Table<Placement> = withDetails("placements", {
  file: "placements.csv",
  title: { ja: "位置づけ", en: "Placements" },
  columns: [
    column("ID", ["項目のID", "The node"]),
    column("親ID", ["その上の項目のID", "The node above it"]),
    column("番号", ["印刷された番号（①は1）", "The printed number (1 for ①)"]),
    optionalColumn("番号_表記", [
      "整数でない番号の表記（Ⅰ-1など）",
      "The number as printed, where it is no integer",
    ]),
    column("順序", ["同じ親の下での順序（1から）", "Its place among the parent's children, from 1"]),
    column("頁", ["印刷された頁", "The printed page"]),
  ],
  read(row) {
    return defined<Placement>({
      node: row.requiredReference("ID"),
      parent: row.requiredReference("親ID"),
      number: row.integer("番号"),
      numberText: row.raw("番号_表記") || undefined,
      order: row.requiredInteger("順序"),
      page: row.integer("頁"),
    });
  },
});

export const sectionsTable: Table<Section> = withDetails("sections", {
  isOptional: true,
  file: "sections.csv",
  title: { ja: "所管課", en: "Sections" },
  idColumn: "ID",
  columns: [
    column("ID", ["所管課のID（D001）", "The section's ID (D001)"]),
    column("名称", ["所管課の名称", "The section's name"]),
    column("名称_英語", ["英語の名称", "The name in English"]),
    translationColumn,
    noteColumn,
  ],
  read(row) {
    return defined<Section>({ id: row.id("ID", "D001"), name: row.name("名称"), note: row.text("備考") });
  },
});
