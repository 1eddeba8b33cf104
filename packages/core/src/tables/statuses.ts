// The scheme of value states and reasons for no value: our own list, and the table in which an older folder gave its addresses.

import { defined } from "../model/defined.ts";
import type { Observation } from "../model/observation.ts";
import { type Status, type StatusMeaning, statusMeaning } from "../model/status.ts";
import { column, translationColumn } from "./columns.ts";
import type { Table } from "./table.ts";
import { statusMeaningWords, wordFor } from "./words.ts";

type Entry = readonly [id: string, meaning: StatusMeaning, en: string, about: string, aboutEn: string];

/** The IDs are addresses, and never change. */
const entries: readonly Entry[] = [
  ["V01", "final", "Final", "確定した数値", "A number that is final"],
  ["V02", "provisional", "Provisional", "後で変わることがある数値", "A number that may still change"],
  ["V03", "estimated", "Estimated", "推計した数値", "A number that was estimated"],
  [
    "V04",
    "progress",
    "Progress in words",
    "数値ではなく、進み具合を言葉で示したもの",
    "Progress told in words in place of a number",
  ],
  [
    "V05",
    "notApplicable",
    "Not applicable",
    "その年度には対象がない",
    "There was nothing to count in that year",
  ],
  [
    "V06",
    "notCarriedOut",
    "Not carried out",
    "その年度には実施しなかった",
    "It was not carried out in that year",
  ],
  ["V07", "pending", "Not yet counted", "まだ集計が終わっていない", "It has not been counted yet"],
  [
    "V08",
    "confidential",
    "Withheld",
    "個人などが分かるおそれがあるため公表しない",
    "Withheld because somebody might be recognised",
  ],
  [
    "V09",
    "unknown",
    "Unknown",
    "値がない理由が示されていない、または読み取れない",
    "Nobody has said why there is no value, or it cannot be read",
  ],
  ["V10", "expected", "Expected", "これからの見込みの数値", "A number that is expected"],
  ["V11", "partial", "Part of the year", "年度の途中までの数値", "A number for part of the year"],
  ["V12", "notSurveyed", "Not a survey year", "その年度には調査をしない", "No survey is held in that year"],
];

export const ownStatuses: readonly Status[] = entries.map(([id, meaning, en, ja, aboutEn]) => ({
  id,
  meaning,
  name: { ja: wordFor(statusMeaningWords, meaning), en, translation: "ours" },
  definition: { ja, en: aboutEn, translation: "ours" },
}));

/** The first nine stand in every scheme, the later ones where a value has them; a city's own rows keep their addresses. */
export function statusScheme(given: readonly Status[], observations: readonly Observation[]): Status[] {
  const used = new Set(observations.map(({ value, status }) => statusMeaning(value, status)));
  // The first of two, which `duplicate-status` tells.
  const known = new Map(given.toReversed().map((status) => [status.meaning, status]));
  const ids = new Set(given.map(({ id }) => id));
  return ownStatuses.flatMap((own, index) => {
    const found = known.get(own.meaning);
    if (found) return [found];
    if (index >= 9 && !used.has(own.meaning)) return [];
    return [ids.has(own.id) ? { ...own, id: `${own.id.replace("V", "VS")}` } : own];
  });
}

export const statusesTable: Table<Status> = {
  file: "statuses.csv",
  title: { ja: "値の状態", en: "Statuses" },
  idColumn: "ID",
  isOptional: true,
  columns: [
    column("ID", ["値の状態のID（V01）", "The status's ID (V01)"]),
    column("名称", ["値の状態、または値なしの理由", "The state, or the reason for no value"]),
    column("名称_英語", ["英語の名称", "The name in English"]),
    translationColumn,
    column("説明", ["意味", "What it means"]),
    column("説明_英語", ["英語の説明", "The same in English"]),
  ],
  read(row) {
    return defined<Status>({
      id: row.id("ID", "V01"),
      meaning: row.requiredChoice("名称", statusMeaningWords, "unknown"),
      name: row.name("名称"),
      definition: row.optionalName("説明"),
    });
  },
};
