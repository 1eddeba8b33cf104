// What an atlas shows as HTML: its cities, each common indicator with the cities side by side, and each city among the others.

import {
  type BesideJson,
  bracketed,
  type CommonIndicator,
  type CommonIndicatorFileJson,
  type ComparedCityJson,
  type ComparedYearJson,
  groupPrinted,
  languages,
  listMarks,
  marks,
  readerFolder,
  type TextJson,
  textFor,
  writing,
} from "@shihyo/core";
import { linesBeside, scaleOfMultiples, smallMultiple, tag, toHtml } from "@shihyo/widgets/markup";
import { raw } from "hono/html";
import { type Html, html, shownText } from "../../site/page.ts";
import { type GatheredCity, type IndicatorRow, isOpen } from "./gathered.ts";
import { atlasPhrase, atlasWords, matchWord, type PageReader } from "./page-words.ts";

interface Shown {
  readonly reader: PageReader;
  readonly title: string;
  /** Where it stands below the reader's own folder: `common-indicators/C034/`; empty for the first page. */
  readonly folder: string;
  readonly main: Html;
  /** Names in `assets/`. */
  readonly scripts?: readonly string[];
}

/** From a reader's own folder to where all lies. */
const upFrom = (reader: PageReader): string => (readerFolder(reader) === "" ? "" : "../");

/** Works from disk, from any folder, and without a script. */
export function atlasPage({ reader, title, folder, main, scripts = [] }: Shown): string {
  const own = readerFolder(reader) + folder;
  const root = "../".repeat(own.split("/").length - 1);
  const whole = folder === "" ? atlasPhrase(reader, "atlas") : `${title} | ${atlasPhrase(reader, "atlas")}`;
  const versions = languages.map((one) =>
    one === reader
      ? html`<li><span aria-current="page">${writing[one].name}</span></li>`
      : html`<li><a href="${root}${readerFolder(one)}${folder}index.html" lang="${one}" hreflang="${one}">${writing[one].name}</a></li>`,
  );
  return String(html`<!doctype html>
<html lang="${reader}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${whole}</title>
<meta http-equiv="Content-Security-Policy" content="default-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'; object-src 'none'">
<link rel="icon" href="data:,"><link rel="stylesheet" href="${root}assets/atlas.css">${scripts.map((script) => html`<script src="${root}${script}" charset="utf-8" defer></script>`)}</head>
<body><a class="skip" href="#main">${atlasPhrase(reader, "skip")}</a><header class="site"><p><a href="${root}${readerFolder(reader)}index.html">${atlasPhrase(reader, "atlas")}</a></p><nav class="languages" aria-label="${atlasPhrase(reader, "language")}"><ul>${versions}</ul></nav></header>
<main id="main" tabindex="-1">
${main}
</main>
<footer class="site"><p>${atlasPhrase(reader, "footer")}</p></footer></body></html>
`);
}

const named = (reader: PageReader, text: TextJson): Html | string => shownText(textFor(text, reader), reader);
const cityName = (reader: PageReader, { name, name_en: english }: GatheredCity): Html | string =>
  named(reader, english === null || english === undefined ? { ja: name } : { ja: name, en: english });
const cityLink = (reader: PageReader, up: string, city: GatheredCity) =>
  html`<a href="${up}cities/${city.code}/index.html">${cityName(reader, city)}</a>`;
const officialWord = (reader: PageReader, { official }: { readonly official: boolean }) =>
  official ? "" : html` <span class="mark">${atlasPhrase(reader, "unofficial")}</span>`;
const linked = (address: string | undefined, text: Html | string) =>
  address !== undefined && isOpen(address) ? html`<a href="${address}">${text}</a>` : html`${text}`;

export interface Used {
  readonly common: CommonIndicator;
  readonly cities: number;
}

