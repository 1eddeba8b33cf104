// RDF/XML: the oldest notation, for harvesters that read no other; one element for each subject.

import { escapeXml } from "../escape.ts";
import type { Term } from "./term.ts";
import type { GraphPart } from "./turtle.ts";
import { namespaces } from "./vocabularies.ts";

/** A document on its own, for graphs that fit in memory: the catalogue. */
export function rdfXml(parts: Iterable<GraphPart>, base: string): string {
  const all: Readonly<Record<string, string>> = { ...namespaces, def: `${base}def/#` };
  const prefixOf = new Map(Object.entries(all).map(([prefix, iri]) => [iri, prefix]));
  const used = new Set(["rdf"]);
  const nameOf = (iri: string): string => {
    const end = Math.max(iri.lastIndexOf("#"), iri.lastIndexOf("/")) + 1;
    const prefix = prefixOf.get(iri.slice(0, end));
    if (prefix === undefined) throw new Error(`no prefix for ${iri}`);
    used.add(prefix);
    return `${prefix}:${iri.slice(end)}`;
  };
  let body = "";
  for (const { resources } of parts) {
    for (const { iri, types, properties } of resources) {
      body += `<rdf:Description rdf:about="${escapeXml(iri)}">\n`;
      for (const type of types) body += `  <rdf:type rdf:resource="${escapeXml(type)}"/>\n`;
      for (const [predicate, objects] of properties) {
        const name = nameOf(predicate);
        for (const object of objects) body += `  ${element(name, object)}\n`;
      }
      body += "</rdf:Description>\n";
    }
  }
  const declared = [...used].map((prefix) => ` xmlns:${prefix}="${escapeXml(all[prefix] ?? "")}"`).join("");
  return `<?xml version="1.0" encoding="UTF-8"?>\n<rdf:RDF${declared}>\n${body}</rdf:RDF>\n`;
}

function element(name: string, term: Term): string {
  if (term.kind === "iri") return `<${name} rdf:resource="${escapeXml(term.iri)}"/>`;
  const { text, language, datatype } = term;
  const kind =
    language === undefined
      ? datatype === undefined
        ? ""
        : ` rdf:datatype="${escapeXml(datatype)}"`
      : ` xml:lang="${language}"`;
  return `<${name}${kind}>${escapeXml(text)}</${name}>`;
}
