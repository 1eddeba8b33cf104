// The forms in which a folder's thing can be had at its one address: the page, and the data files beside it.

import { fileKind } from "./file-kinds.ts";

export interface Variant {
  /** The media type without parameters, as a client asks for it. */
  readonly type: string;
  /** The file's name in the folder. */
  readonly name: string;
}

/** The endings of the data of a thing, in the order in which the server prefers them. */
export const variantEndings = ["ttl", "jsonld", "json", "csv", "nt", "rdf"] as const;

/**
 * The page first: who asks for anything gets it. A thing's data are `data.ttl` … in its folder; the whole
 * dataset's, in the top folder, `142123_dataset.ttl` … and, as CSV, the tidy table.
 */
export function variantsIn(names: readonly string[]): Variant[] {
  const pick = (ending: string) =>
    names.find((name) => name === `data.${ending}`) ??
    names.find((name) =>
      ending === "csv"
        ? /^\d{6}_indicator_result\.csv$/.test(name)
        : new RegExp(`^\\d{6}_dataset\\.${ending}$`).test(name),
    );
  return ["html", ...variantEndings].flatMap((ending) => {
    const name = ending === "html" ? names.find((one) => one === "index.html") : pick(ending);
    return name === undefined ? [] : [{ type: mediaType(name), name }];
  });
}

export function mediaType(path: string): string {
  return fileKind(path).type.split(";")[0] ?? "";
}
