// The text of a printed report: a text file as it is, a PDF's text with its lines and columns put together.

import { readFile, stat } from "node:fs/promises";
import { decodeText } from "../read/decode.ts";
import { Refusal } from "../refusal.ts";

export async function reportText(file: string): Promise<string> {
  const found = await stat(file).catch(() => undefined);
  if (!found?.isFile()) {
    throw new Refusal({ ja: `ファイル ${file} がありません。`, en: `There is no file ${file}.` });
  }
  const bytes = await readFile(file);
  const isPdf = bytes.subarray(0, 1024).toString("latin1").includes("%PDF-");
  if (isPdf) return pdfText(bytes, file);
  const text = decodeText(bytes);
  if (text === undefined) {
    throw new Refusal({
      ja: `${file} は文字（UTF-8）でもPDFでもありません。`,
      en: `${file} is neither text (UTF-8) nor a PDF.`,
    });
  }
  return text;
}

interface Piece {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly base: number;
  readonly size: number;
}

/** A page after another, with a form feed between them. A PDF of pictures has no text, and is refused. */
async function pdfText(bytes: Uint8Array, file: string): Promise<string> {
  const { getDocument } = await import("pdfjs-dist/legacy/build/pdf.mjs");
  const task = getDocument({ data: new Uint8Array(bytes), useSystemFonts: true, verbosity: 0 });
  const pages: string[] = [];
  try {
    const document = await task.promise;
    for (let number = 1; number <= document.numPages; number += 1) {
      const page = await document.getPage(number);
      const { items } = await page.getTextContent();
      const pieces = items.flatMap((item): Piece[] => {
        if (!("str" in item) || item.str.trim() === "") return [];
        const [, , , , left = 0, base = 0] = item.transform as number[];
        return [{ text: item.str, left, right: left + item.width, base, size: item.height || 10 }];
      });
      pages.push(tableText(pieces));
    }
  } catch (error) {
    throw new Refusal({
      ja: `${file} をPDFとして読めません（${(error as Error).message}）。`,
      en: `${file} cannot be read as a PDF (${(error as Error).message}).`,
    });
  } finally {
    await task.destroy();
  }
  if (pages.every((page) => page.trim() === "")) {
    throw new Refusal({
      ja: `${file} には文字がありません（画像だけのPDFです）。文字を読み取ってから指定してください。`,
      en: `${file} holds no text (pictures only). Have it recognised first.`,
    });
  }
  return pages.join("\f");
}

/**
 * Lines of cells out of pieces of text with their places. Columns begin where the pieces of the header row begin
 * (the row that says 実績値); a row of the table begins where its last column has a value, and takes in the lines
 * nearest to it. A page without such a header is given line by line.
 */
function tableText(pieces: readonly Piece[]): string {
  const lines = linesOf(pieces);
  const head = lines.findIndex((line) => /実績値/.test(line.map(({ text }) => text).join("")));
  const header = lines[head];
  if (!header) return lines.map(joined).join("\n");
  const columns = cellsOf(header);
  const table = lines.slice(head + 1);
  const middle = ({ left, right }: Piece) => (left + right) / 2;
  const edges = columns.slice(1).map((column, index) => {
    const before = columns[index];
    return before ? (before.right + column.left) / 2 : column.left;
  });
  const columnOf = (piece: Piece) => edges.filter((edge) => middle(piece) > edge).length;
  const rows = rowsOf(table, columnOf, columns.length - 1);
  return [
    ...lines.slice(0, head).map(joined),
    columns.map(({ text }) => text).join("\t"),
    ...rows.map((row) =>
      columns
        .map((_, column) =>
          row
            .filter((piece) => columnOf(piece) === column)
            .map(({ text }) => text.trim())
            .join(" "),
        )
        .join("\t"),
    ),
  ].join("\n");
}

/** From the top down, each from the left. */
function linesOf(pieces: readonly Piece[]): Piece[][] {
  const lines: Piece[][] = [];
  for (const piece of pieces.toSorted((a, b) => b.base - a.base || a.left - b.left)) {
    const line = lines.at(-1);
    const first = line?.[0];
    if (first && Math.abs(first.base - piece.base) < Math.min(first.size, piece.size) / 2) line.push(piece);
    else lines.push([piece]);
  }
  return lines.map((line) => line.toSorted((a, b) => a.left - b.left));
}

/** Pieces that touch are one cell. */
function cellsOf(line: readonly Piece[]): Piece[] {
  const cells: Piece[] = [];
  for (const piece of line) {
    const last = cells.at(-1);
    if (last && piece.left - last.right < piece.size * 0.6) {
      cells[cells.length - 1] = { ...last, text: last.text + piece.text, right: piece.right };
    } else cells.push(piece);
  }
  return cells;
}

/** Each value in the last column stands for one row; every other piece belongs to the value it is nearest to. */
function rowsOf(lines: readonly Piece[][], columnOf: (piece: Piece) => number, last: number): Piece[][] {
  const pieces = lines.flat();
  const anchors: Piece[] = [];
  for (const piece of pieces.filter((one) => columnOf(one) === last)) {
    const before = anchors.at(-1);
    // Words of one cell stand close below each other; the next row's value does not.
    if (!before || before.base - piece.base > piece.size * 1.8) anchors.push(piece);
  }
  const rows = anchors.map((): Piece[] => []);
  for (const piece of pieces) {
    const distances = anchors.map(({ base }) => Math.abs(base - piece.base));
    const nearest = distances.indexOf(Math.min(...distances));
    rows[nearest]?.push(piece);
  }
  return rows;
}

function joined(line: readonly Piece[]): string {
  return cellsOf(line)
    .map(({ text }) => text)
    .join("\t");
}
