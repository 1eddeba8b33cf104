// Verdicts, values of elsewhere and costs as resources: observations of their cubes, and the lists that their codes are of.

import {
  type Cost,
  costStageWords,
  type Dataset,
  type Evaluation,
  type Grade,
  groupBy,
  indicatorPath,
  once,
  periodPath,
  type ReferenceValue,
  referenceWords,
  thing,
  wordFor,
} from "@shihyo/core";
import type { ColumnMeaning } from "../tables/published-table.ts";
import { type CodeList, type ConceptCode, listResources } from "./concepts.ts";
import { cubeResources } from "./cube-structure.ts";
import { detailProperties } from "./details.ts";
import { choiceIri, definitionIri, sourceIri, wordCode } from "./iri.ts";
import { ownComponent } from "./others-components.ts";
import {
  type CubeRow,
  gradeCode,
  type PrintedCube,
  propertyIri,
  referencePath,
  reportCubesOf,
  schemeCode,
  structureOf,
} from "./report-cubes.ts";
import { iri, languageLiteral, literal, type Resource, resource, type Said, type Term } from "./term.ts";
import { integerLiteral, japanese, links, texts } from "./texts.ts";
import { expandedIri } from "./vocabularies.ts";

/** What a reader of the graph finds of an indicator or a node in them, on its page. */
export function* reportResources(dataset: Dataset, subject: string): Iterable<Resource> {
  for (const [cube, row] of rowsBySubject(dataset).get(subject) ?? []) yield observation(dataset, cube, row);
  for (const one of dataset.references)
    if (one.indicator === subject && one.number === undefined) yield inWords(dataset, one);
}

const rowsBySubject = once((dataset) =>
  groupBy(
    reportCubesOf(dataset).flatMap((cube) =>
      [...cube.rows(dataset)].map((row): [PrintedCube, CubeRow] => [cube, row]),
    ),
    ([, { subject }]) => subject,
  ),
);

function observation(dataset: Dataset, cube: PrintedCube, { path, cells }: CubeRow): Resource {
  const { municipality } = dataset;
  const { base } = municipality;
  const said = cube.columnsOf(dataset).map(({ means, type }, at): Said => {
    const cell = cells[at] ?? "";
    return [propertyIri(municipality, means), cell === "" ? [] : [termOf(cell, type)]];

    function termOf(text: string, kind: typeof type): Term {
      if (means.link) {
        const [before, after] = means.link;
        return iri(`${/^https?:/.test(before) ? "" : base}${before}${text}${after}`);
      }
      if (kind === "anyURI") return iri(text);
      if (means.language) return languageLiteral(text, means.language);
      return kind === "string" ? literal(text) : literal(text, expandedIri(`xsd:${kind}`));
    }
  });
  return resource(["qb:Observation"], base + path, [
    ["qb:dataSet", links(definitionIri(municipality, cube.id))],
    ...said,
  ]);
}

/** A value of elsewhere in words is no observation, since a cube wants its measure. */
function inWords({ municipality }: Dataset, one: ReferenceValue): Resource {
  const own = (local: string) => definitionIri(municipality, local);
  const { base } = municipality;
  return resource([own("ReferenceValue")], base + referencePath(one), [
    ["sdmx-dimension:refPeriod", links(base + thing(periodPath(one.year)))],
    [own("indicator"), links(base + thing(indicatorPath(one.indicator)))],
    [own("referenceKind"), links(choiceIri(municipality, "referenceKind", one.kind))],
    [own("referenceName"), links(choiceIri(municipality, "referenceName", wordCode(one.name)))],
    [own("words"), japanese(one.words)],
    ["prov:wasDerivedFrom", links(sourceIri(municipality, one.source))],
    [own("page"), integerLiteral(one.page)],
    ...detailProperties(municipality, "references", one),
    ["rdfs:comment", japanese(one.note)],
  ]);
}

/** The cubes that the city has, their own properties, and the lists of their codes. */
export function* reportDefinitions(dataset: Dataset): Iterable<Resource> {
  const { municipality } = dataset;
  const cubes = reportCubesOf(dataset);
  for (const cube of cubes) yield* cubeResources(dataset, structureOf(dataset, cube));
  for (const { kind, means, title, range, codeList } of cubes.flatMap(({ columns }) => columns)) {
    if (range === undefined) continue;
    yield* ownComponent(municipality, {
      kind,
      local: localOf(means),
      label: { ja: title[0], en: title[1] },
      range: expandedIri(range as Parameters<typeof expandedIri>[0]),
      codeList,
    });
  }
  if (dataset.references.some(({ number }) => number === undefined)) {
    yield resource(["rdfs:Class"], definitionIri(municipality, "ReferenceValue"), [
      ["rdfs:label", texts({ ja: "言葉で示された参考値", en: "Reference value in words" })],
      ["rdfs:isDefinedBy", links(`${municipality.base}def/`)],
    ]);
  }
  for (const list of codeListsOf(dataset)) yield* listResources(municipality, list);
}

