// openapi.json: the published addresses as an API that needs no server, so that a client in any language can be generated.

import { type Bilingual, type Dataset, isLowest, textIn } from "@shihyo/core";
import { type DataFile, dataFiles } from "./data-files.ts";
import { type Format, providedTo, type WrittenFiles } from "./format.ts";
import { schemaFiles } from "./provided-files.ts";

const openApiFile = "openapi.json";
const latestRelease = "releases/latest/release.json";

export const openApiFormat: Format = {
  name: "openapi",
  *files(dataset, written, folders) {
    const provided = providedTo(folders);
    const schemas = componentsOf((name) => new TextDecoder().decode(provided.bytes(name)));
    const document = openApi(dataset, written, schemas);
    yield { path: openApiFile, chunks: [`${JSON.stringify(document, undefined, 1)}\n`] };
  },
};

/** One address, answered by GET; `schema` is below the published folder. */
interface Address {
  readonly path: string;
  readonly id: string;
  readonly says: Bilingual;
  readonly mediaType: string;
  readonly schema?: string;
  readonly parameter?: { readonly name: string; readonly of: Bilingual; readonly example: string };
}

/** The description, after https://spec.openapis.org/oas/v3.1.0 (its schemas are JSON Schema 2020-12, as ours are). */
function openApi(dataset: Dataset, written: WrittenFiles, schemas: object): object {
  const { municipality, releases } = dataset;
  const { base, title, description, licence } = municipality;
  const paths = addresses(dataset, written).map((address) => [
    `/${address.path}`,
    { get: operation(address) },
  ]);
  return {
    openapi: "3.1.0",
    info: {
      title: textIn(title, "ja"),
      description: [description.ja, description.en].filter(Boolean).join("\n\n"),
      version: releases.at(-1)?.version ?? "0",
      license: { name: licence.name, url: licence.iri },
    },
    servers: [{ url: base.replace(/\/$/, "") }],
    paths: Object.fromEntries(paths),
    components: { schemas },
  };
}

/**
 * Our schemas in the document itself, since most programs follow no reference out of it: `indicator.schema.json`
 * is `Indicator`, and what it defines stands beside it. Schemas that define the same name define the same thing.
 */
function componentsOf(text: (name: string) => string): Record<string, object> {
  const found: Record<string, object> = {};
  for (const file of schemaFiles) {
    const inside = text(`schema/${file}`).replaceAll('"#/$defs/', '"#/components/schemas/');
    const { $defs, $schema: _, ...whole } = JSON.parse(inside) as { $defs: object; $schema: string };
    Object.assign(found, $defs, { [componentOf(`schema/${file}`)]: whole });
  }
  return found;
}

function componentOf(schema: string): string {
  return camel(schema.replace(/^schema\/|\.schema\.json$/g, ""));
}

function addresses(dataset: Dataset, written: WrittenFiles): Address[] {
  return [
    ...dataFiles(dataset, written).flatMap((file) => wholeFile(file)),
    ...indicatorAddresses(dataset),
    ...nodeAddresses(dataset),
    ...(written.has(latestRelease)
      ? [
          {
            path: latestRelease,
            id: "getLatestRelease",
            says: { ja: "最新の版", en: "The newest release" },
            mediaType: "application/json",
            schema: "schema/release.schema.json",
          },
        ]
      : []),
    {
      path: "catalog.jsonld",
      id: "getCatalogue",
      says: { ja: "データのカタログ（DCAT）", en: "The catalogue (DCAT)" },
      mediaType: "application/ld+json",
    },
  ];
}

/** A file of all the city's data; `csv-indicator-result` is `getCsvIndicatorResult`. */
function wholeFile({ path, id, title, mediaType, conformsTo }: DataFile): Address[] {
  const schema = conformsTo.find((one) => one.startsWith("schema/"));
  return [
    {
      path,
      id: `get${camel(id)}`,
      says: { ja: title.ja, en: textIn(title, "en") },
      mediaType,
      ...(schema === undefined ? {} : { schema }),
    },
  ];
}

