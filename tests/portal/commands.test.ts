// The commands of the four ways as a person runs them: what they say, what they refuse, and what they never print.

import { rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { callCkan } from "../support/call-ckan.ts";
import { ckanStandIn, type StandIn } from "../support/ckan-stand-in.ts";
import { publishedFolder } from "../support/published-folder.ts";
import { englishShihyo as shihyo, startServe } from "../support/running.ts";

let folder: string;
let portal: StandIn;
beforeAll(async () => {
  folder = await publishedFolder();
  portal = await ckanStandIn();
});
afterAll(async () => {
  await portal.stop();
  await rm(folder, { recursive: true });
});

describe("shihyo upload", () => {
  const upload = (more: readonly string[], env = {}) =>
    shihyo(["upload", folder, "--ckan", portal.url, "--org", "990019", "--allow-placeholder", ...more], env);

  test("does not carry a placeholder base out of the folder, not even in a dry run", async () => {
    const args = ["upload", folder, "--ckan", portal.url, "--org", "990019", "--dry-run"];
    const refused = await shihyo(args, {});
    expect(refused).toMatchObject({ status: 2, stderr: expect.stringContaining("--allow-placeholder") });
    expect(await shihyo([...args, "--allow-placeholder"], {})).toMatchObject({ status: 0 });
    const load = ["load", folder, "--sparql", "http://127.0.0.1:1/store"];
    expect(await shihyo(load, {})).toMatchObject({
      status: 2,
      stderr: expect.stringContaining("placeholder"),
    });
  });

  test("says a line for each file, and the second time that nothing was changed", async () => {
    const env = { SHIHYO_CKAN_TOKEN: portal.token };
    const first = await upload([], env);
    expect(first.stderr.trim().split("\n")).toHaveLength(5);
    expect(first).toMatchObject({ status: 0, stdout: expect.stringContaining("5 files changed") });
    const second = await upload([], env);
    expect(second).toMatchObject({ status: 0, stdout: expect.stringContaining("Nothing was changed") });
    expect([first, second].map(({ stdout, stderr }) => stdout + stderr).join()).not.toContain(portal.token);
  });

  test("says that nobody sees a private dataset, and what to do", async () => {
    const env = { SHIHYO_CKAN_TOKEN: portal.token };
    await upload(["--name", "990019_private"], env);
    await callCkan(portal, "package_patch", { id: "990019_private", private: true });
    const again = await upload(["--name", "990019_private"], env);
    expect(again).toMatchObject({ status: 0, stdout: expect.stringContaining("private on the portal") });
    expect((await upload(["--name", "990019_open"], env)).stdout).not.toContain("private");
  });

  test("takes the token from a file, and prints JSON for machines", async () => {
    const file = join(folder, ".token");
    await writeFile(file, `${portal.token}\n`);
    const { stdout } = await upload(["--token-file", file, "--json", "--name", "990019_json"]);
    expect(JSON.parse(stdout)).toMatchObject({ dataset: "created", changed: true });
    await rm(file);
  });

  test("without a token it refuses, except for a dry run", async () => {
    expect(await upload([])).toMatchObject({
      status: 2,
      stderr: expect.stringContaining("SHIHYO_CKAN_TOKEN"),
    });
    const dry = await upload(["--dry-run", "--name", "990019_dry"]);
    expect(dry).toMatchObject({ status: 0, stdout: expect.stringContaining("Nothing was done yet") });
  });

  test("does not send the token over plain http to another machine", async () => {
    const args = ["upload", folder, "--ckan", "http://portal.example", "--org", "a"];
    const run = await shihyo(args, { SHIHYO_CKAN_TOKEN: "t" });
    expect(run).toMatchObject({ status: 2, stderr: expect.stringContaining("https") });
  });

  test("tells a wrong token in one sentence that does not hold it", async () => {
    const { status, stderr } = await upload([], { SHIHYO_CKAN_TOKEN: "wrong-and-secret" });
    expect(status).toBe(3);
    expect(stderr.trim().split("\n")).toHaveLength(1);
    expect(stderr).not.toContain("wrong-and-secret");
  });
});

test.each([
  [
    ["upload", "no-such-folder", "--ckan", "http://127.0.0.1:1", "--org", "a", "--dry-run"],
    2,
    "not a published folder",
  ],
  [["load", "no-such-folder", "--sparql", "http://127.0.0.1:1"], 2, "not a published folder"],
  [["load", "x", "--sparql", "store"], 2, "http or https"],
  [["serve", "no-such-folder"], 2, "does not exist"],
  [["serve", ".", "--port", "70000"], 2, "0 to 65535"],
  [["doctor", "ftp://a.example/"], 2, "https://"],
  [["doctor", "http://127.0.0.1:9/"], 3, "cannot be reached"],
  [["deploy-config", "iis"], 2, "nginx, apache, netlify, github-pages"],
  [["deploy-config", "nginx", "--root", "/a;b"], 2, "--root"],
])("%j is refused with %i in one sentence", async (args, status, words) => {
  const run = await shihyo(args);
  expect(run).toMatchObject({ status, stdout: "", stderr: expect.stringContaining(words) });
  expect(run.stderr.trim().split("\n")).toHaveLength(1);
});

test("shihyo serve answers until it is told to stop, and ends well", async () => {
  const server = await startServe(folder);
  expect((await fetch(server.url)).status).toBe(200);
  server.child.kill("SIGTERM");
  expect(await server.ended).toMatchObject({ status: 0, stdout: expect.stringContaining("Stopped") });
});

test("shihyo doctor tells what is missing, and ends with 1 where something is wrong", async () => {
  const server = await startServe(folder);
  expect(await shihyo(["doctor", server.url])).toMatchObject({
    status: 0,
    stdout: expect.stringMatching(
      /hint The data name themselves by a placeholder: https:[\s\S]*0 errors, 0 warnings/,
    ),
  });
  await writeFile(join(folder, "990019_unit.csv"), "half");
  const run = await shihyo(["doctor", server.url]);
  expect(run).toMatchObject({ status: 1, stdout: expect.stringContaining("990019_unit.csv") });
  server.child.kill("SIGTERM");
  await server.ended;
});
