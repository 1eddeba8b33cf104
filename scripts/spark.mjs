// `npm run test:spark`: gets PySpark from PyPI, and asks the same ten questions of DuckDB and of Spark on the same files.

import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { ready, run, top } from "./house.mjs";

const version = "3.5.6";
// biome-ignore lint/suspicious/noUndeclaredEnvVars: no task of turbo's reads it.
const cache = join(process.env.XDG_CACHE_HOME ?? join(homedir(), ".cache"), "shihyo");

ready();
const python = spark();
if (python === undefined) console.log("PySpark or Java is not to be had here; the test goes without.");
const vitest = join(top, "tests/node_modules/vitest/vitest.mjs");
process.exitCode = run(process.execPath, [vitest, "run", "--root", "tests", "atlas/spark"], {
  env: python === undefined ? {} : { SHIHYO_TEST_SPARK: python },
}).status;

/** The Python of a place of its own that has PySpark; Spark itself needs Java 8, 11 or 17. */
function spark() {
  const venv = join(cache, `pyspark-${version}`);
  const program = join(venv, "bin/python");
  if (!works("java", ["-version"])) return undefined;
  if (existsSync(join(venv, "bin/pyspark"))) return program;
  const isMade =
    works("python3", ["-m", "venv", venv]) &&
    works(program, ["-m", "pip", "install", "-q", `pyspark==${version}`]);
  return isMade ? program : undefined;
}

function works(program, args) {
  return spawnSync(program, args, { stdio: "ignore" }).status === 0;
}
