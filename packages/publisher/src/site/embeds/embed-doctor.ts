// The Embed doctor: from the HTML of a finished page, which embed is in it, what the CMS took from it, and what to use.

import type { EmbedKind } from "./embed-codes.ts";

/** What can have happened to an embed. */
export type EmbedFinding =
  /** The tags stand on the page as text: pasted in the editor's visual mode, or escaped by it. */
  | "shownAsText"
  /** An element without its script: nothing draws the card. */
  | "noScript"
  /** A link whose site has no script: it stays a link, which is well. */
  | "staysLink"
  /** A link in running text, a heading, a list, a table or navigation stays a link. */
  | "notAlone"
  /** An element that no longer says what it shows. */
  | "noSubject"
  /** The element is there, but the text inside, which stands where no script runs, is gone. */
  | "noText"
  | "noLinkTarget"
  /** A link around nothing: the picture or the words in it are gone. */
  | "emptyLink"
  /** The fragment's `<template>` lost its `shadowrootmode`, or the whole of it. */
  | "noTemplate"
  | "noStyle"
  | "noAlternative"
  | "noImageSource"
  | "noFrameTitle"
  | "noFrameSource"
  | "sandboxed"
  | "insecure"
  /** Only the script is there, and no embed that it could draw. */
  | "scriptOnly";

export interface Examined {
  readonly kind: EmbedKind;
  /** What it names, where that can still be read: an indicator (`K0002`) or a part of the plan (`policies/S001`). */
  readonly subject?: string;
  readonly findings: readonly EmbedFinding[];
}

export interface Diagnosis {
  readonly embeds: readonly Examined[];
  /** What is true of the whole page. */
  readonly findings: readonly EmbedFinding[];
  readonly hasScript: boolean;
  /** What to use instead; absent where all is well. */
  readonly instead?: EmbedKind;
}

interface Tag {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly isEnd: boolean;
  /** Where it begins and ends in the HTML. */
  readonly start: number;
  readonly end: number;
}

/** The attributes by which an element says what it shows. */
const subjectsOf: Readonly<Record<string, readonly string[]>> = {
  "kpi-card": ["indicator"],
  "kpi-value": ["indicator"],
  "kpi-chart": ["indicator"],
  "kpi-table": ["indicator"],
  "kpi-grid": ["node", "project", "initiative", "policy", "goal"],
  "kpi-activities": ["project"],
  "kpi-compare": ["concept"],
};
const elementNames = Object.keys(subjectsOf);

/** What an address leads to: an indicator by its ID, a part of the plan with the folder of its level. */
type SubjectIn = (text: string) => string | undefined;

function subjectIn(folders: readonly string[]): SubjectIn {
  const path = new RegExp(
    `(?:^|[^A-Za-z0-9-])(${["indicators", ...folders].join("|")})/([A-Za-z0-9]+)(?:/|$|[?#"'])`,
  );
  return (text) => {
    const [, folder, id] = path.exec(text) ?? [];
    return folder === "indicators" ? id : folder && `${folder}/${id}`;
  };
}

/** Findings that leave the number unread or the embed dead. */
const serious: readonly EmbedFinding[] = [
  "shownAsText",
  "noScript",
  "noSubject",
  "noLinkTarget",
  "emptyLink",
  "noTemplate",
  "noImageSource",
  "noFrameTitle",
  "noFrameSource",
  "noAlternative",
  "sandboxed",
  "insecure",
  "scriptOnly",
];

export function isSerious(finding: EmbedFinding): boolean {
  return serious.includes(finding);
}

/**
 * Reads the tags as a browser would come across them; no DOM, so that it runs anywhere. `folders` are those of the
 * plan's levels (`goals`), by which a link to a part of the plan is known.
 */
