// `shihyo diff OLD NEW`: what changed between two published folders, or two folders of tables.

import type { Language } from "@shihyo/core";
import { readReleased } from "../disk/read-released.ts";
import { type Difference, differences, englishDifferences } from "../formats/changes/differences.ts";
import { releaseNotes } from "../formats/changes/release-notes.ts";
import { Refusal } from "../refusal.ts";
import { uncorrectedBetween } from "../release/check-release.ts";
import { type Command, switchOption } from "./commands.ts";
import { issueJson, issueLines } from "./issue-lines.ts";

export const diffCommand: Command = {
  name: "diff",
  operands: ["OLD", "NEW"],
  options: [
    switchOption("notes", [
      "市のお知らせにそのまま載せられる文で出す",
      "Print release notes in Japanese, ready for the city's news page",
    ]),
  ],
  about: {
    ja: "2つの公開フォルダー（または表のフォルダー）の違いを示す",
    en: "Tell what changed between two published folders, or two folders of tables",
  },
  example: "shihyo diff published/old published/142123 --notes",
  async run({ operands: [old = "", now = ""], options, language }) {
    const [before, after] = await Promise.all([readReleased(old), readReleased(now)]);
    if (before.municipality.code !== after.municipality.code) {
      throw new Refusal({
        ja: `別の団体のフォルダーです（${before.municipality.code} と ${after.municipality.code}）。`,
        en: `These are two municipalities (${before.municipality.code} and ${after.municipality.code}).`,
      });
    }
    const inJapanese = differences(before, after);
    const found = [...inJapanese, ...englishDifferences(before, after)];
    const notes = releaseNotes(before, after, inJapanese);
    const issues = uncorrectedBetween(before, after);
    return {
      status: 0,
      text:
        options.notes === true ? notes : differenceTable(found, language) + issueLines(issues, language, ""),
      json: {
        old: before.release.version,
        new: after.release.version,
        differences: found,
        issues: issueJson(issues),
        notes,
      },
    };
  },
};

const changeWords = {
  added: { ja: "追加", en: "added" },
  changed: { ja: "変更", en: "changed" },
  removed: { ja: "削除", en: "removed" },
} as const;

const kindWords = {
  value: { ja: "実績値", en: "value" },
  indicator: { ja: "指標", en: "indicator" },
  name: { ja: "名称", en: "name" },
  unit: { ja: "単位", en: "unit" },
  direction: { ja: "望ましい方向", en: "direction" },
  definition: { ja: "定義", en: "definition" },
  break: { ja: "系列の断絶", en: "break" },
  target: { ja: "目標", en: "target" },
  node: { ja: "計画の項目", en: "plan node" },
  evaluation: { ja: "評価", en: "evaluation" },
  reference: { ja: "参考値", en: "reference value" },
  cost: { ja: "費用", en: "cost" },
} as const;

/** Tab-separated, with a header, so that it can be pasted into a spreadsheet; then the count. */
function differenceTable(found: readonly Difference[], language: Language): string {
  const header = {
    ja: ["種類", "変更", "ID", "名称", "年度", "前", "後", "理由"],
    en: ["kind", "change", "ID", "label", "year", "from", "to", "reason"],
  }[language];
  const rows = found.map(({ kind, change, id, label, year, from, to, reason }) => [
    kindWords[kind][language],
    changeWords[change][language],
    id,
    label,
    year ?? "",
    from ?? "",
    to ?? "",
    reason ?? "",
  ]);
  const count = { ja: `違いは${found.length}件です。\n`, en: `Differences: ${found.length}\n` };
  const table = found.length === 0 ? "" : [header, ...rows].map((row) => `${row.join("\t")}\n`).join("");
  return table + count[language];
}
