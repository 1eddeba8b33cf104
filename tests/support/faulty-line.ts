// A stand-in for the line between a client and a portal: forwards each request, and spoils those it is told to.

import { createServer, type IncomingMessage, request as open, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** Before: the portal never hears of the request. After: it has done what was asked, and nobody learns of it. */
export const faults = [
  "cut before",
  "cut after",
  "half the request",
  "half the answer",
  "500 before",
  "500 after",
  "429",
  "too slow",
] as const;
export type LineFault = (typeof faults)[number];

export interface FaultyLine {
  readonly url: string;
  /** How many requests have come. */
  count(): number;
  /** Spoils the requests for which this gives a fault; they are counted from 1. */
  spoil(when: (at: number) => LineFault | undefined): void;
  stop(): Promise<void>;
}

/** `slow` is how long an answer is held back that is too slow, in milliseconds. */
export async function faultyLine(portal: string, slow: number): Promise<FaultyLine> {
  let count = 0;
  let when: (at: number) => LineFault | undefined = () => undefined;
  const { hostname, port } = new URL(portal);

  function forward(
    request: IncomingMessage,
    body: Buffer,
    half: boolean,
  ): Promise<{ status: number; headers: IncomingMessage["headers"]; body: Buffer }> {
    return new Promise((resolve, reject) => {
      const outgoing = open(
        { hostname, port, path: request.url, method: request.method, headers: request.headers, agent: false },
        (answer) => {
          const chunks: Buffer[] = [];
          answer.on("data", (chunk: Buffer) => chunks.push(chunk));
          answer.on("end", () =>
            resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: Buffer.concat(chunks) }),
          );
          answer.on("error", reject);
        },
      );
      outgoing.on("error", reject);
      if (half) outgoing.write(body.subarray(0, body.length >> 1), () => outgoing.destroy());
      else outgoing.end(body);
    });
  }

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    count += 1;
    const fault = when(count);
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks);
    const refuse = (status: number, headers = {}) => {
      response.writeHead(status, headers);
      response.end("spoilt");
    };
    if (fault === "cut before") return void request.socket.destroy();
    if (fault === "500 before") return refuse(503);
    if (fault === "429") return refuse(429, { "Retry-After": "0" });
    if (fault === "half the request") {
      await forward(request, body, true).catch(() => undefined);
      return void request.socket.destroy();
    }
    const answer = await forward(request, body, false);
    if (fault === "cut after") return void request.socket.destroy();
    if (fault === "500 after") return refuse(500);
    if (fault === "too slow") await new Promise((resolve) => setTimeout(resolve, slow));
    const { connection: _, "transfer-encoding": __, ...headers } = answer.headers;
    response.writeHead(answer.status, { ...headers, "content-length": answer.body.length });
    if (fault === "half the answer") {
      response.write(answer.body.subarray(0, answer.body.length >> 1), () => request.socket.destroy());
    } else response.end(answer.body);
  }

  const server = createServer((request, response) => {
    handle(request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    count: () => count,
    spoil(now) {
      count = 0;
      when = now;
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
