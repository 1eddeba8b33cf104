// Bytes to text: UTF-8 with or without a BOM, else Shift_JIS (cp932) as Excel saves it.

/** `undefined` where the bytes are neither, without guessing. */
export function decodeText(bytes: Uint8Array): string | undefined {
  return decodeAs("utf-8", bytes) ?? decodeAs("shift_jis", bytes);
}

function decodeAs(encoding: string, bytes: Uint8Array): string | undefined {
  try {
    // Drops a BOM; `fatal` refuses what a replacement character would hide.
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
