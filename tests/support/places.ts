// Where things are: the project's top folder, its data, the built command, what lies beside the project.

import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const top = fileURLToPath(new URL("../../", import.meta.url));

/** Atsugi's own tables. */
export const atsugi = join(top, "data/142123");

/** The built `shihyo` command. */
export const command = join(top, "packages/publisher/bin/shihyo.js");

export const cityNames = ["minimal", "official", "words", "parts", "plans"] as const;

export function cityData(name: (typeof cityNames)[number]): string {
  return join(top, "tests/cities", name, "data");
}

/** The report's text, where the project has it beside itself. */
export const report: string | undefined = [
  process.env.SHIHYO_REPORT,
  join(top, "../shared/report/r6-report.txt"),
].find((path) => path !== undefined && existsSync(path));
