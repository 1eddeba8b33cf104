// The names of the files that are built elsewhere and published as they are; whoever publishes hands in their bytes.

import { neighbours } from "@shihyo/widgets/markup";

/** The elements that kpi.js brings when a page first has one, each a script of its own beside it. */
export { neighbours };

export const schemaFiles = [
  "dataset.schema.json",
  "indicator.schema.json",
  "project.schema.json",
  "changes.schema.json",
  "release.schema.json",
] as const;

/** kpi.js, its neighbours, and the module. */
export const widgetFiles: readonly string[] = [
  "kpi.js",
  ...neighbours.map((name) => `${name}.js`),
  "kpi.mjs",
];

/** Built from `site/scripts/` for browsers, one classic file each. */
export const pageScripts = ["page.js", "landing.js", "doctor.js", "take-away.js", "builder.js"] as const;

/** Every name that a `Provided` answers to. */
export const providedFiles: readonly string[] = [
  ...schemaFiles.map((name) => `schema/${name}`),
  ...widgetFiles.map((name) => `widgets/${name}`),
  ...pageScripts.map((name) => `assets/${name}`),
];
