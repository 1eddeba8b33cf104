// Our own classes and properties (`def/#…`): what each means, and what its values are.

import type { Dataset, Level, Text } from "@shihyo/core";
import { allDetails, coercionOf } from "./details.ts";
import type { Coercion } from "./vocabularies.ts";

export interface OwnClass {
  readonly local: string;
  readonly label: Text;
  readonly comment?: Text;
}

export interface OwnProperty extends OwnClass {
  /** What its values are; absent for plain strings. */
  readonly values?: Coercion;
}

type Words = readonly [ja: string, en: string];

function ownClass(local: string, ja: string, en: string, comment?: Words): OwnClass {
  return { local, label: { ja, en }, ...(comment ? { comment: { ja: comment[0], en: comment[1] } } : {}) };
}

function property(local: string, ja: string, en: string, values?: Coercion, comment?: Words): OwnProperty {
  return { ...ownClass(local, ja, en, comment), ...(values ? { values } : {}) };
}

const ownClasses: readonly OwnClass[] = [
  ownClass("Plan", "計画", "Plan"),
  ownClass("Placement", "位置づけ", "Placement", [
    "ある項目が別の項目の下に印刷されていること。1つの項目が複数の項目の下に位置づけられることがある。",
    "One node printed under another. A node may stand under several.",
  ]),
  ownClass("Indicator", "指標", "Indicator", [
    "何を、どの単位で数えるか。事業との関係は掲載で示し、上位の項目へ足し上げるものではない。",
    "What is counted, in what unit. It belongs to projects by listings and does not roll up into what stands above.",
  ]),
  ownClass("Listing", "掲載", "Listing", [
    "指標が、ある事業の下の、ある頁に印刷されていること。再掲は掲載がもう1つあるということで、値は1組である。",
    "An indicator as printed under a project, on a page. One that is printed again has a further listing and the same values.",
  ]),
  ownClass("Break", "比較できない境目", "Break", [
    "その前後の年度の値を比較できない境目。",
    "Between two years whose values may not be compared.",
  ]),
  ownClass("Unit", "単位", "Unit"),
  ownClass("Breakdown", "内訳", "Breakdown", [
    "指標の一部（学校、地区など）または全体。",
    "A part of an indicator (a school, a district), or the whole.",
  ]),
  ownClass("Activity", "活動実績", "Activity", [
    "事業が年度内に行ったこと。数値があるものは観測値でもある。",
    "What a project did in a year. One with a figure is an observation as well.",
  ]),
  ownClass("RecurringActivity", "年度をまたぐ活動", "Activity from year to year", [
    "同じ事業が、同じ言葉と単位で年度ごとに行うこと。各年度の活動実績がこれを指す。",
    "The same thing that a project does year after year, under the same words and unit; each year's activity points at it.",
  ]),
  ownClass("Status", "値の状態", "Status of a value"),
  ownClass("EarlierPrint", "以前の印刷", "Earlier print", [
    "前の資料に印刷された実績値。今は、後の資料の値を数える。",
    "What an earlier document printed as a value; a later document's counts in its place.",
  ]),
  ownClass("Choice", "選択肢", "Choice", ["決まった選択肢の1つ。", "One of a fixed list of choices."]),
  ownClass("Correction", "訂正", "Correction", [
    "公開後に変えた内容。",
    "What was changed after publication.",
  ]),
];

