// The licences that a folder states, in DCAT, schema.org, CSVW or a Data Package, and what is distributed without one.

import type { Quad } from "n3";
import { type Evidence, isRecord, isRelative, packages } from "./evidence.ts";

const rdfType = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type";
const dct = "http://purl.org/dc/terms/";
const dcat = "http://www.w3.org/ns/dcat#";
const schema = ["http://schema.org/", "https://schema.org/"] as const;

/** The Open Definition's own names of licences that are open, as CKAN and Data Packages write them. */
const openNames =
  "cc-by(-sa)?(-[0-9.]+)?|cc-?zero(-[0-9.]+)?|cc0-[0-9.]+|odc-(by|odbl|pddl)(-[0-9.]+)?|odbl-[0-9.]+|pddl-[0-9.]+|uk-ogl|ogl-uk-[0-9.]+|gfdl";

/** Licences that the Open Definition calls open, and Japan's, by their address. */
const openAddresses: readonly string[] = [
  String.raw`(www\.)?creativecommons\.org\/(licenses\/by(-sa)?\/|publicdomain\/(zero|mark)\/)`,
  String.raw`www\.digital\.go\.jp\/resources\/open_data\/public_data_license`,
  String.raw`(www\.)?opendatacommons\.org\/licenses\/`,
  String.raw`(www\.)?opendefinition\.org\/licenses\/(${openNames})\/?$`,
  String.raw`(www\.)?spdx\.org\/licenses\/(CC-BY(-SA)?-[0-9.]+|CC0-1\.0|ODbL-1\.0|ODC-By-1\.0|PDDL-1\.0|OGL-UK-[0-9.]+?)(\.html)?\/?$`,
  String.raw`www\.nationalarchives\.gov\.uk\/doc\/open-government-licence`,
  String.raw`reference\.data\.gov\.uk\/id\/open-government-licence`,
  String.raw`publications\.europa\.eu\/resource\/authority\/licence\/(CC_?BY(_?SA)?(_[0-9][0-9A-Z_]*)?|CC_?0)$`,
  String.raw`(www\.)?govdata\.de\/dl-de\/(by|zero)-2-0`,
  String.raw`dcat-ap\.de\/def\/licenses\/dl-(by|zero)-de\/2[._]0`,
  String.raw`www\.etalab\.gouv\.fr\/(licence|wp-content)[^ ]*(licence-ouverte|open-licen[cs]e)`,
];
const openLicence = new RegExp(String.raw`^https?:\/\/(${openAddresses.join("|")})`, "i");
const openName = new RegExp(`^(${openNames})$`, "i");

export const isOpenLicence = (address: string): boolean => openLicence.test(address);

/** How a licence is stated: as DCAT and schema.org have it; `rdfs:seeAlso` counts where it leads to an open licence. */
const licenceProperties = new Set([
  `${dct}license`,
  `${dct}rights`,
  "http://purl.org/dc/elements/1.1/rights",
  ...schema.map((one) => `${one}license`),
  "http://creativecommons.org/ns#license",
  "http://www.w3.org/2000/01/rdf-schema#seeAlso",
]);

/** How a document of a licence, or a statement of rights, says which licence it is. */
const saysWhich = new Set([
  "http://www.w3.org/2000/01/rdf-schema#seeAlso",
  "http://xmlns.com/foaf/0.1/page",
  "http://xmlns.com/foaf/0.1/homepage",
  "http://www.w3.org/2002/07/owl#sameAs",
  "http://www.w3.org/2004/02/skos/core#exactMatch",
  `${dct}source`,
  `${dct}license`,
  ...schema.flatMap((one) => [`${one}url`, `${one}sameAs`]),
]);

/** What something belongs to; a licence that stands there is its own as well. */
const belongsBelow = new Set([
  `${dcat}distribution`,
  `${dcat}dataset`,
  `${dcat}catalog`,
  `${dct}hasPart`,
  ...schema.flatMap((one) => [`${one}distribution`, `${one}dataset`, `${one}hasPart`]),
]);
const belongsTo = new Set([
  `${dcat}inSeries`,
  `${dct}isPartOf`,
  ...schema.flatMap((one) => [`${one}includedInDataCatalog`, `${one}isPartOf`]),
]);

