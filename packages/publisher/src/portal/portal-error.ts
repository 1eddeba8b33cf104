// What a portal answered, told apart by what the person at the keyboard can do about it.

import { Refusal } from "../refusal.ts";

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

const complaints: readonly (readonly [RegExp, string])[] = [
  [/already in use/i, "この名前はすでに使われています。--name で別の名前を指定してください"],
  [
    /lowercase alphanumeric|must be purely/i,
    "半角の英小文字、数字、- と _ だけが使えます。--name を見直してください",
  ],
  [/organization does not exist/i, "その組織はこのポータルにありません"],
  [/can only contain alphanumeric/i, "使えない文字があります"],
  [/less than minimum/i, "短すぎます"],
  [/greater than maximum|too long/i, "長すぎます"],
  [/too large/i, "ファイルが大きすぎます。ポータルの上限を管理者に尋ねてください"],
  [/missing value|cannot be empty/i, "値が要ります"],
  [/not a valid url|invalid url/i, "アドレスの書き方が正しくありません"],
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

function flat(messages: unknown): string[] {
  if (typeof messages === "string") return [messages];
  if (Array.isArray(messages)) return messages.flatMap(flat);
  if (messages && typeof messages === "object") return Object.values(messages).flatMap(flat);
  return [String(messages)];
}
