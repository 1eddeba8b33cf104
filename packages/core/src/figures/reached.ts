// Whether a year's target was reached: only where a sure number and a bound decide it, or the city itself says so.

import type { Dataset } from "../model/dataset.ts";
import { compareDecimals, type Decimal } from "../model/decimal.ts";
import { aimsByIndicator, evaluationsBySubject } from "../model/groups.ts";
import type { Series } from "../model/series-of-values.ts";
import type { Target } from "../model/target.ts";
import { isUnsure } from "./surety.ts";

const hundred: Decimal = { digits: 100n, scale: 0 };

/** Of the target set for that very year; `undefined` where there is none, or where nobody can tell. */
export function isReached(dataset: Dataset, series: Series, year: number): boolean | undefined {
  const target = aimsByIndicator(dataset)
    .get(series.indicator.id)
    ?.find((one) => one.year === year && one.scope !== "base");
  return target && isTargetReached(dataset, series, target);
}

/** Whether a year's own target was reached in that year; `undefined` where nobody can tell, and of a baseline. */
export function isTargetReached(
  dataset: Dataset,
  { indicator, observations }: Series,
  target: Target,
): boolean | undefined {
  const { year } = target;
  if (year === undefined || target.scope === "base") return undefined;
  const said = evaluationsBySubject(dataset)
    .get(indicator.id)
    ?.filter((one) => one.year === year);
  for (const { grade, rate } of said ?? []) {
    if (/^目標?(を)?(達成|未達)|^達成|^未達/u.test(grade ?? "")) return !/未達|達成できな/u.test(grade ?? "");
    if (rate) return compareDecimals(rate, hundred) >= 0;
  }
  const whole = observations.find((one) => one.year === year && one.breakdown === undefined);
  if (whole?.value.kind !== "number" || isUnsure(whole)) return undefined;
  return isWithin(whole.value.number, target);
}

function isWithin(value: Decimal, { number, upper, bound }: Target): boolean | undefined {
  if (!number) return undefined;
  const side = compareDecimals(value, number);
  if (bound === "atLeast") return side >= 0;
  if (bound === "atMost") return side <= 0;
  if (bound === "above") return side > 0;
  if (bound === "below") return side < 0;
  if (bound === "range" && upper) return side >= 0 && compareDecimals(value, upper) <= 0;
  return undefined;
}
