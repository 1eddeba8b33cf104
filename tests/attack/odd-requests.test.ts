// `serve` before odd requests: two hosts, a whole address, CONNECT, weak marks, a second question mark, a folder that is being replaced.

import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, renameSync } from "node:fs";
import { readFile, rm } from "node:fs/promises";
import { createConnection } from "node:net";
import { join } from "node:path";
import { publish, type RunningServer, serveFolder } from "@shihyo/publisher";
import { afterAll, beforeAll, expect, test } from "vitest";
import { times } from "../support/attack.ts";
import { cityData } from "../support/places.ts";
import { publishedFolder } from "../support/published-folder.ts";
import { rawRequest } from "../support/raw-request.ts";
import { shihyo } from "../support/shihyo.ts";
import { copyOf, rewrite, workplace } from "../support/workplace.ts";

let folder: string;
let server: RunningServer;
beforeAll(async () => {
  folder = await publishedFolder();
  server = await serveFolder(folder);
});
afterAll(async () => {
  await server.stop(100);
  await rm(folder, { recursive: true });
});

const get = (path: string, headers: Record<string, string> = {}) => rawRequest(server.url, path, headers);

/** The first line of what is answered to the very bytes. */
function answerTo(text: string): Promise<string> {
  const { hostname, port } = new URL(server.url);
  return new Promise((resolve, reject) => {
    const socket = createConnection({ host: hostname, port: Number(port) }, () => socket.write(text));
    let answer = "";
    socket.setTimeout(10_000, () => socket.destroy());
    socket.on("data", (chunk) => {
      answer += chunk;
    });
    socket.on("close", () => resolve(answer.split("\r\n")[0] ?? ""));
    socket.on("error", reject);
  });
}

test("two Host headers, HTTP/0.9 and CONNECT are refused; a whole address is answered", async () => {
  const close = "Connection: close\r\n\r\n";
  expect(await answerTo(`GET /index.html HTTP/1.1\r\nHost: a.test\r\nHost: b.test\r\n${close}`)).toContain(
    " 400 ",
  );
  expect(await answerTo("GET /index.html\r\n\r\n")).toContain(" 400 ");
  expect(await answerTo(`CONNECT other.test:443 HTTP/1.1\r\nHost: other.test\r\n${close}`)).toContain(
    " 405 ",
  );
  expect(await answerTo(`GET http://a.test/index.html HTTP/1.1\r\nHost: a.test\r\n${close}`)).toContain(
    " 200 ",
  );
  expect(await answerTo(`GET http://a.test HTTP/1.1\r\nHost: a.test\r\n${close}`)).toContain(" 200 ");
});

test("what a method may be is told: of the whole server, of a page, and with a refusal", async () => {
  const { hostname, port } = new URL(server.url);
  const allowed = (line: string) =>
    new Promise<string>((resolve, reject) => {
      let answer = "";
      const socket = createConnection({ host: hostname, port: Number(port) }, () =>
        socket.write(`${line} HTTP/1.1\r\nHost: a.test\r\nConnection: close\r\n\r\n`),
      );
      socket.on("data", (chunk) => {
        answer += chunk;
      });
      socket.on("close", () => resolve(/^Allow: (.*)\r$/m.exec(answer)?.[1] ?? ""));
      socket.on("error", reject);
    });
  for (const line of ["OPTIONS *", "OPTIONS /index.html", "DELETE /index.html", "TRACE /"])
    expect([line, await allowed(line)]).toEqual([line, "GET, HEAD, OPTIONS"]);
});

test("a second question mark is part of the query, also where a slash is added", async () => {
  const { status, headers } = await get("/indicators/K0001?a?b=1?c");
  expect(status).toBe(301);
  expect(headers.location).toBe("./K0001/?a?b=1?c");
});

