// The kinds of file in a published folder, as a table: what a web server says of each, and what a portal calls it.

export interface FileKind {
  /** The ending of the file's name, without its dot; the longest that fits counts. */
  readonly ending: string;
  /** The whole Content-Type, with its charset where the kind is text. */
  readonly type: string;
  /** True where gzip or brotli make it smaller. */
  readonly compress: boolean;
  /** True for pages, which get a policy; everything else may be read from any site (CORS). */
  readonly page?: boolean;
  /** What a portal shows as its format. */
  readonly format?: string;
}

const text = (ending: string, type: string, format?: string): FileKind => ({
  ending,
  type: `${type}; charset=utf-8`,
  compress: true,
  ...(format ? { format } : {}),
});
const binary = (ending: string, type: string, format?: string): FileKind => ({
  ending,
  type,
  compress: false,
  ...(format ? { format } : {}),
});

/** JSON, RDF in XML and SVG state their encoding in themselves; the charset is said all the same, for old readers. */
export const fileKinds: readonly FileKind[] = [
  { ...text("html", "text/html"), page: true },
  text("csv", "text/csv", "CSV"),
  text("csv-metadata.json", "application/csvm+json", "JSON"),
  text("json", "application/json", "JSON"),
  text("jsonld", "application/ld+json", "JSON-LD"),
  text("ttl", "text/turtle", "TTL"),
  text("nt", "application/n-triples", "N-Triples"),
  text("rdf", "application/rdf+xml", "RDF"),
  text("atom", "application/atom+xml"),
  text("xml", "application/xml", "XML"),
  text("js", "text/javascript"),
  text("mjs", "text/javascript"),
  text("css", "text/css"),
  text("svg", "image/svg+xml"),
  text("txt", "text/plain"),
  text("md", "text/markdown"),
  text("yaml", "application/yaml"),
  binary("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "XLSX"),
  binary("parquet", "application/vnd.apache.parquet", "Parquet"),
  binary("zip", "application/zip", "ZIP"),
  binary("pdf", "application/pdf", "PDF"),
  binary("png", "image/png"),
  binary("ico", "image/x-icon"),
  binary("woff2", "font/woff2"),
];

/** A file without an ending that we know: SHA256SUMS is text, anything else is bytes. */
const sums: FileKind = { ending: "", type: "text/plain; charset=utf-8", compress: true };
const bytes: FileKind = { ending: "", type: "application/octet-stream", compress: false };

export function fileKind(path: string): FileKind {
  const name = path.slice(path.lastIndexOf("/") + 1).toLowerCase();
  const fits = fileKinds.filter(({ ending }) => name.endsWith(`.${ending}`));
  const longest = fits.reduce<FileKind | undefined>(
    (best, kind) => (best && best.ending.length >= kind.ending.length ? best : kind),
    undefined,
  );
  return longest ?? (name === "sha256sums" ? sums : bytes);
}

/** A released version of the elements never changes: `widgets/kpi-1.2.3.js`. */
export const immutablePath = /(?:^|\/)widgets\/[\w-]+-\d+\.\d+\.\d+(?:[.-][\w.-]+)?\.m?js$/;

/** The pages that other sites may put into a frame: `embed.html`, `embed.en.html`. */
export const framedPage = /(?:^|\/)embed(?:\.[a-z]+)?\.html$/;

export const cachingOf = (path: string): string =>
  immutablePath.test(path) ? "public, max-age=31536000, immutable" : "no-cache";

/** For a page that states no policy of its own. */
export const pagePolicy = "default-src 'self'; base-uri 'none'; form-action 'none'; object-src 'none'";

/** What a page cannot say of itself: `frame-ancestors` is ignored in a meta element. */
export const framePolicy = (path: string): string =>
  framedPage.test(path) ? "frame-ancestors *" : "frame-ancestors 'self'";
