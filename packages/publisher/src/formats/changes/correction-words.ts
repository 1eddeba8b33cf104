// A correction in words: what was corrected, as people call it, and the whole as one plain sentence.

import {
  type Correction,
  type Dataset,
  dateWords,
  type Phrase,
  pagePhrase,
  type Reader,
  textFor,
  writing,
} from "@shihyo/core";

/** The indicator that a correction is about, whether it names the indicator or one of its values. */
export function correctedIndicator({ subject }: Correction): string {
  return subject.replace(/FY[0-9]{4}.*$/, "");
}

export interface CorrectedThing {
  /** Its name as it is today; the ID where it is no more. */
  readonly name: string;
  /** 「令和6年度」, 「令和6年度・東小」; empty where no single value was corrected. */
  readonly which: string;
  /** What of it: 「実績値」, `value`. */
  readonly property: string;
}

export function correctedThing(dataset: Dataset, correction: Correction, reader: Reader): CorrectedThing {
  const { subject, property } = correction;
  const [, year = "", part = ""] = /FY([0-9]{4})(.*)$/.exec(subject) ?? [];
  const indicator = dataset.indicators.get(correctedIndicator(correction));
  const label = dataset.labels.get(indicator?.id ?? "");
  const other = dataset.nodes.get(subject)?.name ?? dataset.activities.find(({ id }) => id === subject)?.what;
  const breakdown = dataset.breakdowns.get(part);
  const isCalendar = indicator?.period === "calendar";
  const shownYear = year && dateWords[reader].year(Number(year), isCalendar);
  const which = [shownYear, breakdown ? textFor(breakdown.name, reader) : part];
  return {
    name: label ? textFor(label, reader) : other ? textFor(other, reader) : subject,
    which: which.filter(Boolean).join(writing[reader].within),
    property: properties[property]?.[reader] ?? property,
  };
}

/** 「健診の受診率（令和6年度）の実績値を、48.0から48.5に訂正しました。理由：…」 */
export function correctionSentence(dataset: Dataset, correction: Correction): string {
  const { name, which, property } = correctedThing(dataset, correction, "ja");
  const { from, to, reason } = correction;
  const what = `${name}${which && `（${which}）`}の${property}`;
  const did =
    from === ""
      ? `${what}に「${to}」を加えました。`
      : to === ""
        ? `${what}「${from}」を取り消しました。`
        : `${what}を、「${from}」から「${to}」に訂正しました。`;
  return reason === "" ? did : `${did}理由：${reason}`;
}

/** The columns of our tables that are corrected most; the others keep the tables' own word. */
const properties: Readonly<Record<string, Phrase>> = {
  実績値: pagePhrase((words) => words.corrected.value),
  進捗状況: pagePhrase((words) => words.corrected.progressInWords),
  名称: pagePhrase((words) => words.corrected.name),
  単位: pagePhrase((words) => words.corrected.unit),
  単位ID: pagePhrase((words) => words.corrected.unit),
  定義: pagePhrase((words) => words.corrected.definition),
  備考: pagePhrase((words) => words.corrected.note),
  頁: pagePhrase((words) => words.corrected.page),
  値の状態: pagePhrase((words) => words.corrected.stateOfTheValue),
  値なしの理由: pagePhrase((words) => words.corrected.reasonForNoValue),
  読取状況: pagePhrase((words) => words.corrected.reading),
  望ましい方向: pagePhrase((words) => words.corrected.preferredDirection),
};
