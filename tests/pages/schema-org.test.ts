// What a landing page says of the dataset to search engines: in the page's own language, with the other beside the names.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { publish } from "@shihyo/publisher";
import { expect, test } from "vitest";
import { cityData } from "../support/places.ts";
import { workplace } from "../support/workplace.ts";

test("an English page describes the dataset in English, a Japanese one in Japanese", async () => {
  const out = join(workplace(), "out");
  await publish(cityData("official"), out);
  const [japanese, english] = ["index.html", "en/index.html"].map((path) => {
    const page = readFileSync(join(out, path), "utf8");
    const [, json = ""] = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(page) ?? [];
    return JSON.parse(json);
  });
  expect(japanese["@id"]).toBe(english["@id"]);
  expect([japanese.name, japanese.alternateName]).toEqual([english.alternateName, english.name]);
  for (const key of ["description", "measurementTechnique", "creditText", "keywords"])
    expect(english[key], key).not.toEqual(japanese[key]);
  expect(english.measurementTechnique).toBe("Transcription of the values printed in the report");
  expect(english.distribution.map(({ name }: { name: string }) => name)).toContain(
    "Results by indicator (JSON-stat)",
  );
  const kana = /[\u3040-\u30ff]/;
  expect(english.description).not.toMatch(kana);
  expect(japanese.description).toMatch(kana);
});
