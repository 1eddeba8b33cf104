// datapackage.json: every table with its types, keys, size, hash, licence and source (Data Package v2).

import { byCodeUnit, type Dataset, textIn } from "@shihyo/core";
import { type DataFile, dataFiles } from "./data-files.ts";
import type { Format, WrittenFiles } from "./format.ts";
import { foreignKeys } from "./tables/keys.ts";
import type { ColumnType, PublishedColumn, PublishedTable } from "./tables/published-table.ts";

export const dataPackageFormat: Format = {
  name: "data-package",
  *files(dataset, written) {
    yield {
      path: "datapackage.json",
      chunks: [`${JSON.stringify(dataPackage(dataset, written), undefined, 2)}\n`],
    };
  },
};

/** The descriptor, after https://datapackage.org/standard/data-package/ (version 2.0). */
function dataPackage(dataset: Dataset, written: WrittenFiles): object {
  const { municipality, releases, sources } = dataset;
  const { code, base, title, description, publisher, sourceBody, licence } = municipality;
  const release = releases.at(-1);
  return {
    $schema: "https://datapackage.org/profiles/2.0/datapackage.json",
    name: `${code}_indicator`,
    id: base,
    title: textIn(title, "ja"),
    description: `${textIn(description, "ja")}\n\n${textIn(description, "en")}`,
    homepage: base,
    version: release?.version,
    // RFC 3339 wants a time of day: the release's day in Japan begins with it.
    created: release && `${release.date}T00:00:00+09:00`,
    keywords: searchKeywords(dataset),
    contributors: [
      contributor(publisher.name.ja, publisher.homepage, "dataCurator"),
      contributor(sourceBody.name.ja, sourceBody.homepage, "creator"),
    ],
    licenses: [licenceOf(licence)],
    sources: [...sources.values()].map((source) => ({
      title: `${source.title.ja}（${source.body.ja}）`,
      ...(source.url === undefined ? {} : { path: source.url }),
      ...(source.date === undefined ? {} : { version: source.date }),
    })),
    // The tables alone: version 1 and its programs take every resource for a table. The catalogue lists the rest.
    resources: dataFiles(dataset, written)
      .filter(({ table }) => table !== undefined)
      .map((file) => resource(code, file)),
  };
}

/** What the data are about, in words that somebody would search by, the fields of statistics among them. */
export function searchKeywords({ municipality, nodes }: Dataset): string[] {
  const fields = [...new Set([...nodes.values()].flatMap(({ field }) => field ?? []))].sort(byCodeUnit);
  return [municipality.name.ja, "指標", "実績値", ...fields];
}

function contributor(title: string, path: string | undefined, role: string): object {
  return { title, ...(path === undefined ? {} : { path }), roles: [role] };
}

/** `CC BY 4.0` is `CC-BY-4.0` to the Open Definition; a licence that it does not list goes by its address. */
function licenceOf({ name, iri }: Dataset["municipality"]["licence"]): object {
  const id = name.replaceAll(" ", "-");
  return { ...(/^[A-Za-z0-9.-]+$/.test(id) ? { name: id } : {}), path: iri, title: name };
}

function resource(code: string, file: DataFile): object {
  const { path, title, description, format, mediaType, bytes, sha256, table } = file;
  return {
    name: path
      .slice(code.length + 1)
      .replaceAll(".", "-")
      .replace(/-csv$/, ""),
    path,
    ...(table ? { type: "table" } : {}),
    title: title.ja,
    description: [description.ja, description.en].filter(Boolean).join("\n\n"),
    format,
    mediatype: mediaType,
    ...(isText(format) ? { encoding: "utf-8" } : {}),
    bytes,
    hash: `sha256:${sha256}`,
    ...(table
      ? {
          dialect: {
            delimiter: ",",
            lineTerminator: "\r\n",
            quoteChar: '"',
            doubleQuote: true,
            header: true,
          },
          schema: tableSchema(table),
        }
      : {}),
  };
}

function isText(format: string): boolean {
  return !["xlsx", "parquet", "zip"].includes(format);
}

const fieldTypes: Readonly<Record<ColumnType, { readonly type: string; readonly format?: string }>> = {
  string: { type: "string" },
  integer: { type: "integer" },
  decimal: { type: "number" },
  boolean: { type: "boolean" },
  date: { type: "date" },
  gYear: { type: "year" },
  anyURI: { type: "string", format: "uri" },
};

function tableSchema(table: PublishedTable): object {
  const keys = foreignKeys(table);
  return {
    fields: table.columns.map(field),
    missingValues: [""],
    primaryKey: table.primaryKey,
    ...(keys.length > 0
      ? {
          foreignKeys: keys.map(({ column, table: resource }) => ({
            fields: [column],
            // A table that refers to itself does not name itself (Table Schema, foreignKeys).
            reference: { ...(resource === table.name ? {} : { resource }), fields: ["ID"] },
          })),
        }
      : {}),
  };
}

function field({ name, title, description, type, required }: PublishedColumn): object {
  const english = textIn(title, "en");
  const about = [english, description?.ja, description?.en].filter((part) => part !== undefined);
  return {
    name,
    ...fieldTypes[type],
    title: title.ja,
    description: about.join("\n\n"),
    ...(required ? { constraints: { required: true } } : {}),
  };
}
