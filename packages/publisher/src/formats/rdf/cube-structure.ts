// A cube as a resource of the graph, with its structure, the structure's components and the keys of its slices.

import type { Dataset } from "@shihyo/core";
import type { Component, Cube } from "./cubes.ts";
import { areaIri, catalogueIri, definitionIri } from "./iri.ts";
import { listOf } from "./others-components.ts";
import { sliceIris, sliceKeys } from "./slices.ts";
import { iri, literal, type Property, type Resource, resource } from "./term.ts";
import { date, integer, links, texts } from "./texts.ts";
import { name } from "./vocabularies.ts";

/** A cube, its structure and the structure's components. */
export function* cubeResources(dataset: Dataset, cube: Cube): Iterable<Resource> {
  const { municipality } = dataset;
  const define = (local: string) => definitionIri(municipality, local);
  const components = [...cube.components, ...(cube.further?.(dataset) ?? [])];
  const componentIri = ({ local }: Component) => define(`${cube.id}-${local}`);
  const about: Property[] = [
    [name("rdfs:label"), texts(cube.title)],
    [name("rdfs:comment"), texts(cube.description)],
  ];
  yield resource(
    define(cube.id),
    [name("qb:DataSet")],
    [
      ...about,
      [name("qb:structure"), links(define(`${cube.id}-structure`))],
      [name("qb:slice"), cube.slices ? links(...sliceIris(dataset, cube.id)) : []],
      [name("dct:isPartOf"), links(catalogueIri(municipality, "dataset"))],
      [name("dct:publisher"), links(catalogueIri(municipality, "publisher"))],
      [name("dct:creator"), links(catalogueIri(municipality, "publisher"))],
      [name("dct:license"), links(municipality.licence.iri)],
      [name("dct:spatial"), links(areaIri(municipality))],
      [
        name("dct:accrualPeriodicity"),
        links("http://publications.europa.eu/resource/authority/frequency/ANNUAL"),
      ],
      [name("dct:issued"), date(dataset.releases[0]?.date)],
      [name("dct:modified"), date(dataset.releases.at(-1)?.date)],
      [
        name("prov:wasDerivedFrom"),
        [...dataset.sources.keys()].map((id) => iri(catalogueIri(municipality, id))),
      ],
    ],
  );
  yield resource(
    define(`${cube.id}-structure`),
    [name("qb:DataStructureDefinition")],
    [
      [name("rdfs:label"), texts({ ja: `${cube.title.ja}の構造`, en: `Structure of: ${cube.title.en}` })],
      [name("qb:component"), components.map((component) => iri(componentIri(component)))],
      [
        name("qb:sliceKey"),
        cube.slices ? sliceKeys.map(({ local }) => iri(define(`${cube.id}-${local}`))) : [],
      ],
    ],
  );
  for (const { local, label, property } of cube.slices ? sliceKeys : []) {
    yield resource(
      define(`${cube.id}-${local}`),
      [name("qb:SliceKey")],
      [
        [name("rdfs:label"), texts(label)],
        [name("qb:componentProperty"), links(property(municipality))],
      ],
    );
  }
  for (const [index, component] of components.entries()) {
    const { kind } = component;
    const required =
      typeof component.required === "function" ? component.required(dataset) : component.required;
    const isRequired: Property[] =
      kind === "attribute"
        ? [[name("qb:componentRequired"), [literal(String(required === true), name("xsd:boolean"))]]]
        : [];
    yield resource(
      componentIri(component),
      [name("qb:ComponentSpecification")],
      [
        [name(`qb:${kind}`), links(component.property(municipality))],
        [name("qb:order"), integer(index + 1)],
        ...isRequired,
        [define("codes"), links(listOf(municipality, component.prefixed))],
      ],
    );
  }
}
