// A cube as a resource of the graph, with its structure, the structure's components and the keys of its slices.

import type { Dataset } from "@shihyo/core";
import type { Component, Cube } from "./cubes.ts";
import { areaIri, catalogueIri, definitionIri } from "./iri.ts";
import { codeListOf } from "./others-components.ts";
import { sliceIris, sliceKeys } from "./slices.ts";
import { iri, literal, type Property, type Resource, resource } from "./term.ts";
import { date, integerLiteral, links, texts } from "./texts.ts";
import { longIri } from "./vocabularies.ts";

/** A cube, its structure and the structure's components. */
export function* cubeResources(dataset: Dataset, cube: Cube): Iterable<Resource> {
  const { municipality } = dataset;
  const define = (local: string) => definitionIri(municipality, local);
  const components = [...cube.components, ...(cube.further?.(dataset) ?? [])];
  const componentIri = ({ local }: Component) => define(`${cube.id}-${local}`);
  const about: Property[] = [
    [longIri("rdfs:label"), texts(cube.title)],
    [longIri("rdfs:comment"), texts(cube.description)],
  ];
  yield resource(
    define(cube.id),
    [longIri("qb:DataSet")],
    [
      ...about,
      [longIri("qb:structure"), links(define(`${cube.id}-structure`))],
      [longIri("qb:slice"), cube.slices ? links(...sliceIris(dataset, cube.id)) : []],
      [longIri("dct:isPartOf"), links(catalogueIri(municipality, "dataset"))],
      [longIri("dct:publisher"), links(catalogueIri(municipality, "publisher"))],
      [longIri("dct:creator"), links(catalogueIri(municipality, "publisher"))],
      [longIri("dct:license"), links(municipality.licence.iri)],
      [longIri("dct:spatial"), links(areaIri(municipality))],
      [
        longIri("dct:accrualPeriodicity"),
        links("http://publications.europa.eu/resource/authority/frequency/ANNUAL"),
      ],
      [longIri("dct:issued"), date(dataset.releases[0]?.date)],
      [longIri("dct:modified"), date(dataset.releases.at(-1)?.date)],
      [
        longIri("prov:wasDerivedFrom"),
        [...dataset.sources.keys()].map((id) => iri(catalogueIri(municipality, id))),
      ],
    ],
  );
  yield resource(
    define(`${cube.id}-structure`),
    [longIri("qb:DataStructureDefinition")],
    [
      [longIri("rdfs:label"), texts({ ja: `${cube.title.ja}の構造`, en: `Structure of: ${cube.title.en}` })],
      [longIri("qb:component"), components.map((component) => iri(componentIri(component)))],
      [
        longIri("qb:sliceKey"),
        cube.slices ? sliceKeys.map(({ local }) => iri(define(`${cube.id}-${local}`))) : [],
      ],
    ],
  );
  for (const { local, label, property } of cube.slices ? sliceKeys : []) {
    yield resource(
      define(`${cube.id}-${local}`),
      [longIri("qb:SliceKey")],
      [
        [longIri("rdfs:label"), texts(label)],
        [longIri("qb:componentProperty"), links(property(municipality))],
      ],
    );
  }
  for (const [index, component] of components.entries()) {
    const { kind } = component;
    const required =
      typeof component.required === "function" ? component.required(dataset) : component.required;
    const isRequired: Property[] =
      kind === "attribute"
        ? [[longIri("qb:componentRequired"), [literal(String(required === true), longIri("xsd:boolean"))]]]
        : [];
    yield resource(
      componentIri(component),
      [longIri("qb:ComponentSpecification")],
      [
        [longIri(`qb:${kind}`), links(component.property(municipality))],
        [longIri("qb:order"), integerLiteral(index + 1)],
        ...isRequired,
        [define("codes"), links(codeListOf(municipality, component.prefixed))],
      ],
    );
  }
}
