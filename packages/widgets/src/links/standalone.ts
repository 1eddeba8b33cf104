// Which link stands alone, as a paragraph of its own does, and may become a card.

import { names } from "../shared/names.ts";

/** Places where a link is a way, a name or a part of something else. */
const elsewhere = `${names},h1,h2,h3,h4,h5,h6,nav,menu,ul,ol,dl,table,header,footer,button,summary,label,figcaption,pre,code,svg,[contenteditable],[role=navigation],[role=menu],[role=heading],[role=table],[role=grid],kpi-card`;

/** What may lie around the link's words without making it a part of a sentence. */
const wrappers = /^(span|strong|b|em|i|u|font|small)$/;

/** What can hold a card in place of what it shows. */
const holders = /^(p|div|section|article|main|aside)$/;

/** The paragraph or box that holds the link and nothing else: there the card is shown. */
export function standalone(link: Element): Element | undefined {
  if (link.closest(elsewhere) || link.querySelector("img,svg,picture,object")) return undefined;
  let whole = link;
  for (;;) {
    const parent = whole.parentElement;
    if (!parent || !isAlone(whole, parent)) return undefined;
    if (holders.test(parent.localName)) return parent;
    if (!wrappers.test(parent.localName)) return undefined;
    whole = parent;
  }
}

/** Editors leave line ends, `<br>`, letters without width and empty wrappers beside a link. */
function isAlone(link: Element, parent: Element): boolean {
  return [...parent.childNodes].every((node) => node === link || isEmpty(node));
}

function isEmpty(node: Node): boolean {
  if (node.nodeType === 8) return true;
  if (/[^\s\u00ad\u200b-\u200f\u2060]/.test(node.textContent ?? "")) return false;
  const { localName, childNodes } = node as Element;
  return !localName || localName === "br" || (wrappers.test(localName) && [...childNodes].every(isEmpty));
}
