// Readings over the names in a text, for readers of easy Japanese, where the city's tables have them (名称_よみ).

import { type Dataset, once, type RubyPart, rubyParts } from "@shihyo/core";
import { type Html, html } from "./page.ts";

/** Of shorter names only the whole text is one: as a part of others they may be read in another way. */
const shortest = 3;

interface Readings {
  /** The longest first, so that a name within a longer one does not part it. */
  readonly names: readonly (readonly [name: string, kana: string])[];
  /** Texts come again on many pages. */
  readonly known: Map<string, readonly RubyPart[]>;
}

const readingsOf = once((dataset: Dataset): Readings => {
  const all = [...dataset.nodes.values(), ...dataset.indicators.values()];
  const names = new Map(all.flatMap(({ name, kana }) => (kana ? [[name.ja, kana] as const] : [])));
  return { names: [...names].toSorted(([a], [b]) => b.length - a.length), known: new Map() };
});

/** Whether a reading is still a draft (仮), of which each page tells once. */
export const hasDraftReadings = once((dataset: Dataset): boolean =>
  [...dataset.nodes.values(), ...dataset.indicators.values()].some(({ kanaBasis }) => kanaBasis === "draft"),
);

/** The text, the names of indicators and nodes in it with their readings above them. */
export function withReadings(dataset: Dataset, text: string): Html | string {
  const { names, known } = readingsOf(dataset);
  if (names.length === 0 || text === "") return text;
  let parts = known.get(text);
  if (!parts) {
    parts = parted(names, text, true);
    known.set(text, parts);
  }
  return parts.some(([, reading]) => reading !== undefined) ? ruby(parts) : text;
}

function parted(names: Readings["names"], text: string, isWhole: boolean): readonly RubyPart[] {
  if (text === "") return [];
  const found = names.find(([name]) =>
    isWhole && name === text ? true : name.length >= shortest && text.includes(name),
  );
  if (!found) return [[text]];
  const [name, kana] = found;
  const at = text.indexOf(name);
  return [
    ...parted(names, text.slice(0, at), false),
    ...rubyParts(name, kana),
    ...parted(names, text.slice(at + name.length), false),
  ];
}

/** Ears have the kanji: without the reading nothing is said twice. End tags that HTML does without are left out. */
function ruby(parts: readonly RubyPart[]): Html {
  return html`${parts.map(([text, reading]) => (reading === undefined ? text : html`<ruby>${text}<rt aria-hidden="true">${reading}</ruby>`))}`;
}
