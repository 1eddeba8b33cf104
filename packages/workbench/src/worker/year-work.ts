// The year's work as the page shows it: who has still to answer, the workbooks to hand out, and the values that may be corrected.

import { reasonWords } from "@shihyo/core";
import { exportWorkbook, type FillRow, fillRows } from "@shihyo/publisher/pure";
import type { CityInMemory } from "./at-hand.ts";
import type { Bytes, FileMap, SectionState, YearState } from "./protocol.ts";

const pending = Object.entries(reasonWords).find(([, reason]) => reason === "pending")?.[0] ?? "";

/** Section by section; what no section looks after stands under an empty name. */
export function yearState({ dataset, tables }: CityInMemory, year: number): YearState {
  const rows = dataset.years.includes(year) ? fillRows(dataset, year) : [];
  const waiting = new Set(
    (tables.get(`observations/${year}.csv`)?.rows ?? []).flatMap((row) =>
      row.値なしの理由 === pending ? [`${row.指標ID ?? ""}${row.内訳ID ?? ""}`] : [],
    ),
  );
  const sections = new Map<string, FillRow[]>();
  for (const row of rows) sections.set(row.section, [...(sections.get(row.section) ?? []), row]);
  return {
    year,
    years: dataset.years,
    sections: [...sections].map(([name, own]): SectionState => {
      const missing = own.filter(({ id }) => waiting.has(id));
      return {
        name,
        due: own.length,
        missing: missing.map(({ id, label, part }) => ({
          id,
          label: part === "" ? label : `${label} ${part}`,
        })),
      };
    }),
  };
}

/** A workbook for each section, or one for all where the city names none. By the name of its file. */
export function sectionBooks(city: CityInMemory, year: number, only?: string): FileMap {
  const { dataset } = city;
  const names = yearState(city, year).sections.map(({ name }) => name);
  const wanted = only === undefined ? names : names.filter((name) => name === only);
  const hasSections = names.some((name) => name !== "");
  const books = new Map<string, Bytes>();
  for (const name of hasSections ? wanted : [""]) {
    const { bytes } = exportWorkbook(dataset, { year, ...(name === "" ? {} : { section: name }) });
    const label = name === "" ? (hasSections ? "すべての課" : "") : name;
    books.set(`${[`${year}年度_記入用`, fileName(label)].filter(Boolean).join("_")}.xlsx`, bytes as Bytes);
  }
  return books;
}

/** What Windows allows in the name of a file. */
function fileName(name: string): string {
  return name.replace(/[\\/:*?"<>|\p{Cc}]/gu, "_").slice(0, 60);
}
