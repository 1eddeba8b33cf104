// A correction in words: what was corrected, as people call it, and the whole as one plain sentence.

import {
  type Correction,
  type Dataset,
  dateWords,
  type Phrase,
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
  実績値: { ja: "実績値", en: "value", easy: "数字" },
  進捗状況: { ja: "進捗状況", en: "progress in words", easy: "ことば" },
  名称: { ja: "名称", en: "name", easy: "なまえ" },
  単位: { ja: "単位", en: "unit", easy: "たんい" },
  単位ID: { ja: "単位", en: "unit", easy: "たんい" },
  定義: { ja: "定義", en: "definition", easy: "せつめい" },
  備考: { ja: "備考", en: "note", easy: "メモ" },
  頁: { ja: "頁", en: "page", easy: "ページ" },
  値の状態: { ja: "値の状態", en: "state of the value", easy: "数字の ようす" },
  値なしの理由: { ja: "値なしの理由", en: "reason for no value", easy: "数字が ない わけ" },
  読取状況: { ja: "読取状況", en: "reading", easy: "読みとり" },
  望ましい方向: { ja: "望ましい方向", en: "preferred direction", easy: "どう なると よいか" },
};
