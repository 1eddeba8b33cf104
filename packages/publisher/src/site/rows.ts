// Indicators as rows of one plain table, grouped by policy: readable with scripts off, and what search and filters work on.

import {
  aimsByIndicator,
  type CardJson,
  dateWords,
  deepestLevel,
  type IndicatorJson,
  type IndicatorYearJson,
  indicatorPath,
  isLowest,
  type Listing,
  noValueReasonText,
  once,
  type Phrase,
  type PlanNode,
  pagePhrase,
  pagePhrases,
  pageWords,
  type Reader,
  targetText,
  writing,
  yearToShow,
} from "@shihyo/core";
import { severalPlans } from "../formats/plan-paths.ts";
import {
  amount,
  doubtsOf,
  indicative,
  isDoubtful,
  marked,
  movedOf,
  nameMark,
  newestOf,
  shortChange,
  shortRate,
  stateOf,
} from "./figure.ts";
import { type Html, html } from "./page.ts";
import { course, orderingRate, rateWords } from "./pictures.ts";
import { lowestName, nodeLink, nodeTitle, type Site, type View } from "./site.ts";

interface Group {
  /** Absent for indicators that the latest report does not list. */
  readonly node?: PlanNode;
  readonly rows: readonly Row[];
}

interface Row {
  readonly indicator: IndicatorJson;
  /** The project where it stands first. */
  readonly project?: PlanNode;
}

/**
 * The table of `indicators`, each once, under the policy where it is listed first. A row tells a script
 * with `data-m` how it moved, with `data-s` what kind of value it has (both left out where they are the
 * commonest: `other`, `number`), with `data-d` that its reading is in doubt, and with `data-p` which other
 * policies it is listed under again. On the page of a node (`within`) it stands where it is listed below that
 * node: a project under several goals is on each goal's page, and there under that goal's own policy.
 */
export function listedIndicators(
  view: View,
  indicators: Iterable<IndicatorJson>,
  caption: Phrase,
  within?: PlanNode,
): Html {
  const { latest, dataset } = view.site;
  const { year } = dateWords[view.reader];
  const head = dataset.years.length === 0 ? pageWords[view.reader].rows.value : year(latest);
  const before = dataset.years.includes(latest - 1);
  // On a node's own page, where there is room, and on paper; the first page has the whole list.
  const list = [...indicators];
  const here = firstBelow(view, within);
  const grouped = groups(view, list, within, here);
  const hasProjects = grouped.some(({ rows }) => rows.some(({ project }) => project && project !== within));
  const plan =
    within !== undefined && list.some((one) => one.targets !== undefined || one.evaluations !== undefined);
  const shape = { before, plan, within, here };
  return html`<table class="rows"><caption>${view.say(caption)}</caption>
<thead><tr><th scope="col">${hasProjects ? view.say(indicatorOf(lowestName(view))) : view.say(headers.indicator)}</th>${before ? html`<th scope="col" class="before">${year(latest - 1)}</th>` : ""}<th scope="col">${head}</th><th scope="col">${view.say(headers.change)}</th>${plan ? html`<th scope="col" class="plan">${view.say(headers.plan)}</th>` : ""}</tr></thead>
${grouped.map((group) => groupHtml(view, group, shape))}</table>`;
}

/** Where each indicator that is listed below the node stands there first. */
function firstBelow(view: View, node: PlanNode | undefined): Shape["here"] {
  const listings = node ? view.site.plan.listingsUnder(node).toReversed() : [];
  return new Map(listings.map((one) => [one.indicator, one]));
}

function groups(
  view: View,
  indicators: Iterable<IndicatorJson>,
  within: PlanNode | undefined,
  here: Shape["here"],
): Group[] {
  const { plan, dataset } = view.site;
  const byNode = new Map<string, Row[]>();
  for (const indicator of indicators) {
    const listing = here.get(indicator.id) ?? plan.listingsOf(indicator.id)[0];
    const node = listing && dataset.nodes.get(listing.node);
    const [group] = plan.above(indicator.id, groupLevel(view));
    const first = listing && firstGroup(view, listing.above ?? listing.node, within);
    const home = (first ?? group ?? node)?.id ?? "";
    const row: Row =
      node && isLowest(dataset, node) && node.level > groupLevel(view)
        ? { indicator, project: node }
        : { indicator };
    const rows = byNode.get(home);
    if (rows) rows.push(row);
    else byNode.set(home, [row]);
  }
  const order = plan.places;
  // Several plans one after another, each from the top down.
  const place = (id: string) =>
    (order.get(dataset.nodes.get(id)?.plan ?? id) ?? order.size) * order.size + (order.get(id) ?? order.size);
  return [...byNode]
    .toSorted(([a], [b]) => place(a) - place(b))
    .map(([id, rows]) => {
      const node = dataset.nodes.get(id);
      return node ? { node, rows } : { rows };
    });
}

