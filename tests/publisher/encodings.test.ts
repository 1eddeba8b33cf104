// Tables are read as Excel and editors save them: with or without a mark, CRLF or LF, UTF-8 or Shift_JIS.

import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { publish } from "@shihyo/publisher";
import { parse } from "csv-parse/sync";
import { describe, expect, test } from "vitest";
import { differences, filesIn } from "../support/files.ts";
import { cityData } from "../support/places.ts";
import { copyOf, workplace } from "../support/workplace.ts";

/** Rewrites every table of a copy of the city, and publishes it. */
async function publishedAs(change: (text: string) => string | Uint8Array) {
  const folder = copyOf(cityData("parts"));
  const tables = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) =>
    name.endsWith(".csv"),
  );
  for (const name of tables) {
    const path = join(folder, name);
    const plain = readFileSync(path, "utf8")
      .replace(/^\uFEFF/, "")
      .replaceAll("\r\n", "\n");
    writeFileSync(path, change(plain));
  }
  const out = join(workplace(), "published");
  const { issues } = await publish(folder, out);
  return { issues, files: filesIn(out) };
}

/** By Python's own codec, since what we read must not be written by what reads it. */
function shiftJis(text: string): Uint8Array {
  const script =
    "import sys; sys.stdout.buffer.write(sys.stdin.buffer.read().decode('utf-8').encode('cp932'))";
  return execFileSync("python3", ["-c", script], { input: text });
}

/** The same records with another sign between their cells. */
function retyped(text: string, delimiter: string): string {
  const records: string[][] = parse(text, { bom: true, relax_column_count: true });
  const quoted = (cell: string) => (/[\t;"\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
  return records.map((record) => `${record.map(quoted).join(delimiter)}\n`).join("");
}

const hasPython = (() => {
  try {
    return execFileSync("python3", ["-c", "print(1)"]).toString().trim() === "1";
  } catch {
    return false;
  }
})();

describe("the same tables", () => {
  test.each([
    ["with a mark and CRLF", (text: string) => `\uFEFF${text.replaceAll("\n", "\r\n")}`],
    ["without a mark, with LF", (text: string) => text],
    ["without a last line end", (text: string) => text.trimEnd()],
    ["with two marks", (text: string) => `\uFEFF\uFEFF${text}`],
    ["with CR alone", (text: string) => text.replaceAll("\n", "\r")],
    ["with tabs, as Excel saves text", (text: string) => retyped(text, "\t")],
    ["with semicolons", (text: string) => retyped(text, ";")],
    [
      "with empty rows and empty columns, as a spreadsheet leaves them",
      (text: string) => `${text.replaceAll("\n", ",,\n")}${",".repeat(30)}\n\n`,
    ],
    [
      "with every cell quoted",
      (text: string) =>
        text.replaceAll(/^.*$/gm, (line) =>
          line === ""
            ? ""
            : line
                .split(",")
                .map((cell) => `"${cell}"`)
                .join(","),
        ),
    ],
  ])("%s give the same bytes", async (_, change) => {
    const [plain, changed] = await Promise.all([publishedAs((text) => text), publishedAs(change)]);
    expect(changed.issues).toEqual(plain.issues);
    expect(differences(plain.files, changed.files)).toEqual([]);
  });

  test.skipIf(!hasPython)(
    "in Shift_JIS (cp932) give the same bytes (skipped where there is no python3)",
    async () => {
      // What Shift_JIS has no letter for cannot be saved in it.
      const [plain, changed] = await Promise.all([publishedAs((text) => text), publishedAs(shiftJis)]);
      expect(changed.issues).toEqual(plain.issues);
      expect(differences(plain.files, changed.files)).toEqual([]);
    },
  );
});
