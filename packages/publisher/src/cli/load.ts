// `shihyo load DIR --sparql URL`: the published graphs into a SPARQL store.

import { settle } from "../disk/write-files.ts";
import { load } from "../outside/portal/load.ts";
import { Refusal } from "../refusal.ts";
import type { Command } from "./commands.ts";
import { placeholderOption, refusePlaceholder } from "./placeholder.ts";
import { plural } from "./report.ts";

export const loadCommand: Command = {
  name: "load",
  operands: ["DIR"],
  options: [
    {
      name: "sparql",
      type: "string",
      value: "URL",
      required: true,
      about: {
        ja: "Graph Store Protocolのアドレス（Oxigraphなら …/store）",
        en: "The address of the Graph Store Protocol (Oxigraph: …/store)",
      },
    },
    placeholderOption,
  ],
  about: {
    ja: "RDFをSPARQLのデータベースに入れる（版ごとに1グラフ、最新に1グラフ）",
    en: "Load the RDF into a SPARQL store (a graph for each release, and one for the latest)",
  },
  example: "shihyo load published/142123 --sparql http://localhost:7878/store",
  async run({ operands: [folder = ""], options, language, say }) {
    await settle(folder);
    const url = String(options.sparql);
    if (!URL.canParse(url) || !/^https?:/.test(url)) {
      throw new Refusal({
        ja: `--sparql には http または https のアドレスを指定してください（今は ${url}）。`,
        en: `--sparql takes an http or https address (it is ${url}).`,
      });
    }
    await refusePlaceholder(folder, options);
    const authorization = process.env.SHIHYO_SPARQL_AUTHORIZATION?.trim();
    const graphs = await load(folder, {
      url,
      ...(authorization ? { authorization } : {}),
      onGraph: ({ graph, file }) => say(`${file} → <${graph}>`),
    });
    const text =
      language === "ja"
        ? `${graphs.length}個のグラフを入れました。\n`
        : `Loaded ${plural(graphs.length, "graph")}.\n`;
    return { status: 0, text, json: { graphs } };
  },
};
