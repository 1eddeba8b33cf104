// Lists of concepts (`def/#units`): the scheme itself, and what each concept says of the scheme it is in.

import type { Municipality, Text } from "@shihyo/core";
import { choiceIri, definitionIri } from "./iri.ts";
import { iri, type Property, type Resource, resource } from "./term.ts";
import { links, named, texts } from "./texts.ts";
import { expandedIri } from "./vocabularies.ts";

/** A scheme with the IRIs of its concepts, in their order. */
export function schemeResource(scheme: string, title: Text, concepts: readonly string[]): Resource {
  return resource(
    scheme,
    [expandedIri("skos:ConceptScheme")],
    [
      [expandedIri("skos:prefLabel"), texts(title)],
      [expandedIri("dct:title"), texts(title)],
      [expandedIri("skos:hasTopConcept"), concepts.map(iri)],
    ],
  );
}

/** Our lists have no levels: whatever is in one stands at its top. */
export function inScheme(scheme: string): Property[] {
  return [
    [expandedIri("skos:inScheme"), links(scheme)],
    [expandedIri("skos:topConceptOf"), links(scheme)],
  ];
}

/** A list of codes: a code is `def/#reading-certain`, the list `def/#readings`. */
export interface CodeList {
  readonly id: string;
  readonly scheme: string;
  readonly title: Text;
  readonly codes: readonly ConceptCode[];
}

export interface ConceptCode {
  readonly code: string;
  readonly name: Text;
  /** What else is said of it. */
  readonly more?: readonly Property[];
}

export function* listResources(
  municipality: Pick<Municipality, "base">,
  { id, scheme: local, title, codes }: CodeList,
): Iterable<Resource> {
  const scheme = definitionIri(municipality, local);
  const iriOf = (code: string) => choiceIri(municipality, id, code);
  yield schemeResource(
    scheme,
    title,
    codes.map(({ code }) => iriOf(code)),
  );
  for (const { code, name: label, more = [] } of codes) {
    const types = [expandedIri("skos:Concept"), definitionIri(municipality, "Choice")];
    yield resource(iriOf(code), types, [...named(label, code), ...inScheme(scheme), ...more]);
  }
}
