// The one classic script that a page includes: cards, and links that stand alone become cards.

import { KpiCard } from "./kpi-card/kpi-card.ts";
import { begin } from "./shared/begin.ts";
import {
  cardParts,
  colon,
  findIn,
  folderOf,
  IndicatorElement,
  KpiElement,
  languageTags,
  panelStyle,
  register,
  shownYear,
  tableStyle,
  tag,
  textFor,
  unofficialMark,
  withUnit,
  yearsTable,
} from "./shared/runtime.ts";

begin(
  "kpi.js",
  () => {
    register("kpi-card", KpiCard);
  },
  // What the scripts of the other elements take (`shared/runtime.ts`), by name.
  {
    runtime: {
      cardParts,
      colon,
      findIn,
      folderOf,
      IndicatorElement,
      KpiElement,
      languageTags,
      panelStyle,
      register,
      tableStyle,
      tag,
      textFor,
      shownYear,
      unofficialMark,
      withUnit,
      yearsTable,
    },
  },
);
