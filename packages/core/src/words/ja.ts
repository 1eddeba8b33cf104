// What is written for readers of Japanese.

import type { CompareWordsJson } from "../compare/compare-words-json.ts";
import { groupDecimal, grouped } from "../model/decimal.ts";
import { formatJapaneseYear } from "../model/fiscal-year.ts";
import type { Interval } from "../model/interval.ts";
import type { Language } from "../model/text.ts";
import type { CardPhrases } from "./card-phrases.ts";
import { type DateParts, dateParts, isMonths } from "./dates.ts";
import { type BoundWords, boundWords, targetLine, verdictLine } from "./sentence-parts.ts";
import type { ChangeWords, Cited, Sentences } from "./sentences.ts";
import type {
  DateWords,
  LargeNumber,
  ListMarks,
  Marks,
  NumberWords,
  PlaceWords,
  Writing,
} from "./writing.ts";

/** Which text of the city's tables is read. */
export const language: Language = "ja";

export const marks: Marks = {
  tag: "ja",
  open: "（",
  close: "）",
  colon: "：",
  comma: "、",
  foreign: "",
};

export const listMarks: ListMarks = { inJapanese: "", semicolon: "。", clause: "、", entry: "；" };

export const writing: Writing = {
  name: "日本語",
  locale: "ja_JP",
  isMain: true,
  suffix: "",
  hasPictures: true,
  stop: "。",
  gap: "",
  beside: "　",
  apart: "　",
  range: "〜",
  dot: "・",
  within: "・",
  bar: "｜",
  dash: "－",
  questionMark: "？",
  quotes: ["「", "」"],
  unitSpace: "",
  numberSpace: "",
  singular: undefined,
};

export const numberWords: NumberWords = {
  largeNumber,
  isLargeNumberExact: true,
  perThousand: (number) => `1,000あたり${number}`,
  hasUnitInShort: true,
  points: undefined,
};

export const dateWords: DateWords = {
  year: formatJapaneseYear,
  yearInFull: (year, calendar = false) =>
    `${formatJapaneseYear(year, calendar)}（${year}${calendar ? "年" : "年度"}）`,
  yearInBoth: (year, calendar) => `${formatJapaneseYear(year, calendar)}（${year}）`,
  days: daysInJapanese,
  asOf: (date) => `${dayInJapanese(dateParts(date))}現在`,
  page: (page) => `${page}頁`,
};

export const cards: CardPhrases = {
  reasons: {
    notApplicable: "該当なし",
    notCarriedOut: "未実施",
    pending: "集計中",
    confidential: "秘匿",
    notSurveyed: "調査年でない",
    unknown: "理由は不明",
  },
  assessments: {
    better: "良い変化",
    worse: "悪い変化",
    steady: "横ばい",
  },
  nameReadings: {
    restored: "名称は復元",
    doubtful: "名称は要確認",
  },
  valueReadings: {
    restored: "値は復元",
    doubtful: "値は要確認",
  },
  readingMarks: {
    restored: "復元",
    doubtful: "要確認",
  },
  lost: "名称の一部は読めません",
  states: {
    provisional: "速報",
    estimated: "推計",
    expected: "見込",
    partial: "年度途中の値",
  },
  fixed: {
    unofficial: "非公式",
    source: "出典",
    page: "{page}頁",
    details: "くわしく",
    table: "年度ごとの値",
    year: "年度",
    value: "値",
    change: "前の年との差",
    breakdown: "内訳",
    whole: "全体",
    note: "備考",
    none: "指標はありません",
    target: "目標",
    baseline: "基準値",
    cut: "縦の目盛りは0から始まりません",
    gap: "値のない年度",
    bridge: "点線：調査をしない年度をはさんで結んだところ",
    hollow: "白ぬきの点：値に疑いがある年度",
    break: "{before}と{after}は比較できません：{reason}",
  },
  noChart: {
    oneYear: "数値が1つの年度にしかないため、グラフはありません。",
    partsAlone: "値が内訳ごとにしかなく、全体の数値がないため、グラフはありません。",
    noNumber: "数値で表される値がないため、グラフはありません。",
  },
  ofWhich: "うち",
  qualifiers: {
    about: "約",
    repeated: "延べ",
    cumulative: "累計",
    ofWhich: "うち",
  },
  unreadable: "読み取れない内容",
  activities: {
    title: "活動実績",
    what: "内容",
    value: "数値",
    unit: "単位",
    when: "時期",
    page: "頁",
    note: "備考：",
    none: "活動実績はありません",
    restored: "復元",
    doubtful: "要確認",
  },
};

