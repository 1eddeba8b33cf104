// `shihyo init CODE`: makes a new city's folder.

import { isDate } from "@shihyo/core";
import { initCity } from "../disk/put-new-city.ts";
import { putWorkflow, workflowFor } from "../disk/put-workflow.ts";
import { today } from "../formats/new-city.ts";
import { workflowPath } from "../formats/pages-workflow.ts";
import { Refusal } from "../refusal.ts";
import { type Command, outOption, switchOption, valueOption } from "./commands.ts";
import { howOf, intakeOptions, nameOption, takeIn } from "./intake.ts";
import { ownVersion } from "./own-version.ts";
import { yearOf } from "./year.ts";

export const initCommand: Command = {
  name: "init",
  operands: ["CODE"],
  options: [
    nameOption,
    outOption("DIR", ["作るフォルダー（なければ data/コード）", "The folder to make (else data/CODE)"]),
    valueOption("year", "YEAR", [
      "最初の年度（なければ前の年度）",
      "The first year (else the last one that is over)",
    ]),
    valueOption("date", "YYYY-MM-DD", [
      "最初の版の日付（なければ今日）",
      "The date of the first release (else today)",
    ]),
    valueOption("from", "FILE", [
      "市のExcelやCSVから表を作る（intake と同じ）",
      "Make the tables from the city's own Excel or CSV (as intake does)",
    ]),
    switchOption("github", [
      "GitHubで確かめて公開するワークフローも作る（リポジトリーの一番上で実行する）",
      "Also make a workflow that checks and publishes on GitHub (run it at the repository's top)",
    ]),
    ...intakeOptions,
  ],
  about: {
    ja: "新しい市のフォルダーを作る（見本の行付き。すぐに公開できる）",
    en: "Make a new city's folder, with an example row, ready to be published",
  },
  example: "shihyo init 142077 --name 神奈川県茅ヶ崎市",
  async run(call) {
    const { operands, options, language } = call;
    const [code = ""] = operands;
    const folder = typeof options.out === "string" ? options.out : `data/${code}`;
    // Refused before anything is made.
    const workflow =
      options.github === true ? await workflowFor(".", folder, { code, version: ownVersion() }) : undefined;
    const told = { ja: "", en: "" };
    if (workflow !== undefined) {
      told.ja = `${workflowPath} を作りました。GitHubの Settings → Pages の Source を「GitHub Actions」にし、municipality.json の基底IRIを公開先のアドレスにしてください。\n`;
      told.en = `Made ${workflowPath}. On GitHub choose “GitHub Actions” as the source under Settings → Pages, and set the base IRI in municipality.json to the site's address.\n`;
    }
    if (typeof options.from === "string") {
      const taken = await takeIn([options.from], howOf(call, folder, code));
      if (workflow === undefined || options["dry-run"] === true) return taken;
      await putWorkflow(".", workflow);
      return { ...taken, text: `${taken.text}${told[language]}` };
    }
    const date = typeof options.date === "string" ? options.date : today();
    if (!isDate(date)) {
      throw new Refusal({
        ja: `--date は YYYY-MM-DD の形で書いてください（今は ${date}）。`,
        en: `--date takes YYYY-MM-DD (it is ${date}).`,
      });
    }
    const year = typeof options.year === "string" ? yearOf(options.year) : lastWholeYear(date);
    const name = typeof options.name === "string" ? { name: options.name } : {};
    const city = await initCity(folder, { code, ...name, year, date });
    if (workflow !== undefined) await putWorkflow(".", workflow);
    const unlisted = {
      ja: city.listed ? "" : `コード ${code} は一覧にありませんが、検査数字は合っています。\n`,
      en: city.listed ? "" : `The code ${code} is not in our list, but its check digit fits.\n`,
    };
    const text = {
      ja: `${city.name}のフォルダーを作りました：${folder}（${city.files.length}ファイル）。\n${unlisted.ja}「（例）」の付いた行と文を、自分の団体のものに書き換えてください。\n確かめるには：shihyo check ${folder}\n`,
      en: `Made ${folder} for ${city.name} (${city.files.length} files).\n${unlisted.en}Replace the rows and texts that begin with （例）.\nTo check it: shihyo check ${folder}\n`,
    };
    return {
      status: 0,
      text: `${text[language]}${told[language]}`,
      json: {
        out: folder,
        year,
        date,
        ...city,
        ...(workflow === undefined ? {} : { workflow: workflowPath }),
      },
    };
  },
};

/** The fiscal year that was over on that day. */
function lastWholeYear(date: string): number {
  const year = Number(date.slice(0, 4));
  return date.slice(5) < "04-01" ? year - 2 : year - 1;
}
