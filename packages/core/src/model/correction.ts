// A correction (訂正): something that was changed after it was published, with the reason.

import type { DetailsOf } from "./details.ts";

/** Something that was changed after publication. */
export interface Correction extends DetailsOf<"corrections"> {
  readonly id: string;
  readonly date: string;
  /** The ID of what was corrected: an observation's (`K0001FY2024`), an indicator's, a node's. */
  readonly subject: string;
  /** The column that was changed, in the words of our tables. */
  readonly property: string;
  readonly from: string;
  readonly to: string;
  readonly reason: string;
}
