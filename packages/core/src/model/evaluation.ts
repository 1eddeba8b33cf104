// What the city's report says of its own results beside the values: verdicts (評価), values of elsewhere (参考値), costs (事業費).

import type { Decimal } from "./decimal.ts";
import type { DetailsOf } from "./details.ts";
import type { FiscalYear } from "./fiscal-year.ts";
import type { Text } from "./text.ts";

/** Where the report says it: a source's ID, and the printed page. */
export interface Printed {
  readonly source: string;
  readonly page?: number;
  /** The cell or line it was read from. */
  readonly sourcePlace?: string;
  readonly note?: string;
}

/** One grade of a scheme: A of S・A・B・C, with what the city says it means. */
export interface Grade extends DetailsOf<"grades"> {
  readonly id: string;
  /** 評価体系: the scheme's own name, shared by its grades. */
  readonly scheme: string;
  /** 1 is the best, or the first that the city names. */
  readonly order: number;
  readonly name: Text;
  readonly meaning?: string;
  readonly note?: string;
}

/** The city's verdict on an indicator or a node in a year; never worked out by us. */
export interface Evaluation extends Printed, DetailsOf<"evaluations"> {
  /** An indicator's or a node's ID. */
  readonly subject: string;
  readonly year: FiscalYear;
  readonly scheme?: string;
  readonly grade?: string;
  /** 達成率 in percent, as printed. */
  readonly rate?: Decimal;
}

/** 全国, 都道府県, 類似団体, 順位, その他. */
export type ReferenceKind = "nation" | "prefecture" | "similar" | "rank" | "other";

/** The same indicator elsewhere, as the city's report gives it. */
export interface ReferenceValue extends Printed, DetailsOf<"references"> {
  readonly indicator: string;
  readonly year: FiscalYear;
  readonly kind: ReferenceKind;
  readonly name: string;
  readonly number?: Decimal;
  readonly words?: string;
}

/** 計画, 予算, 決算, 見込. */
export type CostStage = "planned" | "budget" | "settled" | "expected";

/** What a node took in a year, by kind. */
export interface Cost extends Printed, DetailsOf<"costs"> {
  readonly node: string;
  readonly year: FiscalYear;
  /** 費目: 事業費, 人件費, 国庫支出金 … in the city's words. */
  readonly item: string;
  readonly stage: CostStage;
  readonly amount: Decimal;
  readonly unit: string;
  /** True for the city's own sum. */
  readonly isTotal: boolean;
}

/** `J0001FY2024`, with the scheme where a subject has several in a year. */
export function evaluationId({
  subject,
  year,
  scheme = "",
}: Pick<Evaluation, "subject" | "year" | "scheme">): string {
  return `${subject}FY${year}${scheme && `-${scheme}`}`;
}

export function referenceId({
  indicator,
  year,
  kind,
  name,
}: Pick<ReferenceValue, "indicator" | "year" | "kind" | "name">): string {
  return `${indicator}FY${year}-${kind}-${name}`;
}

export function costId({ node, year, item, stage }: Pick<Cost, "node" | "year" | "item" | "stage">): string {
  return `${node}FY${year}-${stage}-${item}`;
}
