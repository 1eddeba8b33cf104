// The SPARQL stores that loading is tried on: Oxigraph's and Apache Jena Fuseki's servers where they are at hand,
// and always a small server around Oxigraph's own store from npm.

import { spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { createServer as createSocket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { namedNode, Store } from "oxigraph";

export interface SparqlStore {
  /** For the Graph Store Protocol. */
  readonly graphs: string;
  readonly query: string;
  stop(): Promise<void>;
}

/** Set by scripts/sparql.mjs. */
const oxigraph = process.env.SHIHYO_TEST_OXIGRAPH;
const fuseki = process.env.SHIHYO_TEST_FUSEKI_JARS;

export const sparqlStores: readonly (readonly [
  name: string,
  isThere: boolean,
  open: () => Promise<SparqlStore>,
])[] = [
  ["Oxigraph's store from npm", true, smallServer],
  ["Oxigraph's server", oxigraph !== undefined, oxigraphServer],
  ["Apache Jena Fuseki", fuseki !== undefined, fusekiServer],
];

async function smallServer(): Promise<SparqlStore> {
  const store = new Store();
  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? "/", "http://store.example");
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks).toString("utf8");
    const graph = url.searchParams.get("graph");
    try {
      if (url.pathname === "/query") {
        response.end(String(store.query(body, { results_format: "json" })));
      } else if (request.method === "PUT" && graph !== null) {
        const format = String(request.headers["content-type"]).split(";")[0] ?? "";
        const fresh = new Store();
        fresh.load(body, { format, base_iri: graph });
        store.update(`DROP SILENT GRAPH <${graph}>`);
        store.load(body, { format, base_iri: graph, to_graph_name: namedNode(graph) });
        response.writeHead(204).end();
      } else response.writeHead(405).end();
    } catch (error) {
      response.writeHead(400).end(String(error));
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    graphs: `${url}/store`,
    query: `${url}/query`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function oxigraphServer(): Promise<SparqlStore> {
  const port = await freePort();
  const location = await mkdtemp(join(tmpdir(), "shihyo-oxigraph-"));
  const stop = background(oxigraph as string, [
    ...["serve", "--location", location, "--bind", `127.0.0.1:${port}`],
  ]);
  const url = `http://127.0.0.1:${port}`;
  await until(`${url}/query?query=ASK%20%7B%7D`);
  return {
    graphs: `${url}/store`,
    query: `${url}/query`,
    async stop() {
      await stop();
      await rm(location, { recursive: true, force: true });
    },
  };
}

async function fusekiServer(): Promise<SparqlStore> {
  const port = await freePort();
  const stop = background("java", [
    ...["-cp", join(fuseki as string, "*"), "org.apache.jena.fuseki.main.cmds.FusekiMainCmd"],
    ...["--localhost", `--port=${port}`, "--mem", "--update", "/data"],
  ]);
  const url = `http://127.0.0.1:${port}/data`;
  await until(`${url}/query?query=ASK%20%7B%7D`);
  return { graphs: `${url}/data`, query: `${url}/query`, stop };
}

function background(program: string, args: readonly string[]): () => Promise<void> {
  const child = spawn(program, args, { stdio: "ignore" });
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  return async () => {
    child.kill();
    await ended;
  };
}

async function until(url: string): Promise<void> {
  for (let tries = 0; tries < 300; tries += 1) {
    const response = await fetch(url).catch(() => undefined);
    if (response?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error(`${url} does not answer`);
}

async function freePort(): Promise<number> {
  const server = createSocket().listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
