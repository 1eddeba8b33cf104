// The shape of the fixed words of cards, charts and lists of activities, which every reader's words file fills.

import type { Assessment } from "../figures/assessment.ts";
import type { FixedActivityWordsJson, FixedWordsJson } from "../json/fixed-words-json.ts";
import type { Qualifier } from "../model/activity.ts";
import type { NoValueReason, ReadingStatus, ValueStatus } from "../model/value.ts";

type Unsure = Exclude<ReadingStatus, "certain">;

export interface CardPhrases {
  /** Why there is no value. */
  readonly reasons: Readonly<Record<NoValueReason, string>>;
  /** Only what the city's own direction allows to say; the rest says nothing. */
  readonly assessments: Readonly<Record<Exclude<Assessment, "notJudged" | "notComparable">, string>>;
  /** What is doubtful in a name or a value as it was read off the printed page. */
  readonly nameReadings: Readonly<Record<Unsure, string>>;
  readonly valueReadings: Readonly<Record<Unsure, string>>;
  /** The same in a word or two, for where it stands right beside the name or the value. */
  readonly readingMarks: Readonly<Record<Unsure, string>>;
  /** That letters of a name are lost (`…`). */
  readonly lost: string;
  /** That a number may still change, was estimated or is of part of the year. */
  readonly states: Readonly<Record<Exclude<ValueStatus, "final" | "none">, string>>;
  /** The fixed words around an indicator's values; `{…}` stands for what is put in there. */
  readonly fixed: Readonly<FixedWordsJson>;
  /** Why there is no chart. */
  readonly noChart: Readonly<Record<"oneYear" | "partsAlone" | "noNumber", string>>;
  /** Before the name of a part that adds up to nothing: 「うち市外から」. */
  readonly ofWhich: string;
  /** What limits an activity's number. */
  readonly qualifiers: Readonly<Record<Qualifier, string>>;
  /** Of an activity, that nothing of its name could be read. */
  readonly unreadable: string;
  /** The fixed words around a project's activities. */
  readonly activities: Readonly<FixedActivityWordsJson>;
}
