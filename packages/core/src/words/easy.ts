// What is written in easy Japanese (やさしい日本語): short words, kana, a space between them.

import type { CompareWordsJson } from "../compare/compare-words-json.ts";
import { grouped } from "../model/decimal.ts";
import type { Language } from "../model/text.ts";
import type { CardPhrases } from "./card-phrases.ts";
import { dateParts } from "./dates.ts";
import * as ja from "./ja.ts";
import { type BoundWords, boundWords, targetLine, verdictLine } from "./sentence-parts.ts";
import type { ChangeWords, Cited, Sentences } from "./sentences.ts";
import type { Marks, NumberWords, Writing } from "./writing.ts";

/** Which text of the city's tables is read. */
export const language: Language = "ja";

export const marks: Marks = { ...ja.marks, tag: "ja-x-easy", hasReadings: true };

export const listMarks = ja.listMarks;

export const writing: Writing = {
  name: "やさしい日本語",
  locale: "ja_JP",
  isMain: false,
  suffix: ".easy",
  hasPictures: false,
  stop: "。",
  gap: " ",
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
  largeNumber: ja.largeNumber,
  isLargeNumberExact: true,
  perThousand: (number) => `1000の うち ${number}`,
  points: undefined,
  hasUnitInShort: true,
};

export const dateWords = ja.dateWords;

export const cards: CardPhrases = {
  reasons: {
    notApplicable: "あてはまりません",
    notCarriedOut: "しませんでした",
    pending: "いま かぞえています",
    confidential: "人の ひみつを まもるため、出しません",
    notSurveyed: "しらべない 年",
    unknown: "わけは わかりません",
  },
  assessments: {
    better: "よい かわりかたです",
    worse: "わるい かわりかたです",
    steady: "おなじです",
  },
  nameReadings: {
    restored: "名前は 直して あります",
    doubtful: "名前は これから たしかめます",
  },
  valueReadings: {
    restored: "数字は 直して あります",
    doubtful: "数字は これから たしかめます",
  },
  readingMarks: {
    restored: "直して あります",
    doubtful: "これから たしかめます",
  },
  lost: "名前の ぶぶんは 読めません",
  states: {
    provisional: "まだ かわるかもしれない 数字です",
    estimated: "だいたいの 数字です",
    expected: "これからの 見こみの 数字です",
    partial: "年の とちゅうの 数字です",
  },
  fixed: {
    unofficial: "役所が 出した ものでは ありません",
    source: "もとの しりょう",
    page: "{page}ページ",
    details: "くわしく",
    table: "年ごとの 数字",
    year: "年",
    value: "数字",
    change: "前の 年との ちがい",
    breakdown: "なかみ",
    whole: "ぜんぶ",
    note: "メモ",
    none: "数字は ありません",
    target: "もくひょう",
    baseline: "はじめの 数字",
    cut: "たての 目もりは 0から はじまりません",
    gap: "数字が ない 年",
    bridge: "点の 線：しらべない 年が あいだに あります",
    hollow: "白い 点：たしかでは ない 数字",
    break: "{before}と {after}は くらべることが できません：{reason}",
  },
  noChart: {
    oneYear: "数字が 1つの 年しか ないので、グラフは ありません。",
    partsAlone: "わけた 数字しか なくて、ぜんぶの 数字が ないので、グラフは ありません。",
    noNumber: "数字が ないので、グラフは ありません。",
  },
  ofWhich: "その中で ",
  qualifiers: {
    about: "だいたい",
    repeated: "のべ（同じ人も 何回も かぞえます）",
    cumulative: "はじめから ぜんぶで",
    ofWhich: "その中で",
  },
  unreadable: "読み取れない内容",
  activities: {
    title: "した こと",
    what: "した こと",
    value: "数字",
    unit: "たんい",
    when: "いつ",
    page: "ページ",
    note: "メモ：",
    none: "した ことの しるした ものは ありません",
    restored: "直して あります",
    doubtful: "これから たしかめます",
  },
};

