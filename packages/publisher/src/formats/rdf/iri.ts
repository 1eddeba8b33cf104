// The IRIs of what core gives no page: definitions, the catalogue's things, placements, listings, breaks.

import {
  areaCode,
  breakdownPath,
  type Dataset,
  indicatorPath,
  type Listing,
  type Municipality,
  nodePath,
  type PlanNode,
  sectionPath,
  statusIds,
  thing,
} from "@shihyo/core";
import { namespaces } from "./vocabularies.ts";

type Based = Pick<Municipality, "base">;

/** The code of the whole (全体), as SDMX writes it. */
export const wholeCode = "_T";

/** `…/def/#numbers`: our own classes, properties, structures, schemes and choices. */
export function definitionIri({ base }: Based, local: string): `${string}def/#${string}` {
  return `${base}def/#${local}`;
}

/** `…/catalog/#dataset`. */
export function catalogueIri({ base }: Based, local: string): string {
  return `${base}catalog/#${local}`;
}

export function breakdownIri({ base }: Based, breakdown: string | undefined): string {
  return base + thing(breakdownPath(breakdown ?? wholeCode));
}

export function sectionIri({ base }: Based, id: string): string {
  return base + thing(sectionPath(id));
}

/** The municipality's area in e-Stat's 統計LOD, by its five-digit 標準地域コード. */
export function areaIri(municipality: Municipality): string {
  return `${namespaces.sac}${areaLocalName(municipality)}`;
}

export function areaLocalName(municipality: Municipality): string {
  return `C${areaCode(municipality)}`;
}

/** A fiscal year as an interval of the United Kingdom's reference times: a year from 1 April. */
export function referenceYearIri(year: number): string {
  return `http://reference.data.gov.uk/id/gregorian-interval/${year}-04-01T00:00:00/P1Y`;
}

/** `certain` → `…/def/#reading-certain`: one of a fixed list of choices. */
export function choiceIri(municipality: Based, list: string, choice: string): string {
  return definitionIri(municipality, `${list}-${choice}`);
}

/**
 * The code of a word that has no ID of its own (全国平均, 人件費): the same wherever and whenever it is made. Not the
 * word itself, whose letters some processors of CSVW write by their bytes twice (FNV-1a, 64 bits, the first 40).
 */
export function wordCode(word: string): string {
  if (/^[A-Za-z0-9]+$/.test(word)) return word;
  let hash = 0xcbf29ce484222325n;
  for (const byte of new TextEncoder().encode(word))
    hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * 0x100000001b3n);
  return hash.toString(16).padStart(16, "0").slice(0, 10);
}

/** A source document stands in the catalogue. */
export function sourceIri(municipality: Based, id: string): string {
  return catalogueIri(municipality, id);
}

/** The status whose meaning the observation has; absent where statuses.csv lacks it. */
export function statusIdOf(dataset: Dataset): (meaning: string) => string | undefined {
  const ids: ReadonlyMap<string, string> = statusIds(dataset);
  return (meaning) => ids.get(meaning);
}

/** `projects/J0003/#in-T001`: the node as it stands under that parent. */
export function placementPath(node: PlanNode, parent: string): string {
  return `${nodePath(node)}#in-${parent}`;
}

/** `indicators/K0001/#L0001`; on the page of the node where there is no indicator (指標なし). */
export function listingPath({ nodes }: Dataset, { id, indicator, node }: Listing): string {
  if (indicator !== undefined) return `${indicatorPath(indicator)}#${id}`;
  const home = nodes.get(node);
  return `${home ? nodePath(home) : ""}#${id}`;
}
