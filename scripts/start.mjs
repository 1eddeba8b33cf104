// `npm start`: installs, builds, checks Atsugi's tables, publishes them, and says where the workbench is; `npm start -- atlas` sets it beside made-up cities.

import { copyFileSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { ready, run, top } from "./house.mjs";

ready();
const rest = process.argv.slice(2);
const isAtlas = rest[0] === "atlas";
process.exitCode = isAtlas ? showAtlas() : showAtsugi();

function shihyo(...args) {
  return run(process.execPath, [join(top, "packages/publisher/bin/shihyo.js"), ...args]).status;
}

function showAtsugi() {
  const status = shihyo("publish", "data/142123", "--out", "published/142123", ...rest);
  if (status === 0 && rest.length === 0) {
    console.error(
      "作業台（ブラウザーで表を直し、公開する画面） / the workbench: node packages/publisher/bin/shihyo.js workbench data/142123",
    );
  }
  return status;
}

/** Atsugi and three made-up cities: published, gathered, and shown side by side. */
function showAtlas() {
  const made = ["official", "parts", "words"];
  const cities = [
    ["data/142123", "published/142123"],
    ...made.map((name) => [`tests/cities/${name}/data`, `published/made-up/${name}`]),
  ];
  const atlas = "published/atlas-store";
  mkdirSync(join(top, atlas), { recursive: true });
  copyFileSync(join(top, "data/atlas/alignments.csv"), join(top, atlas, "alignments.csv"));
  return (
    cities.map(([data, out]) => shihyo("publish", data, "--out", out)).find((status) => status !== 0) ||
    shihyo("atlas", "add", ...cities.map(([, out]) => out), "--atlas", atlas) ||
    shihyo("atlas", "update", "--atlas", atlas) ||
    shihyo("atlas", "publish", "--atlas", atlas, "--out", "published/atlas", "--open")
  );
}
