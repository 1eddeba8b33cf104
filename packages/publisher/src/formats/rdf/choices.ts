// Our fixed choices as concept schemes, made from the words that the tables use: readings, directions, kinds.

import {
  aggregationWords,
  comparabilityWords,
  type Dataset,
  directionBasisWords,
  directionWords,
  fields,
  type IndicatorKind,
  type Municipality,
  periodWords,
  qualifierWords,
  readingPartWords,
  readingWords,
  type Text,
  targetBoundWords,
  targetScopeWords,
  unitKindWords,
} from "@shihyo/core";
import { listResources } from "./concepts.ts";
import { allDetails, detailProperties } from "./details.ts";
import { choiceIri } from "./iri.ts";
import type { Resource, Said } from "./term.ts";

interface ChoiceList {
  /** `reading`: a choice is `def/#reading-certain`. */
  readonly id: string;
  /** The scheme's own name. */
  readonly scheme: string;
  readonly title: Text;
  /** The words of the tables, and what each means. */
  readonly words: Readonly<Record<string, string>>;
  /** What each meaning is called in English. */
  readonly english: Readonly<Record<string, string>>;
  /** What it is called in Japanese, where the tables' word is true of some bodies alone. */
  readonly japanese?: Readonly<Record<string, string>>;
  /** What else is said of a meaning. */
  more?(meaning: string): readonly Said[];
}

/** e-Stat's seventeen fields of statistics, by their place in its list. */
const fieldChoices = Object.fromEntries(fields.map((field, index) => [field, String(index + 1)]));

const fieldEnglish = [
  "Land and weather",
  "Population and households",
  "Labour and wages",
  "Agriculture, forestry and fisheries",
  "Mining and manufacturing",
  "Commerce and services",
  "Enterprises, household finances and the economy",
  "Housing, land and construction",
  "Energy and water",
  "Transport and tourism",
  "Information, communication, science and technology",
  "Education, culture, sports and living",
  "Administration and public finance",
  "Justice, safety and the environment",
  "Social security and health",
  "International matters",
  "Others",
];

/** The lists of words that details take: their titles are those of the details. */
const detailLists: readonly ChoiceList[] = allDetails.flatMap(({ property, title, choices }) =>
  choices
    ? [
        {
          id: property,
          scheme: `${property}s`,
          title: { ja: title.ja, en: title.en },
          words: Object.fromEntries(choices.map(({ word, meaning }) => [word, meaning])),
          english: Object.fromEntries(choices.map(({ meaning, english }) => [meaning, english])),
        },
      ]
    : [],
);

/** Its scheme is called as its choices are, of several. */
const choiceList = (
  id: string,
  ja: string,
  en: string,
  words: ChoiceList["words"],
  english: ChoiceList["english"],
  japanese?: ChoiceList["japanese"],
): ChoiceList => ({
  id,
  scheme: `${id}s`,
  title: { ja, en },
  words,
  english,
  ...(japanese ? { japanese } : {}),
});

const choiceLists: readonly ChoiceList[] = [
  choiceList("reading", "読取状況", "Reading status", readingWords, {
    certain: "Certain",
    restored: "Put together again",
    doubtful: "In doubt",
  }),
  choiceList("readingPart", "読取箇所", "What the reading status is about", readingPartWords, {
    what: "The words",
    value: "The number",
    both: "Both",
  }),
  {
    id: "comparability",
    scheme: "comparabilities",
    title: { ja: "比較可否", en: "Comparability" },
    words: Object.fromEntries(Object.entries(comparabilityWords).map(([meaning, word]) => [word, meaning])),
    english: { comparable: "Comparable", tentative: "Indicative only", notComparable: "Not comparable" },
  },
  choiceList("qualifier", "限定", "Qualifiers", qualifierWords, {
    about: "About",
    repeated: "Repeats counted",
    cumulative: "Since it began",
    ofWhich: "Of which",
  }),
  choiceList("periodKind", "期間区分", "Kinds of period", periodWords, {
    fiscal: "Fiscal year",
    calendar: "Calendar year",
  }),
  choiceList("aggregation", "集計区分", "Aggregation", aggregationWords, {
    single: "Within one year",
    cumulative: "Cumulative",
    pointInTime: "At a point of time",
    unknown: "Unknown",
  }),
  choiceList("unitKind", "単位の種別", "Kinds of unit", unitKindWords, {
    share: "Share",
    persons: "Persons",
    count: "Count",
    money: "Money",
    quantity: "Quantity",
    point: "Points of a share",
  }),
  ...detailLists,
  choiceList("direction", "望ましい方向", "Which way is better", directionWords, {
    increase: "Up",
    decrease: "Down",
    keep: "Unchanged",
    none: "Not judged",
  }),
  {
    id: "directionBasis",
    scheme: "directionBases",
    title: { ja: "望ましい方向の根拠", en: "Who says which way is better" },
    words: directionBasisWords,
    english: { city: "The body itself", estimated: "Our estimate" },
    japanese: { city: "団体" },
  },
  choiceList("targetScope", "目標区分", "Scopes of targets", targetScopeWords, {
    yearly: "For that year",
    final: "For the end of the plan",
    base: "Where it started",
  }),
  choiceList("targetBound", "目標の向き", "Bounds of targets", targetBoundWords, {
    atLeast: "At least",
    atMost: "At most",
    above: "Over",
    below: "Under",
    keep: "Kept",
    increase: "More",
    decrease: "Fewer",
    range: "Within a range",
  }),
  choiceList(
    "translation",
    "英語の根拠",
    "Whose English",
    { 市: "city", 仮訳: "ours" },
    { city: "The body's own", ours: "A translation that the body has not confirmed" },
    { city: "団体" },
  ),
  choiceList(
    "field",
    "統計分野",
    "Fields of statistics",
    fieldChoices,
    Object.fromEntries(fieldEnglish.map((english, index) => [String(index + 1), english])),
  ),
];

