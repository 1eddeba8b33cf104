// The text that a page shows for an indicator before any script has come: the canonical link.

import { type CardJson, type Dataset, type IndicatorJson, indicatorPath } from "@shihyo/core";
import { type Html, html } from "./page.ts";

/** 「海外友好都市との交流活動件数：22件（令和6年度）」. */
function linkText({ label }: IndicatorJson, card: CardJson): string {
  return `${label.ja}：${card.value}${card.unit}（${card.year.replace(/（.*）$/, "")}）`;
}

/** A `<kpi-card>` with the text link inside, which is the whole of it where no script runs. */
export function cardHtml(dataset: Dataset, indicator: IndicatorJson, root: string): Html {
  const latest = indicator.years.at(-1);
  const card = latest?.card.ja;
  const href = `${root}${indicatorPath(indicator.id)}index.html`;
  return html`<kpi-card indicator="${indicator.id}"><p><a href="${href}">${card ? linkText(indicator, card) : dataset.labels.get(indicator.id)?.ja}</a></p></kpi-card>`;
}
