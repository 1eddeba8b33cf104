// 「自分のページに載せる」: the dialog with the five embeds of an indicator, whole in the page, which a script opens and adjusts.

import { type IndicatorJson, indicatorFileJson, indicatorPath, type Phrase, type Reader } from "@shihyo/core";
import { fragment } from "../../embeds/fragment.ts";
import { copy } from "../cite.ts";
import { latestOf, linkText } from "../figure.ts";
import { type Html, html } from "../page.ts";
import { type View, viewOf } from "../site.ts";
import { aboutEmbeds, type EmbedKind, embedCode, embedKinds, policyLine, scriptCode } from "./embed-codes.ts";

/** Where the release keeps the ready-made forms of a card; the dialog offers those that are there. */
const files: Readonly<Partial<Record<EmbedKind, string>>> = {
  fragment: "fragment.html",
  image: "card.svg",
  iframe: "embed.html",
};

/** What the script needs to write the codes anew in another language or for another year. */
export interface EmbedData {
  readonly base: string;
  readonly id: string;
  readonly root: string;
  readonly kinds: readonly EmbedKind[];
  readonly readers: readonly {
    readonly reader: Reader;
    readonly label: string;
    readonly years: readonly { readonly year: number; readonly text: string; readonly sentence: string }[];
  }[];
}

export function embedDialog(view: View, json: IndicatorJson): Html {
  const { dataset, written } = view.site;
  const { base } = dataset.municipality;
  const path = indicatorPath(json.id);
  const kinds = embedKinds.filter((kind) => {
    const file = files[kind];
    return file === undefined || written.has(path + file);
  });
  const data = embedData(view, json, kinds);
  const latest = data.readers.find(({ reader }) => reader === view.reader)?.years.at(-1);
  const subject = {
    base,
    id: json.id,
    text: latest?.text ?? view.name(json.label),
    sentence: latest?.sentence ?? view.name(json.label),
    label: view.name(json.label),
    reader: view.reader,
    fragment: drawn(view, json),
  };
  const languages: Readonly<Record<Reader, string>> = { ja: "日本語", en: "English", easy: "やさしい日本語" };
  return html`<dialog id="embed" aria-labelledby="embed-title" data-of="${JSON.stringify(data)}">
<form method="dialog"><button aria-label="${view.say(words.close)}">×</button></form>
<h2 id="embed-title">${view.say(words.title)}</h2>
<p>${view.say(words.lead)}</p>
<p class="choices"><label>${view.say(words.language)} <select name="reader">${data.readers.map(({ reader }) => html`<option value="${reader}"${reader === view.reader ? html` selected` : ""}>${languages[reader]}</option>`)}</select></label> <label>${view.say(words.year)} <select name="year"><option value="">${view.say(words.latest)}</option>${json.years.map(({ year }) => html`<option value="${year}">${view.say({ ja: `${year}年度に固定`, en: `always ${year}`, easy: `いつも ${year}年度` })}</option>`)}</select></label></p>
${kinds.map((kind) => {
  const about = aboutEmbeds[kind];
  return html`<details name="embed" data-kind="${kind}"${kind === "link" ? html` open` : ""}><summary>${view.say(about.title)}</summary>
<p>${view.say(about.survives)}</p>
<div class="copyable"><pre id="code-${kind}" tabindex="0" role="group" aria-label="HTML">${embedCode(kind, subject) ?? ""}</pre><button type="button" data-copy="code-${kind}" hidden>${view.say(copy)}</button></div>
${kind === "link" ? html`<p>${view.say(words.template)}</p><div class="copyable"><pre id="code-script" tabindex="0" role="group" aria-label="HTML">${scriptCode(base)}</pre><button type="button" data-copy="code-script" hidden>${view.say(copy)}</button></div>` : ""}
<p class="quiet">${view.say(words.policy)}<code>${policyLine(kind, base)}</code></p>
<p class="quiet">${view.say(words.otherwise)}${view.say(about.otherwise)}</p>
<div class="preview" data-preview="${kind}"></div></details>
`;
})}<p><a href="${view.to("embed/")}">${view.say(words.doctor)}</a></p></dialog>`;
}

/** The card drawn beforehand, as its own file holds it; the same in every reader's page. */
function drawn(view: View, json: IndicatorJson): string {
  return kept(drawnCards, json, () => draw(view, json));
}

const drawnCards = new WeakMap<IndicatorJson, string>();
const readersOf = new WeakMap<IndicatorJson, EmbedData["readers"]>();

function kept<T>(known: WeakMap<IndicatorJson, T>, json: IndicatorJson, make: () => T): T {
  const found = known.get(json);
  if (found !== undefined) return found;
  const made = make();
  known.set(json, made);
  return made;
}

function draw(view: View, json: IndicatorJson): string {
  const { dataset, series } = view.site;
  const item = series.get(json.id);
  const year = latestOf(json);
  if (!item || !year) return "";
  const file = indicatorFileJson(dataset, item);
  const { base, publisher } = dataset.municipality;
  const folder = indicatorPath(json.id);
  return fragment({
    base,
    publisher: publisher.name.ja,
    file,
    year,
    isPinned: false,
    folder,
    page: base + folder,
    text: linkText(viewOf(view.site, "ja", folder), json),
  });
}

function embedData(view: View, json: IndicatorJson, kinds: readonly EmbedKind[]): EmbedData {
  const { site } = view;
  return {
    base: site.dataset.municipality.base,
    id: json.id,
    root: view.root,
    kinds,
    readers: kept(readersOf, json, () =>
      site.readers.map((reader) => {
        const theirs = viewOf(site, reader, indicatorPath(json.id));
        return {
          reader,
          label: theirs.name(json.label),
          years: json.years.map((one) => ({
            year: one.year,
            text: linkText(theirs, { ...json, years: [one] }),
            sentence: theirs.card(one).sentence,
          })),
        };
      }),
    ),
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
    ja: "カードにするには、サイトのテンプレートに次の1行を一度だけ入れます（Web担当へ）。",
    en: "To turn links into cards, this line goes once into the site's template (for the web team).",
    easy: "カードに する ときは、これを 1回 入れます（サイトを つくる 人に たのんで ください）。",
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
