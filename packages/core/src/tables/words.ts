// The words that the city's tables use for the model's fixed choices.

import type { LeftOutReason, Qualifier } from "../model/activity.ts";
import type {
  Aggregation,
  Direction,
  DirectionBasis,
  IndicatorKind,
  PeriodKind,
  UnitKind,
} from "../model/indicator.ts";
import type { NodeKind } from "../model/node.ts";
import type { StatusMeaning } from "../model/status.ts";
import type { TargetBound, TargetScope } from "../model/target.ts";
import type { Wording } from "../model/text.ts";
import type { NoValueReason, ReadingStatus, ValueStatus } from "../model/value.ts";
import type { Choices } from "./row.ts";

export const nodeKindWords: Choices<NodeKind> = {
  計画: "plan",
  基本目標: "goal",
  具体的な施策: "policy",
  主な取組: "initiative",
  事業: "project",
};

export const indicatorKindWords: Choices<IndicatorKind> = {
  取組指標: "indicator",
  KPI: "kpi",
  数値目標: "headline",
};

export const unitKindWords: Choices<UnitKind> = {
  割合: "share",
  人数: "persons",
  計数: "count",
  金額: "money",
  物理量: "quantity",
  ポイント: "point",
};

export const periodWords: Choices<PeriodKind> = { 年度: "fiscal", 暦年: "calendar" };

export const aggregationWords: Choices<Aggregation> = {
  単年度: "single",
  累計: "cumulative",
  時点: "pointInTime",
  不明: "unknown",
};

export const directionWords: Choices<Direction> = {
  増加: "increase",
  減少: "decrease",
  維持: "keep",
  判断しない: "none",
};

export const directionBasisWords: Choices<DirectionBasis> = { 市: "city", 推定: "estimated" };

export const readingWords: Choices<ReadingStatus> = { 確定: "certain", 復元: "restored", 要確認: "doubtful" };

export const statusWords: Choices<ValueStatus> = {
  確定: "final",
  速報: "provisional",
  推計: "estimated",
  値なし: "none",
};

export const reasonWords: Choices<NoValueReason> = {
  該当なし: "notApplicable",
  未実施: "notCarriedOut",
  集計中: "pending",
  秘匿: "confidential",
  不明: "unknown",
};

export const targetScopeWords: Choices<TargetScope> = { 年度: "yearly", 最終: "final" };

export const targetBoundWords: Choices<TargetBound> = { 以上: "atLeast", 以下: "atMost", 維持: "keep" };

/** Every concept that the scheme of statuses must hold. */
export const statusMeaningWords: Choices<StatusMeaning> = {
  確定: "final",
  速報: "provisional",
  推計: "estimated",
  進捗あり: "progress",
  ...reasonWords,
};

export const qualifierWords: Choices<Qualifier> = {
  約: "about",
  延べ: "repeated",
  累計: "cumulative",
  うち: "ofWhich",
};

export const leftOutWords: Choices<LeftOutReason> = {
  日付: "date",
  "年度・年": "year",
  名称の一部: "name",
  "対象の定義（年齢等）": "group",
  "条文・規格番号": "law",
  重複: "repeated",
  判読不能: "illegible",
  その他: "other",
};

/** 要約: a sentence of ours until the city gives its own. */
export const summaryWords: Choices<Wording> = { 市: "city", 要約: "ours" };

/** The seventeen 統計分野 of e-Stat, which the national data list uses as 分類 as well. */
export const fields: readonly string[] = [
  "国土・気象",
  "人口・世帯",
  "労働・賃金",
  "農林水産業",
  "鉱工業",
  "商業・サービス業",
  "企業・家計・経済",
  "住宅・土地・建設",
  "エネルギー・水",
  "運輸・観光",
  "情報通信・科学技術",
  "教育・文化・スポーツ・生活",
  "行財政",
  "司法・安全・環境",
  "社会保障・衛生",
  "国際",
  "その他",
];

export const fieldWords: Choices<string> = Object.fromEntries(fields.map((field) => [field, field]));

/** The table's word for a meaning of the model. */
export function wordFor<T extends string>(choices: Choices<T>, meaning: T): string {
  return Object.keys(choices).find((word) => choices[word] === meaning) ?? "";
}
