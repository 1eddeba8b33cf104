// A project's own files: what it did as JSON, and the same as a script for the elements.

import { activitiesOf, isLowest, nodePath, projectFileJson } from "@shihyo/core";
import type { Format } from "./format.ts";
import { bothForms } from "./json.ts";

/** `projects/J0001/data.json`, `data.js`. */
export const projectFilesFormat: Format = {
  name: "project-files",
  *files(dataset) {
    for (const node of dataset.nodes.values()) {
      if (!isLowest(dataset, node) && activitiesOf(dataset, node.id).length === 0) continue;
      yield* bothForms(nodePath(node), projectFileJson(dataset, node));
    }
  },
};
