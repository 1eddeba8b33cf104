// The page of a plan, or of a node at any of its levels: what it is, what stands under it, its indicators as a grid.

import {
  activitiesOf,
  type DetailsOf,
  type IndicatorJson,
  isLowest,
  marks,
  nodePath,
  type PlanNode,
  pagePhrase,
  pagePhrases,
  pageWords,
  readingMarks,
  sectionPath,
  type Title,
  writing,
} from "@shihyo/core";
import { activitySection } from "./activity-list.ts";
import { citation, copyable } from "./cite.ts";
import { embedLink } from "./embed-builder.ts";
import { movedOf, nameMark, newestOf } from "./figure.ts";
import { barOf, movedNames } from "./glance.ts";
import { meaningsHere } from "./how-to-read.ts";
import { explainedOf } from "./indicator-page.ts";
import { type Html, html } from "./page.ts";
import { crumb, crumbs, detailRows, forms, neighbours } from "./parts.ts";
import { costSection, newestVerdict, verdicts } from "./report-facts.ts";
import { listedIndicators } from "./rows.ts";
import { kindAndNumber, nodeLink, nodeTitle, oncePer, type View } from "./site.ts";

export function nodeMain(view: View, node: PlanNode): Html {
  const { plan, dataset } = view.site;
  const indicators = indicatorsUnder(view, node);
  const address = dataset.municipality.base + nodePath(node);
  return html`${crumbs(view, plan.pathTo(node), crumb(view, node), node)}
<h1 id="it"><small${anchorOf(view, node)}>${kindAndNumber(view, node)}</small>${view.shown(node.name)}${nameMark(view, node.reading)}</h1>
${about(view, node)}
${indicators.length > 1 ? html`<p class="counted">${counted(view, indicators)}</p>${barOf(ofLatest(view, indicators))}` : ""}
${children(view, node)}
<section aria-labelledby="indicators"><h2 id="indicators">${view.say(heads.indicators)}</h2>
${indicators.length === 0 ? html`<p>${anchorsOfNone(view, node)}${view.say(none)}</p>` : grid(view, node, indicators)}</section>
${isLowest(view.site.dataset, node) || activitiesOf(view.site.dataset, node.id).length > 0 ? activitySection(view, node) : ""}
${verdicts(view, node.id)}${costSection(view, node.id)}<section aria-labelledby="data"><h2 id="data">${view.say(heads.data)}</h2>
${forms(view, nodePath(node))}
${reading(view, node)}${copyable(view, "citation", citation(view, address, view.name(node.name)))}</section>
${around(view, node)}`;
}

export function nodeDescription(view: View, node: PlanNode): string {
  const count = indicatorsUnder(view, node).length;
  const name = view.name(node.name);
  return pageWords[view.reader].nodePage.description(kindAndNumber(view, node), name, count);
}

/** The graph names every placement: that of a node of the highest level under its plan, which no line shows, leads to its number. */
function anchorOf(view: View, node: PlanNode): Html | "" {
  const [parent] = node.level === 1 ? view.site.plan.parentsOf(node) : [];
  return parent ? html` id="in-${parent.id}"` : "";
}

/** And every listing: that of a node without an indicator (指標なし) leads to the sentence that says so. */
function anchorsOfNone(view: View, node: PlanNode): Html[] {
  return view.site.plan
    .listingsUnder(node)
    .filter((listing) => listing.node === node.id && listing.indicator === undefined)
    .map(({ id }) => html`<span id="${id}"></span>`);
}

/** Each indicator once, in the report's order. */
function indicatorsUnder({ site }: View, node: PlanNode): readonly IndicatorJson[] {
  return underNode(site, node);
}

const underNode = oncePer(({ plan, indicators }, node: PlanNode): readonly IndicatorJson[] => {
  const ids = new Set(plan.listingsUnder(node).flatMap(({ indicator }) => indicator ?? []));
  return [...ids].flatMap((id) => indicators.get(id) ?? []);
});

/** Cards once their script has come; until then, where it does not come, and on paper, the same as a plain table. */
function grid(view: View, node: PlanNode, indicators: readonly IndicatorJson[]): Html {
  const table = html`<div class="scroll">${listedIndicators(view, indicators, caption, node)}</div>`;
  const legend = meaningsHere(view, new Set(indicators.flatMap((one) => [...explainedOf(view.site, one)])));
  if (node.level === 0) return html`${table}${legend}`;
  const cards = html`<kpi-grid node="${nodePath(node).slice(0, -1)}"></kpi-grid>`;
  const isWall = indicators.length > mostCards;
  const button = (name: "rows" | "cards", pressed: boolean) =>
    html`<button type="button" data-view="${name}" aria-pressed="${pressed ? "true" : "false"}">${view.say(heads[name])}</button>`;
  return html`<p class="tools switch" role="group" aria-label="${view.say(heads.view)}" hidden>${button("rows", isWall)} ${button("cards", !isWall)}</p>
${isWall ? html`<template id="as-cards">${cards}</template>` : cards}
${table}${legend}<p class="tools">${embedLink(view, node.id)}</p>`;
}

