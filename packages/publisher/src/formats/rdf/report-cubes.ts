// The cubes of what a city's report says beside its values, described once: verdicts, values of elsewhere and costs, for the graph and for the coded tables.

import {
  type Cost,
  type Dataset,
  type DetailsOf,
  type Evaluation,
  formatDecimal,
  indicatorPath,
  nodePath,
  once,
  type ReferenceValue,
  type TableWithDetails,
  thing,
} from "@shihyo/core";
import { codedDetails } from "../tables/detail-columns.ts";
import { type ColumnMeaning, type ColumnType, leads, says } from "../tables/published-table.ts";
import type { Cube } from "./cubes.ts";
import { areaLocalName, definitionIri, wordCode } from "./iri.ts";
import type { Defined } from "./term.ts";
import { expandedIri, namespaces } from "./vocabularies.ts";

type Words = readonly [ja: string, en: string];

/** What an observation of the cube is told apart by, what is measured, or what else is said of it. */
interface CubeColumn<Item> {
  readonly kind: "dimension" | "measure" | "attribute";
  /** The end of the component's own name, and the header of the coded table. */
  readonly header: string;
  readonly title: Words;
  readonly type: ColumnType;
  readonly means: ColumnMeaning;
  /** Of an attribute: whether every observation has it. */
  readonly required?: boolean | ((dataset: Dataset) => boolean);
  /** What its values are, where no other cube has the property: our class or a datatype, and their list. */
  readonly range?: string;
  readonly codeList?: string;
  cell(dataset: Dataset, item: Item): string | number | undefined;
}

interface ReportCube<Item> {
  readonly id: string;
  readonly title: Words;
  readonly description: Words;
  readonly columns: readonly CubeColumn<Item>[];
  /** Its observations; what has no number stands in the tables, the JSON and beside the cube. */
  items(dataset: Dataset): readonly Item[];
  /** The address of one, below the base. */
  path(dataset: Dataset, item: Item): string;
  /** What only some cities say of them. */
  details(dataset: Dataset): readonly CubeColumn<Item>[];
}

const detailsOf = <T extends TableWithDetails>(
  table: T,
  records: readonly DetailsOf<T>[],
): CubeColumn<DetailsOf<T>>[] =>
  codedDetails(table, records).map(({ cell, ...column }) => ({
    ...column,
    kind: "attribute",
    cell: (_, item) => cell(item),
  }));

const is = (kind: CubeColumn<unknown>["kind"], header: string, ja: string, en: string, type: ColumnType) => ({
  kind,
  header,
  title: [ja, en] as const,
  type,
});

/** A code of a list of concepts of our own: `def/#costItem-…`, in the list `def/#costItems`. */
const concept = <Item>(
  kind: CubeColumn<Item>["kind"],
  header: string,
  ja: string,
  en: string,
  list: string,
  cell: CubeColumn<Item>["cell"],
  property = list,
): CubeColumn<Item> => ({
  ...is(kind, header, ja, en, "string"),
  means: leads(`def:${property}`, `def/#${list}-`, ""),
  range: "skos:Concept",
  codeList: `${list}s`,
  cell,
});

const area: CubeColumn<unknown> = {
  ...is("dimension", "area", "地域", "Area", "string"),
  means: leads("sdmx-dimension:refArea", namespaces.sac, ""),
  cell: ({ municipality }) => areaLocalName(municipality),
};

const period: CubeColumn<{ readonly year: number }> = {
  ...is("dimension", "period", "年度", "Fiscal year", "string"),
  means: leads("sdmx-dimension:refPeriod", "periods/", "/#it"),
  cell: (_, { year }) => `FY${year}`,
};

const decimals = <Item>(of: (item: Item) => number | undefined, required: boolean): CubeColumn<Item> => ({
  ...is("attribute", "decimals", "小数点以下の桁数", "Decimals", "integer"),
  means: says("def:decimals"),
  required,
  cell: (_, item) => of(item),
});

type Printed = Pick<Evaluation, "source" | "page" | "note">;

const printed: readonly CubeColumn<Printed>[] = [
  {
    ...is("attribute", "source", "出典", "Source", "string"),
    means: leads("prov:wasDerivedFrom", "catalog/#", ""),
    required: true,
    cell: (_, { source }) => source,
  },
  {
    ...is("attribute", "page", "出典の頁", "Page in the source", "integer"),
    means: says("def:page"),
    cell: (_, { page }) => page,
  },
  {
    ...is("attribute", "note", "備考", "Note", "string"),
    means: says("rdfs:comment", "ja"),
    cell: (_, { note }) => note,
  },
];

/** Where there is none: a cube wants each of its dimensions and its measure. */
const noCode = "none";

/** The code of a grade: its row in the city's table; a rate may stand without a grade. */
export function gradeCode({ grades }: Dataset, { scheme, grade }: Evaluation): string {
  if (grade === undefined) return noCode;
  return grades.find((one) => one.scheme === scheme && one.name.ja === grade)?.id ?? wordCode(grade);
}

