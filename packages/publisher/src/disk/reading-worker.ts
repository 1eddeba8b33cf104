// The thread that reads and understands other people's files: it answers one question after another.

import { parentPort } from "node:worker_threads";
import { acceptAll, applyAnswers, type Grid, type Understanding, understand } from "@shihyo/core";
import { intakeFiles } from "../formats/intake-files.ts";
import { Refusal } from "../refusal.ts";
import { pageGrids } from "../spreadsheet/page-grids.ts";
import type { PageText } from "../spreadsheet/page-text.ts";
import { isPdf, pdfPages } from "../spreadsheet/pdf-pages.ts";
import { readGrids } from "../spreadsheet/read-grid.ts";
import { pdfLibrary } from "./pdf-library.ts";
import type { ReturnedUnderstanding, ThreadAnswer, ThreadQuestions, ThreadTask } from "./reading-thread.ts";

/** Of the report that is being taken in. */
const grids: Grid[] = [];
let known: Understanding | undefined;

const handlers: {
  readonly [K in keyof ThreadQuestions]: (
    ask: ThreadQuestions[K]["ask"],
  ) => ThreadQuestions[K]["answer"] | Promise<ThreadQuestions[K]["answer"]>;
} = {
  grids: ({ bytes, file }) => gridsOf(bytes, file),
  pages: ({ bytes, file, rules }) => pagesOf(bytes, file, rules),
  async file({ bytes, file, path }) {
    const more = isPdf(bytes) ? pageGrids(await pagesOf(bytes, path, true), file) : gridsOf(bytes, file);
    for (const grid of more) grids.push(grid);
    return grids.length;
  },
  understand: (options) => withoutCells(understand(grids, options)),
  answers: (answers) => withoutCells(applyAnswers(understanding(), answers)),
  accept: () => withoutCells(acceptAll(understanding())),
  files: (city) => intakeFiles(understanding(), city),
};

function gridsOf(bytes: Uint8Array, file: string): readonly Grid[] {
  const read = readGrids(bytes, file);
  if ("refused" in read) throw new Refusal({ ...read.refused });
  return read.grids;
}

async function pagesOf(bytes: Uint8Array, file: string, rules: boolean): Promise<readonly PageText[]> {
  return pdfPages(bytes, file, await pdfLibrary(), { rules });
}

function understanding(): Understanding {
  if (!known) throw new TypeError("Nothing was understood yet.");
  return known;
}

/** What is told of it; the cells stay here, and of the account what was left out goes. */
function withoutCells(made: Understanding): ReturnedUnderstanding {
  known = made;
  const { grids: _, options, account, ...rest } = made;
  return {
    ...rest,
    answers: options.answers ?? new Map(),
    account: account.filter(({ leftOut }) => leftOut !== undefined),
  };
}

async function answer({ kind, ask }: ThreadTask): Promise<ThreadAnswer> {
  try {
    const handler = handlers[kind] as (ask: unknown) => ReturnType<(typeof handlers)[typeof kind]>;
    return { answer: await handler(ask) };
  } catch (error) {
    if (error instanceof Refusal) return { refused: error.sentence, status: error.status };
    throw error;
  }
}

parentPort?.on("message", async (task: ThreadTask) => parentPort?.postMessage(await answer(task)));
