// What a card says of one indicator in one year: its value, its change and one whole sentence, for each reader.

import type { Dataset } from "../model/dataset.ts";
import { absolute, type Decimal, groupDecimal } from "../model/decimal.ts";
import { defined } from "../model/defined.ts";
import type { Evaluation } from "../model/evaluation.ts";
import type { FiscalYear } from "../model/fiscal-year.ts";
import { aimsByIndicator, evaluationsBySubject, targetsByIndicator, verdictFor } from "../model/groups.ts";
import type { Indicator, Unit } from "../model/indicator.ts";
import { bodyKind } from "../model/municipality.ts";
import type { Observation } from "../model/observation.ts";
import type { Series } from "../model/series-of-values.ts";
import type { Target } from "../model/target.ts";
import type { Reader } from "../words/readers.ts";
import {
  amountText,
  bracketed,
  dateWords,
  listMarks,
  marks as marksOfReaders,
  numberWords,
  readers,
  sentences,
  textFor,
  unitName,
  writing,
} from "../words/readers.ts";
import type { ChangeWords, TargetWords, VerdictWords } from "../words/sentences.ts";
import {
  type Comparison,
  compareSeries,
  isRank,
  movement,
  sinceSurvey,
  size,
  tellingRate,
} from "./comparison.ts";
import { changeDoubts, doubtWords, marksOf, nameMarksOf, notesOf } from "./doubt.ts";
import { partName } from "./part-name.ts";
import { assessmentText, noValueReasonText } from "./phrases.ts";
import { sayNumber } from "./say-number.ts";
import { type ShownYear, shownYear } from "./shown-year.ts";

/** The words of a card for one reader; an empty string where there is nothing to say. */
export interface CardWords {
  /** 「1,234」, 「実施設計」, 「清水小 5、妻田小 2」, 「値なし（未実施）」. */
  readonly value: string;
  readonly unit: string;
  /** A large number as people say it, with its unit: 「265億8,753万6千円」, `¥26.6 billion`; absent where the printed form is as easy. */
  readonly said?: string;
  /** Both calendars: 「令和6年度（2024年度）」. */
  readonly year: string;
  /** 「令和6年度」, for where there is little room. */
  readonly shortYear: string;
  /** 「前年度より134人増」, 「比較できません（…ため）」. */
  readonly change: string;
  /** Good or bad, only where the city said which way is better. */
  readonly assessment: string;
  /** The whole card as one sentence or two, for ears. */
  readonly sentence: string;
  /** The value with its unit, its year and all doubt, as it follows the name in a link: 「9件（令和6年度、値は要確認）」. */
  readonly brief: string;
  /** What is not certain about the name or the value: 要確認, 復元, 速報; absent where all is certain. */
  readonly marks?: readonly string[];
  /** Those of them that are about the name, and stand beside it. */
  readonly nameMarks?: readonly string[];
  /** The others, where there are any marks at all: they stand beside the value. */
  readonly valueMarks?: readonly string[];
  /** What is said about this very value, in Japanese; absent where nothing is. */
  readonly notes?: readonly string[];
  /** Marks and notes in a line, as they stand in brackets behind the number; absent where there are none. */
  readonly doubt?: string;
  /** What is not certain about the change: 「前年度の値に疑いがあるため、増減は参考」. */
  readonly changeDoubt?: string;
  /** 「最新は令和6年度」, or 「令和7年度は集計中」; absent where no newer year exists. */
  readonly newer?: string;
  /** 「目標（令和8年度）：20人以上　市の評価：A」; absent where none is known to hold for that year. */
  readonly target?: string;
}

export interface Card {
  readonly year: FiscalYear;
  /** Which way the number moved; absent where it was not compared. */
  readonly movement?: "up" | "down" | "same";
  readonly words: Readonly<Record<Reader, CardWords>>;
}