/** Rows are grouped by the second level, or by the first where that is the last but one. */
function groupLevel({ site: { dataset } }: View): number {
  return deepestLevel(dataset) > 2 ? 2 : 1;
}

/** The node of the grouping level, or what is nearest to it, above the place where an indicator is printed. */
function firstGroup(view: View, id: string, within: PlanNode | undefined): PlanNode | undefined {
  const node = view.site.dataset.nodes.get(id);
  if (!node || node.level <= groupLevel(view)) return node;
  const path = pathThrough(view, node, within) ?? view.site.plan.pathTo(node);
  return path.find(({ level }) => level === groupLevel(view)) ?? path.at(-1) ?? node;
}

/** From the highest level down to the node, by way of `within`, where one of its ways leads there. */
function pathThrough(
  view: View,
  node: PlanNode,
  within: PlanNode | undefined,
): readonly PlanNode[] | undefined {
  const { plan } = view.site;
  if (!within || within.level === 0) return undefined;
  if (node === within) return [...plan.pathTo(within), within];
  for (const parent of plan.parentsOf(node)) {
    const path = parent.level > 0 ? pathThrough(view, parent, within) : undefined;
    if (path) return parent === within ? path : [...path, parent];
  }
  return undefined;
}

interface Shape {
  readonly before: boolean;
  readonly plan: boolean;
  readonly within: PlanNode | undefined;
  /** Where in `within` each indicator stands first. */
  readonly here: ReadonlyMap<string | undefined, Listing>;
}

function groupHtml(view: View, { node, rows }: Group, shape: Shape): Html {
  const { within } = shape;
  const plan = within ? undefined : severalPlans(view.site.dataset).find(({ id }) => id === node?.plan);
  const title = node
    ? html`${plan ? html`<small>${view.shown(plan.name)}${writing[view.reader].beside}</small>` : ""}<a href="${nodeLink(view, node)}">${view.shown(nodeTitle(view, node))}</a>${nameMark(view, node.reading)}`
    : view.say(headers.unlisted);
  return html`<tbody${node ? html` data-n="${node.id}"` : ""}><tr><th colspan="${3 + (shape.before ? 1 : 0) + (shape.plan ? 1 : 0)}" scope="rowgroup">${title}</th></tr>
${rows.map((row) => rowHtml(view, row, node, shape))}</tbody>
`;
}

/** Whether there are kinds to filter by. */
const hasKinds = once(({ indicators }) => new Set([...indicators.values()].map(({ kind }) => kind)).size > 1);

function rowHtml(
  view: View,
  { indicator, project }: Row,
  home: PlanNode | undefined,
  { before, plan: hasPlan, within, here }: Shape,
): Html {
  const { plan } = view.site;
  const cells = cellsOf(view, indicator);
  const again = plan
    .above(indicator.id, groupLevel(view))
    .flatMap(({ id }) => (id === home?.id ? [] : id))
    .join(" ");
  // Whoever has the paper beside the page looks there.
  const pageNumber = here.get(indicator.id)?.page;
  const named = project && project !== within ? view.shown(project.name) : "";
  const printed = pageNumber === undefined ? "" : pageWords[view.reader].rows.page(pageNumber);
  const place =
    named || printed
      ? html`<small>${named}${named && printed ? writing[view.reader].apart : ""}${printed}</small>`
      : "";
  // Printed in several places below this node: one row here, counted once.
  const isAgain = within !== undefined && plan.timesUnder(within, indicator.id) > 1;
  return html`<tr${cells.marks}${again ? html` data-p="${again}"` : ""}><th scope="row"><a href="${view.to(indicatorPath(indicator.id))}">${cells.label}</a>${cells.doubtOfName}${place}${isAgain ? html`<small>${view.say(headers.again)}</small>` : ""}${cells.isNew && !hasPlan ? setOf(view, indicator.id) : ""}${cells.notes}</th>${before ? cells.before : ""}${cells.now}${hasPlan ? html`<td class="plan">${cells.plan}</td>` : ""}</tr>
`;
}

/** What a row says on whichever page it stands: nothing in it is a link. */
interface Cells {
  readonly marks: Html;
  readonly label: Html | string;
  readonly doubtOfName: Html | "";
  readonly notes: Html | "";
  /** The cell of the year before; then those of the newest year and of how it moved. */
  readonly before: Html;
  readonly now: Html;
  readonly plan: Html | string;
  /** Without a year yet. */
  readonly isNew: boolean;
}

/** An indicator has a row on the page of each node above it; those for one reader are made one after another. */
const cellsForReader = new WeakMap<Site, { readonly reader: Reader; readonly known: Map<string, Cells> }>();

