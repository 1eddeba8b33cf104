// The worker that reads reports: spreadsheets to cells, cells to an understanding, and that to the city's tables.

import { type Grid, sourceOf, tablesOf, type Understanding, understand } from "@shihyo/core";
import { municipalitiesIn, newCityFiles, Refusal, readGrids } from "@shihyo/publisher/pure";
import type { Bytes } from "../worker/protocol.ts";
import { serve } from "../worker/serve.ts";
import type { ReaderAsked, Report, ReportCity } from "./protocol.ts";

serve<ReaderAsked>({
  understand(report) {
    const known = understood(report);
    return known.refused ? { refused: known.refused } : { understanding: shown(known) };
  },
  tables({ report, city }) {
    const known = understood(report);
    const utf8 = new TextEncoder();
    return new Map([...filesOf(known, city)].map(([path, text]) => [path, utf8.encode(text) as Bytes]));
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

/** The tables, with the documents of a city that is only beginning, as `shihyo intake` writes them. */
function filesOf(known: Understanding, city: ReportCity): Map<string, string> {
  const files = new Map(tablesOf(known).files);
  const { years, targetYears } = known.reading;
  const year = years.at(-1) ?? targetYears.at(-1) ?? Number(city.date.slice(0, 4)) - 1;
  const before = city.documents.get("municipality.json");
  const listed = municipalitiesIn(city.municipalities);
  let name = known.options.municipality;
  if (before === undefined) {
    const fresh = newCityFiles({ code: city.code, year, date: city.date }, listed).files;
    const document = JSON.parse(fresh.get("municipality.json") ?? "{}") as Record<string, unknown>;
    files.set("municipality.json", `${JSON.stringify({ ...document, format: 3 }, undefined, 2)}\n`);
    files.set("releases.csv", fresh.get("releases.csv") ?? "");
    const own = listed.get(city.code);
    name = own?.name || own?.prefecture || name;
  }
  const source = sourceOf(known);
  const sources = JSON.parse(city.documents.get("sources.json") ?? "[]") as { id: string }[];
  if (source && !sources.some(({ id }) => id === source.id)) {
    const body = name === undefined ? {} : { body: { ja: name } };
    const more = [...sources, { id: source.id, title: { ja: source.title }, ...body, year }];
    files.set("sources.json", `${JSON.stringify(more, undefined, 2)}\n`);
  }
  return files;
}
