// `shihyo yomi DATA`: drafts how names are read, marked 仮 until a person has looked.

import type { Language } from "@shihyo/core";
import { analyser } from "../disk/analyser.ts";
import { draftReading } from "../disk/draft-reading.ts";
import { draftReadings, type ReadingDraft } from "../disk/edit/write-readings.ts";
import { readSoundCity } from "../disk/year/sound-city.ts";
import { type Command, switchOption } from "./commands.ts";

/** More lines than these nobody reads on a terminal; `--json` has all. */
const mostLines = 20;

export const yomiCommand: Command = {
  name: "yomi",
  operands: ["DATA"],
  options: [switchOption("dry-run", ["何も書き込まず、下書きを見せる", "Show the drafts and write nothing"])],
  about: {
    ja: "名称の読み（ふりがな）を下書きする。人が見るまで「仮」",
    en: "Draft how names are read (furigana), marked 仮 until a person has looked",
  },
  example: "shihyo yomi data/142123",
  async run({ operands: [folder = ""], options, language }) {
    await readSoundCity(folder);
    const words = await analyser();
    const isTrial = options["dry-run"] === true;
    const result = await draftReadings(folder, (name) => draftReading(name, words(name)), { isTrial });
    const drafted = result.drafts.filter(({ kana }) => kana !== undefined);
    const unread = result.drafts.filter(({ kana }) => kana === undefined);
    const text = {
      ja: [
        `${isTrial ? "下書き（書き込んでいません）" : "書き込んだ下書き"} ${drafted.length}件、すでに読みのある名称 ${result.had}件（うち「仮」${result.waiting}件）。`,
        ...lines(drafted, language),
        ...(unread.length > 0 ? [`読めなかった名称 ${unread.length}件。人が書いてください。`] : []),
        ...lines(unread, language),
        "どれも機械の下書きです（よみ_根拠が「仮」）。地名や送りがなを確かめて直し、「確認」に変えてください。空白は語の切れ目です。",
      ],
      en: [
        `${isTrial ? "Drafts, not written" : "Drafts written"}: ${drafted.length}; names that have a reading: ${result.had} (${result.waiting} of them still 仮).`,
        ...lines(drafted, language),
        ...(unread.length > 0 ? [`Names that could not be read: ${unread.length}. Write them by hand.`] : []),
        ...lines(unread, language),
        "All of them are a machine's drafts (よみ_根拠 is 仮). Look at them, place names above all, mend them, and write 確認. A space parts words.",
      ],
    }[language];
    return {
      status: 0,
      text: `${text.join("\n")}\n`,
      json: { written: !isTrial, had: result.had, waiting: result.waiting, drafts: result.drafts },
    };
  },
};

function lines(drafts: readonly ReadingDraft[], language: Language): string[] {
  const more = drafts.length - mostLines;
  const shown = drafts.slice(0, mostLines);
  return [
    ...shown.map(({ id, name, kana }) => `  ${id} ${name}${kana === undefined ? "" : ` → ${kana}`}`),
    ...(more > 0
      ? [{ ja: `  ほか ${more}件（--json ですべて）`, en: `  and ${more} more (all with --json)` }[language]]
      : []),
  ];
}
