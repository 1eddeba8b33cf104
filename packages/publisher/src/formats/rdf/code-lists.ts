// What observations point at: units, breakdowns, statuses, periods and sections, each with its links out.

import {
  type Breakdown,
  type Dataset,
  type FiscalYear,
  formatEnglishYear,
  formatJapaneseYear,
  periodPath,
  type Section,
  type Status,
  type StatusMeaning,
  statusPath,
  thing,
  type Unit,
  unitPath,
  yearInterval,
} from "@shihyo/core";
import { inScheme } from "./concepts.ts";
import { detailProperties } from "./details.ts";
import {
  breakdownIri,
  catalogueIri,
  choiceIri,
  definitionIri,
  referenceYearIri,
  sectionIri,
  wholeCode,
} from "./iri.ts";
import { sdmxCodes } from "./observation.ts";
import { languageLiteral, literal, type Resource, resource, type Said } from "./term.ts";
import { date, japanese, links, named, plain, texts } from "./texts.ts";
import { qudtMatch, unitKin } from "./unit-kin.ts";
import { expandedIri } from "./vocabularies.ts";

type Named = { readonly name: { readonly translation?: string } };

function translation({ municipality }: Dataset, { name: label }: Named): Said {
  const whose = label.translation;
  return [
    definitionIri(municipality, "translation"),
    links(whose === undefined ? undefined : choiceIri(municipality, "translation", whose)),
  ];
}

export function* unitResources(dataset: Dataset, unit: Unit): Iterable<Resource> {
  const { municipality } = dataset;
  const own = (local: string) => definitionIri(municipality, local);
  const unitIri = (id: string) => municipality.base + thing(unitPath(id));
  const { multiple, same } = unitKin(dataset, unit);
  const qudt = qudtMatch(unit);
  const equal = qudt?.match === "exactMatch" ? [expandedIri(`unit:${qudt.local}`)] : [];
  yield resource(["skos:Concept", own("Unit")], unitIri(unit.id), [
    ...named(unit.name, unit.id),
    translation(dataset, unit),
    ...inScheme(definitionIri(municipality, "units")),
    [own("unitKind"), links(choiceIri(municipality, "unitKind", unit.kind))],
    [own("singular"), unit.singular === undefined ? [] : [languageLiteral(unit.singular, "en")]],
    ["skos:exactMatch", links(...equal, ...same.map(unitIri))],
    ["skos:closeMatch", links(qudt?.match === "closeMatch" ? expandedIri(`unit:${qudt.local}`) : undefined)],
    [
      own("baseUnit"),
      links(multiple && (multiple.of === undefined ? expandedIri("unit:CCY_JPY") : unitIri(multiple.of))),
    ],
    [own("factor"), multiple ? [literal(multiple.factor, expandedIri("xsd:decimal"))] : []],
    ["skos:broadMatch", links(isCounter(unit) ? expandedIri("unit:NUM") : undefined)],
    [own("ucum"), plain(unit.ucum)],
    [own("differenceUnit"), japanese(unit.differenceUnit)],
    ...detailProperties(municipality, "units", unit),
    ["skos:note", japanese(unit.note)],
  ]);
}

/** What counts things (件, 人); not a rate such as 人/日, which is more than a number. */
function isCounter(unit: Unit): boolean {
  const isCount = unit.kind === "count" || unit.kind === "persons";
  return isCount && qudtMatch(unit) === undefined && !/[/／]/.test(unit.name.ja);
}

/** `undefined` is the whole (全体), which is a code of its own. */
export function* breakdownResources(dataset: Dataset, breakdown: Breakdown | undefined): Iterable<Resource> {
  const { municipality } = dataset;
  const subject = breakdownIri(municipality, breakdown?.id);
  yield resource(["skos:Concept", definitionIri(municipality, "Breakdown")], subject, [
    ...named(breakdown?.name ?? { ja: "全体", en: "The whole" }, breakdown?.id ?? wholeCode),
    ...(breakdown ? [translation(dataset, breakdown)] : []),
    ...inScheme(definitionIri(municipality, "breakdowns")),
    ...detailProperties(municipality, "breakdowns", breakdown ?? {}),
    ["skos:note", japanese(breakdown?.note)],
  ]);
}

