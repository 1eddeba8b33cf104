// What CKAN makes of the published catalogue when it harvests it: ckanext-dcat's own parser, approved output.

import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { publish } from "@shihyo/publisher";
import { expect, test } from "vitest";

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));
/** Set by scripts/ckan.mjs: a CKAN with ckanext-dcat, and its settings. */
const python = process.env.SHIHYO_TEST_CKAN_PYTHON;
const settings = process.env.SHIHYO_TEST_CKAN_INI;

function harvested(catalogue: string): string {
  const text = execFileSync(
    python as string,
    [at("../../scripts/ckan/read-catalogue.py"), settings as string, catalogue],
    { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] },
  );
  // The portal's own address, which is another in every run.
  return text.replaceAll(/http:\/\/127\.0\.0\.1:\d+/g, "https://portal.example");
}

test.skipIf(!python)("a small catalogue in the form of ours becomes one dataset with its files", async () => {
  const [dataset, ...others] = JSON.parse(harvested(at("small-catalogue.ttl")));
  expect(others).toEqual([]);
  expect(dataset.title).toBe("試験市 取組指標の実績");
  expect(dataset.resources).toMatchObject([{ license: "https://creativecommons.org/licenses/by/4.0/" }]);
  await expect(`${JSON.stringify(dataset, undefined, 2)}\n`).toMatchFileSnapshot(
    "small-catalogue.harvested.json",
  );
});

test.skipIf(!python)(
  "Atsugi's catalogue becomes one dataset whose every resource has an address and a licence",
  async ({ skip }) => {
    const out = join(tmpdir(), `shihyo-harvest-${process.pid}`, "142123");
    try {
      await publish(at("../../data/142123"), out);
      const catalogue = join(out, "catalog.ttl");
      if (!existsSync(catalogue)) skip("this version publishes no catalog.ttl");
      const [dataset, ...others] = JSON.parse(harvested(catalogue));
      expect(others).toEqual([]);
      for (const resource of dataset.resources) {
        expect(resource.url).toMatch(/^https?:/);
        expect(resource.license).toMatch(/^https?:/);
        const file = readFileSync(join(out, basename(resource.download_url)));
        expect(resource.size).toBe(file.byteLength);
        expect(resource.hash).toBe(createHash("sha256").update(file).digest("hex"));
        // Checked; what is approved is not to change with every number of the city's.
        resource.size = "the file's";
        resource.hash = "the file's";
      }
      await expect(`${JSON.stringify(dataset, undefined, 2)}\n`).toMatchFileSnapshot("atsugi.harvested.json");
    } finally {
      await rm(join(out, ".."), { recursive: true, force: true });
    }
  },
);
