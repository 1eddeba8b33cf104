// The model as the JSON that is published, with everything that a card says worked out.

import { cardsOf, setLine, targetText } from "../figures/card.ts";
import { type Comparison, compareSeries, sinceSurvey, tellingRate } from "../figures/comparison.ts";
import { comparabilityOf } from "../figures/doubt.ts";
import { intervalOf } from "../figures/interval-of.ts";
import { noChartText } from "../figures/no-chart.ts";
import { partName } from "../figures/part-name.ts";
import { isReached } from "../figures/reached.ts";
import { rubyOfLabel } from "../figures/ruby.ts";
import { isNotSurveyed, shownYear } from "../figures/shown-year.ts";
import { isUnsure } from "../figures/surety.ts";
import { type Dataset, latestYear } from "../model/dataset.ts";
import { decimalToNumber, formatDecimal } from "../model/decimal.ts";
import { defined } from "../model/defined.ts";
import type { Cost, Evaluation, ReferenceValue } from "../model/evaluation.ts";
import {
  activitiesOf,
  breaksByIndicator,
  evaluationsBySubject,
  listingsByIndicator,
  referencesByIndicator,
  statusIds,
  targetsByIndicator,
  verdictFor,
} from "../model/groups.ts";
import type { Breakdown, Indicator } from "../model/indicator.ts";
import { formatInterval } from "../model/interval.ts";
import {
  breakdownPath,
  correctionPath,
  earlierTargetPath,
  indicatorPath,
  observationPath,
  sectionPath,
  statusPath,
  targetPath,
  thing,
} from "../model/iri.ts";
import { firstListings } from "../model/listing.ts";
import type { PlanNode } from "../model/node.ts";
import { type Observation, observationId } from "../model/observation.ts";
import { once } from "../model/once.ts";
import { type Series, series } from "../model/series-of-values.ts";
import { statusMeaning } from "../model/status.ts";
import { type Target, targetId } from "../model/target.ts";
import type { Text } from "../model/text.ts";
import { detailsOf } from "../tables/details.ts";
import type { Reader } from "../words/readers.ts";
import { forReaders } from "../words/readers.ts";
import {
  currentRelease,
  indicatorsBelow,
  nodeJson,
  ownFileHead,
  releaseJson,
  sourceJson,
  unitJson,
  wordsJson,
  yearJson,
} from "./parts-json.ts";
import { activityJson } from "./project-json.ts";
import type {
  BreakdownJson,
  CostJson,
  DatasetJson,
  EarlierPrintJson,
  EarlierTargetJson,
  EvaluationJson,
  GradeJson,
  GroupFileJson,
  IndicatorFileJson,
  IndicatorJson,
  IndicatorKindJson,
  IndicatorYearJson,
  LevelJson,
  ObservationJson,
  ReferenceJson,
  SinceSurveyJson,
  TargetJson,
  TextJson,
} from "./types.ts";

export function datasetJson(dataset: Dataset): DatasetJson {
  const indicators = [...series(dataset)].map((item) => indicatorJson(dataset, item));
  return { ...datasetFrameJson(dataset), indicators };
}

