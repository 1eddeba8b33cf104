// 「自分で作る」: one place to make an embed, with the choices, the live result on pretended pages and the code to paste.

import { indicatorPath, languages, marks, nodePath, type Phrase, type Reader, writing } from "@shihyo/core";
import { japaneseParts } from "@shihyo/widgets/markup";
import { copy } from "./cite.ts";
import { type EmbedForm, type EmbedKind, embedFile, embedForms, embedKinds } from "./embeds/embed-codes.ts";
import { type Html, html } from "./page.ts";
import { nodeTitle, type Site, type View, viewOf } from "./site.ts";

/** What the script needs beside the data of the indicator: nothing else is asked for. */
export interface BuilderData {
  readonly base: string;
  /** The years that have pictures, frames and fragments of their own. */
  readonly pinned: readonly number[];
  /** The embeds whose file is there in each language. */
  readonly own: Readonly<Partial<Record<Reader, readonly EmbedKind[]>>>;
  readonly words: { readonly weak: string; readonly unknown: string };
}

/** On the page of each thing: the way to the one place where its embed is made. */
export function embedLink(view: View, id: string): Html {
  return html`<a data-embed href="${view.to("embed/")}?of=${id}">${view.say(embedTitle)}</a>`;
}

export const embedTitle: Phrase = {
  ja: "自分のページに載せる",
  en: "Put this on your page",
  easy: "自分の ページに のせる",
};

export function embedBuilder(view: View): Html {
  const { dataset, plan, indicators, latest, readers } = view.site;
  const { base, pinned = [] } = dataset.municipality;
  const others = languages
    .filter((language) => readers.includes(language) && language !== view.reader)
    .map((reader) => viewOf(view.site, reader, "embed/"));
  const things: readonly Thing[] = [
    ...[...indicators.values()].map((one) => ({
      id: one.id,
      path: indicatorPath(one.id),
      name: view.name(one.label),
      others: "",
    })),
    ...plan.nodes
      .filter((node) => plan.listingsUnder(node).length > 0)
      .map((node) => ({
        id: node.id,
        path: nodePath(node),
        name: nodeTitle(view, node),
        others: html`${others.map((other) => html` data-${other.reader}="${nodeTitle(other, node)}"`)}`,
      })),
  ];
  const language = (name: string) =>
    marks[view.reader].foreign && japaneseParts(name).length > 1 ? html` lang="ja"` : "";
  const years = dataset.years.filter((year) => year <= latest);
  const option = (value: string, phrase: Phrase | string) =>
    html`<option value="${value}">${typeof phrase === "string" ? phrase : view.say(phrase)}</option>`;
  const colour = (name: string, phrase: Phrase, value: string) =>
    html`<p><label for="b-${name}">${view.say(phrase)}</label><input id="b-${name}" type="color" name="${name}" value="${value}"></p>`;
  const data: BuilderData = {
    base,
    pinned,
    own: Object.fromEntries(readers.map((reader) => [reader, ownFiles(view.site, reader)])),
    words: { weak: view.say(words.weak), unknown: view.say(words.unknown) },
  };
  // What a release does not hold is not offered.
  const offered = embedForms.filter(
    (form) =>
      embedFile(form, { path: "", reader: "ja", own: [] }) === undefined ||
      data.own.ja?.some((kind) => kind === form),
  );
  return html`<section aria-labelledby="make"><h2 id="make">${view.say(words.title)}</h2>
<p>${view.say(words.lead)}</p>
<noscript><p>${view.say(words.needsScript)}</p></noscript>
<form id="builder" data-root="${view.root}" data-of="${JSON.stringify(data)}" hidden>
<p class="wide"><label for="b-what">${view.say(words.what)}</label><input id="b-what" name="what" list="b-things" autocomplete="off" type="search"><datalist id="b-things">${things.map(({ id, path, name, others }) => html`<option value="${name} (${id})"${language(name)} data-path="${path}"${others}></option>`)}</datalist></p>
<p><label for="b-form">${view.say(words.form)}</label><select id="b-form" name="form">${offered.map((form) => option(form, forms[form]))}</select></p>
<p><label for="b-year">${view.say(words.year)}</label><select id="b-year" name="year">${option("", words.latest)}${years.map((year) => option(`${year}`, view.say({ ja: `${year}年度に固定`, en: `always ${year}`, easy: `いつも ${year}年度` })))}</select></p>
<p><label for="b-reader">${view.say(words.language)}</label><select id="b-reader" name="reader">${readers.map((reader) => html`<option value="${reader}" lang="${marks[reader].tag}"${reader === view.reader ? html` selected` : ""}>${writing[reader].name}</option>`)}</select></p>
${colour("--kpi-color", words.ink, "#1a1a1a")}${colour("--kpi-background", words.back, "#ffffff")}${colour("--kpi-link", words.key, "#0017c1")}
<p><label for="b-page">${view.say(words.page)}</label><select id="b-page" name="page">${option("wide", words.wide)}${option("narrow", words.narrow)}${option("dark", words.dark)}${option("large", words.large)}</select></p>
<p class="status wide" id="b-status" role="status"></p>
</form>
<div id="b-result" class="pretended"></div>
<div class="copyable"><pre id="b-code" tabindex="0" role="group" aria-label="HTML"></pre><button type="button" data-copy="b-code" hidden>${view.say(copy)}</button></div>
<div id="b-about"></div>
<p class="quiet">${view.say(words.keeps)}</p></section>`;
}

