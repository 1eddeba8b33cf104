// Puts the published graphs into a SPARQL store by the Graph Store Protocol: one graph a release, and one for the latest.

import { createHash } from "node:crypto";
import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { Refusal } from "../../refusal.ts";
import { withoutSecrets } from "../../secrets.ts";
import { answerBytes } from "../answer-bytes.ts";
import { askOutside, ProxyFault } from "../city-proxy.ts";
import { fileKind } from "../web/file-kinds.ts";
import { readDescription } from "./bundle.ts";
import { DoubtfulError, lastingFault, persist } from "./ckan-client.ts";
import { isPassing, type Patience, patience as patient } from "./patience.ts";

export interface LoadOptions {
  /** The store's address for the Graph Store Protocol. */
  readonly url: string;
  /** The whole Authorization header, where the store asks for one. */
  readonly authorization?: string;
  readonly patience?: Patience;
  readonly onGraph?: (graph: LoadedGraph) => void;
}

export interface LoadedGraph {
  readonly graph: string;
  /** Below the published folder. */
  readonly file: string;
  readonly bytes: number;
  /** Lower-case hexadecimal. */
  readonly sha256: string;
}

/**
 * Each graph is replaced by one PUT: a store that keeps the protocol shows the old graph or the new one, never a
 * part. The latest comes last, so that it never names a release that is not there yet.
 */
export async function load(folder: string, options: LoadOptions): Promise<LoadedGraph[]> {
  const { municipality, release } = await readDescription(folder);
  const sources = [
    ...(await earlierReleases(folder, municipality.code)).filter(([version]) => version !== release.version),
    [release.version, ""] as const,
  ];
  const plan = await Promise.all(
    sources.map(async ([version, below]) => ({
      graph: `${municipality.base}releases/${version}/#graph`,
      file: await graphFile(folder, below, municipality.code),
    })),
  );
  const latest = plan.at(-1);
  const all = [...plan, { graph: `${municipality.base}#graph`, file: latest?.file }];
  const loaded: LoadedGraph[] = [];
  for (const { graph, file } of all) {
    // An earlier release may have been published before there was RDF.
    if (file === undefined) continue;
    const done = await put(folder, file, graph, options);
    loaded.push(done);
    options.onGraph?.(done);
  }
  if (latest?.file === undefined) {
    throw new Refusal({
      ja: `${folder} に ${municipality.code}_dataset.nt も .ttl もありません。shihyo publish をやり直してください。`,
      en: `There is neither ${municipality.code}_dataset.nt nor .ttl in ${folder}. Run shihyo publish again.`,
    });
  }
  return loaded;
}

/** `releases/2025-11-22/`, oldest first; their names sort by date. */
async function earlierReleases(folder: string, code: string): Promise<(readonly [string, string])[]> {
  const entries = await readdir(join(folder, "releases"), { withFileTypes: true }).catch(() => []);
  const names = entries.filter((one) => one.isDirectory() && one.name !== "latest").map(({ name }) => name);
  const found: (readonly [string, string])[] = [];
  for (const name of names.sort()) {
    const below = `releases/${name}/`;
    if ((await graphFile(folder, below, code)) !== undefined) found.push([name, below]);
  }
  return found;
}

async function graphFile(folder: string, below: string, code: string): Promise<string | undefined> {
  for (const ending of ["nt", "ttl"]) {
    const file = `${below}${code}_dataset.${ending}`;
    if ((await stat(join(folder, file)).catch(() => undefined))?.isFile()) return file;
  }
  return undefined;
}

async function put(folder: string, file: string, graph: string, options: LoadOptions): Promise<LoadedGraph> {
  const { patience = patient, authorization } = options;
  const bytes = await readFile(join(folder, file));
  const url = new URL(options.url);
  url.searchParams.set("graph", graph);
  await persist(url.origin, patience, async () => {
    const response = await askOutside(url, {
      method: "PUT",
      headers: {
        "Content-Type": fileKind(file).type,
        ...(authorization === undefined ? {} : { Authorization: authorization }),
      },
      body: bytes,
      redirect: "manual",
      signal: AbortSignal.timeout(patience.timeout + Math.ceil(bytes.length / 100)),
    }).catch((error: Error) => {
      if (error instanceof ProxyFault) throw error;
      const { cause } = error;
      const lasting = lastingFault(
        error.name,
        (cause as NodeJS.ErrnoException | undefined)?.code ?? "",
        error.message,
      );
      if (lasting) throw lasting;
      throw new DoubtfulError(cause instanceof Error ? cause.message || error.message : error.message);
    });
    if (isPassing(response.status))
      throw new DoubtfulError(`HTTP ${response.status}`, response.headers.get("retry-after"));
    const said = await answerBytes(response).catch(() => undefined);
    if (!response.ok) throw refused(url, response.status, new TextDecoder().decode(said));
  });
  return { graph, file, bytes: bytes.length, sha256: createHash("sha256").update(bytes).digest("hex") };
}

function refused(url: URL, status: number, text: string): Refusal {
  const place = `${url.origin}${url.pathname}`;
  if (status === 401 || status === 403) {
    return new Refusal(
      {
        ja: `${place} に書き込めません（HTTP ${status}）。SHIHYO_SPARQL_AUTHORIZATION に「Basic …」などの認証を入れてください。`,
        en: `${place} may not be written to (HTTP ${status}). Put the authorization, “Basic …” for instance, into SHIHYO_SPARQL_AUTHORIZATION.`,
      },
      3,
    );
  }
  return new Refusal(
    {
      ja: `${place} がグラフを受け付けません（HTTP ${status}）：${withoutSecrets(text).slice(0, 200)}。Graph Store Protocolのアドレスか確かめてください（Oxigraphは /store、Fusekiは /データセット名/data）。`,
      en: `${place} does not take the graph (HTTP ${status}): ${withoutSecrets(text).slice(0, 200)}. See whether it is the address of the Graph Store Protocol (Oxigraph: /store, Fuseki: /NAME/data).`,
    },
    3,
  );
}
