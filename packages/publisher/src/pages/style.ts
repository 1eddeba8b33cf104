// The style sheet of the pages, after デジタル庁デザインシステム: its type, colours, spacing and focus.

export const pageStyle = `:root {
  --ink: #1a1a1a;
  --quiet: #595959;
  --line: #767676;
  --soft: #f2f2f2;
  --key: #0017c1;
  --warn: #ac3e00;
}
* { box-sizing: border-box; }
html { font: 100%/1.7 "Noto Sans JP", "Noto Sans CJK JP", -apple-system, BlinkMacSystemFont, sans-serif; color: var(--ink); background: #fff; }
body { margin: 0; letter-spacing: 0.02em; overflow-wrap: anywhere; }
a { color: var(--key); text-underline-offset: 0.2em; }
a:hover { text-decoration-thickness: 0.2em; }
:focus-visible { outline: 4px solid #000; outline-offset: 2px; box-shadow: 0 0 0 2px #ffd43d; border-radius: 4px; }
.skip { position: absolute; inset-inline-start: -100vw; }
.skip:focus { position: static; display: inline-block; padding: 0.5rem 1rem; }
header.site, main, footer.site { max-width: 75rem; margin: 0 auto; padding: 1rem; }
header.site p { margin: 0; font-weight: 700; }
header.site a { color: inherit; text-decoration: none; }
footer.site { border-top: 1px solid var(--line); margin-top: 3rem; font-size: 0.875rem; color: var(--quiet); }
.unofficial { display: inline-block; padding: 0 0.5em; border: 1px solid var(--warn); border-radius: 4px; color: var(--warn); font-size: 0.875rem; font-weight: 700; }
h1 { font-size: 1.75rem; line-height: 1.5; margin: 1rem 0; }
h2 { font-size: 1.5rem; line-height: 1.5; margin: 3rem 0 1rem; padding-top: 1rem; border-top: 4px solid var(--key); }
h3 { font-size: 1.25rem; line-height: 1.5; margin: 2rem 0 0.75rem; }
h4 { font-size: 1rem; margin: 1.5rem 0 0.5rem; color: var(--quiet); }
.lead { font-size: 1.125rem; }
.figures { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(18rem, 100%), 1fr)); gap: 1rem; }
table { border-collapse: collapse; }
caption { text-align: start; font-weight: 700; padding: 0.5rem 0; }
th, td { border: 1px solid var(--line); padding: 0.5rem 0.75rem; text-align: start; vertical-align: top; }
th { background: var(--soft); font-weight: 700; }
td.number { text-align: end; font-variant-numeric: tabular-nums; }
.scroll { overflow-x: auto; }
dl.facts { display: grid; grid-template-columns: minmax(8rem, auto) 1fr; gap: 0.5rem 1.5rem; }
dl.facts dt { color: var(--quiet); }
dl.facts dd { margin: 0; }
nav.crumbs ol { list-style: none; padding: 0; margin: 0; display: flex; flex-wrap: wrap; gap: 0 0.75rem; font-size: 0.875rem; }
nav.crumbs li + li::before { content: "›"; margin-inline-end: 0.75rem; color: var(--quiet); }
@media (max-width: 30rem) { dl.facts { grid-template-columns: 1fr; } dl.facts dt { margin-top: 0.5rem; } }
@media print { header.site, nav, .skip { display: none; } main { max-width: none; padding: 0; } h2, h3 { break-after: avoid; } .figures > * { break-inside: avoid; } }
`;
