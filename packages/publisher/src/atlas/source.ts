// Where a city's published folder is read from: a web address or a folder, by its own paths, within limits of size and time.

import { lstat, readFile, realpath, stat } from "node:fs/promises";
import { BlockList, isIP } from "node:net";
import { join, resolve, sep } from "node:path";
import type { Bilingual } from "@shihyo/core";
import { askOutside, ProxyFault, useCityProxy } from "../outside/city-proxy.ts";
import { Refusal } from "../refusal.ts";

/** What is told to whoever keeps the atlas. */
export type KeeperNote = Bilingual;

/** A file could not be had, in words for whoever keeps the atlas. */
export class SourceFault extends Error {
  readonly told: KeeperNote;
  constructor(ja: string, en: string) {
    super(en);
    this.told = { ja, en };
  }
}

interface Taken {
  readonly bytes: Uint8Array;
  readonly etag?: string;
  /** Where it was in the end, if the address has moved for good. */
  readonly movedTo?: string;
}

export interface CatalogueSource {
  /** `undefined` where it has not changed since `etag`. */
  read(path: string, limit: number, etag?: string): Promise<Taken | undefined>;
}

/** Milliseconds until an answer begins, and until its body has ended. */
export interface TimeLimits {
  readonly answer: number;
  readonly end: number;
}

const usualPatience: TimeLimits = { answer: 30_000, end: 300_000 };
const mostMoves = 5;

const isWebAddress = (address: string): boolean => /^https?:\/\//i.test(address);

/** A web address that ends in its folder, or the folder's own path. */
export function addressOf(given: string): string {
  if (!isWebAddress(given)) return resolve(given);
  if (!URL.canParse(given)) {
    throw new Refusal({
      ja: `「${given}」は、アドレスとして読めません。`,
      en: `“${given}” cannot be read as an address.`,
    });
  }
  const url = new URL(given);
  if (url.username !== "" || url.password !== "") {
    throw new Refusal({
      ja: "アドレスに、利用者の名前やパスワードを書くことはできません（一覧に残り、公開されます）。だれでも読めるアドレスを指定してください。",
      en: "An address must not hold a user or a password (it stays in the list, which is published). Name one that anybody may read.",
    });
  }
  url.hash = "";
  url.search = "";
  url.pathname = url.pathname
    .replace(/(?:index\.html|catalog\.(?:ttl|jsonld|rdf))$/, "")
    .replace(/\/?$/, "/");
  return url.href;
}

export function sourceAt(address: string, patience: TimeLimits = usualPatience): CatalogueSource {
  return isWebAddress(address) ? onTheWeb(address, patience) : onDisk(address);
}

function onDisk(folder: string): CatalogueSource {
  return {
    async read(path, limit) {
      const file = join(folder, ...path.split("/"));
      try {
        const [root, at] = [await realpath(folder), await realpath(file)];
        if (!at.startsWith(root + sep)) throw outside(path);
        const { size } = await stat(at);
        if (!(await lstat(at)).isFile()) throw missing(path);
        if (size > limit) throw tooLarge(path, limit);
        return { bytes: await readFile(at) };
      } catch (error) {
        if (error instanceof SourceFault) throw error;
        throw missing(path);
      }
    },
  };
}

const missing = (path: string) => new SourceFault(`${path} がありません。`, `${path} is not there.`);
const outside = (path: string) =>
  new SourceFault(`${path} は、そのフォルダーの外を指しています。`, `${path} leads out of that folder.`);
const tooLarge = (path: string, limit: number) =>
  new SourceFault(
    `${path} が、示された大きさ（${limit}バイト）を超えています。`,
    `${path} is larger than was said (${limit} bytes).`,
  );

let isProxyAsked = false;

