// The catalogue (DCAT 3, as DCAT-AP 3.0.1 and DCAT-GoJ ask): one dataset, a distribution for every data file.

import { type Dataset, type Release, type Text, yearInterval } from "@shihyo/core";
import type { WrittenFiles } from "../format.ts";
import {
  cubeStandard,
  type DataFileKind,
  dataFileKind,
  dataFileKinds,
  distributionTitle,
  pathOf,
  standardTitles,
} from "../published-files.ts";
import { fieldIri, fieldResources } from "./choices.ts";
import { cubeIds } from "./definitions.ts";
import { areaIri, catalogueIri, definitionIri } from "./iri.ts";
import { hasContact, provenanceResources } from "./provenance.ts";
import { iri, languageLiteral, literal, type Objects, type Resource, resource } from "./term.ts";
import { date, links, plain, texts } from "./texts.ts";
import { expandedIri } from "./vocabularies.ts";

const authority = "http://publications.europa.eu/resource/authority/";
/** Government and the public sector, among the themes of the European Union's catalogues. */
const euTheme = `${authority}data-theme/GOVE`;
/** The addresses of a release stay. */
const stable = `${authority}planned-availability/STABLE`;
const yearly = `${authority}frequency/ANNUAL`;
const languageNames: Readonly<Record<string, string>> = { ja: "JPN", en: "ENG" };

interface DataFile {
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly kind: DataFileKind;
  /** The page where it is found. */
  readonly home: string;
}

