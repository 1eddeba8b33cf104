// The catalogue: DCAT-AP's shapes hold by two engines, every data file is a distribution, dates come from releases.

import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { formats, readCity, type WrittenFiles } from "@shihyo/publisher";
import { DataFactory, type Quad, Store } from "n3";
import ShaclValidator from "rdf-validate-shacl";
import { Validator } from "shacl-engine";
import { beforeAll, describe, expect, test } from "vitest";
import {
  type Published,
  publishedGraphCity,
  publishedRealCity,
  realCityData,
  suite,
} from "../support/published.ts";
import { canonical, canonicalJsonLd, parseTurtle } from "../support/rdf.ts";

const shapes = suite("dcat-ap-3.0.1");
const dcat = "http://www.w3.org/ns/dcat#";
const dct = "http://purl.org/dc/terms/";

/** What each engine finds wrong with the graph, by the mandatory shapes and the ranges together. */
async function shaclResults(quads: readonly Quad[]): Promise<number[]> {
  const data = new Store([...quads]);
  const found = [0, 0];
  for (const file of ["dcat-ap-SHACL.ttl", "ranges.ttl"]) {
    const shape = new Store(parseTurtle(await readFile(join(shapes ?? "", file), "utf8")));
    const engine = await new Validator(shape, { factory: DataFactory }).validate({ dataset: data });
    const other = await new ShaclValidator(shape).validate(data);
    found[0] = (found[0] ?? 0) + engine.results.length;
    found[1] = (found[1] ?? 0) + other.results.length;
  }
  return found;
}

