// The help page about embeds: what can be put on a page, in what order to try it, and the Embed doctor.

import { isPlaceholder, type Phrase } from "@shihyo/core";
import { copy } from "./cite.ts";
import { embedBuilder } from "./embed-builder.ts";
import { findingWords } from "./embeds/doctor-words.ts";
import { aboutEmbeds, embedKinds, policyLine, templateCode } from "./embeds/embed-codes.ts";
import { placeholderWords } from "./embeds/embed-dialog.ts";
import { type Html, html } from "./page.ts";
import { crumbs } from "./parts.ts";
import type { View } from "./site.ts";

export function embedMain(view: View): Html {
  const { base } = view.site.dataset.municipality;
  const said = {
    findings: Object.fromEntries(
      Object.entries(findingWords).map(([finding, phrase]) => [finding, view.say(phrase)]),
    ),
    kinds: Object.fromEntries(embedKinds.map((kind) => [kind, view.say(aboutEmbeds[kind].title)])),
    ...Object.fromEntries(Object.entries(results).map(([key, phrase]) => [key, view.say(phrase)])),
  };
  return html`${crumbs(view, [], view.say(embedTitle))}
<h1>${view.say(embedTitle)}</h1>
<p class="lead">${view.say(lead)}</p>
${isPlaceholder(base) ? html`<p class="notice">${view.say(placeholderWords(base))}</p>` : ""}
${embedBuilder(view)}
<section aria-labelledby="ways"><h2 id="ways">${view.say(ways)}</h2>
<ol class="ways">${embedKinds.map((kind) => {
    const { title, survives, otherwise } = aboutEmbeds[kind];
    return html`<li><h3>${view.say(title)}</h3>
<p>${view.say(survives)}</p>
<p>${view.say(taken)}${view.say(otherwise)}</p>
<p class="quiet">CSP${view.reader === "en" ? ": " : "："}<code>${policyLine(kind, base)}</code></p></li>
`;
  })}</ol></section>
<section aria-labelledby="template"><h2 id="template">${view.say(templateTitle)}</h2>
<p>${view.say(template)}</p>
<div class="copyable"><pre id="code-template" tabindex="0" role="group" aria-label="HTML">${templateCode(base)}</pre><button type="button" data-copy="code-template" hidden>${view.say(copy)}</button></div></section>
<section aria-labelledby="doctor"><h2 id="doctor">${view.say(doctorTitle)}</h2>
<p>${view.say(doctor)}</p>
<form id="examine" data-words="${JSON.stringify(said)}" hidden><p><label for="html">${view.say(label)}</label><textarea id="html" rows="10" spellcheck="false" autocomplete="off"></textarea></p>
<p><button type="submit" class="main">${view.say(examineIt)}</button></p></form>
<div id="diagnosis" role="status"></div>
<noscript><p>${view.say(needsScript)}</p></noscript></section>`;
}

export const embedTitle: Phrase = {
  ja: "自分のページに載せる",
  en: "Put these on your page",
  easy: "自分の ページに のせる",
};

const lead: Phrase = {
  ja: "指標のページの「自分のページに載せる」を押すと、貼るためのHTMLが出ます。どのCMSでも残りやすい順に並んでいます。",
  en: "“Put this on your page” on an indicator's page gives the HTML to paste, first what most CMSs keep.",
  easy: "数字の ページで「自分の ページに のせる」を おすと、はる ものが 出ます。",
};
const ways: Phrase = {
  ja: "5つの方法（上から順に）",
  en: "Five ways, best first",
  easy: "5つの やり方（上から ためす）",
};
const taken: Phrase = { ja: "消されたら：", en: "If it is taken away: ", easy: "きえたら：" };
const templateTitle: Phrase = {
  ja: "サイトのテンプレートに入れる2行",
  en: "Two lines for the site's template",
  easy: "サイトに 1回だけ 入れる もの",
};
const template: Phrase = {
  ja: "Web担当が一度だけ入れます。リンクだけの段落が、カードになります。1行目は kpi-card 要素の場所をあけておくもので、これがあればカードが出るときにページが動きません（リンクがカードになるときは、動くことがあります）。",
  en: "The web team puts them in once. A paragraph that is only a link becomes a card. The first line keeps the room of kpi-card elements, so that nothing on the page moves when they come; a link that becomes a card may move what follows it.",
  easy: "サイトを つくる 人が 1回 入れます。リンクが カードに なります。",
};
const doctorTitle: Phrase = {
  ja: "貼ったのに出ないとき",
  en: "Pasted, but it does not show",
  easy: "はったのに 出ない とき",
};
const doctor: Phrase = {
  ja: "公開されたページを開き、「ページのソースを表示」で出たHTMLを全部コピーして、下に貼ってください。CMSが何を消したかを調べます。HTMLはこの画面の中だけで調べ、どこにも送りません。",
  en: "Open the published page, view its source, copy all of it, and paste it here. It is examined on this page alone and sent nowhere.",
  easy: "できた ページの HTMLを ぜんぶ コピーして、下に はって ください。なにが きえたか しらべます。どこにも おくりません。",
};
const label: Phrase = { ja: "ページのHTML", en: "The page's HTML", easy: "ページの HTML" };
const examineIt: Phrase = { ja: "調べる", en: "Examine", easy: "しらべる" };
const needsScript: Phrase = {
  ja: "調べるには、JavaScriptが要ります。",
  en: "The examination needs JavaScript.",
  easy: "しらべるには JavaScriptが いります。",
};
const results = {
  found: { ja: "見つかったもの：", en: "Found: ", easy: "あった もの：" },
  nothing: {
    ja: "このHTMLには、指標の貼り付けが見つかりません。CMSが全部消したか、別のページのHTMLです。",
    en: "No embed of ours is in this HTML: the CMS took all of it away, or it is another page's.",
    easy: "この HTMLには ありません。",
  },
  well: { ja: "問題はありません。", en: "All is well.", easy: "だいじょうぶです。" },
  missing: { ja: "CMSが変えたところ：", en: "What was changed: ", easy: "かわった ところ：" },
  instead: { ja: "代わりに使うもの：", en: "Use instead: ", easy: "かわりに 使う もの：" },
} as const satisfies Record<string, Phrase>;
