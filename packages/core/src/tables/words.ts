// The words that the city's tables use for the model's fixed choices.

import type { LeftOutReason, Qualifier, ReadingPart } from "../model/activity.ts";
import type { CommonMatch, KanaBasis, NumberShape, SurveyCycle } from "../model/details.ts";
import type { CostStage, ReferenceKind } from "../model/evaluation.ts";
import type {
  Aggregation,
  BroadKind,
  Direction,
  DirectionBasis,
  PeriodKind,
  UnitKind,
} from "../model/indicator.ts";
import type { StatusMeaning } from "../model/status.ts";
import type { TargetBound, TargetScope } from "../model/target.ts";
import type { Wording } from "../model/text.ts";
import type { NoValueReason, ReadingStatus, ValueStatus } from "../model/value.ts";
import type { Choices } from "./row.ts";

export const broadKindWords: Choices<BroadKind> = {
  投入: "input",
  活動: "activity",
  成果: "outcome",
  対象: "target",
  その他: "other",
};

export const shapeWords: Choices<NumberShape> = {
  数量: "quantity",
  順位: "rank",
  指数: "index",
  点: "score",
};

export const cycleWords: Choices<SurveyCycle> = { 毎年: "yearly", 隔年: "biennial", 不定期: "irregular" };

export const matchWords: Choices<CommonMatch> = {
  完全: "exact",
  近い: "close",
  広い: "broader",
  狭い: "narrower",
};

export const referenceWords: Choices<ReferenceKind> = {
  全国: "nation",
  都道府県: "prefecture",
  類似団体: "similar",
  順位: "rank",
  その他: "other",
};

export const costStageWords: Choices<CostStage> = {
  計画: "planned",
  予算: "budget",
  決算: "settled",
  見込: "expected",
};

export const kanaBasisWords: Choices<KanaBasis> = { 仮: "draft", 確認: "checked" };

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

export const readingPartWords: Choices<ReadingPart> = { 内容: "what", 実績値: "value", 両方: "both" };

export const statusWords: Choices<ValueStatus> = {
  確定: "final",
  速報: "provisional",
  推計: "estimated",
  見込: "expected",
  途中: "partial",
  値なし: "none",
};

export const reasonWords: Choices<NoValueReason> = {
  該当なし: "notApplicable",
  未実施: "notCarriedOut",
  集計中: "pending",
  調査年でない: "notSurveyed",
  秘匿: "confidential",
  不明: "unknown",
};

export const targetScopeWords: Choices<TargetScope> = {
  年度: "yearly",
  最終: "final",
  基準: "base",
};

export const targetBoundWords: Choices<TargetBound> = {
  以上: "atLeast",
  以下: "atMost",
  超: "above",
  未満: "below",
  維持: "keep",
  増加: "increase",
  減少: "decrease",
  範囲: "range",
};

/** Every concept that the scheme of statuses must hold. */
export const statusMeaningWords: Choices<StatusMeaning> = {
  確定: "final",
  速報: "provisional",
  推計: "estimated",
  見込: "expected",
  途中: "partial",
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
