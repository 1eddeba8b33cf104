// The clerk's page in the browsers beside Chromium, by the ZIP way: from a city's ZIP to the published files of the command line.

import { createHash } from "node:crypto";
import { join } from "node:path";
import { publish } from "@shihyo/publisher";
import { unzipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { type Engine, launch, missingOf } from "../support/engines.ts";
import { filesIn } from "../support/files.ts";
import { atsugi, cityData } from "../support/places.ts";
import { workplace } from "../support/workplace.ts";
import { address, zipOf } from "./clerk.ts";

const within = async (engine: Engine, expression: string, seconds = 60): Promise<void> => {
  const until = Date.now() + seconds * 1000;
  while (!(await engine.run<boolean>(`Boolean(${expression})`))) {
    if (Date.now() > until) throw new Error(`never: ${expression}`);
    await new Promise((done) => setTimeout(done, 100));
  }
};

const press = (engine: Engine, words: string) =>
  engine.run(
    `[...document.querySelectorAll("button")].find((one) => one.textContent.includes(${JSON.stringify(words)})).click()`,
  );

// WebKitGTK may not read what a page from disk made itself, and WPE 2.38 is older than the page asks for.
describe.each(["firefox"] as const)("in %s", (name) => {
  const missing = missingOf(name);
  test.skipIf(missing !== undefined).each([
    ["a city's ZIP", cityData("parts")],
    // Its files are packed by a worker that a worker began.
    ["that of a city of 58 MB", atsugi],
  ])(
    "%s is opened and published with the command's bytes",
    async (_, data) => {
      const out = join(workplace(), "out");
      await publish(data, out);
      const engine = await launch(name);
      try {
        await engine.open(address);
        await within(engine, `document.querySelector("#zip")`);
        const zip = zipOf(data).buffer.toString("base64");
        // As somebody chooses a file; what is downloaded is kept to be looked at.
        await engine.run(`(() => {
          const bytes = Uint8Array.from(atob("${zip}"), (letter) => letter.charCodeAt(0));
          const chosen = new DataTransfer();
          chosen.items.add(new File([bytes], "data.zip", { type: "application/zip" }));
          const input = document.querySelector("#zip");
          input.files = chosen.files;
          input.dispatchEvent(new Event("change"));
          const before = URL.createObjectURL;
          URL.createObjectURL = (blob) => { if (blob.type === "application/zip") self.taken = blob; return before.call(URL, blob); };
          return true;
        })()`);
        await within(engine, `document.querySelector(".grid-cell")`);
        await press(engine, "公開する");
        await within(engine, `document.querySelector("wb-publish button.main")`);
        await press(engine, "公開ファイルを作る");
        await within(engine, `document.querySelector("wb-publish")?.textContent.includes("できました")`, 120);
        await press(engine, "公開フォルダーをZIPで受け取る");
        await within(engine, `self.taken`, 120);
        const sums = await engine.run<string>(
          `self.taken.arrayBuffer().then((buffer) => { let text = ""; for (const byte of new Uint8Array(buffer)) text += String.fromCharCode(byte); return btoa(text); })`,
        );
        const files = Object.entries(unzipSync(Buffer.from(sums, "base64")));
        const hash = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");
        const made = new Map(files.map(([path, bytes]) => [path.replace(/^\d{6}\//, ""), hash(bytes)]));
        const expected = new Map([...filesIn(out)].map(([path, bytes]) => [path, hash(bytes)]));
        expect([...made].filter(([path, one]) => expected.get(path) !== one)).toEqual([]);
        expect(made.size).toBe(expected.size);
      } finally {
        await engine.close();
      }
    },
    300_000,
  );
});
