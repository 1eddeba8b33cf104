// What a comparison shows, as a tree: small pictures in the order of codes, sentences for all, and the table behind them.

import {
  bracketed,
  type CommonIndicatorFileJson,
  type ComparedCityJson,
  type ComparedYearJson,
  listMarks,
  marks,
  type Reader,
  textFor,
  writing,
} from "@shihyo/core";
import { linesBeside, scaleOfMultiples, smallMultiple } from "../chart/small-multiple.ts";
import type { Markup, Tag } from "../markup/tree.ts";
import { findIn } from "../shared/find.ts";
import { tag } from "../shared/runtime.ts";
import { beside } from "../shared/words.ts";

export interface CompareView {
  readonly file: CommonIndicatorFileJson;
  readonly reader: Reader;
  /** The page of the common indicator. */
  readonly href: string;
  /** Where a city stands in the atlas, for one whose own page nobody can open. */
  readonly cityHref: (code: string, indicator: string) => string;
  /** The codes that are wanted; all where none is. */
  readonly codes: readonly string[];
  /** A city's code: only those of its kind and size. */
  readonly like: string;
}

/** More than these are not told one by one. */
const spoken = 8;

/** `undefined` where nothing that was asked for is among them. */
export function compareMarkup(view: CompareView): Tag | undefined {
  const { file, reader, href } = view;
  const words = file.words[reader];
  const cities = chosen(view);
  const isChosen = view.codes.length > 0 || view.like !== "";
  if (isChosen && cities.length === 0) return undefined;
  const scale = scaleOfMultiples(file, cities);
  const number = new Intl.NumberFormat(marks[reader].tag, { maximumFractionDigits: 3 });
  const hasHollow = cities.some(({ years }) => findIn(years, ({ unsure }) => unsure));
  const lines = file.references.filter(
    ({ code }) => code === undefined || findIn(cities, (city) => city.code === code),
  );
  const said = cities.slice(0, spoken).map(({ sentence }) => sentence[reader]);
  return tag(
    "article",
    { part: "compare", lang: marks[reader].tag, "aria-label": textFor(file.name, reader) },
    tag("p", { class: "label", part: "label" }, tag("a", { href, part: "link" }, textFor(file.name, reader))),
    tag("p", { part: "sentence" }, said.length === 0 ? words.none : sentences(said, reader)),
    tag(
      "ul",
      { role: "list", class: "multiples", part: "pictures" },
      scale &&
        cities.map((city) =>
          tag(
            "li",
            {},
            tag("span", { class: "of" }, textFor(city.name, reader), unofficial(city, words.unofficial)),
            smallMultiple(tag, city, linesBeside(file, city.code), scale),
          ),
        ),
    ),
    tag(
      "p",
      { class: "quiet", part: "remark" },
      [
        cities.length > 0 && words.lead,
        scale &&
          words.scale
            .replace("{low}", number.format(scale.low))
            .replace("{high}", number.format(scale.high))
            .replace("{unit}", file.unit[reader])
            .replace(" .", "."),
        hasHollow && words.hollow,
        scale && words.gap,
        ...sourcesOf(lines).map(([name, source]) =>
          words.reference.replace("{name}", () => name).replace("{source}", () => source),
        ),
      ]
        .filter(Boolean)
        .join(writing[reader].gap),
    ),
    cities.length > 0 &&
      tag(
        "details",
        { part: "details" },
        tag("summary", {}, words.table),
        valuesTable(view, cities),
        notes(view, cities),
      ),
    cities.length > 0 && sources(cities, words.source, reader),
    tag("p", { class: "address" }, file.iri),
  );
}

function chosen({ file, codes, like }: CompareView): ComparedCityJson[] {
  const model = findIn(file.cities, ({ code }) => code === like);
  return file.cities.filter(
    ({ code, kind, size }) =>
      (codes.length === 0 || codes.indexOf(code) >= 0) &&
      (like === "" || (model !== undefined && kind === model.kind && size === model.size)),
  );
}

function sentences(all: readonly string[], reader: Reader): string {
  const { stop, gap } = writing[reader];
  return all.map((one) => one + stop).join(gap);
}

