// The list of municipalities: code, prefecture and name.

export interface ListedMunicipality {
  readonly code: string;
  readonly prefecture: string;
  /** Empty for a prefecture itself. */
  readonly name: string;
}

/** By code. The file is ours and has no quotation marks. */
export function municipalitiesIn(text: string): ReadonlyMap<string, ListedMunicipality> {
  const [, ...lines] = text.trim().split("\n");
  return new Map(
    lines.map((line) => {
      const [code = "", prefecture = "", name = ""] = line.split(",");
      return [code, { code, prefecture, name }];
    }),
  );
}