/** The same without its indicators, in whose place nothing stands: those of a large city are better written one by one. */
export function datasetFrameJson(dataset: Dataset): DatasetJson {
  const { municipality } = dataset;
  const iri = (path: string) => municipality.base + path;
  const named = <T extends { id: string; name: Text }>(item: T, path: (id: string) => string) => ({
    id: item.id,
    iri: iri(thing(path(item.id))),
    name: item.name as TextJson,
  });
  const first = firstListings(dataset.listings);
  return {
    format: "shihyo-dataset",
    formatVersion: 1,
    municipality: {
      ...defined({
        code: municipality.code,
        name: municipality.name,
        prefecture: municipality.prefecture,
        corporateNumber: municipality.corporateNumber,
        homepage: municipality.homepage,
        atlas: municipality.atlas,
      }),
      official: municipality.official,
      base: municipality.base,
      title: municipality.title,
      description: municipality.description,
      attribution: municipality.attribution,
      licence: municipality.licence,
      publisher: municipality.publisher,
      sourceBody: municipality.sourceBody,
    },
    release: currentRelease(dataset),
    releases: dataset.releases.map(releaseJson),
    years: dataset.years.map((year) => yearJson(year, iri)),
    sources: [...dataset.sources.values()].map(sourceJson),
    units: [...dataset.units.values()].map((unit) => unitJson(unit, iri)),
    breakdowns: [...dataset.breakdowns.values()].map((item) => breakdownJson(dataset, item)),
    statuses: [...dataset.statuses.values()].map((item) =>
      defined({ ...named(item, statusPath), definition: item.definition as TextJson | undefined }),
    ),
    sections: [...dataset.sections.values()].map((item) => ({
      ...named(item, sectionPath),
      ...detailsOf("sections", item),
    })),
    levels: dataset.levels as LevelJson[],
    indicatorKinds: [...dataset.indicatorKinds.values()] as IndicatorKindJson[],
    ...(dataset.grades.length > 0 ? { grades: dataset.grades as GradeJson[] } : {}),
    ...(dataset.evaluations.length > 0 ? { evaluations: dataset.evaluations.map(evaluationJson) } : {}),
    ...(dataset.references.length > 0 ? { references: dataset.references.map(referenceJson) } : {}),
    ...(dataset.costs.length > 0 ? { costs: dataset.costs.map(costJson) } : {}),
    nodes: [...dataset.nodes.values()].map((node) => nodeJson(dataset, node, iri)),
    listings: dataset.listings.map((listing) =>
      defined({
        id: listing.id,
        node: listing.node,
        above: listing.above,
        indicator: listing.indicator,
        order: listing.order,
        page: listing.page,
        again: listing.indicator !== undefined && first.get(listing.indicator) !== listing,
        printedName: listing.printedName,
        ...detailsOf("listings", listing),
      }),
    ),
    corrections: dataset.corrections.map((correction) => ({
      iri: iri(thing(correctionPath(correction.id))),
      ...correction,
    })),
    indicators: [],
    activities: dataset.activities.map((activity) => activityJson(dataset, activity)),
  };
}

/** One indicator's own file: the indicator, and all that is needed to show it without any other file. */
export function indicatorFileJson(dataset: Dataset, item: Series): IndicatorFileJson {
  const { municipality } = dataset;
  const iri = (path: string) => municipality.base + path;
  const { indicator, observations } = item;
  const unit = dataset.units.get(indicator.unit ?? "");
  const used = new Set(observations.flatMap(({ breakdown }) => breakdown ?? []));
  const breakdowns = [...dataset.breakdowns.values()]
    .filter(({ id }) => used.has(id))
    .map((item) => breakdownJson(dataset, item));
  const homes = new Set((listingsByIndicator(dataset).get(indicator.id) ?? []).map(({ node }) => node));
  const sources = new Set(observations.map(({ source }) => source));
  return {
    format: "shihyo-indicator",
    formatVersion: 1,
    ...ownFileHead(dataset),
    latestYear: latestYear(dataset) ?? 0,
    ...(unit ? { unit: unitJson(unit, iri) } : {}),
    ...(breakdowns.length > 0 ? { breakdowns } : {}),
    projects: [...homes].flatMap((id) => {
      const node = dataset.nodes.get(id);
      const activities = activitiesOf(dataset, id).length;
      return node ? [{ id, name: node.name as TextJson, activities }] : [];
    }),
    sources: [...dataset.sources.values()].filter(({ id }) => sources.has(id)).map(sourceJson),
    words: wordsJson(),
    indicator: indicatorJson(dataset, item),
  };
}

/** What elements of version 1 call the nodes in these folders. */
const formerKinds: Readonly<Record<string, string>> = {
  plans: "plan",
  goals: "goal",
  policies: "policy",
  initiatives: "initiative",
  projects: "project",
};

/** What a grid of a node's indicators needs to know. */
export function groupFileJson(dataset: Dataset, node: PlanNode): GroupFileJson {
  const formerKind = formerKinds[node.folder];
  return {
    format: "shihyo-group",
    formatVersion: 1,
    id: node.id,
    level: node.level,
    levelName: node.levelName as TextJson,
    folder: node.folder,
    ...(formerKind === undefined ? {} : { kind: formerKind }),
    name: node.name as TextJson,
    words: wordsJson(),
    indicators: indicatorsBelow(dataset, node.id),
  };
}

/** Worked out once for each series of a dataset: its file, its pages and the file of all ask for it. */
export function indicatorJson(dataset: Dataset, item: Series): IndicatorJson {
  const known = madeOf(dataset);
  const found = known.get(item);
  if (found) return found;
  const made = makeIndicatorJson(dataset, item);
  known.set(item, made);
  return made;
}

