// The look of a table of values.

import { panelStyle, tableStyle } from "../shared/runtime.ts";

export const valuesStyle = `:host { display: flow-root; }
${panelStyle}
${tableStyle}
.scroll { position: relative; }
caption a { font-weight: 700; }
tbody th { white-space: nowrap; }
@media (max-width: 30em) { tbody th { white-space: normal; } }
`;
