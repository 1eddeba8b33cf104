// The common indicators as a SKOS scheme with the cities' alignments, and the catalogue of the atlas, as Turtle.

import { type CommonIndicator, matchWords, wordFor } from "@shihyo/core";
import type { AlignedIndicator, GatheredCity } from "./gathered.ts";

const text = (words: string, language: string): string =>
  `"${words.replace(/[\\"]/g, "\\$&").replace(/\n/g, "\\n")}"@${language}`;

const relations: Readonly<Record<string, string>> = {
  完全: "skos:exactMatch",
  近い: "skos:closeMatch",
  広い: "skos:narrowMatch",
  狭い: "skos:broadMatch",
};

/** What is no address of the web in a city's table is left out of the graph. */
const isIri = (address: string): boolean => /^https?:\/\/[^\s<>"{}|\\^`]+$/.test(address);

export function schemeTurtle(
  base: string,
  aligned: ReadonlyMap<string, readonly AlignedIndicator[]>,
  commons: readonly CommonIndicator[],
): string {
  const prefixes =
    "@prefix skos: <http://www.w3.org/2004/02/skos/core#> .\n@prefix dct: <http://purl.org/dc/terms/> .\n\n";
  const scheme = `<common-indicators/#it> a skos:ConceptScheme ;\n  skos:prefLabel ${text("共通指標", "ja")}, ${text("Common indicators", "en")} ;\n  dct:license <https://creativecommons.org/licenses/by/4.0/> .\n\n`;
  const concepts = commons.map(
    ({ id, name, definition }) =>
      `<common-indicators/${id}/#it> a skos:Concept ;\n  skos:inScheme <common-indicators/#it> ;\n  skos:topConceptOf <common-indicators/#it> ;\n  skos:notation "${id}" ;\n  skos:prefLabel ${text(name.ja, "ja")}, ${text(name.en, "en")} ;\n  skos:definition ${text(definition.ja, "ja")}, ${text(definition.en, "en")} .\n\n`,
  );
  const alignments = [...aligned].flatMap(([common, indicators]) =>
    indicators.flatMap(({ address, match }) => {
      const relation = relations[wordFor(matchWords, match)];
      return relation === undefined || !isIri(address)
        ? []
        : [`<${address}> ${relation} <common-indicators/${common}/#it> .\n`];
    }),
  );
  return `@base <${base}> .\n${prefixes}${scheme}${concepts.join("")}${alignments.join("")}`;
}

/** The same scheme and alignments as JSON-LD. */
export function schemeJsonLd(
  base: string,
  aligned: ReadonlyMap<string, readonly AlignedIndicator[]>,
  commons: readonly CommonIndicator[],
): string {
  const scheme = `${base}common-indicators/#it`;
  const concept = (id: string) => `${base}common-indicators/${id}/#it`;
  const graph = [
    {
      "@id": scheme,
      "@type": "skos:ConceptScheme",
      prefLabel: { ja: "共通指標", en: "Common indicators" },
      "dct:license": { "@id": "https://creativecommons.org/licenses/by/4.0/" },
    },
    ...commons.map(({ id, name, definition }) => ({
      "@id": concept(id),
      "@type": "skos:Concept",
      "skos:inScheme": { "@id": scheme },
      "skos:topConceptOf": { "@id": scheme },
      "skos:notation": id,
      prefLabel: { ja: name.ja, en: name.en },
      definition: { ja: definition.ja, en: definition.en },
    })),
    ...[...aligned].flatMap(([common, indicators]) =>
      indicators.flatMap(({ address, match }) => {
        const relation = relations[wordFor(matchWords, match)];
        return relation === undefined || !isIri(address)
          ? []
          : [{ "@id": address, [relation]: { "@id": concept(common) } }];
      }),
    ),
  ];
  const context = {
    skos: "http://www.w3.org/2004/02/skos/core#",
    dct: "http://purl.org/dc/terms/",
    prefLabel: { "@id": "skos:prefLabel", "@container": "@language" },
    definition: { "@id": "skos:definition", "@container": "@language" },
  };
  return `${JSON.stringify({ "@context": context, "@graph": graph })}\n`;
}

export function catalogueTurtle(base: string, cities: readonly GatheredCity[]): string {
  const distribution = (file: string, type: string, title: string) =>
    `<catalog/#${file}> a dcat:Distribution ;\n  dct:title ${text(title, "ja")} ;\n  dcat:downloadURL <data/${file}> ;\n  dcat:mediaType <http://www.iana.org/assignments/media-types/${type}> .\n\n`;
  const files = [
    ["observations.parquet", "application/vnd.apache.parquet", "すべての値"],
    ["indicators.csv", "text/csv", "すべての指標"],
    ["cities.csv", "text/csv", "団体"],
  ] as const;
  const sources = cities.flatMap(({ base: city }) => (isIri(city) ? [`<${city}catalog/#dataset>`] : []));
  return `@base <${base}> .\n@prefix dcat: <http://www.w3.org/ns/dcat#> .\n@prefix dct: <http://purl.org/dc/terms/> .\n\n<catalog/#it> a dcat:Catalog ;\n  dct:title ${text("指標アトラス", "ja")} ;\n  dcat:dataset <catalog/#dataset> .\n\n<catalog/#dataset> a dcat:Dataset ;\n  dct:title ${text("集めた指標の値", "ja")}${sources.length > 0 ? ` ;\n  dct:source ${sources.join(", ")}` : ""} ;\n  dcat:distribution ${files.map(([file]) => `<catalog/#${file}>`).join(", ")} .\n\n${files.map(([file, type, title]) => distribution(file, type, title)).join("")}`;
}