/** `def:costItem` → `costItem`. */
function localOf({ property }: ColumnMeaning): string {
  return property.slice(property.indexOf(":") + 1);
}

/** The lists of what the city has: what two rows name alike is one code. */
function codeListsOf(dataset: Dataset): CodeList[] {
  const { evaluations, references, costs } = dataset;
  const lists = [
    {
      id: "evaluationScheme",
      title: { ja: "評価体系", en: "Schemes of evaluation" },
      codes: evaluations.length > 0 ? [...dataset.grades, ...evaluations].map(schemeOf(dataset)) : [],
    },
    {
      id: "evaluationGrade",
      title: { ja: "評価の段階", en: "Grades of evaluation" },
      codes:
        evaluations.length > 0
          ? [...dataset.grades.map(gradeOf(dataset)), ...evaluations.flatMap(withoutRow(dataset))]
          : [],
    },
    {
      id: "referenceKind",
      title: { ja: "参考値の種別", en: "Kinds of reference values" },
      codes: references.map(({ kind }) => ({
        code: kind,
        name: { ja: wordFor(referenceWords, kind), en: referenceEnglish[kind] },
      })),
    },
    {
      id: "referenceName",
      title: { ja: "参考値の名称", en: "Names of reference values" },
      codes: references.map(({ name: label }) => ({ code: wordCode(label), name: { ja: label } })),
    },
    {
      id: "costItem",
      title: { ja: "費目", en: "Kinds of cost" },
      codes: costs.map(({ item }) => ({ code: wordCode(item), name: { ja: item } })),
    },
    {
      id: "costStage",
      title: { ja: "事業費の区分", en: "Stages of a cost" },
      codes: costs.map(({ stage }) => ({
        code: stage,
        name: { ja: wordFor(costStageWords, stage), en: costEnglish[stage] },
      })),
    },
  ];
  return lists.flatMap((list) =>
    list.codes.length > 0 ? { ...list, scheme: `${list.id}s`, codes: unique(list.codes) } : [],
  );
}

function unique(codes: readonly ConceptCode[]): ConceptCode[] {
  const first = new Map<string, ConceptCode>();
  for (const code of codes) if (!first.has(code.code)) first.set(code.code, code);
  return [...first.values()];
}

const schemeOf =
  (dataset: Dataset) =>
  ({ scheme }: { readonly scheme?: string }): ConceptCode => ({
    code: schemeCode(dataset, scheme),
    name: scheme === undefined ? { ja: "評価体系なし", en: "No scheme" } : { ja: scheme },
  });

const gradeOf =
  (dataset: Dataset) =>
  (grade: Grade): ConceptCode => {
    const { id, scheme, order, name: label, meaning } = grade;
    return {
      code: id,
      name: label,
      more: [
        [
          "dct:isPartOf",
          links(choiceIri(dataset.municipality, "evaluationScheme", schemeCode(dataset, scheme))),
        ],
        [definitionIri(dataset.municipality, "order"), integerLiteral(order)],
        ["skos:definition", japanese(meaning)],
        ...detailProperties(dataset.municipality, "grades", grade),
      ],
    };
  };

/** That a rate stands without a grade. */
const withoutRow =
  (dataset: Dataset) =>
  (one: Evaluation): ConceptCode[] =>
    one.grade === undefined
      ? [
          {
            code: gradeCode(dataset, one),
            name: { ja: "評価なし（達成率だけ）", en: "No grade; a rate alone" },
          },
        ]
      : [];

const referenceEnglish: Readonly<Record<ReferenceValue["kind"], string>> = {
  nation: "The nation",
  prefecture: "The prefecture",
  similar: "Similar bodies",
  rank: "Rank",
  other: "Other",
};

const costEnglish: Readonly<Record<Cost["stage"], string>> = {
  planned: "Planned",
  budget: "Budgeted",
  settled: "Settled",
  expected: "Expected",
};