function cellsOf(view: View, indicator: IndicatorJson): Cells {
  let own = cellsForReader.get(view.site);
  if (own?.reader !== view.reader) {
    own = { reader: view.reader, known: new Map() };
    cellsForReader.set(view.site, own);
  }
  const found = own.known.get(indicator.id) ?? makeCells(view, indicator);
  own.known.set(indicator.id, found);
  return found;
}

function makeCells(view: View, indicator: IndicatorJson): Cells {
  const { latest, dataset } = view.site;
  const year = newestOf(indicator);
  const current = year?.year === latest ? year : undefined;
  const previous = indicator.years.find((one) => one.year === latest - 1);
  const moved = current ? movedOf(current) : "other";
  const state = current ? stateOf(current) : "none";
  const rate = orderingRate(indicator, latest);
  const marks = [
    moved === "other" ? "" : html` data-m="${moved}"`,
    state === "number" ? "" : html` data-s="${state}"`,
    isDoubtful(indicator, latest) ? html` data-d` : "",
    current?.assessment === "better" || current?.assessment === "worse"
      ? html` data-a="${current.assessment}"`
      : "",
    hasKinds(dataset) ? html` data-k="${indicator.kind}"` : "",
    rate === undefined ? "" : html` data-r="${rate}"`,
    current?.difference === undefined ? "" : html` data-c="${current.difference}"`,
  ];
  // The badge stands beside what is doubtful (the name, the value, the year before), and the notes in the same row.
  const doubts = doubtsOf(view, indicator, latest);
  const hint =
    (current?.comparability === "tentative" && current.difference !== undefined) ||
    current?.sinceSurvey?.tentative
      ? marked(view, [indicative])
      : "";
  return {
    marks: html`${marks}`,
    label: view.shown(indicator.label),
    doubtOfName: doubts.name,
    notes: doubts.notes,
    before: html`<td class="before">${previous ? beforeAmount(view, previous) : ""}${doubts.before}</td>`,
    now: html`<td>${course(indicator)}${current ? (lastSurvey(view, indicator, current) ?? shownAmount(view, view.card(current))) : lastKnown(view, year)}${doubts.value}</td><td class="moved">${current ? view.shown(shortChange(view, indicator, current)) : ""}${hint}${rateHtml(current, rate)}</td>`,
    plan: view.shown(year ? planWords(view, year) : setWords(view, indicator.id)),
    isNew: year === undefined,
  };
}

/** What stands in the column of the year before: that there was no survey is no missing value. */
function beforeAmount(view: View, year: IndicatorYearJson): Html | string {
  return year.unsurveyed ? view.say(noValueReasonText("notSurveyed")) : shownAmount(view, view.card(year));
}

/** Of an indicator without a row for the newest year: its last value, with its year, where no column beside has it. */
function lastKnown(view: View, year: IndicatorYearJson | undefined): Html | string {
  if (!year || year.year === view.site.latest - 1) return writing[view.reader].dash;
  const card = view.card(year);
  return html`${shownAmount(view, card)}<small>${card.shortYear}</small>`;
}

/** Between two surveys the last one's value stays, with its year. */
function lastSurvey(view: View, indicator: IndicatorJson, current: IndicatorYearJson): Html | undefined {
  const last = current.unsurveyed && yearToShow(indicator);
  if (!last || last === current || last.unsurveyed) return undefined;
  const card = view.card(last);
  return html`${shownAmount(view, card)}<small>${view.say(ofSurvey(card.shortYear))}</small>`;
}

const ofSurvey = (year: string): Phrase => pagePhrase((words) => words.rows.surveyOf(year));

/** A large number as people say it, with the exact one below it. */
function shownAmount(view: View, card: CardJson): Html | string {
  const exact = view.shown(amount(view, card));
  if (!card.unit) return exact;
  return card.said ? html`<b>${view.shown(card.said)}</b><small>${exact}</small>` : html`<b>${exact}</b>`;
}

/** Where the list can be put in order by a rate, it is seen; of an unsure value the badge stands before it. */
function rateHtml(year: IndicatorYearJson | undefined, order: number | undefined): Html | "" {
  const rate = (year ? shortRate(year) : "") || (order ? rateWords(order) : "");
  return rate === "" ? "" : html`<small>${rate}</small>`;
}

/** Baseline, target and the city's verdict, as the card of that year says them. */
function planWords(view: View, year: IndicatorYearJson): string {
  return view.card(year).target ?? "";
}

function setOf(view: View, indicator: string): Html | "" {
  const set = setWords(view, indicator);
  return set === "" ? "" : html`<small>${view.shown(set)}</small>`;
}

/** Of an indicator that has no year yet: what was set. */
function setWords(view: View, indicator: string): string {
  const { dataset } = view.site;
  const target = aimsByIndicator(dataset).get(indicator)?.at(-1);
  return target ? targetText(dataset, target, view.reader) : "";
}

const indicatorOf = (level: string): Phrase => pagePhrase((words) => words.rows.indicator(level));

const headers = pagePhrases((words) => words.rows.headers);
