// The structure of our SDMX data, for each of its notations: components, concepts, lists of codes and their names.

import { areaCode, type Dataset, type Text } from "@shihyo/core";
import { wholeCode } from "./rdf/iri.ts";

export const structureVersion = "1.0";
export const flow = "RESULTS";
export const structure = "DSD_RESULTS";
export const concepts = "CS_RESULTS";

/** The one measure, to which every attribute belongs. */
export const measure = "OBS_VALUE";

export type ComponentRole = "dimension" | "time" | "measure" | "attribute";

export interface Part {
  readonly id: string;
  readonly role: ComponentRole;
  readonly name: Text;
  /** Its list of codes, or how it is written. */
  readonly codes?: string;
  readonly type?: string;
  readonly required?: boolean;
}

/** In the order of the columns. */
export const parts: readonly Part[] = [
  { id: "FREQ", role: "dimension", name: { ja: "頻度", en: "Frequency" }, codes: "CL_FREQ" },
  { id: "REF_AREA", role: "dimension", name: { ja: "地域", en: "Reference area" }, codes: "CL_AREA" },
  { id: "INDICATOR", role: "dimension", name: { ja: "指標", en: "Indicator" }, codes: "CL_INDICATOR" },
  { id: "BREAKDOWN", role: "dimension", name: { ja: "内訳", en: "Breakdown" }, codes: "CL_BREAKDOWN" },
  {
    id: "TIME_PERIOD",
    role: "time",
    name: { ja: "期間", en: "Time period" },
    type: "ObservationalTimePeriod",
  },
  { id: "OBS_VALUE", role: "measure", name: { ja: "実績値", en: "Value" }, type: "Decimal" },
  {
    id: "OBS_STATUS",
    role: "attribute",
    name: { ja: "観測値の状態", en: "Observation status" },
    codes: "CL_OBS_STATUS",
    required: true,
  },
  { id: "UNIT_MEASURE", role: "attribute", name: { ja: "単位", en: "Unit" }, codes: "CL_UNIT" },
  { id: "UNIT_MULT", role: "attribute", name: { ja: "単位の倍数", en: "Unit multiplier" }, type: "Integer" },
  { id: "DECIMALS", role: "attribute", name: { ja: "小数点以下の桁数", en: "Decimals" }, type: "Integer" },
  {
    id: "REPORTING_YEAR_START_DAY",
    role: "attribute",
    name: { ja: "年度の初日", en: "Reporting year start day" },
    type: "MonthDay",
  },
  { id: "COMMENT_OBS", role: "attribute", name: { ja: "備考", en: "Comment" }, type: "String" },
];

/** An agency's ID begins with a letter. */
export function agencyOf({ municipality }: Dataset): string {
  return `JP${municipality.code}`;
}

/** The name of a maintained artefact, as SDMX 3.0 writes references. */
export function urnOf(dataset: Dataset, kind: string, id: string): string {
  return `urn:sdmx:org.sdmx.infomodel.${kind}=${agencyOf(dataset)}:${id}(${structureVersion})`;
}

export const ofRole = (role: ComponentRole): Part[] => parts.filter((part) => part.role === role);

const statuses: readonly (readonly [string, string, string])[] = [
  ["A", "通常の値", "Normal value"],
  ["B", "系列の断絶", "Time series break"],
  ["E", "推計値", "Estimated value"],
  ["F", "見込", "Forecast value"],
  ["M", "値がありえない", "Missing value; data cannot exist"],
  ["O", "値がない", "Missing value"],
  ["P", "速報値", "Provisional value"],
  ["Q", "秘匿", "Missing value; suppressed"],
  ["U", "信頼性が低い（読み取りに疑いがある）", "Low reliability"],
];

export interface SdmxCode {
  readonly id: string;
  readonly name: Text;
}

export function codeLists(
  dataset: Dataset,
): Readonly<Record<string, { readonly name: Text; readonly codes: readonly SdmxCode[] }>> {
  const { municipality, indicators, units, breakdowns, labels } = dataset;
  return {
    CL_AREA: {
      name: { ja: "標準地域コード", en: "Standard area codes" },
      codes: [{ id: areaCode(municipality), name: municipality.name }],
    },
    CL_BREAKDOWN: {
      name: { ja: "内訳", en: "Breakdowns" },
      codes: [{ id: wholeCode, name: { ja: "全体", en: "The whole" } }, ...breakdowns.values()],
    },
    CL_FREQ: {
      name: { ja: "頻度", en: "Frequencies" },
      codes: [{ id: "A", name: { ja: "年", en: "Annual" } }],
    },
    CL_INDICATOR: {
      name: { ja: "指標", en: "Indicators" },
      codes: [...indicators.values()].map(({ id, name }) => ({ id, name: labels.get(id) ?? name })),
    },
    CL_OBS_STATUS: {
      name: { ja: "観測値の状態", en: "Observation status" },
      codes: statuses.map(([id, ja, en]) => ({ id, name: { ja, en } })),
    },
    CL_UNIT: { name: { ja: "単位", en: "Units" }, codes: [...units.values()] },
  };
}

export const conceptsTitle: Text = { ja: "概念", en: "Concepts" };
export const structureTitle: Text = { ja: "実績値の構造", en: "Structure of the results" };

/** When the message was made: with its release, since nothing of ours has a clock. */
export function preparedAt({ releases }: Dataset): string {
  return `${releases.at(-1)?.date ?? "1970-01-01"}T00:00:00+09:00`;
}
