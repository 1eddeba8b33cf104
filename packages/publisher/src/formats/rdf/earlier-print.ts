// What earlier documents printed in place of a value that counts today: a thing of its own, which the value takes the place of.

import {
  type Dataset,
  earlierPrintPath,
  formatDecimal,
  indicatorPath,
  type Observation,
  observationId,
  observationPath,
  periodPath,
  type Series,
  statusMeaning,
  statusPath,
  thing,
  unitPath,
} from "@shihyo/core";
import { detailProperties } from "./details.ts";
import { areaIri, breakdownIri, choiceIri, definitionIri, sourceIri, statusIdOf } from "./iri.ts";
import { literal, type Resource, resource } from "./term.ts";
import { date, integerLiteral, japanese, links } from "./texts.ts";
import { xsdDecimal } from "./vocabularies.ts";

/** The earlier prints of an indicator's values, each after another, oldest document first. */
export function* earlierPrintsOf(dataset: Dataset, { observations }: Series): Iterable<Observation> {
  if (dataset.earlierPrints.size === 0) return;
  for (const one of observations) yield* dataset.earlierPrints.get(observationId(one)) ?? [];
}

export function* earlierPrints(dataset: Dataset, series: Series): Iterable<Resource> {
  const { municipality } = dataset;
  const { base } = municipality;
  const own = (local: string) => definitionIri(municipality, local);
  const { unit } = series.indicator;
  const statusId = statusIdOf(dataset);
  for (const print of earlierPrintsOf(dataset, series)) {
    const { value, indicator, year, breakdown, status, reading, source, page, note, asOf } = print;
    const number = value.kind === "number" ? value.number : undefined;
    const state = statusId(statusMeaning(value, status));
    yield resource([own("EarlierPrint")], base + earlierPrintPath(print), [
      ["dct:isReplacedBy", links(base + observationPath(print))],
      ["sdmx-dimension:refArea", links(areaIri(municipality))],
      [own("indicator"), links(base + thing(indicatorPath(indicator)))],
      ["sdmx-dimension:refPeriod", links(base + thing(periodPath(year)))],
      [own("breakdown"), links(breakdownIri(municipality, breakdown))],
      ["sdmx-measure:obsValue", number ? [literal(formatDecimal(number), xsdDecimal)] : []],
      [
        "sdmx-attribute:unitMeasure",
        links(number && unit !== undefined ? base + thing(unitPath(unit)) : undefined),
      ],
      [own("decimals"), integerLiteral(number?.scale)],
      [own("words"), japanese(value.kind === "words" ? value.words : undefined)],
      [own("status"), links(state === undefined ? undefined : base + thing(statusPath(state)))],
      [own("asOf"), date(asOf)],
      [own("reading"), links(choiceIri(municipality, "reading", reading))],
      ["prov:wasDerivedFrom", links(sourceIri(municipality, source))],
      [own("page"), integerLiteral(page)],
      ...detailProperties(municipality, "observations", print),
      ["rdfs:comment", japanese(note)],
    ]);
  }
}
