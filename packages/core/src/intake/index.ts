// Intake (取り込み): from a city's own file to its tables, by understanding it and asking what cannot be known.

export { finerOf, noteWith } from "./finer-value.ts";
export * from "./grid.ts";
export type * from "./types.ts";
export { acceptAll, applyAnswers, sourceOf, tablesOf, understand } from "./understand.ts";
