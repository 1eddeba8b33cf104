// A cube as a resource of the graph, with its structure, the structure's components and the keys of its slices.

import type { Dataset } from "@shihyo/core";
import type { Component, Cube } from "./cubes.ts";
import { areaIri, catalogueIri, definitionIri } from "./iri.ts";
import { codeListOf } from "./others-components.ts";
import { sliceIris, sliceKeys } from "./slices.ts";
import { iri, literal, type Property, type Resource, resource } from "./term.ts";
import { date, integerLiteral, links, texts } from "./texts.ts";
import { expandedIri } from "./vocabularies.ts";

/** A cube, its structure and the structure's components. */
export function* cubeResources(dataset: Dataset, cube: Cube): Iterable<Resource> {
  const { municipality } = dataset;
  const define = (local: string) => definitionIri(municipality, local);
  const components = [...cube.components, ...(cube.further?.(dataset) ?? [])];
  const componentIri = ({ local }: Component) => define(`${cube.id}-${local}`);
  const about: Property[] = [
    [expandedIri("rdfs:label"), texts(cube.title)],
    [expandedIri("rdfs:comment"), texts(cube.description)],
  ];
  yield resource(
    define(cube.id),
    [expandedIri("qb:DataSet")],
    [
      ...about,
      [expandedIri("qb:structure"), links(define(`${cube.id}-structure`))],
      [expandedIri("qb:slice"), cube.slices ? links(...sliceIris(dataset, cube.id)) : []],
      [expandedIri("dct:isPartOf"), links(catalogueIri(municipality, "dataset"))],
      [expandedIri("dct:publisher"), links(catalogueIri(municipality, "publisher"))],
      [expandedIri("dct:creator"), links(catalogueIri(municipality, "publisher"))],
      [expandedIri("dct:license"), links(municipality.licence.iri)],
      [expandedIri("dct:spatial"), links(areaIri(municipality))],
      [
        expandedIri("dct:accrualPeriodicity"),
        links("http://publications.europa.eu/resource/authority/frequency/ANNUAL"),
      ],
      [expandedIri("dct:issued"), date(dataset.releases[0]?.date)],
      [expandedIri("dct:modified"), date(dataset.releases.at(-1)?.date)],
      [
        expandedIri("prov:wasDerivedFrom"),
        [...dataset.sources.keys()].map((id) => iri(catalogueIri(municipality, id))),
      ],
    ],
  );
  yield resource(
    define(`${cube.id}-structure`),
    [expandedIri("qb:DataStructureDefinition")],
    [
      [
        expandedIri("rdfs:label"),
        texts({ ja: `${cube.title.ja}の構造`, en: `Structure of: ${cube.title.en}` }),
      ],
      [expandedIri("qb:component"), components.map((component) => iri(componentIri(component)))],
      [
        expandedIri("qb:sliceKey"),
        cube.slices ? sliceKeys.map(({ local }) => iri(define(`${cube.id}-${local}`))) : [],
      ],
    ],
  );
  for (const { local, label, property } of cube.slices ? sliceKeys : []) {
    yield resource(
      define(`${cube.id}-${local}`),
      [expandedIri("qb:SliceKey")],
      [
        [expandedIri("rdfs:label"), texts(label)],
        [expandedIri("qb:componentProperty"), links(property(municipality))],
      ],
    );
  }
  for (const [index, component] of components.entries()) {
    const { kind } = component;
    const required =
      typeof component.required === "function" ? component.required(dataset) : component.required;
    const isRequired: Property[] =
      kind === "attribute"
        ? [
            [
              expandedIri("qb:componentRequired"),
              [literal(String(required === true), expandedIri("xsd:boolean"))],
            ],
          ]
        : [];
    yield resource(
      componentIri(component),
      [expandedIri("qb:ComponentSpecification")],
      [
        [expandedIri(`qb:${kind}`), links(component.property(municipality))],
        [expandedIri("qb:order"), integerLiteral(index + 1)],
        ...isRequired,
        [define("codes"), links(codeListOf(municipality, component.prefixed))],
      ],
    );
  }
}
