// Our own classes and properties (`def/#…`): what each means, and what its values are.

import type { Dataset, Level, Text } from "@shihyo/core";
import { allDetails, coercionOf } from "./details.ts";
import type { Coercion } from "./vocabularies.ts";

export interface OwnClass {
  readonly local: string;
  readonly label: Text;
  readonly comment?: Text;
}

export interface OwnProperty {
  readonly local: string;
  readonly label: Text;
  readonly comment?: Text;
  /** What its values are; absent for plain strings. */
  readonly values?: Coercion;
}

const text = (ja: string, en: string): Text => ({ ja, en });

const ownClasses: readonly OwnClass[] = [
  { local: "Plan", label: text("計画", "Plan") },
  {
    local: "Placement",
    label: text("位置づけ", "Placement"),
    comment: text(
      "ある項目が別の項目の下に印刷されていること。1つの項目が複数の項目の下に位置づけられることがある。",
      "One node printed under another. A node may stand under several.",
    ),
  },
  {
    local: "Indicator",
    label: text("指標", "Indicator"),
    comment: text(
      "何を、どの単位で数えるか。事業との関係は掲載で示し、上位の項目へ足し上げるものではない。",
      "What is counted, in what unit. It belongs to projects by listings and does not roll up into what stands above.",
    ),
  },
  {
    local: "Listing",
    label: text("掲載", "Listing"),
    comment: text(
      "指標が、ある事業の下の、ある頁に印刷されていること。再掲は掲載がもう1つあるということで、値は1組である。",
      "An indicator as printed under a project, on a page. One that is printed again has a further listing and the same values.",
    ),
  },
  {
    local: "Break",
    label: text("比較できない境目", "Break"),
    comment: text(
      "その前後の年度の値を比較できない境目。",
      "Between two years whose values may not be compared.",
    ),
  },
  { local: "Unit", label: text("単位", "Unit") },
  {
    local: "Breakdown",
    label: text("内訳", "Breakdown"),
    comment: text(
      "指標の一部（学校、地区など）または全体。",
      "A part of an indicator (a school, a district), or the whole.",
    ),
  },
  {
    local: "Activity",
    label: text("活動実績", "Activity"),
    comment: text(
      "事業が年度内に行ったこと。数値があるものは観測値でもある。",
      "What a project did in a year. One with a figure is an observation as well.",
    ),
  },
  {
    local: "RecurringActivity",
    label: text("年度をまたぐ活動", "Activity from year to year"),
    comment: text(
      "同じ事業が、同じ言葉と単位で年度ごとに行うこと。各年度の活動実績がこれを指す。",
      "The same thing that a project does year after year, under the same words and unit; each year's activity points at it.",
    ),
  },
  { local: "Status", label: text("値の状態", "Status of a value") },
  {
    local: "EarlierPrint",
    label: text("以前の印刷", "Earlier print"),
    comment: text(
      "前の資料に印刷された実績値。今は、後の資料の値を数える。",
      "What an earlier document printed as a value; a later document's counts in its place.",
    ),
  },
  {
    local: "Choice",
    label: text("選択肢", "Choice"),
    comment: text("決まった選択肢の1つ。", "One of a fixed list of choices."),
  },
  {
    local: "Correction",
    label: text("訂正", "Correction"),
    comment: text("公開後に変えた内容。", "What was changed after publication."),
  },
];

