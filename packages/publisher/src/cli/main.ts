// Arguments to command to exit status: the only file that prints or exits.

import "./short-process.ts";
import { parseArgs } from "node:util";
import type { Language } from "@shihyo/core";
import { Refusal } from "../refusal.ts";
import { type Command, commonOptions, type ExitStatus, type Option, type Outcome } from "./commands.ts";
import { commandHelp, generalHelp } from "./help.ts";
import { noProgress, progressOn } from "./progress.ts";

/** Each is loaded only when it is called: what one command needs (a workbook library) costs the others nothing. */
const commands: Readonly<Record<string, () => Promise<Command>>> = {
  check: async () => (await import("./check.ts")).checkCommand,
  publish: async () => (await import("./publish.ts")).publishCommand,
  stars: async () => (await import("./stars.ts")).starsCommand,
  diff: async () => (await import("./diff.ts")).diffCommand,
  year: async () => (await import("./year.ts")).yearCommand,
  init: async () => (await import("./init.ts")).initCommand,
  migrate: async () => (await import("./migrate.ts")).migrateCommand,
  "workbook export": async () => (await import("./workbook.ts")).workbookExportCommand,
  "workbook import": async () => (await import("./workbook.ts")).workbookImportCommand,
  reconcile: async () => (await import("./reconcile.ts")).reconcileCommand,
  list: async () => (await import("./list.ts")).listCommand,
  serve: async () => (await import("./serve.ts")).serveCommand,
  upload: async () => (await import("./upload.ts")).uploadCommand,
  load: async () => (await import("./load.ts")).loadCommand,
  doctor: async () => (await import("./doctor.ts")).doctorCommand,
  "deploy-config": async () => (await import("./deploy-config.ts")).deployConfigCommand,
};

async function allCommands(): Promise<Command[]> {
  return Promise.all(Object.values(commands).map((load) => load()));
}

async function main(args: readonly string[]): Promise<ExitStatus> {
  const language = languageOf(args);
  try {
    const [name, ...rest] = twoWords(args);
    if (name === undefined || name === "--help" || name === "help" || name === "-h") {
      process.stdout.write(generalHelp(await allCommands(), language));
      return name === undefined ? 2 : 0;
    }
    const load = Object.hasOwn(commands, name) ? commands[name] : undefined;
    if (!load) throw unknownCommand(name);
    const command = await load();
    const { values, positionals } = take(command, rest);
    if (values.help) {
      process.stdout.write(commandHelp(command, language));
      return 0;
    }
    requireAll(command, positionals, values);
    const progress = values.json ? noProgress : progressOn(process.stderr, language);
    const outcome = await command
      .run({ operands: positionals, options: values, language, say, progress })
      .finally(() => progress.end());
    process.stdout.write(values.json ? `${JSON.stringify(outcome.json, undefined, 2)}\n` : printed(outcome));
    return outcome.status;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    process.stderr.write(`${error.sentence[language]}\n`);
    return error.status;
  }
}

/** `workbook export` is one command's name. */
function twoWords(args: readonly string[]): readonly string[] {
  const [first, second, ...rest] = args;
  const both = `${first} ${second}`;
  return Object.hasOwn(commands, both) ? [both, ...rest] : args;
}

function say(line: string): void {
  process.stderr.write(`${line}\n`);
}

function printed({ text }: Outcome): string {
  return text;
}

function unknownCommand(name: string): Refusal {
  const known = Object.keys(commands).join(", ");
  return new Refusal({
    ja: `「${name}」という命令はありません。使えるもの：${known}`,
    en: `There is no command “${name}”. There are: ${known}`,
  });
}

type Values = Record<string, string | boolean | undefined>;

function take(command: Command, args: readonly string[]): { values: Values; positionals: string[] } {
  const options = [...command.options, ...commonOptions];
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
    throw wrongOption(command, options, error as Error);
  }
}

function wrongOption(command: Command, options: readonly Option[], error: Error): Refusal {
  const named = /--?[A-Za-z][\w-]*/.exec(error.message)?.[0] ?? "";
  const known = options.map(({ name }) => `--${name}`).join(" ");
  const exists = options.some(({ name }) => `--${name}` === named);
  return exists
    ? new Refusal({
        ja: `${named} の書き方が違います。shihyo ${command.name} --help を見てください。`,
        en: `${named} is not used like that. See shihyo ${command.name} --help.`,
      })
    : new Refusal({
        ja: `${named} という選択肢は shihyo ${command.name} にはありません。使えるもの：${known}`,
        en: `shihyo ${command.name} has no option ${named}. It has: ${known}`,
      });
}

function requireAll(command: Command, positionals: readonly string[], values: Values): void {
  const usage = `shihyo ${command.name} ${command.operands.join(" ")}`;
  const missing =
    command.operands.find((_, index) => !positionals[index]) ??
    command.options.find(({ name, required }) => required && !values[name])?.name;
  if (missing !== undefined) {
    const shown = command.operands.includes(missing) ? missing : `--${missing}`;
    throw new Refusal({
      ja: `${shown} を指定してください。例：${command.example}`,
      en: `Name ${shown}. For example: ${command.example}`,
    });
  }
  const extra = positionals[command.operands.length];
  if (extra !== undefined) {
    throw new Refusal({
      ja: `「${extra}」は余分です。使い方：${usage}`,
      en: `“${extra}” is too much. Usage: ${usage}`,
    });
  }
  const { lang } = values;
  if (lang !== undefined && lang !== "ja" && lang !== "en") {
    throw new Refusal({ ja: "--lang は ja か en です。", en: "--lang is ja or en." });
  }
}

/** `--lang`, else the locale, else Japanese. */
function languageOf(args: readonly string[]): Language {
  const at = args.findIndex((arg) => arg === "--lang" || arg.startsWith("--lang="));
  const said = at < 0 ? undefined : (args[at]?.split("=")[1] ?? args[at + 1]);
  if (said === "ja" || said === "en") return said;
  const locale = process.env.LC_ALL || process.env.LC_MESSAGES || process.env.LANG || "";
  return /^en/i.test(locale) ? "en" : "ja";
}

main(process.argv.slice(2)).then(
  (status) => {
    process.exitCode = status;
  },
  (error: unknown) => {
    // A fault of ours: the trace is for whoever mends it.
    process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    process.exitCode = 3;
  },
);