/** Around cities side by side. */
export const sideBySide: CompareWordsJson = {
  lead: "「同じもの」と確かめられ、単位と数え方が同じものだけを、コードの順に並べています。順位ではありません。",
  none: "同じものとして並べられる団体は、まだありません。",
  scale: "すべて同じ目盛りです（{low}から{high}{unit}まで）。",
  hollow: "白い点は、確かでない値です。",
  gap: "線の切れ目は、値がないか、前の年度と比べられないところです。",
  reference: "破線は参考値です：{name}（{source}）。",
  table: "年度ごとの値",
  body: "団体",
  name: "その団体での名称",
  notes: "確かでない値と注記",
  beside: "似ているが、並べられないもの",
  source: "出典",
  unofficial: "非公式",
  byAtlas: "（同じものとしたのは、このアトラスの作成者）",
  more: "定義と、ほかの団体",
  perThousand: "人口1,000人当たり",
  perThousandAbout:
    "その団体が公開している同じ年度の人口で割りました。人口を公開していない団体と年度は出していません。",
  population: "人口",
};

function daysInJapanese(interval: Interval): string {
  const [first, last] = [dateParts(interval.start), dateParts(interval.end)];
  const isSameYear = first.year === last.year;
  const isSameMonth = isSameYear && first.month === last.month;
  if (isMonths(interval)) {
    const from = `${first.year}年${first.month}月`;
    return isSameMonth ? from : `${from}～${isSameYear ? "" : `${last.year}年`}${last.month}月`;
  }
  const from = dayInJapanese(first);
  if (interval.start === interval.end) return from;
  return `${from}～${isSameYear ? "" : `${last.year}年`}${isSameMonth ? "" : `${last.month}月`}${last.day}日`;
}

function dayInJapanese({ year, month, day }: DateParts): string {
  return `${year}年${month}月${day}日`;
}

const steps: readonly (readonly [name: string, size: bigint])[] = [
  ["京", 10n ** 16n],
  ["兆", 10n ** 12n],
  ["億", 10n ** 8n],
  ["万", 10n ** 4n],
];

export function largeNumber({ sign, size, plain, printed }: LargeNumber): string | undefined {
  const said = sign + inMyriads(size) + plain;
  return said === printed ? undefined : said;
}

/** 26587536000: 265億8,753万6千. */
function inMyriads(size: bigint): string {
  let rest = size;
  let words = "";
  for (const [name, step] of steps) {
    const count = rest / step;
    rest %= step;
    if (count > 0n) words += `${groupDecimal({ digits: count, scale: 0 })}${name}`;
  }
  if (rest === 0n) return words;
  return (
    words +
    (rest % 1000n === 0n && rest > 0n ? `${rest / 1000n}千` : groupDecimal({ digits: rest, scale: 0 }))
  );
}

export const placeWords: PlaceWords = {
  row: (row) => `${row}行目`,
  column: (column, isTable) => `「${column}」${isTable ? "の列" : ""}`,
  apart: " ",
};

