// What the city's report says beside the values, on the page of an indicator or a node: its verdicts, values of elsewhere, costs.

import {
  atlasFolder,
  bracketed,
  type Cost,
  costsByNode,
  type Decimal,
  type DetailsOf,
  dateWords,
  evaluationLine,
  evaluationsBySubject,
  filledIn,
  forReaders,
  groupBy,
  groupDecimal,
  type Indicator,
  marks,
  type Phrase,
  type Printed,
  pagePhrase,
  pagePhrases,
  pageWords,
  referencesByIndicator,
  type TableWithDetails,
  type Title,
  type Unit,
  writing,
} from "@shihyo/core";
import { costPath, evaluationPath, referencePath } from "../formats/rdf/report-cubes.ts";
import { amount } from "./figure.ts";
import { type Html, html } from "./page.ts";
import { detailLines, detailRows } from "./parts.ts";
import type { View } from "./site.ts";

const yearIn = ({ reader }: View, year: number): string => dateWords[reader].year(year);

const pageIn = (view: View, page: number | undefined): string =>
  page === undefined ? "" : dateWords[view.reader].page(page);

/** Where a row is cited: the end of its address. */
const anchor = (path: string): string => path.slice(path.indexOf("#") + 1);

/** The verdicts on an indicator or a node, newest first, with what the city says that they mean. */
export function verdicts(view: View, subject: string): Html | "" {
  const { dataset } = view.site;
  const own = evaluationsBySubject(dataset).get(subject) ?? [];
  if (own.length === 0) return "";
  const beside = columnsBeside(view, "evaluations", own);
  const hasGrades = own.some(({ grade }) => grade !== undefined);
  const hasRates = own.some(({ rate }) => rate);
  const rows = own
    .toSorted((a, b) => b.year - a.year)
    .map((one) => {
      const grade = dataset.grades.find(({ scheme, name }) => scheme === one.scheme && name.ja === one.grade);
      const named = grade ? view.name(grade.name) : (one.grade ?? "");
      const verdict = hasGrades
        ? html`<td>${one.scheme && one.grade ? view.shown(one.scheme) : ""}</td><td><b>${view.shown(named)}</b>${grade?.meaning ? html`<br><small>${view.shown(grade.meaning)}</small>` : ""}${grade ? detailLines(view, "grades", grade) : ""}</td>`
        : "";
      const rate = hasRates
        ? html`<td class="number">${one.rate ? `${groupDecimal(one.rate)}%` : ""}</td>`
        : "";
      return html`<tr id="${anchor(evaluationPath(dataset, one))}"><th scope="row">${yearIn(view, one.year)}</th>${verdict}${rate}${beside.cells(one)}</tr>
`;
    });
  return section(
    view,
    "verdicts",
    heads.verdicts,
    [
      heads.year,
      ...(hasGrades ? [heads.scheme, heads.verdict] : []),
      ...(hasRates ? [heads.rate] : []),
      ...beside.head,
    ],
    rows,
  );
}

/** The city's verdicts of the newest year on a node, in a line: 「市の評価：1 現状維持（今後の方向性）」; with the year, where it is not the one shown. */
export function newestVerdict(view: View, subject: string): string {
  const { dataset, latest } = view.site;
  const own = (evaluationsBySubject(dataset).get(subject) ?? []).filter(({ grade }) => grade !== undefined);
  const newest = own.at(-1)?.year;
  if (newest === undefined) return "";
  const ofYear = own.filter(({ year }) => year === newest);
  const all =
    ofYear.length > mostVerdicts
      ? pageWords[view.reader].cityOwn.verdictCount(ofYear.length)
      : ofYear.map((one) => evaluationLine(dataset, one, view.reader)).join(writing[view.reader].apart);
  if (newest === latest) return all;
  return all + bracketed(yearIn(view, newest), view.reader);
}

/** More than these are a wall: they are counted, and stand in the table of the page. */
const mostVerdicts = 3;

/** 「ほかの市では」: the atlas that the city names, where what it counts is exactly a common indicator. */
export function inOtherCities(view: View, { common, commonMatch }: Indicator): Html | "" {
  const { atlas } = view.site.dataset.municipality;
  if (atlas === undefined || common === undefined || commonMatch !== "exact") return "";
  const folder = `${atlasFolder(view.reader)}common-indicators/${common}/`;
  return html`<p class="other-cities"><a href="${atlas}${folder}index.html">${view.say(heads.otherCities)}</a></p>
`;
}

/** The same indicator elsewhere, as the report gives it, newest first. */
export function elsewhere(view: View, indicator: string): Html | "" {
  const { dataset } = view.site;
  const own = referencesByIndicator(dataset).get(indicator) ?? [];
  if (own.length === 0) return "";
  const unit = dataset.units.get(dataset.indicators.get(indicator)?.unit ?? "");
  const beside = columnsBeside(view, "references", own);
  const rows = own.toReversed().map((one) => {
    const { year, kind, name, number, words } = one;
    const told = !number
      ? (words ?? "")
      : kind === "rank" || !unit
        ? groupDecimal(number)
        : withUnit(view, number, unit);
    return html`<tr id="${anchor(referencePath(one))}"><th scope="row">${yearIn(view, year)}</th><td>${view.shown(name)}</td><td>${view.shown(told)}</td>${beside.cells(one)}</tr>
`;
  });
  return section(
    view,
    "elsewhere",
    heads.elsewhere,
    [heads.year, heads.where, heads.value, ...beside.head],
    rows,
  );
}

