// Compresses a text by gzip or brotli for whoever accepts it.

import { open } from "node:fs/promises";
import type { IncomingMessage, ServerResponse } from "node:http";
import { pipeline } from "node:stream";
import { constants, createBrotliCompress, createGzip } from "node:zlib";
import Negotiator from "negotiator";

/** A file of fewer bytes fits into one packet as it is. */
const smallest = 1024;

/** The better of the two that the client takes; `undefined` where it takes none, or the file is small. */
export function codingFor(request: IncomingMessage, bytes: number): "br" | "gzip" | undefined {
  if (bytes < smallest) return undefined;
  // Where the client takes both alike, brotli; the types do not know this option yet.
  const negotiator = new Negotiator(request) as unknown as {
    encoding(all: readonly string[], options: { readonly preferred: readonly string[] }): string | undefined;
  };
  const wanted = negotiator.encoding(["br", "gzip", "identity"], { preferred: ["br", "gzip"] });
  return wanted === "br" || wanted === "gzip" ? wanted : undefined;
}

/** Its length is not known before; the mark in its head is a weak one, which stands for both forms. */
export async function sendSmaller(
  file: string,
  coding: "br" | "gzip",
  response: ServerResponse,
): Promise<void> {
  // What is not there any more is seen before anything is sent.
  const handle = await open(file);
  response.removeHeader("Content-Length");
  response.setHeader("Content-Encoding", coding);
  const coder =
    coding === "gzip"
      ? createGzip()
      : createBrotliCompress({ params: { [constants.BROTLI_PARAM_QUALITY]: 4 } });
  // A client that goes away, or a file that cannot be read any further, ends the answer.
  pipeline(handle.createReadStream(), coder, response, (error) => {
    if (error) response.destroy();
  });
}
