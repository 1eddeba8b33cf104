// The elements: the files that pages include, under their current names and under those of their version.
//
// A file with a version in its name never changes and never goes away, so that an address with a hash
// (`integrity`) on a city's page works for good: what an earlier run published is kept as it is.

import { cardStyle, reserveStyle } from "@shihyo/widgets/markup";
import { type Format, providedTo } from "../formats/format.ts";
import { widgetFiles } from "../formats/provided-files.ts";

const versioned = /^widgets\/kpi(?:-[a-z]+)?-\d+\.\d+\.\d+(?:-[\w.]+)?\.m?js$/;

/** Where a card's style sheet lies, for fragments and for `embed.html`. */
export const cardStylePath = "widgets/kpi-card.css";

export const widgetsFormat: Format = {
  name: "widgets",
  *files(_dataset, _written, folders) {
    const provided = providedTo(folders);
    const kept = (folders?.earlier.paths ?? []).filter((path) => versioned.test(path));
    for (const path of kept) yield { path, chunks: folders?.earlier.read(path) ?? [] };
    for (const file of widgetFiles) {
      const bytes = provided.bytes(`widgets/${file}`);
      const path = `widgets/${file.replace(/(\.m?js)$/, `-${provided.widgetVersion}$1`)}`;
      yield { path: `widgets/${file}`, chunks: [bytes] };
      if (!kept.includes(path)) yield { path, chunks: [bytes] };
    }
    // A frame shows nothing but the card.
    yield { path: cardStylePath, chunks: [`${cardStyle}body { margin: 0; }\n`] };
    yield { path: "widgets/kpi.css", chunks: [reserveStyle] };
  },
};
