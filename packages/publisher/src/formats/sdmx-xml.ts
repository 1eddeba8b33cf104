// The structure of our SDMX data as an SDMX-ML 3.0 message, for readers that take no SDMX-JSON.

import { byCodeUnit, type Dataset, type Text } from "@shihyo/core";
import { escapeXml } from "./escape.ts";
import {
  agencyOf,
  codeLists,
  concepts,
  conceptsTitle,
  flow,
  ofRole,
  type Part,
  parts,
  preparedAt,
  structure,
  structureTitle,
  structureVersion,
  urnOf,
} from "./sdmx-structure.ts";

const schemas = "http://www.sdmx.org/resources/sdmxml/schemas/v3_0";

export function structureXml(dataset: Dataset): string {
  const { municipality } = dataset;
  const maintained = (id: string) =>
    `id="${id}" agencyID="${agencyOf(dataset)}" version="${structureVersion}"`;
  const lists = Object.entries(codeLists(dataset))
    .sort(([a], [b]) => byCodeUnit(a, b))
    .map(
      ([id, { name, codes }]) =>
        `<str:Codelist ${maintained(id)}>${names(name)}\n${codes
          .map((code) => `<str:Code id="${code.id}">${names(code.name)}</str:Code>\n`)
          .join("")}</str:Codelist>\n`,
    );
  const dimensions = ofRole("dimension").map(
    (part, index) =>
      `<str:Dimension id="${part.id}" position="${index + 1}">${component(dataset, part)}</str:Dimension>\n`,
  );
  const times = ofRole("time").map(
    (part) => `<str:TimeDimension id="${part.id}">${component(dataset, part)}</str:TimeDimension>\n`,
  );
  const attributes = ofRole("attribute").map(
    (part) =>
      `<str:Attribute id="${part.id}" usage="${part.required ? "mandatory" : "optional"}">${component(dataset, part)}` +
      // Of which measure is left out, as it may be where there is but one: not every reader knows the word.
      "<str:AttributeRelationship><str:Observation/></str:AttributeRelationship></str:Attribute>\n",
  );
  const measures = ofRole("measure").map(
    (part) => `<str:Measure id="${part.id}">${component(dataset, part)}</str:Measure>\n`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<mes:Structure xmlns:mes="${schemas}/message" xmlns:str="${schemas}/structure" xmlns:com="${schemas}/common">
<mes:Header><mes:ID>${flow}_${municipality.code}</mes:ID><mes:Test>false</mes:Test><mes:Prepared>${preparedAt(dataset)}</mes:Prepared><mes:Sender id="${agencyOf(dataset)}">${names(municipality.publisher.name)}</mes:Sender></mes:Header>
<mes:Structures>
<str:Codelists>
${lists.join("")}</str:Codelists>
<str:ConceptSchemes>
<str:ConceptScheme ${maintained(concepts)}>${names(conceptsTitle)}
${parts.map(({ id, name }) => `<str:Concept id="${id}">${names(name)}</str:Concept>\n`).join("")}</str:ConceptScheme>
</str:ConceptSchemes>
<str:Dataflows>
<str:Dataflow ${maintained(flow)}>${names(municipality.title)}<str:Structure>${urnOf(dataset, "datastructure.DataStructure", structure)}</str:Structure></str:Dataflow>
</str:Dataflows>
<str:DataStructures>
<str:DataStructure ${maintained(structure)}>${names(structureTitle)}
<str:DataStructureComponents>
<str:DimensionList id="DimensionDescriptor">
${dimensions.join("")}${times.join("")}</str:DimensionList>
<str:AttributeList id="AttributeDescriptor">
${attributes.join("")}</str:AttributeList>
<str:MeasureList id="MeasureDescriptor">
${measures.join("")}</str:MeasureList>
</str:DataStructureComponents>
</str:DataStructure>
</str:DataStructures>
</mes:Structures>
</mes:Structure>
`;
}

function component(dataset: Dataset, { id, codes, type }: Part): string {
  const concept = `${urnOf(dataset, "conceptscheme.Concept", concepts)}.${id}`;
  const representation =
    codes === undefined
      ? `<str:TextFormat textType="${type}"/>`
      : `<str:Enumeration>${urnOf(dataset, "codelist.Codelist", codes)}</str:Enumeration>`;
  return `<str:ConceptIdentity>${concept}</str:ConceptIdentity><str:LocalRepresentation>${representation}</str:LocalRepresentation>`;
}

/** English first, where there is any: most readers show the first. */
function names({ ja, en }: Text): string {
  const inLanguage = (language: string, text: string) =>
    `<com:Name xml:lang="${language}">${escapeXml(text)}</com:Name>`;
  return (en === undefined ? "" : inLanguage("en", en)) + inLanguage("ja", ja);
}
