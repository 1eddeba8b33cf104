// The names of the files that are built elsewhere and published as they are; whoever publishes hands in their bytes.

export const schemaFiles = [
  "dataset.schema.json",
  "indicator.schema.json",
  "project.schema.json",
  "changes.schema.json",
  "release.schema.json",
] as const;

/** kpi.js, the elements that it loads when they are first used, and the module. */
export const widgetFiles = [
  "kpi.js",
  "kpi-value.js",
  "kpi-grid.js",
  "kpi-chart.js",
  "kpi-table.js",
  "kpi-activities.js",
  "kpi-compare.js",
  "kpi.mjs",
] as const;

/** Built from `site/scripts/` for browsers, one classic file each. */
export const pageScripts = ["page.js", "landing.js", "doctor.js", "take-away.js", "builder.js"] as const;

/** Every name that a `Provided` answers to. */
export const providedFiles: readonly string[] = [
  ...schemaFiles.map((name) => `schema/${name}`),
  ...widgetFiles.map((name) => `widgets/${name}`),
  ...pageScripts.map((name) => `assets/${name}`),
];
