// How sure a value is, and why a change that rests on one that is not is no more than a hint.

import type { Observation } from "../model/observation.ts";
import type { Phrase } from "./phrases.ts";

/** That a number was not read for sure, or is not the last word. */
export function isUnsure({ value, reading, status }: Observation): boolean {
  return reading === "doubtful" || (value.kind === "number" && status !== "final");
}

type Cause = "doubt" | "state";

function causeOf(observation: Observation): Cause | undefined {
  if (observation.reading === "doubtful") return "doubt";
  return isUnsure(observation) ? "state" : undefined;
}

/** Why the change is no more than a hint, where a value of either year is not sure. */
export function tentativeReason(
  current: Observation,
  previous: Observation,
  calendar: boolean,
): Phrase | undefined {
  const [now, before] = [causeOf(current), causeOf(previous)];
  if (!now && !before) return undefined;
  const which = now && before ? "both" : now ? "now" : "before";
  const isDoubt = now === "doubt" || before === "doubt";
  const years = calendar ? calendarYears[which] : fiscalYears[which];
  return isDoubt
    ? {
        ja: `${years.ja}の値に疑いがあるため、増減は参考`,
        en: `${years.en} in doubt, so the change is indicative only`,
        easy: `${years.easy} 数字が たしかでは ないので、ちがいは めやすです`,
      }
    : {
        ja: `${years.ja}の値が確定していないため、増減は参考`,
        en: `${years.en} not final, so the change is indicative only`,
        easy: `${years.easy} 数字は まだ かわるかもしれないので、ちがいは めやすです`,
      };
}

const english = {
  before: "the value of the year before is",
  now: "this year's value is",
  both: "the values of both years are",
};
const easy = { before: "前の 年の", now: "この 年の", both: "この 年と 前の 年の" };
const fiscalYears = {
  before: { ja: "前年度", en: english.before, easy: easy.before },
  now: { ja: "当年度", en: english.now, easy: easy.now },
  both: { ja: "両年度", en: english.both, easy: easy.both },
};
const calendarYears = {
  before: { ja: "前年", en: english.before, easy: easy.before },
  now: { ja: "その年", en: english.now, easy: easy.now },
  both: { ja: "両年", en: english.both, easy: easy.both },
};
