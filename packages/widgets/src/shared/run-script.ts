// Runs a script from an address: by `import()` where that works, else by a `<script>`.

import { place } from "./base.ts";
import { own } from "./own.ts";

interface TypesPolicy {
  createScriptURL(address: string): string;
}

interface TypesFactory {
  createPolicy?(name: string, rules: TypesPolicy): TypesPolicy;
}

/**
 * `import()` passes Trusted Types and `strict-dynamic`, but needs a CORS header from another host, and does
 * not work from disk; a `<script>` needs neither. Resolves to whether the script was there. A browser remembers
 * for good what it could not import, so that a later `attempt` has an address of its own.
 */
export async function runScript(address: string, attempt = 0): Promise<boolean> {
  if (!address.startsWith("file:")) {
    try {
      await import(/* @vite-ignore */ attempt ? `${address}#${attempt}` : address);
      return true;
    } catch {
      // Without CORS, from an old server that names the wrong type, or not there at all: the next try tells.
    }
  }
  return new Promise((done) => {
    const script = document.createElement("script");
    // Old browsers and old servers: the page's own encoding is not ours.
    script.charset = "utf-8";
    script.nonce = place.nonce;
    const end = (isThere: boolean) => {
      // Not before: WebKit tells nothing of a script that was taken out while it came from the cache.
      script.remove();
      done(isThere);
    };
    script.onload = () => end(true);
    script.onerror = () => end(false);
    try {
      script.src = trusted(address);
    } catch {
      return end(false);
    }
    document.head.append(script);
  });
}

/** Under Trusted Types an address of a script needs a policy; `kpi` is the name to allow. */
function trusted(address: string): string {
  const { trustedTypes } = self as { trustedTypes?: TypesFactory };
  const policy = own<{ kpi?: TypesPolicy | undefined }>("policy", () => ({
    kpi: trustedTypes?.createPolicy?.("kpi", { createScriptURL: (url) => url }),
  })).kpi;
  return policy ? policy.createScriptURL(address) : address;
}

/** What the server answered, where the browser tells; `0` where it does not. */
export function statusOf(address: string): number {
  let status = 0;
  for (const entry of performance.getEntriesByName(address) as PerformanceResourceTiming[]) {
    status = entry.responseStatus || status;
  }
  return status;
}
