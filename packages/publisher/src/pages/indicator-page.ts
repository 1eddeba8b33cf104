// The page of one indicator: its card, its values by year, what it is, where it is printed.

import {
  aggregationWords,
  type Dataset,
  directionBasisWords,
  directionWords,
  formatJapaneseYear,
  groupDecimal,
  type Indicator,
  type IndicatorJson,
  indicatorPath,
  type Observation,
  periodWords,
  type Series,
  wordFor,
} from "@shihyo/core";
import { joinNotes, readingCell, reasonCell } from "../tables/cells.ts";
import { type Html, html, type Page } from "./page.ts";
import { cardHtml } from "./words.ts";

export function indicatorPage(dataset: Dataset, item: Series, json: IndicatorJson): Page {
  const { indicator } = item;
  const label = json.label.ja;
  const folder = indicatorPath(indicator.id);
  const sentence = json.years.at(-1)?.card.ja.sentence ?? label;
  return {
    folder,
    title: `${label}｜${dataset.municipality.title.ja}`,
    description: sentence,
    alternates: [{ type: "application/json", href: "data.json" }],
    main: html`${crumbs(dataset, indicator)}
<h1>${label}</h1>
<div class="figures">${cardHtml(dataset, json, "../../")}</div>
${values(dataset, item)}
<h2>この指標について</h2>
${facts(dataset, indicator)}
<h2>データ</h2>
<ul><li><a href="data.json">この指標のデータ（JSON）</a></li><li><a href="../../${dataset.municipality.code}_indicator_result.csv">すべての指標の実績値（CSV）</a></li></ul>
<p>この指標のアドレス（引用するとき）：${json.iri}</p>`,
  };
}

function crumbs(dataset: Dataset, indicator: Indicator): Html {
  const listing = dataset.listings.find((one) => one.indicator === indicator.id);
  const project = dataset.nodes.get(listing?.node ?? "");
  const initiative = dataset.nodes.get(listing?.initiative ?? "");
  const names = [initiative?.name.ja, project?.name.ja].filter((name) => name !== undefined);
  return html`<nav class="crumbs" aria-label="現在の位置"><ol><li><a href="../../index.html">一覧</a></li>${names.map((name) => html`<li>${name}</li>`)}</ol></nav>`;
}

function values(dataset: Dataset, { indicator, observations }: Series): Html {
  const unit = dataset.units.get(indicator.unit ?? "")?.name.ja ?? "";
  const hasBreakdown = observations.some(({ breakdown }) => breakdown !== undefined);
  const row = (observation: Observation) => {
    const { value, year, breakdown, reading, note, page } = observation;
    const shown =
      value.kind === "number"
        ? groupDecimal(value.number)
        : value.kind === "words"
          ? value.words
          : `値なし（${reasonCell(observation)}）`;
    const name = breakdown === undefined ? "全体" : dataset.breakdowns.get(breakdown)?.name.ja;
    return html`<tr><th scope="row">${formatJapaneseYear(year, indicator.period === "calendar")}（${year}）</th>${hasBreakdown ? html`<td>${name}</td>` : ""}<td class="${value.kind === "number" ? "number" : "words"}">${shown}</td><td>${value.kind === "number" ? unit : ""}</td><td>${readingCell(reading)}</td><td>${joinNotes([note])}</td><td class="number">${page ?? ""}</td></tr>`;
  };
  return html`<div class="scroll" tabindex="0" role="region" aria-labelledby="values"><table><caption id="values">年度ごとの実績値</caption>
<thead><tr><th scope="col">年度</th>${hasBreakdown ? html`<th scope="col">内訳</th>` : ""}<th scope="col">実績値</th><th scope="col">単位</th><th scope="col">読取状況</th><th scope="col">備考</th><th scope="col">頁</th></tr></thead>
<tbody>${observations.map(row)}</tbody></table></div>`;
}

function facts(dataset: Dataset, indicator: Indicator): Html {
  const { definition, formula, dataSource, direction, directionBasis } = indicator;
  const basis = directionBasis ? `（${wordFor(directionBasisWords, directionBasis)}）` : "";
  const breaks = dataset.breaks.filter((one) => one.indicator === indicator.id);
  const entries: readonly (readonly [string, string | undefined])[] = [
    ["ID", indicator.id],
    ["印刷された名称", indicator.name.ja],
    ["定義", definition?.ja ?? "（まだ書かれていません）"],
    ["算出式", formula],
    ["データ元", dataSource],
    [
      "期間",
      `${wordFor(periodWords, indicator.period)}・${wordFor(aggregationWords, indicator.aggregation)}`,
    ],
    ["望ましい方向", `${wordFor(directionWords, direction)}${basis}`],
    ["名称の読み取り", readingCell(indicator.reading)],
    ["備考", indicator.note],
    [
      "比較できない年度",
      breaks.map(({ before, after, reason }) => `${before}と${after}：${reason.ja}`).join("；"),
    ],
  ];
  return html`<dl class="facts">${entries.flatMap(([term, text]) => (text ? [html`<dt>${term}</dt><dd>${text}</dd>`] : []))}</dl>`;
}
