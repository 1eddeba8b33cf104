// The checks of the five stars: what each asks, what it found in a folder, and what is missing.

import { isPlaceholder, type Language } from "@shihyo/core";
import type { Quad } from "n3";
import { fileFor, publishedBase } from "./addresses.ts";
import { disagreements, observedNumbers, unlisted } from "./agreement.ts";
import { type Evidence, isRelative, packages, shownIri } from "./evidence.ts";
import { isOpenLicence, licencesOf } from "./licences.ts";

export type Star = 1 | 2 | 3 | 4 | 5;

export interface StarFinding {
  readonly star: Star;
  readonly holds: boolean;
  readonly asked: Readonly<Record<Language, string>>;
  /** True where there was nothing of the kind to look at: neither held nor missed. */
  readonly nothing?: true;
  /** The evidence: counts, and the first examples. */
  readonly found: Readonly<Record<Language, string>>;
}

type Said = StarFinding["asked"];

const say = (ja: string, en: string): Said => ({ ja, en });

/** Counted, with the first few as examples; a thing without a name is counted alone. */
function examples(all: readonly string[]): string {
  const items = all.map(shownIri);
  const shown = items.slice(0, 3).join("; ");
  return items.length > 3 ? `${items.length}: ${shown}; …` : `${items.length}: ${shown}`;
}

const rdfType = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type";

export function findings(evidence: Evidence, asIfHosted: boolean): StarFinding[] {
  const quads = evidence.rdf.flatMap((file) => file.quads);
  const base = publishedBase(evidence);
  return [
    ...firstStar(evidence, quads),
    secondStar(evidence),
    ...thirdStar(evidence),
    ...fourthStar(evidence, quads, base, asIfHosted),
    ...fifthStar(quads, base),
  ];
}

function firstStar(evidence: Evidence, quads: readonly Quad[]): StarFinding[] {
  const data = [...evidence.files].filter((path) =>
    /\.(csv|tsv|xlsx?|ods|json|jsonld|ttl|nt|rdf|parquet|pdf|zip|xml)$/i.test(path),
  );
  const { licences, without } = licencesOf(evidence, quads);
  const closed = licences.filter((licence) => !isOpenLicence(licence));
  return [
    {
      star: 1,
      holds: data.length > 0,
      asked: say("データのファイルがある", "There are data files"),
      found: say(`${data.length}件`, `${data.length} files`),
    },
    {
      star: 1,
      holds: licences.length > 0 && without.length === 0 && closed.length === 0,
      asked: say(
        "配布するすべてのファイルのメタデータに、開かれた利用条件がIRIで示されている",
        "Metadata state an open licence, as an IRI, for every distribution",
      ),
      found:
        licences.length === 0
          ? evidence.unopened.length > 0
            ? say(
                "開いたファイルには利用条件のIRIがない（開いていないJSON-LDにあるかもしれない）",
                "No file that was opened gives a licence as an IRI; JSON-LD that was not opened may",
              )
            : say("利用条件のIRIがない", "No licence is given as an IRI")
          : without.length > 0
            ? say(`利用条件のないもの ${examples(without)}`, `Without a licence: ${examples(without)}`)
            : closed.length > 0
              ? say(`開かれていない利用条件 ${examples(closed)}`, `Not an open licence: ${examples(closed)}`)
              : say(licences.join(", "), licences.join(", ")),
    },
  ];
}

function secondStar(evidence: Evidence): StarFinding {
  const structured = [...evidence.files].filter((path) =>
    /\.(csv|tsv|xlsx|ods|json|jsonld|ttl|nt|rdf|parquet|xml)$/i.test(path),
  );
  return {
    star: 2,
    holds: structured.length > 0,
    asked: say("機械が読める構造のデータである", "The data are structured, for machines to read"),
    found: say(`${structured.length}件`, `${structured.length} files`),
  };
}

