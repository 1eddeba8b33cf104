// A plain web server for a folder: files by their ending, nothing clever.

import { createReadStream, statSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join, normalize, sep } from "node:path";

const types: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json",
  ".csv": "text/csv; charset=utf-8",
  ".svg": "image/svg+xml",
};

export interface Served {
  readonly address: string;
  close(): Promise<void>;
}

/** Serves the folder below `at` (such as `/open/data/`), as a city that puts it into a subfolder does. */
export async function serveFolder(folder: string, at = "/"): Promise<Served> {
  const server = createServer((request, response) => {
    // A browser asks for this by itself, of any server.
    if (request.url === "/favicon.ico") {
      response.writeHead(204).end();
      return;
    }
    const path = decodeURIComponent(new URL(request.url ?? "/", "http://localhost").pathname);
    const below = path.startsWith(at) ? normalize(path.slice(at.length)) : "..";
    const file = join(folder, below.endsWith(sep) || below === "." ? join(below, "index.html") : below);
    const found = below.startsWith("..") ? undefined : statSync(file, { throwIfNoEntry: false });
    if (!found?.isFile()) {
      response.writeHead(404, { "content-type": "text/plain" }).end("not found");
      return;
    }
    response.writeHead(200, { "content-type": types[extname(file)] ?? "application/octet-stream" });
    createReadStream(file).pipe(response);
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}${at}`,
    close: () => new Promise((done) => server.close(() => done())),
  };
}
