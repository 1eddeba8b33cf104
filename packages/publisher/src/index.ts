// The programmatic door: read, check and publish a city's folder.

export { type LoadedGraph, type LoadOptions, load } from "./portal/load.ts";
export { type Patience, waitBefore } from "./portal/patience.ts";
export { PortalError } from "./portal/portal-error.ts";
export { resourceList } from "./portal/resources.ts";
export { type UploadOptions, type UploadReport, upload } from "./portal/upload.ts";
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
export { type DeployChoices, deployConfig, type Host, hosts } from "./web/deploy-config.ts";
export { type Examination, examine, type Finding, type FindingLevel } from "./web/doctor.ts";
export { type RunningServer, serveFolder } from "./web/server.ts";
export type { Format, OutputFile, WrittenFile, WrittenFiles } from "./write/format.ts";
export { formats } from "./write/formats.ts";
export { recover, writeFiles } from "./write/write-files.ts";