function thirdStar({ files, tables, faults, rdf, documents, unopened }: Evidence): StarFinding[] {
  const open = [...files].filter((path) => /\.(csv|json|jsonld|ttl|nt|rdf)$/i.test(path));
  const uneven = tables.filter(
    ({ header, rows }) => header.length < 2 || rows.some((row) => row.length !== header.length),
  );
  const broken = [
    ...faults.map(({ path, reason }) => `${path} (${reason})`),
    ...uneven.map(({ path }) => path),
  ];
  const described = packagedPaths(documents);
  const opened = tables.length + rdf.length + documents.size;
  // CSVW and Data Packages say UTF-8 where they say nothing.
  const undeclared = tables.filter(({ path, metadata }) => metadata === undefined && !described.has(path));
  return [
    {
      star: 3,
      holds: open.length > 0,
      asked: say("特定の会社の形式ではない（CSVなど）", "In a non-proprietary format, such as CSV"),
      found: say(`${open.length}件`, `${open.length} files`),
    },
    {
      star: 3,
      holds: broken.length === 0,
      ...(opened === 0 && broken.length === 0 ? { nothing: true as const } : {}),
      asked: say(
        "どのファイルも、道具なしに正しく開ける（UTF-8、1行目が見出し、列の数がそろう）",
        "Every file opens as it is: UTF-8, a header in row 1, rows of one width, valid syntax",
      ),
      found:
        opened === 0 && broken.length === 0 && unopened.length === 0
          ? say("開いて確かめるファイルがない", "There is no file to open")
          : broken.length === 0
            ? say(
                `表 ${tables.length}件、RDF ${rdf.length}件${unopened.length > 0 ? `。開いていないもの（文脈が外にある）${examples(unopened.map(({ path, reason }) => `${path} → ${reason}`))}` : ""}`,
                `${tables.length} tables, ${rdf.length} RDF files${unopened.length > 0 ? `; not opened, since the context is on another site: ${examples(unopened.map(({ path, reason }) => `${path} → ${reason}`))}` : ""}`,
              )
            : say(`開けないもの ${examples(broken)}`, `These do not: ${examples(broken)}`),
    },
    {
      star: 3,
      holds: undeclared.length === 0,
      ...(tables.length === 0 ? { nothing: true as const } : {}),
      asked: say(
        "CSVの文字コードが示されている（CSVW、Data Package）",
        "The encoding of every CSV is declared (CSVW, Data Package)",
      ),
      found:
        tables.length === 0
          ? faults.some(({ path }) => /\.(csv|tsv)$/i.test(path))
            ? say("開けるCSVがない", "There is no CSV that opens")
            : say("確かめるCSVがない", "There is no CSV to look at")
          : undeclared.length === 0
            ? say("すべてに示されている", "It is, for all")
            : say(
                `示されていない ${examples(undeclared.map(({ path }) => path))}`,
                `Not for ${examples(undeclared.map(({ path }) => path))}`,
              ),
    },
  ];
}

/** The tables that a Data Package describes. */
function packagedPaths(documents: Evidence["documents"]): ReadonlySet<string> {
  return new Set(packages(documents).flatMap(({ resources }) => resources.flatMap(({ paths }) => paths)));
}

