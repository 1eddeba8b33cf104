// `shihyo publish DATA --out DIR`: the tables, checked, as open data and pages.

import { join } from "node:path";
import { type Dataset, type Issue, isBase, isError, type Language } from "@shihyo/core";
import { publish } from "../disk/publish.ts";
import type { WrittenFiles } from "../formats/format.ts";
import { Refusal } from "../refusal.ts";
import {
  type Command,
  type Outcome,
  outOption,
  strictOption,
  valueOption,
  verboseOption,
} from "./commands.ts";
import { issueCount, issueJson, issueLines, plural } from "./issue-lines.ts";

export const publishCommand: Command = {
  name: "publish",
  operands: ["DATA"],
  options: [
    {
      ...outOption("DIR", ["書き出し先（その市のフォルダー）", "Where to write to (the city's own folder)"]),
      required: true,
    },
    valueOption("base-iri", "IRI", [
      "municipality.json の base の代わりに使う",
      "Use this in place of base in municipality.json",
    ]),
    strictOption,
    verboseOption,
  ],
  about: {
    ja: "表を調べ、オープンデータとページを書き出す",
    en: "Check the tables, and write the open data and the pages",
  },
  example: "shihyo publish data/142123 --out published/142123",
  async run({ operands: [data = ""], options, language, progress }) {
    const out = String(options.out);
    const base = options["base-iri"];
    if (typeof base === "string" && !isBase(base)) {
      throw new Refusal({
        ja: `--base-iri には / で終わる http または https のアドレスを指定してください（今は ${base}）。`,
        en: `--base-iri takes an http or https address that ends in / (it is ${base}).`,
      });
    }
    const {
      issues,
      dataset,
      written,
      unchanged = false,
    } = await publish(data, out, {
      ...(typeof base === "string" ? { base } : {}),
      strict: options.strict === true,
      onFile: (format, files) => progress.step(writing(format, files)),
    });
    const lines = issueLines(issues, language, data, { verbose: options.verbose === true });
    if (!dataset || !written) {
      // What keeps it from being published; `check` tells the rest as well.
      const blocking = options.strict === true ? issues : issues.filter(isError);
      const kept = {
        ja: `${issueCount(issues, "ja")}。誤りを直すまで公開しません。${out} はそのままです。\n`,
        en: `${issueCount(issues, "en")}. Nothing is published until the errors are mended; ${out} is as it was.\n`,
      };
      return {
        status: 1,
        text: issueLines(blocking, language, data, { verbose: options.verbose === true }) + kept[language],
        json: { issues: issueJson(issues), published: false },
      };
    }
    return summary({ lines, dataset, written, unchanged, out, issues, language });
  },
};

function writing(format: string, files: number) {
  return {
    ja: `書き出しています：${files}ファイル（${format}）`,
    en: `Writing: ${plural(files, "file")} (${format})`,
  };
}

interface Published {
  readonly lines: string;
  readonly dataset: Dataset;
  readonly written: WrittenFiles;
  readonly unchanged: boolean;
  readonly out: string;
  readonly issues: readonly Issue[];
  readonly language: Language;
}

function summary({ lines, dataset, written, unchanged, out, issues, language }: Published): Outcome {
  const page = join(out, "index.html");
  const rows = [...dataset.observations()].length;
  const bytes = [...written.values()].reduce((total, file) => total + file.bytes, 0);
  const did = unchanged
    ? { ja: "前回から変わりはありません", en: "Nothing has changed since the last time" }
    : { ja: "公開しました", en: "Published" };
  const text = {
    ja: `${did.ja}：ファイル ${written.size}件、実績値 ${rows}行、指標 ${dataset.indicators.size}件、警告 ${issues.length}件。\n見るには：${page}\n`,
    en: `${did.en}: ${plural(written.size, "file")}, ${plural(rows, "row")} of values, ${plural(dataset.indicators.size, "indicator")}, ${plural(issues.length, "warning")}.\nLook at: ${page}\n`,
  };
  const json = {
    published: true,
    unchanged,
    out,
    page,
    files: written.size,
    bytes,
    rows,
    indicators: dataset.indicators.size,
    issues: issueJson(issues),
  };
  return { status: 0, text: lines + text[language], json };
}
