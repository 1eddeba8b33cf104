// The one classic script that a page includes: cards and values, and links that stand alone become cards.

import { KpiCard } from "./kpi-card/kpi-card.ts";
import { KpiValue } from "./kpi-value/kpi-value.ts";
import { upgradeLinks } from "./links/upgrade-links.ts";
import { findPlace } from "./shared/base.ts";
import { loadNeighbour } from "./shared/neighbour.ts";
import * as runtime from "./shared/runtime.ts";

interface Kpi {
  version: string;
  /** Turns links below `root` into cards, and loads what its elements need: for what came after the page. */
  upgrade(root?: ParentNode): void;
}

const scope = self as { kpi?: Kpi };

if (scope.kpi) {
  console.warn(`kpi.js is here twice: version ${scope.kpi.version} stays, ${runtime.version} is not used.`);
} else {
  findPlace();
  scope.kpi = { ...runtime, upgrade };
  runtime.register("kpi-card", KpiCard);
  runtime.register("kpi-value", KpiValue);
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", () => upgrade());
  else upgrade();
}

/** The other elements are scripts of their own beside this one, of the same version, loaded when first seen. */
function upgrade(root: ParentNode = document): void {
  upgradeLinks(root);
  for (const name of ["kpi-grid", "kpi-chart", "kpi-table", "kpi-activities"]) {
    if (root.querySelector(name)) loadNeighbour(name);
  }
}
