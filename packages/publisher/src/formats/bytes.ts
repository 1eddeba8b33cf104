// Joins pieces of bytes into one, and has the mark that says at the start of a text that it is UTF-8.

/** U+FEFF: Excel reads a CSV, and a browser a script, as UTF-8 where it stands first. */
export const byteOrderMark = "\uFEFF";

export function wholeBytes(pieces: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(pieces.reduce((size, piece) => size + piece.byteLength, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.byteLength;
  }
  return whole;
}
