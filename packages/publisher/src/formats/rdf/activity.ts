// What a project did as resources: a figure is an observation of the cube of activities, an action without one is not.

import {
  type Activity,
  activitiesById,
  activitiesOf,
  activityLabel,
  activityPath,
  type Dataset,
  formatDecimal,
  indicatorPath,
  nodePath,
  type PlanNode,
  periodPath,
  recurringId,
  recurringPath,
  type Text,
  thing,
  unitPath,
  unsurePart,
} from "@shihyo/core";
import { inScheme } from "./concepts.ts";
import { activitiesCube } from "./cubes.ts";
import { detailProperties } from "./details.ts";
import { areaIri, choiceIri, definitionIri, sourceIri } from "./iri.ts";
import { iri, literal, type Resource, resource, type Said } from "./term.ts";
import { date, integerLiteral, japanese, links, named, texts } from "./texts.ts";
import { xsdDecimal } from "./vocabularies.ts";

/** The activities of a project, on its page, and what they are from year to year: `projects/J0010/#A0001`, `…/#every-A0001`. */
export function* activityResources(dataset: Dataset, project: PlanNode): Iterable<Resource> {
  const activities = activitiesOf(dataset, project.id);
  for (const activity of activities) {
    if (recurringId(dataset, activity) === activity.id) yield recurringResource(dataset, project, activity);
  }
  for (const activity of activities) yield activityResource(dataset, project, activity);
}

/** What is the same in every year, under the words of its first row. */
function recurringResource(dataset: Dataset, project: PlanNode, first: Activity): Resource {
  const { municipality } = dataset;
  const { base } = municipality;
  const scheme = definitionIri(municipality, "recurringActivities");
  const { unit } = first;
  return resource(
    ["skos:Concept", definitionIri(municipality, "RecurringActivity")],
    base + recurringPath(dataset, first),
    [
      ...named(labelOf(first), first.id),
      ...inScheme(scheme),
      [definitionIri(municipality, "project"), links(base + thing(nodePath(project)))],
      [
        definitionIri(municipality, "unit"),
        links(unit === undefined ? undefined : base + thing(unitPath(unit))),
      ],
    ],
  );
}

/** In English where all of it is in English. */
export function labelOf(activity: Activity): Text {
  const { what, breakdown } = activity;
  const hasEnglish = what.en !== undefined && (breakdown === undefined || breakdown.en !== undefined);
  return {
    ja: activityLabel(activity, "ja"),
    ...(hasEnglish ? { en: activityLabel(activity, "en") } : {}),
  };
}

function activityResource(dataset: Dataset, project: PlanNode, activity: Activity): Resource {
  const { municipality } = dataset;
  const { base } = municipality;
  const own = (local: string) => definitionIri(municipality, local);
  const { value, unit, year, order, what, breakdown, qualifiers, asOf, interval, reading } = activity;
  const choice = (list: string, meaning: string) => choiceIri(municipality, list, meaning);
  const whole = activitiesById(dataset).get(activity.partOf ?? "");
  const part = unsurePart(activity);
  const figure: Said[] = value
    ? [
        ["qb:dataSet", links(own(activitiesCube.id))],
        ["sdmx-measure:obsValue", [literal(formatDecimal(value), xsdDecimal)]],
        ["sdmx-attribute:unitMeasure", links(unit === undefined ? undefined : base + thing(unitPath(unit)))],
        [own("decimals"), integerLiteral(value.scale)],
        [own("qualifier"), qualifiers.map((qualifier) => iri(choice("qualifier", qualifier)))],
        [own("asOf"), date(asOf)],
      ]
    : [];
  return resource(
    value ? ["qb:Observation", own("Activity")] : [own("Activity")],
    base + activityPath(dataset, activity),
    [
      ["rdfs:label", texts(labelOf(activity))],
      ["sdmx-dimension:refArea", links(areaIri(municipality))],
      ["sdmx-dimension:refPeriod", links(base + thing(periodPath(year)))],
      [own("project"), links(base + thing(nodePath(project)))],
      [own("activity"), links(base + recurringPath(dataset, activity))],
      [own("activityOrder"), integerLiteral(order)],
      ...figure,
      [own("what"), texts(what)],
      [own("part"), breakdown ? texts(breakdown) : []],
      [own("translation"), links(what.translation && choice("translation", what.translation))],
      [own("periodStart"), date(interval?.start)],
      [own("periodEnd"), date(interval?.end)],
      [own("partOf"), links(whole && base + activityPath(dataset, whole))],
      [
        own("statesIndicator"),
        links(activity.indicator === undefined ? undefined : base + thing(indicatorPath(activity.indicator))),
      ],
      [own("reading"), links(choice("reading", reading))],
      [own("readingPart"), links(part && choice("readingPart", part))],
      ["prov:wasDerivedFrom", links(sourceIri(municipality, activity.source))],
      [own("page"), integerLiteral(activity.page)],
      [own("achievements"), japanese(activity.achievements)],
      ...detailProperties(municipality, "activities", activity),
      ["rdfs:comment", japanese(activity.note)],
    ],
  );
}
