// What the page and the worker that reads reports say to each other.

import type { TableRow, Understanding } from "@shihyo/core";
import type { CityFile } from "@shihyo/publisher/pure";
import type { Bytes, FileMap } from "../worker/protocol.ts";

interface Sentence {
  readonly ja: string;
  readonly en: string;
}

export interface Report {
  readonly files: readonly { readonly name: string; readonly bytes: Bytes }[];
  readonly answers: ReadonlyMap<string, string>;
  /** The city's tables as they are, so that IDs are kept. */
  readonly existing: ReadonlyMap<string, readonly TableRow[]>;
  readonly municipality: string;
}

/** The city that the report is brought into. */
interface ReportCity {
  /** Its documents as they stand; none for one that is only beginning. */
  readonly documents: ReadonlyMap<string, string>;
  /** The answers of an earlier report, as they stand beside the tables. */
  readonly answers?: CityFile;
  readonly code: string;
  /** The date of the first release, YYYY-MM-DD. */
  readonly date: string;
  /** municipalities.csv. */
  readonly municipalities: string;
}

export interface ReaderAsked {
  understand: { ask: Report; answer: { understanding: Understanding } | { refused: Sentence } };
  /** The tables that come of it, open questions taken by their proposals. */
  tables: { ask: { report: Report; city: ReportCity }; answer: FileMap };
}
