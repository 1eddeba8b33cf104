// What the pages of indicators and nodes have in common: breadcrumbs, previous and next, the data in every form.

import { type Details, entriesOf, marks, type Phrase, type PlanNode, textFor } from "@shihyo/core";
import { sizeWords } from "./downloads.ts";
import { type Html, html } from "./page.ts";
import { kindAndNumber, nodeLink, severalPlans, type View } from "./site.ts";

/** From the landing page down to where the reader is. */
export function crumbs(view: View, below: readonly PlanNode[], here: string, node = below[0]): Html {
  // Where there are several plans, the one that it stands in comes first.
  const plan = node && node.level > 0 ? severalPlans(view).find(({ id }) => id === node.plan) : undefined;
  const path = plan ? [plan, ...below] : below;
  return html`<nav class="crumbs" aria-label="${view.say(where)}"><ol><li><a href="${view.to("")}">${view.say(top)}</a></li>${path.map((node) => html`<li><a href="${nodeLink(view, node)}">${view.shown(crumb(view, node))}</a></li>`)}<li><span aria-current="page">${view.shown(here)}</span></li></ol></nav>`;
}

/** The number where there is one, since the names of goals are whole sentences. */
export function crumb(view: View, node: PlanNode): string {
  return view.site.plan.numberOf(node) === "" ? view.name(node.name) : kindAndNumber(view, node);
}

/** A table that may be wider than a phone; reached by the keyboard too, and named by its caption. */
export function scrolling(caption: string, table: Html): Html {
  return html`<div class="scroll" tabindex="0" role="group" aria-labelledby="${caption}">${table}</div>`;
}

export interface Neighbour {
  readonly href: string;
  readonly text: string;
}

export function neighbours(view: View, before: Neighbour | undefined, after: Neighbour | undefined): Html {
  return html`<nav class="around" aria-label="${view.say(beforeAndAfter)}">${before ? html`<p><a rel="prev" href="${before.href}"><small>${view.say(previous)}</small>${view.shown(before.text)}</a></p>` : ""}${after ? html`<p class="next"><a rel="next" href="${after.href}"><small>${view.say(next)}</small>${view.shown(after.text)}</a></p>` : ""}</nav>`;
}

/** The details that a record has, each with what it is called, in the reader's words where they are a choice. */
export function detailRows<T extends object>(
  view: View,
  details: Details<T>,
  record: Partial<T>,
): (readonly [Phrase, string])[] {
  return entriesOf(details).flatMap(([key, { title, choices, cell }]) => {
    const value = record[key];
    // In easy Japanese the reading stands over the name.
    if (value === undefined || (marks[view.reader].hasReadings && key.startsWith("kana"))) return [];
    const english = choices?.find(({ meaning }) => meaning === value)?.english;
    return [[title, textFor({ ja: cell(value), en: english }, view.reader)] as const];
  });
}

interface Form {
  readonly file: string;
  readonly type: string;
  readonly title: Phrase;
}

const known: readonly Form[] = [
  form("data.csv", "text/csv", "CSV（Excel・統計）", "CSV (Excel, statistics)"),
  form("data.json", "application/json", "JSON", "JSON"),
  form("data.js", "text/javascript", "JavaScript（カードが読むもの）", "JavaScript, as cards load it"),
  form("data.ttl", "text/turtle", "Turtle（RDF）", "Turtle (RDF)"),
  form("data.jsonld", "application/ld+json", "JSON-LD（RDF）", "JSON-LD (RDF)"),
  form("card.svg", "image/svg+xml", "カードの画像（SVG）", "Card as a picture (SVG)"),
];

function form(file: string, type: string, ja: string, en: string): Form {
  return {
    file,
    type,
    title: { ja, en, easy: ja.replace("（Excel・統計）", "（Excel）").replace("画像", "絵") },
  };
}

/** The forms in which the thing's data are really there. */
function formsOf(view: View, path: string): readonly Form[] {
  return known.filter(({ file }) => view.site.written.has(path + file));
}

/** The data of one thing in every form, with sizes. */
export function forms(view: View, path: string): Html {
  const { dataset, written } = view.site;
  const all = `${dataset.municipality.code}_indicator_result.csv`;
  const item = (file: string, title: Phrase) =>
    html`<li><a href="${view.file(file)}" download>${view.say(title)}</a> <small>${sizeWords(written.get(file)?.bytes ?? 0)}</small></li>`;
  const items = (list: readonly Form[]) => list.map(({ file, title }) => item(path + file, title));
  const own = formsOf(view, path);
  const forPeople = own.filter(({ file }) => /\.(?:csv|svg)$/.test(file));
  const forPrograms = own.filter((form) => !forPeople.includes(form));
  return html`<ul class="forms">${items(forPeople)}${written.has(all) ? item(all, everything) : ""}</ul>
${forPrograms.length > 0 ? html`<details class="plain forms"><summary>${view.say(programs)}</summary><ul>${items(forPrograms)}</ul></details>` : ""}`;
}

/** The same for crawlers and programs, in the page's head. */
export function alternates(view: View, path: string): { readonly type: string; readonly href: string }[] {
  const oembed = "oembed.json";
  return [
    ...formsOf(view, path)
      .filter(({ file }) => file.startsWith("data."))
      .map(({ file, type }) => ({ type, href: view.file(path + file) })),
    ...(view.site.written.has(path + oembed)
      ? [{ type: "application/json+oembed", href: view.site.dataset.municipality.base + path + oembed }]
      : []),
  ];
}

const programs: Phrase = {
  ja: "プログラム用のデータ（JSON・RDF）",
  en: "For programs (JSON, RDF)",
  easy: "コンピューターの ための データ",
};
const where: Phrase = { ja: "現在の位置", en: "You are here", easy: "いま 見て いる ところ" };
const top: Phrase = { ja: "一覧", en: "All indicators", easy: "さいしょの ページ" };
const beforeAndAfter: Phrase = { ja: "前と次", en: "Previous and next", easy: "前と つぎ" };
const previous: Phrase = { ja: "前", en: "Previous", easy: "前" };
const next: Phrase = { ja: "次", en: "Next", easy: "つぎ" };
const everything: Phrase = {
  ja: "すべての指標の実績値（CSV）",
  en: "The values of all indicators (CSV)",
  easy: "ぜんぶの 数字（CSV）",
};
