// 「自分のページに載せる」: the dialog with the five embeds of an indicator, whole in the page, which a script opens and adjusts.

import { type IndicatorJson, indicatorPath, isPlaceholder, type Phrase, type Reader } from "@shihyo/core";
import { languageTags } from "@shihyo/widgets/markup";
import { copy } from "../cite.ts";
import { linkText } from "../figure.ts";
import { type Html, html } from "../page.ts";
import { type Site, type View, viewOf } from "../site.ts";
import {
  aboutEmbeds,
  type EmbedKind,
  embedCode,
  embedFile,
  embedKinds,
  policyLine,
  templateCode,
} from "./embed-codes.ts";
import { versionCode } from "./version-code.ts";

/** What the script needs to write the codes anew in another language or for another year. */
export interface EmbedData {
  readonly base: string;
  readonly id: string;
  readonly root: string;
  readonly kinds: readonly EmbedKind[];
  /** The years that have pictures, frames and fragments of their own. */
  readonly pinned: readonly number[];
  /** The year that "always the latest" shows, where a newer one is still being counted. */
  readonly shownYear?: number;
  readonly readers: readonly {
    readonly reader: Reader;
    readonly label: string;
    /** The embeds whose file is there in this language. */
    readonly own: readonly EmbedKind[];
    readonly years: readonly { readonly year: number; readonly text: string; readonly sentence: string }[];
  }[];
}

export function embedDialog(view: View, json: IndicatorJson): Html {
  const { dataset, written } = view.site;
  const { base } = dataset.municipality;
  // What a release does not hold is not offered.
  const kinds = embedKinds.filter((kind) => {
    const file = embedFile(kind, { id: json.id, reader: "ja", own: [] });
    return file === undefined || written.has(file);
  });
  const data = embedData(view, json, kinds);
  const own = data.readers.find(({ reader }) => reader === view.reader);
  const latest = own?.years.find(({ year }) => year === json.shownYear) ?? own?.years.at(-1);
  const subject = {
    base,
    id: json.id,
    text: latest?.text ?? view.name(json.label),
    sentence: latest?.sentence ?? view.name(json.label),
    label: view.name(json.label),
    reader: view.reader,
    own: own?.own ?? [],
  };
  const languages: Readonly<Record<Reader, string>> = { ja: "日本語", en: "English", easy: "やさしい日本語" };
  return html`<dialog id="embed" aria-labelledby="embed-title" data-of="${JSON.stringify(data)}">
<form method="dialog"><button aria-label="${view.say(words.close)}">×</button></form>
<h2 id="embed-title">${view.say(words.title)}</h2>
<p>${view.say(words.lead)}</p>
${isPlaceholder(base) ? html`<p class="notice">${view.say(placeholderWords(base))}</p>` : ""}
<p class="choices"><label>${view.say(words.language)} <select name="reader">${data.readers.map(({ reader }) => html`<option value="${reader}" lang="${languageTags[reader]}"${reader === view.reader ? html` selected` : ""}>${languages[reader]}</option>`)}</select></label> <label>${view.say(words.year)} <select name="year"><option value="">${view.say(words.latest)}</option>${json.years.map(({ year }) => html`<option value="${year}">${view.say({ ja: `${year}年度に固定`, en: `always ${year}`, easy: `いつも ${year}年度` })}</option>`)}</select></label></p>
${kinds.map((kind) => {
  const about = aboutEmbeds[kind];
  return html`<details name="embed" data-kind="${kind}"${kind === "link" ? html` open` : ""}><summary>${view.say(about.title)}</summary>
<p>${view.say(about.survives)}</p>
<div class="copyable"><pre id="code-${kind}" tabindex="0" role="group" aria-label="HTML">${embedCode(kind, subject) ?? ""}</pre><button type="button" data-copy="code-${kind}" hidden>${view.say(copy)}</button></div>
${kind === "link" ? html`<p>${view.say(words.template)}</p><div class="copyable"><pre id="code-template" tabindex="0" role="group" aria-label="HTML">${templateCode(base)}</pre><button type="button" data-copy="code-template" hidden>${view.say(copy)}</button></div>${unchanging(view, json.id)}` : ""}
<p class="quiet">${view.say(words.policy)}<code>${policyLine(kind, base)}</code></p>
<p class="quiet">${view.say(words.otherwise)}${view.say(about.otherwise)}</p>
<div class="preview" data-preview="${kind}"></div></details>
`;
})}<p><a href="${view.to("embed/")}">${view.say(words.doctor)}</a></p></dialog>`;
}

/** The lines for a web team that wants scripts and data which cannot change under its hands. */
function unchanging({ site, say }: View, id: string): Html | "" {
  const line = (path: string) => {
    const file = site.written.get(path);
    return file && versionCode(site.dataset.municipality.base, path, file.sha256);
  };
  const script = (name: string) => line(`widgets/${name}-${site.widgetVersion}.js`);
  const code = script("kpi");
  if (!code) return "";
  const shown = (name: string, lines: readonly (string | undefined)[]) =>
    html`<div class="copyable"><pre id="code-${name}" tabindex="0" role="group" aria-label="HTML">${lines.filter((one) => one !== undefined).join("\n")}</pre><button type="button" data-copy="code-${name}" hidden>${say(copy)}</button></div>`;
  return html`<p>${say(words.version)}</p>${shown("version", [code])}<details><summary>${say(words.pin)}</summary><p>${say(words.pinned)}</p>${shown("neighbours", neighbours.map(script))}<p>${say(words.data)}</p>${shown("data", [line(`${indicatorPath(id)}data.js`)])}</details>`;
}

