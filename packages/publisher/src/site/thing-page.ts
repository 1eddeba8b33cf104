// The plain page of a thing: every triple of it as a list for people, with links that work from disk.

import { byCodeUnit, type Dataset, ownLanguage, type Text } from "@shihyo/core";
import { jsonLdNames, jsonLdScript } from "../formats/rdf/json-ld.ts";
import { ownProperties } from "../formats/rdf/own-vocabulary.ts";
import type { Property, Resource, Term } from "../formats/rdf/term.ts";
import { expandedIri, namespaces } from "../formats/rdf/vocabularies.ts";
import { type Html, html, type Page } from "./page.ts";

export interface PlainThing {
  /** The folder of its page: `units/U01/`. */
  readonly path: string;
  readonly kindName: Text;
  readonly title: Text;
  resources(): Iterable<Resource>;
}

/** The observations of a year and the slices of a cube: a page shows the first, its data have all. */
const longLists = new Set<string>([expandedIri("qb:observation"), expandedIri("qb:slice")]);
const mostShown = 20;

/** What the IRIs of the graph are called in Japanese. */
export type Labels = ReadonlyMap<string, string>;

export function thingPage(
  dataset: Dataset,
  thing: PlainThing,
  labels: Labels,
  moreJsonLd: readonly string[] = [],
): Page {
  const { municipality } = dataset;
  const { path, kindName, title } = thing;
  const resources = [...thing.resources()];
  const root = "../".repeat(path.split("/").length - 1);
  const here = municipality.base + path;
  return {
    folder: path,
    title: `${title.ja}（${kindName.ja}）｜${municipality.title.ja}`,
    description: `${kindName.ja}「${title.ja}」の定義とデータ。`,
    alternates: [
      { type: "text/turtle", href: "data.ttl" },
      { type: "application/ld+json", href: "data.jsonld" },
    ],
    jsonLd: [...moreJsonLd, jsonLdScript(resources, jsonLdNames(dataset))],
    main: html`<nav class="crumbs" aria-label="現在の位置"><ol><li><a href="${root}index.html">一覧</a></li><li>${kindName.ja}</li></ol></nav>
<h1>${title.ja}</h1>
${resources.filter(saysMore).map((resource) => section(resource, here, resources.length === 1, municipality.base, root, labels))}
<h2 id="data">データ</h2>
<ul><li><a href="data.ttl">この頁のデータ（Turtle）</a></li><li><a href="data.jsonld">この頁のデータ（JSON-LD）</a></li></ul>`,
  };
}

/** An address of which only its class is said needs no section. */
function saysMore({ properties }: Resource): boolean {
  return properties.length > 0;
}

function section(
  resource: Resource,
  here: string,
  alone: boolean,
  base: string,
  root: string,
  labels: Labels,
): Html {
  const fragment = resource.iri.startsWith(`${here}#`) ? resource.iri.slice(here.length + 1) : undefined;
  const kind = labels.get(resource.types.at(-1) ?? "") ?? "";
  const label = labels.get(resource.iri) ?? `${kind} ${fragment ?? resource.iri}`.trim();
  const types: Property = [expandedIri("rdf:type"), resource.types.map((iri) => ({ kind: "iri", iri }))];
  const rows = [types, ...resource.properties].map(([predicate, objects]) => {
    const most = longLists.has(predicate) ? mostShown : objects.length;
    const lines = [...objects]
      .slice(0, most)
      .map((object, index) => html`${index === 0 ? "" : html`<br>`}${shown(object, base, root, labels)}`);
    const rest = objects.length - most;
    const more = rest > 0 ? html`<br>ほか${rest}件（この頁のTurtleにすべてあります）` : "";
    return html`<dt>${propertyLabel(predicate, base)}</dt><dd>${lines}${more}</dd>`;
  });
  const heading = alone ? "" : html`<h2>${label}</h2>\n`;
  return html`<section${fragment === undefined ? "" : html` id="${fragment}"`}>
${heading}<dl class="facts"><dt>アドレス</dt><dd>${resource.iri}</dd>${rows}</dl></section>
`;
}

