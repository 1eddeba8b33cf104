// Every address below the base that the graph names has its place in a page: nothing that can be cited leads to the top of one.

import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { publishedGraphCity, publishedTown } from "../support/published.ts";
import { parseNTriples } from "../support/rdf.ts";

test.each([
  ["a small city", publishedGraphCity],
  ["a town with all that a report can say", publishedTown],
])("in the pages of %s", async (_name, publishedCity) => {
  const city = await publishedCity();
  const quads = parseNTriples(await city.read(`${city.code}_dataset.nt`));
  const named = new Set(
    quads
      .flatMap(({ subject, predicate, object }) => [subject, predicate, object])
      .filter(({ termType, value }) => termType === "NamedNode" && value.startsWith(city.base))
      .map(({ value }) => value.slice(city.base.length)),
  );
  const ids = new Map<string, ReadonlySet<string>>();
  const idsOf = (path: string): ReadonlySet<string> => {
    const known = ids.get(path);
    if (known) return known;
    const page = join(city.folder, path, "index.html");
    const text = existsSync(page) ? readFileSync(page, "utf8") : "";
    const found = new Set([...text.matchAll(/\bid="?([^" >]+)/g)].map(([, id = ""]) => id));
    ids.set(path, found);
    return found;
  };
  const lost = [...named].filter((address) => {
    const [path = "", fragment] = address.split("#");
    return fragment !== undefined && !idsOf(path).has(fragment);
  });
  expect(named.size).toBeGreaterThan(100);
  expect(lost).toEqual([]);
});
