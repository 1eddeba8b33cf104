// `shihyo intake`: from a city's own Excel, CSV or PDF to its tables, by asking once what the file does not say.

import { basename, dirname } from "node:path";
import { createInterface } from "node:readline/promises";
import { groupBy, type Language, type Notice, type Question } from "@shihyo/core";
import type { ReadingThread, ReturnedUnderstanding } from "../disk/reading-thread.ts";
import {
  cityName,
  existingTables,
  putAnswers,
  putTables,
  readAnswers,
  readInThread,
} from "../disk/take-in.ts";
import { answersFile, answersText } from "../formats/intake-files.ts";
import { today } from "../formats/new-city.ts";
import { Refusal } from "../refusal.ts";
import { wholeMemorySheet } from "../workbook/city-sheet/export-sheet.ts";
import {
  type Call,
  type Command,
  neededOption,
  type Option,
  type Outcome,
  switchOption,
  valueOption,
  verboseOption,
} from "./commands.ts";
import { ask } from "./output.ts";
import type { Progress } from "./progress.ts";
import { sheetBack } from "./sheet.ts";

export const intakeOptions: readonly Option[] = [
  valueOption("answers", "FILE", [
    "答えのファイル（なければ DIR の intake-answers.csv）",
    "The file of answers (else intake-answers.csv in DIR)",
  ]),
  switchOption("accept", [
    "まだ答えのない質問は、提案どおりとする（試しに）",
    "Take every proposal, for a trial",
  ]),
  switchOption("dry-run", [
    "何も書き込まず、分かったことと質問だけを出す",
    "Write nothing; only tell what was understood",
  ]),
  verboseOption,
];

/** A body without a place in the list (組合, 広域連合) is begun by its code and this. */
export const nameOption: Option = valueOption("name", "NAME", [
  "名前（神奈川県茅ヶ崎市）",
  "The name, with its prefecture (神奈川県茅ヶ崎市)",
]);

export const intakeCommand: Command = {
  name: "intake",
  operands: ["FILE"],
  repeats: true,
  options: [
    neededOption("data", "DIR", [
      "市の表のフォルダー（なければ作る）",
      "The folder of the city's tables (made if it is not there)",
    ]),
    valueOption("code", "CODE", [
      "新しい市の全国地方公共団体コード（6桁）",
      "The six-digit code of a new city",
    ]),
    nameOption,
    ...intakeOptions,
  ],
  about: {
    ja: "市のExcel、CSV、PDFを読み取り、分からないことを尋ねて、表にする",
    en: "Take in a city's own Excel, CSV or PDF, asking once what it does not say",
  },
  example: "shihyo intake 進捗状況.xlsx --data data/032034 --code 032034",
  run: (call) => takeIn(call.operands, howOf(call, String(call.options.data), given(call.options.code))),
};

const given = (option: string | boolean | undefined) => (typeof option === "string" ? option : undefined);

/** How the options of a command say that files are taken in. */
export function howOf({ options, language, say, progress }: Call, folder: string, code?: string): TakingIn {
  return {
    folder,
    code,
    name: given(options.name),
    answers: given(options.answers),
    accept: options.accept === true,
    isDry: options["dry-run"] === true,
    isVerbose: options.verbose === true,
    isForMachines: options.json === true,
    language,
    say,
    progress,
  };
}

interface TakingIn {
  readonly folder: string;
  readonly code?: string | undefined;
  readonly name?: string | undefined;
  readonly answers?: string | undefined;
  readonly accept: boolean;
  readonly isDry: boolean;
  /** Every notice of a kind, not the first ones alone. */
  readonly isVerbose?: boolean;
  readonly isForMachines: boolean;
  readonly language: Language;
  say(line: string): void;
  readonly progress?: Progress;
}

export async function takeIn(files: readonly string[], how: TakingIn): Promise<Outcome> {
  const { folder, language } = how;
  const apart = await readInThread(files, () =>
    how.progress?.step({ ja: "読み取っています…", en: "Reading and understanding…" }),
  );
  try {
    const existing = await existingTables(folder);
    const city = {
      ...(how.code === undefined ? {} : { code: how.code }),
      ...(how.name === undefined ? {} : { name: how.name }),
    };
    const municipality = await cityName(folder, city);
    const [answersIn, answersName] =
      how.answers === undefined ? [folder, answersFile] : [dirname(how.answers), basename(how.answers)];
    const answers = await readAnswers(answersIn, answersName);
    let known = await apart.ask("understand", {
      answers,
      existing,
      ...(municipality === undefined ? {} : { municipality }),
    });
    if (known.questions.some(({ id }) => id === ownSheet)) return await takeOwnSheet(files, how);
    if (known.refused) throw new Refusal(known.refused);
    if (how.accept) known = await apart.ask("accept", undefined);
    const isAsked = !how.accept && process.stdin.isTTY && !how.isForMachines && known.open.length > 0;
    if (isAsked) known = await askAll(known, apart, how);
    const isOpen = known.open.length > 0;
    const keepAnswers = () => putAnswers(answersIn, answersName, (before) => answersText(known, before));
    let written: readonly string[] = [];
    if (!how.isDry && !isOpen) {
      written = await putTables(folder, apart, { ...city, date: today() }, existing).catch(
        async (error: unknown) => {
          // What a person has answered is not asked again, also where another run was faster.
          if (isAsked) await keepAnswers().catch(() => undefined);
          throw error;
        },
      );
    }
    // The questions go where the answers are looked for, so that a person can fill them in.
    if (!how.isDry && (isOpen || how.answers !== undefined)) await keepAnswers();
    return {
      status: isOpen ? 1 : 0,
      text: textOf(known, how, written, `${answersIn}/${answersName}`),
      json: jsonOf(known, written, language),
    };
  } finally {
    await apart.end();
  }
}

