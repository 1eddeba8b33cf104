// The look of a list of what was done: numbers aligned, parts under their sum, room for narrow pages.

import { panelStyle, tableStyle } from "../shared/runtime.ts";

export const activitiesStyle = `:host { display: flow-root; }
${panelStyle}
${tableStyle}
.scroll { position: relative; }
caption a { font-weight: 700; }
tbody th { min-inline-size: 10em; }
tbody th.part { padding-inline-start: 1.5em; }
td { white-space: nowrap; }
.noted > * { border-block-end: 0; }
.note td { white-space: normal; padding-block-start: 0; color: var(--kpi-quiet, var(--k-quiet)); font-size: 0.875em; }
`;