/** Around cities side by side. */
export const sideBySide: CompareWordsJson = {
  lead: "同じものだと 確かめた 数字だけを、市の 番号の 順に ならべて います。1番、2番という 順では ありません。",
  none: "ならべて 見ることが できる 市は、まだ ありません。",
  scale: "ぜんぶ 同じ めもりです（{low}から {high}{unit}まで）。",
  hollow: "白い 点は、たしかでは ない 数字です。",
  gap: "線が 切れて いる ところは、数字が ないか、前の 年と くらべられません。",
  reference: "点々の 線は くらべるための 数字です：{name}（{source}）。",
  table: "年ごとの 数字",
  body: "市など",
  name: "その市での 名前",
  notes: "たしかでは ない 数字と メモ",
  beside: "にて いるけれど、ならべられない もの",
  source: "もとの 資料",
  unofficial: "市の ページでは ありません",
  byAtlas: "（同じものだと 決めたのは、このアトラスを つくった 人です）",
  more: "くわしい せつめいと、ほかの 市",
  perThousand: "人口 1,000人あたり",
  perThousandAbout:
    "その 市が 出して いる 同じ 年の 人口で わりました。人口が わからない 市と 年は ありません。",
  population: "人口",
};

/** What the pages say. */
export const pages: typeof ja.pages = {
  differences: {
    noValue: (why: string) => `数字は ありません（${why}）`,
  },
  activityList: {
    terms: "しりょうの 文を みじかい ことばに しました。",
  },
  changes: {
    first: "はじめて 出しました。まだ かわった ところは ありません。",
    unknown: "前の データが ここに ないので、どこが かわったか わかりません。",
    since: (version: string) => `前に 出した もの（${version}）から かわった ところです。`,
    nothing: (version: string) => `前に 出した もの（${version}）から、数字も なまえも かわって いません。`,
    countOf: (count: number) => `${count}こ`,
    others: (count: number) => `あと ${count}こは、下の ファイルに あります。`,
    nodeChanges: { added: "（ふえました）", removed: "（なくなりました）", changed: "" },
    colon: "：",
    because: "わけ：",
    allChanges: "かわった ところ ぜんぶ（JSON）",
    inYear: (year: string) => `（${year}）`,
  },
  changesFile: {
    titles: {
      changed: "かわった 数字",
      added: "ふえた 数字",
      removed: "なくなった 数字",
      newIndicators: "新しく はじまった もの",
      goneIndicators: "おわった もの",
      names: "かわった なまえ",
      units: "かわった たんい",
      definitions: "かわった せつめい",
      directions: "「どう なると よいか」が かわった もの",
      breaks: "くらべられない 年",
      targets: "かわった もくひょう",
      nodes: "計画に ふえた もの・なくなった もの",
      evaluations: "かわった 点",
      references: "ほかの ところの 数字の かわった もの",
      costs: "かわった お金",
      english: "えい語だけ かわった もの",
      corrections: "なおした こと",
    },
    newYear: (year: string) => `${year}の 新しい 数字`,
  },
  choices: {
    directionPhrases: {
      increase: "ふえると よい",
      decrease: "へると よい",
      keep: "かわらないと よい",
      none: "きめて いません",
    },
    basisPhrases: {
      city: "（{body}が きめました）",
      estimated: "（{body}は きめて いません。わたしたちの 考えです）",
    },
    periodPhrases: { fiscal: "4月から つぎの 年の 3月まで", calendar: "1月から 12月まで" },
    aggregationPhrases: {
      single: "1年の 数字",
      cumulative: "いままでを たした 数字",
      pointInTime: "その 日の 数字",
      unknown: "1年の 数字か、いままでを たした 数字か、わかりません",
    },
  },
  cite: {
    copy: "コピーする",
  },
  cityOwn: {
    verdictCount: (count: number) => `つけた 点 ${count}こ`,
    noteHead: "メモ：",
    heads: {
      verdicts: "つけた 点",
      elsewhere: "ほかの ところの 数字",
      costs: "かかった お金",
      otherCities: "ほかの {body}では（同じ 数字を ならべて 見る）",
      year: "年",
      verdict: "{body}が つけた 点",
      scheme: "点の しゅるい",
      rate: "達成率（{body}）",
      note: "せつめい",
      page: "ページ",
      where: "どこの",
      value: "数字",
      item: "なにの お金",
      stage: "しゅるい",
      unit: "単位",
      total: "ぜんぶ",
    },
    stages: { planned: "計画", budget: "予算", settled: "つかった お金", expected: "見こみ" },
  },
  corrected: {
    value: "数字",
    progressInWords: "ことば",
    name: "なまえ",
    unit: "たんい",
    definition: "せつめい",
    note: "メモ",
    page: "ページ",
    stateOfTheValue: "数字の ようす",
    reasonForNoValue: "数字が ない わけ",
    reading: "読みとり",
    preferredDirection: "どう なると よいか",
  },
  correctionHistory: {
    noCorrections: "出した あとで なおした 数字は ありません。",
    releasesTitle: "いままでに 出した もの",
    correctionsTitle: "前に なおした こと",
    allCorrections: "なおした こと ぜんぶ（CSV）",
  },
  correctionList: {
    which: (which: string) => `（${which}）`,
    between: "の ",
    because: "わけ：",
  },
  doctor: {
    /** How kpi.js gets onto a page: not by an editor, who may not, but by whoever keeps the site's template. */
    getScript: "サイトを つくる 人に kpi.js を 入れて もらって ください。",
    noScript: (getScript: string) =>
      `カードを 出す プログラム（kpi.js）が ありません。${getScript}むずかしい ときは「リンク」を 使って ください。`,
    staysLink: (getScript: string) =>
      `リンクは だいじょうぶです。数字は 読めます。カードに したい ときは：${getScript}`,
    findings: {
      shownAsText: "HTMLが 字の まま 出て います。「ソース」の 画面で はって ください。",
      notAlone: "リンクだけの 行に すると、カードに なります。",
      noSubject: "どの 数字か わからなく なって います（indicator や node が ありません）。",
      noText: "中の 字が きえて います。",
      noLinkTarget: "リンクの 行き先が きえて います。",
      emptyLink: "リンクの 中の 字や 画像が きえて います。",
      noTemplate: "できあがった カードが きえて います。",
      noStyle: "カードの かたちが きえて います。",
      noAlternative: "画像の 説明（alt）が きえて います。",
      noImageSource: "画像の アドレスが きえて います。",
      noFrameTitle: "わくの なまえ（title）が きえて います。",
      noFrameSource: "わくの アドレスが きえて います。",
      sandboxed: "わくの 中の リンクが ひらきません（sandbox）。",
      insecure: "アドレスが http:// です。https:// に して ください。",
      scriptOnly: "プログラムは ありますが、リンクが ありません。",
    },
  },
  downloads: {
    names: {
      excel: "Excelで 見る 人",
      statistics: "くわしく しらべる 人",
      developers: "プログラムを つくる 人",
      linked: "つながる データ（RDF）",
    },
    caption: "つかう 人に 合わせた ファイル",
    heads: { what: "なか", format: "かたち", size: "大きさ", date: "日" },
  },
  embedBuilder: {
    embedTitle: "自分の ページに のせる",
    forms: {
      link: "リンク（いちばん 良い）",
      element: "カード",
      grid: "カードを ならべる",
      chart: "グラフ",
      table: "表",
      value: "文の 中の 数字",
      fragment: "できあがった カード",
      image: "画像",
      iframe: "わく",
    },
    labels: {
      title: "つくる",
      lead: "のせる ものを えらぶと、下に 出ます。",
      what: "のせる もの（なまえ）",
      form: "かたち",
      year: "年",
      latest: "いつも 新しい もの",
      language: "ことば",
      ink: "字の 色",
      back: "うしろの 色",
      key: "リンクの 色",
      page: "ためす ページ",
      wide: "ふつう",
      narrow: "せまい",
      dark: "くらい",
      large: "大きい 字",
      node: "カードに ならない 編集画面も あります。色を えらばない ときは「リンク」が いいです。",
      weak: "この 色は 読みにくいです。",
      needsScript: "つくるには JavaScriptが いります。",
      unknown: "一覧から えらんで ください。",
      keeps: "リンクと 画像の 色は えらべません。色が のこらない ことも あります。数字は のこります。",
    },
    always: (year: number) => `いつも ${year}年度`,
  },
  embedHelp: {
    placeholder: (base: string) =>
      `この アドレスは まだ 本物では ありません（${base}）。今は、はっても 開けません。`,
    pins: {
      version:
        "いつも おなじ プログラムを 使う ときは、2つめの かわりに これを 入れます（サイトを つくる 人へ）。",
      title: "ほかの プログラムと 数字も 同じに する",
      neighbours: "上の あとに 入れます（サイトを つくる 人へ）。",
      data: "えらんだ 数字を 今の ままに する ときは、kpi.js の 前に 入れます（サイトを つくる 人へ）。",
    },
    lead: "自分の ページに 数字を のせる ための ものを つくります。",
    ways: "5つの やり方（上から ためす）",
    taken: "きえたら：",
    templateTitle: "サイトに 1回だけ 入れる もの",
    template: "サイトを つくる 人が 1回 入れます。リンクが カードに なります。",
    doctorTitle: "はったのに 出ない とき",
    doctor:
      "できた ページの HTMLを ぜんぶ コピーして、下に はって ください。なにが きえたか しらべます。どこにも おくりません。",
    label: "ページの HTML",
    examineIt: "しらべる",
    needsScript: "しらべるには JavaScriptが いります。",
    results: {
      found: "あった もの：",
      nothing: "この HTMLには ありません。",
      well: "だいじょうぶです。",
      missing: "かわった ところ：",
      instead: "かわりに 使う もの：",
    },
  },
  figure: {
    indicative: "めやす",
    notComparable: "くらべられません",
    same: "おなじ",
    up: "ふえた",
    down: "へった",
    placesUp: (places: string) => `${countOfPlaces(places)} 上がった`,
    placesDown: (places: string) => `${countOfPlaces(places)} 下がった`,
    moved: (moved: string, amount: string) => `${amount} ${moved}`,
    sinceYear: (year: string) => `（${year}から）`,
    noteOn: (years: readonly string[]) => `メモ（${years.join("・")}）：`,
  },
  glance: {
    ofAll: (count: number) => `／${count}`,
    names: {
      up: "↑ ふえた",
      down: "↓ へった",
      same: "→ おなじ",
      other: "くらべられない",
      better: "よい かわりかた",
      worse: "わるい かわりかた",
    },
    caption: "前の 年から どう かわったか（数字を おすと、下の ひょうに なります）",
    total: "ぜんぶ",
    whole: "ぜんぶ",
    allPlans: "ぜんぶ",
    reachedHead: "もくひょうに とどいた",
    reachedHelp: "「もくひょうに とどいた」は、その 年の もくひょうが ある ものだけ かぞえます。",
    severalGoals: "二つの ところに ある ものは、どちらでも かぞえます。ぜんぶの 数では 1つです。",
    noneJudged:
      "ふえるのが よいか、へるのが よいか、{body}は 言って いません。だから、よい わるいは 書いて いません。",
    someJudged: "よい・わるいは、{body}が 言って いる ものだけ 書いて います。",
    title: (year: string) => `${year}の まとめ`,
  },
  howToRead: {
    title: "数字と しるしの 読み方",
    terms: {
      year: {
        term: "年度（ねんど）",
        meaning:
          "4月から つぎの 年の 3月までの 1年です。令和6年度は 2024年4月1日から 2025年3月31日までです。",
      },
      cumulative: { term: "るいけい", meaning: "はじめた 年から ぜんぶ たした 数です。" },
      notComparable: {
        term: "くらべられません",
        meaning: "かぞえ方が かわったか、数字が ない ときです。わけは それぞれの ページに あります。",
      },
      noValue: { term: "数字は ありません", meaning: "0では ありません。わけを（ ）に 書きます。" },
      doubt: {
        term: "「直して あります」「これから たしかめます」",
        meaning:
          "もとの しりょうの 字が よく 読めなかった ところです。まわりの 字から わかった ものは、「直して あります」と 書いて あります。まだ わからない ものは、「これから たしかめます」と 書いて あります。「…」は 読めなかった 字です。",
      },
      change: {
        term: "前の 年から（↑ ↓ →）",
        meaning:
          "前の 年の 数字との ちがいです。↑は ふえた、↓は へった、→は おなじです。よい わるいでは ありません。",
      },
      indicative: {
        term: "めやす",
        meaning: "どちらかの 年の 数字が たしかでは ないので、だいたいの めやすです。",
      },
      activity: {
        term: "した ことの 数字",
        meaning: "どれだけ したかの 数字です（何回 したか、いくつ くばったかなど）。",
      },
      outcome: {
        term: "よく なったかの 数字",
        meaning: "まちや くらしが どう なったかの 数字です。天気などでも かわります。",
      },
      reached: {
        term: "もくひょう・はじめの 数字",
        meaning:
          "はじめの 数字は、計画を はじめた ときの 数字です。もくひょうは、めあての 数字です。点は、もとの しりょうの とおりです。",
      },
      again: { term: "もう いちど", meaning: "おなじ 数字が、ほかの ところにも 書いて あります。" },
      translation: { term: "えい語", meaning: "えい語の なまえは、この ページを つくった 人が つけました。" },
    },
  },
  indicatorPage: {
    retired: (name: string) => `これは ${name}に おわりました。前の 数字は のこして います。`,
    certain: "よく 読めた",
    heads: {
      values: "年ごとの 数字",
      chart: "グラフ",
      about: "この 数字の せつめい",
      printed: "もとの しりょうの どこに あるか",
      siblings: "おなじ ところの 数字",
      data: "データ",
      address: "この 数字の アドレス",
      citation: "つかう ときに 書く ことば",
      corrections: "なおした こと",
      take: "コピーする・もらう",
    },
    columns: {
      caption: "年ごとの 数字",
      year: "年",
      breakdown: "わけ方",
      whole: "ぜんぶ",
      value: "数字",
      unit: "たんい",
      interval: "いつから いつまで",
      reading: "読みとり",
      note: "メモ",
      page: "ページ",
    },
    terms: {
      id: "ID",
      name: "しりょうの なまえ",
      definition: "なにの 数字か",
      kind: "しゅるい",
      period: "いつの 数字か",
      direction: "どう なると よいか",
      reading: "なまえの 読みとり",
      note: "メモ",
      breaks: "くらべられない 年",
    },
    notYetWritten: "（まだ ありません）",
    noValue: "数字は ありません",
    again: "もう いちど",
    unlisted: "いまの しりょうには ありません。",
    sure: "どの 数字も きまった もので、しりょうから はっきり 読めました。",
    noCorrections: "なおした ことは ありません。",
    moreSiblings: (count: number) => `ほかの ${count}こも 見る`,
    printedOtherwise: (report: string, printed: string, place: string) =>
      `${report}には ${printed} と 書いて あります${place && `（${place}）`}。`,
    reportOf: (year: string) => `${year}の 資料`,
    within: "。",
    page: (page: number) => `${page}ページ`,
    span: { after: "～", before: "" },
    noResultsYet: "数字は まだ ありません。",
  },
  landingPage: {
    counts: {
      count: "数字 {n}こ",
      one: "数字 1こ",
      others: "、しごと・した こと {n}こ",
      other: "、しごと・した こと 1こ",
      none: "ありませんでした。みじかい ことばで さがして ください。この しりょうに ない ことも あります。",
      elsewhere: "しごと・した こと",
    },
    rates: "パーセントの 数字と、前の 年が 20より 小さい 数字は、あとに ならびます。",
    listCaption: (count: number) => `${grouped(count)}の 数字。なまえを おすと、くわしい ページに なります`,
    notOfficial: (city: string) =>
      `${city}が みとめるまで、{body}の データでは ありません。だいじな ときは、もとの しりょうも 見て ください。`,
    onThisPage: "この ページに ある もの",
    wholePlan: "計画の ぜんぶ",
    putOnPage: "自分の ページに のせる",
    list: "数字を さがす",
    data: "データを もらう",
    changes: "かわった こと",
    reading: "読み方",
    cite: "つかう きまり",
    labels: {
      search: "ことばで さがす",
      searchHelp: "ひらがなでも カタカナでも さがせます。",
      kind: "しゅるい",
      change: "どう かわったか",
      state: "数字の ようす",
      all: "ぜんぶ",
      view: "見方",
      rows: "ひょう",
      cards: "カード",
      more: "えらぶ・ならべかえる",
      sort: "ならべ方",
      report: "もとの しりょうの じゅん",
      reset: "はじめに もどす",
    },
    number: "数字",
    words: "ことば",
    none: "数字が ない",
    doubtful: "これから たしかめる もの",
    name: "なまえの じゅん",
    rateUp: "大きく ふえた じゅん",
    rateDown: "大きく へった じゅん",
    changeUp: "ふえた 数の じゅん",
    changeDown: "へった 数の じゅん",
    licenceWords: "この データは だれでも つかえます（",
    licenceEnd: "）。つかう ときは、つぎの ことばを 書いて ください。",
    lead: (city: string) =>
      `${city}が どんな しごとを して、どう なったかを、数字で 見る ページです。さがしたい ことばを 下の はこに 入れて ください。なまえを おすと、くわしく 見ることが できます。`,
  },
  nodePage: {
    indicatorCount: (count: number) => `数字 ${grouped(count)}こ`,
    heads: { indicators: "数字", view: "見方", rows: "ひょう", cards: "カード", data: "データ" },
    terms: {
      parents: "どこに あるか",
      section: "する ところ",
      verdict: "つけた 点",
      account: "会計",
      note: "メモ",
      reading: "なまえの 読みとり",
    },
    caption: "数字。なまえを おすと、くわしい ページに なります",
    none: "数字は ありません。",
    ours: "わたしたちの まとめ",
    description: (_place: string, name: string, count: number) =>
      `「${name}」の ${grouped(count)}この 数字です。`,
    moved: (moved: string, count: number) => `${moved} もの ${grouped(count)}件`,
    counted: (count: number, moves: readonly string[]) => `数字は ${grouped(count)}こ。${moves.join("、")}。`,
  },
  page: {
    language: "ことば",
    skip: "本文へ 行く",
    missing: "この アドレスには なにも ありません",
    first: "さいしょの ページ",
    unofficial: "役所の ページでは ありません",
    source: "もとの しりょう：",
    footer: (by: string, city: string, isOfficial: boolean) =>
      `つくった 人：${by}${isOfficial ? "" : `（${city}が つくった ページでは ありません）`}。データを つかう きまり：`,
  },
  parts: {
    programs: "コンピューターの ための データ",
    where: "いま 見て いる ところ",
    top: "さいしょの ページ",
    beforeAndAfter: "前と つぎ",
    previous: "前",
    next: "つぎ",
    everything: "ぜんぶの 数字（CSV）",
    csv: "CSV（Excel）",
    json: "JSON",
    script: "JavaScript（カードが読むもの）",
    turtle: "Turtle（RDF）",
    jsonLd: "JSON-LD（RDF）",
    picture: "カードの絵（SVG）",
  },
  pictures: {
    titles: {
      moves: "大きく かわった 数字",
      caption: "前の 年から 大きく かわった もの",
      indicator: "なにを かぞえたか",
      picture: "へった ← → ふえた",
      change: "どれだけ",
      help: "前の 年が 20より 小さい ものは、入れて いません。「めやす」は、数字が たしかでは ない ものです。",
      all: "へった じゅんに ぜんぶ 見る",
    },
  },
  rows: {
    page: (page: number) => `もとの しりょう ${page}ページ`,
    surveyOf: (year: string) => `${year}に しらべました`,
    indicator: (level: string) => `なにを かぞえたか（${level}）`,
    headers: {
      indicator: "なにを かぞえたか",
      change: "前の 年から",
      plan: "もくひょう",
      again: "ほかの ところにも あります（1つと かぞえます）",
      unlisted: "いまの しりょうに ない もの",
    },
    value: "数字",
  },
  targetList: {
    labels: {
      formula: "{body}の 計算：",
      result: "けっか：",
      reached: "もくひょうに とどきました",
      missed: "もくひょうに とどいて いません",
      earlier: "まえの もくひょう：",
      title: "もくひょう（めあて）",
      note: "メモ：",
    },
  },
};

