// What an atlas shows as HTML: its cities, each common indicator with the cities side by side, and each city among the others.

import { type CommonIndicator, isPlaceholder } from "@shihyo/core";
import { type Html, html } from "../../site/page.ts";
import { comparableOf } from "./comparable.ts";
import { type AtlasData, type CityRow, type IndicatorRow, type SeriesRow, seriesKey } from "./gathered.ts";
import { isUnsure, scaleOf, smallChart } from "./multiples.ts";

interface Shown {
  readonly title: string;
  /** From the page's folder to the atlas's own. */
  readonly root: string;
  readonly main: Html;
  readonly script?: boolean;
}

/** Works from disk, from any folder, and without a script. */
export function atlasPage({ title, root, main, script }: Shown): string {
  return String(html`<!doctype html>
<html lang="ja"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title>
<meta http-equiv="Content-Security-Policy" content="default-src 'self'; base-uri 'none'; form-action 'none'; object-src 'none'">
<link rel="stylesheet" href="${root}assets/atlas.css">${script ? html`<script src="${root}assets/names.js" defer></script><script src="${root}assets/search.js" defer></script>` : ""}</head>
<body><a class="skip" href="#main">本文へ</a><header class="site"><p><a href="${root}index.html">指標アトラス</a></p></header>
<main id="main" tabindex="-1">
${main}
</main>
<footer class="site"><p>数字は、各団体が公開したデータを集めたものです。出典と利用条件は団体ごとに示しています。順位は付けていません。</p></footer></body></html>
`);
}

const cityLink = (root: string, { code, name }: CityRow) =>
  html`<a href="${root}cities/${code}/index.html">${name}</a>`;
const officialWord = ({ official }: CityRow) => (official ? "" : html` <span class="mark">非公式</span>`);
/** What others say is an address is linked only if it leads to the web; a placeholder leads nowhere. */
const isReal = (address: string): boolean =>
  /^https?:\/\//i.test(address) && URL.canParse(address) && !isPlaceholder(address);
const linked = (address: string, text: string) =>
  isReal(address) ? html`<a href="${address}">${text}</a>` : html`${text}`;

export function indexMain(data: AtlasData, commons: readonly CommonIndicator[]): Html {
  const used = commons.flatMap((common) => {
    const aligned = data.indicators.filter((one) => one.common === common.id);
    return aligned.length > 0 ? [{ common, cities: new Set(aligned.map(({ code }) => code)).size }] : [];
  });
  return html`<h1>ほかの市では</h1>
<p>${data.cities.length}の団体の、${data.indicators.length.toLocaleString("ja")}の指標を集めています。</p>
<section aria-labelledby="search"><h2 id="search">指標を探す</h2>
<p><label>ことば <input type="search" id="q" autocomplete="off"></label> <span id="found" role="status"></span></p><ol id="results"></ol><noscript><p>検索にはスクリプトが要ります。団体のページに、すべての指標があります。</p></noscript></section>
<section aria-labelledby="commons"><h2 id="commons">共通の指標</h2>
${used.length === 0 ? html`<p>共通の指標に結び付けられた指標は、まだありません（shihyo align）。</p>` : html`<ul class="commons">${used.map(({ common, cities }) => html`<li><a href="common-indicators/${common.id}/index.html">${common.name.ja}</a>（${cities}団体）</li>`)}</ul>`}</section>
<section aria-labelledby="cities"><h2 id="cities">団体</h2>
<div class="scroll" tabindex="0" role="group" aria-labelledby="cities"><table><thead><tr><th scope="col">コード</th><th scope="col">団体</th><th scope="col">データ</th><th scope="col">版</th><th scope="col" class="number">指標</th><th scope="col" class="number">値</th><th scope="col">利用条件</th></tr></thead>
<tbody>${data.cities.map((city) => html`<tr><td>${city.code}</td><th scope="row">${cityLink("", city)}${officialWord(city)}${city.state === "kept" ? html` <span class="mark">前に集めたもの</span>` : ""}</th><td>${linked(city.base, city.title)}</td><td>${city.version ?? ""}</td><td class="number">${city.indicators}</td><td class="number">${city.rows}</td><td>${licence(city)}</td></tr>`)}</tbody></table></div></section>
<section aria-labelledby="data"><h2 id="data">データ</h2>
<ul><li><a href="data/observations.parquet" download>すべての値（Parquet）</a></li><li><a href="data/indicators.csv" download>すべての指標（CSV）</a></li><li><a href="data/cities.csv" download>団体（CSV）</a></li><li><a href="common-indicators/scheme.ttl" download>共通の指標と結び付け（SKOS）</a></li><li><a href="catalog.ttl" download>目録（DCAT）</a></li></ul></section>`;
}

