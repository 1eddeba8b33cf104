// Calls to CKAN's Action API: the token, the retries, and what went wrong told apart.

import { withoutSecrets } from "../../secrets.ts";
import { answerBytes, mostAnswer } from "../answer-bytes.ts";
import { askOutside, ProxyFault } from "../city-proxy.ts";
import { isPassing, type Patience, patience as patient, pause, waitBefore } from "./patience.ts";
import { PortalError, validationSentence } from "./portal-error.ts";

export interface CkanResource {
  readonly id: string;
  readonly name?: string | null;
  readonly description?: string | null;
  readonly format?: string | null;
  readonly mimetype?: string | null;
  readonly hash?: string | null;
  readonly size?: number | null;
  readonly url?: string | null;
  readonly url_type?: string | null;
  readonly [field: string]: unknown;
}

export interface CkanPackage {
  readonly id: string;
  readonly name: string;
  readonly state?: string;
  /** Seen by its organisation alone. */
  readonly private?: boolean;
  readonly organization?: { readonly id: string; readonly name: string } | null;
  /** With more that is the portal's own, such as the vocabulary that a tag is from. */
  readonly tags?: readonly { readonly name: string; readonly vocabulary_id?: string | null }[];
  readonly extras?: readonly { readonly key: string; readonly value: string }[];
  readonly resources: readonly CkanResource[];
  readonly [field: string]: unknown;
}

export interface CkanLicence {
  readonly id: string;
  readonly title?: string;
  readonly url?: string;
}

export interface CkanClient {
  /** The portal's address, without a slash at its end. */
  readonly url: string;
  /** A call that reads, or that may be made twice without harm: tried again where that may help. */
  call<Result>(action: string, body?: object): Promise<Result>;
  /** A call that must not be made twice unseen: tried once; `isDoubtful` tells whether it may have worked. */
  once<Result>(action: string, body: object | FormData, bytes?: number): Promise<Result>;
  /** The same work again after what may pass, as `call` does it. */
  persist<Result>(work: () => Promise<Result>): Promise<Result>;
  /** The bytes at an address of this portal; `undefined` where there are more than `most`. */
  download(url: string, most: number): Promise<Uint8Array | undefined>;
}

/** After such an error nobody knows whether the portal did what it was asked to. */
export class DoubtfulError extends Error {
  override readonly name = "DoubtfulError";
  readonly retryAfter: string | undefined;

  constructor(message: string, retryAfter?: string | null) {
    super(message);
    this.retryAfter = retryAfter ?? undefined;
  }
}

interface ClientOptions {
  readonly url: string;
  readonly token?: string;
  readonly patience?: Patience;
}

export function ckanClient({ url: said, token, patience = patient }: ClientOptions): CkanClient {
  const url = said.replace(/\/+$/, "");
  const headers: Record<string, string> = {
    Accept: "application/json",
    ...(token === undefined ? {} : { Authorization: token }),
  };

  async function attempt(
    action: string,
    body: object | FormData | undefined,
    bytes: number,
  ): Promise<unknown> {
    const isForm = body instanceof FormData;
    const response = await reach(`${url}/api/3/action/${action}`, {
      method: body === undefined ? "GET" : "POST",
      headers: body === undefined || isForm ? headers : { ...headers, "Content-Type": "application/json" },
      ...(body === undefined ? {} : { body: isForm ? body : JSON.stringify(body) }),
      redirect: "manual",
      // A slow line of 100 kB a second is waited for.
      signal: AbortSignal.timeout(patience.timeout + Math.ceil(bytes / 100)),
    });
    return answerOf(url, action, response);
  }

  const again = <Result>(work: () => Promise<Result>) => persist(url, patience, work);

  async function download(address: string, most: number): Promise<Uint8Array | undefined> {
    const isSame = new URL(address, url).origin === new URL(url).origin;
    return again(async () => {
      const response = await reach(address, {
        // The token is for the portal alone.
        headers: isSame && token !== undefined ? { Authorization: token } : {},
        signal: AbortSignal.timeout(patience.timeout * 5),
      });
      if (isPassing(response.status)) throw doubt(response);
      if (!response.ok) throw notFound(address);
      return whole(response, most);
    });
  }

  return {
    url,
    call: (action, body) => again(() => attempt(action, body, 0)) as Promise<never>,
    persist: again,
    once: (action, body, bytes = 0) => attempt(action, body, bytes) as Promise<never>,
    download,
  };
}

