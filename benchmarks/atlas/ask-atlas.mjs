// Asks DuckDB the ten questions of one source in a process of its own: seconds on the clock and of the processor, size of the answer.
//
// node benchmarks/atlas/ask-atlas.mjs SOURCE   (what SQL may select from)

import { createRequire } from "node:module";
import { join } from "node:path";
import { top } from "../../scripts/house.mjs";
import { questions } from "./questions.mjs";
import { answered, megabytes, timed } from "./timed.mjs";

const { DuckDBInstance } = createRequire(join(top, "packages/publisher/package.json"))("@duckdb/node-api");

// As `shihyo atlas query` opens it.
const instance = await DuckDBInstance.create(":memory:", {
  memory_limit: "700MB",
  enable_external_file_cache: "false",
});
const connection = await instance.connect();
await connection.run(`CREATE VIEW o AS SELECT * FROM ${process.argv[2]}`);
const answers = [];
for (const [, sql] of questions) {
  const [clock, processor, rows] = await timed(async () =>
    (await connection.runAndReadAll(sql)).getRowObjectsJson(),
  );
  const isCount = rows.length === 1 && Object.keys(rows[0]).join() === "n";
  answers.push([clock, processor, isCount ? Number(rows[0].n) : rows.length]);
}
answered({ answers, memory: megabytes() });
