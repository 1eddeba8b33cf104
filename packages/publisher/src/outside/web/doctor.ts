// Looks at a published folder from outside, over HTTP, and says what is missing and what still works without it.

import { createHash } from "node:crypto";
import { isPlaceholder } from "@shihyo/core";
import { Refusal } from "../../refusal.ts";
import { answerBytes } from "../answer-bytes.ts";
import { askOutside, ProxyFault } from "../city-proxy.ts";
import { fileKind, framedPage, immutablePath } from "./file-kinds.ts";
import { mediaType } from "./variants.ts";

/**
 * `error`: data or pages do not work. `warning`: something works less well. `hint`: a nicety of `serve`.
 * `unchecked`: it could not be told from here.
 */
export type FindingLevel = "ok" | "hint" | "unchecked" | "warning" | "error";

export interface Finding {
  readonly check: string;
  readonly level: FindingLevel;
  /** What was seen. */
  readonly seen: string;
  readonly what: { readonly ja: string; readonly en: string };
  /** What to do, and what works all the same. Absent where all is well. */
  readonly advice?: { readonly ja: string; readonly en: string };
}

export interface Examination {
  /** As it was given. */
  readonly url: string;
  readonly files: number;
  /** How many files were fetched and held against SHA256SUMS. */
  readonly compared: number;
  readonly findings: readonly Finding[];
}

interface Seen {
  readonly status: number;
  readonly headers: Headers;
  readonly bytes: Uint8Array;
}

const origin = "https://city.example";

/** `all` compares every file; otherwise the first of each kind, and every file of the top folder. */
export async function examine(address: string, { all = false } = {}): Promise<Examination> {
  const url = address.endsWith("/") ? address : `${address.replace(/index\.html$/, "").replace(/\/?$/, "")}/`;
  const page = await fetchPage(url, address);
  const sums = await get(new URL("SHA256SUMS", url));
  const listed = listedFiles(sums);
  const chosen = all ? [...listed.keys()] : sampled([...listed.keys()]);
  const seen = new Map<string, Seen>();
  for (const group of groups(chosen, 4)) {
    const answers = group.map(async (path) => [path, await get(new URL(encodeURI(path), url))] as const);
    for (const [path, answer] of await Promise.all(answers)) seen.set(path, answer);
  }
  const findings = [
    ...checkPage(url, page),
    checkSums(listed.size, sums),
    ...checkBase(url, seen),
    ...checkContent(seen, listed),
    ...checkTypes(seen),
    checkCors(seen),
    checkSniffing(seen),
    checkFrames(seen),
    checkCaching(seen),
    await checkFolder(url, listed),
    await checkUnchanged(url),
    await checkMissing(url),
    await checkCompression(url, seen),
    await checkNegotiation(url, listed),
    await checkRange(url, listed),
  ];
  return { url: address, files: listed.size, compared: seen.size, findings };
}

/** The address that the data name themselves by, held against the one they were asked for at. */
function checkBase(url: string, seen: ReadonlyMap<string, Seen>): Finding[] {
  const file = [...seen.keys()].find((path) => /^\d{6}_dataset\.json$/.test(path));
  const answer = file === undefined ? undefined : seen.get(file);
  const text = answer ? new TextDecoder().decode(answer.bytes.subarray(0, 65_536)) : "";
  const base = /"base":\s*"([^"]+)"/.exec(text)?.[1];
  if (base === undefined) return [];
  // On this machine itself one rehearses.
  const level: FindingLevel = isPlaceholder(url) ? "hint" : "warning";
  const told = (what: Finding["what"], advice?: Finding["advice"]): Finding[] => [
    { check: "base", seen: base, level: advice ? level : "ok", what, ...(advice ? { advice } : {}) },
  ];
  if (isPlaceholder(base))
    return told(
      { ja: "データのアドレスが仮のもの", en: "The data name themselves by a placeholder" },
      {
        ja: `数字を引用するアドレスを誰も開けません。municipality.json の base を ${url} にして（または --base-iri ${url} を付けて）書き出し直してください。`,
        en: `Nobody can open the addresses that cite a number. Publish again with ${url} as the base in municipality.json, or with --base-iri ${url}.`,
      },
    );
  if (base.replace(/^http:/, "https:") === url.replace(/^http:/, "https:"))
    return told({ ja: "データのアドレスは、この場所", en: "The data name this place" });
  return told(
    { ja: "データのアドレスが、この場所と違う", en: "The data name themselves by another address than this" },
    {
      ja: `同じものが ${base} でも開けるなら、このままで構いません。そうでなければ base を ${url} にして書き出し直してください。`,
      en: `That is fine where the same folder answers at ${base}. If it does not, publish again with ${url} as the base.`,
    },
  );
}

