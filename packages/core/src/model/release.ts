// A release (版): a published state of the data, with its version and date.

import type { DetailsOf } from "./details.ts";
import type { Text } from "./text.ts";

/** A published state of the data. */
export interface Release extends DetailsOf<"releases"> {
  readonly version: string;
  readonly date: string;
  readonly note: Text;
}
