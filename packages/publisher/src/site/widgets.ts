// The elements: the files that pages include, under their current names and under those of their version.
//
// A file with a version in its name never changes and never goes away, so that an address with a hash
// (`integrity`) on a city's page works for good: what an earlier run published is kept as it is.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { cardStyle, reserveStyle } from "@shihyo/widgets/markup";
import type { Format } from "../formats/format.ts";

const require = createRequire(import.meta.url);

/** kpi.js, and the elements that it loads when they are first used. */
const classic = ["kpi", "kpi-grid", "kpi-chart", "kpi-table", "kpi-activities"] as const;

const versioned = /^widgets\/kpi(?:-[a-z]+)?-\d+\.\d+\.\d+(?:-[\w.]+)?\.m?js$/;

/**
 * The version of the elements that this publisher brings.
 * @public
 */
export const widgetVersion = (
  JSON.parse(readFileSync(require.resolve("@shihyo/widgets/package.json"), "utf8")) as { version: string }
).version;

/** Where a card's style sheet lies, for fragments and for `embed.html`. */
export const cardStylePath = "widgets/kpi-card.css";

export const widgetsFormat: Format = {
  name: "widgets",
  *files(_dataset, _written, folders) {
    const kept = (folders?.earlier.paths ?? []).filter((path) => versioned.test(path));
    for (const path of kept) yield { path, chunks: folders?.earlier.read(path) ?? [] };
    for (const file of [...classic.map((name) => `${name}.js`), "kpi.mjs"]) {
      const bytes = readFileSync(require.resolve(`@shihyo/widgets/${file}`));
      const path = `widgets/${file.replace(/(\.m?js)$/, `-${widgetVersion}$1`)}`;
      yield { path: `widgets/${file}`, chunks: [bytes] };
      if (!kept.includes(path)) yield { path, chunks: [bytes] };
    }
    yield { path: cardStylePath, chunks: [cardStyle] };
    yield { path: "widgets/kpi.css", chunks: [reserveStyle] };
  },
};
