// What a published folder says about itself, as far as a portal or a store needs it.

import { readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import type { DatasetJson } from "@shihyo/core";
import { Refusal } from "../../refusal.ts";
import { type LocalResource, localResources } from "./resources.ts";

type Described = Pick<DatasetJson, "municipality" | "release">;

export interface Bundle {
  readonly folder: string;
  readonly described: Described;
  readonly resources: readonly LocalResource[];
}

export async function readBundle(folder: string): Promise<Bundle> {
  const described = await readDescription(folder);
  return { folder, described, resources: await localResources(folder, described.municipality.code) };
}

/** From the folder's `142123_dataset.json`. */
export async function readDescription(folder: string): Promise<Described> {
  const found = await stat(folder).catch(() => undefined);
  if (!found?.isDirectory()) throw notPublished(folder);
  const sums = await readFile(join(folder, "SHA256SUMS"), "utf8").catch(() => "");
  const name = / {2}(\d{6}_dataset\.json)$/m.exec(sums)?.[1];
  if (name === undefined) throw notPublished(folder);
  try {
    const dataset = JSON.parse(await readFile(join(folder, name), "utf8")) as DatasetJson;
    if (dataset.format !== "shihyo-dataset") throw notPublished(folder);
    return dataset;
  } catch (error) {
    throw error instanceof Refusal ? error : notPublished(folder);
  }
}

const notPublished = (folder: string) =>
  new Refusal({
    ja: `${folder} は公開フォルダーではありません。先に shihyo publish で書き出してください。`,
    en: `${folder} is not a published folder. Write one with shihyo publish first.`,
  });
