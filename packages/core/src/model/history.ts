// What happened to the data over time: its sources, releases and corrections.

import type { DetailsOf } from "./details.ts";
import type { FiscalYear } from "./fiscal-year.ts";
import type { Text } from "./text.ts";

/** A document that values were read from. */
export interface Source {
  readonly id: string;
  readonly title: Text;
  /** Who made it. */
  readonly body: Text;
  /** The year it reports on. */
  readonly year?: FiscalYear;
  readonly pages?: number;
  /** Date of issue, address and SHA-256, where known. */
  readonly date?: string;
  readonly url?: string;
  readonly sha256?: string;
}

/** A published state of the data. */
export interface Release extends DetailsOf<"releases"> {
  readonly version: string;
  readonly date: string;
  readonly note: Text;
}

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
