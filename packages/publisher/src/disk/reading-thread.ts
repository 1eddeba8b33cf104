// Reads and understands other people's files (spreadsheets, PDFs) in a thread of its own, and stops it where it takes too much time or memory.

import { Worker } from "node:worker_threads";
import type { Answers, Grid, IntakeOptions, Understanding } from "@shihyo/core";
import type { IntakeCity } from "../formats/intake-files.ts";
import { Refusal, type RefusalStatus } from "../refusal.ts";
import type { PageText } from "../spreadsheet/page-text.ts";

/** A file that others made, and how it is called in sentences. */
interface Made {
  readonly bytes: Uint8Array;
  readonly file: string;
}

/** What is left of an understanding outside its thread: what is told, without the cells that it was made of. */
export type ReturnedUnderstanding = Omit<Understanding, "grids" | "options"> & { readonly answers: Answers };

/** Each question to the thread, and its answer. */
export interface ThreadQuestions {
  grids: { ask: Made; answer: readonly Grid[] };
  pages: { ask: Made & { readonly rules: boolean }; answer: readonly PageText[] };
  /** One more file of the report that is to be understood; `path` is where it lies. */
  file: { ask: Made & { readonly path: string }; answer: number };
  understand: { ask: IntakeOptions; answer: ReturnedUnderstanding };
  /** The same with more answers. */
  answers: { ask: Answers; answer: ReturnedUnderstanding };
  /** The same with every proposal taken. */
  accept: { ask: undefined; answer: ReturnedUnderstanding };
  /** What comes into the city's folder. */
  files: { ask: IntakeCity; answer: ReadonlyMap<string, string> };
}

type Kind = keyof ThreadQuestions;

/** What goes into the thread. */
export type ThreadTask = { [K in Kind]: { readonly kind: K; readonly ask: ThreadQuestions[K]["ask"] } }[Kind];

/** What comes back from it. */
export type ThreadAnswer =
  | { readonly answer: ThreadQuestions[Kind]["answer"] }
  | { readonly refused: { readonly ja: string; readonly en: string }; readonly status?: RefusalStatus };

/** Far above what the largest report takes (some seconds, 300 MB). */
const most = { seconds: 30, megabytes: 900 } as const;

/** Beside this file where it is built; a thread cannot read the sources, so theirs is the built one too. */
const thread = new URL(
  import.meta.url.endsWith(".ts") ? "../../dist/bundle/reading-worker.js" : "./reading-worker.js",
  import.meta.url,
);

/** The grids of a spreadsheet, a CSV or a web page. */
export function gridsInThread(bytes: Uint8Array, file: string): Promise<readonly Grid[]> {
  return alone(file, (apart) => apart.ask("grids", { bytes, file }));
}

/** The pages of a PDF, with the lines of its tables where they are asked for. */
export function pagesInThread(bytes: Uint8Array, file: string, rules = false): Promise<readonly PageText[]> {
  return alone(file, (apart) => apart.ask("pages", { bytes, file, rules }));
}

async function alone<Result>(file: string, work: (apart: ReadingThread) => Promise<Result>): Promise<Result> {
  const apart = new ReadingThread(file);
  try {
    return await work(apart);
  } finally {
    await apart.end();
  }
}

/** A thread that is asked one thing after another; it keeps what it read, and each answer has its limits. */
export class ReadingThread {
  readonly #worker: Worker;
  readonly #files: string;
  readonly #onWait: () => void;
  readonly #memory = process.memoryUsage.rss();

  /** By the files that it is about, as they are called in sentences; `onWait` is called again and again meanwhile. */
  constructor(files: string, onWait: () => void = () => undefined) {
    this.#files = files;
    this.#onWait = onWait;
    this.#worker = new Worker(thread, { resourceLimits: { maxOldGenerationSizeMb: most.megabytes } });
  }

  async ask<K extends Kind>(kind: K, ask: ThreadQuestions[K]["ask"]): Promise<ThreadQuestions[K]["answer"]> {
    const answer = await this.#answerTo({ kind, ask } as ThreadTask);
    if ("refused" in answer) throw new Refusal(answer.refused, answer.status);
    return answer.answer as ThreadQuestions[K]["answer"];
  }

  async end(): Promise<void> {
    await this.#worker.terminate();
  }

  #answerTo(task: ThreadTask): Promise<ThreadAnswer> {
    const time = process.cpuUsage();
    const worker = this.#worker;
    return new Promise<ThreadAnswer>((resolve, reject) => {
      const stop = (what: "memory" | "time") => {
        resolve(tooMuch(this.#files, what));
        // What runs on would take more, also while the sentence is told.
        void worker.terminate();
      };
      const watch = setInterval(() => {
        this.#onWait();
        // Bytes that are not JavaScript objects (what a PDF unpacks to) are seen here alone.
        if (process.memoryUsage.rss() - this.#memory > most.megabytes << 20) stop("memory");
        const { user, system } = process.cpuUsage(time);
        if (user + system > most.seconds * 1_000_000) stop("time");
      }, 50);
      const over = () => {
        clearInterval(watch);
        for (const event of ["message", "error", "exit"]) worker.removeAllListeners(event);
      };
      worker.once("message", (answer: ThreadAnswer) => {
        over();
        resolve(answer);
      });
      worker.once("error", (error: NodeJS.ErrnoException) => {
        over();
        if (error.code === "ERR_WORKER_OUT_OF_MEMORY") resolve(tooMuch(this.#files, "memory"));
        else reject(error);
      });
      worker.once("exit", () => {
        over();
        reject(new Error("The thread ended without an answer."));
      });
      worker.postMessage(task);
    });
  }
}

function tooMuch(file: string, what: "memory" | "time"): ThreadAnswer {
  const [ja, en] =
    what === "time"
      ? [`${most.seconds}秒かけても読み終わりません`, `takes more than ${most.seconds} seconds to read`]
      : [`広げると${most.megabytes} MBを超えます`, `takes more than ${most.megabytes} MB of memory to read`];
  return {
    refused: {
      ja: `${file} は${ja}。読むのをやめました。表のある部分だけを別のファイルに保存して、指定してください。`,
      en: `${file} ${en}; the reading was stopped. Save only the part with the tables as a file of its own, and name that.`,
    },
  };
}
