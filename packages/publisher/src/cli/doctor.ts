// `shihyo doctor URL`: a published folder on the web, seen from outside.

import { marks as writtenMarks } from "@shihyo/core";
import { useCityProxy } from "../outside/city-proxy.ts";
import { examine, type FindingLevel } from "../outside/web/doctor.ts";
import { type Command, strictOption, switchOption } from "./commands.ts";
import { plural } from "./issue-lines.ts";

const marks: Readonly<Record<FindingLevel, { readonly ja: string; readonly en: string }>> = {
  ok: { ja: "よい", en: "ok" },
  hint: { ja: "参考", en: "hint" },
  unchecked: { ja: "調べていない", en: "not checked" },
  warning: { ja: "警告", en: "warning" },
  error: { ja: "誤り", en: "error" },
};

export const doctorCommand: Command = {
  name: "doctor",
  operands: ["URL"],
  options: [
    switchOption("all", [
      "すべてのファイルを調べる（省略すると種類ごとに1つ）",
      "Look at every file (otherwise one of each kind)",
    ]),
    strictOption,
  ],
  about: {
    ja: "公開した場所を外から調べ、足りないことを示す",
    en: "Look at the published place from outside, and tell what is missing",
  },
  example: "shihyo doctor https://www.example.jp/opendata/142123/",
  async run({ operands: [url = ""], options, language }) {
    await useCityProxy();
    const found = await examine(url, { all: options.all === true });
    const count = (level: FindingLevel) => found.findings.filter((one) => one.level === level).length;
    const [errors, warnings] = [count("error"), count("warning")];
    const lines = found.findings.map(({ level, what, seen, advice }) => {
      const head = `${marks[level][language]} ${what[language]}${seen ? `${writtenMarks[language].colon}${seen}` : ""}\n`;
      return advice ? `${head}     ${advice[language]}\n` : head;
    });
    const end = {
      ja: `${found.files}件のうち${found.compared}件のファイルを調べました。誤り ${errors}件、警告 ${warnings}件。\n`,
      en: `Looked at ${found.compared} of ${plural(found.files, "file")}: ${plural(errors, "error")}, ${plural(warnings, "warning")}.\n`,
    }[language];
    const failed = errors > 0 || (options.strict === true && warnings > 0);
    return { status: failed ? 1 : 0, text: lines.join("") + end, json: found };
  },
};
