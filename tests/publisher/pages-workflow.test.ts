// `shihyo init --github`: the workflow is YAML that checks and publishes, with actions of known versions, and nothing is written over.

import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { pagesWorkflow, workflowPath } from "../../packages/publisher/src/formats/pages-workflow.ts";
import { shihyo } from "../support/shihyo.ts";
import { workplace } from "../support/workplace.ts";

const python = [
  "-c",
  "import json, sys, yaml; print(json.dumps(yaml.safe_load(sys.stdin.read()), default=str))",
];
const hasYaml = spawnSync("python3", ["-c", "import yaml"]).status === 0;

interface Step {
  readonly uses?: string;
  readonly run?: string;
}

interface Workflow {
  readonly permissions: Readonly<Record<string, string>>;
  readonly jobs: Readonly<
    Record<
      string,
      { readonly steps: readonly Step[]; readonly permissions?: object; readonly needs?: string }
    >
  >;
}

test.skipIf(!hasYaml)(
  "the workflow is YAML, checks before it publishes, and may write only where it publishes",
  () => {
    const text = pagesWorkflow({ code: "142077", data: "data/142077", version: "0.1.0" });
    const read = JSON.parse(execFileSync("python3", python, { input: text, encoding: "utf8" })) as Workflow;
    expect(read.permissions).toEqual({ contents: "read" });
    const { check, publish } = read.jobs;
    expect(check?.permissions).toBeUndefined();
    expect(publish?.needs).toBe("check");
    const runs = (steps: readonly Step[] = []) => steps.map(({ run = "" }) => run).join("\n");
    expect(runs(check?.steps)).toContain("@shihyo/publisher@0.1.0 -- shihyo check data/142077");
    expect(runs(publish?.steps)).toContain("shihyo publish data/142077 --out site/142077");
    const known = [
      "actions/checkout@v4",
      "actions/setup-node@v4",
      "actions/configure-pages@v5",
      "actions/upload-pages-artifact@v3",
      "actions/deploy-pages@v4",
    ];
    const used = Object.values(read.jobs).flatMap(({ steps }) => steps.flatMap(({ uses }) => uses ?? []));
    expect(used.filter((one) => !known.includes(one))).toEqual([]);
    expect(used).toContain("actions/deploy-pages@v4");
  },
);

test("init --github makes it at the repository's top, and leaves another one alone", async () => {
  const top = workplace();
  const args = ["init", "142077", "--github", "--date", "2026-04-01", "--lang", "ja"];
  const made = await shihyo(args, { cwd: top });
  expect(made.stderr).toBe("");
  expect(made.stdout).toContain(workflowPath);
  const file = join(top, ".github", "workflows", "shihyo.yml");
  expect(readFileSync(file, "utf8")).toContain("data/142077");
  const other = workplace();
  mkdirSync(join(other, ".github", "workflows"), { recursive: true });
  writeFileSync(join(other, ".github", "workflows", "shihyo.yml"), "name: mine\n");
  const refused = await shihyo(args, { cwd: other });
  expect(refused.status).toBe(2);
  expect(refused.stderr).toContain("もうあります");
  expect(existsSync(join(other, "data"))).toBe(false);
});
