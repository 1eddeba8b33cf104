// Every embed of an indicator or of a part of the plan, the link first: the exact HTML to paste, and what each needs.

import { embedPhrases, langOf, marks, type Phrase, type Reader, writing } from "@shihyo/core";
import { escapeMarkup } from "../../formats/escape.ts";
import { frameSize, imageWidth } from "../embed-forms/frame-size.ts";

/** The ways to have an indicator's card on a page, in the order of preference. */
export const embedKinds = ["link", "element", "fragment", "image", "iframe"] as const;
export type EmbedKind = (typeof embedKinds)[number];

/** All that can be made: the elements beside the card's need what the card's needs. */
export const embedForms = [
  "link",
  "element",
  "grid",
  "chart",
  "table",
  "value",
  "fragment",
  "image",
  "iframe",
] as const satisfies readonly (EmbedKind | "grid" | "chart" | "table" | "value")[];
export type EmbedForm = (typeof embedForms)[number];

/** The element that a form is: a link becomes a card or a grid by the template's script. */
export function elementOf(form: EmbedForm, path: string): string | undefined {
  if (embedKind(form) === "element") return form === "element" ? "kpi-card" : `kpi-${form}`;
  return form === "link" ? (isIndicator(path) ? "kpi-card" : "kpi-grid") : undefined;
}

/** What is said of the kind is true of the form. */
export function embedKind(form: EmbedForm): EmbedKind {
  return form === "grid" || form === "chart" || form === "table" || form === "value" ? "element" : form;
}

/** Whether the form can show what stands at the path: one indicator, or all of a part of the plan. */
export function formFits(path: string, form: EmbedForm): boolean {
  return form === "link" || (form === "grid") !== isIndicator(path);
}

/** Whether the form can stay at a year: a chart and a table have all of them, and the page of a node is of no year. */
export function takesYear(path: string, form: EmbedForm): boolean {
  return isIndicator(path) ? form !== "chart" && form !== "table" : form === "grid";
}

/** What a code is made from: the words of the card that it shows, and where things are. */
export interface EmbedSubject {
  /** Where the published folder will be, ending in `/`. */
  readonly base: string;
  /** Below the base: `indicators/K0002/`, `goals/G01/`. */
  readonly path: string;
  /** 「海外友好都市との交流活動件数：22件（令和6年度）」. */
  readonly text: string;
  /** 「22件（令和6年度）」, for the place where the label stands before it. */
  readonly brief?: string;
  /** The card as a whole sentence. */
  readonly sentence: string;
  readonly label: string;
  readonly reader: Reader;
  /** The embeds whose file the release has in the reader's language; the others' is the Japanese one. */
  readonly own: readonly EmbedKind[];
  /** Pinned to this year; the latest where absent. */
  readonly year?: number;
  /** The pre-rendered fragment, where the release has one. */
  readonly fragment?: string;
  /** Custom properties of an element that differ from the usual. */
  readonly colours?: Readonly<Record<string, string>>;
}

/** The ready-made forms of a card: each is a file, which the reader's language stands in the name of. */
const files: Readonly<Partial<Record<EmbedForm, readonly [name: string, ending: string]>>> = {
  fragment: ["fragment", "html"],
  image: ["card", "svg"],
  iframe: ["embed", "html"],
};

type Choice = Pick<EmbedSubject, "path" | "reader" | "own" | "year">;

/** `indicators/K0002/FY2023/card.en.svg`: what the embed shows; `undefined` where it needs no file of its own. */
export function embedFile(form: EmbedForm, { path, reader, own, year }: Choice): string | undefined {
  const [name, ending] = files[form] ?? [];
  if (name === undefined) return undefined;
  const folder = `${path}${year === undefined ? "" : `FY${year}/`}`;
  return `${folder}${name}${own.includes(embedKind(form)) ? writing[reader].suffix : ""}.${ending}`;
}

