// The thread in which a file that others made is read: one task, one answer.

import { parentPort, workerData } from "node:worker_threads";
import { Refusal } from "../refusal.ts";
import { pdfPages } from "../spreadsheet/pdf-pages.ts";
import { readGrids } from "../spreadsheet/read-grid.ts";
import type { ApartAnswer, ApartTask } from "./apart.ts";
import { pdfLibrary } from "./pdf-library.ts";

const { kind, bytes, file, rules = false } = workerData as ApartTask;

async function answer(): Promise<ApartAnswer> {
  if (kind === "grids") return readGrids(bytes, file);
  try {
    return { pages: await pdfPages(bytes, file, await pdfLibrary(), { rules }) };
  } catch (error) {
    if (error instanceof Refusal) return { refused: error.sentence, status: error.status };
    throw error;
  }
}

parentPort?.postMessage(await answer());
