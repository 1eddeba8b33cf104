// Whether the forms of the data say the same: notations of one graph, tables and JSON beside the graph.

import type { Quad } from "n3";
import { type Evidence, isRecord, type TableFile } from "./evidence.ts";

const cube = "http://purl.org/linked-data/cube#";
const decimalType = /#(decimal|integer|double|float)$/;

/** The numbers of every observation: by its IRI, each value as printed. */
export function observedNumbers({ rdf }: Evidence): Map<string, Set<string>> {
  const observations = new Set<string>();
  const measures = new Set<string>(["http://purl.org/linked-data/sdmx/2009/measure#obsValue"]);
  for (const { quads } of rdf) {
    for (const { subject, predicate, object } of quads) {
      if (predicate.value.endsWith("#type") && /(^|[#/])Observation$/.test(object.value))
        observations.add(subject.value);
      if (predicate.value === `${cube}measure`) measures.add(object.value);
    }
  }
  const numbers = new Map<string, Set<string>>([...observations].map((iri) => [iri, new Set<string>()]));
  for (const { quads } of rdf) {
    for (const { subject, predicate, object } of quads) {
      if (!measures.has(predicate.value) || !decimalType.test(object.datatype?.value ?? "")) continue;
      numbers.get(subject.value)?.add(object.value);
    }
  }
  return numbers;
}

/** Two values of one observation in the RDF files of one folder, or values that a table or JSON says otherwise. */
export function disagreements(evidence: Evidence): string[] {
  const numbers = observedNumbers(evidence);
  const described = new Set(evidence.rdf.flatMap(({ quads }) => quads.map(({ subject }) => subject.value)));
  const twice = [...numbers].flatMap(([iri, values]) =>
    values.size > 1 ? [`${iri}: ${[...values].join(" ≠ ")}`] : [],
  );
  return [
    ...notations(evidence),
    ...twice,
    ...evidence.tables.flatMap((table) => tableDisagreements(table, numbers, described)),
    ...[...evidence.documents].flatMap(([path, document]) => jsonDisagreements(path, document, numbers)),
  ];
}

/** Files of one name in several notations hold one graph. */
function notations({ rdf }: Evidence): string[] {
  const byName = new Map<string, { path: string; lines: Set<string> }>();
  const faults: string[] = [];
  for (const { path, quads } of rdf) {
    const stem = path.replace(/\.[^./]+$/, "");
    const lines = new Set(quads.map(lineOf));
    const first = byName.get(stem);
    if (!first) {
      byName.set(stem, { path, lines });
      continue;
    }
    const missing = [...first.lines].find((line) => !lines.has(line));
    const extra = [...lines].find((line) => !first.lines.has(line));
    if (missing !== undefined) faults.push(`${path} ≠ ${first.path}: − ${missing}`);
    else if (extra !== undefined) faults.push(`${path} ≠ ${first.path}: + ${extra}`);
  }
  return faults;
}

/** A triple as a text; a blank node has no name of its own, so only its place is compared. */
function lineOf({ subject, predicate, object }: Quad): string {
  const written = (term: Quad["subject"]) =>
    term.termType === "BlankNode"
      ? "[]"
      : term.termType === "Literal"
        ? `"${term.value}"@${term.language}^^${term.datatype?.value ?? ""}`
        : `<${term.value}>`;
  return `${written(subject)} ${written(predicate)} ${written(object)}`;
}

/**
 * A table that names observations by their IRIs has a column with their numbers: the one that agrees in
 * most rows. Rows in which it does not agree are faults. A row may name what the graph describes without a
 * number (an action, for instance), as long as it gives none either.
 */
function tableDisagreements(
  { path, header, rows }: TableFile,
  numbers: ReadonlyMap<string, ReadonlySet<string>>,
  described: ReadonlySet<string>,
): string[] {
  const key = header.findIndex((_, column) => rows.some((row) => numbers.has(row[column] ?? "")));
  if (key < 0) return [];
  const known = rows.map((row) => ({ row, values: numbers.get(row[key] ?? "") }));
  const strangers = known.flatMap(({ row, values }) =>
    values || described.has(row[key] ?? "") ? [] : [`${path}: ${row[key] ?? ""} is in no graph`],
  );
  const withNumber = known.filter(({ values }) => (values?.size ?? 0) > 0);
  let best = -1;
  let most = 0;
  for (const column of header.keys()) {
    const agreeing = withNumber.filter(({ row, values }) => values?.has(row[column] ?? "")).length;
    if (agreeing > most) [best, most] = [column, agreeing];
  }
  if (best < 0 || most * 2 < withNumber.length) return strangers;
  const different = known.flatMap(({ row, values }) => {
    const cell = row[best] ?? "";
    if (!values && !described.has(row[key] ?? "")) return [];
    const known = values ?? new Set<string>();
    if (known.size === 0 ? cell === "" : known.has(cell)) return [];
    const said = known.size === 0 ? "—" : [...known].join(", ");
    return [`${path}, ${header[best] ?? ""}: ${row[key] ?? ""}: ${cell === "" ? "—" : cell} ≠ ${said}`];
  });
  return [...strangers, ...different];
}

/** Objects that bear an observation's IRI and a number called value. */
function jsonDisagreements(
  path: string,
  document: unknown,
  numbers: ReadonlyMap<string, ReadonlySet<string>>,
): string[] {
  const faults: string[] = [];
  const walk = (value: unknown): void => {
    if (Array.isArray(value)) for (const item of value) walk(item);
    if (!isRecord(value)) return;
    const iri = [value.iri, value["@id"], value.uri].find(
      (one) => typeof one === "string" && numbers.has(one),
    );
    const said = typeof iri === "string" ? numbers.get(iri) : undefined;
    if (said && typeof value.value === "number" && ![...said].some((text) => Number(text) === value.value)) {
      faults.push(`${path}: ${String(iri)}: ${value.value} ≠ ${[...said].join(", ") || "—"}`);
    }
    for (const item of Object.values(value)) walk(item);
  };
  walk(document);
  return faults;
}

/** Observations that no table names, where there are tables that name any. */
export function unlisted(evidence: Evidence): string[] {
  const numbers = observedNumbers(evidence);
  const listed = new Set<string>();
  for (const { rows } of evidence.tables) {
    for (const row of rows) for (const cell of row) if (numbers.has(cell)) listed.add(cell);
  }
  return listed.size === 0 ? [] : [...numbers.keys()].filter((iri) => !listed.has(iri));
}
