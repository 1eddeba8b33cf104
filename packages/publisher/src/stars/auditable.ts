// Which folders can be audited (one that holds nothing published is refused), and which of their files are opened.

import { Refusal } from "../refusal.ts";

/** What may be published, by others' tools as well as by ours: data in any form, or a page about them. */
const published = /\.(csv|tsv|xlsx?|ods|json|jsonld|ttl|nt|nq|trig|rdf|parquet|pdf|zip|xml|html?)$/i;

/** Where programs keep what is theirs: a person's home holds JSON and HTML of many, and publishes none of it. */
const ownUse = /(^|\/)(\.[^/]*|node_modules)\//;

/** What describes data that are published: a catalogue, CSVW, a data package, RDF. */
const described = /(^|\/)datapackage\.json$|-metadata\.json$|\.(ttl|nt|nq|trig|rdf|jsonld)$/i;

/** `paths`: every file below the folder, with `/`. */
export function refuseUnpublished(folder: string, paths: readonly string[]): void {
  const data = paths.filter((path) => published.test(path) && !ownUse.test(path));
  if (data.length === 0) {
    throw new Refusal({
      ja: `${folder} に、公開されたデータ（CSV、JSON、RDF、Excel、PDF）もページ（HTML）もありません。shihyo publish が書き出したフォルダーか、DCATのカタログやCSVのあるフォルダーを指定してください。`,
      en: `${folder} holds nothing that is published: no data (CSV, JSON, RDF, Excel, PDF) and no page (HTML). Name the folder that shihyo publish wrote, or one with a DCAT catalogue or CSV files.`,
    });
  }
  const tables = foldersWith(paths, "municipality.json").filter((one) => isOfTables(paths, one));
  const [first] = tables;
  if (first !== undefined && !data.some((path) => described.test(path))) {
    const named = inside(folder, first);
    throw new Refusal({
      ja: `${named} は公開する前の表のフォルダーです（municipality.json と indicators.csv がある）。shihyo publish ${named} --out フォルダー で書き出したフォルダーを指定してください。`,
      en: `${named} holds the tables as they are before publishing (municipality.json and indicators.csv). Name the folder that shihyo publish ${named} --out DIR writes.`,
    });
  }
  const cities = foldersWith(paths, "SHA256SUMS").filter((one) => paths.includes(`${one}catalog.ttl`));
  const [city] = cities;
  if (city !== undefined && !cities.includes("") && !data.some((path) => !path.includes("/"))) {
    const named = cities.map((one) => inside(folder, one));
    throw new Refusal({
      ja: `${folder} の中に公開フォルダーがあります。どれか1つを指定してください：${named.join("、")}`,
      en: `${folder} holds published folders. Name one of them: ${named.join(", ")}`,
    });
  }
}

/** The folder itself (``) and those right in it (`142123/`) that hold the file. */
function foldersWith(paths: readonly string[], file: string): string[] {
  return paths
    .filter((path) => path === file || (path.endsWith(`/${file}`) && path.split("/").length === 2))
    .map((path) => path.slice(0, -file.length));
}

function isOfTables(paths: readonly string[], folder: string): boolean {
  return paths.includes(`${folder}indicators.csv`) || paths.includes(`${folder}nodes.csv`);
}

function inside(folder: string, one: string): string {
  return one === "" ? folder : `${folder.replace(/[/\\]+$/, "")}/${one.slice(0, -1)}`;
}

/** Whether an audit opens the file: earlier releases were audited when they were the release. */
export function isOpened(path: string): boolean {
  return /\.(ttl|n3|nt|nq|trig|jsonld|rdf|owl|xml|csv|json)$/i.test(path) && !path.startsWith("releases/");
}