const madeOf = once(() => new WeakMap<Series, IndicatorJson>());

function makeIndicatorJson(dataset: Dataset, item: Series): IndicatorJson {
  const { indicator } = item;
  const { base } = dataset.municipality;
  const breaks = breaksByIndicator(dataset)
    .get(indicator.id)
    ?.map((one) => ({
      before: one.before,
      after: one.after,
      reason: one.reason as TextJson,
      ...detailsOf("breaks", one),
    }));
  const targets = targetsByIndicator(dataset)
    .get(indicator.id)
    ?.map((target) => targetJson(dataset, target));
  const { shown } = shownYear(item.observations);
  const label = dataset.labels.get(indicator.id) ?? { ja: indicator.id };
  return defined<IndicatorJson>({
    id: indicator.id,
    iri: base + thing(indicatorPath(indicator.id)),
    label,
    ruby: rubyOfLabel(label.ja, indicator.name.ja, indicator.kana) as string[][] | undefined,
    name: indicator.name,
    reading: indicator.reading,
    kind: indicator.kind,
    broadKind: dataset.indicatorKinds.get(indicator.kind)?.broad ?? "other",
    unit: indicator.unit,
    period: indicator.period,
    aggregation: indicator.aggregation,
    cumulativeFrom: indicator.cumulativeFrom,
    direction: indicator.direction,
    directionBasis: indicator.directionBasis,
    definition: indicator.definition,
    ...detailsOf("indicators", indicator),
    abolished: indicator.abolished,
    note: indicator.note,
    breaks,
    targets,
    evaluations: evaluationsBySubject(dataset).get(indicator.id)?.map(evaluationJson),
    references: referencesByIndicator(dataset).get(indicator.id)?.map(referenceJson),
    years: yearsJson(dataset, item),
    shownYear: shown === item.observations.at(-1)?.year ? undefined : shown,
    noChart: noChartText(item.observations),
  });
}

function yearsJson(dataset: Dataset, item: Series): IndicatorYearJson[] {
  const comparisons = compareSeries(dataset, item);
  return cardsOf(dataset, item).map(({ year, movement, words }) => {
    const ofYear = comparisons.filter(({ current }) => current.year === year);
    const whole: Comparison | undefined = ofYear.find(({ current }) => current.breakdown === undefined);
    const survey = whole && sinceSurvey(dataset, item, whole.current);
    const telling = whole && tellingRate(survey ?? whole);
    return defined<IndicatorYearJson>({
      year,
      unsurveyed: ofYear.every(({ current }) => isNotSurveyed(current)) || undefined,
      bridged: isBridged(dataset, item, year) || undefined,
      observations: ofYear.map(({ current }) => observationJson(dataset, item.indicator, current)),
      comparable: whole?.comparable,
      notComparableReason: whole?.reason,
      comparability: whole && comparabilityOf(whole),
      tentativeReason: whole?.tentative && { ja: whole.tentative.ja, en: whole.tentative.en },
      unsure: ofYear.some(({ current }) => isUnsure(current)) || undefined,
      difference: whole?.change && formatDecimal(whole.change.difference),
      rate: whole?.change?.rate && formatDecimal(whole.change.rate),
      tellingRate: telling && formatDecimal(telling),
      assessment: (survey ?? whole)?.assessment ?? "notComparable",
      movement,
      sinceSurvey: survey && sinceSurveyJson(survey),
      reached: isReached(dataset, item, year),
      card: words as IndicatorYearJson["card"],
    });
  });
}

function sinceSurveyJson({ previous, change, tentative }: Comparison): SinceSurveyJson | undefined {
  if (!previous || !change) return undefined;
  return defined<SinceSurveyJson>({
    year: previous.year,
    difference: formatDecimal(change.difference),
    rate: change.rate && formatDecimal(change.rate),
    tentative: tentative && true,
  });
}

/** Whether the year's number goes on from an earlier one, with nothing between but years in which no survey is held. */
function isBridged(dataset: Dataset, { indicator, observations }: Series, year: number): boolean {
  const wholes = observations.filter(({ breakdown }) => breakdown === undefined);
  const at = wholes.findIndex((one) => one.year === year);
  if (wholes[at]?.value.kind !== "number") return false;
  let before = at - 1;
  while (wholes[before] && isNotSurveyed(wholes[before] as Observation)) before -= 1;
  const from = wholes[before];
  return (
    before < at - 1 &&
    from?.value.kind === "number" &&
    !breaksByIndicator(dataset)
      .get(indicator.id)
      ?.some((one) => one.before < year && one.after > from.year)
  );
}

