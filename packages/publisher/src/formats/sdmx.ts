// SDMX, as statistics offices exchange it: the observations as SDMX-CSV 2.0, and their structure as SDMX-JSON 2.0.

import {
  areaCode,
  breaksByIndicator,
  byCodeUnit,
  type Dataset,
  formatDecimal,
  type Indicator,
  type Observation,
  series,
  statusMeaning,
  type Text,
  type Unit,
} from "@shihyo/core";
import { csvPlain } from "./csv.ts";
import { plainCsvwText } from "./csvw.ts";
import type { Format } from "./format.ts";
import { wholeCode } from "./rdf/iri.ts";
import { unitKin } from "./rdf/unit-kin.ts";

/** What is after `142123_`. */
const sdmxData = "dataset.sdmx.csv";
const sdmxStructure = "dataset.sdmx.json";

const version = "1.0";
const flow = "RESULTS";
const structure = "DSD_RESULTS";
const concepts = "CS_RESULTS";

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
  },
};

type Role = "dimension" | "time" | "measure" | "attribute";

interface Part {
  readonly id: string;
  readonly role: Role;
  readonly name: Text;
  /** Its list of codes, or how it is written. */
  readonly codes?: string;
  readonly type?: string;
  readonly required?: boolean;
}

/** In the order of the columns. */
const parts: readonly Part[] = [
  { id: "FREQ", role: "dimension", name: { ja: "頻度", en: "Frequency" }, codes: "CL_FREQ" },
  { id: "REF_AREA", role: "dimension", name: { ja: "地域", en: "Reference area" }, codes: "CL_AREA" },
  { id: "INDICATOR", role: "dimension", name: { ja: "指標", en: "Indicator" }, codes: "CL_INDICATOR" },
  { id: "BREAKDOWN", role: "dimension", name: { ja: "内訳", en: "Breakdown" }, codes: "CL_BREAKDOWN" },
  {
    id: "TIME_PERIOD",
    role: "time",
    name: { ja: "期間", en: "Time period" },
    type: "ObservationalTimePeriod",
  },
  { id: "OBS_VALUE", role: "measure", name: { ja: "実績値", en: "Value" }, type: "Decimal" },
  {
    id: "OBS_STATUS",
    role: "attribute",
    name: { ja: "観測値の状態", en: "Observation status" },
    codes: "CL_OBS_STATUS",
    required: true,
  },
  { id: "UNIT_MEASURE", role: "attribute", name: { ja: "単位", en: "Unit" }, codes: "CL_UNIT" },
  { id: "UNIT_MULT", role: "attribute", name: { ja: "単位の倍数", en: "Unit multiplier" }, type: "Integer" },
  { id: "DECIMALS", role: "attribute", name: { ja: "小数点以下の桁数", en: "Decimals" }, type: "Integer" },
  {
    id: "REPORTING_YEAR_START_DAY",
    role: "attribute",
    name: { ja: "年度の初日", en: "Reporting year start day" },
    type: "MonthDay",
  },
  { id: "COMMENT_OBS", role: "attribute", name: { ja: "備考", en: "Comment" }, type: "String" },
];

const header = ["STRUCTURE", "STRUCTURE_ID", "ACTION", ...parts.map(({ id }) => id)];

/** An agency's ID begins with a letter. */
function agencyOf({ municipality }: Dataset): string {
  return `JP${municipality.code}`;
}

function* rows(dataset: Dataset): Iterable<string> {
  yield csvPlain([header]);
  const id = `${agencyOf(dataset)}:${flow}(${version})`;
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
        statusOf(dataset, indicator, observation),
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
  return multiple ? [multiple.of, String(multiple.factor.length - 1)] : [unit.id, "0"];
}

/** CL_OBS_STATUS has one code for an observation: a break before a doubt, a doubt before how final it is. */
function statusOf(dataset: Dataset, indicator: Indicator, observation: Observation): string {
  const { value, year, reading } = observation;
  const meaning: string = statusMeaning(value, observation.status);
  if (value.kind !== "number") return withoutNumber[meaning] ?? "O";
  const isBroken = breaksByIndicator(dataset)
    .get(indicator.id)
    ?.some(({ after }) => after === year);
  if (isBroken) return "B";
  if (reading === "doubtful") return "U";
  return withNumber[meaning] ?? "A";
}

