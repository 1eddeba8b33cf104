// The columns of the published tables as properties: one IRI for each header, with what it means.

import type { Municipality, Text } from "@shihyo/core";
import type { PublishedColumn } from "../tables/published-table.ts";
import { publishedTables } from "../tables/published-tables.ts";
import { definitionIri } from "./iri.ts";
import { type Resource, resource } from "./term.ts";
import { links, texts } from "./texts.ts";
import { name } from "./vocabularies.ts";

/** `Indicator ID` → `indicator_id`; an ASCII header stays as it is. */
export function columnName({ name: header, title }: PublishedColumn): string {
  if (/^[A-Za-z][A-Za-z0-9_]*$/.test(header)) return header;
  const words = (title.en ?? "").toLowerCase().match(/[a-z0-9]+/g);
  return words ? words.join("_") : encodeURIComponent(header);
}

/** `def/#column-indicator_id`. */
export function columnIri(municipality: Municipality, column: PublishedColumn): string {
  return definitionIri(municipality, `column-${columnName(column)}`);
}

export function* columnResources(municipality: Municipality): Iterable<Resource> {
  const byIri = new Map<string, { labels: Map<string, Text>; comments: Map<string, Text> }>();
  for (const table of publishedTables) {
    for (const column of table.columns) {
      const key = columnIri(municipality, column);
      const about = byIri.get(key) ?? { labels: new Map(), comments: new Map() };
      about.labels.set(column.title.ja, column.title);
      if (column.description) about.comments.set(column.description.ja, column.description);
      byIri.set(key, about);
    }
  }
  for (const [key, { labels, comments }] of byIri) {
    yield resource(
      key,
      [name("rdf:Property"), definitionIri(municipality, "Column")],
      [
        [name("rdfs:label"), uniqueTexts(labels.values())],
        [name("rdfs:comment"), uniqueTexts(comments.values())],
        [name("rdfs:isDefinedBy"), links(`${municipality.base}def/`)],
      ],
    );
  }
}

/** Two columns of one name may have one English title: said once. */
function uniqueTexts(labels: Iterable<Text>): ReturnType<typeof texts> {
  const all = [...labels].flatMap(texts);
  return all.filter(
    (one, index) =>
      all.findIndex(({ text, language }) => text === one.text && language === one.language) === index,
  );
}
