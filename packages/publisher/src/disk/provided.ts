// Files that other packages build and we publish unchanged, read from where they are on this machine.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Provided } from "../formats/format.ts";

const require = createRequire(import.meta.url);

const places: Readonly<Record<string, (file: string) => string | URL>> = {
  schema: (file) => require.resolve(`@shihyo/core/schema/${file}`),
  widgets: (file) => require.resolve(`@shihyo/widgets/${file}`),
  assets: (file) => new URL(`../../dist/page-scripts/${file}`, import.meta.url),
};

export const providedOnDisk: Provided = {
  widgetVersion: (
    JSON.parse(readFileSync(require.resolve("@shihyo/widgets/package.json"), "utf8")) as { version: string }
  ).version,
  bytes(name) {
    const [folder = "", file = ""] = name.split("/");
    const place = places[folder];
    if (!place) throw new Error(`nothing is built under the name ${name}`);
    return readFileSync(place(file));
  },
};