const withNumber: Readonly<Record<string, string>> = {
  provisional: "P",
  estimated: "E",
  expected: "F",
  partial: "P",
};

/** M is a value that cannot exist; O one that is missing for whatever reason, words in its place among them. */
const withoutNumber: Readonly<Record<string, string>> = {
  notApplicable: "M",
  notCarriedOut: "M",
  confidential: "Q",
};

const statuses: readonly (readonly [string, string, string])[] = [
  ["A", "通常の値", "Normal value"],
  ["B", "系列の断絶", "Time series break"],
  ["E", "推計値", "Estimated value"],
  ["F", "見込", "Forecast value"],
  ["M", "値がありえない", "Missing value; data cannot exist"],
  ["O", "値がない", "Missing value"],
  ["P", "速報値", "Provisional value"],
  ["Q", "秘匿", "Missing value; suppressed"],
  ["U", "信頼性が低い（読み取りに疑いがある）", "Low reliability"],
];

interface Code {
  readonly id: string;
  readonly name: Text;
}

function codeLists(
  dataset: Dataset,
): Readonly<Record<string, { readonly name: Text; readonly codes: readonly Code[] }>> {
  const { municipality, indicators, units, breakdowns, labels } = dataset;
  return {
    CL_AREA: {
      name: { ja: "標準地域コード", en: "Standard area codes" },
      codes: [{ id: areaCode(municipality), name: municipality.name }],
    },
    CL_BREAKDOWN: {
      name: { ja: "内訳", en: "Breakdowns" },
      codes: [{ id: wholeCode, name: { ja: "全体", en: "The whole" } }, ...breakdowns.values()],
    },
    CL_FREQ: {
      name: { ja: "頻度", en: "Frequencies" },
      codes: [{ id: "A", name: { ja: "年", en: "Annual" } }],
    },
    CL_INDICATOR: {
      name: { ja: "指標", en: "Indicators" },
      codes: [...indicators.values()].map(({ id, name }) => ({ id, name: labels.get(id) ?? name })),
    },
    CL_OBS_STATUS: {
      name: { ja: "観測値の状態", en: "Observation status" },
      codes: statuses.map(([id, ja, en]) => ({ id, name: { ja, en } })),
    },
    CL_UNIT: { name: { ja: "単位", en: "Units" }, codes: [...units.values()] },
  };
}

/** Names as SDMX-JSON has them: one to show, and all of them by language. */
function named({ ja, en }: Text): object {
  return { name: en ?? ja, names: { ja, ...(en === undefined ? {} : { en }) } };
}

function message(dataset: Dataset): object {
  const agency = agencyOf(dataset);
  const { municipality, releases } = dataset;
  const maintained = { agencyID: agency, version };
  const urn = (kind: string, id: string) => `urn:sdmx:org.sdmx.infomodel.${kind}=${agency}:${id}(${version})`;
  const component = ({ id, codes, type }: Part) => ({
    id,
    conceptIdentity: `${urn("conceptscheme.Concept", concepts)}.${id}`,
    localRepresentation:
      codes === undefined ? { format: { dataType: type } } : { enumeration: urn("codelist.Codelist", codes) },
  });
  const ofRole = (role: Role) => parts.filter((part) => part.role === role);
  const [time] = ofRole("time").map(component);
  return {
    meta: {
      schema:
        "https://raw.githubusercontent.com/sdmx-twg/sdmx-json/master/structure-message/tools/schemas/2.0.0/sdmx-json-structure-schema.json",
      id: `${flow}_${municipality.code}`,
      prepared: `${releases.at(-1)?.date ?? "1970-01-01"}T00:00:00+09:00`,
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
          ...named({ ja: "概念", en: "Concepts" }),
          concepts: parts.map(({ id, name }) => ({ id, ...named(name) })),
        },
      ],
      dataStructures: [
        {
          id: structure,
          ...maintained,
          ...named({ ja: "実績値の構造", en: "Structure of the results" }),
          dataStructureComponents: {
            dimensionList: { dimensions: ofRole("dimension").map(component), timeDimension: time },
            measureList: { measures: ofRole("measure").map(component) },
            attributeList: {
              attributes: ofRole("attribute").map((part) => ({
                ...component(part),
                attributeRelationship: { observation: {} },
                usage: part.required ? "mandatory" : "optional",
                measureRelationship: ["OBS_VALUE"],
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
