// `shihyo upload DIR --ckan URL --org NAME`: a published folder onto a CKAN portal, again and again without harm.

import type { Language } from "@shihyo/core";
import { readGivenFile } from "../disk/read-file.ts";
import { inTurn } from "../disk/upload-turn.ts";
import { settle } from "../disk/write-files.ts";
import { useCityProxy } from "../outside/city-proxy.ts";
import type { Profile } from "../outside/portal/dataset-fields.ts";
import {
  type Done,
  type FileReport,
  isChange,
  type Unseen,
  type UploadReport,
  upload,
} from "../outside/portal/upload.ts";
import { Refusal } from "../refusal.ts";
import { keepSecret } from "../secrets.ts";
import { type Command, neededOption, switchOption, valueOption } from "./commands.ts";
import { plural } from "./issue-lines.ts";
import { placeholderOption, refusePlaceholder } from "./placeholder.ts";

export const uploadCommand: Command = {
  name: "upload",
  operands: ["DIR"],
  options: [
    neededOption("ckan", "URL", ["ポータルのアドレス", "The portal's address"]),
    neededOption("org", "NAME", ["ポータルでの組織の名前", "The organisation's name on the portal"]),
    valueOption("profile", "ckan|bodik", [
      "ポータルの流儀（省略すると、アドレスが bodik.jp なら bodik）",
      "The portal's ways (where none is said: bodik for addresses of bodik.jp)",
    ]),
    valueOption("name", "NAME", [
      "データセットの名前（省略すると 142123_indicator の形）",
      "The dataset's name (where none is said: like 142123_indicator)",
    ]),
    valueOption("licence", "ID", ["ポータルでのライセンスの名前", "The portal's id of the licence"]),
    valueOption("token-file", "FILE", [
      "トークンを書いたファイル（または環境変数 SHIHYO_CKAN_TOKEN）",
      "A file with the token (or SHIHYO_CKAN_TOKEN in the environment)",
    ]),
    switchOption("datastore", ["DataStoreにも表を入れる", "Fill the DataStore with the tables as well"]),
    switchOption("prune", [
      "フォルダーからなくなったファイルをポータルからも消す",
      "Remove from the portal the files that are gone from the folder",
    ]),
    switchOption("dry-run", ["何をするかだけを示す", "Only tell what would be done"]),
    switchOption("plain-http", [
      "暗号化されない http でもトークンを送る",
      "Send the token over http as well, where anybody on the way can read it",
    ]),
    placeholderOption,
  ],
  about: { ja: "公開フォルダーをCKANのポータルに載せる", en: "Put a published folder onto a CKAN portal" },
  example: "shihyo upload published/142123 --ckan https://data.bodik.jp --org 142123",
  async run({ operands: [folder = ""], options, language, say }) {
    await settle(folder);
    const url = addressOf(String(options.ckan), options["plain-http"] === true);
    const dryRun = options["dry-run"] === true;
    const token = await tokenFrom(options["token-file"]);
    if (token === undefined && !dryRun) throw noToken();
    await refusePlaceholder(folder, options);
    await useCityProxy();
    const go = () =>
      upload(folder, {
        url: url.href,
        organisation: String(options.org),
        profile: profileOf(options.profile, url),
        ...(token === undefined ? {} : { token }),
        ...(typeof options.name === "string" ? { name: options.name } : {}),
        ...(typeof options.licence === "string" ? { licence: options.licence } : {}),
        prune: options.prune === true,
        datastore: options.datastore === true,
        dryRun,
        onFile: (done, at, of) => say(`${at}/${of} ${fileLine(done, language)}`),
      });
    const report = dryRun ? await go() : await inTurn(folder, go);
    return { status: 0, text: summary(report, dryRun, language), json: report };
  },
};

function addressOf(said: string, plainHttp: boolean): URL {
  const url = URL.canParse(said) ? new URL(said) : undefined;
  if (!url || !/^https?:$/.test(url.protocol) || url.username || url.password || url.search || url.hash) {
    throw new Refusal({
      ja: `--ckan には、https:// で始まるポータルのアドレスだけを指定してください（名前、パスワード、? や # の後は書きません）。`,
      en: `--ckan takes a portal's address that begins with https://, and nothing else (no name or password, nothing after ? or #).`,
    });
  }
  const isHere = ["localhost", "127.0.0.1", "[::1]"].includes(url.hostname);
  if (url.protocol === "http:" && !isHere && !plainHttp) {
    throw new Refusal({
      ja: "http では、途中の誰もがトークンを読めます。https のアドレスを指定してください。庁内など、それでよい場合は --plain-http を付けてください。",
      en: "Over http anybody on the way can read the token. Name an https address; where it is all right, add --plain-http.",
    });
  }
  return url;
}

