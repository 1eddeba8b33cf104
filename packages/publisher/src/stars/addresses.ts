// Where the IRIs of a folder lead: the base under which it would stand, and the file that an IRI asks for.

import type { Evidence } from "./evidence.ts";

/** The file that a web server gives for the IRI, were the folder at `base`; `undefined` where there is none. */
export function fileFor(iri: string, base: string, files: ReadonlySet<string>): string | undefined {
  if (!iri.startsWith(base)) return undefined;
  const path = decode(iri.slice(base.length).replace(/[#?].*$/, ""));
  const candidates =
    path === "" || path.endsWith("/")
      ? [`${path}index.html`]
      : [
          path,
          `${path}/index.html`,
          ...["html", "ttl", "jsonld", "nt", "json"].map((ending) => `${path}.${ending}`),
        ];
  return candidates.find((candidate) => files.has(candidate));
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** So many subjects are enough to see where a folder belongs. */
const sample = 500;

/**
 * The address under which most of the folder's own subjects lead to its files; where none does, the folder
 * that most of them share, so that it can be said what does not resolve.
 */
export function publishedBase({ rdf, files }: Evidence): string | undefined {
  const subjects = new Set<string>();
  for (const { quads } of rdf) {
    for (const { subject, predicate } of quads) {
      if (predicate.value.endsWith("#type") && /^https?:\/\//.test(subject.value))
        subjects.add(subject.value);
    }
  }
  const all = [...subjects];
  const step = Math.max(1, Math.floor(all.length / sample));
  const chosen = all.filter((_, index) => index % step === 0);
  const resolved = new Map<string, number>();
  const shared = new Map<string, number>();
  for (const subject of chosen) {
    for (const prefix of prefixesOf(subject)) {
      shared.set(prefix, (shared.get(prefix) ?? 0) + 1);
      if (fileFor(subject, prefix, files)) resolved.set(prefix, (resolved.get(prefix) ?? 0) + 1);
    }
  }
  return most(resolved) ?? most(shared);
}

/** Every folder above what the IRI names: `https://a/`, `https://a/b/`. */
function prefixesOf(iri: string): string[] {
  const path = iri.replace(/[#?].*$/, "");
  const prefixes: string[] = [];
  for (let at = path.indexOf("/", path.indexOf("//") + 2); at >= 0; at = path.indexOf("/", at + 1)) {
    prefixes.push(path.slice(0, at + 1));
  }
  return prefixes;
}

/** The commonest; of equals the longest, which is the nearest folder. */
function most(counts: ReadonlyMap<string, number>): string | undefined {
  let best: string | undefined;
  for (const [prefix, count] of counts) {
    const other = best === undefined ? 0 : (counts.get(best) ?? 0);
    if (count > other || (count === other && prefix.length > (best?.length ?? 0))) best = prefix;
  }
  return best;
}
