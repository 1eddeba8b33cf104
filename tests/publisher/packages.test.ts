// What `npm pack` makes of each package is installed by npm into an empty folder, and does there what its README says.

import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, test } from "vitest";
import { hasChromium, openChromium } from "../support/chromium.ts";
import { blocksIn } from "../support/doc-blocks.ts";
import { cityData, top } from "../support/places.ts";
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

  test("the publisher without its optional parts is at most 60 packages and 60 MB, and publishes", () => {
    const small = join(folder, "small");
    mkdirSync(small, { recursive: true });
    const files = ["core", "widgets", "publisher"].map((name) =>
      join(packed, readdirSync(packed).find((file) => file.startsWith(`shihyo-${name}-`)) ?? ""),
    );
    const flags = ["--no-audit", "--no-fund", "--prefer-offline", "--omit=optional"];
    const installing = run("npm", ["install", ...flags, ...files], small);
    expect(installing.status, installing.stderr).toBe(0);
    const modules = join(small, "node_modules");
    const entries = readdirSync(modules, { recursive: true, withFileTypes: true });
    const inPackage = /(?:^|\/)node_modules\/(?:@[^/]+\/)?[^/]+$/;
    const packages = entries.filter(
      (entry) => entry.name === "package.json" && inPackage.test(entry.parentPath),
    );
    const bytes = entries
      .filter((entry) => entry.isFile())
      .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0);
    console.log(`the publisher installed: ${packages.length} packages, ${(bytes / 1e6).toFixed(1)} MB`);
    expect(packages.length).toBeLessThanOrEqual(60);
    expect(bytes).toBeLessThanOrEqual(60e6);
    const data = cityData("minimal");
    const out = join(small, "published");
    for (const args of [
      ["publish", data, "--out", out],
      ["stars", out, "--as-if-hosted"],
    ]) {
      const done = run("npx", ["--no-install", "shihyo", ...args], small);
      expect(done.status, done.stderr).toBe(0);
    }
    const pdf = join(small, "report.pdf");
    writeFileSync(pdf, "%PDF-1.4\n");
    const words = ["intake", pdf, "--data", join(small, "none"), "--code", "142123", "--lang", "en"];
    expect(run("npx", ["--no-install", "shihyo", ...words], small)).toMatchObject({
      status: 3,
      stderr: expect.stringMatching(/^The part that reads PDFs is not installed\. .*\n$/),
    });
  });

  test("an older Node is told in a sentence", () => {
    const older = (version: string, ...args: string[]) => {
      const preload = `data:text/javascript,Object.defineProperty(process,"versions",{value:{...process.versions,node:"${version}"}})`;
      const words = ["--import", preload, join(installed("publisher"), "bin/shihyo.js"), ...args];
      return run(process.execPath, words, empty);
    };
    for (const version of ["18.20.4", "20.18.3"]) {
      expect(older(version, "--version", "--lang", "en")).toEqual({
        status: 3,
        stdout: "",
        stderr: `shihyo needs Node 20.19 or newer; this is Node ${version}. Install a newer one from https://nodejs.org/.\n`,
      });
      expect(older(version, "--version").stderr).toMatch(/^shihyo には Node 20\.19 以上が要ります/);
    }
    // A newer Node that says it is 20 would be given flags that it no longer has.
    const taken = process.versions.node.startsWith("20.") ? ["20.19.0", "20.20.2"] : [process.versions.node];
    for (const version of taken) expect(older(version, "--version")).toMatchObject({ status: 0, stderr: "" });
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
