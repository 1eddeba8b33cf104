// The package's entry for browsers: read a city from the bytes of its files, and make its published files; nothing here needs a disk.

export { wholeBytes } from "./formats/bytes.ts";
export { type Difference, differences } from "./formats/changes/differences.ts";
export { isReadAgain } from "./formats/changes/earlier-release.ts";
export { releasedJson } from "./formats/changes/kept-dataset.ts";
export { releaseNotes } from "./formats/changes/release-notes.ts";
export { checksumFile, listedSums } from "./formats/checksums.ts";
export { listFileEnding } from "./formats/data-files.ts";
export type { Provided } from "./formats/format.ts";
export { answersFile, answersIn, intakeFiles, isCityFile, sourceRows } from "./formats/intake-files.ts";
export { type MergedList, mergeList } from "./formats/merge-list.ts";
export { type NewCity, newCityFiles, today } from "./formats/new-city.ts";
export { neighbours, providedFiles } from "./formats/provided-files.ts";
export { yearToBegin } from "./formats/read/begun-year.ts";
export { type CityFile, cityRecordsText, takeCityFile } from "./formats/read/city-file-text.ts";
export { readCityFiles } from "./formats/read/city-files.ts";
export { decodeText } from "./formats/read/decode.ts";
export { type ListedMunicipality, municipalitiesIn } from "./formats/read/municipalities.ts";
export { readSheet } from "./formats/read/sheet.ts";
export { zipped } from "./formats/zip.ts";
export { Refusal } from "./refusal.ts";
export { uncorrectedBetween } from "./release/check-release.ts";
export {
  type FileBytes,
  type FilesMade,
  type Made,
  type MakeOptions,
  makeRelease,
} from "./release/make-files.ts";
export { firstCards } from "./site/first-cards.ts";
export { pageGrids } from "./spreadsheet/page-grids.ts";
export type { PageText } from "./spreadsheet/page-text.ts";
export { isPdf, type PdfLibrary, pdfPages } from "./spreadsheet/pdf-pages.ts";
export { type GridsRead, readGrids } from "./spreadsheet/read-grid.ts";
export { isOpened } from "./stars/auditable.ts";
export {
  type CitySheet,
  type CityTables,
  citySheet,
  type SheetRow,
} from "./workbook/city-sheet/city-rows.ts";
export { editSheet, type SheetEdit } from "./workbook/city-sheet/edit-sheet.ts";
export { exportSheet } from "./workbook/city-sheet/export-sheet.ts";
export { issuesOnSheet, type PlacedIssue } from "./workbook/city-sheet/issue-cells.ts";
export { type TakenWhole, takeWhole } from "./workbook/city-sheet/take-whole.ts";
export {
  type CorrectableValue,
  correctableValues,
  correctValue,
  type ValueCorrection,
} from "./workbook/correct-value.ts";
export { exportWorkbook } from "./workbook/export-workbook.ts";
export { type FillRow, fillRows } from "./workbook/fill-rows.ts";
export { type TakenFilled, takeFilled } from "./workbook/take-filled.ts";
