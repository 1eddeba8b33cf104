// `shihyo atlas add|update|query`: the numbers of many cities, gathered from their own catalogues, side by side.

import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { isBase, type Language } from "@shihyo/core";
import { type AtlasCity, refuseEmpty } from "../atlas/catalogue-list.ts";
import { engine } from "../atlas/duckdb.ts";
import { addCatalogues, updateAtlas } from "../atlas/gather.ts";
import { publishAtlas } from "../atlas/publish-atlas.ts";
import { openStore, tableDefinition } from "../atlas/store.ts";
import { Refusal } from "../refusal.ts";
import { type Command, neededOption, type Option, switchOption, valueOption } from "./commands.ts";
import { openInBrowser } from "./open-in-browser.ts";

const atlasOption: Option = valueOption("atlas", "DIR", [
  "アトラスのフォルダー（省略すると atlas）",
  "The atlas's folder (atlas where none is said)",
]);

const folderOf = (option: string | boolean | undefined): string =>
  typeof option === "string" ? option : "atlas";

const stateWords: Readonly<Record<AtlasCity["state"], { readonly ja: string; readonly en: string }>> = {
  new: { ja: "まだ集めていません", en: "not gathered yet" },
  current: { ja: "最新", en: "current" },
  kept: { ja: "前に集めたもの", en: "kept from before" },
  refused: { ja: "集められません", en: "could not be gathered" },
};

function cityLine(city: AtlasCity, language: Language): string {
  const { code = "－", name = city.address, state, told } = city;
  return `${code} ${name}: ${stateWords[state][language]}${told ? `\n    ${told[language]}` : ""}\n`;
}

export const atlasAddCommand: Command = {
  name: "atlas add",
  operands: ["PLACE"],
  repeats: true,
  options: [atlasOption],
  about: {
    ja: "公開フォルダー（アドレスまたはフォルダー）を、集める一覧に加える",
    en: "Add published folders, by address or on this machine, to what an atlas gathers",
  },
  example: "shihyo atlas add https://data.example.lg.jp/142123/ published/990019 --atlas atlas",
  async run({ operands, options, language }) {
    const cities = await addCatalogues(folderOf(options.atlas), operands);
    return {
      status: 0,
      text: cities.map((city) => cityLine(city, language)).join(""),
      json: { cities },
    };
  },
};

export const atlasUpdateCommand: Command = {
  name: "atlas update",
  operands: [],
  options: [atlasOption],
  about: {
    ja: "一覧の目録を見に行き、変わった団体だけを集め直す",
    en: "Ask every catalogue of the list, and gather anew what has changed",
  },
  example: "shihyo atlas update --atlas atlas",
  async run({ options, language, say }) {
    const { cities, changed, unchanged } = await updateAtlas(folderOf(options.atlas));
    for (const city of cities) if (city.told) say(cityLine(city, language).trimEnd());
    const good = cities.every(({ state }) => state === "current");
    return {
      status: good ? 0 : 3,
      text: {
        ja: `${cities.length}団体：集め直し ${changed.length}、変わらず ${unchanged}、取れず ${cities.filter(({ state }) => state !== "current").length}\n`,
        en: `${cities.length} bodies: ${changed.length} gathered, ${unchanged} unchanged, ${cities.filter(({ state }) => state !== "current").length} failed\n`,
      }[language],
      json: { changed, unchanged, cities },
    };
  },
};

export const atlasQueryCommand: Command = {
  name: "atlas query",
  operands: [],
  optionalOperands: ["SQL"],
  options: [
    atlasOption,
    switchOption("definition", [
      "SparkやTrinoで読むための表の定義を出す",
      "Print the table's definition for Spark and Trino",
    ]),
  ],
  about: {
    ja: "集めた数字にSQL（DuckDB）で尋ねる：表は cities、indicators、observations",
    en: "Ask the gathered numbers in SQL (DuckDB): cities, indicators, observations",
  },
  example: `shihyo atlas query "SELECT code, label, value FROM observations WHERE year = 2024 LIMIT 5" --atlas atlas`,
  async run({ operands: [sql], options, language }) {
    if (options.definition === true) {
      const definition = tableDefinition(resolve(folderOf(options.atlas)));
      return { status: 0, text: definition, json: { sql: definition } };
    }
    if (sql === undefined) {
      throw new Refusal({
        ja: "SQL（問い合わせ）か --definition のどちらかを指定してください。",
        en: "Say the query in SQL, or --definition.",
      });
    }
    const folder = folderOf(options.atlas);
    await refuseEmpty(folder);
    const db = await engine();
    try {
      await openStore(db, folder);
      const rows = await db.rows(sql).catch((error: Error) => {
        throw new Refusal({
          ja: `この問い合わせは実行できません：${error.message.split("\n")[0]}`,
          en: `The query cannot be run: ${error.message.split("\n")[0]}`,
        });
      });
      return { status: 0, text: tableText(rows, language), json: { rows } };
    } finally {
      db.close();
    }
  },
};

export const atlasPublishCommand: Command = {
  name: "atlas publish",
  operands: [],
  options: [
    atlasOption,
    neededOption("out", "DIR", ["書き出すフォルダー", "The folder to write"]),
    valueOption("base-iri", "URL", [
      "アトラスを置くアドレス（グラフと目録に書く）",
      "Where the atlas will stand, for the graph and the catalogue",
    ]),
    switchOption("open", [
      "書き出したページをブラウザーで開く（端末から実行したとき）",
      "Open the pages in the browser, when run from a terminal",
    ]),
  ],
  about: {
    ja: "集めた数字を、団体を並べたページにする",
    en: "Make pages of what was gathered, city beside city",
  },
  example: "shihyo atlas publish --atlas atlas --out published/atlas",
  async run({ options, language }) {
    const out = String(options.out);
    const said = options["base-iri"];
    const base = typeof said === "string" ? said.replace(/\/?$/, "/") : "https://shihyo.example/atlas/";
    if (!isBase(base)) {
      throw new Refusal({
        ja: `--base-iri には http または https のアドレスを指定してください（今は ${said}）。`,
        en: `--base-iri takes an http or https address (it is ${said}).`,
      });
    }
    const { files, cities, indicators } = await publishAtlas(folderOf(options.atlas), out, base);
    if (options.open === true) openInBrowser(pathToFileURL(resolve(join(out, "index.html"))).href);
    return {
      status: 0,
      text: {
        ja: `${out} に書きました：団体 ${cities}、指標 ${indicators}、ファイル ${files}件。\n見るには：${out}/index.html\n`,
        en: `Wrote ${out}: ${cities} bodies, ${indicators} indicators, ${files} files.\nLook at ${out}/index.html\n`,
      }[language],
      json: { out, files, cities, indicators },
    };
  },
};

/** Values parted by tabs, under their names: for eyes, and for a spreadsheet. */
function tableText(rows: readonly Record<string, unknown>[], language: Language): string {
  const [first] = rows;
  if (!first) return { ja: "該当する行はありません。\n", en: "No rows.\n" }[language];
  const names = Object.keys(first);
  const lines = rows.map((row) =>
    names.map((name) => String(row[name] ?? "").replace(/[\t\r\n]+/g, " ")).join("\t"),
  );
  return `${[names.join("\t"), ...lines].join("\n")}\n`;
}
