// A PDF's pages as text and rules with their places, read by pdfjs; it draws nothing and runs nothing that is in the file.

import { Refusal } from "../refusal.ts";
import { asRead, type DrawnBox, type DrawnText, type PageText, product } from "./page-text.ts";

/** pdfjs as it was loaded, and where it finds its character maps and fonts: Node and a browser each in their own way. */
export interface PdfLibrary {
  getDocument(source: object): {
    readonly promise: Promise<{ readonly numPages: number; getPage(number: number): Promise<unknown> }>;
    destroy(): Promise<void>;
  };
  readonly OPS: object;
  readonly options: object;
}

/** The parts of pdfjs's page that are read here. */
interface PdfPage {
  getViewport(options: { scale: number }): { readonly transform: number[] };
  getTextContent(options: { includeMarkedContent: boolean }): Promise<{ readonly items: readonly object[] }>;
  getOperatorList(): Promise<{ readonly fnArray: readonly number[]; readonly argsArray: readonly unknown[] }>;
}

/** More pages than any report has. */
const mostPages = 3000;

export function isPdf(bytes: Uint8Array): boolean {
  const head = bytes.subarray(0, 1024);
  const mark = [..."%PDF-"].map((letter) => letter.charCodeAt(0));
  return head.some((_, at) => mark.every((code, more) => head[at + more] === code));
}

/** Every page; a PDF of pictures has no text, and is refused. With `rules`, the lines of its tables too. */
export async function pdfPages(
  bytes: Uint8Array,
  file: string,
  { getDocument, OPS, options }: PdfLibrary,
  { rules = false }: { readonly rules?: boolean } = {},
): Promise<PageText[]> {
  const task = getDocument({ data: new Uint8Array(bytes), useSystemFonts: true, verbosity: 0, ...options });
  const pages: PageText[] = [];
  try {
    const document = await task.promise;
    if (document.numPages > mostPages) throw new Error(`${document.numPages} pages`);
    for (let number = 1; number <= document.numPages; number += 1) {
      const page = (await document.getPage(number)) as PdfPage;
      const { transform } = page.getViewport({ scale: 1 });
      const boxes = rules ? await boxesOf(page, transform, OPS as Readonly<Record<string, number>>) : [];
      pages.push(asRead(await stringsOf(page, transform), boxes));
    }
  } catch (error) {
    throw new Refusal({
      ja: `${file} をPDFとして読めません（${(error as Error).message}）。`,
      en: `${file} cannot be read as a PDF (${(error as Error).message}).`,
    });
  } finally {
    await task.destroy();
  }
  if (pages.every(({ pieces }) => pieces.length === 0)) {
    throw new Refusal({
      ja: `${file} には文字がありません（画像だけのPDFです）。文字を読み取ってから指定してください。`,
      en: `${file} holds no text (pictures only). Have it recognised first.`,
    });
  }
  return pages;
}

async function stringsOf(page: PdfPage, transform: readonly number[]): Promise<DrawnText[]> {
  // Where the document is tagged, what stands in another cell is another string.
  const { items } = await page.getTextContent({ includeMarkedContent: true });
  return items.flatMap((item): DrawnText[] => {
    const {
      str,
      width,
      height,
      transform: own,
    } = item as {
      str?: string;
      width?: number;
      height?: number;
      transform?: number[];
    };
    if (str === undefined || str.trim() === "" || own === undefined) return [];
    return [{ text: str, width: width ?? 0, size: height || 10, matrix: product(transform, own) }];
  });
}

/** Straight strokes and boxes, wherever the page's own transformations put them. */
async function boxesOf(
  page: PdfPage,
  transform: readonly number[],
  ops: Readonly<Record<string, number>>,
): Promise<DrawnBox[]> {
  const { fnArray, argsArray } = await page.getOperatorList();
  const boxes: DrawnBox[] = [];
  const kept: (readonly number[])[] = [];
  let matrix: readonly number[] = transform;
  fnArray.forEach((operation, at) => {
    const given = argsArray[at];
    if (operation === ops.save) kept.push(matrix);
    else if (operation === ops.restore) matrix = kept.pop() ?? transform;
    else if (operation === ops.transform) matrix = product(matrix, given as number[]);
    else if (operation === ops.constructPath) {
      const [paint, [path]] = given as [number, [ArrayLike<number> | undefined]];
      // What is only cut out is not drawn.
      if (path && paint !== ops.endPath && paint !== ops.clip) boxes.push(...segmentsOf(path, matrix));
    }
  });
  return boxes;
}

/** pdfjs's own numbers for the steps of a path. */
const [moveTo, lineTo, curveTo, quadraticCurveTo] = [0, 1, 2, 3];

function segmentsOf(path: ArrayLike<number>, [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0]: readonly number[]) {
  const point = (x = 0, y = 0) => [a * x + c * y + e, b * x + d * y + f] as const;
  const boxes: DrawnBox[] = [];
  let at = 0;
  let here = point();
  let start = here;
  const straight = (to: readonly [number, number]) => {
    if (Math.abs(to[0] - here[0]) < 1 || Math.abs(to[1] - here[1]) < 1) boxes.push([...here, ...to]);
    here = to;
  };
  while (at < path.length) {
    const step = path[at];
    at += 1;
    if (step === moveTo) {
      here = point(path[at], path[at + 1]);
      start = here;
      at += 2;
    } else if (step === lineTo) {
      straight(point(path[at], path[at + 1]));
      at += 2;
    } else if (step === curveTo) {
      here = point(path[at + 4], path[at + 5]);
      at += 6;
    } else if (step === quadraticCurveTo) {
      here = point(path[at + 2], path[at + 3]);
      at += 4;
    } else straight(start);
  }
  return boxes;
}
