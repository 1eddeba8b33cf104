// The landing page: what the data are and whose, the year at a glance, every indicator to be searched, the files to take away.

import {
  deepestLevel,
  isForeign,
  levelsAt,
  type Phrase,
  type PlanNode,
  pagePhrase,
  pagePhrases,
  pageWords,
  textFor,
  writing,
} from "@shihyo/core";
import { plansOf, severalPlans } from "../formats/plan-paths.ts";
import { citation, copyable } from "./cite.ts";
import { whatChanged } from "./correction-history.ts";
import { downloads } from "./downloads.ts";
import { glance, movedNames } from "./glance.ts";
import { howToRead } from "./how-to-read.ts";
import { type Html, html } from "./page.ts";
import { listedIndicators } from "./rows.ts";
import { nodeLink, nodeTitle, type View } from "./site.ts";

export function landingMain(view: View): Html {
  const { dataset } = view.site;
  const { municipality } = dataset;
  const plans = plansOf(dataset);
  return html`<h1>${view.shown(municipality.title)}</h1>
<p class="lead">${lead(view)}</p>
${filters(view)}
<div id="found" hidden></div>
${municipality.official ? "" : html`<p class="notice">${view.shown(view.say(notOfficial(textFor(municipality.name, view.reader))))}</p>`}
<nav class="jump" aria-label="${view.say(texts.onThisPage)}"><ul>${sections.map(({ id, title }) => html`<li><a href="#${id}">${view.say(title)}</a></li>`)}${plans.map((node) => html`<li><a href="${nodeLink(view, node)}">${plans.length > 1 ? view.shown(node.name) : view.say(texts.wholePlan)}</a></li>`)}<li><a href="${view.to("embed/")}">${view.say(texts.putOnPage)}</a></li></ul></nav>
${glance(view)}
${list(view)}
${section(view, "data", downloads(view))}
${section(view, "changes", whatChanged(view))}
${section(view, "reading", howToRead(view))}
${section(view, "cite", citing(view))}`;
}

function section(view: View, id: string, content: Html): Html {
  const title = sections.find((one) => one.id === id)?.title;
  return html`<section aria-labelledby="${id}"><h2 id="${id}">${title ? view.say(title) : ""}</h2>
${content}</section>`;
}

function list(view: View): Html {
  const { indicators } = view.site;
  return section(
    view,
    "list",
    html`<p id="shown" class="quiet" hidden></p>
<p id="rates" class="quiet" hidden>${view.say(texts.rates)}</p>
<div id="cards" class="figures" hidden></div>
<div id="rows" class="scroll">${listedIndicators(
      view,
      indicators.values(),
      pagePhrase((words) => words.landingPage.listCaption(indicators.size)),
    )}</div>`,
  );
}

