// SHA256SUMS names every published file with its true hash, as `sha256sum -c` reads it.

import { createHash } from "node:crypto";
import { join } from "node:path";
import { publish } from "@shihyo/publisher";
import { expect, test } from "vitest";
import { filesIn } from "../support/files.ts";
import { cityData } from "../support/places.ts";
import { workplace } from "../support/workplace.ts";

test("every file but itself has its line, sorted by path, with the hash of its bytes", async () => {
  const out = join(workplace(), "published");
  await publish(cityData("official"), out);
  const files = filesIn(out);
  const lines = files.get("SHA256SUMS")!.toString("utf8").trimEnd().split("\n");
  const expected = [...files]
    .filter(([path]) => path !== "SHA256SUMS")
    .map(([path, bytes]) => `${createHash("sha256").update(bytes).digest("hex")}  ${path}`);
  expect(lines).toEqual(expected);
});
