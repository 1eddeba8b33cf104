// Registers <kpi-chart>: the whole of kpi-chart.js, which kpi.js loads when a page first uses it.

import { register } from "../shared/register.ts";
import { KpiChart } from "./kpi-chart.ts";

register("kpi-chart", KpiChart);
