// The page of one indicator: its card, chart and values, what it is, where it is printed, and how to take it away.

import {
  bracketed,
  dateWords,
  earlierPrintPath,
  foreignText,
  formatInterval,
  groupBy,
  groupDecimal,
  type Indicator,
  type IndicatorJson,
  type Interval,
  indicatorPath,
  intervalOf,
  isLowest,
  isUnsure,
  type Listing,
  listMarks,
  marks,
  noValueReasonText,
  type Observation,
  observationId,
  once,
  type Phrase,
  pagePhrase,
  pagePhrases,
  pageWords,
  partName,
  quoted,
  type ReadingStatus,
  readingMarks,
  stateText,
  type Title,
  writing,
  yearToShow,
} from "@shihyo/core";
import {
  aggregationPhrases,
  basisPhrases,
  directionPhrases,
  periodPhrases,
} from "../formats/changes/choice-words.ts";
import { correctedIndicator } from "../formats/changes/correction-words.ts";
import { cubeOf } from "../formats/rdf/cubes.ts";
import { activitiesBeside } from "./activity-list.ts";
import { citation, copyable } from "./cite.ts";
import { correctionList } from "./correction-list.ts";
import { embedLink } from "./embed-builder.ts";
import { amount, indicatorLinkText, marked, nameMark } from "./figure.ts";
import { type Explained, meaningsHere } from "./how-to-read.ts";
import { type Html, html } from "./page.ts";
import { crumbs, detailLines, detailRows, forms, neighbours, scrolling } from "./parts.ts";
import { elsewhere, inOtherCities, verdicts } from "./report-facts.ts";
import { nodeLink, nodeTitle, oncePer, type View } from "./site.ts";
import { targetList } from "./target-list.ts";

export function indicatorMain(view: View, json: IndicatorJson): Html {
  const { dataset, plan, series } = view.site;
  const indicator = dataset.indicators.get(json.id);
  if (!indicator) throw new Error(`no indicator ${json.id}`);
  const listings = plan.listingsOf(json.id);
  const own = series.get(json.id)?.observations ?? [];
  const corrections = correctionsByIndicator(dataset).get(json.id) ?? [];
  const project = dataset.nodes.get(listings[0]?.node ?? "");
  const path = project ? [...pathOfListing(view, listings[0]), project] : [];
  return html`${crumbs(view, path, view.name(json.label))}
<h1 id="it">${view.shown(json.label)}${nameMark(view, json.reading)}</h1>
${json.abolished === undefined ? "" : html`<p class="notice">${view.say(retired(view, json.abolished))}</p>`}
<div class="first">${figure(view, json)}
${chart(view, json)}</div>
${meaningsHere(view, explainedOf(view.site, json))}
<section aria-labelledby="values"><h2 id="values">${view.say(heads.values)}</h2>
${anchorsOfSlices(own)}${values(view, indicator, own)}</section>
${targetList(view, indicator)}${verdicts(view, json.id)}${elsewhere(view, json.id)}${inOtherCities(view, indicator)}<div class="pair"><section aria-labelledby="about"><h2 id="about">${view.say(heads.about)}</h2>
${facts(view, indicator)}</section>
<section aria-labelledby="printed"><h2 id="printed">${view.say(heads.printed)}</h2>
${printed(view, listings, own)}</section></div>
${activitiesBeside(view, projectsOf(view, listings))}
${siblings(view, json)}
<section aria-labelledby="data"><h2 id="data">${view.say(heads.data)}</h2>
${forms(view, indicatorPath(json.id))}
<p>${view.say(heads.address)}</p>
${copyable(view, "address", `${view.site.dataset.municipality.base}${indicatorPath(json.id)}`)}
<p>${view.say(heads.citation)}</p>
${copyable(view, "citation", citation(view, `${view.site.dataset.municipality.base}${indicatorPath(json.id)}`, indicatorLinkText(view, json)))}</section>
<section aria-labelledby="corrections"><h2 id="corrections">${view.say(heads.corrections)}</h2>
${corrections.length > 0 ? correctionList(view, corrections) : html`<p>${view.say(texts.noCorrections)}</p>`}</section>
${around(view, json)}`;
}