export const ownProperties: readonly OwnProperty[] = [
  // Of an observation; the dimensions, measures and attributes of the cubes.
  property("indicator", "指標", "Indicator", "@id"),
  property("breakdown", "内訳", "Breakdown", "@id"),
  property("state", "状況", "State", "@id", [
    "数値がない場合の状況。進捗を言葉で示したもの、または値なしの理由。",
    "What there is in place of a number: progress in words, or the reason for no value.",
  ]),
  property("words", "進捗状況", "Progress in words", "@language", [
    "報告書に印刷された言葉。",
    "The words as the report prints them.",
  ]),
  property("status", "値の状態", "Status of the value", "@id", [
    "SDMXの観測値の状態（CL_OBS_STATUS）との対応は、各概念にある。",
    "Each concept is matched to the codes of SDMX's CL_OBS_STATUS.",
  ]),
  property("decimals", "小数点以下の桁数", "Decimals", "xsd:integer", [
    "報告書に印刷された小数点以下の桁数。",
    "How many decimals the report prints.",
  ]),
  property("periodStart", "対象期間の初日", "First day covered", "xsd:date", [
    "値が実際に対象とする期間の初日。分からなければない。",
    "The first day that the value truly covers; absent where unknown.",
  ]),
  property("periodEnd", "対象期間の末日", "Last day covered", "xsd:date", [
    "値が実際に対象とする期間の末日。分からなければない。",
    "The last day that the value truly covers; absent where unknown.",
  ]),
  property("reading", "読取状況", "Reading status", "@id", [
    "印刷された頁をどれほど確かに読み取れたか。",
    "How surely the printed page was read.",
  ]),
  property("readingPart", "読取箇所", "What the reading status is about", "@id", [
    "読取状況が、活動の内容のことか、数値のことか、両方か。すべて確かに読めればない。",
    "Whether it is the words of an activity, its number or both that were not read for certain; absent where all was.",
  ]),
  property("page", "頁", "Page", "xsd:integer", ["出典の頁。", "The page in the source."]),
  property("comparability", "比較可否", "Comparable with the year before", "@id", [
    "前年度と比較できるか。参考は、どちらかの年度の値に疑いがあること。",
    "Whether it may be compared with the year before; indicative where a value of either year is in doubt.",
  ]),
  property(
    "comparabilityReason",
    "比較不可または参考の理由",
    "Why not comparable, or indicative only",
    "@language",
  ),
  property("change", "対前年度増減", "Change on the year before", "xsd:decimal", [
    "前年度の値との差。比較できる年度だけにある。",
    "The value minus that of the year before, where the two compare.",
  ]),
  property("surveyBefore", "前回調査の観測値", "Observation of the survey before", "@id", [
    "毎年ではない調査で、間の年度に調査がないとき、前の調査の観測値。",
    "Of a survey that is not held every year: its observation before, with no survey in the years between.",
  ]),
  property("changeSinceSurvey", "対前回増減", "Change since the survey before", "xsd:decimal", [
    "前回調査の値との差。",
    "The value minus that of the survey before.",
  ]),
  // Of an activity.
  property("project", "事業", "Project", "@id"),
  property("activity", "年度をまたぐ活動", "Activity from year to year", "@id", [
    "年度が変わっても同じ活動。これで並べると、その活動の推移になる。",
    "The same activity in every year; ordered by year, its values are a series.",
  ]),
  property("activityOrder", "順序", "Place within the project's year", "xsd:integer", [
    "その年度の、その事業の中での順序。",
    "Its place within the project's year, from 1.",
  ]),
  property("what", "内容", "What", "@language", [
    "行ったことと、数えたもの。報告書の文ではない。",
    "What was done and counted, as a term; not the report's sentence.",
  ]),
  property("part", "内訳", "Part", "@language"),
  property("qualifier", "限定", "Qualifier", "@id", ["約、延べ、累計、うち。", "What limits the number."]),
  property("asOf", "時点", "As of", "xsd:date"),
  property("partOf", "合計", "Part of", "@id", [
    "この数値を内訳とする合計。",
    "The activity whose printed sum this is a part of.",
  ]),
  property("statesIndicator", "述べている指標", "States the indicator", "@id", [
    "この数値が、単独で、またはほかの活動実績との和で、その年度の実績値である指標。",
    "The indicator whose value of the year this states, alone or together with others.",
  ]),
  property("achievements", "取組実績", "The body's own text", "@language"),
  // Of an indicator.
  property("indicatorKind", "指標区分", "Kind of indicator", "@id"),
  property("unit", "単位", "Unit", "@id"),
  property("periodKind", "期間区分", "Kind of period", "@id"),
  property("aggregation", "集計区分", "Aggregation", "@id"),
  property("cumulativeFrom", "累計の開始日", "Cumulative from", "xsd:date"),
  property("direction", "望ましい方向", "Which way is better", "@id"),
  property("directionBasis", "望ましい方向の根拠", "Who says which way is better", "@id"),
  ...allDetails.map((detail) =>
    property(detail.property, detail.title.ja, detail.title.en, coercionOf(detail)),
  ),
  property("abolished", "廃止年度", "Abolished in", "xsd:gYear"),
  property("from", "開始年度", "From", "xsd:gYear"),
  property("listedUnder", "掲載先", "Listed under", "@id"),
  property("break", "比較できない境目", "Break", "@id"),
  // Of a listing, a placement and a break.
  property("lists", "掲載された指標", "Indicator listed", "@id"),
  property("under", "掲載先", "Printed under", "@id"),
  property("underInitiative", "掲載箇所の上位の項目", "Node printed above", "@id"),
  property("placement", "掲載先の位置づけ", "Placement of the node", "@id", [
    "掲載先の項目がそこで印刷されている位置づけ。同じ項目が複数の場所にあるとき、どれかを示す。",
    "The placement in which the node is printed there: which one, where the node stands in several places.",
  ]),
  property("below", "掲載箇所より上にある項目", "Stands below", "@id", [
    "掲載先と、その掲載箇所で上に立つすべての項目。これで数えると、比較表のCSVと同じ数になる。",
    "The node it is printed under and all that stand above it in that place; counting by it gives what the CSV gives.",
  ]),
  property("printedName", "掲載名", "Name as printed there", "@language"),
  property("order", "順序", "Order", "xsd:integer"),
  property("places", "位置づけられた項目", "Node placed", "@id"),
  property("printedNumber", "番号", "Printed number", "xsd:integer"),
  property("printedAs", "番号の表記", "Number as printed", undefined, [
    "整数でない番号の表記。",
    "The printed number, where it is no integer.",
  ]),
  property("breaks", "比較できない指標", "Indicator broken", "@id"),
  property("before", "前の年度", "Last year before", "@id"),
  property("after", "後の年度", "First year after", "@id"),
  // Of a plan node.
  property("level", "段", "Level", "@id", [
    "項目が計画のどの段にあるか。段の名前と数は計画ごとに違う。",
    "At which level of its plan the node stands; every plan names and numbers its own.",
  ]),
  property("summary", "要約", "Summary", "@language", [
    "団体の文章ではない要約。",
    "A sentence that is not the body's own.",
  ]),
  property("account", "会計", "Account", "@language"),
  property("section", "所管", "Section in charge", "@id"),
  property("field", "分野", "Field of statistics", "@id"),
  // Of a component of a cube.
  property("codes", "コードの一覧", "List of codes", "@id", [
    "このキューブで、この構成要素の値が属する一覧。",
    "The list that the component's values in this cube are of.",
  ]),
  // Of a unit.
  property("unitKind", "単位の種別", "Kind of unit", "@id"),
  property("ucum", "UCUMの符号", "UCUM code", undefined, ["UCUMでの書き方。", "How UCUM writes it."]),
  property("baseUnit", "もとの単位", "Unit that it is a multiple of", "@id"),
  property("factor", "もとの単位の何倍か", "How many of the base unit", "xsd:decimal", [
    "千円なら1000。観測値の数は印刷されたままで、掛けない。",
    "1000 for 千円. The numbers of observations stay as printed and are not multiplied.",
  ]),
  property("singular", "英語の単数形", "English name beside the number 1", "@language"),
  property("differenceUnit", "増減の単位", "Unit of a difference", "@language"),
  // Of a correction.
  property("corrects", "訂正した対象", "What is corrected", "@id"),
  property("correctedProperty", "訂正した項目", "Column corrected", "@language"),
  property("correctedFrom", "訂正前", "From"),
  property("correctedTo", "訂正後", "To"),
  property("reason", "理由", "Reason", "@language"),
  // Of a translation.
  property("translation", "英語の根拠", "Whose English", "@id", [
    "英語の名称が団体のものか、仮訳か。",
    "Whether the English name is the body's own or a translation that the body has not confirmed.",
  ]),
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
