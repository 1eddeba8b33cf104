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

/** The whole as JSON on lines, each indicator made when its turn has come: together they would not fit into one string. */
function* datasetText(dataset: Dataset): Iterable<string> {
  let between = "{";
  for (const [key, value] of Object.entries(datasetFrameJson(dataset))) {
    if (value === undefined) continue;
    yield `${between}\n ${JSON.stringify(key)}: `;
    between = ",";
    if (key === "indicators") yield* indicatorTexts(dataset);
    else yield jsonLines(value, 1);
  }
  yield "\n}\n";
}

function* indicatorTexts(dataset: Dataset): Iterable<string> {
  let between = "[";
  for (const item of series(dataset)) {
    yield `${between}\n  ${jsonLines(indicatorJson(dataset, item), 2)}`;
    between = ",";
  }
  yield between === "[" ? "[]" : "\n ]";
}

/** A value as it stands so deep within others; no text in it holds a line end, which JSON escapes. */
function jsonLines(value: unknown, depth: number): string {
  return JSON.stringify(value, undefined, 1).replaceAll("\n", `\n${" ".repeat(depth)}`);
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

function* bothForms(folder: string, file: IndicatorFileJson): Iterable<OutputFile> {
  yield { path: `${folder}data.json`, chunks: [`${JSON.stringify(file, undefined, 1)}\n`] };
  yield { path: `${folder}data.js`, chunks: [dataScript(file)] };
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
      if (!written.has(path)) yield { path, chunks: [dataScript(groupFileJson(dataset, node))] };
    }
  },
};

/** What all files share goes first and once, which makes the file for all a third smaller. */
function* allAsScripts(dataset: Dataset): Iterable<string> {
  let shared: ReadonlyMap<string, string> | undefined;
  for (const item of series(dataset)) {
    const { format, formatVersion, indicator, ...around } = indicatorFileJson(dataset, item);
    if (!shared) {
      const { unit: _, breakdowns: __, projects: ___, ...common } = around;
      shared = new Map(Object.entries(common).map(([name, value]) => [name, JSON.stringify(value)]));
      yield dataScript({ format: "shihyo-shared", ...common });
    }
    const own = Object.entries(around).filter(([name, value]) => shared?.get(name) !== JSON.stringify(value));
    yield dataScript({ format, formatVersion, ...Object.fromEntries(own), indicator });
  }
}

const beyondAscii = /[\u007f-\uffff]+/g;

/** Each letter's escape, once it was needed: a city's scripts hold some hundred thousand letters, and few different ones. */
const escapes = new Map<number, string>();

function escaped(letters: string): string {
  let text = "";
  for (let at = 0; at < letters.length; at += 1) {
    const unit = letters.charCodeAt(at);
    let found = escapes.get(unit);
    if (found === undefined) {
      found = `\\u${unit.toString(16).padStart(4, "0")}`;
      escapes.set(unit, found);
    }
    text += found;
  }
  return text;
}

/**
 * A classic script that hands its data to the cards: it passes a `script-src`-only policy, needs no CORS
 * header, and works from disk. Only JSON stands in it, with `<` and every letter beyond ASCII escaped: a page of
 * another encoding reads it as its own where the server does not say which it has.
 */
export function dataScript(file: object): string {
  const json = JSON.stringify(file).replaceAll("<", "\\u003c").replace(beyondAscii, escaped);
  return `(self.kpiData ??= []).push(${json});\n`;
}
