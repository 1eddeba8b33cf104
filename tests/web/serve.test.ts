// The server answers for a published folder as the web's standards ask, and never for anything outside it.

import { mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { createConnection } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { type RunningServer, serveFolder } from "@shihyo/publisher";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { publishedFolder } from "../support/published-folder.ts";
import { rawRequest } from "../support/raw-request.ts";

let folder: string;
let server: RunningServer;
const get = (path: string, headers: Record<string, string> = {}, method = "GET") =>
  rawRequest(server.url, path, headers, method);

beforeAll(async () => {
  folder = await publishedFolder({
    "資料.txt": "日本語\n",
    ".secret": "x",
    "big.txt": "a".repeat(8_000_000),
  });
  server = await serveFolder(folder);
});
afterAll(async () => {
  await server.stop(100);
  await rm(folder, { recursive: true });
});

describe("content negotiation", () => {
  const thing = "/indicators/K0001/";
  test.each([
    ["text/turtle", "data.ttl", "text/turtle; charset=utf-8"],
    ["application/json", "data.json", "application/json; charset=utf-8"],
    ["text/csv", "data.csv", "text/csv; charset=utf-8"],
    ["text/html,application/xhtml+xml,*/*;q=0.8", "index.html", "text/html; charset=utf-8"],
    ["text/html;q=0.4, text/turtle;q=0.9", "data.ttl", "text/turtle; charset=utf-8"],
    ["*/*", "index.html", "text/html; charset=utf-8"],
  ])("who accepts %s is given %s", async (accept, name, type) => {
    const { status, headers, body } = await get(thing, { accept });
    expect(status).toBe(200);
    expect(headers["content-type"]).toBe(type);
    expect(headers["content-location"]).toBe(name);
    expect(headers.vary).toMatch(/\bAccept\b(?!-)/);
    expect(body).toEqual(await readFile(join(folder, "indicators/K0001", name)));
  });

  test("every form is named in Link, and only those that are there", async () => {
    const { headers } = await get(thing);
    expect(headers.link).toContain('<data.ttl>; rel="alternate"; type="text/turtle"');
    expect(headers.link).not.toContain("jsonld");
  });

  test("the top folder gives the whole dataset", async () => {
    const { headers } = await get("/", { accept: "application/n-triples" });
    expect(headers["content-location"]).toBe("990019_dataset.nt");
  });

  test("a form that is not there is refused with the ones that are", async () => {
    const { status, headers } = await get(thing, { accept: "image/png" });
    expect(status).toBe(406);
    expect(headers.link).toContain("data.ttl");
  });
});

describe("a file", () => {
  test.each([
    ["/990019_indicator_result.csv", "text/csv; charset=utf-8"],
    ["/990019_dataset.parquet", "application/vnd.apache.parquet"],
    ["/widgets/kpi.js", "text/javascript; charset=utf-8"],
    ["/SHA256SUMS", "text/plain; charset=utf-8"],
    ["/%E8%B3%87%E6%96%99.txt", "text/plain; charset=utf-8"],
  ])("%s is %s and may be read from any site", async (path, type) => {
    const { status, headers } = await get(path);
    expect(status).toBe(200);
    expect(headers["content-type"]).toBe(type);
    expect(headers["access-control-allow-origin"]).toBe("*");
    expect(headers["x-content-type-options"]).toBe("nosniff");
  });

  test("that has not changed is not sent again", async () => {
    const first = await get("/990019_unit.csv");
    const again = await get("/990019_unit.csv", { "if-none-match": String(first.headers.etag) });
    expect([again.status, again.body.length]).toEqual([304, 0]);
    expect((await get("/990019_unit.csv", { "if-none-match": '"other"' })).status).toBe(200);
  });

  test("is given in parts, whatever encodings are accepted", async () => {
    const { status, headers, body } = await get("/big.txt", {
      range: "bytes=10-19",
      "accept-encoding": "gzip",
    });
    expect([status, headers["content-range"], body.toString()]).toEqual([
      206,
      "bytes 10-19/8000000",
      "a".repeat(10),
    ]);
    expect(headers["content-encoding"]).toBeUndefined();
    expect((await get("/big.txt", { range: "bytes=9000000-" })).status).toBe(416);
  });

  test.each([
    ["gzip", gunzipSync],
    ["br", brotliDecompressSync],
  ] as const)("that is text goes as %s to who accepts it", async (encoding, unpack) => {
    const { headers, body } = await get("/assets/page.css", { "accept-encoding": encoding });
    expect(headers["content-encoding"]).toBe(encoding);
    expect(headers.vary).toContain("Accept-Encoding");
    expect(unpack(body)).toEqual(await readFile(join(folder, "assets/page.css")));
  });

  test("of bytes goes as it is", async () => {
    const { headers } = await get("/990019_dataset.parquet", { "accept-encoding": "gzip, br" });
    expect(headers["content-encoding"]).toBeUndefined();
  });

  test("is described by HEAD without being sent", async () => {
    const { status, headers, body } = await get("/990019_unit.csv", {}, "HEAD");
    expect([status, body.length]).toEqual([200, 0]);
    expect(Number(headers["content-length"])).toBe((await readFile(join(folder, "990019_unit.csv"))).length);
  });

  test("of a released version of the elements is kept for a year, the current one asked for again", async () => {
    expect((await get("/widgets/kpi-1.2.3.js")).headers["cache-control"]).toContain("immutable");
    expect((await get("/widgets/kpi.js")).headers["cache-control"]).toBe("no-cache");
  });
});

describe("a page", () => {
  test("has a policy, and only embed.html may stand in another site's frame", async () => {
    const policy = async (path: string) => (await get(path)).headers["content-security-policy"];
    expect(await policy("/indicators/K0001/")).toContain("default-src 'self'");
    expect(await policy("/indicators/K0001/")).toContain("frame-ancestors 'self'");
    expect(await policy("/indicators/K0001/embed.html")).toContain("frame-ancestors *");
    expect(await policy("/indicators/K0001/embed.en.html")).toContain("frame-ancestors *");
  });

  test("that states a policy of its own keeps it", async () => {
    await writeFile(
      join(folder, "own.html"),
      `<!doctype html><meta http-equiv="Content-Security-Policy" content="img-src *">`,
    );
    expect((await get("/own.html")).headers["content-security-policy"]).toBe("frame-ancestors 'self'");
  });

  test("without its slash is sent on, below any prefix and never to another host", async () => {
    expect((await get("/indicators/K0001?a=1")).headers.location).toBe("./K0001/?a=1");
    const { status, headers } = await get("//other.example/%2e%2e");
    expect(status).toBe(404);
    expect(headers.location).toBeUndefined();
  });

  test("that is not there is a page in Japanese and English; the folder's own where it has one", async () => {
    const { status, headers, body } = await get("/nothing");
    expect([status, headers["content-type"]]).toEqual([404, "text/html; charset=utf-8"]);
    expect(headers["access-control-allow-origin"]).toBe("*");
    expect(body.toString()).toContain("このアドレスには何もありません");
    await writeFile(join(folder, "404.html"), "<p>own</p>");
    expect((await get("/nothing")).body.toString()).toBe("<p>own</p>");
    // One that states its own policy, as the published one does, is not held to another besides: its style and script run.
    await writeFile(join(folder, "404.html"), `<meta http-equiv="Content-Security-Policy" content="x">`);
    expect((await get("/nothing/")).headers["content-security-policy"]).toBe("frame-ancestors 'self'");
    await rm(join(folder, "404.html"));
  });
});

describe("nothing outside the folder is had", () => {
  test.each([
    "/../etc/passwd",
    "/%2e%2e/%2e%2e/etc/passwd",
    "/indicators/..%2f..%2f..%2fetc%2fpasswd",
    "/..%5c..%5cetc%5cpasswd",
    "/%00",
    "/%",
    "/.secret",
    "//etc/passwd",
    "http://other.example/etc/passwd",
  ])("by %s", async (path) => {
    const { status, body } = await get(path);
    expect([400, 404]).toContain(status);
    expect(body.toString()).not.toContain("root:");
  });

  test("by a link to a file or a folder", async () => {
    const outside = await mkdtemp(join(tmpdir(), "shihyo-outside-"));
    await writeFile(join(outside, "secret.csv"), "secret");
    await symlink(join(outside, "secret.csv"), join(folder, "linked.csv"));
    await symlink(outside, join(folder, "linked"));
    await symlink(join(outside, "secret.csv"), join(folder, "indicators/K0001/data.jsonld"));
    for (const path of ["/linked.csv", "/linked/secret.csv", "/linked/"])
      expect((await get(path)).status).toBe(404);
    const negotiated = await get("/indicators/K0001/", { accept: "application/ld+json" });
    expect(negotiated.status).toBe(404);
    for (const name of ["linked.csv", "linked", "indicators/K0001/data.jsonld"]) await rm(join(folder, name));
    await rm(outside, { recursive: true });
  });
});

test("only reading is allowed", async () => {
  for (const method of ["POST", "PUT", "DELETE"]) {
    const { status, headers } = await get("/", {}, method);
    expect([status, headers.allow]).toEqual([405, "GET, HEAD, OPTIONS"]);
  }
  expect((await get("/990019_unit.csv", {}, "OPTIONS")).status).toBe(204);
});

test("clients that do not read what they asked for do not hold the others", async () => {
  const { hostname, port } = new URL(server.url);
  const slow = Array.from({ length: 50 }, () => {
    const socket = createConnection({ host: hostname, port: Number(port) });
    socket.on("error", () => undefined);
    socket.write("GET /big.txt HTTP/1.1\r\nHost: a\r\n\r\n");
    socket.pause();
    return socket;
  });
  const began = performance.now();
  for (let i = 0; i < 20; i += 1) expect((await get("/990019_unit.csv")).status).toBe(200);
  expect(performance.now() - began).toBeLessThan(20_000);
  for (const socket of slow) socket.destroy();
});

test("stopping lets an answer under way finish and takes no new connection", async () => {
  const other = await serveFolder(folder);
  const { hostname, port } = new URL(other.url);
  const socket = createConnection({ host: hostname, port: Number(port) });
  let received = 0;
  const ended = new Promise<void>((resolve) => socket.on("close", () => resolve()));
  socket.write("GET /big.txt HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
  await new Promise<void>((resolve) =>
    socket.once("data", (chunk) => {
      received += chunk.length;
      resolve();
    }),
  );
  const stopped = other.stop(20_000);
  socket.on("data", (chunk) => {
    received += chunk.length;
  });
  await expect(rawRequest(other.url, "/")).rejects.toThrow();
  await ended;
  await stopped;
  expect(received).toBeGreaterThan(8_000_000);
});
