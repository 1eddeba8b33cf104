// The worker that packs published files, so that a large city's folder fits into memory while the next files are made.

import { deflateSync } from "fflate";
import type { Packed, ToPack } from "./protocol.ts";

/** The worker's own scope; the page's types know a window alone. */
const scope = self as unknown as {
  onmessage: ((event: MessageEvent<ToPack>) => void) | null;
  postMessage(answer: Packed, moved: readonly ArrayBuffer[]): void;
};

const firsts = new Map<string, Uint8Array>();

scope.onmessage = ({ data: files }) => {
  const packed = files.map(({ bytes, kind, like }) => {
    const dictionary = like ?? firsts.get(kind);
    if (dictionary) firsts.set(kind, dictionary);
    // The quickest level: what the others save more is little beside the time they take.
    return deflateSync(bytes, { level: 1, mem: 4, ...(dictionary ? { dictionary } : {}) });
  });
  scope.postMessage(
    packed,
    packed.map(({ buffer }) => buffer),
  );
};
