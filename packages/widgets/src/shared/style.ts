// What the looks of all elements share: the reset on an inner element, colours, links, focus, tables, print.

/** The parts of a card, which a page may style through what holds the card as well. */
export const cardParts =
  "card,label,link,value,year,mark,newer,course,change,target,note,source,unofficial,details,table";

/**
 * `all: initial` on an inner element keeps the page's style sheets out; it also resets visibility, by which
 * jQuery's tabs hide. `medium` is the reader's own default size, whatever the page's root says; then `em` only.
 * The colours stand on a background of our own, and follow the `color-scheme` that the page has declared.
 */
export const panelStyle = `:host([hidden]) { display: none; }
article, .hold, .missing {
  all: initial;
  position: relative;
  break-inside: avoid;
  --k-fg: #1a1a1a;
  --k-quiet: #595959;
  --k-link: #0017c1;
  --k-mark: #ac3e00;
  --k-bg: #fff;
  direction: inherit;
  visibility: inherit;
  color-scheme: inherit;
  display: block;
  box-sizing: border-box;
  color: var(--kpi-color, var(--k-fg));
  background: var(--kpi-background, var(--k-bg));
  font: 400 medium/1.7 var(--kpi-font, "Noto Sans JP", "Noto Sans CJK JP", -apple-system, BlinkMacSystemFont, sans-serif);
  letter-spacing: 0.02em;
  overflow-wrap: anywhere;
}
@supports (color: light-dark(#000, #fff)) {
  article, .hold, .missing {
    --k-fg: light-dark(#1a1a1a, #f2f2f2);
    --k-quiet: light-dark(#595959, #ccc);
    --k-link: light-dark(#0017c1, #9db7f9);
    --k-mark: light-dark(#ac3e00, #ffa66d);
    --k-bg: light-dark(#fff, #262626);
  }
}
.hold { float: inline-start; inline-size: 0; }
p, td, th, a, span, summary { unicode-bidi: isolate; }
p { margin: 0; }
a { color: var(--kpi-link, var(--k-link)); text-underline-offset: 0.2em; }
a:hover { text-decoration-thickness: 0.2em; }
.quiet { color: var(--kpi-quiet, var(--k-quiet)); font-size: 0.875em; }
.mark { display: inline-block; max-inline-size: 100%; box-sizing: border-box; border: 1px solid; border-radius: 0.25em; padding: 0 0.375em; font-weight: 700; line-height: 1.5; color: var(--kpi-mark, var(--k-mark)); }
.spoken, summary span { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; user-select: none; }
summary { cursor: pointer; inline-size: fit-content; }
details { font-size: 0.875em; }
.address { display: none; font-size: 0.75em; }
.scroll { overflow-x: auto; }
:focus-visible { outline: 0.25em solid #000; outline-offset: 0.125em; box-shadow: 0 0 0 0.125em #ffd43d; border-radius: 0.25em; }
.scroll:focus-visible { outline-offset: -0.25em; }
@media print {
  article { border-color: #000; }
  details::details-content { content-visibility: visible; block-size: auto; }
  .address { display: block; }
}
`;

export const tableStyle = `table { border-collapse: collapse; margin-block: 0.5em; font-size: 1em; }
caption { text-align: start; font-weight: 700; }
th, td { border: 1px solid var(--kpi-border, #767676); padding: 0.25em 0.5em; text-align: start; vertical-align: top; font-weight: 400; overflow-wrap: normal; }
thead th { background: var(--kpi-soft, #8882); font-weight: 700; }
.figure { text-align: end; white-space: nowrap; font-variant-numeric: tabular-nums; }
`;
