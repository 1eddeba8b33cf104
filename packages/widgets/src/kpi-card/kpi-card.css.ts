// The look of a card, after デジタル庁デザインシステム; nothing of the host page's style sheets reaches it.

import { css } from "lit";

export const kpiCardStyle = css`
  :host { display: block; }
  :host([hidden]) { display: none; }
  article {
    all: initial;
    direction: inherit;
    visibility: inherit;
    display: block;
    box-sizing: border-box;
    padding: 1em;
    border: 1px solid var(--kpi-border, #767676);
    border-radius: 0.5em;
    background: var(--kpi-background, #fff);
    color: var(--kpi-color, #1a1a1a);
    font: 400 medium/1.7 var(--kpi-font, "Noto Sans JP", "Noto Sans CJK JP", -apple-system, BlinkMacSystemFont, sans-serif);
    letter-spacing: 0.02em;
    overflow-wrap: anywhere;
    text-align: start;
  }
  p { margin: 0; }
  .label { font-weight: 700; line-height: 1.5; }
  .label a { color: var(--kpi-link, #0017c1); text-underline-offset: 0.2em; }
  .value { font-weight: 700; line-height: 1.5; margin-block: 0.25em; }
  .number { font-size: 2em; letter-spacing: 0.01em; font-variant-numeric: tabular-nums; }
  .words { font-size: 1.25em; }
  .quiet { color: var(--kpi-quiet, #595959); font-size: 0.875em; }
  .unofficial { border: 1px solid currentColor; border-radius: 0.25em; padding: 0 0.375em; font-weight: 700; color: #ac3e00; }
  a:focus-visible { outline: 0.25em solid #000; outline-offset: 0.125em; box-shadow: 0 0 0 0.125em #ffd43d; border-radius: 0.25em; }
  @media print { article { border-color: #000; break-inside: avoid; } }
`;
