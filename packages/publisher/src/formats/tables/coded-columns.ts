// The columns that the coded tables of results share: what a row is about, and how and where it was read.

import type { Indicator, Municipality, Observation } from "@shihyo/core";
import { areaLocalName, wholeCode } from "../rdf/iri.ts";
import { namespaces } from "../rdf/vocabularies.ts";
import { coded, type FilledColumn, leads, says } from "./published-table.ts";

/** Indicator, area, fiscal year and breakdown, in the codes of the graph. */
export function dimensionColumns<
  Row extends { readonly municipality: Municipality; readonly indicator: Indicator },
>(of: (row: Row) => Pick<Observation, "year" | "breakdown">): FilledColumn<Row>[] {
  return [
    coded("indicator", "指標", "Indicator", "string", ({ indicator }) => indicator.id, {
      required: true,
      means: leads("def:indicator", "indicators/", "/#it"),
    }),
    coded("area", "地域", "Area", "string", ({ municipality }) => areaLocalName(municipality), {
      required: true,
      means: leads("sdmx-dimension:refArea", namespaces.sac, ""),
    }),
    coded("period", "年度", "Fiscal year", "string", (row) => `FY${of(row).year}`, {
      required: true,
      means: leads("sdmx-dimension:refPeriod", "periods/", "/#it"),
    }),
    coded("breakdown", "内訳", "Breakdown", "string", (row) => of(row).breakdown ?? wholeCode, {
      required: true,
      means: leads("def:breakdown", "breakdowns/", "/#it"),
    }),
  ];
}

/** How surely a row was read, from which source and page. */
export function readingColumns<Row>(
  of: (row: Row) => Pick<Observation, "reading" | "source" | "page">,
): FilledColumn<Row>[] {
  return [
    coded("reading", "読取状況", "Reading status", "string", (row) => of(row).reading, {
      required: true,
      means: leads("def:reading", "def/#reading-", ""),
    }),
    coded("source", "出典", "Source", "string", (row) => of(row).source, {
      required: true,
      means: leads("prov:wasDerivedFrom", "catalog/#", ""),
    }),
    coded("page", "出典の頁", "Page in the source", "integer", (row) => of(row).page, says("def:page")),
  ];
}