export function indexMain(
  reader: PageReader,
  cities: readonly GatheredCity[],
  indicators: number,
  used: readonly Used[],
): Html {
  const up = upFrom(reader);
  const files = [
    ["data/observations.parquet", "allValues"],
    ["data/indicators.csv", "allIndicators"],
    ["data/cities.csv", "allCities"],
    ["common-indicators/scheme.ttl", "scheme"],
    ["common-indicators/scheme.jsonld", "schemeJson"],
    ["catalog.ttl", "catalogue"],
  ] as const;
  const heads = ["code", "cities", "data", "version"] as const;
  return html`<h1>${atlasPhrase(reader, "elsewhere")}</h1>
<p>${atlasPhrase(reader, "gathered", { cities: cities.length, indicators: groupPrinted(String(indicators)) })}</p>
<section aria-labelledby="search"><h2 id="search">${atlasPhrase(reader, "search")}</h2>
<p><label>${atlasPhrase(reader, "word")} <input type="search" id="q" autocomplete="off" data-up="${up}" data-hits="${atlasWords.hits[reader]}" data-hits-first="${atlasWords.hitsFirst[reader]}"></label> <span id="found" role="status"></span></p><ol id="results"></ol><noscript><p>${atlasPhrase(reader, "noScript")}</p></noscript></section>
<section aria-labelledby="commons"><h2 id="commons">${atlasPhrase(reader, "commons")}</h2>
${used.length === 0 ? html`<p>${atlasPhrase(reader, "noCommons")}</p>` : html`<ul class="commons">${used.map(({ common, cities: n }) => html`<li><a href="common-indicators/${common.id}/index.html">${common.name[reader]}</a>${bracketed(atlasPhrase(reader, n === 1 ? "oneBody" : "bodies", { n }), reader)}</li>`)}</ul>`}</section>
<p><a href="common-indicators/index.html">${atlasPhrase(reader, "everyCommon")}</a></p>
<section aria-labelledby="cities"><h2 id="cities">${atlasPhrase(reader, "cities")}</h2>
<div class="scroll" tabindex="0" role="group" aria-labelledby="cities"><table><thead><tr>${heads.map((head) => html`<th scope="col">${atlasPhrase(reader, head)}</th>`)}<th scope="col" class="number">${atlasPhrase(reader, "indicators")}</th><th scope="col" class="number">${atlasPhrase(reader, "values")}</th><th scope="col">${atlasPhrase(reader, "stars")}</th><th scope="col">${atlasPhrase(reader, "licence")}</th></tr></thead>
<tbody>${cities.map((city) => html`<tr><td>${city.code}</td><th scope="row">${cityLink(reader, "", city)}${officialWord(reader, city)}${city.state === "kept" ? html` <span class="mark">${atlasPhrase(reader, "kept")}</span>` : ""}</th><td>${linked(city.base, shownText(city.title, reader))}</td><td>${city.version ?? ""}</td><td class="number">${city.indicators}</td><td class="number">${city.rows}</td><td>${stars(reader, city)}</td><td>${licence(city)}</td></tr>`)}</tbody></table></div>
<p class="quiet">${atlasPhrase(reader, "starsAbout")}</p></section>
<section aria-labelledby="data"><h2 id="data">${atlasPhrase(reader, "data")}</h2>
<ul>${files.map(([file, name]) => html`<li><a href="${up}${file}" download>${atlasPhrase(reader, name)}</a></li>`)}</ul></section>`;
}

/** The scheme: every common indicator with its definition, by the part of a plan that it belongs to. */
export function schemeMain(
  reader: PageReader,
  commons: readonly CommonIndicator[],
  used: readonly CommonIndicator[],
): Html {
  const up = `../${upFrom(reader)}`;
  const counted = new Set(used.map(({ id }) => id));
  const groups = [...new Set(commons.map(({ group }) => group))];
  return html`<h1 id="it">${atlasPhrase(reader, "commons")}</h1>
<p>${atlasPhrase(reader, "schemeAbout")}</p>
${groups.map((group) => html`<h2>${shownText(group, reader)}</h2><dl>${commons.flatMap((common) => (common.group === group ? [html`<dt>${common.id} <a href="${common.id}/index.html">${common.name[reader]}</a>${counted.has(common.id) ? "" : bracketed(atlasPhrase(reader, "nobody"), reader)}</dt><dd>${common.definition[reader]}</dd>`] : []))}</dl>`)}
<ul><li><a href="${up}common-indicators/scheme.ttl" download>${atlasPhrase(reader, "scheme")}</a></li><li><a href="${up}common-indicators/scheme.jsonld" download>${atlasPhrase(reader, "schemeJson")}</a></li></ul>`;
}

