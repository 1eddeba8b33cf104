// The parts of our cubes that are others' properties: what each is called, which concept it is in which role, and its list of codes.

import type { Dataset, Municipality, Text } from "@shihyo/core";
import { schemeResource } from "./concepts.ts";
import { areaIri, definitionIri } from "./iri.ts";
import { iri, type Resource, resource } from "./term.ts";
import { links, named, texts } from "./texts.ts";
import { expandedIri } from "./vocabularies.ts";

type Prefixed = Parameters<typeof expandedIri>[0];

/** A scheme of our own, or another's. */
type Codes = { readonly own: string } | { readonly others: Prefixed };

/** SDMX's roles of concepts. */
export type ConceptRole = "EntityRole" | "TimeRole" | "FrequencyRole" | "IdentityRole" | "PrimaryMeasureRole";

/** A property of SDMX's; what it is and the concept that it stands for are told by its name. */
function component(property: Prefixed, ja: string, en: string, codes?: Codes, role?: ConceptRole) {
  const [, kind = "", concept = ""] = /^sdmx-(\w+):(\w+)$/.exec(property) ?? [];
  return {
    property,
    kind: `${kind[0]?.toUpperCase()}${kind.slice(1)}`,
    label: { ja, en },
    concept,
    codes,
    role,
  };
}

const period = "Reference period: the fiscal year reported on";
const shared = [
  component("sdmx-dimension:refArea", "地域", "Reference area", { own: "areas" }, "EntityRole"),
  component("sdmx-dimension:refPeriod", "年度", period, { own: "periods" }, "TimeRole"),
  component("sdmx-dimension:freq", "頻度", "Frequency", { others: "sdmx-code:freq" }, "FrequencyRole"),
  component("sdmx-measure:obsValue", "数値", "Value", undefined, "PrimaryMeasureRole"),
  component("sdmx-attribute:unitMeasure", "単位", "Unit of measure", { own: "units" }),
  component("sdmx-attribute:obsStatus", "観測値の状態（SDMX）", "Observation status (SDMX)", {
    others: "sdmx-code:obsStatus",
  }),
];

/** A concept of SDMX's that only properties of ours are. */
const furtherConcepts = [
  { concept: "decimals", label: { ja: "小数点以下の桁数", en: "Decimals" }, role: undefined },
] as const;

interface OthersList {
  readonly list: Prefixed;
  readonly title: Text;
  readonly codes: readonly (readonly [code: string, ja: string, en: string])[];
}

/** SDMX's lists of 2009, as far as our observations use them. */
const othersLists: readonly OthersList[] = [
  {
    list: "sdmx-code:freq",
    title: { ja: "頻度（SDMX CL_FREQ）", en: "Frequency (SDMX CL_FREQ)" },
    codes: [["A", "年", "Annual"]],
  },
  {
    list: "sdmx-code:obsStatus",
    title: { ja: "観測値の状態（SDMX CL_OBS_STATUS）", en: "Observation status (SDMX CL_OBS_STATUS)" },
    codes: [
      ["A", "通常の値", "Normal"],
      ["B", "系列の断絶", "Break"],
      ["E", "推計値", "Estimated value"],
      ["F", "見込", "Forecast value"],
      ["M", "値がない", "Missing value"],
      ["P", "速報値", "Provisional value"],
    ],
  },
];

/**
 * The list that a component's codes are of, where the property is another's: said of the component in our cube and not
 * by `qb:codeList` of the property, which every other city's cube has as well (IC-19 would want all cities' lists at once).
 */
export function codeListOf(municipality: Pick<Municipality, "base">, prefixed: string | undefined) {
  const codes = shared.find(({ property }) => property === prefixed)?.codes;
  if (codes === undefined) return undefined;
  return "own" in codes ? definitionIri(municipality, codes.own) : expandedIri(codes.others);
}

/** Said again from SDMX's vocabulary, so that a reader without it knows what stands there (IC-4). */
export function* othersComponents({ municipality }: Dataset): Iterable<Resource> {
  for (const { property, kind, label, concept } of shared) {
    yield resource(["rdf:Property", `qb:${kind}Property`], expandedIri(property), [
      ["rdfs:label", texts(label)],
      ["rdfs:range", kind === "Dimension" ? links(expandedIri("rdfs:Resource")) : []],
      ["qb:concept", links(expandedIri(`sdmx-concept:${concept}`))],
    ]);
  }
  for (const { concept, label, role } of [...shared, ...furtherConcepts])
    yield conceptResource(expandedIri(`sdmx-concept:${concept}`), label, role);
  for (const { list, title, codes } of othersLists) {
    const codeIri = (code: string) => `${expandedIri(list)}-${code}`;
    yield resource(["skos:ConceptScheme"], expandedIri(list), [
      ["skos:prefLabel", texts(title)],
      ["skos:hasTopConcept", codes.map(([code]) => iri(codeIri(code)))],
    ]);
    for (const [code, ja, en] of codes) {
      yield resource(["skos:Concept"], codeIri(code), [
        ...named({ ja, en }, code),
        ["skos:inScheme", links(expandedIri(list))],
      ]);
    }
  }
  const areas = definitionIri(municipality, "areas");
  const title = { ja: "地域", en: "Areas" };
  yield schemeResource(areas, title, [areaIri(municipality)]);
}

/** What a component stands for, with its role in a cube. */
export function conceptResource(concept: string, label: Text, role: ConceptRole | undefined): Resource {
  const roles = role === undefined ? [] : ([`sdmx:${role}`] as const);
  return resource(["skos:Concept", ...roles], concept, [["skos:prefLabel", texts(label)]]);
}

/** `def/#concept-indicator`: what a dimension of our own stands for. */
export function ownConcept(municipality: Pick<Municipality, "base">, local: string): string {
  return definitionIri(municipality, `concept-${local}`);
}

/** A component that is a property of ours, of one kind of cube alone: the graph says what it is where there is such a cube. */
export function* ownComponent(
  municipality: Pick<Municipality, "base">,
  component: {
    readonly kind: "dimension" | "measure" | "attribute";
    readonly local: string;
    readonly label: Text;
    /** In full. */
    readonly range: string;
    /** The scheme that its concepts are of. */
    readonly codeList?: string | undefined;
  },
): Iterable<Resource> {
  const { kind, local, label, range, codeList } = component;
  const isDimension = kind === "dimension";
  const kindName = `qb:${kind[0]?.toUpperCase()}${kind.slice(1)}Property` as const;
  const coded = codeList === undefined ? [] : (["qb:CodedProperty"] as const);
  yield resource(["rdf:Property", kindName, ...coded], definitionIri(municipality, local), [
    ["rdfs:label", texts(label)],
    ["rdfs:range", links(range)],
    ["qb:codeList", links(codeList && definitionIri(municipality, codeList))],
    ["qb:concept", links(isDimension ? ownConcept(municipality, local) : undefined)],
    ["rdfs:isDefinedBy", links(`${municipality.base}def/`)],
  ]);
  if (isDimension) yield conceptResource(ownConcept(municipality, local), label, "IdentityRole");
}
