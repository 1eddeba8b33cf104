// A source (出典): a document that values were read from.

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
