// IC-1 … IC-21 of the RDF Data Cube Recommendation (§11.1), each a query of our own that names what violates it.

import { Store } from "oxigraph";

export interface Constraint {
  /** As the Recommendation numbers it; IC-19 has two forms. */
  readonly id: string;
  readonly title: string;
  /** Every `?at` that it finds is a violation. `$property` is filled in for every hierarchy there is. */
  readonly query: string;
  /** Finds the `?property` of each hierarchy. */
  readonly instances?: string;
}

const prefixes = `
PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
PREFIX owl: <http://www.w3.org/2002/07/owl#>
PREFIX qb: <http://purl.org/linked-data/cube#>
`;

/**
 * The normalisation of §10.1 (abbreviated to full cubes): what the vocabulary's domains and ranges say of
 * types first, then values that are attached to a slice or a data set, brought down to the observations.
 */
const normalisation = [
  "INSERT { ?o a qb:Observation } WHERE { { ?o qb:dataSet [] } UNION { [] qb:observation ?o } }",
  "INSERT { ?d a qb:DataSet } WHERE { { [] qb:dataSet ?d } UNION { ?d qb:structure [] } UNION { ?d qb:slice [] } }",
  "INSERT { ?s a qb:Slice } WHERE { { [] qb:slice ?s } UNION { ?s qb:sliceStructure [] } }",
  "INSERT { ?k a qb:SliceKey } WHERE { { [] qb:sliceStructure ?k } UNION { [] qb:sliceKey ?k } }",
  "INSERT { ?c qb:componentProperty ?p . ?p a qb:DimensionProperty } WHERE { ?c qb:dimension ?p }",
  "INSERT { ?c qb:componentProperty ?p . ?p a qb:MeasureProperty } WHERE { ?c qb:measure ?p }",
  "INSERT { ?c qb:componentProperty ?p . ?p a qb:AttributeProperty } WHERE { ?c qb:attribute ?p }",
  "INSERT { ?o qb:dataSet ?d } WHERE { ?d qb:slice ?s . ?s qb:observation ?o . FILTER NOT EXISTS { ?o qb:dataSet [] } }",
  `INSERT { ?o ?p ?v } WHERE {
     ?d qb:structure/qb:component ?c ; qb:slice ?s . ?s qb:observation ?o ; ?p ?v .
     ?c qb:componentProperty ?p ; qb:componentAttachment qb:Slice }`,
  `INSERT { ?o ?p ?v } WHERE {
     ?d qb:structure/qb:component ?c ; ?p ?v . ?o qb:dataSet ?d .
     ?c qb:componentProperty ?p ; qb:componentAttachment qb:DataSet }`,
];

const structured = "?at qb:dataSet/qb:structure/qb:component ?c . ?c qb:componentProperty ?p .";

/** An observation's dimensions as one text, in a fixed order: what two of them share when they are doubles. */
const keyed = (leaveOut: string) => `
  SELECT ?set ?obs (GROUP_CONCAT(?part; separator="|") AS ?key) WHERE {
    { SELECT ?set ?obs ?part WHERE {
        ?obs qb:dataSet ?set .
        ?set qb:structure/qb:component/qb:componentProperty ?dim .
        ?dim a qb:DimensionProperty . ${leaveOut}
        ?obs ?dim ?v . BIND(CONCAT(STR(?dim), "=", STR(?v)) AS ?part)
      } ORDER BY ?obs ?part }
  } GROUP BY ?set ?obs`;

const usesMeasureType = "?set qb:structure/qb:component/qb:componentProperty qb:measureType .";

