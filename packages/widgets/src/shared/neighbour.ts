// Loads the script of another element from beside our own, of the same version, once it is needed.

import { place } from "./base.ts";
import { runScript } from "./run-script.ts";

/** `kpi-activities` from `kpi-activities.js` beside `kpi.js`; nothing where it is there already. */
export function loadNeighbour(name: string): void {
  if (customElements.get(name)) return;
  void runScript(place.script.replace(/kpi(-[\d.]+)?\.js([?#].*)?$/, `${name}$1.js`));
}