/** The hidden sheet by which a workbook of ours is known, as the understanding asks about it. */
const ownSheet = `隠れたシート:${wholeMemorySheet}`;

/** A sheet that we exported knows what each of its cells is: it goes back as `sheet import` takes it, and nothing is asked. */
async function takeOwnSheet(files: readonly string[], how: TakingIn): Promise<Outcome> {
  const [file = "", ...others] = files;
  if (others.length > 0) {
    throw new Refusal({
      ja: "shihyo sheet export で作ったブックが含まれています。そのブックだけを指定してください。",
      en: "One of these is a workbook that shihyo sheet export made. Name that one alone.",
    });
  }
  if (!how.isDry) return sheetBack(how.folder, file, false, how.language);
  const text = {
    ja: `${basename(file)} は shihyo sheet export で作ったブックです。尋ねることはありません。試しなので、何も書き込んでいません。\n`,
    en: `${basename(file)} was made by shihyo sheet export. There is nothing to ask. A dry run: nothing was written.\n`,
  };
  return { status: 0, text: text[how.language], json: { questions: [], written: [] } };
}

/** One after the other on the terminal; Enter alone takes the proposal. */
async function askAll(
  before: ReturnedUnderstanding,
  apart: ReadingThread,
  { language, progress }: TakingIn,
): Promise<ReturnedUnderstanding> {
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  let known = before;
  let count = 0;
  try {
    for (let next = known.open[0]; next !== undefined; next = known.open[0]) {
      count++;
      progress?.end();
      ask(questionText(next, count, count + known.open.length - 1, language));
      const said = (
        await terminal.question(
          { ja: "答え（そのままEnterで提案どおり）：", en: "Answer (Enter for the proposal): " }[language],
        )
      ).trim();
      known = await apart.ask("answers", new Map([[next.id, answerOf(next, said)]]));
    }
  } finally {
    terminal.close();
  }
  return known;
}

function answerOf({ proposal, choices }: Question, said: string): string {
  if (said === "") return proposal;
  const chosen = /^[0-9]+$/.test(said.normalize("NFKC"))
    ? choices?.[Number(said.normalize("NFKC")) - 1]
    : undefined;
  return chosen ?? said;
}

function questionText(
  { text, proposal, reason, choices, examples }: Question,
  nth: number,
  of: number,
  language: Language,
): string {
  const list = (choices ?? []).map((choice, index) => `    ${index + 1}) ${choice}\n`).join("");
  const cells =
    examples.length === 0
      ? ""
      : { ja: `    例：${examples.join("、")}\n`, en: `    e.g. ${examples.join(", ")}\n` }[language];
  const proposed = {
    ja: `    提案：${proposal}（${reason.ja}）\n`,
    en: `    Proposal: ${proposal} (${reason.en})\n`,
  }[language];
  return `\n${nth}/${of}  ${text[language]}\n${cells}${list}${proposed}`;
}

/** Notices of one kind, which differ in what they quote alone, are the first few and their number. */
function noticeLines(notices: readonly Notice[], { language, isVerbose }: TakingIn): string[] {
  const kinds = groupBy(notices, ({ text }) => text.ja.replace(/「[^」]*」/g, "「」"));
  return [...kinds.values()].flatMap((all) => {
    const shown = isVerbose || all.length <= 4 ? all : all.slice(0, 3);
    const more = all.length - shown.length;
    return [
      ...shown.map((notice) => noticeLine(notice, language)),
      ...(more === 0
        ? []
        : [
            {
              ja: `  同じ種類の注意が、ほかに${more}件（--verbose ですべて）`,
              en: `  and ${more} more of this kind (--verbose shows them)`,
            }[language],
          ]),
    ];
  });
}

function noticeLine({ text, places, cells }: Notice, language: Language): string {
  const all = { ja: `など${cells}か所`, en: `, ${cells} in all` }[language];
  const where = `${places.slice(0, 5).join("、")}${cells > 5 ? all : ""}`;
  const said = { ja: `注意：${text.ja}`, en: `note: ${text.en}` }[language];
  return where === "" ? said : { ja: `${said}（${where}）`, en: `${said} (${where})` }[language];
}