/** The scripts that kpi.js brings when a page first has such an element. */
const neighbours = ["kpi-value", "kpi-grid", "kpi-chart", "kpi-table", "kpi-activities", "kpi-compare"];

/** The same in every reader's page, so made once. */
const readersOf = new WeakMap<IndicatorJson, EmbedData["readers"]>();

function embedData(view: View, json: IndicatorJson, kinds: readonly EmbedKind[]): EmbedData {
  const { site } = view;
  const readers = readersOf.get(json) ?? site.readers.map((reader) => readerData(site, reader, json, kinds));
  readersOf.set(json, readers);
  const { shownYear } = json;
  return {
    base: site.dataset.municipality.base,
    id: json.id,
    root: view.root,
    kinds,
    pinned: site.dataset.municipality.pinned ?? [],
    ...(shownYear === undefined ? {} : { shownYear }),
    readers,
  };
}

function readerData(
  site: Site,
  reader: Reader,
  json: IndicatorJson,
  kinds: readonly EmbedKind[],
): EmbedData["readers"][number] {
  const theirs = viewOf(site, reader, indicatorPath(json.id));
  return {
    reader,
    label: theirs.name(json.label),
    own: kinds.filter((kind) => {
      const file = embedFile(kind, { id: json.id, reader, own: kinds });
      return file !== undefined && site.written.has(file);
    }),
    years: json.years.map((one) => ({
      year: one.year,
      text: linkText(theirs, { ...json, years: [one] }),
      sentence: theirs.card(one).sentence,
    })),
  };
}

/** That what is copied here leads nowhere yet. */
export function placeholderWords(base: string): Phrase {
  return {
    ja: `このデータのアドレス（${base}）は仮のもので、貼ってもまだ誰も開けません。公開する場所が決まってから貼ってください。`,
    en: `The address of these data (${base}) is a placeholder: what is pasted now leads nowhere. Paste it once the data have their place.`,
    easy: `この アドレスは まだ 本物では ありません（${base}）。今は、はっても 開けません。`,
  };
}

const words = {
  title: { ja: "自分のページに載せる", en: "Put this on your page", easy: "自分の ページに のせる" },
  lead: {
    ja: "上にあるものほど、どのCMSでも残ります。HTMLをコピーして、ページの編集画面に貼ってください。",
    en: "The higher in this list, the more CMSs keep it. Copy the HTML and paste it into your page's editor.",
    easy: "上の ものほど、よく のこります。コピーして、ページに はって ください。",
  },
  language: { ja: "言語", en: "Language", easy: "ことば" },
  year: { ja: "年度", en: "Year", easy: "年" },
  latest: { ja: "いつも最新", en: "always the latest", easy: "いつも 新しい もの" },
  template: {
    ja: "カードにするには、サイトのテンプレートに次の2行を一度だけ入れます（Web担当へ）。1行目は kpi-card 要素の場所をあけておくもので、これがあればカードが出るときにページが動きません（リンクがカードになるときは、動くことがあります）。",
    en: "To turn links into cards, these two lines go once into the site's template (for the web team). The first keeps the room of kpi-card elements, so that nothing on the page moves when they come; a link that becomes a card may move what follows it.",
    easy: "カードに する ときは、これを 1回 入れます（サイトを つくる 人に たのんで ください）。",
  },
  version: {
    ja: "中身の変わらない版を使うサイトでは、2行目の代わりに次の1行です。1文字でも違えばブラウザーが動かしません（公開フォルダーのサーバーが、ほかのサイトからの読み込みを許すときに使えます）。この確認はkpi.jsだけのもので、値のファイルと、グラフ・表・一覧のプログラムには及びません（それらの固定は下に）。",
    en: "A site that wants a version that never changes takes this line instead of the second. The browser runs it only if every byte is right (the data's server has to allow other sites, by CORS). It covers kpi.js alone: neither the data nor the scripts of charts, tables and grids; those are pinned below.",
    easy: "いつも おなじ プログラムを 使う ときは、2つめの かわりに これを 入れます（サイトを つくる 人へ）。",
  },
  pin: {
    ja: "グラフ・表・一覧のプログラムと、値も固定する",
    en: "Pin the scripts of charts, tables and grids, and the data",
    easy: "ほかの プログラムと 数字も 同じに する",
  },
  pinned: {
    ja: "上の行の後に、ページで使う要素の行を入れます（kpi-card だけなら要りません）。入れた行のプログラムを、kpi.js は自分では読み込みません。",
    en: "After the line above come the lines of the elements that the page has (for kpi-card alone, none). What is there, kpi.js does not bring itself.",
    easy: "上の あとに 入れます（サイトを つくる 人へ）。",
  },
  data: {
    ja: "値を今のまま固定するには、次の行を kpi.js の行の前に入れます。値が訂正されると中身が合わなくなり、ブラウザーが動かさないので、もとのリンクの文字のままになります。",
    en: "To pin the data as they are now, this line goes before that of kpi.js. After a correction it fits no longer, the browser does not run it, and the text of the link stays.",
    easy: "今の 数字の ままに する ときは、kpi.js の 前に 入れます（サイトを つくる 人へ）。",
  },
  policy: {
    ja: "CSPを使うサイトでは、次を加えます：",
    en: "A site with a content security policy adds: ",
    easy: "サイトを つくる 人へ（CSP）：",
  },
  otherwise: { ja: "消されたら：", en: "If it is taken away: ", easy: "きえたら：" },
  doctor: {
    ja: "貼ったのに出ないとき：HTMLを調べる",
    en: "Pasted, but it does not show? Examine the HTML",
    easy: "出ない ときは、ここで しらべます",
  },
  close: { ja: "閉じる", en: "Close", easy: "とじる" },
} as const satisfies Record<string, Phrase>;