/** The HTML of one embed; `undefined` where the release has no such thing. */
export function embedCode(form: EmbedForm, { year: asked, ...rest }: EmbedSubject): string | undefined {
  const year = takesYear(rest.path, form) ? asked : undefined;
  const subject: EmbedSubject = year === undefined ? rest : { ...rest, year };
  const { base, path, reader, fragment, brief } = subject;
  const page = `${base}${path}${year !== undefined && isIndicator(path) ? `#FY${year}` : ""}`;
  const language = langAttribute(reader);
  const file = `${base}${embedFile(form, subject) ?? ""}`;
  const link = (text: string) => `<a href="${page}">${escapeMarkup(text)}</a>`;
  switch (form) {
    case "link":
      return `<p${language}>${link(subject.text)}</p>`;
    case "fragment":
      return fragment;
    case "image":
      return `<p${language}><a href="${page}"><img src="${file}" alt="${escapeMarkup(subject.sentence)}" width="${imageWidth}"></a></p>`;
    case "iframe":
      return `<iframe src="${file}" title="${escapeMarkup(subject.label)}" width="${frameSize.width}" height="${frameSize.height}" loading="lazy"></iframe>`;
    case "value":
      return `<p${language}>${escapeMarkup(subject.label)}${marks[reader].colon}${element(form, subject, link(brief ?? subject.text))}</p>\n${scriptCode(base)}`;
    default:
      return `${sheetCode(base)}\n${element(form, subject, link(subject.text))}\n${scriptCode(base)}`;
  }
}

function element(form: EmbedForm, { path, year, reader, colours = {} }: EmbedSubject, link: string): string {
  const name = elementOf(form, path) ?? "";
  const [folder = "", id = ""] = path.split("/");
  const shown = isIndicator(path) ? `indicator="${id}"` : `node="${folder}/${id}"`;
  const style = Object.entries(colours)
    .map(([property, value]) => `${property}: ${value}`)
    .join("; ");
  const language = form === "value" ? "" : langAttribute(reader);
  return `<${name} ${shown}${year === undefined ? "" : ` year="${year}"`}${style && ` style="${style}"`}${language}>${link}</${name}>`;
}

function langAttribute(reader: Reader): string {
  const tag = langOf(reader);
  return tag === undefined ? "" : ` lang="${tag}"`;
}

function isIndicator(path: string): boolean {
  return path.startsWith("indicators/");
}

/** Keeps a card's room until its script has come, so that nothing on the page moves when it does. */
function sheetCode(base: string): string {
  return `<link rel="stylesheet" href="${base}widgets/kpi.css">`;
}

/** The two lines for the site's template: the first keeps the room of elements, the second turns links into cards. */
export function templateCode(base: string): string {
  return `${sheetCode(base)}\n${scriptCode(base)}`;
}

function scriptCode(base: string): string {
  return `<script src="${base}widgets/kpi.js" defer></script>`;
}

/** The line for the city's web team, where their server sends a content security policy. */
export function policyLine(kind: EmbedKind, base: string): string {
  const origin = /^[a-z]+:\/\/[^/]+/i.exec(base)?.[0] ?? "'self'";
  return {
    link: `style-src ${origin}; script-src ${origin}`,
    element: `style-src ${origin}; script-src ${origin}`,
    fragment: `style-src ${origin}; script-src ${origin}`,
    image: `img-src ${origin}`,
    iframe: `frame-src ${origin}`,
  }[kind];
}

interface About {
  readonly title: Phrase;
  /** What it survives, of the nine editors and sanitizers that were tried. */
  readonly survives: Phrase;
  /** What to do where the CMS takes it away. */
  readonly otherwise: Phrase;
}

export const aboutEmbeds: Readonly<Record<EmbedKind, About>> = {
  link: embedPhrases((words) => words.link),
  element: embedPhrases((words) => words.element),
  fragment: embedPhrases((words) => words.fragment),
  image: embedPhrases((words) => words.image),
  iframe: embedPhrases((words) => words.iframe),
};
