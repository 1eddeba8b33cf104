// A published folder in memory: as it is while it is small, packed by a worker of its own once it is large.

import { inflateSync } from "fflate";
import type { Packed } from "../packer/protocol.ts";
import { scriptUrl } from "../work/trusted.ts";
import type { Bytes } from "./protocol.ts";

/** So much is held as it is before anything is packed: a small city needs no second worker. */
const mostAsIs = 32 * 1024 * 1024;
/** So much goes to the packer at once. */
const batchBytes = 2 * 1024 * 1024;
/** So many batches may wait there before the next file waits as well. */
const mostBatches = 12;

/** A file as it is, or as a DEFLATE stream. */
type Held = { readonly bytes: Bytes } | { readonly packed: Bytes; readonly size: number };

type Batch = (readonly [path: string, held: { readonly bytes: Bytes }])[];

export class PackedFiles {
  readonly #held = new Map<string, Held>();
  readonly #packerSource: string;
  #packer: Worker | undefined;
  #isEnded = false;
  /** What is not yet with the packer. */
  #next: Batch = [];
  #nextBytes = 0;
  /** What is there, oldest first, which is the order of the answers. */
  #sent: Batch[] = [];
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
    const held = this.#held.get(path);
    if (!held) return undefined;
    return "bytes" in held ? held.bytes : inflateSync(held.packed, { out: new Uint8Array(held.size) });
  }

  /** Waits where the packer is far behind. */
  async set(path: string, bytes: Bytes): Promise<void> {
    const held = { bytes };
    this.#held.set(path, held);
    this.bytes += bytes.byteLength;
    if (this.#isEnded) return;
    this.#next.push([path, held]);
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
      bytes += this.#next[count]?.[1].bytes.byteLength ?? 0;
    const batch = this.#next.splice(0, count);
    this.#nextBytes -= bytes;
    this.#sent.push(batch);
    this.#packer.postMessage(batch.map(([, { bytes }]) => bytes));
  }

  #start(): Worker {
    const address = URL.createObjectURL(new Blob([this.#packerSource], { type: "text/javascript" }));
    const packer = new Worker(scriptUrl(address));
    packer.onmessage = ({ data }: MessageEvent<Packed>) => {
      const batch = this.#sent.shift() ?? [];
      batch.forEach(([path, held], at) => {
        const packed = data[at];
        const size = held.bytes.byteLength;
        // A file that was made anew meanwhile is the newer one.
        if (packed && packed.byteLength < size && this.#held.get(path) === held)
          this.#held.set(path, { packed, size });
      });
      this.#hasRoom?.();
    };
    packer.onerror = () => this.end();
    return packer;
  }
}
