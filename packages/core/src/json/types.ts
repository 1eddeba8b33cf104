// The JSON that is published: the shape of the dataset, of one indicator's file, of a release and its changes.
//
// These types are the source of the JSON Schemas in `schema/`; `pnpm schema` writes them anew.

import type { DetailsOf } from "../model/details.ts";
import type { Reader } from "../words/readers.ts";
import type { FixedActivityWordsJson, FixedWordsJson } from "./fixed-words-json.ts";

/** A text in Japanese and, where there is one, in English. */
export interface TextJson {
  ja: string;
  en?: string;
  /** Whose the English is: `city`, or `ours` for a translation that the body has not confirmed. */
  translation?: "city" | "ours";
}

/** How surely the printed page was read: `certain` 確定, `restored` 復元, `doubtful` 要確認. */
export type ReadingJson = "certain" | "restored" | "doubtful";

/** Everything that one municipality or prefecture publishes about its plan. */
export interface DatasetJson {
  format: "shihyo-dataset";
  /** Raised when a reader of an older version would misunderstand. */
  formatVersion: 1;
  municipality: MunicipalityJson;
  /** The release that this file belongs to. */
  release: ReleaseJson;
  /** Every release, oldest first. */
  releases: ReleaseJson[];
  /** The years that have values, oldest first. */
  years: YearJson[];
  sources: SourceJson[];
  units: UnitJson[];
  breakdowns: BreakdownJson[];
  /** The states of values, and the reasons for having none. */
  statuses: StatusJson[];
  sections: NamedJson[];
  /** The plans, and the nodes at each of their levels. */
  levels: LevelJson[];
  indicatorKinds: IndicatorKindJson[];
  grades?: GradeJson[];
  evaluations?: EvaluationJson[];
  references?: ReferenceJson[];
  costs?: CostJson[];
  nodes: NodeJson[];
  /** Which indicator is printed where, in the report's order. */
  listings: ListingJson[];
  corrections: CorrectionJson[];
  indicators: IndicatorJson[];
  /** What was done (活動実績), oldest year first. */
  activities: ActivityJson[];
}

export interface MunicipalityJson {
  /**
   * 全国地方公共団体コード: six digits, the last a check digit.
   * @pattern ^[0-9]{6}$
   */
  code: string;
  name: TextJson;
  prefecture: TextJson;
  /**
   * 法人番号.
   * @pattern ^[0-9]{13}$
   */
  corporateNumber?: string;
  /** @format uri */
  homepage?: string;
  /** True once the body itself publishes or has adopted the data. */
  official: boolean;
  /** The atlas that sets it beside others; absent where it names none. @format uri */
  atlas?: string;
  /** What every IRI begins with. @format uri */
  base: string;
  title: TextJson;
  description: TextJson;
  /** The words that must stand beside the data (出典). */
  attribution: TextJson;
  licence: LicenceJson;
  /** Who runs the published folder. */
  publisher: BodyJson;
  /** Who printed the report. */
  sourceBody: BodyJson;
}

export interface LicenceJson {
  name: string;
  /** @format uri */
  iri: string;
}

export interface BodyJson {
  name: TextJson;
  /** @format uri */
  homepage?: string;
  corporateNumber?: string;
}

export interface ReleaseJson extends DetailsOf<"releases"> {
  version: string;
  /** @format date */
  date: string;
  note: TextJson;
}

export interface YearJson {
  /** The western year in which the fiscal year begins. */
  year: number;
  /** 令和6年度. */
  ja: string;
  /** FY2024 (Reiwa 6). */
  en: string;
  /** @format date */
  start: string;
  /** @format date */
  end: string;
  iri: string;
}

export interface SourceJson {
  id: string;
  title: TextJson;
  body: TextJson;
  year?: number;
  pages?: number;
  /** @format date */
  date?: string;
  /** @format uri */
  url?: string;
  sha256?: string;
}

export interface UnitJson extends DetailsOf<"units"> {
  id: string;
  iri: string;
  name: TextJson;
  /** The English name beside the number 1, where it is another. */
  singular?: string;
  kind: "share" | "persons" | "count" | "money" | "quantity" | "point";
  qudt?: string;
  ucum?: string;
  /** The unit of a difference, where it is another: ポイント for %. */
  differenceUnit?: string;
  /** As printed, where the name is written otherwise. */
  printed?: string;
}

// A section in charge (所管), which the schema has long called so.
export interface NamedJson extends DetailsOf<"sections"> {
  id: string;
  iri: string;
  name: TextJson;
}

type Named = Pick<NamedJson, "id" | "iri" | "name">;

