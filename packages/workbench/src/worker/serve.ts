// A worker's side of its questions: each is answered by its handler, and a failure is told in a sentence.

import { Refusal } from "@shihyo/publisher/pure";
import type { AnswerOf, AskOf, Reply, Request } from "./protocol.ts";

export type Handlers<Asked> = {
  readonly [K in keyof Asked]: (
    ask: AskOf<Asked[K]>,
    onProgress: (done: number) => void,
  ) => AnswerOf<Asked[K]> | Promise<AnswerOf<Asked[K]>>;
};

/** The worker's own scope; the page's types know a window alone. */
const scope = self as unknown as {
  onmessage: ((event: MessageEvent<Request>) => void) | null;
  postMessage(reply: Reply): void;
};

export function serve<Asked>(handlers: Handlers<Asked>): void {
  scope.onmessage = ({ data: { id, kind, ask } }) => {
    const handler = handlers[kind as keyof Asked] as (
      ask: unknown,
      onProgress: (done: number) => void,
    ) => unknown;
    void answer(id, async () => handler(ask, (progress) => scope.postMessage({ id, progress })));
  };
}

async function answer(id: number, work: () => Promise<unknown>): Promise<void> {
  try {
    scope.postMessage({ id, answer: await work() });
  } catch (error) {
    scope.postMessage({ id, failed: sentenceOf(error) });
  }
}

function sentenceOf(error: unknown): { ja: string; en: string } {
  if (error instanceof Refusal) return { ...error.sentence };
  const words = error instanceof Error ? error.message : String(error);
  return {
    ja: `この処理はできませんでした（${words}）。作業の内容は残っています。`,
    en: `This could not be done (${words}). Your work is kept.`,
  };
}
