// The details of indicators and nodes in the graph: their properties, the lists of their words, and what a record says.

import {
  type Detail,
  type Details,
  entriesOf,
  indicatorDetails,
  type Municipality,
  nodeDetails,
} from "@shihyo/core";
import { choiceIri, definitionIri } from "./iri.ts";
import { literal, type Property } from "./term.ts";
import { japanese, links, plain } from "./texts.ts";
import { type Coercion, name } from "./vocabularies.ts";

/** Every detail there is, each property once: indicators and nodes share some. */
export const allDetails: readonly Detail<unknown>[] = [
  ...new Map(
    [...entriesOf(indicatorDetails), ...entriesOf(nodeDetails)].map(([, detail]) => [
      detail.property,
      detail,
    ]),
  ).values(),
];

/** How a detail's values are written: as a concept, as words, as a code, or typed. */
export function coercionOf({ choices, kind, isCode }: Detail<unknown>): Coercion | undefined {
  if (choices) return "@id";
  if (kind !== "string") return `xsd:${kind}`;
  return isCode ? undefined : "@language";
}

/** What a record says of its details, in their order. */
export function detailProperties<T extends object>(
  municipality: Municipality,
  details: Details<T>,
  record: Partial<T>,
): Property[] {
  return entriesOf(details).map(([key, detail]) => {
    const property = definitionIri(municipality, detail.property);
    const value = record[key];
    if (value === undefined) return [property, []];
    if (detail.choices) return [property, links(choiceIri(municipality, detail.property, String(value)))];
    const cell = detail.cell(value);
    if (detail.kind !== "string") return [property, [literal(cell, name(`xsd:${detail.kind}`))]];
    return [property, detail.isCode ? plain(cell) : japanese(cell)];
  });
}
