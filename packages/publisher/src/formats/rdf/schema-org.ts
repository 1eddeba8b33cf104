// The dataset as schema.org describes it, which Google Dataset Search reads from the landing page.

import {
  type Dataset,
  indicatorPath,
  type Language,
  languages,
  ownLanguage,
  type Text,
  textIn,
  thing,
  yearInterval,
} from "@shihyo/core";
import type { WrittenFiles } from "../format.ts";
import { distributionTitle } from "../published-files.ts";
import { cataloguedFiles, catalogueTitle, keywords } from "./dcat.ts";
import { catalogueIri } from "./iri.ts";
import { areaName } from "./provenance.ts";

/** The name in the page's language, the other beside it. */
function namesOf(text: Text, language: Language): object {
  const name = textIn(text, language);
  const other = languages.map((one) => text[one]).find((one) => one !== undefined && one !== name);
  return { name, ...(other === undefined ? {} : { alternateName: other }) };
}

/** A JSON-LD document of its own, for a `<script type="application/ld+json">` of a page in that language. */
export function schemaOrgDataset(
  dataset: Dataset,
  written: WrittenFiles,
  language: Language = ownLanguage,
): object {
  const said = (text: Text) => textIn(text, language);
  const { municipality, releases, years } = dataset;
  const { base, publisher, sourceBody, licence } = municipality;
  const [first, last] = [years[0], years.at(-1)];
  const body = ({ name, homepage }: typeof publisher) => ({
    "@type": "Organization",
    ...namesOf(name, language),
    ...(homepage === undefined ? {} : { url: homepage }),
  });
  return {
    "@context": "https://schema.org/",
    "@type": "Dataset",
    "@id": catalogueIri(municipality, "dataset"),
    ...namesOf(municipality.title, language),
    description: said(municipality.description),
    url: base,
    identifier: catalogueIri(municipality, "dataset"),
    keywords: keywords(dataset).map(said),
    license: licence.iri,
    isAccessibleForFree: true,
    inLanguage: [...municipality.languages],
    creator: body(publisher),
    publisher: body(publisher),
    ...(releases.length === 0
      ? {}
      : {
          version: releases.at(-1)?.version,
          datePublished: releases[0]?.date,
          dateModified: releases.at(-1)?.date,
        }),
    isBasedOn: [...dataset.sources.values()].map(({ title, url }) => ({
      "@type": "CreativeWork",
      name: said(title),
      author: body(sourceBody),
      ...(url === undefined ? {} : { url }),
    })),
    creditText: said(municipality.attribution),
    citation: said(municipality.attribution),
    measurementTechnique: said(technique),
    variableMeasured: [...dataset.indicators.values()].map(({ id, name, unit }) => ({
      "@type": "PropertyValue",
      "@id": base + thing(indicatorPath(id)),
      name: said(dataset.labels.get(id) ?? name),
      ...(unit === undefined ? {} : { unitText: said(dataset.units.get(unit)?.name ?? { ja: "" }) }),
    })),
    ...(first === undefined || last === undefined
      ? {}
      : { temporalCoverage: `${yearInterval(first).start}/${yearInterval(last).end}` }),
    spatialCoverage: {
      "@type": "Place",
      name: said(areaName(municipality)),
      identifier: municipality.code,
    },
    includedInDataCatalog: {
      "@type": "DataCatalog",
      "@id": catalogueIri(municipality, "it"),
      name: said(catalogueTitle(municipality)),
      url: `${base}catalog/`,
    },
    distribution: cataloguedFiles(dataset, written).map(({ path, bytes, sha256, kind }) => ({
      "@type": "DataDownload",
      "@id": catalogueIri(municipality, kind.id),
      name: said(distributionTitle(kind)),
      encodingFormat: kind.mediaType,
      contentUrl: base + path,
      contentSize: `${bytes} B`,
      sha256,
      license: licence.iri,
    })),
  };
}

const technique: Text = {
  ja: "報告書に印刷された実績値の転記",
  en: "Transcription of the values printed in the report",
};
