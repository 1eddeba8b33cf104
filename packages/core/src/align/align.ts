// Which common indicator a city's indicator may be: proposed by name, unit, way of counting and place in the plan, with the reason; never decided.

import type { Dataset } from "../model/dataset.ts";
import type { CommonMatch } from "../model/details.ts";
import { listingsByIndicator } from "../model/groups.ts";
import type { Aggregation, Indicator, Unit, UnitKind } from "../model/indicator.ts";

/** What several cities count alike, as `data/common-indicators/` defines it. */
export interface CommonIndicator {
  readonly id: string;
  readonly group: string;
  readonly name: { readonly ja: string; readonly en: string };
  readonly definition: { readonly ja: string; readonly en: string };
  /** As it is usually printed: 人, %, 件. */
  readonly unit: string;
  readonly unitKind: UnitKind;
  readonly aggregation: Aggregation;
  /** Which way is better, where nobody doubts it. */
  readonly direction?: "increase" | "decrease";
  /** Forms of its name: the words that must all be in a name, form by form. */
  readonly forms: readonly (readonly string[])[];
  /** Words in a name that speak of something else. */
  readonly others: readonly string[];
}

/** What an indicator may be, with what speaks for it and what is to be looked into. */
export interface Alignment {
  readonly indicator: string;
  readonly common: string;
  readonly match: CommonMatch;
  /** From 0 to 1: the part of the name that the form explains, less what does not fit. */
  readonly score: number;
  readonly reasons: readonly { readonly ja: string; readonly en: string }[];
  /** What the name says beyond the common indicator; a person judges whether it is less than the whole. */
  readonly beyond?: string;
}

/** Below it nothing is proposed. */
const enough = 0.35;

/** Words that limit nothing: a name with them is the whole all the same. */
const plain = new RegExp(
  [
    "年間|累計|年度末?|行政区域内?|暦年|一年間|1年間|毎年|市内|市民|町内|町民|村内|区内|県内|市全体|本市|当市|延べ?|のべ|合計|総数|全体|実績|状況",
    "件数|人数|者数|回数|冊数|戸数|箇所数|か所数|団員数|員数|件|人|数|率|割合|比率|等|など|の|における|に関する|による|する|した|発生|実施|参加|利用",
    "現在|時点|[0-9]+月[0-9]+日|年|月|日|\\(|\\)|・|、|,|/|「|」|\\s",
  ].join("|"),
  "gu",
);

/** Names as they are compared: NFKC, small letters, without blanks; 障がい as 障害, 空家 as 空き家, 参加延べ人数 as 参加者数. */
function keyOf(name: string): string {
  return name
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\s　]/gu, "")
    .replace(/障がい|障碍/gu, "障害")
    .replace(/空家/gu, "空き家")
    .replace(/一人/gu, "1人")
    .replace(/一日/gu, "1日")
    .replace(/子供|こども/gu, "子ども")
    .replace(/箇所|ヶ所|カ所|ケ所|ヵ所/gu, "か所")
    .replace(/(?<=参加|利用|受講|来場|来館|入館|受診)(?:の?(?:延べ?|のべ))?人数/gu, "者数");
}

/** Bodies and areas that are not the city's: the number of people of Japan is not that of the city. */
const elsewhere = /^(?:全国|国|日本|世界|都道府県)の?(?=\s|$)/u;

/** For all bodies but a prefecture, whose own area that is. */
const inPrefecture = /^(?:[都道府県]|全県|[都道府県]内|県全体)の?(?=\s|$)/u;
const isElsewhere = (rest: string, city: string): boolean =>
  elsewhere.test(rest) || (inPrefecture.test(rest) && !/[都道府県]$/u.test(city));

/** Areas that the city is a part of. */
const around = /^(?:管内|圏域|広域|構成市町村?|構成団体)の?$/u;

/** What is counted then is no longer the thing, but what became of it or was done about it. */
const turned = /改善|解消|削減|効果|増減|増加|減少|伸び|予約|希望|待機/u;

/** What stands between the thing and its number, where not the thing but something done about it is counted: 空家対策協議会の開催回数. */
const doneAboutIt = /協議会|審議会|会議|開催回|補助|助成|奨励金|交付金|支援|相談|除却|調査|計画|講演/u;
function countsAnother(name: string, form: readonly string[]): boolean {
  const [first = "", ...others] = form;
  const last = others.at(-1);
  const from = name.indexOf(first) + first.length;
  return last !== undefined && doneAboutIt.test(withoutRemarks(name.slice(from, name.lastIndexOf(last))));
}

/** A remark in brackets is about what stands before it. */
const withoutRemarks = (name: string): string => name.replace(/\([^()]*\)/gu, "");