/**
 * SDMX's codes (CL_OBS_STATUS, 2009): equal where a number is meant; M is broader than each of our reasons.
 * Progress in words has no code there.
 */
function sdmxMatch(meaning: StatusMeaning): readonly ["exactMatch" | "broadMatch", string] | undefined {
  if (meaning === "progress") return undefined;
  const code = (sdmxCodes as Readonly<Partial<Record<StatusMeaning, string>>>)[meaning];
  if (code === undefined) return ["broadMatch", "M"];
  return [meaning === "partial" ? "broadMatch" : "exactMatch", code];
}

export function* statusResources(dataset: Dataset, status: Status): Iterable<Resource> {
  const { municipality } = dataset;
  const [match, code] = sdmxMatch(status.meaning) ?? [];
  const subject = municipality.base + thing(statusPath(status.id));
  yield resource(["skos:Concept", definitionIri(municipality, "Status")], subject, [
    ...named(status.name, status.id),
    translation(dataset, status),
    ...inScheme(definitionIri(municipality, "statuses")),
    ["skos:definition", status.definition ? texts(status.definition) : []],
    [
      `skos:${match ?? "exactMatch"}`,
      links(code === undefined ? undefined : expandedIri(`sdmx-code:obsStatus-${code}`)),
    ],
  ]);
}

/** The years that anything points at: those of observations, breaks and targets. */
export function yearsOf(dataset: Dataset): number[] {
  const years = new Set(dataset.years);
  for (const { before, after } of dataset.breaks) years.add(before).add(after);
  for (const { year, baseYear } of dataset.targets) {
    if (year !== undefined) years.add(year);
    if (baseYear !== undefined) years.add(baseYear);
  }
  for (const { year } of [...dataset.evaluations, ...dataset.references, ...dataset.costs]) years.add(year);
  return [...years].sort((a, b) => a - b);
}

/** A fiscal year: 1 April to 31 March, the same interval as in the United Kingdom's reference times. */
export function* periodResources(dataset: Dataset, year: FiscalYear): Iterable<Resource> {
  const { municipality } = dataset;
  const label = { ja: formatJapaneseYear(year), en: formatEnglishYear(year) };
  const path = municipality.base + periodPath(year);
  const { start, end } = yearInterval(year);
  yield resource(["time:ProperInterval", "skos:Concept"], `${path}#it`, [
    ["rdfs:label", texts(label)],
    ...named(label, `FY${year}`),
    ...inScheme(definitionIri(municipality, "periods")),
    ["time:hasBeginning", links(`${path}#beginning`)],
    ["time:hasEnd", links(`${path}#end`)],
    ["time:hasXSDDuration", [literal("P1Y", expandedIri("xsd:duration"))]],
    ["time:intervalEquals", links(referenceYearIri(year))],
  ]);
  yield resource(["time:Instant"], `${path}#beginning`, [["time:inXSDDate", date(start)]]);
  yield resource(["time:Instant"], `${path}#end`, [["time:inXSDDate", date(end)]]);
}

export function* sectionResources(dataset: Dataset, section: Section): Iterable<Resource> {
  const { municipality } = dataset;
  yield resource(["org:OrganizationalUnit"], sectionIri(municipality, section.id), [
    ["rdfs:label", texts(section.name)],
    ...named(section.name, section.id),
    translation(dataset, section),
    ["org:unitOf", links(catalogueIri(municipality, "source-body"))],
    ...detailProperties(municipality, "sections", section),
    ["skos:note", japanese(section.note)],
  ]);
}
