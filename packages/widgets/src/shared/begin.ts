// What a file of ours does when a page runs it: the first registers and watches, each further one looks at the page anew.

import { upgradeLinks } from "../links/upgrade-links.ts";
import { findPlace, type Place, place } from "./base.ts";
import { loadNeighbour } from "./neighbour.ts";
import { version } from "./register.ts";

interface Kpi {
  readonly version: string;
  /** Turns links in `root` into cards, and loads what its elements need. */
  upgrade(root?: ParentNode | Element): void;
  /** A further script of ours on the page, perhaps another city's. */
  include(place: Place): void;
}

/** No page has a name for it; the neighbours of kpi.js take from there what it holds already (`build.mjs`). */
const key = Symbol.for("shihyo.kpi");

const names = ["kpi-value", "kpi-grid", "kpi-chart", "kpi-table", "kpi-activities"];

export function begin(
  file: string,
  registerElements: () => void,
  { runtime, module }: { runtime?: object; module?: string } = {},
): void {
  const scope = self as unknown as { [key]?: Kpi; kpi?: unknown };
  const first = scope[key];
  const found = findPlace(module);
  if (first) {
    console.warn(`${file} is here twice: version ${first.version} stays.`);
    // What the first did not bring (kpi.mjs after kpi.js: nothing) stays as it is.
    if (module) registerElements();
    first.include(found);
    return;
  }
  Object.assign(place, found);
  const kpi: Kpi = { ...runtime, version, upgrade, include };
  Object.defineProperty(scope, key, { value: kpi, configurable: true });
  // For pages: unless they have something of that name.
  if (scope.kpi === undefined) scope.kpi = kpi;
  registerElements();
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
  else start();
}

function include({ base }: Place): void {
  if (base && base !== place.base) place.more.push(base);
  upgrade();
}

function upgrade(root: ParentNode | Element = document): void {
  upgradeLinks(root);
  for (const name of names) {
    if (root.querySelector(name) || (root as Element).localName === name) loadNeighbour(name);
  }
}

/** What a page adds later becomes cards as well. */
function start(): void {
  upgrade();
  new MutationObserver((records) => {
    for (const { addedNodes, attributeName, target } of records) {
      if (attributeName) upgrade(target as Element);
      for (const node of addedNodes) if (node instanceof Element && node.isConnected) upgrade(node);
    }
  }).observe(document, { childList: true, subtree: true, attributeFilter: ["href"] });
}