/** A name ends with what is counted: of 転入者数 in 支援事業による転入者数, nothing when the name is one piece. */
function headOf(name: string): string | undefined {
  const pieces = withoutRemarks(name).split(/による|における|での|の/u);
  return pieces.length > 1 ? pieces.at(-1) : undefined;
}

/** Units that may stand for one another: people and cases are both counted, but times (回) are of something that happened. */
function unitFits(own: Unit | undefined, common: CommonIndicator): boolean {
  if (own === undefined) return true;
  if (own.name.ja === "回" && !["回", "件"].includes(common.unit)) return false;
  const counted: readonly UnitKind[] = ["persons", "count"];
  return own.kind === common.unitKind || (counted.includes(own.kind) && counted.includes(common.unitKind));
}

/** 移住者数 in 移住者: people are often named without 数, at the end. */
function placeOf(word: string, name: string): readonly [at: number, length: number] | undefined {
  const at = name.indexOf(word);
  if (at >= 0) return [at, word.length];
  const short = word.endsWith("者数") ? word.slice(0, -1) : undefined;
  return short !== undefined && name.endsWith(short) ? [name.length - short.length, short.length] : undefined;
}

function lengthOfMatched(name: string, form: readonly string[]): number | undefined {
  let rest = name;
  for (const word of form) {
    const found = placeOf(word, rest);
    if (found === undefined) return undefined;
    rest = rest.slice(0, found[0]) + rest.slice(found[0] + found[1]);
  }
  return name.length - rest.length;
}

/** A thing that is named in a remark alone is not what is counted: 世帯数（年度末人口）. */
function isRemark(name: string, form: readonly string[]): boolean {
  const counted = withoutRemarks(name);
  return form.every((word) => placeOf(word, counted) === undefined) && counted.replace(plain, "") !== "";
}

/** A form of which the name says a part, and the place where the indicator stands the rest. */
interface Placed {
  readonly inName: readonly string[];
  readonly inPlace: readonly string[];
  /** The name of the node that says it. */
  readonly place: string;
}

/** Where a name alone says too little (利用者数), the name of its project may say what of (図書館の運営). */
function placedForm(name: string, form: readonly string[], places: readonly Place[]): Placed | undefined {
  const inName = form.filter((word) => name.includes(word));
  const inPlace = form.filter((word) => !inName.includes(word));
  // A single letter (率, 数) tells nothing of what is counted.
  if (inPlace.length === 0 || !inName.some((word) => word.length > 1)) return undefined;
  const place = places.find(({ key }) => inPlace.every((word) => word.length > 1 && key.includes(word)));
  return place && { inName, inPlace, place: place.name };
}

/** A node under which an indicator is listed, its name also as names are compared. */
interface Place {
  readonly name: string;
  readonly key: string;
}

/** The nodes where the indicator is listed; what stands above them is about too much to tell. */
function placesOf(dataset: Dataset, indicator: string): Place[] {
  const ids = new Set((listingsByIndicator(dataset).get(indicator) ?? []).map(({ node }) => node));
  return [...ids].flatMap((id) => {
    const name = dataset.nodes.get(id)?.name.ja;
    return name === undefined ? [] : [{ name, key: keyOf(name) }];
  });
}

/** What the name says beyond the words of the form, each part apart. */
function restOf(name: string, form: readonly string[], own: string): string {
  let rest = name;
  for (const word of form) {
    const found = placeOf(word, rest);
    if (found) rest = `${rest.slice(0, found[0])} ${rest.slice(found[0] + found[1])}`;
  }
  // What the common indicator's own name says is nothing more than it.
  for (const part of keyOf(own).split(/[のとやを()（）・]/u))
    if (part.length > 1) rest = rest.replace(part, " ");
  return rest.trim();
}

/** The same without the words that limit nothing. */
const beyondForm = (name: string, form: readonly string[], own: string): string =>
  restOf(name, form, own).replace(plain, "").trim();

/** The best alignment of one indicator by its name, else by its name and its place, or none. */
function proposalFor(
  indicator: Indicator,
  unit: Unit | undefined,
  commons: readonly CommonIndicator[],
  places: readonly Place[],
  city: string,
): Alignment | undefined {
  if (indicator.name.ja.includes("…")) return undefined;
  // The city's own name limits nothing.
  const whole = keyOf(indicator.name.ja);
  const name = whole.replace(city, "") || whole;
  const head = headOf(name);
  let best: Alignment | undefined;
  for (const common of commons) {
    if (!unitFits(unit, common)) continue;
    if (common.others.some((word) => name.includes(keyOf(word)))) continue;
    for (const form of [[keyOf(common.name.ja)], ...common.forms.map((words) => words.map(keyOf))]) {
      const length = lengthOfMatched(name, form);
      if (length === undefined || isRemark(name, form) || countsAnother(name, form)) continue;
      const beyond = beyondForm(name, form, common.name.ja);
      if (isElsewhere(restOf(name, form, common.name.ja), city) || turned.test(beyond)) continue;
      const isHead =
        head !== undefined &&
        lengthOfMatched(head, form) !== undefined &&
        beyondForm(head, form, common.name.ja) === "";
      const score = Math.max(
        length / name.length,
        1 - (beyond.length / name.length) * 1.2,
        isHead || around.test(beyond) ? enough : 0,
      );
      if (score < enough || (best && best.score >= score)) continue;
      best = judged(indicator, unit, common, form, beyond, score);
    }
  }
  return best ?? placedProposal(indicator, unit, commons, places);
}

