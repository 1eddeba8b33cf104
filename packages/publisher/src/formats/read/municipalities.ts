// The list of municipalities: code, prefecture, name and how it is read.

export interface ListedMunicipality {
  readonly code: string;
  readonly prefecture: string;
  /** Empty for a prefecture itself. */
  readonly name: string;
  /** In hiragana, without the prefecture's: ちがさきし. Empty where it is not listed. */
  readonly reading: string;
}

/** By code. The file is ours and has no quotation marks. */
export function municipalitiesIn(text: string): ReadonlyMap<string, ListedMunicipality> {
  const [, ...lines] = text.trim().split("\n");
  return new Map(
    lines.map((line) => {
      const [code = "", prefecture = "", name = "", reading = ""] = line.split(",");
      return [code, { code, prefecture, name, reading }];
    }),
  );
}
