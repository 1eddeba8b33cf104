// What kpi.js holds once for all elements; the scripts of chart, grid and table take it from there.

export { unofficialMark, yearsTable } from "../kpi-card/card-markup.ts";
export { tag } from "../markup/tree.ts";
export { IndicatorElement } from "./indicator-element.ts";
export { KpiElement } from "./kpi-element.ts";
export { cardParts, panelStyle, tableStyle } from "./style.ts";
