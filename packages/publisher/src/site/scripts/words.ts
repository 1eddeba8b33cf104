// The few words that scripts say by themselves, in the page's language.

const english = {
  copied: "Copied",
  done: "Done",
  notCopied: "Could not be copied: please select it",
  dark: "Dark screen",
  light: "Light screen",
  menu: "Take it away",
  preview: "Preview",
  openFile: "Open the file: its whole text is what to paste",
  notPinned:
    'There is no file of that year alone. Take the link or the element, which can stay at a year, or have the year written under "pinned" in municipality.json.',
};

const japanese: typeof english = {
  copied: "コピーしました",
  done: "できました",
  notCopied: "コピーできません。選んでコピーしてください",
  dark: "画面を暗くする",
  light: "画面を明るくする",
  menu: "持ち帰る",
  preview: "見え方",
  openFile: "ファイルを開く（中身をすべて貼ってください）",
  notPinned:
    "この年度だけのファイルはありません。年度を固定できる「リンク」か「要素」を使うか、municipality.json の pinned にこの年度を書いて公開し直してください。",
};

const easy: typeof english = {
  copied: "コピーしました",
  done: "できました",
  notCopied: "コピーできません",
  dark: "くらい 画面に する",
  light: "あかるい 画面に する",
  menu: "もって 帰る",
  preview: "見え方",
  openFile: "ファイルを ひらく（中を ぜんぶ はります）",
  notPinned: "この 年だけの ファイルは ありません。「リンク」を 使って ください。",
};

export type ScriptReader = "ja" | "en" | "easy";

/** For whom the page is written. */
export const reader: ScriptReader =
  document.documentElement.lang === "en"
    ? "en"
    : document.documentElement.lang === "ja-x-easy"
      ? "easy"
      : "ja";

export const words = { ja: japanese, en: english, easy }[reader];
