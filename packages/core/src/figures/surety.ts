// How sure a value is, and why a change from or to an unsure value is no more than a hint.

import type { Observation } from "../model/observation.ts";
import { sentence } from "../words/readers.ts";
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
  const cause = now === "doubt" || before === "doubt" ? "doubt" : "state";
  return sentence((words) => words.tentative(cause, which, calendar));
}
