// Readings (名称_よみ) of the city's tables: a name is found by them, and bears them in easy Japanese.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { rubyParts } from "../../packages/publisher/src/site/ruby.ts";
import { top } from "../support/places.ts";
import { publishInto, scratch } from "../support/published-city.ts";
import { copyOf, rewrite } from "../support/workplace.ts";

test("only the kanji bear a reading", () => {
  expect(rubyParts("子育て", "こそだて")).toEqual(["", "子育", "こそだ", "て"]);
  expect(rubyParts("あつぎ鮎まつり", "あつぎあゆまつり")).toEqual(["あつぎ", "鮎", "あゆ", "まつり"]);
  expect(rubyParts("カード", "かーど")).toEqual(["カード", "", "", ""]);
});

test("they are in the search index and, as ruby, on the easy page alone", async () => {
  const data = copyOf(join(top, "tests/issues/base/data"));
  let name = "";
  rewrite(join(data, "indicators.csv"), (text) =>
    text
      .split("\n")
      .map((line, at) => {
        if (line.trim() === "") return line;
        if (line.startsWith("K0001,")) name = line.split(",")[1] ?? "";
        const end = line.endsWith("\r") ? "\r" : "";
        const more = at === 0 ? "名称_よみ" : line.startsWith("K0001,") ? "けんこうのそうだん" : "";
        return `${line.replace(/\r$/, "")},${more}${end}`;
      })
      .join("\n"),
  );
  const out = join(scratch(), "city");
  await publishInto(out, data);
  const page = (path: string) => readFileSync(join(out, path), "utf8");
  expect(page("assets/search.js")).toContain("けんこうのそうだん");
  expect(name).not.toBe("");
  expect(page("easy/indicators/K0001/index.html")).toMatch(/<h1 id="it">[^\n]*<rt>[^<]+<\/rt>/);
  expect(page("indicators/K0001/index.html")).not.toContain("<rt>");
});
