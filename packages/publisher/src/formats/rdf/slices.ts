// Slices of the cubes of numbers and of states: what was observed in a year, and what was observed of an indicator.

import {
  type Dataset,
  formatEnglishYear,
  formatJapaneseYear,
  type Indicator,
  indicatorPath,
  type Municipality,
  type Observation,
  observationPath,
  once,
  periodPath,
  type Text,
  thing,
} from "@shihyo/core";
import { type Cube, cubeOf, observationCubes } from "./cubes.ts";
import { definitionIri } from "./iri.ts";
import { iri, type Objects, type Resource, resource, type Said } from "./term.ts";
import { links, texts } from "./texts.ts";
import { expandedIri } from "./vocabularies.ts";

interface SliceKey {
  /** The end of the key's own name: `def/#numbers-by-year`. */
  readonly local: "by-year" | "by-indicator";
  readonly label: Text;
  /** The dimension that every slice fixes. */
  property(municipality: Pick<Municipality, "base">): string;
}

export const sliceKeys: readonly SliceKey[] = [
  {
    local: "by-year",
    label: { ja: "年度ごと", en: "By year" },
    property: () => expandedIri("sdmx-dimension:refPeriod"),
  },
  {
    local: "by-indicator",
    label: { ja: "指標ごと", en: "By indicator" },
    property: (municipality) => definitionIri(municipality, "indicator"),
  },
];

interface Members {
  readonly byYear: ReadonlyMap<string, Places>;
  /** Cube and indicator, of which there is at least one observation. */
  readonly indicators: ReadonlySet<string>;
}

/** So many numbers are kept in one array: what is added moves none of those that are there. */
const arrayLength = 4096;

/** Places in the lists of indicators and breakdowns, two for each observation: numbers, since there may be millions. */
class Places {
  readonly #arrays: Int32Array[] = [];
  #last = new Int32Array(0);
  #held = 0;

  get count(): number {
    return this.#held / 2;
  }

  add(indicator: number, breakdown: number): void {
    const at = this.#held % arrayLength;
    if (at === 0) {
      this.#last = new Int32Array(arrayLength);
      this.#arrays.push(this.#last);
    }
    this.#last[at] = indicator;
    this.#last[at + 1] = breakdown;
    this.#held += 2;
  }

  *[Symbol.iterator](): Iterator<readonly [indicator: number, breakdown: number]> {
    let left = this.#held;
    for (const array of this.#arrays) {
      const end = Math.min(left, arrayLength);
      for (let at = 0; at < end; at += 2) yield [array[at] ?? -1, array[at + 1] ?? -1];
      left -= end;
    }
  }
}

const members = once((dataset): Members => {
  const byYear = new Map<string, Places>();
  const indicators = new Set<string>();
  const placesOf = (ids: Iterable<string>) => new Map([...ids].map((id, index) => [id, index]));
  const indicatorPlaces = placesOf(dataset.indicators.keys());
  const partPlaces = placesOf(dataset.breakdowns.keys());
  let last = "";
  for (const observation of dataset.observations()) {
    const cube = cubeOf(observation).id;
    const key = `${observation.year} ${cube}`;
    let list = byYear.get(key);
    if (list === undefined) {
      list = new Places();
      byYear.set(key, list);
    }
    const part = observation.breakdown === undefined ? -1 : partPlaces.get(observation.breakdown);
    list.add(indicatorPlaces.get(observation.indicator) ?? -1, part ?? -1);
    const ofIndicator = `${cube} ${observation.indicator}`;
    if (ofIndicator !== last) indicators.add(ofIndicator);
    last = ofIndicator;
  }
  return { byYear, indicators };
});

/** Every slice of a cube, years first. */
export function sliceIris(dataset: Dataset, cube: string): string[] {
  const { base } = dataset.municipality;
  const { byYear, indicators } = members(dataset);
  return [
    ...dataset.years
      .filter((year) => byYear.has(`${year} ${cube}`))
      .map((year) => `${base}${periodPath(year)}#${cube}`),
    ...[...dataset.indicators.keys()]
      .filter((id) => indicators.has(`${cube} ${id}`))
      .map((id) => `${base}${indicatorPath(id)}#${cube}`),
  ];
}

/** On the page of the year: `periods/FY2024/#numbers`. */
export function* yearSlices(dataset: Dataset, year: number): Iterable<Resource> {
  const { municipality } = dataset;
  const { base } = municipality;
  const period = base + thing(periodPath(year));
  for (const cube of observationCubes) {
    const places = members(dataset).byYear.get(`${year} ${cube.id}`);
    if (places === undefined) continue;
    const label = { ja: formatJapaneseYear(year), en: formatEnglishYear(year) };
    yield slice(dataset, cube, "by-year", `${base}${periodPath(year)}#${cube.id}`, label, [
      ["sdmx-dimension:refPeriod", links(period)],
      ["qb:observation", observationsAt(dataset, year, places)],
    ]);
  }
}

function observationsAt(dataset: Dataset, year: number, places: Places): Objects {
  const { base } = dataset.municipality;
  const indicators = [...dataset.indicators.keys()];
  const parts = [...dataset.breakdowns.keys()];
  return {
    length: places.count,
    *[Symbol.iterator]() {
      for (const [at, part] of places) {
        const indicator = indicators[at];
        if (indicator === undefined) continue;
        yield iri(base + observationPath({ indicator, year, breakdown: parts[part] }));
      }
    },
  };
}

/** On the page of the indicator: `indicators/K0001/#numbers`. */
export function* indicatorSlices(
  dataset: Dataset,
  indicator: Indicator,
  observations: readonly Observation[],
): Iterable<Resource> {
  const { municipality, labels } = dataset;
  const { base } = municipality;
  for (const cube of observationCubes) {
    const own = observations.filter((observation) => cubeOf(observation) === cube);
    if (own.length === 0) continue;
    const label = labels.get(indicator.id) ?? indicator.name;
    const path = indicatorPath(indicator.id);
    yield slice(dataset, cube, "by-indicator", `${base}${path}#${cube.id}`, label, [
      [definitionIri(municipality, "indicator"), links(base + thing(path))],
      ["qb:observation", namesOf(base, own)],
    ]);
  }
}

function namesOf(base: string, observations: readonly Observation[]): Objects {
  return {
    length: observations.length,
    *[Symbol.iterator]() {
      for (const observation of observations) yield iri(base + observationPath(observation));
    },
  };
}

function slice(
  { municipality }: Dataset,
  cube: Cube,
  key: SliceKey["local"],
  subject: string,
  of: Text,
  properties: readonly Said[],
): Resource {
  const { ja, en } = cube.slices ?? cube.title;
  const label = { ja: `${of.ja}：${ja}`, ...(of.en === undefined ? {} : { en: `${of.en}: ${en}` }) };
  return resource(["qb:Slice"], subject, [
    ["rdfs:label", texts(label)],
    ["qb:sliceStructure", links(definitionIri(municipality, `${cube.id}-${key}`))],
    ...properties,
  ]);
}
