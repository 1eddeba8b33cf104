// An indicator as a resource, with its listings and breaks; its observations follow it.

import {
  breaksByIndicator,
  type Dataset,
  type Indicator,
  indicatorPath,
  type Language,
  listingsByIndicator,
  nodePath,
  periodPath,
  thing,
  unitPath,
} from "@shihyo/core";
import { kindLocal } from "./choices.ts";
import { inScheme } from "./concepts.ts";
import { detailProperties } from "./details.ts";
import { choiceIri, definitionIri } from "./iri.ts";
import { listingResources } from "./listing.ts";
import { iri, type Resource, resource } from "./term.ts";
import { date, gYear, integerLiteral, japanese, links, plain, texts } from "./texts.ts";

export function* indicatorResources(dataset: Dataset, indicator: Indicator): Iterable<Resource> {
  const { municipality, labels, nodes } = dataset;
  const { base } = municipality;
  const own = (local: string) => definitionIri(municipality, local);
  const choice = (list: string, meaning: string | undefined) =>
    links(meaning === undefined ? undefined : choiceIri(municipality, list, meaning));
  const label = labels.get(indicator.id) ?? indicator.name;
  const listings = listingsByIndicator(dataset).get(indicator.id) ?? [];
  const breaks = breaksByIndicator(dataset).get(indicator.id) ?? [];
  const breakIri = (after: number) => `${base}${indicatorPath(indicator.id)}#break-${after}`;
  const homes = [...new Set(listings.map(({ node }) => node))].flatMap((id) => nodes.get(id) ?? []);
  const { name: printed } = indicator;
  yield resource(["skos:Concept", own("Indicator")], base + thing(indicatorPath(indicator.id)), [
    ["skos:prefLabel", texts(label)],
    ["skos:altLabel", texts(printed).filter(({ text, language }) => text !== label[language as Language])],
    ["skos:notation", plain(indicator.id)],
    [own("translation"), choice("translation", printed.translation)],
    ...inScheme(own("indicators")),
    [
      own("indicatorKind"),
      choice(
        "indicatorKind",
        kindLocal(dataset.indicatorKinds.get(indicator.kind) ?? { name: { ja: indicator.kind } }),
      ),
    ],
    [own("unit"), links(indicator.unit === undefined ? undefined : base + thing(unitPath(indicator.unit)))],
    [own("decimals"), integerLiteral(indicator.decimals)],
    [own("periodKind"), choice("periodKind", indicator.period)],
    [own("aggregation"), choice("aggregation", indicator.aggregation)],
    [own("cumulativeFrom"), date(indicator.cumulativeFrom)],
    [own("direction"), choice("direction", indicator.direction)],
    [own("directionBasis"), choice("directionBasis", indicator.directionBasis)],
    [own("reading"), choice("reading", indicator.reading)],
    [own("listedUnder"), homes.map((node) => iri(base + thing(nodePath(node))))],
    [own("break"), breaks.map(({ after }) => iri(breakIri(after)))],
    ["skos:definition", indicator.definition ? texts(indicator.definition) : []],
    ...detailProperties(municipality, "indicators", indicator),
    [own("abolished"), gYear(indicator.abolished)],
    ["skos:note", japanese(indicator.note)],
  ]);
  for (const listing of listings) yield* listingResources(dataset, listing);
  for (const one of breaks) {
    const { before, after, reason } = one;
    yield resource([own("Break")], breakIri(after), [
      [own("breaks"), links(base + thing(indicatorPath(indicator.id)))],
      [own("before"), links(base + thing(periodPath(before)))],
      [own("after"), links(base + thing(periodPath(after)))],
      ...detailProperties(municipality, "breaks", one),
      ["rdfs:comment", texts(reason)],
    ]);
  }
}
