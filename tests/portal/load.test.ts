// Loading puts one graph for each release and one for the latest into a SPARQL store, and replaces them whole.

import { rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { load } from "@shihyo/publisher";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { publishedFolder } from "../support/published-folder.ts";
import { type SparqlStore, sparqlStores } from "../support/sparql-stores.ts";

const base = "https://shiken.example/990019/";
const quick = { tries: 3, first: 1, longest: 5, timeout: 60_000 };
const triple = (title: string) => `<${base}#it> <http://purl.org/dc/terms/title> "${title}"@ja .\n`;

// Where a server is not at hand, the name says so: `npm run test:sparql` fetches both.
describe.each(sparqlStores)("%s (at hand: %s)", (_, isThere, open) => {
  let store: SparqlStore;
  beforeAll(async () => {
    if (isThere) store = await open();
  });
  afterAll(() => store?.stop());

  async function titles(): Promise<string[]> {
    const response = await fetch(store.query, {
      method: "POST",
      headers: {
        "Content-Type": "application/sparql-query",
        Accept: "application/sparql-results+json",
      },
      body: "SELECT ?g ?t { GRAPH ?g { ?s <http://purl.org/dc/terms/title> ?t } }",
    });
    const { results } = (await response.json()) as {
      results: { bindings: { g: { value: string }; t: { value: string } }[] };
    };
    return results.bindings.map(({ g, t }) => `${g.value.slice(base.length)} ${t.value}`).sort();
  }

  test.skipIf(!isThere)("a graph for each release and the latest, replaced by the next load", async () => {
    const folder = await publishedFolder({ "releases/2025-01-01/990019_dataset.ttl": triple("前の版") });
    onTestFinished(() => rm(folder, { recursive: true }));
    const loaded = await load(folder, { url: store.graphs, patience: quick });
    expect(loaded.map(({ file }) => file)).toEqual([
      "releases/2025-01-01/990019_dataset.ttl",
      "990019_dataset.nt",
      "990019_dataset.nt",
    ]);
    const first = ["#graph 試験市", "releases/2025-01-01/#graph 前の版", "releases/2026-01-01/#graph 試験市"];
    expect(await titles()).toEqual(first);
    await load(folder, { url: store.graphs, patience: quick });
    expect(await titles()).toEqual(first);

    await writeFile(join(folder, "990019_dataset.nt"), triple("直した題"));
    await load(folder, { url: store.graphs, patience: quick });
    expect(await titles()).toEqual([
      "#graph 直した題",
      "releases/2025-01-01/#graph 前の版",
      "releases/2026-01-01/#graph 直した題",
    ]);

    // A graph that the store cannot read leaves the one that was there.
    await writeFile(join(folder, "990019_dataset.nt"), `${triple("半分")}<https://a.example/`);
    await expect(load(folder, { url: store.graphs, patience: quick })).rejects.toThrow(
      "does not take the graph",
    );
    expect(await titles()).toContain("#graph 直した題");
    expect((await titles()).join()).not.toContain("半分");
  });
});

test("a store that is busy is tried again; one that asks for a password is told as such", async () => {
  const folder = await publishedFolder();
  onTestFinished(() => rm(folder, { recursive: true }));
  let asked = 0;
  const server = createServer((request, response) => {
    asked += 1;
    const isKnown = request.headers.authorization === "Basic right";
    response.writeHead(asked === 1 ? 503 : isKnown ? 204 : 401).end();
  }).listen(0, "127.0.0.1");
  onTestFinished(() => void server.close());
  await new Promise((resolve) => server.once("listening", resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/store`;
  expect(await load(folder, { url, authorization: "Basic right", patience: quick })).toHaveLength(2);
  expect(asked).toBe(3);
  await expect(load(folder, { url, patience: quick })).rejects.toThrow("SHIHYO_SPARQL_AUTHORIZATION");
});
