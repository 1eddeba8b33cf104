// A city published into a folder of its own and served on this machine, as any web server would serve it.

import { createReadStream, mkdtempSync, rmSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";
import { publish } from "@shihyo/publisher";

export interface ServedCity {
  readonly folder: string;
  /** `http://127.0.0.1:49152/` */
  readonly base: string;
  /** The paths that were asked for since last time. */
  requests(): string[];
  close(): void;
}

const types: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".css": "text/css",
  ".svg": "image/svg+xml",
  ".csv": "text/csv",
  ".json": "application/json",
};

export async function serveCity(data: string): Promise<ServedCity> {
  const folder = mkdtempSync(join(tmpdir(), "shihyo-served-"));
  const out = join(folder, "published");
  const { written } = await publish(data, out);
  if (!written) throw new Error(`${data} was not published`);
  let asked: string[] = [];
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? "/", "http://localhost").pathname);
    asked.push(path);
    const file = join(out, path.endsWith("/") ? `${path}index.html` : path);
    const isThere = statSync(file, { throwIfNoEntry: false })?.isFile() ?? false;
    response.writeHead(isThere ? 200 : 404, {
      "content-type": types[extname(file)] ?? "application/octet-stream",
    });
    if (isThere) createReadStream(file).pipe(response);
    else response.end();
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const address = server.address();
  const port = typeof address === "object" ? address?.port : undefined;
  return {
    folder: out,
    base: `http://127.0.0.1:${port}/`,
    requests() {
      const before = asked;
      asked = [];
      return before;
    },
    close() {
      server.closeAllConnections();
      server.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