/** What the pages say, by the page or the part of one that says it. */
export const pages = {
  differences: {
    noValue: (why: string) => `値なし（${why}）`,
  },
  activityList: {
    terms: "報告書の文ではなく、書かれていた数値と行ったことを短い言葉にしたものです。",
  },
  changes: {
    first: "これが最初の版です。前の版はまだありません。",
    unknown: "前の版のファイルがこのフォルダーにないため、前の版との違いは示せません。",
    since: (version: string) => `前の版（${version}）からの変更です。`,
    nothing: (version: string) => `前の版（${version}）から、実績値や名称に変わりはありません。`,
    countOf: (count: number) => `${count}件`,
    others: (count: number) => `ほか${count}件は、下のファイルにあります。`,
    nodeChanges: { added: "（加わりました）", removed: "（なくなりました）", changed: "" },
    colon: "：",
    because: "理由：",
    allChanges: "前の版との違いのすべて（JSON）",
    inYear: (year: string) => `（${year}）`,
  },
  changesFile: {
    titles: {
      changed: "実績値の変更",
      added: "実績値の追加",
      removed: "実績値の削除",
      newIndicators: "加わった指標",
      goneIndicators: "なくなった指標",
      names: "名称の変更",
      units: "単位の変更",
      definitions: "定義の変更",
      directions: "望ましい方向の変更",
      breaks: "比較できない年度の変更",
      targets: "目標の変更",
      nodes: "計画の項目の増減",
      evaluations: "評価の変更",
      references: "参考値の変更",
      costs: "費用の変更",
      english: "英語の表記の変更",
      corrections: "訂正の記録",
    },
    newYear: (year: string) => `${year}の実績値の追加`,
  },
  choices: {
    directionPhrases: { increase: "増加", decrease: "減少", keep: "維持", none: "判断しない" },
    basisPhrases: { city: "（{body}）", estimated: "（推定）" },
    periodPhrases: { fiscal: "年度", calendar: "暦年" },
    aggregationPhrases: {
      single: "単年度",
      cumulative: "累計",
      pointInTime: "時点",
      unknown: "1年の値か累計かは不明",
    },
  },
  cite: {
    copy: "コピー",
  },
  cityOwn: {
    verdictCount: (count: number) => `評価${count}件`,
    noteHead: "備考：",
    heads: {
      verdicts: "評価",
      elsewhere: "参考値",
      costs: "事業費",
      otherCities: "ほかの{body}では（同じ指標を並べて見る）",
      year: "年度",
      verdict: "{body}の評価",
      scheme: "評価体系",
      rate: "達成率（{body}による）",
      note: "備考",
      page: "頁",
      where: "どこの値か",
      value: "値",
      item: "費目",
      stage: "区分",
      unit: "単位",
      total: "合計",
    },
    stages: { planned: "計画", budget: "予算", settled: "決算", expected: "見込" },
  },
  corrected: {
    value: "実績値",
    progressInWords: "進捗状況",
    name: "名称",
    unit: "単位",
    definition: "定義",
    note: "備考",
    page: "頁",
    stateOfTheValue: "値の状態",
    reasonForNoValue: "値なしの理由",
    reading: "読取状況",
    preferredDirection: "望ましい方向",
  },
  correctionHistory: {
    noCorrections: "公開した後に訂正した値はありません。",
    releasesTitle: "これまでの版",
    correctionsTitle: "これまでの訂正",
    allCorrections: "すべての訂正の記録（CSV）",
  },
  correctionList: {
    which: (which: string) => `（${which}）`,
    between: "の",
    because: "理由：",
  },
  doctor: {
    /** How kpi.js gets onto a page: not by an editor, who may not, but by whoever keeps the site's template. */
    getScript:
      "kpi.js は、ページの本文ではなくサイトのテンプレートに1行入れると残ります（Web担当へ：<script src='…/widgets/kpi.js' defer></script>）。",
    noScript: (getScript: string) =>
      `カードを描くscript（kpi.js）がこのページにありません。要素だけでは何も描かれません。${getScript}入れられないときは「リンク」を使えば、数字は文字で読めます。`,
    staysLink: (getScript: string) =>
      `リンクは無事です。数字は読めます。このページにkpi.jsがないので、カードにはならずリンクのまま見えます。カードにしたいときは：${getScript}`,
    findings: {
      shownAsText:
        "タグが文字のまま表示されています。編集画面の「ソース」や「HTML」に切り替えてから貼ってください。切り替えられないときは、文字を打って「リンクの挿入」を使ってください。",
      notAlone:
        "リンクが文の途中・見出し・箇条書き・表の中にあるので、リンクのまま見えます。カードにするには、1つの段落にリンクだけを置いてください。",
      noSubject: "何を載せるかを示すところ（indicator や node）が消されています。",
      noText: "要素の中の文字が消されています。scriptが動かないところでは何も見えません。",
      noLinkTarget: "リンク先（href）が消されています。",
      emptyLink: "リンクの中身（文字や画像）が消されています。何も見えません。",
      noTemplate: "描画済みのカード（template の shadowrootmode）が消されています。",
      noStyle: "見た目の指定（link rel=stylesheet）が消されています。",
      noAlternative: "画像の代わりの文（alt）が消されています。画像が見えない人に数字が伝わりません。",
      noImageSource: "画像のアドレス（src）が消されています。",
      noFrameTitle: "枠の title が消されています。読み上げで中身が分かりません。",
      noFrameSource: "枠のアドレス（src）が消されています。",
      sandboxed: "CMSが枠に sandbox を付けました。カードは見えますが、くわしいページへのリンクが開きません。",
      insecure: "scriptのアドレスが http:// になっています。https:// のページでは止められます。",
      scriptOnly: "scriptはありますが、リンクも要素も見つかりません。CMSが消したようです。",
    },
  },
  downloads: {
    names: {
      excel: "Excelで見る人に",
      statistics: "統計・分析に（Python、R など）",
      developers: "開発者に",
      linked: "リンクトデータに（RDF）",
    },
    caption: "使う人ごとのファイル",
    heads: { what: "内容", format: "形式", size: "大きさ", date: "日付" },
  },
  embedBuilder: {
    embedTitle: "自分のページに載せる",
    forms: {
      link: "リンク（おすすめ）",
      element: "カード",
      grid: "カードを並べる",
      chart: "グラフ",
      table: "表",
      value: "文の中の数字",
      fragment: "描画済みの断片（scriptなし）",
      image: "画像",
      iframe: "枠（iframe）",
    },
    labels: {
      title: "作る",
      lead: "載せるものと形を選ぶと、できあがりとHTMLが下に出ます。",
      what: "載せるもの（指標、または計画の中のまとまりの名前）",
      form: "形",
      year: "年度",
      latest: "いつも最新",
      language: "言語",
      ink: "文字の色",
      back: "背景の色",
      key: "リンクの色",
      page: "試すページ",
      wide: "ふつうのページ",
      narrow: "せまい列",
      dark: "暗いページ",
      large: "大きな文字",
      node: "要素（kpi-grid）が残るCMSでだけ、カードの並びになります（9種のうち2種）。消されると、中のリンクの文字が残ります。色を選ばなくてよければ「リンク」が確かです。テンプレートにkpi.jsがあるサイトなら、どのCMSでもカードの並びになります。",
      weak: "この色の組み合わせは読みにくく、基準（コントラスト比4.5）に足りません。",
      needsScript: "作るには、JavaScriptが要ります。",
      unknown: "一覧か、下の候補から選んでください。",
      keeps:
        "色を選べるのは、カード、カードの並び、グラフ、表、文の中の数字です。色は style の中にあります。style を消すCMSでは、もとの色になります（数字は残ります）。",
    },
    always: (year: number) => `${year}年度に固定`,
  },
  embedHelp: {
    placeholder: (base: string) =>
      `このデータのアドレス（${base}）は仮のもので、貼ってもまだ誰も開けません。公開する場所が決まってから貼ってください。`,
    pins: {
      version:
        "中身の変わらない版を使うサイトでは、2行目の代わりに次の1行です。1文字でも違えばブラウザーが動かしません（公開フォルダーのサーバーが、ほかのサイトからの読み込みを許すときに使えます）。この確認はkpi.jsだけのもので、値のファイルと、グラフ・表・一覧のプログラムには及びません（それらの固定は下に）。",
      title: "グラフ・表・一覧のプログラムと、値も固定する",
      neighbours:
        "上の行の後に、ページで使う要素の行を入れます（kpi-card だけなら要りません）。入れた行のプログラムを、kpi.js は自分では読み込みません。",
      data: "選んだ指標の値を今のまま固定するには、次の行を kpi.js の行の前に入れます。値が訂正されると中身が合わなくなり、ブラウザーが動かさないので、もとのリンクの文字のままになります。",
    },
    lead: "指標を、カード・グラフ・表として自分のページに貼るためのHTMLを、ここで作ります。どのページの「自分のページに載せる」からも、ここに来ます。",
    ways: "5つの方法（上から順に）",
    taken: "消されたら：",
    templateTitle: "サイトのテンプレートに入れる2行",
    template:
      "Web担当が一度だけ入れます。リンクだけの段落が、カードになります。1行目は kpi-card 要素の場所をあけておくもので、これがあればカードが出るときにページが動きません（リンクがカードになるときは、動くことがあります）。",
    doctorTitle: "貼ったのに出ないとき",
    doctor:
      "公開されたページを開き、「ページのソースを表示」で出たHTMLを全部コピーして、下に貼ってください。CMSが何を消したかを調べます。HTMLはこの画面の中だけで調べ、どこにも送りません。",
    label: "ページのHTML",
    examineIt: "調べる",
    needsScript: "調べるには、JavaScriptが要ります。",
    results: {
      found: "見つかったもの：",
      nothing: "このHTMLには、指標の貼り付けが見つかりません。CMSが全部消したか、別のページのHTMLです。",
      well: "問題はありません。",
      missing: "CMSが変えたところ：",
      instead: "代わりに使うもの：",
    },
  },
  figure: {
    indicative: "参考",
    notComparable: "比較できません",
    same: "同じ",
    up: "増",
    down: "減",
    placesUp: (places: string) => `${countOfPlaces(places)}上昇`,
    placesDown: (places: string) => `${countOfPlaces(places)}下降`,
    moved: (moved: string, amount: string) => amount + moved,
    sinceYear: (year: string) => `（${year}から）`,
    noteOn: (years: readonly string[]) => `備考（${years.join("・")}）：`,
  },
  glance: {
    ofAll: (count: number) => `／${count}`,
    names: {
      up: "↑ 増えた",
      down: "↓ 減った",
      same: "→ 同じ",
      other: "比較できない",
      better: "良い変化",
      worse: "悪い変化",
    },
    caption: "前年度からの動き（指標の数。数字を押すと一覧へ）",
    total: "合計",
    whole: "計画全体",
    allPlans: "すべての計画",
    reachedHead: "目標に届いた",
    reachedHelp:
      "「目標に届いた」は、その年度の目標があり、数値と「以上」などの条件で分かるか、報告書が達成と書いているものを数えています（／の右は、分かるものの数）。",
    severalGoals: "二つ以上の項目に掲載された指標は、それぞれで数え、全体では一つと数えます。",
    noneJudged: "どちらへ動くのが良いかを{body}が示した指標がないため、良し悪しは判定していません。",
    someJudged: "良い変化・悪い変化は、どちらへ動くのが良いかを{body}が示した指標だけを判定しています。",
    title: (year: string) => `${year}のひと目`,
  },
  howToRead: {
    title: "この数字と記号の読み方",
    terms: {
      year: {
        term: "年度",
        meaning:
          "4月から次の年の3月までの1年です。令和6年度は2024年4月1日から2025年3月31日まで。1月から12月までで数える指標は「年」と書きます（暦年）。",
      },
      cumulative: {
        term: "累計",
        meaning: "始めた年からの合計です。減らないのがふつうで、1年に増えた分は前年度との差で見ます。",
      },
      notComparable: {
        term: "比較できません",
        meaning:
          "数え方が変わった、数値ではない、どちらかの年度に値がない、のいずれかです。理由は指標のページにあります。",
      },
      noValue: {
        term: "値なし",
        meaning: "ゼロではありません。該当なし・未実施・集計中・秘匿などの理由を（ ）に書きます。",
      },
      doubt: {
        term: "復元・要確認",
        meaning:
          "報告書の文字がくずれていたところです。「復元」は前後から組み立て直したもの、「要確認」はまだ疑いが残るものです。「…」は読めなかった文字です。",
      },
      change: {
        term: "前年度からの増減（↑ ↓ →）",
        meaning:
          "前の年度の値との差です。矢印は数が増えたか減ったかだけを表し、良し悪しではありません。割合（%）の差はポイントで書きます。",
      },
      indicative: { term: "参考", meaning: "どちらかの年度の値に疑いがあるため、増減はおよその目安です。" },
      activity: {
        term: "活動の指標",
        meaning:
          "行ったことの量（開いた回数、配った数など）です。それで暮らしがどう変わったかは、成果の指標で見ます。",
      },
      outcome: {
        term: "成果の指標",
        meaning:
          "行ったことの結果、まちや暮らしがどうなったかです。ほかの事情（天気、景気など）でも動きます。",
      },
      reached: {
        term: "目標・基準",
        meaning:
          "基準は計画を始めたときの値、目標は計画で決めた値です。評価と達成率は、報告書に印刷されたとおりで、計算し直していません。",
      },
      again: { term: "再掲", meaning: "同じ指標が、別のところにも印刷されているものです。値は一つです。" },
      translation: {
        term: "仮訳",
        meaning: "英語の名称は、{body}が示したものでないかぎり、発行者による仮の訳です。",
      },
    },
  },
  indicatorPage: {
    retired: (name: string) => `この指標は${name}に廃止されました。それまでの値を残しています。`,
    certain: "確定",
    heads: {
      values: "年度ごとの実績値",
      chart: "グラフ",
      about: "この指標について",
      printed: "報告書のどこにあるか",
      siblings: "同じところの指標",
      data: "データと引用",
      address: "この指標のアドレス（変わりません）",
      citation: "引用するとき",
      corrections: "訂正の記録",
      take: "コピー・保存",
    },
    columns: {
      caption: "年度ごとの実績値",
      year: "年度",
      breakdown: "内訳",
      whole: "全体",
      value: "実績値",
      unit: "単位",
      interval: "対象期間",
      reading: "読み取り",
      note: "備考",
      page: "頁",
    },
    terms: {
      id: "指標ID",
      name: "印刷された名称",
      definition: "定義",
      kind: "指標区分",
      period: "期間の数え方",
      direction: "望ましい方向",
      reading: "名称の読み取り",
      note: "備考",
      breaks: "比較できない年度",
    },
    notYetWritten: "（{body}からまだ示されていません）",
    noValue: "値なし",
    again: "再掲",
    unlisted: "今の報告書には掲載されていません。",
    sure: "どの値も確定した値で、報告書からはっきり読み取れたものです。",
    noCorrections: "公開した後の訂正はありません。",
    moreSiblings: (count: number) => `ほか${count}件も見る`,
    printedOtherwise: (report: string, printed: string, place: string) =>
      `${report}では ${printed} と印刷されています${place && `（${place}）`}。`,
    reportOf: (year: string) => `${year}の報告書`,
    within: "・",
    page: (page: number) => `${page}頁`,
    span: { after: "～", before: "" },
    noResultsYet: "実績値は、まだありません。",
  },
  landingPage: {
    counts: {
      count: "指標{n}件",
      one: "指標1件",
      others: "、計画の項目・活動実績{n}件",
      other: "、計画の項目・活動実績1件",
      none: "見つかりませんでした。言葉を短くするか、しぼりこみを外してください。この報告書に書かれていないこともあります。",
      elsewhere: "計画の項目・活動実績",
    },
    rates:
      "増減率は、割合（%）の指標と、前年度が20に満たない指標では出しません。これらと、前年度と比較できない指標は後に並びます。",
    listCaption: (count: number) => `全${grouped(count)}指標の実績。名前を押すと、くわしいページへ`,
    notOfficial: (city: string) =>
      `${city}が採用するまでは、公式のデータではありません。数字を使うときは、もとの報告書も確かめてください。`,
    onThisPage: "このページの内容",
    wholePlan: "計画の全体",
    putOnPage: "自分のページに載せる",
    list: "指標をさがす",
    data: "データのダウンロード",
    changes: "前回からの変更",
    reading: "読み方",
    cite: "利用条件と引用",
    labels: {
      search: "言葉でさがす",
      searchHelp: "指標・計画の項目・所管・活動実績の名前。ひらがなとカタカナ、全角と半角は区別しません。",
      kind: "指標区分",
      change: "前年度からの動き",
      state: "値の状態",
      all: "すべて",
      view: "見方",
      rows: "表",
      cards: "カード",
      more: "しぼりこみ・並べかえ",
      sort: "並べ順",
      report: "報告書の順",
      reset: "条件を消す",
    },
    number: "数値",
    words: "言葉（進捗）",
    none: "値なし",
    doubtful: "要確認",
    name: "名前の順",
    rateUp: "増減率：増えた順",
    rateDown: "増減率：減った順",
    changeUp: "増減：増えた順",
    changeDown: "増減：減った順",
    licenceWords: "表は自由に使えます（",
    licenceEnd: "）。使うときは、次の言葉をそえてください。",
    lead: undefined as ((city: string) => string) | undefined,
  },
  nodePage: {
    indicatorCount: (count: number) => `指標${grouped(count)}件`,
    heads: { indicators: "指標", view: "見方", rows: "表", cards: "カード", data: "データと引用" },
    terms: {
      parents: "位置づけ",
      section: "所管",
      verdict: "評価",
      account: "会計",
      note: "備考",
      reading: "名称の読み取り",
    },
    caption: "指標の実績。名前を押すと、くわしいページへ",
    none: "報告書に指標がありません（指標なし）。",
    ours: "発行者による要約",
    description: (place: string, name: string, count: number) =>
      `${place}「${name}」の指標${grouped(count)}件の実績。`,
    moved: (moved: string, count: number) => `${moved}もの ${grouped(count)}件`,
    counted: (count: number, moves: readonly string[]) =>
      `指標は${grouped(count)}件。前年度から${moves.join("、")}。`,
  },
  page: {
    language: "言語",
    skip: "本文へ",
    missing: "このアドレスには何もありません",
    first: "はじめのページ",
    unofficial: "非公式",
    source: "出典：",
    footer: (by: string, city: string, isOfficial: boolean) =>
      `発行：${by}${isOfficial ? "" : `（${city}の公式のページではありません）`}。データの利用条件：`,
  },
  parts: {
    programs: "プログラム用のデータ（JSON・RDF）",
    where: "現在の位置",
    top: "一覧",
    beforeAndAfter: "前と次",
    previous: "前",
    next: "次",
    everything: "すべての指標の実績値（CSV）",
    csv: "CSV（Excel・統計）",
    json: "JSON",
    script: "JavaScript（カードが読むもの）",
    turtle: "Turtle（RDF）",
    jsonLd: "JSON-LD（RDF）",
    picture: "カードの画像（SVG）",
  },
  pictures: {
    titles: {
      moves: "大きく動いた指標",
      caption: "前年度からの増減率が大きい指標",
      indicator: "指標",
      picture: "減 ← → 増",
      change: "増減率",
      help: "前年度の値が20以上の指標を比べました（割合の指標と順位は除く）。「参考」は、どちらかの年度の値に疑いがあるものです。",
      all: "減った順の一覧",
    },
  },
  rows: {
    page: (page: number) => `報告書${page}頁`,
    surveyOf: (year: string) => `${year}の調査`,
    indicator: (level: string) => `指標（${level}）`,
    headers: {
      indicator: "指標",
      change: "前年度から",
      plan: "基準・目標・評価",
      again: "再掲あり（1つと数えます）",
      unlisted: "今の報告書に掲載のない指標",
    },
    value: "実績値",
  },
  targetList: {
    labels: {
      formula: "{body}の算出式：",
      result: "実績：",
      reached: "目標に届きました",
      missed: "目標に届いていません",
      earlier: "見直し前：",
      title: "目標",
      note: "備考：",
    },
  },
};

