// `shihyo serve` under load beside nginx on the same folder: every answer right, and the ratio of the two, printed.

import { execFileSync } from "node:child_process";
import { rm } from "node:fs/promises";
import { deployConfig, serveFolder } from "@shihyo/publisher";
import autocannon from "autocannon";
import { expect, test } from "vitest";
import { publishedFolder } from "../support/published-folder.ts";
import { hasNginx, startNginx } from "../support/real-server.ts";

const seconds = 3;

async function load(url: string, path: string) {
  const result = await autocannon({ url: `${url}${path}`, connections: 20, duration: seconds });
  return {
    perSecond: result.requests.average,
    failed: result.errors + result.timeouts + result.non2xx,
    p99: result.latency.p99,
  };
}

test.each(["990019_indicator_result.csv", "indicators/K0001/"])(
  "%s, by twenty clients at once",
  async (path) => {
    const folder = await publishedFolder();
    execFileSync("chmod", ["-R", "a+rX", folder]);
    const ours = await serveFolder(folder);
    const nginx = hasNginx ? await startNginx(deployConfig("nginx", { root: folder })) : undefined;
    try {
      const serve = await load(ours.url, path);
      expect(serve.failed).toBe(0);
      expect(serve.perSecond).toBeGreaterThan(20);
      const beside = nginx && (await load(nginx.url, path));
      const ratio = beside
        ? `nginx ${beside.perSecond}/s (p99 ${beside.p99} ms): ${(serve.perSecond / beside.perSecond).toFixed(3)} of it`
        : "nginx is not installed";
      console.log(`${path}: serve ${serve.perSecond}/s (p99 ${serve.p99} ms), ${ratio}`);
    } finally {
      await ours.stop(100);
      await nginx?.stop();
      await rm(folder, { recursive: true });
    }
  },
);
