// The programmatic door: read, check and publish a city's folder.

export { type Difference, differences } from "./diff/differences.ts";
export { readReleased } from "./diff/read-released.ts";
export { releaseNotes } from "./diff/release-notes.ts";
export { type CityFile, cityFileText, newCityFile, readCityFile } from "./edit/city-file.ts";
export { initCity, type NewCity } from "./init/init-city.ts";
export { type LoadedGraph, type LoadOptions, load } from "./portal/load.ts";
export { type Patience, waitBefore } from "./portal/patience.ts";
export { PortalError } from "./portal/portal-error.ts";
export { resourceList } from "./portal/resources.ts";
export { type UploadOptions, type UploadReport, upload } from "./portal/upload.ts";
export { type Publication, type PublishOptions, publish } from "./publish.ts";
export { readCity } from "./read/read-city.ts";
export {
  type ActivityReconciliation,
  reconcileActivities,
  type UnaccountedFigure,
} from "./reconcile/activities.ts";
export { type PrintedFigure, printedFigures } from "./reconcile/figures.ts";
export {
  type IndicatorReconciliation,
  reconcileIndicators,
  renumbered,
} from "./reconcile/indicators.ts";
export { type ReportPage, reportPages } from "./reconcile/report-pages.ts";
export { reportText } from "./reconcile/report-text.ts";
export { Refusal } from "./refusal.ts";
export { type Audit, type AuditOptions, audit } from "./stars/audit.ts";
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
export { exportWorkbook, type WorkbookOptions } from "./workbook/export-workbook.ts";
export { type TakenWorkbook, takeWorkbook } from "./workbook/take-workbook.ts";
export { readTypedNumber, type TypedNumber } from "./workbook/typed-number.ts";
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
export { beginYear } from "./year/begin-year.ts";
export { type Migrated, migrate } from "./year/migrate.ts";
