// Says what the disk refused in a sentence, with what to do.

import { Refusal } from "../refusal.ts";

const sentences: Readonly<Record<string, (path: string, out: string) => { ja: string; en: string }>> = {
  EBUSY: (path) => ({
    ja: `${path} を別のプログラム（Excelなど）が開いています。閉じてから、もう一度実行してください。`,
    en: `Another program (Excel, for instance) holds ${path} open. Close it, then run this again.`,
  }),
  EPERM: (path) => ({
    ja: `${path} を書き換えられません。Excelなどで開いていれば閉じ、書き込みの権限も確かめてください。`,
    en: `${path} cannot be replaced. Close it where it is open in Excel or elsewhere, and check the permission to write.`,
  }),
  EACCES: (path) => ({
    ja: `${path} に書き込む権限がありません。`,
    en: `There is no permission to write to ${path}.`,
  }),
  EROFS: (path) => ({
    ja: `${path} は書き込みのできない場所にあります。`,
    en: `${path} is on a read-only disk.`,
  }),
  ENOSPC: (_, out) => ({
    ja: `ディスクの空きが足りません。${out} は前のまま残っています。`,
    en: `The disk is full. ${out} is as it was.`,
  }),
  EDQUOT: (_, out) => ({
    ja: `使ってよい容量を超えました。${out} は前のまま残っています。`,
    en: `The space that this user may take is used up. ${out} is as it was.`,
  }),
  ENOTDIR: (path) => ({
    ja: `${path} の途中に、フォルダーではないものがあります。`,
    en: `A part of ${path} is not a folder.`,
  }),
  EISDIR: (path) => ({
    ja: `${path} はファイルではなくフォルダーです。`,
    en: `${path} is a folder, not a file.`,
  }),
  ELOOP: (path) => ({
    ja: `${path} のリンクが輪になっています。`,
    en: `The link ${path} leads back to itself.`,
  }),
  ENAMETOOLONG: (path) => ({
    ja: `名前が長すぎて、このディスクには置けません：${path.slice(0, 80)}…`,
    en: `This name is too long for the disk: ${path.slice(0, 80)}…`,
  }),
};

/** What the disk refuses, in a sentence; anything else goes on as it is. */
export function asRefusal(error: unknown, out: string): unknown {
  if (error instanceof Refusal || !(error instanceof Error)) return error;
  const { code, path = out, syscall } = error as NodeJS.ErrnoException;
  const sentence = code === undefined ? undefined : sentences[code];
  if (sentence) return new Refusal(sentence(path, out), 3);
  if (code === undefined || syscall === undefined) return error;
  return new Refusal(
    {
      ja: `${path} を読み書きできません（${syscall}、${code}）。`,
      en: `${path} could not be read or written (${syscall}, ${code}).`,
    },
    3,
  );
}
