// The element classes; importing this registers nothing.

export { KpiCard } from "./kpi-card/kpi-card.ts";
