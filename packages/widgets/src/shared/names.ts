// The elements that are scripts of their own beside kpi.js.

export const names = ["kpi-value", "kpi-grid", "kpi-chart", "kpi-table", "kpi-activities", "kpi-compare"];