/** What a node took: a row an item and stage, a column a year; a sum is shown only where the report prints one. */
export function costSection(view: View, node: string): Html | "" {
  const { dataset } = view.site;
  const own = costsByNode(dataset).get(node) ?? [];
  if (own.length === 0) return "";
  const years = [...new Set(own.map(({ year }) => year))].sort((a, b) => b - a);
  const lines = groupBy(own, (one) => [one.item, one.stage, one.unit, one.isTotal].join("\n"));
  // In the order in which the report names the items; of each what was planned before what was spent.
  const items = [...new Set(own.map(({ item }) => item))];
  const order = (line: readonly Cost[]) =>
    line[0] ? items.indexOf(line[0].item) * stageOrder.length + stageOrder.indexOf(line[0].stage) : 0;
  // One unit for all of them is told once.
  const units = new Set(own.map(({ unit }) => unit));
  const oneUnit = units.size === 1 ? dataset.units.get(own[0]?.unit ?? "") : undefined;
  const inOrder = [...lines.values()].toSorted((a, b) => order(a) - order(b));
  const rows = inOrder.flatMap((line) => {
    const [first] = line;
    if (!first) return [];
    const unit = dataset.units.get(first.unit);
    const cells = years.map((year) => {
      const one = line.find((cost) => cost.year === year);
      return one
        ? html`<td class="number" id="${anchor(costPath(dataset, one))}">${groupDecimal(one.amount)}${one.note ? html`<small class="noted">${view.say(noteHead)}${view.shown(one.note)}</small>` : ""}${detailLines(view, "costs", one)}</td>`
        : html`<td></td>`;
    });
    return html`<tr><th scope="row">${view.shown(first.item)}${first.isTotal && !first.item.includes(heads.total.ja) ? html` <span class="mark">${view.say(heads.total)}</span>` : ""}</th><td class="short">${view.say(stages[first.stage])}</td>${oneUnit ? "" : html`<td class="short">${unit ? view.shown(view.name(unit.name)) : ""}</td>`}${cells}</tr>
`;
  });
  const columns = years.map((year) => {
    const name = yearIn(view, year);
    return forReaders(() => name);
  });
  return section(
    view,
    "costs",
    heads.costs,
    [heads.item, heads.stage, ...(oneUnit ? [] : [heads.unit]), ...columns],
    rows,
    oneUnit &&
      html`<p class="quiet">${view.say(heads.unit)}${marks[view.reader].colon}${view.shown(oneUnit.name)}</p>`,
  );
}

/** In English a space stands before a unit in letters: `1,372 persons`, `48.5%`. */
function withUnit(view: View, number: Decimal, unit: Unit): string {
  return amount(view, { value: groupDecimal(number), unit: view.name(unit.name) });
}

const stageOrder: readonly Cost["stage"][] = ["planned", "budget", "expected", "settled"];

const noteHead: Phrase = pagePhrase((words) => words.cityOwn.noteHead);

/** A column for each detail that any of them has, one of notes and one of the printed page, where any is known. */
function columnsBeside<T extends TableWithDetails>(
  view: View,
  table: T,
  all: readonly (DetailsOf<T> & Printed)[],
) {
  const known = filledIn(table, all);
  const hasNotes = all.some(({ note }) => note);
  const hasPages = all.some(({ page }) => page !== undefined);
  return {
    head: [
      ...known.map(([, { title }]) => title),
      ...(hasNotes ? [heads.note] : []),
      ...(hasPages ? [heads.page] : []),
    ],
    cells(one: DetailsOf<T> & Printed) {
      const details = known.map(([key]) => {
        const [[, text] = []] = detailRows(view, table, one, (other) => other === key);
        return html`<td>${text === undefined ? "" : view.shown(text)}</td>`;
      });
      const note = hasNotes ? html`<td>${one.note ? view.shown(one.note) : ""}</td>` : "";
      return html`${details}${note}${hasPages ? html`<td class="short">${pageIn(view, one.page)}</td>` : ""}`;
    },
  };
}

function section(
  view: View,
  id: string,
  title: Phrase,
  columns: readonly Title[],
  rows: readonly Html[],
  before?: Html,
): Html {
  return html`<section aria-labelledby="${id}"><h2 id="${id}">${view.say(title)}</h2>
${before ?? ""}<div class="scroll" tabindex="0" role="group" aria-labelledby="${id}"><table class="own"><thead><tr>${columns.map((one) => html`<th scope="col">${view.say(one)}</th>`)}</tr></thead>
<tbody>${rows}</tbody></table></div></section>
`;
}

const stages: Readonly<Record<Cost["stage"], Phrase>> = pagePhrases((words) => words.cityOwn.stages);
const heads = pagePhrases((words) => words.cityOwn.heads);
