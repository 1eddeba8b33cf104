// What the Embed doctor says of each finding, for each reader.

import type { Phrase } from "@shihyo/core";
import type { Finding } from "./doctor.ts";

/** How kpi.js gets onto a page: not by an editor, who may not, but by whoever keeps the site's template. */
const getScript: Phrase = {
  ja: "kpi.js は、ページの本文ではなくサイトのテンプレートに1行入れると残ります（Web担当へ：<script src='…/widgets/kpi.js' defer></script>）。",
  en: "Put it once into the site’s template, where editors do not reach (for the web team: <script src='…/widgets/kpi.js' defer></script>).",
  easy: "サイトを つくる 人に kpi.js を 入れて もらって ください。",
};

export const findingWords: Readonly<Record<Finding, Phrase>> = {
  shownAsText: {
    ja: "タグが文字のまま表示されています。編集画面の「ソース」や「HTML」に切り替えてから貼ってください。切り替えられないときは、文字を打って「リンクの挿入」を使ってください。",
    en: "The tags show as text. Paste them in the editor's source (HTML) view; where there is none, type the text and use “insert link”.",
    easy: "HTMLが 字の まま 出て います。「ソース」の 画面で はって ください。",
  },
  noScript: {
    ja: `カードを描くscript（kpi.js）がこのページにありません。要素だけでは何も描かれません。${getScript.ja}入れられないときは「リンク」を使えば、数字は文字で読めます。`,
    en: `The script that draws the card (kpi.js) is not on this page; the element alone draws nothing. ${getScript.en} Where that cannot be, use the link, whose number can be read as text.`,
    easy: `カードを 出す プログラム（kpi.js）が ありません。${getScript.easy}むずかしい ときは「リンク」を 使って ください。`,
  },
  staysLink: {
    ja: `リンクは無事です。数字は読めます。このページにkpi.jsがないので、カードにはならずリンクのまま見えます。カードにしたいときは：${getScript.ja}`,
    en: `The link is whole and the number can be read. Without kpi.js on the page it stays a link. To get a card: ${getScript.en}`,
    easy: `リンクは だいじょうぶです。数字は 読めます。カードに したい ときは：${getScript.easy}`,
  },
  notAlone: {
    ja: "リンクが文の途中・見出し・箇条書き・表の中にあるので、リンクのまま見えます。カードにするには、1つの段落にリンクだけを置いてください。",
    en: "The link stands in a sentence, heading, list or table, so it stays a link. Give it a paragraph of its own to get a card.",
    easy: "リンクだけの 行に すると、カードに なります。",
  },
  noIndicator: {
    ja: "どの指標かを示す indicator が消されています。",
    en: "The indicator attribute, which says which number it is, is gone.",
    easy: "どの 数字か わからなく なって います（indicator が ありません）。",
  },
  noText: {
    ja: "要素の中の文字が消されています。scriptが動かないところでは何も見えません。",
    en: "The text inside the element is gone; where no script runs, nothing shows.",
    easy: "中の 字が きえて います。",
  },
  noLinkTarget: {
    ja: "リンク先（href）が消されています。",
    en: "The link's address (href) is gone.",
    easy: "リンクの 行き先が きえて います。",
  },
  emptyLink: {
    ja: "リンクの中身（文字や画像）が消されています。何も見えません。",
    en: "What the link was around (words or a picture) is gone; nothing shows.",
    easy: "リンクの 中の 字や 画像が きえて います。",
  },
  noTemplate: {
    ja: "描画済みのカード（template の shadowrootmode）が消されています。",
    en: "The pre-rendered card (the template's shadowrootmode) is gone.",
    easy: "できあがった カードが きえて います。",
  },
  noStyle: {
    ja: "見た目の指定（link rel=stylesheet）が消されています。",
    en: "The style sheet's link is gone.",
    easy: "カードの かたちが きえて います。",
  },
  noAlternative: {
    ja: "画像の代わりの文（alt）が消されています。画像が見えない人に数字が伝わりません。",
    en: "The image's alternative text (alt) is gone; who cannot see it does not get the number.",
    easy: "画像の 説明（alt）が きえて います。",
  },
  noImageSource: {
    ja: "画像のアドレス（src）が消されています。",
    en: "The image's address (src) is gone.",
    easy: "画像の アドレスが きえて います。",
  },
  noFrameTitle: {
    ja: "枠の title が消されています。読み上げで中身が分かりません。",
    en: "The frame's title is gone; a screen reader cannot say what it is.",
    easy: "わくの なまえ（title）が きえて います。",
  },
  noFrameSource: {
    ja: "枠のアドレス（src）が消されています。",
    en: "The frame's address (src) is gone.",
    easy: "わくの アドレスが きえて います。",
  },
  sandboxed: {
    ja: "CMSが枠に sandbox を付けました。カードは見えますが、くわしいページへのリンクが開きません。",
    en: "The CMS added sandbox to the frame. The card shows, but its link does not open.",
    easy: "わくの 中の リンクが ひらきません（sandbox）。",
  },
  insecure: {
    ja: "scriptのアドレスが http:// になっています。https:// のページでは止められます。",
    en: "The script's address begins with http://; pages on https:// block it.",
    easy: "アドレスが http:// です。https:// に して ください。",
  },
  scriptOnly: {
    ja: "scriptはありますが、リンクも要素も見つかりません。CMSが消したようです。",
    en: "The script is there, but no link or element: the CMS seems to have taken it away.",
    easy: "プログラムは ありますが、リンクが ありません。",
  },
};
