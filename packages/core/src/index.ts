// The public surface of core, grouped by concept.

export { type Alignment, type CommonIndicator, proposeAlignments } from "./align/align.ts";
export {
  createIssue,
  type Issue,
  type IssueLevel,
  isError,
  type Place,
  placeInWords,
} from "./check/issue.ts";
export { catalogue, type IssueCode, isIssueCode, issueCodes } from "./check/issue-codes.ts";
export { isSameCell } from "./check/same-cell.ts";
export { commonIndicatorFileJson, population } from "./compare/compare.ts";
export type { CompareWordsJson } from "./compare/compare-words-json.ts";
export type * from "./compare/compared.ts";
export * from "./figures/activity-words.ts";
export type { Assessment } from "./figures/assessment.ts";
export * from "./figures/card.ts";
export * from "./figures/comparison.ts";
export {
  type Comparability,
  comparabilityOf,
  comparabilityWords,
  doubtWords,
  nameMarksOf,
  notesOf,
  valueMarks,
} from "./figures/doubt.ts";
export { intervalOf } from "./figures/interval-of.ts";
export { partName } from "./figures/part-name.ts";
export {
  fixedWords,
  noValueReasonText,
  type Phrase,
  readingMarks,
  stateText,
} from "./figures/phrases.ts";
export { isReached, isTargetReached } from "./figures/reached.ts";
export { hasKanji, type RubyPart, rubyOfLabel, rubyParts } from "./figures/ruby.ts";
export { sayNumber } from "./figures/say-number.ts";
export { isUnsure } from "./figures/surety.ts";
export * from "./intake/index.ts";
export {
  datasetFrameJson,
  datasetJson,
  groupFileJson,
  indicatorFileJson,
  indicatorJson,
} from "./json/dataset-json.ts";
export type * from "./json/fixed-words-json.ts";
export { indicatorsBelow } from "./json/parts-json.ts";
export { activityJson, projectFileJson } from "./json/project-json.ts";
export type * from "./json/types.ts";
export { yearToShow } from "./json/year-to-show.ts";
export * from "./model/acknowledgement.ts";
export * from "./model/activity.ts";
export * from "./model/break.ts";
export * from "./model/correction.ts";
export * from "./model/dataset.ts";
export * from "./model/decimal.ts";
export * from "./model/details.ts";
export * from "./model/evaluation.ts";
export * from "./model/fiscal-year.ts";
export * from "./model/group-by.ts";
export * from "./model/groups.ts";
export * from "./model/indicator.ts";
export * from "./model/interval.ts";
export * from "./model/iri.ts";
export { countNames, lost } from "./model/label.ts";
export * from "./model/level.ts";
export * from "./model/levels-of-plans.ts";
export * from "./model/listing.ts";
export * from "./model/municipality.ts";
export * from "./model/node.ts";
export { nodeLabels } from "./model/node-label.ts";
export * from "./model/observation.ts";
export * from "./model/once.ts";
export { type PrintedFigure, printedFigures } from "./model/printed-figures.ts";
export { type PrintedNumber, readPrintedNumber } from "./model/printed-number.ts";
export { recurringActivities, recurringId, recurringPath } from "./model/recurring-activity.ts";
export * from "./model/release.ts";
export * from "./model/series-of-values.ts";
export * from "./model/source.ts";
export * from "./model/status.ts";
export * from "./model/target.ts";
export * from "./model/text.ts";
export * from "./model/value.ts";
export { activitiesTable, leftOutTable } from "./tables/activities.ts";
export { cellFault } from "./tables/cell-faults.ts";
export type { Detail } from "./tables/detail.ts";
export { detailsIn, filledIn, tablesWithDetails } from "./tables/details.ts";
export { isBase, isPlaceholder } from "./tables/document.ts";
export { costFields, evaluationFields, referenceFields } from "./tables/evaluations.ts";
export type { Field, FieldKind, Fields } from "./tables/field.ts";
export { currentFormat, inCurrentFormat, type Migration, migrations } from "./tables/migrations.ts";
export { observationsTable } from "./tables/observations.ts";
export { isUnequalQudt, sameQudt } from "./tables/qudt.ts";
export {
  type CityFolder,
  documentFiles,
  fixedTables,
  type ReadResult,
  readTables,
} from "./tables/read-tables.ts";
export { Row } from "./tables/row.ts";
export { ownStatuses } from "./tables/statuses.ts";
export type { RecordPlaces, Sheet, Table, TableColumn } from "./tables/table.ts";
export { formerLevels, formerUpperHeader } from "./tables/to-format-3.ts";
export * from "./tables/words.ts";
export type { CardPhrases } from "./words/card-phrases.ts";
export * from "./words/readers.ts";
export type {
  DateWords,
  LargeNumber,
  ListMarks,
  Marks,
  NumberWords,
  PlaceWords,
  Writing,
} from "./words/writing.ts";
