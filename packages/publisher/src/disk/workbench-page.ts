// The clerk's page as it ships with the publisher, and a city's tables put beside it for the page to begin with.

import { stat, writeFile } from "node:fs/promises";
import { basename, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { Refusal } from "../refusal.ts";
import { tableFiles } from "./read-city.ts";
import { largestTable, readGivenFile } from "./read-file.ts";

const page = fileURLToPath(new URL("../../dist/workbench/", import.meta.url));

export async function workbenchPage(): Promise<string> {
  if ((await stat(join(page, "index.html")).catch(() => undefined))?.isFile()) return page;
  throw new Refusal(
    {
      ja: "作業台のファイルがありません。もう一度インストールしてください（開発中は npm start で作られます）。",
      en: "The page's files are missing. Install again (in a checkout, npm start builds them).",
    },
    3,
  );
}

/** A page may ask for nothing, but it may load a script: the tables stand in one, as base64. */
export async function putCityIntoPage(data: string, folder: string): Promise<void> {
  const files = await Promise.all(
    (await tableFiles(data)).map(async (file) => {
      const { bytes } = await readGivenFile(join(data, file), largestTable);
      return [file, Buffer.from(bytes).toString("base64")] as const;
    }),
  );
  const city = { name: basename(resolve(data)), files: Object.fromEntries(files) };
  const json = JSON.stringify(city).replaceAll("<", "\\u003c");
  await writeFile(join(folder, "parts/city.js"), `(self.shihyoParts ??= {})["city"] = ${json};\n`);
}
