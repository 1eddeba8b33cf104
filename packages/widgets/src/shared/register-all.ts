// Every element under its name.

import { KpiActivities } from "../kpi-activities/kpi-activities.ts";
import { KpiCard } from "../kpi-card/kpi-card.ts";
import { KpiChart } from "../kpi-chart/kpi-chart.ts";
import { KpiCompare } from "../kpi-compare/kpi-compare.ts";
import { KpiGrid } from "../kpi-grid/kpi-grid.ts";
import { KpiTable } from "../kpi-table/kpi-table.ts";
import { KpiValue } from "../kpi-value/kpi-value.ts";
import { register } from "./register.ts";

export function registerAll(): void {
  register("kpi-card", KpiCard);
  register("kpi-value", KpiValue);
  register("kpi-grid", KpiGrid);
  register("kpi-chart", KpiChart);
  register("kpi-table", KpiTable);
  register("kpi-activities", KpiActivities);
  register("kpi-compare", KpiCompare);
}
