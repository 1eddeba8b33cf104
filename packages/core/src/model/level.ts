// A level (段): one storey of a plan, with the city's own name for it and its folder in addresses.

import type { DetailsOf } from "./details.ts";
import type { Text } from "./text.ts";

export interface Level extends DetailsOf<"levels"> {
  /** The plan that it belongs to. */
  readonly plan: string;
  /** 1 is the highest below the plan itself. */
  readonly order: number;
  readonly name: Text;
  /** In addresses: `goals` for `goals/G01/`. */
  readonly folder: string;
  readonly note?: string;
}

/** The storey of the plan itself, above all levels. */
export const planLevel = { order: 0, name: { ja: "計画", en: "Plan" }, folder: "plans" } as const;

/** A plan has at least one level and at most this many. */
export const mostLevels = 7;

/** What stands beside the levels' folders in a published folder, and may not be taken by one. */
export const takenFolders: ReadonlySet<string> = new Set(
  "plans indicators units breakdowns statuses periods sections corrections def catalog widgets releases schema assets en easy embed".split(
    " ",
  ),
);
