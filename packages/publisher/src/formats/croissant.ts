// Croissant 1.0, which machine learning reads: every table as a file with its hash, and its columns as fields with types.

import { type Dataset, textIn } from "@shihyo/core";
import { type DataFile, dataFiles } from "./data-files.ts";
import type { Format, WrittenFiles } from "./format.ts";
import { asciiName } from "./tables/column-name.ts";
import type { ColumnType, PublishedColumn, PublishedTable } from "./tables/published-table.ts";

const croissantFile = "croissant.json";

export const croissantFormat: Format = {
  name: "croissant",
  *files(dataset, written) {
    yield { path: croissantFile, chunks: [`${JSON.stringify(croissant(dataset, written), undefined, 1)}\n`] };
  },
};

/** The context of the standard, word for word: its programs warn of any other. */
const context = {
  "@language": "ja",
  "@vocab": "https://schema.org/",
  citeAs: "cr:citeAs",
  column: "cr:column",
  conformsTo: "dct:conformsTo",
  cr: "http://mlcommons.org/croissant/",
  rai: "http://mlcommons.org/croissant/RAI/",
  data: { "@id": "cr:data", "@type": "@json" },
  dataType: { "@id": "cr:dataType", "@type": "@vocab" },
  dct: "http://purl.org/dc/terms/",
  equivalentProperty: "cr:equivalentProperty",
  examples: { "@id": "cr:examples", "@type": "@json" },
  extract: "cr:extract",
  field: "cr:field",
  fileProperty: "cr:fileProperty",
  fileObject: "cr:fileObject",
  fileSet: "cr:fileSet",
  format: "cr:format",
  includes: "cr:includes",
  isLiveDataset: "cr:isLiveDataset",
  jsonPath: "cr:jsonPath",
  key: "cr:key",
  md5: "cr:md5",
  parentField: "cr:parentField",
  path: "cr:path",
  recordSet: "cr:recordSet",
  references: "cr:references",
  regex: "cr:regex",
  repeated: "cr:repeated",
  replace: "cr:replace",
  samplingRate: "cr:samplingRate",
  sc: "https://schema.org/",
  separator: "cr:separator",
  source: "cr:source",
  subField: "cr:subField",
  transform: "cr:transform",
};

function croissant(dataset: Dataset, written: WrittenFiles): object {
  const { municipality, releases } = dataset;
  const { base, code, title, description, licence, publisher, attribution } = municipality;
  const release = releases.at(-1);
  const tables = dataFiles(dataset, written).flatMap((file) =>
    file.table ? [{ file, table: file.table }] : [],
  );
  return {
    "@context": context,
    "@type": "sc:Dataset",
    conformsTo: "http://mlcommons.org/croissant/1.0",
    "@id": `${base}catalog/#dataset`,
    // ASCII, since the standard's programs make folders of it.
    name: `indicators-${code}`,
    alternateName: [textIn(title, "ja"), ...(title.en === undefined ? [] : [title.en])],
    description: [description.ja, description.en].filter(Boolean).join("\n\n"),
    url: base,
    license: licence.iri,
    creator: { "@type": "Organization", name: publisher.name.ja },
    publisher: { "@type": "Organization", name: publisher.name.ja },
    ...(release
      ? { version: semantic(release.version), datePublished: releases[0]?.date, dateModified: release.date }
      : {}),
    citeAs: `${attribution.ja}${release ? `（${release.version}）` : ""} ${base}`,
    inLanguage: [...municipality.languages],
    distribution: tables.map(({ file }) => fileObject(base, file)),
    recordSet: tables.map(({ file, table }) => recordSet(file, table)),
  };
}

/** The standard asks for a semantic version: `2025-11-01` is 2025.11.1, `2` is 2.0.0. */
function semantic(version: string): string {
  const numbers = (version.match(/\d+/g) ?? ["0"]).slice(0, 3).map(Number);
  return [numbers[0] ?? 0, numbers[1] ?? 0, numbers[2] ?? 0].join(".");
}

function fileObject(base: string, { path, title, bytes, sha256, mediaType }: DataFile): object {
  return {
    "@type": "cr:FileObject",
    "@id": path,
    name: path,
    description: title.ja,
    contentUrl: base + path,
    contentSize: `${bytes} B`,
    encodingFormat: mediaType,
    sha256,
  };
}

/** Years are whole numbers here: the standard's dates are of days. */
const dataTypes: Readonly<Record<ColumnType, string>> = {
  string: "sc:Text",
  integer: "sc:Integer",
  decimal: "sc:Float",
  boolean: "sc:Boolean",
  date: "sc:Date",
  gYear: "sc:Integer",
  anyURI: "sc:URL",
};

function recordSet({ path }: DataFile, table: PublishedTable): object {
  const field = (column: PublishedColumn) => {
    const { name: header, title, description, type } = column;
    return {
      "@type": "cr:Field",
      "@id": `${table.name}/${asciiName(column)}`,
      name: asciiName(column),
      description: [title.ja, title.en, description?.ja, description?.en].filter(Boolean).join("。"),
      dataType: dataTypes[type],
      source: { fileObject: { "@id": path }, extract: { column: header } },
    };
  };
  return {
    "@type": "cr:RecordSet",
    "@id": table.name,
    name: table.name,
    description: [table.description.ja, table.description.en].filter(Boolean).join("\n\n"),
    key: table.primaryKey.map((key) => {
      const column = table.columns.find(({ name }) => name === key);
      return { "@id": `${table.name}/${column ? asciiName(column) : key}` };
    }),
    field: table.columns.map(field),
  };
}