const correctionsByIndicator = once(({ corrections }) => groupBy(corrections, correctedIndicator));

/** What of the year shown a reader may ask about. */
export const explainedOf = oncePer((_site, json: IndicatorJson): ReadonlySet<Explained> => {
  const year = yearToShow(json);
  const isDoubtful =
    json.reading !== "certain" || year?.observations.some(({ reading }) => reading !== "certain");
  const found: readonly (readonly [boolean | undefined, Explained])[] = [
    [year?.movement !== undefined, "change"],
    [year?.comparable === false, "notComparable"],
    [year?.comparability === "tentative", "indicative"],
    [isDoubtful, "doubt"],
    [json.aggregation === "cumulative", "cumulative"],
    [json.broadKind === "activity", "activity"],
    [json.broadKind === "outcome", "outcome"],
    [json.targets !== undefined || json.evaluations !== undefined, "reached"],
    [
      year?.observations.every(({ printed, words }) => printed === undefined && words === undefined),
      "noValue",
    ],
  ];
  return new Set(found.flatMap(([is, key]) => (is ? key : [])));
});

/** The projects that list it, each once. */
function projectsOf(view: View, listings: readonly Listing[]) {
  const ids = new Set(listings.map(({ node }) => node));
  return [...ids].flatMap((id) => {
    const node = view.site.dataset.nodes.get(id);
    return node && isLowest(view.site.dataset, node) ? [node] : [];
  });
}

/** What a crawler and a search result say of the page: the card's whole sentence. */
export function indicatorDescription(view: View, json: IndicatorJson): string {
  const year = yearToShow(json);
  return year ? view.card(year).sentence : view.name(json.label);
}

function pathOfListing(view: View, listing: Listing | undefined) {
  const { dataset, plan } = view.site;
  const above = dataset.nodes.get(listing?.above ?? "");
  if (above) return [...plan.pathTo(above), above];
  const node = dataset.nodes.get(listing?.node ?? "");
  return node ? plan.pathTo(node) : [];
}

/** The card, in front of it the figure as large plain text, which stands until the script has come. */
function figure(view: View, json: IndicatorJson): Html {
  const year = yearToShow(json);
  const card = year && view.card(year);
  const notes = (card?.notes ?? []).map((note) => foreignText(note, view.reader));
  // What is doubtful of the name stands beside the name.
  const doubts = [...(card?.valueMarks ?? []), ...notes];
  return html`<div class="figure"><kpi-card indicator="${json.id}"><p class="value">${card ? view.shown(card.said ?? amount(view, card)) : view.say(texts.noValue)}</p>${card?.said ? html`<p>${view.shown(amount(view, card))}</p>` : ""}
<p>${card?.year ?? ""}</p>${doubts.length > 0 ? html`<p>${view.shown(doubts.join(listMarks[view.reader].semicolon))}</p>` : ""}<p>${view.shown(card?.change ?? "")}${card?.assessment ? bracketed(card.assessment, view.reader) : ""}${card?.changeDoubt ? view.shown(bracketed(card.changeDoubt, view.reader)) : ""}</p>${card?.newer ? html`<p>${card.newer}</p>` : ""}</kpi-card>
<p class="tools"><button type="button" data-take="${json.id}" hidden>${view.say(heads.take)}</button> ${embedLink(view, json.id)}</p></div>`;
}

function chart(view: View, json: IndicatorJson): Html | "" {
  if (json.noChart) {
    return html`<section class="chart" aria-labelledby="chart"><h2 id="chart">${view.say(heads.chart)}</h2>
<p>${view.say(json.noChart)}</p></section>`;
  }
  return html`<section class="chart" aria-labelledby="chart"><h2 id="chart">${view.say(heads.chart)}</h2>
<kpi-chart indicator="${json.id}"><p>${view.shown(indicatorLinkText(view, json))}</p></kpi-chart></section>`;
}

function yearName(view: View, year: number, calendar: boolean): string {
  return dateWords[view.reader].yearInBoth(year, calendar);
}

