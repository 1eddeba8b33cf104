// What the worker that makes the files and the one that packs them say to each other.

import type { Bytes } from "../worker/protocol.ts";

/** Some files, one after the other. */
export type ToPack = Bytes;

/** The same as a DEFLATE stream (RFC 1951); answers come in the order of the questions. */
export type Packed = Bytes;
