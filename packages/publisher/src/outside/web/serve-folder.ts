// Answers HTTP requests out of one published folder: content negotiation, caching, ranges, compression, policy.

import { open, readdir, readFile, realpath, stat } from "node:fs/promises";
import type { IncomingMessage, ServerResponse } from "node:http";
import { join, relative, sep } from "node:path";
import Negotiator from "negotiator";
import send from "send";
import { earlierAddress } from "../../formats/earlier-addresses.ts";
import { cachingOf, fileKind, framePolicy, pagePolicy } from "./file-kinds.ts";
import { KeptAnswers } from "./kept-answers.ts";
import { codingFor, sendSmaller } from "./smaller.ts";
import { type Variant, variantsIn } from "./variants.ts";

type Handler = (request: IncomingMessage, response: ServerResponse) => void;

/** `top` is the folder; nothing outside it is ever read, symbolic links included. */
export async function folderHandler(top: string): Promise<Handler> {
  const root = await realpath(top);
  const kept = new KeptAnswers();
  return (request, response) => {
    if (kept.answer(request, response)) return;
    const made: OnRead = kept.watch(request, response);
    answerBridged(root, request, response, made).catch((error: unknown) =>
      refuse(root, response, isGone(error) ? 404 : 500, request),
    );
  };
}

const aboutTheFile = [
  "Content-Encoding",
  "Content-Length",
  "Content-Location",
  "Content-Range",
  "ETag",
  "Last-Modified",
  "Vary",
] as const;

/** Where the folder is taken away amid an answer, since it is being replaced, the answer is begun again. */
async function answerBridged(
  root: string,
  request: IncomingMessage,
  response: ServerResponse,
  made: OnRead,
): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await answer(root, request, response, made);
    } catch (error) {
      if (!isGone(error) || response.headersSent || attempt === 5) throw error;
      await folderBack(root);
      // Nothing of the file that is gone is said of the one that has come.
      for (const name of aboutTheFile) response.removeHeader(name);
    }
  }
}

/** Told of every path that an answer is made of, before it is read. */
type OnRead = (path: string) => void;

async function answer(
  root: string,
  request: IncomingMessage,
  response: ServerResponse,
  made: OnRead,
): Promise<void> {
  response.setHeader("X-Content-Type-Options", "nosniff");
  response.setHeader("Referrer-Policy", "strict-origin-when-cross-origin");
  if (request.method === "OPTIONS") return preflight(response);
  if (request.method !== "GET" && request.method !== "HEAD") {
    response.setHeader("Allow", "GET, HEAD, OPTIONS");
    return refuse(root, response, 405);
  }
  if (hostsOf(request) > 1 || request.httpVersionMajor < 1) return refuse(root, response, 400);
  const { rawPath, query } = targetOf(request.url ?? "/");
  const path = decoded(rawPath);
  if (path === undefined) return refuse(root, response, 400);
  const target = await insideBridged(root, path);
  if (target === undefined) {
    const now = earlierAddress(path);
    if (now === undefined) return refuse(root, response, 404, request);
    response.writeHead(302, { Location: now, "Access-Control-Allow-Origin": "*" });
    response.end();
    return;
  }
  if (!target.isFolder) {
    if (path.endsWith("/")) return refuse(root, response, 404, request);
    return sendFile(root, target.path, request, response, made);
  }
  if (!path.endsWith("/")) return addSlash(rawPath, query, response);
  return negotiate(root, target.path, request, response, made);
}

/** Two may be read as either by whoever stands before this server. */
function hostsOf({ rawHeaders }: IncomingMessage): number {
  return rawHeaders.filter((name, index) => index % 2 === 0 && name.toLowerCase() === "host").length;
}