export const ownProperties: readonly OwnProperty[] = [
  // Of an observation; the dimensions, measures and attributes of the cubes.
  { local: "indicator", label: text("指標", "Indicator"), values: "@id" },
  { local: "breakdown", label: text("内訳", "Breakdown"), values: "@id" },
  {
    local: "state",
    label: text("状況", "State"),
    comment: text(
      "数値がない場合の状況。進捗を言葉で示したもの、または値なしの理由。",
      "What there is in place of a number: progress in words, or the reason for no value.",
    ),
    values: "@id",
  },
  {
    local: "words",
    label: text("進捗状況", "Progress in words"),
    comment: text("報告書に印刷された言葉。", "The words as the report prints them."),
    values: "@language",
  },
  {
    local: "status",
    label: text("値の状態", "Status of the value"),
    comment: text(
      "SDMXの観測値の状態（CL_OBS_STATUS）との対応は、各概念にある。",
      "Each concept is matched to the codes of SDMX's CL_OBS_STATUS.",
    ),
    values: "@id",
  },
  {
    local: "decimals",
    label: text("小数点以下の桁数", "Decimals"),
    comment: text("報告書に印刷された小数点以下の桁数。", "How many decimals the report prints."),
    values: "xsd:integer",
  },
  {
    local: "periodStart",
    label: text("対象期間の初日", "First day covered"),
    comment: text(
      "値が実際に対象とする期間の初日。分からなければない。",
      "The first day that the value truly covers; absent where unknown.",
    ),
    values: "xsd:date",
  },
  {
    local: "periodEnd",
    label: text("対象期間の末日", "Last day covered"),
    comment: text(
      "値が実際に対象とする期間の末日。分からなければない。",
      "The last day that the value truly covers; absent where unknown.",
    ),
    values: "xsd:date",
  },
  {
    local: "reading",
    label: text("読取状況", "Reading status"),
    comment: text("印刷された頁をどれほど確かに読み取れたか。", "How surely the printed page was read."),
    values: "@id",
  },
  {
    local: "readingPart",
    label: text("読取箇所", "What the reading status is about"),
    comment: text(
      "読取状況が、活動の内容のことか、数値のことか、両方か。すべて確かに読めればない。",
      "Whether it is the words of an activity, its number or both that were not read for certain; absent where all was.",
    ),
    values: "@id",
  },
  {
    local: "page",
    label: text("頁", "Page"),
    comment: text("出典の頁。", "The page in the source."),
    values: "xsd:integer",
  },
  {
    local: "comparability",
    label: text("比較可否", "Comparable with the year before"),
    comment: text(
      "前年度と比較できるか。参考は、どちらかの年度の値に疑いがあること。",
      "Whether it may be compared with the year before; indicative where a value of either year is in doubt.",
    ),
    values: "@id",
  },
  {
    local: "comparabilityReason",
    label: text("比較不可または参考の理由", "Why not comparable, or indicative only"),
    values: "@language",
  },
  {
    local: "change",
    label: text("対前年度増減", "Change on the year before"),
    comment: text(
      "前年度の値との差。比較できる年度だけにある。",
      "The value minus that of the year before, where the two compare.",
    ),
    values: "xsd:decimal",
  },
  {
    local: "surveyBefore",
    label: text("前回調査の観測値", "Observation of the survey before"),
    comment: text(
      "毎年ではない調査で、間の年度に調査がないとき、前の調査の観測値。",
      "Of a survey that is not held every year: its observation before, with no survey in the years between.",
    ),
    values: "@id",
  },
  {
    local: "changeSinceSurvey",
    label: text("対前回増減", "Change since the survey before"),
    comment: text("前回調査の値との差。", "The value minus that of the survey before."),
    values: "xsd:decimal",
  },
  // Of an activity.
  { local: "project", label: text("事業", "Project"), values: "@id" },
  {
    local: "activity",
    label: text("年度をまたぐ活動", "Activity from year to year"),
    comment: text(
      "年度が変わっても同じ活動。これで並べると、その活動の推移になる。",
      "The same activity in every year; ordered by year, its values are a series.",
    ),
    values: "@id",
  },
  {
    local: "activityOrder",
    label: text("順序", "Place within the project's year"),
    comment: text("その年度の、その事業の中での順序。", "Its place within the project's year, from 1."),
    values: "xsd:integer",
  },
  {
    local: "what",
    label: text("内容", "What"),
    comment: text(
      "行ったことと、数えたもの。報告書の文ではない。",
      "What was done and counted, as a term; not the report's sentence.",
    ),
    values: "@language",
  },
  { local: "part", label: text("内訳", "Part"), values: "@language" },
  {
    local: "qualifier",
    label: text("限定", "Qualifier"),
    comment: text("約、延べ、累計、うち。", "What limits the number."),
    values: "@id",
  },
  { local: "asOf", label: text("時点", "As of"), values: "xsd:date" },
  {
    local: "partOf",
    label: text("合計", "Part of"),
    comment: text("この数値を内訳とする合計。", "The activity whose printed sum this is a part of."),
    values: "@id",
  },
  {
    local: "statesIndicator",
    label: text("述べている指標", "States the indicator"),
    comment: text(
      "この数値が、単独で、またはほかの活動実績との和で、その年度の実績値である指標。",
      "The indicator whose value of the year this states, alone or together with others.",
    ),
    values: "@id",
  },
  { local: "achievements", label: text("取組実績", "The body's own text"), values: "@language" },
  // Of an indicator.
  { local: "indicatorKind", label: text("指標区分", "Kind of indicator"), values: "@id" },
  { local: "unit", label: text("単位", "Unit"), values: "@id" },
  { local: "periodKind", label: text("期間区分", "Kind of period"), values: "@id" },
  { local: "aggregation", label: text("集計区分", "Aggregation"), values: "@id" },
  { local: "cumulativeFrom", label: text("累計の開始日", "Cumulative from"), values: "xsd:date" },
  { local: "direction", label: text("望ましい方向", "Which way is better"), values: "@id" },
  {
    local: "directionBasis",
    label: text("望ましい方向の根拠", "Who says which way is better"),
    values: "@id",
  },
  ...allDetails.map((detail) => {
    const values = coercionOf(detail);
    const { property: local, title } = detail;
    return { local, label: text(title.ja, title.en), ...(values === undefined ? {} : { values }) };
  }),
  { local: "abolished", label: text("廃止年度", "Abolished in"), values: "xsd:gYear" },
  { local: "from", label: text("開始年度", "From"), values: "xsd:gYear" },
  { local: "listedUnder", label: text("掲載先", "Listed under"), values: "@id" },
  { local: "break", label: text("比較できない境目", "Break"), values: "@id" },
  // Of a listing, a placement and a break.
  { local: "lists", label: text("掲載された指標", "Indicator listed"), values: "@id" },
  { local: "under", label: text("掲載先", "Printed under"), values: "@id" },
  { local: "underInitiative", label: text("掲載箇所の上位の項目", "Node printed above"), values: "@id" },
  {
    local: "placement",
    label: text("掲載先の位置づけ", "Placement of the node"),
    comment: text(
      "掲載先の項目がそこで印刷されている位置づけ。同じ項目が複数の場所にあるとき、どれかを示す。",
      "The placement in which the node is printed there: which one, where the node stands in several places.",
    ),
    values: "@id",
  },
  {
    local: "below",
    label: text("掲載箇所より上にある項目", "Stands below"),
    comment: text(
      "掲載先と、その掲載箇所で上に立つすべての項目。これで数えると、比較表のCSVと同じ数になる。",
      "The node it is printed under and all that stand above it in that place; counting by it gives what the CSV gives.",
    ),
    values: "@id",
  },
  { local: "printedName", label: text("掲載名", "Name as printed there"), values: "@language" },
  { local: "order", label: text("順序", "Order"), values: "xsd:integer" },
  { local: "places", label: text("位置づけられた項目", "Node placed"), values: "@id" },
  { local: "printedNumber", label: text("番号", "Printed number"), values: "xsd:integer" },
  {
    local: "printedAs",
    label: text("番号の表記", "Number as printed"),
    comment: text("整数でない番号の表記。", "The printed number, where it is no integer."),
  },
  { local: "breaks", label: text("比較できない指標", "Indicator broken"), values: "@id" },
  { local: "before", label: text("前の年度", "Last year before"), values: "@id" },
  { local: "after", label: text("後の年度", "First year after"), values: "@id" },
  // Of a plan node.
  {
    local: "level",
    label: text("段", "Level"),
    comment: text(
      "項目が計画のどの段にあるか。段の名前と数は計画ごとに違う。",
      "At which level of its plan the node stands; every plan names and numbers its own.",
    ),
    values: "@id",
  },
  {
    local: "summary",
    label: text("要約", "Summary"),
    comment: text("団体の文章ではない要約。", "A sentence that is not the body's own."),
    values: "@language",
  },
  { local: "account", label: text("会計", "Account"), values: "@language" },
  { local: "section", label: text("所管", "Section in charge"), values: "@id" },
  { local: "field", label: text("分野", "Field of statistics"), values: "@id" },
  // Of a component of a cube.
  {
    local: "codes",
    label: text("コードの一覧", "List of codes"),
    comment: text(
      "このキューブで、この構成要素の値が属する一覧。",
      "The list that the component's values in this cube are of.",
    ),
    values: "@id",
  },
  // Of a unit.
  { local: "unitKind", label: text("単位の種別", "Kind of unit"), values: "@id" },
  {
    local: "ucum",
    label: text("UCUMの符号", "UCUM code"),
    comment: text("UCUMでの書き方。", "How UCUM writes it."),
  },
  { local: "baseUnit", label: text("もとの単位", "Unit that it is a multiple of"), values: "@id" },
  {
    local: "factor",
    label: text("もとの単位の何倍か", "How many of the base unit"),
    comment: text(
      "千円なら1000。観測値の数は印刷されたままで、掛けない。",
      "1000 for 千円. The numbers of observations stay as printed and are not multiplied.",
    ),
    values: "xsd:decimal",
  },
  {
    local: "singular",
    label: text("英語の単数形", "English name beside the number 1"),
    values: "@language",
  },
  { local: "differenceUnit", label: text("増減の単位", "Unit of a difference"), values: "@language" },
  // Of a correction.
  { local: "corrects", label: text("訂正した対象", "What is corrected"), values: "@id" },
  { local: "correctedProperty", label: text("訂正した項目", "Column corrected"), values: "@language" },
  { local: "correctedFrom", label: text("訂正前", "From") },
  { local: "correctedTo", label: text("訂正後", "To") },
  { local: "reason", label: text("理由", "Reason"), values: "@language" },
  // Of a translation.
  {
    local: "translation",
    label: text("英語の根拠", "Whose English"),
    comment: text(
      "英語の名称が団体のものか、仮訳か。",
      "Whether the English name is the body's own or a translation that the body has not confirmed.",
    ),
    values: "@id",
  },
];

