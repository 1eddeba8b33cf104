// Where the data come from and what was changed: bodies, sources and corrections as resources.

import {
  type Body,
  breakdownPath,
  type Correction,
  correctionPath,
  type Dataset,
  fullName,
  indicatorPath,
  isPrefecture,
  nodePath,
  observationPath,
  statusPath,
  type Text,
  thing,
  unitPath,
} from "@shihyo/core";
import { detailProperties } from "./details.ts";
import { areaIri, catalogueIri, definitionIri, sourceIri } from "./iri.ts";
import { languageLiteral, type Resource, resource } from "./term.ts";
import { date, japanese, links, plain, texts } from "./texts.ts";

/** Whether the publisher said where it may be asked; nothing is made up. */
export function hasContact({ publisher }: Dataset["municipality"]): boolean {
  return publisher.email !== undefined || publisher.contactPage !== undefined;
}

/** 発行者 and 原典作成者, the area, and every source document. They stand in the catalogue. */
export function* provenanceResources(dataset: Dataset): Iterable<Resource> {
  const { municipality } = dataset;
  const { publisher, sourceBody } = municipality;
  const authority = authorityType(municipality);
  // What kind of agent a publisher is who is not the body itself, nobody has said.
  const isItself = municipality.official || publisher.name.ja === sourceBody.name.ja;
  yield body(catalogueIri(municipality, "publisher"), publisher, isItself ? authority : undefined);
  yield body(catalogueIri(municipality, "source-body"), sourceBody, authority);
  yield resource(["skos:Concept"], authority, [
    ["skos:prefLabel", texts(authorityNames[authority] ?? { ja: "" })],
    ["skos:inScheme", links(publisherTypeScheme)],
  ]);
  yield resource(["skos:ConceptScheme"], publisherTypeScheme, [
    ["dct:title", [languageLiteral("publishertype", "en")]],
  ]);
  yield resource(["dct:Location", "skos:Concept"], areaIri(municipality), [
    ["skos:prefLabel", texts(areaName(municipality))],
    ["skos:inScheme", links(definitionIri(municipality, "areas"))],
    ["dct:identifier", plain(municipality.code)],
    // GeoNames has a populated place there, which is near to the municipality and not the same.
    ["skos:closeMatch", links(municipality.geonames)],
  ]);
  for (const source of dataset.sources.values()) {
    yield resource(["prov:Entity", "foaf:Document"], sourceIri(municipality, source.id), [
      ["dct:title", texts(source.title)],
      ["dct:identifier", plain(source.id)],
      ["dct:creator", links(catalogueIri(municipality, "source-body"))],
      ["dct:issued", date(source.date)],
      ["dct:extent", source.pages === undefined ? [] : japanese(`${source.pages}頁`)],
      ["foaf:page", links(source.url)],
    ]);
  }
}

/** The municipality with its prefecture: 「神奈川県厚木市」, `Atsugi, Kanagawa`. */
export function areaName(municipality: Dataset["municipality"]): Text {
  const { name: own, prefecture } = municipality;
  const ja = fullName(municipality);
  if (!own.en || !prefecture.en) return { ja };
  return { ja, en: own.ja === prefecture.ja ? own.en : `${own.en}, ${prefecture.en}` };
}

const publisherTypes = "http://purl.org/adms/publishertype/";
const publisherTypeScheme = `${publisherTypes}1.0`;

const authorityNames: Readonly<Record<string, Text>> = {
  [`${publisherTypes}LocalAuthority`]: { ja: "市区町村", en: "Local authority" },
  [`${publisherTypes}RegionalAuthority`]: { ja: "都道府県", en: "Regional authority" },
};

/** By ADMS's types of publishers. */
function authorityType(municipality: Dataset["municipality"]): string {
  return `${publisherTypes}${isPrefecture(municipality) ? "RegionalAuthority" : "LocalAuthority"}`;
}

function body(
  subject: string,
  { name: label, homepage, corporateNumber }: Body,
  type: string | undefined,
): Resource {
  return resource(["foaf:Agent", "org:Organization", "prov:Agent"], subject, [
    ["foaf:name", texts(label)],
    // The one name that it prefers, as DCAT-US wants it.
    ["skos:prefLabel", japanese(label.ja)],
    ["dct:type", links(type)],
    ["org:identifier", plain(corporateNumber)],
    ["foaf:homepage", links(homepage)],
  ]);
}

export function* correctionResources(dataset: Dataset, correction: Correction): Iterable<Resource> {
  const { municipality } = dataset;
  const own = (local: string) => definitionIri(municipality, local);
  const { id, subject, property, from, to, reason } = correction;
  yield resource([own("Correction"), "prov:Entity"], municipality.base + thing(correctionPath(id)), [
    ["dct:identifier", plain(id)],
    ["dct:date", date(correction.date)],
    [own("corrects"), links(subjectIri(dataset, subject))],
    [own("correctedProperty"), japanese(property)],
    [own("correctedFrom"), plain(from)],
    [own("correctedTo"), plain(to)],
    [own("reason"), japanese(reason)],
    ...detailProperties(municipality, "corrections", correction),
  ]);
}

/** The thing that bears an ID of the tables: `K0001FY2024`, `K0001`, `J0003`, `U01`. */
function subjectIri(dataset: Dataset, subject: string): string | undefined {
  const { base } = dataset.municipality;
  const [, indicator, year, breakdown] = /^([A-Z][0-9]+)FY([0-9]{4})([A-Z][0-9]+)?$/.exec(subject) ?? [];
  if (indicator !== undefined && dataset.indicators.has(indicator)) {
    const key = { indicator, year: Number(year), ...(breakdown === undefined ? {} : { breakdown }) };
    return base + observationPath(key);
  }
  if (dataset.indicators.has(subject)) return base + thing(indicatorPath(subject));
  const node = dataset.nodes.get(subject);
  if (node) return base + thing(nodePath(node));
  if (dataset.units.has(subject)) return base + thing(unitPath(subject));
  if (dataset.breakdowns.has(subject)) return base + thing(breakdownPath(subject));
  if (dataset.statuses.has(subject)) return base + thing(statusPath(subject));
  return undefined;
}
