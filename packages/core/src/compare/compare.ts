// Sets cities side by side: the same common indicator, exactly, in one unit and on one basis of time; the rest stands beside it with the difference said.

import { comparabilityWords, doubtWords } from "../figures/doubt.ts";
import { noValueReasonText, type Phrase, readingText, stateText } from "../figures/phrases.ts";
import type { TextJson } from "../json/types.ts";
import { groupPrinted } from "../model/decimal.ts";
import { bodyKind } from "../model/municipality.ts";
import { readingWords, reasonWords, statusWords } from "../tables/words.ts";
import type { Reader } from "../words/readers.ts";
import { amountText, forReaders, listMarks, sentence, sideBySide, textFor } from "../words/readers.ts";
import type {
  BesideJson,
  BodyOfCityJson,
  CommonIndicatorFileJson,
  Compared,
  ComparedCity,
  ComparedCityJson,
  ComparedIndicator,
  ComparedYear,
  ComparedYearJson,
  ReferenceLineJson,
  ReferencePoint,
} from "./compared.ts";

/** What an atlas publishes of a common indicator: its own unit and basis are those that most cities have. */
export function commonIndicatorFileJson(compared: Compared): CommonIndicatorFileJson {
  const { common, indicators, references, base } = compared;
  const exact = indicators.filter(({ match }) => match === "exact");
  const unit = most(
    exact.map((one) => one.unit),
    common.unit,
  );
  const basis = most(exact.map(basisOf), "");
  const isTogether = (one: ComparedIndicator) =>
    one.match === "exact" && one.unit === unit && basisOf(one) === basis;
  const together = inOrder(indicators.filter(isTogether));
  const units = sentence((words) => words.unit(unit));
  return {
    format: "shihyo-common-indicator",
    formatVersion: 1,
    id: common.id,
    folder: "common-indicators",
    iri: `${base}common-indicators/${common.id}/#it`,
    name: common.name,
    definition: common.definition,
    unit: units,
    ...(common.direction === undefined ? {} : { direction: common.direction }),
    words: sideBySide,
    cities: together.map((one) => cityJson(one, compared, units)),
    beside: inOrder(indicators.filter((one) => !isTogether(one))).map((one) =>
      besideJson(one, compared, unit, basis),
    ),
    references: linesOf(references.filter((one) => one.common === common.id)),
  };
}

/** 暦年 and 年度, 累計 and 単年度 are no one basis. */
function basisOf({ period, aggregation }: ComparedIndicator): string {
  return `${period}・${aggregation}`;
}

function most(words: readonly string[], preferred: string): string {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  const highest = Math.max(0, ...counts.values());
  const first = [...counts].filter(([, n]) => n === highest).map(([word]) => word);
  return first.includes(preferred) ? preferred : (first.sort()[0] ?? preferred);
}

function inOrder(indicators: readonly ComparedIndicator[]): ComparedIndicator[] {
  const key = ({ city, id }: ComparedIndicator) => `${city.code} ${id}`;
  return [...indicators].sort((a, b) => (key(a) < key(b) ? -1 : 1));
}

const text = (ja: string, en: string | undefined): TextJson =>
  en === undefined || en === "" ? { ja } : { ja, en };

const sizes = [10_000, 50_000, 100_000, 200_000, 500_000];

function bodyJson(city: ComparedCity, populations: Compared["populations"]): BodyOfCityJson {
  const { code, name, nameEn, official, attribution, licence } = city;
  const byYear = [...(populations.get(code) ?? [])].sort(([a], [b]) => a - b);
  const newest = byYear.at(-1)?.[1];
  return {
    code,
    name: text(name, nameEn),
    kind: bodyKind({ code, name: { ja: name } }).ja,
    ...(newest === undefined ? {} : { size: sizes.filter((limit) => newest >= limit).length }),
    official,
    ...(attribution === undefined ? {} : { attribution }),
    ...(licence === undefined ? {} : { licence }),
  };
}

function cityJson(one: ComparedIndicator, compared: Compared, _unit: Phrase): ComparedCityJson {
  const { city, id, label, labelEn, iri, alignedBy } = one;
  const { common, populations } = compared;
  // A rate is no count: nothing is divided that was divided already, nor the population by itself.
  const isCount = (common.unitKind === "persons" || common.unitKind === "count") && one.unit !== "";
  const perHead = isCount && common.id !== population && one.aggregation !== "累計";
  const people = perHead ? populations.get(city.code) : undefined;
  const body = bodyJson(city, populations);
  return {
    ...body,
    label: text(label, labelEn),
    indicator: id,
    ...(iri === undefined ? {} : { iri }),
    alignedBy,
    years: one.years.map((year) => yearJson(year, people?.get(year.year))),
    sentence: newestText(one, body.name),
  };
}

/** The common indicator that is how many people live there. */
export const population = "C001";

