// The cube of targets: what the city set itself to reach, told apart by indicator and goal year. Only where there are any.

import {
  type Dataset,
  formatDecimal,
  type Indicator,
  indicatorPath,
  periodPath,
  type Target,
  type Text,
  targetPath,
  thing,
  unitPath,
  verdictFor,
} from "@shihyo/core";
import { type Cube, cubeResources } from "./cubes.ts";
import { areaIri, choiceIri, definitionIri, sourceIri } from "./iri.ts";
import { iri, languageLiteral, literal, type Property, type Resource, resource } from "./term.ts";
import { integer, links, texts } from "./texts.ts";
import { name, xsdDecimal } from "./vocabularies.ts";

interface TargetProperty {
  readonly local: string;
  readonly label: Text;
  readonly range: "Choice" | "xsd:decimal" | "rdf:langString" | "rdfs:Resource";
  /** The scheme that its concepts are of. */
  readonly codeList?: string;
}

/** The attributes that only targets have. */
const targetProperties: readonly TargetProperty[] = [
  {
    local: "targetScope",
    label: { ja: "目標区分", en: "Scope of a target" },
    range: "Choice",
    codeList: "targetScopes",
  },
  {
    local: "targetBound",
    label: { ja: "目標の向き", en: "At least, at most, or kept" },
    range: "Choice",
    codeList: "targetBounds",
  },
  { local: "basePeriod", label: { ja: "基準年度", en: "Base year" }, range: "rdfs:Resource" },
  { local: "baseValue", label: { ja: "基準値", en: "Base value" }, range: "xsd:decimal" },
  {
    local: "achievementFormula",
    label: { ja: "達成率の算出式（市）", en: "The city's formula" },
    range: "rdf:langString",
  },
  { local: "grade", label: { ja: "評価（市）", en: "The city's grade" }, range: "rdf:langString" },
  {
    local: "gradeScheme",
    label: { ja: "評価体系（市）", en: "The city's scheme of grades" },
    range: "rdf:langString",
  },
];

const others = (
  local: string,
  kind: "dimension" | "measure" | "attribute",
  prefixed: Parameters<typeof name>[0],
) => ({
  kind,
  local,
  property: () => name(prefixed),
});

const own = (local: string, kind: "dimension" | "attribute", required = false) => ({
  kind,
  local,
  property: (base: { readonly base: string }) => definitionIri(base, local),
  ...(kind === "attribute" ? { required } : {}),
});

/** Targets that are numbers; one in words stands in the tables and the JSON, since a cube wants its measure. */
export const targetsCube: Cube = {
  id: "targets",
  title: { ja: "目標", en: "Targets" },
  description: {
    ja: "市が定めた目標のうち、数値のあるものだけからなるデータキューブ。算出式と評価は市のもの。",
    en: "The cube of all targets that are numbers. Formula and grade are the city's own.",
  },
  components: [
    others("area", "dimension", "sdmx-dimension:refArea"),
    others("period", "dimension", "sdmx-dimension:refPeriod"),
    own("indicator", "dimension"),
    others("value", "measure", "sdmx-measure:obsValue"),
    { ...others("unit", "attribute", "sdmx-attribute:unitMeasure"), required: true },
    own("decimals", "attribute", true),
    ...targetProperties.map(({ local }) => own(local, "attribute", local === "targetScope")),
    { ...others("source", "attribute", "prov:wasDerivedFrom"), required: true },
    own("page", "attribute"),
    { ...others("note", "attribute", "rdfs:comment"), required: false },
  ],
};

/** A cube wants its measure and every dimension: a target in words, or of no year, stands in the tables and the JSON. */
function isInCube({ number, year }: Target): boolean {
  return number !== undefined && year !== undefined;
}

/** Whether there is a cube of targets at all. */
export function hasTargetNumbers({ targets }: Dataset): boolean {
  return targets.some(isInCube);
}

/** The cube, its structure, and the properties that only it has; nothing where no target is a number. */
export function* targetDefinitions(dataset: Dataset): Iterable<Resource> {
  if (!hasTargetNumbers(dataset)) return;
  const { municipality } = dataset;
  yield* cubeResources(dataset, targetsCube);
  for (const { local, label, range, codeList } of targetProperties) {
    yield resource(
      definitionIri(municipality, local),
      [
        name("rdf:Property"),
        name("qb:AttributeProperty"),
        ...(codeList === undefined ? [] : [name("qb:CodedProperty")]),
      ],
      [
        [name("rdfs:label"), texts(label)],
        [name("rdfs:range"), links(range === "Choice" ? definitionIri(municipality, range) : name(range))],
        [
          name("qb:codeList"),
          links(codeList === undefined ? undefined : definitionIri(municipality, codeList)),
        ],
        [name("rdfs:isDefinedBy"), links(`${municipality.base}def/`)],
      ],
    );
  }
}

/** An indicator's targets as observations of the cube. */
export function* targetResources(dataset: Dataset, indicator: Indicator): Iterable<Resource> {
  for (const target of dataset.targets) {
    if (target.indicator === indicator.id && isInCube(target))
      yield observationOf(dataset, indicator, target);
  }
}

function observationOf(dataset: Dataset, { unit }: Indicator, target: Target): Resource {
  const { municipality } = dataset;
  const { base } = municipality;
  const define = (local: string) => definitionIri(municipality, local);
  const { number, baseNumber, baseYear, bound, formula, note, year } = target;
  const verdict = verdictFor(dataset, target);
  const words = (text: string | undefined) => (text === undefined ? [] : [languageLiteral(text, "ja")]);
  const decimal = (value: typeof number) =>
    value === undefined ? [] : [literal(formatDecimal(value), xsdDecimal)];
  const properties: Property[] = [
    [name("qb:dataSet"), links(define(targetsCube.id))],
    [name("sdmx-dimension:refArea"), links(areaIri(municipality))],
    [
      name("sdmx-dimension:refPeriod"),
      links(year === undefined ? undefined : base + thing(periodPath(year))),
    ],
    [define("indicator"), links(base + thing(indicatorPath(target.indicator)))],
    [name("sdmx-measure:obsValue"), decimal(number)],
    [
      name("sdmx-attribute:unitMeasure"),
      links(unit === undefined ? undefined : base + thing(unitPath(unit))),
    ],
    [define("decimals"), integer(number?.scale)],
    [define("targetScope"), links(choiceIri(municipality, "targetScope", target.scope))],
    [
      define("targetBound"),
      links(bound === undefined ? undefined : choiceIri(municipality, "targetBound", bound)),
    ],
    [define("basePeriod"), baseYear === undefined ? [] : [iri(base + thing(periodPath(baseYear)))]],
    [define("baseValue"), decimal(baseNumber)],
    [define("achievementFormula"), words(formula)],
    [define("grade"), words(verdict?.grade)],
    [define("gradeScheme"), words(verdict?.scheme)],
    [name("prov:wasDerivedFrom"), links(sourceIri(municipality, target.source))],
    [define("page"), integer(target.page)],
    [name("rdfs:comment"), words(note)],
  ];
  return resource(base + targetPath(target), [name("qb:Observation")], properties);
}
