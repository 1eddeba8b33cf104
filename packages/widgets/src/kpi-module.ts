// kpi.mjs: the same as kpi.js for pages that use modules, with every element in one file.

import { upgradeLinks } from "./links/upgrade-links.ts";
import { findPlace } from "./shared/base.ts";
import { registerAll } from "./shared/register-all.ts";

export * from "./index.ts";

findPlace(import.meta.url);
registerAll();
upgradeLinks(document);
