// What a portal answered, told apart by what the person at the keyboard can do about it.

import { Refusal } from "../../refusal.ts";
import { withoutSecrets } from "../../secrets.ts";

export type PortalFault =
  | "notCkan"
  | "tooOld"
  | "redirected"
  | "wrongToken"
  | "notAllowed"
  | "noOrganisation"
  | "notFound"
  | "invalid"
  | "tooLarge"
  | "quota"
  | "unreachable"
  | "broken";

/** A refusal that says which of these it was, so that a caller may act on it. */
export class PortalError extends Refusal {
  readonly fault: PortalFault;

  constructor(fault: PortalFault, sentence: { readonly ja: string; readonly en: string }) {
    super(sentence, fault === "redirected" || fault === "notCkan" ? 2 : 3);
    this.fault = fault;
  }
}

/** CKAN's fields of a dataset and a resource, by the words of its forms. */
const fields: Readonly<Record<string, string>> = {
  name: "データセットの名前（URL）",
  title: "タイトル",
  notes: "説明",
  tags: "タグ",
  license_id: "ライセンス",
  owner_org: "組織",
  url: "アドレス",
  upload: "ファイル",
  extras: "追加の項目",
  resources: "リソース",
  format: "形式",
  package_id: "データセット",
};

/** A portal speaks the language of its site, whatever is asked for: CKAN's English and its Japanese. */
const complaints: readonly (readonly [RegExp, string])[] = [
  [/already in use|すでに使用/i, "この名前はすでに使われています。--name で別の名前を指定してください"],
  [
    /lowercase alphanumeric|小文字のアルファベット/i,
    "半角の英小文字、数字、- と _ だけが使えます。--name を見直してください",
  ],
  [/organization does not exist|組織がありません/i, "その組織はこのポータルにありません"],
  [/can only contain alphanumeric/i, "使えない文字があります"],
  [/less than minimum|最小文字数/i, "短すぎます"],
  [/more than maximum|maximum of|too long|最大/i, "長すぎます"],
  [/too large/i, "ファイルが大きすぎます。ポータルの上限を管理者に尋ねてください"],
  [/missing value|cannot be empty|不明な値/i, "値が要ります"],
  [/valid url|invalid url|正しいURL/i, "アドレスの書き方が正しくありません"],
];

/** A validation error (409) in our words, with the portal's own after each field. */
export function validationSentence(error: Readonly<Record<string, unknown>>): { ja: string; en: string } {
  const entries = Object.entries(error).filter(([field]) => !field.startsWith("__"));
  const of = (field: string, messages: unknown, words: (text: string) => string) =>
    `${field}：${flat(messages).map(words).join("、")}`;
  const ja = entries.map(([field, messages]) =>
    of(fields[field] ?? field, messages, (text) => {
      const known = complaints.find(([pattern]) => pattern.test(text))?.[1];
      return known ? `${known}（${text}）` : text;
    }),
  );
  const en = entries.map(([field, messages]) => `${field}: ${flat(messages).join("; ")}`);
  return {
    ja: `ポータルが内容を受け付けませんでした。${ja.join("。")}`,
    en: `The portal did not accept the content. ${en.join(" · ")}`,
  };
}

/** The portal's own words, wherever they stand; a portal may nest them as deep as it likes. */
function flat(messages: unknown): string[] {
  const found: string[] = [];
  const open: unknown[] = [messages];
  while (open.length > 0 && found.length < 20) {
    const next = open.pop();
    if (typeof next === "object" && next !== null) {
      for (const inner of Object.values(next).reverse()) open.push(inner);
    } else found.push(withoutSecrets(String(next)).slice(0, 200));
  }
  return found;
}

/** Whether the portal does not have what was asked for. */
export function isMissing(error: unknown): boolean {
  return error instanceof PortalError && error.fault === "notFound";
}

/** For what the portal does not have, or has no more. */
export function nothingThere(error: unknown): undefined {
  if (!isMissing(error)) throw error;
}
