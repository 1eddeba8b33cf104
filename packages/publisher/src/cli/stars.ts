// `shihyo stars DIR`: how many of the five stars a published folder has, and what the next one asks.

import { settle } from "../disk/write-files.ts";
import { auditFolder } from "../outside/audit-folder.ts";
import { allStars } from "../stars/audit.ts";
import { type Command, switchOption } from "./commands.ts";

export const starsCommand: Command = {
  name: "stars",
  operands: ["DIR"],
  options: [
    switchOption("as-if-hosted", [
      "仮のアドレス（base）を、公開先のものとみなす",
      "Take a placeholder base for a real address",
    ]),
  ],
  about: {
    ja: "公開フォルダーを5つ星の基準で、証拠とともに調べる",
    en: "Audit a published folder star by star, with the evidence",
  },
  example: "shihyo stars published/142123 --as-if-hosted",
  async run({ operands: [folder = ""], options, language }) {
    await settle(folder);
    const { stars, findings } = await auditFolder(folder, { asIfHosted: options["as-if-hosted"] === true });
    const words = {
      ja: { found: "見たもの", missing: "足りないもの", next: "次の星に足りないこと" },
      en: { found: "found", missing: "missing", next: "Missing for the next star" },
    }[language];
    const blocks = allStars.map((star) => {
      const own = findings.filter((finding) => finding.star === star);
      const held = own.every(({ holds }) => holds);
      const head = `${"★".repeat(star)}${"☆".repeat(5 - star)} ${held ? "✓" : "✗"}\n`;
      const lines = own.map(
        ({ holds, nothing, asked, found }) =>
          `  ${nothing ? "－" : holds ? "✓" : "✗"} ${asked[language]}\n    ${holds ? words.found : words.missing}: ${found[language]}\n`,
      );
      return head + lines.join("");
    });
    const lacking = findings.filter(({ star, holds }) => star === stars + 1 && !holds);
    const verdict = `${"★".repeat(stars)}${"☆".repeat(5 - stars)} ${stars}/5\n`;
    const next = lacking.map(({ asked, found }) => `  - ${asked[language]}: ${found[language]}\n`).join("");
    return {
      status: stars === 5 ? 0 : 1,
      text: `${blocks.join("")}\n${verdict}${lacking.length > 0 ? `${words.next}:\n${next}` : ""}`,
      json: {
        stars,
        findings: findings.map(({ star, holds, nothing, asked, found }) => ({
          star,
          holds,
          ...(nothing ? { nothing } : {}),
          asked: asked[language],
          found: found[language],
        })),
      },
    };
  },
};
