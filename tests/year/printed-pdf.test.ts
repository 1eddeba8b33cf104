// PDFs as printers and browsers really make them: fonts that are not embedded, turned pages, one page, bold printed twice.

import { existsSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import iconv from "iconv-lite";
import { describe, expect, test } from "vitest";
import { top } from "../support/places.ts";
import { shihyo } from "../support/shihyo.ts";
import { copyOf, put, rewrite, workplace } from "../support/workplace.ts";
import { smallCity } from "../workbook/filled.ts";

interface Look {
  /** The page's own turn, in degrees. */
  readonly turn?: 0 | 90 | 180 | 270;
  /** How far the second print of each text lies from the first; none without. */
  readonly again?: number;
  readonly map?: "90ms-RKSJ-H" | "UniJIS-UCS2-H";
}

const columns = [30, 110, 190, 300, 400, 450];
const table = [
  ["取組内容", "事業名", "R6取組実績", "取組指標", "単位", "R6実績値"],
  ["相談に応じる", "健康相談事業", "相談会を開いた。", "相談した人数", "人", "136"],
  ["", "", "", "健診の受診率", "%", "48.0"],
  ["会館を建てる", "会館整備事業", "工事を始めた。", "会館の進捗状況", "", "建設工事"],
];

/** A PDF of one page with a table, in a font that is not in it. A turned page is drawn so that it reads upright. */
function pdf({ turn = 0, again, map = "90ms-RKSJ-H" }: Look): Buffer {
  const hex = (text: string) =>
    (map === "90ms-RKSJ-H" ? iconv.encode(text, "shift_jis") : iconv.encode(text, "utf-16be")).toString(
      "hex",
    );
  const [cos, sin] = { 0: [1, 0], 90: [0, 1], 180: [-1, 0], 270: [0, -1] }[turn] as [number, number];
  const [width, height] = turn % 180 === 0 ? [560, 400] : [400, 560];
  const drawn = table.flatMap((row, line) =>
    row.flatMap((text, column) => {
      if (text === "") return [];
      const at = (dx: number) => {
        const [x, y] = [(columns[column] ?? 0) + dx, 350 - line * 40];
        const [left, base] = {
          0: [x, y],
          90: [width - y, x],
          180: [width - x, height - y],
          270: [y, height - x],
        }[turn] as [number, number];
        return `BT /F1 9 Tf ${cos} ${sin} ${-sin} ${cos} ${left} ${base} Tm <${hex(text)}> Tj ET`;
      };
      return again === undefined ? [at(0)] : [at(0), at(again)];
    }),
  );
  const content = drawn.join("\n");
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${width} ${height}] /Rotate ${turn} /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>`,
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    `<< /Type /Font /Subtype /Type0 /BaseFont /Ryumin-Light /Encoding /${map} /DescendantFonts [6 0 R] >>`,
    "<< /Type /Font /Subtype /CIDFontType0 /BaseFont /Ryumin-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (Japan1) /Supplement 2 >> /DW 1000 /FontDescriptor 7 0 R >>",
    "<< /Type /FontDescriptor /FontName /Ryumin-Light /Flags 6 /FontBBox [0 -200 1000 900] /ItalicAngle 0 /Ascent 800 /Descent -200 /CapHeight 700 /StemV 80 >>",
  ];
  let text = "%PDF-1.4\n";
  const starts = objects.map((object, index) => {
    const start = text.length;
    text += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return start;
  });
  const entries = starts.map((start) => `${String(start).padStart(10, "0")} 00000 n \n`).join("");
  const head = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${entries}`;
  return Buffer.from(
    `${text}${head}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${text.length}\n%%EOF\n`,
  );
}

async function matched(data: string, report: string): Promise<string> {
  const { stdout, stderr } = await shihyo(["reconcile", data, "--report", report, "--lang", "ja"]);
  return (stdout + stderr).split("\n")[0] ?? "";
}

describe("a printed table", () => {
  test.each<[string, Look]>([
    ["in a font that is not embedded (Shift_JIS)", {}],
    ["in a font that is not embedded (UCS-2)", { map: "UniJIS-UCS2-H" }],
    ["on a page turned by 90 degrees", { turn: 90 }],
    ["on a page turned by 180 degrees", { turn: 180 }],
    ["on a page turned by 270 degrees", { turn: 270 }],
    ["made bold by printing twice", { again: 0.4 }],
  ])("%s is read, and its one page is page 1", async (_, look) => {
    const file = join(workplace(), "report.pdf");
    writeFileSync(file, pdf(look));
    expect(await matched(smallCity, file)).toBe(
      "取組指標の実績値（2024年度の報告書）：印刷された3の値のうち、3が表と一致。見比べるもの 0。",
    );
  });

  test.each(["△136", "▲136", "−136人", "-136"])(
    "that prints %s agrees with −136 in the tables",
    async (printed) => {
      const folder = copyOf(smallCity);
      rewrite(join(folder, "observations/2024.csv"), (text) => text.replace("K0001,,136,", "K0001,,-136,"));
      const text = table
        .map((row) => row.map((cell) => (cell === "136" ? printed : cell)).join("\t"))
        .join("\n");
      const file = put(workplace(), "report.txt", `${text}\f`);
      expect(await matched(folder, file)).toContain("3が表と一致。見比べるもの 0。");
    },
  );

  test.each(["136人", "１３６", "1 36"])("that prints %s agrees with 136", async (printed) => {
    const text = table
      .map((row) => row.map((cell) => (cell === "136" ? printed : cell)).join("\t"))
      .join("\n");
    expect(await matched(smallCity, put(workplace(), "report.txt", `${text}\f`))).toContain("3が表と一致");
  });
});

const cases = join(top, "../shared/cases");
const folders = ["25-pdf-predefined-cmaps", "26-pdf-rotated-page", "27-pdf-of-one-page"];

describe.skipIf(!existsSync(cases))("cases from the field (../shared/cases)", () => {
  const files = existsSync(cases)
    ? folders.flatMap((folder) => readdirSync(join(cases, folder)).map((name) => join(folder, name)))
    : [];
  test.each(files)("%s", async (file) => {
    expect(await matched(join(cases, "town-pdf"), join(cases, file))).toContain(
      "12が表と一致。見比べるもの 0。",
    );
  });
});