/** A part of an indicator, or what is counted within it. */
export interface BreakdownJson extends Named, DetailsOf<"breakdowns"> {
  /** うち: counted within the whole, and not adding up to it. */
  ofWhich?: true;
  /** What it is called then: 「うち市外から」. */
  shown?: Record<Reader, string>;
}

export interface StatusJson extends Named {
  definition?: TextJson;
}

/** One storey of a plan, with the body's own name. */
export interface LevelJson extends DetailsOf<"levels"> {
  plan: string;
  /** 1 is the highest below the plan itself. */
  order: number;
  name: TextJson;
  /** In addresses. */
  folder: string;
  note?: string;
}

/** 指標区分, in the body's words, and what it comes down to. */
export interface IndicatorKindJson extends DetailsOf<"indicatorKinds"> {
  name: TextJson;
  broad: "input" | "activity" | "outcome" | "target" | "other";
  note?: string;
}

/** One grade of a scheme, with what the body says it means. */
export interface GradeJson extends DetailsOf<"grades"> {
  id: string;
  scheme: string;
  order: number;
  name: TextJson;
  meaning?: string;
  note?: string;
}

/** The body's own verdict on an indicator or a node in a year. */
export interface EvaluationJson extends DetailsOf<"evaluations"> {
  subject: string;
  year: number;
  scheme?: string;
  grade?: string;
  /** 達成率 in percent, as printed. */
  rate?: string;
  source: string;
  page?: number;
  sourcePlace?: string;
  note?: string;
}

/** The same indicator elsewhere, as the body's report gives it. */
export interface ReferenceJson extends DetailsOf<"references"> {
  indicator: string;
  year: number;
  kind: "nation" | "prefecture" | "similar" | "rank" | "other";
  name: string;
  value?: number;
  printed?: string;
  words?: string;
  source: string;
  page?: number;
  sourcePlace?: string;
  note?: string;
}

/** What a node took in a year. */
export interface CostJson extends DetailsOf<"costs"> {
  node: string;
  year: number;
  item: string;
  stage: "planned" | "budget" | "settled" | "expected";
  /** As printed, in its unit. */
  amount: string;
  unit: string;
  /** True for the body's own sum. */
  isTotal: boolean;
  source: string;
  page?: number;
  sourcePlace?: string;
  note?: string;
}

export interface NodeJson extends DetailsOf<"nodes"> {
  id: string;
  iri: string;
  /** 0 for a plan itself, 1 for its highest level, and so on down. */
  level: number;
  levelName: TextJson;
  /** The level's folder in addresses. */
  folder: string;
  /** The plan it belongs to; a plan has none. */
  plan?: string;
  name: TextJson;
  reading: ReadingJson;
  from?: number;
  abolished?: number;
  account?: string;
  section?: string;
  field?: string;
  /** One plain sentence; `summaryBy` says whose. */
  summary?: TextJson;
  summaryBy?: "city" | "ours";
  content?: string;
  note?: string;
  /** The nodes it stands under; it may be several. */
  placements: PlacementJson[];
}

export interface PlacementJson extends DetailsOf<"placements"> {
  parent: string;
  number?: number;
  /** As printed, where it is no integer. */
  numberText?: string;
  order: number;
  page?: number;
}

export interface ListingJson extends DetailsOf<"listings"> {
  id: string;
  /** The node under which it is listed. */
  node: string;
  /** The node under which that one is printed here. */
  above?: string;
  /** Absent where the project has no indicator (指標なし). */
  indicator?: string;
  order: number;
  page?: number;
  /** True where the indicator was already listed before (再掲). */
  again: boolean;
  printedName?: string;
}

export interface CorrectionJson extends DetailsOf<"corrections"> {
  id: string;
  iri: string;
  /** @format date */
  date: string;
  subject: string;
  property: string;
  from: string;
  to: string;
  reason: string;
}