/** Tries again after what may pass, and says so in the end where it did not. */
export async function persist<Result>(
  url: string,
  patience: Patience,
  work: () => Promise<Result>,
): Promise<Result> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      const isProxys = error instanceof ProxyFault && error.passes;
      if (!(error instanceof DoubtfulError) && !isProxys) throw error;
      if (attempt >= patience.tries)
        throw error instanceof DoubtfulError ? unreachable(url, patience.tries, error.message) : error;
      const wanted = error instanceof DoubtfulError ? error.retryAfter : undefined;
      await pause(waitBefore(attempt, patience, wanted));
    }
  }
}

/** A connection that fails, is cut or takes too long is a doubt like a 5xx. */
async function reach(address: string, init: RequestInit): Promise<Response> {
  try {
    return await askOutside(address, init);
  } catch (error) {
    if (error instanceof ProxyFault) throw error;
    const { name, message, cause } = error as Error;
    const reason =
      cause instanceof Error ? cause.message || (cause as NodeJS.ErrnoException).code : undefined;
    const code = (cause as NodeJS.ErrnoException | undefined)?.code ?? "";
    const lasting = lastingFault(name, code, reason ?? message);
    if (lasting) throw lasting;
    throw new DoubtfulError(name === "TimeoutError" ? "timeout" : (reason ?? message));
  }
}

/** A certificate that does not fit, or an address that is none, is the same at the second try. */
export function lastingFault(name: string, code: string, reason: string): PortalError | undefined {
  const isTls =
    /^(?:ERR_TLS|ERR_SSL|CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_|HOSTNAME_MISMATCH|EPROTO)/.test(code) ||
    code === "INVALID_CA";
  if (isTls) {
    return new PortalError("unreachable", {
      ja: `安全な接続を結べません（${code}）。アドレスの https と名前、証明書、時計を確かめてください。何も送っていません。`,
      en: `No secure connection can be made (${code}). Check the address, its certificate, and this machine's clock. Nothing was sent.`,
    });
  }
  // What a server answers in a way that is no HTTP is no fault of the address.
  const isAddress =
    name === "TypeError" &&
    !code.startsWith("HPE_") &&
    (code === "ERR_INVALID_URL" || /URL|bad port|header/i.test(reason));
  if (!isAddress) return undefined;
  return new PortalError("redirected", {
    ja: "このアドレスには送れません。書き方とポート番号を確かめてください（名前やパスワードはアドレスに書きません）。",
    en: "Nothing can be sent to this address. Check how it is written, and its port (no name or password belongs in it).",
  });
}

async function whole(response: Response, most?: number): Promise<Uint8Array | undefined> {
  try {
    return await answerBytes(response, most);
  } catch (error) {
    throw new DoubtfulError((error as Error).message);
  }
}

function doubt(response: Response): DoubtfulError {
  return new DoubtfulError(`HTTP ${response.status}`, response.headers.get("retry-after"));
}

interface Envelope {
  readonly success?: boolean;
  readonly result?: unknown;
  readonly error?: Readonly<Record<string, unknown>>;
}

