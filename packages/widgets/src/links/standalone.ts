// Which link stands alone, as a paragraph of its own does, and may become a card.

/** Places where a link is a way, a name or a part of something else. */
const elsewhere =
  "h1,h2,h3,h4,h5,h6,nav,menu,ul,ol,dl,table,header,footer,button,summary,label,figcaption,pre,code,[contenteditable],[role=navigation],[role=menu],[role=heading],[role=table],[role=grid],kpi-card,kpi-value,kpi-grid,kpi-chart,kpi-table,kpi-activities";

/** What may lie around the link's words without making it a part of a sentence. */
const wrappers = /^(span|strong|b|em|i|u|font|small)$/i;

/** The element that a card may take the place of: the paragraph, or the link where a `<div>` holds it alone. */
export function standalone(link: Element): Element | undefined {
  if (link.closest(elsewhere) || link.querySelector("img,svg,picture,object")) return undefined;
  let whole = link;
  for (;;) {
    const parent = whole.parentElement;
    if (!parent || !isAlone(whole, parent)) return undefined;
    if (/^p$/i.test(parent.tagName)) return parent;
    if (!wrappers.test(parent.tagName))
      return /^(div|section|article|main|figure|center)$/i.test(parent.tagName) ? whole : undefined;
    whole = parent;
  }
}

/** Editors leave line ends, `<br>` and no-break spaces beside a link. */
function isAlone(link: Element, parent: Element): boolean {
  return [...parent.childNodes].every(
    (node) =>
      node === link ||
      node.nodeType === 8 ||
      node.nodeName === "BR" ||
      (node.nodeType === 3 && !node.textContent?.trim()),
  );
}
