// The year at a glance: how many indicators of each goal rose, fell, stayed or cannot be compared, each count a link to its list.

import {
  dateWords,
  type IndicatorJson,
  isReached,
  levelsAt,
  type Phrase,
  type PlanNode,
  writing,
} from "@shihyo/core";
import { type Moved, movedOf, newestOf } from "./figure.ts";
import { type Html, html } from "./page.ts";
import { largestMoves, moveBar, reachedBar } from "./pictures.ts";
import { kindAndNumber, nodeLink, severalPlans, type View } from "./site.ts";

const moves: readonly Moved[] = ["up", "down", "same", "other"];
const judgements = ["better", "worse"] as const;

export function glance(view: View): Html {
  const { plan, indicators, latest } = view.site;
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
    return html`<td class="reached">${told.length === 0 ? "－" : html`${count}<small>${view.say({ ja: `／${told.length}`, en: ` of ${told.length}`, easy: `／${told.length}` })}</small>${reachedBar(count, told.length)}`}</td>`;
  };
  return html`<section aria-labelledby="glance"><h2 id="glance">${view.say({ ja: `${year}のひと目`, en: `${year} at a glance`, easy: `${year}の まとめ` })}</h2>
<div class="sides"><div><div class="scroll"><table class="glance"><caption>${view.say(caption)}</caption>
<thead><tr><th scope="col">${levelsAt(view.site.dataset, 1)
    .map(({ name }) => view.name(name))
    .join(
      writing[view.reader].dot,
    )}</th>${heads.map((head) => html`<th scope="col">${view.say(names[head])}</th>`)}<th scope="col">${view.say(total)}</th>${reachedOf.size > 0 ? html`<th scope="col">${view.say(reachedHead)}</th>` : ""}</tr></thead>
<tbody>${goals.map(
    (
      goal,
      index,
    ) => html`${planRow(view, goal, goals[index - 1], heads.length + (reachedOf.size > 0 ? 3 : 2))}
<tr><th scope="row">${goalLink(view, goal)}${barOf(under(goal))}</th>${countCells(under(goal), heads, goal.id)}${reachedCell(under(goal))}</tr>`,
  )}
<tr><th scope="row">${view.say(severalPlans(view).length > 0 ? allPlans : whole)}${barOf(ofYear)}</th>${countCells(ofYear, heads, "")}${reachedCell(ofYear)}</tr></tbody></table></div>
<p class="quiet">${goals.length > 1 ? view.say(severalGoals) : ""}${view.say(judged ? someJudged : noneJudged)}${reachedOf.size > 0 ? view.say(reachedHelp) : ""}</p></div>
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
  const plan = severalPlans(view).find(({ id }) => id === goal.plan);
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
      : html`<td><a href="${query ? `?${query}` : ""}#list">${count}</a></td>`;
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

export const names: Readonly<Record<Moved | "better" | "worse", Phrase>> = {
  up: { ja: "↑ 増えた", en: "↑ rose", easy: "↑ ふえた" },
  down: { ja: "↓ 減った", en: "↓ fell", easy: "↓ へった" },
  same: { ja: "→ 同じ", en: "→ stayed", easy: "→ おなじ" },
  other: { ja: "比較できない", en: "not compared", easy: "くらべられない" },
  better: { ja: "良い変化", en: "for the better", easy: "よい かわりかた" },
  worse: { ja: "悪い変化", en: "for the worse", easy: "わるい かわりかた" },
};

const caption: Phrase = {
  ja: "前年度からの動き（指標の数。数字を押すと一覧へ）",
  en: "Movement on the year before (number of indicators; each number leads to its list)",
  easy: "前の 年から どう かわったか（数字を おすと、下の ひょうに なります）",
};
const total: Phrase = { ja: "合計", en: "Total", easy: "ぜんぶ" };
const whole: Phrase = { ja: "計画全体", en: "Whole plan", easy: "ぜんぶ" };
const allPlans: Phrase = { ja: "すべての計画", en: "All plans", easy: "ぜんぶ" };
const reachedHead: Phrase = { ja: "目標に届いた", en: "Target reached", easy: "もくひょうに とどいた" };
const reachedHelp: Phrase = {
  ja: "「目標に届いた」は、その年度の目標があり、数値と「以上」などの条件で分かるか、報告書が達成と書いているものを数えています（／の右は、分かるものの数）。",
  en: " “Target reached” counts targets of that very year, where a number and its bound tell it or the report says so (of so many that can be told).",
  easy: "「もくひょうに とどいた」は、その 年の もくひょうが ある ものだけ かぞえます。",
};
const severalGoals: Phrase = {
  ja: "二つ以上の項目に掲載された指標は、それぞれで数え、全体では一つと数えます。",
  en: "An indicator that is listed under several of them is counted under each, and once in the whole. ",
  easy: "二つの ところに ある ものは、どちらでも かぞえます。ぜんぶの 数では 1つです。",
};
const noneJudged: Phrase = {
  ja: "どちらへ動くのが良いかを{body}が示した指標がないため、良し悪しは判定していません。",
  en: "The {body} has not said for any of them which way is better, so none is judged good or bad.",
  easy: "ふえるのが よいか、へるのが よいか、{body}は 言って いません。だから、よい わるいは 書いて いません。",
};
const someJudged: Phrase = {
  ja: "良い変化・悪い変化は、どちらへ動くのが良いかを{body}が示した指標だけを判定しています。",
  en: "Only indicators for which the {body} has said which way is better are judged.",
  easy: "よい・わるいは、{body}が 言って いる ものだけ 書いて います。",
};
