// `shihyo migrate DATA`: brings a city's tables to the current format.

import { marks } from "@shihyo/core";
import { migrate } from "../disk/year/migrate.ts";
import type { Command } from "./commands.ts";

export const migrateCommand: Command = {
  name: "migrate",
  operands: ["DATA"],
  options: [],
  about: {
    ja: "古い形式の表を、今の形式にする（値は変えない）",
    en: "Bring tables of an older format up to date; no value is changed",
  },
  example: "shihyo migrate data/142123",
  async run({ operands: [folder = ""], language }) {
    const done = await migrate(folder);
    const files = done.files.join(marks[language].comma);
    const text =
      done.files.length === 0
        ? { ja: "表はもう今の形式です。\n", en: "The tables are up to date already.\n" }
        : {
            ja: `表の形式を${done.from}から${done.to}にしました：${files}\n`,
            en: `The tables went from format ${done.from} to ${done.to}: ${files}\n`,
          };
    return { status: 0, text: text[language], json: done };
  },
};