/** The data files that were written so far, in the order of their names. */
export function cataloguedFiles({ municipality }: Dataset, written: WrittenFiles): DataFile[] {
  return dataFileKinds
    .flatMap((kind) => {
      const path = pathOf(municipality.code, kind);
      const file = written.get(path);
      return file ? [{ path, ...file, kind, home: municipality.base }] : [];
    })
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** What the dataset is about; every word passes as a tag of CKAN's. */
export function keywords({ municipality }: Dataset): Text[] {
  const plainText = ({ ja, en }: Text): Text => (en === undefined ? { ja } : { ja, en });
  return [
    plainText(municipality.name),
    ...(municipality.prefecture.ja === municipality.name.ja ? [] : [plainText(municipality.prefecture)]),
    { ja: "行財政", en: "administration" },
    { ja: "計画", en: "plan" },
    { ja: "指標", en: "indicators" },
    { ja: "実績値", en: "results" },
  ].filter(({ ja }) => tag.test(ja));
}

export function catalogueTitle({ title }: Dataset["municipality"]): Text {
  return withSuffix(title, "のカタログ", "Catalogue: ");
}

/** Letters of any script, digits, `_`, `-`, `.`, spaces; 2 to 100 of them (CKAN). */
const tag = /^[\p{L}\p{N}_ .-]{2,100}$/u;

export function* catalogueResources(dataset: Dataset, written: WrittenFiles): Iterable<Resource> {
  const { municipality, releases } = dataset;
  const { base } = municipality;
  const own = (local: string) => catalogueIri(municipality, local);
  const files = cataloguedFiles(dataset, written);
  const spoken = municipality.languages.flatMap((language) => languageNames[language] ?? []);
  const languages = spoken.map((language) => `${authority}language/${language}`);
  const licence = links(municipality.licence.iri);
  const area = links(areaIri(municipality));
  const issued = date(releases[0]?.date);
  const modified = date(releases.at(-1)?.date);
  const field = [...dataset.nodes.values()].find((node) => node.level === 0)?.field;
  const theme = fieldIri(municipality, field ?? "行財政");
  const kept = keptReleases(dataset, written);
  const archives = new Map(kept.map(({ version }) => [version, keptArchive(dataset, written, version)]));
  // The newest before this one.
  const previous = kept.findLast(({ version }) => version !== releases.at(-1)?.version)?.version;
  const years = [dataset.years[0], dataset.years.at(-1)];

  yield resource(["dcat:Catalog"], own("it"), [
    ["dct:title", texts(catalogueTitle(municipality))],
    ["dct:description", texts(municipality.description)],
    ["dct:identifier", plain(own("it"))],
    ["dct:publisher", links(own("publisher"))],
    ["dct:license", licence],
    ["dct:language", languages.map(iri)],
    ["dct:spatial", area],
    ["dct:issued", issued],
    ["dct:modified", modified],
    ["dct:accrualPeriodicity", links(yearly)],
    ["foaf:homepage", links(base)],
    ["dcat:themeTaxonomy", links(definitionIri(municipality, "fields"), `${authority}data-theme`)],
    ["dcat:keyword", keywords(dataset).flatMap(texts)],
    ["dcat:dataset", links(own("dataset"))],
    ["dcat:resource", kept.length === 0 ? [] : links(own("releases"))],
  ]);

  yield resource(["dcat:Dataset"], own("dataset"), [
    ["dct:title", texts(municipality.title)],
    ["dct:description", texts(municipality.description)],
    ["dct:identifier", plain(own("dataset"))],
    ["dct:publisher", links(own("publisher"))],
    ["dct:creator", links(own("publisher"))],
    ["dct:license", licence],
    ["dct:language", languages.map(iri)],
    ["dcat:keyword", keywords(dataset).flatMap(texts)],
    ["dcat:theme", links(theme, euTheme)],
    // The area that Japan counts by last: a portal that keeps one address keeps the last (ckanext-dcat).
    ["dct:spatial", links(municipality.geonames, areaIri(municipality))],
    ["dct:temporal", years[0] === undefined ? [] : links(own("temporal"))],
    ["dct:accrualPeriodicity", links(yearly)],
    ["dct:issued", issued],
    ["dct:modified", modified],
    ["dcat:version", plain(releases.at(-1)?.version)],
    ["dcat:previousVersion", links(previous === undefined ? undefined : releaseIri(dataset, previous))],
    ["dcat:inSeries", kept.length === 0 ? [] : links(own("releases"))],
    ["dcat:landingPage", links(base)],
    ["dcat:contactPoint", hasContact(municipality) ? links(own("contact")) : []],
    ["dct:provenance", links(own("provenance"))],
    ["dct:conformsTo", links(cubeStandard)],
    ["dct:hasPart", cubeIds(dataset).map((id) => iri(definitionIri(municipality, id)))],
    ["prov:wasDerivedFrom", [...dataset.sources.keys()].map((id) => iri(own(id)))],
    ["dcat:distribution", files.map(({ kind }) => iri(own(kind.id)))],
  ]);

  const shared = { licence, languages };
  for (const file of files)
    yield* distributionResources(dataset, file, own(file.kind.id), { ...shared, issued, modified });

  if (kept.length > 0) yield seriesResource(dataset, kept, own("temporal"));
  for (const release of releases) {
    const { version, note } = release;
    const day = date(release.date);
    const subject = releaseIri(dataset, version);
    const at = kept.indexOf(release);
    const neighbour = (to: number) => links(kept[to] && releaseIri(dataset, kept[to].version));
    const folder = at < 0 ? undefined : `${base}releases/${version}/`;
    const archive = archives.get(version);
    // Not said to be a dcat:Dataset: a harvester would make a dataset of its own of every release. Of what says
    // `dcat:inSeries` DCAT-AP wants that it is one, so the series names its members.
    yield resource(["prov:Entity", "dcat:Resource"], subject, [
      ["dct:title", texts(withSuffix(municipality.title, ` ${version}`, `${version}: `))],
      ["dct:description", texts(note)],
      ["dcat:version", plain(version)],
      ["dct:issued", day],
      ["dct:publisher", at < 0 ? [] : links(own("publisher"))],
      ["dcat:isVersionOf", links(own("dataset"))],
      ["dcat:prev", at < 1 ? [] : neighbour(at - 1)],
      ["dcat:next", at < 0 ? [] : neighbour(at + 1)],
      ["dcat:landingPage", links(folder)],
      ["dcat:distribution", archive ? links(`${subject}-${archive.kind.id}`) : []],
    ]);
    if (archive)
      yield* distributionResources(dataset, archive, `${subject}-${archive.kind.id}`, {
        ...shared,
        issued: day,
        modified: day,
      });
  }

  const { publisher } = municipality;
  if (hasContact(municipality))
    yield resource(["vcard:Kind", "vcard:Organization"], own("contact"), [
      ["vcard:fn", texts(publisher.name)],
      ["vcard:hasEmail", links(publisher.email && `mailto:${publisher.email}`)],
      ["vcard:hasURL", links(publisher.contactPage)],
    ]);
  yield* provenanceResources(dataset);
  yield resource(["dct:ProvenanceStatement"], own("provenance"), [
    ["rdfs:label", texts(municipality.attribution)],
  ]);
  if (years[0] !== undefined) {
    yield resource(["dct:PeriodOfTime"], own("temporal"), [
      ["dcat:startDate", date(yearInterval(years[0]).start)],
      ["dcat:endDate", date(yearInterval(years[1] ?? years[0]).end)],
    ]);
  }
  yield* fieldResources(municipality);
  const described = [...files, ...archives.values()].flatMap((file) => file ?? []);
  yield* othersResources(dataset, described, languages);
}

/** What others own, as far as our statements need it: its class, and a name to show. */
function* othersResources(
  { municipality }: Dataset,
  files: readonly DataFile[],
  languages: readonly string[],
): Iterable<Resource> {
  const { licence, base } = municipality;
  const kinds = files.map(({ kind }) => kind);
  const licenceTypes = typesOfLicence(licence.iri);
  yield resource(["dct:LicenseDocument"], licence.iri, [
    ["dct:title", plain(licence.name)],
    ["dct:type", licenceTypes.map((type) => iri(licenceTypeScheme.of + type))],
  ]);
  for (const type of licenceTypes)
    yield concept(licenceTypeScheme.of + type, licenceTypeNames[type], licenceTypeScheme.iri);
  if (licenceTypes.length > 0) yield scheme(licenceTypeScheme.iri, "licencetype");
  yield resource(["dct:Frequency"], yearly, [
    ["rdfs:label", texts({ ja: "1年に1回", en: "annual" })],
    ["skos:inScheme", links(`${authority}frequency`)],
  ]);
  yield concept(
    euTheme,
    { ja: "政府・公共部門", en: "Government and public sector" },
    `${authority}data-theme`,
  );
  yield concept(stable, { ja: "安定して提供", en: "stable" }, `${authority}planned-availability`);
  for (const list of ["data-theme", "file-type", "frequency", "language", "planned-availability"])
    yield scheme(authority + list, list);
  if (municipality.geonames !== undefined) yield resource(["dct:Location"], municipality.geonames, []);
  for (const language of languages)
    yield resource(["dct:LinguisticSystem"], language, [["skos:inScheme", links(`${authority}language`)]]);
  const mediaTypes = new Set(
    kinds.flatMap((kind) => [kind.mediaType, ...(kind.packageFormat ? [kind.packageFormat] : [])]),
  );
  for (const mediaType of [...mediaTypes].sort()) {
    yield resource(["dct:MediaType"], mediaTypeIri(mediaType), [["rdfs:label", plain(mediaType)]]);
  }
  for (const fileType of [...new Set(kinds.map((kind) => kind.fileType))].sort()) {
    yield resource(["dct:MediaTypeOrExtent"], `${authority}file-type/${fileType}`, [
      ["skos:inScheme", links(`${authority}file-type`)],
    ]);
  }
  const standards = new Set([...kinds.flatMap(({ conformsTo }) => conformsTo), cubeStandard]);
  for (const standard of [...standards].sort()) {
    yield resource(["dct:Standard"], standardIri(base, standard), [
      ["dct:title", plain(standardTitles[standard] ?? standard)],
    ]);
  }
  yield resource(["spdx:ChecksumAlgorithm"], expandedIri("spdx:checksumAlgorithm_sha256"), []);
  yield resource(["foaf:Document", "rdfs:Resource"], base, [["dct:title", texts(municipality.title)]]);
  // What an address leads to: ckanext-dcat's shapes want to be told that it is something.
  const pages = files.flatMap(({ home }) => (home === base ? [] : home));
  for (const address of [...new Set([...pages, ...files.map(({ path }) => base + path)])].sort())
    yield resource(["rdfs:Resource"], address, []);
}

/** A concept of a list of others. */
function concept(subject: string, label: Text, of: string): Resource {
  return resource(["skos:Concept"], subject, [
    ["skos:prefLabel", texts(label)],
    ["skos:inScheme", links(of)],
  ]);
}

function scheme(subject: string, title: string): Resource {
  return resource(["skos:ConceptScheme"], subject, [["dct:title", [languageLiteral(title, "en")]]]);
}

/** ADMS's types of licences. */
const licenceTypeScheme = {
  of: "http://purl.org/adms/licencetype/",
  iri: "http://purl.org/adms/licencetype/1.0",
};
type LicenceType = "Attribution" | "ViralEffect-ShareAlike" | "PublicDomain";
const licenceTypeNames: Readonly<Record<LicenceType, Text>> = {
  Attribution: { ja: "表示", en: "Attribution" },
  "ViralEffect-ShareAlike": { ja: "継承", en: "Viral effect (share-alike)" },
  PublicDomain: { ja: "パブリックドメイン", en: "Public domain" },
};

/** Of Creative Commons's licences for open data; what another licence asks, its address does not say. */
function typesOfLicence(licence: string): readonly LicenceType[] {
  const [, kind] =
    /^https?:\/\/creativecommons\.org\/(licenses\/by|licenses\/by-sa|publicdomain\/zero)\//.exec(licence) ??
    [];
  if (kind === undefined) return [];
  if (kind === "publicdomain/zero") return ["PublicDomain"];
  return kind === "licenses/by" ? ["Attribution"] : ["Attribution", "ViralEffect-ShareAlike"];
}

function mediaTypeIri(mediaType: string): string {
  return `http://www.iana.org/assignments/media-types/${mediaType}`;
}

function withSuffix({ ja, en }: Text, suffix: string, prefix: string): Text {
  return en === undefined ? { ja: ja + suffix } : { ja: ja + suffix, en: prefix + en };
}

/** `catalog/#release-2025-11-01`. */
export function releaseIri({ municipality }: Dataset, version: string): string {
  return catalogueIri(municipality, `release-${encodeURIComponent(version)}`);
}

/** The releases that have a folder, oldest first: those before, as they were, and the current one. */
function keptReleases({ releases }: Dataset, written: WrittenFiles): Release[] {
  const folders = new Set(
    [...written.keys()].flatMap((path) => (path.startsWith("releases/") ? [path.split("/")[1]] : [])),
  );
  return releases.filter(({ version }) => folders.has(version));
}

/** The ZIP of a release as it was kept; the current one's lies at the top, among the dataset's own. */
function keptArchive(
  { municipality }: Dataset,
  written: WrittenFiles,
  version: string,
): DataFile | undefined {
  const top = `${municipality.code}_dataset.zip`;
  const folder = `releases/${version}/`;
  const path = folder + top;
  const kind = dataFileKind(municipality, top);
  const found = written.get(path);
  return kind && found && { path, kind, home: municipality.base + folder, ...found };
}

interface SharedProperties {
  readonly licence: Objects;
  readonly languages: readonly string[];
  readonly issued: Objects;
  readonly modified: Objects;
}

/** A file, and its checksum. */
function* distributionResources(
  { municipality }: Dataset,
  { path, bytes, sha256, kind, home }: DataFile,
  subject: string,
  { licence, languages, issued, modified }: SharedProperties,
): Iterable<Resource> {
  const { base } = municipality;
  yield resource(["dcat:Distribution"], subject, [
    ["dct:title", texts(distributionTitle(kind))],
    ["dct:description", texts(kind.description)],
    ["dct:identifier", plain(subject)],
    ["dcat:accessURL", links(home)],
    ["dcat:downloadURL", links(base + path)],
    ["dcat:mediaType", links(mediaTypeIri(kind.mediaType))],
    ["dct:format", links(`${authority}file-type/${kind.fileType}`)],
    ["dcat:packageFormat", links(kind.packageFormat && mediaTypeIri(kind.packageFormat))],
    ["dcat:byteSize", [literal(String(bytes), expandedIri("xsd:nonNegativeInteger"))]],
    ["spdx:checksum", links(`${subject}-checksum`)],
    ["dcatap:availability", links(stable)],
    ["dct:license", licence],
    ["dct:conformsTo", kind.conformsTo.map((standard) => iri(standardIri(base, standard)))],
    ["dct:language", languages.map(iri)],
    ["dct:issued", issued],
    ["dct:modified", modified],
  ]);
  yield resource(["spdx:Checksum"], `${subject}-checksum`, [
    ["spdx:algorithm", links(expandedIri("spdx:checksumAlgorithm_sha256"))],
    ["spdx:checksumValue", [literal(sha256, expandedIri("xsd:hexBinary"))]],
  ]);
}

/** All releases as a series of DCAT's, so that a harvester finds each of them, and which came before which. */
function seriesResource(dataset: Dataset, kept: readonly Release[], temporal: string): Resource {
  const { municipality, years } = dataset;
  const own = (local: string) => catalogueIri(municipality, local);
  const members = kept.map(({ version }) => releaseIri(dataset, version));
  return resource(["dcat:DatasetSeries"], own("releases"), [
    ["dct:title", texts(withSuffix(municipality.title, "の各版", "All releases: "))],
    [
      "dct:description",
      texts({
        ja: "公開した版を、公開したときのまま残すもの。",
        en: "Every release, kept as it was when it was published.",
      }),
    ],
    ["dct:publisher", links(own("publisher"))],
    ["dcat:contactPoint", hasContact(municipality) ? links(own("contact")) : []],
    ["dct:spatial", links(municipality.geonames, areaIri(municipality))],
    ["dct:temporal", years.length === 0 ? [] : links(temporal)],
    ["dct:accrualPeriodicity", links(yearly)],
    ["dct:issued", date(kept[0]?.date)],
    ["dct:modified", date(kept.at(-1)?.date)],
    ["dcat:first", links(members[0])],
    ["dcat:last", links(members.at(-1))],
    ["dcat:seriesMember", members.map(iri)],
  ]);
}

/** A standard of others by its own address, one of ours below the base. */
function standardIri(base: string, standard: string): string {
  return /^https?:/.test(standard) ? standard : base + standard;
}
