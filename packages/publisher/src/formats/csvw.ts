// CSVW: beside each CSV what its columns mean; one document for all tables has the keys between them.

import { type Dataset, type Municipality, type Text, textIn } from "@shihyo/core";
import type { Format } from "./format.ts";
import { columnIri, columnName } from "./rdf/columns.ts";
import { definitionIri } from "./rdf/iri.ts";
import { name, namespaces } from "./rdf/vocabularies.ts";
import { foreignKeys } from "./tables/keys.ts";
import { observationTable } from "./tables/observation.ts";
import { type PublishedColumn, type PublishedTable, tableFile } from "./tables/published-table.ts";
import { publishedTables } from "./tables/published-tables.ts";

/** The default name under which a CSVW processor looks for metadata of a whole folder. */
const groupFile = "csv-metadata.json";

export const csvwFormat: Format = {
  name: "csvw",
  *files(dataset) {
    const { code } = dataset.municipality;
    for (const table of publishedTables) {
      const file = tableFile(code, table);
      yield { path: `${file}-metadata.json`, chunks: [csvwText(dataset, table, file)] };
    }
    yield { path: groupFile, chunks: [text(csvwGroup(dataset))] };
  },
};

/** The metadata document of one table; `url` is where it stands, beside the document. */
export function csvwText(dataset: Dataset, table: PublishedTable, url: string): string {
  const schema = schemaOf(dataset, table, false);
  return text({ ...context, ...describe(dataset, table, url), tableSchema: schema });
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
  const tables = publishedTables.map((table) => ({
    ...describe(dataset, table, tableFile(municipality.code, table)),
    tableSchema: schemaOf(dataset, table, true),
  }));
  return { ...context, "dc:title": languages(municipality.title), tables };
}

function describe(
  { municipality, releases }: Dataset,
  table: Pick<PublishedTable, "title" | "description">,
  url: string,
): Record<string, unknown> {
  const released = releases.at(-1);
  return {
    url,
    "dc:title": languages(table.title),
    "dc:description": languages(table.description),
    "dc:license": { "@id": municipality.licence.iri },
    "dc:publisher": { "@id": `${municipality.base}catalog/#publisher` },
    "dc:source": textIn(municipality.attribution, "ja"),
    ...(released ? { "dc:modified": { "@value": released.date, "@type": "xsd:date" } } : {}),
    dialect,
  };
}

function schemaOf(dataset: Dataset, table: PublishedTable, withForeignKeys: boolean): object {
  const { municipality } = dataset;
  const uri = table.columns.find(({ type }) => type === "anyURI");
  const isCoded = table === observationTable;
  const virtual = isCoded
    ? [
        {
          virtual: true,
          name: "type",
          propertyUrl: `${namespaces.rdf}type`,
          valueUrl: name("qb:Observation"),
        },
      ]
    : [];
  const foreignKeys = withForeignKeys ? foreignKeysOf(municipality, table) : [];
  return {
    ...(uri ? { aboutUrl: `{+${uri.name}}` } : {}),
    primaryKey: table.primaryKey.map((key) => nameIn(table, key)),
    ...(foreignKeys.length > 0 ? { foreignKeys } : {}),
    columns: [
      ...table.columns.map((column) => (isCoded ? coded(dataset, column) : plain(municipality, column))),
      ...virtual,
    ],
  };
}

function nameIn(table: PublishedTable, header: string): string {
  const found = table.columns.find((column) => column.name === header);
  return found ? columnName(found) : header;
}

/** A column of the tables for people: its own property, its header as title. */
function plain(municipality: Municipality, column: PublishedColumn): object {
  const isText = column.type === "string";
  const percent = column.name === "対前年度増減率";
  return {
    name: columnName(column),
    titles: { ja: column.name, ...(column.title.en === undefined ? {} : { en: column.title.en }) },
    ...(column.description ? { "dc:description": languages(column.description) } : {}),
    datatype: column.type,
    ...(isText && !isCode(column.name) ? { lang: column.name.endsWith("_英語") ? "en" : "ja" } : {}),
    ...(column.required ? { required: true } : {}),
    propertyUrl: columnIri(municipality, column),
    ...(percent ? { [name("sdmx-attribute:unitMeasure")]: { "@id": name("unit:PERCENT") } } : {}),
  };
}

/** Identifiers and codes are in no language. */
function isCode(header: string): boolean {
  return /ID$|コード$|^(QUDT|UCUM|URI|対象期間)$/.test(header);
}

/** What the coded columns say, as the graph says it. */
interface Meaning {
  readonly property: string;
  /** The IRI that the cell is the end of. */
  readonly value?: string;
  readonly language?: "ja";
}

function meaningsOf(dataset: Dataset): Readonly<Record<string, Meaning>> {
  const { municipality } = dataset;
  const { base } = municipality;
  const own = (local: string) => definitionIri(municipality, local);
  return {
    dataset: { property: name("qb:dataSet"), value: `${base}def/#{dataset}` },
    indicator: { property: own("indicator"), value: `${base}indicators/{indicator}/#it` },
    area: { property: name("sdmx-dimension:refArea"), value: `${namespaces.sac}{area}` },
    period: { property: name("sdmx-dimension:refPeriod"), value: `${base}periods/{period}/#it` },
    breakdown: { property: own("breakdown"), value: `${base}breakdowns/{breakdown}/#it` },
    value: { property: name("sdmx-measure:obsValue") },
    status: { property: own("status"), value: `${base}statuses/{status}/#it` },
    text: { property: own("words"), language: "ja" },
    unit: { property: name("sdmx-attribute:unitMeasure"), value: `${base}units/{unit}/#it` },
    state: { property: own("state"), value: `${base}statuses/{state}/#it` },
    decimals: { property: own("decimals") },
    period_start: { property: own("periodStart") },
    period_end: { property: own("periodEnd") },
    reading: { property: own("reading"), value: `${base}def/#reading-{reading}` },
    source: { property: name("prov:wasDerivedFrom"), value: `${base}catalog/#{source}` },
    page: { property: own("page") },
    note: { property: name("rdfs:comment"), language: "ja" },
  };
}

function coded(dataset: Dataset, column: PublishedColumn): object {
  const { name: header, title, type, required } = column;
  const meaning = meaningsOf(dataset)[header];
  return {
    name: header,
    // The header is a title in both languages, beside the one for people: processors look for it there.
    titles: { ja: [title.ja, header], en: [title.en ?? header, header] },
    datatype: type,
    ...(required ? { required: true } : {}),
    ...(meaning?.language ? { lang: meaning.language } : {}),
    ...(meaning ? { propertyUrl: meaning.property } : { suppressOutput: true }),
    ...(meaning?.value ? { valueUrl: meaning.value } : {}),
  };
}

function foreignKeysOf({ code }: Municipality, table: PublishedTable): object[] {
  return foreignKeys(table).flatMap(({ column: name, table: other }) => {
    const column = table.columns.find((one) => one.name === name);
    const target = publishedTables.find((one) => one.name === other);
    if (!column || !target || target === table) return [];
    return [
      {
        columnReference: columnName(column),
        reference: { resource: tableFile(code, target), columnReference: nameIn(target, "ID") },
      },
    ];
  });
}

function languages(text: Text): object[] {
  return [
    { "@value": text.ja, "@language": "ja" },
    ...(text.en === undefined ? [] : [{ "@value": text.en, "@language": "en" }]),
  ];
}
