// The catalogue (DCAT 3, as DCAT-AP 3.0.1 and DCAT-GoJ ask): one dataset, a distribution for every data file.

import { type Dataset, type Text, yearInterval } from "@shihyo/core";
import type { WrittenFiles } from "../format.ts";
import {
  cubeStandard,
  type DataFileKind,
  dataFileKind,
  distributionTitle,
  standardTitles,
} from "../published-files.ts";
import { fieldIri, fieldResources } from "./choices.ts";
import { cubeIds } from "./definitions.ts";
import { provenanceResources } from "./history.ts";
import { areaIri, catalogueIri, definitionIri } from "./iri.ts";
import { iri, languageLiteral, literal, type Resource, resource } from "./term.ts";
import { date, links, plain, texts } from "./texts.ts";
import { longIri } from "./vocabularies.ts";

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
}

/** The data files that were written so far, in the order of their names. */
export function cataloguedFiles({ municipality }: Dataset, written: WrittenFiles): DataFile[] {
  return [...written]
    .flatMap(([path, { bytes, sha256 }]) => {
      const kind = dataFileKind(municipality, path);
      return kind ? [{ path, bytes, sha256, kind }] : [];
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
  const standards = [...new Set(files.flatMap(({ kind }) => kind.conformsTo))];
  const standardIri = (standard: string) => (/^https?:/.test(standard) ? standard : base + standard);
  const field = [...dataset.nodes.values()].find((node) => node.level === 0)?.field;
  const theme = fieldIri(municipality, field ?? "行財政");
  const previous = previousRelease(dataset, written);
  const years = [dataset.years[0], dataset.years.at(-1)];

  yield resource(
    own("it"),
    [longIri("dcat:Catalog")],
    [
      [longIri("dct:title"), texts(catalogueTitle(municipality))],
      [longIri("dct:description"), texts(municipality.description)],
      [longIri("dct:identifier"), plain(own("it"))],
      [longIri("dct:publisher"), links(own("publisher"))],
      [longIri("dct:license"), licence],
      [longIri("dct:language"), languages.map(iri)],
      [longIri("dct:spatial"), area],
      [longIri("dct:issued"), issued],
      [longIri("dct:modified"), modified],
      [longIri("dct:accrualPeriodicity"), links(yearly)],
      [longIri("foaf:homepage"), links(base)],
      [longIri("dcat:themeTaxonomy"), links(definitionIri(municipality, "fields"))],
      [longIri("dcat:keyword"), keywords(dataset).flatMap(texts)],
      [longIri("dcat:dataset"), links(own("dataset"))],
    ],
  );

  yield resource(
    own("dataset"),
    [longIri("dcat:Dataset")],
    [
      [longIri("dct:title"), texts(municipality.title)],
      [longIri("dct:description"), texts(municipality.description)],
      [longIri("dct:identifier"), plain(own("dataset"))],
      [longIri("dct:publisher"), links(own("publisher"))],
      [longIri("dct:creator"), links(own("publisher"))],
      [longIri("dct:license"), licence],
      [longIri("dct:language"), languages.map(iri)],
      [longIri("dcat:keyword"), keywords(dataset).flatMap(texts)],
      [longIri("dcat:theme"), links(theme, euTheme)],
      [longIri("dct:spatial"), links(areaIri(municipality), municipality.geonames)],
      [longIri("dct:temporal"), years[0] === undefined ? [] : links(own("temporal"))],
      [longIri("dct:accrualPeriodicity"), links(yearly)],
      [longIri("dct:issued"), issued],
      [longIri("dct:modified"), modified],
      [longIri("dcat:version"), plain(releases.at(-1)?.version)],
      [
        longIri("dcat:previousVersion"),
        links(previous === undefined ? undefined : releaseIri(dataset, previous)),
      ],
      [longIri("dcat:landingPage"), links(base)],
      [longIri("dcat:contactPoint"), hasContact(municipality) ? links(own("contact")) : []],
      [longIri("dct:provenance"), links(own("provenance"))],
      [longIri("dct:conformsTo"), links(cubeStandard)],
      [longIri("dct:hasPart"), cubeIds(dataset).map((id) => iri(definitionIri(municipality, id)))],
      [longIri("prov:wasDerivedFrom"), [...dataset.sources.keys()].map((id) => iri(own(id)))],
      [longIri("dcat:distribution"), files.map(({ kind }) => iri(own(kind.id)))],
    ],
  );

  for (const { path, bytes, sha256, kind } of files) {
    yield resource(
      own(kind.id),
      [longIri("dcat:Distribution")],
      [
        [longIri("dct:title"), texts(distributionTitle(kind))],
        [longIri("dct:description"), texts(kind.description)],
        [longIri("dct:identifier"), plain(own(kind.id))],
        [longIri("dcat:accessURL"), links(base)],
        [longIri("dcat:downloadURL"), links(base + path)],
        [longIri("dcat:mediaType"), links(mediaTypeIri(kind.mediaType))],
        [longIri("dct:format"), links(`${authority}file-type/${kind.fileType}`)],
        [longIri("dcat:packageFormat"), links(kind.packageFormat && mediaTypeIri(kind.packageFormat))],
        [longIri("dcat:byteSize"), [literal(String(bytes), longIri("xsd:nonNegativeInteger"))]],
        [longIri("spdx:checksum"), links(own(`${kind.id}-checksum`))],
        [longIri("dcatap:availability"), links(stable)],
        [longIri("dct:license"), licence],
        [longIri("dct:conformsTo"), kind.conformsTo.map((standard) => iri(standardIri(standard)))],
        [longIri("dct:language"), languages.map(iri)],
        [longIri("dct:issued"), issued],
        [longIri("dct:modified"), modified],
      ],
    );
    yield resource(
      own(`${kind.id}-checksum`),
      [longIri("spdx:Checksum")],
      [
        [longIri("spdx:algorithm"), links(longIri("spdx:checksumAlgorithm_sha256"))],
        [longIri("spdx:checksumValue"), [literal(sha256, longIri("xsd:hexBinary"))]],
      ],
    );
  }

  for (const { version, date: day, note } of releases) {
    const folder = releaseFolders(written).has(version) ? `${base}releases/${version}/` : undefined;
    // Not a dcat:Dataset: a harvester would make a dataset of its own of every release.
    yield resource(
      releaseIri(dataset, version),
      [longIri("prov:Entity"), longIri("dcat:Resource")],
      [
        [longIri("dct:title"), texts(withSuffix(municipality.title, ` ${version}`, `${version}: `))],
        [longIri("dct:description"), texts(note)],
        [longIri("dcat:version"), plain(version)],
        [longIri("dct:issued"), date(day)],
        [longIri("dcat:isVersionOf"), links(own("dataset"))],
        [longIri("dcat:landingPage"), links(folder)],
      ],
    );
  }

  const { publisher } = municipality;
  if (hasContact(municipality))
    yield resource(
      own("contact"),
      [longIri("vcard:Kind"), longIri("vcard:Organization")],
      [
        [longIri("vcard:fn"), texts(publisher.name)],
        [longIri("vcard:hasEmail"), links(publisher.email && `mailto:${publisher.email}`)],
        [longIri("vcard:hasURL"), links(publisher.contactPage)],
      ],
    );
  yield* provenanceResources(dataset);
  yield resource(
    own("provenance"),
    [longIri("dct:ProvenanceStatement")],
    [[longIri("rdfs:label"), texts(municipality.attribution)]],
  );
  if (years[0] !== undefined) {
    yield resource(
      own("temporal"),
      [longIri("dct:PeriodOfTime")],
      [
        [longIri("dcat:startDate"), date(yearInterval(years[0]).start)],
        [longIri("dcat:endDate"), date(yearInterval(years[1] ?? years[0]).end)],
      ],
    );
  }
  yield* fieldResources(municipality);
  yield* othersResources(dataset, files, languages, standards, standardIri);
}

/** What others own, as far as our statements need it: its class, and a name to show. */
function* othersResources(
  { municipality }: Dataset,
  files: readonly DataFile[],
  languages: readonly string[],
  standards: readonly string[],
  standardIri: (standard: string) => string,
): Iterable<Resource> {
  const { licence, base } = municipality;
  yield resource(
    licence.iri,
    [longIri("dct:LicenseDocument")],
    [[longIri("dct:title"), plain(licence.name)]],
  );
  yield resource(
    yearly,
    [longIri("dct:Frequency")],
    [[longIri("rdfs:label"), texts({ ja: "1年に1回", en: "annual" })]],
  );
  for (const [concept, scheme, label] of [
    [euTheme, "data-theme", { ja: "政府・公共部門", en: "Government and public sector" }],
    [stable, "planned-availability", { ja: "安定して提供", en: "stable" }],
  ] as const) {
    yield resource(
      concept,
      [longIri("skos:Concept")],
      [
        [longIri("skos:prefLabel"), texts(label)],
        [longIri("skos:inScheme"), links(authority + scheme)],
      ],
    );
    yield resource(
      authority + scheme,
      [longIri("skos:ConceptScheme")],
      [[longIri("dct:title"), [languageLiteral(scheme, "en")]]],
    );
  }
  if (municipality.geonames !== undefined)
    yield resource(municipality.geonames, [longIri("dct:Location")], []);
  for (const language of languages) yield resource(language, [longIri("dct:LinguisticSystem")], []);
  const mediaTypes = new Set(
    files.flatMap(({ kind }) => [kind.mediaType, ...(kind.packageFormat ? [kind.packageFormat] : [])]),
  );
  for (const mediaType of [...mediaTypes].sort()) {
    yield resource(
      mediaTypeIri(mediaType),
      [longIri("dct:MediaType")],
      [[longIri("rdfs:label"), plain(mediaType)]],
    );
  }
  const fileTypes = new Set(files.map(({ kind }) => kind.fileType));
  for (const fileType of [...fileTypes].sort()) {
    yield resource(`${authority}file-type/${fileType}`, [longIri("dct:MediaTypeOrExtent")], []);
  }
  for (const standard of [...new Set([...standards, cubeStandard])].sort()) {
    yield resource(
      standardIri(standard),
      [longIri("dct:Standard")],
      [[longIri("dct:title"), plain(standardTitles[standard] ?? standard)]],
    );
  }
  yield resource(longIri("spdx:checksumAlgorithm_sha256"), [longIri("spdx:ChecksumAlgorithm")], []);
  yield resource(base, [longIri("foaf:Document")], [[longIri("dct:title"), texts(municipality.title)]]);
}

/** Whether the publisher said where it may be asked; nothing is made up. */
export function hasContact({ publisher }: Dataset["municipality"]): boolean {
  return publisher.email !== undefined || publisher.contactPage !== undefined;
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

function releaseFolders(written: WrittenFiles): ReadonlySet<string | undefined> {
  return new Set(
    [...written.keys()].flatMap((path) => (path.startsWith("releases/") ? [path.split("/")[1]] : [])),
  );
}

/** The newest release before this one whose folder is there. */
function previousRelease({ releases }: Dataset, written: WrittenFiles): string | undefined {
  const folders = releaseFolders(written);
  return releases
    .slice(0, -1)
    .toReversed()
    .find(({ version }) => folders.has(version))?.version;
}
