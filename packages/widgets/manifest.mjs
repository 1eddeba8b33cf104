// The custom-elements manifest names the files that the package holds: built ones, beside it in `dist`.

import { existsSync, readFileSync, writeFileSync } from "node:fs";

const path = new URL("dist/custom-elements.json", import.meta.url);
const text = readFileSync(path, "utf8").replace(/"(\/?)src\/([^"]+)\.ts"/g, '"$1dist/$2.js"');
const { modules } = JSON.parse(text);
for (const { path: file } of modules) {
  if (!existsSync(new URL(file, import.meta.url)))
    throw new Error(`custom-elements.json: ${file} is not there`);
}
writeFileSync(path, text);