/** What others' properties are called; ours have labels of their own. */
const othersLabels: Readonly<Record<string, string>> = {
  "rdf:type": "種類",
  "rdfs:label": "名称",
  "rdfs:comment": "説明",
  "rdfs:range": "値の種類",
  "rdfs:isDefinedBy": "定義の場所",
  "skos:prefLabel": "名称",
  "skos:altLabel": "別の名称",
  "skos:notation": "記号",
  "skos:definition": "定義",
  "skos:note": "備考",
  "skos:inScheme": "属する一覧",
  "skos:topConceptOf": "属する一覧の最上位",
  "skos:hasTopConcept": "含まれるもの",
  "skos:broader": "上位",
  "skos:narrower": "下位",
  "skos:exactMatch": "同じ意味のもの",
  "skos:closeMatch": "近いもの",
  "skos:broadMatch": "より広い意味のもの",
  "dct:title": "題名",
  "dct:description": "説明",
  "dct:identifier": "識別子",
  "dct:publisher": "発行者",
  "dct:creator": "作成者",
  "dct:license": "利用条件",
  "dct:language": "言語",
  "dct:spatial": "対象地域",
  "dct:temporal": "対象期間",
  "dct:issued": "公開日",
  "dct:modified": "最終更新日",
  "dct:date": "日付",
  "dct:conformsTo": "準拠する標準",
  "dct:provenance": "来歴",
  "dct:accrualPeriodicity": "更新頻度",
  "dcat:keyword": "キーワード",
  "dcat:distribution": "ファイル",
  "dcat:downloadURL": "ダウンロード",
  "dcat:byteSize": "大きさ（バイト）",
  "dcat:mediaType": "形式",
  "dcat:version": "版",
  "dcat:inSeries": "属する系列",
  "dcat:seriesMember": "系列の版",
  "dcat:first": "最初の版",
  "dcat:last": "最新の版",
  "dcat:prev": "前の版",
  "dcat:next": "次の版",
  "prov:wasDerivedFrom": "出典",
  "sdmx-dimension:refArea": "地域",
  "sdmx-dimension:refPeriod": "年度",
  "sdmx-dimension:freq": "頻度",
  "qb:observation": "観測値",
  "qb:slice": "切り口",
  "qb:sliceStructure": "切り方",
  "sdmx-measure:obsValue": "実績値",
  "sdmx-attribute:unitMeasure": "単位",
  "time:hasBeginning": "始まり",
  "time:hasEnd": "終わり",
  "time:inXSDDate": "日付",
};

function propertyLabel(predicate: string, base: string): string {
  const own = `${base}def/#`;
  if (predicate.startsWith(own)) {
    const local = predicate.slice(own.length);
    return ownProperties.find((property) => property.local === local)?.label.ja ?? local;
  }
  const short = prefixed(predicate);
  return othersLabels[short] ?? short;
}

function prefixed(iri: string): string {
  for (const [prefix, namespace] of Object.entries(namespaces)) {
    if (iri.startsWith(namespace)) return `${prefix}:${iri.slice(namespace.length)}`;
  }
  return iri;
}

function shown(term: Term, base: string, root: string, labels: Labels): Html | string {
  if (term.kind === "literal") {
    return term.language === undefined || term.language === ownLanguage
      ? term.text
      : html`<span lang="${term.language}">${term.text}</span>`;
  }
  const label = labels.get(term.iri) ?? prefixed(term.iri);
  return html`<a href="${hrefOf(term.iri, base, root)}">${label}</a>`;
}

/** Our own pages by a relative address that ends in a file's name; everything else as it is. */
function hrefOf(iri: string, base: string, root: string): string {
  if (!iri.startsWith(base)) return iri;
  const [path = "", fragment] = iri.slice(base.length).split("#");
  const file = path === "" || path.endsWith("/") ? `${path}index.html` : path;
  return `${root}${file}${fragment === undefined ? "" : `#${fragment}`}`;
}

/** The first Japanese label of every resource; literals in another language stand in where there is none. */
export function labelsOf(resources: Iterable<Resource>): Map<string, string> {
  const short = ["skos:prefLabel", "rdfs:label", "dct:title", "foaf:name"] as const;
  const naming: string[] = short.map(expandedIri);
  const labels = new Map<string, string>();
  for (const { iri, properties } of resources) {
    const found = properties
      .filter(([predicate]) => naming.includes(predicate))
      .toSorted(([a], [b]) => naming.indexOf(a) - naming.indexOf(b) || byCodeUnit(a, b))
      .flatMap(([, objects]) => [...objects]);
    const japanese =
      found.find((term) => term.kind === "literal" && term.language === ownLanguage) ?? found[0];
    if (japanese?.kind === "literal") labels.set(iri, japanese.text);
  }
  return labels;
}
