// pdfjs in Node, with the character maps and fonts that lie beside it.

import { createRequire } from "node:module";
import { dirname, join, sep } from "node:path";
import type { PdfLibrary } from "../spreadsheet/pdf-pages.ts";

/** Loaded when a PDF is read, and not before. */
export async function pdfLibrary(): Promise<PdfLibrary> {
  const { getDocument, OPS } = await import("pdfjs-dist/legacy/build/pdf.mjs");
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
