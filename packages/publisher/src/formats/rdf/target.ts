// The cube of targets: what the city set itself to reach, told apart by indicator and goal year. Only where there are any.

import {
  type Dataset,
  earlierTargetPath,
  formatDecimal,
  indicatorPath,
  isTargetReached,
  periodPath,
  type Series,
  type Target,
  type Text,
  targetId,
  targetPath,
  targetsByIndicator,
  thing,
  unitPath,
  verdictFor,
} from "@shihyo/core";
import { cubeResources } from "./cube-structure.ts";
import { type Cube, componentOfOurs, detailComponents, others, printedAttributes } from "./cubes.ts";
import { detailProperties } from "./details.ts";
import { areaIri, choiceIri, definitionIri, sourceIri } from "./iri.ts";
import { ownComponent } from "./others-components.ts";
import { iri, languageLiteral, literal, type Resource, resource, type Said } from "./term.ts";
import { integerLiteral, links, texts } from "./texts.ts";
import { expandedIri, xsdDecimal } from "./vocabularies.ts";

interface TargetProperty {
  readonly local: string;
  readonly kind: "dimension" | "attribute";
  readonly label: Text;
  readonly range:
    | "Choice"
    | "xsd:boolean"
    | "xsd:decimal"
    | "xsd:string"
    | "rdf:langString"
    | "rdfs:Resource";
  /** The scheme that its concepts are of. */
  readonly codeList?: string;
}

const attribute = (
  local: string,
  ja: string,
  en: string,
  range: TargetProperty["range"],
): TargetProperty => ({
  local,
  kind: "attribute",
  label: { ja, en },
  range,
  ...(range === "Choice" ? { codeList: `${local}s` } : {}),
});

/** The properties that only targets have. */
const targetProperties: readonly TargetProperty[] = [
  { ...attribute("targetScope", "目標区分", "Scope of a target", "Choice"), kind: "dimension" },
  attribute("targetBound", "目標の向き", "At least, at most, or kept", "Choice"),
  attribute("targetUpper", "目標値の上限", "Upper end of a range", "xsd:decimal"),
  attribute("basePeriod", "基準年度", "Base year", "rdfs:Resource"),
  attribute("basePeriodText", "基準年度の表記", "Base year as printed", "rdf:langString"),
  attribute("baseValue", "基準値", "Base value", "xsd:decimal"),
  attribute("baseWords", "基準の言葉", "Base in words", "rdf:langString"),
  attribute("achievementFormula", "達成率の算出式（団体）", "The body's formula", "rdf:langString"),
  attribute("grade", "評価（団体）", "The body's grade", "rdf:langString"),
  attribute("gradeScheme", "評価体系（団体）", "The body's scheme of grades", "rdf:langString"),
  attribute("reached", "目標に届いたか", "Whether the target was reached", "xsd:boolean"),
];

/** Targets that are numbers; one in words stands in the tables and the JSON, since a cube wants its measure. */
export const targetsCube: Cube = {
  id: "targets",
  title: { ja: "目標", en: "Targets" },
  description: {
    ja: "団体が定めた目標のうち、数値のあるものだけからなるデータキューブ。算出式と評価は団体のもの。",
    en: "The cube of all targets that are numbers. Formula and grade are the body's own.",
  },
  components: [
    others("dimension", "area", "sdmx-dimension:refArea"),
    others("dimension", "period", "sdmx-dimension:refPeriod"),
    componentOfOurs("dimension", "indicator"),
    // A year's own target and the plan's end may be of one year.
    componentOfOurs("dimension", "targetScope"),
    others("measure", "value", "sdmx-measure:obsValue"),
    others("attribute", "unit", "sdmx-attribute:unitMeasure", haveUnits),
    componentOfOurs("attribute", "decimals", true),
    ...targetProperties.flatMap(({ local, kind }) =>
      kind === "attribute" ? componentOfOurs("attribute", local, false) : [],
    ),
    ...printedAttributes,
  ],
  further: ({ targets }) => detailComponents("targets", targets),
};

/** A cube wants its measure and every dimension: a target in words, or of no year, stands in the tables and the JSON. */
function isInCube({ number, year }: Target): boolean {
  return number !== undefined && year !== undefined;
}

/** A target has its indicator's unit, which may have none. */
function haveUnits({ targets, indicators }: Dataset): boolean {
  return targets.every((target) => !isInCube(target) || indicators.get(target.indicator)?.unit !== undefined);
}

/** Whether there is a cube of targets at all. */
export function hasTargetNumbers({ targets }: Dataset): boolean {
  return targets.some(isInCube);
}