/** What is said of each way to embed: apart from the pages, since a script says it too. */
export const embedCodes = {
  link: {
    title: "リンク（おすすめ）",
    survives:
      "9種の編集画面のすべてで残ります。サイトのテンプレートに下の2行があればカードになり、なくても数字は読めます。",
    otherwise: "HTMLを貼れない画面では、文字を選んで「リンクの挿入」を使い、アドレスだけを入れてください。",
  },
  element: {
    title: "カードの要素",
    survives: "9種のうち2種で要素が残ります。消されても、ほとんどの画面で中のリンクの文字が残ります。",
    otherwise: "「リンク」を使ってください。同じカードになります。",
  },
  fragment: {
    title: "描画済みの断片",
    survives: "9種のうち1種で残ります。scriptなしでカードが見えます。HTMLを直接書けるサイト向けです。",
    otherwise: "「リンク」か「画像」を使ってください。",
  },
  image: {
    title: "画像のリンク",
    survives: "9種のうち8種で残ります。scriptは要りません。値が変わると画像も変わります。",
    otherwise: "外の画像が出せないときは「リンク」を使ってください。",
  },
  iframe: {
    title: "枠（iframe）",
    survives: "9種のうち4種で残ります。title が消されると、読み上げで中身が分からなくなります。",
    otherwise: "「リンク」か「画像」を使ってください。",
  },
};

