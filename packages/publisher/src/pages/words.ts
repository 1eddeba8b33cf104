// The text that a page shows for an indicator before any script has come: the canonical link.

import { type Dataset, type IndicatorJson, indicatorPath, linkText } from "@shihyo/core";
import { type Html, html } from "./page.ts";

/** A `<kpi-card>` with the text link inside, which is the whole of it where no script runs. */
export function cardHtml(dataset: Dataset, indicator: IndicatorJson, root: string): Html {
  const latest = indicator.years.at(-1);
  const card = latest?.card.ja;
  const href = `${root}${indicatorPath(indicator.id)}index.html`;
  return html`<kpi-card indicator="${indicator.id}"><p><a href="${href}">${card ? linkText(indicator.label.ja, card, "ja") : dataset.labels.get(indicator.id)?.ja}</a></p></kpi-card>`;
}