function stars(reader: PageReader, { stars: n }: GatheredCity): Html | string {
  if (n === null || n === undefined) return "";
  const shown = "★".repeat(n) + "☆".repeat(5 - n);
  return html`<span aria-hidden="true">${shown}</span><span class="spoken">${atlasPhrase(reader, "starsOf", { n })}</span>`;
}

const licence = ({ licence: address }: Pick<GatheredCity, "licence">) => {
  if (address === null) return "";
  const name = /creativecommons\.org\/licenses\/by\/4\.0/.test(address) ? "CC BY 4.0" : address;
  return linked(address, name);
};

/** The cities side by side, as the file that elements take has them. */
export function commonMain(
  reader: PageReader,
  file: CommonIndicatorFileJson,
  cities: ReadonlyMap<string, GatheredCity>,
): Html {
  const up = "../../";
  const words = file.words[reader];
  const unit = file.unit[reader];
  const { stop, gap } = writing[reader];
  const scale = scaleOfMultiples(file, file.cities);
  const number = (value: number) => groupPrinted(String(Number(value.toFixed(3))));
  const direction = file.direction && atlasPhrase(reader, file.direction === "increase" ? "more" : "less");
  const similarity = (one: ComparedCityJson) =>
    raw(` data-kind="${attribute(one.kind)}" data-size="${one.size ?? ""}" data-code="${one.code}"`);
  const remarks = scale && [
    words.scale
      .replace("{low}", number(scale.low))
      .replace("{high}", number(scale.high))
      .replace("{unit}", unit)
      .replace(" .", "."),
    words.hollow,
    words.gap,
    ...lineNames(file).map(([name, source]) =>
      words.reference.replace("{name}", () => name).replace("{source}", () => source),
    ),
  ];
  return html`<h1 id="it">${file.name[reader] ?? file.name.ja}</h1>
<p class="lead">${file.definition[reader] ?? file.definition.ja}</p>
<p>${atlasPhrase(reader, "unit")}${unit === "" ? atlasPhrase(reader, "noUnit") : unit}${stop}${gap}${direction ? direction + gap : ""}${words.lead}</p>
${file.cities.length === 0 ? html`<p>${words.none}</p>` : ""}
${file.cities.length > 1 ? similar(reader, file) : ""}
${scale && remarks ? html`<section aria-labelledby="pictures"><h2 id="pictures">${atlasPhrase(reader, "pictures")}</h2><p>${shownText(remarks.join(gap), reader)}</p><div class="multiples">${file.cities.map((one) => html`<figure${similarity(one)}><figcaption>${named(reader, one.name)}</figcaption>${raw(toHtml(smallMultiple(tag, one, linesBeside(file, one.code), scale)))}<p class="spoken">${shownText(one.sentence[reader], reader)}</p></figure>`)}</div></section>` : ""}
${file.cities.length > 0 ? valuesTable(reader, file, cities, up, similarity) : ""}
${perThousand(reader, file, similarity)}
${file.beside.length > 0 ? html`<section aria-labelledby="beside"><h2 id="beside">${words.beside}</h2><ul>${file.beside.map((one) => besideItem(reader, one))}</ul></section>` : ""}
<section aria-labelledby="data"><h2 id="data">${atlasPhrase(reader, "data")}</h2><ul><li><a href="${up}${upFrom(reader)}common-indicators/${file.id}/data.json">${atlasPhrase(reader, "oneFile")}</a></li></ul><p>${atlasPhrase(reader, "embed")}<code>&lt;kpi-compare concept="${file.id}"&gt;&lt;/kpi-compare&gt;</code></p></section>`;
}

