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
  /** What may follow them. */
  readonly optionalOperands?: readonly string[];
  /** Whether the last operand may be given again and again. */
  readonly repeats?: boolean;
  readonly options: readonly Option[];
  readonly about: { readonly ja: string; readonly en: string };
  readonly example: string;
  run(call: Call): Promise<Outcome>;
}

/** A command line, taken apart and found to fit. */
export interface Call {
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

type Words = readonly [ja: string, en: string];

/** An option with a value, which stands as `value` in the help. */
export function valueOption(name: string, value: string, [ja, en]: Words): Option {
  return { name, type: "string", value, about: { ja, en } };
}

/** One that the command cannot go without. */
export function neededOption(name: string, value: string, about: Words): Option {
  return { ...valueOption(name, value, about), required: true };
}

/** Where to write to: `-o`. */
export function outOption(value: string, about: Words): Option {
  return { ...valueOption("out", value, about), short: "o" };
}

/** One that is said or not. */
export function switchOption(name: string, [ja, en]: Words, short?: string): Option {
  return { name, type: "boolean", about: { ja, en }, ...(short === undefined ? {} : { short }) };
}

export const commonOptions: readonly Option[] = [
  valueOption("lang", "ja|en", ["表示の言葉", "The language of what is printed"]),
  switchOption("json", ["結果をJSONで出す", "Print the result as JSON"]),
  switchOption("help", ["この説明を出す", "Print this help"], "h"),
];

/** What stands before a command's name, or without one. */
export const programOptions: readonly Option[] = [
  ...commonOptions,
  switchOption("version", ["shihyo のバージョンを出す", "Print the version of shihyo"], "V"),
];

/** What each operand is, whichever command takes it. */
export const operandAbout: Readonly<Record<string, { readonly ja: string; readonly en: string }>> = {
  PLACE: {
    ja: "公開フォルダーのアドレス、またはこのパソコンのフォルダー",
    en: "A published folder, by its address or on this machine",
  },
  SQL: { ja: "問い合わせ（SQL）", en: "The query, in SQL" },
  DATA: { ja: "市の表のフォルダー", en: "the folder with the city's tables" },
  DIR: {
    ja: "shihyo publish が書き出した公開フォルダー",
    en: "the published folder, as shihyo publish wrote it",
  },
  YEAR: { ja: "年度：2025、R7、令和7年度", en: "the fiscal year: 2025, R7" },
  OLD: {
    ja: "前の公開フォルダー（または表のフォルダー）",
    en: "the earlier published folder, or folder of tables",
  },
  NEW: {
    ja: "新しい公開フォルダー（または表のフォルダー）",
    en: "the newer published folder, or folder of tables",
  },
  CODE: { ja: "全国地方公共団体コード、6桁", en: "the municipality's code of six digits" },
  FILE: {
    ja: "記入されたブックや市の表（.xlsx、.csv など）",
    en: "the workbook as it was filled in, or the city's own table (.xlsx, .csv)",
  },
  URL: { ja: "公開した場所のアドレス", en: "the address of the published place" },
  HOST: { ja: "nginx、apache、netlify、github-pages のどれか", en: "nginx, apache, netlify or github-pages" },
};

export const strictOption: Option = switchOption("strict", [
  "警告も誤りとして扱う",
  "Treat warnings as errors",
]);

export const verboseOption: Option = switchOption("verbose", [
  "同じ種類の警告も、1件ずつすべて示す",
  "Tell every warning, also those of one kind",
]);

export const outBookOption: Option = {
  ...outOption("FILE", ["書き出すブック（.xlsx）", "The workbook to write (.xlsx)"]),
  required: true,
};