/** What is said of each way to embed: apart from the pages, since a script says it too. */
export const embedCodes: typeof ja.embedCodes = {
  link: {
    title: "リンク（いちばん 良い）",
    survives: "どの 編集画面でも のこります。",
    otherwise: "HTMLが 入らない ときは、「リンクの そう入」で アドレスを 入れて ください。",
  },
  element: {
    title: "カード",
    survives: "のこらない ことが 多いです。",
    otherwise: "「リンク」を 使って ください。",
  },
  fragment: {
    title: "できあがった カード",
    survives: "HTMLを 書く 人の ための ものです。",
    otherwise: "「リンク」か「画像」を 使って ください。",
  },
  image: {
    title: "画像",
    survives: "ほとんどの 画面で のこります。",
    otherwise: "画像が 出ない ときは「リンク」を 使って ください。",
  },
  iframe: {
    title: "わく",
    survives: "のこらない ことが あります。",
    otherwise: "「リンク」か「画像」を 使って ください。",
  },
};

/** What scripts say by themselves. */
export const script: typeof ja.script = {
  copied: "コピーしました",
  done: "できました",
  notCopied: "コピーできません",
  dark: "くらい 画面に する",
  light: "あかるい 画面に する",
  menu: "コピーする・もらう",

  inMemory: "まだ 公開して いません。公開してから はって ください。",
  notHere: "公開した あとに、ここに 出ます。",
  openFile: "ファイルを ひらく（中を ぜんぶ はります）",
  notPinned: "この 年だけの ファイルは ありません。「リンク」を 使って ください。",
  chooseIndicator: "上で 数字を えらんで ください。",
  noSums: "ここでは 出せません。インターネットの ページで ひらいて ください。",
};