/** The largest published file: all data of a city as a ZIP. */
const mostFile = 1 << 30;

async function fetchPage(url: string, address: string): Promise<Seen> {
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  if (!parsed || !/^https?:$/.test(parsed.protocol) || parsed.username || parsed.password) {
    // The address is not said again: it may hold a password.
    throw new Refusal({
      ja: "https:// で始まるアドレスを指定してください（名前やパスワードは書きません）。",
      en: "Name an address that begins with https:// (no name or password belongs in it).",
    });
  }
  return get(parsed, {}, address);
}

/** Where it cannot be reached, `shown` is the address in the words of whoever gave it. */
async function get(
  url: URL,
  headers: Readonly<Record<string, string>> = {},
  shown = url.href,
): Promise<Seen> {
  try {
    return await ask(url, headers);
  } catch (error) {
    if (error instanceof ProxyFault && !error.passes) throw error;
    // A server may close a line that was kept open in the very moment in which it is used again.
  }
  try {
    return await ask(url, headers);
  } catch (error) {
    if (error instanceof ProxyFault) throw error;
    const { message, cause } = error as Error;
    const reason = cause instanceof Error ? cause.message || message : message;
    throw new Refusal(
      {
        ja: `${shown} につながりません（${reason}）。アドレスとネットワークを確かめてください。`,
        en: `${shown} cannot be reached (${reason}). Check the address and the network.`,
      },
      3,
    );
  }
}

async function ask(url: URL, headers: Readonly<Record<string, string>>): Promise<Seen> {
  const response = await askOutside(url, {
    // Without a Cache-Control of ours, fetch would ask servers to leave out 304.
    headers: { Origin: origin, "Cache-Control": "max-age=0", ...headers },
    signal: AbortSignal.timeout(60_000),
  });
  const bytes = await answerBytes(response, mostFile);
  if (!bytes) throw new Error(`more than ${mostFile >> 20} MB`);
  return { status: response.status, headers: response.headers, bytes };
}

function listedFiles({ status, bytes }: Seen): Map<string, string> {
  const lines = status === 200 ? new TextDecoder().decode(bytes).split("\n") : [];
  return new Map(
    lines.flatMap((line) =>
      /^[0-9a-f]{64} {2}./.test(line) ? [[line.slice(66), line.slice(0, 64)] as const] : [],
    ),
  );
}

/** All files of the folder itself, and one of each kind below it. */
function sampled(paths: readonly string[]): readonly string[] {
  const kinds = new Set<string>();
  return paths.filter((path) => {
    const kind = sampleKind(path);
    const isFirst = !kinds.has(kind);
    kinds.add(kind);
    return isFirst || !path.includes("/");
  });
}

const sampleKind = (path: string) =>
  `${fileKind(path).ending} ${framedPage.test(path)} ${immutablePath.test(path)} ${path.startsWith("widgets/")}`;

function* groups<Item>(items: readonly Item[], size: number): Iterable<readonly Item[]> {
  for (let from = 0; from < items.length; from += size) yield items.slice(from, from + size);
}

type Check = readonly [
  bad: Exclude<FindingLevel, "ok" | "unchecked">,
  ja: string,
  en: string,
  adviceJa: string,
  adviceEn: string,
];

