// Two web servers on one machine: the city's page, and the published folder on another host, with headers as told.

import { createReadStream, existsSync, statSync } from "node:fs";
import { createServer, type ServerResponse } from "node:http";
import { extname, join } from "node:path";

interface HostPage {
  readonly html: string | Uint8Array;
  readonly headers?: Readonly<Record<string, string>>;
}

/** What the data's host answers in place of a file. */
type Answer = (path: string, response: ServerResponse) => boolean;

export interface Hosts {
  /** The city's own host; pages are put here by `page`. */
  readonly city: string;
  /** The published folder on disk. */
  readonly folder: string;
  /** The host of the published folder, ending in `/`. */
  readonly data: string;
  page(name: string, page: HostPage): string;
  /** The paths asked of the data's host since last time. */
  requests(): string[];
  /** Whether the data's host allows other origins to read it (CORS). */
  allowsOrigins: boolean;
  /** Takes the place of files until set to `undefined` again. */
  answer: Answer | undefined;
  close(): Promise<void>;
}

const types: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json",
  ".svg": "image/svg+xml",
};

export async function startHosts(folder: string): Promise<Hosts> {
  const pages = new Map<string, HostPage>();
  let asked: string[] = [];
  const cityServer = createServer((request, response) => {
    const page = pages.get((request.url ?? "").split("?")[0] ?? "");
    response.writeHead(page ? 200 : 404, { "content-type": "text/html; charset=utf-8", ...page?.headers });
    response.end(page?.html);
  });
  const dataServer = createServer((request, response) => {
    const path = decodeURIComponent((request.url ?? "/").split("?")[0] ?? "/");
    asked.push(path);
    if (hosts.allowsOrigins) response.setHeader("access-control-allow-origin", "*");
    if (hosts.answer?.(path, response)) return;
    const file = join(folder, path.endsWith("/") ? `${path}index.html` : path);
    if (!existsSync(file) || !statSync(file).isFile()) {
      response.writeHead(404, { "content-type": "text/html" }).end("<!doctype html><title>404</title>");
      return;
    }
    response.writeHead(200, { "content-type": types[extname(file)] ?? "application/octet-stream" });
    createReadStream(file).pipe(response);
  });
  const listen = (server: ReturnType<typeof createServer>) =>
    new Promise<string>((done) => {
      server.listen(0, "127.0.0.1", () => {
        done(`http://127.0.0.1:${(server.address() as { port: number }).port}/`);
      });
    });
  const city = await listen(cityServer);
  const data = await listen(dataServer);
  const hosts: Hosts = {
    city,
    folder,
    data,
    allowsOrigins: true,
    answer: undefined,
    page(name, page) {
      pages.set(`/${name}`, page);
      return city + name;
    },
    requests() {
      const before = asked;
      asked = [];
      return before;
    },
    async close() {
      for (const server of [cityServer, dataServer]) {
        server.closeAllConnections();
        await new Promise((done) => server.close(done));
      }
    },
  };
  return hosts;
}
