// The page's side of its worker: a question, its answer, how far it has come, and a way to stop it.

import type { AnswerOf, AskOf, Reply, Request } from "../worker/protocol.ts";
import { part } from "./parts.ts";
import { scriptUrl } from "./trusted.ts";

/** What went wrong, in words for the clerk. */
export class WorkFailure extends Error {
  readonly sentence: { readonly ja: string; readonly en: string };
  constructor(sentence: { readonly ja: string; readonly en: string }) {
    super(sentence.en);
    this.sentence = sentence;
  }
}

type PartName = "worker" | "reader" | "printed" | "auditor";

interface Waiting {
  resolve(answer: unknown): void;
  reject(error: Error): void;
  onProgress: ((done: number) => void) | undefined;
}

export class WorkerClient<Asked> {
  readonly #part: PartName;
  #worker: Promise<Worker> | undefined;
  #next = 1;
  readonly #waiting = new Map<number, Waiting>();

  /** By the name of the part that holds its source. */
  constructor(name: PartName) {
    this.#part = name;
  }

  async ask<K extends keyof Asked>(
    kind: K,
    ask: AskOf<Asked[K]>,
    onProgress?: (done: number) => void,
  ): Promise<AnswerOf<Asked[K]>> {
    this.#worker ??= this.#start();
    const worker = await this.#worker;
    const id = this.#next++;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, {
        resolve: (answer) => resolve(answer as AnswerOf<Asked[K]>),
        reject,
        onProgress,
      });
      const request: Request = { id, kind, ask };
      worker.postMessage(request);
    });
  }

  /** Ends what runs; the next question starts anew, and the city must be opened again. */
  async stop(): Promise<void> {
    const worker = await this.#worker;
    worker?.terminate();
    this.#worker = undefined;
    const stopped = new WorkFailure({ ja: "中止しました。", en: "Stopped." });
    for (const { reject } of this.#waiting.values()) reject(stopped);
    this.#waiting.clear();
  }

  async #start(): Promise<Worker> {
    const source = await part(this.#part);
    const address = URL.createObjectURL(new Blob([source], { type: "text/javascript" }));
    const worker = new Worker(scriptUrl(address));
    worker.onmessage = ({ data }: MessageEvent<Reply>) => this.#take(data);
    worker.onerror = (event) => {
      const words = {
        ja: `処理が止まりました（${event.message}）。`,
        en: `The work broke off (${event.message}).`,
      };
      for (const { reject } of this.#waiting.values()) reject(new WorkFailure(words));
      this.#waiting.clear();
      this.#worker = undefined;
    };
    return worker;
  }

  #take(reply: Reply): void {
    const waiting = this.#waiting.get(reply.id);
    if (!waiting) return;
    if ("progress" in reply) {
      waiting.onProgress?.(reply.progress);
      return;
    }
    this.#waiting.delete(reply.id);
    if ("failed" in reply) waiting.reject(new WorkFailure(reply.failed));
    else waiting.resolve(reply.answer);
  }
}
