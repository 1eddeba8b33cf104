// Registers <kpi-compare>: the whole of kpi-compare.js, which kpi.js loads when a page first uses it.

import { register } from "../shared/register.ts";
import { KpiCompare } from "./kpi-compare.ts";

register("kpi-compare", KpiCompare);
