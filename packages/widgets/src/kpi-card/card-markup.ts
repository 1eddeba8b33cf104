// What a card shows, as a tree: the same in the browser, in a fragment and in an `<iframe>`.

import type { IndicatorFileJson, IndicatorYearJson, Reader, RubyJson } from "@shihyo/core";
import { smallCourse } from "../chart/small-course.ts";
import { type Attributes, type Markup, type Tag, tag } from "../markup/tree.ts";
import { findIn } from "../shared/find.ts";
import {
  bracketed,
  colon,
  comma,
  hasReadings,
  isFirst,
  isWestern,
  languageTags,
  textFor,
  withUnit,
} from "../shared/words.ts";

export interface CardView {
  readonly file: IndicatorFileJson;
  readonly year: IndicatorYearJson;
  readonly reader: Reader;
  /** The page of the indicator. */
  readonly href: string;
  /** That a newer year exists (or is still being counted) than the one shown, or than the one whose number the page's own text has. */
  readonly newer?: string | undefined;
  /** The level of the heading that the name is. */
  readonly level?: string | number;
  /** Where the link opens: `_top` out of an `<iframe>`. */
  readonly target?: string;
  /** What stands at the end of the details, such as a `<slot>`. */
  readonly more?: Markup;
  /** Whether the details are left empty until somebody opens them (`detailsMarkup` is what they hold). */
  readonly isBrief?: boolean;
  /** Whether the keyboard stops at the name alone, from where an arrow leads to what opens. */
  readonly isOneStop?: boolean;
}

const arrows = { up: "↑", down: "↓", same: "→" } as const;

/** The year to show: the one asked for, else the newest that is not still being counted. */
export function yearOfCard(
  { indicator: { years, shownYear: shown } }: IndicatorFileJson,
  asked?: string | number,
): IndicatorYearJson | undefined {
  const year = asked || shown;
  return year ? findIn(years, (one) => one.year === Number(year)) : years.at(-1);
}

/** Where below the base that reader's own pages lie: easy Japanese always has some, English where the city says so. */
export function pageFolder(
  { municipality }: { readonly municipality?: { readonly languages?: readonly string[] } },
  reader: Reader,
): string {
  const hasPages = hasReadings(reader) || (isWestern(reader) && municipality?.languages?.includes?.(reader));
  return hasPages ? `${reader}/` : "";
}

export function cardMarkup(view: CardView): Tag {
  const { file, year, reader, href, newer, target, isBrief, isOneStop, level } = view;
  const { indicator } = file;
  const words = file.words[reader];
  const card = year.card[reader];
  const label = textFor(indicator.label, reader);
  const folder = pageFolder(file, reader);
  // A number as people say it has the exact one beside it, which is long.
  const length = card.said ? Math.max(card.said.length, 8) : card.value.length;
  return tag(
    "article",
    { part: "card", lang: languageTags[reader], "aria-labelledby": "label" },
    tag(
      "p",
      { class: "label", part: "label", id: "label", role: "heading", "aria-level": level || 2 },
      tag(
        "a",
        { href, target, part: "link", hreflang: !isFirst(reader) && (folder ? languageTags[reader] : "ja") },
        (hasReadings(reader) && indicator.ruby?.map(named)) || label,
      ),
      card.nameMarks?.map(badge),
    ),
    // Ears, and a finger on it, get one whole sentence in place of the pieces that eyes put together.
    tag(
      "div",
      { role: "img", "aria-labelledby": "said newer" },
      tag(
        "div",
        { "aria-hidden": "true" },
        tag("p", { class: "spoken", id: "said" }, card.sentence),
        tag(
          "p",
          // A long number is smaller where there is little room: it is never broken.
          { class: `value${room(length)}`, part: "value" },
          // A large number as people say it, with the exact one beside it.
          card.said
            ? [
                tag("span", { class: "number" }, card.said),
                tag("span", { class: "exact quiet" }, withUnit(card.value, card.unit)),
              ]
            : [
                tag("span", { class: card.unit ? "number" : "words" }, card.value),
                card.unit && tag("span", { class: "unit" }, card.unit),
              ],
        ),
        tag("p", { part: "course" }, smallCourse(indicator)),
        // What was published earlier does not tell the marks apart.
        tag("p", { class: "quiet", part: "year" }, card.year, (card.valueMarks || card.marks)?.map(badge)),
        newer && tag("p", { class: "quiet", part: "newer", id: "newer" }, newer),
        card.change &&
          tag(
            "p",
            { part: "change" },
            year.movement && tag("span", { class: "arrow" }, `${arrows[year.movement]} `),
            card.change,
            card.assessment && tag("span", { class: "judged" }, bracketed(card.assessment, reader)),
            card.changeDoubt && badge(card.changeDoubt),
          ),
        // A line and words, no bar: how far along it is, the city says, or nobody.
        card.target && tag("p", { class: "target", part: "target" }, card.target),
      ),
    ),
    // What the report says about this very value (a drill that a typhoon cancelled) belongs beside it.
    card.notes?.map((note) => inJapanese({ class: "note quiet", part: "note" }, note, reader)),
    tag(
      "p",
      { class: "quiet", part: "source" },
      sourceWords(file, year, reader, false),
      unofficialMark(file, reader),
    ),
    tag(
      "details",
      { part: "details" },
      tag("summary", { tabindex: isOneStop && -1 }, words.details, tag("span", {}, colon(reader) + label)),
      !isBrief && detailsMarkup(view),
    ),
    tag("p", { class: "address" }, indicator.iri),
  );
}

