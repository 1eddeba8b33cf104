// What a project did, as a table: each figure beside its unit, what is doubtful, where it is printed.

import {
  type Activity,
  activitiesOf,
  activityPhrases,
  activityWords,
  dateWords,
  isUnsureIn,
  marks,
  nodePath,
  type Phrase,
  type PlanNode,
  pagePhrase,
  recurringId,
  writing,
} from "@shihyo/core";
import { type Html, html } from "./page.ts";
import { detailRows } from "./parts.ts";
import type { View } from "./site.ts";

/** One table a year, newest first; nothing where the project has no activities. */
function activityList(view: View, project: PlanNode): Html | "" {
  const { dataset } = view.site;
  const activities = activitiesOf(dataset, project.id);
  if (activities.length === 0) return "";
  const years = [...new Set(activities.map(({ year }) => year))].reverse();
  return html`${years.map((year) =>
    yearTable(
      view,
      year,
      activities.filter((activity) => activity.year === year),
    ),
  )}<p class="quiet">${view.say(terms)}</p>`;
}

/** On the page of an indicator: what its projects did in the years it is about. The name of each is a heading: as a link that stands alone it would become a grid of cards. */
export function activitiesBeside(view: View, projects: readonly PlanNode[]): Html | "" {
  const shown = projects.flatMap((project) => {
    const list = activityList(view, project);
    const link = view.to(nodePath(project));
    return list === "" ? [] : [html`<h3><a href="${link}">${view.shown(project.name)}</a></h3>${list}`];
  });
  if (shown.length === 0) return "";
  return html`<section aria-labelledby="done"><h2 id="done">${view.say(activityPhrases.title)}</h2>
${shown}</section>`;
}

/** On the project's own page. */
export function activitySection(view: View, project: PlanNode): Html | "" {
  const list = activityList(view, project);
  if (list === "") return "";
  return html`<section aria-labelledby="done"><h2 id="done">${view.say(activityPhrases.title)}</h2>
${list}</section>`;
}

function yearTable(view: View, year: number, activities: readonly Activity[]): Html {
  const { reader } = view;
  const { dataset } = view.site;
  const { gap } = writing[reader];
  const yearName = dateWords[reader].yearInFull(year);
  // What was done stands in Japanese alone.
  const texts = marks[reader].foreign ? [] : activities.flatMap(({ achievements }) => achievements ?? []);
  const words = new Map(activities.map((one) => [one, activityWords(dataset, one, reader)]));
  const hasTimes = [...words.values()].some(({ when }) => when !== "");
  const head = (phrase: Phrase, isNumber = false) =>
    html`<th scope="col"${isNumber ? html` class="number"` : ""}>${view.say(phrase)}</th>`;
  const row = (activity: Activity) => {
    const { what, qualifier, value, unit, when } =
      words.get(activity) ?? activityWords(dataset, activity, reader);
    const { reading, page, note } = activity;
    const more = detailRows(view, "activities", activity).map(
      ([title, text]) => html`<p>${view.say(title)}${marks[reader].colon}${view.shown(text)}</p>`,
    );
    const markOf = (place: "what" | "value") =>
      reading !== "certain" && isUnsureIn(activity, place)
        ? html` <span class="mark">${view.say(activityPhrases[reading])}</span>`
        : "";
    const whole = activities.find(({ id }) => id === activity.partOf);
    // Under its sum, of which it repeats the name, a part is shown by its own name.
    const part = whole?.what.ja === activity.what.ja ? activity.breakdown : undefined;
    const name = view.shown(part ?? what);
    // What is done year after year has its address at the row that it is named after.
    const isFirst = recurringId(dataset, activity) === activity.id;
    const first = isFirst ? html`<span id="every-${activity.id}"></span>` : "";
    return html`<tr id="${activity.id}"><th scope="row"${whole ? html` class="part"` : ""}>${first}${name}${markOf("what")}</th><td class="number">${qualifier}${qualifier && gap}${view.shown(value)}${markOf("value")}</td><td>${view.shown(unit)}</td>${hasTimes ? html`<td>${view.shown(when)}</td>` : ""}<td class="number">${page ?? ""}</td></tr>
${note || more.length > 0 ? html`<tr class="note"><td colspan="${hasTimes ? 5 : 4}">${note ? html`<p>${view.say(activityPhrases.note)}${view.shown(note)}</p>` : ""}${more}</td></tr>\n` : ""}`;
  };
  const caption = `${view.say(activityPhrases.title)} ${yearName}`;
  return html`${texts.map((text) => html`<p>${text}</p>`)}<div class="scroll" tabindex="0" role="region" aria-label="${caption}"><table class="activities"><caption>${caption}</caption>
<thead><tr>${head(activityPhrases.what)}${head(activityPhrases.value, true)}${head(activityPhrases.unit)}${hasTimes ? head(activityPhrases.when) : ""}${head(activityPhrases.page, true)}</tr></thead>
<tbody>${activities.map(row)}</tbody></table></div>`;
}

const terms: Phrase = pagePhrase((words) => words.activityList.terms);
