// A cube as a resource of the graph, with its structure, the structure's components and the keys of its slices.

import type { Dataset } from "@shihyo/core";
import type { Component, Cube } from "./cubes.ts";
import { areaIri, catalogueIri, definitionIri } from "./iri.ts";
import { codeListOf } from "./others-components.ts";
import { sliceIris, sliceKeys } from "./slices.ts";
import { iri, literal, type Resource, resource, type Said } from "./term.ts";
import { date, integerLiteral, links, texts } from "./texts.ts";
import { expandedIri } from "./vocabularies.ts";

/** A cube, its structure and the structure's components. */
export function* cubeResources(dataset: Dataset, cube: Cube): Iterable<Resource> {
  const { municipality } = dataset;
  const define = (local: string) => definitionIri(municipality, local);
  const components = [...cube.components, ...(cube.further?.(dataset) ?? [])];
  const componentIri = ({ local }: Component) => define(`${cube.id}-${local}`);
  const about: Said[] = [
    ["rdfs:label", texts(cube.title)],
    ["rdfs:comment", texts(cube.description)],
  ];
  yield resource(["qb:DataSet"], define(cube.id), [
    ...about,
    ["qb:structure", links(define(`${cube.id}-structure`))],
    ["qb:slice", cube.slices ? links(...sliceIris(dataset, cube.id)) : []],
    ["dct:isPartOf", links(catalogueIri(municipality, "dataset"))],
    ["dct:publisher", links(catalogueIri(municipality, "publisher"))],
    ["dct:creator", links(catalogueIri(municipality, "publisher"))],
    ["dct:license", links(municipality.licence.iri)],
    ["dct:spatial", links(areaIri(municipality))],
    ["dct:accrualPeriodicity", links("http://publications.europa.eu/resource/authority/frequency/ANNUAL")],
    ["dct:issued", date(dataset.releases[0]?.date)],
    ["dct:modified", date(dataset.releases.at(-1)?.date)],
    ["prov:wasDerivedFrom", [...dataset.sources.keys()].map((id) => iri(catalogueIri(municipality, id)))],
  ]);
  yield resource(["qb:DataStructureDefinition"], define(`${cube.id}-structure`), [
    ["rdfs:label", texts({ ja: `${cube.title.ja}の構造`, en: `Structure of: ${cube.title.en}` })],
    ["qb:component", components.map((component) => iri(componentIri(component)))],
    ["qb:sliceKey", cube.slices ? sliceKeys.map(({ local }) => iri(define(`${cube.id}-${local}`))) : []],
  ]);
  for (const { local, label, property } of cube.slices ? sliceKeys : []) {
    yield resource(["qb:SliceKey"], define(`${cube.id}-${local}`), [
      ["rdfs:label", texts(label)],
      ["qb:componentProperty", links(property(municipality))],
    ]);
  }
  for (const [index, component] of components.entries()) {
    const { kind } = component;
    const required =
      typeof component.required === "function" ? component.required(dataset) : component.required;
    const isRequired: Said[] =
      kind === "attribute"
        ? [["qb:componentRequired", [literal(String(required === true), expandedIri("xsd:boolean"))]]]
        : [];
    yield resource(["qb:ComponentSpecification"], componentIri(component), [
      [`qb:${kind}`, links(component.property(municipality))],
      ["qb:order", integerLiteral(index + 1)],
      ...isRequired,
      [define("codes"), links(codeListOf(municipality, component.prefixed))],
    ]);
  }
}
