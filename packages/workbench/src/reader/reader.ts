// The worker that reads reports: spreadsheets to cells, cells to an understanding, and that to the city's tables.

import { type Grid, type Understanding, understand } from "@shihyo/core";
import { intakeFiles, municipalitiesIn, Refusal, readGrids, takeWhole } from "@shihyo/publisher/pure";
import { atHand, encoded } from "../worker/at-hand.ts";
import type { Bytes } from "../worker/protocol.ts";
import { serve } from "../worker/serve.ts";
import type { ReaderAsked, Report } from "./protocol.ts";
import { takeBooks } from "./take-books.ts";

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
  tables({ report, city }) {
    const known = understood(report);
    const utf8 = new TextEncoder();
    const files = intakeFiles(known, { ...city, listed: municipalitiesIn(city.municipalities) });
    return new Map([...files].map(([path, text]) => [path, utf8.encode(text) as Bytes]));
  },
});

function understood({ files, answers, existing, municipality }: Report): Understanding {
  const grids: Grid[] = [];
  for (const { name, bytes } of files) {
    const read = readGrids(bytes, name);
    if ("refused" in read) throw new Refusal({ ...read.refused });
    grids.push(...read.grids);
  }
  return understand(grids, { answers, existing, municipality });
}

/** What the page shows; the rest stays here. */
function shown(known: Understanding): Understanding {
  return { ...known, options: {} };
}
