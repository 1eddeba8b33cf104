// What a table shows, as a tree: every year with its value or the reason for none, its parts, its change, its notes.

import {
  type IndicatorFileJson,
  type IndicatorYearJson,
  listMarks,
  marks,
  type ObservationJson,
  type Reader,
  textFor,
  unitName,
} from "@shihyo/core";
import type { Tag } from "../markup/tree.ts";
import { findIn } from "../shared/find.ts";
import { tag } from "../shared/runtime.ts";
import { sourcesLine } from "../shared/sources-line.ts";
import { withUnit } from "../shared/words.ts";

export function tableMarkup(file: IndicatorFileJson, reader: Reader, href: string): Tag {
  const { indicator } = file;
  const words = file.words[reader];
  const hasParts = indicator.years.some(({ observations }) =>
    observations.some(({ breakdown }) => breakdown),
  );
  const nameMarks = indicator.years.at(-1)?.card[reader].nameMarks;
  const heads = [words.year, hasParts && words.breakdown, words.value, words.change, words.note];
  return tag(
    "article",
    { lang: marks[reader].tag, "aria-label": textFor(indicator.label, reader) },
    tag(
      "div",
      { class: "scroll", role: "group", "aria-label": textFor(indicator.label, reader), tabindex: 0 },
      tag(
        "table",
        { part: "table" },
        tag(
          "caption",
          { part: "label" },
          tag("a", { href, part: "link" }, textFor(indicator.label, reader)),
          nameMarks?.map((mark) => [" ", tag("span", { class: "mark", part: "mark" }, mark)]),
        ),
        tag(
          "thead",
          {},
          tag(
            "tr",
            {},
            heads.map((head) => head && tag("th", { scope: "col" }, head)),
          ),
        ),
        tag(
          "tbody",
          {},
          indicator.years.flatMap((year) => rowsOf(file, year, reader, hasParts)),
        ),
      ),
    ),
    sourcesLine(file, reader),
    tag("p", { class: "address" }, indicator.iri),
  );
}

/** The whole first, in the card's own words; then each part. A year of parts alone has no row for the whole. */
function rowsOf(file: IndicatorFileJson, year: IndicatorYearJson, reader: Reader, hasParts: boolean): Tag[] {
  const words = file.words[reader];
  const card = year.card[reader];
  const { clause, inJapanese } = listMarks[reader];
  return year.observations.map((observation) => {
    const isWhole = observation.breakdown === undefined;
    const part = findIn(file.breakdowns ?? [], ({ id }) => id === observation.breakdown);
    const { marks = [], valueMarks = marks, change, assessment, changeDoubt } = card;
    const isFirst = isWhole || observation === year.observations[0];
    const ownMarks = isFirst ? valueMarks : [];
    const { note } = observation;
    return tag(
      "tr",
      {},
      tag("th", { scope: "row" }, card.year),
      hasParts && tag("td", {}, part ? (part.shown?.[reader] ?? textFor(part.name, reader)) : words.whole),
      tag(
        "td",
        { class: observation.value === undefined ? "words" : "figure", part: "value" },
        isWhole ? withUnit(card.value, card.unit) : partValue(file, observation, reader),
      ),
      tag("td", {}, isWhole && [change, assessment, changeDoubt].filter(Boolean).join(clause)),
      tag(
        "td",
        {},
        ownMarks.join(clause),
        note && [
          ownMarks.length > 0 && clause,
          inJapanese && `(${inJapanese}) `,
          tag("span", { lang: "ja" }, note),
        ],
      ),
    );
  });
}

function partValue(file: IndicatorFileJson, { printed, words }: ObservationJson, reader: Reader): string {
  if (printed === undefined) return words ?? "";
  // The commas of 公用文: every three digits before the point (Safari before 16.4 knows no look-behind).
  const [whole = "", ...decimals] = printed.split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  const unit = file.unit && unitName(file.unit, printed, reader);
  return withUnit([grouped, ...decimals].join("."), unit ?? "");
}
