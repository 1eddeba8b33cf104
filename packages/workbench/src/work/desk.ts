// The clerk's desk: the city that is open, what was changed, and the way back; every view looks at it and tells it.

import type { ReaderAsked } from "../reader/protocol.ts";
import type {
  AnswerOf,
  Asked,
  AskOf,
  Bytes,
  FileMap,
  Opened,
  Published,
  ShownTable,
} from "../worker/protocol.ts";
import { type Kept, keep, kept, throwAway } from "./keep.ts";
import { part } from "./parts.ts";
import { type Language, say, type WordName } from "./words.ts";
import { Failure, WorkerClient } from "./worker-client.ts";

export interface CellChange {
  /** From 0, among the table's rows. */
  readonly row: number;
  readonly column: number;
  readonly value: string;
}

interface Task {
  readonly name: WordName;
  done: number;
}

interface OpenedFrom {
  readonly folder?: FileSystemDirectoryHandle | undefined;
  /** As the files were read, where they were changed since. */
  readonly read?: FileMap;
  readonly freshCode?: string;
}

export class Desk extends EventTarget {
  language: Language = "ja";
  name = "";
  files: FileMap = new Map();
  opened: Opened | undefined;
  folder: FileSystemDirectoryHandle | undefined;
  published: Published | undefined;
  earlier: { readonly name: string; readonly files: FileMap } | undefined;
  task: Task | undefined;
  /** The code of a city that is only beginning: its tables hold examples, which a report takes the place of. */
  freshCode: string | undefined;
  failure: { readonly ja: string; readonly en: string } | undefined;
  /** As the files were read, so that what changed on disk meanwhile is noticed. */
  #read: FileMap = new Map();
  #undo: FileMap[] = [];
  #redo: FileMap[] = [];
  readonly #worker = new WorkerClient<Asked>("worker");
  readonly #reader = new WorkerClient<ReaderAsked>("reader");

  say(name: WordName): string {
    return say(name, this.language);
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

  get read(): FileMap {
    return this.#read;
  }

  setLanguage(language: Language): void {
    this.language = language;
    document.documentElement.lang = language;
    document.title = `${this.say("workbench")}｜Shihyo 指標`;
    this.#tell();
  }

  /** A question to the worker; what takes long is shown, and a failure is told in words. */
  ask<K extends keyof Asked>(
    kind: K,
    ask: AskOf<Asked[K]>,
    name: WordName = "working",
  ): Promise<AnswerOf<Asked[K]> | undefined> {
    return this.#during(name, (onProgress) => this.#worker.ask(kind, ask, onProgress));
  }

  /** The same of the worker that reads reports. */
  askReader<K extends keyof ReaderAsked>(
    kind: K,
    ask: AskOf<ReaderAsked[K]>,
  ): Promise<AnswerOf<ReaderAsked[K]> | undefined> {
    return this.#during("reading", (onProgress) => this.#reader.ask(kind, ask, onProgress));
  }

  async #during<T>(
    name: WordName,
    work: (onProgress: (done: number) => void) => Promise<T>,
  ): Promise<T | undefined> {
    const task: Task = { name, done: 0 };
    this.task = task;
    this.failure = undefined;
    this.#tell();
    try {
      return await work((done) => {
        task.done = done;
        this.#tell();
      });
    } catch (error) {
      this.fail(error);
      return undefined;
    } finally {
      if (this.task === task) this.task = undefined;
      this.#tell();
    }
  }

  fail(error: unknown): void {
    const words = error instanceof Error ? error.message : String(error);
    this.failure =
      error instanceof Failure
        ? error.sentence
        : { ja: `うまくいきませんでした（${words}）。`, en: `This did not work (${words}).` };
    this.#tell();
  }

  /** Says one thing, without a fault. */
  note(sentence: { readonly ja: string; readonly en: string } | undefined): void {
    this.failure = sentence;
    this.#tell();
  }

  async stop(): Promise<void> {
    await Promise.all([this.#worker.stop(), this.#reader.stop()]);
    if (this.isOpen) await this.#show("open", this.files);
  }

  async open(name: string, files: FileMap, more: OpenedFrom = {}): Promise<void> {
    this.name = name;
    this.folder = more.folder;
    this.freshCode = more.freshCode;
    this.#read = more.read ?? files;
    this.#undo = [];
    this.#redo = [];
    this.earlier = undefined;
    await this.#show("open", files);
    await this.#keep();
  }

  /** A report's tables in place of the examples that a new city begins with. */
  async replace(files: FileMap): Promise<void> {
    this.#undo.push(this.files);
    this.#redo = [];
    this.freshCode = undefined;
    await this.#show("open", files);
    await this.#keep();
  }

  async #show(kind: "open" | "change", files: FileMap): Promise<void> {
    this.published = undefined;
    const changed =
      kind === "open" ? files : new Map([...files].filter(([path, bytes]) => this.files.get(path) !== bytes));
    this.files = files;
    const opened = await this.ask(kind, { files: changed });
    if (opened) this.opened = opened;
    this.#tell();
  }

  async setCells(table: ShownTable, changes: readonly CellChange[]): Promise<void> {
    const rows = table.rows.map(({ cells }) => [...cells]);
    for (const { row, column, value } of changes) {
      while (rows.length <= row) rows.push(table.header.map(() => ""));
      const cells = rows[row];
      if (cells) cells[column] = value;
    }
    const text = await this.ask("tableText", {
      header: table.header,
      rows,
      lineEnd: this.#lineEndOf(table.file),
    });
    if (text) await this.put(new Map([[table.file, text]]));
  }

  #lineEndOf(file: string): string {
    const bytes = this.files.get(file) ?? new Uint8Array();
    const at = bytes.indexOf(10);
    return at > 0 && bytes[at - 1] === 13 ? "\r\n" : "\n";
  }

  /** Takes changed files in, with a way back. */
  async put(changed: FileMap): Promise<void> {
    this.#undo.push(this.files);
    this.#redo = [];
    await this.#show("change", new Map([...this.files, ...changed]));
    await this.#keep();
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
    await this.#show("open", files);
    await this.#keep();
  }

  async publish(): Promise<void> {
    const provided = await part("provided");
    const made = await this.ask(
      "publish",
      {
        widgetVersion: provided.widgetVersion,
        provided: provided.files,
        ...(this.earlier ? { earlier: this.earlier.files } : {}),
      },
      "makeFiles",
    );
    if (made) this.published = made;
    this.#tell();
  }

  setEarlier(name: string, files: FileMap): void {
    this.earlier = { name, files };
    this.published = undefined;
    this.#tell();
  }

  /** The files were written to the folder: from now on they are what stands there. */
  wrote(): void {
    this.#read = this.files;
    this.#tell();
  }

  async kept(): Promise<Kept | undefined> {
    return kept().catch(() => undefined);
  }

  async throwAway(): Promise<void> {
    await throwAway();
    this.opened = undefined;
    this.published = undefined;
    this.files = new Map();
    this.#undo = [];
    this.#redo = [];
    this.#tell();
  }

  async #keep(): Promise<void> {
    const { name, files, folder } = this;
    await keep({ name, files, read: this.#read, ...(folder ? { folder } : {}) }).catch((error: unknown) =>
      this.fail(error),
    );
  }

  #tell(): void {
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
