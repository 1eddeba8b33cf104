// What is struck through in a workbook (見え消し) is not read as what still holds, and is told.

import { Workbook } from "@protobi/exceljs";
import { readGrids } from "@shihyo/publisher/pure";
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
