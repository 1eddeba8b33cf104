// Shift_JIS as Windows writes it (cp932): text to bytes, by the tables that every browser and Node decode it with.

let known: ReadonlyMap<string, readonly number[]> | undefined;

/** `undefined` where a character has no place in it. */
export function encodeShiftJis(text: string): Uint8Array | undefined {
  known ??= table();
  const bytes: number[] = [];
  for (const letter of text) {
    const found = known.get(letter);
    if (!found) return undefined;
    bytes.push(...found);
  }
  return Uint8Array.from(bytes);
}

/** The first of several places for one character, but for the rows that Windows reads and never writes. */
function table(): ReadonlyMap<string, readonly number[]> {
  const decoder = new TextDecoder("shift_jis", { fatal: true });
  const found = new Map<string, readonly number[]>();
  const put = (bytes: readonly number[]) => {
    try {
      const letter = decoder.decode(Uint8Array.from(bytes));
      if ([...letter].length === 1 && !found.has(letter)) found.set(letter, bytes);
    } catch {
      // No character has this place.
    }
  };
  for (let byte = 0; byte <= 0xff; byte += 1) put([byte]);
  for (let lead = 0x81; lead <= 0xfc; lead += 1) {
    if ((lead > 0x9f && lead < 0xe0) || lead === 0xed || lead === 0xee) continue;
    for (let trail = 0x40; trail <= 0xfc; trail += 1) if (trail !== 0x7f) put([lead, trail]);
  }
  return found;
}
