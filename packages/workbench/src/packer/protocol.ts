// What the worker that makes the files and the one that packs them say to each other.

import type { Bytes } from "../worker/protocol.ts";

/** Files as they are. */
export type ToPack = readonly Bytes[];

/** The same files in the same order, as DEFLATE streams (RFC 1951). */
export type Packed = readonly Bytes[];