/** More cards than these are a wall: the table comes first, and the cards when they are asked for. */
const mostCards = 12;

function about(view: View, node: PlanNode): Html {
  const { plan, dataset } = view.site;
  const parents = plan.parentsOf(node);
  const section = dataset.sections.get(node.section ?? "");
  const verdict = newestVerdict(view, node.id);
  const entries: readonly (readonly [Title, Html | string | undefined])[] = [
    [
      terms.parents,
      parents.length > 0 && node.level > 1
        ? html`<ul>${parents.map((parent) => html`<li id="in-${parent.id}"><a href="${nodeLink(view, parent)}">${view.shown(nodeTitle(view, parent))}</a>${nameMark(view, parent.reading)}</li>`)}</ul>`
        : undefined,
    ],
    [
      terms.section,
      section &&
        (view.site.written.has(`${sectionPath(section.id)}data.ttl`)
          ? html`<a href="${view.file(`${sectionPath(section.id)}index.html`)}">${view.shown(section.name)}</a>`
          : view.shown(section.name)),
    ],
    [terms.account, node.account && view.shown(node.account)],
    [terms.verdict, verdict && html`<a href="#verdicts">${view.shown(verdict)}</a>`],
    ...detailRows(view, "nodes", node, (key) => !ofReading.has(key)).map(
      ([term, text]) => [term, view.shown(text)] as const,
    ),
    [terms.note, node.note && view.shown(node.note)],
    [terms.reading, node.reading === "certain" ? undefined : view.say(readingMarks[node.reading])],
  ];
  const shown = entries.flatMap(([term, text]) =>
    text ? [html`<dt>${view.say(term)}</dt><dd>${text}</dd>`] : [],
  );
  return html`${node.summary ? html`<p class="lead">${view.shown(node.summary)}${node.summaryBy === "ours" ? html` <span class="mark">${view.say(ours)}</span>` : ""}</p>` : ""}
${node.content && !marks[view.reader].foreign ? html`<p>${node.content}</p>` : ""}
${shown.length > 0 ? html`<dl class="facts">${shown}</dl>` : ""}`;
}

/** These stand with the data, below. */
const ofReading: ReadonlySet<string> = new Set(["kana", "kanaBasis"] satisfies (keyof DetailsOf<"nodes">)[]);

/** How the name is read, for whoever looks for it; easy Japanese has it over the name. */
function reading(view: View, node: PlanNode): Html | "" {
  const rows = detailRows(view, "nodes", node, (key) => ofReading.has(key));
  return rows.length === 0
    ? ""
    : html`<dl class="facts">${rows.map(([term, text]) => html`<dt>${view.say(term)}</dt><dd>${view.shown(text)}</dd>`)}</dl>\n`;
}

function children(view: View, node: PlanNode): Html | "" {
  const below = view.site.plan.childrenOf(node);
  if (below.length === 0) return "";
  const title = [...new Set(below.map(({ levelName }) => view.name(levelName)))].join(
    writing[view.reader].within,
  );
  return html`<section aria-labelledby="below"><h2 id="below">${title}</h2>
<ul class="below">${below.map((child) => {
    const under = indicatorsUnder(view, child);
    const count = under.length;
    const verdict = newestVerdict(view, child.id);
    return html`<li><a href="${nodeLink(view, child)}">${view.shown(nodeTitle(view, child))}</a>${nameMark(view, child.reading)} <small>${view.say(pagePhrase((words) => words.nodePage.indicatorCount(count)))}${verdict && view.shown(writing[view.reader].apart + verdict)}</small>${count > 1 ? barOf(ofLatest(view, under)) : ""}</li>`;
  })}</ul></section>`;
}

/** The node of the same kind before and after it in the report. */
function around(view: View, node: PlanNode): Html {
  const { before, after } = view.site.plan.beside(node);
  const link = (other: PlanNode | undefined) =>
    other && { href: nodeLink(view, other), text: nodeTitle(view, other) };
  return neighbours(view, link(before), link(after));
}

function ofLatest(view: View, indicators: readonly IndicatorJson[]): IndicatorJson[] {
  return indicators.filter((one) => newestOf(one)?.year === view.site.latest);
}

function counted(view: View, indicators: readonly IndicatorJson[]): string {
  const ofYear = indicators.flatMap((one) => {
    const year = newestOf(one);
    return year?.year === view.site.latest ? [movedOf(year)] : [];
  });
  const words = pageWords[view.reader].nodePage;
  const moves = (["up", "down", "same", "other"] as const).map((moved) => {
    const count = ofYear.filter((one) => one === moved).length;
    return words.moved(movedNames[moved][view.reader].replace(/^[↑↓→] /, ""), count);
  });
  return words.counted(indicators.length, moves);
}

const heads = pagePhrases((words) => words.nodePage.heads);

const terms = pagePhrases((words) => words.nodePage.terms);

const { caption, none, ours } = pagePhrases((words) => words.nodePage);
