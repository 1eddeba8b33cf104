// Every vocabulary we use, by prefix, and how the values of its properties are written in JSON-LD.

/** The namespaces of others, in the order in which prefixes are declared. */
export const namespaces = {
  rdf: "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
  rdfs: "http://www.w3.org/2000/01/rdf-schema#",
  xsd: "http://www.w3.org/2001/XMLSchema#",
  skos: "http://www.w3.org/2004/02/skos/core#",
  dct: "http://purl.org/dc/terms/",
  qb: "http://purl.org/linked-data/cube#",
  "sdmx-concept": "http://purl.org/linked-data/sdmx/2009/concept#",
  "sdmx-dimension": "http://purl.org/linked-data/sdmx/2009/dimension#",
  "sdmx-measure": "http://purl.org/linked-data/sdmx/2009/measure#",
  "sdmx-attribute": "http://purl.org/linked-data/sdmx/2009/attribute#",
  "sdmx-code": "http://purl.org/linked-data/sdmx/2009/code#",
  owl: "http://www.w3.org/2002/07/owl#",
  time: "http://www.w3.org/2006/time#",
  prov: "http://www.w3.org/ns/prov#",
  org: "http://www.w3.org/ns/org#",
  foaf: "http://xmlns.com/foaf/0.1/",
  dcat: "http://www.w3.org/ns/dcat#",
  spdx: "http://spdx.org/rdf/terms#",
  adms: "http://www.w3.org/ns/adms#",
  unit: "http://qudt.org/vocab/unit/",
  sac: "http://data.e-stat.go.jp/lod/sac/",
} as const;

export type Prefix = keyof typeof namespaces;

/** `name("qb:dataSet")`: a prefixed name to its IRI. */
export function name(prefixed: `${Prefix}:${string}`): string {
  const colon = prefixed.indexOf(":");
  return namespaces[prefixed.slice(0, colon) as Prefix] + prefixed.slice(colon + 1);
}

export const rdfType = name("rdf:type");
export const xsdInteger = name("xsd:integer");
export const xsdDecimal = name("xsd:decimal");
export const xsdDate = name("xsd:date");
export const xsdYear = name("xsd:gYear");

/** What a property's values are in JSON-LD: links, texts by language, or literals of one datatype. */
export type Coercion = "@id" | "@language" | `xsd:${string}`;

/** Others' properties, by prefixed name; what is not here is written out in full. */
export const coercions: Readonly<Record<string, Coercion>> = {
  "rdfs:label": "@language",
  "rdfs:comment": "@language",
  "rdfs:range": "@id",
  "rdfs:domain": "@id",
  "rdfs:subClassOf": "@id",
  "rdfs:subPropertyOf": "@id",
  "rdfs:seeAlso": "@id",
  "rdfs:isDefinedBy": "@id",
  "skos:prefLabel": "@language",
  "skos:altLabel": "@language",
  "skos:definition": "@language",
  "skos:note": "@language",
  "skos:inScheme": "@id",
  "skos:topConceptOf": "@id",
  "skos:hasTopConcept": "@id",
  "skos:broader": "@id",
  "skos:narrower": "@id",
  "skos:exactMatch": "@id",
  "skos:closeMatch": "@id",
  "skos:broadMatch": "@id",
  "skos:related": "@id",
  "dct:title": "@language",
  "dct:description": "@language",
  "dct:publisher": "@id",
  "dct:creator": "@id",
  "dct:license": "@id",
  "dct:language": "@id",
  "dct:spatial": "@id",
  "dct:temporal": "@id",
  "dct:accrualPeriodicity": "@id",
  "dct:conformsTo": "@id",
  "dct:provenance": "@id",
  "dct:format": "@id",
  "dct:isPartOf": "@id",
  "dct:hasPart": "@id",
  "dct:date": "xsd:date",
  "dct:issued": "xsd:date",
  "dct:modified": "xsd:date",
  "dct:isReferencedBy": "@id",
  "qb:dataSet": "@id",
  "qb:structure": "@id",
  "qb:component": "@id",
  "qb:componentProperty": "@id",
  "qb:dimension": "@id",
  "qb:measure": "@id",
  "qb:attribute": "@id",
  "qb:componentAttachment": "@id",
  "qb:componentRequired": "xsd:boolean",
  "qb:order": "xsd:integer",
  "qb:codeList": "@id",
  "qb:concept": "@id",
  "sdmx-dimension:refArea": "@id",
  "sdmx-dimension:refPeriod": "@id",
  "sdmx-measure:obsValue": "xsd:decimal",
  "sdmx-attribute:unitMeasure": "@id",
  "sdmx-attribute:obsStatus": "@id",
  "time:intervalEquals": "@id",
  "time:hasBeginning": "@id",
  "time:hasEnd": "@id",
  "time:inXSDDate": "xsd:date",
  "time:hasXSDDuration": "xsd:duration",
  "prov:wasDerivedFrom": "@id",
  "prov:hadPrimarySource": "@id",
  "org:unitOf": "@id",
  "foaf:homepage": "@id",
  "foaf:page": "@id",
  "foaf:name": "@language",
  "dcat:dataset": "@id",
  "dcat:distribution": "@id",
  "dcat:landingPage": "@id",
  "dcat:theme": "@id",
  "dcat:themeTaxonomy": "@id",
  "dcat:keyword": "@language",
  "dcat:accessURL": "@id",
  "dcat:downloadURL": "@id",
  "dcat:mediaType": "@id",
  "dcat:packageFormat": "@id",
  "dcat:byteSize": "xsd:nonNegativeInteger",
  "dcat:previousVersion": "@id",
  "dcat:hasVersion": "@id",
  "dcat:isVersionOf": "@id",
  "dcat:startDate": "xsd:date",
  "dcat:endDate": "xsd:date",
  "adms:status": "@id",
  "spdx:checksum": "@id",
  "spdx:algorithm": "@id",
  "spdx:checksumValue": "xsd:hexBinary",
};