function profileOf(said: string | boolean | undefined, { hostname }: URL): Profile {
  if (said === "ckan" || said === "bodik") return said;
  if (said === undefined) return hostname === "bodik.jp" || hostname.endsWith(".bodik.jp") ? "bodik" : "ckan";
  throw new Refusal({ ja: "--profile は ckan か bodik です。", en: "--profile is ckan or bodik." });
}

/** Never an argument: those stand in the shell's history and in the list of processes. */
async function tokenFrom(file: string | boolean | undefined): Promise<string | undefined> {
  const isFile = typeof file === "string";
  const said = isFile ? await tokenFile(file) : process.env.SHIHYO_CKAN_TOKEN;
  const token = said?.trim();
  if (!isFile && !token) return undefined;
  keepSecret(token ?? "");
  if (token && /^[\x21-\x7e]+$/.test(token)) return token;
  // Not the file's name: somebody may have written the token itself in its place.
  const place = isFile ? { ja: "--token-file のファイル", en: "the file of --token-file" } : undefined;
  throw new Refusal({
    ja: `${place?.ja ?? "SHIHYO_CKAN_TOKEN"} にトークンがありません。トークンだけを1行で入れてください。`,
    en: `There is no token in ${place?.en ?? "SHIHYO_CKAN_TOKEN"}. It must hold the token alone, in one line.`,
  });
}

async function tokenFile(path: string): Promise<string> {
  try {
    return new TextDecoder().decode((await readGivenFile(path, 1 << 16)).bytes);
  } catch {
    return "";
  }
}

const noToken = () =>
  new Refusal({
    ja: "トークンを、環境変数 SHIHYO_CKAN_TOKEN か --token-file で渡してください（引数には書きません）。",
    en: "Hand over the token in SHIHYO_CKAN_TOKEN or with --token-file (never as an argument).",
  });

const words: Readonly<Record<Done, { readonly ja: string; readonly en: string }>> = {
  created: { ja: "新規", en: "new" },
  updated: { ja: "更新", en: "updated" },
  described: { ja: "説明を更新", en: "described" },
  same: { ja: "変更なし", en: "unchanged" },
  removed: { ja: "削除", en: "removed" },
  kept: {
    ja: "フォルダーにない（残した。消すには --prune）",
    en: "not in the folder (kept; --prune removes it)",
  },
  filled: { ja: "DataStoreに登録", en: "in the DataStore" },
};

function fileLine({ file, did, bytes, rows }: FileReport, language: Language): string {
  const size =
    rows !== undefined
      ? { ja: `${rows}行`, en: `${rows} rows` }[language]
      : bytes !== undefined
        ? `${bytes} B`
        : "";
  return `${words[did][language]}：${file}${size ? `（${size}）` : ""}`;
}

function summary(report: UploadReport, dryRun: boolean, language: Language): string {
  const { page, dataset, fields, files, changed } = report;
  const count = new Set(files.filter(isChange).map(({ file }) => file)).size;
  const about = {
    created: { ja: "データセット：新規", en: "Dataset: new" },
    changed: {
      ja: `データセット：更新（${fields.join(", ")}）`,
      en: `Dataset: updated (${fields.join(", ")})`,
    },
    same: { ja: "データセット：変更なし", en: "Dataset: unchanged" },
  }[dataset][language];
  const lines = dryRun ? files.map((file) => `${fileLine(file, language)}\n`).join("") : "";
  const verdict = {
    ja: dryRun
      ? "まだ何もしていません。"
      : changed
        ? `載せました：ファイル ${count}件に変更。`
        : "すでに同じ内容です。何も変えていません。",
    en: dryRun
      ? "Nothing was done yet."
      : changed
        ? `Uploaded: ${plural(count, "file")} changed.`
        : "The portal has it all already. Nothing was changed.",
  }[language];
  const unseen = report.unseen.map((why) => `${unseenWords[why][language]}\n`).join("");
  return `${about}\n${lines}${verdict}\n${unseen}${page}\n`;
}

const unseenWords: Readonly<Record<Unseen, { readonly ja: string; readonly en: string }>> = {
  private: {
    ja: "ただし、このデータセットはポータルで「非公開」です。組織の人にしか見えません。公開するには、ポータルの編集画面で公開範囲を「公開」に変えてください。",
    en: "But the dataset is private on the portal: only its organisation sees it. To let everybody see it, set its visibility to public on its page there.",
  },
  draft: {
    ja: "ただし、このデータセットはポータルで「下書き」のままです。誰にも見えません。ポータルの編集画面を最後まで進めて、保存してください。",
    en: "But the dataset is still a draft on the portal: nobody sees it. Finish its form there.",
  },
};
