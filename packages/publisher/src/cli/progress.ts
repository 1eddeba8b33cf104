// Shows how far a run has come on one line of a terminal, which is written over and gone at the end.

import type { Language } from "@shihyo/core";

/** The part of a stream that is used: stderr, or what a test puts in its place. */
export interface TerminalStream {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string): unknown;
}

export interface Progress {
  /** What is done now; may be called as often as one likes. */
  step(doing: { readonly ja: string; readonly en: string }): void;
  /** Takes the line away. */
  end(): void;
}

/** A run that is over before this many milliseconds shows nothing. */
const patience = 1000;
/** And then no more often than this, so that the line costs nothing. */
const pause = 100;

const clearLine = "\r\u001b[2K";

/** For machines. */
export const noProgress: Progress = { step: () => undefined, end: () => undefined };

/** Nothing in a pipe or a file, and nothing on a terminal that cannot write over a line. */
export function progressOn(
  stream: TerminalStream,
  language: Language,
  { now = Date.now, terminal = process.env.TERM ?? "" } = {},
): Progress {
  if (!stream.isTTY || terminal === "dumb") return noProgress;
  const start = now();
  let last = Number.NEGATIVE_INFINITY;
  let isShown = false;
  return {
    step(doing) {
      const time = now();
      if (time - start < patience || time - last < pause) return;
      last = time;
      isShown = true;
      stream.write(clearLine + cut(doing[language], (stream.columns || 80) - 1));
    },
    end() {
      if (isShown) stream.write(clearLine);
      isShown = false;
    },
  };
}

/** A line that is too long would go on in the next one, and stay there; a full-width letter takes two places. */
function cut(line: string, width: number): string {
  let used = 0;
  let kept = "";
  for (const letter of line) {
    used += letter.charCodeAt(0) < 0x1100 ? 1 : 2;
    if (used > width) break;
    kept += letter;
  }
  return kept;
}