/** The code of a scheme: that of its first grade, since a scheme has no row of its own. */
export function schemeCode({ grades }: Pick<Dataset, "grades">, scheme: string | undefined): string {
  if (scheme === undefined) return noCode;
  return grades.find((one) => one.scheme === scheme)?.id ?? wordCode(scheme);
}

/** Where an evaluation's subject has its page; the address of the subject itself is that and `#it`. */
function subjectPath({ indicators, nodes }: Dataset, subject: string): string {
  const node = nodes.get(subject);
  return node && !indicators.has(subject) ? nodePath(node) : indicatorPath(subject);
}

/** `indicators/K0001/#evaluation-2024-Q05`. */
export function evaluationPath(dataset: Dataset, { subject, year, scheme }: Evaluation): string {
  const of = scheme === undefined ? "" : `-${schemeCode(dataset, scheme)}`;
  return `${subjectPath(dataset, subject)}#evaluation-${year}${of}`;
}

/** `indicators/K0002/#reference-2023-nation-9d2c51f07a`: the name by its code. */
export function referencePath({ indicator, year, kind, name: label }: ReferenceValue): string {
  return `${indicatorPath(indicator)}#reference-${year}-${kind}-${wordCode(label)}`;
}

/** `projects/J0001/#cost-2024-settled-4be1f3a902`. */
export function costPath(dataset: Dataset, { node, year, stage, item }: Cost): string {
  return `${subjectPath(dataset, node)}#cost-${year}-${stage}-${wordCode(item)}`;
}

/** The city's verdicts, with its rate where it prints one. */
const evaluationsCube: ReportCube<Evaluation> = {
  id: "evaluations",
  title: ["評価", "Evaluations"],
  description: [
    "報告書にある、指標や計画の項目への評価からなるデータキューブ。測定値は評価の段階で、達成率は印刷されたもの。こちらでは付けない。",
    "The cube of the report's own verdicts on indicators and nodes. The measure is a grade; rates are as printed, and none is ours.",
  ],
  columns: [
    area,
    period,
    {
      ...is("dimension", "evaluated", "評価の対象", "What is evaluated", "anyURI"),
      means: says("def:evaluated"),
      range: "rdfs:Resource",
      cell: (dataset, { subject }) => dataset.municipality.base + thing(subjectPath(dataset, subject)),
    },
    concept(
      "dimension",
      "scheme",
      "評価体系",
      "Scheme of grades",
      "evaluationScheme",
      (dataset, { scheme }) => schemeCode(dataset, scheme),
    ),
    concept("measure", "verdict", "評価", "Verdict", "evaluationGrade", gradeCode, "verdict"),
    {
      ...is("attribute", "rate", "達成率（%）", "Rate of achievement in percent", "decimal"),
      means: says("def:achievementRate"),
      range: "xsd:decimal",
      cell: (_, { rate }) => rate && formatDecimal(rate),
    },
    decimals<Evaluation>(({ rate }) => rate?.scale, false),
    ...printed,
  ],
  items: ({ evaluations }) => evaluations,
  details: ({ evaluations }) => detailsOf("evaluations", evaluations),
  path: evaluationPath,
};

/** A rank is no amount of the indicator's unit. */
function referenceUnit({ indicators }: Dataset, { indicator, kind }: ReferenceValue): string | undefined {
  return kind === "rank" ? undefined : indicators.get(indicator)?.unit;
}

/** Without our area: they are of elsewhere, which the name tells. */
const referencesCube: ReportCube<ReferenceValue> = {
  id: "references",
  title: ["参考値", "Reference values"],
  description: [
    "報告書が並べて示す、全国や都道府県などの同じ指標の値のうち、数値のあるものからなるデータキューブ。この団体の値ではない。",
    "The cube of the same indicators elsewhere, as the report gives them, where they are numbers. None is a value of this body.",
  ],
  columns: [
    period,
    {
      ...is("dimension", "indicator", "指標", "Indicator", "string"),
      means: leads("def:indicator", "indicators/", "/#it"),
      cell: (_, { indicator }) => indicator,
    },
    concept("dimension", "reference_kind", "種別", "Of where", "referenceKind", (_, { kind }) => kind),
    concept(
      "dimension",
      "reference_name",
      "参考値の名称",
      "What it is called",
      "referenceName",
      (_, { name: label }) => wordCode(label),
    ),
    {
      ...is("measure", "value", "値", "Value", "decimal"),
      means: says("sdmx-measure:obsValue"),
      cell: (_, { number }) => number && formatDecimal(number),
    },
    {
      ...is("attribute", "unit", "単位", "Unit", "string"),
      means: leads("sdmx-attribute:unitMeasure", "units/", "/#it"),
      required: (dataset) =>
        numbersOf(dataset.references).every((one) => referenceUnit(dataset, one) !== undefined),
      cell: referenceUnit,
    },
    decimals<ReferenceValue>(({ number }) => number?.scale, true),
    ...printed,
  ],
  items: ({ references }) => numbersOf(references),
  details: ({ references }) => detailsOf("references", references),
  path: (_, one) => referencePath(one),
};

