// A tree as HTML text, every text and attribute escaped: what the publisher writes into pages, fragments and pictures.

import { type Attributes, type Markup, Tag } from "./tree.ts";

// biome-ignore lint/suspicious/noControlCharactersInRegex: control letters are what it takes out.
const forbidden = /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|\p{Surrogate}/gu;
/** Whatever has to be escaped or taken out; half of a surrogate pair is found by its whole range first. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: see above.
const special = /[&<>"\0-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]/;
const empty = new Set(["br", "img", "link", "meta"]);

export function toHtml(markup: Markup): string {
  if (!markup) return "";
  if (typeof markup === "string") return escapeText(markup);
  if (!(markup instanceof Tag)) {
    if (!Array.isArray(markup)) return "";
    let text = "";
    for (const one of markup) text += toHtml(one);
    return text;
  }
  const { name, attributes, children } = markup;
  const opening = `<${name}${attributesText(attributes)}>`;
  return empty.has(name) ? opening : `${opening}${toHtml(children)}</${name}>`;
}

function attributesText(attributes: Attributes): string {
  let text = "";
  for (const name in attributes) {
    const value = attributes[name];
    if (value === undefined || value === false) continue;
    text += ` ${name}="${value === true ? "" : escapeText(`${value}`)}"`;
  }
  return text;
}

const forms: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

function escapeText(text: string): string {
  // Most texts hold nothing of the kind, and a run writes a million of them.
  if (!special.test(text)) return text;
  // Letters that XML forbids would make a picture unreadable as a whole.
  return text.replace(/[&<>"]/g, (letter) => forms[letter] ?? letter).replace(forbidden, "");
}