/** Each check: how bad it is where it fails, what is wanted, and what to do. */
const checks = {
  page: [
    "error",
    "トップのページが開く",
    "The top page opens",
    "公開フォルダーの中身（index.html のあるところ）がこのアドレスに置かれているか確かめてください。",
    "See whether what is in the published folder (where index.html is) lies at this address.",
  ],
  https: [
    "warning",
    "https で公開されている",
    "It is served over https",
    "httpsのページからは、httpのデータや部品を読めません。httpsで公開してください。リンクは使えます。",
    "Pages on https cannot load data or elements over http. Serve over https. Plain links work all the same.",
  ],
  sums: [
    "error",
    "SHA256SUMS がある",
    "SHA256SUMS is there",
    "フォルダーのファイルをすべて（拡張子のない SHA256SUMS も）置いてください。",
    "Copy every file of the folder, SHA256SUMS without an ending too.",
  ],
  files: [
    "error",
    "ファイルがそろっている",
    "All files are there",
    "途中までしか置かれていないようです。フォルダー全体をもう一度置いてください。",
    "It seems to be copied in part. Copy the whole folder again.",
  ],
  content: [
    "error",
    "ファイルの中身が公開したときのまま",
    "The files are as they were published",
    "別の版が混ざっているか、転送で書き換えられています。転送を「バイナリ」にし、全体を置き直してください。",
    "Another release is mixed in, or the transfer changes files. Transfer in binary mode, and copy all again.",
  ],
  "types-pages": [
    "error",
    "ページと部品の種類（Content-Type）が正しい",
    "Pages and elements have their media types",
    "この種類ではブラウザーが読み込みません。shihyo deploy-config の設定を使ってください。",
    "Browsers do not load them so. Use the settings of shihyo deploy-config.",
  ],
  "types-data": [
    "warning",
    "データの種類（Content-Type）が正しい",
    "Data have their media types",
    "ダウンロードはできますが、RDFなどを自動で読むソフトが形式を間違えます。shihyo deploy-config の設定を使ってください。",
    "They can be downloaded; programs that read RDF by its type go wrong. Use the settings of shihyo deploy-config.",
  ],
  charset: [
    "warning",
    "文字コード（charset=utf-8）が示されている",
    "Text says its charset",
    "ブラウザーで直接開くと文字化けすることがあります。Excelで開く分には影響ありません（BOMがあります）。",
    "Opened in a browser it may be garbled. In Excel it is right all the same (it has a BOM).",
  ],
  cors: [
    "warning",
    "ほかのサイトからデータを読める（CORS）",
    "Other sites may read the data (CORS)",
    "Access-Control-Allow-Origin: * を付けてください。カードはこれがなくても表示されます（スクリプトで読むため）。ほかのサイトのプログラムはデータを読めません。",
    "Send Access-Control-Allow-Origin: *. Cards work without it (they load scripts); programs on other sites cannot read the data.",
  ],
  nosniff: [
    "hint",
    "X-Content-Type-Options: nosniff がある",
    "X-Content-Type-Options: nosniff is sent",
    "付けると、データがページとして開かれる間違いを防げます。なくてもすべて動きます。",
    "It keeps data from being opened as a page by mistake. All works without it.",
  ],
  frames: [
    "warning",
    "embed.html をほかのサイトの枠（iframe）に入れられる",
    "embed.html may stand in other sites' frames",
    "embed.html と embed.en.html だけは X-Frame-Options を外し、Content-Security-Policy: frame-ancestors * にしてください。リンクとカードはこのままで使えます。",
    "For embed.html and embed.en.html alone, drop X-Frame-Options and send Content-Security-Policy: frame-ancestors *. Links and cards work as it is.",
  ],
  caching: [
    "warning",
    "新しい版がすぐに届く（Cache-Control）",
    "A new release arrives soon (Cache-Control)",
    "1日より長く古い版が表示されます。no-cache か短い max-age にしてください。",
    "The old release is shown for more than a day. Send no-cache, or a short max-age.",
  ],
  folders: [
    "error",
    "データのURI（…/K0001/ の形）でページが開く",
    "The data's IRIs (…/K0001/) open a page",
    "フォルダーのアドレスで index.html を返すように設定してください。",
    "Let the address of a folder give its index.html.",
  ],
  unchanged: [
    "hint",
    "変わっていないファイルは送り直されない（ETag、304）",
    "What has not changed is not sent again (ETag, 304)",
    "通信量が増えるだけで、すべて動きます。",
    "It only costs traffic; all works.",
  ],
  "not-found": [
    "warning",
    "ないファイルには 404 が返る",
    "What is not there is answered with 404",
    "ないファイルにもページを返すと、リンク切れに気づけません。404 を返すように設定してください。",
    "A page in place of what is not there hides broken links. Answer with 404.",
  ],
  compression: [
    "hint",
    "圧縮して送られる（gzip、brotli）",
    "Text is compressed (gzip, brotli)",
    "読み込みが遅くなるだけで、すべて動きます。",
    "It only loads more slowly; all works.",
  ],
  negotiation: [
    "hint",
    "URIでRDFを求めるとRDFが返る（Accept）",
    "Who asks an IRI for RDF is given RDF (Accept)",
    '普通のウェブフォルダーではできません。ページの中のJSON-LDと <link rel="alternate"> からたどれるので、なくても使えます。',
    'A plain web folder cannot do it. The JSON-LD in each page and <link rel="alternate"> lead there all the same.',
  ],
  range: [
    "hint",
    "ファイルの一部だけを読める（Range）",
    "A part of a file can be read (Range)",
    "DuckDBなどがParquetの必要なところだけを読めません。全体を読むので遅くなりますが使えます。",
    "DuckDB and others cannot read only what they need of the Parquet. They take all of it, which is slower.",
  ],
} as const satisfies Readonly<Record<string, Check>>;

