// What the page says, in Japanese and English; Japanese is what clerks read, so it comes first and is plain.

interface Words {
  readonly ja: string;
  readonly en: string;
}

export type Language = keyof Words;

const words = {
  workbench: { ja: "作業台", en: "Workbench" },
  lead: {
    ja: "市の実績の表を、公開できるデータとページにします。この画面の内容は、どこにも送信されません。",
    en: "Turns a city's results into data and pages to publish. Nothing on this page is sent anywhere.",
  },
  steps: { ja: "作業の順番", en: "Steps" },
  begin: { ja: "はじめる", en: "Begin" },
  report: { ja: "報告書を取り込む", en: "Bring a report" },
  sheet: { ja: "表を直す", en: "Edit the tables" },
  look: { ja: "見てみる", en: "See it" },
  publish: { ja: "公開する", en: "Publish" },
  language: { ja: "English", en: "日本語" },
  undo: { ja: "元に戻す", en: "Undo" },
  redo: { ja: "やり直す", en: "Redo" },
  newCity: { ja: "新しく始める", en: "Start a new city" },
  municipality: { ja: "市区町村・都道府県の名前かコード", en: "Name or code of the municipality" },
  municipalityHelp: {
    ja: "名前の一部、都道府県名、6桁のコードで探せます（例：茅ヶ崎、神奈川県、142077）。",
    en: "Search by part of the name, the prefecture, or the six-digit code (such as 茅ヶ崎, 神奈川県, 142077).",
  },
  noMunicipality: {
    ja: "見つかりません。漢字の書き方やコードの6桁を確かめてください。",
    en: "Nothing found. Check the characters of the name, or the six digits of the code.",
  },
  wrongDigit: {
    ja: "このコードは最後の1桁（検査数字）が合いません。",
    en: "The last digit of this code (its check digit) does not fit.",
  },
  year: { ja: "どの年度の実績から始めますか（西暦）", en: "The fiscal year to begin with" },
  start: { ja: "この団体で始める", en: "Start with it" },
  openCity: { ja: "続きから始める", en: "Open an existing city" },
  openFolder: { ja: "フォルダーを開く", en: "Open a folder" },
  openFolderHelp: {
    ja: "municipality.json のあるフォルダーを選びます。読み書きの許可を1回たずねられます（Edge と Chrome で使えます）。",
    en: "Choose the folder that holds municipality.json. The browser asks once for leave (Edge and Chrome).",
  },
  openZip: { ja: "ZIPを開く", en: "Open a ZIP" },
  openZipHelp: {
    ja: "前に保存した表のZIPを選びます。どのブラウザーでも使えます。",
    en: "Choose a ZIP of the tables as saved before. Works in any browser.",
  },
  noTables: {
    ja: "市の表（municipality.json、indicators.csv など）が見つかりません。フォルダーかZIPを確かめてください。",
    en: "No tables of a city (municipality.json, indicators.csv …) were found there.",
  },
  keptWork: {
    ja: "前回の作業が、このブラウザーに残っています。",
    en: "Your last work is kept in this browser.",
  },
  goOn: { ja: "続ける", en: "Go on" },
  throwAway: { ja: "捨てる", en: "Throw away" },
  throwAwaySure: {
    ja: "このブラウザーに残っている作業を消します。よろしいですか。保存したファイルは消えません。",
    en: "This deletes the work kept in this browser. Files that you saved stay. Go ahead?",
  },
  nothingOpen: {
    ja: "まだ何も開いていません。「はじめる」で市を選ぶか、フォルダーを開いてください。",
    en: "Nothing is open yet. Choose a municipality or open a folder under “Begin”.",
  },
  working: { ja: "処理しています", en: "Working" },
  reading: { ja: "報告書を読んでいます", en: "Reading the report" },
  cancel: { ja: "中止", en: "Cancel" },
  table: { ja: "表", en: "Table" },
  find: { ja: "探す", en: "Find" },
  onlyWrong: { ja: "確認事項のある行だけ", en: "Only rows with something to see to" },
  issues: { ja: "確認事項", en: "To see to" },
  noIssues: { ja: "直すところはありません。", en: "There is nothing to mend." },
  error: { ja: "誤り", en: "Error" },
  warning: { ja: "警告", en: "Warning" },
  acknowledge: { ja: "同じ種類をまとめて確認済みにする", en: "Acknowledge all of this kind" },
  acknowledgeReason: {
    ja: "確かめた結果（理由）を一文で書いてください。",
    en: "Say in a sentence what was found out.",
  },
  acknowledgeCount: { ja: "同じ種類の警告", en: "Warnings of this kind" },
  acknowledgeDo: { ja: "確認済みにする", en: "Acknowledge" },
  beginYear: { ja: "次の年度を始める", en: "Begin the next year" },
  beginYearHelp: {
    ja: "前の年度にあった指標ごとに、「集計中」の行を作ります。値が届いたら、実績値を書き、「値の状態」を「確定」にします。",
    en: "Makes a row, still being counted, for each indicator of the year before. Once a value has come, write it and set its state.",
  },
  dropReport: { ja: "報告書のファイルを選ぶか、ここに置く", en: "Choose the report's file, or drop it here" },
  dropReportHelp: {
    ja: "Excel（xlsx・xls・ods）かCSV。いくつでも一度に置けます。ファイルはこのパソコンの中だけで読みます。",
    en: "Excel (xlsx, xls, ods) or CSV, as many as you like. Files are read on this computer alone.",
  },
  understood: { ja: "こう読み取りました", en: "What was understood" },
  levels: { ja: "段", en: "Levels" },
  results: { ja: "実績のある年度", en: "Years with results" },
  targets: { ja: "目標のある年度", en: "Years with targets" },
  nodes: { ja: "項目", en: "nodes" },
  numbers: { ja: "個の数値", en: "numbers" },
  cells: { ja: "セル", en: "cells" },
  sheetName: { ja: "シート", en: "Sheet" },
  questions: { ja: "質問", en: "Questions" },
  proposal: { ja: "案", en: "Proposal" },
  takeAll: { ja: "残りはすべて案のとおりにする", en: "Take every proposal that is left" },
  undoAnswer: { ja: "1つ前の答えに戻す", en: "Take the last answer back" },
  writeAnswer: { ja: "案と違うときは書く", en: "Or write another" },
  answer: { ja: "これで答える", en: "Answer" },
  bringIn: { ja: "この内容で表に取り込む", en: "Bring it into the tables" },
  broughtIn: {
    ja: "取り込みました。「表を直す」で確かめてください。",
    en: "Done. See it under “Edit the tables”.",
  },
  notices: { ja: "確かめておくとよいこと", en: "Worth a look" },
  leftOut: { ja: "取り込まなかった数値", en: "Numbers left out" },
  notRead: { ja: "読まない", en: "Not read" },
  columnIs: { ja: "この列は", en: "This column is" },
  close: { ja: "閉じる", en: "Close" },
  city: { ja: "市のこと", en: "The city" },
  cityHelp: {
    ja: "公開するページに出る名前や説明です。まだ決まっていないものは、決まってから直せます。",
    en: "Names and sentences that the pages show. What is not settled yet can be changed later.",
  },
  cityBase: {
    ja: "公開する場所のアドレス（https:// で始まり / で終わる）",
    en: "The address to publish at (https://… ending in /)",
  },
  cityPublisher: { ja: "公開する人・団体の名前", en: "Who publishes" },
  citySource: { ja: "報告書を作った団体の名前", en: "Who made the report" },
  cityTitle: { ja: "ページの題", en: "Title of the pages" },
  cityTitleEnglish: { ja: "ページの題（英語）", en: "Title of the pages in English" },
  cityDescription: { ja: "データの説明（一文）", en: "What the data is, in a sentence" },
  cityAttribution: { ja: "出典の書き方", en: "How the source is to be named" },
  cityOfficial: { ja: "市の公式のデータとして公開する", en: "Published as the city's official data" },
  cityTake: { ja: "この内容にする", en: "Take this" },
  cityTaken: { ja: "変えました。", en: "Changed." },
  go: { ja: "この場所へ", en: "Go there" },
  keys: {
    ja: "キー操作：矢印で移動、文字を打つと書き換え、Enterで決定、Escで取り消し、Ctrl+C・Ctrl+VでExcelと写し合い、Ctrl+Dで上と同じ、Ctrl+Zで元に戻す。",
    en: "Keys: arrows move, typing replaces, Enter takes, Esc leaves, Ctrl+C and Ctrl+V copy to and from Excel, Ctrl+D fills down, Ctrl+Z undoes.",
  },
  addRow: { ja: "行を加える", en: "Add a row" },
  save: { ja: "表を保存する", en: "Save the tables" },
  saveInPlace: { ja: "開いたフォルダーに保存", en: "Save into the folder" },
  saveZip: { ja: "表をZIPで保存", en: "Save the tables as a ZIP" },
  saved: { ja: "保存しました。", en: "Saved." },
  changedOnDisk: {
    ja: "開いたあとで、フォルダーのファイルが別に書き換えられています：",
    en: "Files in the folder were changed since they were opened: ",
  },
  overwrite: { ja: "それでも上書きする", en: "Overwrite all the same" },
  makeFiles: { ja: "公開ファイルを作る", en: "Make the published files" },
  makeFilesHelp: {
    ja: "表を確かめて、公開するフォルダーを作ります。この時点ではまだ公開されません。",
    en: "Checks the tables and makes the folder to publish. Nothing is public yet.",
  },
  made: { ja: "できました", en: "Done" },
  files: { ja: "ファイル", en: "files" },
  publishedZip: { ja: "公開フォルダーをZIPで受け取る", en: "Take the published folder as a ZIP" },
  publishedFolder: { ja: "公開フォルダーに書き出す", en: "Write into a published folder" },
  earlier: { ja: "前に公開したフォルダーがあるとき", en: "Where something was published before" },
  earlierHelp: {
    ja: "前に公開したフォルダー（またはそのZIP）を選ぶと、前の版が残り、何が変わったかがページに出ます。",
    en: "Choose the folder published before (or its ZIP): the earlier release is kept, and the pages tell what changed.",
  },
  earlierZip: { ja: "前の公開フォルダーのZIPを選ぶ", en: "Choose the earlier ZIP" },
  earlierChosen: { ja: "前の公開フォルダー：", en: "Published before: " },
  notWithErrors: {
    ja: "誤りが残っているので、公開ファイルは作れません。「表を直す」で直してください。",
    en: "There are errors left, so nothing can be published. Mend them under “Edit the tables”.",
  },
  next: { ja: "このあとすること", en: "What comes next" },
  nextSteps: {
    ja: "ZIPをオープンデータ担当へ渡してください。担当は、中身をウェブサーバーに置き、オープンデータ一覧に「…_open_data_list_rows.csv」の行を加えます。CKANへの登録は、この画面からはできません（コマンド shihyo upload を使います）。",
    en: "Give the ZIP to whoever looks after open data. They put its contents on the web server and add the rows of “…_open_data_list_rows.csv” to the city's list. Uploading to CKAN cannot be done from this page (the command shihyo upload does it).",
  },
  page: { ja: "ページ", en: "Page" },
  landing: { ja: "入口のページ", en: "Landing page" },
  reader: { ja: "言葉", en: "Language" },
  width: { ja: "画面の幅", en: "Width" },
  wide: { ja: "パソコン", en: "Computer" },
  phone: { ja: "スマートフォン", en: "Phone" },
  easy: { ja: "やさしい日本語", en: "Easy Japanese" },
  makeFirst: {
    ja: "まず、公開ファイルを作ります。少し時間がかかります。",
    en: "First the published files are made, which takes a moment.",
  },
  preview: { ja: "公開前の見本", en: "Before it is published" },
  indicators: { ja: "指標", en: "indicators" },
  placeholder: {
    ja: "アドレスがまだ仮のもの（shihyo.example）です。公開する場所が決まったら、「市のこと」で書き換えてください。",
    en: "The address is still a placeholder (shihyo.example). Once the place is settled, change it under “The city”.",
  },
} satisfies Record<string, Words>;

export type WordName = keyof typeof words;

export function say(name: WordName, language: Language): string {
  return words[name][language];
}
