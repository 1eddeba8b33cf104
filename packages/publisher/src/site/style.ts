// The style sheet of the pages, after デジタル庁デザインシステム: its type, colours, spacing and focus.

/** Dark only where the reader asked for it; the cards follow by their custom properties. */
const dark = `html[data-theme="dark"] {
  color-scheme: dark;
  --ink: #f2f2f2; --quiet: #cccccc; --line: #949494; --soft: #333333; --back: #1a1a1a; --key: #9db7f9; --on-key: #1a1a1a; --warn: #ffa66d; --tint: #22304f;
  --kpi-color: #f2f2f2; --kpi-quiet: #cccccc; --kpi-link: #9db7f9; --kpi-mark: #ffa66d; --kpi-background: #262626; --kpi-soft: #333333; --kpi-border: #949494; --kpi-line: #9db7f9; --kpi-target: #ffa66d; --kpi-grid: #595959;
}`;

export const pageStyle = `:root { --ink: #1a1a1a; --quiet: #595959; --line: #949494; --soft: #f2f2f2; --back: #fff; --key: #0017c1; --on-key: #fff; --warn: #ac3e00; --tint: #e8f1fe; }
@media screen {
${dark}
}
* { box-sizing: border-box; }
html { font: 100%/1.7 "Noto Sans JP", "Noto Sans CJK JP", -apple-system, BlinkMacSystemFont, sans-serif; color: var(--ink); background: var(--back); -webkit-text-size-adjust: 100%; scroll-padding-top: 1rem; }
body { margin: 0; letter-spacing: 0.02em; overflow-wrap: anywhere; }
[hidden] { display: none !important; }
a { color: var(--key); text-underline-offset: 0.2em; }
:focus-visible { outline: 4px solid #000; outline-offset: 2px; box-shadow: 0 0 0 2px #ffd43d; border-radius: 4px; }
html[data-theme="dark"] :focus-visible { outline-color: #ffd43d; box-shadow: 0 0 0 2px #000; }
main:focus { outline: 0; box-shadow: none; }
@media (hover: hover) { a:hover { text-decoration-thickness: 0.2em; } }
.skip { position: absolute; inset-inline-start: -100vw; }
.skip:focus { position: static; display: inline-block; padding: 0.5rem 1rem; }
header.site, main, footer.site { width: min(73rem, 100% - 2rem); margin: 0 auto; padding: 0.75rem 0; }
header.site { display: flex; flex-wrap: wrap; gap: 0.25rem 1.5rem; align-items: baseline; border-bottom: 1px solid var(--line); }
header.site p { margin: 0; font-weight: 700; }
header.site p a { color: inherit; text-decoration: none; }
.languages { margin-inline-start: auto; font-size: 0.875rem; }
.languages ul, .jump ul, .crumbs ol { list-style: none; display: flex; flex-wrap: wrap; gap: 0.25rem 1rem; margin: 0; padding: 0; }
.languages a, .languages span { display: inline-block; padding-block: 0.25rem; }
.languages [aria-current] { font-weight: 700; }
footer.site { border-top: 1px solid var(--line); margin-top: 4rem; font-size: 0.875rem; color: var(--quiet); }
.unofficial, .mark { display: inline-block; padding: 0 0.5em; border: 1px solid var(--warn); border-radius: 4px; color: var(--warn); font-size: 0.875rem; font-weight: 700; line-height: 1.5; white-space: nowrap; }
h1, h2, h3 { line-height: 1.5; letter-spacing: 0.01em; text-wrap: pretty; word-break: auto-phrase; }
h1 { font-size: 1.5rem; margin: 1rem 0; }
h1 small { display: block; font-size: 1rem; color: var(--quiet); font-weight: 400; }
h2 { font-size: 1.25rem; margin: 2.5rem 0 0.75rem; padding-block-end: 0.25rem; border-block-end: 1px solid var(--line); }
h3 { font-size: 1.125rem; margin: 1.5rem 0 0.5rem; }
p { margin: 0 0 1rem; }
.lead { font-size: 1.125rem; line-height: 1.6; max-width: 45em; }
.quiet { color: var(--quiet); font-size: 0.875rem; }
.notice { border: 1px solid var(--warn); border-inline-start-width: 6px; border-radius: 4px; padding: 0.5rem 1rem; max-width: 60rem; }
.jump { margin: 1.5rem 0; }
.jump a { display: inline-block; padding-block: 0.25rem; }
.crumbs { font-size: 0.875rem; }
.crumbs ol { gap: 0.25rem 0.5rem; align-items: baseline; }
.crumbs li:not(:last-child)::after { content: "›" / ""; margin-inline-start: 0.5rem; color: var(--quiet); }
.crumbs a, .crumbs span { display: inline-block; padding-block: 0.25rem; }
.figures { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(18rem, 100%), 1fr)); gap: 1rem; }
.figures > div > kpi-card { height: 100%; }
.figure { max-width: 32rem; }
/* The head of each page says it; a card that is shown as it will stand elsewhere says it itself. */
main > :not(.pretended, #builder) kpi-card:not(.pretended *)::part(unofficial), main kpi-grid:not(.pretended *)::part(unofficial), main kpi-chart:not(.pretended *)::part(unofficial) { display: none; }
.counted { margin-bottom: 0.25rem; text-wrap: pretty; }
.below svg.moves { max-width: 16rem; height: 0.75rem; margin-block: 0.125rem 0.5rem; }
.below svg.moves text { display: none; }
a.own { color: inherit; text-decoration: none; }
a.own::after { content: " #" / ""; color: var(--quiet); }
@media (hover: hover) { a.own:not(:hover, :focus-visible)::after { visibility: hidden; } }
kpi-card::part(card), kpi-grid::part(card) { display: flex; flex-direction: column; }
kpi-grid::part(card), .figures kpi-card::part(card) { min-block-size: 100%; }
kpi-card::part(source), kpi-grid::part(source) { margin-block-start: auto; padding-block-start: 0.25em; }
.figure kpi-card::part(card), kpi-chart::part(chart) { min-block-size: 0; }
.first .chart kpi-chart::part(label) { display: none; }
.first .chart kpi-chart:defined[state="waiting"] { block-size: 19em; overflow: hidden; }
.first .figure kpi-card:defined[state="waiting"] { block-size: 12.5em; overflow: hidden; }
@media (min-width: 64rem) {
  .first { display: grid; grid-template-columns: minmax(20rem, 1fr) 2fr; gap: 3rem; align-items: start; margin-top: 1.5rem; }
  .first h2 { margin-top: 0; }
}
.figure .value { font-size: 2.25rem; font-weight: 700; line-height: 1.4; margin: 0; }
kpi-chart { max-width: 48rem; }
kpi-grid[state="loaded"] + .scroll { display: none; }
[data-view="rows"] kpi-grid { display: none; }
[data-view="rows"] kpi-grid[state="loaded"] + .scroll { display: block; }
.switch [aria-pressed="true"] { background: var(--key); color: var(--on-key); }
.explained { margin-block: 1.5rem; max-width: 60rem; }
@media screen and (max-width: 63.99rem) { table.rows .plan { display: none; } }
table.rows:has(.plan) th[scope="row"] { width: 32%; }
table.rows th.plan { text-align: start; white-space: nowrap; }
table.rows td.plan { text-align: start; font-size: 0.875rem; min-width: 15em; white-space: normal; }
td.reached small { color: var(--quiet); }
td.reached svg.moves { width: 100%; min-width: 2.5rem; height: 8px; }
@media (min-width: 72rem) {
  .sides { display: grid; grid-template-columns: minmax(0, 6fr) minmax(0, 5fr); gap: 3rem; align-items: start; }
  .sides h3 { margin-top: 0; line-height: 1.4; }
  .pair { display: grid; grid-template-columns: 1fr 1fr; gap: 3rem; align-items: start; }
}
.scroll { overflow-x: auto; }
table.own :is(thead th, tbody th, .short) { white-space: nowrap; }
table.own tbody th small { white-space: normal; }
.scroll + .quiet { margin-top: 0.5rem; }
tr:target { scroll-margin-block-start: 8rem; }
tr:target > * { background: var(--tint); box-shadow: inset 0 2px var(--key), inset 0 -2px var(--key); }
html[lang="ja-x-easy"] :is(td, thead th, .notice, .quiet, button, .mark) { word-break: keep-all; }
table { border-collapse: collapse; line-height: 1.5; overflow-wrap: break-word; }
caption { text-align: start; padding: 0.25rem 0; color: var(--quiet); font-size: 0.875rem; }
th, td { border-bottom: 1px solid var(--line); padding: 0.5rem 0.75rem; text-align: start; vertical-align: top; font-weight: 400; }
thead th { border-bottom: 2px solid var(--ink); font-weight: 700; font-size: 0.875rem; vertical-align: bottom; }
td.number, .rows td, .glance td { text-align: end; font-variant-numeric: tabular-nums; }
.rows thead th + th, .glance thead th + th { text-align: end; }
.glance td, td.number, .values th, .values td, .files td { white-space: nowrap; }
.glance thead th { word-break: keep-all; }
.values td.words { white-space: normal; min-width: 6em; }
.values wbr { display: none; }
.values th.number, table.activities th.number { text-align: end; }
.values tr:has(+ .note) > *, .activities tr:has(+ .note) > * { border-bottom: 0; }
table .note td { white-space: normal; padding-top: 0; color: var(--quiet); font-size: 0.875rem; }
table .note p { margin: 0; max-width: 45em; }
.day, .releases th, .releases td:nth-child(2) { white-space: nowrap; }
.values caption { position: absolute; clip-path: inset(50%); width: 1px; height: 1px; overflow: hidden; white-space: nowrap; }
table.activities th[scope="row"] { font-weight: 400; min-width: min(18rem, 50vw); }
table.activities thead th { white-space: nowrap; }
table.activities th.part { padding-inline-start: 2rem; }
table.activities tr:not(.note) td { white-space: nowrap; }
table.activities .part + .note td { padding-inline-start: 2rem; }
th small { display: block; color: var(--quiet); font-size: 0.875rem; line-height: 1.4; }
[scope="rowgroup"] button { float: inline-end; border: 0; background: none; min-height: 1.75rem; padding: 0 0.5rem; font-size: 0.875rem; }
[scope="rowgroup"] { background: var(--tint); font-weight: 700; padding-block: 0.375rem; }
table.rows { width: 100%; }
table.rows td { white-space: normal; min-width: 6em; }
table.rows b { font-weight: inherit; }
table.rows td:has(> b) { white-space: nowrap; }
table.rows td small { display: block; color: var(--quiet); font-size: 0.8125rem; white-space: nowrap; }
table.rows td:has(+ .moved) b { font-weight: 700; }
table.rows th[scope="row"] { width: 45%; }
table.rows td.moved { white-space: nowrap; }
tr[data-m] td.moved::before { content: "→ " / ""; font-weight: 700; }
tr[data-m="up"] td.moved::before { content: "↑ " / ""; }
tr[data-m="down"] td.moved::before { content: "↓ " / ""; }
table.glance td a { display: block; margin: -0.5rem -0.75rem; padding: 0.5rem 0.75rem; font-weight: 700; }
table.glance tbody tr:last-child > * { border-top: 2px solid var(--ink); }
svg.moves { display: block; width: 100%; max-width: 400px; height: 20px; margin-block: 0.25rem; }
td.bar svg.moves { width: 210px; height: 16px; max-width: 40vw; margin: 0; }
.moves .up { fill: var(--key); }
.moves .down { fill: var(--warn); }
.moves .same { fill: #767676; }
.moves .other { fill: var(--soft); stroke: var(--line); }
.moves .unsure { fill: var(--back); stroke-width: 2px; stroke-dasharray: 3 2; }
.moves .up.unsure { stroke: var(--key); }
.moves .down.unsure { stroke: var(--warn); }
.moves .axis { stroke: var(--line); }
.moves text { font-size: 13px; font-weight: 700; text-anchor: middle; }
.moves text:is(.up, .down, .same) { fill: #fff; }
html[data-theme="dark"] .moves text:is(.up, .down) { fill: #1a1a1a; }
.moves text.other { fill: var(--ink); stroke: none; }
table.largest th[scope="row"] { font-weight: 400; }
table.largest small { display: block; color: var(--quiet); font-size: 0.875rem; }
.course { display: inline-block; vertical-align: -0.125em; margin-inline-end: 0.5em; fill: var(--key); }
.course .unsure { fill: var(--back); stroke: var(--key); }
.course .run[stroke-dasharray] { stroke-dasharray: 0 4; }
.course .run { fill: none; stroke: var(--key); stroke-width: 2px; stroke-linecap: round; }
ruby { ruby-position: over; }
rt { font-size: 0.5em; font-weight: 400; letter-spacing: 0; }
html[lang="ja-x-easy"] :is(h1, th, td, li, p):has(ruby) { line-height: 2.1; }
table.files { width: 100%; }
@media screen and (max-width: 47.99rem), screen and (min-width: 72rem) {
  table.largest, table.largest tbody, table.largest tr, table.largest caption { display: block; }
  table.largest thead { display: none; }
  table.largest tr { display: grid; grid-template-columns: minmax(0, 1fr) fit-content(60%); gap: 0 1rem; border-bottom: 1px solid var(--line); padding-block: 0.5rem; }
  table.largest tr > * { border: 0; padding: 0; }
  table.largest td.bar { grid-row: 2; }
  table.largest td.number { grid-row: 1 / 3; grid-column: 2; white-space: normal; }
  table.largest td.bar svg.moves { width: 100%; max-width: 13rem; }
  .glance svg.moves text { display: none; }
}
@media (max-width: 55.99rem) { table.rows .before { display: none; } }
@media (max-width: 47.99rem) {
  .scroll:not(#rows) { background: linear-gradient(to right, var(--back) 30%, transparent) left / 2.5rem 100% local no-repeat, linear-gradient(to left, var(--back) 30%, transparent) right / 2.5rem 100% local no-repeat, linear-gradient(to right, rgb(0 0 0 / 0.2), transparent) left / 0.75rem 100% scroll no-repeat, linear-gradient(to left, rgb(0 0 0 / 0.2), transparent) right / 0.75rem 100% scroll no-repeat; }
  th, td { padding: 0.5rem 0.375rem; }
  table.rows thead, table.rows thead tr, table.rows tr:has(> [scope="row"]):not([hidden]) { display: grid; }
  table.rows thead tr, table.rows tr:has(> [scope="row"]):not([hidden]) { grid-template-columns: minmax(40%, 1fr) minmax(0, max-content); column-gap: 1rem; border-bottom: 1px solid var(--line); padding-block: 0.5rem; }
  table.rows, table.rows tbody:not([hidden]), table.rows caption, table.rows tr:first-child:has(> [scope="rowgroup"]) { display: block; }
  table.rows [scope="rowgroup"] { display: flow-root; }
  table.rows thead th:first-child { display: none; }
  table.rows thead tr { padding: 0; border-bottom: 2px solid var(--ink); }
  table.rows thead th { border: 0; padding-inline: 0; }
  table.rows tr:has(> [scope="row"]) > * { border: 0; padding: 0; min-width: 0; width: auto; }
  table.rows tr:has(> [scope="row"]) > th[scope="row"] { grid-column: 1 / -1; width: auto; }
  table.rows thead :is(.before, th:first-child) + th:not(.before), table.rows tr:has(> [scope="row"]) > td:has(+ .moved) { text-align: start; }
  table.files :is(thead th, td):last-child { display: none; }
  table.largest th[scope="row"] { overflow-wrap: anywhere; hyphens: auto; }
  table.largest td.bar svg.moves { width: 100%; max-width: 13rem; }
  svg.moves text { display: none; }
  #more:not([open]) ~ p.status button { display: none; }
  table.files th, table.files td { font-size: 0.875rem; }
  table.glance small, table.rows th, html:not([lang="ja"]) table.rows td { overflow-wrap: anywhere; hyphens: auto; }
  table.rows td.moved, table.rows .mark { white-space: normal; }
  table.rows th small, table.glance th small { font-size: 0.8125rem; }
  table.glance thead th { font-size: 0.75rem; }
  .glance thead th:nth-child(5), .glance thead th:nth-child(7) { word-break: normal; min-width: 3em; }
  table.glance tbody th[scope="row"] { min-width: 6.5rem; }
  table.glance td, table.glance th + th { padding-inline: 0.25rem; }
  table.glance td a { margin: -0.5rem -0.25rem; padding: 0.5rem 0.25rem; }
  .values th, .values td { white-space: normal; font-size: 0.875rem; }
  .values th, .values td { padding-inline: 0.25rem; }
  .values td.number { white-space: nowrap; }
  .values th { word-break: keep-all; }
  .values wbr { display: inline; }
  .values.sure .reading { display: none; }
  table.activities th[scope="row"] { min-width: 8rem; overflow-wrap: anywhere; }
  table.activities tr:not(.note) td, html[lang="ja-x-easy"] table.activities td { white-space: normal; }
  html[lang="ja-x-easy"] table.activities td { word-break: normal; }
  table.activities .mark { white-space: normal; word-break: normal; }
  .languages { margin-inline-start: 0; }
}
@media (min-width: 48rem) { h1 { font-size: 2rem; } h2 { font-size: 1.375rem; } .figure .value { font-size: 2.8125rem; } }
button, select, input, textarea { font: inherit; color: inherit; letter-spacing: inherit; }
button, summary { cursor: pointer; }
button, a[data-embed] { background: var(--back); color: var(--key); border: 1px solid var(--key); border-radius: 8px; padding: 0.375rem 1rem; min-height: 2.75rem; font-weight: 700; }
a[data-embed] { display: inline-flex; align-items: center; text-decoration: none; }
@media (hover: hover) { button:hover, a[data-embed]:hover { text-decoration: underline; text-underline-offset: 0.2em; } }
button.main, a[data-embed] { background: var(--key); color: var(--on-key); }
select, input[type="search"], textarea { width: 100%; min-height: 2.75rem; padding: 0.375rem 0.75rem; border: 1px solid var(--line); border-color: #767676; border-radius: 8px; background: var(--back); }
#filters { border: 1px solid transparent; display: grid; grid-template-columns: repeat(auto-fill, minmax(min(13rem, 100%), 1fr)); gap: 0.75rem 1rem; padding: 1rem; background: var(--soft); border-radius: 8px; margin-bottom: 1rem; align-items: end; }
@media (scripting: none) { #filters { display: none; } }
#more { grid-column: 1 / -1; }
#more > div { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(13rem, 100%), 1fr)); gap: 0.75rem 1rem; align-items: end; }
@media (min-width: 72rem) { #more > div { display: flex; } #more > div > p { flex: 1 1 0; } #more > div > p:last-of-type { flex-grow: 1.7; } #filters fieldset { white-space: nowrap; } #filters fieldset label:last-child { margin-inline-end: 0; } }
#filters p, #filters fieldset { margin: 0; min-width: 0; }
#filters .quiet { display: block; margin-block-start: 0.375rem; }
#filters label { display: block; font-weight: 700; font-size: 0.875rem; }
#filters .wide, #filters .status { grid-column: 1 / -1; }
#filters fieldset { border: 0; padding: 0; }
#filters legend { font-weight: 700; font-size: 0.875rem; padding: 0; }
#filters fieldset label { display: inline-flex; align-items: center; gap: 0.375rem; min-height: 2.75rem; margin-inline-end: 1.5rem; font-weight: 400; font-size: 1rem; }
#filters input[type="radio"] { width: 1.5rem; height: 1.5rem; accent-color: var(--key); }
#filters .status { min-height: 2.75rem; display: flex; align-items: center; flex-wrap: wrap; }
#filters output { font-weight: 700; font-size: 1.125rem; margin-inline-end: 1rem; }
h2:has(+ #shown:not([hidden])) { margin-block-start: 1.5rem; }
@media screen { #shown.paper { display: none; } }
#found { border: 1px solid var(--line); border-radius: 8px; padding: 0 1rem; margin-bottom: 1rem; }
#found h2 { font-size: 1.125rem; margin: 1rem 0 0.5rem; padding: 0; border: 0; }
#found ul { columns: 20rem; column-gap: 2rem; }
#found li { break-inside: avoid; }
dl.facts { display: grid; grid-template-columns: minmax(8rem, max-content) 1fr; gap: 0.5rem 1.5rem; max-width: 60rem; }
dl.facts dt { font-weight: 700; }
dl.facts dd { margin: 0; }
dl.facts ul { margin: 0; padding: 0; list-style: none; }
@media (max-width: 30rem) { dl.facts { grid-template-columns: 1fr; gap: 0; } dl.facts dt { margin-top: 0.75rem; } }
.ways { padding-inline-start: 1.5em; max-width: 48rem; }
.ways li::marker { font-weight: 700; font-size: 1.125rem; }
.ways h3 { margin: 1.5rem 0 0.25rem; }
.ways p { margin: 0; }
.ways code { background: none; padding: 0; }
details.forms ul { margin: 0; }
.forms small { white-space: nowrap; }
.copyable { display: flex; flex-wrap: wrap; gap: 0.5rem; align-items: start; margin-bottom: 1rem; }
.copyable > :first-child { flex: 1 1 18rem; margin: 0; padding: 0.5rem 0.75rem; background: var(--soft); border: 1px solid transparent; border-radius: 4px; min-width: 0; }
pre { white-space: pre-wrap; overflow-wrap: anywhere; font: 0.875rem/1.5 "Noto Sans Mono CJK JP", monospace; }
code { font: 0.875rem/1.5 monospace; background: var(--soft); padding: 0 0.25em; }
.around { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 1rem; margin-top: 3rem; border-top: 1px solid var(--line); padding-top: 1rem; }
.around p { flex: 0 1 22rem; margin: 0; }
.around small { display: inline-block; width: 100%; color: var(--quiet); }
.around .next { margin-inline-start: auto; text-align: end; }
details.plain { border-top: 1px solid var(--line); padding: 0.5rem 0; }
summary { font-weight: 700; padding: 0.5rem 0; }
#builder { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(13rem, 100%), 1fr)); gap: 0.75rem 1rem; padding: 1rem; background: var(--soft); border-radius: 8px; align-items: end; margin-bottom: 1rem; }
#builder[hidden] { display: none; }
#builder p { margin: 0; }
#builder .wide { grid-column: 1 / -1; }
#b-status:empty { display: none; }
#builder label { display: block; font-weight: 700; font-size: 0.875rem; }
#builder input[type="color"] { width: 100%; min-height: 2.75rem; }
#b-matches { margin: 0; }
#b-matches:empty { display: none; }
#b-matches button { text-align: start; }
#b-status { color: var(--warn); font-weight: 700; }
#b-about { margin-bottom: 1rem; }
#b-about h3 { margin-top: 0; font-size: 1rem; }
.pretended { border: 1px dashed var(--line); padding: 1rem; margin-bottom: 1rem; min-height: 4rem; }
html[data-theme="dark"] .pretended:not([data-page="dark"]) { color-scheme: light; background: #fff; color: #1a1a1a; --kpi-color: initial; --kpi-quiet: initial; --kpi-link: initial; --kpi-mark: initial; --kpi-background: initial; --kpi-soft: initial; --kpi-border: initial; --kpi-line: initial; --kpi-target: initial; --kpi-grid: initial; }
html[data-theme="dark"] main > :not(.pretended) kpi-chart:not(.pretended *) { --kpi-background: var(--back); }
.pretended[data-page="narrow"] { max-width: 18rem; }
.pretended[data-page="dark"] { background: #1a1a1a; color: #f2f2f2; }
.pretended[data-page="large"] { font-size: 1.5rem; }
.pretended iframe { max-width: 100%; border: 0; }
.pretended img { max-width: 100%; height: auto; }
.menu { position: absolute; z-index: 1; background: var(--back); border: 1px solid var(--line); border-radius: 8px; padding: 0.5rem 0; box-shadow: 0 2px 12px rgb(0 0 0 / 0.25); min-width: 14rem; }
.menu button { display: block; width: 100%; border: 0; border-radius: 0; text-align: start; text-decoration: none; font-weight: 400; color: var(--ink); background: none; }
.menu [role="status"] { padding: 0 1rem; font-size: 0.875rem; }
.tools { display: flex; flex-wrap: wrap; gap: 0.5rem; margin-top: 1rem; }
.corrections, .changes { padding-inline-start: 1.2em; margin: 0 0 1rem; max-width: 60rem; }
.corrections li, .changes li { margin-bottom: 0.25rem; }
.corrections small, .changes small { display: block; color: var(--quiet); font-size: 0.875rem; }
ins { text-decoration: none; font-weight: 700; }
@media (forced-colors: active) { tr:target { outline: 3px solid Highlight; outline-offset: -3px; } button { border-color: ButtonText; } [scope="rowgroup"] { border-top: 2px solid CanvasText; } .notice { border-color: CanvasText; } }
@media print {
  @page { size: A4; margin: 15mm; }
  html { font-size: 10pt; }
  header.site, main, footer.site { width: auto; padding: 0; }
  .skip, .languages, .jump, .crumbs, .around, #filters, button, .tools, .forms { display: none !important; }
  kpi-grid[state="loaded"] + .scroll { display: block; }
  table.rows .plan { display: table-cell; }
  table.rows td.plan { font-size: 8pt; min-width: 11em; }
  [scope="rowgroup"] { border-top: 1px solid; }
  a { color: inherit; text-decoration: none; }
  h1 { font-size: 16pt; margin: 4mm 0; }
  h2 { font-size: 13pt; margin: 6mm 0 2mm; break-after: avoid; }
  h3, caption, thead, [scope="rowgroup"] { break-after: avoid; }
  thead { display: table-header-group; }
  tr, .figures > *, kpi-card { break-inside: avoid; }
  kpi-card::part(details), kpi-chart::part(details), kpi-grid { display: none; }
  kpi-grid[state] + .scroll { display: block; }
  details.plain::details-content { content-visibility: visible; block-size: auto; }
  kpi-chart::part(picture) { block-size: auto; }
  .figure { max-width: 110mm; }
  kpi-chart { max-width: 130mm; }
  th, td { padding: 1mm 2mm; }
  [scope="rowgroup"], .copyable > :first-child { background: none; }
  .scroll:not(#rows), .scroll { overflow: visible; background: none; }
  table.rows .before { display: table-cell; }
  table.rows caption { display: none; }
  .copyable > :first-child { padding: 0; }
  footer.site { margin-top: 6mm; }
}
`;

/** On paper each page bears the title, the release and its number, in the reader's language. */
export function pageNumbers(titles: readonly { readonly language: string; readonly text: string }[]): string {
  const quoted = (text: string) => `"${text.replace(/[\\"]/g, "\\$&").replace(/[\r\n\t]+/g, " ")}"`;
  return titles
    .map(
      ({ language, text }, at) =>
        `@page of-${at} { size: A4; margin: 15mm 15mm 18mm; @bottom-left { content: ${quoted(text)}; font: 8pt sans-serif; } @bottom-right { content: counter(page) " / " counter(pages); font: 8pt sans-serif; } }\n@media print { html:lang(${language}) body { page: of-${at}; } }\n`,
    )
    .join("");
}
