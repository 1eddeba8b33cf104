// Cards far from what the reader sees are not laid out while a page loads; once somebody reads on, all are.

/**
 * `content-visibility` makes a page of 300 cards load in half the time. While it is on, though, every frame of a
 * slow scroll looks at every card again, which costs more than drawing them all once. A jump (the End key, a link
 * into the page) skips what lies between and keeps it.
 */
const skipping = ":host { content-visibility: auto; contain-intrinsic-block-size: auto 15.25em; }";

/** The first cards of a page are what is seen first, and few cost little. */
const first = 24;

let count = 0;
let sheet: CSSStyleSheet | undefined;
let last = 0;
/** How many times in a row the page was scrolled by less than what is seen of it. */
let slow = 0;

/** One sheet for all cards after the first ones; nothing where sheets cannot be adopted. */
export function skipFar(root: ShadowRoot): void {
  count += 1;
  if (count <= first || !root.adoptedStyleSheets) return;
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(skipping);
    addEventListener("scroll", watch, { capture: true, passive: true });
  }
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
}

function watch(): void {
  const now = scrollY;
  slow = Math.abs(now - last) < innerHeight ? slow + 1 : 0;
  last = now;
  if (slow < 3) return;
  removeEventListener("scroll", watch, true);
  const draw = () => sheet?.replaceSync("");
  // Safari has no idle callbacks.
  if ("requestIdleCallback" in self) requestIdleCallback(draw);
  else setTimeout(draw, 50);
}
