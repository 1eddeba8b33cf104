// Reads what others made (spreadsheets, PDFs) in a thread of its own, and stops it where it takes too much time or memory.

import { Worker } from "node:worker_threads";
import type { Grid } from "@shihyo/core";
import { Refusal, type RefusalStatus } from "../refusal.ts";
import type { PageText } from "../spreadsheet/page-text.ts";

/** What is to be read, and how. */
export interface ApartTask {
  readonly kind: "grids" | "pages";
  readonly bytes: Uint8Array;
  /** As it is called in sentences. */
  readonly file: string;
  readonly rules?: boolean;
}

/** What comes back from the thread. */
export type ApartAnswer =
  | { readonly grids: readonly Grid[] }
  | { readonly pages: readonly PageText[] }
  | { readonly refused: { readonly ja: string; readonly en: string }; readonly status?: RefusalStatus };

/** Far above what the largest report takes (some seconds, 300 MB). */
const most = { seconds: 30, megabytes: 900 } as const;

/** Beside this file where it is built; a thread cannot read the sources, so theirs is the built one too. */
const thread = new URL(
  import.meta.url.endsWith(".ts") ? "../../dist/bundle/apart-thread.js" : "./apart-thread.js",
  import.meta.url,
);

/** The grids of a spreadsheet, a CSV or a web page. */
export async function gridsApart(bytes: Uint8Array, file: string): Promise<readonly Grid[]> {
  const answer = await askApart({ kind: "grids", bytes, file });
  return "grids" in answer ? answer.grids : [];
}

/** The pages of a PDF, with the lines of its tables where they are asked for. */
export async function pagesApart(
  bytes: Uint8Array,
  file: string,
  rules = false,
): Promise<readonly PageText[]> {
  const answer = await askApart({ kind: "pages", bytes, file, rules });
  return "pages" in answer ? answer.pages : [];
}

async function askApart(task: ApartTask): Promise<Exclude<ApartAnswer, { refused: unknown }>> {
  const answer = await inThread(task);
  if ("refused" in answer) throw new Refusal(answer.refused, answer.status);
  return answer;
}

function inThread(task: ApartTask): Promise<ApartAnswer> {
  const worker = new Worker(thread, {
    workerData: task,
    resourceLimits: { maxOldGenerationSizeMb: most.megabytes },
  });
  const memory = process.memoryUsage.rss();
  const time = process.cpuUsage();
  return new Promise<ApartAnswer>((resolve, reject) => {
    const watch = setInterval(() => {
      // Bytes that are not JavaScript objects (what a PDF unpacks to) are seen here alone.
      if (process.memoryUsage.rss() - memory > most.megabytes << 20) resolve(tooMuch(task.file, "memory"));
      const { user, system } = process.cpuUsage(time);
      if (user + system > most.seconds * 1_000_000) resolve(tooMuch(task.file, "time"));
    }, 50);
    worker.once("message", resolve);
    worker.once("error", (error: NodeJS.ErrnoException) => {
      if (error.code === "ERR_WORKER_OUT_OF_MEMORY") resolve(tooMuch(task.file, "memory"));
      else reject(error);
    });
    worker.once("exit", () => {
      clearInterval(watch);
      reject(new Error("The thread ended without an answer."));
    });
  }).finally(() => worker.terminate());
}

function tooMuch(file: string, what: "memory" | "time"): ApartAnswer {
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
