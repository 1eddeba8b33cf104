// A project's own files: what it did as JSON, and the same as a script for the elements.

import { activitiesOf, isLowest, nodePath, projectFileJson } from "@shihyo/core";
import type { Format } from "./format.ts";
import { dataScript } from "./json.ts";

/** `projects/J0001/data.json`, `data.js`. */
export const projectFilesFormat: Format = {
  name: "project-files",
  *files(dataset) {
    for (const node of dataset.nodes.values()) {
      if (!isLowest(dataset, node) && activitiesOf(dataset, node.id).length === 0) continue;
      const file = projectFileJson(dataset, node);
      const folder = nodePath(node);
      yield { path: `${folder}data.json`, chunks: [`${JSON.stringify(file, undefined, 1)}\n`] };
      yield { path: `${folder}data.js`, chunks: [dataScript(file)] };
    }
  },
};
