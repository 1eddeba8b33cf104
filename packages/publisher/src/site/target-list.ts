// The targets of an indicator on its page, each at the address by which it is cited; nothing where the city has set none.

import {
  bodyKind,
  type Indicator,
  type Phrase,
  targetKey,
  targetLine,
  targetsByIndicator,
} from "@shihyo/core";
import { type Html, html } from "./page.ts";
import type { View } from "./site.ts";

export function targetList(view: View, indicator: Indicator): Html | "" {
  const { dataset } = view.site;
  const targets = targetsByIndicator(dataset).get(indicator.id) ?? [];
  if (targets.length === 0) return "";
  const said = (phrase: Phrase, text: string | undefined) =>
    text === undefined ? "" : html`<p>${view.say(phrase)}${view.shown(text)}</p>`;
  return html`<section aria-labelledby="targets"><h2 id="targets">${view.say(words.title)}</h2>
<ul class="targets">${targets.map(
    (
      target,
    ) => html`<li id="target-${targetKey(target)}">${view.shown(targetLine(dataset, target, view.reader))}
${said(formulaOf(bodyKind(dataset.municipality)), target.formula)}${said(words.note, target.note)}</li>
`,
  )}</ul></section>
`;
}

const formulaOf = ({ ja, en }: { readonly ja: string; readonly en: string }): Phrase => ({
  ja: `${ja}の算出式：`,
  en: `The ${en}'s formula: `,
  easy: `${ja}の 計算：`,
});

const words = {
  title: { ja: "目標", en: "Targets", easy: "目標（めあて）" },
  note: { ja: "備考：", en: "Note (in Japanese): ", easy: "メモ：" },
} as const satisfies Record<string, Phrase>;
