// The dataset as schema.org describes it, which Google Dataset Search reads from the landing page.

import { type Dataset, fullName, indicatorPath, type Text, textIn, thing, yearInterval } from "@shihyo/core";
import type { WrittenFiles } from "../format.ts";
import { distributionTitle } from "../published-files.ts";
import { cataloguedFiles, keywords } from "./catalogue.ts";
import { catalogueIri } from "./iri.ts";

/** The name in the page's language, the other beside it. */
function namesOf({ ja, en }: Text, isEnglish: boolean): object {
  if (en === undefined) return { name: ja };
  return isEnglish ? { name: en, alternateName: ja } : { name: ja, alternateName: en };
}

/** A JSON-LD document of its own, for a `<script type="application/ld+json">`. */
export function schemaOrgDataset(dataset: Dataset, written: WrittenFiles, isEnglish = false): object {
  const language = isEnglish ? "en" : "ja";
  const { municipality, releases, years } = dataset;
  const { base, publisher, sourceBody, licence } = municipality;
  const [first, last] = [years[0], years.at(-1)];
  const body = ({ name, homepage }: typeof publisher) => ({
    "@type": "Organization",
    name: name.ja,
    ...(name.en === undefined ? {} : { alternateName: name.en }),
    ...(homepage === undefined ? {} : { url: homepage }),
  });
  return {
    "@context": "https://schema.org/",
    "@type": "Dataset",
    "@id": catalogueIri(municipality, "dataset"),
    ...namesOf(municipality.title, isEnglish),
    description: both(municipality.description),
    url: base,
    identifier: catalogueIri(municipality, "dataset"),
    keywords: keywords(dataset).map(({ ja }) => ja),
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
      name: title.ja,
      author: body(sourceBody),
      ...(url === undefined ? {} : { url }),
    })),
    creditText: municipality.attribution.ja,
    citation: municipality.attribution.ja,
    measurementTechnique: "報告書に印刷された実績値の転記 Transcription of the values printed in the report",
    variableMeasured: [...dataset.indicators.values()].map(({ id, name, unit }) => ({
      "@type": "PropertyValue",
      "@id": base + thing(indicatorPath(id)),
      name: textIn(dataset.labels.get(id) ?? name, language),
      ...(unit === undefined
        ? {}
        : { unitText: textIn(dataset.units.get(unit)?.name ?? { ja: "" }, language) }),
    })),
    ...(first === undefined || last === undefined
      ? {}
      : { temporalCoverage: `${yearInterval(first).start}/${yearInterval(last).end}` }),
    spatialCoverage: {
      "@type": "Place",
      name: fullName(municipality),
      identifier: municipality.code,
    },
    includedInDataCatalog: {
      "@type": "DataCatalog",
      "@id": catalogueIri(municipality, "it"),
      name: municipality.title.ja,
      url: `${base}catalog/`,
    },
    distribution: cataloguedFiles(dataset, written).map(({ path, bytes, sha256, kind }) => ({
      "@type": "DataDownload",
      "@id": catalogueIri(municipality, kind.id),
      name: distributionTitle(kind).ja,
      encodingFormat: kind.mediaType,
      contentUrl: base + path,
      contentSize: `${bytes} B`,
      sha256,
      license: licence.iri,
    })),
  };
}

function both({ ja, en }: Text): string {
  return en === undefined ? ja : `${ja} ${en}`;
}
