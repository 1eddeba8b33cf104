// The worker that packs published files, so that a large city's folder fits into memory while the next files are made.

import { deflateSync } from "fflate";
import type { Bytes } from "../worker/protocol.ts";
import type { Packed, ToPack } from "./protocol.ts";

/** The worker's own scope; the page's types know a window alone. */
const scope = self as unknown as {
  onmessage: ((event: MessageEvent<ToPack>) => void) | null;
  postMessage(answer: Packed, moved: readonly ArrayBuffer[]): void;
};

/** One after the other, since the answers come in the order of the questions. */
let last: Promise<void> = Promise.resolve();

scope.onmessage = ({ data }) => {
  last = last.then(async () => {
    const packed = await deflated(data);
    scope.postMessage(packed, [packed.buffer]);
  });
};

/** The browser's own way is five times as quick; an older browser has none. */
async function deflated(bytes: Bytes): Promise<Bytes> {
  if (typeof CompressionStream === "undefined") return deflateSync(bytes, { level: 1, mem: 4 });
  const { readable, writable } = new CompressionStream("deflate-raw");
  const writer = writable.getWriter();
  // What the stream cannot take is told where it is read.
  void writer.write(bytes).then(
    () => writer.close(),
    () => undefined,
  );
  return new Uint8Array(await new Response(readable).arrayBuffer());
}
