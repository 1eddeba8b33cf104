// The worker that reads PDFs: pdfjs is large, and so it comes when a PDF is brought.

import { type PdfLibrary, pdfPages } from "@shihyo/publisher/pure";
import { getDocument, OPS } from "pdfjs-dist/legacy/build/pdf.mjs";
// pdfjs would start a worker of its own from an address; here it finds its other half at hand.
import "pdfjs-dist/legacy/build/pdf.worker.mjs";
import { serve } from "../worker/serve.ts";
import type { PrintedAsked } from "./protocol.ts";

/** pdfjs's character maps, by name, as base64: the build puts them before this script. */
const { characterMaps } = self as unknown as { characterMaps: Readonly<Record<string, string>> };

class CharacterMaps {
  async fetch({ name }: { name: string }): Promise<{ cMapData: Uint8Array; isCompressed: true }> {
    const text = characterMaps[name];
    if (text === undefined) throw new Error(`there is no character map ${name}`);
    const cMapData = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
    return { cMapData, isCompressed: true };
  }
}

/** Letters are not drawn, and so the shapes of fonts are never asked for in earnest; pictures are not unpacked. */
class Nothing {
  async fetch({ filename }: { filename: string }): Promise<never> {
    throw new Error(`${filename} is not part of this page`);
  }
}

const library: PdfLibrary = {
  getDocument,
  OPS,
  options: {
    CMapReaderFactory: CharacterMaps,
    StandardFontDataFactory: Nothing,
    WasmFactory: Nothing,
    useWorkerFetch: false,
    isEvalSupported: false,
    // As in Node, so that both read the same.
    disableFontFace: true,
    isOffscreenCanvasSupported: false,
  },
};

serve<PrintedAsked>({
  pages: ({ name, bytes }) => pdfPages(bytes, name, library, { rules: true }),
});