const licence = (city: CityRow) => {
  if (city.licence === null) return "";
  const name = /creativecommons\.org\/licenses\/by\/4\.0/.test(city.licence) ? "CC BY 4.0" : city.licence;
  return linked(city.licence, name);
};

export function commonMain(data: AtlasData, common: CommonIndicator): Html {
  const root = "../../";
  const aligned = data.indicators.filter((one) => one.common === common.id);
  const { together, beside, unit } = comparableOf(common, aligned);
  const cityOf = new Map(data.cities.map((city) => [city.code, city]));
  const rowsOf = (one: IndicatorRow) => data.series.get(seriesKey(one)) ?? [];
  const scale = scaleOf(together.map(rowsOf));
  const years = [...new Set(together.flatMap((one) => rowsOf(one).map(({ year }) => year)))].sort();
  const name = (one: IndicatorRow) => cityOf.get(one.code)?.name ?? one.code;
  return html`<h1 id="it">${common.name.ja}</h1>
<p class="lead">${common.definition.ja}</p>
<p>単位：${unit === "" ? "なし" : unit}。${common.direction === undefined ? "" : common.direction === "increase" ? "多いほど良いとされるもの。" : "少ないほど良いとされるもの。"}ここに並べるのは、「同じもの」と確かめられ、単位と数え方が同じものだけです。</p>
${together.length === 0 ? html`<p>同じものとして並べられる団体は、まだありません。</p>` : ""}
${scale ? html`<section aria-labelledby="pictures"><h2 id="pictures">団体ごとの推移</h2><p>すべて同じ目盛りです（0から${scale.high.toLocaleString("ja")}${unit}まで）。白い点は、確かでない値です。線の切れ目は、比べられないか、値がありません。</p><div class="multiples">${together.map((one) => html`<figure><figcaption>${name(one)}</figcaption>${smallChart(rowsOf(one), scale, `${name(one)}の推移`)}</figure>`)}</div></section>` : ""}
${together.length > 0 ? valuesTable(together, years, rowsOf, cityOf, root) : ""}
${beside.length > 0 ? html`<section aria-labelledby="beside"><h2 id="beside">似ているが、並べられないもの</h2><ul>${beside.map(({ indicator, difference }) => html`<li>${name(indicator)}「${linked(indicator.uri, indicator.label)}」：${latest(rowsOf(indicator), indicator.unit)}<br><small>${difference}</small></li>`)}</ul></section>` : ""}`;
}

function valuesTable(
  together: readonly IndicatorRow[],
  years: readonly number[],
  rowsOf: (one: IndicatorRow) => readonly SeriesRow[],
  cityOf: ReadonlyMap<string, CityRow>,
  root: string,
): Html {
  const notes = together.flatMap((one) =>
    rowsOf(one).flatMap((row) => {
      const said = doubtOf(row);
      return said === ""
        ? []
        : [html`<li>${cityOf.get(one.code)?.name ?? one.code} ${row.year}年度：${said}</li>`];
    }),
  );
  return html`<section aria-labelledby="values"><h2 id="values">年度ごとの値</h2><p>コードの順です。</p>
<div class="scroll" tabindex="0" role="group" aria-labelledby="values"><table><thead><tr><th scope="col">団体</th><th scope="col">市での名称</th>${years.map((year) => html`<th scope="col" class="number">${year}</th>`)}</tr></thead>
<tbody>${together.map((one) => {
    const city = cityOf.get(one.code);
    const byYear = new Map(rowsOf(one).map((row) => [row.year, row]));
    return html`<tr><th scope="row">${city ? html`${cityLink(root, city)}${officialWord(city)}` : one.code}</th><td>${linked(one.uri, one.label)}${one.aligned_by === "atlas" ? html`<small>（同じものとしたのは、このアトラスの作成者）</small>` : ""}</td>${years.map((year) => html`<td class="number">${cell(byYear.get(year))}</td>`)}</tr>`;
  })}</tbody></table></div>
${notes.length > 0 ? html`<h3>確かでない値と注記</h3><ul>${notes}</ul>` : ""}
<p>出典：${together.map((one, at) => html`${at > 0 ? "；" : ""}${cityOf.get(one.code)?.name ?? one.code}${cityOf.get(one.code)?.attribution ? html`（${cityOf.get(one.code)?.attribution ?? ""}）` : ""}`)}</p></section>`;
}

