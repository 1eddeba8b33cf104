// The plan as pages need it: what stands under what, in the report's order, with printed numbers.

import {
  countNames,
  type Dataset,
  deepestLevel,
  formerLevels,
  groupBy,
  isLowest,
  type Listing,
  listingsByIndicator,
  once,
  type Placement,
  type PlanNode,
  placementsByNode,
  placementsByParent,
} from "@shihyo/core";

export interface PlanPaths {
  /** Every node, from the top down, each kind in the order of the report. */
  readonly nodes: readonly PlanNode[];
  /** Where in them each stands, by ID. */
  readonly places: ReadonlyMap<string, number>;
  childrenOf(node: PlanNode): readonly PlanNode[];
  /** The nodes it stands under; a node may have several. */
  parentsOf(node: PlanNode): readonly PlanNode[];
  /** From the highest level down to the node's first parent; empty for a plan. */
  pathTo(node: PlanNode): readonly PlanNode[];
  /** `1`, `1-2`, `1-2-①` as printed; empty where the report gives none. */
  numberOf(node: PlanNode): string;
  /** The listings at the node and below it, in the report's order. */
  listingsUnder(node: PlanNode): readonly Listing[];
  /** How often an indicator is listed at the node and below it. */
  timesUnder(node: PlanNode, indicator: string): number;
  /** The listings of an indicator, in the report's order. */
  listingsOf(indicator: string): readonly Listing[];
  /** Of the other indicators that are listed at the same nodes so many, the nearest, in the order of the tables; and how many more there are. */
  besides(indicator: string, most: number): { readonly near: readonly string[]; readonly more: number };
  /** The nodes of the same level of the same plan before and after it in the report. */
  beside(node: PlanNode): { readonly before?: PlanNode | undefined; readonly after?: PlanNode | undefined };
  /** The nodes of that level that the indicator is listed under. */
  above(indicator: string, level: number): readonly PlanNode[];
}

/** The plans of a body, in the order of its tables. */
export const plansOf: (dataset: Dataset) => readonly PlanNode[] = once(({ nodes }) =>
  [...nodes.values()].filter(({ level }) => level === 0),
);

/** Where there are several, which then have to be told apart; else none. */
export function severalPlans(dataset: Dataset): readonly PlanNode[] {
  const plans = plansOf(dataset);
  return plans.length > 1 ? plans : [];
}

export function planOf(dataset: Dataset): PlanPaths {
  const listedAt = groupBy(dataset.listings, ({ node }) => node);
  const places = new Map(dataset.listings.map((listing, at) => [listing, at]));
  const children = placementsByParent(dataset);
  const parents = groupBy(
    dataset.placements.toSorted((a, b) => a.order - b.order),
    ({ node }) => node,
  );
  const listings = listingsByIndicator(dataset);
  /** The indicators that are listed at these nodes, each with its place among them. */
  const inOrder = (homes: readonly string[]): ReadonlyMap<string, number> => {
    const all = homes
      .flatMap((node) => listedAt.get(node) ?? [])
      .sort((a, b) => (places.get(a) ?? 0) - (places.get(b) ?? 0));
    const ids = new Set(all.flatMap((listing) => listing.indicator ?? []));
    return new Map([...ids].map((id, at) => [id, at]));
  };
  const atNode = new Map<string, ReadonlyMap<string, number>>();
  const indicatorsAt = (node: string) => {
    const found = atNode.get(node) ?? inOrder([node]);
    atNode.set(node, found);
    return found;
  };
  const known = (id: string): PlanNode[] => {
    const node = dataset.nodes.get(id);
    return node ? [node] : [];
  };
  const childrenOf = (node: PlanNode) => (children.get(node.id) ?? []).flatMap((one) => known(one.node));
  const parentsOf = remembered((node): readonly PlanNode[] =>
    (parents.get(node.id) ?? []).flatMap((one) => known(one.parent)),
  );
  const pathTo = remembered((node): readonly PlanNode[] => {
    const [parent] = parentsOf(node);
    return parent && parent.level > 0 ? [...pathTo(parent), parent] : [];
  });
  const rank = new Map<string, number>();
  const walk = (node: PlanNode): void => {
    if (rank.has(node.id)) return;
    rank.set(node.id, rank.size);
    childrenOf(node).forEach(walk);
  };
  const all = [...dataset.nodes.values()];
  const orders = [...Array(deepestLevel(dataset) + 1).keys()];
  for (const order of orders) all.filter(({ level }) => level === order).forEach(walk);
  const nodes = all.toSorted((a, b) => a.level - b.level || (rank.get(a.id) ?? 0) - (rank.get(b.id) ?? 0));
  const under = listingsByNode(dataset, parents);
  const above = (level: number) => {
    const found = new Map<string, PlanNode[]>();
    for (const node of nodes.filter((one) => one.level === level)) {
      for (const id of new Set((under.get(node.id) ?? []).flatMap(({ indicator }) => indicator ?? []))) {
        found.set(id, [...(found.get(id) ?? []), node]);
      }
    }
    return found;
  };
  const byLevel = orders.map(above);
  const times = new Map<string, ReadonlyMap<string, number>>();
  const timesOf = (node: string) => {
    const found =
      times.get(node) ?? countNames((under.get(node) ?? []).flatMap(({ indicator }) => indicator ?? []));
    times.set(node, found);
    return found;
  };
  const ofLevel = groupBy(nodes, ({ level, plan }) => `${level} ${plan}`);
  const beside = new Map(
    [...ofLevel.values()].flatMap((same) =>
      same.map((node, at) => [node.id, { before: same[at - 1], after: same[at + 1] }] as const),
    ),
  );
  const numberOf = remembered((node): string =>
    node.level === 0 || isNumberless(dataset, node)
      ? ""
      : [...pathTo(node), node]
          .map((one) => printedNumber(dataset, parents.get(one.id)?.[0], one))
          .filter(Boolean)
          .reduce(joined, ""),
  );
  return {
    nodes,
    places: new Map(nodes.map(({ id }, index) => [id, index])),
    childrenOf,
    parentsOf,
    pathTo,
    numberOf,
    listingsUnder: (node) => under.get(node.id) ?? [],
    timesUnder: (node, indicator) => timesOf(node.id).get(indicator) ?? 0,
    listingsOf: (indicator) => listings.get(indicator) ?? [],
    besides(indicator, most) {
      const homes = [...new Set((listings.get(indicator) ?? []).map(({ node }) => node))];
      const [home = "", ...others] = homes;
      const all = others.length === 0 ? indicatorsAt(home) : inOrder(homes);
      const own = all.get(indicator);
      if (own === undefined) return { near: [], more: 0 };
      const from = Math.max(0, Math.min(own - Math.floor(most / 2), all.size - 1 - most));
      const near = [...all.keys()].slice(from, from + most + 1).filter((id) => id !== indicator);
      return { near, more: all.size - 1 - near.length };
    },
    beside: ({ id }) => beside.get(id) ?? {},
    above: (indicator, level) => byLevel[level]?.get(indicator) ?? [],
  };
}

