// JSON: the dataset as core writes it, one file for each indicator, and the same as scripts for cards.

import {
  type Dataset,
  datasetFrameJson,
  groupFileJson,
  type IndicatorFileJson,
  type IndicatorYearJson,
  indicatorFileJson,
  indicatorJson,
  indicatorPath,
  type Municipality,
  nodePath,
  series,
} from "@shihyo/core";
import { dataScript, pushedData, scriptStart } from "./data-script.ts";
import type { Format, OutputFile } from "./format.ts";

export const jsonFormat: Format = {
  name: "json",
  *files(dataset) {
    const { code } = dataset.municipality;
    yield {
      path: `${code}_dataset.json`,
      chunks: datasetText(dataset),
    };
  },
};

/** The whole with each key and each indicator on a line, made when its turn has come: together they would not fit into one string. */
function* datasetText(dataset: Dataset): Iterable<string> {
  let between = "{";
  for (const [key, value] of Object.entries(datasetFrameJson(dataset))) {
    if (value === undefined) continue;
    yield `${between}\n${JSON.stringify(key)}:`;
    between = ",";
    if (key === "indicators") yield* indicatorTexts(dataset);
    else yield JSON.stringify(value);
  }
  yield "\n}\n";
}

function* indicatorTexts(dataset: Dataset): Iterable<string> {
  let between = "[";
  for (const item of series(dataset)) {
    yield `${between}\n${JSON.stringify(indicatorJson(dataset, item))}`;
    between = ",";
  }
  yield between === "[" ? "[]" : "\n]";
}

/** A JSON document with each of its keys on a line of its own: a third smaller than indented, and still to be read and compared. */
function jsonDocument(document: object): string {
  const lines = Object.entries(document)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => `${JSON.stringify(key)}:${JSON.stringify(value)}`);
  return `{\n${lines.join(",\n")}\n}\n`;
}

/**
 * `indicators/K0001/data.json` and `data.js`, the same with one year alone in `indicators/K0001/FY2024/` for the
 * years that the city asks for (`pinned`), and `indicators/data.js` with all of them.
 */
export const indicatorFilesFormat: Format = {
  name: "indicator-files",
  *files(dataset) {
    yield { path: "indicators/data.js", chunks: allAsScripts(dataset) };
    for (const item of series(dataset)) {
      const file = indicatorFileJson(dataset, item);
      const folder = indicatorPath(item.indicator.id);
      yield* bothForms(folder, file);
      // With one year alone there is no other to show.
      const { shownYear: _, ...indicator } = file.indicator;
      for (const year of pinnedYears(dataset.municipality, file)) {
        const pinned = { ...file, indicator: { ...indicator, years: [year] } };
        yield* bothForms(`${folder}FY${year.year}/`, pinned);
      }
    }
  },
};

/** The years of the indicator that have files of their own. */
export function pinnedYears({ pinned }: Municipality, { indicator }: IndicatorFileJson): IndicatorYearJson[] {
  return indicator.years.filter(({ year }) => pinned?.includes(year));
}

/** `data.json` and `data.js` of a thing. */
export function* bothForms(folder: string, file: object): Iterable<OutputFile> {
  const json = jsonDocument(file);
  yield { path: `${folder}data.json`, chunks: [json] };
  yield { path: `${folder}data.js`, chunks: [dataScript(json)] };
}

/**
 * `goals/G01/data.js`, and the same of policies, initiatives and projects: which indicators a grid shows. A
 * project whose `data.js` is written already has them in there.
 */
export const groupFilesFormat: Format = {
  name: "group-files",
  *files(dataset, written) {
    for (const node of dataset.nodes.values()) {
      const path = `${nodePath(node)}data.js`;
      if (!written.has(path))
        yield { path, chunks: [dataScript(jsonDocument(groupFileJson(dataset, node)))] };
    }
  },
};

/** What all files share goes first and once, which makes the file for all a third smaller. */
function* allAsScripts(dataset: Dataset): Iterable<string> {
  let shared: ReadonlyMap<string, string> | undefined;
  yield scriptStart;
  for (const item of series(dataset)) {
    const { format, formatVersion, indicator, ...around } = indicatorFileJson(dataset, item);
    if (!shared) {
      const { unit: _, breakdowns: __, projects: ___, ...common } = around;
      shared = new Map(Object.entries(common).map(([name, value]) => [name, JSON.stringify(value)]));
      yield pushedData(JSON.stringify({ format: "shihyo-shared", ...common }));
    }
    const own = Object.entries(around).filter(([name, value]) => shared?.get(name) !== JSON.stringify(value));
    yield pushedData(JSON.stringify({ format, formatVersion, ...Object.fromEntries(own), indicator }));
  }
}
