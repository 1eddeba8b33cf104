// What the page and the worker that reads PDFs say to each other.

import type { PageText } from "@shihyo/publisher/pure";
import type { Bytes } from "../worker/protocol.ts";

export interface PrintedAsked {
  /** A PDF's pages as text and rules. */
  pages: { ask: { name: string; bytes: Bytes }; answer: readonly PageText[] };
}