/** One indicator with all its years; also the whole of its own `data.json`. */
export interface IndicatorJson extends DetailsOf<"indicators"> {
  id: string;
  iri: string;
  /** 表示名: unique within the dataset. */
  label: TextJson;
  /** The label in pieces, its kanji with their readings, where the table has the name in kana: furigana. */
  ruby?: RubyJson[];
  /** As printed; `…` stands for what cannot be read. */
  name: TextJson;
  reading: ReadingJson;
  /** 指標区分, in the body's words. */
  kind: string;
  broadKind: "input" | "activity" | "outcome" | "target" | "other";
  /** A unit's ID. */
  unit?: string;
  period: "fiscal" | "calendar";
  aggregation: "single" | "cumulative" | "pointInTime" | "unknown";
  /** @format date */
  cumulativeFrom?: string;
  direction: "increase" | "decrease" | "keep" | "none";
  /** Who says so: the body, or only plain to us (never judged by). */
  directionBasis?: "city" | "estimated";
  definition?: TextJson;
  abolished?: number;
  note?: string;
  breaks?: BreakJson[];
  /** What the body set itself to reach; oldest goal year first. */
  targets?: TargetJson[];
  /** The body's own verdicts, oldest year first. */
  evaluations?: EvaluationJson[];
  /** The same indicator elsewhere, oldest year first. */
  references?: ReferenceJson[];
  /** Oldest first. */
  years: IndicatorYearJson[];
  /**
   * The year to show where none is asked for, if that is not the newest: the newer ones are still being
   * counted (集計中).
   */
  shownYear?: number;
  /** Why there is no chart of its years, in words that stand in its place; absent where there is one. */
  noChart?: Record<Reader, string>;
}

/** A piece of a name, and behind it the kana over it where it has kanji: `["鮎", "あゆ"]`, `["まつり"]`. */
export type RubyJson = string[];

export interface BreakJson extends DetailsOf<"breaks"> {
  before: number;
  after: number;
  reason: TextJson;
}

export interface TargetJson extends DetailsOf<"targets"> {
  /** `K0001T2026`. */
  id: string;
  iri: string;
  /** The goal year; absent where the report gives none, and for a baseline alone. */
  year?: number;
  /** For that year alone (`yearly`), for the end of the plan (`final`), or a baseline without a target (`base`). */
  scope: "yearly" | "final" | "base";
  /** The number to be reached; absent where the target is words. */
  value?: number;
  /** The number with its printed decimals. */
  printed?: string;
  words?: string;
  /** The upper end of a range. */
  upper?: string;
  /** What earlier documents had set in its place, oldest first; it no longer counts. */
  earlier?: EarlierTargetJson[];
  /** To be reached from below, from above, kept, or only which way. */
  bound?: "atLeast" | "atMost" | "above" | "below" | "keep" | "increase" | "decrease" | "range";
  baseYear?: number;
  base?: number;
  basePrinted?: string;
  /** The base year as printed, where it is no single year. */
  baseYearText?: string;
  baseWords?: string;
  /** The body's own formula of achievement. */
  formula?: string;
  /** The body's own grade, and its scheme. */
  grade?: string;
  gradeScheme?: string;
  note?: string;
  source: string;
  page?: number;
  /** The target, its baseline and the body's verdict on it, in a line for each reader. */
  line: Record<Reader, string>;
}

/** A target that a later document took the place of. */
export interface EarlierTargetJson extends DetailsOf<"targets"> {
  iri: string;
  value?: number;
  printed?: string;
  words?: string;
  upper?: string;
  bound?: "atLeast" | "atMost" | "above" | "below" | "keep" | "increase" | "decrease" | "range";
  source: string;
  page?: number;
  note?: string;
  line: Record<Reader, string>;
}

/** A survey's value beside that of the survey before, where the years between are none. */
export interface SinceSurveyJson {
  /** The year of the survey before. */
  year: number;
  /** This value minus that one, exact, as printed decimals. */
  difference: string;
  rate?: string;
  /** That a value of either survey is not sure, so that the change is no more than a hint. */
  tentative?: true;
}

export interface IndicatorYearJson {
  year: number;
  /** That no survey is held in this year (調査年でない), so that nothing is missing. */
  unsurveyed?: true;
  /** That its number goes on from the one before over years without a survey, and no break lies between. */
  bridged?: true;
  observations: ObservationJson[];
  /** Whether the whole may be compared with the year before; absent for the first year. */
  comparable?: boolean;
  notComparableReason?: TextJson;
  /**
   * Whether the change may be relied on (`comparable`), is no more than a hint since a value of either year is not
   * sure (`tentative`), or cannot be told (`notComparable`); absent for the first year.
   */
  comparability?: "comparable" | "tentative" | "notComparable";
  /** Why the change is no more than a hint. */
  tentativeReason?: TextJson;
  /** That the value itself is in doubt or not final; absent where it is sure. */
  unsure?: true;
  /** This year minus last year, exact, as printed decimals. */
  difference?: string;
  /** The difference in percent of last year's value, to one decimal. */
  rate?: string;
  /** The rate again, where it tells something: not from a few, not where a value is unsure. */
  tellingRate?: string;
  /** Good or bad only where the body said which way is better. */
  assessment: "better" | "worse" | "steady" | "notJudged" | "notComparable";
  /** Which way the number moved since the year before, or since the survey before; absent where it was not compared. */
  movement?: "up" | "down" | "same";
  /** Where the year before had no survey: the change since the survey before that. */
  sinceSurvey?: SinceSurveyJson;
  /**
   * Whether the target of this very year was reached: only where a sure number and a bound tell it, or the body says
   * it itself.
   */
  reached?: boolean;
  /** What a card says, for readers of Japanese, English and easy Japanese (やさしい日本語). */
  card: Record<Reader, CardJson>;
}

