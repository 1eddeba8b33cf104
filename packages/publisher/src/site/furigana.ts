// Readings over the names in a text, for readers of easy Japanese, where the city's tables have them (名称_よみ).

import { type Dataset, groupBy, once, type RubyPart, rubyParts } from "@shihyo/core";
import { type Html, html } from "./page.ts";

/** Of shorter names only the whole text is one: as a part of others they may be read in another way. */
const shortest = 3;

/** Texts whose pieces are remembered at a time. */
const mostKnown = 20_000;

/** A name with its reading; the longest come first, so that a name within a longer one does not part it. */
interface Reading {
  readonly place: number;
  readonly name: string;
  readonly kana: string;
}

interface Readings {
  readonly byName: ReadonlyMap<string, Reading>;
  /** How long the names are that begin so, the longest first: a text is looked through once, however many there are. */
  readonly lengths: ReadonlyMap<string, readonly number[]>;
  /** Texts come again on many pages. */
  readonly known: Map<string, readonly RubyPart[]>;
}

const readingsOf = once((dataset: Dataset): Readings => {
  const all = [...dataset.nodes.values(), ...dataset.indicators.values()];
  const names = new Map(all.flatMap(({ name, kana }) => (kana ? [[name.ja, kana] as const] : [])));
  const inOrder = [...names]
    .toSorted(([a], [b]) => b.length - a.length)
    .map(([name, kana], place): Reading => ({ place, name, kana }));
  const byBeginning = groupBy(inOrder, ({ name }) =>
    name.length >= shortest ? name.slice(0, shortest) : undefined,
  );
  const lengths = [...byBeginning].map(
    ([beginning, all]) => [beginning, [...new Set(all.map(({ name }) => name.length))]] as const,
  );
  return {
    byName: new Map(inOrder.map((one) => [one.name, one])),
    lengths: new Map(lengths),
    known: new Map(),
  };
});

/** Whether a reading is still a draft (仮), of which each page tells once. */
export const hasDraftReadings = once((dataset: Dataset): boolean =>
  [...dataset.nodes.values(), ...dataset.indicators.values()].some(({ kanaBasis }) => kanaBasis === "draft"),
);

/** The text, the names of indicators and nodes in it with their readings above them. */
export function withReadings(dataset: Dataset, text: string): Html | string {
  const { byName, known } = readingsOf(dataset);
  if (byName.size === 0 || text === "") return text;
  let parts = known.get(text);
  if (!parts) {
    const whole = byName.get(text);
    parts = whole ? rubyParts(whole.name, whole.kana) : parted(readingsOf(dataset), text);
    if (known.size >= mostKnown) known.clear();
    known.set(text, parts);
  }
  return parts.some(([, reading]) => reading !== undefined) ? ruby(parts) : text;
}

function parted(readings: Readings, text: string): readonly RubyPart[] {
  if (text === "") return [];
  const [found, at] = longestIn(readings, text) ?? [];
  if (!found || at === undefined) return [[text]];
  const { name, kana } = found;
  return [
    ...parted(readings, text.slice(0, at)),
    ...rubyParts(name, kana),
    ...parted(readings, text.slice(at + name.length)),
  ];
}

/** Of the names in the text the one that comes first in order, and where it first stands. */
function longestIn({ byName, lengths }: Readings, text: string): [Reading, number] | undefined {
  let found: [Reading, number] | undefined;
  for (let at = 0; at + shortest <= text.length; at += 1) {
    for (const length of lengths.get(text.slice(at, at + shortest)) ?? []) {
      if (found && length < found[0].name.length) break;
      const one = at + length <= text.length ? byName.get(text.slice(at, at + length)) : undefined;
      if (one && (!found || one.place < found[0].place)) found = [one, at];
    }
  }
  return found;
}

/** Ears have the kanji: without the reading nothing is said twice. End tags that HTML does without are left out. */
function ruby(parts: readonly RubyPart[]): Html {
  return html`${parts.map(([text, reading]) => (reading === undefined ? text : html`<ruby>${text}<rt aria-hidden="true">${reading}</ruby>`))}`;
}
