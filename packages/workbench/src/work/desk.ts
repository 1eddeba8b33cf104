// The clerk's desk: the city that is open, what was changed, and the way back; every view reads it and hands it what was done.

import { type BodyKind, bodyKind, type Issue } from "@shihyo/core";
import { cityRecordsText } from "@shihyo/publisher/pure";
import type { AuditorAsked } from "../auditor/protocol.ts";
import type { PrintedAsked } from "../printed/protocol.ts";
import type { ReaderAsked, TakenBook } from "../reader/protocol.ts";
import type {
  AnswerOf,
  Asked,
  AskOf,
  Bytes,
  CitySummary,
  FileMap,
  Opened,
  Published,
  ShownTable,
} from "../worker/protocol.ts";
import { type BroughtReport, type Kept, keep, kept, throwAway } from "./keep.ts";
import { part } from "./parts.ts";
import { WholeSheet } from "./whole-sheet.ts";
import { type Language, say, type WordName } from "./words.ts";
import { WorkerClient, WorkFailure } from "./worker-client.ts";

export interface CellChange {
  /** From 0, among the table's rows. */
  readonly row: number;
  readonly column: number;
  readonly value: string;
}

/** The open city as the page shows it. */
interface Shown {
  readonly tables: readonly ShownTable[];
  readonly issues: readonly Issue[];
  readonly acknowledged: number;
  /** Absent where an error stands in the tables. */
  readonly city?: CitySummary;
}

interface Task {
  readonly name: WordName;
  done: number;
}

interface OpenedFrom extends Pick<Kept, "report" | "drafts"> {
  readonly folder?: FileSystemDirectoryHandle | undefined;
  /** As the files were read, where they were changed since. */
  readonly read?: FileMap;
  readonly freshCode?: string;
}

export class Desk extends EventTarget {
  language: Language = "ja";
  name = "";
  files: FileMap = new Map();
  opened: Shown | undefined;
  folder: FileSystemDirectoryHandle | undefined;
  published: Published | undefined;
  earlier: { readonly name: string; readonly files: FileMap } | undefined;
  task: Task | undefined;
  /** The code of a city that is only beginning: its tables hold examples, which a report takes the place of. */
  freshCode: string | undefined;
  /** A report that is being brought in; it stays while somebody looks at another step. */
  report: BroughtReport | undefined;
  /** What came of the workbooks that sections sent back last. */
  books: readonly TakenBook[] = [];
  failure: { readonly ja: string; readonly en: string } | undefined;
  /** As the files were read, so that what changed on disk meanwhile is noticed. */
  read: FileMap = new Map();
  #undo: FileMap[] = [];
  #redo: FileMap[] = [];
  /** The files as the worker has them. */
  #sent: FileMap = new Map();
  #checking: Promise<void> | undefined;
  #lastKind: BodyKind | undefined;
  readonly whole = new WholeSheet(this);
  readonly #worker = new WorkerClient<Asked>("worker");
  readonly #auditor = new WorkerClient<AuditorAsked>("auditor");
  readonly #reader = new WorkerClient<ReaderAsked>("reader");
  readonly #printed = new WorkerClient<PrintedAsked>("printed");

  say(name: WordName): string {
    return say(name, this.language, this.#kind());
  }

  /** What the open municipality is; as it was last known while an error stands in the tables. */
  #kind(): BodyKind | undefined {
    const { name, code } = this.opened?.city ?? { name: this.name, code: this.freshCode };
    if (!this.isOpen) this.#lastKind = undefined;
    else if (code !== undefined) this.#lastKind = bodyKind({ name: { ja: name }, code });
    return this.#lastKind;
  }

  get isOpen(): boolean {
    return this.opened !== undefined;
  }

  get canUndo(): boolean {
    return this.#undo.length > 0;
  }

  get canRedo(): boolean {
    return this.#redo.length > 0;
  }

  setLanguage(language: Language): void {
    this.language = language;
    document.documentElement.lang = language;
    document.title = `${this.say("workbench")}｜Shihyo 指標`;
    this.tell();
  }

  /** A question to the worker, once it knows the city as it is now; what takes long is shown, a failure is told. */
  async ask<K extends keyof Asked>(
    kind: K,
    ask: AskOf<Asked[K]>,
    name: WordName = "working",
  ): Promise<AnswerOf<Asked[K]> | undefined> {
    await this.#checking;
    return this.#asker(this.#worker, name)(kind, ask);
  }