/** What scripts say by themselves. */
export const script = {
  copied: "コピーしました",
  done: "できました",
  notCopied: "コピーできません。選んでコピーしてください",
  dark: "画面を暗くする",
  light: "画面を明るくする",
  menu: "コピー・保存",

  inMemory: "これは公開前の画面です。ここで作ったものは、公開した後に貼れます。",
  notHere: "公開した後に、ここに出ます。",
  openFile: "ファイルを開く（中身をすべて貼ってください）",
  notPinned:
    "この年度だけのファイルはありません。年度を固定できる「リンク」か「要素」を使うか、municipality.json の pinned にこの年度を書いて公開し直してください。",
  chooseIndicator: "上で指標を選んでください。その値のための行が出ます。",
  noSums:
    "このページからはフォルダーの SHA256SUMS を読めません（ディスクから開いたページでは読めません）。公開した場所で開いてください。",
};

/** What the menu says that takes a card away, and what is written with what is taken. */
export const takeAway = {
  take: {
    sentence: "文としてコピー",
    citation: "引用をコピー",
    row: "この年度の行へのリンクをコピー",
    excel: "表をコピー（Excel用）",
    word: "表をコピー（Word用）",
    embed: "自分のページに載せる",
  },
  pictures: {
    wide: "グラフ、スライド用 16:9",
    square: "グラフ、正方形",
    card: "カード、ページのまま",
  },
  savePicture: (picture: string, kind: string) => `画像を保存（${picture}、${kind}）`,
  source: "出典：",
  heads: ["年度", "実績値", "単位", "前年度から", "備考"],
  sourceOf: (source: string, address: string) => `（${source}　${address}）`,
  citation: ({ title, whole, by, version, kept, licence, address, source }: Cited) =>
    `${title ? `「${title}」` : ""}${whole}（${by}、${version}版${kept && ` ${kept} `}、${licence}）${address}　${source}`,
};

