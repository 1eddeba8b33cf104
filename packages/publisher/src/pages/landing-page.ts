// The landing page: what the data are and whose, every indicator as a card, the files to take away.

import { type Dataset, type IndicatorJson, type Listing, type PlanNode, textIn } from "@shihyo/core";
import { tableFile } from "../tables/published-table.ts";
import { publishedTables } from "../tables/published-tables.ts";
import type { WrittenFiles } from "../write/format.ts";
import { type Html, html, type Page } from "./page.ts";
import { cardHtml } from "./words.ts";

export function landingPage(
  dataset: Dataset,
  indicators: ReadonlyMap<string, IndicatorJson>,
  written: WrittenFiles,
): Page {
  const { municipality } = dataset;
  const title = textIn(municipality.title, "ja");
  const goals = [...dataset.nodes.values()].filter(({ kind }) => kind === "goal");
  return {
    folder: "",
    title,
    description: textIn(municipality.description, "ja"),
    main: html`<h1>${title}</h1>
<p class="lead">${textIn(municipality.description, "ja")}</p>
<p>${indicators.size}の指標。版 ${dataset.releases.at(-1)?.version}（${dataset.releases.at(-1)?.date}）</p>
<nav aria-label="基本目標"><ul>${goals.map((goal) => html`<li><a href="#${goal.id}">${numbered(dataset, goal)}</a></li>`)}<li><a href="#data">データのダウンロード</a></li></ul></nav>
${goals.map((goal) => goalSection(dataset, goal, indicators))}
${ofNoGoal(dataset, indicators)}
<section aria-labelledby="data"><h2 id="data">データのダウンロード</h2>
${downloads(municipality.code, written)}</section>`,
  };
}

function childrenOf(dataset: Dataset, parent: PlanNode): PlanNode[] {
  return dataset.placements
    .filter((placement) => placement.parent === parent.id)
    .toSorted((a, b) => a.order - b.order)
    .flatMap(({ node }) => dataset.nodes.get(node) ?? []);
}

function numbered(dataset: Dataset, node: PlanNode): string {
  const number = dataset.placements.find((placement) => placement.node === node.id)?.number;
  const kinds: Readonly<Record<string, string>> = {
    goal: "基本目標",
    policy: "具体的な施策",
    initiative: "主な取組",
  };
  return `${kinds[node.kind] ?? ""}${number ?? ""} ${node.name.ja}`;
}

function goalSection(dataset: Dataset, goal: PlanNode, indicators: ReadonlyMap<string, IndicatorJson>): Html {
  return html`<section aria-labelledby="${goal.id}"><h2 id="${goal.id}">${numbered(dataset, goal)}</h2>
${cards(
  dataset,
  dataset.listings.filter(({ node }) => node === goal.id),
  indicators,
)}${childrenOf(dataset, goal).map(
  (policy) => html`<h3>${numbered(dataset, policy)}</h3>
${cards(
  dataset,
  dataset.listings.filter(({ node }) => node === policy.id),
  indicators,
)}${childrenOf(dataset, policy).map(
  (initiative) => html`<h4>${numbered(dataset, initiative)}</h4>
${cards(
  dataset,
  dataset.listings.filter((listing) => listing.initiative === initiative.id),
  indicators,
)}`,
)}`,
)}</section>`;
}

function cards(
  dataset: Dataset,
  listings: readonly Listing[],
  indicators: ReadonlyMap<string, IndicatorJson>,
): Html | "" {
  const listed = listings.flatMap(({ indicator }) => indicators.get(indicator ?? "") ?? []);
  if (listed.length === 0) return "";
  return html`<div class="figures">
${listed.map((indicator) => html`${cardHtml(dataset, indicator, "")}\n`)}</div>
`;
}

/** Indicators that are listed nowhere (retired ones) are found all the same. */
function ofNoGoal(dataset: Dataset, indicators: ReadonlyMap<string, IndicatorJson>): Html | "" {
  const listed = new Set(dataset.listings.map(({ indicator }) => indicator));
  const rest = [...indicators.values()].filter(({ id }) => !listed.has(id));
  if (rest.length === 0) return "";
  return html`<section aria-labelledby="unlisted"><h2 id="unlisted">今の報告書に掲載のない指標</h2>
<div class="figures">${rest.map((indicator) => cardHtml(dataset, indicator, ""))}</div></section>`;
}

function downloads(code: string, written: WrittenFiles): Html {
  const files = [
    ...publishedTables.map((table) => ({
      path: tableFile(code, table),
      title: table.title.ja,
      about: table.description.ja,
    })),
    {
      path: `${code}_dataset.json`,
      title: "すべてのデータ（JSON）",
      about: "表と、カードに出る言葉のすべて。",
    },
  ];
  return html`<table><caption>ファイル</caption><thead><tr><th scope="col">ファイル</th><th scope="col">内容</th><th scope="col">大きさ</th></tr></thead><tbody>
${files.map(({ path, title, about }) => html`<tr><th scope="row"><a href="${path}">${path}</a></th><td>${title}。${about}</td><td class="number">${size(written.get(path)?.bytes)}</td></tr>\n`)}</tbody></table>`;
}

function size(bytes: number | undefined): string {
  return bytes === undefined ? "" : `${Math.max(1, Math.round(bytes / 1000))} kB`;
}
