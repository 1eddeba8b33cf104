// The texts that can be copied from a card: its sentence with the source, and its years as a table for Excel and for Word.

import {
  type CardJson,
  foreignText,
  type IndicatorFileJson,
  type IndicatorYearJson,
  linkText,
  listMarks,
  type Reader,
  takeAwayWords,
  textFor,
  yearToShow,
} from "@shihyo/core";
import { escapeMarkup } from "../formats/escape.ts";

/** The card as whole sentences, with where it comes from and its address. */
export function takenSentence(file: IndicatorFileJson, reader: Reader): string {
  const card = yearToShow(file.indicator)?.card[reader];
  const address = file.indicator.iri.replace(/#it$/, "");
  const from = sourceLine(file, reader);
  return (card?.sentence ?? "") + takeAwayWords[reader].sourceOf(from, address);
}

/** One row a year, cells parted by tabs, numbers without commas, so that Excel reads them as numbers. */
export function excelTable(file: IndicatorFileJson, reader: Reader): string {
  return rows(file, reader)
    .map((row) => row.map((cell) => cell.replace(/\s+/g, " ")).join("\t"))
    .join("\r\n");
}

/** A table with borders of its own, since Word takes no style sheet. */
export function wordTable(file: IndicatorFileJson, reader: Reader): string {
  const [head = [], ...body] = rows(file, reader, true);
  const cells = (row: readonly string[], name: "th" | "td") =>
    row.map((cell) => `<${name}>${escapeMarkup(cell)}</${name}>`).join("");
  return `<table border="1" cellspacing="0" cellpadding="4"><caption>${escapeMarkup(textFor(file.indicator.label, reader))}</caption><thead><tr>${cells(head, "th")}</tr></thead><tbody>${body.map((row) => `<tr>${cells(row, "td")}</tr>`).join("")}</tbody></table><p>${escapeMarkup(sourceLine(file, reader))}</p>`;
}

/** 「出典：厚木市「…」」. */
function sourceLine({ attribution }: IndicatorFileJson, reader: Reader): string {
  return takeAwayWords[reader].source + textFor(attribution, reader);
}

function rows(file: IndicatorFileJson, reader: Reader, isGrouped = false): string[][] {
  const label = textFor(file.indicator.label, reader);
  const [year = "", ...rest] = takeAwayWords[reader].heads;
  return [
    isGrouped ? [year, ...rest] : [label, ...rest],
    ...file.indicator.years.map((one) => {
      const card = one.card[reader];
      const doubts = [
        ...(card.marks ?? []),
        ...(card.notes ?? []).map((note) => foreignText(note, reader)),
        ...(card.changeDoubt ? [card.changeDoubt] : []),
      ];
      return [
        card.year,
        isGrouped ? card.value : plainValue(one, card),
        card.unit,
        card.change,
        doubts.join(listMarks[reader].semicolon),
      ];
    }),
  ];
}

function plainValue({ observations }: IndicatorYearJson, card: CardJson): string {
  const whole = observations.find(({ breakdown }) => breakdown === undefined);
  return whole?.printed ?? card.value;
}

/** What a page says of the data that it shows a part of: their title and who publishes them. */
export interface CitedWhole {
  readonly whole: string;
  readonly by: string;
}

/** The value with its year and all doubt, what it is a part of, the release in which it stays, licence, address, source. */
export function cited(file: IndicatorFileJson, of: CitedWhole, reader: Reader): string {
  const { indicator, release, licence, attribution } = file;
  const card = yearToShow(indicator)?.card[reader];
  const label = textFor(indicator.label, reader);
  const title = card ? linkText(label, card, reader) : label;
  const address = indicator.iri.replace(/#it$/, "");
  const kept = `${address.replace(/indicators\/[^/]+\/$/, "")}releases/${release.version}/`;
  const source = textFor(attribution, reader);
  const { version } = release;
  return takeAwayWords[reader].citation({
    title,
    ...of,
    version,
    kept,
    licence: licence.name,
    address,
    source,
  });
}

/** Where the value of the year shown stands in the table of the indicator's page. */
export function rowAddress({ indicator }: IndicatorFileJson): string {
  const year = yearToShow(indicator)?.year;
  return indicator.iri.replace(/#it$/, year === undefined ? "" : `#FY${year}`);
}
