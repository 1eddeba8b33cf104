// The JSON Schemas (2020-12) of what is published as JSON, as core ships them.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Format } from "./format.ts";

const require = createRequire(import.meta.url);

const schemas = [
  "dataset.schema.json",
  "indicator.schema.json",
  "project.schema.json",
  "changes.schema.json",
  "release.schema.json",
] as const;

export const schemaFormat: Format = {
  name: "schema",
  *files() {
    for (const name of schemas) {
      yield {
        path: `schema/${name}`,
        chunks: [readFileSync(require.resolve(`@shihyo/core/schema/${name}`))],
      };
    }
  },
};
