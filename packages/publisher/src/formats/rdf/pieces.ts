// Gathers texts and bytes into large pieces, so that no file is written in thousands of small ones.

/** A piece is handed on once what comes next might not fit into it any more. */
const pieceSize = 1 << 16;

/** A letter of a string takes at most so many bytes of UTF-8. */
const bytesPerLetter = 3;

const utf8 = new TextEncoder();

export class Pieces {
  #piece = new Uint8Array(pieceSize);
  #held = 0;
  #full: Uint8Array[] = [];

  text(text: string): void {
    const most = text.length * bytesPerLetter;
    if (this.#held + most > pieceSize) this.#close();
    if (most > pieceSize) this.#full.push(utf8.encode(text));
    else this.#held += utf8.encodeInto(text, this.#piece.subarray(this.#held)).written;
  }

  bytes(bytes: Uint8Array): void {
    if (this.#held + bytes.length > pieceSize) this.#close();
    if (bytes.length > pieceSize) this.#full.push(bytes);
    else {
      this.#piece.set(bytes, this.#held);
      this.#held += bytes.length;
    }
  }

  /** Whether there is something to be taken. */
  get isFull(): boolean {
    return this.#full.length > 0;
  }

  /** The pieces that are full; whoever takes them may keep them. */
  take(): readonly Uint8Array[] {
    const taken = this.#full;
    this.#full = [];
    return taken;
  }

  /** All that is left. */
  rest(): readonly Uint8Array[] {
    this.#close();
    return this.take();
  }

  #close(): void {
    if (this.#held === 0) return;
    this.#full.push(this.#piece.subarray(0, this.#held));
    this.#piece = new Uint8Array(pieceSize);
    this.#held = 0;
  }
}
