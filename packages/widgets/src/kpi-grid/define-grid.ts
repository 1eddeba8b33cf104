// Registers <kpi-grid>: the whole of kpi-grid.js, which kpi.js loads when a page first uses it.

import { register } from "../shared/register.ts";
import { KpiGrid } from "./kpi-grid.ts";

register("kpi-grid", KpiGrid);
