// Registers every element; a second copy of this file changes nothing.

import { KpiCard } from "./kpi-card/kpi-card.ts";

if (!customElements.get("kpi-card")) customElements.define("kpi-card", KpiCard);
