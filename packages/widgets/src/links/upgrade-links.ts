// Shows a card, or a grid of cards, in place of a text link that stands alone, once its data have come; every other link stays as it is.
//
// The page's own elements stay where they are, as they are: the card is drawn in a shadow root of the paragraph, so
// that a framework that made the paragraph finds it again.

import type { Reader } from "@shihyo/core";
import { onAgain } from "../shared/again.ts";
import { place } from "../shared/base.ts";
import { dataFile } from "../shared/data.ts";
import { findIn } from "../shared/find.ts";
import { folderOf } from "../shared/folder.ts";
import { loadNeighbour } from "../shared/neighbour.ts";
import { cardParts } from "../shared/style.ts";
import { languageTags } from "../shared/words.ts";
import { standalone } from "./standalone.ts";

/** `…/indicators/K0002/` or `…/goals/G03/`, in a reader's own folder, pinned by folder or by hash: `…/FY2024/`, `…/#FY2024`. */
const form =
  /^(?:(en|easy)\/)?(indicators\/([^/?#]+)|[a-z-]+\/[GPSTJ]\d+)(?:\/FY(\d{4}))?\/?(?:index\.html)?(?:\?[^#]*)?(?:#(.*))?$/;

/** What stands for the link: whose data, and which of them. */
interface Wish {
  readonly src: string;
  /** Its ID; empty where it is a part of the plan. */
  readonly indicator: string;
  /** `goals/G03`: all of a part of the plan; empty where it is one indicator. */
  readonly node: string;
  readonly year: string | undefined;
  readonly lang: string | undefined;
}

export function upgradeLinks(root: ParentNode | Element): void {
  for (const link of linksIn(root)) void upgrade(link);
}

// What did not come is asked for again by looking at the page again: nothing of it is held meanwhile.
onAgain(() => upgradeLinks(document));

function linksIn(root: ParentNode | Element): HTMLAnchorElement[] {
  const found = [...root.querySelectorAll("a[href]")];
  if (root instanceof Element && root.matches("a[href]")) found.push(root);
  // In a drawing an address is no text.
  return found.filter((one): one is HTMLAnchorElement => typeof (one as HTMLAnchorElement).href === "string");
}

async function upgrade(link: HTMLAnchorElement): Promise<void> {
  const wish = wishOf(link);
  if (!wish || !standalone(link)) return;
  const { src, indicator, node } = wish;
  const found = await dataFile(src || place.base, node ? `${node}/` : folderOf("indicator", indicator));
  // The page may have changed meanwhile; what does not come leaves the link untouched.
  const holder = standalone(link);
  if (holder && !holder.shadowRoot && typeof found !== "string") show(holder, link);
}

function show(holder: Element, link: HTMLAnchorElement): void {
  const wish = wishOf(link, holder);
  if (!wish) return;
  const card = document.createElement(wish.node ? "kpi-grid" : "kpi-card");
  setWish(card, wish);
  if (isBesideItsLike(holder, card)) return;
  const hasFocus = (link.getRootNode() as Document).activeElement === link;
  let root: ShadowRoot;
  try {
    root = holder.attachShadow({ mode: "open" });
  } catch {
    return;
  }
  card.setAttribute("from-link", "");
  card.setAttribute("exportparts", cardParts);
  card.append(document.createElement("slot"));
  root.append(card);
  loadNeighbour(card.localName);
  // What the page changes in the paragraph later is followed, for as long as the paragraph is there.
  new MutationObserver(() => {
    const now = findIn(linksIn(holder), (one) => standalone(one) === holder);
    const wanted = now && wishOf(now, holder);
    // Another link, or something else beside it: then the page's own is shown.
    if (!wanted) root.replaceChildren(document.createElement("slot"));
    else {
      setWish(card, wanted);
      if (!card.parentNode) root.replaceChildren(card);
    }
  }).observe(holder, { childList: true, subtree: true, characterData: true, attributes: true });
  if (hasFocus) {
    card.addEventListener(
      "kpi-load",
      () => (card as HTMLElement & { focusOn(name: string): void }).focusOn("a"),
      {
        once: true,
      },
    );
  }
}

function setWish(card: Element, wish: Wish): void {
  for (const [name, value] of Object.entries(wish)) {
    if (!value) card.removeAttribute(name);
    else if (card.getAttribute(name) !== value) card.setAttribute(name, value);
  }
}

function wishOf(link: HTMLAnchorElement, holder?: Element): Wish | undefined {
  const address = withoutScheme(link.href);
  for (const base of [place.base, ...place.more]) {
    const start = withoutScheme(base);
    const found = base && address.startsWith(start) && form.exec(address.slice(start.length));
    if (!found) continue;
    const [, reader, path = "", id = "", folderYear, mark = ""] = found;
    if (mark === "text") return undefined;
    try {
      return {
        src: base === place.base ? "" : base,
        indicator: decodeURIComponent(id),
        node: id ? "" : path,
        year: folderYear ?? /^FY(\d{4})/.exec(mark)?.[1],
        lang: languageOf(link, holder) ?? languageTags[reader as Reader],
      };
    } catch {
      // An address that is none: `%E3%`.
      return undefined;
    }
  }
  return undefined;
}

/** What the pasted code names; what stands on the paragraph holds for the card in it anyway. */
function languageOf(link: Element, holder: Element | undefined): string | undefined {
  const named = link.closest("[lang]");
  if (!named || !holder?.contains(named)) return undefined;
  return named === holder ? "" : (named.getAttribute("lang") ?? "");
}

/** An editor may have put the link beside the element that it was pasted in: then one card is enough. */
function isBesideItsLike(holder: Element, card: Element): boolean {
  return [holder.previousElementSibling, holder.nextElementSibling].some((one) => {
    const inner = one?.localName === "p" ? one.firstElementChild : one;
    return (
      inner?.localName === card.localName &&
      ["indicator", "node"].every((name) => inner.getAttribute(name) === card.getAttribute(name))
    );
  });
}

function withoutScheme(address: string): string {
  return address.replace(/^https?:/, "");
}
