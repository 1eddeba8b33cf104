// What changed since something was published, in words that the city can put on its news page.

import { type Dataset, datasetJson } from "@shihyo/core";
import { differences, Refusal, releasedJson, releaseNotes, uncorrectedBetween } from "@shihyo/publisher/pure";
import type { ChangeNotes, FileMap } from "./protocol.ts";

/** `earlier` is a published folder. */
export function changeNotes(dataset: Dataset, earlier: FileMap): ChangeNotes {
  const bytes = earlier.get(`${dataset.municipality.code}_dataset.json`);
  const before = bytes && releasedJson(new TextDecoder().decode(bytes));
  if (!before) {
    throw new Refusal({
      ja: "前に公開したフォルダーではないようです（この団体の …_dataset.json がありません）。",
      en: "This is no published folder of this municipality (there is no …_dataset.json of it).",
    });
  }
  const after = datasetJson(dataset);
  const found = differences(before, after);
  return {
    before: before.release.version,
    count: found.length,
    text: releaseNotes(before, after, found),
    issues: uncorrectedBetween(before, after),
  };
}
