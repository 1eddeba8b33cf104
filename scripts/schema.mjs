// Writes the JSON Schemas (2020-12) from core's types, or checks that the ones in core are fresh.

import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { createGenerator } from "ts-json-schema-generator";

const top = dirname(dirname(fileURLToPath(import.meta.url)));
const core = join(top, "packages/core");

export const schemas = [
  { type: "DatasetJson", file: "dataset.schema.json", title: "A municipality's published dataset" },
  { type: "IndicatorFileJson", file: "indicator.schema.json", title: "One indicator's published file" },
  { type: "ProjectFileJson", file: "project.schema.json", title: "One project's published file" },
  { type: "ChangesJson", file: "changes.schema.json", title: "What a release changed" },
  { type: "LatestReleaseJson", file: "release.schema.json", title: "The current release and its files" },
];

/** The schema of one type, as text. */
export function schemaText({ type, title }) {
  const generator = createGenerator({
    path: join(core, "src/json/types.ts"),
    tsconfig: join(top, "scripts/schema.tsconfig.json"),
    type,
    expose: "export",
    topRef: false,
    jsDoc: "extended",
    additionalProperties: false,
    skipTypeCheck: true,
  });
  const { $schema: _, definitions, ...schema } = generator.createSchema(type);
  const whole = {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    title,
    ...schema,
    $defs: definitions,
  };
  return `${JSON.stringify(whole, undefined, 2).replaceAll("#/definitions/", "#/$defs/")}\n`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  mkdirSync(join(core, "schema"), { recursive: true });
  for (const schema of schemas) {
    const path = join(core, "schema", schema.file);
    const text = schemaText(schema);
    if (process.argv.includes("--write")) writeFileSync(path, text);
    else if (readFileSync(path, "utf8") !== text) {
      console.error(`${path} is not what the types say; run: pnpm schema`);
      process.exitCode = 1;
    }
  }
}
