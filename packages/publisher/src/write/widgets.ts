// The elements: the built file that pages include, beside the data it shows.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Format } from "./format.ts";

const require = createRequire(import.meta.url);

export const widgetsFormat: Format = {
  name: "widgets",
  *files() {
    yield { path: "widgets/kpi.js", chunks: [readFileSync(require.resolve("@shihyo/widgets/kpi.js"))] };
  },
};
