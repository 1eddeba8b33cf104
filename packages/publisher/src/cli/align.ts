// `shihyo align DATA`: what a city's indicators may be of the common ones, with reasons; what a person confirms is written.

import { createInterface } from "node:readline/promises";
import {
  type Alignment,
  bracketed,
  type CommonIndicator,
  type Language,
  listMarks,
  matchWords,
  proposeAlignments,
  wordFor,
} from "@shihyo/core";
import { commonIndicators } from "../disk/common-indicators.ts";
import {
  type Decision,
  decidedRows,
  decisionHeader,
  decisionsIn,
  writeAlignments,
} from "../disk/edit/write-alignments.ts";
import { largestTable, readGivenFile, readIfThere } from "../disk/read-file.ts";
import { replaceFile } from "../disk/replace-file.ts";
import { readSoundCity } from "../disk/year/sound-city.ts";
import { csvPlain } from "../formats/csv.ts";
import { decodeText } from "../formats/read/decode.ts";
import { Refusal } from "../refusal.ts";
import { type Command, type Outcome, outOption, valueOption } from "./commands.ts";

type Proposal = Alignment & { readonly name: string; readonly unit: string; readonly to: CommonIndicator };

export const alignCommand: Command = {
  name: "align",
  operands: ["DATA"],
  options: [
    outOption("FILE", [
      "提案を表（CSV）に書き出す。「決定」の列に はい・いいえ を書く",
      "Write the proposals to a table (CSV), to be decided in its column 決定",
    ]),
    valueOption("answers", "FILE", [
      "決定を書いた表を読み、「はい」の行を市の表に書き込む",
      "Take such a table back: what is decided はい is written",
    ]),
  ],
  about: {
    ja: "ほかの市と共通の指標に当たるものを、理由とともに提案する",
    en: "Propose which common indicators the city's are, with reasons",
  },
  example: "shihyo align data/142123 -o align.csv",
  async run({ operands: [folder = ""], options, language }) {
    const { dataset } = await readSoundCity(folder);
    const commons = new Map(commonIndicators().map((one) => [one.id, one]));
    if (typeof options.answers === "string") {
      const decisions = decisionsIn(options.answers, await tableText(options.answers), dataset);
      return written(folder, decisions, language);
    }
    const proposals = proposeAlignments(dataset, [...commons.values()]).flatMap((one) => {
      const [indicator, to] = [dataset.indicators.get(one.indicator), commons.get(one.common)];
      if (!indicator || !to) return [];
      return [
        { ...one, name: indicator.name.ja, unit: dataset.units.get(indicator.unit ?? "")?.name.ja ?? "", to },
      ];
    });
    if (typeof options.out === "string") {
      const { out } = options;
      await keepDecisions(out);
      const records = [decisionHeader, ...proposals.map((one) => [...cells(one), reasons(one, "ja"), ""])];
      await replaceFile(out, `\uFEFF${csvPlain(records)}`);
    }
    if (process.stdin.isTTY && options.json !== true && options.out === undefined)
      return written(folder, await askAll(proposals, language), language);
    const how = {
      ja: "決めたものだけが市の表に書かれます：-o FILE で表にし、「決定」に はい・いいえ を書いて、--answers FILE で戻します。\n",
      en: "Only what is decided is written: make a table with -o FILE, write はい or いいえ in 決定, and take it back with --answers FILE.\n",
    }[language];
    const head = {
      ja: `提案 ${proposals.length}件（指標 ${dataset.indicators.size}件のうち）\n`,
      en: `${proposals.length} proposals, of ${dataset.indicators.size} indicators\n`,
    }[language];
    return {
      status: 0,
      text: `${head}${proposals.map((one) => line(one, language)).join("")}${how}`,
      json: {
        indicators: dataset.indicators.size,
        proposals: proposals.map(({ to, reasons: why, ...one }) => ({
          ...one,
          commonName: to.name[language],
          reasons: why.map((reason) => reason[language]),
        })),
      },
    };
  },
};

const cells = ({ indicator, name, unit, common, to, match }: Proposal): string[] => [
  indicator,
  name,
  unit,
  common,
  to.name.ja,
  wordFor(matchWords, match),
];

const reasons = ({ reasons: why }: Proposal, language: Language): string =>
  why.map((reason) => reason[language]).join(listMarks[language].semicolon);

function line(one: Proposal, language: Language): string {
  const unit = one.unit && bracketed(one.unit, language);
  return `${one.indicator} ${one.name}${unit} → ${one.common} ${one.to.name[language]} [${wordFor(matchWords, one.match)}]\n    ${reasons(one, language)}\n`;
}

/** What somebody decided in the very file is not written over. */
async function keepDecisions(out: string): Promise<void> {
  const bytes = await readIfThere(out);
  const decided = bytes ? decidedRows(out, decodeText(bytes) ?? "") : 0;
  if (decided === 0) return;
  throw new Refusal({
    ja: `${out} には、もう決定が${decided}行書かれています。--answers ${out} で取り込むか、別の名前を指定してください。`,
    en: `${out} already holds ${decided} decisions. Take them back with --answers ${out}, or name another file.`,
  });
}

async function tableText(file: string): Promise<string> {
  const { bytes } = await readGivenFile(file, largestTable);
  return decodeText(bytes) ?? "";
}

async function written(folder: string, decisions: readonly Decision[], language: Language): Promise<Outcome> {
  const changed = decisions.length === 0 ? 0 : await writeAlignments(folder, decisions);
  return {
    status: 0,
    text: {
      ja: `${folder} の indicators.csv に、共通指標を${changed}件書き込みました。\n`,
      en: `Wrote ${changed} alignments into indicators.csv of ${folder}.\n`,
    }[language],
    json: { decided: decisions.length, changed },
  };
}

/** One after the other on the terminal; Enter alone leaves it undecided. */
async function askAll(proposals: readonly Proposal[], language: Language): Promise<Decision[]> {
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  const decisions: Decision[] = [];
  const ask = { ja: "はいなら y、違えば Enter > ", en: "y for yes, Enter to leave it > " }[language];
  try {
    for (const one of proposals) {
      const answer = await terminal.question(`${line(one, language)}${ask}`);
      if (!/^(?:y|はい)/i.test(answer.trim())) continue;
      decisions.push({ indicator: one.indicator, common: one.common, match: wordFor(matchWords, one.match) });
    }
  } finally {
    terminal.close();
  }
  return decisions;
}