function yearJson(year: ComparedYear, people: number | undefined): ComparedYearJson {
  const doubt = doubtText(year);
  const isNumber = year.value !== undefined && Number.isFinite(year.value);
  return {
    year: year.year,
    ...(isNumber
      ? { value: year.value as number, shown: groupPrinted(year.printed ?? `${year.value}`) }
      : {}),
    ...(isNumber ? {} : { none: noneText(year) }),
    ...(isNumber && isUnsureYear(year) ? { unsure: true as const } : {}),
    ...(year.comparable === comparabilityWords.notComparable ? { apart: true as const } : {}),
    ...(doubt === undefined ? {} : { doubt }),
    ...(isNumber && people !== undefined && people > 0
      ? {
          perThousand: {
            shown: ofThousand((year.value as number) / people),
            population: people,
          },
        }
      : {}),
  };
}

/** Three digits that count, and none that pretend to more. */
function ofThousand(share: number): string {
  const of = share * 1000;
  return groupPrinted(of.toFixed(of >= 100 ? 0 : of >= 10 ? 1 : 2));
}

/** A value that is less than sure: its dot is hollow. */
function isUnsureYear({ reading, status }: ComparedYear): boolean {
  const isRead = reading === undefined || readingWords[reading] === "certain";
  return !isRead || (status !== undefined && statusWords[status] !== "final");
}

function noneText({ words, reason }: ComparedYear): Phrase {
  if (words !== undefined) return sentence(({ cityWords }) => cityWords(words));
  const known = reason === undefined ? undefined : reasonWords[reason];
  if (known !== undefined) return noValueReasonText(known);
  return forReaders(() => reason ?? "－");
}

/** What is doubtful about a value, or noted beside it: it stands wherever the number stands. */
function doubtText(year: ComparedYear): Phrase | undefined {
  const reading = year.reading === undefined ? undefined : readingWords[year.reading];
  const status = year.status === undefined ? undefined : statusWords[year.status];
  const why = year.notComparableReason;
  const note = year.note;
  const parts: (Phrase | undefined)[] = [
    reading === undefined ? undefined : readingText("value", reading),
    status === undefined || year.value === undefined ? undefined : stateText(status),
    year.comparable === comparabilityWords.notComparable
      ? sentence((words) => words.notComparedHere(why))
      : undefined,
    year.comparable === comparabilityWords.tentative ? sentence((words) => words.tentativeHere) : undefined,
  ];
  const marks = parts.filter((one) => one !== undefined);
  const notes = note === undefined ? [] : [note];
  if (marks.length + notes.length === 0) return undefined;
  const said = (reader: Reader) =>
    doubtWords(
      marks.map((one) => one[reader]),
      notes,
      reader,
    );
  return forReaders(said);
}

const isCalendar = ({ period }: ComparedIndicator): boolean => period === "暦年";

function newestText(one: ComparedIndicator, name: TextJson | undefined): Phrase {
  const year = one.years.findLast(({ value }) => value !== undefined) ?? one.years.at(-1);
  const nameFor = (reader: Reader) => name && textFor(name, reader);
  if (!year) return forReaders((reader) => nameFor(reader) ?? "");
  const shown = year.value === undefined ? undefined : groupPrinted(year.printed ?? `${year.value}`);
  const none = shown === undefined ? noneText(year) : undefined;
  const doubt = doubtText(year);
  return sentence(({ plainYear, newestOf, unit }, reader) =>
    newestOf(
      nameFor(reader),
      plainYear(year.year, isCalendar(one)),
      none?.[reader] ?? amountText(shown ?? "", unit(one.unit), reader),
      doubt?.[reader],
    ),
  );
}

function besideJson(one: ComparedIndicator, compared: Compared, unit: string, basis: string): BesideJson {
  const { city, id, label, labelEn, iri, match } = one;
  const said = [
    ...(match === "exact" ? [] : [sentence((words) => words.match[match])]),
    ...(one.unit === unit ? [] : [sentence((words) => words.otherUnit(one.unit))]),
    ...(basisOf(one) === basis || basis === ""
      ? []
      : [sentence((words) => words.otherBasis(one.period, one.aggregation))]),
  ];
  const body = bodyJson(city, compared.populations);
  return {
    ...body,
    label: text(label, labelEn),
    indicator: id,
    ...(iri === undefined ? {} : { iri }),
    difference: forReaders((reader) =>
      said.map((phrase) => phrase[reader]).join(listMarks[reader].semicolon),
    ),
    newest: newestText(one, undefined),
  };
}

/** A line for each name, source and body; national ones first, then by code. */
function linesOf(points: readonly ReferencePoint[]): ReferenceLineJson[] {
  const lines = new Map<string, ReferenceLineJson>();
  for (const { name, source, code, year, value, printed } of points) {
    const key = JSON.stringify([code ?? "", name, source]);
    const line = lines.get(key) ?? { name, source, ...(code === undefined ? {} : { code }), points: [] };
    line.points.push({ year, value, shown: groupPrinted(printed) });
    lines.set(key, line);
  }
  const inYears = [...lines].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, line]) => line);
  for (const { points: its } of inYears) its.sort((a, b) => a.year - b.year);
  return inYears;
}
