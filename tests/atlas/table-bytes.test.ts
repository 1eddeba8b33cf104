// Tables as bytes: the quick look from line to line and the look at each byte tell the same.

import { describe, expect, test } from "vitest";
import { lookAtTable } from "../../packages/publisher/src/atlas/table-bytes.ts";

const line = (...cells: string[]) =>
  `${cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(",")}\r\n`;
const look = (text: string, code = "142123") => lookAtTable(Buffer.from(text), code);
const header = line("全国地方公共団体コード", "地方公共団体名", "備考");

describe("a table in our dialect", () => {
  test.each([
    ["plain", line("142123", "厚木市", "x"), 1],
    ["with a line end in a cell", line("142123", "厚木市", "一\r\n二") + line("142123", "厚木市", "y"), 2],
    ["with a bare line feed in a cell", line("142123", "厚木市", "一\n二"), 1],
    ["with an empty last cell", line("142123", "厚木市", "") + line("142123", "厚木市", ""), 2],
    ["with a cell that begins with a line end", line("142123", "厚木市", "\r\n142123"), 1],
    [
      "with quotes at the end of a cell, before a line end in it",
      line("142123", "厚木市", '言う"\r\n"142123"'),
      1,
    ],
    ["with a byte order mark", line("142123", "厚木市", "x"), 1],
    ["without rows", "", 0],
  ])("%s has its rows counted, and its first row read", (name, rows, count) => {
    const found = look(`${name.includes("mark") ? "\uFEFF" : ""}${header}${rows}`);
    expect(found?.rows).toBe(count);
    expect(found?.other).toBeUndefined();
    expect(found?.header).toEqual(["全国地方公共団体コード", "地方公共団体名", "備考"]);
    expect(found?.first("地方公共団体名")).toBe(count > 0 ? "厚木市" : undefined);
  });

  test("a row of another body is told, wherever it stands", () => {
    expect(look(header + line("142123", "厚木市", "x") + line("131016", "千代田区", "x"))?.other).toBe(
      "131016",
    );
    expect(look(header + line("131016", "千代田区", "x"))?.other).toBe("131016");
    expect(look(header + line("142123", "a", '"\r\n"131016"') + line("142124", "b", ""))?.other).toBe(
      "142124",
    );
  });
});

test.each([
  ["ends in the middle", `${header}"142123","厚木`],
  ["does not end its last line", `${header}"142123","厚木市","x"`],
  ["has other line ends", `${header}${line("142123", "厚木市", "x")}`.replaceAll("\r\n", "\n")],
  ["has cells without quotes", `${header}142123,厚木市,x\r\n`],
  ["is empty", ""],
])("a table that %s is none", (_, text) => {
  expect(look(text)).toBeUndefined();
});
