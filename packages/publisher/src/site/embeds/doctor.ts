// The Embed doctor: from the HTML of a finished page, which embed is in it, what the CMS took from it, and what to use.

import { neighbours } from "../../formats/provided-files.ts";
import type { EmbedKind } from "./embed-codes.ts";

/** What can have happened to an embed. */
export type Finding =
  /** The tags stand on the page as text: pasted in the editor's visual mode, or escaped by it. */
  | "shownAsText"
  /** An element without its script: nothing draws the card. */
  | "noScript"
  /** A link whose site has no script: it stays a link, which is well. */
  | "staysLink"
  /** A link in running text, a heading, a list, a table or navigation stays a link. */
  | "notAlone"
  | "noIndicator"
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
  /** The indicator that it names, where that can still be read. */
  readonly indicator?: string;
  readonly findings: readonly Finding[];
}

export interface Diagnosis {
  readonly embeds: readonly Examined[];
  /** What is true of the whole page. */
  readonly findings: readonly Finding[];
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

const indicatorIn = /indicators\/([A-Za-z0-9]+)(?:\/|$|[?#])/;

/** Findings that leave the number unread or the embed dead. */
const serious: readonly Finding[] = [
  "shownAsText",
  "noScript",
  "noIndicator",
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

export function isSerious(finding: Finding): boolean {
  return serious.includes(finding);
}

/** Reads the tags as a browser would come across them; no DOM, so that it runs anywhere. */
export function examine(page: string): Diagnosis {
  const tags = tagsOf(page);
  const scripts = tags.filter(
    ({ name, isEnd, attributes }) =>
      name === "script" && !isEnd && /\/kpi(-[0-9.]+)?\.m?js([?#]|$)/.test(attributes.get("src") ?? ""),
  );
  const hasScript = scripts.length > 0;
  const embeds = [
    ...elements(page, tags, hasScript),
    ...images(tags),
    ...frames(tags),
    ...links(page, tags, hasScript),
    ...escaped(page),
  ];
  const isInsecure = scripts.some(({ attributes }) =>
    /^http:\/\/(?!localhost|127\.)/i.test(attributes.get("src") ?? ""),
  );
  const findings: Finding[] = [
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

function elements(page: string, tags: readonly Tag[], hasScript: boolean): Examined[] {
  return tags.flatMap((tag, index) => {
    if (!elementNames.includes(tag.name) || tag.isEnd) return [];
    const close = tags.findIndex((one, at) => at > index && one.name === tag.name && one.isEnd);
    const inner = tags.slice(index + 1, close < 0 ? tags.length : close);
    const text = page.slice(tag.end, close < 0 ? page.length : tags[close]?.start);
    const template = inner.find((one) => one.name === "template" && !one.isEnd);
    const hasSheet = inner.some((one) => one.name === "link" || one.name === "style");
    const kind: EmbedKind = template || hasSheet ? "fragment" : "element";
    const id = tag.attributes.get("indicator");
    const findings: Finding[] = [
      ...(id || !ofIndicators.includes(tag.name) ? [] : (["noIndicator"] as const)),
      ...(kind === "element" && !hasScript ? (["noScript"] as const) : []),
      ...(kind === "fragment" && !template?.attributes.has("shadowrootmode")
        ? (["noTemplate"] as const)
        : []),
      ...(kind === "fragment" && template && !hasSheet ? (["noStyle"] as const) : []),
      ...(textOf(text) === "" ? (["noText"] as const) : []),
    ];
    return [examined(kind, id ?? indicatorIn.exec(text)?.[1], findings)];
  });
}

function images(tags: readonly Tag[]): Examined[] {
  return tags.flatMap((tag, index) => {
    if (tag.name !== "img") return [];
    const src = tag.attributes.get("src") ?? "";
    const link = openAt(tags, index, "a");
    const target = link?.attributes.get("href") ?? "";
    const isOurs = /\/card(\.[a-z]+)?\.svg/.test(src) || (indicatorIn.test(target) && !src);
    if (!isOurs) return [];
    const findings: Finding[] = [
      ...(src ? [] : (["noImageSource"] as const)),
      ...(tag.attributes.get("alt") ? [] : (["noAlternative"] as const)),
      ...(target ? [] : (["noLinkTarget"] as const)),
    ];
    return [examined("image", (indicatorIn.exec(src) ?? indicatorIn.exec(target))?.[1], findings)];
  });
}

function frames(tags: readonly Tag[]): Examined[] {
  return tags.flatMap((tag) => {
    if (tag.name !== "iframe" || tag.isEnd) return [];
    const src = tag.attributes.get("src") ?? tag.attributes.get("data-src") ?? "";
    if (src && !/\/embed(\.[a-z]+)?\.html/.test(src)) return [];
    const findings: Finding[] = [
      ...(tag.attributes.get("src") ? [] : (["noFrameSource"] as const)),
      ...(tag.attributes.get("title") ? [] : (["noFrameTitle"] as const)),
      // The frame's page has no script, so a sandbox leaves it readable; its link out is what stops working.
      ...(tag.attributes.has("sandbox") ? (["sandboxed"] as const) : []),
    ];
    return [examined("iframe", indicatorIn.exec(src)?.[1], findings)];
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

/** Elements that show one indicator; the others show a node of the plan, or several cities. */
const ofIndicators = ["kpi-card", "kpi-value", "kpi-chart", "kpi-table"];
const elementNames = ["kpi-card", ...neighbours];

function links(page: string, tags: readonly Tag[], hasScript: boolean): Examined[] {
  return tags.flatMap((tag, index) => {
    if (tag.name !== "a" || tag.isEnd) return [];
    const href = tag.attributes.get("href");
    const close = tags.findIndex((one, at) => at > index && one.name === "a" && one.isEnd);
    const words = textOf(page.slice(tag.end, close < 0 ? page.length : tags[close]?.start));
    const id = indicatorIn.exec(href ?? "")?.[1];
    const isInside = elementNames.some((name) => openAt(tags, index, name) !== undefined);
    const hasImage = tags.slice(index + 1, close < 0 ? undefined : close).some(({ name }) => name === "img");
    // A link without its address is known as ours by its words: 「…：22件（令和6年度）」.
    const looksOurs = href === undefined && oursByWords.test(words);
    if (isInside || hasImage || (!id && !looksOurs)) return [];
    const findings: Finding[] = [
      ...(looksOurs ? (["noLinkTarget"] as const) : []),
      ...(words === "" ? (["emptyLink"] as const) : []),
      ...(!looksOurs && !hasScript ? (["staysLink"] as const) : []),
      ...(!looksOurs && hasScript && !isAlone(page, tags, index, close) ? (["notAlone"] as const) : []),
    ];
    return [examined("link", id, findings)];
  });
}

/** Alone in its paragraph, and not in a list, a table, a heading or navigation. */
function isAlone(page: string, tags: readonly Tag[], open: number, close: number): boolean {
  if (enclosing(tags, open).some((name) => notAloneIn.has(name))) return false;
  const paragraph = tags.findLastIndex((one, at) => at < open && one.name === "p" && !one.isEnd);
  if (paragraph < 0) return true;
  const end = tags.findIndex((one, at) => at > paragraph && one.name === "p" && one.isEnd);
  if (end >= 0 && end < open) return true;
  const before = page.slice(tags[paragraph]?.end, tags[open]?.start);
  const after = page.slice(tags[close]?.end ?? page.length, end < 0 ? page.length : tags[end]?.start);
  return textOf(before) === "" && textOf(after) === "";
}

/** Tags that stand as text: `&lt;kpi-card indicator=…&gt;`. */
function escaped(page: string): Examined[] {
  const pattern =
    /&lt;\s*(kpi-(?:card|value|chart|table)|a\s|iframe|img|p&gt;\s*&lt;a)[\s\S]{0,400}?(?:indicators\/|indicator=(?:&quot;|["'“]))([A-Za-z0-9]+)/g;
  const kinds: Readonly<Record<string, EmbedKind>> = {
    ...Object.fromEntries(ofIndicators.map((name) => [name, "element"] as const)),
    iframe: "iframe",
    img: "image",
  };
  const found = [...page.matchAll(pattern)];
  // One pasted piece of code matches once for each of its tags; the first tells what it is.
  return found
    .slice(0, 1)
    .map(([, name = "", id]) => examined(kinds[name.trim()] ?? "link", id, ["shownAsText"]));
}

function examined(kind: EmbedKind, indicator: string | undefined, findings: readonly Finding[]): Examined {
  return indicator === undefined ? { kind, findings } : { kind, indicator, findings };
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

/** The names of the elements that are open around a tag. */
function enclosing(tags: readonly Tag[], index: number): string[] {
  const open: string[] = [];
  for (const { name, isEnd } of tags.slice(0, index)) {
    if (voids.has(name)) continue;
    if (!isEnd) open.push(name);
    else if (open.includes(name)) open.length = open.lastIndexOf(name);
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
