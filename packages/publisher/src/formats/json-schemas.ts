// The JSON Schemas (2020-12) of what is published as JSON, as core ships them.

import { type Format, providedTo } from "./format.ts";
import { schemaFiles } from "./provided-files.ts";

export const schemaFormat: Format = {
  name: "schema",
  *files(_dataset, _written, folders) {
    const provided = providedTo(folders);
    for (const name of schemaFiles) {
      yield { path: `schema/${name}`, chunks: [provided.bytes(`schema/${name}`)] };
    }
  },
};