/** One card a year, oldest first. */
export function cardsOf(dataset: Dataset, series: Series): Card[] {
  const comparisons = compareSeries(dataset, series);
  const years = [...new Set(series.observations.map(({ year }) => year))];
  const shown = shownYear(series.observations);
  return years.map((year) => {
    const ofYear = comparisons.filter(({ current }) => current.year === year);
    const whole = ofYear.find(({ current }) => current.breakdown === undefined);
    const survey = whole && sinceSurvey(dataset, series, whole.current);
    const words = Object.fromEntries(
      readers.map((reader) => [
        reader,
        cardWords(dataset, series.indicator, ofYear, whole, survey, shown, reader),
      ]),
    ) as Record<Reader, CardWords>;
    const moved = whole && movement(survey ?? whole);
    return moved === undefined ? { year, words } : { year, movement: moved, words };
  });
}

function cardWords(
  dataset: Dataset,
  indicator: Indicator,
  comparisons: readonly Comparison[],
  whole: Comparison | undefined,
  /** The same beside the survey before, where the year before had none. */
  survey: Comparison | undefined,
  { shown, waiting }: ShownYear,
  reader: Reader,
): CardWords {
  const { semicolon } = listMarks[reader];
  const { gap } = writing[reader];
  const year = comparisons[0]?.current.year ?? 0;
  const calendar = indicator.period === "calendar";
  const unit = dataset.units.get(indicator.unit ?? "");
  const labels = dataset.labels.get(indicator.id);
  const label = labels ? textFor(labels, reader) : indicator.id;
  const value = whole ? valueWords(whole.current, reader) : partsWords(dataset, comparisons, unit, reader);
  const hasNumber = whole?.current.value.kind === "number";
  const unitWords = hasNumber && unit ? unitName(unit, value, reader) : "";
  const change = whole ? changeWords(survey ?? whole, unit, calendar, reader) : "";
  const judged = whole && assessmentText((survey ?? whole).assessment);
  const assessment = judged?.[reader] ?? "";
  const target =
    year < shown ? targetOf(dataset, indicator.id, year) : targetFor(dataset, indicator.id, year);
  const verdict = verdictOf(dataset, indicator.id, year);
  const awaited =
    year === shown && waiting.length > 0
      ? sentences[reader].waiting(waiting.map((one) => dateWords[reader].year(one, calendar)))
      : undefined;
  const observations = comparisons.map(({ current }) => current);
  const marks = marksOf(indicator, observations).map((mark) => mark[reader]);
  const nameMarks = nameMarksOf(indicator).map((mark) => mark[reader]);
  const notes = notesOf(observations);
  const doubt = doubtWords(marks, notes, reader);
  const changeDoubt = (whole ? changeDoubts(survey ?? whole, calendar) : [])
    .map((one) => one[reader])
    .join(semicolon);
  const sentence = wholeSentence({
    label,
    doubt,
    changeDoubt,
    year: dateWords[reader].year(year, calendar),
    whole,
    survey,
    unit,
    value,
    calendar,
    assessment,
    reader,
    target: [
      target && targetSentence(targetParts(dataset, target, reader), reader),
      verdict && sentences[reader].verdictSentence(verdict),
    ]
      .filter(Boolean)
      .join(gap),
    awaited: awaited && sentences[reader].asSentence(awaited),
  });
  return defined<CardWords>({
    value,
    unit: unitWords,
    said:
      whole?.current.value.kind === "number"
        ? sayNumber(whole.current.value.number, unit, reader)
        : undefined,
    year: dateWords[reader].yearInFull(year, calendar),
    shortYear: dateWords[reader].year(year, calendar),
    change,
    assessment,
    sentence,
    brief: briefWords(value, unitWords, dateWords[reader].year(year, calendar), doubt, reader),
    marks: marks.length > 0 ? marks : undefined,
    nameMarks: nameMarks.length > 0 ? nameMarks : undefined,
    valueMarks: marks.length > 0 ? marks.filter((mark) => !nameMarks.includes(mark)) : undefined,
    notes: notes.length > 0 ? notes : undefined,
    doubt: doubt || undefined,
    changeDoubt: changeDoubt || undefined,
    newer: year < shown ? sentences[reader].newest(dateWords[reader].year(shown, calendar)) : awaited,
    target: joined(target && targetParts(dataset, target, reader), verdict, reader) || undefined,
  });
}

