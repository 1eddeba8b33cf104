// The landing page: what the data are and whose, the year at a glance, every indicator to be searched, the files to take away.

import { deepest, isForeign, levelsAt, type Phrase, type PlanNode, textFor, writing } from "@shihyo/core";
import { citation, copyable } from "./cite.ts";
import { whatChanged } from "./correction-history.ts";
import { downloads } from "./downloads.ts";
import { glance, names as movedNames } from "./glance.ts";
import { howToRead } from "./how-to-read.ts";
import { type Html, html } from "./page.ts";
import { indicatorTable } from "./rows.ts";
import { nodeLink, nodeTitle, severalPlans, type View } from "./site.ts";

export function landingMain(view: View): Html {
  const { dataset, plan } = view.site;
  const { municipality } = dataset;
  const plans = plan.nodes.filter(({ level }) => level === 0);
  return html`<h1>${view.shown(municipality.title)}</h1>
<p class="lead">${lead(view)}</p>
${filters(view)}
<div id="found" hidden></div>
${municipality.official ? "" : html`<p class="notice">${view.shown(view.say(notOfficial(textFor(municipality.name, view.reader))))}</p>`}
<nav class="jump" aria-label="${view.say(onThisPage)}"><ul>${sections.map(({ id, title }) => html`<li><a href="#${id}">${view.say(title)}</a></li>`)}${plans.map((node) => html`<li><a href="${nodeLink(view, node)}">${plans.length > 1 ? view.shown(node.name) : view.say(wholePlan)}</a></li>`)}<li><a href="${view.to("embed/")}">${view.say(putOnPage)}</a></li></ul></nav>
${glance(view)}
${list(view)}
${section(view, "data", downloads(view))}
${section(view, "changes", whatChanged(view))}
${section(view, "reading", howToRead(view))}
${section(view, "cite", citing(view))}`;
}

function section(view: View, id: string, content: Html): Html {
  const title = sections.find((one) => one.id === id)?.title;
  return html`<section aria-labelledby="${id}"><h2 id="${id}">${title ? view.say(title) : ""}</h2>
${content}</section>`;
}

function list(view: View): Html {
  const { indicators } = view.site;
  return section(
    view,
    "list",
    html`<p id="shown" class="quiet" hidden></p>
<div id="cards" class="figures" hidden></div>
<div id="rows" class="scroll">${indicatorTable(view, indicators.values(), listCaption(indicators.size))}</div>`,
  );
}

