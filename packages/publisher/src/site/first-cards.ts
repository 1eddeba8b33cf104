// The first indicators as cards on one page without a script: what a city that is only being taken in would look like.

import { type Dataset, indicatorFileJson, marks, type Reader, series } from "@shihyo/core";
import { cardMarkup, cardStyle, forReader, tag, toHtml, yearOfCard } from "@shihyo/widgets/markup";

export function firstCards(dataset: Dataset, count: number, reader: Reader = "ja"): string {
  const cards = [...series(dataset)].slice(0, count).flatMap((item) => {
    const file = indicatorFileJson(dataset, item);
    const year = yearOfCard(file);
    if (!year) return [];
    // Nothing is published yet, so that a link leads nowhere. Each card is a tree of its own, as on any page.
    const card = cardMarkup({ file, year, reader, href: "#", newer: year.card[reader].newer });
    return [tag("div", {}, tag("template", { shadowrootmode: "open" }, tag("style", {}), card))];
  });
  const look =
    "body{margin:0;display:grid;gap:12px;grid-template-columns:repeat(auto-fill,minmax(min(100%,260px),1fr))}";
  const document = tag(
    "html",
    { lang: marks[reader].tag },
    tag(
      "head",
      {},
      tag("meta", { charset: "utf-8" }),
      tag("title", {}, dataset.municipality.title.ja),
      tag("style", {}, look),
    ),
    tag("body", {}, ...cards.map((card) => forReader(card, reader))),
  );
  // A style sheet is no text to be escaped, and ours holds nothing of the city's.
  return `<!doctype html>\n${toHtml(document).replaceAll("<style></style>", () => `<style>${cardStyle}</style>`)}\n`;
}