/** What the menu says that takes a card away, and what is written with what is taken. */
export const takeAway: typeof ja.takeAway = {
  take: {
    sentence: "文を コピーする",
    citation: "どこの 数字かを コピーする",
    row: "この 年の リンクを コピーする",
    excel: "ひょうを コピーする（Excel）",
    word: "ひょうを コピーする（Word）",
    embed: "自分の ページに のせる",
  },
  pictures: {
    wide: "グラフ（よこ長）",
    square: "グラフ（ましかく）",
    card: "カード",
  },
  savePicture: (picture: string, kind: string) => `絵を もらう：${picture}、${kind}`,
  source: "出典：",
  heads: ["年", "数字", "単位", "前の 年から", "メモ"],
  sourceOf: (source: string, address: string) => `（${source}　${address}）`,
  citation: ({ title, whole, by, version, kept, licence, address, source }: Cited) =>
    `${title ? `「${title}」` : ""}${whole}（${by}、${version}版${kept && ` ${kept} `}、${licence}）${address}　${source}`,
};

const bounds: BoundWords = {
  usual: {
    atLeast: " か それより 多い",
    atMost: " か それより 少ない",
    above: "より 多いこと",
    below: "より 少ないこと",
    increase: "に ふやすこと",
    decrease: "に へらすこと",
    keep: "を まもること",
  },
  ofPlaces: {
    atMost: " か それより 上",
    atLeast: " か それより 下",
    below: "より 上",
    above: "より 下",
  },
  alone: { increase: "ふやすこと", decrease: "へらすこと", keep: "まもること" },
};

