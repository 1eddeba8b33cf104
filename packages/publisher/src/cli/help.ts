// The help of the program, of a group of commands and of each command, made from the commands as data.

import type { Language } from "@shihyo/core";
import { type Command, commonOptions, type Option, operandAbout, programOptions } from "./commands.ts";

export function generalHelp(commands: readonly Command[], language: Language): string {
  const usage = { ja: "使い方：shihyo 命令 …", en: "Usage: shihyo COMMAND …" };
  const more = { ja: "詳しくは：shihyo help 命令", en: "More: shihyo help COMMAND" };
  return blocks(
    usage[language],
    abouts(commands, language),
    optionLines(programOptions, language),
    more[language],
  );
}

/** The commands that share a first word (`workbook`), each with how it is used. */
export function groupHelp(group: string, commands: readonly Command[], language: Language): string {
  const usage = { ja: "使い方：", en: "Usage:" }[language];
  const more = {
    ja: `詳しくは：shihyo help ${group} 命令`,
    en: `More: shihyo help ${group} COMMAND`,
  };
  const usages = commands.map((command) => `  ${usageOf(command)}\n`).join("");
  return blocks(`${usage}\n${usages.trimEnd()}`, abouts(commands, language), more[language]);
}

export function commandHelp(command: Command, language: Language): string {
  const words = { ja: { usage: "使い方", example: "例" }, en: { usage: "Usage", example: "Example" } };
  const { usage, example } = words[language];
  return blocks(
    command.about[language],
    `${usage}: ${usageOf(command)}`,
    lines(
      [...command.operands, ...(command.optionalOperands ?? [])].map((operand) => [
        operand,
        operandAbout[operand]?.[language] ?? "",
      ]),
    ),
    optionLines([...command.options, ...commonOptions], language),
    `${example}: ${command.example}`,
  );
}

/** `shihyo publish DATA --out DIR` */
export function usageOf(command: Command): string {
  const required = command.options.filter((option) => option.required).map(flag);
  const optional = (command.optionalOperands ?? []).map((operand) => `[${operand}]`);
  const again = command.repeats ? ["…"] : [];
  return ["shihyo", command.name, ...command.operands, ...again, ...optional, ...required].join(" ");
}

function blocks(...parts: readonly string[]): string {
  return `${parts
    .filter(Boolean)
    .map((part) => part.trimEnd())
    .join("\n\n")}\n`;
}

function abouts(commands: readonly Command[], language: Language): string {
  return lines(commands.map(({ name, about }) => [name, about[language]]));
}

function optionLines(options: readonly Option[], language: Language): string {
  const isShort = options.some(({ short }) => short);
  const shown = (option: Option) =>
    `${option.short ? `-${option.short}, ` : isShort ? "    " : ""}${flag(option)}`;
  return lines(options.map((option) => [shown(option), option.about[language]]));
}

function flag({ name, value }: Option): string {
  return `--${name}${value ? ` ${value}` : ""}`;
}

function lines(pairs: readonly (readonly [string, string])[]): string {
  const width = Math.max(0, ...pairs.map(([name]) => name.length));
  return pairs.map(([name, about]) => `  ${name.padEnd(width)}  ${about}\n`).join("");
}