/** The target that the newest year is on its way to: the next one, else the last; a baseline where that is all. */
function targetFor(dataset: Dataset, indicator: string, year: FiscalYear): Target | undefined {
  const own = aimsByIndicator(dataset).get(indicator) ?? [];
  return own.find((target) => target.scope !== "base" && (target.year ?? 9999) >= year) ?? own.at(-1);
}

/**
 * What of the targets is true for a year that newer ones have followed: its own; else that of the plan's end where
 * the year is known to lie on the way there, from the base year on.
 */
function targetOf(dataset: Dataset, indicator: string, year: FiscalYear): Target | undefined {
  const own = aimsByIndicator(dataset).get(indicator) ?? [];
  return (
    own.find((target) => target.year === year) ??
    own.find(
      ({ scope, year: goal = 9999, baseYear = goal }) => scope === "final" && goal > year && baseYear <= year,
    )
  );
}

/** The city's verdict on an indicator or a node in a year; where several schemes judge, the one that stands last, which sums up. */
function verdictOf(
  dataset: Dataset,
  subject: string,
  year: FiscalYear | undefined,
): VerdictWords | undefined {
  const found = evaluationsBySubject(dataset)
    .get(subject)
    ?.findLast((one) => one.year === year);
  return found && verdictWords(dataset, found);
}

function verdictWords({ municipality, grades }: Dataset, { grade, scheme, rate }: Evaluation): VerdictWords {
  const found = grades.find((one) => one.scheme === scheme && one.name.ja === grade);
  return {
    grade,
    gradeEn: found?.name.en,
    scheme,
    rate: rate && groupDecimal(rate),
    body: bodyKind(municipality),
  };
}

/** One target in a line, with the city's own verdict on its year: 「目標（令和8年度）：20人以上　市の評価：A」. */
export function targetText(dataset: Dataset, target: Target, reader: Reader): string {
  const found = verdictFor(dataset, target);
  const set = setLine(dataset, target, reader);
  const said = found && sentences[reader].verdict(verdictWords(dataset, found));
  return [set, said].filter(Boolean).join(writing[reader].apart);
}

/** What was set, without a verdict: 「目標（令和7年度）：760t以下」. */
export function setLine(dataset: Dataset, target: Target, reader: Reader): string {
  return sentences[reader].target(targetParts(dataset, target, reader));
}

/** A verdict of a year in a line: 「市の評価：A（S・A・B・C）」. */
export function evaluationLine(dataset: Dataset, evaluation: Evaluation, reader: Reader): string {
  return sentences[reader].verdict(verdictWords(dataset, evaluation));
}

function joined(target: TargetWords | undefined, verdict: VerdictWords | undefined, reader: Reader): string {
  return [target && sentences[reader].target(target), verdict && sentences[reader].verdict(verdict)]
    .filter(Boolean)
    .join(writing[reader].apart);
}

function targetParts(dataset: Dataset, target: Target, reader: Reader): TargetWords {
  const { year, number, upper, words, bound, baseYear, baseYearText, baseNumber, baseWords } = target;
  const indicator = dataset.indicators.get(target.indicator);
  const unit = dataset.units.get(indicator?.unit ?? "");
  const calendar = indicator?.period === "calendar";
  const range = upper ? writing[reader].range + withUnit(groupDecimal(upper), unit, reader) : "";
  const start = baseNumber ? withUnit(groupDecimal(baseNumber), unit, reader) : (baseWords ?? "");
  const when = baseYearText ?? (baseYear === undefined ? "" : dateWords[reader].year(baseYear, calendar));
  const others = targetsByIndicator(dataset).get(target.indicator) ?? [];
  return {
    year: year === undefined ? "" : dateWords[reader].year(year, calendar),
    amount: number
      ? range
        ? `${groupDecimal(number)}${range}`
        : (sayNumber(number, unit, reader) ?? withUnit(groupDecimal(number), unit, reader))
      : (words ?? ""),
    bound,
    isRank: indicator && isRank(dataset, indicator),
    isFinal: target.scope === "final" && others.some(({ scope }) => scope === "yearly"),
    base: start === "" ? undefined : { when, amount: start },
  };
}

