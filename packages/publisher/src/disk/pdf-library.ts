// pdfjs in Node, with the character maps and fonts that lie beside it.

import { createRequire } from "node:module";
import { dirname, join, sep } from "node:path";
import { Refusal } from "../refusal.ts";
import type { PdfLibrary } from "../spreadsheet/pdf-pages.ts";

/** Loaded when a PDF is read, and not before. */
export async function pdfLibrary(): Promise<PdfLibrary> {
  // An optional part: whoever reads no PDF may leave it out.
  const { getDocument, OPS } = await import("pdfjs-dist/legacy/build/pdf.mjs").catch((error: unknown) => {
    throw (error as NodeJS.ErrnoException).code === "ERR_MODULE_NOT_FOUND" ? notInstalled() : error;
  });
  const library = dirname(createRequire(import.meta.url).resolve("pdfjs-dist/package.json"));
  return {
    getDocument,
    OPS,
    options: {
      // Without its character maps, a PDF whose fonts are not embedded (90ms-RKSJ-H, UniJIS-UCS2-H) seems empty.
      cMapUrl: join(library, "cmaps") + sep,
      cMapPacked: true,
      standardFontDataUrl: join(library, "standard_fonts") + sep,
    },
  };
}

const notInstalled = () =>
  new Refusal(
    {
      ja: "PDFを読む部品がありません。npm install pdfjs-dist で入れてから、もう一度実行してください。",
      en: "The part that reads PDFs is not installed. Run npm install pdfjs-dist, then run this again.",
    },
    3,
  );
