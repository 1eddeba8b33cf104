// The plan's tables: nodes.csv, placements.csv, sections.csv.

import { defined } from "../model/defined.ts";
import type { Placement, PlanNode, Section } from "../model/node.ts";
import { column, noteColumn, translationColumn } from "./columns.ts";
import type { Table } from "./table.ts";
import { fieldWords, nodeKindWords, readingWords, summaryWords } from "./words.ts";

export const nodesTable: Table<PlanNode> = {
  file: "nodes.csv",
  title: { ja: "計画の項目", en: "Plan nodes" },
  idColumn: "ID",
  columns: [
    column(
      "ID",
      "項目のID（計画P01、基本目標G01、具体的な施策S001、主な取組T001、事業J0001）",
      "The node's ID (P01 plan, G01 goal, S001 policy, T001 initiative, J0001 project)",
    ),
    column(
      "種別",
      "計画・基本目標・具体的な施策・主な取組・事業",
      "Plan, goal, policy, initiative or project",
    ),
    column("名称", "名称（番号は含めない）", "The name, without its number"),
    column("名称_英語", "英語の名称", "The name in English"),
    translationColumn,
    column("読取状況", "名称の読み取り：確定・復元・要確認", "How surely the name was read"),
    column("計画ID", "属する計画のID（計画自身は空）", "The plan it belongs to (empty for the plan itself)"),
    column("開始年度", "始まった年度（西暦）", "The year in which it began"),
    column("廃止年度", "なくなった最初の年度（西暦）", "The first year in which it is no more"),
    column("会計", "特別会計などの会計名", "The account, where it is a special one"),
    column("所管ID", "所管課のID", "The section in charge"),
    column(
      "分野",
      "e-Statの統計分野（下の項目にも及ぶ）",
      "e-Stat's field of statistics, for what stands below it too",
    ),
    column("説明", "住民に分かる一文", "One plain sentence"),
    column("説明_英語", "英語の一文", "The sentence in English"),
    column("説明_根拠", "市、または要約（市の文ではない）", "The city's own, or a summary of ours"),
    column(
      "取組内容",
      "市の「取組内容」（市が公開する場合）",
      "The city's own description, where it gives one",
    ),
    noteColumn,
  ],
  read(row) {
    const kind = row.requiredChoice("種別", nodeKindWords, "project");
    return defined<PlanNode>({
      id: row.id("ID", "J0001"),
      kind,
      name: row.name("名称"),
      reading: row.requiredChoice("読取状況", readingWords, "certain"),
      plan: kind === "plan" ? row.reference("計画ID") : row.requiredReference("計画ID"),
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
};

export const placementsTable: Table<Placement> = {
  file: "placements.csv",
  title: { ja: "位置づけ", en: "Placements" },
  columns: [
    column("ID", "項目のID", "The node"),
    column("親ID", "その上の項目のID", "The node above it"),
    column("番号", "印刷された番号（①は1）", "The printed number (1 for ①)"),
    column("順序", "同じ親の下での順序（1から）", "Its place among the parent's children, from 1"),
    column("頁", "印刷された頁", "The printed page"),
  ],
  read(row) {
    return defined<Placement>({
      node: row.requiredReference("ID"),
      parent: row.requiredReference("親ID"),
      number: row.integer("番号"),
      order: row.requiredInteger("順序"),
      page: row.integer("頁"),
    });
  },
};

export const sectionsTable: Table<Section> = {
  file: "sections.csv",
  title: { ja: "所管課", en: "Sections" },
  idColumn: "ID",
  columns: [
    column("ID", "所管課のID（D001）", "The section's ID (D001)"),
    column("名称", "所管課の名称", "The section's name"),
    column("名称_英語", "英語の名称", "The name in English"),
    translationColumn,
    noteColumn,
  ],
  read(row) {
    return defined<Section>({ id: row.id("ID", "D001"), name: row.name("名称"), note: row.text("備考") });
  },
};
