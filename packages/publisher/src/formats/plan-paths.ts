// The ways through the plan that pages need: what stands under what, in the report's order, with printed numbers.

import {
  type Dataset,
  groupBy,
  type Listing,
  listingsByIndicator,
  nodeKinds,
  type PlanNode,
  placementsByNode,
  placementsByParent,
} from "@shihyo/core";

export interface Plan {
  /** Every node, from the top down, each kind in the order of the report. */
  readonly nodes: readonly PlanNode[];
  childrenOf(node: PlanNode): readonly PlanNode[];
  /** The nodes it stands under; a project may have several. */
  parentsOf(node: PlanNode): readonly PlanNode[];
  /** From the goal down to the node's first parent; empty for a plan. */
  pathTo(node: PlanNode): readonly PlanNode[];
  /** `1`, `1-2`, `1-2-①` as printed; empty where the report gives none. */
  numberOf(node: PlanNode): string;
  /** The listings at the node and below it, in the report's order. */
  listingsUnder(node: PlanNode): readonly Listing[];
  /** The listings of an indicator, in the report's order. */
  listingsOf(indicator: string): readonly Listing[];
  /** The goals that the indicator is listed under. */
  goalsOf(indicator: string): readonly PlanNode[];
  /** The policies that the indicator is listed under. */
  policiesOf(indicator: string): readonly PlanNode[];
}

export function planOf(dataset: Dataset): Plan {
  const children = placementsByParent(dataset);
  const parents = groupBy(
    dataset.placements.toSorted((a, b) => a.order - b.order),
    ({ node }) => node,
  );
  const listings = listingsByIndicator(dataset);
  const known = (id: string): PlanNode[] => {
    const node = dataset.nodes.get(id);
    return node ? [node] : [];
  };
  const childrenOf = (node: PlanNode) => (children.get(node.id) ?? []).flatMap((one) => known(one.node));
  const parentsOf = (node: PlanNode) => (parents.get(node.id) ?? []).flatMap((one) => known(one.parent));
  const pathTo = (node: PlanNode): PlanNode[] => {
    const [parent] = parentsOf(node);
    return parent && parent.kind !== "plan" ? [...pathTo(parent), parent] : [];
  };
  const order = new Map<string, number>();
  const walk = (node: PlanNode): void => {
    if (order.has(node.id)) return;
    order.set(node.id, order.size);
    childrenOf(node).forEach(walk);
  };
  const all = [...dataset.nodes.values()];
  for (const kind of nodeKinds) all.filter((node) => node.kind === kind).forEach(walk);
  const nodes = all.toSorted(
    (a, b) =>
      nodeKinds.indexOf(a.kind) - nodeKinds.indexOf(b.kind) ||
      (order.get(a.id) ?? 0) - (order.get(b.id) ?? 0),
  );
  const under = listingsByNode(dataset, parents);
  const above = (kind: PlanNode["kind"]) => {
    const found = new Map<string, PlanNode[]>();
    for (const node of nodes.filter((one) => one.kind === kind)) {
      for (const id of new Set((under.get(node.id) ?? []).flatMap(({ indicator }) => indicator ?? []))) {
        found.set(id, [...(found.get(id) ?? []), node]);
      }
    }
    return found;
  };
  const goals = above("goal");
  const policies = above("policy");
  return {
    nodes,
    childrenOf,
    parentsOf,
    pathTo,
    numberOf: (node) =>
      node.kind === "plan" || node.kind === "project"
        ? ""
        : [...pathTo(node), node]
            .map((one) => printedNumber(parents.get(one.id)?.[0]?.number, one.kind))
            .filter(Boolean)
            .join("-"),
    listingsUnder: (node) => under.get(node.id) ?? [],
    listingsOf: (indicator) => listings.get(indicator) ?? [],
    goalsOf: (indicator) => goals.get(indicator) ?? [],
    policiesOf: (indicator) => policies.get(indicator) ?? [],
  };
}

/** What a listing is printed under in its place, from its own node up to the highest; a plan is none of them. */
export function printedPath(dataset: Dataset, listing: Listing): PlanNode[] {
  const path: PlanNode[] = [];
  const add = (id: string): void => {
    const node = dataset.nodes.get(id);
    if (node && node.kind !== "plan" && !path.includes(node)) path.push(node);
  };
  add(listing.node);
  const seen = new Set<string>();
  for (let id: string | undefined = listing.initiative ?? listing.node; id !== undefined && !seen.has(id); ) {
    add(id);
    seen.add(id);
    id = placementsByNode(dataset).get(id)?.[0]?.parent;
  }
  return path;
}

/** Each listing at its own node, at the initiative it is printed under, and at all that stands above. */
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
    const places = new Set([listing.node, ...aboveOf(listing.initiative ?? listing.node)]);
    for (const id of places) {
      const found = under.get(id);
      if (found) found.push(listing);
      else under.set(id, [listing]);
    }
  }
  return under;
}

/** Initiatives are printed with circled numbers (①), which Unicode has up to 20. */
function printedNumber(number: number | undefined, kind: PlanNode["kind"]): string {
  if (number === undefined) return "";
  return kind === "initiative" && number > 0 && number <= 20
    ? String.fromCodePoint(0x2460 + number - 1)
    : String(number);
}
