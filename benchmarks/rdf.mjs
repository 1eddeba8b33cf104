// RDF writing: our Turtle and N-Triples beside N3.js, rdf-parser-csvw and a plain write of the same bytes, in one run.
//
//   node benchmarks/rdf.mjs [observations …]      (100000 1000000 unless told)
//
// Each contender runs in a process of its own and writes a file; CPU time and peak memory are its own.

import { execFileSync } from "node:child_process";
import {
  closeSync,
  createReadStream,
  mkdtempSync,
  openSync,
  readSync,
  rmSync,
  statSync,
  writeSync,
} from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const self = fileURLToPath(import.meta.url);
const library = createRequire(new URL("../tests/package.json", import.meta.url));

/** A thousand observations an indicator: ten years by a hundred breakdowns. */
const years = 10;
const breakdowns = 100;

/** A dataset whose observations are made while they are walked, so that it takes no memory of its own. */
async function syntheticDataset(count) {
  const { createDataset } = await import("../packages/core/dist/index.js");
  const createText = (ja) => ({ ja });
  const id = (letter, number, width) => `${letter}${String(number).padStart(width, "0")}`;
  const indicators = Array.from({ length: Math.ceil(count / (years * breakdowns)) }, (_, index) => ({
    id: id("K", index + 1, 4),
    name: createText(`指標${index + 1}`),
    kind: "indicator",
    unit: "U01",
    period: "fiscal",
    aggregation: "single",
    shareLimited: true,
    direction: "none",
    reading: "certain",
  }));
  const parts = Array.from({ length: breakdowns }, (_, index) => ({
    id: id("B", index + 1, 4),
    name: createText(`内訳${index + 1}`),
  }));
  const body = { name: createText("試市") };
  const dataset = createDataset({
    municipality: {
      code: "999903",
      name: createText("試市"),
      prefecture: createText("例県"),
      languages: ["ja"],
      base: "https://data.example.jp/999903/",
      official: false,
      publisher: body,
      sourceBody: body,
      title: createText("試市の指標"),
      description: createText("試すためのデータ"),
      attribution: createText("出典"),
      licence: { name: "CC BY 4.0", iri: "https://creativecommons.org/licenses/by/4.0/" },
    },
    sources: [{ id: "SR01", title: createText("報告書"), body: createText("試市") }],
    levels: [],
    indicatorKinds: [],
    grades: [],
    evaluations: [],
    references: [],
    costs: [],
    nodes: [],
    placements: [],
    sections: [],
    indicators,
    units: [{ id: "U01", name: createText("件"), kind: "count" }],
    breakdowns: parts,
    statuses: [
      { id: "V01", meaning: "final", name: createText("確定") },
      { id: "V04", meaning: "progress", name: createText("進捗あり") },
    ],
    listings: [],
    observations: [],
    targets: [],
    activities: [],
    acknowledgements: [],
    leftOut: [],
    breaks: [],
    corrections: [],
    releases: [],
  });
  function* observations() {
    let left = count;
    for (const indicator of indicators) {
      for (let year = 2015; year < 2015 + years; year++) {
        for (const part of parts) {
          if (left-- <= 0) return;
          const words = left % 50 === 0;
          yield {
            indicator: indicator.id,
            year,
            breakdown: part.id,
            value: words
              ? { kind: "words", words: "実施設計" }
              : { kind: "number", number: { digits: BigInt((left * 37) % 100000), scale: left % 3 } },
            status: "final",
            reading: "certain",
            source: "SR01",
            page: (left % 57) + 1,
          };
        }
      }
    }
  }
  return { ...dataset, years: Array.from({ length: years }, (_, index) => 2015 + index), observations };
}

function writeAll(chunks, path) {
  const file = openSync(path, "w");
  for (const chunk of chunks) writeSync(file, chunk);
  closeSync(file);
}

/** The same triples as RDF/JS quads; terms that come back are made once, to N3.js's advantage. */
function* quadsOf(dataset, { graph }, { rdfType }) {
  const { DataFactory } = library("n3");
  const { namedNode, literal, quad } = DataFactory;
  const nodes = new Map();
  const node = (iri) => {
    const found = nodes.get(iri) ?? namedNode(iri);
    nodes.set(iri, found);
    return found;
  };
  const term = (object) =>
    object.kind === "iri"
      ? node(object.iri)
      : literal(object.text, object.language ?? (object.datatype ? node(object.datatype) : undefined));
  for (const { resources } of graph(dataset)) {
    for (const { iri, types, properties } of resources) {
      const subject = namedNode(iri);
      for (const type of types) yield quad(subject, node(rdfType), node(type));
      for (const [predicate, objects] of properties) {
        for (const object of objects) yield quad(subject, node(predicate), term(object));
      }
    }
  }
}

