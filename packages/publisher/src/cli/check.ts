// `shihyo check DATA`: everything that is wrong or doubtful in a city's tables.

import { isError, latestYear, writing } from "@shihyo/core";
import { readCity } from "../disk/read-city.ts";
import { type Command, strictOption, verboseOption } from "./commands.ts";
import { acknowledgedCount, issueCount, issueJson, issueLines } from "./issue-lines.ts";

export const checkCommand: Command = {
  name: "check",
  operands: ["DATA"],
  options: [strictOption, verboseOption],
  about: {
    ja: "表を調べ、直すところをすべて示す",
    en: "Check the tables and tell everything that is to be mended",
  },
  example: "shihyo check data/142123",
  async run({ operands: [folder = ""], options, language }) {
    const { dataset, issues, acknowledged } = await readCity(folder);
    const failed = issues.some(isError) || (options.strict === true && issues.length > 0);
    const { stop, gap } = writing[language];
    const verdict = verdicts[failed ? "mend" : "ready"][language];
    return {
      status: failed ? 1 : 0,
      text: `${issueLines(issues, language, folder, { verbose: options.verbose === true })}${issueCount(issues, language)}${acknowledgedCount(acknowledged, language)}${stop}${gap}${verdict}\n`,
      json: {
        issues: issueJson(issues),
        acknowledged,
        indicators: dataset?.indicators.size,
        year: dataset && latestYear(dataset),
      },
    };
  },
};

const verdicts = {
  mend: { ja: "直すところがあります。", en: "There is something to mend." },
  ready: { ja: "公開できます。", en: "Ready to be published." },
} as const;
