// What kpi.js holds once for all elements; the scripts of chart, grid and table take it from there.

export { unsafeCSS } from "@lit/reactive-element";
export { languageTags, sourcesLine, textFor, yearsTable } from "../kpi-card/card-markup.ts";
export { tag } from "../markup/tree.ts";
export { folderOf } from "./data.ts";
export { IndicatorElement } from "./indicator-element.ts";
export { KpiElement } from "./kpi-element.ts";
export { register, version } from "./register.ts";
export { panelStyle, tableStyle } from "./style.ts";