function cell(row: SeriesRow | undefined): Html | string {
  if (!row) return "";
  const text =
    row.printed === null
      ? (row.words ?? (row.reason === null ? "" : `（${row.reason}）`))
      : grouped(row.printed);
  return isUnsure(row) && row.printed !== null ? html`${text}<span class="mark">？</span>` : text;
}

/** What is doubtful about a value, or noted beside it: it stands wherever the number stands. */
function doubtOf({ reading, status, comparable, not_comparable_reason: reason, note }: SeriesRow): string {
  return [
    reading === "確定" || reading === null ? undefined : `読み取り：${reading}`,
    status === "確定" || status === null || status === "値なし" ? undefined : status,
    comparable === "不可" ? `前年度と比べられません${reason === null ? "" : `（${reason}）`}` : undefined,
    comparable === "参考" ? "前年度との差は参考" : undefined,
    note ?? undefined,
  ]
    .filter((one) => one !== undefined)
    .join("。");
}

function latest(rows: readonly SeriesRow[], unit: string | null): string {
  const row = rows.findLast(({ printed }) => printed !== null);
  if (!row) return "値なし";
  const doubt = doubtOf(row);
  return `${grouped(row.printed ?? "")}${unit ?? ""}（${row.year}年度）${doubt === "" ? "" : `、${doubt}`}`;
}

/** 1234.5 as 1,234.5. */
function grouped(printed: string): string {
  return printed.replace(/\d+/, (digits) => digits.replace(/\B(?=(?:\d{3})+$)/g, ","));
}

export function cityMain(
  data: AtlasData,
  city: CityRow,
  commons: ReadonlyMap<string, CommonIndicator>,
): Html {
  const own = data.indicators.filter(({ code }) => code === city.code);
  const aligned = own.filter(({ common }) => common !== null && commons.has(common));
  const row = (one: IndicatorRow) => {
    const value = one.shown === null ? "" : `${grouped(one.shown)}${one.unit ?? ""}（${one.year}年度）`;
    return html`<tr id="${one.indicator}"><th scope="row">${linked(one.uri, one.label)}</th><td>${value}</td><td>${one.common !== null && commons.has(one.common) ? html`<a href="../../common-indicators/${one.common}/index.html">${commons.get(one.common)?.name.ja ?? ""}</a>（${one.common_match ?? ""}）` : ""}</td></tr>`;
  };
  return html`<h1>${city.name}${officialWord(city)}</h1>
<p>${linked(city.base, city.title)}${city.version === null ? "" : `（${city.version}）`}。${licence(city)}${city.attribution === null ? "" : html`<br>出典：${city.attribution}`}</p>
${aligned.length > 0 ? html`<section aria-labelledby="among"><h2 id="among">ほかの市にもある指標</h2><ul>${aligned.map((one) => html`<li><a href="../../common-indicators/${one.common ?? ""}/index.html">${commons.get(one.common ?? "")?.name.ja ?? ""}</a>：${one.label} ${latest(data.series.get(seriesKey(one)) ?? [], one.unit)}</li>`)}</ul></section>` : ""}
<section aria-labelledby="all"><h2 id="all">すべての指標（${own.length}）</h2><div class="scroll" tabindex="0" role="group" aria-labelledby="all"><table><thead><tr><th scope="col">指標</th><th scope="col">新しい値</th><th scope="col">共通の指標</th></tr></thead><tbody>${own.map(row)}</tbody></table></div></section>`;
}
