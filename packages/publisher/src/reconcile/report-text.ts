// The text of a printed report: a text file as it is, a PDF's text with its lines and columns put together.

import { readFile, stat } from "node:fs/promises";
import { decodeText } from "../formats/read/decode.ts";
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
        return [
          { text: withoutRadicals(item.str), left, right: left + item.width, base, size: item.height || 10 },
        ];
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

/** One line as text: a space where there is a gap that one can see. */
function joined(line: readonly Piece[]): string {
  return line
    .map(({ text, left, size }, index) => {
      const before = line[index - 1];
      return before && left - before.right > size * 0.4 ? ` ${text}` : text;
    })
    .join("");
}

/** PDFs made by browsers write some characters as the radicals that look like them. */
function withoutRadicals(text: string): string {
  return text.replace(/[\u2E80-\u2FDF]/gu, (radical) => radical.normalize("NFKC"));
}
