// `shihyo load DIR --sparql URL`: the published graphs into a SPARQL store.

import { settle } from "../disk/write-files.ts";
import { useCityProxy } from "../outside/city-proxy.ts";
import { load } from "../outside/portal/load.ts";
import { Refusal } from "../refusal.ts";
import { type Command, neededOption, switchOption } from "./commands.ts";
import { plural } from "./issue-lines.ts";
import { placeholderOption, refusePlaceholder } from "./placeholder.ts";

export const loadCommand: Command = {
  name: "load",
  operands: ["DIR"],
  options: [
    neededOption("sparql", "URL", [
      "Graph Store Protocolのアドレス（Oxigraphなら …/store）",
      "The address of the Graph Store Protocol (Oxigraph: …/store)",
    ]),
    switchOption("plain-http", [
      "暗号化されない http でも認証を送る",
      "Send the authorization over http as well, where anybody on the way can read it",
    ]),
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
    const authorization = authorizationFrom(process.env.SHIHYO_SPARQL_AUTHORIZATION);
    refuseAddress(url, authorization !== undefined, options["plain-http"] === true);
    await refusePlaceholder(folder, options);
    await useCityProxy();
    const graphs = await load(folder, {
      url,
      ...(authorization ? { authorization } : {}),
      onGraph: ({ graph, file }) => say(`${file} → <${graph}>`),
    });
    const text = {
      ja: `${graphs.length}個のグラフを入れました。\n`,
      en: `Loaded ${plural(graphs.length, "graph")}.\n`,
    };
    return { status: 0, text: text[language], json: { graphs } };
  },
};

/** A header is one line; another would be a header of its own. */
function authorizationFrom(said: string | undefined): string | undefined {
  const authorization = said?.trim();
  if (!authorization) return undefined;
  if (/^[\x20-\x7e]+$/.test(authorization)) return authorization;
  throw new Refusal({
    ja: "SHIHYO_SPARQL_AUTHORIZATION には「Basic …」などを1行で入れてください（改行や日本語は入れられません）。",
    en: "SHIHYO_SPARQL_AUTHORIZATION takes one line, such as “Basic …”, of plain letters.",
  });
}

/** The address is not said again: it may hold a password. */
function refuseAddress(said: string, isSecret: boolean, plainHttp: boolean): void {
  const url = URL.canParse(said) ? new URL(said) : undefined;
  if (!url || !/^https?:$/.test(url.protocol)) {
    throw new Refusal({
      ja: "--sparql には http または https のアドレスを指定してください。",
      en: "--sparql takes an http or https address.",
    });
  }
  if (url.username || url.password || url.hash) {
    throw new Refusal({
      ja: "--sparql のアドレスには、名前、パスワード、# の後を書かないでください。認証は SHIHYO_SPARQL_AUTHORIZATION に入れます。",
      en: "The address of --sparql takes no name, no password and nothing after #. Authorization goes into SHIHYO_SPARQL_AUTHORIZATION.",
    });
  }
  const isHere = ["localhost", "127.0.0.1", "[::1]"].includes(url.hostname);
  if (url.protocol === "http:" && !isHere && isSecret && !plainHttp) {
    throw new Refusal({
      ja: "http では、途中の誰もが認証を読めます。https のアドレスを指定してください。庁内など、それでよい場合は --plain-http を付けてください。",
      en: "Over http anybody on the way can read the authorization. Name an https address; where it is all right, add --plain-http.",
    });
  }
}