function fourthStar(
  evidence: Evidence,
  quads: readonly Quad[],
  base: string | undefined,
  asIfHosted: boolean,
): StarFinding[] {
  const own = base === undefined ? [] : [...irisUnder(quads, base)];
  const typed = new Set(
    quads.flatMap(({ subject, predicate }) => (predicate.value === rdfType ? [subject.value] : [])),
  );
  const lost =
    base === undefined ? [] : own.filter((iri) => fileFor(iri, base, evidence.files) === undefined);
  // A thing has a fragment, or is spoken of; a page or file that is only pointed at is neither.
  const spokenOf = new Set(quads.map(({ subject }) => subject.value));
  const things = own.filter((iri) => iri.includes("#") || spokenOf.has(iri));
  const untyped = things.filter((iri) => !typed.has(iri));
  const relative = [...spokenOf].filter(isRelative);
  const differing = [...disagreements(evidence), ...unlisted(evidence)];
  const observations = observedNumbers(evidence).size;
  const nothing =
    evidence.unopened.length > 0
      ? say(
          "開いたRDFがない（文脈が外にあるJSON-LDは開いていない）",
          "No RDF was opened (JSON-LD with a context on another site was not)",
        )
      : say("RDFがない", "There is no RDF");
  const noIri = say("発行者のアドレスの下にIRIがない", "There is no IRI below the publisher's address");
  const none = quads.length === 0;
  return [
    {
      star: 4,
      holds: !none,
      asked: say(
        "RDF（Turtle、N-Triples、JSON-LD）があり、構文が正しい",
        "There is RDF (Turtle, N-Triples, JSON-LD), and it parses",
      ),
      found: none
        ? nothing
        : say(
            `${evidence.rdf.length}件、${quads.length}の三つ組`,
            `${evidence.rdf.length} files, ${quads.length} triples`,
          ),
    },
    {
      star: 4,
      holds: !none && base !== undefined && relative.length === 0 && (asIfHosted || !isPlaceholder(base)),
      asked: say(
        "物事に、発行者の管理するhttp(s)のIRIがある",
        "Things have http(s) IRIs under the publisher's control",
      ),
      found: none
        ? nothing
        : relative.length > 0
          ? say(`絶対でないIRI ${examples(relative)}`, `IRIs that are not absolute: ${examples(relative)}`)
          : base === undefined
            ? say("http(s)のIRIがない", "There is no http(s) IRI")
            : !asIfHosted && isPlaceholder(base)
              ? say(`${base} は仮のアドレスで、誰も開けない`, `${base} is a placeholder that nobody can open`)
              : say(base, base),
    },
    {
      star: 4,
      holds: own.length > 0 && lost.length === 0,
      asked: say(
        "そのIRIのすべてに、フォルダーの中のファイルがある",
        "Every such IRI leads to a file in the folder",
      ),
      found:
        own.length === 0
          ? none
            ? nothing
            : noIri
          : lost.length === 0
            ? say(`IRI ${own.length}件`, `${own.length} IRIs`)
            : say(`行き先のないIRI ${examples(lost)}`, `These lead nowhere: ${examples(lost)}`),
    },
    {
      star: 4,
      holds: things.length > 0 && untyped.length === 0,
      asked: say("どれにも種類（rdf:type）がある", "Each has an rdf:type"),
      found:
        things.length === 0
          ? none
            ? nothing
            : noIri
          : untyped.length === 0
            ? say(`${things.length}件`, `${things.length} things`)
            : say(`種類のないもの ${examples(untyped)}`, `Without one: ${examples(untyped)}`),
    },
    {
      star: 4,
      holds: !none && differing.length === 0,
      ...(!none && differing.length === 0 && observations === 0 ? { nothing: true as const } : {}),
      asked: say(
        "CSV、JSON、RDFの各形式が、同じ行と同じ値をもつ",
        "CSV, JSON and every notation of the RDF have the same rows and values",
      ),
      found: none
        ? nothing
        : differing.length === 0
          ? observations === 0
            ? say("比べる観測値がない", "There are no observations to compare")
            : say(`観測値 ${observations}件`, `${observations} observations`)
          : say(`食い違い ${examples(differing)}`, `They differ: ${examples(differing)}`),
    },
  ];
}

function irisUnder(quads: readonly Quad[], base: string): Set<string> {
  const found = new Set<string>();
  for (const { subject, predicate, object } of quads) {
    for (const term of [subject, predicate, object]) {
      if (term.termType === "NamedNode" && term.value.startsWith(base)) found.add(term.value);
    }
  }
  return found;
}

/** Statements that give no context: vocabulary, formats, licences, pages. */
const notContext =
  /#type$|rdf-schema#(range|domain|subClassOf|subPropertyOf|isDefinedBy|seeAlso)$|linked-data\/cube#|terms\/(conformsTo|format|license|language|accrualPeriodicity)$|dcat#(mediaType|packageFormat|accessURL|downloadURL|landingPage|themeTaxonomy)$|spdx\.org|foaf\/0\.1\/(homepage|page)$/;

