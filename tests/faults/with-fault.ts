// The circumstances in which a command meets a fault at a step that the test names.

import { fileURLToPath } from "node:url";

const preload = fileURLToPath(new URL("fault.mjs", import.meta.url));

interface Circumstances {
  readonly env: Readonly<Record<string, string>>;
  readonly node: readonly string[];
}

/** `count`: into a file; `die` before, `tear` amid, `wait` before the n-th call that changes the disk. */
export function withFault(
  kind: "count" | "die" | "tear" | "wait",
  ...rest: readonly (string | number)[]
): Circumstances {
  return {
    // Node's own flag, so that the command itself is as its user runs it.
    node: ["--import", preload],
    env: { SHIHYO_FAULT: [kind, ...rest].join("\t") },
  };
}