/** The words of a card; an empty string where there is nothing to say. */
export interface CardJson {
  value: string;
  unit: string;
  /** A large number as people say it, with its unit; absent where the printed form is as easy. */
  said?: string;
  /** In both calendars. */
  year: string;
  /** 令和6年度, for where there is little room. */
  shortYear: string;
  change: string;
  assessment: string;
  /** The card as whole sentences, for ears. */
  sentence: string;
  /** The value with its unit, its year and all doubt, as it follows the name in a link. */
  brief: string;
  /** What is not certain about the name or the value; absent where all is certain. */
  marks?: string[];
  /** Those of them that are about the name, and stand beside it. */
  nameMarks?: string[];
  /** The others, where there are any marks at all: they stand beside the value. */
  valueMarks?: string[];
  /** What is said about this very value, in Japanese; absent where nothing is. */
  notes?: string[];
  /** Marks and notes in a line, as they stand in brackets behind the number; absent where there are none. */
  doubt?: string;
  /** What is not certain about the change; absent where all is certain. */
  changeDoubt?: string;
  /** That a newer year exists, or is still being counted (集計中); absent where there is none. */
  newer?: string;
  /** The target and, where there is one, the body's own grade; absent where none is known to hold for that year. */
  target?: string;
}

/** The whole of `goals/G01/data.js` and its like: which indicators a node has, those below it included. */
export interface GroupFileJson {
  format: "shihyo-group";
  formatVersion: 1;
  id: string;
  level: number;
  levelName: TextJson;
  /** The level's folder in addresses. */
  folder: string;
  /** What elements of earlier versions find the file by; only of the levels that they know. */
  kind?: string;
  name: TextJson;
  words: Record<Reader, FixedWordsJson>;
  /** The indicators' IDs, in the report's order, each once. */
  indicators: string[];
}

export interface ObservationJson extends DetailsOf<"observations"> {
  /** `K0001FY2024`, `K0140FY2024B0001`. */
  id: string;
  iri: string;
  /** A breakdown's ID; absent for the whole (全体). */
  breakdown?: string;
  /** The number; absent where there are words or nothing. */
  value?: number;
  /** The number with its printed decimals: `90.0`. */
  printed?: string;
  /** Words in place of a number. */
  words?: string;
  /** A status's ID: the state of a number, or why there is none. */
  status: string;
  reading: ReadingJson;
  /** What the value covers, where known: `2024-04-01/2025-03-31`. */
  interval?: string;
  /** The day up to which a value of part of the year counts. @format date */
  asOf?: string;
  note?: string;
  source: string;
  page?: number;
  /** What earlier documents printed for it, oldest first; they no longer count. */
  earlierPrints?: EarlierPrintJson[];
}

export interface EarlierPrintJson extends DetailsOf<"observations"> {
  value?: number;
  printed?: string;
  words?: string;
  /** A status's ID. */
  status: string;
  /** The day up to which it counts, where it is of part of the year. */
  asOf?: string;
  source: string;
  page?: number;
}

/** The whole of `indicators/K0001/data.json` and of what `data.js` hands to the cards. */
export interface IndicatorFileJson {
  format: "shihyo-indicator";
  formatVersion: 1;
  municipality: { code: string; name: TextJson; official: boolean; languages: string[] };
  /** The words that must stand beside the data (出典). */
  attribution: TextJson;
  licence: LicenceJson;
  release: ReleaseJson;
  /** The last year that the dataset reports on. */
  latestYear: number;
  unit?: UnitJson;
  breakdowns?: BreakdownJson[];
  /** Where it is printed: its projects, by name. */
  projects: {
    id: string;
    name: TextJson /** How many activities it has (活動実績). */;
    activities: number;
  }[];
  sources: SourceJson[];
  /** The fixed words that stand around the values. */
  words: Record<Reader, FixedWordsJson>;
  indicator: IndicatorJson;
}

