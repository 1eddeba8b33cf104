// An observation as a resource: of the cube of numbers where it has one, else of the cube of states.

import {
  breaksByIndicator,
  type Comparison,
  comparabilityOf,
  type Dataset,
  formatDecimal,
  type Indicator,
  indicatorPath,
  intervalOf,
  type Observation,
  observationPath,
  periodPath,
  statusMeaning,
  statusPath,
  thing,
  unitPath,
} from "@shihyo/core";
import { numbersCube, statesCube } from "./cubes.ts";
import { areaIri, breakdownIri, choiceIri, definitionIri, sourceIri, statusIdOf } from "./iri.ts";
import { type Iri, iri, languageLiteral, literal, type Property, type Resource, type Term } from "./term.ts";
import { texts } from "./texts.ts";
import { name, xsdDate, xsdDecimal, xsdInteger } from "./vocabularies.ts";

const types = [name("qb:Observation")];
const p = {
  dataSet: name("qb:dataSet"),
  area: name("sdmx-dimension:refArea"),
  period: name("sdmx-dimension:refPeriod"),
  frequency: name("sdmx-dimension:freq"),
  value: name("sdmx-measure:obsValue"),
  unit: name("sdmx-attribute:unitMeasure"),
  derived: name("prov:wasDerivedFrom"),
  note: name("rdfs:comment"),
  sdmxStatus: name("sdmx-attribute:obsStatus"),
};

export type ObservationWriter = (indicator: Indicator, comparison: Comparison) => Resource;

/** 見込 is a forecast; a value of part of the year is provisional until the year's own is there. */
const sdmxCodes: Readonly<Partial<Record<Observation["status"], string>>> = {
  provisional: "P",
  estimated: "E",
  expected: "F",
  partial: "P",
};

/** SDMX's code of a number: a break before how final it is. Its vocabulary of 2009 has no code for words. */
export function sdmxStatusOf(
  dataset: Dataset,
  { value, year, indicator, status }: Observation,
): string | undefined {
  if (value.kind !== "number") return undefined;
  const breaks = breaksByIndicator(dataset).get(indicator);
  if (breaks?.some(({ after }) => after === year)) return "B";
  return sdmxCodes[status] ?? "A";
}

/** What is the same for all observations is worked out once: there may be millions. */
export function observationWriter(dataset: Dataset): ObservationWriter {
  const { municipality } = dataset;
  const { base } = municipality;
  const define = (local: string) => definitionIri(municipality, local);
  const period = remembered((year: number) => iri(base + thing(periodPath(year))));
  const indicatorIri = remembered((id: string) => iri(base + thing(indicatorPath(id))));
  const part = remembered((id: string | undefined) => iri(breakdownIri(municipality, id)));
  const unit = remembered((id: string) => iri(base + thing(unitPath(id))));
  const sdmxCode = remembered((code: string) => iri(name(`sdmx-code:obsStatus-${code}`)));
  const compared = remembered((choice: string) => iri(choiceIri(municipality, "comparability", choice)));
  const read = remembered((reading: string) => iri(choiceIri(municipality, "reading", reading)));
  const from = remembered((id: string) => iri(sourceIri(municipality, id)));
  const integer = remembered((value: number) => literal(String(value), xsdInteger));
  const day = remembered((date: string) => literal(date, xsdDate));
  const numbers = [iri(define(numbersCube.id))];
  const states = [iri(define(statesCube.id))];
  const area = [iri(areaIri(municipality))];
  const yearly = [iri(name("sdmx-code:freq-A"))];
  const own = {
    indicator: define("indicator"),
    breakdown: define("breakdown"),
    state: define("state"),
    words: define("words"),
    status: define("status"),
    decimals: define("decimals"),
    periodStart: define("periodStart"),
    periodEnd: define("periodEnd"),
    comparability: define("comparability"),
    comparabilityReason: define("comparabilityReason"),
    change: define("change"),
    reading: define("reading"),
    page: define("page"),
    asOf: define("asOf"),
  };
  const statusId = statusIdOf(dataset);
  const statusIri = remembered((id: string) => iri(base + thing(statusPath(id))));
  const status = (meaning: string): readonly Iri[] => {
    const id = statusId(meaning);
    return id === undefined ? [] : statusIri(id);
  };
  return (indicator, comparison) => {
    const observation = comparison.current;
    const { value, breakdown, year, reading, source, page, note, asOf } = observation;
    const isNumber = value.kind === "number";
    const state = status(statusMeaning(value, observation.status));
    const properties: Property[] = [
      [p.dataSet, isNumber ? numbers : states],
      [p.area, area],
      [p.period, period(year)],
      [own.indicator, indicatorIri(indicator.id)],
      [own.breakdown, part(breakdown)],
      [p.frequency, yearly],
    ];
    if (isNumber) {
      properties.push([p.value, [literal(formatDecimal(value.number), xsdDecimal)]]);
      if (indicator.unit !== undefined) {
        properties.push([p.unit, unit(indicator.unit)]);
      }
      properties.push([own.decimals, integer(value.number.scale)]);
    } else {
      if (state.length > 0) properties.push([own.state, state]);
      if (value.kind === "words") properties.push([own.words, [languageLiteral(value.words, "ja")]]);
    }
    if (state.length > 0) properties.push([own.status, state]);
    const interval = intervalOf(indicator, observation);
    if (interval) {
      properties.push([own.periodStart, day(interval.start)]);
      properties.push([own.periodEnd, day(interval.end)]);
    }
    const code = sdmxStatusOf(dataset, observation);
    if (code !== undefined) properties.push([p.sdmxStatus, sdmxCode(code)]);
    const comparable = comparabilityOf(comparison);
    if (comparable !== undefined) properties.push([own.comparability, compared(comparable)]);
    const { reason = comparison.tentative, change } = comparison;
    if (reason) properties.push([own.comparabilityReason, texts(reason)]);
    if (change) properties.push([own.change, [literal(formatDecimal(change.difference), xsdDecimal)]]);
    properties.push([own.reading, read(reading)]);
    properties.push([p.derived, from(source)]);
    if (page !== undefined) properties.push([own.page, integer(page)]);
    if (note !== undefined && note !== "") properties.push([p.note, [languageLiteral(note, "ja")]]);
    if (asOf !== undefined && isNumber) properties.push([own.asOf, day(asOf)]);
    return { iri: base + observationPath(observation), types, properties };
  };
}

/** One term for each key that comes back, as long as there are not too many. */
function remembered<K, T extends Term>(make: (key: K) => T): (key: K) => readonly T[] {
  let terms = new Map<K, readonly T[]>();
  return (key) => {
    const found = terms.get(key);
    if (found !== undefined) return found;
    if (terms.size >= 10_000) terms = new Map();
    const made = [make(key)];
    terms.set(key, made);
    return made;
  };
}
