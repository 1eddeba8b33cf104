// Names set in by the cell's own indent, as a workbook has them: levels of the plan, and none where a file has no looks.

import { Workbook } from "@protobi/exceljs";
import { readGrids } from "@shihyo/publisher/pure";
import { expect, test } from "vitest";
import { heldAgainst } from "../support/hold-against.ts";
import { takenIn } from "../support/sheet-cases.ts";

const rows: readonly (readonly [indent: number, ...cells: (string | number)[]])[] = [
  [0, "項目", "単位", "R5", "R6"],
  [0, "ささえあうまち"],
  [1, "福祉"],
  [2, "通いの場", "か所", 40, 42],
  [2, "見守りの協力者", "人", 310, 333],
  [1, "医療"],
  [2, "救急の受入率", "％", 98.1, 98.4],
  [0, "にぎわうまち"],
  [1, "観光"],
  [2, "宿泊者", "人", 1200, 1350],
];
const told = [
  ["通いの場", "ささえあうまち", "福祉", "40", "42"],
  ["見守りの協力者", "ささえあうまち", "福祉", "310", "333"],
  ["救急の受入率", "ささえあうまち", "医療", "98.1", "98.4"],
  ["宿泊者", "にぎわうまち", "観光", "1200", "1350"],
].map(([name = "", goal = "", field = "", r5 = "", r6 = ""]) => ({
  name,
  place: [goal, field],
  values: { 2023: r5, 2024: r6 },
}));

test.each([
  ["indents", true],
  ["nothing but their order", false],
])("levels by %s", async (_, hasIndents) => {
  const book = new Workbook();
  const sheet = book.addWorksheet("一覧");
  for (const [indent, ...cells] of rows) {
    const row = sheet.addRow(cells);
    if (hasIndents && indent > 0) row.getCell(1).alignment = { horizontal: "left", indent };
  }
  const read = readGrids(new Uint8Array(await book.xlsx.writeBuffer()), "項目.xlsx");
  if ("refused" in read) throw new Error(read.refused.en);
  const { wrong, missing } = heldAgainst(takenIn(read.grids), told);
  expect({ wrong, missing }).toEqual({ wrong: [], missing: [] });
});
