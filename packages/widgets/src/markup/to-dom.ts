// A tree as DOM nodes, made one by one: text stays text, and no policy on inline style or `innerHTML` is touched.

import { type Markup, shownAttribute, Tag } from "./tree.ts";

const svg = "http://www.w3.org/2000/svg";

export function appendMarkup(parent: ParentNode, markup: Markup, namespace?: string): void {
  if (!markup) return;
  if (typeof markup === "string") parent.append(markup);
  else if (markup instanceof Tag) {
    const { name, attributes, children } = markup;
    const own = name === "svg" ? svg : namespace;
    const element = own ? document.createElementNS(own, name) : document.createElement(name);
    for (const key in attributes) {
      const value = shownAttribute(attributes[key]);
      if (value !== undefined) element.setAttribute(key, value);
    }
    const [only] = children;
    // One text alone, which most tags hold, is the shortest way.
    if (children.length === 1 && typeof only === "string") element.textContent = only;
    else for (const one of children) appendMarkup(element, one, own);
    parent.append(element);
  } else if (Array.isArray(markup)) for (const one of markup) appendMarkup(parent, one, namespace);
}
