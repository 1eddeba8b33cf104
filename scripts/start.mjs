// `npm start`: installs, builds, checks Atsugi's tables and publishes them.

import { join } from "node:path";
import { ready, run, top } from "./house.mjs";

ready();
const shihyo = join(top, "packages/publisher/bin/shihyo.js");
const rest = process.argv.slice(2);
process.exitCode = run(process.execPath, [
  shihyo,
  "publish",
  "data/142123",
  "--out",
  "published/142123",
  ...rest,
]).status;