function values(view: View, indicator: Indicator, observations: readonly Observation[]): Html {
  if (observations.length === 0) return html`<p>${pageWords[view.reader].indicatorPage.noResultsYet}</p>`;
  const { dataset } = view.site;
  const unit = dataset.units.get(indicator.unit ?? "");
  const hasBreakdown = observations.some(({ breakdown }) => breakdown !== undefined);
  // A column that nothing is known for is not there.
  const hasInterval = observations.some((one) => intervalOf(indicator, one) !== undefined);
  const hasPage = observations.some(({ page }) => page !== undefined);
  const width = 4 + [hasBreakdown, hasInterval, hasPage].filter(Boolean).length;
  const prints = new Map(observations.map((one) => [one, otherPrints(view, one)]));
  const isSure = observations.every(({ reading }) => reading === "certain");
  const row = (observation: Observation) => {
    const { value, year, breakdown, reading, note, page } = observation;
    const shown = valueWords(view, value);
    const { told = [], silent = [] } = prints.get(observation) ?? {};
    const noted: readonly (readonly [text: string, anchor?: string])[] = [
      ...(note === undefined
        ? []
        : [[`${view.say(columns.note)}${marks[view.reader].colon}${note}`] as const]),
      ...detailRows(view, "observations", observation).map(
        ([title, text]) => [view.say(title) + marks[view.reader].colon + text] as const,
      ),
      ...told,
    ];
    const name = dataset.breakdowns.get(breakdown ?? "");
    const interval = intervalOf(indicator, observation);
    return html`<tr id="FY${year}${breakdown === undefined ? "" : `-${breakdown}`}"><th scope="row"><a class="own" href="#FY${year}${breakdown === undefined ? "" : `-${breakdown}`}">${yearName(view, year, indicator.period === "calendar")}</a>${silent.map((id) => html`<span id="${id}"></span>`)}</th>${hasBreakdown ? html`<td>${name ? view.shown(partName(name, view.reader)) : view.say(columns.whole)}</td>` : ""}<td class="${value.kind === "number" ? "number" : "words"}">${view.shown(shown)}${stateMark(view, observation)}</td><td>${value.kind === "number" && unit ? view.shown(unit.name) : ""}</td>${hasInterval ? html`<td>${interval ? span(view, interval) : ""}</td>` : ""}<td class="reading">${view.say(readings[reading])}</td>${hasPage ? html`<td class="number">${page ?? ""}</td>` : ""}</tr>
${noted.length > 0 ? html`<tr class="note"><td colspan="${width}">${noted.map(([text, id]) => html`<p${id === undefined ? "" : html` id="${id}"`}>${view.shown(text)}</p>`)}</td></tr>\n` : ""}`;
  };
  const isFinal =
    isSure && observations.some(({ value }) => value.kind === "number") && !observations.some(isUnsure);
  return html`${scrolling(
    "values-caption",
    html`<table class="values${isSure ? " sure" : ""}"><caption id="values-caption">${view.say(columns.caption)}</caption>
<thead><tr><th scope="col">${view.say(columns.year)}</th>${hasBreakdown ? html`<th scope="col">${view.say(columns.breakdown)}</th>` : ""}<th scope="col" class="number">${view.say(columns.value)}</th><th scope="col">${view.say(columns.unit)}</th>${hasInterval ? html`<th scope="col">${view.say(columns.interval)}</th>` : ""}<th scope="col" class="reading">${view.say(columns.reading)}</th>${hasPage ? html`<th scope="col" class="number">${view.say(columns.page)}</th>` : ""}</tr></thead>
<tbody>${observations.map(row)}</tbody></table>`,
  )}${isFinal ? html`<p class="quiet">${view.say(texts.sure)}</p>` : ""}`;
}

/** The graph names an indicator's numbers, and its years without one, as slices: both stand in the table of values. */
function anchorsOfSlices(observations: readonly Observation[]): Html {
  const ids = new Set(observations.map((observation) => cubeOf(observation).id));
  return html`${[...ids].map((id) => html`<span id="${id}"></span>`)}`;
}

/** 見込, 速報, 年度途中の値 and its day: beside the number, since how surely it was read says nothing of that. */
function stateMark(view: View, { status, asOf, value }: Observation): Html | "" {
  const state = value.kind === "none" ? undefined : stateText(status, asOf);
  return state ? marked(view, [state]) : "";
}

