// Loaded into a command before it begins: when it ends, the most memory that it had (kB) and its seconds of processor time stand in the file PEAK_FILE.

import { writeFileSync } from "node:fs";

process.on("exit", () => {
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
  writeFileSync(process.env.PEAK_FILE, `${maxRSS} ${(userCPUTime + systemCPUTime) / 1_000_000}`);
});
