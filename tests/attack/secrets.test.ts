// No secret is ever said: tokens in every place where somebody may write one, and what a hostile portal sends back.

import { rm } from "node:fs/promises";
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { cityData } from "../support/places.ts";
import { publishedFolder } from "../support/published-folder.ts";
import { englishShihyo as shihyo } from "../support/running.ts";
import { shihyo as shihyoAt } from "../support/shihyo.ts";
import { put, workplace } from "../support/workplace.ts";

const secret = "s3kretTOKEN0123456789abcdefXYZ";
const hidden = [secret, encodeURIComponent(secret), Buffer.from(`user:${secret}`).toString("base64")];

let folder: string;
beforeAll(async () => {
  folder = await publishedFolder();
});
afterAll(() => rm(folder, { recursive: true }));

function expectUnsaid({ stdout, stderr }: { readonly stdout: string; readonly stderr: string }): void {
  for (const form of hidden) expect(stdout + stderr).not.toContain(form);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  expect(stdout + stderr).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/);
  expect(stderr).not.toMatch(/^\s+at /m);
}

/** A portal that answers every call in the same way. */
async function portal(answer: (response: ServerResponse, path: string) => void): Promise<string> {
  const server = createServer((request, response) => {
    request.resume();
    request.on("end", () => answer(response, request.url ?? ""));
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const json = (response: ServerResponse, status: number, value: unknown, headers = {}) => {
  response.writeHead(status, { "Content-Type": "application/json", ...headers });
  response.end(typeof value === "string" ? value : JSON.stringify(value));
};

describe("a token that somebody wrote where it does not belong", { timeout: 300_000 }, () => {
  const here = "127.0.0.1:1";
  const addresses = [
    `https://user:${secret}@${here}/`,
    `https://:${secret}@${here}/`,
    `https://${secret}@${here}/`,
    `https://${here}/?token=${secret}`,
    `https://${here}/#${secret}`,
    `https://${here}/${secret}/`,
    `ht!tp://user:${secret}@${here}`,
    `https://user:${secret}@`,
  ];
  test.each(addresses)("in an address: %s", async (address) => {
    const upload = [
      "upload",
      folder,
      "--ckan",
      address,
      "--org",
      "990019",
      "--allow-placeholder",
      "--dry-run",
    ];
    const began = performance.now();
    for (const run of await Promise.all([
      shihyo(upload, {}),
      shihyo(["load", folder, "--sparql", address, "--allow-placeholder"], {}),
      shihyo(["doctor", address], {}),
    ])) {
      expectUnsaid(run);
      expect([2, 3]).toContain(run.status);
    }
    // What cannot be otherwise the next time is not tried six times.
    expect(performance.now() - began).toBeLessThan(60_000);
  });

  test.each(addresses.filter((one) => one.startsWith("https:")))(
    "in what any other command is given: %s",
    async (address) => {
      const [place, data] = [workplace(), cityData("minimal")];
      const file = put(place, "a.csv", "指標名,単位,2024年度\n来館者,人,1\n");
      const named = `${address.replace(/[/?#]*$/, "")}.csv`;
      for (const words of [
        ["atlas", "add", address, "--atlas", join(place, "atlas")],
        ["atlas", "query", `SELECT * FROM read_csv('${address}')`, "--atlas", join(place, "none")],
        ["atlas", "query", `SELECT '${address}'`, `AND '${address}'`],
        ["intake", named, "--data", join(place, "none")],
        ["intake", file, "--data", join(place, "none"), "--code", address],
        ["intake", file, "--data", join(place, "none"), "--answers", named],
        ["align", address],
        ["align", data, "--answers", named],
        ["yomi", named],
        ["workbench", address],
        ["check", named],
        ["year", data, named],
        ["publish", data, "--out", join(place, "out"), "--base-iri", `${address}?token=${secret}`],
        ["sheet", "import", data, named],
        ["deploy-config", named],
        [named],
      ]) {
        // It may make what it was named, so it runs in a folder of its own.
        const run = await shihyoAt([...words, "--lang", "en"], { cwd: place });
        expectUnsaid(run);
        // Where the file is there, its questions are open.
        if (words[1] !== "add") expect([1, 2, 3]).toContain(run.status);
      }
      // What an earlier run put on the list is not said by a later one either.
      const update = await shihyo(["atlas", "update", "--atlas", join(place, "atlas"), "--json"], {});
      expectUnsaid(update);
    },
  );

  test("in the name of a file, in an argument too many, in an option, in a header of two lines", async () => {
    const upload = [
      "upload",
      folder,
      "--ckan",
      "http://127.0.0.1:1",
      "--org",
      "990019",
      "--allow-placeholder",
    ];
    for (const run of [
      await shihyo([...upload, "--token-file", secret], {}),
      await shihyo([...upload, secret], {}),
      await shihyo([...upload, `--token=${secret}`], {}),
      await shihyo(upload, { SHIHYO_CKAN_TOKEN: `${secret}\nX-Other: 1` }),
      await shihyo([...upload, "--token-file", put(workplace(), "token", `${secret}\n${secret}`)], {}),
      await shihyo(["load", folder, "--sparql", "http://127.0.0.1:1/", "--allow-placeholder"], {
        SHIHYO_SPARQL_AUTHORIZATION: `Bearer ${secret}\r\nX-Other: 1`,
      }),
    ]) {
      expectUnsaid(run);
      expect(run.status).toBe(2);
    }
  });

  test("for a store over plain http is asked about before it is sent", async () => {
    const load = ["load", folder, "--sparql", "http://store.example.test/store", "--allow-placeholder"];
    const run = await shihyo(load, { SHIHYO_SPARQL_AUTHORIZATION: `Bearer ${secret}` });
    expect(run).toMatchObject({ status: 2, stderr: expect.stringContaining("--plain-http") });
    expectUnsaid(run);
  });
});

describe("a hostile portal", { timeout: 300_000 }, () => {
  const basic = `Basic ${Buffer.from(`user:${secret}`).toString("base64")}`;
  const deep = (depth: number) => `${'{"a":'.repeat(depth)}"${secret}"${"}".repeat(depth)}`;
  const answers: readonly (readonly [string, (response: ServerResponse) => void])[] = [
    [
      "that says the token again",
      (response) => json(response, 418, { error: { message: `no ${secret}` }, more: secret }),
    ],
    ["that says it where it is cut off", (response) => json(response, 418, `"${"x".repeat(185)}${secret}"`)],
    [
      "that says it in the header of another place",
      (response) => json(response, 302, "", { Location: `https://x.test/?t=${secret}` }),
    ],
    [
      "that clears the terminal",
      (response) =>
        json(response, 409, { error: { name: [`\u001b[2J\u001b]0;x\u0007 \u009b2J \u202e ${basic}`] } }),
    ],
    [
      "that refuses with the token",
      (response) =>
        json(response, 403, { error: { __type: "Authorization Error", message: `\u001b[H${secret}` } }),
    ],
    ["whose answer is nothing", (response) => json(response, 200, { success: true, result: null })],
    ["whose answer is a number", (response) => json(response, 200, { success: true, result: 7 })],
    [
      "whose lists and datasets are none",
      (response) =>
        json(response, 200, {
          success: true,
          result: { id: 7, resources: [null], name: `\u001b[2J${secret}` },
        }),
    ],
    ["whose list holds no records", (response) => json(response, 200, { success: true, result: [null, 7] })],
    [
      "whose answer is nested 5,000 deep",
      (response) => json(response, 409, `{"error":{"name":${deep(5000)}}}`),
    ],
    [
      "whose answer is nested 5,000 deep, and right",
      (response) => json(response, 200, `{"success":true,"result":${deep(5000)}}`),
    ],
  ];
  test.each(answers)("%s is told in a sentence", async (_, answer) => {
    const url = await portal((response) => answer(response));
    const runs = await Promise.all([
      shihyo(["upload", folder, "--ckan", url, "--org", "990019", "--allow-placeholder"], {
        SHIHYO_CKAN_TOKEN: secret,
      }),
      shihyo(["load", folder, "--sparql", `${url}/store`, "--allow-placeholder"], {
        SHIHYO_SPARQL_AUTHORIZATION: basic,
      }),
    ]);
    for (const run of runs) expectUnsaid(run);
    expect(runs[0]?.status).not.toBe(0);
    expect(runs[0]?.stderr.trim().split("\n")).toHaveLength(1);
    for (const { stderr } of runs) expect(stderr).not.toContain("inside this tool");
  });
});
