// The look of a chart: lines by width and dashes as well as colour, so that it holds in print and forced colours.

import { panelStyle, tableStyle } from "../shared/runtime.ts";

export const chartStyle = `:host { display: flow-root; content-visibility: auto; contain-intrinsic-block-size: auto 26em; }
${panelStyle}
${tableStyle}
article, .hold { min-block-size: 26em; }
article { --k-grid: #d8d8db; }
@supports (color: light-dark(#000, #fff)) { article { --k-grid: light-dark(#d8d8db, #595959); } }
.label { font-weight: 700; line-height: 1.5; }
svg { display: block; max-inline-size: 100%; overflow: visible; direction: ltr; }
text { font-size: 0.875em; fill: currentColor; text-anchor: middle; }
text.number { text-anchor: end; }
text.name { font-weight: 700; fill: var(--kpi-target, var(--k-mark)); }
text.start { font-weight: 400; }
text.other { fill: var(--kpi-quiet, var(--k-quiet)); }
text:is(.value, .name, .other) { paint-order: stroke; stroke: var(--kpi-background, var(--k-bg)); stroke-width: 3px; }
text.value { font-weight: 700; }
.beside { margin: 0.5em 0 0; padding-inline-start: 1.2em; font-size: 0.875em; }
.tick { stroke: var(--kpi-grid, var(--k-grid)); }
.axis { stroke: var(--kpi-border, #767676); }
.line { fill: none; stroke: var(--kpi-line, var(--k-link)); stroke-width: 3px; stroke-linejoin: round; }
.dot { fill: var(--kpi-line, var(--k-link)); stroke: var(--kpi-background, var(--k-bg)); stroke-width: 1.5px; }
.dot.hollow { fill: var(--kpi-background, var(--k-bg)); stroke: var(--kpi-line, var(--k-link)); stroke-width: 2px; }
.bridge { fill: none; stroke: var(--kpi-line, var(--k-link)); stroke-width: 2px; stroke-dasharray: 2 5; stroke-linecap: round; }
.steps { fill: none; stroke: var(--kpi-target, var(--k-mark)); stroke-width: 1.5px; stroke-dasharray: 4 3; }
path.elsewhere { fill: none; stroke: var(--kpi-quiet, var(--k-quiet)); stroke-width: 1px; }
circle.elsewhere { fill: var(--kpi-quiet, var(--k-quiet)); }
.break { stroke: currentColor; stroke-width: 2px; stroke-dasharray: 2 4; }
.gap { stroke: currentColor; stroke-width: 1px; stroke-dasharray: 1 2; }
.target { stroke: var(--kpi-target, var(--k-mark)); stroke-width: 2px; stroke-dasharray: 8 4; }
.aim { fill: var(--kpi-target, var(--k-mark)); }
.aim.start { fill: var(--kpi-background, var(--k-bg)); stroke: var(--kpi-target, var(--k-mark)); stroke-width: 1.5px; }
@media (forced-colors: active) {
  .line, .tick, .axis, .break, .gap, .target, .bridge, .steps, path.elsewhere { stroke: CanvasText; }
  .dot, .aim, circle.elsewhere, text { fill: CanvasText; }
  .dot { stroke: Canvas; }
  .dot.hollow { fill: Canvas; stroke: CanvasText; }
  .aim.start { fill: Canvas; stroke: CanvasText; }
  text:is(.value, .name, .other) { stroke: Canvas; }
}
`;
