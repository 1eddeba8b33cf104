// `shihyo stars`: five for what we publish, fewer for every way in which a folder can fall short, and why.

import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join, sep } from "node:path";
import { type AuditOptions, audit } from "@shihyo/publisher";
import iconv from "iconv-lite";
import { describe, expect, test } from "vitest";
import { atsugi } from "../support/places.ts";
import { publishedGraphCity, publishedRealCity } from "../support/published.ts";

/** The stars, and what is missing, in English. */
async function starsOf(folder: string, options?: AuditOptions): Promise<{ stars: number; missing: string }> {
  const { stars, findings } = await audit(folder, options);
  const missing = findings
    .filter(({ holds }) => !holds)
    .map(({ star, asked, found }) => `${star}: ${asked.en}: ${found.en}`);
  return { stars, missing: missing.join("\n") };
}

type Files = Readonly<Record<string, string>>;

async function folderOf(files: Files): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "shihyo-stars-"));
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
  return folder;
}

describe("what we publish", () => {
  test("has five stars where its base is an address of its own", async () => {
    const { folder } = await publishedGraphCity();
    expect(await starsOf(folder)).toEqual({ stars: 5, missing: "" });
  });

  test("has three while its base is a placeholder, and five as if hosted", async () => {
    const { folder } = await publishedRealCity();
    const { stars, missing } = await starsOf(folder);
    expect(stars).toBe(3);
    expect(missing).toContain("https://shihyo.example/142123/ is a placeholder");
    expect(await starsOf(folder, { asIfHosted: true })).toEqual({ stars: 5, missing: "" });
  }, 240_000);

  /** A copy of the small city's folder with one text replaced in some files. */
  async function broken(paths: readonly string[], change: (text: string) => string): Promise<string> {
    const city = await publishedGraphCity();
    const folder = join(await mkdtemp(join(tmpdir(), "shihyo-stars-")), "city");
    await cp(city.folder, folder, { recursive: true });
    for (const path of paths) {
      const text = await readFile(join(folder, path), "utf8");
      const changed = change(text);
      expect(changed).not.toBe(text);
      await writeFile(join(folder, path), changed);
    }
    return folder;
  }

  test.each([
    ["the tidy table", "999903_indicator_result.csv", '"90.0"', '"90.1"', "90.1 ≠ 90.0"],
    ["the coded table", "999903_observation.csv", '"1.25"', '"1.52"', "1.52 ≠ 1.25"],
    ["an indicator's own table", "indicators/K0001/data.csv", '"83.9"', '""', "— ≠ 83.9"],
    ["the JSON", "999903_dataset.json", '"value":83.9', '"value":93.8', "93.8 ≠ 83.9"],
    ["the Turtle", "999903_dataset.ttl", "obsValue 90.0", "obsValue 90.1", "90.1"],
    ["the N-Triples", "999903_dataset.nt", '"90.0"^^', '"90.1"^^', "90.1"],
    ["the JSON-LD", "999903_dataset.jsonld", '"90.0"', '"90.1"', "90.1"],
    ["a state in the coded table", "999903_observation.csv", '"90.0","V01"', '"90.0","V03"', "V03 ≠ V01"],
    ["a reading in the coded table", "999903_observation.csv", '"certain"', '"doubtful"', "doubtful ≠ "],
    ["a state in the JSON", "999903_dataset.json", '"status":"V01"', '"status":"V03"', "V03 ≠ V01"],
    [
      "a number where there is none",
      "999903_indicator_result.csv",
      '"","実施設計"',
      '"5","実施設計"',
      "5 ≠ —",
    ],
  ])("loses its fourth star where one value differs in %s", async (_what, path, from, to, told) => {
    const { stars, missing } = await starsOf(await broken([path], (text) => text.replace(from, to)));
    expect(stars).toBe(3);
    expect(missing).toContain("4: CSV, JSON and every notation");
    expect(missing).toContain(told);
  });

  test("loses its fourth star where a table lacks a row", async () => {
    const { folder: whole } = await publishedGraphCity();
    const tables: string[] = [];
    for (const path of await readdir(whole, { recursive: true })) {
      if (path.endsWith(".csv") && (await readFile(join(whole, path), "utf8")).includes("K0003/#FY2023")) {
        tables.push(path);
      }
    }
    const folder = await broken(
      tables.map((path) => path.split(sep).join("/")),
      (text) =>
        text
          .split("\r\n")
          .filter((line) => !line.includes("K0003/#FY2023"))
          .join("\r\n"),
    );
    const { stars, missing } = await starsOf(folder);
    expect(stars).toBe(3);
    expect(missing).toContain("indicators/K0003/#FY2023");
  });

  test("loses its fourth star where a page is gone", async () => {
    const folder = await broken([], (text) => text);
    await rm(join(folder, "units/U02/index.html"));
    const { stars, missing } = await starsOf(folder);
    expect(stars).toBe(3);
    expect(missing).toContain("These lead nowhere: 1: https://data.example.jp/999903/units/U02/#it");
  });

  const catalogues = [
    "catalog.ttl",
    "catalog/data.ttl",
    "catalog.jsonld",
    "catalog/data.jsonld",
    "catalog.rdf",
    "catalog/data.rdf",
  ];

  test("keeps its first star where a distribution has no licence of its own and its dataset has one", async () => {
    const folder = await broken(catalogues, (text) =>
      text
        .replace(/(<catalog\/#turtle> a dcat:Distribution ;[\s\S]*?)\n {2}dct:license [^\n]*/, "$1")
        .replace(/("@id":"catalog\/#turtle".*?)"dct:license":"[^"]*",/, "$1")
        .replace(/(rdf:about="[^"]*catalog\/#turtle">[\s\S]*?)\n {2}<dct:license [^\n]*/, "$1"),
    );
    expect((await starsOf(folder)).stars).toBe(5);
  });

  test("loses its first star where no level names a licence", async () => {
    const folder = await broken(catalogues, (text) =>
      text.replaceAll("dct:license", "dct:conformsTo").replaceAll("dct:rights", "dct:conformsTo"),
    );
    const { stars, missing } = await starsOf(folder);
    expect(stars).toBe(0);
    expect(missing).toContain("No licence is given as an IRI");
  });

  test("loses its third star where a CSV is in another encoding or not rectangular", async () => {
    const sjis = await broken([], (text) => text);
    await writeFile(join(sjis, "999903_unit.csv"), Buffer.from([0x92, 0x50, 0x88, 0xca, 0x0d, 0x0a]));
    expect((await starsOf(sjis)).stars).toBe(2);
    const uneven = await broken(["999903_unit.csv"], (text) => `${text}"one field"\r\n`);
    const { stars, missing } = await starsOf(uneven);
    expect(stars).toBe(2);
    expect(missing).toContain("999903_unit.csv");
  });

  test("loses its fifth star for owl:sameAs with a populated place, and for an address that nobody has", async () => {
    const add = (triples: string) =>
      broken(["def/data.ttl"], (text) => `${text}\n${triples}`).then(async (folder) => {
        await rm(join(folder, "def/data.jsonld"));
        return starsOf(folder);
      });
    const same = await add(
      "def:numbers <http://www.w3.org/2002/07/owl#sameAs> <https://sws.geonames.org/1847963/> .",
    );
    expect([same.stars, same.missing]).toEqual([4, expect.stringContaining("owl:sameAs")]);
    const wrong = await add("def:numbers skos:closeMatch <http://data.e-stat.go.jp/lod/sac/999903> .");
    expect([wrong.stars, wrong.missing]).toEqual([4, expect.stringContaining("lod/sac/999903")]);
  });
});

/** The least that has five stars, by hand. */
const least: Files = {
  "index.html": "<!doctype html><title>x</title>",
  "data.csv": "uri,value\r\nhttps://city.jp/kpi/#o1,5\r\nhttps://city.jp/kpi/#o2,7\r\n",
  "data.csv-metadata.json": JSON.stringify({
    "@context": "http://www.w3.org/ns/csvw",
    url: "data.csv",
    "dc:license": { "@id": "https://creativecommons.org/licenses/by/4.0/" },
    dialect: { encoding: "utf-8" },
  }),
  "data.ttl": `@prefix qb: <http://purl.org/linked-data/cube#> .
@prefix m: <http://purl.org/linked-data/sdmx/2009/measure#> .
@prefix d: <http://purl.org/linked-data/sdmx/2009/dimension#> .
<https://city.jp/kpi/#o1> a qb:Observation ; m:obsValue 5 ; d:refArea <http://data.e-stat.go.jp/lod/sac/C14212> .
<https://city.jp/kpi/#o2> a qb:Observation ; m:obsValue 7 ; d:refArea <http://data.e-stat.go.jp/lod/sac/C14212> .
`,
};

describe("a folder made by hand", () => {
  test("has five stars", async () => {
    expect(await starsOf(await folderOf(least))).toEqual({ stars: 5, missing: "" });
  });

  const replaced = (path: string, from: string | RegExp, to: string): Files => {
    const before = least[path] ?? "";
    const after = before.replaceAll(from, to);
    expect(after).not.toBe(before);
    return { ...least, [path]: after };
  };
  const everywhere = (from: string, to: string): Files =>
    Object.fromEntries(Object.entries(least).map(([path, text]) => [path, text.replaceAll(from, to)]));

  test.each([
    ["no data at all", 0, "There are data files", () => ({ "index.html": "" })],
    [
      "no licence",
      0,
      "No licence is given as an IRI",
      () => replaced("data.csv-metadata.json", /"dc:license".*?\},/g, ""),
    ],
    [
      "a licence that is not open",
      0,
      "Not an open licence",
      () => replaced("data.csv-metadata.json", "licenses/by/4.0", "licenses/by-nc-nd/4.0"),
    ],
    [
      "a licence in words only",
      0,
      "No licence is given as an IRI",
      () => replaced("data.csv-metadata.json", /\{"@id":"https:\/\/creative.*?\}/g, '"CC BY 4.0"'),
    ],
    ["only a PDF", 0, "No licence", () => ({ "report.pdf": "%PDF-1.7" })],
    [
      "Turtle that does not parse",
      2,
      "data.ttl",
      () => replaced("data.ttl", "a qb:Observation", "a qb:Observation ;;.;"),
    ],
    [
      "no RDF",
      3,
      "There is no RDF",
      () => Object.fromEntries(Object.entries(least).filter(([path]) => path !== "data.ttl")),
    ],
    [
      "a placeholder base",
      3,
      "is a placeholder",
      () => everywhere("https://city.jp/", "https://example.com/"),
    ],
    [
      "localhost for a base",
      3,
      "is a placeholder",
      () => everywhere("https://city.jp/", "http://127.0.0.1:8080/"),
    ],
    ["IRIs that lead nowhere", 3, "These lead nowhere", () => everywhere("/kpi/#o", "/kpi/obs/")],
    [
      "IRIs that are not absolute",
      3,
      "not absolute",
      () => replaced("data.ttl", "<https://city.jp/kpi/#o", "<#o"),
    ],
    ["a thing without a type", 3, "Without one", () => replaced("data.ttl", "o2> a qb:Observation ;", "o2>")],
    ["a value that differs", 3, "8 ≠ 7", () => replaced("data.csv", "#o2,7", "#o2,8")],
    ["no links out", 4, "There is no link out", () => replaced("data.ttl", / ; d:refArea <[^>]*>/g, "")],
    [
      "links to its own site only",
      4,
      "There is no link out",
      () => replaced("data.ttl", "http://data.e-stat.go.jp/lod/sac/C14212", "https://city.jp/area"),
    ],
    [
      "a link of the wrong form",
      4,
      "Wrong: 1: http://data.e-stat.go.jp/lod/sac/142123",
      () => replaced("data.ttl", "sac/C14212", "sac/142123"),
    ],
  ] as const)("%s: %i stars", async (_what, stars, told, files) => {
    const found = await starsOf(await folderOf(files()));
    expect(found.missing).toContain(told);
    expect(found.stars).toBe(stars);
  });
});

describe("folders in the shape of other tools' output, written for this test", () => {
  test("csvcubed: a tidy CSV with CSVW and code lists as CSVW, but no RDF and IRIs that are relative", async () => {
    const folder = await folderOf({
      "visitors.csv": "Year,Place,Value\n2023,east,10\n2024,east,12\n",
      "visitors.csv-metadata.json": JSON.stringify({
        "@context": "http://www.w3.org/ns/csvw",
        "@id": "visitors.csv#dataset",
        tables: [
          {
            url: "visitors.csv",
            dialect: { encoding: "utf-8" },
            tableSchema: {
              aboutUrl: "visitors.csv#obs/{year},{place}",
              columns: [
                { name: "year", titles: "Year", propertyUrl: "visitors.csv#dimension/year" },
                { name: "place", titles: "Place", valueUrl: "place.csv#{+place}" },
                { name: "value", titles: "Value", propertyUrl: "visitors.csv#measure/visitors" },
              ],
            },
          },
          {
            url: "place.csv",
            dialect: { encoding: "utf-8" },
            "dc:license": { "@id": "https://creativecommons.org/licenses/by/4.0/" },
            tableSchema: { aboutUrl: "place.csv#{+uri_identifier}" },
          },
        ],
        "dc:license": { "@id": "https://creativecommons.org/licenses/by/4.0/" },
        "rdfs:seeAlso": [{ "@id": "visitors.csv#structure", "@type": ["qb:DataStructureDefinition"] }],
      }),
      "place.csv": "Uri Identifier,Label\neast,East\n",
    });
    const { stars, missing } = await starsOf(folder);
    expect(stars).toBe(3);
    expect(missing).toContain("4: There is RDF (Turtle, N-Triples, JSON-LD), and it parses: There is no RDF");
  });

  test("a cube.link cube: linked Turtle without a licence IRI, whose IRIs are served by another system", async () => {
    const cube = `@prefix cube: <https://cube.link/> .
@prefix schema: <http://schema.org/> .
@prefix qudt: <http://qudt.org/schema/qudt/> .
@prefix unit: <http://qudt.org/vocab/unit/> .
<https://ld.city.jp/cube/1> a cube:Cube ; schema:name "Cube" ; cube:observationSet <https://ld.city.jp/cube/1/observation/> .
<https://ld.city.jp/cube/1/observation/> a cube:ObservationSet ; cube:observation <https://ld.city.jp/cube/1/observation/a> .
<https://ld.city.jp/cube/1/observation/a> a cube:Observation ; <https://ld.city.jp/cube/1/value> 5 .
<https://ld.city.jp/cube/1/value> a cube:MeasureDimension ; qudt:hasUnit unit:PERCENT .
`;
    const without = await starsOf(await folderOf({ "cube.ttl": cube }));
    expect(without.stars).toBe(0);
    expect(without.missing).toContain("No licence is given as an IRI");
    const dataset = `
<https://ld.city.jp/cube/1> a <http://www.w3.org/ns/dcat#Dataset> ;
  <http://purl.org/dc/terms/license> <https://creativecommons.org/publicdomain/zero/1.0/> .
`;
    const { stars, missing } = await starsOf(await folderOf({ "cube.ttl": cube + dataset }));
    expect(stars).toBe(3);
    expect(missing).toContain("These lead nowhere: 4: https://ld.city.jp/cube/1");
  });
});

describe("others are judged as they write", () => {
  const csv = "Year,Value\n2023,10\n";
  const licence = "<https://creativecommons.org/licenses/by/4.0/>";
  const dcat = "@prefix dcat: <http://www.w3.org/ns/dcat#> . @prefix dct: <http://purl.org/dc/terms/> . ";

  test.each([
    [
      "on the dataset alone",
      `<https://a.city.jp/d> a dcat:Dataset ; dct:license ${licence} ; dcat:distribution <https://a.city.jp/f> . <https://a.city.jp/f> a dcat:Distribution .`,
    ],
    [
      "on the catalogue alone",
      `<https://a.city.jp/c> a dcat:Catalog ; dct:license ${licence} ; dcat:dataset <https://a.city.jp/d> . <https://a.city.jp/d> a dcat:Dataset .`,
    ],
    [
      "by rdfs:seeAlso",
      `<https://a.city.jp/d> a dcat:Dataset ; <http://www.w3.org/2000/01/rdf-schema#seeAlso> ${licence} .`,
    ],
    [
      "as CKAN writes it",
      "<https://a.city.jp/d> a dcat:Dataset ; dct:license <http://www.opendefinition.org/licenses/cc-by> .",
    ],
  ])("a licence %s counts", async (_place, turtle) => {
    const folder = await folderOf({ "a.csv": csv, "catalog.ttl": dcat + turtle });
    const { stars, missing } = await starsOf(folder);
    expect(stars).toBe(2);
    // Nothing describes the table, so nothing says in which encoding it is.
    expect(missing).toContain("encoding of every CSV");
  });

  const stated = async (files: Files) => {
    const { findings } = await audit(await folderOf({ "a.csv": csv, ...files }));
    const { holds, found } = findings.filter(({ star }) => star === 1)[1]!;
    return [holds, found.en];
  };
  const odc = "https://opendatacommons.org/licenses/by/1-0/";
  const below = `<https://a.city.jp/d> a dcat:Dataset ; dcat:distribution [ a dcat:Distribution ] .`;
  const schemaOrg = "@prefix schema: <https://schema.org/> . ";

  test.each([
    [
      "in a document of a licence that says which it is",
      `<https://a.city.jp/d> a dcat:Dataset ; dct:license [ a dct:LicenseDocument ; <http://www.w3.org/2000/01/rdf-schema#seeAlso> <${odc}> ] .`,
    ],
    [
      "in a statement of rights with its page",
      `<https://a.city.jp/d> a dcat:Dataset ; dct:rights [ a dct:RightsStatement ; <http://xmlns.com/foaf/0.1/page> <${odc}> ] .`,
    ],
    [
      "of the series",
      `<https://a.city.jp/s> a dcat:DatasetSeries ; dct:license <${odc}> . <https://a.city.jp/d> dcat:inSeries <https://a.city.jp/s> . ${below}`,
    ],
    [
      "two catalogues up",
      `<https://a.city.jp/c> a dcat:Catalog ; dct:license <${odc}> ; dcat:catalog [ a dcat:Catalog ; dcat:dataset <https://a.city.jp/d> ] . ${below}`,
    ],
    [
      "of a catalogue of schema.org",
      `${schemaOrg}<https://a.city.jp/c> schema:license <${odc}> ; schema:dataset [ a schema:Dataset ; schema:distribution [ a schema:DataDownload ] ] .`,
    ],
  ])("a licence %s counts as well", async (_place, turtle) => {
    expect(await stated({ "c.ttl": dcat + turtle })).toEqual([true, odc]);
  });

  test.each([
    ["http://www.opendefinition.org/licenses/odc-odbl", true],
    ["http://www.opendefinition.org/licenses/cc-by-nc", false],
    ["http://publications.europa.eu/resource/authority/licence/CC_BYSA_4_0", true],
    ["http://publications.europa.eu/resource/authority/licence/CC_BYNC_4_0", false],
    ["https://spdx.org/licenses/CC-BY-SA-4.0.html", true],
    ["https://spdx.org/licenses/CC-BY-ND-4.0", false],
    ["http://reference.data.gov.uk/id/open-government-licence", true],
    ["https://creativecommons.org/licenses/by-nc/4.0/", false],
  ])("%s is open: %s", async (address, isOpen) => {
    const turtle = `${dcat}<https://a.city.jp/d> a dcat:Dataset ; dct:license <${address}> .`;
    expect((await stated({ "c.ttl": turtle }))[0]).toBe(isOpen);
  });

  test.each<[string, object, readonly [boolean, string]]>([
    [
      "by its name",
      { licenses: [{ name: "ODC-BY-1.0" }] },
      [true, "https://opendefinition.org/licenses/ODC-BY-1.0"],
    ],
    [
      "by its name beside a file of its text",
      { licenses: [{ name: "CC0-1.0", path: "LICENSE.md" }] },
      [true, "https://opendefinition.org/licenses/CC0-1.0"],
    ],
    ["as it was written before 2017", { licenses: [{ type: "odc-by", url: odc }] }, [true, odc]],
    ["in one word", { license: "PDDL-1.0" }, [true, "https://opendefinition.org/licenses/PDDL-1.0"]],
    [
      "that is not open",
      { licenses: [{ name: "CC-BY-NC-4.0" }] },
      [false, "Not an open licence: 1: CC-BY-NC-4.0"],
    ],
  ])("a Data Package's licence %s", async (_how, document, expected) => {
    const resources = [{ name: "a", path: "./a.csv" }];
    expect(await stated({ "datapackage.json": JSON.stringify({ ...document, resources }) })).toEqual(
      expected,
    );
  });

  test("a list of licences in CSVW counts", async () => {
    const metadata = {
      "@context": "http://www.w3.org/ns/csvw",
      url: "a.csv",
      "dc:license": [{ "@id": odc }],
    };
    expect(await stated({ "a.csv-metadata.json": JSON.stringify(metadata) })).toEqual([true, odc]);
  });

  test.each([
    ["cp932", "shift_jis", {}],
    ["euc_jp", "euc-jp", {}],
    ["utf_8_sig", "utf-8", {}],
    ["utf-8", "utf-8", { dialect: { delimiter: ";" } }],
    ["Shift-JIS", "shift_jis", { dialect: { csv: { delimiter: "\t" } } }],
  ])("a table in %s (%s) with %o is read as its Data Package says", async (encoding, real, more) => {
    const { dialect } = more as { dialect?: { delimiter?: string; csv?: { delimiter: string } } };
    const between = dialect?.delimiter ?? dialect?.csv?.delimiter ?? ",";
    const folder = await folderOf({
      "datapackage.json": JSON.stringify({
        licenses: [{ path: odc }],
        resources: [{ name: "a", path: "./data/a.csv", encoding, ...more }],
      }),
      "data/a.csv": "",
    });
    const text = [
      ["園", "人数"],
      ["若葉", "31"],
    ]
      .map((row) => row.join(between))
      .join("\r\n");
    await writeFile(join(folder, "data/a.csv"), iconv.encode(text, real));
    expect(await starsOf(folder)).toMatchObject({ stars: 3 });
  });

  test("CSVW's delimiter is the one by which its table is read", async () => {
    const metadata = {
      "@context": "http://www.w3.org/ns/csvw",
      url: "b.csv",
      "dc:license": { "@id": odc },
      dialect: { delimiter: ";" },
    };
    const files = { "b.csv": "園;人数\n若葉;31\n", "b.csv-metadata.json": JSON.stringify(metadata) };
    expect((await starsOf(await folderOf(files))).stars).toBe(3);
    const published = { ...metadata, url: "https://a.city.jp/data/b.csv?v=2" };
    expect(
      (await starsOf(await folderOf({ ...files, "b.csv-metadata.json": JSON.stringify(published) }))).stars,
    ).toBe(3);
    const asItIs = { ...files, "b.csv-metadata.json": JSON.stringify({ ...metadata, dialect: {} }) };
    expect((await starsOf(await folderOf(asItIs))).missing).toContain("These do not: 1: b.csv");
  });

  test("CKAN's catalog.xml is RDF/XML, and other XML is not looked at", async () => {
    const xml = (root: string) =>
      `\ufeff<?xml version="1.0"?>\n<!-- <rdf:RDF> -->\n<!DOCTYPE x [<!ENTITY a "b">]>${root}`;
    const rdf = `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:dcat="http://www.w3.org/ns/dcat#" xmlns:dct="http://purl.org/dc/terms/"><dcat:Dataset rdf:about="https://a.city.jp/d"><dct:license rdf:resource="${odc}"/></dcat:Dataset></rdf:RDF>`;
    expect(await stated({ "catalog.xml": xml(rdf) })).toEqual([true, odc]);
    const { findings } = await audit(await folderOf({ "a.csv": csv, "sitemap.xml": xml("<urlset>") }));
    expect(findings.find(({ star, asked }) => star === 3 && /valid syntax/.test(asked.en))).toMatchObject({
      holds: true,
      found: { en: "1 tables, 0 RDF files" },
    });
  });

  test("a distribution without a name is told as one, by no name that a program made up", async () => {
    const folder = await folderOf({ "a.csv": csv, "catalog.ttl": `${dcat} [] a dcat:Distribution .` });
    const { missing } = await starsOf(folder);
    expect(missing).not.toMatch(/n3-|_:|b0_/);
  });

  test("JSON-LD whose context is on another site is not opened, and not called invalid", async () => {
    const folder = await folderOf({
      "a.csv": csv,
      "page.jsonld": JSON.stringify({ "@context": "https://schema.org/", "@type": "Dataset", name: "a" }),
    });
    const { findings } = await audit(folder);
    const opened = findings.find(({ star, asked }) => star === 3 && /valid syntax/.test(asked.en));
    expect(opened).toMatchObject({ holds: true });
    expect(opened?.found.en).toContain("not opened, since the context is on another site: 1: page.jsonld");
  });

  test("RDF/XML is read, and an IRI that is relative is shown as it stands", async () => {
    const folder = await folderOf({
      "catalog.rdf": `<?xml version="1.0"?><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:dcat="http://www.w3.org/ns/dcat#" xmlns:dct="http://purl.org/dc/terms/"><dcat:Dataset rdf:about="d"><dct:license rdf:resource="https://creativecommons.org/licenses/by/4.0/"/></dcat:Dataset></rdf:RDF>`,
    });
    const { stars, missing } = await starsOf(folder);
    expect(stars).toBe(3);
    expect(missing).not.toContain("unknown-base");
  });

  test("a Data Package's UTF-8 and CSVW's default count, and what was not there to look at has no tick", async () => {
    const packaged = await folderOf({
      "a.csv": csv,
      "datapackage.json": JSON.stringify({
        licenses: [{ path: "https://creativecommons.org/licenses/by/4.0/" }],
        resources: [{ name: "a", path: "a.csv", encoding: "utf-8" }],
      }),
    });
    expect((await starsOf(packaged)).stars).toBe(3);
    const printed = await audit(await folderOf({ "report.pdf": "%PDF-1.4\n" }));
    expect(printed.findings.filter(({ nothing }) => nothing).map(({ found }) => found.en)).toEqual([
      "There is no file to open",
      "There is no CSV to look at",
      "There are no links to look at",
    ]);
    const { findings } = await audit(
      await folderOf({ "a.ttl": "<https://a.city.jp/x> a <https://a.city.jp/Y> ." }),
    );
    expect(findings.filter(({ nothing }) => nothing).map(({ found }) => found.en)).toEqual([
      "There is no CSV to look at",
      "There are no observations to compare",
      "There are no links to look at",
    ]);
  });
});

describe("what stands elsewhere, and what was not opened", () => {
  const by = "https://creativecommons.org/licenses/by/4.0/";

  test("a Data Package's encoding is the one in which its table is read", async () => {
    const folder = await folderOf({
      "datapackage.json": JSON.stringify({
        licenses: [{ path: by }],
        resources: [{ name: "a", path: "a.csv", encoding: "shift_jis" }],
      }),
    });
    await writeFile(join(folder, "a.csv"), iconv.encode("名前,値\n森,1\n", "shift_jis"));
    expect((await starsOf(folder)).stars).toBe(3);
    // The same bytes under no such word are in an encoding of their own, and yet in no company's format.
    await writeFile(join(folder, "datapackage.json"), "{}");
    const { stars, missing } = await starsOf(folder);
    expect(stars).toBe(0);
    expect(missing).toContain("These do not: 1: a.csv");
    expect(missing).not.toContain("non-proprietary");
    const { findings } = await audit(folder);
    expect(findings.map(({ found }) => found.en)).toContain("There is no CSV that opens");
  });

  test.each([
    [
      "on a resource of a Data Package",
      {
        "datapackage.json": JSON.stringify({
          resources: [{ name: "a", path: "a.csv", licenses: [{ path: by }] }],
        }),
      },
    ],
    ["of the document itself", { "about.ttl": `<> <http://purl.org/dc/terms/license> <${by}> .` }],
  ])("a licence %s counts", async (_where, files: Files) => {
    const { findings } = await audit(await folderOf({ "a.csv": "a,b\n1,2\n", ...files }));
    expect(findings.filter(({ star }) => star === 1).map(({ holds, found }) => [holds, found.en])[1]).toEqual(
      [true, by],
    );
  });

  test("of JSON-LD that was not opened nothing is said that nobody looked at", async () => {
    const { missing } = await starsOf(
      await folderOf({
        "a.csv": "a,b\n1,2\n",
        "page.jsonld": JSON.stringify({ "@context": "https://schema.org/", "@type": "Dataset", license: by }),
      }),
    );
    expect(missing).toContain("No RDF was opened");
    expect(missing).toContain("JSON-LD that was not opened may");
    expect(missing).not.toContain("There is no RDF");
  });

  test("relative IRIs are told as that, and not as a folder without RDF", async () => {
    const { missing } = await starsOf(await folderOf({ "a.ttl": "<x> a <https://a.city.jp/Y> ." }));
    expect(missing).toContain("IRIs that are not absolute");
    expect(missing).not.toContain("There is no RDF");
  });
});

describe("what is no published folder is refused in a sentence", () => {
  const refused = (folder: string, words: RegExp) =>
    expect(audit(folder)).rejects.toMatchObject({
      name: "Refusal",
      status: 2,
      sentence: { en: expect.stringMatching(words), ja: expect.stringMatching(/してください/) },
    });

  test("a folder that is not there, and a file in its place", async () => {
    await expect(audit("no-such-folder")).rejects.toMatchObject({ name: "Refusal", status: 2 });
    const folder = await folderOf({ file: "" });
    await expect(audit(join(folder, "file"))).rejects.toMatchObject({ name: "Refusal", status: 2 });
  });

  test("an empty folder, and one of other things", async () => {
    const words = /holds nothing that is published: .*CSV.* Name the folder that shihyo publish wrote/;
    await refused(await folderOf({}), words);
    await refused(await folderOf({ "notes.txt": "x", "pictures/one.png": "x" }), words);
    await refused(
      await folderOf({ ".cache/one.json": "{}", "work/node_modules/a/package.json": "{}" }),
      words,
    );
  });

  test("a city's tables, and the folder that they lie in", async () => {
    const words = /142123 holds the tables as they are before publishing .*142123 --out DIR writes/;
    await refused(atsugi, words);
    await refused(dirname(atsugi), words);
  });

  test("the folder that published folders lie in", async () => {
    const { folder } = await publishedGraphCity();
    const above = await folderOf({});
    await cp(folder, join(above, "999903"), { recursive: true });
    await refused(`${above}/`, /Name one of them: .*[^/]\/999903$/);
  });

  test("but not what others' tools made, where their files only have such names", async () => {
    const file = { "municipality.json": "{}", "indicators.csv": "a,b\n1,2\n" };
    expect((await starsOf(await folderOf({ ...least, ...file }))).missing).toContain(
      "Without a licence: 1: indicators.csv",
    );
    expect((await starsOf(await folderOf({ "a/data.csv": "a,b\n1,2\n" }))).stars).toBe(0);
  });
});
