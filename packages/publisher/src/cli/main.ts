// Arguments to command to exit status: the only file that ends the process; what is printed goes through `output.ts`.

import "./short-process.ts";
import { type Language, languages } from "@shihyo/core";
import { Refusal } from "../refusal.ts";
import { type HelpSubject, saidLanguage, takeApart } from "./command-line.ts";
import type { ExitStatus } from "./commands.ts";
import { commandHelp, generalHelp, groupHelp } from "./help.ts";
import { keepGivenSecrets, print, printJson, say } from "./output.ts";
import { ownVersion } from "./own-version.ts";
import { noProgress, progressOn } from "./progress.ts";

async function main(args: readonly string[]): Promise<ExitStatus> {
  const language = languageOf(args);
  try {
    const line = await takeApart(args);
    if (line.kind === "version") {
      const version = ownVersion();
      if (line.options.json) printJson({ version });
      else print(`shihyo ${version}\n`);
      return 0;
    }
    if (line.kind !== "run") {
      print(helpOf(line.of, language));
      if (line.kind === "help") return 0;
      throw line.missing;
    }
    const { command, operands, options } = line;
    const progress = options.json ? noProgress : progressOn(process.stderr, language);
    const outcome = await command
      .run({ operands, options, language, say, progress })
      .finally(() => progress.end());
    if (options.json) printJson(outcome.json);
    else print(outcome.text);
    return outcome.status;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    say(error.sentence[language]);
    return error.status;
  }
}

function helpOf(subject: HelpSubject, language: Language): string {
  if ("command" in subject) return commandHelp(subject.command, language);
  const { group, commands } = subject;
  return group === undefined ? generalHelp(commands, language) : groupHelp(group, commands, language);
}

/** `--lang`, else the locale, else Japanese. */
function languageOf(args: readonly string[]): Language {
  const said = saidLanguage(args);
  const named = languages.find((one) => one === said);
  if (named) return named;
  const locale = process.env.LC_ALL || process.env.LC_MESSAGES || process.env.LANG || "";
  return /^en/i.test(locale) ? "en" : "ja";
}

/** A fault of ours, or of the machine: in a sentence; the trace is for whoever mends it. */
function faultWords(error: unknown, language: Language): string {
  const what = error instanceof Error ? error.message : String(error);
  const words = {
    ja: `この道具の中で問題が起き、最後までできませんでした（${what}）。途中のものは残っていません。SHIHYO_TRACE=1 を付けて実行すると、直す人のための詳しい記録が出ます。`,
    en: `Something went wrong inside this tool, and it could not finish (${what}). Nothing half done is left. With SHIHYO_TRACE=1 it prints the details for whoever mends it.`,
  }[language];
  const trace = error instanceof Error && process.env.SHIHYO_TRACE ? `\n${error.stack}` : "";
  return words + trace;
}

const given = process.argv.slice(2);
keepGivenSecrets(given);
main(given).then(
  (status) => {
    process.exitCode = status;
  },
  (error: unknown) => {
    say(faultWords(error, languageOf(given)));
    process.exitCode = 3;
  },
);
