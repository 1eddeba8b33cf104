// A city hall has no way out but its proxy: what goes out asks it, and nothing else is asked where there is none.

import { createServer, type Server } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { publishedFolder } from "../support/published-folder.ts";
import { shihyo } from "../support/shihyo.ts";

let store: Server;
let proxy: Server;
const put: string[] = [];
const asked: string[] = [];
const port = (server: Server) => (server.address() as AddressInfo).port;

beforeAll(async () => {
  store = createServer((request, response) => {
    put.push(request.method ?? "");
    request.resume().on("end", () => response.writeHead(204).end());
  });
  proxy = createServer().on("connect", (request, socket, head) => {
    asked.push(request.url ?? "");
    const there = connect(port(store), "127.0.0.1", () => {
      socket.write("HTTP/1.1 200 OK\r\n\r\n");
      if (head.length > 0) there.write(head);
      there.pipe(socket).pipe(there);
    });
    there.on("error", () => socket.destroy());
    socket.on("error", () => there.destroy());
  });
  for (const server of [store, proxy])
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
});
afterAll(() => {
  store.close();
  proxy.close();
});

/** The store is known to the proxy alone: no name server has it. */
const load = async (env: Readonly<Record<string, string>>) =>
  shihyo(
    [
      "load",
      await publishedFolder({}),
      "--sparql",
      "http://store.city-hall.invalid/store",
      "--allow-placeholder",
    ],
    { env: { NO_PROXY: "", no_proxy: "", ...env } },
  );

test.each(["HTTP_PROXY", "http_proxy"])("%s is asked for what only it can reach", async (name) => {
  asked.length = 0;
  put.length = 0;
  const { status, stderr } = await load({ [name]: `http://127.0.0.1:${port(proxy)}` });
  expect({ status, stderr }).toMatchObject({ status: 0 });
  expect(asked.length).toBeGreaterThan(0);
  expect(new Set(asked)).toEqual(new Set(["store.city-hall.invalid:80"]));
  expect(put).toContain("PUT");
});