/** As it is asked for, `/a?b?c` or, as proxies may, with the whole address before it. */
function targetOf(url: string): { readonly rawPath: string; readonly query: string | undefined } {
  const own = url.replace(/^https?:\/\/[^/?#]*/i, "");
  const at = own.indexOf("?");
  const rawPath = at < 0 ? own : own.slice(0, at);
  return { rawPath: rawPath === "" ? "/" : rawPath, query: at < 0 ? undefined : own.slice(at + 1) };
}

/** While the folder is being replaced it is away for some milliseconds: that is waited for. */
async function insideBridged(root: string, path: string): ReturnType<typeof inside> {
  for (let attempt = 1; ; attempt += 1) {
    const before = await markOf(root);
    const found = await inside(root, path);
    if (found !== undefined || attempt === 5) return found;
    // Nothing is there only where the folder was there all the time.
    if (before !== "" && before === (await markOf(root))) return undefined;
    await folderBack(root);
  }
}

async function markOf(folder: string): Promise<string> {
  return stat(folder).then(
    ({ ino, ctimeMs }) => `${ino} ${ctimeMs}`,
    () => "",
  );
}

async function folderBack(root: string): Promise<void> {
  for (let attempt = 0; attempt < 100; attempt += 1) {
    const isThere = await stat(root).then(
      () => true,
      () => false,
    );
    if (isThere) return;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

class Gone extends Error {}

const isGone = (error: unknown): boolean =>
  error instanceof Gone || (error as NodeJS.ErrnoException | undefined)?.code === "ENOENT";

function preflight(response: ServerResponse): void {
  response.writeHead(204, {
    Allow: "GET, HEAD, OPTIONS",
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Allow-Methods": "GET, HEAD",
    "Access-Control-Allow-Headers": "Accept, Range, If-None-Match",
    "Access-Control-Max-Age": "86400",
  });
  response.end();
}

/** The path in plain characters; undefined where it is no path at all. */
function decoded(rawPath: string): string | undefined {
  try {
    const path = decodeURIComponent(rawPath);
    return path.startsWith("/") && !path.includes("\0") && !path.includes("\\") ? path : undefined;
  } catch {
    return undefined;
  }
}

/** What stands there, where it lies inside the folder once every link is followed; hidden names are not there. */
async function inside(
  root: string,
  path: string,
): Promise<{ readonly path: string; readonly isFolder: boolean } | undefined> {
  const parts = path.split("/").filter((part) => part !== "");
  if (parts.some((part) => part.startsWith("."))) return undefined;
  const real = await realpath(join(root, ...parts)).catch(() => undefined);
  if (real === undefined || (real !== root && !real.startsWith(root + sep))) return undefined;
  const found = await stat(real);
  if (!found.isFile() && !found.isDirectory()) return undefined;
  return { path: real, isFolder: found.isDirectory() };
}

/** Relative to the last part, so that it holds below any prefix and never leads to another host. */
function addSlash(rawPath: string, query: string | undefined, response: ServerResponse): void {
  const last = rawPath.slice(rawPath.lastIndexOf("/") + 1);
  response.writeHead(301, { Location: `./${last}/${query === undefined ? "" : `?${query}`}` });
  response.end();
}

async function negotiate(
  root: string,
  folder: string,
  request: IncomingMessage,
  response: ServerResponse,
  made: OnRead,
): Promise<void> {
  made(folder);
  const variants = await remembered(folder, async () => variantsIn(await readdir(folder)));
  if (variants.length === 0) return refuse(root, response, 404, request);
  response.setHeader("Vary", "Accept");
  response.setHeader("Link", variants.map(alternate).join(", "));
  const types = variants.map(({ type }) => type);
  const wanted = new Negotiator(request).mediaType(types);
  const chosen = variants.find(({ type }) => type === wanted);
  if (!chosen) return refuse(root, response, 406);
  response.setHeader("Content-Location", chosen.name);
  return sendFile(root, join(folder, chosen.name), request, response, made);
}

const alternate = ({ name, type }: Variant) => `<${name}>; rel="alternate"; type="${type}"`;

async function sendFile(
  root: string,
  file: string,
  request: IncomingMessage,
  response: ServerResponse,
  made: OnRead,
): Promise<void> {
  made(file);
  // A folder's own data file may be a link as well.
  const real = await realpath(file).catch(() => undefined);
  if (real === undefined) throw new Gone();
  if (!real.startsWith(root + sep)) return refuse(root, response, 404, request);
  const path = relative(root, file).split(sep).join("/");
  const kind = fileKind(path);
  response.setHeader("Content-Type", kind.type);
  response.setHeader("Cache-Control", cachingOf(path));
  // Also of a part, which is never compressed: a cache must not give it to whoever asked for another form.
  if (kind.compress) addVary(response, "Accept-Encoding");
  // A weak mark says that two forms mean the same, not that their bytes do (RFC 9110, 13.1.5).
  if (String(request.headers["if-range"] ?? "").includes("W/")) delete request.headers.range;
  if (kind.page) {
    response.setHeader("Content-Security-Policy", await policyOf(real, path));
  } else {
    response.setHeader("Access-Control-Allow-Origin", "*");
    response.setHeader("Access-Control-Expose-Headers", "Content-Location, ETag, Link");
    response.setHeader("Cross-Origin-Resource-Policy", "cross-origin");
  }
  const sending = send(request, encodeURI(path).replaceAll("?", "%3F").replaceAll("#", "%23"), {
    root,
    cacheControl: false,
    index: false,
    dotfiles: "ignore",
  });
  return new Promise((resolve, reject) => {
    const plainly = sending.stream;
    // The last step, once the conditions and parts that were asked for are answered.
    sending.stream = (path, options) => {
      const size = Number(response.getHeader("Content-Length"));
      const coding = kind.compress && response.statusCode === 200 ? codingFor(request, size) : undefined;
      if (coding) sendSmaller(path, coding, response).catch(reject);
      else plainly.call(sending, path, options);
    };
    sending
      .on("error", ({ status }: { status?: number }) => {
        if (status === 404 && !response.headersSent) return reject(new Gone());
        if (status === 416) {
          response.statusCode = 416;
          response.end();
        } else void refuse(root, response, status ?? 500, request);
        return resolve();
      })
      .pipe(response);
    response.once("close", resolve);
  });
}

function addVary(response: ServerResponse, name: string): void {
  const before = String(response.getHeader("Vary") ?? "");
  if (before.includes(name)) return;
  response.setHeader("Vary", before === "" ? name : `${before}, ${name}`);
}

/** A page that states its own policy keeps it: two policies would both have to be met. */
async function policyOf(file: string, path: string): Promise<string> {
  const statesOne = await remembered(file, async () =>
    /<meta[^>]+http-equiv="?content-security-policy/i.test(await beginning(file)),
  );
  return statesOne ? framePolicy(path) : `${pagePolicy}; ${framePolicy(path)}`;
}

async function beginning(file: string): Promise<string> {
  const handle = await open(file);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(4096), 0, 4096, 0);
    return buffer.toString("utf8", 0, bytesRead);
  } finally {
    await handle.close();
  }
}

/** What was found out about a file or folder, for as long as it is not changed. */
const memory = new Map<string, { readonly changed: number; readonly value: unknown }>();

async function remembered<Value>(path: string, find: () => Promise<Value>): Promise<Value> {
  const { ctimeMs: changed } = await stat(path);
  const known = memory.get(path);
  if (known?.changed === changed) return known.value as Value;
  const value = await find();
  if (memory.size > 10_000) memory.clear();
  memory.set(path, { changed, value });
  return value;
}

const sentences: Readonly<Record<number, readonly [ja: string, en: string]>> = {
  400: ["アドレスの書き方が正しくありません。", "This is no address."],
  404: ["このアドレスには何もありません。", "There is nothing at this address."],
  405: ["ここでは読むことしかできません。", "Here one can only read."],
  406: [
    "その形式のデータはありません。Link ヘッダーにある形式から選んでください。",
    "There are no data in that form. Choose one that the Link header names.",
  ],
  500: ["このサーバーで問題が起きました。", "Something went wrong in this server."],
};

/** The folder's own 404.html where it has one and a page is what the client wants. */
async function refuse(
  root: string,
  response: ServerResponse,
  status: number,
  request?: IncomingMessage,
): Promise<void> {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  for (const name of aboutTheFile) if (name !== "Vary") response.removeHeader(name);
  const [ja, en] = sentences[status] ?? sentences[500] ?? ["", ""];
  const file = join(root, "404.html");
  const own = status === 404 && request ? await readFile(file).catch(() => undefined) : undefined;
  const policy = own ? await policyOf(file, "404.html") : `${pagePolicy}; frame-ancestors 'none'`;
  const page = `<!doctype html>
<html lang="ja">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${status}</title></head>
<body><main><h1>${ja}</h1><p lang="en">${en}</p></main></body>
</html>
`;
  const body = own ?? Buffer.from(page, "utf8");
  response.statusCode = status;
  response.setHeader("Content-Type", "text/html; charset=utf-8");
  response.setHeader("Content-Security-Policy", policy);
  response.setHeader("Cache-Control", "no-cache");
  // A program on another site may read that there is nothing: without this it sees a fault of the network.
  response.setHeader("Access-Control-Allow-Origin", "*");
  response.setHeader("Content-Length", body.byteLength);
  response.end(request?.method === "HEAD" ? undefined : body);
}
