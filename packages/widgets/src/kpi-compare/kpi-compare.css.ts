// The look of a comparison: small pictures that fill the width there is, told apart by shape as well as colour.

import { panelStyle, tableStyle } from "../shared/runtime.ts";

export const compareStyle = `:host { display: flow-root; }
${panelStyle}
${tableStyle}
.label { font-weight: 700; line-height: 1.5; }
ul { margin: 0.5em 0; padding-inline-start: 1.2em; }
.multiples { list-style: none; padding: 0; display: grid; gap: 1em; grid-template-columns: repeat(auto-fill, minmax(min(13em, 100%), 1fr)); }
.multiples li { content-visibility: auto; contain-intrinsic-block-size: auto 8em; break-inside: avoid; }
.of { font-weight: 700; }
svg { display: block; inline-size: 100%; max-inline-size: 20em; block-size: auto; direction: ltr; }
text { font-size: 11px; fill: var(--kpi-quiet, var(--k-quiet)); }
.ground { stroke: var(--kpi-border, #767676); }
.line { fill: none; stroke: var(--kpi-line, var(--k-link)); stroke-width: 2px; stroke-linecap: round; stroke-linejoin: round; }
.beside { fill: none; stroke: var(--kpi-target, var(--k-mark)); stroke-width: 1.5px; stroke-dasharray: 4 3; }
.dot { fill: var(--kpi-line, var(--k-link)); stroke: var(--kpi-line, var(--k-link)); stroke-width: 1.5px; }
.dot.unsure { fill: var(--kpi-background, var(--k-bg)); }
.notes { font-size: 1em; }
@media (forced-colors: active) {
  .line, .ground, .beside, .dot { stroke: CanvasText; }
  .dot, text { fill: CanvasText; }
  .dot.unsure { fill: Canvas; }
}
`;