  /** The same, told only where it takes long. */
  async askQuietly<K extends keyof Asked>(
    kind: K,
    ask: AskOf<Asked[K]>,
  ): Promise<AnswerOf<Asked[K]> | undefined> {
    await this.#checking;
    return this.#asker(this.#worker, "checking", true)(kind, ask);
  }

  /** The same of the worker that reads reports, of the one that reads PDFs, and of the one that audits. */
  readonly askReader = this.#asker(this.#reader, "reading");
  readonly askReaderQuietly = this.#asker(this.#reader, "reading", true);
  readonly askPrinted = this.#asker(this.#printed, "reading");
  readonly askAuditor = this.#asker(this.#auditor, "starsDo");

  #asker<Q extends object>(worker: WorkerClient<Q>, name: WordName, isQuiet = false) {
    return <K extends keyof Q>(kind: K, ask: AskOf<Q[K]>): Promise<AnswerOf<Q[K]> | undefined> =>
      this.#during(name, (onProgress) => worker.ask(kind, ask, onProgress), isQuiet);
  }

  /** Work that is no hindrance is told only where it takes long. */
  async #during<T>(
    name: WordName,
    work: (onProgress: (done: number) => void) => Promise<T>,
    isQuiet = false,
  ): Promise<T | undefined> {
    const task: Task = { name, done: 0 };
    const show = () => {
      this.task = task;
      this.tell();
    };
    const timer = isQuiet ? setTimeout(show, 1500) : undefined;
    if (!isQuiet) {
      this.failure = undefined;
      show();
    }
    try {
      return await work((done) => {
        task.done = done;
        this.tell();
      });
    } catch (error) {
      this.fail(error);
      return undefined;
    } finally {
      clearTimeout(timer);
      if (this.task === task) this.task = undefined;
      this.tell();
    }
  }

  fail(error: unknown): void {
    const words = error instanceof Error ? error.message : String(error);
    this.failure =
      error instanceof WorkFailure
        ? error.sentence
        : { ja: `うまくいきませんでした（${words}）。`, en: `This did not work (${words}).` };
    this.tell();
  }

  /** Says one thing, without a fault. */
  note(sentence: { readonly ja: string; readonly en: string } | undefined): void {
    this.failure = sentence;
    this.tell();
  }

  async stop(): Promise<void> {
    const workers = [this.#worker, this.#reader, this.#printed, this.#auditor];
    await Promise.all(workers.map((worker) => worker.stop()));
    await this.#checking;
    if (this.isOpen) await this.#begin(this.files);
  }

  async open(name: string, files: FileMap, more: OpenedFrom = {}): Promise<void> {
    this.name = name;
    this.folder = more.folder;
    this.freshCode = more.freshCode;
    this.read = more.read ?? files;
    this.#undo = [];
    this.#redo = [];
    this.earlier = undefined;
    this.report = more.report;
    this.books = [];
    await this.#begin(files);
    if (more.drafts && more.drafts.length > 0) this.whole.restore(more.drafts);
    await this.keep();
  }

  /** The report that is being brought in, kept between visits as the tables are. */
  async setReport(report: BroughtReport | undefined): Promise<void> {
    this.report = report;
    await this.keep();
  }

  /** A report's tables in place of the examples that a new city begins with. */
  async replace(files: FileMap): Promise<void> {
    this.#undo.push(this.files);
    this.#redo = [];
    this.freshCode = undefined;
    await this.#begin(files);
    await this.keep();
  }

  async #begin(files: FileMap): Promise<void> {
    this.published = undefined;
    this.files = files;
    this.whole.clear();
    const opened = await this.#asker(this.#worker, "working")("open", { files });
    if (opened) {
      this.#sent = files;
      this.#show(opened, files, new Map());
    }
    this.tell();
  }

  /** What the worker says of `files`; a table that was changed since stays as the page has it. */
  #show(
    { order, tables, ...rest }: Opened,
    files: FileMap,
    before = new Map(this.opened?.tables.map((table) => [table.file, table])),
  ): void {
    for (const table of tables) {
      if (this.files.get(table.file) === files.get(table.file)) before.set(table.file, table);
    }
    this.opened = { ...rest, tables: order.flatMap((file) => before.get(file) ?? []) };
  }

  /** Changed files are the city's at once; what the checks say of them follows, and nobody waits for it. */
  #take(files: FileMap): void {
    this.published = undefined;
    this.files = files;
    this.#checking ??= this.#check().finally(() => {
      this.#checking = undefined;
    });
    this.tell();
  }

  async #check(): Promise<void> {
    while (this.#sent !== this.files) {
      const { files } = this;
      const changed = new Map([...files].filter(([path, bytes]) => this.#sent.get(path) !== bytes));
      const gone = [...this.#sent.keys()].filter((path) => !files.has(path));
      const opened = await this.#asker(this.#worker, "checking", true)("change", { files: changed, gone });
      if (!opened) return;
      this.#sent = files;
      this.#show(opened, files);
      this.whole.isStale = true;
      this.tell();
    }
  }

  setCells(file: string, changes: readonly CellChange[]): void {
    const table = this.opened?.tables.find((one) => one.file === file);
    if (!table || !this.opened) return;
    const rows = [...table.rows];
    for (const { row, column, value } of changes) {
      while (rows.length <= row) {
        rows.push({ number: (rows.at(-1)?.number ?? 1) + 1, cells: table.header.map(() => "") });
      }
      const own = rows[row];
      if (own)
        rows[row] = {
          ...own,
          cells: table.header.map((_, at) => (at === column ? value : (own.cells[at] ?? ""))),
        };
    }
    const tables = this.opened.tables.map((one) => (one === table ? { ...table, rows } : one));
    this.opened = { ...this.opened, tables };
    const records = [table.header, ...rows.map(({ cells }) => cells)];
    void this.put(
      new Map([[file, new TextEncoder().encode(cityRecordsText(records, this.#lineEndOf(file)))]]),
    );
  }

  #lineEndOf(file: string): "\n" | "\r\n" {
    const bytes = this.files.get(file) ?? new Uint8Array();
    const at = bytes.indexOf(10);
    return at > 0 && bytes[at - 1] === 13 ? "\r\n" : "\n";
  }

  /** Takes changed files in, with a way back. */
  async put(changed: FileMap): Promise<void> {
    this.#undo.push(this.files);
    this.#redo = [];
    this.#take(new Map([...this.files, ...changed]));
    await Promise.all([this.#checking, this.keep()]);
  }

  async undo(): Promise<void> {
    await this.#step(this.#undo, this.#redo);
  }

  async redo(): Promise<void> {
    await this.#step(this.#redo, this.#undo);
  }

  async #step(from: FileMap[], to: FileMap[]): Promise<void> {
    const files = from.pop();
    if (!files) return;
    to.push(this.files);
    this.whole.clear();
    this.#take(files);
    await Promise.all([this.#checking, this.keep()]);
  }

  async publish(): Promise<void> {
    const [provided, packer] = await Promise.all([part("provided"), part("packer")]);
    await this.#checking;
    const { files } = this;
    const made = await this.ask(
      "publish",
      {
        widgetVersion: provided.widgetVersion,
        provided: provided.files,
        packer,
        ...(this.earlier ? { earlier: this.earlier.files } : {}),
      },
      "makeFiles",
    );
    // What was changed while the files were made is not in them.
    if (made && this.files === files) this.published = made;
    this.tell();
  }

  setEarlier(name: string, files: FileMap): void {
    this.earlier = { name, files };
    this.published = undefined;
    this.tell();
  }

  /** The files were written to the folder: from now on they are what stands there. */
  wrote(): void {
    this.read = this.files;
    this.tell();
  }

  async kept(): Promise<Kept | undefined> {
    return kept().catch(() => undefined);
  }

  async throwAway(): Promise<void> {
    await throwAway();
    this.opened = undefined;
    this.report = undefined;
    this.whole.clear();
    this.published = undefined;
    this.files = new Map();
    this.#undo = [];
    this.#redo = [];
    this.tell();
  }

  /** What is open, the tables and what stands beside them, is kept between visits. */
  async keep(): Promise<void> {
    const { name, files, read, folder, freshCode, report } = this;
    const drafts = this.whole.toKeep();
    const whole: Kept = {
      ...{ name, files, read },
      ...(folder ? { folder } : {}),
      ...(freshCode === undefined ? {} : { freshCode }),
      ...(report ? { report } : {}),
      ...(drafts.length > 0 ? { drafts } : {}),
    };
    await keep(whole).catch((error: unknown) => this.fail(error));
  }

  /** For all that has something new to show. */
  tell(): void {
    this.dispatchEvent(new Event("change"));
  }
}

/** Hands a file to the clerk, as a download. */
export function handOver(name: string, bytes: Bytes, type: string): void {
  const address = URL.createObjectURL(new Blob([bytes], { type }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