/** Shown by the script that answers it; without scripts the whole table stands below. */
function filters(view: View): Html {
  const { plan } = view.site;
  const { dataset } = view.site;
  const ofLevel = (level: number) => plan.nodes.filter((node) => node.level === level);
  const levelName = (level: number) =>
    levelsAt(dataset, level)
      .map(({ name }) => view.name(name))
      .join(writing[view.reader].dot);
  const kinds = [...dataset.indicatorKinds.values()].filter(({ name }) =>
    [...view.site.indicators.values()].some(({ kind }) => kind === name.ja),
  );
  const option = (value: string, text: string) => html`<option value="${value}">${text}</option>`;
  // An option holds text alone, so that the whole of it bears the language of the name.
  const language = ({ name }: PlanNode) => (isForeign(name, view.reader) ? html` lang="ja"` : "");
  const nodeOption = (node: PlanNode) =>
    html`<option value="${node.id}"${language(node)}>${nodeTitle(view, node)}</option>`;
  // Two plans may call their levels by one name.
  const byPlan = (nodes: readonly PlanNode[], each: (node: PlanNode) => Html) => {
    const several = severalPlans(dataset);
    if (several.length === 0) return nodes.map(each);
    return several.flatMap((one) => {
      const own = nodes.filter(({ plan: of }) => of === one.id);
      return own.length === 0
        ? []
        : [html`<optgroup label="${view.name(one.name)}"${language(one)}>${own.map(each)}</optgroup>`];
    });
  };
  const judged = [...view.site.indicators.values()].some(({ years }) =>
    ["better", "worse"].includes(years.at(-1)?.assessment ?? ""),
  );
  const moves = judged ? judgedMoves : judgedMoves.slice(0, 4);
  const words = pagePhrases((words) => words.landingPage.counts);
  return html`<form id="filters" role="search" aria-labelledby="list" data-search="${view.file("assets/search.js")}" data-base="${view.to("").replace(/index\.html$/, "")}" data-words="${JSON.stringify(Object.fromEntries(Object.entries(words).map(([key, phrase]) => [key, view.say(phrase)])))}">
<p class="wide"><label for="q">${view.say(labels.search)}</label><input id="q" name="q" type="search" autocomplete="off" enterkeyhint="search" aria-describedby="q-help"><span id="q-help" class="quiet">${view.say(labels.searchHelp)}</span></p>
<details id="more"><summary>${view.say(labels.more)}</summary><div>
<p><label for="goal">${levelName(1)}</label><select id="goal" name="goal">${option("", view.say(labels.all))}${byPlan(ofLevel(1), nodeOption)}</select></p>
${
  deepestLevel(dataset) < 2
    ? ""
    : html`<p><label for="policy">${levelName(2)}</label><select id="policy" name="policy">${option("", view.say(labels.all))}${byPlan(
        ofLevel(2),
        (node) =>
          html`<option value="${node.id}" data-goal="${plan
            .parentsOf(node)
            .map(({ id }) => id)
            .join(" ")}"${language(node)}>${nodeTitle(view, node)}</option>`,
      )}</select></p>
`
}${
  kinds.length < 2
    ? ""
    : html`<p><label for="kind">${view.say(labels.kind)}</label><select id="kind" name="kind">${option("", view.say(labels.all))}${kinds.map(({ name }) => html`<option value="${name.ja}">${view.name(name)}</option>`)}</select></p>
`
}<p><label for="change">${view.say(labels.change)}</label><select id="change" name="change">${option("", view.say(labels.all))}${moves.map((move) => option(move, view.say(movedNames[move])))}</select></p>
<p><label for="state">${view.say(labels.state)}</label><select id="state" name="state">${option("", view.say(labels.all))}${states.map(({ value, name }) => option(value, view.say(name)))}</select></p>
<p><label for="sort">${view.say(labels.sort)}</label><select id="sort" name="sort">${option("", view.say(labels.report))}${sorts.map(({ value, name }) => option(value, view.say(name)))}</select></p>
<fieldset><legend>${view.say(labels.view)}</legend>${(["rows", "cards"] as const).map((value) => html`<label><input type="radio" name="view" value="${value}"${value === "rows" ? html` checked` : ""}>${view.say(labels[value])}</label>`)}</fieldset></div></details>
<p class="status"><output id="count" for="q goal policy kind change state sort"></output> <button type="reset">${view.say(labels.reset)}</button></p>
</form>`;
}

/** What the city says of its data; a reader may have first words of its own, short and plain. */
function lead(view: View): Html | string {
  const { name, description } = view.site.dataset.municipality;
  return pageWords[view.reader].landingPage.lead?.(name.ja) ?? view.shown(description);
}

function citing(view: View): Html {
  const { municipality } = view.site.dataset;
  return html`<p>${view.say(texts.licenceWords)}<a href="${municipality.licence.iri}">${view.shown(municipality.licence.name)}</a>${view.say(texts.licenceEnd)}</p>
${copyable(view, "citation", citation(view, municipality.base))}`;
}

function notOfficial(city: string): Phrase {
  return pagePhrase((words) => words.landingPage.notOfficial(city));
}

const texts = pagePhrases((words) => words.landingPage);

const sections: readonly { readonly id: string; readonly title: Phrase }[] = [
  { id: "list", title: texts.list },
  { id: "data", title: texts.data },
  { id: "changes", title: texts.changes },
  { id: "reading", title: texts.reading },
  { id: "cite", title: texts.cite },
];

const labels = pagePhrases((words) => words.landingPage.labels);

const states: readonly { readonly value: string; readonly name: Phrase }[] = [
  { value: "number", name: texts.number },
  { value: "words", name: texts.words },
  { value: "none", name: texts.none },
  { value: "doubtful", name: texts.doubtful },
];

const sorts: readonly { readonly value: string; readonly name: Phrase }[] = [
  { value: "name", name: texts.name },
  { value: "rate-up", name: texts.rateUp },
  { value: "rate-down", name: texts.rateDown },
  { value: "change-up", name: texts.changeUp },
  { value: "change-down", name: texts.changeDown },
];

/** The last two only where the city has said which way is better. */
const judgedMoves = ["up", "down", "same", "other", "better", "worse"] as const;
