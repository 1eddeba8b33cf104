// Registers <kpi-table>: the whole of kpi-table.js, which kpi.js loads when a page first uses it.

import { register } from "../shared/register.ts";
import { KpiTable } from "./kpi-table.ts";

register("kpi-table", KpiTable);
