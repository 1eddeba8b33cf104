// The common indicators as they ship with the publisher.

import { readFileSync } from "node:fs";
import type { CommonIndicator } from "@shihyo/core";
import { commonIndicatorsIn } from "../formats/read/common-indicators.ts";

/** Where the build puts `data/common-indicators`. */
const file = new URL("../../dist/pure/common-indicators.csv", import.meta.url);

export function commonIndicators(): readonly CommonIndicator[] {
  return commonIndicatorsIn(readFileSync(file, "utf8"));
}
