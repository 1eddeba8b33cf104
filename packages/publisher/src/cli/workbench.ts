// `shihyo workbench [DATA]`: the clerk's page on this machine, or as a folder for any web server or a shared disk.

import { randomBytes } from "node:crypto";
import { cp, mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { putCityIntoPage, workbenchPage } from "../disk/workbench-page.ts";
import { serveFolder } from "../outside/web/server.ts";
import { Refusal } from "../refusal.ts";
import { type Command, outOption, valueOption } from "./commands.ts";
import { openInBrowser } from "./open-in-browser.ts";
import { ended, portOf, untilTold } from "./serve.ts";

export const workbenchCommand: Command = {
  name: "workbench",
  operands: [],
  optionalOperands: ["DATA"],
  options: [
    outOption("DIR", [
      "開かずに、作業台をフォルダーとして書き出す（ウェブサーバーや共有フォルダーに置ける）",
      "Write the page as a folder instead, for a web server or a shared disk",
    ]),
    valueOption("port", "N", [
      "ポート番号（省略すると空いているもの）",
      "The port (any free one where none is said)",
    ]),
  ],
  about: {
    ja: "作業台（ブラウザーで表を直し、公開ファイルを作る画面）を開く",
    en: "Open the clerk's page, on which all of it is done in a browser",
  },
  example: "shihyo workbench data/142123",
  async run({ operands: [data], options, language, say }) {
    const page = await workbenchPage();
    if (typeof options.out === "string") {
      const present = await readdir(options.out).catch(() => []);
      if (present.length > 0) {
        throw new Refusal({
          ja: `${options.out} にはもうファイルがあります。新しいフォルダーを指定してください。`,
          en: `${options.out} is not empty. Name a new folder.`,
        });
      }
      await cp(page, options.out, { recursive: true });
      if (data !== undefined) await putCityIntoPage(data, options.out);
      return {
        status: 0,
        text: {
          ja: `作業台を ${options.out} に書き出しました。index.html をブラウザーで開いてください。\n`,
          en: `The page is in ${options.out}. Open its index.html in a browser.\n`,
        }[language],
        json: { out: options.out },
      };
    }
    const folder = await mkdtemp(join(tmpdir(), "shihyo-workbench-"));
    try {
      // Whoever does not know the address finds nothing: any page in the same browser may ask this machine for it.
      const place = randomBytes(16).toString("hex");
      await cp(page, join(folder, place), { recursive: true });
      if (data !== undefined) await putCityIntoPage(data, join(folder, place));
      const server = await serveFolder(folder, { port: portOf(options.port, 0) });
      const url = `${server.url}${place}/`;
      say(
        {
          ja: `作業台は ${url} です。終えるには Ctrl+C を押してください。`,
          en: `The page is at ${url} Press Ctrl+C to end.`,
        }[language],
      );
      openInBrowser(url);
      // Also where the terminal is closed: the tables must not stay behind.
      await untilTold("SIGHUP");
      await server.stop();
      return {
        status: 0,
        text: ended[language],
        json: { url, stopped: true },
      };
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  },
};