/** What is doubtful of the name stands beside the name. */
const badge = (text: string): Markup => [" ", tag("span", { class: "mark", part: "mark" }, text)];

/** A piece of a name, with its reading above it. */
const named = ([text, kana]: RubyJson): Markup =>
  kana ? tag("ruby", {}, text, tag("rt", { "aria-hidden": "true" }, kana)) : text;

/** How small a number of so many letters is drawn. */
function room(length: number): string {
  if (length > 16) return " longest";
  return length > 10 ? " longer" : length > 7 ? " long" : "";
}

/** What opens: the values by year, notes, the whole source. */
export function detailsMarkup({ file, year, reader, more }: CardView): Markup {
  return [
    yearsTable(file, reader),
    file.indicator.note && inJapanese({}, file.indicator.note, reader),
    tag("p", {}, sourceWords(file, year, reader, true)),
    more,
  ];
}

/** What the report says stays in its own language. */
function inJapanese(attributes: Attributes, note: string, reader: Reader): Tag {
  return tag("p", attributes, isWestern(reader) && "(In Japanese) ", tag("span", { lang: "ja" }, note));
}

/** 「出典：厚木市 2頁」; with the whole title: 「出典：第2期…（厚木市）2頁」. */
function sourceWords(
  file: IndicatorFileJson,
  year: IndicatorYearJson,
  reader: Reader,
  isWhole: boolean,
): string {
  const words = file.words[reader];
  const [observation] = year.observations;
  const source = findIn(file.sources, ({ id }) => id === observation?.source);
  if (!source) return "";
  const body = textFor(source.body, reader);
  const named = isWhole ? textFor(source.title, reader) + bracketed(body, reader) : body;
  const page = observation?.page ? ` ${words.page.replace("{page}", `${observation.page}`)}` : "";
  return words.source + colon(reader) + named + page;
}

export function unofficialMark(
  {
    municipality,
    words,
  }: {
    readonly municipality: { readonly official: boolean };
    readonly words: Readonly<Record<Reader, { readonly unofficial: string }>>;
  },
  reader: Reader,
): Markup {
  if (municipality.official) return undefined;
  return [" ", tag("span", { class: "mark", part: "unofficial" }, words[reader].unofficial)];
}

/** Every year with its value, its notes and its change: the table behind the card and behind a chart. */
export function yearsTable({ indicator, words: all }: IndicatorFileJson, reader: Reader): Tag {
  const words = all[reader];
  const heads = [words.year, words.value, words.change];
  const table = tag(
    "table",
    { part: "table" },
    tag("caption", {}, words.table),
    tag(
      "thead",
      {},
      tag(
        "tr",
        {},
        heads.map((head) => tag("th", { scope: "col" }, head)),
      ),
    ),
    tag(
      "tbody",
      {},
      indicator.years.map(({ card }) => {
        const { shortYear, value, unit, change, assessment, marks = [], notes, changeDoubt } = card[reader];
        const apart = comma(reader);
        return tag(
          "tr",
          {},
          tag("th", { scope: "row" }, shortYear),
          tag("td", { class: unit ? "figure" : "words" }, [withUnit(value, unit), ...marks].join(apart)),
          tag(
            "td",
            {},
            [change, assessment, changeDoubt].filter(Boolean).join(apart),
            notes?.map((note) => inJapanese({}, note, reader)),
          ),
        );
      }),
    ),
  );
  // Under large letters it is wider than a card, and scrolls: a number is never broken.
  return tag("div", { class: "scroll", role: "group", "aria-label": words.table, tabindex: 0 }, table);
}
