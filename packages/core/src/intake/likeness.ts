// How alike two names are, by the pairs of letters that they share.

/** Dice's coefficient of the pairs of neighbouring letters: 0 to 1. Width of letters and spaces make no difference. */
export function likeness(a: string, b: string): number {
  const [one, other] = [pairsOf(a), pairsOf(b)];
  if (one.length + other.length === 0) return 0;
  const left = [...other];
  let shared = 0;
  for (const pair of one) {
    const at = left.indexOf(pair);
    if (at < 0) continue;
    left.splice(at, 1);
    shared++;
  }
  return (2 * shared) / (one.length + other.length);
}

/** From so much on two names may be of the same thing; below it nobody is asked. */
export const alike = 0.4;

function pairsOf(text: string): string[] {
  const letters = [...text.normalize("NFKC").replace(/\s+/gu, "")];
  return letters.slice(1).map((letter, at) => `${letters[at]}${letter}`);
}
