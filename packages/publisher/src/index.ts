// The package's entry for programs: read, check and publish a city's folder.

export { commonIndicators } from "./disk/common-indicators.ts";
export { type CityFile, cityFileText, newCityFile, readCityFile } from "./disk/edit/city-file.ts";
export { sheetOf, type TakenSheet, takeSheet } from "./disk/edit/take-sheet.ts";
export { type TakenWorkbook, takeWorkbook } from "./disk/edit/take-workbook.ts";
export { providedOnDisk } from "./disk/provided.ts";
export { type Publication, type PublishOptions, publish } from "./disk/publish.ts";
export { initCity } from "./disk/put-new-city.ts";
export { readCity } from "./disk/read-city.ts";
export { readReleased } from "./disk/read-released.ts";
export { recover, writeFiles } from "./disk/write-files.ts";
export { beginYear } from "./disk/year/begin-year.ts";
export { type Migrated, migrate } from "./disk/year/migrate.ts";
export { type Difference, differences } from "./formats/changes/differences.ts";
export { releaseNotes } from "./formats/changes/release-notes.ts";
export type {
  EarlierFolder,
  Folders,
  Format,
  OutputFile,
  Provided,
  WrittenFile,
  WrittenFiles,
} from "./formats/format.ts";
export type { NewCity } from "./formats/new-city.ts";
export {
  type ColumnType,
  type PublishedColumn,
  type PublishedTable,
  tableFile,
} from "./formats/tables/published-table.ts";
export { publishedTables } from "./formats/tables/published-tables.ts";
export { auditFolder as audit } from "./outside/audit-folder.ts";
export { type LoadedGraph, type LoadOptions, load } from "./outside/portal/load.ts";
export { type Patience, waitBefore } from "./outside/portal/patience.ts";
export { PortalError } from "./outside/portal/portal-error.ts";
export { resourceList } from "./outside/portal/resources.ts";
export { type UploadOptions, type UploadReport, upload } from "./outside/portal/upload.ts";
export { type DeployChoices, deployConfig, type Host, hosts } from "./outside/web/deploy-config.ts";
export { type Examination, examine, type Finding, type FindingLevel } from "./outside/web/doctor.ts";
export { type RunningServer, serveFolder } from "./outside/web/server.ts";
export {
  type ActivityReconciliation,
  reconcileActivities,
  type UnaccountedFigure,
} from "./reconcile/activities.ts";
export {
  type IndicatorReconciliation,
  reconcileIndicators,
  renumbered,
} from "./reconcile/indicators.ts";
export { type ReportPage, reportPages } from "./reconcile/report-pages.ts";
export { reportText } from "./reconcile/report-text.ts";
export { Refusal } from "./refusal.ts";
export { formats } from "./release/all-formats.ts";
export type { Audit, AuditOptions } from "./stars/audit.ts";
export { exportWorkbook, type WorkbookOptions } from "./workbook/export-workbook.ts";