function finding(check: keyof typeof checks, wrong: readonly string[] | string | undefined): Finding {
  const [level, ja, en, adviceJa, adviceEn] = checks[check];
  const what = { ja, en };
  const list = typeof wrong === "string" ? [wrong] : (wrong ?? []);
  if (list.length === 0) return { check, level: "ok", seen: "", what };
  const more = list.length > 3 ? ` … (${list.length})` : "";
  const seen = `${list.slice(0, 3).join(", ")}${more}`;
  return { check, level, seen, what, advice: { ja: adviceJa, en: adviceEn } };
}

function checkPage(url: string, { status, headers }: Seen): Finding[] {
  const type = headers.get("content-type") ?? "";
  return [
    finding("page", status === 200 && type.startsWith("text/html") ? undefined : `HTTP ${status} ${type}`),
    checkHttps(url),
  ];
}

/** On this machine's own addresses nothing can be told of how the folder will be served. */
function checkHttps(url: string): Finding {
  const { protocol, hostname } = new URL(url);
  if (protocol === "http:" && isLoopback(hostname)) {
    return {
      check: "https",
      level: "unchecked",
      seen: hostname,
      what: { ja: "https で公開されているか", en: "Whether it is served over https" },
      advice: {
        ja: "このパソコンの中のアドレス（http）なので、httpsかどうかは調べていません。公開したら、公開先のアドレスで調べてください。",
        en: "This is an address of this machine itself (http), so https was not checked. Once it is public, look at the public address.",
      },
    };
  }
  return finding("https", protocol === "https:" ? undefined : "http");
}

/** RFC 6761 §6.3 (localhost), RFC 1122 §3.2.1.3 (127/8), RFC 4291 §2.5.3 (::1). */
function isLoopback(hostname: string): boolean {
  return /^(?:(?:.+\.)?localhost|127\.[0-9.]+|\[::1\])$/.test(hostname);
}

function checkSums(count: number, { status }: Seen): Finding {
  return finding("sums", count > 0 ? undefined : `SHA256SUMS: HTTP ${status}`);
}

function checkContent(seen: ReadonlyMap<string, Seen>, listed: ReadonlyMap<string, string>): Finding[] {
  const missing = [...seen].filter(([, { status }]) => status !== 200).map(([path]) => path);
  const differing = [...seen]
    .filter(([path, { status, bytes }]) => status === 200 && hashOf(bytes) !== listed.get(path))
    .map(([path]) => path);
  return [finding("files", missing), finding("content", differing)];
}

const hashOf = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");

function checkTypes(seen: ReadonlyMap<string, Seen>): Finding[] {
  const said = (answer: Seen) => (answer.headers.get("content-type") ?? "").toLowerCase();
  const bare = (type: string) => type.split(";")[0]?.trim() ?? "";
  const here = [...seen].filter(([, { status }]) => status === 200);
  const shown = ([path, answer]: [string, Seen]) => `${path}: ${said(answer) || "–"}`;
  const same = (path: string, type: string) =>
    bare(type) === mediaType(path) ||
    (/\.m?js$/.test(path) && /^(application|text)\/(x-)?javascript$/.test(bare(type)));
  const isScript = (path: string) => /\.(m?js|css|html)$/.test(path);
  const wrong = here.filter(([path, answer]) => !same(path, said(answer)));
  const noCharset = here.filter(
    ([path, answer]) =>
      /\.(csv|txt|html|ttl)$/.test(path) && same(path, said(answer)) && !/charset="?utf-8/.test(said(answer)),
  );
  return [
    finding("types-pages", wrong.filter(([path]) => isScript(path)).map(shown)),
    finding("types-data", wrong.filter(([path]) => !isScript(path)).map(shown)),
    finding("charset", noCharset.map(shown)),
  ];
}