describe.each([
  ["the real city", publishedRealCity],
  ["a small city", publishedGraphCity],
])("the catalogue of %s", (_name, publishedCity) => {
  let city: Published;
  let quads: Quad[];
  const values = (subject: string, predicate: string) =>
    quads
      .filter((quad) => quad.subject.value === subject && quad.predicate.value === predicate)
      .map(({ object }) => object.value);
  const own = (local: string) => `${city.base}catalog/#${local}`;
  beforeAll(async () => {
    city = await publishedCity();
    quads = parseTurtle(await city.read("catalog.ttl"));
  });

  test.skipIf(shapes === undefined)(
    "conforms to DCAT-AP 3.0.1 by two engines (skipped where the suites are not there)",
    async () => {
      expect(await shaclResults(quads)).toEqual([0, 0]);
    },
  );

  test.skipIf(shapes === undefined).each([
    ["a catalogue without a publisher", `${dct}publisher`],
    ["a dataset without a title", `${dct}title`],
    ["a distribution without an access address", `${dcat}accessURL`],
    ["a checksum without its value", "http://spdx.org/rdf/terms#checksumValue"],
  ])("and %s does not", async (_what, predicate) => {
    const found = await shaclResults(quads.filter((quad) => quad.predicate.value !== predicate));
    expect(Math.min(...found)).toBeGreaterThan(0);
  });

  test("Turtle and JSON-LD are one graph, at the top and beside its page", async () => {
    const turtle = await canonical(quads);
    for (const path of ["catalog", "catalog/data"]) {
      expect(await canonical(parseTurtle(await city.read(`${path}.ttl`)))).toBe(turtle);
      expect(await canonicalJsonLd(JSON.parse(await city.read(`${path}.jsonld`)))).toBe(turtle);
    }
  });

  test("every data file in the folder is a distribution, with its size, hash, licence and standard", async () => {
    const files = (await city.read("SHA256SUMS"))
      .split("\n")
      .map((line) => line.slice(66))
      .filter((path) => /^[0-9]{6}_[^/]*$/.test(path) && !path.endsWith("-metadata.json"));
    const distributions = values(own("dataset"), `${dcat}distribution`);
    const downloads = distributions.map(
      (iri) => values(iri, `${dcat}downloadURL`)[0]?.slice(city.base.length) ?? "",
    );
    expect(downloads.filter((path) => /^[0-9]{6}_/.test(path)).sort()).toEqual(files.sort());
    for (const [index, iri] of distributions.entries()) {
      const bytes = readFileSync(join(city.folder, downloads[index] ?? ""));
      expect(values(iri, `${dcat}byteSize`)).toEqual([String(bytes.byteLength)]);
      const [checksum = ""] = values(iri, "http://spdx.org/rdf/terms#checksum");
      const sha256 = createHash("sha256").update(bytes).digest("hex");
      expect(values(checksum, "http://spdx.org/rdf/terms#checksumValue")).toEqual([sha256]);
      expect(values(iri, `${dct}license`)).toEqual(["https://creativecommons.org/licenses/by/4.0/"]);
      expect(values(iri, `${dcat}mediaType`)[0]).toMatch(
        /^http:\/\/www\.iana\.org\/assignments\/media-types\/[a-z]/,
      );
    }
  });

  test("has an IRI for everything and one dcat:Dataset, as ckanext-dcat asks", () => {
    const terms = quads.flatMap(({ subject, object }) => [subject, object]);
    expect(terms.filter(({ termType }) => termType === "BlankNode")).toEqual([]);
    const datasets = quads
      .filter(({ object }) => object.value === `${dcat}Dataset`)
      .map(({ subject }) => subject.value);
    expect(datasets).toEqual([own("dataset")]);
  });

  test("its keywords pass as CKAN's tags", () => {
    const words = values(own("dataset"), `${dcat}keyword`);
    expect(words.length).toBeGreaterThan(4);
    for (const word of words) expect(word).toMatch(/^[\p{L}\p{N}_ .-]{2,100}$/u);
  });

  test("the landing page and the catalogue's have one schema.org Dataset, as Google Dataset Search reads it", async () => {
    const scriptOf = async (page: string) =>
      /<script type="application\/ld\+json">(\{"@context":"https:\/\/schema\.org\/".*?)<\/script>/.exec(
        await city.read(page),
      )?.[1] ?? "{}";
    const script = await scriptOf("catalog/index.html");
    expect(await scriptOf("index.html")).toBe(script);
    const found = JSON.parse(script) as Record<string, unknown>;
    expect(found).toMatchObject({
      "@type": "Dataset",
      name: expect.any(String),
      license: "https://creativecommons.org/licenses/by/4.0/",
      creator: { "@type": "Organization" },
    });
    // Google asks for 50 to 5,000 characters; the small city's is shorter.
    expect(String(found.description).length).toBeGreaterThan(20);
    expect(found.distribution).toHaveLength(values(own("dataset"), `${dcat}distribution`).length);
  });

  test("sitemap.xml names every page, and feed.atom has only the dates of releases and corrections", async () => {
    const pages = (await city.read("SHA256SUMS"))
      .split("\n")
      .map((line) => line.slice(66))
      .filter((path) => path.endsWith("index.html") && !path.startsWith("releases/"));
    const sitemap = await city.read("sitemap.xml");
    const places = [...sitemap.matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, place]) => place);
    expect(places.sort()).toEqual(pages.map((path) => city.base + path.replace(/index\.html$/, "")).sort());
    const feed = await city.read("feed.atom");
    const table = await city.read(`${city.code}_correction.csv`);
    const dates = [...feed.matchAll(/<updated>([^T]*)T/g)].map(([, date]) => date);
    expect(dates.length).toBeGreaterThan(1);
    const known = new Set([...table.matchAll(/[0-9]{4}-[0-9]{2}-[0-9]{2}/g)].map(([date]) => date));
    for (const date of values(own("dataset"), `${dct}issued`)) known.add(date);
    for (const date of values(own("dataset"), `${dct}modified`)) known.add(date);
    expect(dates.filter((date) => !known.has(date ?? ""))).toEqual([]);
  });
});

