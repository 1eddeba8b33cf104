// A tree as DOM nodes, made one by one: text stays text, and no policy on inline style or `innerHTML` is touched.

import { attributeEntries, type Markup } from "./tree.ts";

const svg = "http://www.w3.org/2000/svg";

export function appendMarkup(parent: Node, markup: Markup, namespace?: string): void {
  if (!markup) return;
  if (typeof markup === "string") parent.appendChild(document.createTextNode(markup));
  else if ("name" in markup) {
    const own = markup.name === "svg" ? svg : namespace;
    const element = own ? document.createElementNS(own, markup.name) : document.createElement(markup.name);
    for (const [name, value] of attributeEntries(markup.attributes)) element.setAttribute(name, value);
    appendMarkup(element, markup.children, own);
    parent.appendChild(element);
  } else for (const one of markup) appendMarkup(parent, one, namespace);
}