/** Shown by the script that answers it; without scripts the whole table stands below. */
function filters(view: View): Html {
  const { plan } = view.site;
  const { dataset } = view.site;
  const ofLevel = (level: number) => plan.nodes.filter((node) => node.level === level);
  const levelName = (level: number) =>
    levelsAt(dataset, level)
      .map(({ name }) => view.name(name))
      .join(writing[view.reader].dot);
  const kinds = [...dataset.indicatorKinds.values()].filter(({ name }) =>
    [...view.site.indicators.values()].some(({ kind }) => kind === name.ja),
  );
  const option = (value: string, text: string) => html`<option value="${value}">${text}</option>`;
  // An option holds text alone, so that the whole of it bears the language of the name.
  const language = ({ name }: PlanNode) => (isForeign(name, view.reader) ? html` lang="ja"` : "");
  const nodeOption = (node: PlanNode) =>
    html`<option value="${node.id}"${language(node)}>${nodeTitle(view, node)}</option>`;
  // Two plans may call their levels by one name.
  const byPlan = (nodes: readonly PlanNode[], each: (node: PlanNode) => Html) => {
    const several = severalPlans(view);
    if (several.length === 0) return nodes.map(each);
    return several.flatMap((one) => {
      const own = nodes.filter(({ plan: of }) => of === one.id);
      return own.length === 0
        ? []
        : [html`<optgroup label="${view.name(one.name)}"${language(one)}>${own.map(each)}</optgroup>`];
    });
  };
  const judged = [...view.site.indicators.values()].some(({ years }) =>
    ["better", "worse"].includes(years.at(-1)?.assessment ?? ""),
  );
  const moves = judged ? judgedMoves : judgedMoves.slice(0, 4);
  const words = {
    count: { ja: "指標{n}件", en: "{n} indicators", easy: "数字 {n}こ" },
    one: { ja: "指標1件", en: "1 indicator", easy: "数字 1こ" },
    others: {
      ja: "、計画の項目・活動実績{n}件",
      en: ", {n} parts of the plan and activities",
      easy: "、しごと・した こと {n}こ",
    },
    other: {
      ja: "、計画の項目・活動実績1件",
      en: ", 1 part of the plan or activity",
      easy: "、しごと・した こと 1こ",
    },
    none: {
      ja: "見つかりませんでした。言葉を短くするか、しぼりこみを外してください。",
      en: "Nothing found. Try fewer words, or take a filter away.",
      easy: "ありませんでした。みじかい ことばで さがして ください。",
    },
    elsewhere: {
      ja: "計画の項目・活動実績",
      en: "Nodes of the plan and activities",
      easy: "しごと・した こと",
    },
  } as const satisfies Record<string, Phrase>;
  return html`<form id="filters" role="search" aria-labelledby="list" data-search="${view.file("assets/search.js")}" data-base="${view.to("").replace(/index\.html$/, "")}" data-words="${JSON.stringify(Object.fromEntries(Object.entries(words).map(([key, phrase]) => [key, view.say(phrase)])))}">
<p class="wide"><label for="q">${view.say(labels.search)}</label><input id="q" name="q" type="search" autocomplete="off" enterkeyhint="search" aria-describedby="q-help"><span id="q-help" class="quiet">${view.say(labels.searchHelp)}</span></p>
<details id="more"><summary>${view.say(labels.more)}</summary><div>
<p><label for="goal">${levelName(1)}</label><select id="goal" name="goal">${option("", view.say(labels.all))}${byPlan(ofLevel(1), nodeOption)}</select></p>
${
  deepest(dataset) < 2
    ? ""
    : html`<p><label for="policy">${levelName(2)}</label><select id="policy" name="policy">${option("", view.say(labels.all))}${byPlan(
        ofLevel(2),
        (node) =>
          html`<option value="${node.id}" data-goal="${plan
            .parentsOf(node)
            .map(({ id }) => id)
            .join(" ")}"${language(node)}>${nodeTitle(view, node)}</option>`,
      )}</select></p>
`
}${
  kinds.length < 2
    ? ""
    : html`<p><label for="kind">${view.say(labels.kind)}</label><select id="kind" name="kind">${option("", view.say(labels.all))}${kinds.map(({ name }) => html`<option value="${name.ja}">${view.name(name)}</option>`)}</select></p>
`
}<p><label for="change">${view.say(labels.change)}</label><select id="change" name="change">${option("", view.say(labels.all))}${moves.map((move) => option(move, view.say(movedNames[move])))}</select></p>
<p><label for="state">${view.say(labels.state)}</label><select id="state" name="state">${option("", view.say(labels.all))}${states.map(({ value, name }) => option(value, view.say(name)))}</select></p>
<p><label for="sort">${view.say(labels.sort)}</label><select id="sort" name="sort">${option("", view.say(labels.report))}${sorts.map(({ value, name }) => option(value, view.say(name)))}</select></p>
<fieldset><legend>${view.say(labels.view)}</legend>${(["rows", "cards"] as const).map((value) => html`<label><input type="radio" name="view" value="${value}"${value === "rows" ? html` checked` : ""}>${view.say(labels[value])}</label>`)}</fieldset></div></details>
<p class="status"><output id="count" for="q goal policy kind change state sort"></output> <button type="reset">${view.say(labels.reset)}</button></p>
</form>`;
}

/** What the city says of its data; easy Japanese has first words of its own, short and plain. */
function lead(view: View): Html | string {
  const { name, description } = view.site.dataset.municipality;
  const said = view.shown(description);
  return { ja: said, en: said, easy: easyLead(name.ja) }[view.reader];
}
function easyLead(city: string): string {
  return `${city}が どんな しごとを して、どう なったかを、数字で 見る ページです。さがしたい ことばを 下の はこに 入れて ください。なまえを おすと、くわしく 見ることが できます。`;
}

function citing(view: View): Html {
  const { municipality } = view.site.dataset;
  return html`<p>${view.say(licenceWords)}<a href="${municipality.licence.iri}">${view.shown(municipality.licence.name)}</a>${view.say(licenceEnd)}</p>
${copyable(view, "citation", citation(view, municipality.base))}`;
}

function listCaption(count: number): Phrase {
  return {
    ja: `全${count}指標の実績。名前を押すと、くわしいページへ`,
    en: `${count} indicators; each name leads to its page`,
    easy: `${count}の 数字。なまえを おすと、くわしい ページに なります`,
  };
}

