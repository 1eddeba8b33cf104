// Debian's nginx and Apache with our settings answer as `shihyo serve` does; the doctor finds nothing wrong with any.

import { execFileSync } from "node:child_process";
import { chmodSync, readFileSync, writeFileSync } from "node:fs";
import { rm } from "node:fs/promises";
import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { deployConfig, examine, type Finding, hosts, serveFolder } from "@shihyo/publisher";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { publishedFolder } from "../support/published-folder.ts";
import { rawRequest } from "../support/raw-request.ts";
import { hasApache, hasNginx, type RealServer, startApache, startNginx } from "../support/real-server.ts";

let folder: string;
beforeAll(async () => {
  folder = await publishedFolder();
  writeFileSync(join(folder, ".hidden"), "secret");
  // A web server runs as another user.
  execFileSync("chmod", ["-R", "a+rX", folder]);
});
afterAll(() => rm(folder, { recursive: true }));

const kinds: readonly (readonly [name: string, there: boolean, start: () => Promise<RealServer>])[] = [
  ["shihyo serve", true, () => serveFolder(folder)],
  ["nginx", hasNginx, () => startNginx(deployConfig("nginx", { code: "990019", root: folder }))],
  [
    "Apache",
    hasApache,
    () => {
      writeFileSync(join(folder, ".htaccess"), deployConfig("apache", { code: "990019" }));
      chmodSync(join(folder, ".htaccess"), 0o644);
      return startApache(folder);
    },
  ],
];

// Where it is not installed, the name says why it is skipped: apt-get install nginx apache2.
describe.each(kinds)("%s (installed here: %s)", (_, there, start) => {
  let server: RealServer;
  beforeAll(async () => {
    if (there) server = await start();
  });
  afterAll(() => server?.stop());
  const get = (path: string, headers: Record<string, string> = {}) => rawRequest(server.url, path, headers);

  test.skipIf(!there)("the doctor finds nothing wrong", async () => {
    const { findings, compared, files } = await examine(server.url, { all: true });
    const others = findings.filter(({ level }) => level !== "ok");
    // Over http on this machine: whether the city's host has https cannot be told from here.
    expect(others.map(({ check, level }) => [check, level])).toEqual([
      ["https", "unchecked"],
      ["base", "hint"],
    ]);
    expect(compared).toBe(files);
  });

  test.skipIf(!there).each([
    ["text/turtle", "data.ttl", "text/turtle; charset=utf-8"],
    ["application/json", "data.json", "application/json; charset=utf-8"],
    ["text/csv", "data.csv", "text/csv; charset=utf-8"],
    ["text/html,*/*;q=0.8", "index.html", "text/html; charset=utf-8"],
    ["application/ld+json", "index.html", "text/html; charset=utf-8"],
  ])("an indicator's address gives who accepts %s its %s", async (accept, name, type) => {
    // There is no data.jsonld in this folder: a page is what remains, or a plain refusal.
    const { status, headers, body } = await get("/indicators/K0001/", { accept });
    if (accept === "application/ld+json" && status === 406) return;
    expect(headers["content-type"]?.toLowerCase()).toBe(type);
    expect(String(headers.vary)).toMatch(/\bAccept\b(?!-)/);
    expect(body).toEqual(readFileSync(join(folder, "indicators/K0001", name)));
  });

  test.skipIf(!there)("an address of an earlier layout leads to what answers for it", async () => {
    for (const [path, goal] of [
      ["/indicators/K0001/FY1999/data.csv", "/indicators/K0001/data.csv"],
      ["/indicators/K0001/FY1999/", "/indicators/K0001/"],
    ] as const) {
      const { status, headers } = await get(path);
      expect({ path, status }).toEqual({ path, status: 302 });
      const { pathname } = new URL(String(headers.location), new URL(path, server.url));
      expect(pathname).toBe(goal);
      expect((await get(goal)).status).toBe(200);
    }
    expect((await get("/indicators/K0001/FY1999/none.svg")).status).not.toBe(200);
  });

  test.skipIf(!there)("the top address gives the whole dataset", async () => {
    const { body } = await get("/", { accept: "text/turtle" });
    expect(body).toEqual(readFileSync(join(folder, "990019_dataset.ttl")));
  });

  test.skipIf(!there)("data may be read from any site; pages say who may frame them", async () => {
    const page = await get("/indicators/K0001/");
    expect(page.headers["access-control-allow-origin"]).toBeUndefined();
    expect(page.headers["content-security-policy"]).toContain("frame-ancestors 'self'");
    for (const name of ["embed.html", "embed.en.html"]) {
      const embed = await get(`/indicators/K0001/${name}`);
      expect(embed.headers["content-security-policy"]).toContain("frame-ancestors *");
    }
    expect((await get("/990019_unit.csv")).headers["access-control-allow-origin"]).toBe("*");
  });

  test.skipIf(!there)("hidden names are not given; a released version is kept for a year", async () => {
    expect([403, 404]).toContain((await get("/.hidden")).status);
    expect((await get("/widgets/kpi-1.2.3.js")).headers["cache-control"]).toContain("immutable");
    expect((await get("/widgets/kpi.js")).headers["cache-control"]).toBe("no-cache");
  });
});