const attribute = (text: string): string => text.replace(/[&"<>]/g, "");

function lineNames({ references }: CommonIndicatorFileJson): [string, string][] {
  const keys = [...new Set(references.map(({ name, source }) => JSON.stringify([name, source])))];
  return keys.map((key) => JSON.parse(key) as [string, string]);
}

/** Works once its script has come; without it all stand there. */
function similar(reader: PageReader, { cities }: CommonIndicatorFileJson): Html {
  const seen = new Set<string>();
  const options = cities.filter(({ code }) => !seen.has(code) && seen.add(code));
  return html`<p class="similar" hidden><label>${atlasPhrase(reader, "like")} <select id="like" data-shown="${atlasWords.shownOf[reader]}"><option value="">${atlasPhrase(reader, "everyone")}</option>${options.map((one) => html`<option value="${one.code}">${textFor(one.name, reader)}</option>`)}</select></label> <span id="shown" role="status"></span><br><small>${atlasPhrase(reader, "sizeAbout")}</small></p>`;
}

function besideItem(reader: PageReader, one: BesideJson): Html {
  const { colon: apart } = marks[reader];
  const { gap, quotes } = writing[reader];
  const [open, close] = quotes;
  return html`<li>${named(reader, one.name)}${gap}${open}${linked(one.iri, named(reader, one.label))}${close}${apart}${shownText(one.newest[reader], reader)}<br><small>${shownText(one.difference[reader], reader)}</small></li>`;
}

function yearsOf(cities: readonly ComparedCityJson[]): number[] {
  return [...new Set(cities.flatMap(({ years }) => years.map(({ year }) => year)))].sort((a, b) => a - b);
}

function valuesTable(
  reader: PageReader,
  file: CommonIndicatorFileJson,
  rows: ReadonlyMap<string, GatheredCity>,
  up: string,
  similarity: (one: ComparedCityJson) => Html | ReturnType<typeof raw>,
): Html {
  const words = file.words[reader];
  const years = yearsOf(file.cities);
  const { open, close, colon: apart } = marks[reader];
  const notes = file.cities.flatMap((one) =>
    one.years.flatMap(({ year, doubt }) =>
      doubt === undefined
        ? []
        : [
            html`<li${similarity(one)}>${named(reader, one.name)} ${year}${apart}${shownText(doubt[reader], reader)}</li>`,
          ],
    ),
  );
  const lines = file.references.filter(({ code }) => code === undefined);
  return html`<section aria-labelledby="values"><h2 id="values">${words.table}</h2><p>${atlasPhrase(reader, "inOrder")}</p>
<div class="scroll" tabindex="0" role="group" aria-labelledby="values"><table><thead><tr><th scope="col">${words.body}</th><th scope="col">${words.name}</th>${years.map((year) => html`<th scope="col" class="number">${year}</th>`)}</tr></thead>
<tbody>${file.cities.map((one) => {
    const city = rows.get(one.code);
    const byYear = new Map(one.years.map((year) => [year.year, year]));
    return html`<tr${similarity(one)}><th scope="row">${city ? cityLink(reader, up, city) : one.code}${officialWord(reader, one)}</th><td>${linked(one.iri, named(reader, one.label))}${one.alignedBy === "atlas" ? html`<small>${words.byAtlas}</small>` : ""}</td>${years.map((year) => html`<td class="number">${cell(reader, byYear.get(year))}</td>`)}</tr>`;
  })}${lines.map((line) => html`<tr class="reference"><th scope="row">${shownText(line.name, reader)}</th><td>${shownText(line.source, reader)}</td>${years.map((year) => html`<td class="number">${line.points.find((point) => point.year === year)?.shown ?? ""}</td>`)}</tr>`)}</tbody></table></div>
${notes.length > 0 ? html`<h3>${words.notes}</h3><ul>${notes}</ul>` : ""}
<p>${words.source}${apart}${file.cities.map((one, at) => html`${at > 0 ? listMarks[reader].entry : ""}${named(reader, one.name)}${one.attribution ? html`${open}${shownText(one.attribution, reader)}${close}` : ""}${one.licence ? html` ${licence({ licence: one.licence })}` : ""}`)}</p></section>`;
}

function cell(reader: PageReader, year: ComparedYearJson | undefined): Html | string {
  if (!year) return "";
  const { open, close } = marks[reader];
  if (year.shown === undefined) {
    const none = year.none?.[reader] ?? "";
    return none === "" ? "" : html`${open.trim()}${shownText(none, reader)}${close}`;
  }
  return year.unsure
    ? html`${year.shown}<span class="mark">${writing[reader].questionMark}</span>`
    : year.shown;
}

/** Counts beside the number of people, where a city publishes both; a rate is left as it is. */
function perThousand(
  reader: PageReader,
  file: CommonIndicatorFileJson,
  similarity: (one: ComparedCityJson) => Html | ReturnType<typeof raw>,
): Html | string {
  const with_ = file.cities.filter(({ years }) => years.some((year) => year.perThousand !== undefined));
  if (with_.length === 0) return "";
  const words = file.words[reader];
  const years = yearsOf(with_);
  return html`<section aria-labelledby="per-thousand"><h2 id="per-thousand">${words.perThousand}</h2><p>${words.perThousandAbout}</p>
<div class="scroll" tabindex="0" role="group" aria-labelledby="per-thousand"><table><thead><tr><th scope="col">${words.body}</th>${years.map((year) => html`<th scope="col" class="number">${year}</th>`)}</tr></thead><tbody>${with_.map(
    (one) => {
      const byYear = new Map(one.years.map((year) => [year.year, year]));
      return html`<tr${similarity(one)}><th scope="row">${named(reader, one.name)}</th>${years.map((year) => {
        const found = byYear.get(year);
        const share = found?.perThousand;
        if (!share) return html`<td></td>`;
        return html`<td class="number">${share.shown}${found?.unsure ? html`<span class="mark">${writing[reader].questionMark}</span>` : ""}<br><small>${words.population} ${groupPrinted(String(share.population))}</small></td>`;
      })}</tr>`;
    },
  )}</tbody></table></div></section>`;
}

export interface Among {
  readonly common: CommonIndicator;
  readonly label: TextJson;
  readonly sentence: Readonly<Record<PageReader, string>>;
}

export function cityMain(
  reader: PageReader,
  city: GatheredCity,
  own: readonly IndicatorRow[],
  commons: ReadonlyMap<string, CommonIndicator>,
  among: readonly Among[],
): Html {
  const { open, close, colon } = marks[reader];
  const { stop, gap } = writing[reader];
  const row = (one: IndicatorRow) => {
    const year = one.year === null ? "" : `${open}${atlasPhrase(reader, "year", { year: one.year })}${close}`;
    const value = one.shown === null ? "" : `${groupPrinted(one.shown)}${one.unit ?? ""}${year}`;
    const common = one.common === null ? undefined : commons.get(one.common);
    const label = named(reader, one.label_en ? { ja: one.label, en: one.label_en } : { ja: one.label });
    return html`<tr id="${one.indicator}"><th scope="row">${linked(one.uri, label)}</th><td>${shownText(value, reader)}</td><td>${common ? html`<a href="../../common-indicators/${common.id}/index.html">${common.name[reader]}</a>${open}${matchWord(reader, one.common_match ?? "")}${close}` : ""}</td></tr>`;
  };
  return html`<h1>${cityName(reader, city)}${officialWord(reader, city)}</h1>
<p>${linked(city.base, shownText(city.title, reader))}${city.version === null ? "" : `${open}${city.version}${close}`}${stop}${gap}${licence(city)} ${stars(reader, city)}${city.attribution === null ? "" : html`<br>${atlasPhrase(reader, "source")}${shownText(city.attribution, reader)}`}</p>
${among.length > 0 ? html`<section aria-labelledby="among"><h2 id="among">${atlasPhrase(reader, "among")}</h2><ul>${among.map(({ common, label, sentence }) => html`<li><a href="../../common-indicators/${common.id}/index.html">${common.name[reader]}</a>${colon}${named(reader, label)}${stop}${gap}${shownText(sentence[reader], reader)}</li>`)}</ul></section>` : ""}
<section aria-labelledby="all"><h2 id="all">${atlasPhrase(reader, "every", { n: own.length })}</h2><div class="scroll" tabindex="0" role="group" aria-labelledby="all"><table><thead><tr><th scope="col">${atlasPhrase(reader, "indicator")}</th><th scope="col">${atlasPhrase(reader, "newest")}</th><th scope="col">${atlasPhrase(reader, "common")}</th></tr></thead><tbody>${own.map(row)}</tbody></table></div></section>`;
}
