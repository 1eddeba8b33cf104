// What a file of ours does when a page runs it: the first registers and watches, each further one looks at the page anew.

import { upgradeLinks } from "../links/upgrade-links.ts";
import { findPlace, place } from "./base.ts";
import { names } from "./names.ts";
import { loadNeighbour } from "./neighbour.ts";
import { own } from "./own.ts";
import { version } from "./register.ts";

interface Kpi {
  readonly version: string;
  /** Turns links in `root` into cards, and loads what its elements need. */
  upgrade(root?: ParentNode | Element): void;
  /** A further script of ours on the page, perhaps another city's. */
  include(place: { readonly base: string }): void;
}

export function begin(
  registerElements: () => void,
  { runtime, module }: { runtime?: object; module?: string } = {},
): void {
  const kpi: Kpi = { ...runtime, version, upgrade, include };
  // The neighbours of kpi.js take from there what it holds already (`build.mjs`).
  const first = own("kpi", () => kpi);
  const found = findPlace(module);
  if (first === kpi) Object.assign(place, found);
  // A further one says what is here twice, and brings what the first did not (kpi.mjs after kpi.js).
  registerElements();
  if (first !== kpi) {
    first.include(found);
    return;
  }
  // For pages: unless they have something of that name.
  const scope = self as unknown as { kpi?: unknown };
  if (scope.kpi === undefined) scope.kpi = kpi;
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
  else start();
}

function include({ base }: { readonly base: string }): void {
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
