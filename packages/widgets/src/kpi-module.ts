// kpi.mjs: the same as kpi.js for pages that use modules, with every element in one file.

import { begin } from "./shared/begin.ts";
import { registerAll } from "./shared/register-all.ts";

export * from "./index.ts";

begin(registerAll, { module: import.meta.url });
