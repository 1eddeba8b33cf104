// What a city's page takes in without a script of ours: per indicator, and per pinned year of it, a picture with its
// text, a page for an `<iframe>`, a fragment drawn beforehand, and oEmbed.

import {
  type Dataset,
  type IndicatorFileJson,
  type IndicatorYearJson,
  indicatorFileJson,
  indicatorPath,
  linkText,
  type Reader,
  readerFolder,
  readersOf,
  series,
  textFor,
  writing,
  yearToShow,
} from "@shihyo/core";
import type { Format, OutputFile } from "../../formats/format.ts";
import { pinnedYears } from "../../formats/json.ts";
import { cardSvg } from "./card-svg.ts";
import type { Embed } from "./embed.ts";
import { embedPage } from "./embed-page.ts";
import { fragment } from "./fragment.ts";
import { oembed } from "./oembed.ts";

export const embedsFormat: Format = {
  name: "embeds",
  *files(dataset) {
    for (const item of series(dataset)) {
      for (const embed of embedsOf(dataset, indicatorFileJson(dataset, item))) yield* formsOf(embed);
    }
  },
};

/** The year to show in the indicator's own folder, and each year that the city asks for (`pinned`) in its own. */
function* embedsOf({ municipality }: Dataset, file: IndicatorFileJson): Iterable<Embed> {
  const { base, publisher } = municipality;
  const { id, label } = file.indicator;
  const home = indicatorPath(id);
  const shown = yearToShow(file.indicator);
  // Easy Japanese has no files of its own: a page for its readers takes the element, which speaks it.
  const readers = readersOf(municipality).filter((reader) => writing[reader].hasPictures);
  const at = (reader: Reader, year: IndicatorYearJson, isPinned: boolean): Embed => ({
    base,
    publisher: publisher.name.ja,
    file,
    year,
    reader,
    isPinned,
    folder: isPinned ? `${home}FY${year.year}/` : home,
    page: `${base}${readerFolder(reader)}${home}${isPinned ? `#FY${year.year}` : ""}`,
    text: linkText(textFor(label, reader), year.card[reader], reader),
  });
  for (const reader of readers) {
    if (shown) yield at(reader, shown, false);
    for (const year of pinnedYears(municipality, file)) yield at(reader, year, true);
  }
}

function* formsOf(embed: Embed): Iterable<OutputFile> {
  const file = (name: string, text: string): OutputFile => ({ path: embed.folder + name, chunks: [text] });
  const { suffix, isMain } = writing[embed.reader];
  if (!isMain) {
    yield file(`card${suffix}.svg`, cardSvg(embed));
    yield file(`embed${suffix}.html`, embedPage(embed));
    yield file(`fragment${suffix}.html`, fragment(embed));
    return;
  }
  yield file("card.svg", cardSvg(embed));
  // The text that goes with the picture, to be pasted as its `alt` or in Word as its alternative text.
  yield file("card.txt", `${embed.year.card.ja.sentence}\n`);
  yield file("embed.html", embedPage(embed));
  yield file("fragment.html", fragment(embed));
  yield file("oembed.json", oembed(embed));
}
