// What `npm pack` makes of each package is installed by npm into an empty folder, and does there what its README says.

import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, test } from "vitest";
import { hasChromium, openChromium } from "../support/chromium.ts";
import { blocksIn } from "../support/doc-blocks.ts";
import { top } from "../support/places.ts";
import { scratch } from "../support/published-city.ts";

const names = ["core", "widgets", "publisher", "workbench"];
const folder = scratch();
const packed = join(folder, "packed");
const empty = join(folder, "empty");
const installed = (name: string) => join(empty, "node_modules/@shihyo", name);

function run(command: string, args: readonly string[], cwd: string) {
  const env = { ...process.env, npm_config_update_notifier: "false", LANG: "ja_JP.UTF-8" };
  const { status, stdout, stderr } = spawnSync(command, args, { cwd, encoding: "utf8", env });
  return { status, stdout, stderr };
}

function install() {
  for (const path of [packed, empty]) mkdirSync(path, { recursive: true });
  for (const name of names) {
    const { status, stderr } = run(
      "npm",
      ["pack", "--pack-destination", packed],
      join(top, "packages", name),
    );
    expect(status, stderr).toBe(0);
  }
  const files = readdirSync(packed).map((file) => join(packed, file));
  expect(files).toHaveLength(names.length);
  const flags = ["--no-audit", "--no-fund", "--prefer-offline", "--fetch-retries=1"];
  return run("npm", ["install", ...flags, ...files], empty);
}

const { status, stderr } = install();
/** Other people's packages come from the registry. */
const noNetwork = status !== 0 && /ENOTFOUND|EAI_AGAIN|ETIMEDOUT|ECONNREFUSED|ECONNRESET/.test(stderr);

describe.skipIf(noNetwork)("the packages as npm installs them", () => {
  test("are installed without a word about what is missing", () => {
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    for (const name of names) {
      const { version, dependencies = {} } = manifest(name);
      expect(existsSync(join(installed(name), "README.md")), name).toBe(true);
      // They name one another by the version that they all have.
      for (const [other, wanted] of Object.entries<string>(dependencies))
        if (other.startsWith("@shihyo/")) expect([name, other, wanted]).toEqual([name, other, version]);
    }
  });

  test("the command makes a city and publishes it, as the README says", () => {
    for (const { code } of blocksIn(readme("publisher")).filter(({ language }) => language === "sh")) {
      for (const line of code.trim().split("\n")) {
        const [npx = "", ...args] = line.split(" ");
        const done = run(npx, ["--no-install", ...args], empty);
        expect(done.status, `${line}\n${done.stderr}`).toBe(0);
      }
    }
    expect(readFileSync(join(empty, "published/142077/index.html"), "utf8")).toContain("茅ヶ崎市");
  });

  test.each(["core", "publisher"])("the examples of %s print what they say", (name) => {
    const examples = blocksIn(readme(name)).filter(({ language }) => language === "js");
    expect(examples.length).toBeGreaterThan(0);
    for (const [at, { code }] of examples.entries()) {
      const file = `${name}-${at}.mjs`;
      writeFileSync(join(empty, file), code);
      const done = run(process.execPath, [file], empty);
      const said = [...code.matchAll(/^console\.log\(.*\); \/\/ ([^:\n]*)/gm)].map(([, text = ""]) => text);
      expect(done, done.stderr).toMatchObject({ status: 0, stdout: `${said.join("\n")}\n` });
    }
  });

  test("every door of every package opens", () => {
    for (const name of names) {
      for (const [door, to] of Object.entries<string | Record<string, string>>(manifest(name).exports)) {
        for (const path of typeof to === "string" ? [to] : Object.values(to)) {
          const file = join(installed(name), path.replace("*", "dataset.schema.json"));
          expect(existsSync(file), `${name} ${door} ${path}`).toBe(true);
        }
      }
    }
    const said = run(
      process.execPath,
      [
        "--input-type=module",
        "-e",
        'await import("@shihyo/widgets/define"); const { KpiCard } = await import("@shihyo/widgets"); const { makeRelease } = await import("@shihyo/publisher/pure"); console.log(typeof KpiCard, typeof makeRelease);',
      ],
      empty,
    );
    expect(said).toEqual({ status: 0, stdout: "function function\n", stderr: "" });
  });

  test.skipIf(!hasChromium)("the workbench opens from the disk", async () => {
    const browser = await openChromium();
    const page = await browser.newPage();
    const wrong: string[] = [];
    page.on("pageerror", (error) => wrong.push(error.message));
    await page.goto(pathToFileURL(join(installed("workbench"), "dist/page/index.html")).href);
    await page.waitForSelector("#zip");
    await browser.close();
    expect(wrong).toEqual([]);
  });
});

function manifest(name: string) {
  return JSON.parse(readFileSync(join(installed(name), "package.json"), "utf8"));
}

function readme(name: string): string {
  return readFileSync(join(installed(name), "README.md"), "utf8");
}
