// The few words that scripts say by themselves, in the page's language.

import { marks, ownLanguage, type Reader, readers } from "@shihyo/core";

const english = {
  copied: "Copied",
  done: "Done",
  notCopied: "Could not be copied: please select it",
  dark: "Dark screen",
  light: "Light screen",
  menu: "Take it away",
  quotes: ["“", "”"],

  between: ", ",
  openFile: "Open the file: its whole text is what to paste",
  notPinned:
    'There is no file of that year alone. Take the link or the element, which can stay at a year, or have the year written under "pinned" in municipality.json.',
  chooseIndicator: "Choose an indicator above: the line is for its data.",
  noSums:
    "This page cannot read the folder's SHA256SUMS (from disk no page may): open it where it is published.",
};

const japanese: typeof english = {
  copied: "コピーしました",
  done: "できました",
  notCopied: "コピーできません。選んでコピーしてください",
  dark: "画面を暗くする",
  light: "画面を明るくする",
  menu: "持ち帰る",
  quotes: ["「", "」"],

  between: "　",
  openFile: "ファイルを開く（中身をすべて貼ってください）",
  notPinned:
    "この年度だけのファイルはありません。年度を固定できる「リンク」か「要素」を使うか、municipality.json の pinned にこの年度を書いて公開し直してください。",
  chooseIndicator: "上で指標を選んでください。その値のための行が出ます。",
  noSums:
    "このページからはフォルダーの SHA256SUMS を読めません（ディスクから開いたページでは読めません）。公開した場所で開いてください。",
};

const easy: typeof english = {
  copied: "コピーしました",
  done: "できました",
  notCopied: "コピーできません",
  dark: "くらい 画面に する",
  light: "あかるい 画面に する",
  menu: "もって 帰る",
  quotes: ["「", "」"],

  between: "　",
  openFile: "ファイルを ひらく（中を ぜんぶ はります）",
  notPinned: "この 年だけの ファイルは ありません。「リンク」を 使って ください。",
  chooseIndicator: "上で 数字を えらんで ください。",
  noSums: "ここでは 出せません。インターネットの ページで ひらいて ください。",
};

/** For whom the page is written. */
export const reader: Reader =
  readers.find((one) => marks[one].tag === document.documentElement.lang) ?? ownLanguage;

const all: Readonly<Record<Reader, typeof english>> = { ja: japanese, en: english, easy };

export const words = all[reader];
