// openapi.json says which addresses are there: a validator and a client generator made by others read it.

import { join } from "node:path";
import { Validator } from "@seriousme/openapi-schema-validator";
import { serveFolder } from "@shihyo/publisher";
import { OpenAPIClientAxios } from "openapi-client-axios";
import { beforeAll, expect, test } from "vitest";
import { type Published, publishedGraphCity } from "../support/published.ts";

interface Operation {
  readonly operationId: string;
  readonly parameters?: readonly { readonly name: string; readonly example: string }[];
  readonly responses: Readonly<Record<string, { readonly content?: object }>>;
}

let city: Published;
let paths: [string, Operation][];
beforeAll(async () => {
  city = await publishedGraphCity();
  const document = JSON.parse(await city.read("openapi.json"));
  paths = Object.entries(document.paths as Record<string, { get: Operation }>).map(([path, { get }]) => [
    path,
    get,
  ]);
});

test("every address that it names is there, with the IDs that it gives as examples", () => {
  const missing = paths
    .map(([path, { parameters = [] }]) =>
      parameters.reduce((whole, { name, example }) => whole.replace(`{${name}}`, example), path).slice(1),
    )
    .filter((path) => !city.has(path));
  expect(missing).toEqual([]);
  expect(paths.length).toBeGreaterThan(30);
  expect(new Set(paths.map(([, { operationId }]) => operationId)).size).toBe(paths.length);
});

test("an OpenAPI validator accepts it", async () => {
  const { valid, errors } = await new Validator().validate(join(city.folder, "openapi.json"));
  expect(errors ?? []).toEqual([]);
  expect(valid).toBe(true);
});

test("a client made of it by another program finds an indicator by its operation, and a 404 for what is not there", async () => {
  const server = await serveFolder(city.folder);
  try {
    const [first] = paths.find(([path]) => path.includes("{indicator}"))?.[1].parameters ?? [];
    const definition = JSON.parse(await city.read("openapi.json"));
    const api = new OpenAPIClientAxios({
      definition: { ...definition, servers: [{ url: server.url.replace(/\/$/, "") }] },
    });
    const client = await api.init();
    const found = await client.getIndicator?.(first?.example);
    expect(found?.data).toEqual(JSON.parse(await city.read(`indicators/${first?.example}/data.json`)));
    await expect(client.getIndicator?.("K9999")).rejects.toThrow("404");
  } finally {
    await server.stop();
  }
});
