// The columns of the city's tables in docs/glossary.md, from core; with --write, into the file.

import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import {
  activitiesTable,
  fixedTables,
  leftOutTable,
  observationsTable,
} from "../packages/core/dist/index.js";
import { top } from "./house.mjs";

const marks = ["<!-- columns -->", "<!-- /columns -->"];

function columns() {
  const ofYear = [observationsTable(2024, () => undefined), activitiesTable(2024), leftOutTable(2024)];
  return [...fixedTables, ...ofYear]
    .map(({ file, title, columns: all }) => {
      const lines = all.map(({ header, about }) => `- \`${header}\`: ${about.en}. ${about.ja}。`);
      return `### \`${file}\` ${title.ja}\n\n${lines.join("\n")}\n`;
    })
    .join("\n");
}

const file = join(top, "docs/glossary.md");
const before = readFileSync(file, "utf8");
const [head, rest] = before.split(marks[0]);
const after = `${head}${marks[0]}\n\n${columns()}\n${marks[1]}${rest.split(marks[1])[1]}`;
if (process.argv.includes("--write")) writeFileSync(file, after);
else if (before !== after) {
  console.error("docs/glossary.md is not what the tables say; run: pnpm fix");
  process.exitCode = 1;
}