function notOfficial(city: string): Phrase {
  return {
    ja: `${city}が採用するまでは、公式のデータではありません。数字を使うときは、もとの報告書も確かめてください。`,
    en: `This is not official until ${city} adopts it. Where a number matters, look at the printed report as well.`,
    easy: `${city}が みとめるまで、{body}の データでは ありません。だいじな ときは、もとの しりょうも 見て ください。`,
  };
}

const onThisPage: Phrase = { ja: "このページの内容", en: "On this page", easy: "この ページに ある もの" };
const wholePlan: Phrase = { ja: "計画の全体", en: "The whole plan", easy: "計画の ぜんぶ" };
const putOnPage: Phrase = {
  ja: "自分のページに載せる",
  en: "Put these on your page",
  easy: "自分の ページに のせる",
};

const sections: readonly { readonly id: string; readonly title: Phrase }[] = [
  { id: "list", title: { ja: "指標をさがす", en: "Find an indicator", easy: "数字を さがす" } },
  { id: "data", title: { ja: "データのダウンロード", en: "Download the data", easy: "データを もらう" } },
  { id: "changes", title: { ja: "前回からの変更", en: "What changed", easy: "かわった こと" } },
  { id: "reading", title: { ja: "読み方", en: "How to read it", easy: "読み方" } },
  { id: "cite", title: { ja: "利用条件と引用", en: "Licence and citation", easy: "つかう きまり" } },
];

const labels = {
  search: { ja: "言葉でさがす", en: "Search", easy: "ことばで さがす" },
  searchHelp: {
    ja: "指標・計画の項目・所管・活動実績の名前。ひらがなとカタカナ、全角と半角は区別しません。",
    en: "Names of indicators, parts of the plan, departments and activities.",
    easy: "ひらがなでも カタカナでも さがせます。",
  },
  kind: { ja: "指標区分", en: "Kind of indicator", easy: "しゅるい" },
  change: { ja: "前年度からの動き", en: "Movement", easy: "どう かわったか" },
  state: { ja: "値の状態", en: "Kind of value", easy: "数字の ようす" },
  all: { ja: "すべて", en: "All", easy: "ぜんぶ" },
  view: { ja: "見方", en: "View", easy: "見方" },
  rows: { ja: "表", en: "Rows", easy: "ひょう" },
  cards: { ja: "カード", en: "Cards", easy: "カード" },
  more: { ja: "しぼりこみ・並べかえ", en: "Filter and sort", easy: "えらぶ・ならべかえる" },
  sort: { ja: "並べ順", en: "Order", easy: "ならべ方" },
  report: { ja: "報告書の順", en: "as in the report", easy: "もとの しりょうの じゅん" },
  reset: { ja: "条件を消す", en: "Clear", easy: "はじめに もどす" },
} as const satisfies Record<string, Phrase>;

const states: readonly { readonly value: string; readonly name: Phrase }[] = [
  { value: "number", name: { ja: "数値", en: "a number", easy: "数字" } },
  { value: "words", name: { ja: "言葉（進捗）", en: "words (progress)", easy: "ことば" } },
  { value: "none", name: { ja: "値なし", en: "no value", easy: "数字が ない" } },
  { value: "doubtful", name: { ja: "要確認", en: "in doubt", easy: "これから たしかめる もの" } },
];

const sorts: readonly { readonly value: string; readonly name: Phrase }[] = [
  { value: "name", name: { ja: "名前の順", en: "by name", easy: "なまえの じゅん" } },
  {
    value: "rate-up",
    name: { ja: "増減率：増えた順", en: "per cent: largest rise", easy: "大きく ふえた じゅん" },
  },
  {
    value: "rate-down",
    name: { ja: "増減率：減った順", en: "per cent: largest fall", easy: "大きく へった じゅん" },
  },
  {
    value: "change-up",
    name: { ja: "増減：増えた順", en: "change: largest rise", easy: "ふえた 数の じゅん" },
  },
  {
    value: "change-down",
    name: { ja: "増減：減った順", en: "change: largest fall", easy: "へった 数の じゅん" },
  },
];

/** The last two only where the city has said which way is better. */
const judgedMoves = ["up", "down", "same", "other", "better", "worse"] as const;

const licenceWords: Phrase = {
  ja: "表は自由に使えます（",
  en: "The tables are free to use (",
  easy: "この データは だれでも つかえます（",
};
const licenceEnd: Phrase = {
  ja: "）。使うときは、次の言葉をそえてください。",
  en: "). Please give these words with them.",
  easy: "）。つかう ときは、つぎの ことばを 書いて ください。",
};
