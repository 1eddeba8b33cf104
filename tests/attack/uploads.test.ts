// Uploads that meet others: two at once leave one of each file, and a portal that never stops talking is left.

import { cpSync } from "node:fs";
import { rm } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { times } from "../support/attack.ts";
import { callCkan } from "../support/call-ckan.ts";
import { ckanStandIn } from "../support/ckan-stand-in.ts";
import { publishedFolder } from "../support/published-folder.ts";
import { englishShihyo as shihyo } from "../support/running.ts";
import { workplace } from "../support/workplace.ts";

let folder: string;
beforeAll(async () => {
  folder = await publishedFolder();
});
afterAll(() => rm(folder, { recursive: true }));

const upload = (from: string, url: string, token: string) =>
  shihyo(["upload", from, "--ckan", url, "--org", "990019", "--allow-placeholder"], {
    SHIHYO_CKAN_TOKEN: token,
  });

describe("two uploads at once", { timeout: 600_000 }, () => {
  const files = async (portal: Awaited<ReturnType<typeof ckanStandIn>>) => {
    const { result } = await callCkan(portal, "package_show", { id: "990019_indicator" });
    const { resources } = result as { readonly resources: readonly { readonly url: string }[] };
    return resources.map(({ url }) => url.split("/").at(-1)).sort();
  };

  test("of one folder are one upload, and the other is told", async () => {
    const portal = await ckanStandIn({ pause: 100 });
    onTestFinished(() => portal.stop());
    for (let round = 0; round < times(1, 20); round += 1) {
      const runs = await Promise.all([1, 2].map(() => upload(folder, portal.url, portal.token)));
      expect(runs.some(({ status }) => status === 0)).toBe(true);
      for (const { status, stderr } of runs)
        if (status !== 0) expect(stderr).toMatch(/^Another run is uploading/);
    }
    expect(await files(portal)).toHaveLength(5);
  });

  test("of two copies, from two machines perhaps, leave one of each file", async () => {
    for (let round = 0; round < times(2, 20); round += 1) {
      const portal = await ckanStandIn({ pause: 100 });
      onTestFinished(() => portal.stop());
      const copies = [1, 2, 3].map(() => {
        const copy = join(workplace(), "published");
        cpSync(folder, copy, { recursive: true });
        return copy;
      });
      const runs = await Promise.all(copies.map((copy) => upload(copy, portal.url, portal.token)));
      expect(runs.map(({ status, stderr }) => [status, status === 0 ? "" : stderr])).toEqual(
        copies.map(() => [0, ""]),
      );
      const found = await files(portal);
      expect(found).toEqual([...new Set(found)]);
      expect(found).toHaveLength(5);
    }
  });
});

test("a portal or a store whose answer has no end is left, before it takes a gigabyte", async () => {
  const server = createServer((request, response) => {
    request.resume();
    response.writeHead(request.method === "PUT" ? 400 : 200, { "Content-Type": "application/json" });
    const piece = Buffer.alloc(1 << 20, 0x20);
    const more = () => {
      while (!response.destroyed && response.write(piece));
    };
    response.on("drain", more);
    more();
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const [up, load] = await Promise.all([
    upload(folder, url, "some-token"),
    shihyo(["load", folder, "--sparql", `${url}/store`, "--allow-placeholder"], {}),
  ]);
  expect(up.stderr).toMatch(/^\S+ does not seem to be CKAN .*\n$/);
  expect(load).toMatchObject({ status: 3, stderr: expect.stringContaining("does not take the graph") });
  expect(load.stderr.length).toBeLessThan(600);
}, 120_000);
