// The stand-in answers as a real CKAN did when it was last asked; what that one said is recorded with its date.

import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import { probe } from "../support/ckan-probes.ts";
import { ckanStandIn } from "../support/ckan-stand-in.ts";
import { realCkan } from "../support/portals.ts";

const file = new URL("../support/ckan-answers.json", import.meta.url);
const recorded = () => JSON.parse(readFileSync(file, "utf8"));

test.skipIf(!realCkan)("a real CKAN answers as recorded", async () => {
  const { url, token } = realCkan as { url: string; token: string };
  // The site speaks Japanese; what it says is recorded in English.
  const answers = await probe({ url: `${url}/en`, token }, `990019_probe_${process.pid}`);
  const versions = JSON.parse(process.env.SHIHYO_TEST_CKAN_VERSIONS ?? "{}");
  const isSame = existsSync(file) && JSON.stringify(recorded().answers) === JSON.stringify(answers);
  if (process.env.SHIHYO_TEST_CKAN_RECORD === "1" && !isSame) {
    const date = new Date().toISOString().slice(0, 10);
    writeFileSync(file, `${JSON.stringify({ date, versions, answers }, undefined, 2)}\n`);
  }
  expect(answers).toEqual(recorded().answers);
});

test("the stand-in answers the same", async () => {
  const standIn = await ckanStandIn();
  const { date, versions, answers } = recorded();
  console.log(`the stand-in is held against CKAN ${versions.ckan}, as it answered on ${date}`);
  expect(await probe(standIn, "990019_probe")).toEqual(answers);
  await standIn.stop();
});
