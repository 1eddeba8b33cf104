// Registers <kpi-activities>: the whole of kpi-activities.js, which kpi.js loads when a page first uses it.

import { register } from "../shared/register.ts";
import { KpiActivities } from "./kpi-activities.ts";

register("kpi-activities", KpiActivities);
