// Every source by its whole title, below a chart, a table and a list of activities.

import { bracketed, type IndicatorFileJson, marks, type Reader, textFor } from "@shihyo/core";
import type { Tag } from "../markup/tree.ts";
import { tag, unofficialMark } from "./runtime.ts";

/** What of a published file it takes. */
type Sourced = Pick<IndicatorFileJson, "sources" | "municipality"> & {
  readonly words: Readonly<Record<Reader, { readonly source: string; readonly unofficial: string }>>;
};

/** Every source by its whole title, and 「非公式」 until the city has adopted the data. */
export function sourcesLine(file: Sourced, reader: Reader): Tag {
  const words = file.words[reader];
  const { colon, comma } = marks[reader];
  const names = file.sources.map(({ title, body }) => {
    return textFor(title, reader) + bracketed(textFor(body, reader), reader);
  });
  return tag(
    "p",
    { class: "quiet source", part: "source" },
    words.source + colon + names.join(comma),
    unofficialMark(file, reader),
  );
}