function placedProposal(
  indicator: Indicator,
  unit: Unit | undefined,
  commons: readonly CommonIndicator[],
  places: readonly Place[],
): Alignment | undefined {
  const name = keyOf(indicator.name.ja);
  for (const common of commons) {
    if (!unitFits(unit, common)) continue;
    const says = [name, ...places.map(({ key }) => key)];
    if (common.others.some((word) => says.some((text) => text.includes(keyOf(word))))) continue;
    for (const words of common.forms) {
      const form = words.map(keyOf);
      const placed = placedForm(name, form, places);
      // A name that says anything else besides is about that.
      if (!placed) continue;
      const beyond = beyondForm(name, placed.inName, common.name.ja);
      // 検診 says nothing besides がん検診, which the place says.
      if (beyond !== "" && !placed.inPlace.some((word) => word.includes(beyond))) continue;
      return judged(indicator, unit, common, placed.inName, "", enough, placed);
    }
  }
  return undefined;
}

function judged(
  indicator: Indicator,
  unit: Unit | undefined,
  common: CommonIndicator,
  form: readonly string[],
  beyond: string,
  score: number,
  placed?: Placed,
): Alignment {
  const reasons = [
    {
      ja: `名称に「${form.join("」「")}」があります`,
      en: `its name has ${form.map((word) => `“${word}”`).join(", ")}`,
    },
  ];
  let match: CommonMatch = "exact";
  const differs = (ja: string, en: string) => {
    if (match === "exact") match = "close";
    reasons.push({ ja, en });
  };
  if (unit === undefined) differs("市の指標に単位がありません", "the city's indicator has no unit");
  else if (unit.kind !== common.unitKind || keyOf(unit.name.ja) !== keyOf(common.unit))
    differs(
      `単位が違います（市は${unit.name.ja}、共通指標は${common.unit}）`,
      `the unit differs (${unit.name.ja} here, ${common.unit} there)`,
    );
  else reasons.push({ ja: `単位が同じです（${common.unit}）`, en: `the unit is the same (${common.unit})` });
  if (placed) {
    const said = placed.inPlace.join("」「");
    differs(
      `掲載先の「${placed.place}」に「${said}」があります。名称だけでは分からないので、確かめてください`,
      `the place in the plan where it is listed (“${placed.place}”) has ${placed.inPlace.map((word) => `“${word}”`).join(", ")}: the name alone does not tell`,
    );
  }
  const { aggregation } = indicator;
  if (aggregation !== "unknown" && (aggregation === "cumulative") !== (common.aggregation === "cumulative"))
    differs("累計かどうかが違います", "one of them counts since it began, the other does not");
  if (around.test(beyond)) {
    match = "broader";
    reasons.push({
      ja: `名称の「${beyond}」は、市より広い範囲です`,
      en: `“${beyond}” in its name is more than the city`,
    });
  } else if (beyond !== "") {
    match = "narrower";
    reasons.push({
      ja: `名称に「${beyond}」が加わっています。一部だけを数えているのか、確かめてください`,
      en: `its name says “${beyond}” besides: does it count only a part?`,
    });
  }
  return {
    indicator: indicator.id,
    common: common.id,
    match,
    score: Math.round(score * 100) / 100,
    reasons,
    ...(beyond === "" ? {} : { beyond }),
  };
}

/** Proposals for the indicators that have no common indicator yet and were not retired, in the dataset's order. */
export function proposeAlignments(dataset: Dataset, commons: readonly CommonIndicator[]): Alignment[] {
  const { indicators, units } = dataset;
  const city = keyOf(dataset.municipality.name.ja);
  return [...indicators.values()].flatMap((indicator) => {
    if (indicator.common !== undefined || indicator.abolished !== undefined) return [];
    const unit = indicator.unit === undefined ? undefined : units.get(indicator.unit);
    return proposalFor(indicator, unit, commons, placesOf(dataset, indicator.id), city) ?? [];
  });
}