export const ownCoercions: Readonly<Record<string, Coercion>> = Object.fromEntries(
  ownProperties.flatMap(({ local, values }) => (values === undefined ? [] : [[`def:${local}`, values]])),
);

/** The class of a level's nodes, by its English name (`Goal`); by its plan and place where that is none, or taken. */
export function levelClass({ plan, order, name }: Pick<Level, "plan" | "order" | "name">): string {
  const words = (name.en ?? "").split(/[^A-Za-z0-9]+/).filter(Boolean);
  const local = words.map((word) => word[0]?.toUpperCase() + word.slice(1)).join("");
  const isTaken = ownClasses.some((one) => one.local === local);
  return /^[A-Z]/.test(local) && !isTaken ? local : `Level-${plan}-${order}`;
}

/** `level-P01-1`: a level of a plan as a concept, whose name is the city's. */
export function levelLocal({ plan, order }: Pick<Level, "plan" | "order">): string {
  return `level-${plan}-${order}`;
}

/** Our own classes, with one for the nodes of each level under the city's name. */
export function classesOf({ levels, earlierPrints }: Dataset): OwnClass[] {
  const ofLevels = new Map(
    levels.map((level) => [levelClass(level), { local: levelClass(level), label: level.name }]),
  );
  const present = ownClasses.filter(({ local }) => local !== "EarlierPrint" || earlierPrints.size > 0);
  const place = present.findIndex(({ local }) => local === "Plan") + 1;
  return [...present.slice(0, place), ...ofLevels.values(), ...present.slice(place)];
}