/** N3.js's writer to a file, piece by piece. */
function n3Writer(path, options) {
  const { Writer } = library("n3");
  const file = openSync(path, "w");
  let piece = "";
  const flush = () => {
    writeSync(file, piece);
    piece = "";
  };
  const stream = {
    write(chunk, _encoding, done) {
      piece += chunk;
      if (piece.length > 1 << 16) flush();
      done?.();
    },
    end(done) {
      flush();
      closeSync(file);
      done?.();
    },
  };
  return new Writer(stream, options);
}

const contenders = {
  async "plain write of our Turtle"(_count, path, { turtle }) {
    const input = openSync(turtle, "r");
    const buffer = Buffer.alloc(1 << 16);
    const pieces = (function* () {
      for (let read = readSync(input, buffer); read > 0; read = readSync(input, buffer)) {
        yield buffer.subarray(0, read);
      }
    })();
    writeAll(pieces, path);
  },
  async "observations walked, nothing written"(count, path) {
    const { graph } = await import("../packages/publisher/dist/formats/rdf/things.js");
    let seen = 0;
    for (const { resources } of graph(await syntheticDataset(count))) for (const _ of resources) seen++;
    writeAll([String(seen)], path);
  },
  async "our Turtle"(count, path) {
    const { turtle } = await import("../packages/publisher/dist/formats/rdf/turtle.js");
    const { graph } = await import("../packages/publisher/dist/formats/rdf/things.js");
    const dataset = await syntheticDataset(count);
    writeAll(turtle(graph(dataset), { base: dataset.municipality.base, about: "synthetic" }), path);
  },
  async "our N-Triples"(count, path) {
    const { nTriples } = await import("../packages/publisher/dist/formats/rdf/n-triples.js");
    const { graph } = await import("../packages/publisher/dist/formats/rdf/things.js");
    writeAll(nTriples(graph(await syntheticDataset(count))), path);
  },
  async "our JSON-LD"(count, path) {
    const { jsonLd } = await import("../packages/publisher/dist/formats/rdf/json-ld.js");
    const { graph } = await import("../packages/publisher/dist/formats/rdf/things.js");
    const dataset = await syntheticDataset(count);
    writeAll(jsonLd(graph(dataset), { base: dataset.municipality.base }), path);
  },
  async "N3.js Writer, Turtle"(count, path) {
    const things = await import("../packages/publisher/dist/formats/rdf/things.js");
    const vocabularies = await import("../packages/publisher/dist/formats/rdf/vocabularies.js");
    const dataset = await syntheticDataset(count);
    const prefixes = { ...vocabularies.namespaces, def: `${dataset.municipality.base}def/#` };
    const writer = n3Writer(path, { prefixes });
    for (const quad of quadsOf(dataset, things, vocabularies)) writer.addQuad(quad);
    writer.end();
  },
  async "N3.js Writer, N-Triples"(count, path) {
    const things = await import("../packages/publisher/dist/formats/rdf/things.js");
    const vocabularies = await import("../packages/publisher/dist/formats/rdf/vocabularies.js");
    const dataset = await syntheticDataset(count);
    const writer = n3Writer(path, { format: "N-Triples" });
    for (const quad of quadsOf(dataset, things, vocabularies)) writer.addQuad(quad);
    writer.end();
  },
  async "rdf-parser-csvw and N3.js, N-Triples"(_count, path, { csv, metadata }) {
    const { default: Parser } = await import(library.resolve("rdf-parser-csvw"));
    const { default: jsonld } = await import(library.resolve("jsonld"));
    const n3 = library("n3");
    const { readFileSync } = await import("node:fs");
    const document = JSON.parse(readFileSync(metadata, "utf8"));
    const vocabulary = "http://www.w3.org/ns/csvw#";
    const context = {
      "@vocab": vocabulary,
      xsd: "http://www.w3.org/2001/XMLSchema#",
      dc: "http://purl.org/dc/terms/",
      titles: { "@id": `${vocabulary}title`, "@container": "@language" },
      columns: { "@id": `${vocabulary}column`, "@container": "@list" },
      datatype: { "@id": `${vocabulary}datatype`, "@type": "@vocab" },
    };
    const columns = document.tableSchema.columns.map((column) => ({
      ...column,
      ...(column.datatype ? { datatype: `xsd:${column.datatype}` } : {}),
    }));
    const nQuads = await jsonld.toRDF(
      { ...document, "@context": context, tableSchema: { ...document.tableSchema, columns } },
      { format: "application/n-quads" },
    );
    const store = new n3.Store(new n3.Parser({ format: "N-Quads" }).parse(nQuads));
    const parser = new Parser({ metadata: store, baseIRI: "https://data.example.jp/999903/observation.csv" });
    const writer = n3Writer(path, { format: "N-Triples" });
    for await (const quad of parser.import(createReadStream(csv))) writer.addQuad(quad);
    writer.end();
  },
};

