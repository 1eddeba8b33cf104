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
