// The parts that several of the published JSON files share: nodes, years, units, sources, releases.

import type { Dataset } from "../model/dataset.ts";
import { defined } from "../model/defined.ts";
import {
  type FiscalYear,
  formatEnglishYear,
  formatJapaneseYear,
  yearInterval,
} from "../model/fiscal-year.ts";
import type { Release, Source } from "../model/history.ts";
import type { Unit } from "../model/indicator.ts";
import { nodePath, periodPath, thing, unitPath } from "../model/iri.ts";
import type { PlanNode } from "../model/node.ts";
import type { NodeJson, ReleaseJson, SourceJson, UnitJson, YearJson } from "./types.ts";

export function nodeJson(dataset: Dataset, node: PlanNode, iri: (path: string) => string): NodeJson {
  const placements = dataset.placements
    .filter((placement) => placement.node === node.id)
    .map(({ node: _, ...placement }) => placement);
  const { id, kind, name, reading, plan: _, ...rest } = node;
  return { id, iri: iri(thing(nodePath(node))), kind, name, reading, ...rest, placements };
}

export function yearJson(year: FiscalYear, iri: (path: string) => string): YearJson {
  const { start, end } = yearInterval(year);
  return {
    year,
    ja: formatJapaneseYear(year),
    en: formatEnglishYear(year),
    start,
    end,
    iri: iri(thing(periodPath(year))),
  };
}

export function unitJson(unit: Unit, iri: (path: string) => string): UnitJson {
  const { id, name, kind, qudt, ucum, differenceUnit } = unit;
  return defined<UnitJson>({ id, iri: iri(thing(unitPath(id))), name, kind, qudt, ucum, differenceUnit });
}

export function sourceJson(source: Source): SourceJson {
  return source;
}

export function releaseJson({ version, date, note }: Release): ReleaseJson {
  return { version, date, note };
}

/** The newest release; a checked dataset has one. */
export function currentRelease({ releases }: Dataset): ReleaseJson {
  const release = releases.at(-1);
  if (!release) throw new Error("a dataset without a release passed the checks");
  return releaseJson(release);
}
