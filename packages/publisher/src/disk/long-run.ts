// Tells V8 that a run over a large city lasts: it takes the room that is left over away more often, and optimizes a very long one as usual.

import { setFlagsFromString } from "node:v8";

/** Of fewer values a run is over in seconds, and as it stands (`cli/short-process.ts`). */
const fewValues = 8_000;
/** Of more it lasts long enough for everything to be optimized, and holds so much that room matters more than time. */
const manyValues = 45_000;

/**
 * By itself V8 lets its memory grow to four times what is needed before it looks. Half as much again costs some
 * hundredths more time, four tenths a twentieth. Only for the versions whose V8 is known to have the flags: another
 * one would complain on stderr.
 */
const flags: Readonly<Record<string, { readonly some: string; readonly many: readonly string[] }>> = {
  20: { some: "--heap-growing-percent=50", many: ["--heap-growing-percent=40", "--interrupt-budget=135168"] },
  22: { some: "--heap-growing-percent=50", many: ["--heap-growing-percent=40"] },
  24: { some: "--heap-growing-percent=50", many: ["--heap-growing-percent=40"] },
};

export function prepareForLength(values: number): void {
  const known = flags[process.versions.node.split(".")[0] ?? ""];
  if (!known || values <= fewValues) return;
  for (const flag of values > manyValues ? known.many : [known.some]) setFlagsFromString(flag);
}
