// CSVW: beside each CSV what its columns mean; one document for all tables has the keys between them.

import { type Dataset, type Language, type Municipality, type Text, textIn } from "@shihyo/core";
import type { Format } from "./format.ts";
import { cubeIds } from "./rdf/definitions.ts";
import { catalogueIri, definitionIri } from "./rdf/iri.ts";
import { expandedIri, rdfType } from "./rdf/vocabularies.ts";
import { asciiName } from "./tables/column-name.ts";
import { foreignKeys } from "./tables/keys.ts";
import {
  type ColumnMeaning,
  type PublishedColumn,
  type PublishedTable,
  tableFile,
} from "./tables/published-table.ts";
import { publishedTablesOf } from "./tables/published-tables.ts";

/** The default name under which a CSVW processor looks for metadata of a whole folder. */
const groupFile = "csv-metadata.json";

export const csvwFormat: Format = {
  name: "csvw",
  *files(dataset) {
    const { code } = dataset.municipality;
    for (const table of publishedTablesOf(dataset)) {
      const file = tableFile(code, table);
      yield { path: `${file}-metadata.json`, chunks: [csvwText(dataset, table, file)] };
    }
    yield { path: groupFile, chunks: [text(csvwGroup(dataset))] };
  },
};

/** The metadata document of one table; `url` is where it stands, beside the document. */
function csvwText(dataset: Dataset, table: PublishedTable, url: string): string {
  return text(csvwDocument(dataset, table, url));
}

/** The same on one line, for what stands beside each of thousands of parts: 4 kB less each. */
export function csvwLine(dataset: Dataset, table: PublishedTable, url: string): string {
  return `${JSON.stringify(csvwDocument(dataset, table, url))}\n`;
}

function csvwDocument(dataset: Dataset, table: PublishedTable, url: string): object {
  return { ...context, ...describe(dataset, table, url), tableSchema: schemaOf(dataset, table, false) };
}

/** The same for a table whose form is another's: its headers alone, each a text without a property of ours. */
export function plainCsvwText(
  dataset: Dataset,
  title: Text,
  url: string,
  headers: readonly string[],
): string {
  const columns = headers.map((header, place) => ({
    name: `c${place + 1}`,
    titles: { ja: header },
    datatype: "string",
  }));
  const { "dc:description": _, ...described } = describe(dataset, { title, description: title }, url);
  return text({ ...context, ...described, tableSchema: { columns } });
}

function text(json: object): string {
  return `${JSON.stringify(json, undefined, 2)}\n`;
}

const context = { "@context": ["http://www.w3.org/ns/csvw", { "@language": "ja" }] } as const;

/** UTF-8 (a BOM is no matter of the dialect), CRLF, one header row, every field quoted. */
const dialect = {
  encoding: "utf-8",
  delimiter: ",",
  quoteChar: '"',
  doubleQuote: true,
  header: true,
  headerRowCount: 1,
  lineTerminators: ["\r\n"],
};

function csvwGroup(dataset: Dataset): object {
  const { municipality } = dataset;
  const tables = publishedTablesOf(dataset).map((table) => ({
    ...describe(dataset, table, tableFile(municipality.code, table)),
    tableSchema: schemaOf(dataset, table, true),
  }));
  return { ...context, "dc:title": municipality.title.ja, tables };
}

function describe(
  dataset: Dataset,
  table: Pick<PublishedTable, "title" | "description" | "cubes">,
  url: string,
): Record<string, unknown> {
  const { municipality, releases } = dataset;
  const released = releases.at(-1);
  const present = cubeIds(dataset);
  const cubes = (table.cubes ?? []).filter((cube) => present.includes(cube));
  return {
    url,
    "dc:title": table.title.ja,
    "dc:description": bothLanguages(table.description),
    "dc:license": { "@id": municipality.licence.iri },
    "dc:publisher": { "@id": `${municipality.base}catalog/#publisher` },
    "dc:source": textIn(municipality.attribution, "ja"),
    ...(released ? { "dc:modified": { "@value": released.date, "@type": "xsd:date" } } : {}),
    // What the rows are: the same observations as in these cubes, or a part of the dataset.
    ...(cubes.length > 0
      ? { "dc:isFormatOf": cubes.map((cube) => ({ "@id": definitionIri(municipality, cube) })) }
      : { "dc:isPartOf": { "@id": catalogueIri(municipality, "dataset") } }),
    dialect,
  };
}

