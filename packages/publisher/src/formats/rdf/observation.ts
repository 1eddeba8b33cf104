// An observation as a resource: of the cube of numbers where it has one, else of the cube of states.

import {
  breaksByIndicator,
  type Comparison,
  comparabilityOf,
  type Dataset,
  detailsIn,
  formatDecimal,
  indicatorPath,
  intervalOf,
  type Observation,
  observationPath,
  periodPath,
  type Series,
  sinceSurvey,
  statusMeaning,
  statusPath,
  thing,
  unitPath,
} from "@shihyo/core";
import { type Cube, cubeOf, hasSurveys } from "./cubes.ts";
import { detailProperties } from "./details.ts";
import { areaIri, breakdownIri, choiceIri, definitionIri, sourceIri, statusIdOf } from "./iri.ts";
import { iri, languageLiteral, literal, type Property, type Resource, type Term } from "./term.ts";
import { texts } from "./texts.ts";
import { expandedIri, xsdDate, xsdDecimal, xsdInteger } from "./vocabularies.ts";

const types = [expandedIri("qb:Observation")];
const p = {
  dataSet: expandedIri("qb:dataSet"),
  area: expandedIri("sdmx-dimension:refArea"),
  period: expandedIri("sdmx-dimension:refPeriod"),
  frequency: expandedIri("sdmx-dimension:freq"),
  value: expandedIri("sdmx-measure:obsValue"),
  unit: expandedIri("sdmx-attribute:unitMeasure"),
  derived: expandedIri("prov:wasDerivedFrom"),
  note: expandedIri("rdfs:comment"),
  sdmxStatus: expandedIri("sdmx-attribute:obsStatus"),
};

/** `of` is the whole series, in which the survey before is looked for. */
export type ObservationWriter = (of: Series, comparison: Comparison) => Resource;

/** CL_OBS_STATUS: 見込 is a forecast; a value of part of the year is provisional until the year's own is there. */
export const sdmxCodes: Readonly<Record<Exclude<Observation["status"], "none">, string>> = {
  final: "A",
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
  return sdmxCodes[status === "none" ? "final" : status];
}

/**
 * What is the same for all observations is worked out once, and what comes back (a year, a unit, a page) is one and
 * the same property each time, whose text the writers remember: there may be millions.
 */
export function observationWriter(dataset: Dataset): ObservationWriter {
  const { municipality } = dataset;
  const { base } = municipality;
  const define = (local: string) => definitionIri(municipality, local);
  const always = (predicate: string, object: string): Property => [predicate, [iri(object)]];
  const period = remembered(p.period, (year: number) => iri(base + thing(periodPath(year))));
  const indicatorProperty = remembered(define("indicator"), (id: string) =>
    iri(base + thing(indicatorPath(id))),
  );
  const part = remembered(define("breakdown"), (id: string | undefined) =>
    iri(breakdownIri(municipality, id)),
  );
  const unit = remembered(p.unit, (id: string) => iri(base + thing(unitPath(id))));
  const sdmxCode = remembered(p.sdmxStatus, (code: string) =>
    iri(expandedIri(`sdmx-code:obsStatus-${code}`)),
  );
  const compared = remembered(define("comparability"), (choice: string) =>
    iri(choiceIri(municipality, "comparability", choice)),
  );
  const read = remembered(define("reading"), (reading: string) =>
    iri(choiceIri(municipality, "reading", reading)),
  );
  const from = remembered(p.derived, (id: string) => iri(sourceIri(municipality, id)));
  const decimals = remembered(define("decimals"), (value: number) => literal(String(value), xsdInteger));
  const onPage = remembered(define("page"), (value: number) => literal(String(value), xsdInteger));
  const day = (predicate: string) => remembered(predicate, (date: string) => literal(date, xsdDate));
  const firstDay = day(define("periodStart"));
  const lastDay = day(define("periodEnd"));
  const asOfDay = day(define("asOf"));
  const dataSet = remembered(p.dataSet, (cube: Cube) => iri(define(cube.id)));
  const area = always(p.area, areaIri(municipality));
  const yearly = always(p.frequency, expandedIri("sdmx-code:freq-A"));
  const own = {
    words: define("words"),
    change: define("change"),
    why: define("comparabilityReason"),
    surveyBefore: define("surveyBefore"),
    changeSinceSurvey: define("changeSinceSurvey"),
  };
  const surveys = hasSurveys(dataset);
  const hasDetails = detailsIn("observations").length > 0;
  const statusId = statusIdOf(dataset);
  const statusIri = (id: string) => iri(base + thing(statusPath(id)));
  const statusOf = remembered(define("status"), statusIri);
  const stateOf = remembered(define("state"), statusIri);
  return (of, comparison) => {
    const { indicator } = of;
    const observation = comparison.current;
    const { value, breakdown, year, reading, source, page, note, asOf } = observation;
    const isNumber = value.kind === "number";
    const state = statusId(statusMeaning(value, observation.status));
    const properties: Property[] = [
      dataSet(cubeOf(observation)),
      area,
      period(year),
      indicatorProperty(indicator.id),
      part(breakdown),
      yearly,
    ];
    if (isNumber) {
      properties.push([p.value, [literal(formatDecimal(value.number), xsdDecimal)]]);
      if (indicator.unit !== undefined) properties.push(unit(indicator.unit));
      properties.push(decimals(value.number.scale));
    } else {
      if (state !== undefined) properties.push(stateOf(state));
      if (value.kind === "words") properties.push([own.words, [languageLiteral(value.words, "ja")]]);
    }
    if (state !== undefined) properties.push(statusOf(state));
    const interval = intervalOf(indicator, observation);
    if (interval) properties.push(firstDay(interval.start), lastDay(interval.end));
    const code = sdmxStatusOf(dataset, observation);
    if (code !== undefined) properties.push(sdmxCode(code));
    const comparable = comparabilityOf(comparison);
    if (comparable !== undefined) properties.push(compared(comparable));
    const { reason = comparison.tentative, change } = comparison;
    if (reason) properties.push([own.why, texts(reason)]);
    if (change) properties.push([own.change, [literal(formatDecimal(change.difference), xsdDecimal)]]);
    const survey = surveys ? sinceSurvey(dataset, of, observation) : undefined;
    if (survey?.previous && survey.change) {
      properties.push([own.surveyBefore, [iri(base + observationPath(survey.previous))]]);
      const difference = formatDecimal(survey.change.difference);
      properties.push([own.changeSinceSurvey, [literal(difference, xsdDecimal)]]);
    }
    properties.push(read(reading), from(source));
    if (page !== undefined) properties.push(onPage(page));
    if (note !== undefined && note !== "") properties.push([p.note, [languageLiteral(note, "ja")]]);
    if (asOf !== undefined && isNumber) properties.push(asOfDay(asOf));
    if (hasDetails)
      properties.push(
        ...detailProperties(municipality, "observations", observation).filter(([, said]) => said.length > 0),
      );
    return { iri: base + observationPath(observation), types, properties };
  };
}

/** One property for each key that comes back, as long as there are not too many. */
function remembered<K>(predicate: string, make: (key: K) => Term): (key: K) => Property {
  let properties = new Map<K, Property>();
  return (key) => {
    const found = properties.get(key);
    if (found !== undefined) return found;
    if (properties.size >= 10_000) properties = new Map();
    const made: Property = [predicate, [make(key)]];
    properties.set(key, made);
    return made;
  };
}
