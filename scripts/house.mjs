// What the project's commands share: reaching pnpm, installing and building only when something changed.

import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const top = dirname(dirname(fileURLToPath(import.meta.url)));

const stamps = join(top, "node_modules/.shihyo");
const isWindows = process.platform === "win32";
// Tools that would otherwise report home, or ask questions that nobody is there to answer.
const quiet = { TURBO_TELEMETRY_DISABLED: "1", DO_NOT_TRACK: "1", CI: "true", NO_UPDATE_NOTIFIER: "1" };

/** Runs a program from the project's top folder and gives its exit status. */
export function run(program, args, { env = {}, capture = false } = {}) {
  const { status, error, stdout, stderr } = spawnSync(program, args, {
    cwd: top,
    env: { ...process.env, ...env },
    stdio: capture ? "pipe" : "inherit",
    encoding: "utf8",
    shell: isWindows && program !== process.execPath,
  });
  return { status: error ? 127 : (status ?? 1), output: capture ? `${stdout ?? ""}${stderr ?? ""}` : "" };
}

/** pnpm in the version that package.json names: the one at hand where it is of that major, else by npx. */
export function pnpm(args, options = {}) {
  const [program, before] = pnpmCommand();
  return run(program, [...before, ...args], { ...options, env: { ...quiet, ...options.env } });
}

function pnpmCommand() {
  const { packageManager } = JSON.parse(readFileSync(join(top, "package.json"), "utf8"));
  const version = /^pnpm@([0-9.]+)/.exec(packageManager)[1];
  const found = run("pnpm", ["--version"], { capture: true, env: quiet });
  const isSameMajor = found.status === 0 && found.output.trim().split(".")[0] === version.split(".")[0];
  return isSameMajor ? ["pnpm", []] : ["npx", ["-y", `pnpm@${version}`]];
}

/** Installs and builds what changed since last time; says so in one line each. */
export function ready() {
  once(
    "installed",
    ["package.json", "pnpm-lock.yaml", "pnpm-workspace.yaml", ...manifests()],
    "Installing …",
    () => pnpm(["install", "--frozen-lockfile", "--reporter=append-only", "--loglevel=warn"]),
  );
  once("built", ["tsconfig.base.json", "turbo.json", ...sources()], "Building …", () =>
    pnpm(["exec", "turbo", "run", "build", "--output-logs=errors-only", "--log-prefix=none"], {
      capture: true,
    }),
  );
}

function once(name, files, words, work) {
  const stamp = join(stamps, name);
  const state = digest(files);
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === state && (name === "installed" || isBuilt()))
    return;
  console.error(words);
  // A stamp that stayed behind a failed run would hide the failure from the next one.
  rmSync(stamp, { force: true });
  const { status, output } = work();
  if (status !== 0) {
    console.error(output);
    console.error(`${words} failed.`);
    process.exit(3);
  }
  mkdirSync(stamps, { recursive: true });
  writeFileSync(stamp, state);
}

function isBuilt() {
  return [
    "core/dist/index.js",
    "publisher/dist/bundle/command.js",
    "widgets/dist/kpi.js",
    "workbench/dist/page/index.html",
    "publisher/dist/workbench/index.html",
  ].every((file) => existsSync(join(top, "packages", file)));
}

function manifests() {
  return [
    ...readdirSync(join(top, "packages")).map((name) => `packages/${name}/package.json`),
    "tests/package.json",
  ];
}

function sources() {
  return readdirSync(join(top, "packages"))
    .flatMap((name) =>
      ["src", "schema", "bin", "page", "municipalities", "package.json", "tsconfig.json", "build.mjs"].map(
        (part) => `packages/${name}/${part}`,
      ),
    )
    .concat("data/common-indicators/common-indicators.csv", "data/142123")
    .flatMap((path) => filesAt(path))
    .sort();
}

function filesAt(path) {
  const whole = join(top, path);
  if (!existsSync(whole)) return [];
  if (/\.\w+$/.test(path)) return [path];
  return readdirSync(whole, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? filesAt(`${path}/${entry.name}`) : [`${path}/${entry.name}`],
  );
}

function digest(files) {
  const hash = createHash("sha256").update(process.version);
  for (const file of files) hash.update(`\0${file}\0`).update(readFileSync(join(top, file)));
  return hash.digest("hex");
}
