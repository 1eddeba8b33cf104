// What is struck through in a workbook (見え消し) is not read as what still holds, and is told.

import { Workbook } from "@protobi/exceljs";
import { readGrids } from "@shihyo/publisher/pure";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { expect, test } from "vitest";
import { heldAgainst } from "../support/hold-against.ts";
import { takenIn } from "../support/sheet-cases.ts";

async function revised(): Promise<Uint8Array> {
  const book = new Workbook();
  const sheet = book.addWorksheet("指標");
  sheet.addRow(["施策", "指標名", "単位", "R4実績", "R5実績", "目標（R8）"]);
  sheet.addRow(["観光", "入込客数", "千人", 310, 322, 400]);
  sheet.addRow(["観光", "宿泊者数", "人", 5020, 8310, 9000]);
  sheet.addRow(["観光", "旧・案内所の数", "か所", 3, 3, 3]);
  const [old, fresh] = [{ strike: true }, { color: { argb: "FFFF0000" } }];
  sheet.getCell("E2").value = {
    richText: [
      { text: "322", font: old },
      { text: "331", font: fresh },
    ],
  };
  sheet.getCell("B3").value = {
    richText: [
      { text: "延べ", font: old },
      { text: "宿泊者数＆日帰り客数", font: fresh },
    ],
  };
  for (const column of ["A", "B", "C", "D", "E", "F"]) sheet.getCell(`${column}4`).font = { strike: true };
  return new Uint8Array(await book.xlsx.writeBuffer());
}

test("struck letters and cells are left out, and their numbers are on the list", async () => {
  const read = readGrids(await revised(), "修正案.xlsx");
  if ("refused" in read) throw new Error(read.refused.en);
  const known = takenIn(read.grids);
  const { wrong, missing } = heldAgainst(known, [
    { name: "入込客数", unit: "千人", values: { 2022: "310", 2023: "331" }, targets: { 2026: "400" } },
    { name: "宿泊者数＆日帰り客数", values: { 2022: "5020", 2023: "8310" }, targets: { 2026: "9000" } },
  ]);
  expect({ wrong, missing }).toEqual({ wrong: [], missing: [] });
  expect(known.counts.leftOut).toEqual({ 取り消し線のあるセル: 3 });
  expect(known.questions.map(({ id }) => id)).toContain("取り消し線:指標");
});

test("they are read where a person says so", async () => {
  const read = readGrids(await revised(), "修正案.xlsx");
  if ("refused" in read) throw new Error(read.refused.en);
  const known = takenIn(read.grids, { "取り消し線:指標": "読む" });
  expect(known.counts.indicators).toBe(3);
  expect(known.counts.leftOut).toEqual({});
});

test("a struck number keeps its format where it is read, also where the styles' elements have a prefix", async () => {
  const book = new Workbook();
  const sheet = book.addWorksheet("指標");
  sheet.addRow(["指標名", "単位", "R4実績", "R5実績"]);
  sheet.addRow(["有収率", "%", 0.895, 0.901]);
  sheet.addRow(["料金収入", "千円", 12345, 12001]);
  for (const column of ["C", "D"]) {
    sheet.getCell(`${column}2`).numFmt = "0.0%";
    sheet.getCell(`${column}3`).numFmt = "#,##0";
    sheet.getCell(`${column}2`).font = { strike: true };
  }
  const plain = unzipSync(new Uint8Array(await book.xlsx.writeBuffer()));
  const styles = strFromU8(plain["xl/styles.xml"] ?? new Uint8Array());
  const prefixed = styles.replace("xmlns=", "xmlns:x=").replace(/<(\/?)(?=[a-zA-Z])/g, "<$1x:");
  for (const text of [styles, prefixed]) {
    const bytes = zipSync({ ...plain, "xl/styles.xml": strToU8(text) });
    const read = readGrids(bytes, "修正案.xlsx");
    if ("refused" in read) throw new Error(read.refused.en);
    expect(
      read.grids[0]?.rows.slice(1).map((row) => row.map((cell) => `${cell?.text} ${cell?.struck}`)),
    ).toEqual([
      ["有収率 undefined", "% undefined", "89.5% true", "90.1% true"],
      ["料金収入 undefined", "千円 undefined", "12,345 undefined", "12,001 undefined"],
    ]);
  }
});