function nameOf(list: ChoiceList | undefined, word: string, meaning: string): Text {
  const ja = list?.japanese?.[meaning] ?? word;
  const en = list?.english[meaning];
  return en === undefined ? { ja } : { ja, en };
}

/** What the choices of a list are called, by what they mean. */
export function choiceNames(list: string): ReadonlyMap<string, Text> {
  const found = choiceLists.find(({ id }) => id === list);
  return new Map(
    Object.entries(found?.words ?? {}).map(([word, meaning]) => [meaning, nameOf(found, word, meaning)]),
  );
}

/** The field of statistics, as a concept; absent where there is none of that name. */
export function fieldIri(municipality: Municipality, field: string | undefined): string | undefined {
  const number = fieldChoices[field ?? ""];
  return number === undefined ? undefined : choiceIri(municipality, "field", number);
}

/** The scheme of fields with its concepts, for a catalogue that stands alone. */
export function fieldResources(municipality: Municipality): Iterable<Resource> {
  return choiceResources(municipality, ["field"]);
}

/** The kinds whose addresses were given before a city could name its own. */
const formerKinds: Readonly<Record<string, string>> = {
  取組指標: "indicator",
  KPI: "kpi",
  数値目標: "headline",
};

/** The kind's own part of its address: by its English, else by its name. */
export function kindLocal({ name: { ja, en } }: Pick<IndicatorKind, "name">): string {
  const english = (en ?? "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
  return formerKinds[ja] ?? (english || encodeURIComponent(ja));
}

/** The city's own kinds of indicator (指標区分). */
function kindList({ indicatorKinds, municipality }: Dataset): ChoiceList {
  const kinds = [...indicatorKinds.values()];
  return {
    id: "indicatorKind",
    scheme: "indicatorKinds",
    title: { ja: "指標区分", en: "Kinds of indicator" },
    words: Object.fromEntries(kinds.map((kind) => [kind.name.ja, kindLocal(kind)])),
    english: Object.fromEntries(
      kinds.flatMap((kind) => (kind.name.en === undefined ? [] : [[kindLocal(kind), kind.name.en]])),
    ),
    more: (meaning) =>
      kinds
        .filter((kind) => kindLocal(kind) === meaning)
        .flatMap((kind) => detailProperties(municipality, "indicatorKinds", kind)),
  };
}

/** All lists, with the city's own kinds of indicator where the dataset is given, or those of these names. */
export function* choiceResources(
  municipality: Municipality,
  only?: readonly string[],
  dataset?: Dataset,
): Iterable<Resource> {
  const place = choiceLists.findIndex(({ id }) => id === "periodKind");
  const lists = dataset ? choiceLists.toSpliced(place, 0, kindList(dataset)) : choiceLists;
  for (const list of lists) {
    if (only && !only.includes(list.id)) continue;
    const codes = Object.entries(list.words).map(([word, meaning]) => ({
      code: meaning,
      name: nameOf(list, word, meaning),
      more: list.more?.(meaning) ?? [],
    }));
    yield* listResources(municipality, { ...list, codes });
  }
}
