// A city hall reaches the world through its proxy alone: it is asked, and what it refuses is told by name, once.

import { execFile } from "node:child_process";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { promisify } from "node:util";
import { beforeAll, expect, test } from "vitest";
import { cityData, command } from "../support/places.ts";
import { publishInto, scratch } from "../support/published-city.ts";

const run = promisify(execFile);
let out: string;
beforeAll(async () => {
  out = await publishInto(join(scratch(), "city"), cityData("official"));
}, 60_000);

/** Uploads to a portal that only the proxy could reach, and gives what was said and what the proxy was asked. */
async function throughProxy(answer: string): Promise<{ code: number; said: string; asked: string[] }> {
  const asked: string[] = [];
  const proxy = createServer((request, response) => {
    asked.push(request.url ?? "");
    response.writeHead(500).end();
  });
  proxy.on("connect", (request, socket) => {
    asked.push(request.url ?? "");
    socket.end(answer);
  });
  await new Promise<void>((done) => proxy.listen(0, "127.0.0.1", () => done()));
  const { port } = proxy.address() as AddressInfo;
  const args = [
    command,
    "upload",
    out,
    "--ckan",
    "https://portal.kajou.jp",
    "--org",
    "city",
    "--allow-placeholder",
  ];
  const env = {
    ...process.env,
    HTTPS_PROXY: `http://127.0.0.1:${port}`,
    SHIHYO_CKAN_TOKEN: "x",
    LANG: "ja_JP.UTF-8",
  };
  const ended = await run(process.execPath, args, { env }).then(
    ({ stdout, stderr }) => ({ code: 0, said: stdout + stderr }),
    ({ code, stdout, stderr }) => ({ code, said: stdout + stderr }),
  );
  proxy.close();
  return { ...ended, asked };
}

test("a proxy that wants a password is told to want one, and asked once", async () => {
  const { code, said, asked } = await throughProxy(
    "HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic\r\nContent-Length: 0\r\n\r\n",
  );
  expect(code).toBe(3);
  expect(said).toContain("庁内のプロキシ（HTTPS_PROXY）");
  expect(said).toContain("利用者名とパスワード");
  expect(asked).toEqual(["portal.kajou.jp:443"]);
}, 60_000);

test("a proxy that does not allow the address is told, without a word of passwords", async () => {
  const { code, said, asked } = await throughProxy("HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n");
  expect(code).toBe(3);
  expect(said).toContain("接続を断りました（HTTP 403）");
  expect(said).not.toContain("パスワード");
  expect(asked).toEqual(["portal.kajou.jp:443"]);
}, 60_000);
