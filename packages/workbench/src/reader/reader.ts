// The worker that reads reports: spreadsheets to cells, cells to an understanding, and that to the city's tables.

import { type Grid, isError, type Understanding, understand } from "@shihyo/core";
import {
  firstCards,
  intakeFiles,
  municipalitiesIn,
  pageGrids,
  Refusal,
  readCityFiles,
  readGrids,
  takeWhole,
} from "@shihyo/publisher/pure";
import { atHand, encoded } from "../worker/at-hand.ts";
import { serve } from "../worker/serve.ts";
import type { ReaderAsked, Report, ReportCity } from "./protocol.ts";
import { takeBooks } from "./take-books.ts";

/** So many cards are enough to see whether columns and years were understood. */
const mostCards = 6;

serve<ReaderAsked>({
  takeBooks: ({ city, books, partial }, onProgress) => takeBooks(city, books, partial, onProgress),
  async takeWhole({ city, name, bytes, renamed }) {
    const read = readGrids(bytes, name);
    if ("refused" in read) throw new Refusal({ ...read.refused });
    const { issues, changes, added, texts } = await takeWhole(atHand(city), read.grids, name, { renamed });
    return { issues, changes: changes.length, added, changed: encoded(texts) };
  },
  understand(report) {
    const known = understood(report);
    return known.refused ? { refused: known.refused } : { understanding: shown(known) };
  },
  tables: ({ report, city }) => encoded(tablesOf(report, city)),
  cards({ report, city, others, language }) {
    const files = new Map<string, Uint8Array | string>([...others, ...tablesOf(report, city)]);
    const { dataset, issues } = readCityFiles(files);
    const errors = issues.filter(isError).length;
    const counts = { errors, warnings: issues.length - errors };
    return dataset ? { page: firstCards(dataset, mostCards, language), ...counts } : counts;
  },
});

function tablesOf(report: Report, city: ReportCity): ReadonlyMap<string, string> {
  return intakeFiles(understood(report), { ...city, listed: municipalitiesIn(city.municipalities) });
}

function understood({ files, answers, existing, municipality }: Report): Understanding {
  const grids: Grid[] = [];
  for (const file of files) {
    if ("pages" in file) {
      grids.push(...pageGrids(file.pages, file.name));
      continue;
    }
    const read = readGrids(file.bytes, file.name);
    if ("refused" in read) throw new Refusal({ ...read.refused });
    grids.push(...read.grids);
  }
  return understand(grids, { answers, existing, municipality });
}

/** What the page shows; the rest stays here. */
function shown(known: Understanding): Understanding {
  return { ...known, options: {} };
}
