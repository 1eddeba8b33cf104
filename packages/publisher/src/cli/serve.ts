// `shihyo serve DIR`: a published folder on this machine's own web server, for looking and for small hosts.

import { settle } from "../disk/write-files.ts";
import { serveFolder } from "../outside/web/server.ts";
import { Refusal } from "../refusal.ts";
import { type Command, valueOption } from "./commands.ts";

export const serveCommand: Command = {
  name: "serve",
  operands: ["DIR"],
  options: [
    valueOption("port", "N", ["ポート番号（省略すると 8080）", "The port (8080 where none is said)"]),
    valueOption("host", "ADDRESS", [
      "待ち受けるアドレス（省略するとこのパソコンだけ：127.0.0.1）",
      "The address to listen at (this machine alone where none is said: 127.0.0.1)",
    ]),
  ],
  about: { ja: "公開フォルダーをブラウザーで見られるようにする", en: "Serve a published folder over HTTP" },
  example: "shihyo serve published/142123 --port 8080",
  async run({ operands: [folder = ""], options, language, say }) {
    await settle(folder);
    const server = await serveFolder(folder, {
      port: portOf(options.port, 8080),
      ...(typeof options.host === "string" ? { host: options.host } : {}),
    });
    say(
      {
        ja: `${server.url} で見られます。終えるには Ctrl+C を押してください。`,
        en: `Look at ${server.url} and press Ctrl+C to end.`,
      }[language],
    );
    await untilTold();
    await server.stop();
    return {
      status: 0,
      text: ended[language],
      json: { url: server.url, stopped: true },
    };
  },
};

/** What is said when Ctrl+C was pressed. */
export const ended = { ja: "終わりました。\n", en: "Stopped.\n" } as const;

/** The port that `--port` says, `otherwise` where it is not said; refused where it is no port. */
export function portOf(said: string | boolean | undefined, otherwise: number): number {
  if (said === undefined) return otherwise;
  const port = typeof said === "string" && /^\d{1,5}$/.test(said) ? Number(said) : Number.NaN;
  if (port <= 65_535) return port;
  throw new Refusal({
    ja: `--port には 0 から 65535 までの番号を指定してください（今は ${said}）。`,
    en: `--port takes a number from 0 to 65535 (it is ${said}).`,
  });
}

/** Waits for Ctrl+C, or for any of `also`. */
export function untilTold(...also: NodeJS.Signals[]): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM", ...also]) process.once(signal, () => resolve());
  });
}
