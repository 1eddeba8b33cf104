// Loaded into a command before it begins: when it ends, the most memory that it had (kB) stands in the file PEAK_FILE.

import { writeFileSync } from "node:fs";

process.on("exit", () => writeFileSync(process.env.PEAK_FILE, String(process.resourceUsage().maxRSS)));
