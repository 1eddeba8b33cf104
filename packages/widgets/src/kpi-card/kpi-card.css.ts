// The look of a card, after デジタル庁デザインシステム; nothing of the host page's style sheets reaches it.
//
// Containment tells the browser that a card's inside and outside do not touch each other: what of a page of 300 cards
// has been painted once is kept while somebody scrolls (decision 0009).

import { panelStyle, tableStyle } from "../shared/style.ts";

export const cardStyle = `:host {
  display: flow-root;
  contain: layout paint;
}
:host([from-link]) { margin-block: 1em; }
${panelStyle}
${tableStyle}
article {
  block-size: 100%;
  padding: 1em;
  border: 1px solid var(--kpi-border, #767676);
  border-radius: var(--kpi-radius, 0.5em);
}
article, .hold { min-block-size: 15.25em; }
.label:focus-within ~ details summary[tabindex]::after { content: " →" / ""; }
.label, .value, .judged, .arrow { font-weight: 700; line-height: 1.5; }
.value { margin-block: 0.25em; font-variant-numeric: tabular-nums; }
.number { white-space: nowrap; font-size: 2em; }
.long, .longer, .longest { container-type: inline-size; }
.long .number { font-size: min(2em, 16cqi); }
.longer .number { font-size: min(2em, 8.5cqi); }
.longest .number { font-size: min(2em, 6cqi); }
.words { font-size: 1.25em; }
.exact { display: block; overflow-wrap: normal; font-size: min(0.875em, 6cqi); font-weight: 400; }
.course { float: inline-end; block-size: 1.5em; inline-size: auto; color: var(--kpi-line, var(--k-link)); fill: currentColor; }
.unsure { fill: var(--kpi-background, var(--k-bg)); }
.run { fill: none; stroke-width: 2px; stroke-linecap: round; }
.unsure, .run { stroke: currentColor; }
.unit { margin-inline-start: 0.125em; }
.target { margin-block: 0.25em 0; padding-block: 0.25em 0; border-top: 2px dashed var(--kpi-target, var(--k-mark)); font-size: 0.875em; }
@media screen { .note { display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 3; overflow: hidden; } }
`;

/**
 * For the page itself: room for a card before its script has come, so that nothing moves when it does. The room is
 * in the reader's own default size, as the card is, whatever the size of the page's text.
 */
export const reserveStyle = `kpi-card:not(:defined), kpi-chart:not(:defined) { display: flow-root; }
kpi-card:not(:defined)::before, kpi-chart:not(:defined)::before { content: ""; float: left; inline-size: 0; font: medium/1 sans-serif; }
kpi-card:not(:defined)::before { block-size: 15.25em; }
kpi-chart:not(:defined)::before { block-size: 26em; }
`;
