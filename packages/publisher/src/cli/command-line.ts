// A command line taken apart: the command that is meant, or the help that is asked for; wrong use is refused.

import { parseArgs } from "node:util";
import { languages } from "@shihyo/core";
import { Refusal } from "../refusal.ts";
import { type Command, commonOptions, type Option, operandAbout, programOptions } from "./commands.ts";
import { usageOf } from "./help.ts";
import { nearest } from "./nearest.ts";
import { commandNamed, commandNames, commandsOf, namesIn } from "./registry.ts";

type Values = Readonly<Record<string, string | boolean | undefined>>;

export type CommandLine =
  | {
      readonly kind: "run";
      readonly command: Command;
      readonly operands: readonly string[];
      readonly options: Values;
    }
  | { readonly kind: "help"; readonly of: HelpSubject }
  /** No command was named, or only the first word of one: its help, and what is missing. */
  | { readonly kind: "unsaid"; readonly of: HelpSubject; readonly missing: Refusal }
  | { readonly kind: "version"; readonly options: Values };

/** One command, a group of them (`workbook`), or without a group all of them. */
export type HelpSubject =
  | { readonly command: Command }
  | { readonly group?: string; readonly commands: readonly Command[] };

export async function takeApart(args: readonly string[]): Promise<CommandLine> {
  requireLanguage(args);
  let at = 0;
  while (args[at]?.startsWith("-")) at += args[at] === "--lang" ? 2 : 1;
  const before = take("", programOptions, args.slice(0, at)).values;
  const rest = args.slice(at);
  const [first, ...others] = rest;
  if (before.version) return { kind: "version", options: before };
  if (first === "help") return helpAsked(take("help", commonOptions, others).positionals);
  if (before.help) return helpAsked(wordsAtFront(rest));
  if (first === undefined) return { kind: "unsaid", of: await subject(), missing: commandUnsaid() };

  const found = await commandIn(rest);
  if (!found) {
    if (namesIn(first).length === 0) throw unknownCommand([first]);
    if (wantsHelp(others)) return { kind: "help", of: await subject(first) };
    const second = others.find((word) => !word.startsWith("-"));
    if (second !== undefined && second === others[0]) throw unknownCommand([first, second]);
    return { kind: "unsaid", of: await subject(first), missing: restUnsaid(first) };
  }
  const { command, after } = found;
  if (wantsHelp(after)) return { kind: "help", of: { command } };
  const { values, positionals } = take(command.name, [...command.options, ...commonOptions], after);
  requireAll(command, positionals, values);
  return { kind: "run", command, operands: positionals, options: { ...before, ...values } };
}

/** The command that the words begin with, and what comes after its name. `workbook export` is one name. */
async function commandIn(
  words: readonly string[],
): Promise<{ readonly command: Command; readonly after: readonly string[] } | undefined> {
  for (const length of [2, 1]) {
    const command = await commandNamed(words.slice(0, length).join(" "));
    if (command) return { command, after: words.slice(length) };
  }
  return undefined;
}

/** `shihyo help`, `shihyo help year`, `shihyo help workbook`, `shihyo help workbook export`. */
async function helpAsked(words: readonly string[]): Promise<CommandLine> {
  const [first] = words;
  if (first === undefined || first === "help") return { kind: "help", of: await subject() };
  const found = await commandIn(words);
  if (found) return { kind: "help", of: { command: found.command } };
  if (namesIn(first).length === 0 || words.length > 1) throw unknownCommand(words);
  return { kind: "help", of: await subject(first) };
}

function wordsAtFront(args: readonly string[]): readonly string[] {
  const end = args.findIndex((word) => word.startsWith("-"));
  return args.slice(0, end < 0 ? undefined : end);
}

async function subject(group?: string): Promise<HelpSubject> {
  const commands = await commandsOf(group);
  return group === undefined ? { commands } : { group, commands };
}

function wantsHelp(args: readonly string[]): boolean {
  const end = args.indexOf("--");
  return args.slice(0, end < 0 ? undefined : end).some((word) => word === "--help" || word === "-h");
}

function commandUnsaid(): Refusal {
  return new Refusal({ ja: "命令を指定してください。", en: "Name a command." });
}

function restUnsaid(group: string): Refusal {
  const words = namesIn(group).map((name) => name.slice(group.length + 1));
  return new Refusal({
    ja: `shihyo ${group} の後に、何をするかを指定してください：${words.join(" か ")}`,
    en: `After shihyo ${group}, say what to do: ${words.join(" or ")}`,
  });
}