export const constraints: readonly Constraint[] = [
  {
    id: "IC-1",
    title: "every observation has one data set",
    query: `SELECT ?at WHERE { ?at a qb:Observation OPTIONAL { ?at qb:dataSet ?d } }
      GROUP BY ?at HAVING (COUNT(DISTINCT ?d) != 1)`,
  },
  {
    id: "IC-2",
    title: "every data set has one structure",
    query: `SELECT ?at WHERE { ?at a qb:DataSet OPTIONAL { ?at qb:structure ?s } }
      GROUP BY ?at HAVING (COUNT(DISTINCT ?s) != 1)`,
  },
  {
    id: "IC-3",
    title: "every structure has a measure",
    query: `SELECT ?at WHERE { ?at a qb:DataStructureDefinition
      FILTER NOT EXISTS { ?at qb:component/qb:componentProperty/a qb:MeasureProperty } }`,
  },
  {
    id: "IC-4",
    title: "every dimension has a range",
    query: "SELECT ?at WHERE { ?at a qb:DimensionProperty FILTER NOT EXISTS { ?at rdfs:range [] } }",
  },
  {
    id: "IC-5",
    title: "a dimension of concepts has a code list",
    query: `SELECT ?at WHERE { ?at a qb:DimensionProperty ; rdfs:range skos:Concept
      FILTER NOT EXISTS { ?at qb:codeList [] } }`,
  },
  {
    id: "IC-6",
    title: "only attributes are optional",
    query: `SELECT ?at WHERE { ?at qb:componentRequired false ; qb:componentProperty ?p
      FILTER NOT EXISTS { ?p a qb:AttributeProperty } }`,
  },
  {
    id: "IC-7",
    title: "every slice key belongs to a structure",
    query: `SELECT ?at WHERE { ?at a qb:SliceKey
      FILTER NOT EXISTS { ?dsd a qb:DataStructureDefinition ; qb:sliceKey ?at } }`,
  },
  {
    id: "IC-8",
    title: "a slice key's properties are components of its structure",
    query: `SELECT ?at WHERE { ?dsd qb:sliceKey ?at . ?at qb:componentProperty ?p
      FILTER NOT EXISTS { ?dsd qb:component/qb:componentProperty ?p } }`,
  },
  {
    id: "IC-9",
    title: "every slice has one structure",
    query: `SELECT ?at WHERE { ?at a qb:Slice OPTIONAL { ?at qb:sliceStructure ?k } }
      GROUP BY ?at HAVING (COUNT(DISTINCT ?k) != 1)`,
  },
  {
    id: "IC-10",
    title: "a slice has a value for each dimension of its key",
    query: `SELECT ?at WHERE { ?at qb:sliceStructure/qb:componentProperty ?p
      FILTER NOT EXISTS { ?at ?p ?v } }`,
  },
  {
    id: "IC-11",
    title: "every observation has a value for every dimension",
    query: `SELECT ?at WHERE { ${structured} ?p a qb:DimensionProperty FILTER NOT EXISTS { ?at ?p ?v } }`,
  },
  {
    id: "IC-12",
    title: "no two observations have the same values for all dimensions",
    // The printed query joins all observations with all others; counting their keys says the same.
    query: `SELECT (MIN(?obs) AS ?at) WHERE { { ${keyed("")} } } GROUP BY ?set ?key HAVING (COUNT(?obs) > 1)`,
  },
  {
    id: "IC-13",
    title: "every observation has every required attribute",
    query: `SELECT ?at WHERE { ${structured} ?p a qb:AttributeProperty . ?c qb:componentRequired true
      FILTER NOT EXISTS { ?at ?p ?v } }`,
  },
  {
    id: "IC-14",
    title: "every observation of a cube without a measure dimension has every measure",
    query: `SELECT ?at WHERE { ${structured} ?p a qb:MeasureProperty . ?at qb:dataSet ?set
      FILTER NOT EXISTS { ${usesMeasureType} } FILTER NOT EXISTS { ?at ?p ?v } }`,
  },
  {
    id: "IC-15",
    title: "an observation has the measure that its measure dimension names",
    query: `SELECT ?at WHERE { ?at qb:dataSet ?set ; qb:measureType ?m . ${usesMeasureType}
      FILTER NOT EXISTS { ?at ?m ?v } }`,
  },
  {
    id: "IC-16",
    title: "and no other measure",
    query: `SELECT ?at WHERE { ${structured} ?p a qb:MeasureProperty . ?at qb:dataSet ?set ; qb:measureType ?m ; ?p ?v .
      ${usesMeasureType} FILTER (?p != ?m) }`,
  },
  {
    id: "IC-17",
    title: "a cube with a measure dimension has all measures wherever it has one",
    // The printed query tests an alias of its own SELECT in HAVING, which strict engines never find unequal.
    query: `SELECT (MIN(?obs) AS ?at) WHERE {
        { ${keyed("FILTER (?dim != qb:measureType)")} }
        ?obs qb:measureType ?m .
        { SELECT ?set (COUNT(DISTINCT ?measure) AS ?all) WHERE {
            ${usesMeasureType}
            ?set qb:structure/qb:component/qb:componentProperty ?measure . ?measure a qb:MeasureProperty
          } GROUP BY ?set }
      } GROUP BY ?set ?key ?all HAVING (COUNT(DISTINCT ?m) != ?all)`,
  },
  {
    id: "IC-18",
    title: "an observation of a slice belongs to the slice's data set",
    query: `SELECT ?at WHERE { ?d qb:slice/qb:observation ?at FILTER NOT EXISTS { ?at qb:dataSet ?d } }`,
  },
  {
    id: "IC-19a",
    title: "a dimension's values are concepts of its scheme",
    query: `SELECT ?at WHERE { ${structured} ?p a qb:DimensionProperty ; qb:codeList ?list .
      ?list a skos:ConceptScheme . ?at ?p ?v
      FILTER NOT EXISTS { ?v a skos:Concept ; skos:inScheme ?list } }`,
  },
  {
    id: "IC-19b",
    title: "a dimension's values are members of its collection",
    query: `SELECT ?at WHERE { ${structured} ?p a qb:DimensionProperty ; qb:codeList ?list .
      ?list a skos:Collection . ?at ?p ?v
      FILTER NOT EXISTS { ?v a skos:Concept . ?list skos:member+ ?v } }`,
  },
  {
    id: "IC-20",
    title: "a dimension's values stand in its hierarchy",
    instances: `SELECT DISTINCT ?property WHERE { ?list a qb:HierarchicalCodeList ; qb:parentChildProperty ?property
      FILTER (isIRI(?property)) }`,
    query: `SELECT ?at WHERE { ${structured} ?p a qb:DimensionProperty ; qb:codeList ?list .
      ?list a qb:HierarchicalCodeList ; qb:parentChildProperty <$property> . ?at ?p ?v
      FILTER NOT EXISTS { ?list qb:hierarchyRoot/<$property>* ?v } }`,
  },
  {
    id: "IC-21",
    title: "a dimension's values stand in its hierarchy, which is written from child to parent",
    instances: `SELECT DISTINCT ?property WHERE {
      ?list a qb:HierarchicalCodeList ; qb:parentChildProperty/owl:inverseOf ?property FILTER (isIRI(?property)) }`,
    query: `SELECT ?at WHERE { ${structured} ?p a qb:DimensionProperty ; qb:codeList ?list .
      ?list a qb:HierarchicalCodeList ; qb:parentChildProperty/owl:inverseOf <$property> . ?at ?p ?v
      FILTER NOT EXISTS { ?list qb:hierarchyRoot/(^<$property>)* ?v } }`,
  },
];

type Row = ReadonlyMap<string, { readonly value: string }>;

function select(store: Store, query: string): Row[] {
  return store.query(prefixes + query) as Row[];
}

/** `IC-11: <iri>` for each violation, of the first few of each constraint. */
export function violations(graphs: readonly string[]): string[] {
  const store = new Store();
  for (const graph of graphs) store.load(graph, { format: "text/turtle" });
  for (const update of normalisation) store.update(prefixes + update);
  return constraints.flatMap(({ id, query, instances }) => {
    const queries = instances
      ? select(store, instances).map((row) => query.replaceAll("$property", row.get("property")?.value ?? ""))
      : [query];
    return queries
      .flatMap((one) => select(store, one))
      .flatMap((row) => (row.get("at") ? [`${id}: ${row.get("at")?.value}`] : []))
      .slice(0, 3);
  });
}
