// The plan and its nodes: a concept scheme, and concepts that may stand under several others.

import {
  activitiesOf,
  type Dataset,
  groupBy,
  isLowest,
  type Language,
  nodeLabels,
  nodePath,
  once,
  type PlanNode,
  placementsByNode,
  placementsByParent,
  thing,
} from "@shihyo/core";
import { activityResources } from "./activity.ts";
import { fieldIri } from "./choices.ts";
import { detailProperties } from "./details.ts";
import { choiceIri, definitionIri, placementPath, sectionIri } from "./iri.ts";
import { listingResources } from "./listing.ts";
import { levelClass, levelLocal } from "./own-vocabulary.ts";
import { iri, type Resource, resource } from "./term.ts";
import { gYear, integerLiteral, japanese, links, named, plain, texts } from "./texts.ts";
import { expandedIri } from "./vocabularies.ts";

/** The class of a node: of its level, under the city's own name. */
function classOf({ levels }: Dataset, node: PlanNode): string {
  const level = levels.find(({ plan, order }) => plan === node.plan && order === node.level);
  return level ? levelClass(level) : "Plan";
}

function nodeIri({ municipality }: Dataset, node: PlanNode): string {
  return municipality.base + thing(nodePath(node));
}

/** The node, its placements under others, and what is listed there without an indicator (指標なし). */
export function* nodeResources(dataset: Dataset, node: PlanNode): Iterable<Resource> {
  const { municipality, nodes } = dataset;
  const own = (local: string) => definitionIri(municipality, local);
  const iriOf = (id: string | undefined) => {
    const found = nodes.get(id ?? "");
    return found && nodeIri(dataset, found);
  };
  const isPlan = (id: string) => nodes.get(id)?.level === 0;
  const above = placementsByNode(dataset).get(node.id) ?? [];
  const below = placementsByParent(dataset).get(node.id) ?? [];
  const label = nodeLabels(dataset).get(node.id) ?? node.name;
  const kind = node.level === 0 ? "skos:ConceptScheme" : "skos:Concept";
  const children = below.flatMap((placement) => links(iriOf(placement.node)));
  yield resource([kind, own(classOf(dataset, node))], nodeIri(dataset, node), [
    ...named(label, node.id),
    ["skos:altLabel", texts(node.name).filter(({ text, language }) => text !== label[language as Language])],
    ["dct:title", node.level === 0 ? texts(node.name) : []],
    [
      own("translation"),
      links(node.name.translation && choiceIri(municipality, "translation", node.name.translation)),
    ],
    [
      "skos:inScheme",
      links(
        iriOf(node.plan),
        isLowest(dataset, node) || activitiesOf(dataset, node.id).length > 0 ? own("projects") : undefined,
      ),
    ],
    [
      own("level"),
      node.level === 0 ? [] : [iri(own(levelLocal({ plan: node.plan ?? "", order: node.level })))],
    ],
    ["skos:topConceptOf", above.flatMap(({ parent }) => (isPlan(parent) ? links(iriOf(parent)) : []))],
    ["skos:broader", above.flatMap(({ parent }) => (isPlan(parent) ? [] : links(iriOf(parent))))],
    [node.level === 0 ? "skos:hasTopConcept" : "skos:narrower", children],
    [own("field"), links(fieldIri(municipality, node.field))],
    [own("section"), links(node.section === undefined ? undefined : sectionIri(municipality, node.section))],
    [own("account"), japanese(node.account)],
    ...detailProperties(municipality, "nodes", node),
    [own("from"), gYear(node.from)],
    [own("abolished"), gYear(node.abolished)],
    [own("reading"), links(choiceIri(municipality, "reading", node.reading))],
    [
      node.summaryBy === "city" ? expandedIri("dct:description") : own("summary"),
      node.summary ? texts(node.summary) : [],
    ],
    ["skos:definition", japanese(node.content)],
    ["skos:note", japanese(node.note)],
  ]);
  for (const placement of above) {
    const parent = iriOf(placement.parent);
    if (parent === undefined) continue;
    yield resource([own("Placement")], municipality.base + placementPath(node, placement.parent), [
      [own("places"), [iri(nodeIri(dataset, node))]],
      [own("under"), [iri(parent)]],
      [own("printedNumber"), integerLiteral(placement.number)],
      [own("printedAs"), plain(placement.numberText)],
      [own("order"), integerLiteral(placement.order)],
      [own("page"), integerLiteral(placement.page)],
      ...detailProperties(municipality, "placements", placement),
    ]);
  }
  yield* activityResources(dataset, node);
  for (const listing of withoutIndicator(dataset).get(node.id) ?? []) {
    yield* listingResources(dataset, listing);
  }
}

/** Listings that name no indicator, by node. */
const withoutIndicator = once(({ listings }) =>
  groupBy(listings, ({ node, indicator }) => (indicator === undefined ? node : undefined)),
);
