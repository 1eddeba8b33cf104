// A tree as HTML text, every text and attribute escaped: what the publisher writes into pages, fragments and pictures.

import { attributeEntries, type Markup } from "./tree.ts";

// biome-ignore lint/suspicious/noControlCharactersInRegex: control letters are what it takes out.
const forbidden = /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|\p{Surrogate}/gu;
const empty = new Set(["br", "img", "link", "meta"]);

export function toHtml(markup: Markup): string {
  if (!markup) return "";
  if (typeof markup === "string") return escapeText(markup);
  if (!("name" in markup)) return markup.map(toHtml).join("");
  const { name, attributes, children } = markup;
  const opening = attributeEntries(attributes)
    .map(([key, value]) => ` ${key}="${escapeText(value)}"`)
    .join("");
  return `<${name}${opening}>${empty.has(name) ? "" : `${toHtml(children)}</${name}>`}`;
}

function escapeText(text: string): string {
  const forms: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
  // Letters that XML forbids would make a picture unreadable as a whole.
  return text.replace(/[&<>"]/g, (letter) => forms[letter] ?? letter).replace(forbidden, "");
}
