// What kpi.js holds once for all elements; the scripts of chart, grid and table take it from there.

export {
  colon,
  languageTags,
  shownYear,
  textFor,
  unofficialMark,
  withUnit,
  yearsTable,
} from "../kpi-card/card-markup.ts";
export { tag } from "../markup/tree.ts";
export { folderOf } from "./data.ts";
export { findIn } from "./find.ts";
export { IndicatorElement } from "./indicator-element.ts";
export { KpiElement } from "./kpi-element.ts";
export { register } from "./register.ts";
export { cardParts, panelStyle, tableStyle } from "./style.ts";