test("a workbook, Parquet and a ZIP are sent as they are, and text is compressed", async () => {
  const code = (await get("/SHA256SUMS")).body.toString("utf8").match(/(\d{6})_dataset\.json/)?.[1];
  for (const ending of ["xlsx", "parquet", "zip"]) {
    const file = `${code}_dataset.${ending}`;
    if (!existsSync(join(folder, file))) continue;
    const { headers, body } = await get(`/${file}`, { "Accept-Encoding": "gzip, br" });
    expect({ file, encoding: headers["content-encoding"] }).toEqual({ file, encoding: undefined });
    expect(body).toEqual(await readFile(join(folder, file)));
  }
  const text = await get("/index.html", { "Accept-Encoding": "gzip" });
  expect(text.headers["content-encoding"]).toBe("gzip");
});

test("a part names what it varies by, and a weak mark asks for the whole", async () => {
  const whole = await get("/SHA256SUMS");
  const part = await get("/SHA256SUMS", { Range: "bytes=0-3" });
  expect(part.status).toBe(206);
  expect(part.headers.vary).toMatch(/Accept-Encoding/);
  const etag = String(whole.headers.etag);
  expect(etag).toMatch(/^W\//);
  expect((await get("/SHA256SUMS", { Range: "bytes=0-3", "If-Range": etag })).status).toBe(200);
});

/** Looks without a pause whether the folder is there; on end it says how often it was not, and for how long at most. */
const looker = `
const { existsSync } = require("node:fs");
let [looks, away, since, longest, isOver] = [0, 0, 0, 0, false];
process.stdin.on("data", () => (isOver = true));
(function look() {
  for (let at = 0; at < 1000; at += 1) {
    looks += 1;
    if (existsSync(process.argv[1])) since = 0;
    else {
      away += 1;
      since ||= performance.now();
      longest = Math.max(longest, performance.now() - since);
    }
  }
  if (isOver) { console.log(JSON.stringify({ looks, away, longest })); process.exit(); }
  setImmediate(look);
})();`;

test("a folder that is published anew under the server is away for a moment, which no reader of it meets", async () => {
  const out = join(workplace(), "published");
  const [one, other] = [cityData("minimal"), copyOf(cityData("minimal"))];
  rewrite(join(other, "observations/2024.csv"), (text) => text.replace("1234", "4321"));
  await publish(one, out);
  const watched = await serveFolder(out);
  const looking = spawn(process.execPath, ["-e", looker, out], { stdio: ["pipe", "pipe", "ignore"] });
  let said = "";
  looking.stdout.on("data", (chunk) => {
    said += chunk;
  });
  let [reads, misses] = [0, 0];
  let isOver = false;
  const reading = (async () => {
    while (!isOver) {
      if ((await rawRequest(watched.url, "/SHA256SUMS")).status !== 200) misses += 1;
      reads += 1;
    }
  })();
  const swaps = times(4, 46);
  for (let swap = 0; swap < swaps; swap += 1) {
    const { status } = await shihyo(["publish", swap % 2 === 0 ? other : one, "--out", out]);
    expect(status).toBe(0);
  }
  isOver = true;
  await reading;
  looking.stdin.write("over");
  await once(looking, "close");
  await watched.stop(100);
  const { looks, away, longest } = JSON.parse(said);
  console.log(
    `${swaps} publishes: away in ${away} of ${looks} looks, ${longest.toFixed(1)} ms at most; serve: ${reads} reads, ${misses} missed`,
  );
  expect(misses).toBe(0);
  expect(reads).toBeGreaterThan(swaps);
  // As the docs say; a machine that stops for a while may make it longer.
  expect(longest).toBeLessThan(1000);
}, 1_200_000);

test("a folder that is away while it is replaced is waited for", async () => {
  const swaps = times(10, 200);
  let [reads, misses] = [0, 0];
  let isOver = false;
  const reading = (async () => {
    while (!isOver) {
      const { status } = await get("/SHA256SUMS");
      reads += 1;
      if (status !== 200) misses += 1;
    }
  })();
  for (let swap = 0; swap < swaps; swap += 1) {
    renameSync(folder, `${folder}.away`);
    // As long as the longest gap that was ever measured.
    await new Promise((done) => setTimeout(done, 9));
    renameSync(`${folder}.away`, folder);
    await new Promise((done) => setTimeout(done, 50));
  }
  isOver = true;
  await reading;
  console.log(`${swaps} swaps, ${reads} reads, ${misses} missed`);
  expect(misses).toBe(0);
}, 120_000);
