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
    ...wordDisagreements(evidence, numbers),
  ];
}

/** What an observation may be said to have under each property: literals, and things by address or code. */
type Accepted = ReadonlyMap<string, ReadonlySet<string>>;

/**
 * States, readings, units and the like, wherever a table or JSON says them beside an observation's IRI: a column
 * says what the property says with which it agrees in most rows, and rows that have another of the graph's own
 * codes contradict it. What the graph does not know is another way to say it; names are left alone, since one word
 * may be the name of two things (確定: a state and a reading).
 */
function wordDisagreements(evidence: Evidence, numbers: ReadonlyMap<string, ReadonlySet<string>>): string[] {
  const tables = [
    ...evidence.tables.flatMap(({ path, header, rows }) => {
      const key = header.findIndex((_, column) => rows.some((row) => numbers.has(row[column] ?? "")));
      return key < 0 ? [] : [{ path, header, rows, key }];
    }),
    ...[...evidence.documents].flatMap(([path, document]) => jsonTable(path, document, numbers)),
  ];
  if (tables.length === 0) return [];
  const accepted = acceptedOf(evidence, numbers);
  const known = new Set(
    evidence.rdf.flatMap(({ quads }) =>
      quads.flatMap(({ subject, predicate, object }) =>
        predicate.value.endsWith("#type") && object.value.endsWith("core#Concept")
          ? codesOf(subject.value)
          : [],
      ),
    ),
  );
  for (const own of accepted.values())
    for (const values of own.values()) for (const value of values) known.add(value);
  return tables.flatMap(({ path, header, rows, key }) =>
    [...header.keys()]
      .filter((column) => column !== key)
      .flatMap((column) => {
        const said = rows.flatMap((row) => {
          const [iri = "", cell = ""] = [row[key], row[column]];
          const own = accepted.get(iri);
          return own && cell !== "" ? [{ iri, cell, own }] : [];
        });
        return contradictions(said, known).map(
          ({ iri, cell, found }) => `${path}, ${header[column] ?? ""}: ${iri}: ${cell} ≠ ${found}`,
        );
      }),
  );
}

interface SaidOf {
  readonly iri: string;
  readonly cell: string;
  readonly own: Accepted;
}

function contradictions(
  said: readonly SaidOf[],
  known: ReadonlySet<string>,
): { readonly iri: string; readonly cell: string; readonly found: string }[] {
  const agreeing = new Map<string, number>();
  for (const { cell, own } of said) {
    for (const [property, values] of own)
      if (values.has(cell)) agreeing.set(property, (agreeing.get(property) ?? 0) + 1);
  }
  const [best] = [...agreeing].sort(([, a], [, b]) => b - a);
  if (!best) return [];
  const [property, most] = best;
  const comparable = said.filter(({ own }) => own.has(property));
  if (most * 3 < comparable.length * 2) return [];
  return comparable.flatMap(({ iri, cell, own }) => {
    const values = own.get(property);
    return !values || values.has(cell) || !known.has(cell)
      ? []
      : [{ iri, cell, found: [...values][0] ?? "" }];
  });
}

/** What tables call a thing by: `statuses/V01/#it` is V01, `def/#reading-certain` is certain. */
function codesOf(iri: string): string[] {
  const whole = iri.replace(/\/?#it$/, "");
  const last = whole.slice(Math.max(whole.lastIndexOf("/"), whole.lastIndexOf("#")) + 1);
  return [last, last.slice(last.lastIndexOf("-") + 1)];
}

function acceptedOf(
  { rdf }: Evidence,
  numbers: ReadonlyMap<string, ReadonlySet<string>>,
): ReadonlyMap<string, Accepted> {
  const namesOf = (object: Quad["object"]): readonly string[] => {
    if (object.termType === "Literal") return [object.value];
    return [...codesOf(object.value), object.value];
  };
  const found = new Map<string, Map<string, Set<string>>>();
  for (const { quads } of rdf) {
    for (const { subject, predicate, object } of quads) {
      if (!numbers.has(subject.value) || predicate.value.endsWith("#type")) continue;
      const own = found.get(subject.value) ?? new Map<string, Set<string>>();
      found.set(subject.value, own);
      const values = own.get(predicate.value) ?? new Set<string>();
      own.set(predicate.value, values);
      for (const name of namesOf(object)) values.add(name);
    }
  }
  return found;
}

/** The objects of a JSON document that bear an observation's IRI, as a table of their texts. */
function jsonTable(
  path: string,
  document: unknown,
  numbers: ReadonlyMap<string, ReadonlySet<string>>,
): { path: string; header: string[]; rows: string[][]; key: number }[] {
  const objects: Record<string, unknown>[] = [];
  const walk = (value: unknown): void => {
    if (Array.isArray(value)) for (const item of value) walk(item);
    if (!isRecord(value)) return;
    if ([value.iri, value["@id"], value.uri].some((one) => typeof one === "string" && numbers.has(one)))
      objects.push(value);
    for (const item of Object.values(value)) walk(item);
  };
  walk(document);
  if (objects.length === 0) return [];
  const keys = [...new Set(objects.flatMap((one) => Object.keys(one)))];
  const cell = (value: unknown) => (typeof value === "string" ? value : "");
  const rows = objects.map((one) => [
    cell([one.iri, one["@id"], one.uri].find((iri) => typeof iri === "string" && numbers.has(iri))),
    ...keys.map((key) => cell(one[key])),
  ]);
  return [{ path, header: ["iri", ...keys], rows, key: 0 }];
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

/** What stands behind a literal that is more than a string, as Turtle writes it. */
function typed(datatype: string | undefined): string {
  return datatype === undefined || datatype.endsWith("XMLSchema#string") ? "" : `^^<${datatype}>`;
}

/** A triple as a text; a blank node has no name of its own, so only its place is compared. */
function lineOf({ subject, predicate, object }: Quad): string {
  const written = (term: Quad["subject"]) =>
    term.termType === "BlankNode"
      ? "[]"
      : term.termType === "Literal"
        ? `"${term.value}"${term.language ? `@${term.language}` : typed(term.datatype?.value)}`
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
