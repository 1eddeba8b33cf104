// JSON: the dataset as core writes it, one file for each indicator, and the same as scripts for cards.

import {
  type Dataset,
  datasetJson,
  type IndicatorFileJson,
  indicatorFileJson,
  indicatorPath,
  type ProjectFileJson,
  series,
} from "@shihyo/core";
import type { Format } from "./format.ts";

export const jsonFormat: Format = {
  name: "json",
  *files(dataset) {
    const { code } = dataset.municipality;
    yield {
      path: `${code}_dataset.json`,
      chunks: [`${JSON.stringify(datasetJson(dataset), undefined, 1)}\n`],
    };
  },
};

/** `indicators/K0001/data.json`, `data.js`, and `indicators/data.js` with all of them. */
export const indicatorFilesFormat: Format = {
  name: "indicator-files",
  *files(dataset) {
    yield { path: "indicators/data.js", chunks: allAsScripts(dataset) };
    for (const item of series(dataset)) {
      const file = indicatorFileJson(dataset, item);
      const folder = indicatorPath(item.indicator.id);
      yield { path: `${folder}data.json`, chunks: [`${JSON.stringify(file, undefined, 1)}\n`] };
      yield { path: `${folder}data.js`, chunks: [script(file)] };
    }
  },
};

function* allAsScripts(dataset: Dataset): Iterable<string> {
  for (const item of series(dataset)) yield script(indicatorFileJson(dataset, item));
}

/**
 * A classic script that hands its data to the cards: it passes a `script-src`-only policy, needs no CORS
 * header, and works from disk. Only JSON stands in it, with the two line ends that old engines stumble
 * over, and `<`, escaped.
 */
export function script(file: IndicatorFileJson | ProjectFileJson): string {
  const json = JSON.stringify(file)
    .replaceAll("<", "\\u003c")
    .replaceAll("\u2028", "\\u2028")
    .replaceAll("\u2029", "\\u2029");
  return `(self.kpiData ??= []).push(${json});\n`;
}
