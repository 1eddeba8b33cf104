// The publisher's pure part in a browser: a made-up city is read and published there with the same bytes as by the command line's code.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { providedOnDisk, publish } from "@shihyo/publisher";
import { providedFiles } from "@shihyo/publisher/pure";
import { expect, test } from "vitest";
import { hasChromium, openChromium } from "../support/chromium.ts";
import { differences, filesIn } from "../support/files.ts";
import { cityData, top } from "../support/places.ts";
import { workplace } from "../support/workplace.ts";

type Encoded = readonly (readonly [string, string])[];

const encoded = (files: Iterable<readonly [string, Uint8Array]>): Encoded =>
  [...files].map(([path, bytes]) => [path, Buffer.from(bytes).toString("base64")]);

/** What runs in the page: bytes travel as base64, since a page and a test can hand over text alone. */
async function inPage([data, provided, widgetVersion]: [Encoded, Encoded, string]) {
  const decode = (files: Encoded) =>
    new Map(files.map(([path, text]) => [path, Uint8Array.from(atob(text), (c) => c.charCodeAt(0))]));
  const { makeRelease, readCityFiles } = (
    globalThis as unknown as { pure: typeof import("@shihyo/publisher/pure") }
  ).pure;
  const assets = decode(provided);
  const told: number[] = [];
  const made = await makeRelease(readCityFiles(decode(data)), {
    provided: { widgetVersion, bytes: (name) => assets.get(name) ?? new Uint8Array() },
    onFile: (_format, files) => told.push(files),
  });
  const text = (bytes: Uint8Array) => {
    let letters = "";
    for (const byte of bytes) letters += String.fromCharCode(byte);
    return btoa(letters);
  };
  const files = [...(made.files ?? [])].map(([path, bytes]) => [path, text(bytes)] as const);
  return { issues: made.issues, files, told: told.at(-1) };
}

const document = `<!doctype html><title>page</title>
<script type="module">import * as pure from "/pure.js"; self.pure = pure;</script>`;

test.skipIf(!hasChromium)("Chromium publishes the same bytes as Node", async () => {
  const data = cityData("parts");
  const out = join(workplace(), "out");
  const { issues } = await publish(data, out);
  const browser = await openChromium();
  try {
    const page = await browser.newPage();
    const built = join(top, "packages/publisher/dist/pure");
    await page.route("https://page.test/**", (route) => {
      const name = new URL(route.request().url()).pathname.slice(1);
      return name.endsWith(".js")
        ? route.fulfill({ contentType: "text/javascript", body: readFileSync(join(built, name)) })
        : route.fulfill({ contentType: "text/html", body: document });
    });
    await page.goto("https://page.test/");
    const provided = providedFiles.map((name) => [name, providedOnDisk.bytes(name)] as const);
    const made = await page.evaluate(inPage, [
      encoded(filesIn(data)),
      encoded(provided),
      providedOnDisk.widgetVersion,
    ] as [Encoded, Encoded, string]);
    const files = new Map(made.files.map(([path, text]) => [path, Buffer.from(text, "base64")]));
    expect(differences(filesIn(out), files)).toEqual([]);
    expect(made.issues).toEqual(JSON.parse(JSON.stringify(issues)));
    expect(made.told).toBe(files.size);
  } finally {
    await browser.close();
  }
});
