// What was done as the JSON that is published: one activity, and one project's own file.

import { activityWords, fixedActivityWords, unsurePart } from "../figures/activity-words.ts";
import type { Activity } from "../model/activity.ts";
import type { Dataset } from "../model/dataset.ts";
import { decimalToNumber, formatDecimal } from "../model/decimal.ts";
import { defined } from "../model/defined.ts";
import { activitiesOf } from "../model/groups.ts";
import { formatInterval } from "../model/interval.ts";
import { activityPath } from "../model/iri.ts";
import type { PlanNode } from "../model/node.ts";
import { detailsOf } from "../tables/details.ts";
import { forReaders } from "../words/readers.ts";
import {
  indicatorsBelow,
  nodeJson,
  ownFileHead,
  sourceJson,
  unitJson,
  wordsJson,
  yearJson,
} from "./parts-json.ts";
import type { ActivityJson, ProjectFileJson, TextJson } from "./types.ts";

export function activityJson(dataset: Dataset, activity: Activity): ActivityJson {
  const { value, qualifiers, interval } = activity;
  return defined<ActivityJson>({
    id: activity.id,
    iri: dataset.municipality.base + activityPath(dataset, activity),
    project: activity.project,
    year: activity.year,
    order: activity.order,
    what: activity.what,
    breakdown: activity.breakdown,
    value: value && decimalToNumber(value),
    printed: value && formatDecimal(value),
    unit: activity.unit,
    qualifiers: qualifiers.length > 0 ? [...qualifiers] : undefined,
    asOf: activity.asOf,
    interval: interval && formatInterval(interval),
    partOf: activity.partOf,
    indicator: activity.indicator,
    reading: activity.reading,
    unsure: unsurePart(activity),
    ...detailsOf("activities", activity),
    note: activity.note,
    source: activity.source,
    page: activity.page,
    shown: forReaders((reader) => activityWords(dataset, activity, reader)),
  });
}

/** One project's own file: the project, what it did, and all that is needed to show it without any other file. */
export function projectFileJson(dataset: Dataset, project: PlanNode): ProjectFileJson {
  const { municipality } = dataset;
  const iri = (path: string) => municipality.base + path;
  const activities = activitiesOf(dataset, project.id);
  const years = [...new Set(activities.map(({ year }) => year))];
  const units = new Set(activities.flatMap(({ unit }) => unit ?? []));
  const sources = new Set(activities.map(({ source }) => source));
  const achievements = activities.flatMap(({ year, achievements: text }) =>
    text === undefined ? [] : [{ year, text }],
  );
  return {
    format: "shihyo-project",
    formatVersion: 1,
    id: project.id,
    kind: "project",
    folder: project.folder,
    name: project.name as TextJson,
    words: wordsJson(),
    activityWords: forReaders(fixedActivityWords),
    indicators: indicatorsBelow(dataset, project.id),
    ...ownFileHead(dataset),
    project: nodeJson(dataset, project, iri),
    years: years.map((year) => yearJson(year, iri)),
    ...(achievements.length > 0 ? { achievements } : {}),
    activities: activities.map((activity) => activityJson(dataset, activity)),
    units: [...dataset.units.values()].filter(({ id }) => units.has(id)).map((unit) => unitJson(unit, iri)),
    sources: [...dataset.sources.values()].filter(({ id }) => sources.has(id)).map(sourceJson),
  };
}
