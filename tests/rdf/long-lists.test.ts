// Lists too long to be held (a slice of a large cube): every object stands once, in order, in each notation.

import { describe, expect, test } from "vitest";
import { jsonLd } from "../../packages/publisher/src/formats/rdf/json-ld.ts";
import { nTriples } from "../../packages/publisher/src/formats/rdf/n-triples.ts";
import { iri, type Resource } from "../../packages/publisher/src/formats/rdf/term.ts";
import { turtle } from "../../packages/publisher/src/formats/rdf/turtle.ts";
import { expandedIri } from "../../packages/publisher/src/formats/rdf/vocabularies.ts";
import { canonical, canonicalJsonLd, parseNTriples, parseTurtle } from "../support/rdf.ts";

const base = "https://data.example.jp/999903/";
const observation = expandedIri("qb:observation");

/** A slice whose observations are made while they are walked, between two properties with one object each. */
function slice(count: number, types: readonly string[]): Resource {
  return {
    iri: `${base}periods/FY2024/#numbers`,
    types,
    properties: [
      [expandedIri("rdfs:label"), [{ kind: "literal", text: "数値", language: "ja" }]],
      [
        observation,
        {
          length: count,
          *[Symbol.iterator]() {
            for (let at = 1; at <= count; at++) yield iri(`${base}indicators/K${at}/#FY2024`);
          },
        },
      ],
      [expandedIri("qb:sliceStructure"), [iri(`${base}def/#numbers-by-year`)]],
    ],
  };
}

const parts = (resource: Resource) => [{ heading: "年度", resources: [resource] }];

async function text(chunks: Iterable<string | Uint8Array>): Promise<string> {
  const decoder = new TextDecoder();
  let whole = "";
  for (const chunk of chunks)
    whole += typeof chunk === "string" ? chunk : decoder.decode(chunk, { stream: true });
  return whole + decoder.decode();
}

describe.each([3, 4, 500, 501, 1000, 1001, 7777])("a list of %i", (count) => {
  test.each([
    ["with a class", [expandedIri("qb:Slice")]],
    ["without", []],
  ])("%s", async (_what, types) => {
    const resource = slice(count, types);
    const options = { base, about: "試し" };
    const whole = await text(turtle(parts(resource), options));
    const quads = parseTurtle(whole);
    expect(quads.filter(({ predicate }) => predicate.value === observation)).toEqual(
      Array.from({ length: count }, (_, index) =>
        expect.objectContaining({
          object: expect.objectContaining({ value: `${base}indicators/K${index + 1}/#FY2024` }),
        }),
      ),
    );
    expect(quads.length).toBe(count + 2 + types.length);
    // A small file of its own is put together as one text, and says the same.
    const brief = await text(turtle(parts(resource), { ...options, brief: true }));
    expect(brief.slice(brief.indexOf("\n# 年度"))).toBe(whole.slice(whole.indexOf("\n# 年度")));
    const one = await canonical(quads);
    expect(await canonical(parseNTriples(await text(nTriples(parts(resource)))))).toBe(one);
    expect(await canonicalJsonLd(JSON.parse(await text(jsonLd(parts(resource), { base }))))).toBe(one);
  });
});
