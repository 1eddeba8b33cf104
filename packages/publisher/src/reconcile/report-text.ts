// The text of a printed report: a text file as it is, a PDF's text with its lines and columns put together.

import { readFile, stat } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join, sep } from "node:path";
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

/** A page after another, each ended by a form feed, so that a single page is page 1. A PDF of pictures has no text, and is refused. */
async function pdfText(bytes: Uint8Array, file: string): Promise<string> {
  const { getDocument } = await import("pdfjs-dist/legacy/build/pdf.mjs");
  const library = dirname(createRequire(import.meta.url).resolve("pdfjs-dist/package.json"));
  const task = getDocument({
    data: new Uint8Array(bytes),
    useSystemFonts: true,
    verbosity: 0,
    // Without its character maps, a PDF whose fonts are not embedded (90ms-RKSJ-H, UniJIS-UCS2-H) seems empty.
    cMapUrl: join(library, "cmaps") + sep,
    cMapPacked: true,
    standardFontDataUrl: join(library, "standard_fonts") + sep,
  });
  const pages: string[] = [];
  try {
    const document = await task.promise;
    for (let number = 1; number <= document.numPages; number += 1) {
      const page = await document.getPage(number);
      const { transform } = page.getViewport({ scale: 1 });
      const { items } = await page.getTextContent();
      const strings = items.flatMap((item): Drawn[] => {
        if (!("str" in item) || item.str.trim() === "") return [];
        const { str, width, height } = item;
        return [
          { text: str, width, size: height || 10, matrix: product(transform, item.transform as number[]) },
        ];
      });
      pages.push(tableText(printedOnce(asRead(strings))));
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
  return pages.map((page) => `${page}\f`).join("");
}

/** A string as it is drawn: where, in which direction (the page's own turn included), and how wide. */
interface Drawn {
  readonly text: string;
  readonly width: number;
  readonly size: number;
  readonly matrix: readonly number[];
}

/** One transformation after another, as PDF writes them: a b c d e f. */
function product([a = 1, b = 0, c = 0, d = 1, e = 0, f = 0]: readonly number[], other: readonly number[]) {
  const [g = 1, h = 0, i = 0, j = 1, k = 0, l = 0] = other;
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f];
}

/** The pieces as a person reads them who turns the page so that most of its text runs from left to right. */
function asRead(strings: readonly Drawn[]): Piece[] {
  const letters = new Map<number, number>();
  const turnOf = ({ matrix: [a = 1, b = 0] }: Drawn) =>
    (Math.round(Math.atan2(b, a) / (Math.PI / 2)) + 4) % 4;
  for (const one of strings) letters.set(turnOf(one), (letters.get(turnOf(one)) ?? 0) + one.text.length);
  const [most = [0, 0]] = [...letters].toSorted(([, a], [, b]) => b - a);
  const [cos, sin] = [[1, 0, -1, 0][most[0]] ?? 1, [0, 1, 0, -1][most[0]] ?? 0];
  return strings.map(({ text, width, size, matrix: [, , , , x = 0, y = 0] }) => {
    const left = x * cos + y * sin;
    // The page's own measure runs downward.
    return { text: withoutRadicals(text), left, right: left + width, base: x * sin - y * cos, size };
  });
}

/** Bold that was made by printing twice, a hair apart, is one print. */
function printedOnce(pieces: readonly Piece[]): Piece[] {
  const kept = new Map<string, Piece[]>();
  return pieces.filter((piece) => {
    const alike = kept.get(piece.text) ?? [];
    const near = piece.size * 0.2;
    const isAgain = alike.some(
      ({ left, base }) => Math.abs(left - piece.left) < near && Math.abs(base - piece.base) < near,
    );
    if (!isAgain) kept.set(piece.text, [...alike, piece]);
    return !isAgain;
  });
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