function textOf(
  known: ReturnedUnderstanding,
  how: TakingIn,
  written: readonly string[],
  answers: string,
): string {
  const { reading, open, counts, notices } = known;
  const say = (ja: string, en: string) => ({ ja, en })[how.language];
  const lines: string[] = [];
  const tell = (ja: string, en: string) => lines.push(say(ja, en));
  for (const { file, sheet, headerRows, rows, shape, columns } of reading.tables) {
    const place = sheet === "" ? file : `${file} ${say("シート", "sheet")}「${sheet}」`;
    const form =
      shape === "project-rows"
        ? say("1行に1事業、指標が横に並ぶ表", "a row per project")
        : say("1行に1指標の表", "a row per indicator");
    tell(
      `${place}：見出し ${headerRows[0]}〜${headerRows[1]}行、値 ${rows[0]}〜${rows[1]}行（${form}）`,
      `${place}: header rows ${headerRows[0]}–${headerRows[1]}, data ${rows[0]}–${rows[1]} (${form})`,
    );
    for (const { place: at, header, meaning, reason } of columns.slice(0, 40))
      lines.push(
        `  ${at.split("!").at(-1)}「${header.slice(0, 30)}」→ ${meaning}（${reason[how.language]}）`,
      );
    if (columns.length > 40)
      tell(`  ほか${columns.length - 40}列`, `  and ${columns.length - 40} more columns`);
  }
  tell(
    `計画：${reading.plans.join("、")}　段：${reading.levels.join(" → ") || "なし"}`,
    `Plan: ${reading.plans.join(", ")}; levels: ${reading.levels.join(" → ") || "none"}`,
  );
  tell(
    `実績の年度：${reading.years.join("、") || "なし"}　目標の年度：${reading.targetYears.join("、") || "なし"}`,
    `Years of results: ${reading.years.join(", ")}; of targets: ${reading.targetYears.join(", ")}`,
  );
  tell(
    `指標 ${counts.indicators}、項目 ${counts.nodes}、再掲 ${counts.relisted}`,
    `${counts.indicators} indicators, ${counts.nodes} nodes, ${counts.relisted} listed again`,
  );
  lines.push(...noticeLines(notices, how));
  lines.push(countLine(known, how.language));
  if (open.length > 0) {
    tell(`まだ答えのない質問が${open.length}あります：`, `${open.length} questions are open:`);
    for (const { text, proposal } of open)
      tell(`  ・${text.ja} 提案：${proposal}`, `  - ${text.en} Proposal: ${proposal}`);
    tell(
      `${how.isDry ? "" : `${answers} の「答え」の列に書いて、もう一度実行してください（「提案どおり」とも書けます）。`}すべて提案どおりでよければ --accept を付けます。`,
      `${how.isDry ? "" : `Fill in the column 答え of ${answers} and run it again. `}Add --accept to take every proposal.`,
    );
  } else if (how.isDry) tell("試しなので、何も書き込んでいません。", "A dry run: nothing was written.");
  else if (written.length === 0)
    tell(`${how.folder} に、変わるところはありません。`, `Nothing changes in ${how.folder}.`);
  else
    tell(
      `${how.folder} に書き込みました（${written.length}ファイル）。確かめるには：shihyo check ${how.folder}`,
      `Written into ${how.folder} (${written.length} files). To check it: shihyo check ${how.folder}`,
    );
  return `${lines.join("\n")}\n`;
}

/** 「数の入ったセル 8,204：実績値 7,940、目標値 180、対象外 84（通し番号 54、合計 30）」 */
function countLine({ counts }: ReturnedUnderstanding, language: Language): string {
  const number = (value: number) => String(value).replace(/\B(?=(\d{3})+$)/g, ",");
  const kept = Object.entries(counts.kept).map(([as, count]) => `${as} ${number(count)}`);
  const left = Object.entries(counts.leftOut).map(([why, count]) => `${why} ${number(count)}`);
  const all = Object.values(counts.leftOut).reduce((sum, count) => sum + count, 0);
  const words = {
    ja: { cells: "数の入ったセル", leftOut: `対象外 ${number(all)}（${left.join("、")}）` },
    en: { cells: "Cells with a number", leftOut: `left out ${number(all)} (${left.join(", ")})` },
  }[language];
  return `${words.cells} ${number(counts.numbers)}：${[...kept, ...(all === 0 ? [] : [words.leftOut])].join("、")}`;
}

function jsonOf(known: ReturnedUnderstanding, written: readonly string[], language: Language): unknown {
  const { reading, questions, open, counts, notices, account } = known;
  const asked = (list: readonly Question[]) =>
    list.map(({ text, reason, ...rest }) => ({ ...rest, text: text[language], reason: reason[language] }));
  return {
    questions: asked(open),
    answered: asked(questions.filter(({ id }) => !open.some((one) => one.id === id))),
    cells: counts,
    leftOut: account
      .filter(({ leftOut }) => leftOut !== undefined)
      .map(({ leftOut, ...rest }) => ({ ...rest, why: leftOut?.[language] })),
    notices,
    reading,
    written,
  };
}
