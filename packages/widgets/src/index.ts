// The element classes and what a page may call; importing this registers nothing.

export type { HtmlAttributes, KpiErrorDetail, KpiJsx, KpiLoadDetail } from "./jsx.ts";
export { KpiActivities } from "./kpi-activities/kpi-activities.ts";
export { KpiCard } from "./kpi-card/kpi-card.ts";
export { KpiChart } from "./kpi-chart/kpi-chart.ts";
export { KpiCompare } from "./kpi-compare/kpi-compare.ts";
export { KpiGrid } from "./kpi-grid/kpi-grid.ts";
export { KpiTable } from "./kpi-table/kpi-table.ts";
export { KpiValue } from "./kpi-value/kpi-value.ts";
export { upgradeLinks } from "./links/upgrade-links.ts";
export { findPlace, place } from "./shared/base.ts";
export type { LoadState } from "./shared/kpi-element.ts";
