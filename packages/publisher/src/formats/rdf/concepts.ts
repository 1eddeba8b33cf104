// Lists of concepts (`def/#units`): the scheme itself, and what each concept says of the scheme it is in.

import type { Municipality, Text } from "@shihyo/core";
import { choiceIri, definitionIri } from "./iri.ts";
import { iri, type Resource, resource, type Said } from "./term.ts";
import { links, named, texts } from "./texts.ts";

/** A scheme with the IRIs of its concepts, in their order. */
export function schemeResource(scheme: string, title: Text, concepts: readonly string[]): Resource {
  return resource(["skos:ConceptScheme"], scheme, [
    ["skos:prefLabel", texts(title)],
    ["dct:title", texts(title)],
    ["skos:hasTopConcept", concepts.map(iri)],
  ]);
}

/** Our lists have no levels: whatever is in one stands at its top. */
export function inScheme(scheme: string): Said[] {
  return [
    ["skos:inScheme", links(scheme)],
    ["skos:topConceptOf", links(scheme)],
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
  readonly more?: readonly Said[];
}

export function* listResources(
  municipality: Pick<Municipality, "base">,
  { id, scheme: local, title, codes }: CodeList,
): Iterable<Resource> {
  const scheme = definitionIri(municipality, local);
  const iriOf = (code: string) => choiceIri(municipality, id, code);
  const tops = codes.map(({ code }) => iriOf(code));
  yield schemeResource(scheme, title, tops);
  for (const { code, name: label, more = [] } of codes) {
    const said = [...named(label, code), ...inScheme(scheme), ...more];
    yield resource(["skos:Concept", definitionIri(municipality, "Choice")], iriOf(code), said);
  }
}
