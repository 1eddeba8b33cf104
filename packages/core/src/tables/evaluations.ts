// The tables of what the report says beside the values: evaluation-schemes.csv, evaluations.csv, references.csv, costs.csv.

import type { Cost, Evaluation, Grade, ReferenceValue } from "../model/evaluation.ts";
import { details } from "./details.ts";
import {
  choice,
  decimal,
  type Fields,
  flag,
  id,
  integer,
  name,
  neededInteger,
  neededText,
  reference,
  tableOf,
  text,
  year,
} from "./field.ts";
import { costStageWords, referenceWords } from "./words.ts";

const source = reference("出典ID", "出典のID", "The source");
const page = integer("頁", "印刷された頁", "The printed page");
const sourcePlace = text(
  "出典_位置",
  "読み取った場所（Sheet1!H12など）",
  "The cell or line it was read from",
);
const note = text("備考", "補足", "Remarks");

const gradeFields: Fields<Grade> = {
  id: id("ID", "Q01", "評価の段階のID（Q01）", "The grade's ID (Q01)"),
  scheme: neededText("評価体系", "評価体系の名称", "The scheme's name"),
  order: neededInteger("順序", "体系の中での順序（1から）", "Its place in the scheme, from 1"),
  name: name("評価", "評価（団体の言葉）", "The grade, in the body's words"),
  meaning: text("意味", "団体が示す意味", "What the body says it means"),
  note,
  ...details.grades,
};

export const gradesTable = tableOf<Grade>(
  {
    file: "evaluation-schemes.csv",
    title: { ja: "評価体系", en: "Schemes of evaluation" },
    idColumn: "ID",
    isOptional: true,
  },
  {
    ...gradeFields,
    // The English of a grade stands in 名称_英語, as that of every name does.
    name: {
      ...gradeFields.name,
      columns: [
        { header: "評価", about: gradeFields.name.about },
        {
          header: "名称_英語",
          about: { ja: "英語の名称", en: "The grade in English" },
          isOptional: true,
        },
        {
          header: "英語_根拠",
          about: { ja: "市、または仮訳", en: "Whose the English is" },
          isOptional: true,
        },
      ],
      read: (row) => row.nameWith("評価", "名称_英語"),
    },
  },
);

export const evaluationFields: Fields<Evaluation> = {
  subject: reference("対象ID", "指標または項目のID", "The indicator or node"),
  year: year("年度", "評価した年度（西暦）", "The year that is judged"),
  scheme: text("評価体系", "評価体系の名称", "The scheme's name"),
  grade: text("評価", "団体自身の評価（こちらでは付けない）", "The body's own verdict; never ours"),
  rate: decimal("達成率", "印刷された達成率（%）", "The rate of achievement as printed, in percent"),
  source,
  page,
  sourcePlace,
  note,
  ...details.evaluations,
};

const evaluationsOnly = tableOf<Evaluation>(
  { file: "evaluations.csv", title: { ja: "評価", en: "Evaluations" }, isOptional: true },
  evaluationFields,
);

export const evaluationsTable: typeof evaluationsOnly = {
  ...evaluationsOnly,
  read(row, file) {
    if (row.raw("評価") === "" && row.raw("達成率") === "") row.issue("value-required", "評価");
    if (row.raw("評価") !== "" && row.raw("評価体系") === "")
      row.issue("grade-without-scheme", "評価体系", { found: row.raw("評価") });
    return evaluationsOnly.read(row, file);
  },
};

export const referenceFields: Fields<ReferenceValue> = {
  indicator: reference("指標ID", "指標のID", "The indicator"),
  year: year("年度", "年度（西暦）", "The year"),
  kind: choice("種別", referenceWords, "other", "全国・都道府県・類似団体・順位・その他", "Of where"),
  name: neededText("名称", "参考値の名称（全国平均など）", "What it is: the nation's mean, and the like"),
  number: decimal("値", "数値（半角数字）", "The number"),
  words: text("状況", "数値でない場合の言葉", "The words, where it is no number"),
  source,
  page,
  sourcePlace,
  note,
  ...details.references,
};

const referencesOnly = tableOf<ReferenceValue>(
  { file: "references.csv", title: { ja: "参考値", en: "Reference values" }, isOptional: true },
  referenceFields,
);

export const referencesTable: typeof referencesOnly = {
  ...referencesOnly,
  read(row, file) {
    if (row.raw("値") === "" && row.raw("状況") === "") row.issue("value-required", "値");
    return referencesOnly.read(row, file);
  },
};

export const costFields: Fields<Cost> = {
  node: reference("項目ID", "項目のID", "The node"),
  year: year("年度", "年度（西暦）", "The year"),
  item: neededText("費目", "費目（事業費、人件費など）", "What kind of cost"),
  stage: choice("区分", costStageWords, "settled", "計画・予算・決算・見込", "Planned, budgeted, settled"),
  amount: {
    ...decimal("金額", "金額（半角数字）", "The amount"),
    isRequired: true,
    read: (row) => {
      if (row.raw("金額") === "") row.issue("value-required", "金額");
      return row.decimal("金額") ?? { digits: 0n, scale: 0 };
    },
  },
  unit: reference("単位ID", "金額の単位のID", "The unit of the amount"),
  isTotal: flag("合計", "合計", "団体自身の合計なら「合計」", "合計 for the body's own sum"),
  source,
  page,
  sourcePlace,
  note,
  ...details.costs,
};

export const costsTable = tableOf<Cost>(
  { file: "costs.csv", title: { ja: "事業費", en: "Costs" }, isOptional: true },
  costFields,
);
