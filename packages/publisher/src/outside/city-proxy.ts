// Goes out through the city's proxy where the environment names one, and says so by name where the proxy refuses.

import { Refusal } from "../refusal.ts";

/**
 * `HTTPS_PROXY`, `HTTP_PROXY` and `NO_PROXY`, in small letters or not, as curl and npm read them: with http:// before
 * it or without. Node's own `fetch` looks at none of them before its release 24.5; undici's agent takes its place for
 * the whole process.
 */
export async function useCityProxy(): Promise<boolean> {
  const httpsProxy = proxyIn("HTTPS_PROXY");
  const httpProxy = proxyIn("HTTP_PROXY");
  if (httpsProxy === undefined && httpProxy === undefined) return false;
  const { EnvHttpProxyAgent, setGlobalDispatcher } = await import("undici");
  // A plain http address is asked for by its name: many proxies let nobody have a tunnel to anything but port 443.
  const agent = new EnvHttpProxyAgent({
    proxyTunnel: false,
    ...(httpsProxy === undefined ? {} : { httpsProxy }),
    ...(httpProxy === undefined ? {} : { httpProxy }),
  });
  setGlobalDispatcher(agent);
  return true;
}

function proxyIn(name: "HTTPS_PROXY" | "HTTP_PROXY"): string | undefined {
  const said = (process.env[name.toLowerCase()] || process.env[name])?.trim();
  if (!said) return undefined;
  const address = said.includes("://") ? said : `http://${said}`;
  if (URL.canParse(address) && /^(?:https?|socks5?):$/.test(new URL(address).protocol)) return address;
  // It is not said again: it may hold a password.
  throw new Refusal({
    ja: `環境変数 ${name} のプロキシのアドレスを読めません。http://名前:ポート番号 と書いてください。`,
    en: `The proxy's address in the environment variable ${name} cannot be read. Write it as http://name:port.`,
  });
}

/** What the proxy answered where it should have led to the address. */
export class ProxyFault extends Refusal {
  /** Whether a second try may do: the proxy could not, and did not say that it will not. */
  readonly passes: boolean;

  constructor(address: URL, answer: number) {
    const proxy = address.protocol === "https:" ? "HTTPS_PROXY" : "HTTP_PROXY";
    super(answer >= 500 ? notLed(proxy, answer) : notAllowed(proxy, answer), 3);
    this.passes = answer >= 500;
  }
}

const notLed = (proxy: string, answer: number) => ({
  ja: `庁内のプロキシ（${proxy}）が、このアドレスにつなげませんでした（HTTP ${answer}）。アドレスを確かめ、しばらくしてからもう一度試してください。`,
  en: `The city's proxy (${proxy}) could not connect to this address (HTTP ${answer}). Check the address, and try again later.`,
});

const notAllowed = (proxy: string, answer: number) => ({
  ja: `庁内のプロキシ（${proxy}）が、このアドレスへの接続を断りました（HTTP ${answer}）。${answer === 407 ? "プロキシの利用者名とパスワードが要ります。" : ""}情報システム担当に、つないでよいアドレスかどうかと、プロキシの書き方を確かめてください。`,
  en: `The city's proxy (${proxy}) refused to connect to this address (HTTP ${answer}).${answer === 407 ? " It wants a user name and a password." : ""} Ask the IT section whether the address is allowed and how the proxy is written.`,
});

/** `fetch`, but that what the proxy refuses is told as that. */
export async function askOutside(address: string | URL, init: RequestInit): Promise<Response> {
  try {
    return await fetch(address, init);
  } catch (error) {
    const answer = proxyAnswer(error);
    throw answer === undefined ? error : new ProxyFault(new URL(address), answer);
  }
}

/** The proxy's status; it stands as deep as two causes down, where nobody reads it. */
function proxyAnswer(error: unknown): number | undefined {
  let one: unknown = error;
  for (let depth = 0; one instanceof Error && depth < 5; depth += 1) {
    const found = /^Proxy (?:response|Authentication Required) \((\d{3})\)/.exec(one.message)?.[1];
    if (found !== undefined) return Number(found);
    one = one.cause;
  }
  return undefined;
}
