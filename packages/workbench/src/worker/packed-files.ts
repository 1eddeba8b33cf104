// A published folder in memory: as it is while it is small, packed by a worker of its own once it is large.

import { wholeBytes } from "@shihyo/publisher/pure";
import { inflateSync } from "fflate";
import type { Packed, ToPack } from "../packer/protocol.ts";
import { scriptUrl } from "../work/trusted.ts";
import type { Bytes } from "./protocol.ts";

/** So much is held as it is before anything is packed: a small city needs no second worker. */
const mostAsIs = 32 * 1024 * 1024;
/** So much goes to the packer at once. */
const batchBytes = 2 * 1024 * 1024;
/** So many batches may wait there before the next file waits as well. */
const mostBatches = 6;
/** As far back as DEFLATE looks. */
const mostLike = 32 * 1024;

/** A file as it is, or as a DEFLATE stream that goes on from the end of another. */
type Held =
  | { readonly bytes: Bytes }
  | { readonly packed: Bytes; readonly size: number; readonly like: Bytes };

/** Pieces by their files and their places in them. */
type Batch = { readonly path: string; readonly at: number; readonly held: { readonly bytes: Bytes } }[];

/** `indicators/K0001/data.json` and `indicators/K0002/data.json` are of one kind. */
const kindOf = (path: string): string => path.replace(/[^/]*\d[^/]*/g, "*");

function unpacked(held: Held): Bytes {
  if ("bytes" in held) return held.bytes;
  const { packed, size, like } = held;
  return inflateSync(packed, { out: new Uint8Array(size), dictionary: like });
}

export class PackedFiles {
  /** A large file in its pieces; any other is one. */
  readonly #held = new Map<string, Held[]>();
  readonly #packerSource: string;
  #packer: Worker | undefined;
  #isEnded = false;
  /** What is not yet with the packer. */
  #next: Batch = [];
  #nextBytes = 0;
  /** What is there, oldest first, which is the order of the answers. */
  #sent: Batch[] = [];
  /** The end of the first file of each kind. */
  readonly #firsts = new Map<string, Bytes>();
  #hasRoom: (() => void) | undefined;
  /** Of all files together, as they are. */
  bytes = 0;

  /** `packerSource` is the script of the worker that packs. */
  constructor(packerSource: string) {
    this.#packerSource = packerSource;
  }

  get size(): number {
    return this.#held.size;
  }

  keys(): Iterable<string> {
    return this.#held.keys();
  }

  has(path: string): boolean {
    return this.#held.has(path);
  }

  get(path: string): Bytes | undefined {
    const pieces = this.#held.get(path)?.map(unpacked);
    const [only] = pieces ?? [];
    if (!pieces || !only || pieces.length === 1) return only;
    return wholeBytes(pieces);
  }

  *pieces(path: string): Iterable<Bytes> {
    for (const held of this.#held.get(path) ?? []) yield unpacked(held);
  }

  /** Waits where the packer is far behind. */
  async set(path: string, bytes: Bytes): Promise<void> {
    for (const held of this.#held.get(path) ?? [])
      this.bytes -= "bytes" in held ? held.bytes.byteLength : held.size;
    this.#held.delete(path);
    await this.append(path, bytes);
  }

  /** The next piece of a large file. */
  async append(path: string, bytes: Bytes): Promise<void> {
    const held = { bytes };
    const pieces = this.#held.get(path) ?? [];
    this.#held.set(path, pieces);
    this.bytes += bytes.byteLength;
    const at = pieces.push(held) - 1;
    if (this.#isEnded) return;
    this.#next.push({ path, at, held });
    this.#nextBytes += bytes.byteLength;
    if (this.bytes <= mostAsIs) return;
    while (this.#nextBytes >= batchBytes && !this.#isEnded) {
      this.#pack();
      while (this.#sent.length >= mostBatches)
        await new Promise<void>((done) => {
          this.#hasRoom = done;
        });
    }
  }

  /** Nothing more comes, and the packer goes; what it had not packed stays as it is. */
  end(): void {
    this.#packer?.terminate();
    this.#packer = undefined;
    this.#isEnded = true;
    this.#next = [];
    this.#sent = [];
    this.#hasRoom?.();
  }

  #pack(): void {
    try {
      this.#packer ??= this.#start();
    } catch {
      // Where a worker may begin no other, the files stay as they are.
      this.end();
      return;
    }
    let bytes = 0;
    let count = 0;
    for (; count < this.#next.length && bytes < batchBytes; count += 1)
      bytes += this.#next[count]?.held.bytes.byteLength ?? 0;
    const batch = this.#next.splice(0, count);
    this.#nextBytes -= bytes;
    this.#sent.push(batch);
    const files: ToPack = batch.map(({ path, held: { bytes } }) => {
      const kind = kindOf(path);
      if (this.#firsts.has(kind)) return { bytes, kind };
      const like = bytes.slice(-mostLike);
      this.#firsts.set(kind, like);
      return { bytes, kind, like };
    });
    this.#packer.postMessage(files);
  }

  #start(): Worker {
    const address = URL.createObjectURL(new Blob([this.#packerSource], { type: "text/javascript" }));
    const packer = new Worker(scriptUrl(address));
    packer.onmessage = ({ data }: MessageEvent<Packed>) => {
      const batch = this.#sent.shift() ?? [];
      batch.forEach(({ path, at, held }, index) => {
        const packed = data[index];
        const size = held.bytes.byteLength;
        // A file that was made anew meanwhile is the newer one.
        const pieces = this.#held.get(path);
        if (packed && packed.byteLength < size && pieces?.[at] === held)
          pieces[at] = { packed, size, like: this.#firsts.get(kindOf(path)) ?? new Uint8Array() };
      });
      this.#hasRoom?.();
    };
    packer.onerror = () => this.end();
    return packer;
  }
}