function onTheWeb(address: string, patience: TimeLimits): CatalogueSource {
  return {
    async read(path, limit, etag) {
      if (!isProxyAsked) await useCityProxy();
      isProxyAsked = true;
      if (!URL.canParse(path, address)) throw notAnAddress(address);
      const first = new URL(path, address).href;
      let at = first;
      let isForGood = true;
      for (let moves = 0; moves <= mostMoves; moves += 1) {
        const { answer, stop, isLate } = await asked(at, etag, patience);
        if (answer.status === 304) {
          await stop();
          return undefined;
        }
        if ([301, 302, 303, 307, 308].includes(answer.status)) {
          await stop();
          const to = answer.headers.get("location") ?? "";
          if (to === "" || !URL.canParse(to, at)) throw lostRedirect(path, answer.status, to);
          const next = new URL(to, at);
          // Nothing of this machine, or of the network that it stands in, is looked at because a page elsewhere says so.
          if (!/^https?:$/.test(next.protocol) || next.username !== "" || next.password !== "")
            throw strangeRedirect(path, answer.status);
          if (isWithin(next.hostname) && !isWithin(new URL(first).hostname))
            throw strangeRedirect(path, answer.status);
          if (answer.status !== 301 && answer.status !== 308) isForGood = false;
          at = next.href;
          continue;
        }
        if (!answer.ok) {
          await stop();
          throw refusedAnswer(path, answer.status);
        }
        const bytes = await bodyOf(answer, path, limit)
          .catch((error: unknown) => {
            throw isLate() ? endless(path, patience.end) : error;
          })
          .finally(stop);
        const tag = answer.headers.get("etag");
        const moved = at !== first && isForGood && !/[?#]/.test(at) && at.endsWith(`/${path}`);
        return {
          bytes,
          ...(tag === null ? {} : { etag: tag }),
          ...(moved ? { movedTo: at.slice(0, -path.length) } : {}),
        };
      }
      throw endlessRedirects(path);
    },
  };
}

const refusedAnswer = (path: string, status: number) =>
  new SourceFault(
    `${path} を求めると、${status} が返りました。`,
    `${path} was answered with status ${status}.`,
  );

const notAnAddress = (address: string) =>
  new SourceFault(
    `「${address}」は、アドレスとして読めません。`,
    `“${address}” cannot be read as an address.`,
  );

const lostRedirect = (path: string, status: number, to: string) =>
  new SourceFault(
    `${path} を求めると ${status} が返りましたが、移った先（${to === "" ? "空" : `「${to.slice(0, 80)}」`}）がアドレスとして読めません。`,
    `${path} was answered with status ${status}, but where it leads (${to === "" ? "nowhere" : `“${to.slice(0, 80)}”`}) cannot be read as an address.`,
  );

const strangeRedirect = (path: string, status: number) =>
  new SourceFault(
    `${path} を求めると ${status} が返りましたが、移った先が公開されたウェブの場所ではないので、見に行きません。`,
    `${path} was answered with status ${status}, but it leads to no public place on the web, and is not followed.`,
  );

const endlessRedirects = (path: string) =>
  new SourceFault(
    `${path} を求めると、${mostMoves}回を超えて別の場所へ移されました。`,
    `${path} was sent on more than ${mostMoves} times.`,
  );

/** This machine, and networks that are nobody else's: names without a dot, and the addresses set aside for them. */
function isWithin(host: string): boolean {
  const name = host
    .toLowerCase()
    .replace(/^\[|\]$/g, "")
    .replace(/\.$/, "");
  if (isIP(name) === 0)
    return !name.includes(".") || /\.(?:localhost|local|internal|lan|home\.arpa)$/.test(name);
  return within.check(name, isIP(name) === 4 ? "ipv4" : "ipv6");
}

const within = new BlockList();
for (const [address, bits] of [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.168.0.0", 16],
] as const)
  within.addSubnet(address, bits, "ipv4");
for (const [address, bits] of [
  ["::", 127],
  ["fc00::", 7],
  ["fe80::", 10],
] as const)
  within.addSubnet(address, bits, "ipv6");

const seconds = (milliseconds: number): number => Math.ceil(milliseconds / 1000);
const endless = (path: string, end: number) =>
  new SourceFault(
    `${path} が、${seconds(end)}秒待っても届き終わりません。`,
    `${path} had not come to its end after ${seconds(end)} seconds.`,
  );

interface Answer {
  readonly answer: Response;
  /** To be called when no more of it is wanted. */
  stop(): Promise<void>;
  /** Whether it was cut off because it took too long. */
  isLate(): boolean;
}

/** An answer must begin soon and must end in time: a city that sends a letter a minute holds nobody up. */
async function asked(
  address: string,
  etag: string | undefined,
  { answer: soon, end }: TimeLimits,
): Promise<Answer> {
  const limit = new AbortController();
  let timer = setTimeout(() => limit.abort(), soon);
  try {
    const answer = await askOutside(address, {
      redirect: "manual",
      signal: limit.signal,
      headers: { "User-Agent": "shihyo-atlas", ...(etag === undefined ? {} : { "If-None-Match": etag }) },
    });
    clearTimeout(timer);
    timer = setTimeout(() => limit.abort(), end);
    return {
      answer,
      isLate: () => limit.signal.aborted,
      async stop() {
        clearTimeout(timer);
        if (!answer.bodyUsed) await answer.body?.cancel().catch(() => undefined);
      },
    };
  } catch (error) {
    clearTimeout(timer);
    if (error instanceof ProxyFault) throw new SourceFault(error.sentence.ja, error.sentence.en);
    const { host } = new URL(address);
    if (limit.signal.aborted) {
      throw new SourceFault(
        `${host} から、${seconds(soon)}秒待っても返事がありません。`,
        `${host} gave no answer within ${seconds(soon)} seconds.`,
      );
    }
    throw new SourceFault(`${host} に届きません。`, `${host} cannot be reached.`);
  }
}

/** Stops as soon as more comes than was said. */
async function bodyOf(answer: Response, path: string, limit: number): Promise<Uint8Array> {
  // As much as was said, of which the system gives what is written to: nothing stands there twice.
  const whole = Buffer.alloc(limit);
  let length = 0;
  try {
    for await (const piece of answer.body ?? []) {
      if (length + piece.byteLength > limit) throw tooLarge(path, limit);
      whole.set(piece, length);
      length += piece.byteLength;
    }
  } catch (error) {
    if (error instanceof SourceFault) throw error;
    throw new SourceFault(`${path} が途中で切れました。`, `${path} broke off.`);
  }
  return whole.subarray(0, length);
}