export function diagnose(page: string, folders: readonly string[] = []): Diagnosis {
  const tags = tagsOf(page);
  const leadsTo = subjectIn(folders);
  const scripts = tags.filter(
    ({ name, isEnd, attributes }) =>
      name === "script" && !isEnd && /\/kpi(-[0-9.]+)?\.m?js([?#]|$)/.test(attributes.get("src") ?? ""),
  );
  const hasScript = scripts.length > 0;
  const embeds = [
    ...elements(page, tags, hasScript, leadsTo),
    ...images(tags, leadsTo),
    ...frames(tags, leadsTo),
    ...links(page, tags, hasScript, leadsTo),
    ...escaped(page, leadsTo),
  ];
  const isInsecure = scripts.some(({ attributes }) =>
    /^http:\/\/(?!localhost|127\.)/i.test(attributes.get("src") ?? ""),
  );
  const findings: EmbedFinding[] = [
    ...(isInsecure ? (["insecure"] as const) : []),
    ...(hasScript && embeds.length === 0 ? (["scriptOnly"] as const) : []),
  ];
  const all = [...findings, ...embeds.flatMap((one) => one.findings)];
  const diagnosis = { embeds, findings, hasScript };
  if (!all.some(isSerious) && embeds.length > 0) return diagnosis;
  // A link that is already there and still did not do is helped by a picture.
  const isLinkLost = embeds.some(
    ({ kind, findings: own }) => kind === "link" && own.includes("noLinkTarget"),
  );
  return { ...diagnosis, instead: isLinkLost ? "image" : "link" };
}

function elements(page: string, tags: readonly Tag[], hasScript: boolean, leadsTo: SubjectIn): Examined[] {
  return tags.flatMap((tag, index) => {
    if (!elementNames.includes(tag.name) || tag.isEnd) return [];
    const close = tags.findIndex((one, at) => at > index && one.name === tag.name && one.isEnd);
    const inner = tags.slice(index + 1, close < 0 ? tags.length : close);
    const text = page.slice(tag.end, close < 0 ? page.length : tags[close]?.start);
    const template = inner.find((one) => one.name === "template" && !one.isEnd);
    const hasSheet = inner.some((one) => one.name === "link" || one.name === "style");
    const kind: EmbedKind = template || hasSheet ? "fragment" : "element";
    const named = subjectsOf[tag.name]?.map((name) => tag.attributes.get(name)).find(Boolean);
    const findings: EmbedFinding[] = [
      ...(named ? [] : (["noSubject"] as const)),
      ...(kind === "element" && !hasScript ? (["noScript"] as const) : []),
      ...(kind === "fragment" && !template?.attributes.has("shadowrootmode")
        ? (["noTemplate"] as const)
        : []),
      ...(kind === "fragment" && template && !hasSheet ? (["noStyle"] as const) : []),
      ...(textOf(text) === "" ? (["noText"] as const) : []),
    ];
    return [examined(kind, named ?? leadsTo(text), findings)];
  });
}

function images(tags: readonly Tag[], leadsTo: SubjectIn): Examined[] {
  return tags.flatMap((tag, index) => {
    if (tag.name !== "img") return [];
    const src = tag.attributes.get("src") ?? "";
    const link = openAt(tags, index, "a");
    const target = link?.attributes.get("href") ?? "";
    const isOurs = /\/card(\.[a-z]+)?\.svg/.test(src) || (leadsTo(target) !== undefined && !src);
    if (!isOurs) return [];
    const findings: EmbedFinding[] = [
      ...(src ? [] : (["noImageSource"] as const)),
      ...(tag.attributes.get("alt") ? [] : (["noAlternative"] as const)),
      ...(target ? [] : (["noLinkTarget"] as const)),
    ];
    return [examined("image", leadsTo(src) ?? leadsTo(target), findings)];
  });
}

function frames(tags: readonly Tag[], leadsTo: SubjectIn): Examined[] {
  return tags.flatMap((tag) => {
    if (tag.name !== "iframe" || tag.isEnd) return [];
    const src = tag.attributes.get("src") ?? tag.attributes.get("data-src") ?? "";
    if (src && !/\/embed(\.[a-z]+)?\.html/.test(src)) return [];
    const findings: EmbedFinding[] = [
      ...(tag.attributes.get("src") ? [] : (["noFrameSource"] as const)),
      ...(tag.attributes.get("title") ? [] : (["noFrameTitle"] as const)),
      // The frame's page has no script, so a sandbox leaves it readable; its link out is what stops working.
      ...(tag.attributes.has("sandbox") ? (["sandboxed"] as const) : []),
    ];
    return [examined("iframe", leadsTo(src), findings)];
  });
}

const notAloneIn = new Set([
  "li",
  "td",
  "th",
  "h1",
  "h2",
  "h3",
  "h4",
  "h5",
  "h6",
  "nav",
  "dd",
  "dt",
  "header",
  "footer",
  "summary",
  "label",
  "button",
  "figcaption",
]);

/** 「…：22件（令和6年度、値は要確認）」, `…: 22 cases (FY2024 (Reiwa 6); …)`. */
const oursByWords = /：.+（[^（）]*年度?[、）]|: .+ \((?:FY)?[0-9]{4}/;

function links(page: string, tags: readonly Tag[], hasScript: boolean, leadsTo: SubjectIn): Examined[] {
  return tags.flatMap((tag, index) => {
    if (tag.name !== "a" || tag.isEnd) return [];
    const href = tag.attributes.get("href");
    const close = tags.findIndex((one, at) => at > index && one.name === "a" && one.isEnd);
    const words = textOf(page.slice(tag.end, close < 0 ? page.length : tags[close]?.start));
    const id = leadsTo(href ?? "");
    const isInside = elementNames.some((name) => openAt(tags, index, name) !== undefined);
    const hasImage = tags.slice(index + 1, close < 0 ? undefined : close).some(({ name }) => name === "img");
    // A link without its address is known as ours by its words: 「…：22件（令和6年度）」.
    const looksOurs = href === undefined && oursByWords.test(words);
    if (isInside || hasImage || (!id && !looksOurs)) return [];
    const findings: EmbedFinding[] = [
      ...(looksOurs ? (["noLinkTarget"] as const) : []),
      ...(words === "" ? (["emptyLink"] as const) : []),
      ...(!looksOurs && !hasScript ? (["staysLink"] as const) : []),
      ...(!looksOurs && hasScript && !isAlone(page, tags, index, close) ? (["notAlone"] as const) : []),
    ];
    return [examined("link", id, findings)];
  });
}

/** What may lie around the link's words without making it a part of a sentence (`widgets/links/standalone.ts`). */
const wrappers = "span|strong|b|em|i|u|font|small";
const isWrapper = new RegExp(`^(?:${wrappers})$`);
/** What can hold a card in place of what it shows. */
const isHolder = /^(?:p|div|section|article|main|aside)$/;
/** What may stand beside the link: nothing that is seen. */
const invisible = new RegExp(
  `<!--[\\s\\S]*?-->|</?(?:${wrappers}|br)\\b[^>]*>|&nbsp;|&#160;|[\\s\u00ad\u200b-\u200f\u2060]`,
  "gi",
);

/** Alone in its paragraph or box, and not in a list, a table, a heading or navigation. */
function isAlone(page: string, tags: readonly Tag[], open: number, close: number): boolean {
  const around = enclosing(tags, open);
  if (around.some((at) => notAloneIn.has(tags[at]?.name ?? ""))) return false;
  const holder = around.findLast((at) => !isWrapper.test(tags[at]?.name ?? ""));
  // Of a piece of a page the rest is not known.
  if (holder === undefined) return true;
  const { name = "", end: begun = 0 } = tags[holder] ?? {};
  if (!isHolder.test(name)) return false;
  const before = page.slice(begun, tags[open]?.start);
  const after = page.slice(tags[close]?.end ?? page.length, tags[endOf(tags, holder)]?.start);
  return before.replace(invisible, "") === "" && after.replace(invisible, "") === "";
}

/** Where what a tag opened ends; a paragraph ends with the next one as well. */
function endOf(tags: readonly Tag[], open: number): number {
  const name = tags[open]?.name;
  let depth = 0;
  return tags.findIndex((one, at) => {
    if (at <= open || one.name !== name) return false;
    depth += one.isEnd ? -1 : 1;
    return depth < 0 || (name === "p" && !one.isEnd);
  });
}

/** Tags that stand as text: `&lt;kpi-card indicator=…&gt;`. */
function escaped(page: string, leadsTo: SubjectIn): Examined[] {
  const pattern = new RegExp(
    `&lt;\\s*(${elementNames.join("|")}|a\\s|iframe|img|p&gt;\\s*&lt;a)([\\s\\S]{0,400})`,
    "g",
  );
  const kinds: Readonly<Record<string, EmbedKind>> = {
    ...Object.fromEntries(elementNames.map((name) => [name, "element"] as const)),
    iframe: "iframe",
    img: "image",
  };
  const found = [...page.matchAll(pattern)].flatMap(([, name = "", rest = ""]) => {
    const text = rest.replaceAll("&quot;", '"').replace(/[“”]/g, '"');
    const names = subjectsOf[name]?.join("|");
    const named = names && new RegExp(`\\s(?:${names})=["']?([A-Za-z0-9/-]+)`).exec(text)?.[1];
    const id = named || leadsTo(text);
    return id === undefined ? [] : [examined(kinds[name.trim()] ?? "link", id, ["shownAsText"])];
  });
  // One pasted piece of code matches once for each of its tags; the first tells what it is.
  return found.slice(0, 1);
}

function examined(kind: EmbedKind, subject: string | undefined, findings: readonly EmbedFinding[]): Examined {
  return subject === undefined ? { kind, findings } : { kind, subject, findings };
}

const voids = new Set([
  "area",
  "base",
  "br",
  "col",
  "embed",
  "hr",
  "img",
  "input",
  "link",
  "meta",
  "source",
  "track",
  "wbr",
]);

/** Where the tags of the elements stand that are open around a tag, from the outside in. */
function enclosing(tags: readonly Tag[], index: number): number[] {
  const open: number[] = [];
  for (const [at, { name, isEnd }] of tags.slice(0, index).entries()) {
    if (voids.has(name)) continue;
    const last = open.findLastIndex((one) => tags[one]?.name === name);
    if (!isEnd) {
      // A paragraph that nobody closed is closed by the next one.
      if (name === "p" && last >= 0 && last === open.length - 1) open.pop();
      open.push(at);
    } else if (last >= 0) open.length = last;
  }
  return open;
}

/** The nearest open element of that name around a tag. */
function openAt(tags: readonly Tag[], index: number, name: string): Tag | undefined {
  const before = tags.slice(0, index).findLast((one) => one.name === name);
  return before && !before.isEnd ? before : undefined;
}

function textOf(piece: string): string {
  return piece
    .replace(/<template[\s\S]*?<\/template>/gi, "")
    .replace(/<[^>]*>/g, "")
    .replace(/&nbsp;|&#160;|\u00a0/g, " ")
    .trim();
}

const tagPattern = /<!--[\s\S]*?-->|<(\/?)([a-z][a-z0-9-]*)((?:[^>"']|"[^"]*"|'[^']*')*)>/gi;
const attributePattern = /([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+)))?/g;

function tagsOf(page: string): Tag[] {
  return [...page.matchAll(tagPattern)].flatMap((match) => {
    const [whole, slash, name, rest = ""] = match;
    if (name === undefined) return [];
    const attributes = new Map<string, string>();
    for (const [, key = "", double, single, bare] of rest.matchAll(attributePattern)) {
      attributes.set(key.toLowerCase(), double ?? single ?? bare ?? "");
    }
    return [
      {
        name: name.toLowerCase(),
        attributes,
        isEnd: slash === "/",
        start: match.index,
        end: match.index + whole.length,
      },
    ];
  });
}