function schemaOf(dataset: Dataset, table: PublishedTable, withForeignKeys: boolean): object {
  const { municipality } = dataset;
  const uri = table.columns.find(({ type }) => type === "anyURI");
  const virtual = table.isWhole
    ? [
        {
          virtual: true,
          name: table.columns.some((column) => column.name === "type") ? "row_type" : "type",
          propertyUrl: rdfType,
          valueUrl: fullIri(municipality, table.rowType ?? "qb:Observation"),
        },
      ]
    : [];
  const foreignKeys = withForeignKeys ? foreignKeysOf(dataset, table) : [];
  return {
    ...(uri ? { aboutUrl: `{+${asciiName(uri)}}` } : {}),
    primaryKey: table.primaryKey.map((key) => nameIn(table, key)),
    ...(foreignKeys.length > 0 ? { foreignKeys } : {}),
    columns: [...table.columns.map((column) => described(municipality, column)), ...virtual],
  };
}

function nameIn(table: PublishedTable, header: string): string {
  const found = table.columns.find((column) => column.name === header);
  return found ? asciiName(found) : header;
}

function described(municipality: Municipality, column: PublishedColumn): object {
  const { name: header, type, description, required, means } = column;
  const percent = header === "対前年度増減率";
  const language = means ? means.language : languageOf(column);
  return {
    name: asciiName(column),
    titles: titlesOf(column),
    ...(description ? { "dc:description": bothLanguages(description) } : {}),
    datatype: type,
    ...(language === undefined ? {} : { lang: language }),
    ...(required ? { required: true } : {}),
    ...(means ? meaningOf(municipality, means, column) : { suppressOutput: true }),
    ...(percent
      ? { [expandedIri("sdmx-attribute:unitMeasure")]: { "@id": expandedIri("unit:PERCENT") } }
      : {}),
  };
}

/** The header is a title in both languages, beside the ones for people: processors look for it among those of the table's. */
function titlesOf({ name: header, title }: PublishedColumn): object {
  const both = (label: string | undefined) =>
    label === undefined || label === header ? header : [label, header];
  return { ja: both(title.ja), en: both(title.en) };
}

/** A prefixed name in full; `def:` is ours. */
function fullIri(municipality: Pick<Municipality, "base">, property: ColumnMeaning["property"]): string {
  return property.startsWith("def:")
    ? definitionIri(municipality, property.slice("def:".length))
    : expandedIri(property as Parameters<typeof expandedIri>[0]);
}

/** As the graph says it: the property, and the IRI that the cell stands in the middle of. */
function meaningOf(
  { base }: Municipality,
  { property, link }: ColumnMeaning,
  column: PublishedColumn,
): object {
  const propertyUrl = fullIri({ base }, property);
  // An address is whole: nothing in it is to be written by its bytes again.
  if (column.type === "anyURI") return { propertyUrl, valueUrl: `{+${asciiName(column)}}` };
  if (!link) return { propertyUrl };
  const [before, after] = link;
  const start = /^https?:/.test(before) ? before : base + before;
  return { propertyUrl, valueUrl: `${start}{${asciiName(column)}}${after}` };
}

/** Texts of the tables are Japanese but for the columns of English; identifiers and codes are in no language. */
function languageOf({ name: header, type }: PublishedColumn): Language | undefined {
  if (type !== "string" || /ID$|コード$|^(QUDT|UCUM|URI|対象期間)$/.test(header)) return undefined;
  return header.includes("_英語") ? "en" : "ja";
}

function foreignKeysOf(dataset: Dataset, table: PublishedTable): object[] {
  return foreignKeys(table).flatMap(({ column: name, table: other }) => {
    const column = table.columns.find((one) => one.name === name);
    const target = publishedTablesOf(dataset).find((one) => one.name === other);
    if (!column || !target || target === table) return [];
    return [
      {
        columnReference: asciiName(column),
        reference: {
          resource: tableFile(dataset.municipality.code, target),
          columnReference: nameIn(target, "ID"),
        },
      },
    ];
  });
}

/**
 * One text, as in the Data Package: csvlint dies of a value with an `@language` beside it, and then holds the table
 * against nothing.
 */
function bothLanguages({ ja, en }: Text): string {
  return en === undefined ? ja : `${ja}\n\n${en}`;
}
