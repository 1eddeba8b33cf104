// A table found on a sheet, and what each of its columns was taken for.

import type { Bilingual } from "../model/text.ts";
import type { Account } from "./account.ts";
import type { Asking } from "./asking.ts";
import type { GridCell } from "./grid.ts";
import type { ColumnRole, Content } from "./header-words.ts";
import type { ColourMeaning } from "./legend.ts";
import type { Area } from "./sheet-layout.ts";
import type { Sight } from "./sight.ts";

export interface Column {
  readonly column: number;
  readonly place: string;
  readonly header: string;
  readonly content: Content;
  role: ColumnRole;
  reason: Bilingual;
}

export interface FoundTable {
  readonly area: Area;
  readonly sight: Sight;
  readonly columns: Column[];
  /** Whether each row is a project with several indicators side by side. */
  readonly isProjectRows: boolean;
  /** What the first, second … row of an indicator is, where each has several and no column says it. */
  lines?: readonly ColumnRole[];
  /** Which of an indicator's rows has its numbers in brackets, which say no more than that. */
  framedLine?: number;
  /** Whether ○, ◎ or × stand before numbers, so that △ may be a verdict as well and no sign. */
  hasMarks?: boolean;
  /** What the colours of its values mean, where a legend says it. */
  meaningOf?: (cell: GridCell) => ColourMeaning | undefined;
  /** `row:column` of numbers that may be of several years, on a page without rules. */
  perhapsJoined?: ReadonlySet<string>;
}

/** A table that is being read, with where its numbers are accounted for and its questions are asked. */
export interface ReadTable extends FoundTable {
  readonly account: Account;
  readonly asking: Asking;
}
