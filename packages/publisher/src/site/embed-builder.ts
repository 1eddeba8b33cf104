// 「自分で作る」: one place to make an embed, with the choices, the live result on pretended pages and the code to paste.

import { indicatorPath, nodePath, type Phrase } from "@shihyo/core";
import { japaneseParts, languageTags } from "@shihyo/widgets/markup";
import { copy } from "./cite.ts";
import { type Html, html } from "./page.ts";
import { nodeTitle, type View } from "./site.ts";

/** What the script needs to write the code: words and names stand in the page, so that nothing is asked for. */
export function embedBuilder(view: View): Html {
  const { dataset, plan, indicators, latest } = view.site;
  const { base } = dataset.municipality;
  const things = [
    ...[...indicators.values()].map((one) => ({
      id: one.id,
      path: indicatorPath(one.id),
      name: view.name(one.label),
    })),
    ...plan.nodes
      .filter((node) => plan.listingsUnder(node).length > 0)
      .map((node) => ({ id: node.id, path: nodePath(node), name: nodeTitle(view, node) })),
  ];
  const language = (name: string) =>
    view.reader === "en" && japaneseParts(name).length > 1 ? html` lang="ja"` : "";
  const years = dataset.years.filter((year) => year <= latest);
  const option = (value: string, phrase: Phrase | string) =>
    html`<option value="${value}">${typeof phrase === "string" ? phrase : view.say(phrase)}</option>`;
  const colour = (name: string, phrase: Phrase, value: string) =>
    html`<p><label for="b-${name}">${view.say(phrase)}</label><input id="b-${name}" type="color" name="${name}" value="${value}"></p>`;
  return html`<section aria-labelledby="make"><h2 id="make">${view.say(words.title)}</h2>
<p>${view.say(words.lead)}</p>
<form id="builder" data-base="${base}" data-root="${view.root}" data-reader="${view.reader}" data-words="${JSON.stringify({ weak: view.say(words.weak), unknown: view.say(words.unknown) })}" hidden>
<p class="wide"><label for="b-what">${view.say(words.what)}</label><input id="b-what" name="what" list="b-things" autocomplete="off" type="search"><datalist id="b-things">${things.map(({ id, path, name }) => html`<option value="${name} (${id})"${language(name)} data-path="${path}"></option>`)}</datalist></p>
<p><label for="b-form">${view.say(words.form)}</label><select id="b-form" name="form">${forms.map(({ value, name }) => option(value, name))}</select></p>
<p><label for="b-year">${view.say(words.year)}</label><select id="b-year" name="year">${option("", words.latest)}${years.map((year) => option(`${year}`, `${year}`))}</select></p>
<p><label for="b-reader">${view.say(words.language)}</label><select id="b-reader" name="reader">${view.site.readers.map((reader) => html`<option value="${reader}" lang="${languageTags[reader]}"${reader === view.reader ? html` selected` : ""}>${{ ja: "日本語", en: "English", easy: "やさしい日本語" }[reader]}</option>`)}</select></p>
${colour("--kpi-color", words.ink, "#1a1a1a")}${colour("--kpi-background", words.back, "#ffffff")}${colour("--kpi-link", words.key, "#0017c1")}
<p><label for="b-page">${view.say(words.page)}</label><select id="b-page" name="page">${option("wide", words.wide)}${option("narrow", words.narrow)}${option("dark", words.dark)}${option("large", words.large)}</select></p>
<p class="status wide" id="b-told" role="status"></p>
</form>
<div id="b-result" class="pretended"></div>
<div class="copyable"><pre id="b-code" tabindex="0" role="group" aria-label="HTML"></pre><button type="button" data-copy="b-code" hidden>${view.say(copy)}</button></div>
<p class="quiet">${view.say(words.keeps)}</p></section>`;
}

const forms: readonly { readonly value: string; readonly name: Phrase }[] = [
  {
    value: "link",
    name: {
      ja: "リンク（カードになる。どのCMSでも残る）",
      en: "a link that becomes a card (every CMS keeps it)",
      easy: "リンク（いちばん 良い）",
    },
  },
  { value: "card", name: { ja: "カード", en: "a card", easy: "カード" } },
  {
    value: "grid",
    name: {
      ja: "カードを並べる（目標・施策・取組・事業）",
      en: "cards side by side (of a node)",
      easy: "カードを ならべる",
    },
  },
  { value: "chart", name: { ja: "グラフ", en: "a chart", easy: "グラフ" } },
  { value: "table", name: { ja: "表", en: "a table", easy: "表" } },
  { value: "value", name: { ja: "文の中の数字", en: "a value in a sentence", easy: "文の 中の 数字" } },
];

const words = {
  title: { ja: "作る", en: "Make one", easy: "つくる" },
  lead: {
    ja: "載せるものと形を選ぶと、できあがりとHTMLが下に出ます。",
    en: "Choose what and how; the result and its HTML appear below.",
    easy: "のせる ものを えらぶと、下に 出ます。",
  },
  what: {
    ja: "載せるもの（指標・目標・施策・取組・事業の名前）",
    en: "What (an indicator, or a part of the plan)",
    easy: "のせる もの（なまえ）",
  },
  form: { ja: "形", en: "Form", easy: "かたち" },
  year: { ja: "年度", en: "Year", easy: "年" },
  latest: { ja: "いつも最新", en: "always the latest", easy: "いつも 新しい もの" },
  language: { ja: "言語", en: "Language", easy: "ことば" },
  ink: { ja: "文字の色", en: "Text", easy: "字の 色" },
  back: { ja: "背景の色", en: "Background", easy: "うしろの 色" },
  key: { ja: "リンクの色", en: "Links", easy: "リンクの 色" },
  page: { ja: "試すページ", en: "Try it on", easy: "ためす ページ" },
  wide: { ja: "ふつうのページ", en: "a plain page", easy: "ふつう" },
  narrow: { ja: "せまい列", en: "a narrow column", easy: "せまい" },
  dark: { ja: "暗いページ", en: "a dark page", easy: "くらい" },
  large: { ja: "大きな文字", en: "large letters", easy: "大きい 字" },
  weak: {
    ja: "この色の組み合わせは読みにくく、基準（コントラスト比4.5）に足りません。",
    en: "These colours are hard to read: their contrast is below 4.5.",
    easy: "この 色は 読みにくいです。",
  },
  unknown: {
    ja: "一覧から選んでください。",
    en: "Choose one from the list.",
    easy: "一覧から えらんで ください。",
  },
  keeps: {
    ja: "色は style の中にあります。style を消すCMSでは、もとの色になります（数字は残ります）。",
    en: "Colours stand in a style attribute. A CMS that takes it away leaves the usual colours; the number stays.",
    easy: "色が のこらない ことも あります。数字は のこります。",
  },
} as const satisfies Record<string, Phrase>;