function indicatorAddresses({ indicators }: Dataset): Address[] {
  const [first] = indicators.keys();
  if (first === undefined) return [];
  const parameter = { name: "indicator", of: { ja: "指標ID", en: "ID of an indicator" }, example: first };
  const one = (file: string, id: string, says: Bilingual, mediaType: string, schema?: string): Address => ({
    path: `indicators/{indicator}/${file}`,
    id: `getIndicator${id}`,
    says,
    mediaType,
    parameter,
    ...(schema === undefined ? {} : { schema }),
  });
  return [
    one(
      "data.json",
      "",
      {
        ja: "指標のすべての年度と、カードに出る言葉",
        en: "All years of an indicator, and what its card says",
      },
      "application/json",
      "schema/indicator.schema.json",
    ),
    one("data.csv", "Csv", { ja: "指標の実績値の表", en: "The rows of an indicator" }, "text/csv"),
    one("data.ttl", "Turtle", { ja: "指標のグラフ", en: "The graph of an indicator" }, "text/turtle"),
    one("data.jsonld", "JsonLd", { ja: "同じグラフ", en: "The same graph" }, "application/ld+json"),
    one("card.svg", "Card", { ja: "カードの絵", en: "The card as a picture" }, "image/svg+xml"),
    one(
      "oembed.json",
      "Oembed",
      { ja: "埋め込み（oEmbed）", en: "The card to embed (oEmbed)" },
      "application/json",
    ),
  ];
}

/** One set of addresses for each folder of the levels; the lowest level's nodes have JSON of their own. */
function nodeAddresses(dataset: Dataset): Address[] {
  return [...new Set(dataset.levels.map(({ folder }) => folder))].flatMap((folder) => {
    const levels = dataset.levels.filter((level) => level.folder === folder);
    const nodes = [...dataset.nodes.values()].filter((node) =>
      levels.some(({ plan, order }) => plan === node.plan && order === node.level),
    );
    const [first] = nodes;
    if (!first) return [];
    const names: Bilingual = {
      ja: [...new Set(levels.map(({ name }) => name.ja))].join("・"),
      en: [...new Set(levels.map(({ name }) => textIn(name, "en")))].join(", "),
    };
    const parameter = {
      name: "id",
      of: { ja: `${names.ja}のID`, en: `ID (${names.en})` },
      example: first.id,
    };
    const one = (file: string, id: string, mediaType: string, schema?: string): Address => ({
      path: `${folder}/{id}/${file}`,
      id: `get${camel(folder)}${id}`,
      says: names,
      mediaType,
      parameter,
      ...(schema === undefined ? {} : { schema }),
    });
    return [
      one("data.jsonld", "JsonLd", "application/ld+json"),
      one("data.ttl", "Turtle", "text/turtle"),
      one("data.csv", "Csv", "text/csv"),
      ...(nodes.every((node) => isLowest(dataset, node))
        ? [one("data.json", "", "application/json", "schema/project.schema.json")]
        : []),
    ];
  });
}

function operation({ id, says, mediaType, schema, parameter }: Address): object {
  const isText = !mediaType.endsWith("json");
  const shape =
    schema === undefined
      ? isText
        ? { type: "string" }
        : { type: "object" }
      : { $ref: `#/components/schemas/${componentOf(schema)}` };
  return {
    operationId: id,
    summary: says.en,
    description: says.ja,
    ...(parameter
      ? {
          parameters: [
            {
              name: parameter.name,
              in: "path",
              required: true,
              description: `${parameter.of.ja} / ${parameter.of.en}`,
              schema: { type: "string" },
              example: parameter.example,
            },
          ],
        }
      : {}),
    responses: {
      200: { description: says.en, content: { [mediaType]: { schema: shape } } },
      ...(parameter ? { 404: { description: "No such thing, or it has no file of this kind" } } : {}),
    },
  };
}

/** `csv-indicator-result`: CsvIndicatorResult. */
function camel(name: string): string {
  return name.replace(/(?:^|[-_])([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}
