// The list of municipalities as it ships with the publisher.

import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { type ListedMunicipality, municipalitiesIn } from "../formats/read/municipalities.ts";

const list = fileURLToPath(new URL("../../municipalities/municipalities.csv", import.meta.url));

/** By code. */
export function listedMunicipalities(): ReadonlyMap<string, ListedMunicipality> {
  return municipalitiesIn(readFileSync(list, "utf8"));
}
