// A web server on one published folder, that stops without cutting off whoever is being served.

import { stat } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { Refusal } from "../../refusal.ts";
import { folderHandler } from "./serve-folder.ts";

export interface RunningServer {
  /** Ends in `/`. */
  readonly url: string;
  /** Takes no new connection; lets answers under way finish, for `grace` milliseconds at most. */
  stop(grace?: number): Promise<void>;
}

/** `port` 0 takes any free one. */
export async function serveFolder(
  folder: string,
  { host = "127.0.0.1", port = 0 }: { readonly host?: string; readonly port?: number } = {},
): Promise<RunningServer> {
  const found = await stat(folder).catch(() => undefined);
  if (!found?.isDirectory()) {
    throw new Refusal({
      ja: found ? `${folder} はファイルです。公開フォルダーを指定してください。` : `${folder} がありません。`,
      en: found ? `${folder} is a file. Name a published folder.` : `${folder} does not exist.`,
    });
  }
  const server = createServer(await folderHandler(folder));
  // This is no proxy; without an answer of ours the line would just be cut.
  server.on("connect", (_, socket) => {
    socket.on("error", () => socket.destroy());
    socket.end(
      "HTTP/1.1 405 Method Not Allowed\r\nAllow: GET, HEAD, OPTIONS\r\nConnection: close\r\nContent-Length: 0\r\n\r\n",
    );
  });
  await listen(server, host, port);
  const { address, family, port: taken } = server.address() as AddressInfo;
  return {
    url: `http://${family === "IPv6" ? `[${address}]` : address}:${taken}/`,
    stop: (grace = 10_000) => stop(server, grace),
  };
}

function listen(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", ({ code, message }: NodeJS.ErrnoException) => {
      const busy = code === "EADDRINUSE";
      const why = busy ? { ja: "すでに使われています", en: "it is taken" } : { ja: message, en: message };
      reject(
        new Refusal(
          {
            ja: `${host} のポート ${port} を使えません（${why.ja}）。--port で別の番号を指定してください。`,
            en: `Port ${port} of ${host} cannot be used (${why.en}). Name another with --port.`,
          },
          3,
        ),
      );
    });
    server.listen(port, host, resolve);
  });
}

function stop(server: Server, grace: number): Promise<void> {
  return new Promise((resolve) => {
    const cut = setTimeout(() => server.closeAllConnections(), grace);
    server.close(() => {
      clearTimeout(cut);
      resolve();
    });
    server.closeIdleConnections();
  });
}
