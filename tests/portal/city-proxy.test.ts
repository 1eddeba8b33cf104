// A city hall reaches the world through its proxy alone: whoever goes out asks it, and what it refuses is told by name, once.

import { createServer, type IncomingMessage } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { join } from "node:path";
import { beforeAll, expect, onTestFinished, test } from "vitest";
import { cityData } from "../support/places.ts";
import { publishInto, scratch } from "../support/published-city.ts";
import { type Run, shihyo } from "../support/shihyo.ts";
import { workplace } from "../support/workplace.ts";

let out: string;
beforeAll(async () => {
  out = await publishInto(join(scratch(), "city"), cityData("official"));
}, 60_000);

const long = { timeout: 120_000 };
const place = (server: { address(): unknown }) => `127.0.0.1:${(server.address() as AddressInfo).port}`;

/** A proxy that gives each tunnel and each request for a plain address this answer, and notes what it was asked. */
async function proxyThat(answer: string): Promise<{ at: string; asked: string[] }> {
  const asked: string[] = [];
  const note = ({ method, url }: IncomingMessage) => asked.push(`${method} ${url}`);
  const proxy = createServer((request) => {
    note(request);
    request.resume().on("end", () => request.socket.end(answer));
  }).on("connect", (request, socket) => {
    note(request);
    socket.end(answer);
  });
  await new Promise<void>((done) => proxy.listen(0, "127.0.0.1", () => done()));
  onTestFinished(() => void proxy.close());
  return { at: place(proxy), asked };
}

const wantsPassword =
  "HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic\r\nContent-Length: 0\r\n\r\n";
const forbids = "HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n";

/** Each command that goes out, on its way to a host that only a proxy could know. */
const ways: Readonly<Record<string, (env: Record<string, string>) => Promise<Run>>> = {
  upload: (env) =>
    shihyo(
      ["upload", out, "--ckan", "https://soto.example.invalid", "--org", "city", "--allow-placeholder"],
      { env: { SHIHYO_CKAN_TOKEN: "x", ...env } },
    ),
  load: (env) =>
    shihyo(["load", out, "--sparql", "https://soto.example.invalid/store", "--allow-placeholder"], { env }),
  doctor: (env) => shihyo(["doctor", "https://soto.example.invalid/142123/"], { env }),
  "atlas update": async (env) => {
    const atlas = join(workplace(), "atlas");
    await shihyo(["atlas", "add", "https://soto.example.invalid/142123/", "--atlas", atlas], { env });
    return shihyo(["atlas", "update", "--atlas", atlas], { env });
  },
};
const go = (way: string, env: Record<string, string>) =>
  ways[way]!({ NO_PROXY: "", no_proxy: "", LANG: "ja_JP.UTF-8", ...env });

test.each(Object.keys(ways))(
  "%s tells that the proxy wants a password, and asks it once",
  long,
  async (way) => {
    const proxy = await proxyThat(wantsPassword);
    const { status, stdout, stderr } = await go(way, { HTTPS_PROXY: `http://${proxy.at}` });
    expect(status).toBe(3);
    expect(stdout + stderr).toContain("庁内のプロキシ（HTTPS_PROXY）");
    expect(stdout + stderr).toContain("利用者名とパスワード");
    expect(proxy.asked).toEqual(["CONNECT soto.example.invalid:443"]);
  },
);

test.each(Object.keys(ways))("%s tells that the proxy does not allow the address", long, async (way) => {
  const proxy = await proxyThat(forbids);
  const { status, stdout, stderr } = await go(way, {
    https_proxy: `http://${proxy.at}`,
    LANG: "en_GB.UTF-8",
  });
  expect(status).toBe(3);
  expect(stdout + stderr).toMatch(/The city's proxy \(HTTPS_PROXY\) refused .*\(HTTP 403\)/);
  expect(stdout + stderr).not.toContain("password");
  expect(proxy.asked).toHaveLength(1);
});

test("a plain address is asked for by its name, without a tunnel, as curl and npm do", long, async () => {
  const proxy = await proxyThat("HTTP/1.1 204 No Content\r\n\r\n");
  const args = ["load", out, "--sparql", "http://store.soto.invalid/data", "--allow-placeholder"];
  const { status, stderr } = await shihyo(args, {
    // Written as many write it: the name and the port alone.
    env: { NO_PROXY: "", no_proxy: "", HTTP_PROXY: proxy.at },
  });
  expect({ status, stderr }).toMatchObject({ status: 0 });
  expect(proxy.asked.length).toBeGreaterThan(0);
  for (const one of proxy.asked) expect(one).toMatch(/^PUT http:\/\/store\.soto\.invalid\/data\?graph=/);
});

test("and that the proxy wants a password for one is told as well", long, async () => {
  const proxy = await proxyThat(wantsPassword);
  const args = [
    "load",
    out,
    "--sparql",
    "http://store.soto.invalid/data",
    "--allow-placeholder",
    "--lang",
    "ja",
  ];
  const { status, stderr } = await shihyo(args, {
    env: { NO_PROXY: "", no_proxy: "", http_proxy: `http://${proxy.at}` },
  });
  expect(status).toBe(3);
  expect(stderr).toContain("庁内のプロキシ（HTTP_PROXY）");
  expect(stderr).toContain("利用者名とパスワード");
  expect(proxy.asked).toHaveLength(1);
});

test("what only the proxy can reach over https is reached through its tunnel", long, async () => {
  const inside = createServer().listen(0, "127.0.0.1");
  onTestFinished(() => void inside.close());
  const asked: string[] = [];
  const proxy = createServer().on("connect", (request, socket) => {
    asked.push(request.url ?? "");
    const there = connect((inside.address() as AddressInfo).port, "127.0.0.1", () => {
      socket.write("HTTP/1.1 200 OK\r\n\r\n");
      there.pipe(socket).pipe(there);
    });
    for (const one of [socket, there]) one.on("error", () => undefined);
  });
  await new Promise<void>((done) => proxy.listen(0, "127.0.0.1", () => done()));
  onTestFinished(() => {
    proxy.closeAllConnections();
    proxy.close();
  });
  // Behind the tunnel stands a server that speaks no TLS: what fails is told, and it is not the proxy.
  const { stdout, stderr } = await go("doctor", { HTTPS_PROXY: `http://${place(proxy)}` });
  expect(asked[0]).toBe("soto.example.invalid:443");
  expect(stdout + stderr).not.toContain("プロキシ");
});

test.each(["proxy city.local:8080", "ftp://proxy.city.local", "http://user:himitsu@"])(
  "a proxy that cannot be read (%s) is told, and not said again",
  long,
  async (HTTPS_PROXY) => {
    const { status, stdout, stderr } = await go("doctor", { HTTPS_PROXY });
    expect(status).toBe(2);
    expect(stderr).toContain("環境変数 HTTPS_PROXY のプロキシのアドレスを読めません");
    expect(stdout + stderr).not.toContain(HTTPS_PROXY);
  },
);