const datasetTypes =
  /(dcat#Dataset|linked-data\/cube#DataSet|void#Dataset|schema\.org\/Dataset|dcmitype\/Dataset)$/;

export interface StatedLicences {
  readonly licences: readonly string[];
  /** What is distributed and has none. */
  readonly without: readonly string[];
}

/** The licences stated in DCAT, CSVW or a Data Package, and what is distributed without one. */
export function licencesOf(evidence: Evidence, quads: readonly Quad[]): StatedLicences {
  const ofSubject = licencesBySubject(quads);
  const above = new Map<string, string[]>();
  const distributions = new Map<string, Quad["subject"]>();
  const datasets = new Map<string, Quad["subject"]>();
  for (const { subject, predicate, object } of quads) {
    if (belongsBelow.has(predicate.value)) put(above, object.value, subject.value);
    if (belongsTo.has(predicate.value)) put(above, subject.value, object.value);
    if (predicate.value !== rdfType) continue;
    if (/(dcat#Distribution|schema\.org\/DataDownload)$/.test(object.value))
      distributions.set(subject.value, subject);
    if (datasetTypes.test(object.value)) datasets.set(subject.value, subject);
  }
  /** Its own, or that of what it belongs to. */
  const licencesFor = (subject: string, seen: readonly string[] = []): string[] => {
    const own = ofSubject.get(subject);
    if (own) return own;
    const parents = (above.get(subject) ?? []).filter((parent) => !seen.includes(parent));
    return parents.flatMap((parent) => licencesFor(parent, [...seen, subject]));
  };
  const asked = distributions.size > 0 ? distributions : datasets;
  if (asked.size === 0) return ofTables(evidence, ofSubject);
  const found = [...asked].map(([subject, term]) => ({ term, licences: licencesFor(subject) }));
  return {
    licences: [...new Set(found.flatMap(({ licences }) => licences))],
    without: found.flatMap(({ term, licences }) =>
      licences.length > 0 ? [] : [term.termType === "BlankNode" ? "（名前のないもの unnamed）" : term.value],
    ),
  };
}

function put(map: Map<string, string[]>, key: string, value: string): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

/** What stands as a licence is its address, or a thing of the folder's own that says which licence it is. */
function licencesBySubject(quads: readonly Quad[]): ReadonlyMap<string, string[]> {
  const which = new Map<string, string[]>();
  for (const { subject, predicate, object } of quads)
    if (saysWhich.has(predicate.value) && isOpenLicence(object.value))
      put(which, subject.value, object.value);
  const found = new Map<string, string[]>();
  for (const { subject, predicate, object } of quads) {
    if (!licenceProperties.has(predicate.value)) continue;
    const said = which.get(object.value);
    const isWeak = /(seeAlso|rights)$/.test(predicate.value);
    const isAddress = isWeak ? isOpenLicence(object.value) : /^https?:/.test(object.value);
    if (said && !isOpenLicence(object.value)) for (const one of said) put(found, subject.value, one);
    else if (isAddress) put(found, subject.value, object.value);
  }
  return found;
}

/** Where no RDF names what is distributed, it is the tables. */
function ofTables(evidence: Evidence, ofSubject: ReadonlyMap<string, readonly string[]>): StatedLicences {
  const stated: string[] = [];
  const without: string[] = [];
  for (const { path, metadata } of evidence.tables) {
    const licence = metadata && statedLicence(metadata);
    if (licence === undefined) without.push(path);
    else stated.push(licence);
  }
  const packaged = packages(evidence.documents).map(({ document, resources }) => ({
    whole: packagedLicences(document),
    parts: resources.map(({ paths, resource }) => ({ paths, licences: packagedLicences(resource) })),
  }));
  // A document that says its own licence (`<> dct:license …`) says it of what it is about.
  const ofDocuments = [...ofSubject].flatMap(([subject, found]) => (isRelative(subject) ? found : []));
  const ofAll = [...packaged.flatMap(({ whole }) => whole), ...ofDocuments];
  const ofParts = packaged.flatMap(({ parts }) => parts).filter((part) => part.licences.length > 0);
  const covered = new Set(ofParts.flatMap(({ paths }) => paths));
  const licences = [...new Set([...stated, ...ofAll, ...ofParts.flatMap((part) => part.licences)])];
  return { licences, without: ofAll.length > 0 ? [] : without.filter((path) => !covered.has(path)) };
}

/**
 * The licences that a Data Package, or a resource of it, states: by address (`path`, before 2017 `url`), or by the
 * Open Definition's name (`name`, before 2017 `type` or a bare `license`), which is the last part of an address there.
 */
function packagedLicences({ licenses, license }: Readonly<Record<string, unknown>>): string[] {
  return [licenses, license].flat().flatMap((one) => {
    const said = typeof one === "string" ? { name: one } : isRecord(one) ? one : {};
    const address = [said.path, said.url, said.name].find(isAddress);
    if (address !== undefined) return [address];
    const name = [said.name, said.type, said.id].find((value) => typeof value === "string");
    if (name !== undefined && openName.test(name)) return [`https://opendefinition.org/licenses/${name}`];
    return [said.path, said.url, name]
      .flatMap((value) => (typeof value === "string" ? [value] : []))
      .slice(0, 1);
  });
}

const isAddress = (value: unknown): value is string =>
  typeof value === "string" && /^https?:\/\//.test(value);

function statedLicence(metadata: Readonly<Record<string, unknown>>): string | undefined {
  const addresses = (value: unknown): string[] =>
    [value].flat().flatMap((one) => [isRecord(one) ? (one["@id"] ?? one["@value"]) : one].filter(isAddress));
  for (const key of ["dc:license", "dct:license", "dcterms:license", "schema:license", `${dct}license`]) {
    const [first] = addresses(metadata[key]);
    if (first !== undefined) return first;
  }
  return addresses(metadata["rdfs:seeAlso"]).find(isOpenLicence);
}
