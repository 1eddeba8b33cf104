// The programmatic door: read, check and publish a city's folder.

export { type Publication, type PublishOptions, publish } from "./publish.ts";
export { readCity } from "./read/read-city.ts";
export { Refusal } from "./refusal.ts";
export {
  type ColumnType,
  type PublishedColumn,
  type PublishedTable,
  tableFile,
} from "./tables/published-table.ts";
export { publishedTables } from "./tables/published-tables.ts";
export type {
  EarlierFolder,
  Folders,
  Format,
  OutputFile,
  WrittenFile,
  WrittenFiles,
} from "./write/format.ts";
export { formats } from "./write/formats.ts";
export { recover, writeFiles } from "./write/write-files.ts";