function checkCors(seen: ReadonlyMap<string, Seen>): Finding {
  const closed = [...seen].filter(
    ([path, { status, headers }]) =>
      status === 200 &&
      !fileKind(path).page &&
      !["*", origin].includes(headers.get("access-control-allow-origin") ?? ""),
  );
  return finding(
    "cors",
    closed.map(([path]) => path),
  );
}

function checkSniffing(seen: ReadonlyMap<string, Seen>): Finding {
  const open = [...seen].filter(
    ([, { status, headers }]) => status === 200 && headers.get("x-content-type-options") !== "nosniff",
  );
  return finding(
    "nosniff",
    open.map(([path]) => path),
  );
}

function checkFrames(seen: ReadonlyMap<string, Seen>): Finding {
  const shut = [...seen].filter(([path, { status, headers }]) => {
    if (!framedPage.test(path) || status !== 200) return false;
    const ancestors = /frame-ancestors ([^;]*)/.exec(headers.get("content-security-policy") ?? "")?.[1];
    return ancestors === undefined ? headers.has("x-frame-options") : ancestors.trim() !== "*";
  });
  return finding(
    "frames",
    shut.map(([path]) => path),
  );
}

function checkCaching(seen: ReadonlyMap<string, Seen>): Finding {
  const age = ({ headers }: Seen) =>
    Number(/max-age=(\d+)/.exec(headers.get("cache-control") ?? "")?.[1] ?? Number.NaN);
  const stale = [...seen].filter(([path, answer]) => !immutablePath.test(path) && age(answer) > 86_400);
  return finding(
    "caching",
    stale.map(([path, { headers }]) => `${path}: ${headers.get("cache-control")}`),
  );
}

/** Hash IRIs lead to a folder's address, not to its index.html. */
async function checkFolder(url: string, listed: ReadonlyMap<string, string>): Promise<Finding> {
  const path = [...listed.keys()].find((one) => one.endsWith("/index.html"))?.replace(/index\.html$/, "");
  const answer = path === undefined ? undefined : await get(new URL(path, url));
  return finding(
    "folders",
    answer === undefined || answer.status === 200 ? undefined : `${path}: HTTP ${answer.status}`,
  );
}

async function checkUnchanged(url: string): Promise<Finding> {
  const { headers } = await get(new URL("SHA256SUMS", url));
  const etag = headers.get("etag");
  const modified = headers.get("last-modified");
  const asked: Record<string, string> = etag
    ? { "If-None-Match": etag }
    : modified
      ? { "If-Modified-Since": modified }
      : {};
  const again = await get(new URL("SHA256SUMS", url), asked);
  return finding("unchanged", again.status === 304 ? undefined : `HTTP ${again.status}`);
}

async function checkMissing(url: string): Promise<Finding> {
  const { status } = await get(new URL("shihyo-doctor-looks-for-nothing.ttl", url));
  return finding("not-found", status === 404 || status === 410 ? undefined : `HTTP ${status}`);
}

/** On the largest of the text files seen: small ones are not worth it. */
async function checkCompression(url: string, seen: ReadonlyMap<string, Seen>): Promise<Finding> {
  const [largest] = [...seen]
    .filter(([path, { bytes }]) => fileKind(path).compress && bytes.length > 2000)
    .sort(([, a], [, b]) => b.bytes.length - a.bytes.length);
  const path = largest?.[0] ?? "index.html";
  const { headers } = await get(new URL(encodeURI(path), url), { "Accept-Encoding": "br, gzip" });
  return finding("compression", headers.has("content-encoding") ? undefined : path);
}

async function checkNegotiation(url: string, listed: ReadonlyMap<string, string>): Promise<Finding> {
  const path = [...listed.keys()].find((one) => /\/data\.ttl$/.test(one));
  const folder = path?.replace(/data\.ttl$/, "");
  const answer =
    folder === undefined ? undefined : await get(new URL(folder, url), { Accept: "text/turtle" });
  const type = answer?.headers.get("content-type") ?? "";
  return finding(
    "negotiation",
    answer === undefined || type.startsWith("text/turtle") ? undefined : `${folder}: ${type}`,
  );
}

async function checkRange(url: string, listed: ReadonlyMap<string, string>): Promise<Finding> {
  const path = [...listed.keys()].find((one) => one.endsWith(".parquet"));
  const answer =
    path === undefined
      ? undefined
      : await get(new URL(path, url), { Range: "bytes=0-3", "Accept-Encoding": "identity" });
  return finding(
    "range",
    answer === undefined || answer.status === 206 ? undefined : `${path}: HTTP ${answer.status}`,
  );
}