/** The canonical link's text: 「海外友好都市との交流活動件数：22件（令和6年度）」, with whatever is doubtful about it. */
export function linkText(label: string, { brief }: Pick<CardWords, "brief">, reader: Reader): string {
  return label + marksOfReaders[reader].colon + brief;
}

function briefWords(value: string, unit: string, year: string, doubt: string, reader: Reader): string {
  const beside = [year, doubt].filter(Boolean).join(listMarks[reader].clause);
  return amountText(value, unit, reader) + bracketed(beside, reader);
}

function valueWords({ value }: Observation, reader: Reader): string {
  if (value.kind === "number") return groupDecimal(value.number);
  if (value.kind === "words") return value.words;
  const reason = noValueReasonText(value.reason)[reader];
  return sentences[reader].noValue(reason);
}

/** A cell of several parts: 「清水小 5回、妻田小 2回」. */
function partsWords(
  dataset: Dataset,
  parts: readonly Comparison[],
  unit: Unit | undefined,
  reader: Reader,
): string {
  return parts
    .map(({ current }) => {
      const breakdown = dataset.breakdowns.get(current.breakdown ?? "");
      const name = breakdown ? partName(breakdown, reader) : "";
      const amount =
        current.value.kind === "number"
          ? withUnit(groupDecimal(current.value.number), unit, reader)
          : valueWords(current, reader);
      return `${name} ${amount}`;
    })
    .join(marksOfReaders[reader].comma);
}

/** `1,234人`, `72.1%`, `1,234 persons`. */
function withUnit(number: string, unit: Unit | undefined, reader: Reader): string {
  return amountText(number, unit ? unitName(unit, number, reader) : "", reader);
}

/** As people say it, with the exact figure behind it where that says more; else as printed. */
function spoken(number: Decimal, unit: Unit | undefined, reader: Reader): string {
  const exact = withUnit(groupDecimal(number), unit, reader);
  const said = sayNumber(number, unit, reader);
  if (said === undefined) return exact;
  return said + (numberWords[reader].isLargeNumberExact ? "" : bracketed(exact, reader));
}

/** The rate in brackets, where it tells something: 「（12.2%）」. */
function ratePart(comparison: Comparison, reader: Reader): string {
  const rate = tellingRate(comparison);
  if (!rate) return "";
  return bracketed(`${groupDecimal(absolute(rate))}%`, reader);
}

/** A difference and its rate: 「134人（12.2%）」, 「1億2,000万円（3.4%）」. */
function differenceWords(comparison: Comparison, unit: Unit | undefined, reader: Reader): string {
  const { change } = comparison;
  if (!change) return "";
  const number = size(change);
  const said = unit?.differenceUnit === undefined ? sayNumber(number, unit, reader) : undefined;
  return (said ?? differenceWithUnit(groupDecimal(number), unit, reader)) + ratePart(comparison, reader);
}

/** The unit of a difference: ポイント for %, else the unit itself. */
function differenceWithUnit(number: string, unit: Unit | undefined, reader: Reader): string {
  if (unit?.differenceUnit === undefined) return withUnit(number, unit, reader);
  return number + (numberWords[reader].points ?? unit.differenceUnit);
}

function changeWords(
  comparison: Comparison,
  unit: Unit | undefined,
  calendar: boolean,
  reader: Reader,
): string {
  const { comparable, change, reason, ownReason } = comparison;
  if (comparable === undefined) return "";
  const { notCompared, change: changeText } = sentences[reader];
  if (!comparable) {
    const why = ownReason?.[reader] ?? (reason ? textFor(reason, reader) : "");
    return notCompared(beforeWords(comparison, calendar, reader), why);
  }
  return change ? changeText(partsOfChange(comparison, unit, calendar, reader)) : "";
}

