// Loaded before the command: counts its calls that change the disk, and dies at, or waits before, the n-th.
//
// SHIHYO_FAULT is one of `count FILE`, `die N`, `tear N` (do half of the call, then die), `wait N FILE`.

import fs, { appendFileSync, existsSync, readdirSync, rmSync, statSync } from "node:fs";
import promises from "node:fs/promises";
import { syncBuiltinESMExports } from "node:module";
import { join } from "node:path";

const [kind, first, file] = (process.env.SHIHYO_FAULT ?? "").split("\t");
let calls = 0;

/** Before each call; true where the call is to be done by half. */
function step(name, path) {
  calls += 1;
  if (kind === "count") log(`${name} ${path}\n`);
  if (calls !== Number(first)) return false;
  if (kind === "die") die();
  while (kind === "wait" && !existsSync(file)) pause(20);
  return kind === "tear";
}

/** Node's own `appendFileSync` opens and writes by the functions that are watched here. */
let isLogging = false;
function log(line) {
  isLogging = true;
  appendFileSync(first, line);
  isLogging = false;
}

function die() {
  process.kill(process.pid, "SIGKILL");
  // The signal may take a moment; nothing more is to be done until then.
  pause();
}

function pause(milliseconds) {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
}

const half = {
  async rm(path) {
    if (!existsSync(path)) return;
    if (!statSync(path).isDirectory()) return rmSync(path);
    for (const name of readdirSync(path).slice(1)) rmSync(join(path, name), { recursive: true });
  },
  async writeFile(original, target, content, options) {
    await original(target, content.slice(0, Math.floor(content.length / 2)), options);
  },
};

for (const name of ["mkdir", "rename", "rm", "cp", "link", "writeFile", "open"]) {
  const original = promises[name];
  promises[name] = async (...parameters) => {
    if (name === "open" && !/[wa+]/.test(String(parameters[1]))) return original(...parameters);
    if (step(name, String(parameters[0]))) {
      if (name === "rm") await half.rm(parameters[0]);
      else if (name === "writeFile") await half.writeFile(original, ...parameters);
      else await original(...parameters);
      die();
    }
    const result = await original(...parameters);
    return name === "open" ? watched(result, String(parameters[0])) : result;
  };
}

function watched(handle, path) {
  const { writeFile } = handle;
  handle.writeFile = async (content, ...rest) => {
    if (step("write", path)) {
      await writeFile.call(handle, content.slice(0, Math.floor(content.length / 2)), ...rest);
      die();
    }
    return writeFile.call(handle, content, ...rest);
  };
  return handle;
}

const { linkSync, mkdirSync, openSync, writeSync } = fs;
const opened = new Map();

fs.mkdirSync = (...parameters) => {
  const torn = step("mkdir", String(parameters[0]));
  const result = mkdirSync(...parameters);
  if (torn) die();
  return result;
};

fs.linkSync = (from, to) => {
  const torn = step("link", String(to));
  linkSync(from, to);
  if (torn) die();
};

fs.openSync = (path, flags, ...rest) => {
  if (isLogging || !/[wa+]/.test(String(flags))) return openSync(path, flags, ...rest);
  const torn = step("open", String(path));
  const file = openSync(path, flags, ...rest);
  if (torn) die();
  opened.set(file, String(path));
  return file;
};

fs.writeSync = (file, content, at = 0) => {
  if (opened.has(file) && step("write", opened.get(file))) {
    writeSync(file, content, at, Math.floor((content.length - at) / 2));
    die();
  }
  return writeSync(file, content, at);
};

syncBuiltinESMExports();
