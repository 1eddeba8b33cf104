// Cards far from what the reader sees are not laid out while a page loads; once somebody scrolls, all are.

/**
 * `content-visibility` makes a page of 300 cards load quicker than the same page of plain HTML. While it is on,
 * though, every frame of scrolling looks at every card again, which costs more than laying them all out once.
 */
const skipping = `:where(kpi-card:state(--far)) { content-visibility: auto; contain-intrinsic-block-size: auto 15.25em; }`;

/** The first cards of a page are what is seen first, and few cost little. */
const first = 24;

let count = 0;
let sheet: CSSStyleSheet | undefined;

/**
 * Skips the card if many came before it; nothing where the browser has no states or no sheets to adopt. A state needs
 * its two hyphens in Chromium before 125, which refuses other names.
 */
export function skipFar(card: HTMLElement): void {
  const scope = card.getRootNode() as Document | ShadowRoot;
  count += 1;
  if (count <= first || !scope.adoptedStyleSheets) return;
  card.attachInternals().states?.add("--far");
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(skipping);
    addEventListener("scroll", drawAll, { capture: true, once: true });
  }
  // One sheet in the page serves all its cards; a sheet in each card would be looked through for each.
  if (!scope.adoptedStyleSheets.includes(sheet))
    scope.adoptedStyleSheets = [...scope.adoptedStyleSheets, sheet];
}

function drawAll(): void {
  const draw = () => sheet?.replaceSync("");
  // Safari has no idle callbacks.
  (self.requestIdleCallback ?? setTimeout)(draw);
}