function unofficial({ official }: ComparedCityJson, word: string): Markup {
  return !official && [" ", tag("span", { class: "mark", part: "unofficial" }, word)];
}

/** Each name with its source once. */
function sourcesOf(lines: CommonIndicatorFileJson["references"]): [string, string][] {
  const keys = [...new Set(lines.map(({ name, source }) => JSON.stringify([name, source])))];
  return keys.map((key) => JSON.parse(key) as [string, string]);
}

function valuesTable(view: CompareView, cities: readonly ComparedCityJson[]): Tag {
  const { file, reader } = view;
  const words = file.words[reader];
  const years = [...new Set(cities.flatMap((city) => city.years.map(({ year }) => year)))];
  years.sort((a, b) => a - b);
  const title = `${textFor(file.name, reader)}${file.unit[reader] && bracketed(file.unit[reader], reader)}`;
  return tag(
    "div",
    { class: "scroll", role: "group", "aria-label": title, tabindex: 0 },
    tag(
      "table",
      { part: "table" },
      tag("caption", {}, title),
      tag(
        "thead",
        {},
        tag(
          "tr",
          {},
          [words.body, words.name].map((head) => tag("th", { scope: "col" }, head)),
          years.map((year) => tag("th", { scope: "col", class: "figure" }, `${year}`)),
        ),
      ),
      tag(
        "tbody",
        {},
        cities.map((city) =>
          tag(
            "tr",
            {},
            tag("th", { scope: "row" }, textFor(city.name, reader), unofficial(city, words.unofficial)),
            tag(
              "td",
              {},
              tag(
                "a",
                { href: city.iri ?? view.cityHref(city.code, city.indicator) },
                textFor(city.label, reader),
              ),
              city.alignedBy === "atlas" && words.byAtlas,
            ),
            years.map((year) =>
              cell(
                findIn(city.years, (one) => one.year === year),
                reader,
              ),
            ),
          ),
        ),
        file.references.flatMap((line) =>
          line.code === undefined
            ? [
                tag(
                  "tr",
                  {},
                  tag("th", { scope: "row" }, line.name),
                  tag("td", {}, line.source),
                  years.map((year) =>
                    tag(
                      "td",
                      { class: "figure" },
                      findIn(line.points, (point) => point.year === year)?.shown ?? "",
                    ),
                  ),
                ),
              ]
            : [],
        ),
      ),
    ),
  );
}

function cell(year: ComparedYearJson | undefined, reader: Reader): Tag {
  if (year?.shown === undefined) return tag("td", {}, year?.none?.[reader] ?? "");
  const mark = year.unsure && tag("span", { class: "mark", part: "mark" }, "?");
  return tag("td", { class: "figure", part: "value" }, year.shown, mark);
}

function notes({ file, reader }: CompareView, cities: readonly ComparedCityJson[]): Markup {
  const { colon } = marks[reader];
  const apart = beside(reader);
  const lines = cities.flatMap((city) =>
    city.years.flatMap(({ year, doubt }) =>
      doubt === undefined
        ? []
        : [tag("li", {}, `${textFor(city.name, reader)}${apart}${year}${colon}${doubt[reader]}`)],
    ),
  );
  return (
    lines.length > 0 && [
      tag("p", {}, file.words[reader].notes),
      tag("ul", { class: "notes", part: "notes" }, lines),
    ]
  );
}

function sources(cities: readonly ComparedCityJson[], word: string, reader: Reader): Tag {
  const { entry } = listMarks[reader];
  return tag(
    "p",
    { class: "quiet source", part: "source" },
    word,
    marks[reader].colon,
    cities.map((city, at) => {
      const more = [city.attribution, city.licence && licenceName(city.licence)].filter(Boolean).join(entry);
      return `${at > 0 ? entry : ""}${textFor(city.name, reader)}${more && bracketed(more, reader)}`;
    }),
  );
}

/** `CC BY 4.0`; what is none of Creative Commons' stays an address. */
function licenceName(iri: string): string {
  const [, kind, version] = /creativecommons\.org\/licenses\/([a-z-]+)\/([\d.]+)/.exec(iri) ?? [];
  return kind ? `CC ${kind.toUpperCase()} ${version}` : iri;
}
