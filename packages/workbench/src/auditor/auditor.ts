// The worker that audits: it reads RDF, which nothing else on the page needs, and so it comes when stars are asked for.

import { audit } from "@shihyo/publisher/stars";
import { serve } from "../worker/serve.ts";
import type { AuditorAsked } from "./protocol.ts";

serve<AuditorAsked>({
  audit({ name, paths, files }) {
    const read = (path: string) => {
      const bytes = files.get(path);
      if (!bytes) throw new Error(`there is no file ${path}`);
      return bytes;
    };
    return audit({ name, paths, read });
  },
});
