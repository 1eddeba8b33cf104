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
