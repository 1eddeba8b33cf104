// The one classic script that a page includes: cards, and links that stand alone become cards.

import { KpiCard } from "./kpi-card/kpi-card.ts";
import { begin } from "./shared/begin.ts";
import { register } from "./shared/register.ts";
import {
  cardParts,
  IndicatorElement,
  KpiElement,
  panelStyle,
  tableStyle,
  tag,
  unofficialMark,
  yearsTable,
} from "./shared/runtime.ts";

begin(
  () => {
    register("kpi-card", KpiCard);
  },
  // What the scripts of the other elements take (`shared/runtime.ts`), by name.
  {
    runtime: {
      cardParts,
      IndicatorElement,
      KpiElement,
      panelStyle,
      tableStyle,
      tag,
      unofficialMark,
      yearsTable,
    },
  },
);
