// What the worker that makes the files and the one that packs them say to each other.

import type { Bytes } from "../worker/protocol.ts";

/** Files as they are, each with the first of its kind, which is sent once: much of what the others say stands there. */
export type ToPack = readonly {
  readonly bytes: Bytes;
  readonly kind: string;
  /** The end of the first of its kind. */
  readonly like?: Bytes;
}[];

/** The same files in the same order, as DEFLATE streams (RFC 1951) that go on from the end of the first of their kind. */
export type Packed = readonly Bytes[];
