// What the page and the worker that audits say to each other.

import type { Audit } from "@shihyo/publisher/stars";
import type { FileMap } from "../worker/protocol.ts";

export interface AuditorAsked {
  /** Every path of the published folder, and the files that an audit reads. */
  audit: { ask: { name: string; paths: readonly string[]; files: FileMap }; answer: Audit };
}
