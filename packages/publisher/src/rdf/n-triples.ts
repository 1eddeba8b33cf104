// N-Triples: one triple a line, for tools that read line by line; text, piece by piece.

import type { Resource, Term } from "./term.ts";
import { escapeIri, type GraphPart, quoted } from "./turtle.ts";
import { rdfType } from "./vocabularies.ts";

const pieceLength = 1 << 16;
const rememberedNames = 20_000;

export function* nTriples(parts: Iterable<GraphPart>): Iterable<string> {
  const names = createNames();
  let piece = "";
  for (const { resources } of parts) {
    for (const resource of resources) {
      piece += lines(resource, names);
      if (piece.length >= pieceLength) {
        yield piece;
        piece = "";
      }
    }
  }
  if (piece !== "") yield piece;
}

type Names = (iri: string) => string;

function createNames(): Names {
  let remembered = new Map<string, string>();
  return (iri) => {
    const found = remembered.get(iri);
    if (found !== undefined) return found;
    if (remembered.size >= rememberedNames) remembered = new Map();
    const text = `<${escapeIri(iri)}>`;
    remembered.set(iri, text);
    return text;
  };
}

function lines({ iri, types, properties }: Resource, names: Names): string {
  const subject = `<${escapeIri(iri)}> `;
  let text = "";
  for (const type of types) text += `${subject}${names(rdfType)} ${names(type)} .\n`;
  for (const [predicate, objects] of properties) {
    const start = `${subject}${names(predicate)} `;
    for (const object of objects) text += `${start}${termText(object, names)} .\n`;
  }
  return text;
}

function termText(term: Term, names: Names): string {
  if (term.kind === "iri") return names(term.iri);
  if (term.language !== undefined) return `${quoted(term.text)}@${term.language}`;
  return term.datatype === undefined ? quoted(term.text) : `${quoted(term.text)}^^${names(term.datatype)}`;
}
