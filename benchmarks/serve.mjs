// `node benchmarks/serve.mjs`: `shihyo serve` beside Debian's nginx with one worker, on one published folder, in one run.
//
// Each server runs in a process of its own; the load comes from this one. Rounds go by turns, and the better of each
// way's rounds counts, so that what else the machine does meets both alike.

import { execFileSync, spawn } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { createServer } from "node:net";
import { cpus, loadavg } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const top = dirname(dirname(fileURLToPath(import.meta.url)));
const autocannon = createRequire(join(top, "tests/package.json"))("autocannon");
const shihyo = join(top, "packages/publisher/bin/shihyo.js");
const seconds = Number(process.argv[2] ?? 3);
const rounds = Number(process.argv[3] ?? 3);

/** nginx's own user must be able to look into it. */
const work = mkdtempSync("/var/tmp/shihyo-bench-");
chmodSync(work, 0o755);
const folder = join(work, "published");
execFileSync(process.execPath, [shihyo, "publish", join(top, "data/142123"), "--out", folder], {
  stdio: "ignore",
});
execFileSync("chmod", ["-R", "a+rX", folder]);

const ports = [await freePort(), await freePort()];
const site = execFileSync(process.execPath, [shihyo, "deploy-config", "nginx", "--root", folder], {
  encoding: "utf8",
});
const temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"];
for (const name of temporary) mkdirSync(join(work, name));
writeFileSync(
  join(work, "nginx.conf"),
  `daemon off; worker_processes 1; pid ${work}/pid; error_log stderr;
events { worker_connections 512; }
http {
include /etc/nginx/mime.types; access_log off; sendfile on; tcp_nopush on; keepalive_requests 1000000;
${temporary.map((name) => `${name}_temp_path ${work}/${name};`).join("\n")}
${site.replace("listen 80;", `listen 127.0.0.1:${ports[1]};`).replace(/^\s*listen \[::\]:80;\n/m, "")}
}
`,
);
const servers = [
  spawn(process.execPath, [shihyo, "serve", folder, "--port", String(ports[0])], { stdio: "ignore" }),
  spawn("/usr/sbin/nginx", ["-c", join(work, "nginx.conf"), "-p", work], { stdio: "ignore" }),
];

try {
  for (const port of ports) await up(port);
  const named = (pattern) => readdirSync(folder).find((name) => pattern.test(name));
  const cases = [
    ["CSV", named(/_indicator_result\.csv$/), {}],
    ["CSV, gzip", named(/_indicator_result\.csv$/), { "accept-encoding": "gzip" }],
    ["page", "indicators/K0002/index.html", {}],
    ["page, gzip", "indicators/K0002/index.html", { "accept-encoding": "gzip" }],
    ["landing page", "", {}],
    ["card's data", "indicators/K0002/data.js", {}],
    ["xlsx", named(/\.xlsx$/), { "accept-encoding": "gzip, br" }],
  ];
  const said = [
    `${new Date().toISOString().slice(0, 10)}, Node ${process.versions.node}, ${nginxVersion()} with one worker, ${cpus().length} cores, load ${loadavg()[0].toFixed(0)}; twenty connections, ${seconds} s a round, the best of ${rounds}.`,
    "",
    "| file | kB | serve, a second | nginx, a second | ratio | serve, a second of its CPU | nginx, a second of its CPU | ratio |",
    "| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |",
  ];
  for (const [what, path, headers] of cases) {
    const [best, spent] = [
      [0, 0],
      [0, 0],
    ];
    let bytes = 0;
    for (let round = 0; round < rounds; round += 1) {
      for (const [at, port] of ports.entries()) {
        const url = `http://127.0.0.1:${port}/${path}`;
        const one = await fetch(url, { headers });
        if (one.status !== 200) throw new Error(`${url}: ${one.status}`);
        await one.arrayBuffer();
        const before = secondsOf(servers[at].pid);
        const load = await autocannon({ url, headers, connections: 20, duration: seconds });
        const { requests, throughput, errors, timeouts, non2xx } = load;
        if (errors + timeouts + non2xx > 0) throw new Error(`${url}: ${errors + timeouts + non2xx} failed`);
        best[at] = Math.max(best[at], requests.average);
        spent[at] = Math.max(spent[at], requests.total / (secondsOf(servers[at].pid) - before));
        bytes = throughput.average / requests.average;
      }
    }
    const cells = [
      what,
      Math.round(bytes / 1000),
      ...best.map(Math.round),
      (best[0] / best[1]).toFixed(2),
      ...spent.map(Math.round),
      (spent[0] / spent[1]).toFixed(2),
    ];
    said.push(`| ${cells.join(" | ")} |`);
    console.error(said.at(-1));
  }
  console.log(said.join("\n"));
} finally {
  for (const server of servers) server.kill();
  rmSync(work, { recursive: true, force: true });
}

/** The processor time of a process and its children, as Linux counts it (100 a second). */
function secondsOf(pid) {
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8")
    .trim()
    .split(" ")
    .filter(Boolean);
  return [pid, ...children].reduce((sum, one) => {
    const [user, system] = readFileSync(`/proc/${one}/stat`, "utf8")
      .replace(/^.*\) /s, "")
      .split(" ")
      .slice(11, 13);
    return sum + (Number(user) + Number(system)) / 100;
  }, 0);
}

function nginxVersion() {
  return execFileSync("sh", ["-c", "/usr/sbin/nginx -v 2>&1"], { encoding: "utf8" })
    .replace(/^.*: /, "")
    .trim();
}

async function freePort() {
  const server = createServer().listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}

async function up(port) {
  for (let tries = 0; tries < 200; tries += 1) {
    const is = await fetch(`http://127.0.0.1:${port}/`).then(
      (one) => one.arrayBuffer(),
      () => undefined,
    );
    if (is) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`nothing answers at port ${port}`);
}