async function answerOf(url: string, action: string, response: Response): Promise<unknown> {
  const { status } = response;
  if (status >= 300 && status < 400) throw redirected(url, placeOf(response.headers.get("location"), url));
  const bytes = await whole(response);
  if (bytes === undefined) {
    const megabytes = mostAnswer >> 20;
    throw new PortalError("broken", {
      ja: `ポータルが ${action} に${megabytes} MBを超える答えを返したので、読むのをやめました。アドレスを確かめてください。`,
      en: `The portal answered ${action} with more than ${megabytes} MB; the reading was stopped. Check the address.`,
    });
  }
  const text = new TextDecoder().decode(bytes);
  const envelope = parsed(text);
  if (status === 200 && envelope?.success === true) {
    if (answersNothing.has(action)) return envelope.result;
    if (hasContent(envelope.result)) {
      if (hasForm(action, envelope.result)) return envelope.result;
      throw new PortalError("broken", {
        ja: `ポータルが ${action} に、CKANとは違う形の答えを返しました。アドレスを確かめ、時間をおいて、もう一度実行してください。`,
        en: `The portal answered ${action} in another form than CKAN does. Check the address, and run this again later.`,
      });
    }
    throw new PortalError("broken", {
      ja: `ポータルが ${action} に中身のない答えを返しました。時間をおいて、もう一度実行してください。`,
      en: `The portal answered ${action} with nothing in it. Run this again later.`,
    });
  }
  if (isPassing(status)) throw doubt(response);
  const error = envelope?.error;
  const kind = String(error?.__type ?? "");
  const message = typeof error?.message === "string" ? error.message : "";
  if (status === 413) throw tooLarge();
  if (status === 507 || /quota|容量/i.test(message)) throw quota(message);
  if (status === 409 || kind === "Validation Error") {
    const sentence = validationSentence(error ?? {});
    throw new PortalError(/too large/i.test(sentence.en) ? "tooLarge" : "invalid", sentence);
  }
  if (status === 401 || status === 403 || kind === "Authorization Error") throw notAllowed(message);
  if (status === 404 && error) throw notFound(`${url} (${action})`);
  if (envelope === undefined) {
    // A proxy may cut an answer short without breaking the connection.
    if (status === 200 && /json/.test(response.headers.get("content-type") ?? ""))
      throw new DoubtfulError("half an answer");
    if (!/^"/.test(text)) throw notCkan(url);
  }
  throw new PortalError("broken", {
    ja: `ポータルが ${action} に思いがけない答えを返しました（HTTP ${status}）：${withoutSecrets(text).slice(0, 200)}`,
    en: `The portal answered ${action} in a way that is not expected (HTTP ${status}): ${withoutSecrets(text).slice(0, 200)}`,
  });
}

/** Lists are lists of records, and a dataset has its resources: of all else nothing is taken for granted. */
function hasForm(action: string, result: unknown): boolean {
  const isRecord = (one: unknown) => typeof one === "object" && one !== null && !Array.isArray(one);
  if (["license_list", "organization_list_for_user"].includes(action))
    return Array.isArray(result) && result.every(isRecord);
  if (action !== "package_show") return true;
  const { id, resources } = result as Partial<CkanPackage>;
  const isFile = (one: unknown) => isRecord(one) && typeof (one as Partial<CkanResource>).id === "string";
  return typeof id === "string" && Array.isArray(resources) && resources.every(isFile);
}

/** What is asked of these is only that they be done. */
const answersNothing = new Set([
  "resource_delete",
  "datastore_delete",
  "datastore_create",
  "datastore_upsert",
  "resource_create_default_resource_views",
  "package_patch",
]);

const hasContent = (result: unknown): boolean => typeof result === "object" && result !== null;

/** An object, or undefined where it is none: half a body, or a page in HTML. */
function parsed(text: string): Envelope | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}

export const notCkan = (url: string) =>
  new PortalError("notCkan", {
    ja: `${url} はCKANではないようです（${url}/api/3/action/ がCKANの答えを返しません）。BODIKの場合は https://data.bodik.jp を指定してください。`,
    en: `${url} does not seem to be CKAN (${url}/api/3/action/ does not answer as CKAN does). For BODIK, name https://data.bodik.jp.`,
  });

/** Where an address leads, without what it may carry. */
function placeOf(address: string | null, base: string): string | null {
  if (address === null || !URL.canParse(address, base)) return null;
  const { origin, pathname } = new URL(address, base);
  return `${origin}${pathname}`;
}

const redirected = (url: string, to: string | null) =>
  new PortalError("redirected", {
    ja: `${url} は ${to ?? "別の場所"} に移っています。トークンは送っていません。--ckan に新しいアドレスを指定してください。`,
    en: `${url} has moved to ${to ?? "another place"}. Name the new address with --ckan; nothing was sent there.`,
  });

const unreachable = (url: string, tries: number, reason: string) =>
  new PortalError("unreachable", {
    ja: `${url} に${tries}回試しましたが、つながりません（${reason}）。時間をおいて同じ命令をもう一度実行すると、続きから始まります。`,
    en: `${url} could not be reached in ${tries} tries (${reason}). Run the same command again later: it goes on from where it stopped.`,
  });

const notAllowed = (message: string) =>
  new PortalError("notAllowed", {
    ja: `ポータルに断られました。このトークンの利用者に、この組織で編集する権限があるか確かめてください（${message}）。`,
    en: `The portal refused. See whether the token's user may edit in this organisation (${message}).`,
  });

const notFound = (what: string) =>
  new PortalError("notFound", { ja: `${what} がありません。`, en: `${what} is not there.` });

const tooLarge = () =>
  new PortalError("tooLarge", {
    ja: "ファイルが、ポータルの受け付ける大きさを超えています。上限を管理者に尋ねてください。",
    en: "A file is larger than the portal takes. Ask its administrators for the limit.",
  });

const quota = (message: string) =>
  new PortalError("quota", {
    ja: `ポータルの容量がいっぱいです（${message}）。管理者に容量を尋ねてください。`,
    en: `The portal's space is full (${message}). Ask its administrators for more.`,
  });
