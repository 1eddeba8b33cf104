// A published folder in memory: as it is while it is small, packed by a worker of its own once it is large.

import { inflateSync } from "fflate";
import type { Packed } from "../packer/protocol.ts";
import { scriptUrl } from "../work/trusted.ts";
import type { Bytes } from "./protocol.ts";

/** So much is held as it is before anything is packed: a small city needs no second worker. */
const mostAsIs = 16 * 1024 * 1024;
/** So much is packed as one: files that were made one after the other say much the same. */
const blockBytes = 512 * 1024;
/** So many blocks may wait at the packer before the next file waits as well. */
const mostWaiting = 4;
/** So much of what was packed stays unpacked after it was looked at: who reads a folder by its paths comes back to it. */
const mostUnpacked = 32 * 1024 * 1024;

/** Files one after the other, as they are until they are packed. */
interface Block {
  readonly size: number;
  bytes?: Bytes | undefined;
  packed?: Bytes;
}

/** A file, or a piece of a large one: by itself, or in a block. */
type Held = { readonly bytes: Bytes } | { readonly block: Block; readonly from: number; readonly to: number };

/** A piece that is in no block yet, and where it is held. */
interface Loose {
  readonly bytes: Bytes;
  readonly pieces: Held[];
  readonly at: number;
}

export class PackedFiles {
  /** A large file in its pieces; any other is one. */
  readonly #held = new Map<string, Held[]>();
  readonly #packerSource: string;
  #packer: Worker | undefined;
  #isEnded = false;
  #loose: Loose[] = [];
  #looseBytes = 0;
  /** What is with the packer, in the order of its answers. */
  #waiting: Block[] = [];
  #hasRoom: (() => void) | undefined;
  /** What was unpacked last comes last. */
  readonly #unpacked = new Map<Block, Bytes>();
  #unpackedBytes = 0;
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
    const pieces = [...this.pieces(path)];
    const [only] = pieces;
    if (!only || pieces.length === 1) return only;
    const whole = new Uint8Array(pieces.reduce((size, { byteLength }) => size + byteLength, 0));
    let at = 0;
    for (const piece of pieces) {
      whole.set(piece, at);
      at += piece.byteLength;
    }
    return whole;
  }

  /** A large file piece by piece, each unpacked when it is asked for. */
  *pieces(path: string): Iterable<Bytes> {
    for (const held of this.#held.get(path) ?? [])
      yield "bytes" in held ? held.bytes : this.#bytesOf(held.block).slice(held.from, held.to);
  }

  /** Waits where the packer is far behind. */
  async set(path: string, bytes: Bytes): Promise<void> {
    for (const held of this.#held.get(path) ?? [])
      this.bytes -= "bytes" in held ? held.bytes.byteLength : held.to - held.from;
    this.#held.delete(path);
    await this.append(path, bytes);
  }

  /** The next piece of a large file. */
  async append(path: string, bytes: Bytes): Promise<void> {
    const pieces = this.#held.get(path) ?? [];
    this.#held.set(path, pieces);
    this.bytes += bytes.byteLength;
    const at = pieces.push({ bytes }) - 1;
    if (this.#isEnded) return;
    this.#loose.push({ bytes, pieces, at });
    this.#looseBytes += bytes.byteLength;
    if (this.bytes <= mostAsIs) return;
    while (this.#looseBytes >= blockBytes && !this.#isEnded) {
      this.#pack();
      while (this.#waiting.length >= mostWaiting)
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
    this.#loose = [];
    this.#waiting = [];
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
    let size = 0;
    let count = 0;
    for (; count < this.#loose.length && size < blockBytes; count += 1)
      size += this.#loose[count]?.bytes.byteLength ?? 0;
    const files = this.#loose.splice(0, count);
    this.#looseBytes -= size;
    const together = new Uint8Array(size);
    const block: Block = { size, bytes: together };
    let from = 0;
    for (const { bytes, pieces, at } of files) {
      together.set(bytes, from);
      const to = from + bytes.byteLength;
      pieces[at] = { block, from, to };
      from = to;
    }
    this.#waiting.push(block);
    this.#packer.postMessage(together);
  }

  #bytesOf(block: Block): Bytes {
    const there = block.bytes ?? this.#unpacked.get(block);
    const bytes = there ?? inflateSync(block.packed ?? new Uint8Array(), { out: new Uint8Array(block.size) });
    if (block.bytes) return bytes;
    if (!there) this.#unpackedBytes += block.size;
    this.#unpacked.delete(block);
    this.#unpacked.set(block, bytes);
    for (const [oldest] of this.#unpacked) {
      if (this.#unpackedBytes <= mostUnpacked || oldest === block) break;
      this.#unpacked.delete(oldest);
      this.#unpackedBytes -= oldest.size;
    }
    return bytes;
  }

  #start(): Worker {
    const address = URL.createObjectURL(new Blob([this.#packerSource], { type: "text/javascript" }));
    const packer = new Worker(scriptUrl(address));
    packer.onmessage = ({ data }: MessageEvent<Packed>) => {
      const block = this.#waiting.shift();
      if (block && data.byteLength < block.size) {
        block.packed = data;
        block.bytes = undefined;
      }
      this.#hasRoom?.();
    };
    packer.onerror = () => this.end();
    return packer;
  }
}
