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
  thing,
  unitPath,
} from "@shihyo/core";
import { activitiesCube } from "./cubes.ts";
import { areaIri, choiceIri, definitionIri, sourceIri } from "./iri.ts";
import { iri, literal, type Property, type Resource, resource } from "./term.ts";
import { date, integer, japanese, links, texts } from "./texts.ts";
import { name, xsdDecimal } from "./vocabularies.ts";

/** The activities of a project, on its page: `projects/J0010/#A0001`. */
export function* activityResources(dataset: Dataset, project: PlanNode): Iterable<Resource> {
  for (const activity of activitiesOf(dataset, project.id))
    yield activityResource(dataset, project, activity);
}

function activityResource(dataset: Dataset, project: PlanNode, activity: Activity): Resource {
  const { municipality } = dataset;
  const { base } = municipality;
  const own = (local: string) => definitionIri(municipality, local);
  const { value, unit, year, order, what, breakdown, qualifiers, asOf, interval, reading } = activity;
  const choice = (list: string, meaning: string) => choiceIri(municipality, list, meaning);
  const whole = activitiesById(dataset).get(activity.partOf ?? "");
  const hasEnglish = what.en !== undefined && (breakdown === undefined || breakdown.en !== undefined);
  const label = {
    ja: activityLabel(activity, "ja"),
    ...(hasEnglish ? { en: activityLabel(activity, "en") } : {}),
  };
  const figure: Property[] = value
    ? [
        [name("qb:dataSet"), links(own(activitiesCube.id))],
        [name("sdmx-measure:obsValue"), [literal(formatDecimal(value), xsdDecimal)]],
        [
          name("sdmx-attribute:unitMeasure"),
          links(unit === undefined ? undefined : base + thing(unitPath(unit))),
        ],
        [own("decimals"), integer(value.scale)],
        [own("qualifier"), qualifiers.map((qualifier) => iri(choice("qualifier", qualifier)))],
        [own("asOf"), date(asOf)],
      ]
    : [];
  return resource(
    base + activityPath(dataset, activity),
    value ? [name("qb:Observation"), own("Activity")] : [own("Activity")],
    [
      [name("rdfs:label"), texts(label)],
      [name("sdmx-dimension:refArea"), links(areaIri(municipality))],
      [name("sdmx-dimension:refPeriod"), links(base + thing(periodPath(year)))],
      [own("project"), links(base + thing(nodePath(project)))],
      [own("activityOrder"), integer(order)],
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
      [name("prov:wasDerivedFrom"), links(sourceIri(municipality, activity.source))],
      [own("page"), integer(activity.page)],
      [own("achievements"), japanese(activity.achievements)],
      [name("rdfs:comment"), japanese(activity.note)],
    ],
  );
}
