// The site of one release as one reader sees it: the dataset, its plan and cards, in a language, from a page's folder.

import {
  bodyKind,
  type CardJson,
  type Dataset,
  type IndicatorJson,
  type IndicatorYearJson,
  indicatorJson,
  isLowest,
  latestYear,
  marks,
  nodePath,
  once,
  type PlanNode,
  type Reader,
  readerFolder,
  readersOf,
  type Series,
  series,
  type Text,
  type Title,
  textFor,
  writing,
} from "@shihyo/core";
import type { Changes } from "../formats/changes/changes.ts";
import type { WrittenFiles } from "../formats/format.ts";
import { type PlanPaths, planOf } from "../formats/plan-paths.ts";
import { withReadings } from "./furigana.ts";
import { type Html, shownText } from "./page.ts";

export interface Site {
  readonly dataset: Dataset;
  readonly written: WrittenFiles;
  readonly plan: PlanPaths;
  /** By ID, in the tables' order; indicators without any value are among them. */
  readonly indicators: ReadonlyMap<string, IndicatorJson>;
  /** Of the indicators that have a value. */
  readonly series: ReadonlyMap<string, Series>;
  /** Indicators' IDs in the report's order; those that it does not list come last. */
  readonly order: readonly string[];
  /** Where in that order each stands. */
  readonly places: ReadonlyMap<string, number>;
  /** The last year that was reported on. */
  readonly latest: number;
  /** What changed since the release before. */
  readonly changes: Changes;
  /** The version of the elements that are published with the pages. */
  readonly widgetVersion: string;
  /** The readers that have pages: easy Japanese always, English where the municipality has it. */
  readonly readers: readonly Reader[];
}

export function siteOf(
  dataset: Dataset,
  written: WrittenFiles,
  changes: Changes,
  widgetVersion: string,
): Site {
  const seriesOf = new Map([...series(dataset)].map((item) => [item.indicator.id, item]));
  const indicators = new Map(
    [...dataset.indicators.values()].map((indicator) => [
      indicator.id,
      indicatorJson(dataset, seriesOf.get(indicator.id) ?? { indicator, observations: [] }),
    ]),
  );
  const order = [
    ...new Set([
      ...dataset.listings.flatMap(({ indicator }) => indicator ?? []),
      ...dataset.indicators.keys(),
    ]),
  ];
  return {
    dataset,
    written,
    plan: planOf(dataset),
    indicators,
    series: seriesOf,
    order,
    places: new Map(order.map((id, at) => [id, at])),
    latest: latestYear(dataset) ?? 0,
    changes,
    widgetVersion,
    readers: readersOf(dataset.municipality),
  };
}

/** What is worked out of a site once for each thing asked about, however many pages and readers ask. */
export function oncePer<K extends object | string, T>(
  work: (site: Site, thing: K) => T,
): (site: Site, thing: K) => T {
  const known = new WeakMap<Site, Map<K, T>>();
  return (site, thing) => {
    let own = known.get(site);
    if (!own) {
      own = new Map();
      known.set(site, own);
    }
    const found = own.get(thing) ?? work(site, thing);
    own.set(thing, found);
    return found;
  };
}

export interface View {
  readonly site: Site;
  readonly reader: Reader;
  /** From the page's folder to the published folder: `../../`. */
  readonly root: string;
  /** A fixed phrase; `{body}` in it is what the municipality is: 市, 県, 町; `town` in English. */
  say(phrase: Title): string;
  /** A name of the city's, in the reader's language where there is one: for attributes, titles and code. */
  name(text: Text): string;
  /**
   * The same, or any words of the city's, as the page's own text: what is Japanese bears that language, and in easy
   * Japanese the names in it bear their readings.
   */
  shown(text: Text | string): Html | string;
  /** The link to a page for the same reader: `../../en/goals/G01/index.html`. */
  to(path: string): string;
  /** The link to a published file. */
  file(path: string): string;
  /** What the card of the year says. */
  card(year: IndicatorYearJson): CardJson;
}

/** `path` is the page's folder without the reader's. */
export function viewOf(site: Site, reader: Reader, path: string): View {
  const folder = readerFolder(reader);
  const root = "../".repeat((folder + path).split("/").length - 1);
  const kind = bodyKind(site.dataset.municipality);
  const body = textFor(kind, reader);
  return {
    site,
    reader,
    root,
    say: (phrase) => textFor(phrase, reader).replaceAll("{body}", body),
    name: (text) => textFor(text, reader),
    shown: (words) => {
      const text = typeof words === "string" ? words : textFor(words, reader);
      return marks[reader].hasReadings ? withReadings(site.dataset, text) : shownText(text, reader);
    },
    to: (to) => `${root}${folder}${to}index.html`,
    file: (file) => root + file,
    card: (year) => year.card[reader],
  };
}

function kindName(view: View, node: PlanNode): string {
  return view.name(node.levelName);
}

/** 「目標1」, `Policy 1-2`; the level alone where no number is printed. */
export function kindAndNumber(view: View, node: PlanNode): string {
  const number = view.site.plan.numberOf(node);
  if (saysItself(node, number)) return view.name(node.name);
  // 柱Ⅰ, where the level is called 柱, says both.
  if (writing[view.reader].numberSpace === "" && number.startsWith(node.levelName.ja)) return number;
  return `${kindName(view, node)}${number && writing[view.reader].numberSpace + number}`;
}

/** 「目標1 …まちをつくる」; the name alone where no number is printed. */
export function nodeTitle(view: View, node: PlanNode): string {
  const name = view.name(node.name);
  const number = view.site.plan.numberOf(node);
  return number === "" || saysItself(node, number) ? name : `${kindAndNumber(view, node)} ${name}`;
}

/** Whether a name is no more than the level's with its number: 政策Ⅰ. */
function saysItself({ name, levelName }: PlanNode, number: string): boolean {
  return number !== "" && levelName.ja.split("・").some((level) => name.ja === level + number);
}

/** What the city calls the last level of its plans: 事業, 事務事業・取組. */
export function lowestName(view: View): string {
  const names = lowestLevels(view.site.dataset).map(({ name }) => view.name(name));
  return [...new Set(names)].join(writing[view.reader].dot);
}

const lowestLevels = once((dataset) => {
  const lowest = [...dataset.nodes.values()].filter((node) => node.level > 0 && isLowest(dataset, node));
  const used = new Set(lowest.map(({ levelName }) => levelName.ja));
  return dataset.levels.filter(({ name }) => used.has(name.ja));
});

export function nodeLink(view: View, node: PlanNode): string {
  return view.to(nodePath(node));
}
