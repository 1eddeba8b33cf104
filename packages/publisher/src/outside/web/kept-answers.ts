// Answers that were given before, kept in memory as they were sent, for as long as what they were made of has not changed.

import { type Stats, statSync } from "node:fs";
import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from "node:http";

/** What of a file tells whether it is still the one that was read. */
interface Made {
  readonly path: string;
  readonly mark: string;
}

interface Kept {
  /** Names and values by turns, as `writeHead` takes them without looking at each. */
  readonly head: string[];
  readonly body: Buffer;
  readonly of: readonly Made[];
}

/** A larger answer is read from the disk each time. */
const largest = 4 << 20;
/** All of them together; the oldest goes first. */
const room = 96 << 20;

/** One server's memory. A link that leads elsewhere now, a file or folder that was replaced: all have other marks. */
export class KeptAnswers {
  private readonly kept = new Map<string, Kept>();
  private readonly looked = new Map<string, string>();
  private bytes = 0;

  /** Whether the request was answered. */
  answer(request: IncomingMessage, response: ServerResponse): boolean {
    const name = nameOf(request);
    const found = name === undefined ? undefined : this.kept.get(name);
    if (name === undefined || found === undefined) return false;
    if (found.of.some(({ path, mark }) => this.markNow(path) !== mark)) {
      this.drop(name, found);
      return false;
    }
    response.writeHead(200, found.head);
    response.end(request.method === "HEAD" ? undefined : found.body);
    return true;
  }

  /** To be called before anything is written; what it gives back is told of each path, before that is read. */
  watch(request: IncomingMessage, response: ServerResponse): (path: string) => void {
    const name = request.method === "GET" ? nameOf(request) : undefined;
    if (name === undefined) return () => undefined;
    const of: Made[] = [];
    const pieces: Buffer[] = [];
    let size = 0;
    const take = (piece: unknown, encoding: unknown) => {
      if (typeof piece !== "string" && !(piece instanceof Uint8Array)) return;
      const bytes =
        typeof piece === "string" ? Buffer.from(piece, encoding as BufferEncoding) : Buffer.from(piece);
      size += bytes.length;
      if (size <= largest) pieces.push(bytes);
      else pieces.length = 0;
    };
    const { write, end } = response;
    response.write = ((piece: unknown, ...rest: unknown[]) => {
      take(piece, rest[0]);
      return (write as (...words: unknown[]) => boolean).call(response, piece, ...rest);
    }) as typeof response.write;
    response.end = ((piece: unknown, ...rest: unknown[]) => {
      take(piece, rest[0]);
      return (end as (...words: unknown[]) => ServerResponse).call(response, piece, ...rest);
    }) as typeof response.end;
    response.once("finish", () => {
      if (response.statusCode !== 200 || size > largest || of.length === 0) return;
      if (of.some(({ path, mark }) => mark === "" || mark !== markOf(path))) return;
      this.keep(name, { head: headOf(response.getHeaders(), size), body: Buffer.concat(pieces), of });
    });
    return (path) => of.push({ path, mark: markOf(path) });
  }

  /** Each is looked at once for all requests that have come in the meantime. */
  private markNow(path: string): string {
    const known = this.looked.get(path);
    if (known !== undefined) return known;
    if (this.looked.size === 0) setImmediate(() => this.looked.clear());
    const mark = markOf(path);
    this.looked.set(path, mark);
    return mark;
  }

  private keep(name: string, answer: Kept): void {
    const known = this.kept.get(name);
    if (known) this.drop(name, known);
    this.kept.set(name, answer);
    this.bytes += sizeOf(name, answer);
    for (const [oldest, one] of this.kept) {
      if (this.bytes <= room) return;
      this.drop(oldest, one);
    }
  }

  private drop(name: string, answer: Kept): void {
    this.kept.delete(name);
    this.bytes -= sizeOf(name, answer);
  }
}

/** Letters, and a lump sum for what holds them. */
const sizeOf = (name: string, { head, body }: Kept): number =>
  body.length + 2 * (name.length + head.join("").length) + 1000;

/** Conditions and parts are worked out each time; so is whatever has two hosts, or a body. */
const unusual: ReadonlySet<string> = new Set([
  "range",
  "if-range",
  "if-none-match",
  "if-modified-since",
  "if-match",
  "if-unmodified-since",
  "content-length",
  "transfer-encoding",
  "expect",
]);

function nameOf({ method, url, headers, rawHeaders, httpVersion }: IncomingMessage): string | undefined {
  if ((method !== "GET" && method !== "HEAD") || httpVersion !== "1.1" || !url?.startsWith("/"))
    return undefined;
  for (const header in headers) if (unusual.has(header)) return undefined;
  let hosts = 0;
  for (let at = 0; at < rawHeaders.length; at += 2) {
    const header = rawHeaders[at] ?? "";
    if (header.length === 4 && header.toLowerCase() === "host") hosts += 1;
  }
  if (hosts !== 1) return undefined;
  return `${url}\n${headers.accept ?? ""}\n${headers["accept-encoding"] ?? ""}`;
}

function headOf(headers: OutgoingHttpHeaders, size: number): string[] {
  const head: string[] = [];
  for (const [name, value] of Object.entries(headers)) {
    if (/^(?:content-length|transfer-encoding|connection|date|keep-alive)$/i.test(name)) continue;
    for (const one of Array.isArray(value) ? value : [value]) head.push(name, String(one));
  }
  return [...head, "content-length", String(size)];
}

/** Empty where there is nothing. */
function markOf(path: string): string {
  const found: Stats | undefined = statSync(path, { throwIfNoEntry: false });
  return found ? `${found.dev} ${found.ino} ${found.size} ${found.mtimeMs} ${found.ctimeMs}` : "";
}
