// Published folders to test on: the real city and a small one with a bit of everything, a town with three plans, each written once.

import { existsSync } from "node:fs";
import { mkdtemp, readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { publish } from "@shihyo/publisher";
import { writeGraphCity } from "./graph-city.ts";

const top = fileURLToPath(new URL("../..", import.meta.url));

export const realCityData = join(top, "data/142123");
const realCityBase = "https://shihyo.example/142123/";

export interface Published {
  readonly folder: string;
  readonly base: string;
  readonly code: string;
  read(path: string): Promise<string>;
  has(path: string): boolean;
}

const made = new Map<string, Promise<Published>>();

function once(name: string, make: () => Promise<Published>): Promise<Published> {
  const known = made.get(name);
  if (known) return known;
  const fresh = make();
  made.set(name, fresh);
  return fresh;
}

async function publishTo(data: string, base: string, code: string): Promise<Published> {
  const folder = join(await mkdtemp(join(tmpdir(), "shihyo-published-")), code);
  const { dataset, issues } = await publish(data, folder, { base });
  if (!dataset) throw new Error(`${data} has errors: ${issues.map(({ code: issue }) => issue).join(", ")}`);
  return {
    folder,
    base,
    code,
    read: (path) => readFile(join(folder, path), "utf8"),
    has: (path) => existsSync(join(folder, path)),
  };
}

export function publishedRealCity(): Promise<Published> {
  return once("real", () => publishTo(realCityData, realCityBase, "142123"));
}

export function publishedGraphCity(): Promise<Published> {
  return once("graph", async () => {
    const data = await mkdtemp(join(tmpdir(), "shihyo-graph-city-"));
    await writeGraphCity(data);
    return publishTo(data, "https://data.example.jp/999903/", "999903");
  });
}

/** The made-up town with three plans, whose report says all that a report can say. */
export function publishedTown(): Promise<Published> {
  return once("town", () =>
    publishTo(join(top, "tests/cities/plans/data"), "https://hinagata.example/shihyo/", "999946"),
  );
}

/** Others' suites beside the project, or where SHIHYO_SUITES points; `undefined` where there are none. */
export function suite(path: string): string | undefined {
  const folder = process.env.SHIHYO_SUITES ?? join(top, "../shared/suites");
  const found = join(folder, path);
  return existsSync(found) ? found : undefined;
}
