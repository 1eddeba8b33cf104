// The look of a card, after デジタル庁デザインシステム; nothing of the host page's style sheets reaches it.

import { panelStyle, tableStyle } from "../shared/style.ts";

export const cardStyle = `:host {
  display: flow-root;
  content-visibility: auto;
  contain-intrinsic-block-size: auto 15.25em;
}
:host([from-link]) { margin-block: 1em; }
${panelStyle}
${tableStyle}
article {
  padding: 1em;
  border: 1px solid var(--kpi-border, #767676);
  border-radius: var(--kpi-radius, 0.5em);
  background: var(--kpi-background, #fff);
}
article, .hold { min-block-size: 15.25em; }
.label { font-weight: 700; line-height: 1.5; }
.value { font-weight: 700; line-height: 1.5; margin-block: 0.25em; }
.number { font-size: 2em; letter-spacing: 0.01em; font-variant-numeric: tabular-nums; }
.words { font-size: 1.25em; }
.unit { margin-inline-start: 0.125em; }
.judged { font-weight: 700; }
.arrow { font-weight: 700; }
.note { display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 3; overflow: hidden; }
@media print { .note { display: block; } }
body { margin: 0; }
`;

/** For the page itself: room for a card before its script has come, so that nothing moves when it does. */
export const reserveStyle = `kpi-card:not(:defined) { display: flow-root; min-block-size: 15.25em; }
kpi-chart:not(:defined) { display: flow-root; min-block-size: 26em; }
`;