/** 「2024-04-01～2025-03-31」, which may be parted between the days alone. */
function span(view: View, interval: Interval): Html {
  const [from = "", to] = formatInterval(interval).split("/");
  const day = (text: string) => html`<span class="day">${text}</span>`;
  if (to === undefined) return day(from);
  const { after, before } = pageWords[view.reader].indicatorPage.span;
  return html`${day(from + after)}${after ? html`<wbr>` : before}${day(to)}`;
}

/** `1,234`, 「実施設計」, 「値なし（未実施）」. */
function valueWords(view: View, value: Observation["value"]): string {
  if (value.kind === "number") return groupDecimal(value.number);
  if (value.kind === "words") return value.words;
  const reason = view.say(noValueReasonText(value.reason));
  return view.say(texts.noValue) + bracketed(reason, view.reader);
}

/** What earlier documents printed for it: in words where that is something else; each has its place on the page. */
interface Prints {
  readonly told: readonly (readonly [text: string, anchor: string])[];
  readonly silent: readonly string[];
}

function otherPrints(view: View, observation: Observation): Prints {
  const { dataset } = view.site;
  const now = valueWords(view, observation.value);
  const prints = dataset.earlierPrints.get(observationId(observation)) ?? [];
  const unit = dataset.units.get(dataset.indicators.get(observation.indicator)?.unit ?? "");
  const told: (readonly [string, string])[] = [];
  const silent: string[] = [];
  for (const print of prints) {
    const { value, status, asOf, source, page } = print;
    const anchor = earlierPrintPath(print).split("#")[1] ?? "";
    const printed = valueWords(view, value);
    if (printed === now && status === observation.status) {
      silent.push(anchor);
      continue;
    }
    const state = stateText(status, asOf);
    const whole =
      value.kind === "number" && unit
        ? amount(view, { value: printed, unit: view.name(unit.name) })
        : printed;
    const said = state ? `${whole}${bracketed(view.say(state), view.reader)}` : whole;
    told.push([printedOtherwise(view, source, said, page), anchor]);
  }
  return { told, silent };
}

/** 「令和7年度の報告書では 123 と印刷されています（12頁）。」; by its title where a year has several reports. */
function printedOtherwise(view: View, id: string, printed: string, page: number | undefined): string {
  const sources = [...view.site.dataset.sources.values()];
  const source = sources.find((one) => one.id === id);
  const year = source?.year;
  const isOnly = year !== undefined && sources.filter((one) => one.year === year).length === 1;
  const words = pageWords[view.reader].indicatorPage;
  const report = isOnly
    ? words.reportOf(dateWords[view.reader].year(year))
    : quoted(source ? view.name(source.title) : id, view.reader);
  return words.printedOtherwise(
    report,
    printed,
    page === undefined ? "" : pageWords[view.reader].indicatorPage.page(page),
  );
}

function facts(view: View, indicator: Indicator): Html {
  const { direction, directionBasis, period, aggregation, cumulativeFrom } = indicator;
  const { breaks } = view.site.dataset;
  const basis = directionBasis === undefined ? "" : view.say(basisPhrases[directionBasis]);
  const span = view.say(periodPhrases[period]);
  const sum = view.say(aggregationPhrases[aggregation]);
  const apart = pageWords[view.reader].indicatorPage.within;
  const kind = view.site.dataset.indicatorKinds.get(indicator.kind);
  const entries: readonly (readonly [Title, string | Html | undefined])[] = [
    [terms.id, indicator.id],
    [terms.name, indicator.name.ja],
    [terms.kind, kind ? view.name(kind.name) : indicator.kind],
    [
      terms.definition,
      indicator.definition ? view.name(indicator.definition) : view.say(texts.notYetWritten),
    ],
    ...detailRows(view, "indicators", indicator),
    [
      terms.period,
      aggregation === "unknown"
        ? span + bracketed(sum, view.reader)
        : [span, sum, cumulativeFrom].filter(Boolean).join(apart),
    ],
    [terms.direction, `${view.say(directionPhrases[direction])}${basis}`],
    [terms.reading, view.say(readings[indicator.reading])],
    [terms.note, indicator.note],
    ...breaks
      .filter((one) => one.indicator === indicator.id)
      .map(
        (one) =>
          [
            terms.breaks,
            html`<span id="break-${one.after}">${view.shown(`${yearName(view, one.before, false)} / ${yearName(view, one.after, false)}${marks[view.reader].colon}${view.name(one.reason)}`)}</span>${detailLines(view, "breaks", one)}`,
          ] as const,
      ),
  ];
  return html`<dl class="facts">${entries.flatMap(([term, text]) => (text ? [html`<dt>${view.say(term)}</dt><dd>${typeof text === "string" ? view.shown(text) : text}</dd>`] : []))}</dl>`;
}

