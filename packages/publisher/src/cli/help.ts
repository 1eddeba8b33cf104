// The help of the program and of each command, made from the commands as data.

import type { Language } from "@shihyo/core";
import { type Command, commonOptions } from "./commands.ts";

export function generalHelp(commands: readonly Command[], language: Language): string {
  const head = { ja: "使い方：shihyo 命令 …\n\n", en: "Usage: shihyo COMMAND …\n\n" };
  const width = Math.max(...commands.map(({ name }) => name.length));
  const lines = commands.map(({ name, about }) => `  ${name.padEnd(width)}  ${about[language]}\n`).join("");
  const foot = { ja: "\n詳しくは：shihyo 命令 --help\n", en: "\nMore: shihyo COMMAND --help\n" };
  return head[language] + lines + foot[language];
}

export function commandHelp(command: Command, language: Language): string {
  const options = [...command.options, ...commonOptions];
  const flag = (option: (typeof options)[number]) =>
    `--${option.name}${option.value ? ` ${option.value}` : ""}`;
  const width = Math.max(...options.map((option) => flag(option).length));
  const lines = options
    .map((option) => `  ${flag(option).padEnd(width)}  ${option.about[language]}\n`)
    .join("");
  const required = command.options
    .filter((option) => option.required)
    .map((option) => ` ${flag(option)}`)
    .join("");
  const words = { ja: { usage: "使い方", example: "例" }, en: { usage: "Usage", example: "Example" } }[
    language
  ];
  return `${command.about[language]}\n\n${words.usage}: shihyo ${command.name} ${command.operands.join(" ")}${required}\n\n${lines}\n${words.example}: ${command.example}\n`;
}
