// The figures that stand in a piece of printed text, with thousands commas and 億・万・千 put into one number.

export interface PrintedFigure {
  /** The number in plain digits: `290000`, `94.9`. */
  readonly number: string;
  /** Where it stands in the text. */
  readonly start: number;
  readonly end: number;
}

/** `1,234`, also as the extraction left it: `1, 234`. */
const grouped = "[0-9]{1,3}(?:,\\s?[0-9]{3})+(?![0-9])";
const plainNumber = `(?:${grouped}|[0-9]+)`;
const large = `(?:${plainNumber}億)?(?:${plainNumber}万)?(?:${plainNumber}千)?(?:${plainNumber})?`;
const figure = new RegExp(
  `(?=[0-9][0-9,\\s]*[億万]|[0-9]+千)${large}|${grouped}|[0-9]+(?:\\.\\s?[0-9]+)?`,
  "g",
);

export function printedFigures(text: string): PrintedFigure[] {
  return [...text.matchAll(figure)].flatMap((match) => {
    const [found] = match;
    if (found === "") return [];
    return [{ number: numberOf(found), start: match.index, end: match.index + found.length }];
  });
}

/** `1億2,345万` in plain digits; `undefined` where its parts do not stand as in a number (`3千万2億`). */
export function largeFigure(text: string): string | undefined {
  const plain = text.replace(/[,\s]/g, "");
  return /^(?:[0-9]{1,4}億)?(?:[0-9]{1,4}万)?(?:[0-9]千)?(?:[0-9]{1,4})?$/.test(plain)
    ? numberOf(plain)
    : undefined;
}

const powers: readonly (readonly [string, bigint])[] = [
  ["億", 100_000_000n],
  ["万", 10_000n],
  ["千", 1_000n],
];

function numberOf(found: string): string {
  let rest = found.replace(/[,\s]/g, "");
  if (!/[億万千]/.test(rest)) return rest.replace(/^0+(?=[0-9])/, "");
  let total = 0n;
  for (const [sign, power] of powers) {
    const [before, after] = rest.split(sign);
    if (after === undefined) continue;
    total += BigInt(before || "0") * power;
    rest = after;
  }
  return (total + BigInt(rest || "0")).toString();
}