function unknownCommand([first = "", second = ""]: readonly string[]): Refusal {
  const inGroup = namesIn(first);
  const typed = inGroup.length > 0 && second !== "" ? `${first} ${second}` : first;
  const meant =
    inGroup.length > 0
      ? nearestIn(inGroup, second, 1)
      : // `export` is meant for `workbook export`.
        (nearestIn(commandNames, first, 0) ?? nearestIn(commandNames, first, 1));
  const known = (inGroup.length > 0 ? inGroup : commandNames).join(", ");
  return new Refusal(
    meant === undefined
      ? {
          ja: `「${typed}」という命令はありません。使えるもの：${known}`,
          en: `There is no command “${typed}”. There are: ${known}`,
        }
      : {
          ja: `「${typed}」という命令はありません。「shihyo ${meant}」ではありませんか（一覧は shihyo --help）。`,
          en: `There is no command “${typed}”. Did you mean shihyo ${meant}? (shihyo --help lists them all.)`,
        },
  );
}

/** The name whose word at that place is nearest to what was typed; of several, the first word they share, or all. */
function nearestIn(names: readonly string[], typed: string, place: 0 | 1): string | undefined {
  const words = names.map((name) => name.split(" "));
  const word = nearest(typed, [...new Set(words.flatMap((one) => one[place] ?? []))]);
  const found = words.filter((one) => word !== undefined && one[place] === word);
  return found.length > 1 && place === 0
    ? word
    : found.map((one) => one.join(" ")).join(" / shihyo ") || undefined;
}

interface Taken {
  readonly values: Values;
  readonly positionals: readonly string[];
}

function take(name: string, options: readonly Option[], args: readonly string[]): Taken {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: Object.fromEntries(
        options.map(({ name, type, short }) => [name, short ? { type, short } : { type }]),
      ),
    });
    return { values: values as Values, positionals };
  } catch (error) {
    throw wrongOption(name, options, error as Error);
  }
}

function wrongOption(name: string, options: readonly Option[], error: Error): Refusal {
  // Where an option has both, the long one is told: `Option '-o, --out <value>' argument missing`.
  const named = (/--[A-Za-z][\w-]*/.exec(error.message) ?? /-[A-Za-z]/.exec(error.message))?.[0] ?? "";
  const command = ["shihyo", name].filter(Boolean).join(" ");
  const names = options.map((option) => option.name);
  if (names.map(asTyped).includes(named)) {
    return new Refusal({
      ja: `${named} の書き方が違います。${command} --help を見てください。`,
      en: `${named} is not used like that. See ${command} --help.`,
    });
  }
  const meant = nearest(named.replace(/^-+/, ""), names);
  const hint = {
    ja: meant === undefined ? `使えるもの：${names.map(asTyped).join(" ")}` : `--${meant} ではありませんか。`,
    en: meant === undefined ? `There are: ${names.map(asTyped).join(" ")}` : `Did you mean --${meant}?`,
  };
  return new Refusal(
    name === ""
      ? {
          ja: `命令の前に ${named} は書けません（命令の選択肢は命令の後に書きます）。${hint.ja}`,
          en: `${named} cannot stand before a command (a command's options come after it). ${hint.en}`,
        }
      : {
          ja: `${named} という選択肢は ${command} にはありません。${hint.ja}`,
          en: `${command} has no option ${named}. ${hint.en}`,
        },
  );
}

const asTyped = (name: string) => `--${name}`;

function requireAll(command: Command, positionals: readonly string[], values: Values): void {
  const operand = command.operands.find((_, index) => !positionals[index]);
  if (operand !== undefined) {
    throw new Refusal({
      ja: `${operand}（${operandAbout[operand]?.ja}）を指定してください。例：${command.example}`,
      en: `Name ${operand}, ${operandAbout[operand]?.en}. For example: ${command.example}`,
    });
  }
  const option = command.options.find(({ name, required }) => required && !values[name]);
  if (option) {
    throw new Refusal({
      ja: `--${option.name}（${option.about.ja}）を指定してください。例：${command.example}`,
      en: `Name --${option.name}. For example: ${command.example}`,
    });
  }
  const extra = positionals[command.operands.length + (command.optionalOperands?.length ?? 0)];
  if (extra !== undefined && command.repeats !== true) {
    throw new Refusal({
      ja: `「${extra}」は余分です。使い方：${usageOf(command)}`,
      en: `“${extra}” is too much. Usage: ${usageOf(command)}`,
    });
  }
}

/** Asked before all else, so that even the help comes in a language that was named. */
function requireLanguage(args: readonly string[]): void {
  const said = saidLanguage(args);
  if (said !== undefined && !languages.some((one) => one === said)) {
    throw new Refusal({ ja: "--lang は ja か en です。", en: "--lang is ja or en." });
  }
}

/** What follows `--lang`, wherever it stands. */
export function saidLanguage(args: readonly string[]): string | undefined {
  const at = args.findIndex((arg) => arg === "--lang" || arg.startsWith("--lang="));
  return at < 0 ? undefined : args[at] === "--lang" ? args[at + 1] : args[at]?.slice("--lang=".length);
}