/** Forms of well-known addresses; what claims to be one of these must look like it. */
const knownForms: readonly (readonly [RegExp, RegExp])[] = [
  [
    /^https?:\/\/data\.e-stat\.go\.jp\/lod\/sac\//,
    /^http:\/\/data\.e-stat\.go\.jp\/lod\/sac\/C[0-9]{5}(-[0-9]{8})?$/,
  ],
  [/^https?:\/\/(www\.)?qudt\.org\/vocab\/unit\//, /^http:\/\/qudt\.org\/vocab\/unit\/[A-Za-z0-9_-]+$/],
  [/geonames\.org\//, /^https?:\/\/(sws|www)\.geonames\.org\/[0-9]+\/?$/],
  [/^https?:\/\/(www\.)?wikidata\.org\//, /^http:\/\/www\.wikidata\.org\/entity\/[QP][0-9]+$/],
  [/^https?:\/\/metadata\.un\.org\/sdg\//, /^https?:\/\/metadata\.un\.org\/sdg\/(1[0-7]|[1-9])$/],
];

function fifthStar(quads: readonly Quad[], base: string | undefined): StarFinding[] {
  const links = base === undefined ? [] : contextLinks(quads, base);
  const hosts = new Map<string, number>();
  for (const { object } of links) {
    const host = /^https?:\/\/([^/]+)/.exec(object.value)?.[1] ?? "";
    hosts.set(host, (hosts.get(host) ?? 0) + 1);
  }
  const targets = [...new Set(links.map(({ object }) => object.value))];
  const malformed = targets.filter(
    (iri) =>
      !/^https?:\/\/[^\s<>"{}|\\^`]+$/.test(iri) ||
      isPlaceholder(iri.replace(/#.*$/, "")) ||
      knownForms.some(([claims, form]) => claims.test(iri) && !form.test(iri)),
  );
  const misused = links.filter(
    ({ predicate, object }) => predicate.value.endsWith("owl#sameAs") && /geonames\.org/.test(object.value),
  );
  const faults = [...malformed, ...misused.map(({ object }) => `owl:sameAs ${object.value}`)];
  return [
    {
      star: 5,
      holds: links.length > 0,
      asked: say(
        "他者のもつ資源（地域、単位、期間など）へ、意味のあるつながりがある",
        "There are typed links to resources of others: areas, units, periods",
      ),
      found:
        links.length === 0
          ? say("外へのつながりがない", "There is no link out")
          : (() => {
              const list = [...hosts].map(([host, count]) => `${host} ${count}`).join(", ");
              return say(list, list);
            })(),
    },
    {
      star: 5,
      holds: faults.length === 0,
      ...(targets.length === 0 ? { nothing: true as const } : {}),
      asked: say(
        "つながる先の書き方が正しく、owl:sameAsを誤って使っていない（外へは開きに行かない）",
        "The links are of the right form, and owl:sameAs is not misused (nothing is opened outside)",
      ),
      found:
        faults.length === 0
          ? targets.length === 0
            ? say("確かめるつながりがない", "There are no links to look at")
            : say(`つながる先 ${targets.length}件`, `${targets.length} targets`)
          : say(`誤り ${examples(faults)}`, `Wrong: ${examples(faults)}`),
    },
  ];
}

/** Statements about the folder's own things whose object is a thing of others. */
function contextLinks(quads: readonly Quad[], base: string): Quad[] {
  const origin = /^https?:\/\/[^/]+\//.exec(base)?.[0] ?? base;
  return quads.filter(
    ({ subject, predicate, object }) =>
      object.termType === "NamedNode" &&
      !object.value.startsWith(origin) &&
      !notContext.test(predicate.value) &&
      subject.value.startsWith(base),
  );
}
