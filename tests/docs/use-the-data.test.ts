// "Use the data": every command of the page runs on the published folder and prints what the page says.

import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { Store } from "oxigraph";
import { beforeAll, describe, expect, test } from "vitest";
import { type DocBlock, docBlocks } from "../support/doc-blocks.ts";
import { atsugiTables, publishInto, scratch } from "../support/published-city.ts";

const folder = scratch();
const city = join(folder, "142123");

beforeAll(() => publishInto(city, atsugiTables));

const works = (program: string, ...args: readonly string[]) => spawnSync(program, args).status === 0;

const python = [process.env.SHIHYO_PYTHON, "python3"].find(
  (one) => one !== undefined && works(one, "-c", "import pandas, openpyxl"),
);

function run(program: string, ...args: readonly string[]): string {
  const env = { ...process.env, LC_ALL: "C.UTF-8", PYTHONWARNINGS: "ignore" };
  return execFileSync(program, args, { cwd: city, encoding: "utf8", env });
}

const lines = (rows: readonly (readonly unknown[])[]) => rows.map((row) => `${row.join("\t")}\n`).join("");

interface Tool {
  readonly isThere: boolean;
  readonly run: (code: string) => string | Promise<string>;
}

/** How each language of the page is run, and whether this machine can. */
const tools: Readonly<Record<string, Tool>> = {
  python: { isThere: python !== undefined, run: (code) => run(python ?? "", "-c", code) },
  r: {
    isThere: works("Rscript", "--version"),
    run: (code) => {
      const script = join(folder, "script.R");
      writeFileSync(script, code);
      return run("Rscript", "--vanilla", "--encoding=UTF-8", script);
    },
  },
  sql: {
    isThere: true,
    run: async (code) => {
      const connection = await (await DuckDBInstance.create(":memory:")).connect();
      const reader = await connection.runAndReadAll(code.replace(/(FROM|JOIN) '/g, `$1 '${city}/`));
      return lines([reader.columnNames(), ...reader.getRowsJson()]);
    },
  },
  sparql: {
    isThere: true,
    run: (code) => {
      const store = new Store();
      store.load(readFileSync(join(city, "142123_dataset.ttl"), "utf8"), {
        format: "text/turtle",
        base_iri: "https://shihyo.example/142123/",
      });
      const rows = store.query(code) as Map<string, { value: string }>[];
      const names = [...(rows[0]?.keys() ?? [])];
      return lines([names, ...rows.map((row) => names.map((name) => row.get(name)?.value ?? ""))]);
    },
  },
  // It runs in Excel and in Power BI, and nowhere else.
  powerquery: { isThere: false, run: () => "" },
  sh: {
    isThere: works("jq", "--version") && works("sha256sum", "--version"),
    run: (code) => run("sh", "-c", code),
  },
};

/** The graph is a format of its own; its query has nothing to ask before it is written. */
const hasGraph = () => existsSync(join(city, "142123_dataset.ttl"));

const blocks = docBlocks("use-the-data.md");

/** The notebook's cells, one after another as a kernel runs them, each with what it printed. */
const runNotebook = `
import contextlib, io, json, sys
names = {}
with open(sys.argv[1], encoding="utf-8") as file:
    cells = json.load(file)["cells"]
for cell in cells:
    if cell["cell_type"] != "code":
        continue
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        exec("".join(cell["source"]), names)
    held = "".join("".join(output["text"]) for output in cell["outputs"])
    print(json.dumps([printed.getvalue(), held]))
`;

const notebook = join(import.meta.dirname, "../../docs/notebooks/results.ipynb");
const withParquet = python !== undefined && works(python, "-c", "import pyarrow") ? python : undefined;

test.skipIf(!withParquet)(
  "the notebook's cells print what the notebook holds (where pandas and pyarrow are)",
  () => {
    const cells = run(withParquet ?? "", "-c", runNotebook, notebook)
      .trim()
      .split("\n");
    expect(cells.length).toBeGreaterThan(4);
    for (const [printed, held] of cells.map((line) => JSON.parse(line) as string[])) {
      expect(printed).not.toBe("");
      expect(printed).toBe(held);
    }
  },
);

test("the page has a command for each tool that it promises", () => {
  expect(new Set(blocks.map(({ language }) => language))).toEqual(new Set(Object.keys(tools)));
});

describe.each(blocks)("$heading, $language", ({ language, code, output }: DocBlock) => {
  const tool = tools[language];
  test.skipIf(!tool?.isThere)("prints what the page says (where the tool is installed)", async (context) => {
    if (language === "sparql" && !hasGraph()) context.skip();
    expect(await tool?.run(code)).toBe(output);
  });
});
