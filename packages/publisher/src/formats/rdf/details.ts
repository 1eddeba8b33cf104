// The details of records in the graph: their properties, the lists of their words, and what a record says.

import {
  type Detail,
  type DetailsOf,
  detailsIn,
  type Municipality,
  type TableWithDetails,
  tablesWithDetails,
} from "@shihyo/core";
import { choiceIri, definitionIri } from "./iri.ts";
import { literal, type Said } from "./term.ts";
import { japanese, links, plain } from "./texts.ts";
import { type Coercion, expandedIri } from "./vocabularies.ts";

/** The details of these tables, each property once: indicators and nodes share some. */
function detailsOfAll(tables: readonly TableWithDetails[]): readonly Detail<unknown>[] {
  const all = tables.flatMap((table) => detailsIn(table).map(([, detail]) => detail));
  return [...new Map(all.map((detail) => [detail.property, detail])).values()];
}

/** Every detail there is. */
export const allDetails = detailsOfAll(tablesWithDetails);

/** Those of records that are observations of a cube, where their properties are attributes. */
export const attributeDetails = detailsOfAll([
  "observations",
  "targets",
  "evaluations",
  "references",
  "costs",
  "activities",
]);

/** How a detail's values are written: as a concept, as words, as a code, or typed. */
export function coercionOf({ choices, kind, isCode }: Detail<unknown>): Coercion | undefined {
  if (choices) return "@id";
  if (kind !== "string") return `xsd:${kind}`;
  return isCode ? undefined : "@language";
}

/** What a record says of its details, in their order. */
export function detailProperties<T extends TableWithDetails>(
  municipality: Pick<Municipality, "base">,
  table: T,
  record: DetailsOf<T>,
): Said[] {
  return detailsIn(table).map(([key, detail]) => {
    const property = definitionIri(municipality, detail.property);
    const value = record[key];
    if (value === undefined) return [property, []];
    if (detail.choices) return [property, links(choiceIri(municipality, detail.property, String(value)))];
    const cell = detail.cell(value);
    if (detail.kind !== "string") return [property, [literal(cell, expandedIri(`xsd:${detail.kind}`))]];
    return [property, detail.isCode ? plain(cell) : japanese(cell)];
  });
}