/** A figure from what a project did in a year, or an action without one. */
export interface ActivityJson extends DetailsOf<"activities"> {
  /** `A0001`. */
  id: string;
  iri: string;
  /** A project's ID. */
  project: string;
  year: number;
  /** Its place within the project's year, from 1. */
  order: number;
  what: TextJson;
  breakdown?: TextJson;
  /** Absent for an action without a figure. */
  value?: number;
  /** The number with its printed decimals: `90.0`. */
  printed?: string;
  /** A unit's ID. */
  unit?: string;
  /** `about` 約, `repeated` 延べ, `cumulative` 累計, `ofWhich` うち. */
  qualifiers?: ("about" | "repeated" | "cumulative" | "ofWhich")[];
  /** The day on which it was counted. @format date */
  asOf?: string;
  /** When it took place: `2024-11-09/2024-11-10`. */
  interval?: string;
  /** The activity whose printed sum this is a part of. */
  partOf?: string;
  /** The indicator whose value of the year it states, alone or with others that name it. */
  indicator?: string;
  reading: ReadingJson;
  /** What the reading is about, where it is not certain: the words, the number, or both. */
  unsure?: "what" | "value" | "both";
  note?: string;
  source: string;
  page?: number;
  /** What is shown, for readers of Japanese, English and easy Japanese (やさしい日本語). */
  shown: Record<Reader, ActivityWordsJson>;
}

/** The words of an activity; an empty string where there is nothing to say. */
export interface ActivityWordsJson {
  /** With its part in brackets. */
  what: string;
  /** Stands before the number. */
  qualifier: string;
  value: string;
  unit: string;
  when: string;
  /** How surely it was read, and what is said beside it. */
  doubt: string;
  /** The whole, for ears. */
  sentence: string;
}

/** The whole of `projects/J0001/data.json` and of what `data.js` hands to the elements. */
export interface ProjectFileJson {
  format: "shihyo-project";
  formatVersion: 1;
  /** What a grid needs of it, as of any other node (`GroupFileJson`). */
  id: string;
  kind: "project";
  /** The level's folder in addresses. */
  folder: string;
  name: TextJson;
  words: Record<Reader, FixedWordsJson>;
  /** The indicators' IDs, in the report's order, each once. */
  indicators: string[];
  /** The words around what was done. */
  activityWords: Record<Reader, FixedActivityWordsJson>;
  municipality: { code: string; name: TextJson; official: boolean; languages: string[] };
  /** The words that must stand beside the data (出典). */
  attribution: TextJson;
  licence: LicenceJson;
  release: ReleaseJson;
  project: NodeJson;
  /** The years of its activities, oldest first. */
  years: YearJson[];
  /** The body's own text for each year, where it gives one. */
  achievements?: { year: number; text: string }[];
  activities: ActivityJson[];
  units: UnitJson[];
  sources: SourceJson[];
}

/** The whole of `releases/2026-08-01/changes.json`: what a release changed on the one before it. */
export interface ChangesJson {
  format: "shihyo-changes";
  formatVersion: 1;
  version: string;
  /** The version that it is compared with. */
  since: string;
  /** How many of each kind there are, in words. */
  counts: ChangeCountJson[];
  differences: DifferenceJson[];
  /** IDs of the corrections that were written down since. */
  corrections: string[];
}

export interface ChangeCountJson {
  /** 「実績値の変更」. */
  title: string;
  count: number;
}

/** One thing that changed, in words for people. */
export interface DifferenceJson {
  kind:
    | "value"
    | "indicator"
    | "name"
    | "unit"
    | "direction"
    | "definition"
    | "break"
    | "target"
    | "node"
    | "evaluation"
    | "reference"
    | "cost";
  change: "added" | "changed" | "removed";
  /** `K0001FY2024`, `K0001`, `K0001T2026`, `J0001`, `J0001FY2024-settled-事業費`. */
  id: string;
  /** The indicator or node that it is about: `K0001`, `J0001`. */
  subject: string;
  /** What it is called, in its newer state. */
  label: string;
  year?: number;
  /** Absent where there was nothing. */
  from?: string;
  /** Absent where there is nothing any more. */
  to?: string;
  /** Why, where corrections.csv says so. */
  reason?: string;
  /** Where the Japanese is as it was and only the English changed: label, from and to are English. */
  language?: "en";
}

/** The whole of `releases/latest/release.json`: which release is the current one, and its files. */
export interface LatestReleaseJson {
  format: "shihyo-release";
  formatVersion: 1;
  version: string;
  /** @format date */
  date: string;
  /** The address of this very release. @format uri */
  address: string;
  files: ReleasedFileJson[];
}

export interface ReleasedFileJson {
  /** Below the published folder. */
  path: string;
  /** @format uri */
  address: string;
  mediaType: string;
  /** @minimum 0 */
  bytes: number;
  /**
   * In hexadecimal.
   * @pattern ^[0-9a-f]{64}$
   */
  sha256: string;
}
