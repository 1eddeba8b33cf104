// Registers every element, for those who bundle; a second copy of this file, or a place without a page, changes nothing.

import { findPlace, place } from "./shared/base.ts";
import { registerAll } from "./shared/register-all.ts";

if (typeof customElements !== "undefined" && typeof document !== "undefined") {
  if (!place.base) Object.assign(place, findPlace());
  registerAll();
}
