// Registers <kpi-value>: the whole of kpi-value.js, which kpi.js loads when a page first uses it.

import { register } from "../shared/register.ts";
import { KpiValue } from "./kpi-value.ts";

register("kpi-value", KpiValue);