/** The year before; of a survey, the year in which it was held before. */
function beforeWords({ current, previous }: Comparison, calendar: boolean, reader: Reader): string {
  const { yearBefore, surveyBefore } = sentences[reader];
  if (!previous || previous.year === current.year - 1) return yearBefore(calendar);
  return surveyBefore(dateWords[reader].year(previous.year, calendar));
}

/** Places move up and down; they do not grow. */
function partsOfChange(
  comparison: Comparison,
  unit: Unit | undefined,
  calendar: boolean,
  reader: Reader,
): ChangeWords {
  const { current, previous, change } = comparison;
  const place = (number: Decimal) => withUnit(groupDecimal(number), unit, reader);
  const areNumbers = current.value.kind === "number" && previous?.value.kind === "number";
  return {
    moved: movement(comparison) ?? "same",
    before: beforeWords(comparison, calendar, reader),
    amount: differenceWords(comparison, unit, reader),
    rank:
      comparison.isRank && change && areNumbers
        ? {
            from: place(previous.value.number),
            to: place(current.value.number),
            places: groupDecimal(size(change)),
          }
        : undefined,
  };
}

interface SentenceParts {
  readonly label: string;
  readonly year: string;
  readonly whole: Comparison | undefined;
  readonly survey: Comparison | undefined;
  readonly unit: Unit | undefined;
  readonly value: string;
  readonly calendar: boolean;
  readonly assessment: string;
  readonly reader: Reader;
  /** The target as a sentence. */
  readonly target: string | undefined;
  /** That newer years are still being counted. */
  readonly awaited: string | undefined;
  /** Marks and notes of the value, and what is not certain about the change; empty where all is certain. */
  readonly doubt: string;
  readonly changeDoubt: string;
}

function wholeSentence(parts: SentenceParts): string {
  const { label, year, whole, unit, value, assessment, reader, target, awaited, doubt, changeDoubt } = parts;
  // In the same breath as the number, before the full stop.
  const reason = [reasonIn(whole, reader), doubt].filter(Boolean).join(listMarks[reader].semicolon);
  const said = sentences[reader];
  const unsure = doubt && said.aside(doubt);
  const current = whole?.current.value;
  const kind = current?.kind;
  const amount = current?.kind === "number" ? spoken(current.number, unit, reader) : value;
  const statement =
    kind === "none"
      ? said.hasNone(label, year, reason)
      : kind === "words"
        ? said.hasWords(label, year, amount, unsure)
        : said.hasNumber(label, year, amount, unsure);
  const change = kind === "none" ? "" : changeSentence(parts);
  // After "the same as the year before", steady says nothing more.
  const isSaid = whole !== undefined && movement(parts.survey ?? whole) === "same";
  const judged = assessment && !isSaid && said.judged(assessment);
  const hint = changeDoubt && said.aside(changeDoubt);
  const { stop, gap } = writing[reader];
  return [statement, change && `${change}${judged || ""}${hint}${stop}`, target, awaited]
    .filter(Boolean)
    .join(gap);
}

function changeSentence({ whole: yearly, survey, unit, calendar, reader }: SentenceParts): string {
  const whole = survey ?? yearly;
  if (!whole || whole.comparable === undefined) return "";
  if (whole.change) return sentences[reader].changeSentence(partsOfChange(whole, unit, calendar, reader));
  // That a stage of progress is no number goes without saying in a sentence.
  return whole.current.value.kind === "words" ? "" : changeWords(whole, unit, calendar, reader);
}

/** The target for ears; nothing of a baseline alone. */
function targetSentence(target: TargetWords, reader: Reader): string {
  const isTarget = target.amount !== "" || target.bound !== undefined;
  return isTarget ? sentences[reader].targetSentence(target) : "";
}

function reasonIn(whole: Comparison | undefined, reader: Reader): string {
  return whole?.current.value.kind === "none" ? noValueReasonText(whole.current.value.reason)[reader] : "";
}