function breakdownJson(dataset: Dataset, breakdown: Breakdown): BreakdownJson {
  const { id, name, isOfWhich } = breakdown;
  const item = {
    id,
    iri: dataset.municipality.base + thing(breakdownPath(id)),
    name: name as TextJson,
    ...detailsOf("breakdowns", breakdown),
  };
  if (!isOfWhich) return item;
  const shown = (reader: Reader) => partName({ name, isOfWhich }, reader);
  return { ...item, ofWhich: true, shown: forReaders(shown) };
}

function targetJson(dataset: Dataset, target: Target): TargetJson {
  const { base } = dataset.municipality;
  const verdict = verdictFor(dataset, target);
  const { number, baseNumber } = target;
  return defined<TargetJson>({
    id: targetId(target),
    iri: base + targetPath(target),
    year: target.year,
    scope: target.scope,
    value: number && decimalToNumber(number),
    printed: number && formatDecimal(number),
    words: target.words,
    bound: target.bound,
    baseYear: target.baseYear,
    base: baseNumber && decimalToNumber(baseNumber),
    basePrinted: baseNumber && formatDecimal(baseNumber),
    baseYearText: target.baseYearText,
    baseWords: target.baseWords,
    upper: target.upper && formatDecimal(target.upper),
    earlier: dataset.earlierTargets.get(targetId(target))?.map((one) => earlierTargetJson(dataset, one)),
    formula: target.formula,
    grade: verdict?.grade,
    gradeScheme: verdict?.scheme,
    ...detailsOf("targets", target),
    note: target.note,
    source: target.source,
    page: target.page,
    line: forReaders((reader) => targetText(dataset, target, reader)),
  });
}

function earlierTargetJson(dataset: Dataset, target: Target): EarlierTargetJson {
  const { number, upper, words, bound, source, page, note } = target;
  return defined<EarlierTargetJson>({
    iri: dataset.municipality.base + earlierTargetPath(target),
    value: number && decimalToNumber(number),
    printed: number && formatDecimal(number),
    words,
    upper: upper && formatDecimal(upper),
    bound,
    ...detailsOf("targets", target),
    source,
    page,
    note,
    line: forReaders((reader) => setLine(dataset, target, reader)),
  });
}

function evaluationJson(evaluation: Evaluation): EvaluationJson {
  const { rate, ...rest } = evaluation;
  return { ...rest, ...(rate ? { rate: formatDecimal(rate) } : {}) };
}

function referenceJson({ number, ...rest }: ReferenceValue): ReferenceJson {
  return { ...rest, ...(number ? { value: decimalToNumber(number), printed: formatDecimal(number) } : {}) };
}

function costJson({ amount, ...rest }: Cost): CostJson {
  return { ...rest, amount: formatDecimal(amount) };
}

function observationJson(dataset: Dataset, indicator: Indicator, observation: Observation): ObservationJson {
  const interval = intervalOf(indicator, observation);
  const earlier = dataset.earlierPrints.get(observationId(observation));
  return defined<ObservationJson>({
    id: observationId(observation),
    iri: dataset.municipality.base + observationPath(observation),
    breakdown: observation.breakdown,
    ...valueJson(dataset, observation),
    reading: observation.reading,
    interval: interval && formatInterval(interval),
    asOf: observation.asOf,
    ...detailsOf("observations", observation),
    note: observation.note,
    source: observation.source,
    page: observation.page,
    earlierPrints: earlier?.map((print) =>
      defined<EarlierPrintJson>({
        ...valueJson(dataset, print),
        asOf: print.asOf,
        ...detailsOf("observations", print),
        source: print.source,
        page: print.page,
      }),
    ),
  });
}

function valueJson(dataset: Dataset, { value, status }: Observation) {
  const meaning = statusMeaning(value, status);
  return {
    value: value.kind === "number" ? decimalToNumber(value.number) : undefined,
    printed: value.kind === "number" ? formatDecimal(value.number) : undefined,
    words: value.kind === "words" ? value.words : undefined,
    status: statusIds(dataset).get(meaning) ?? meaning,
  };
}