/** Each place in the report: the document and page of the values, and the listings. */
function printed(view: View, listings: readonly Listing[], observations: readonly Observation[]): Html {
  const { dataset } = view.site;
  const sources = [...new Set(observations.map(({ source }) => source))].flatMap(
    (id) => dataset.sources.get(id) ?? [],
  );
  const place = (listing: Listing, index: number) => {
    const node = dataset.nodes.get(listing.node);
    const above = dataset.nodes.get(listing.above ?? "");
    const page = listing.page === undefined ? "" : pageWords[view.reader].indicatorPage.page(listing.page);
    return html`<li id="${listing.id}">${[above, node].flatMap((one) => (one ? [html`<a href="${nodeLink(view, one)}">${view.shown(nodeTitle(view, one))}</a>${writing[view.reader].beside}`] : []))}${page}${index > 0 ? html` <span class="mark">${view.say(texts.again)}</span>` : ""}${listing.printedName ? view.shown(quoted(listing.printedName, view.reader)) : ""}${detailLines(view, "listings", listing)}</li>`;
  };
  return html`${sources.map((source) => html`<p>${source.url ? html`<a href="${source.url}">${view.shown(source.title)}</a>` : view.shown(source.title)}${view.shown(bracketed(view.name(source.body), view.reader))}</p>`)}
${listings.length > 0 ? html`<ul class="places">${listings.map(place)}</ul>` : html`<p>${view.say(texts.unlisted)}</p>`}`;
}

/** The other indicators of the same projects. */
function siblings(view: View, json: IndicatorJson): Html | "" {
  const { plan, indicators } = view.site;
  const { near: others, more } = plan.besides(json.id, mostSiblings);
  if (others.length === 0) return "";
  const home = view.site.dataset.nodes.get(plan.listingsOf(json.id)[0]?.node ?? "");
  return html`<section aria-labelledby="siblings"><h2 id="siblings">${view.say(heads.siblings)}</h2>
<ul>${others.flatMap((id) => {
    const other = indicators.get(id);
    return other
      ? [
          html`<li><a href="${view.to(indicatorPath(id))}">${view.shown(indicatorLinkText(view, other))}</a></li>`,
        ]
      : [];
  })}${more > 0 && home ? html`<li><a href="${nodeLink(view, home)}">${pageWords[view.reader].indicatorPage.moreSiblings(more)}</a></li>` : ""}</ul></section>`;
}

/** More than these nobody reads; the place's own page has them all. */
const mostSiblings = 40;

/** The indicator before and after it in the report. */
function around(view: View, json: IndicatorJson): Html {
  const { indicators } = view.site;
  const ids = view.site.order;
  const index = view.site.places.get(json.id) ?? -1;
  const link = (id: string | undefined) => {
    const other = indicators.get(id ?? "");
    return other && { href: view.to(indicatorPath(other.id)), text: view.name(other.label) };
  };
  return neighbours(view, link(ids[index - 1]), link(ids[index + 1]));
}

function retired(view: View, year: number): Phrase {
  const name = yearName(view, year, false);
  return pagePhrase((words) => words.indicatorPage.retired(name));
}

const readings: Readonly<Record<ReadingStatus, Phrase>> = {
  certain: pagePhrase((words) => words.indicatorPage.certain),
  ...readingMarks,
};

const heads = pagePhrases((words) => words.indicatorPage.heads);

const columns = pagePhrases((words) => words.indicatorPage.columns);

const terms = pagePhrases((words) => words.indicatorPage.terms);

const texts = pagePhrases((words) => words.indicatorPage);
