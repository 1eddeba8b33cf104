// Tells V8 that a run over a large city lasts: it takes the room that is left over away more often, and optimizes as usual.

import { setFlagsFromString } from "node:v8";

/** Of fewer values a run is over in seconds, and as it stands (`cli/short-process.ts`). */
const mostValues = 20_000;

/**
 * By itself V8 lets its memory grow to four times what is needed before it looks; half as much again costs a
 * twentieth more time. Only for the versions whose V8 is known to have the flags: another one would complain on stderr.
 */
const flags: Readonly<Record<string, readonly string[]>> = {
  20: ["--heap-growing-percent=40", "--interrupt-budget=135168"],
  22: ["--heap-growing-percent=40"],
  24: ["--heap-growing-percent=40"],
};

export function prepareForLength(values: number): void {
  if (values <= mostValues) return;
  for (const flag of flags[process.versions.node.split(".")[0] ?? ""] ?? []) setFlagsFromString(flag);
}