describe("the catalogue takes up what other formats wrote before it", () => {
  const file = { bytes: 3, sha256: "0".repeat(64) };
  const catalogueOf = async (
    paths: readonly string[],
    releases: readonly string[] = [],
    contact: { readonly email?: string; readonly contactPage?: string } = {},
  ) => {
    const { dataset } = await readCity(realCityData);
    const format = formats.find(({ name }) => name === "catalogue");
    if (!dataset || !format) throw new Error("the city has errors, or there is no catalogue");
    const written: WrittenFiles = new Map(paths.map((path) => [path, file]));
    const note = { ja: "版" };
    const versions = releases.map((version) => ({ version, date: version.slice(0, 10), note }));
    const { municipality } = dataset;
    const own = {
      ...dataset,
      municipality: { ...municipality, publisher: { ...municipality.publisher, ...contact } },
      ...(versions.length > 0 ? { releases: versions } : {}),
    };
    const [first] = [...format.files(own, written)];
    let text = "";
    for await (const chunk of first?.chunks ?? []) text += chunk;
    return parseTurtle(text);
  };
  const objects = (quads: readonly Quad[], predicate: string) =>
    quads.filter((quad) => quad.predicate.value === predicate).map(({ object }) => object.value);

  test.each([
    ["142123_dataset.xlsx", "vnd.openxmlformats-officedocument.spreadsheetml.sheet"],
    ["142123_dataset.parquet", "vnd.apache.parquet"],
    ["142123_activity.parquet", "vnd.apache.parquet"],
    ["142123_dataset.zip", "zip"],
    ["datapackage.json", "json"],
    ["142123_open_data_list_rows.csv", "csv"],
  ])("%s", async (path, type) => {
    const quads = await catalogueOf([path]);
    expect(objects(quads, `${dcat}downloadURL`)).toEqual([`https://shihyo.example/142123/${path}`]);
    expect(objects(quads, `${dcat}mediaType`)[0]).toMatch(new RegExp(`/${type}$`));
  });

  test("but no page, script or file of one indicator", async () => {
    const quads = await catalogueOf([
      "index.html",
      "indicators/K0001/data.csv",
      "widgets/kpi.js",
      "catalog.ttl",
    ]);
    expect(objects(quads, `${dcat}distribution`)).toEqual([]);
  });

  test("a contact is there where the publisher gave one, and is never made up", async () => {
    const point = `${dcat}contactPoint`;
    expect(objects(await catalogueOf([]), point)).toEqual([]);
    const quads = await catalogueOf([], [], { email: "kikaku@example.jp" });
    expect(objects(quads, point)).toEqual(["https://shihyo.example/142123/catalog/#contact"]);
    expect(objects(quads, "http://www.w3.org/2006/vcard/ns#hasEmail")).toEqual(["mailto:kikaku@example.jp"]);
    if (shapes !== undefined)
      expect(await shaclResults(quads)).toEqual(await shaclResults(await catalogueOf([])));
  });

  test("a previous version is named only where its release folder stands", async () => {
    const previous = `${dcat}previousVersion`;
    const versions = ["2024-09-01", "2025-09-01"];
    expect(objects(await catalogueOf(["142123_dataset.ttl"], versions), previous)).toEqual([]);
    const quads = await catalogueOf(["releases/2024-09-01/index.html"], versions);
    expect(objects(quads, previous)).toEqual(["https://shihyo.example/142123/catalog/#release-2024-09-01"]);
    expect(objects(quads, `${dcat}landingPage`)).toContain(
      "https://shihyo.example/142123/releases/2024-09-01/",
    );
    expect(objects(quads, `${dcat}version`)).toContain("2025-09-01");
  });

  test("the releases that are kept are a series, each with its ZIP and its neighbours", async () => {
    const own = (local: string) => `https://shihyo.example/142123/catalog/#${local}`;
    const versions = ["2023-09-01", "2024-09-01", "2025-09-01", "2026-09-01"];
    // Of the second nothing was kept, of the third no ZIP; the last is the current one, whose ZIP lies at the top.
    const quads = await catalogueOf(
      [
        "142123_dataset.zip",
        "releases/2023-09-01/142123_dataset.zip",
        "releases/2023-09-01/index.html",
        "releases/2025-09-01/index.html",
        "releases/2026-09-01/index.html",
      ],
      versions,
    );
    const said = (subject: string, local: string) =>
      quads
        .filter((quad) => quad.subject.value === own(subject) && quad.predicate.value === dcat + local)
        .map(({ object }) => object.value.replace(own(""), ""));
    const kept = ["release-2023-09-01", "release-2025-09-01", "release-2026-09-01"];
    expect(said("it", "resource")).toEqual(["releases"]);
    expect(said("dataset", "inSeries")).toEqual(["releases"]);
    expect(said("releases", "seriesMember")).toEqual(kept);
    expect([...said("releases", "first"), ...said("releases", "last")]).toEqual([kept[0], kept[2]]);
    expect(kept.map((release) => said(release, "prev"))).toEqual([[], [kept[0]], [kept[1]]]);
    expect(kept.map((release) => said(release, "next"))).toEqual([[kept[1]], [kept[2]], []]);
    expect(objects(quads, `${dcat}inSeries`)).toEqual([own("releases")]);
    expect(said("release-2023-09-01", "distribution")).toEqual(["release-2023-09-01-zip"]);
    expect(said("release-2023-09-01-zip", "downloadURL")).toEqual([
      "https://shihyo.example/142123/releases/2023-09-01/142123_dataset.zip",
    ]);
    expect(kept.slice(1).map((release) => said(release, "distribution"))).toEqual([[], []]);
    if (shapes !== undefined) expect(await shaclResults(quads)).toEqual([0, 0]);
  });

  test("and without a folder of a release there is no series", async () => {
    const quads = await catalogueOf(["142123_dataset.zip"], ["2025-09-01"]);
    expect(quads.filter(({ object }) => object.value === `${dcat}DatasetSeries`)).toEqual([]);
    expect(objects(quads, `${dcat}inSeries`)).toEqual([]);
  });
});
