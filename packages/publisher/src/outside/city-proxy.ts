// Goes out through the city's proxy where the environment names one, as every other program of a city hall does.

/**
 * `HTTPS_PROXY`, `HTTP_PROXY` and `NO_PROXY`, in capitals or not, as curl and npm read them. Node's own `fetch` looks
 * at none of them before its release 24.5; undici's agent takes its place for the whole process.
 */
export async function useCityProxy(environment: NodeJS.ProcessEnv = process.env): Promise<boolean> {
  const names = ["HTTPS_PROXY", "https_proxy", "HTTP_PROXY", "http_proxy"];
  if (!names.some((name) => environment[name])) return false;
  const { EnvHttpProxyAgent, setGlobalDispatcher } = await import("undici");
  setGlobalDispatcher(new EnvHttpProxyAgent());
  return true;
}

/** The status with which the proxy would not lead to the address; it stands two causes deep, where nobody reads it. */
export function proxyRefusal(error: unknown): number | undefined {
  let one: unknown = error;
  for (let depth = 0; one instanceof Error && depth < 5; depth += 1) {
    const [, status] = /^Proxy response \((\d{3})\)/.exec(one.message) ?? [];
    if (status !== undefined) return Number(status);
    one = one.cause;
  }
  return undefined;
}