/** The cube with its structure, where any target is a number, and the properties that only targets have. */
export function* targetDefinitions(dataset: Dataset): Iterable<Resource> {
  const { municipality, targets, earlierTargets } = dataset;
  if (targets.length === 0) return;
  if (hasTargetNumbers(dataset)) yield* cubeResources(dataset, targetsCube);
  if (earlierTargets.size > 0 || targets.some((target) => !isInCube(target)))
    yield resource(["rdfs:Class"], definitionIri(municipality, "Target"), [
      ["rdfs:label", texts({ ja: "キューブにない目標", en: "Target outside the cube" })],
      [
        "rdfs:comment",
        texts({
          ja: "言葉の目標、年度のない目標、基準値だけのもの、後の資料で改められた目標。",
          en: "A target in words or of no year, a baseline alone, or one that a later document took the place of.",
        }),
      ],
      ["rdfs:isDefinedBy", links(`${municipality.base}def/`)],
    ]);
  for (const property of targetProperties) {
    const { range } = property;
    const iriOfRange = range === "Choice" ? definitionIri(municipality, range) : expandedIri(range);
    yield* ownComponent(municipality, { ...property, range: iriOfRange });
  }
}

/** An indicator's targets: observations of the cube where they can be, and each that a later one took the place of. */
export function* targetResources(dataset: Dataset, series: Series): Iterable<Resource> {
  for (const target of targetsByIndicator(dataset).get(series.indicator.id) ?? []) {
    yield targetResource(dataset, series, target);
    for (const earlier of dataset.earlierTargets.get(targetId(target)) ?? [])
      yield targetResource(dataset, series, earlier, target);
  }
}

function targetResource(dataset: Dataset, series: Series, target: Target, replacedBy?: Target): Resource {
  const { unit } = series.indicator;
  const { municipality } = dataset;
  const { base } = municipality;
  const define = (local: string) => definitionIri(municipality, local);
  const { number, upper, baseNumber, baseYear, baseYearText, baseWords, bound, formula, note, year } = target;
  const verdict = replacedBy ? undefined : verdictFor(dataset, target);
  const reached = replacedBy ? undefined : isTargetReached(dataset, series, target);
  const isObservation = !replacedBy && isInCube(target);
  const words = (text: string | undefined) => (text === undefined ? [] : [languageLiteral(text, "ja")]);
  const decimal = (value: typeof number) =>
    value === undefined ? [] : [literal(formatDecimal(value), xsdDecimal)];
  const properties: Said[] = [
    ["qb:dataSet", links(isObservation ? define(targetsCube.id) : undefined)],
    ["sdmx-dimension:refArea", links(areaIri(municipality))],
    ["sdmx-dimension:refPeriod", links(year === undefined ? undefined : base + thing(periodPath(year)))],
    [define("indicator"), links(base + thing(indicatorPath(target.indicator)))],
    ["sdmx-measure:obsValue", decimal(number)],
    [
      "sdmx-attribute:unitMeasure",
      links(unit === undefined || number === undefined ? undefined : base + thing(unitPath(unit))),
    ],
    [define("decimals"), integerLiteral(number?.scale)],
    [define("words"), words(target.words)],
    [define("targetScope"), links(choiceIri(municipality, "targetScope", target.scope))],
    [
      define("targetBound"),
      links(bound === undefined ? undefined : choiceIri(municipality, "targetBound", bound)),
    ],
    [define("targetUpper"), decimal(upper)],
    [define("basePeriod"), baseYear === undefined ? [] : [iri(base + thing(periodPath(baseYear)))]],
    [define("basePeriodText"), words(baseYearText)],
    [define("baseValue"), decimal(baseNumber)],
    [define("baseWords"), words(baseWords)],
    [define("achievementFormula"), words(formula)],
    [define("grade"), words(verdict?.grade)],
    [define("gradeScheme"), words(verdict?.scheme)],
    [define("reached"), reached === undefined ? [] : [literal(String(reached), expandedIri("xsd:boolean"))]],
    ...detailProperties(municipality, "targets", target),
    ["prov:wasDerivedFrom", links(sourceIri(municipality, target.source))],
    [define("page"), integerLiteral(target.page)],
    ["rdfs:comment", words(note)],
  ];
  if (isObservation) return resource(["qb:Observation"], base + targetPath(target), properties);
  return resource([define("Target")], base + (replacedBy ? earlierTargetPath(target) : targetPath(target)), [
    ...properties,
    ["dct:isReplacedBy", links(replacedBy ? base + targetPath(replacedBy) : undefined)],
  ]);
}
