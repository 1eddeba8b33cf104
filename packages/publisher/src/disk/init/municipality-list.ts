// The list of municipalities: code, prefecture and name, as it ships with the publisher.

import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

export interface ListedMunicipality {
  readonly code: string;
  readonly prefecture: string;
  /** Empty for a prefecture itself. */
  readonly name: string;
}

const list = fileURLToPath(new URL("../../municipalities/municipalities.csv", import.meta.url));

/** By code. The file is ours and has no quotation marks. */
export function listedMunicipalities(): ReadonlyMap<string, ListedMunicipality> {
  const [, ...lines] = readFileSync(list, "utf8").trim().split("\n");
  return new Map(
    lines.map((line) => {
      const [code = "", prefecture = "", name = ""] = line.split(",");
      return [code, { code, prefecture, name }];
    }),
  );
}
