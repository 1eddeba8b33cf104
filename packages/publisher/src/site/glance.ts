// The year at a glance: how many indicators of each goal rose, fell, stayed or cannot be compared, each count a link to its list.

import {
  dateWords,
  grouped,
  type IndicatorJson,
  isReached,
  levelsAt,
  type Phrase,
  type PlanNode,
  pagePhrase,
  pagePhrases,
  pageWords,
  writing,
} from "@shihyo/core";
import { severalPlans } from "../formats/plan-paths.ts";
import { type Moved, movedOf, newestOf } from "./figure.ts";
import { type Html, html } from "./page.ts";
import { largestMoves, moveBar, reachedBar } from "./pictures.ts";
import { kindAndNumber, nodeLink, type View } from "./site.ts";

const moves: readonly Moved[] = ["up", "down", "same", "other"];
const judgements = ["better", "worse"] as const;

export function glance(view: View): Html {
  const { plan, indicators, latest, dataset } = view.site;
  // A plan that has only begun has targets and no results.
  if (dataset.years.length === 0) return html``;
  const ofYear = [...indicators.values()].filter((one) => newestOf(one)?.year === latest);
  // Without the city's word on which way is better there is nothing to put in these columns.
  const judged = ofYear.some((one) => judgements.some((word) => newestOf(one)?.assessment === word));
  const goals = plan.nodes.filter(({ level }) => level === 1);
  const under = (goal: PlanNode) =>
    ofYear.filter(({ id }) => plan.above(id, 1).some((one) => one.id === goal.id));
  const year = dateWords[view.reader].year(latest);
  const heads = [...moves, ...(judged ? judgements : [])];
  // Only where a number and a bound allow it, or the city says it: without any there is no column.
  const reachedOf = new Map(
    ofYear.flatMap(({ id }) => {
      const series = view.site.series.get(id);
      const is = series && isReached(view.site.dataset, series, latest);
      return is === undefined ? [] : [[id, is] as const];
    }),
  );
  const reachedCell = (list: readonly IndicatorJson[]) => {
    if (reachedOf.size === 0) return "";
    const told = list.flatMap(({ id }) => reachedOf.get(id) ?? []);
    const count = told.filter(Boolean).length;
    return html`<td class="reached">${told.length === 0 ? writing[view.reader].dash : html`${count}<small>${view.say(pagePhrase((words) => words.glance.ofAll(told.length)))}</small>${reachedBar(count, told.length)}`}</td>`;
  };
  return html`<section aria-labelledby="glance"><h2 id="glance">${pageWords[view.reader].glance.title(year)}</h2>
<div class="sides"><div><div class="scroll"><table class="glance"><caption>${view.say(texts.caption)}</caption>
<thead><tr><th scope="col">${levelsAt(view.site.dataset, 1)
    .map(({ name }) => view.name(name))
    .join(
      writing[view.reader].dot,
    )}</th>${heads.map((head) => html`<th scope="col">${view.say(movedNames[head])}</th>`)}<th scope="col">${view.say(texts.total)}</th>${reachedOf.size > 0 ? html`<th scope="col">${view.say(texts.reachedHead)}</th>` : ""}</tr></thead>
<tbody>${goals.map(
    (
      goal,
      index,
    ) => html`${planRow(view, goal, goals[index - 1], heads.length + (reachedOf.size > 0 ? 3 : 2))}
<tr><th scope="row">${goalLink(view, goal)}${barOf(under(goal))}</th>${countCells(under(goal), heads, goal.id)}${reachedCell(under(goal))}</tr>`,
  )}
<tr><th scope="row">${view.say(severalPlans(view.site.dataset).length > 0 ? texts.allPlans : texts.whole)}${barOf(ofYear)}</th>${countCells(ofYear, heads, "")}${reachedCell(ofYear)}</tr></tbody></table></div>
<p class="quiet">${goals.length > 1 ? view.say(texts.severalGoals) : ""}${view.say(judged ? texts.someJudged : texts.noneJudged)}${reachedOf.size > 0 ? view.say(texts.reachedHelp) : ""}</p></div>
${largestMoves(view)}</div></section>`;
}

/** Its level and number, and below them its name; the name alone where it has no number. */
function goalLink(view: View, goal: PlanNode): Html {
  const title = kindAndNumber(view, goal);
  const name = view.name(goal.name);
  if (view.site.plan.numberOf(goal) === "" || title === name)
    return html`<a href="${nodeLink(view, goal)}">${view.shown(goal.name)}</a>`;
  return html`<a href="${nodeLink(view, goal)}">${title}</a><small>${view.shown(goal.name)}</small>`;
}

/** The plan's name before its first goal, where there are several plans. */
function planRow(view: View, goal: PlanNode, before: PlanNode | undefined, columns: number): Html | "" {
  const plan = severalPlans(view.site.dataset).find(({ id }) => id === goal.plan);
  if (!plan || before?.plan === goal.plan) return "";
  return html`
<tr><th scope="rowgroup" colspan="${columns}"><a href="${nodeLink(view, plan)}">${view.shown(plan.name)}</a></th></tr>`;
}

export function barOf(indicators: readonly IndicatorJson[]): Html | "" {
  const count = (move: Moved) => indicators.filter((one) => isOf(one, move)).length;
  return moveBar({ up: count("up"), down: count("down"), same: count("same"), other: count("other") });
}

function countCells(
  indicators: readonly IndicatorJson[],
  heads: readonly (Moved | "better" | "worse")[],
  goal: string,
): Html[] {
  const cell = (count: number, change: string) => {
    const query = [goal && `goal=${goal}`, change && `change=${change}`].filter(Boolean).join("&");
    return count === 0
      ? html`<td>0</td>`
      : html`<td><a href="${query ? `?${query}` : ""}#list">${grouped(count)}</a></td>`;
  };
  return [
    ...heads.map((head) => cell(indicators.filter((one) => isOf(one, head)).length, head)),
    cell(indicators.length, ""),
  ];
}

function isOf(indicator: IndicatorJson, head: Moved | "better" | "worse"): boolean {
  const year = newestOf(indicator);
  if (!year) return false;
  return head === "better" || head === "worse" ? year.assessment === head : movedOf(year) === head;
}

export const movedNames: Readonly<Record<Moved | "better" | "worse", Phrase>> = pagePhrases(
  (words) => words.glance.names,
);

const texts = pagePhrases((words) => words.glance);
