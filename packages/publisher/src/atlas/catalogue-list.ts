// The list of an atlas: which catalogues it gathers, and how each of them stood when it was last asked; a file that people can read.

import { open, rename } from "node:fs/promises";
import { join } from "node:path";
import { readIfThere } from "../disk/read-file.ts";
import { Refusal } from "../refusal.ts";
import { keepSecretsOf } from "../secrets.ts";
import type { DeclaredFile } from "./city-catalogue.ts";
import type { KeeperNote } from "./source.ts";

/** `current`: as it was last gathered. `kept`: the last good copy, since the catalogue could not be taken. `new`: not gathered yet. */
type CityState = "new" | "current" | "kept" | "refused";

export interface AtlasCity {
  /** Where its catalogue stands: a web address that ends in `/`, or a folder. */
  readonly address: string;
  readonly state: CityState;
  /** What was told when it was last asked; absent where all went well. */
  readonly told?: KeeperNote;
  /** The catalogue as it was last taken, from which all below comes. */
  readonly code?: string;
  readonly name?: string;
  readonly nameEn?: string;
  readonly title?: string;
  /** Of the five stars of open data, as far as its catalogue tells. */
  readonly stars?: number;
  readonly version?: string;
  readonly licence?: string;
  readonly publisher?: string;
  /** The words that must stand beside the data. */
  readonly attribution?: string;
  /** True where the body that publishes is the one that the numbers are about. */
  readonly official?: boolean;
  /** What the city's own addresses begin with. */
  readonly base?: string;
  readonly rows?: number;
  readonly indicators?: number;
  readonly etag?: string;
  /** Of the catalogue. */
  readonly sha256?: string;
  readonly files?: Readonly<Record<string, DeclaredFile>>;
}

interface AtlasList {
  readonly format: "shihyo-atlas";
  readonly version: 1;
  readonly cities: readonly AtlasCity[];
}

const fileName = "atlas.json";

/** The cities in the order of their codes; those that were never gathered come last. */
export function inOrder(cities: readonly AtlasCity[]): AtlasCity[] {
  const key = ({ code, address }: AtlasCity) => `${code ?? "999999"} ${address}`;
  return [...cities].sort((a, b) => (key(a) < key(b) ? -1 : 1));
}

export async function readList(atlas: string): Promise<AtlasCity[]> {
  const file = join(atlas, fileName);
  const bytes = await readIfThere(file);
  if (bytes === undefined) return [];
  const text = Buffer.from(bytes).toString("utf8");
  const broken = new Refusal({
    ja: `${file} が、アトラスの一覧として読めません。`,
    en: `${file} cannot be read as the list of an atlas.`,
  });
  try {
    const list = JSON.parse(text) as AtlasList;
    if (list.format !== "shihyo-atlas" || !Array.isArray(list.cities)) throw broken;
    if (!list.cities.every((city) => typeof city?.address === "string" && isCode(city.code))) throw broken;
    // An address that was added by an earlier run is said no more whole than by that one.
    for (const { address } of list.cities) keepSecretsOf(address);
    return [...list.cities];
  } catch {
    throw broken;
  }
}

/** It names a folder: whoever edits the list by hand cannot make it lead elsewhere. */
const isCode = (code: unknown): boolean =>
  code === undefined || (typeof code === "string" && /^\d{6}$/.test(code));

/** Comes into being whole: a run that is cut off leaves the list as it was. */
export async function writeList(atlas: string, cities: readonly AtlasCity[]): Promise<void> {
  const list: AtlasList = { format: "shihyo-atlas", version: 1, cities: inOrder(cities) };
  const beside = join(atlas, `.${fileName}.new`);
  const file = await open(beside, "w");
  try {
    await file.writeFile(`${JSON.stringify(list, null, 2)}\n`);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(beside, join(atlas, fileName));
}

/** Refuses an atlas that has nothing in it yet: what asks of it would find no store. */
export async function refuseEmpty(atlas: string): Promise<void> {
  if ((await readList(atlas)).some(({ code }) => code !== undefined)) return;
  throw new Refusal({
    ja: `${atlas} にはまだ何も集めていません。shihyo atlas add と update を先に実行してください。`,
    en: `Nothing is gathered in ${atlas} yet. Run shihyo atlas add and update first.`,
  });
}
