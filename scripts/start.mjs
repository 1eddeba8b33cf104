// `npm start`: installs, builds, checks Atsugi's tables, publishes them, and says where the workbench is.

import { join } from "node:path";
import { ready, run, top } from "./house.mjs";

ready();
const shihyo = join(top, "packages/publisher/bin/shihyo.js");
const rest = process.argv.slice(2);
const { status } = run(process.execPath, [
  shihyo,
  "publish",
  "data/142123",
  "--out",
  "published/142123",
  ...rest,
]);
process.exitCode = status;
if (status === 0 && rest.length === 0) {
  console.error(
    "作業台（ブラウザーで表を直し、公開する画面） / the workbench: node packages/publisher/bin/shihyo.js workbench data/142123",
  );
}
