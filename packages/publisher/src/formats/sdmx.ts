// SDMX, as statistics offices exchange it: the observations as SDMX-CSV 2.0, and their structure as SDMX-JSON 2.0 and SDMX-ML 3.0.

import {
  areaCode,
  byCodeUnit,
  type Dataset,
  formatDecimal,
  type Observation,
  type StatusMeaning,
  series,
  statusMeaning,
  type Text,
  type Unit,
} from "@shihyo/core";
import { csvPlain } from "./csv.ts";
import { plainCsvwText } from "./csvw.ts";
import type { Format } from "./format.ts";
import { wholeCode } from "./rdf/iri.ts";
import { sdmxStatusOf } from "./rdf/observation.ts";
import { unitKin } from "./rdf/unit-kin.ts";
import {
  agencyOf,
  codeLists,
  concepts,
  conceptsTitle,
  flow,
  measure,
  ofRole,
  type Part,
  parts,
  preparedAt,
  structure,
  structureTitle,
  structureVersion,
  urnOf,
} from "./sdmx-structure.ts";
import { structureXml } from "./sdmx-xml.ts";

/** What is after `142123_`. */
const sdmxData = "dataset.sdmx.csv";
const sdmxStructure = "dataset.sdmx.json";
const sdmxStructureXml = "dataset.sdmx.xml";

export const sdmxFormat: Format = {
  name: "sdmx",
  *files(dataset) {
    const { code } = dataset.municipality;
    const path = `${code}_${sdmxData}`;
    yield { path, chunks: rows(dataset) };
    const title = { ja: "観測値（SDMX-CSV 2.0）", en: "Observations (SDMX-CSV 2.0)" };
    yield { path: `${path}-metadata.json`, chunks: [plainCsvwText(dataset, title, path, header)] };
    yield {
      path: `${code}_${sdmxStructure}`,
      chunks: [`${JSON.stringify(message(dataset), undefined, 1)}\n`],
    };
    yield { path: `${code}_${sdmxStructureXml}`, chunks: [structureXml(dataset)] };
  },
};

const header = ["STRUCTURE", "STRUCTURE_ID", "ACTION", ...parts.map(({ id }) => id)];

function* rows(dataset: Dataset): Iterable<string> {
  yield csvPlain([header]);
  const id = `${agencyOf(dataset)}:${flow}(${structureVersion})`;
  const area = areaCode(dataset.municipality);
  const measures = new Map([...dataset.units.values()].map((unit) => [unit.id, measureOf(dataset, unit)]));
  for (const { indicator, observations } of series(dataset)) {
    const [unit = "", multiplier = ""] = measures.get(indicator.unit ?? "") ?? [];
    const calendar = indicator.period === "calendar";
    const lines = observations.map((observation) => {
      const { value, year, breakdown = wholeCode } = observation;
      const isNumber = value.kind === "number";
      return [
        "dataflow",
        id,
        "I",
        "A",
        area,
        indicator.id,
        breakdown,
        // A reporting year by its own day of beginning; a calendar year as everybody writes it.
        calendar ? String(year) : `${year}-A1`,
        isNumber ? formatDecimal(value.number) : "",
        statusOf(dataset, observation),
        isNumber ? unit : "",
        isNumber ? multiplier : "",
        isNumber ? String(value.number.scale) : "",
        calendar ? "" : "--04-01",
        [value.kind === "words" ? value.words : "", observation.note ?? ""].filter(Boolean).join("；"),
      ];
    });
    yield csvPlain(lines);
  }
}

/** 千円 is 円 with the multiplier 3, where the city has 円; any other unit is itself. */
function measureOf(dataset: Dataset, unit: Unit): readonly [unit: string, multiplier: string] {
  const { multiple } = unitKin(dataset, unit);
  return multiple?.of === undefined ? [unit.id, "0"] : [multiple.of, String(multiple.factor.length - 1)];
}

/** CL_OBS_STATUS has one code for an observation: a break before a doubt, a doubt before how final it is. */
function statusOf(dataset: Dataset, observation: Observation): string {
  const code = sdmxStatusOf(dataset, observation);
  if (code === undefined) return withoutNumber[statusMeaning(observation.value, observation.status)] ?? "O";
  return code !== "B" && observation.reading === "doubtful" ? "U" : code;
}

/** M is a value that cannot exist; O one that is missing for whatever reason, words in its place among them. */
const withoutNumber: Readonly<Partial<Record<StatusMeaning, string>>> = {
  notApplicable: "M",
  notCarriedOut: "M",
  confidential: "Q",
};

/** Names as SDMX-JSON has them: one to show, and all of them by language. */
function named({ ja, en }: Text): object {
  return { name: en ?? ja, names: { ja, ...(en === undefined ? {} : { en }) } };
}

function message(dataset: Dataset): object {
  const agency = agencyOf(dataset);
  const { municipality } = dataset;
  const maintained = { agencyID: agency, version: structureVersion };
  const urn = (kind: string, id: string) => urnOf(dataset, kind, id);
  const component = ({ id, codes, type }: Part) => ({
    id,
    conceptIdentity: `${urn("conceptscheme.Concept", concepts)}.${id}`,
    localRepresentation:
      codes === undefined ? { format: { dataType: type } } : { enumeration: urn("codelist.Codelist", codes) },
  });
  const [time] = ofRole("time").map(component);
  return {
    meta: {
      schema:
        "https://raw.githubusercontent.com/sdmx-twg/sdmx-json/master/structure-message/tools/schemas/2.0.0/sdmx-json-structure-schema.json",
      id: `${flow}_${municipality.code}`,
      prepared: preparedAt(dataset),
      contentLanguages: ["ja", "en"],
      sender: { id: agency, ...named(municipality.publisher.name) },
    },
    data: {
      codelists: Object.entries(codeLists(dataset))
        .sort(([a], [b]) => byCodeUnit(a, b))
        .map(([id, { name, codes }]) => ({
          id,
          ...maintained,
          ...named(name),
          codes: codes.map((code) => ({ id: code.id, ...named(code.name) })),
        })),
      conceptSchemes: [
        {
          id: concepts,
          ...maintained,
          ...named(conceptsTitle),
          concepts: parts.map(({ id, name }) => ({ id, ...named(name) })),
        },
      ],
      dataStructures: [
        {
          id: structure,
          ...maintained,
          ...named(structureTitle),
          dataStructureComponents: {
            dimensionList: { dimensions: ofRole("dimension").map(component), timeDimension: time },
            measureList: { measures: ofRole("measure").map(component) },
            attributeList: {
              attributes: ofRole("attribute").map((part) => ({
                ...component(part),
                attributeRelationship: { observation: {} },
                usage: part.required ? "mandatory" : "optional",
                measureRelationship: [measure],
              })),
            },
          },
        },
      ],
      dataflows: [
        {
          id: flow,
          ...maintained,
          ...named(municipality.title),
          structure: urn("datastructure.DataStructure", structure),
        },
      ],
    },
  };
}
