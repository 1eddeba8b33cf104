// Tells V8 that this process is short: code that runs for a second is not worth the optimizing compiler's time.

import { setFlagsFromString } from "node:v8";

/**
 * How often code runs before it is optimized, about ten times V8's own figure; loops that run long still get there.
 * Only for the versions of Node whose V8 is known to have the flag: another one would complain on stderr.
 */
const later: Readonly<Record<string, string>> = {
  20: "--interrupt-budget=1000000",
  22: "--invocation-count-for-turbofan=30000",
  24: "--invocation-count-for-turbofan=30000",
};

const flag = later[process.versions.node.split(".")[0] ?? ""];
if (flag) setFlagsFromString(flag);
