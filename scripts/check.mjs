// `pnpm check`: style, types, unused code, package surfaces, and that what is made from the code is fresh.

import { join } from "node:path";
import { pnpm, ready, run, top } from "./house.mjs";

ready();
const node = (...args) => run(process.execPath, args, { capture: true });
const tool = (...args) => pnpm(["exec", ...args], { capture: true });
const packages = ["core", "publisher", "widgets", "workbench"];
const steps = [
  ["biome", () => tool("biome", "check", "--error-on-warnings", ".")],
  ["tsc", () => tool("tsc", "-b")],
  ["knip", () => tool("knip")],
  ["pure", () => node(join(top, "scripts/pure.mjs"))],
  ...packages.map((name) => [`publint ${name}`, () => tool("publint", "--strict", join("packages", name))]),
  ["tree", () => node(join(top, "scripts/tree.mjs"), "--check")],
  ["rooms", () => node(join(top, "scripts/rooms.mjs"))],
  ["glossary", () => node(join(top, "scripts/glossary.mjs"))],
  ["schema", () => node(join(top, "scripts/schema.mjs"))],
];
const failed = steps.filter(([name, work]) => {
  const { status, output } = work();
  console.log(`${status === 0 ? "ok    " : "FAILED"} ${name}`);
  if (status !== 0) console.log(output);
  return status !== 0;
});
if (failed.length > 0) {
  console.log("pnpm fix mends style and what is made from the code.");
  process.exitCode = 1;
}
