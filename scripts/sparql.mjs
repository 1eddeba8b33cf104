// `npm run test:sparql`: fetches Oxigraph's server and Apache Jena Fuseki, and runs the tests of loading on both.

import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { ready, run, top } from "./house.mjs";

const versions = { oxigraph: "0.5.13", fuseki: "5.2.0", log4j: "2.24.1" };
// biome-ignore lint/suspicious/noUndeclaredEnvVars: no task of turbo's reads it.
const cache = join(process.env.XDG_CACHE_HOME ?? join(homedir(), ".cache"), "shihyo");

ready();
const env = {
  SHIHYO_TEST_OXIGRAPH: oxigraph(),
  SHIHYO_TEST_FUSEKI_JARS: fuseki(),
};
const missing = Object.keys(env).filter((name) => env[name] === undefined);
if (missing.length > 0) console.log(`Not to be had here: ${missing.join(", ")}; the tests go without.`);
const vitest = join(top, "tests/node_modules/vitest/vitest.mjs");
process.exitCode = run(process.execPath, [vitest, "run", "--root", "tests", "portal/load"], {
  env: Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined)),
}).status;

/** PyPI carries Oxigraph's own server as a program. */
function oxigraph() {
  const venv = join(cache, `oxigraph-${versions.oxigraph}`);
  const program = join(venv, "bin/oxigraph");
  if (existsSync(program)) return program;
  const isMade =
    works("python3", ["-m", "venv", venv]) &&
    works(join(venv, "bin/pip"), ["install", "-q", `oxigraph==${versions.oxigraph}`]);
  return isMade ? program : undefined;
}

/** Fuseki needs Java 17; its jars come by Maven. */
function fuseki() {
  const folder = join(cache, `fuseki-${versions.fuseki}`);
  const jars = join(folder, "jars");
  if (existsSync(join(folder, ".installed"))) return jars;
  mkdirSync(folder, { recursive: true });
  // Fuseki sets up its logging by way of log4j, which it leaves to whoever runs it.
  const dependencies = [
    ["org.apache.jena", "jena-fuseki-main", versions.fuseki],
    ["org.apache.logging.log4j", "log4j-slf4j2-impl", versions.log4j],
  ].map(
    ([group, artifact, version]) =>
      `<dependency><groupId>${group}</groupId><artifactId>${artifact}</artifactId><version>${version}</version></dependency>`,
  );
  writeFileSync(
    join(folder, "pom.xml"),
    `<project xmlns="http://maven.apache.org/POM/4.0.0"><modelVersion>4.0.0</modelVersion><groupId>shihyo</groupId><artifactId>fuseki</artifactId><version>1</version><dependencies>${dependencies.join("")}</dependencies></project>\n`,
  );
  const args = ["-q", "-B", "dependency:copy-dependencies", `-DoutputDirectory=${jars}`];
  if (!works("mvn", args, folder)) return undefined;
  writeFileSync(join(folder, ".installed"), "");
  return jars;
}

function works(program, args, cwd) {
  return spawnSync(program, args, { cwd, stdio: "ignore" }).status === 0;
}
