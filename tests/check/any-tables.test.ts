// However a city's tables are spoilt, the answer is issues or a dataset that can be published, never a fault.

import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Readable } from "node:stream";
import { type Dataset, isError } from "@shihyo/core";
import { type Folders, formats, providedOnDisk, readCity, type WrittenFile } from "@shihyo/publisher";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cityData } from "../support/places.ts";
import { copyOf } from "../support/workplace.ts";

const nasty = [
  "",
  " ",
  "0",
  "-1",
  "999999999999999999999",
  "1e309",
  "NaN",
  "null",
  "__proto__",
  "constructor",
  "toString",
  "K0001",
  "J0001",
  "P01",
  "…",
  '"',
  '""',
  ",",
  "\n",
  "\r",
  "\u0000",
  "\uFEFF",
  "\u202E",
  "=HYPERLINK(1)",
  "</script>",
  "2024-02-30",
  "①",
  "🗾",
  "\uD800",
  "あ".repeat(5000),
];

/** One slip: a cell replaced, a line lost, doubled or moved, or a file cut short. */
const slip = fc.record({
  file: fc.nat(),
  line: fc.nat(),
  cell: fc.nat(),
  kind: fc.constantFrom("cell", "cell", "cell", "lose", "double", "move", "cut", "bytes"),
  instead: fc.constantFrom(...nasty),
});

describe("tables with any slips", () => {
  test("are told of, or published", { timeout: 240_000 }, async () => {
    let published = 0;
    let told = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom("words" as const, "parts" as const),
        fc.array(slip, { minLength: 1, maxLength: 3 }),
        async (city, slips) => {
          const folder = copyOf(cityData(city));
          const files = readdirSync(folder, { recursive: true, encoding: "utf8" })
            .filter((name) => /\.(?:csv|json)$/.test(name))
            .sort();
          for (const { file, ...one } of slips) spoil(join(folder, files[file % files.length]!), one);
          const { dataset, issues } = await readCity(folder);
          expect(dataset === undefined).toBe(issues.some(isError));
          for (const { message, advice } of issues) {
            expect(`${message.ja}${message.en}${advice.ja}${advice.en}`).not.toMatch(/\{\w+\}|undefined/);
          }
          if (dataset) await writeNowhere(dataset);
          if (dataset) published += 1;
          else told += 1;
        },
      ),
      { numRuns: 150, seed: 142_123 },
    );
    expect(published).toBeGreaterThan(5);
    expect(told).toBeGreaterThan(40);
  });
});

function spoil(
  path: string,
  { kind, line, cell, instead }: { kind: string; line: number; cell: number; instead: string },
): void {
  const bytes = readFileSync(path);
  if (kind === "bytes") {
    bytes[line % bytes.length] = cell % 256;
    writeFileSync(path, bytes);
  } else if (kind === "cut") writeFileSync(path, bytes.subarray(0, line % bytes.length));
  else writeFileSync(path, spoiltLines(bytes.toString("utf8").split("\n"), { kind, line, cell, instead }));
}

function spoiltLines(
  lines: string[],
  { kind, line, cell, instead }: { kind: string; line: number; cell: number; instead: string },
): string {
  const at = line % lines.length;
  const chosen = lines[at]!;
  if (kind === "lose") lines.splice(at, 1);
  else if (kind === "double") lines.splice(at, 0, chosen);
  else if (kind === "move") lines.push(...lines.splice(at, 1));
  else {
    const cells = chosen.split(",");
    cells[cell % cells.length] = instead;
    lines[at] = cells.join(",");
  }
  return lines.join("\n");
}

/** Every format's every byte, without a disk. */
async function writeNowhere(dataset: Dataset): Promise<void> {
  const written = new Map<string, WrittenFile>();
  const contents = new Map<string, Buffer>();
  const nothing = () => {
    throw new Error("there is no earlier folder");
  };
  const folders: Folders = {
    provided: providedOnDisk,
    read: (path) => Readable.from([contents.get(path) ?? Buffer.alloc(0)]),
    text: (path) => (contents.get(path) ?? Buffer.alloc(0)).toString("utf8"),
    earlier: { paths: [], read: nothing, text: nothing },
  };
  for (const format of formats) {
    for (const { path, chunks } of format.files(dataset, new Map(written), folders)) {
      const pieces: Buffer[] = [];
      for await (const chunk of chunks) pieces.push(Buffer.from(chunk));
      const content = Buffer.concat(pieces);
      expect(written.has(path)).toBe(false);
      contents.set(path, content);
      written.set(path, { bytes: content.byteLength, sha256: "0".repeat(64) });
    }
  }
}
