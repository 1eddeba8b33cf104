// The targets of an indicator on its page, each at the address by which it is cited; nothing where the city has set none.

import {
  bodyKind,
  bracketed,
  type Indicator,
  type Phrase,
  setLine,
  type Target,
  type Text,
  targetId,
  targetKey,
  targetLine,
  targetsByIndicator,
} from "@shihyo/core";
import { earlierTargetPath } from "../formats/rdf/target.ts";
import { type Html, html } from "./page.ts";
import type { View } from "./site.ts";

export function targetList(view: View, indicator: Indicator): Html | "" {
  const { dataset } = view.site;
  const targets = targetsByIndicator(dataset).get(indicator.id) ?? [];
  if (targets.length === 0) return "";
  const said = (phrase: Phrase, text: string | undefined) =>
    text === undefined ? "" : html`<p>${view.say(phrase)}${view.shown(text)}</p>`;
  const earlier = (target: Target) => {
    const before = dataset.earlierTargets.get(targetId(target)) ?? [];
    return before.map(
      (one) =>
        html`<p id="${earlierTargetPath(one).split("#")[1]}"><small>${view.say(words.earlier)}${view.shown(setLine(dataset, one, view.reader))}${view.shown(settled(view, dataset.sources.get(one.source)?.title))}</small></p>`,
    );
  };
  return html`<section aria-labelledby="targets"><h2 id="targets">${view.say(words.title)}</h2>
<ul class="targets">${targets.map(
    (
      target,
    ) => html`<li id="target-${targetKey(target)}">${view.shown(targetLine(dataset, target, view.reader))}
${said(formulaOf(bodyKind(dataset.municipality)), target.formula)}${said(words.note, target.note)}${earlier(target)}</li>
`,
  )}</ul></section>
`;
}

const formulaOf = ({ ja, en }: { readonly ja: string; readonly en: string }): Phrase => ({
  ja: `${ja}の算出式：`,
  en: `The ${en}'s formula: `,
  easy: `${ja}の 計算：`,
});

/** Which document had set it. */
function settled(view: View, title: Text | undefined): string {
  return title ? bracketed(view.name(title), view.reader) : "";
}

const words = {
  earlier: { ja: "見直し前：", en: "Before it was revised: ", easy: "まえの もくひょう：" },
  title: { ja: "目標", en: "Targets", easy: "もくひょう（めあて）" },
  note: { ja: "備考：", en: "Note (in Japanese): ", easy: "メモ：" },
} as const satisfies Record<string, Phrase>;
