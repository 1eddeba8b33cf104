// Loads the script of another element from beside our own, of the same version, once it is needed.

import { onAgain, rounds, waitForAgain } from "./again.ts";
import { place } from "./base.ts";
import { version } from "./register.ts";
import { runScript } from "./run-script.ts";

const asked = new Map<string, boolean>();

/** `kpi-activities` from `kpi-activities.js` beside `kpi.js`; nothing where it is there, or the page brings it. */
export function loadNeighbour(name: string): void {
  if (asked.has(name) || customElements.get(name) || document.querySelector(`script[src*="/${name}"]`))
    return;
  const file = /kpi(-\d[\d.]*)?\.js([?#].*)?$/;
  // In a bundle we do not run the bundle again: the neighbour is where the data is.
  const address = file.test(place.script)
    ? place.script.replace(file, `${name}$1.js`)
    : place.base && `${place.base}widgets/${name}-${version}.js`;
  if (!address) return;
  asked.set(name, true);
  void runScript(address, rounds()).then((isThere) => {
    asked.set(name, isThere);
    if (!isThere) waitForAgain();
  });
}

onAgain(() => {
  for (const [name, isThere] of asked) {
    if (isThere) continue;
    asked.delete(name);
    loadNeighbour(name);
  }
});
