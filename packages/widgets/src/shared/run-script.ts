// Runs a script from an address: by `import()` where that works, else by a `<script>`.

interface TypesPolicy {
  createScriptURL(address: string): string;
}

interface TypesFactory {
  createPolicy(name: string, rules: TypesPolicy): TypesPolicy;
}

let policy: TypesPolicy | undefined;

/**
 * `import()` passes Trusted Types and `strict-dynamic`, but needs a CORS header from another host, and does
 * not work from disk; a `<script>` needs neither. Resolves to whether the script was there.
 */
export async function runScript(address: string): Promise<boolean> {
  if (!address.startsWith("file:")) {
    try {
      await import(/* @vite-ignore */ address);
      return true;
    } catch {
      // Without CORS, from an old server that names the wrong type, or not there at all: the next try tells.
    }
  }
  return new Promise((done) => {
    const script = document.createElement("script");
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
  policy ??= trustedTypes?.createPolicy("kpi", { createScriptURL: (url) => url });
  return policy ? policy.createScriptURL(address) : address;
}
