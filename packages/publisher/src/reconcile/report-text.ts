// The text of a printed report: a text file as it is, a PDF's text with its lines and columns put together.

import { existsSync } from "node:fs";
import { largestDocument, readGivenFile } from "../disk/read-file.ts";
import { pagesInThread } from "../disk/reading-thread.ts";
import { decodeText } from "../formats/read/decode.ts";
import { Refusal } from "../refusal.ts";
import { joined, linesOf, type Piece } from "../spreadsheet/page-text.ts";
import { isPdf } from "../spreadsheet/pdf-pages.ts";

export async function reportText(file: string): Promise<string> {
  if (!existsSync(file)) {
    throw new Refusal({ ja: `ファイル ${file} がありません。`, en: `There is no file ${file}.` });
  }
  const { bytes } = await readGivenFile(file, largestDocument);
  if (isPdf(bytes)) return pdfText(bytes, file);
  const text = decodeText(bytes);
  if (text === undefined) {
    throw new Refusal({
      ja: `${file} は文字（UTF-8）でもPDFでもありません。`,
      en: `${file} is neither text (UTF-8) nor a PDF.`,
    });
  }
  return text;
}

/** A page after another, each ended by a form feed, so that a single page is page 1. */
async function pdfText(bytes: Uint8Array, file: string): Promise<string> {
  const pages = await pagesInThread(bytes, file);
  return pages.map(({ pieces }) => `${tableText(pieces)}\f`).join("");
}

/** The headers that a report of this kind has, as one pattern over a line. */
const headers =
  /取組内容|事業名|(?:R[0-9]+|令和[0-9元]+年度?)?取組実績|取組指標|単位|(?:R[0-9]+|令和[0-9元]+年度?)実績値/gu;

/**
 * Lines of cells out of pieces of text with their places. The columns are those of the header row (the row that
 * says 実績値); each value in the last column is one row, and takes in the pieces nearest to it. A page without such
 * a header is given line by line.
 */
function tableText(pieces: readonly Piece[]): string {
  const lines = linesOf(pieces);
  const head = lines.findIndex((line) => headersOf(line).length > 2);
  const header = lines[head];
  if (!header) return lines.map(joined).join("\n");
  const columns = headersOf(header);
  const edges = columns.slice(1).map((column, index) => ((columns[index]?.right ?? 0) + column.left) / 2);
  const columnOf = ({ left, right }: Piece) => edges.filter((edge) => (left + right) / 2 > edge).length;
  const rows = rowsOf(lines.slice(head + 1), columnOf, columns.length - 1);
  const cellOf = (row: readonly Piece[], column: number) =>
    linesOf(row.filter((piece) => columnOf(piece) === column))
      .map(joined)
      .join(" ");
  return [
    ...lines.slice(0, head).map(joined),
    columns.map(({ text }) => text).join("\t"),
    ...rows.map((row) => columns.map((_, column) => cellOf(row, column)).join("\t")),
  ].join("\n");
}

/** The headers that stand in a line, each with where it begins and ends; pieces may hold several, or parts. */
function headersOf(line: readonly Piece[]): Piece[] {
  const letters = line.flatMap((piece) =>
    [...piece.text].map((text, index, all): Piece => {
      const width = (piece.right - piece.left) / all.length;
      return { ...piece, text, left: piece.left + width * index, right: piece.left + width * (index + 1) };
    }),
  );
  const kept = letters.filter(({ text }) => text.trim() !== "");
  const text = kept.map((letter) => letter.text).join("");
  return [...text.matchAll(headers)].flatMap((match): Piece[] => {
    const [first, last] = [kept[match.index], kept[match.index + match[0].length - 1]];
    return first && last ? [{ ...first, text: match[0], right: last.right }] : [];
  });
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