/** What pages ask for again and again, worked out once for each node. */
function remembered<T>(work: (node: PlanNode) => T): (node: PlanNode) => T {
  const made = new Map<string, T>();
  return (node) => {
    const found = made.get(node.id) ?? work(node);
    made.set(node.id, found);
    return found;
  };
}

/** What a listing is printed under in its place, from its own node up to the highest; a plan is none of them. */
export function printedPath(dataset: Dataset, listing: Listing): PlanNode[] {
  const path: PlanNode[] = [];
  const add = (id: string): void => {
    const node = dataset.nodes.get(id);
    if (node && node.level > 0 && !path.includes(node)) path.push(node);
  };
  add(listing.node);
  const seen = new Set<string>();
  for (let id: string | undefined = listing.above ?? listing.node; id !== undefined && !seen.has(id); ) {
    add(id);
    seen.add(id);
    id = placementsByNode(dataset).get(id)?.[0]?.parent;
  }
  return path;
}

/** Each listing at its own node, at the one it is printed under, and at all that stands above. */
function listingsByNode(
  dataset: Dataset,
  parents: ReadonlyMap<string, readonly { readonly parent: string }[]>,
): ReadonlyMap<string, readonly Listing[]> {
  const under = new Map<string, Listing[]>();
  const aboveOf = (id: string): string[] => [
    id,
    ...(parents.get(id) ?? []).flatMap(({ parent }) => aboveOf(parent)),
  ];
  for (const listing of dataset.listings) {
    const places = new Set([listing.node, ...aboveOf(listing.above ?? listing.node)]);
    for (const id of places) {
      const found = under.get(id);
      if (found) found.push(listing);
      else under.set(id, [listing]);
    }
  }
  return under;
}

/** 1 and 2 are 1-2; what is printed with the number above it (1 and 1-2) says it already. */
function joined(above: string, number: string): string {
  if (above === "" || new RegExp(`^${escaped(above)}[^0-9]`, "u").test(number)) return number;
  return /^[0-9]+[-－.・]/u.test(number) ? number : `${above}-${number}`;
}

function escaped(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|]/g, "\\$&");
}

/** Of a plan with several levels the last has numbers for the order alone, which start anew in each place. */
function isNumberless(dataset: Dataset, node: PlanNode): boolean {
  return node.level > 1 && isLowest(dataset, node);
}

/**
 * What is printed otherwise than as a number is data. Tables of earlier formats had no place for it: the third of
 * their levels is printed with circled numbers (①), which Unicode has up to 20.
 */
function printedNumber(dataset: Dataset, placement: Placement | undefined, node: PlanNode): string {
  if (placement?.numberText !== undefined) return placement.numberText;
  const number = placement?.number;
  if (number === undefined) return "";
  const [, , [, , formerFolder]] = formerLevels;
  const isCircled = deepestLevel(dataset) === 4 && node.level === 3 && node.folder === formerFolder;
  return isCircled && number > 0 && number <= 20 ? String.fromCodePoint(0x2460 + number - 1) : String(number);
}
