// CSVs in the letters that offices and mail programs save them in, with and without a mark at the beginning: the same tables from each.

import { acceptAll, tablesOf, understand } from "@shihyo/core";
import { readGrids } from "@shihyo/publisher/pure";
import iconv from "iconv-lite";
import { expect, test } from "vitest";

const rows = [
  ["令和6年度　指標一覧"],
  ["施策", "指標名", "単位", "R5", "R6", "備考"],
  ["福祉", "相談件数", "件", "1,234", "1,300", "電話、面談\nを含む"],
  ["道路", "歩道の延長", "km", "12.3", "△0.5", ""],
];
const text = (separator: string) =>
  rows
    .map((row) => row.map((cell) => (/[,;\t\n]/.test(cell) ? `"${cell}"` : cell)).join(separator))
    .join("\r\n");

/** JIS X 0208 between escapes, as mail has it: each character of EUC-JP without its high bits. */
function jis(plain: string): Uint8Array {
  const bytes: number[] = [];
  let isWide = false;
  for (const byte of iconv.encode(plain, "eucjp")) {
    if (byte > 0x7f !== isWide) {
      isWide = !isWide;
      bytes.push(0x1b, ...(isWide ? [0x24, 0x42] : [0x28, 0x42]));
    }
    bytes.push(byte & 0x7f);
  }
  return new Uint8Array(bytes);
}

test.each([
  ["UTF-16 with tabs, as Excel saves Unicode text", iconv.encode(text("\t"), "utf16le", { addBOM: true })],
  ["UTF-16, the high byte first and no mark", iconv.encode(text(","), "utf16-be", { addBOM: false })],
  ["Shift_JIS with tabs", iconv.encode(text("\t"), "cp932")],
  ["EUC-JP", iconv.encode(text(","), "eucjp")],
  ["ISO-2022-JP", jis(text(","))],
  ["UTF-8 with semicolons", iconv.encode(text(";"), "utf8")],
  ["UTF-8 with a carriage return alone", iconv.encode(text(",").replaceAll("\r\n", "\r"), "utf8")],
])("%s", (_, bytes) => {
  const read = readGrids(new Uint8Array(bytes), "実績.csv");
  if ("refused" in read) throw new Error(read.refused.en);
  const { files, counts } = tablesOf(acceptAll(understand(read.grids)));
  expect(counts).toMatchObject({ numbers: 4, kept: { 実績値: 4 }, indicators: 2 });
  expect(files.get("observations/2023.csv")).toMatch(/,1234,.*\n.*,12\.3,/u);
  expect(files.get("observations/2024.csv")).toMatch(/,1300,.*\n.*,-0\.5,/u);
  expect(files.get("indicators.csv")).toContain("歩道の延長");
});