/** The coded table of the same observations, which rdf-parser-csvw reads. */
async function writeTable(count, csv, metadata) {
  const { csvOf } = await import("../packages/publisher/dist/formats/csv.js");
  const { csvwLine } = await import("../packages/publisher/dist/formats/csvw.js");
  const { observationTable } = await import("../packages/publisher/dist/formats/tables/observation.js");
  const dataset = await syntheticDataset(count);
  writeAll(csvOf(observationTable, dataset), csv);
  writeAll([csvwLine(dataset, observationTable, "observation.csv")], metadata);
}

/** As the command itself runs over so many values; every contender alike. */
async function measureOne(name, count, path, files) {
  const { prepareForLength } = await import("../packages/publisher/dist/disk/long-run.js");
  prepareForLength(count);
  await contenders[name](0, path, files).catch(() => {});
  const before = process.cpuUsage();
  const started = performance.now();
  await contenders[name](count, path, files);
  const { user, system } = process.cpuUsage(before);
  const seconds = (performance.now() - started) / 1000;
  const cpu = (user + system) / 1e6;
  process.stdout.write(JSON.stringify({ cpu, seconds, megabytes: process.resourceUsage().maxRSS / 1024 }));
}

function run(counts) {
  const folder = mkdtempSync(join(tmpdir(), "shihyo-benchmark-"));
  const path = (file) => join(folder, file);
  const files = { turtle: path("ours.ttl"), csv: path("observation.csv"), metadata: path("metadata.json") };
  const child = (...args) =>
    execFileSync(process.execPath, [self, "--child", ...args.map(String), JSON.stringify(files)], {
      encoding: "utf8",
    });
  for (const count of counts) {
    child("our Turtle", count, files.turtle);
    child("table", count, files.csv);
    const results = Object.keys(contenders).map((name) => {
      // Each begins a new file: to cut off what another has left there takes time too, and not the same for each.
      rmSync(path("out"), { force: true });
      const measured = JSON.parse(child(name, count, path("out")));
      return { name, ...measured, bytes: statSync(path("out")).size };
    });
    const ours = results.find(({ name }) => name === "our Turtle").cpu;
    console.log(`\n${count} observations\n`);
    console.log("| writer | observations/s | CPU s | CPU, ours = 1 | peak MB | file MB |");
    console.log("| --- | ---: | ---: | ---: | ---: | ---: |");
    for (const { name, cpu, seconds, megabytes, bytes } of results) {
      const cells = [
        name,
        Math.round(count / seconds),
        cpu.toFixed(2),
        (cpu / ours).toFixed(2),
        Math.round(megabytes),
        (bytes / 1e6).toFixed(1),
      ];
      console.log(`| ${cells.join(" | ")} |`);
    }
  }
  rmSync(folder, { recursive: true });
}

const [flag, ...rest] = process.argv.slice(2);
if (flag === "--child") {
  const [name, count, path, files] = rest;
  const places = JSON.parse(files);
  if (name === "table") await writeTable(Number(count), path, places.metadata);
  else await measureOne(name, Number(count), path, places);
} else {
  const counts = process.argv.slice(2).map(Number);
  if (counts.some((count) => !Number.isInteger(count) || count < 1)) {
    console.error("node benchmarks/rdf.mjs [observations …]");
    process.exitCode = 2;
  } else run(counts.length > 0 ? counts : [100_000, 1_000_000]);
}