interface Thing {
  readonly id: string;
  readonly path: string;
  readonly name: string;
  /** Its name for the other readers, as attributes; an indicator's stands in its own data. */
  readonly others: Html | string;
}

/** The kinds whose file some indicator has in the reader's language. */
function ownFiles({ written, indicators }: Site, reader: Reader): readonly EmbedKind[] {
  const ids = [...indicators.keys()];
  return embedKinds.filter((kind) =>
    ids.some((id) => {
      const file = embedFile(kind, { path: indicatorPath(id), reader, own: embedKinds });
      return file !== undefined && written.has(file);
    }),
  );
}

const forms: Readonly<Record<EmbedForm, Phrase>> = {
  link: {
    ja: "リンク（カードになる。どのCMSでも残る）",
    en: "a link that becomes a card (every CMS keeps it)",
    easy: "リンク（いちばん 良い）",
  },
  element: { ja: "カード", en: "a card", easy: "カード" },
  grid: {
    ja: "カードを並べる（計画の中のまとまり）",
    en: "cards side by side (of a part of the plan)",
    easy: "カードを ならべる",
  },
  chart: { ja: "グラフ", en: "a chart", easy: "グラフ" },
  table: { ja: "表", en: "a table", easy: "表" },
  value: { ja: "文の中の数字", en: "a value in a sentence", easy: "文の 中の 数字" },
  fragment: {
    ja: "描画済みの断片（scriptなし）",
    en: "a pre-rendered fragment (no script)",
    easy: "できあがった カード",
  },
  image: { ja: "画像", en: "an image", easy: "画像" },
  iframe: { ja: "枠（iframe）", en: "a frame (iframe)", easy: "わく" },
};

const words = {
  title: { ja: "作る", en: "Make one", easy: "つくる" },
  lead: {
    ja: "載せるものと形を選ぶと、できあがりとHTMLが下に出ます。",
    en: "Choose what and how; the result and its HTML appear below.",
    easy: "のせる ものを えらぶと、下に 出ます。",
  },
  what: {
    ja: "載せるもの（指標、または計画の中のまとまりの名前）",
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
  needsScript: {
    ja: "作るには、JavaScriptが要ります。",
    en: "Making one needs JavaScript.",
    easy: "つくるには JavaScriptが いります。",
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
