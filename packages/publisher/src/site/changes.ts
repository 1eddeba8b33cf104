// What changed since the release before: new years, then a list for each kind of change, long ones folded.

import { dateWords, indicatorPath, nodePath, type Phrase, pagePhrases, pageWords } from "@shihyo/core";
import {
  type ChangeGroup,
  changesFile,
  type NewYear,
  tellChanges,
  titles,
} from "../formats/changes/changes.ts";
import type { Difference } from "../formats/changes/differences.ts";
import { releaseFolder } from "../formats/changes/earlier-release.ts";
import { correctionList } from "./correction-list.ts";
import { type Html, html } from "./page.ts";
import type { View } from "./site.ts";

/** So many lines of a kind stand open; more are folded. */
const openLines = 5;
/** So many lines of a kind stand in the page; all of them are in the release's own file. */
const mostLines = 100;

export function changesBlock(view: View): Html {
  const { changes } = view.site;
  if (changes.kind !== "known") return html`<p>${view.say(changes.kind === "first" ? first : unknown)}</p>`;
  const { newYears, groups, english } = tellChanges(changes, view.reader);
  const { corrections, before } = changes;
  if (newYears.length + groups.length + english + corrections.length === 0)
    return html`<p>${pageWords[view.reader].changes.nothing(before.version)}</p>`;
  return html`<p>${pageWords[view.reader].changes.since(before.version)}</p>
${newYears.length > 0 ? html`<ul class="changes">${newYears.map((one) => newYear(view, one))}</ul>` : ""}
${groups.map((one) => group(view, one))}${
  english > 0
    ? html`<p>${view.say(titles.english)}${view.say(colon)}${pageWords[view.reader].changes.countOf(english)}</p>
`
    : ""
}${corrections.length > 0 ? folded(view, titles.corrections, corrections.length, correctionList(view, corrections)) : ""}${all(view)}`;
}

function newYear(view: View, { title, count }: NewYear): Html {
  return html`<li>${view.say(title)}${view.say(colon)}<a href="#list">${pageWords[view.reader].changes.countOf(count)}</a></li>`;
}

function group(view: View, { title, items }: ChangeGroup): Html {
  const more = items.length - mostLines;
  return folded(
    view,
    title,
    items.length,
    html`<ul class="changes">${items.slice(0, mostLines).map((one) => html`<li>${line(view, one)}</li>`)}${more > 0 ? html`<li>${pageWords[view.reader].changes.others(more)}</li>` : ""}</ul>`,
  );
}

function folded(view: View, title: Phrase, count: number, list: Html): Html {
  return html`<details class="plain"${count <= openLines ? html` open` : ""}><summary>${view.say(title)}${view.say(colon)}${pageWords[view.reader].changes.countOf(count)}</summary>
${list}</details>
`;
}

/** 「<u>健診の受診率</u>（令和6年度）：48.0% → 48.5%。数え間違い」 */
function line(view: View, one: Difference): Html {
  const { kind, label, year, from, to, reason } = one;
  const named = kind === "indicator" || kind === "node";
  // A target's words name its year themselves.
  const yearName = year === undefined || kind === "target" ? "" : dateWords[view.reader].year(year);
  const when = yearName && pageWords[view.reader].changes.inYear(yearName);
  const what = named
    ? kind === "node"
      ? view.say(nodeChanges[one.change])
      : ""
    : html`${view.say(colon)}${from === undefined ? "" : html`<del>${view.shown(from)}</del>`}${from !== undefined && to !== undefined ? " → " : ""}${to === undefined ? "" : html`<ins>${view.shown(to)}</ins>`}`;
  return html`${subject(view, one, label)}${when}${what}${reason ? html`<small>${view.say(because)}${view.shown(reason)}</small>` : ""}`;
}

/** A link to the page of what changed, and to its value or target there; words alone where it is no more. */
function subject(
  view: View,
  { kind, change, subject: id, year, id: whole }: Difference,
  label: string,
): Html | string {
  const { indicators, dataset } = view.site;
  const node = dataset.nodes.get(id);
  if (!node && !indicators.has(id)) return view.shown(label);
  const part = whole.slice(`${id}FY${year}`.length);
  const places: Partial<Record<Difference["kind"], string>> = {
    value: `#FY${year}${part && `-${part}`}`,
    target: `#target-${year}`,
    evaluation: "#verdicts",
    reference: "#elsewhere",
    cost: "#costs",
  };
  const place = change === "removed" ? "" : (places[kind] ?? "");
  return html`<a href="${view.to(node ? nodePath(node) : indicatorPath(id))}${place}">${view.shown(label)}</a>`;
}

function all(view: View): Html | "" {
  const { dataset, written } = view.site;
  const file = `${releaseFolder(dataset.releases.at(-1)?.version ?? "")}${changesFile}`;
  return written.has(file)
    ? html`<p><a href="${view.file(file)}" download>${view.say(allChanges)}</a></p>`
    : "";
}

/** Whether there is something of a release before to compare with is said plainly. */
const { first, unknown, colon, because, allChanges } = pagePhrases((words) => words.changes);

const nodeChanges: Readonly<Record<Difference["change"], Phrase>> = pagePhrases(
  (words) => words.changes.nodeChanges,
);
