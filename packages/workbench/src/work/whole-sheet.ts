// The whole city as one sheet on the page: what is typed stands there at once, is put into the tables row by row, and is never lost where it cannot be.

import type { Issue } from "@shihyo/core";
import type { SheetEdit } from "@shihyo/publisher/pure";
import type { AnswerOf, Asked, AskOf, FileMap, ShownSheet } from "../worker/protocol.ts";

interface Around {
  askQuietly<K extends "whole" | "editWhole">(
    kind: K,
    ask: AskOf<Asked[K]>,
  ): Promise<AnswerOf<Asked[K]> | undefined>;
  put(files: FileMap): Promise<void>;
  tell(): void;
  keep(): Promise<void>;
}

/** What was typed in a row and is not in the tables yet. */
interface Draft {
  readonly cells: ReadonlyMap<string, string>;
  /** What keeps it out. */
  readonly issues: readonly Issue[];
}

export class WholeSheet {
  /** Whether the tables have changed since it was read. */
  isStale = true;
  sheet: ShownSheet | undefined;
  /** By row, from 0. */
  #drafts = new Map<number, Draft>();
  #waiting = new Set<number>();
  #work: Promise<void> | undefined;
  readonly #desk: Around;

  constructor(desk: Around) {
    this.#desk = desk;
  }

  get drafts(): ReadonlyMap<number, Draft> {
    return this.#drafts;
  }

  clear(): void {
    this.isStale = true;
    this.sheet = undefined;
    this.#drafts = new Map();
    this.#waiting = new Set();
  }

  /** What is not in the tables yet, for the next visit. */
  toKeep(): SheetEdit[] {
    return [...this.#drafts].flatMap(([row, { cells }]) =>
      [...cells].map(([header, value]) => ({ row, header, value })),
    );
  }

  restore(edits: readonly SheetEdit[]): void {
    this.#run(async () => {
      await this.#read();
      this.edit(edits);
    });
  }

  /** Reads it where it is not as the tables are. */
  load(): void {
    if (!this.isStale || this.#work) return;
    this.#run(async () => this.#read());
  }

  /** Cells as somebody typed, pasted or filled them. A new row that is typed cell by cell waits until it is left. */
  edit(edits: readonly SheetEdit[]): void {
    const end = this.sheet?.rows.length ?? 0;
    const counts = new Map<number, number>();
    for (const { row, header, value } of edits) {
      const draft = this.#drafts.get(row);
      this.#drafts.set(row, { cells: new Map([...(draft?.cells ?? []), [header, value]]), issues: [] });
      counts.set(row, (counts.get(row) ?? 0) + 1);
    }
    for (const [row, count] of counts) if (row < end || count > 1) this.#waiting.add(row);
    this.#desk.tell();
    void this.#desk.keep();
    this.#run(async () => undefined);
  }

  /** A row that was being typed is whole now. */
  leave(row: number): void {
    const draft = this.#drafts.get(row);
    if (!draft || draft.issues.length > 0 || this.#waiting.has(row)) return;
    this.#waiting.add(row);
    this.#run(async () => undefined);
  }

  /** A row that cannot be put into the tables is given up. */
  giveUp(row: number): void {
    this.#drafts.delete(row);
    this.#desk.tell();
    void this.#desk.keep();
  }

  #run(first: () => Promise<void>): void {
    this.#work ??= this.#all(first).finally(() => {
      this.#work = undefined;
      if (this.#waiting.size > 0) this.#run(async () => undefined);
    });
  }

  async #all(first: () => Promise<void>): Promise<void> {
    await first();
    while (this.#waiting.size > 0) {
      const rows = [...this.#waiting];
      this.#waiting = new Set();
      await this.#put(rows);
    }
    if (this.isStale && this.sheet) await this.#read();
  }

  async #read(): Promise<void> {
    this.isStale = false;
    const sheet = await this.#desk.askQuietly("whole", {});
    if (sheet) this.sheet = sheet;
    this.#desk.tell();
  }

  async #put(rows: readonly number[]): Promise<void> {
    const sent = new Map(rows.flatMap((row) => [[row, this.#drafts.get(row)] as const]));
    const editsOf = (wanted: readonly number[]) =>
      wanted.flatMap((row) =>
        [...(sent.get(row)?.cells ?? [])].map(([header, value]): SheetEdit => ({ row, header, value })),
      );
    const edits = editsOf(rows);
    if (edits.length === 0) return;
    const answer = await this.#desk.askQuietly("editWhole", { edits });
    if (!answer) return;
    const errors = answer.issues.filter(
      ({ level, code }) => level === "error" || code.startsWith("workbook-"),
    );
    const bad = new Set(errors.flatMap((issue) => (issue.file === "" ? [(issue.row ?? 0) - 2] : [])));
    if (errors.length === 0) {
      this.#settle(rows, sent);
      if (answer.files.size > 0) await this.#desk.put(answer.files);
      await this.#read();
      return;
    }
    const good = rows.filter((row) => !bad.has(row));
    for (const row of bad.size > 0 ? bad : rows) {
      const draft = this.#drafts.get(row);
      const own = errors.filter((issue) => bad.size === 0 || issue.row === row + 2);
      // What was typed meanwhile has not been judged.
      if (draft && draft === sent.get(row)) this.#drafts.set(row, { ...draft, issues: own });
    }
    this.#desk.tell();
    // One row that cannot be taken keeps no other out.
    if (bad.size > 0 && good.length > 0) await this.#put(good);
  }

  /** Rows that are in the tables now; what was typed in them meanwhile stays. New rows stand where the last ended. */
  #settle(rows: readonly number[], sent: ReadonlyMap<number, Draft | undefined>): void {
    const end = this.sheet?.rows.length ?? 0;
    for (const row of rows) if (this.#drafts.get(row) === sent.get(row)) this.#drafts.delete(row);
    const added = rows.filter((row) => row >= end).length;
    if (added === 0) return;
    const later = [...this.#drafts].filter(([row]) => row >= end).sort(([a], [b]) => a - b);
    for (const [row] of later) this.#drafts.delete(row);
    for (const [at, [, draft]] of later.entries()) this.#drafts.set(end + added + at, draft);
  }
}
