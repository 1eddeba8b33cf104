// Loaded before the command: counts its calls that change the disk, and dies at, or waits before, the n-th.
//
// SHIHYO_FAULT is one of `count FILE`, `die N`, `tear N` (do half of the call, then die), `wait N FILE`.

import { appendFileSync, existsSync, readdirSync, rmSync, statSync } from "node:fs";
import promises from "node:fs/promises";
import { syncBuiltinESMExports } from "node:module";
import { join } from "node:path";

const [kind, first, file] = (process.env.SHIHYO_FAULT ?? "").split("\t");
let calls = 0;

/** Before each call; true where the call is to be done by half. */
async function step(name, path) {
  calls += 1;
  if (kind === "count") appendFileSync(first, `${name} ${path}\n`);
  if (calls !== Number(first)) return false;
  if (kind === "die") die();
  while (kind === "wait" && !existsSync(file)) await new Promise((done) => setTimeout(done, 20));
  return kind === "tear";
}

function die() {
  process.kill(process.pid, "SIGKILL");
  // The signal may take a moment; nothing more is to be done until then.
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
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

for (const name of ["mkdir", "rename", "rm", "cp", "writeFile", "open"]) {
  const original = promises[name];
  promises[name] = async (...parameters) => {
    if (name === "open" && !/[wa+]/.test(String(parameters[1]))) return original(...parameters);
    if (await step(name, String(parameters[0]))) {
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
    if (await step("write", path)) {
      await writeFile.call(handle, content.slice(0, Math.floor(content.length / 2)), ...rest);
      die();
    }
    return writeFile.call(handle, content, ...rest);
  };
  return handle;
}

syncBuiltinESMExports();
