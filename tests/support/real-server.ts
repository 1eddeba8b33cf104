// Debian's nginx and Apache on one folder with our settings, each on a free port of loopback, where installed.

import { spawn, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { chmod, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import type { AddressInfo } from "node:net";
import { createServer } from "node:net";
import { join } from "node:path";

export interface RealServer {
  readonly url: string;
  stop(): Promise<void>;
}

const modules = "/usr/lib/apache2/modules";
const has = (program: string) => spawnSync("sh", ["-c", `command -v ${program}`]).status === 0;
const sbin = (program: string) => (existsSync(`/usr/sbin/${program}`) ? `/usr/sbin/${program}` : program);

export const hasNginx = has(sbin("nginx"));
export const hasApache = has(sbin("apache2")) && existsSync(modules);

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** A server that runs as root hands its work to another user, who must be able to look into the folders. */
async function workFolder(): Promise<string> {
  const work = await mkdtemp(join("/var/tmp", "shihyo-server-"));
  await chmod(work, 0o755);
  return work;
}

async function started(
  program: string,
  args: readonly string[],
  port: number,
  work: string,
): Promise<RealServer> {
  const child = spawn(program, args, { stdio: ["ignore", "pipe", "pipe"] });
  let said = "";
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (chunk) => {
      said += chunk;
    });
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  const url = `http://127.0.0.1:${port}/`;
  for (let tries = 0; tries < 100 && child.exitCode === null; tries += 1) {
    const isUp = await fetch(url).then(
      () => true,
      () => false,
    );
    if (isUp) {
      return {
        url,
        async stop() {
          child.kill("SIGTERM");
          await ended;
          await rm(work, { recursive: true, force: true });
        },
      };
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  child.kill("SIGKILL");
  throw new Error(`${program} does not start: ${said}`);
}

/** `config` as `shihyo deploy-config nginx` prints it for this folder. */
export async function startNginx(config: string): Promise<RealServer> {
  const work = await workFolder();
  const port = await freePort();
  const site = config
    .replace("listen 80;", `listen 127.0.0.1:${port};`)
    .replace(/^\s*listen \[::\]:80;\n/m, "");
  const paths = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map(
    (name) => `${name}_temp_path ${work}/${name};`,
  );
  await writeFile(
    join(work, "nginx.conf"),
    `daemon off;\npid ${work}/pid;\nerror_log stderr;\nworker_processes 1;\nevents {}\nhttp {\naccess_log off;\n${paths.join("\n")}\n${site}\n}\n`,
  );
  return started(sbin("nginx"), ["-c", join(work, "nginx.conf")], port, work);
}

/** The folder holds the .htaccess that `shihyo deploy-config apache` prints. */
export async function startApache(folder: string): Promise<RealServer> {
  const work = await workFolder();
  const port = await freePort();
  const loaded = [
    ...["mpm_event", "authz_core", "dir", "mime", "headers", "rewrite", "filter", "deflate"],
  ].map((name) => `LoadModule ${name}_module ${modules}/mod_${name}.so`);
  await mkdir(join(work, "logs"));
  await writeFile(
    join(work, "httpd.conf"),
    `ServerRoot ${work}
ServerName localhost
Listen 127.0.0.1:${port}
PidFile ${work}/pid
ErrorLog ${work}/logs/error
${loaded.join("\n")}
User www-data
Group www-data
TypesConfig /dev/null
DeflateAlterETag NoChange
DocumentRoot ${folder}
<Directory ${folder}>
  AllowOverride FileInfo AuthConfig Indexes
  Require all granted
</Directory>
`,
  );
  return started(sbin("apache2"), ["-f", join(work, "httpd.conf"), "-DFOREGROUND"], port, work);
}
