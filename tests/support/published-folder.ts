// A small published folder, made up for tests of whatever serves, checks or uploads one.

import { createHash } from "node:crypto";
import { mkdir, mkdtemp, readdir, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

const page = (title: string) =>
  `<!doctype html>\n<html lang="ja"><head><meta charset="utf-8"><title>${title}</title></head><body>${"<p>値</p>".repeat(300)}</body></html>\n`;

const dataset = {
  format: "shihyo-dataset",
  formatVersion: 1,
  municipality: {
    code: "990019",
    name: { ja: "試験市", en: "Shiken" },
    prefecture: { ja: "試験県", en: "Shiken" },
    official: false,
    base: "https://shiken.example/990019/",
    title: { ja: "試験市 取組指標の実績", en: "Shiken City: results" },
    description: { ja: "試験のためのデータ。", en: "Data for tests." },
    attribution: { ja: "試験市の資料を加工して作成", en: "Made from Shiken City's report" },
    publisher: { name: { ja: "試験発行者", en: "Tester" } },
    sourceBody: { name: { ja: "試験市", en: "Shiken City" } },
    licence: { name: "CC BY 4.0", iri: "https://creativecommons.org/licenses/by/4.0/" },
  },
  release: { version: "2026-01-01", date: "2026-01-01" },
};

/** A table as the publisher writes it: BOM, CRLF, every field quoted. */
export const csvText = (rows: readonly (readonly string[])[]): string =>
  `\uFEFF${rows.map((row) => `${row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(",")}\r\n`).join("")}`;

const files: Readonly<Record<string, string | Uint8Array>> = {
  "index.html": page("試験市"),
  "indicators/K0001/index.html": page("指標"),
  "indicators/K0001/embed.html": page("埋め込み"),
  "indicators/K0001/embed.en.html": page("Embed"),
  "indicators/K0001/data.json": '{"id":"K0001"}\n',
  "indicators/K0001/data.js": '(self.kpiData ??= []).push({"id":"K0001"});\n',
  "indicators/K0001/data.ttl": '<#it> <http://www.w3.org/2000/01/rdf-schema#label> "指標"@ja .\n',
  "indicators/K0001/data.csv": csvText([
    ["年度", "値"],
    ["2024", "22"],
  ]),
  "widgets/kpi.js": "self.kpi = 1;\n",
  "widgets/kpi-1.2.3.js": "self.kpi = 1;\n",
  "assets/page.css": `${"body { margin: 0 }\n".repeat(200)}`,
  "990019_dataset.json": `${JSON.stringify(dataset)}\n`,
  "990019_dataset.ttl":
    '<https://shiken.example/990019/#it> <http://purl.org/dc/terms/title> "試験市"@ja .\n',
  "990019_dataset.nt":
    '<https://shiken.example/990019/#it> <http://purl.org/dc/terms/title> "\\u8A66\\u9A13\\u5E02"@ja .\n',
  "990019_dataset.parquet": Uint8Array.from([80, 65, 82, 49, 0, 0, 80, 65, 82, 49]),
  "990019_indicator_result.csv": csvText([
    ["ID", "値"],
    ["K0001FY2024", "22"],
  ]),
  "990019_unit.csv": csvText([["ID"], ["U01"]]),
  "990019_open_data_list_rows.csv": csvText([["ID"], ["1"]]),
};

/** Writes the folder below the system's place for temporary files, with its SHA256SUMS; returns its path. */
export async function publishedFolder(
  more: Readonly<Record<string, string | Uint8Array>> = {},
): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "shihyo-web-"));
  for (const [path, content] of Object.entries({ ...files, ...more })) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }
  await writeSums(folder);
  return folder;
}

export async function writeSums(folder: string): Promise<void> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  const lines = await Promise.all(
    entries
      .filter((entry) => entry.isFile() && entry.name !== "SHA256SUMS")
      .map(async (entry) => {
        const whole = join(entry.parentPath, entry.name);
        const hash = createHash("sha256")
          .update(await readFile(whole))
          .digest("hex");
        return `${hash}  ${whole.slice(folder.length + 1)}\n`;
      }),
  );
  await writeFile(join(folder, "SHA256SUMS"), lines.sort().join(""));
}