describe("the doctor sees", () => {
  async function seenOf(
    listener: (path: string) => ReturnType<typeof answer> | undefined,
  ): Promise<Finding[]> {
    const server = createServer(listening(listener)).listen(0, "127.0.0.1");
    await new Promise((resolve) => server.once("listening", resolve));
    onTestFinished(() => void server.close());
    const { findings } = await examine(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, {
      all: true,
    });
    return findings.filter(({ level }) => level === "error" || level === "warning");
  }

  interface Answer {
    readonly status?: number;
    readonly headers?: Record<string, string>;
    readonly body?: string;
  }
  const answer = (one: Answer): Answer => one;

  /** A plain server that gives the folder's files, but for what is changed. */
  function listening(change: (path: string) => Answer | undefined): RequestListener {
    const types: Record<string, string> = {
      html: "text/html; charset=utf-8",
      js: "text/javascript; charset=utf-8",
      css: "text/css; charset=utf-8",
      csv: "text/csv; charset=utf-8",
      json: "application/json; charset=utf-8",
      ttl: "text/turtle; charset=utf-8",
      nt: "application/n-triples; charset=utf-8",
      parquet: "application/vnd.apache.parquet",
    };
    return (request, response) => {
      const asked = decodeURI(request.url ?? "/").replace(/\/$/, "/index.html");
      const changed = change(asked.slice(1)) ?? {};
      let body: Buffer | undefined;
      try {
        body = readFileSync(join(folder, asked));
      } catch {
        body = undefined;
      }
      const status = changed.status ?? (body ? 200 : 404);
      response.writeHead(status, {
        "Content-Type": types[asked.split(".").at(-1) ?? ""] ?? "text/plain; charset=utf-8",
        "Access-Control-Allow-Origin": "*",
        ...changed.headers,
      });
      response.end(changed.body ?? body);
    };
  }

  test("that https was not looked at on this machine's own addresses", async () => {
    const server = createServer(listening(() => undefined)).listen(0, "127.0.0.1");
    await new Promise((resolve) => server.once("listening", resolve));
    onTestFinished(() => void server.close());
    const { port } = server.address() as AddressInfo;
    for (const host of ["127.0.0.1", "localhost"]) {
      const { findings } = await examine(`http://${host}:${port}/`);
      const { level, seen, advice } = findings.find(({ check }) => check === "https")!;
      expect({ level, seen }).toEqual({ level: "unchecked", seen: host });
      expect(advice?.ja).toContain("httpsかどうかは調べていません");
      expect(advice?.en).toContain("https was not checked");
    }
  });

  test("the address as it was given", async () => {
    const server = createServer(listening(() => undefined)).listen(0, "127.0.0.1");
    await new Promise((resolve) => server.once("listening", resolve));
    const given = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    for (const address of [given, `${given}/`, `${given}/index.html`]) {
      expect((await examine(address)).url).toBe(address);
    }
    await new Promise((resolve) => server.close(resolve));
    const refusal = (address: string) => examine(address).then(String, ({ message }: Error) => message);
    expect(await refusal(given)).toMatch(new RegExp(`^${given} cannot be reached`));
    expect(await refusal("www.example.jp")).toMatch(/begins with https:/);
  });

  test("nothing wrong with a plain web folder that sends the right types and CORS", async () => {
    expect(await seenOf(() => undefined)).toEqual([]);
  });

  test.each<readonly [string, string, (path: string) => Answer | undefined]>([
    ["a file that is missing", "files", (path) => (path === "990019_unit.csv" ? { status: 404 } : undefined)],
    [
      "a file of another release",
      "content",
      (path) => (path === "990019_unit.csv" ? { body: "old" } : undefined),
    ],
    [
      "elements that no browser loads",
      "types-pages",
      (path) => (path === "widgets/kpi.js" ? { headers: { "Content-Type": "text/plain" } } : undefined),
    ],
    [
      "Turtle as bytes",
      "types-data",
      (path) =>
        path.endsWith(".ttl") ? { headers: { "Content-Type": "application/octet-stream" } } : undefined,
    ],
    [
      "CSV without a charset",
      "charset",
      (path) => (path.endsWith(".csv") ? { headers: { "Content-Type": "text/csv" } } : undefined),
    ],
    [
      "data closed to other sites",
      "cors",
      (path) => (path.endsWith(".json") ? { headers: { "Access-Control-Allow-Origin": "" } } : undefined),
    ],
    [
      "an embed that may not be framed",
      "frames",
      (path) => (path.endsWith("embed.html") ? { headers: { "X-Frame-Options": "SAMEORIGIN" } } : undefined),
    ],
    [
      "a release that would be hidden for a month",
      "caching",
      (path) => (path.endsWith(".csv") ? { headers: { "Cache-Control": "max-age=2592000" } } : undefined),
    ],
    [
      "a page in place of what is not there",
      "not-found",
      (path) => (path.includes("looks-for-nothing") ? { status: 200, body: "<p>top</p>" } : undefined),
    ],
    [
      "no page at an indicator's address",
      "folders",
      (path) => (path === "indicators/K0001/index.html" ? { status: 403 } : undefined),
    ],
    ["no sums", "sums", (path) => (path === "SHA256SUMS" ? { status: 404 } : undefined)],
  ])("%s", async (_, check, change) => {
    const findings = await seenOf(change);
    expect(findings.map((one) => one.check)).toContain(check);
    expect(findings.every(({ advice }) => advice?.ja && advice.en)).toBe(true);
  });
});

test.each(hosts)("the settings for %s are the same every time and name every kind of file", (host) => {
  expect(deployConfig(host, { code: "142123" })).toBe(deployConfig(host, { code: "142123" }));
  if (host === "github-pages") return;
  for (const type of ["text/turtle", "application/ld+json", "application/vnd.apache.parquet"])
    expect(deployConfig(host)).toContain(type);
});
