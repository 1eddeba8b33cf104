// The help page about embeds: what can be put on a page, in what order to try it, and the Embed doctor.

import { isPlaceholder, marks, type Phrase } from "@shihyo/core";
import { copy } from "./cite.ts";
import { embedBuilder, embedTitle } from "./embed-builder.ts";
import { findingWords } from "./embeds/doctor-words.ts";
import { aboutEmbeds, embedKinds, policyLine, templateCode } from "./embeds/embed-codes.ts";
import { versionCode } from "./embeds/version-code.ts";
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
    return html`<li id="way-${kind}"><h3>${view.say(title)}</h3>
<p>${view.say(survives)}</p>
<p>${view.say(taken)}${view.say(otherwise)}</p>
<p class="quiet">CSP${marks[view.reader].colon}<code>${policyLine(kind, base)}</code></p></li>
`;
  })}</ol></section>
<section aria-labelledby="template"><h2 id="template">${view.say(templateTitle)}</h2>
<p>${view.say(template)}</p>
<div class="copyable"><pre id="code-template" tabindex="0" role="group" aria-label="HTML">${templateCode(base)}</pre><button type="button" data-copy="code-template" hidden>${view.say(copy)}</button></div>
${unchanging(view)}</section>
<section aria-labelledby="doctor"><h2 id="doctor">${view.say(doctorTitle)}</h2>
<p>${view.say(doctor)}</p>
<form id="examine" data-words="${JSON.stringify(said)}" hidden><p><label for="html">${view.say(label)}</label><textarea id="html" rows="10" spellcheck="false" autocomplete="off"></textarea></p>
<p><button type="submit" class="main">${view.say(examineIt)}</button></p></form>
<div id="diagnosis" role="status"></div>
<noscript><p>${view.say(needsScript)}</p></noscript></section>`;
}

/** The lines for a web team that wants scripts and data which cannot change under its hands. */
function unchanging({ site, say }: View): Html | "" {
  const { base } = site.dataset.municipality;
  const script = (name: string) => {
    const path = `widgets/${name}-${site.widgetVersion}.js`;
    const file = site.written.get(path);
    return file && versionCode(base, path, file.sha256);
  };
  const code = script("kpi");
  if (!code) return "";
  const shown = (name: string, lines: readonly (string | undefined)[]) =>
    html`<div class="copyable"><pre id="code-${name}" tabindex="0" role="group" aria-label="HTML">${lines.filter((one) => one !== undefined).join("\n")}</pre><button type="button" data-copy="code-${name}" hidden>${say(copy)}</button></div>`;
  return html`<p>${say(pins.version)}</p>${shown("version", [code])}<details class="plain" id="pin"><summary>${say(pins.title)}</summary><p>${say(pins.neighbours)}</p>${shown("neighbours", neighbours.map(script))}<p>${say(pins.data)}</p>${shown("data", [])}</details>`;
}

/** The scripts that kpi.js brings when a page first has such an element. */
const neighbours = ["kpi-value", "kpi-grid", "kpi-chart", "kpi-table", "kpi-activities", "kpi-compare"];

/** That what is copied here leads nowhere yet. */
function placeholderWords(base: string): Phrase {
  return {
    ja: `このデータのアドレス（${base}）は仮のもので、貼ってもまだ誰も開けません。公開する場所が決まってから貼ってください。`,
    en: `The address of these data (${base}) is a placeholder: what is pasted now leads nowhere. Paste it once the data have their place.`,
    easy: `この アドレスは まだ 本物では ありません（${base}）。今は、はっても 開けません。`,
  };
}

const pins = {
  version: {
    ja: "中身の変わらない版を使うサイトでは、2行目の代わりに次の1行です。1文字でも違えばブラウザーが動かしません（公開フォルダーのサーバーが、ほかのサイトからの読み込みを許すときに使えます）。この確認はkpi.jsだけのもので、値のファイルと、グラフ・表・一覧のプログラムには及びません（それらの固定は下に）。",
    en: "A site that wants a version that never changes takes this line instead of the second. The browser runs it only if every byte is right (the data's server has to allow other sites, by CORS). It covers kpi.js alone: neither the data nor the scripts of charts, tables and grids; those are pinned below.",
    easy: "いつも おなじ プログラムを 使う ときは、2つめの かわりに これを 入れます（サイトを つくる 人へ）。",
  },
  title: {
    ja: "グラフ・表・一覧のプログラムと、値も固定する",
    en: "Pin the scripts of charts, tables and grids, and the data",
    easy: "ほかの プログラムと 数字も 同じに する",
  },
  neighbours: {
    ja: "上の行の後に、ページで使う要素の行を入れます（kpi-card だけなら要りません）。入れた行のプログラムを、kpi.js は自分では読み込みません。",
    en: "After the line above come the lines of the elements that the page has (for kpi-card alone, none). What is there, kpi.js does not bring itself.",
    easy: "上の あとに 入れます（サイトを つくる 人へ）。",
  },
  data: {
    ja: "選んだ指標の値を今のまま固定するには、次の行を kpi.js の行の前に入れます。値が訂正されると中身が合わなくなり、ブラウザーが動かさないので、もとのリンクの文字のままになります。",
    en: "To pin the data of the chosen indicator as they are now, this line goes before that of kpi.js. After a correction it fits no longer, the browser does not run it, and the text of the link stays.",
    easy: "えらんだ 数字を 今の ままに する ときは、kpi.js の 前に 入れます（サイトを つくる 人へ）。",
  },
} as const satisfies Record<string, Phrase>;

const lead: Phrase = {
  ja: "指標を、カード・グラフ・表として自分のページに貼るためのHTMLを、ここで作ります。どのページの「自分のページに載せる」からも、ここに来ます。",
  en: "Here the HTML is made that puts an indicator on your own page, as a card, a chart or a table. “Put this on your page” leads here from every page.",
  easy: "自分の ページに 数字を のせる ための ものを つくります。",
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
