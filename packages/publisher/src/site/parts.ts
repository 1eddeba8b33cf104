// What the pages of indicators and nodes have in common: breadcrumbs, previous and next, the data in every form.

import {
  type DetailsOf,
  detailsIn,
  marks,
  type Phrase,
  type PlanNode,
  pagePhrases,
  type TableWithDetails,
  type Title,
  textFor,
} from "@shihyo/core";
import { severalPlans } from "../formats/plan-paths.ts";
import { sizeWords } from "./downloads.ts";
import { type Html, html } from "./page.ts";
import { kindAndNumber, nodeLink, oncePer, type View } from "./site.ts";

/** From the landing page down to where the reader is. */
export function crumbs(view: View, below: readonly PlanNode[], here: string, node = below[0]): Html {
  // Where there are several plans, the one that it stands in comes first.
  const plan =
    node && node.level > 0 ? severalPlans(view.site.dataset).find(({ id }) => id === node.plan) : undefined;
  const path = plan ? [plan, ...below] : below;
  return html`<nav class="crumbs" aria-label="${view.say(texts.where)}"><ol><li><a href="${view.to("")}">${view.say(texts.top)}</a></li>${path.map((node) => html`<li><a href="${nodeLink(view, node)}">${view.shown(crumb(view, node))}</a></li>`)}<li><span aria-current="page">${view.shown(here)}</span></li></ol></nav>`;
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
  return html`<nav class="around" aria-label="${view.say(texts.beforeAndAfter)}">${before ? html`<p><a rel="prev" href="${before.href}"><small>${view.say(texts.previous)}</small>${view.shown(before.text)}</a></p>` : ""}${after ? html`<p class="next"><a rel="next" href="${after.href}"><small>${view.say(texts.next)}</small>${view.shown(after.text)}</a></p>` : ""}</nav>`;
}

/** The details that a record has, each with what it is called, in the reader's words where they are a choice. */
export function detailRows<T extends TableWithDetails>(
  view: View,
  table: T,
  record: DetailsOf<T>,
  isWanted: (key: keyof DetailsOf<T>) => boolean = () => true,
): (readonly [Title, string])[] {
  return detailsIn(table).flatMap(([key, { title, choices, cell }]) => {
    const value = record[key];
    if (value === undefined || !isWanted(key)) return [];
    // In easy Japanese the reading stands over the name.
    if (marks[view.reader].hasReadings && key.startsWith("kana")) return [];
    const english = choices?.find(({ meaning }) => meaning === value)?.english;
    return [[title, textFor({ ja: cell(value), en: english }, view.reader)] as const];
  });
}

/** The same as lines below what is said of a record in a list or a cell. */
export function detailLines<T extends TableWithDetails>(view: View, table: T, record: DetailsOf<T>): Html[] {
  return detailRows(view, table, record).map(
    ([title, text]) =>
      html`<br><small>${view.say(title)}${marks[view.reader].colon}${view.shown(text)}</small>`,
  );
}

interface Form {
  readonly file: string;
  readonly type: string;
  readonly title: Phrase;
}

const texts = pagePhrases((words) => words.parts);

const known: readonly Form[] = [
  { file: "data.csv", type: "text/csv", title: texts.csv },
  { file: "data.json", type: "application/json", title: texts.json },
  { file: "data.js", type: "text/javascript", title: texts.script },
  { file: "data.ttl", type: "text/turtle", title: texts.turtle },
  { file: "data.jsonld", type: "application/ld+json", title: texts.jsonLd },
  { file: "card.svg", type: "image/svg+xml", title: texts.picture },
];

/** A form that is really there, with its size as people read it. */
interface FoundForm extends Form {
  readonly path: string;
  readonly size: string;
}

/** The forms in which the thing's data are really there. */
const formsOf = oncePer(({ written }, path: string): readonly FoundForm[] =>
  known.flatMap((form) => {
    const found = written.get(path + form.file);
    return found ? [{ ...form, path: path + form.file, size: sizeWords(found.bytes) }] : [];
  }),
);

/** The data of one thing in every form, with sizes. */
export function forms(view: View, path: string): Html {
  const { dataset, written } = view.site;
  const all = `${dataset.municipality.code}_indicator_result.csv`;
  const item = (file: string, title: Phrase, size: string) =>
    html`<li><a href="${view.file(file)}" download>${view.say(title)}</a> <small>${size}</small></li>`;
  const items = (list: readonly FoundForm[]) => list.map((form) => item(form.path, form.title, form.size));
  const whole = written.get(all);
  const own = formsOf(view.site, path);
  const forPeople = own.filter(({ file }) => /\.(?:csv|svg)$/.test(file));
  const forPrograms = own.filter((form) => !forPeople.includes(form));
  return html`<ul class="forms">${items(forPeople)}${whole ? item(all, texts.everything, sizeWords(whole.bytes)) : ""}</ul>
${forPrograms.length > 0 ? html`<details class="plain forms"><summary>${view.say(texts.programs)}</summary><ul>${items(forPrograms)}</ul></details>` : ""}`;
}

/** The same for crawlers and programs, in the page's head. */
export function alternates(view: View, path: string): { readonly type: string; readonly href: string }[] {
  const oembed = "oembed.json";
  return [
    ...formsOf(view.site, path)
      .filter(({ file }) => file.startsWith("data."))
      .map((form) => ({ type: form.type, href: view.file(form.path) })),
    ...(view.site.written.has(path + oembed)
      ? [{ type: "application/json+oembed", href: view.site.dataset.municipality.base + path + oembed }]
      : []),
  ];
}
