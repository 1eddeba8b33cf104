// `shihyo deploy-config HOST`: the settings with which a real host answers as `shihyo serve` does.

import { deployConfig, type Host, hosts } from "../outside/web/deploy-config.ts";
import { Refusal } from "../refusal.ts";
import { type Command, valueOption } from "./commands.ts";

export const deployConfigCommand: Command = {
  name: "deploy-config",
  operands: ["HOST"],
  options: [
    valueOption("code", "142123", [
      "全国地方公共団体コード（トップのアドレスでも形式を選べるようにする）",
      "The municipality's code, so that the top address gives every form as well",
    ]),
    valueOption("root", "PATH", [
      "サーバーの上で公開フォルダーがある場所",
      "Where the published folder lies on the host",
    ]),
  ],
  about: {
    ja: "ウェブサーバーの設定を書き出す（nginx、apache、netlify、github-pages）",
    en: "Print a web server's settings (nginx, apache, netlify, github-pages)",
  },
  example: "shihyo deploy-config apache --code 142123 > published/142123/.htaccess",
  async run({ operands: [said = ""], options }) {
    const host = hosts.find((one) => one === said);
    if (!host) throw unknownHost(said);
    const { code, root } = options;
    if (code !== undefined && !/^\d{6}$/.test(String(code))) {
      throw new Refusal({ ja: "--code は6桁の数字です。", en: "--code takes six digits." });
    }
    if (typeof root === "string" && /["'\s;{}$\\]/.test(root)) {
      throw new Refusal({
        ja: "--root に空白や記号（\" ' ; { } $ \\）は使えません。",
        en: "--root takes no spaces and none of \" ' ; { } $ \\.",
      });
    }
    const text = deployConfig(host, {
      ...(typeof code === "string" ? { code } : {}),
      ...(typeof root === "string" ? { root } : {}),
    });
    return { status: 0, text, json: { host, text } };
  },
};

function unknownHost(said: string): Refusal {
  const known = (hosts satisfies readonly Host[]).join(", ");
  return new Refusal({
    ja: `${said} の設定はありません。使えるもの：${known}`,
    en: `There are no settings for ${said}. There are: ${known}`,
  });
}