/** What is said after the amount: 「20人以上」; of a place, 20位以下 would be read as "20th or worse". */
const bounds: BoundWords = {
  usual: {
    atLeast: "以上",
    atMost: "以下",
    above: "超",
    below: "未満",
    increase: "へ増加",
    decrease: "へ減少",
    keep: "を維持",
  },
  ofPlaces: { atMost: "以内", atLeast: "か、それより下", below: "より上", above: "より下" },
  alone: { increase: "増加", decrease: "減少", keep: "維持" },
};

function placesOf({ before, rank }: ChangeWords): string {
  if (!rank) return "";
  return `${before}の${rank.from}から${rank.to}へ、${countOfPlaces(rank.places)}`;
}

/** 「3つ」, 「12ランク」: a bare number beside 上昇 reads as the place that was reached. */
function countOfPlaces(places: string): string {
  return /^[1-9]$/.test(places) ? `${places}つ` : `${places}ランク`;
}

const yearsOfDoubt = {
  fiscal: { now: "当年度", before: "前年度", both: "両年度" },
  calendar: { now: "その年", before: "前年", both: "両年" },
};
const yearBefore = (calendar: boolean) => (calendar ? "前年" : "前年度");

export const sentences: Sentences = {
  yearBefore,
  surveyBefore: (year) => `前回（${year}）`,
  noValue: (reason) => `値なし（${reason}）`,
  notCompared: (before, why) => `${before}と比較できません：${why}`,
  notNumbers: "数値ではないため",
  noValueBefore: (calendar) => `${yearBefore(calendar)}の値がないため`,
  noValueNow: (calendar) => `${calendar ? "その年" : "当年度"}の値がないため`,
  tentative: (cause, which, calendar) =>
    `${yearsOfDoubt[calendar ? "calendar" : "fiscal"][which]}の値${
      cause === "doubt" ? "に疑いがある" : "が確定していない"
    }ため、増減は参考`,
  restoredBefore: (calendar) => `${yearBefore(calendar)}の値は復元`,
  noteBefore: (calendar, note) => `${yearBefore(calendar)}の備考：${note}`,
  noteHead: "備考：",
  partUntil: (day) => `年度途中の値、${dayInJapanese(dateParts(day))}時点`,
  newest: (year) => `最新は${year}`,
  waiting: (years) => `${years.join("・")}は集計中`,
  asSentence: (line) => `${line}です。`,
  change: (change) => {
    const { moved, before, amount, rank } = change;
    if (moved === "same") return `${before}と同じ`;
    if (rank) return `${placesOf(change)}${moved === "up" ? "上昇" : "下降"}`;
    return `${before}より${amount}${moved === "up" ? "増" : "減"}`;
  },
  changeSentence: (change) => {
    const { moved, before, amount, rank } = change;
    if (moved === "same") return `${before}と同じです`;
    if (rank) return `${placesOf(change)}${moved === "up" ? "上がりました" : "下がりました"}`;
    return `${before}より${amount}${moved === "up" ? "増えました" : "減りました"}`;
  },
  hasNone: (label, year, reason) => `${label}は、${year}の値がありません（${reason}）。`,
  hasWords: (label, year, words, doubt) => `${label}は、${year}は「${words}」です${doubt}。`,
  hasNumber: (label, year, amount, doubt) => `${label}は、${year}は${amount}です${doubt}。`,
  aside: (doubt) => `（${doubt}）`,
  judged: (assessment) => `（${assessment}）`,
  target: (target) =>
    targetLine(target, {
      own: target.isFinal ? "最終目標" : "目標",
      start: "基準",
      text: target.amount + boundWords(target, bounds),
      marks: ["（", "）", "："],
    }).join("　"),
  targetSentence: (target) =>
    `${target.year && `${target.year}の`}${target.isFinal ? "最終目標" : "目標"}は${target.amount}${boundWords(target, bounds)}です。`,
  verdict: (verdict) =>
    verdictLine(verdict, {
      grade: `${verdict.body.ja}の評価：`,
      rate: `${verdict.body.ja}による達成率：`,
      brackets: ["（", "）"],
    }).join("、"),
  verdictSentence: ({ grade, rate, body }) =>
    `${grade === undefined ? "" : `${body.ja}の評価は${grade}です。`}${
      rate === undefined ? "" : `${body.ja}による達成率は${rate}%です。`
    }`,
  match: {
    close: "ほぼ同じですが、同じではありません",
    broader: "これより広い範囲を数えています",
    narrower: "これの一部だけを数えています",
  },
  otherUnit: (unit) => (unit === "" ? "単位がありません" : `単位が${unit}`),
  otherBasis: (period, aggregation) => `数え方が違います（${period}・${aggregation}）`,
  notComparedHere: (why) => `前の年度と比べられません${why === undefined ? "" : `（${why}）`}`,
  tentativeHere: "前の年度との差は参考",
  unit: (printed) => printed,
  plainYear: (year, isCalendar) => `${year}${isCalendar ? "年" : "年度"}`,
  cityWords: (words) => words,
  newestOf: (name, year, value, doubt) =>
    `${name ? `${name}は` : ""}${year}に${value}${doubt ? `（${doubt}）` : ""}`,
};
