// How often an attack is tried: a few times in every run of the tests, its whole number in `npm run test:attack`.

import { spawnSync } from "node:child_process";

const isWhole = process.env.SHIHYO_ATTACK === "1";

export const times = (few: number, whole: number): number => (isWhole ? whole : few);

/** Whether this machine lets a test have process numbers or mounts of its own, as containers have. */
export function canUnshare(...options: readonly string[]): boolean {
  return spawnSync("unshare", [...options, "true"], { stdio: "ignore" }).status === 0;
}
