// The one classic script that a page includes.

import "./define.ts";
