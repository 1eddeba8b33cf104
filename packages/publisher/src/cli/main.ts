// Arguments to command to exit status: the only file that prints or exits.

import "./short-process.ts";
import { readFileSync } from "node:fs";
import type { Language } from "@shihyo/core";
import { Refusal } from "../refusal.ts";
import { type HelpSubject, saidLanguage, takeApart } from "./command-line.ts";
import type { ExitStatus } from "./commands.ts";
import { commandHelp, generalHelp, groupHelp } from "./help.ts";
import { noProgress, progressOn } from "./progress.ts";

async function main(args: readonly string[]): Promise<ExitStatus> {
  const language = languageOf(args);
  try {
    const line = await takeApart(args);
    if (line.kind === "version") {
      const version = ownVersion();
      process.stdout.write(line.options.json ? asJson({ version }) : `shihyo ${version}\n`);
      return 0;
    }
    if (line.kind !== "run") {
      process.stdout.write(helpOf(line.of, language));
      if (line.kind === "help") return 0;
      throw line.missing;
    }
    const { command, operands, options } = line;
    const progress = options.json ? noProgress : progressOn(process.stderr, language);
    const outcome = await command
      .run({ operands, options, language, say, progress })
      .finally(() => progress.end());
    process.stdout.write(options.json ? asJson(outcome.json) : outcome.text);
    return outcome.status;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    process.stderr.write(`${error.sentence[language]}\n`);
    return error.status;
  }
}

function helpOf(subject: HelpSubject, language: Language): string {
  if ("command" in subject) return commandHelp(subject.command, language);
  const { group, commands } = subject;
  return group === undefined ? generalHelp(commands, language) : groupHelp(group, commands, language);
}

function asJson(value: unknown): string {
  return `${JSON.stringify(value, undefined, 2)}\n`;
}

function say(line: string): void {
  process.stderr.write(`${line}\n`);
}

function ownVersion(): string {
  const file = new URL("../../package.json", import.meta.url);
  return (JSON.parse(readFileSync(file, "utf8")) as { version: string }).version;
}

/** `--lang`, else the locale, else Japanese. */
function languageOf(args: readonly string[]): Language {
  const said = saidLanguage(args);
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
