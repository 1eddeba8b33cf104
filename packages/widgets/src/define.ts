// Registers every element, for those who bundle; a second copy of this file changes nothing.

import { findPlace, place } from "./shared/base.ts";
import { registerAll } from "./shared/register-all.ts";

if (!place.base) findPlace();
registerAll();