const yearsOfDoubt = { before: "前の 年の", now: "この 年の", both: "この 年と 前の 年の" };

function countOfPlaces(places: string): string {
  return /^[1-9]$/.test(places) ? `${places}つ` : places;
}

function changeText({ moved, before, amount, rank }: ChangeWords): string {
  if (moved === "same") return `${before}と おなじです`;
  if (rank)
    return `${before}より じゅんいが ${countOfPlaces(rank.places)} ${moved === "up" ? "上がりました" : "下がりました"}`;
  return `${before}より ${amount} ${moved === "up" ? "ふえました" : "へりました"}`;
}

export const sentences: Sentences = {
  yearBefore: () => "前の 年",
  surveyBefore: (year) => `前の とき（${year}）`,
  noValue: (reason) => `数字は ありません（${reason}）`,
  notCompared: (_before, why) => `前の 年と くらべることが できません：${why}`,
  notNumbers: "数字では ないからです",
  noValueBefore: () => "前の 年の 数字が ないからです",
  noValueNow: () => "この 年の 数字が ないからです",
  tentative: (cause, which) =>
    `${yearsOfDoubt[which]} 数字${
      cause === "doubt" ? "が たしかでは ない" : "は まだ かわるかもしれない"
    }ので、ちがいは めやすです`,
  restoredBefore: () => "前の 年の 数字は 直して あります",
  noteBefore: (_calendar, note) => `前の 年の メモ：${note}`,
  noteHead: "メモ：",
  partUntil: (day) => {
    const { year, month, day: date } = dateParts(day);
    return `年の とちゅうの 数字です（${year}年${month}月${date}日）`;
  },
  newest: (year) => `いちばん 新しいのは ${year}です`,
  waiting: (years) => `${years.join("・")}は いま かぞえています`,
  asSentence: (line) => `${line}。`,
  change: changeText,
  changeSentence: changeText,
  hasNone: (label, year, reason) => `${label}：${year}の 数字は ありません（${reason}）。`,
  hasWords: (label, year, words, doubt) => `${label}：${year}は 「${words}」です${doubt}。`,
  hasNumber: (label, year, amount, doubt) => `${label}：${year}は ${amount}です${doubt}。`,
  aside: (doubt) => `（${doubt}）`,
  judged: (assessment) => `。${assessment}`,
  target: (target) =>
    targetLine(target, {
      own: target.isFinal ? "さいごの 目標" : "目標",
      start: "はじめ",
      text: target.amount + boundWords(target, bounds),
      marks: ["（", "）", "："],
    }).join("　"),
  targetSentence: (target) =>
    `${target.year && `${target.year}の `}${target.isFinal ? "さいごの " : ""}目標は ${target.amount}${boundWords(target, bounds)}です。`,
  verdict: (verdict) =>
    verdictLine(verdict, {
      grade: `${verdict.body.ja}が つけた 点：`,
      rate: `${verdict.body.ja}の 達成率：`,
      brackets: ["（", "）"],
    }).join("、"),
  verdictSentence: ({ grade, rate, body }) =>
    [
      ...(grade === undefined ? [] : [`${body.ja}が つけた 点は ${grade}です。`]),
      ...(rate === undefined ? [] : [`${body.ja}の 達成率は ${rate}%です。`]),
    ].join(" "),
  match: {
    close: "にて いますが、同じでは ありません",
    broader: "これより 広く かぞえて います",
    narrower: "これの 一部だけを かぞえて います",
  },
  otherUnit: (unit) => (unit === "" ? "単位が ありません" : `単位が ${unit}です`),
  otherBasis: (period, aggregation) => `かぞえかたが ちがいます（${period}・${aggregation}）`,
  notComparedHere: (why) => `前の 年と くらべられません${why === undefined ? "" : `（${why}）`}`,
  tentativeHere: "前の 年との ちがいは めやすです",
  unit: (printed) => printed,
  plainYear: (year, isCalendar) => `${year}${isCalendar ? "年" : "年度"}`,
  cityWords: (words) => words,
  newestOf: (name, year, value, doubt) =>
    `${name ? `${name}は ` : ""}${year}に ${value}${doubt ? `（${doubt}）` : ""}`,
};