function numbersOf(references: readonly ReferenceValue[]): ReferenceValue[] {
  return references.filter(({ number }) => number !== undefined);
}

const costsCube: ReportCube<Cost> = {
  id: "costs",
  title: ["事業費", "Costs"],
  description: [
    "計画の項目が年度ごとにかけた費用からなるデータキューブ。合計は報告書にあるものだけで、こちらでは足さない。内訳と合計が並ぶので、足し上げてはならない。",
    "The cube of what each node took in a year. A sum is there only where the report prints one; parts and sums stand side by side and must not be added up.",
  ],
  columns: [
    area,
    period,
    {
      ...is("dimension", "node", "計画の項目", "Node of the plan", "anyURI"),
      means: says("def:costOf"),
      range: "rdfs:Resource",
      cell: (dataset, { node }) => dataset.municipality.base + thing(subjectPath(dataset, node)),
    },
    concept("dimension", "item", "費目", "Kind of cost", "costItem", (_, { item }) => wordCode(item)),
    concept(
      "dimension",
      "stage",
      "区分",
      "Planned, budgeted or settled",
      "costStage",
      (_, { stage }) => stage,
    ),
    {
      ...is("measure", "value", "金額", "Amount", "decimal"),
      means: says("sdmx-measure:obsValue"),
      cell: (_, { amount }) => formatDecimal(amount),
    },
    {
      ...is("attribute", "unit", "単位", "Unit", "string"),
      means: leads("sdmx-attribute:unitMeasure", "units/", "/#it"),
      required: true,
      cell: (_, { unit }) => unit,
    },
    decimals<Cost>(({ amount }) => amount.scale, true),
    {
      ...is("attribute", "total", "報告書にある合計か", "Whether it is the report's own sum", "boolean"),
      means: says("def:isTotal"),
      required: true,
      range: "xsd:boolean",
      cell: (_, { isTotal }) => String(isTotal),
    },
    ...printed,
  ],
  items: ({ costs }) => costs,
  details: ({ costs }) => detailsOf("costs", costs),
  path: costPath,
};

/** A cube whose observations nobody outside needs to know: cells and addresses, row by row. */
export interface PrintedCube extends Omit<ReportCube<unknown>, "items" | "path" | "columns" | "details"> {
  readonly columns: readonly PrintedColumn[];
  /** Those, and after them what only some cities say. */
  columnsOf(dataset: Dataset): readonly PrintedColumn[];
  rows(dataset: Dataset): Iterable<CubeRow>;
}

type PrintedColumn = Omit<CubeColumn<never>, "cell">;

export interface CubeRow {
  readonly path: string;
  /** Whose page has it. */
  readonly subject: string;
  readonly cells: readonly string[];
}

function printedCube<Item>(
  { items, path, details, ...cube }: ReportCube<Item>,
  subjectOf: (item: Item) => string,
): PrintedCube {
  const columnsOf = once((dataset) => [...cube.columns, ...details(dataset)]);
  return {
    ...cube,
    columnsOf,
    *rows(dataset) {
      const columns = columnsOf(dataset);
      for (const item of items(dataset)) {
        yield {
          path: path(dataset, item),
          subject: subjectOf(item),
          cells: columns.map((column) => String(column.cell(dataset, item) ?? "")),
        };
      }
    },
  };
}

export const evaluations: PrintedCube = printedCube(evaluationsCube, ({ subject }) => subject);
export const references: PrintedCube = printedCube(referencesCube, ({ indicator }) => indicator);
export const costs: PrintedCube = printedCube(costsCube, ({ node }) => node);

const reportCubes: readonly PrintedCube[] = [evaluations, references, costs];

/** Those of which the city has any observation. */
export function reportCubesOf(dataset: Dataset): PrintedCube[] {
  return reportCubes.filter((cube) => hasRows(cube, dataset));
}

function hasRows(cube: PrintedCube, dataset: Dataset): boolean {
  for (const _ of cube.rows(dataset)) return true;
  return false;
}

/** The property that a column stands for, in full. */
export function propertyIri(base: { readonly base: string }, { property }: ColumnMeaning): Defined {
  return property.startsWith("def:")
    ? definitionIri(base, property.slice("def:".length))
    : expandedIri(property as Parameters<typeof expandedIri>[0]);
}

/** As the structure definition says it. */
export function structureOf(dataset: Dataset, { id, title, description, columnsOf }: PrintedCube): Cube {
  return {
    id,
    title: { ja: title[0], en: title[1] },
    description: { ja: description[0], en: description[1] },
    components: columnsOf(dataset).map(({ kind, header, means, required }) => ({
      kind,
      local: header,
      property: (base) => propertyIri(base, means),
      ...(kind === "attribute" ? { required: required ?? false } : {}),
    })),
  };
}
