// How alike two names are, by the pairs of letters that they share.

/** Dice's coefficient of the pairs of neighbouring letters: 0 to 1. Width of letters and spaces make no difference. */
export function likeness(a: string, b: string): number {
  const [one, other] = [pairsOf(a), pairsOf(b)];
  const all = one.length + other.length;
  if (all === 0) return 0;
  const left = new Map<string, number>();
  for (const pair of other) left.set(pair, (left.get(pair) ?? 0) + 1);
  let shared = 0;
  for (const pair of one) {
    const count = left.get(pair) ?? 0;
    if (count === 0) continue;
    left.set(pair, count - 1);
    shared++;
  }
  return (2 * shared) / all;
}

/** From so much on two names may be of the same thing; below it nobody is asked. */
export const alike = 0.4;

/** Of longer texts the beginning tells enough, and each may be compared with many. */
const longest = 400;

function pairsOf(text: string): string[] {
  const letters = [...text.slice(0, longest).normalize("NFKC").replace(/\s+/gu, "")];
  return letters.slice(1).map((letter, at) => `${letters[at]}${letter}`);
}
