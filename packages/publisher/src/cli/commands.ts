// The commands and their options, as data.

import type { Language } from "@shihyo/core";
import type { Progress } from "./progress.ts";

export interface Option {
  readonly name: string;
  readonly type: "boolean" | "string";
  /** One letter that stands for it: `-o`. */
  readonly short?: string;
  /** What stands in place of the value in the help. */
  readonly value?: string;
  readonly required?: boolean;
  readonly about: { readonly ja: string; readonly en: string };
}

export interface Command {
  readonly name: string;
  /** The arguments it takes, in order, all required. */
  readonly operands: readonly string[];
  readonly options: readonly Option[];
  readonly about: { readonly ja: string; readonly en: string };
  readonly example: string;
  run(call: Call): Promise<Outcome>;
}

/** A command line, taken apart and found to fit. */
interface Call {
  readonly operands: readonly string[];
  readonly options: Readonly<Record<string, string | boolean | undefined>>;
  readonly language: Language;
  /** A line for people while the command runs, on stderr: an address to look at, a file that is done. */
  say(line: string): void;
  /** How far it has come, on a terminal alone. */
  readonly progress: Progress;
}

/** 0 fine, 1 errors in the data, 2 wrong use, 3 could not be done. */
export type ExitStatus = 0 | 1 | 2 | 3;

export interface Outcome {
  readonly status: ExitStatus;
  /** For people, on stdout. */
  readonly text: string;
  /** For machines, with `--json`. */
  readonly json: unknown;
}

export const commonOptions: readonly Option[] = [
  {
    name: "lang",
    type: "string",
    value: "ja|en",
    about: { ja: "表示の言葉", en: "The language of what is printed" },
  },
  { name: "json", type: "boolean", about: { ja: "結果をJSONで出す", en: "Print the result as JSON" } },
  { name: "help", type: "boolean", about: { ja: "この説明を出す", en: "Print this help" } },
];

export const strictOption: Option = {
  name: "strict",
  type: "boolean",
  about: { ja: "警告も誤りとして扱う", en: "Treat warnings as errors" },
};
