// The nearest of some words to one that was mistyped: `publsh` is meant for `publish`.

/** The word that was probably meant; nothing where none is near enough to be offered. */
export function nearest(typed: string, words: readonly string[]): string | undefined {
  const wanted = typed.toLowerCase();
  // The beginning of one word alone (`pub`, `deploy`) is as good as the whole.
  const begun = wanted.length >= 2 ? words.filter((word) => word.startsWith(wanted)) : [];
  if (begun.length === 1) return begun[0];
  const [best] = words
    .map((word) => ({ word, slips: slipsBetween(wanted, word) }))
    .filter(({ word, slips }) => slips <= mostSlips(word))
    .sort((a, b) => a.slips - b.slips);
  return best?.word;
}

/** One slip in three letters: in `list` one, in `publish` two. */
function mostSlips(word: string): number {
  return Math.max(1, Math.floor(word.length / 3));
}

/** Letters left out, put in, taken for another, or swapped with their neighbour (optimal string alignment). */
function slipsBetween(a: string, b: string): number {
  let before: number[] = [];
  let above = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const isSame = a[i - 1] === b[j - 1];
      const isSwapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      row[j] = Math.min(
        (above[j] ?? 0) + 1,
        (row[j - 1] ?? 0) + 1,
        (above[j - 1] ?? 0) + (isSame ? 0 : 1),
        isSwapped ? (before[j - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY,
      );
    }
    [before, above] = [above, row];
  }
  return above[b.length] ?? 0;
}
