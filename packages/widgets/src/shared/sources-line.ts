// Every source by its whole title, below a chart, a table and a list of activities.

import type { IndicatorFileJson, Reader } from "@shihyo/core";
import type { Tag } from "../markup/tree.ts";
import { tag, unofficialMark } from "./runtime.ts";
import { colon, textFor } from "./say.ts";

/** What of a published file it takes. */
type Sourced = Pick<IndicatorFileJson, "sources" | "municipality"> & {
  readonly words: Readonly<Record<Reader, { readonly source: string; readonly unofficial: string }>>;
};

/** Every source by its whole title, and 「非公式」 until the city has adopted the data. */
export function sourcesLine(file: Sourced, reader: Reader): Tag {
  const words = file.words[reader];
  const isEnglish = reader === "en";
  const names = file.sources.map(({ title, body }) => {
    const named = textFor(body, reader);
    return `${textFor(title, reader)}${isEnglish ? ` (${named})` : `（${named}）`}`;
  });
  return tag(
    "p",
    { class: "quiet source", part: "source" },
    `${words.source}${colon(reader)}${names.join(isEnglish ? ", " : "、")}`,
    unofficialMark(file, reader),
  );
}
