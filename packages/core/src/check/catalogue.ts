// Every kind of issue: its permanent code, its level, what is wrong and what to do, in Japanese and English.

interface Entry {
  /** An error stops publishing; a warning does not. */
  readonly level: "error" | "warning";
  readonly message: { readonly ja: string; readonly en: string };
  readonly advice: { readonly ja: string; readonly en: string };
}

const entries = {
  // Files
  "file-missing": error(
    "ファイルがありません。",
    "The file is not there.",
    "このファイルを作ってください。見出し行だけでもかまいません。",
    "Make this file; a header row alone will do.",
  ),
  "file-empty": error(
    "ファイルが空です。",
    "The file is empty.",
    "1行目に見出し（{expected}）を書いてください。",
    "Write the headers in row 1: {expected}.",
  ),
  "bad-encoding": error(
    "文字コードが UTF-8 でも Shift_JIS でもありません。",
    "The text is neither UTF-8 nor Shift_JIS.",
    "Excelで「CSV UTF-8（コンマ区切り）」として保存し直してください。",
    "Save it again from Excel as “CSV UTF-8 (Comma delimited)”.",
  ),
  "broken-csv": error(
    "CSVとして読めません（引用符が閉じていないなど）。",
    "It cannot be read as CSV (a quotation mark is not closed, for example).",
    'この行のダブルクォーテーション（"）を確かめてください。',
    'Look at the quotation marks (") in this row.',
  ),
  "broken-json": error(
    "JSONとして読めません（「{found}」のあたり）。",
    "It cannot be read as JSON (near “{found}”).",
    "この行とその前の行の、コンマ・かっこ・引用符を確かめてください。",
    "Look at the commas, brackets and quotation marks of this line and the one before.",
  ),
  "column-missing": error(
    "「{column}」の列がありません。",
    "The column “{column}” is missing.",
    "1行目に「{column}」を加えてください。",
    "Add “{column}” to row 1.",
  ),
  "column-unknown": error(
    "「{found}」という列は、この表にはありません。",
    "This table has no column called “{found}”.",
    "見出しの書き間違いであれば直し、要らない列であれば消してください。この表の列：{expected}",
    "Correct the header, or delete the column. The columns of this table: {expected}",
  ),
  "column-twice": error(
    "「{found}」の列が2つあります。",
    "The column “{found}” stands twice.",
    "どちらか1つにしてください。",
    "Keep one of them.",
  ),
  "row-too-long": error(
    "見出しより右に値があります（{found}）。",
    "There is a value to the right of the last header ({found}).",
    "コンマが余分に入っていないか、列がずれていないかを確かめてください。",
    "Look for an extra comma, or cells that have shifted.",
  ),
  "field-invalid": error(
    "「{found}」は「{field}」に使えません。",
    "“{found}” cannot be used for “{field}”.",
    "{expected}を書いてください。",
    "Write {expectedEn}.",
  ),
  "field-missing": error(
    "「{field}」がありません。",
    "“{field}” is missing.",
    "{expected}を書いてください。",
    "Write {expectedEn}.",
  ),

  // Cells
  "value-required": error(
    "値が入っていません。",
    "The cell is empty.",
    "この列は空にできません。値を入れてください。",
    "This column cannot be left empty. Fill it in.",
  ),
  "not-an-id": error(
    "「{found}」はIDの形ではありません。",
    "“{found}” does not have the form of an ID.",
    "半角の英字と数字だけで書いてください（例：{expected}）。",
    "Use half-width letters and digits only (such as {expected}).",
  ),
  "not-a-number": error(
    "「{found}」は数値ではありません。",
    "“{found}” is not a number.",
    "半角数字だけで書いてください（例：1234.5）。桁区切り、単位、空白は入れません。言葉は「進捗状況」の列へ書きます。",
    "Write half-width digits only (such as 1234.5): no thousands commas, units or spaces. Words belong in the column 進捗状況.",
  ),
  "not-an-integer": error(
    "「{found}」は整数ではありません。",
    "“{found}” is not a whole number.",
    "半角数字の整数（例：12）を書いてください。",
    "Write a whole number in half-width digits (such as 12).",
  ),
  "number-too-long": error(
    "「{found}」は桁が多すぎます。",
    "“{found}” has too many digits.",
    "15桁までにしてください。それより長い数は、多くの表計算ソフトで末尾が変わります。",
    "Use at most 15 digits; longer numbers lose their last digits in most spreadsheets.",
  ),
  "not-a-year": error(
    "「{found}」は年度ではありません。",
    "“{found}” is not a year.",
    "西暦4桁（例：2024）で書いてください。",
    "Write four digits (such as 2024).",
  ),
  "year-out-of-range": error(
    "{found}年度は、扱える範囲（{expected}）の外です。",
    "{found} is outside the years that can be used ({expected}).",
    "年度の書き間違いでないか確かめてください。",
    "Check the year for a slip of the pen.",
  ),
  "not-a-date": error(
    "「{found}」は日付ではありません。",
    "“{found}” is not a date.",
    "YYYY-MM-DD の形（例：2025-03-31）で書いてください。",
    "Write it as YYYY-MM-DD (such as 2025-03-31).",
  ),
  "not-an-interval": error(
    "「{found}」は期間ではありません。",
    "“{found}” is not a period.",
    "YYYY-MM-DD/YYYY-MM-DD の形（例：2024-04-01/2025-03-31）か、1日だけなら YYYY-MM-DD で書いてください。",
    "Write it as YYYY-MM-DD/YYYY-MM-DD (such as 2024-04-01/2025-03-31), or YYYY-MM-DD for one day.",
  ),
  "not-a-choice": error(
    "「{found}」は選べる値ではありません。",
    "“{found}” is not one of the choices.",
    "次のどれかにしてください：{expected}",
    "Use one of: {expected}",
  ),
  "formula-text": error(
    "「{found}」は、表計算ソフトが計算式として実行するおそれのある文字で始まっています。",
    "“{found}” begins with a character that a spreadsheet would run as a formula.",
    "先頭の = + - @ またはタブを取るか、前に言葉を置いてください。",
    "Remove the leading = + - @ or tab, or put a word before it.",
  ),
  "date-like-text": error(
    "「{found}」は、表計算ソフトで開くと日付や別の数に変わる形です。",
    "“{found}” has a form that a spreadsheet turns into a date or another number.",
    "「1-1」は「1の1」、「1/2」は「2分の1」、「4月」は「4月分」のように、言葉を添えてください。日付なら YYYY-MM-DD で書きます。",
    "Put a word to it (“part 1-1”, “in April”); write a date as YYYY-MM-DD.",
  ),
  "platform-character": error(
    "「{character}」は機種依存文字です（{found}）。",
    "“{character}” is a platform-dependent character ({found}).",
    "①は1、㈱は(株)、Ⅱは2のように、どの機種でも読める文字で書いてください。",
    "Write it with plain characters: 1 for ①, (株) for ㈱, 2 for Ⅱ.",
  ),
  "control-character": error(
    "セルの中に改行または制御文字があります（{found}）。",
    "The cell holds a line break or a control character ({found}).",
    "1つのセルには1行で書いてください。",
    "Write one line in one cell.",
  ),

  "stray-space": error(
    "「{found}」の前か後ろに空白があります。",
    "There is white space before or after “{found}”.",
    "セルの先頭と末尾の空白を消してください。",
    "Delete the white space at the beginning and the end of the cell.",
  ),

  // Identities and references
  "duplicate-id": error(
    "ID「{found}」が2度使われています（先の行：{first}行目）。",
    "The ID “{found}” is used twice (first in row {first}).",
    "新しいものには、まだ使ったことのないIDを付けてください。",
    "Give the new one an ID that was never used.",
  ),
  "unknown-id": error(
    "ID「{found}」は {table} にありません。",
    "The ID “{found}” does not stand in {table}.",
    "書き間違いを直すか、{table} にその行を加えてください。",
    "Correct it, or add its row to {table}.",
  ),
  "duplicate-observation": error(
    "同じ指標・年度・内訳・出典の実績値が2つあります（先のもの：{first}）。",
    "There are two values for the same indicator, year, breakdown and source (the first: {firstEn}).",
    "どちらか1つを残してください。",
    "Keep one of them.",
  ),
  "duplicate-placement": error(
    "同じ位置づけが2度書かれています（先の行：{first}行目）。",
    "The same placement stands twice (first in row {first}).",
    "どちらか1つを残してください。",
    "Keep one of them.",
  ),
  "wrong-level": error(
    "{kind}「{found}」は、{parentKind}の下には置けません。",
    "“{found}” is {kindEn}, which cannot stand under {parentKindEn}.",
    "「親ID」に書くもの：{expected}",
    "What belongs in 親ID: {expectedEn}.",
  ),
  "status-scheme-incomplete": error(
    "値の状態「{found}」が表にありません。",
    "The status “{found}” is not in the table.",
    "statuses.csv に「{found}」の行を加えてください。",
    "Add a row for “{found}” to statuses.csv.",
  ),
  "not-placed": error(
    "{kind}「{found}」が、計画のどこにも位置づけられていません。",
    "“{found}”, {kindEn}, is placed nowhere in the plan.",
    "placements.csv に行を加えてください。",
    "Add a row to placements.csv.",
  ),
  "listing-without-project": error(
    "この掲載には、取組指標の事業がありません（掲載先：「{found}」）。",
    "This listing of an indicator stands under no project (found: “{found}”).",
    "取組指標は「掲載先ID」に事業のIDを、「主な取組ID」に主な取組のIDを書いてください。",
    "For a 取組指標, give a project's ID in 掲載先ID and an initiative's ID in 主な取組ID.",
  ),
  "not-listed": warning(
    "指標「{found}」は、listings.csv のどこにも載っていません。",
    "The indicator “{found}” is not listed anywhere in listings.csv.",
    "掲載の行を加えるか、無くなった指標なら「廃止年度」を書いてください。",
    "Add a listing, or give 廃止年度 if it is no more.",
  ),

  // Values
  "unit-missing": error(
    "数値なのに、指標「{indicator}」に単位がありません（{found}）。",
    "There is a number, but the indicator “{indicator}” has no unit ({found}).",
    "indicators.csv の「単位ID」を書いてください。",
    "Fill in 単位ID in indicators.csv.",
  ),
  "share-over-limit": error(
    "割合が100を超えています（{found}）。",
    "A share is over 100 ({found}).",
    "値を確かめてください。100を超えることのある割合なら、indicators.csv の「割合の上限」を「なし」にしてください。",
    "Check the value. If this share can be over 100, write なし in 割合の上限 of indicators.csv.",
  ),
  "value-and-words": error(
    "実績値（{found}）と進捗状況の両方が入っています。",
    "Both a number ({found}) and words are given.",
    "どちらか一方にし、補足は「備考」へ書いてください。",
    "Keep one of the two; remarks belong in 備考.",
  ),
  "value-and-reason": error(
    "値があるのに「値なしの理由」（{found}）が入っています。",
    "There is a value, and a reason for having none ({found}).",
    "値があるなら理由を消し、ないなら値を消してください。",
    "Delete the reason if there is a value, or the value if there is none.",
  ),
  "reason-missing": error(
    "値がないのに「値なしの理由」が入っていません。",
    "There is no value, and no reason for having none.",
    "次のどれかを書いてください：{expected}",
    "Write one of: {expected}",
  ),
  "status-contradicts-value": error(
    "値の状態「{found}」が、値の有無と合いません。",
    "The status “{found}” does not fit the value.",
    "値がないときだけ「値なし」、あるときは確定・速報・推計のどれかにしてください。",
    "Use 値なし only where there is no value, else 確定, 速報 or 推計.",
  ),
  "observation-missing": warning(
    "指標「{indicator}」の{found}年度の行がありません。",
    "The indicator “{indicator}” has no row for {found}.",
    "値がないときも、理由とともに行を置いてください。",
    "Give it a row with the reason, also where there is no value.",
  ),
  "break-order": error(
    "「前の年度」（{found}）が「後の年度」より後です。",
    "The year before the break ({found}) is not before the one after it.",
    "古い系列の最後の年度と、新しい系列の最初の年度を書いてください。",
    "Give the last year of the old series and the first of the new one.",
  ),
  "small-number": warning(
    "福祉・健康・教育の分野で、1〜9人の値です（{found}人）。",
    "A value of 1 to 9 persons in welfare, health or education ({found}).",
    "個人が分かるおそれがないかを確かめ、あれば「秘匿」にしてください。",
    "Make sure that nobody can be recognised; if somebody can, withhold it (秘匿).",
  ),
  "definition-unsaid": warning(
    "{found}の指標に、定義が書かれていません。",
    "Indicators without a definition: {found}.",
    "分かるものから「定義」「算出式」「データ元」を書いてください。",
    "Fill in 定義, 算出式 and データ元 where they are known.",
  ),
  "reading-doubtful": warning(
    "読み取りに疑いのある箇所が{found}あります（要確認）。",
    "Readings in doubt (要確認): {found}.",
    "原典の紙面と見比べ、確かめたら「確定」にしてください。",
    "Compare them with the printed page; write 確定 once they are sure.",
  ),

  // The municipality
  "wrong-check-digit": error(
    "「{found}」は検査数字が合いません。",
    "The check digit of “{found}” is wrong.",
    "番号を書き写し間違えていないか確かめてください（{expected}）。",
    "Check the number for a slip of the pen ({expected}).",
  ),
  "placeholder-base": warning(
    "基底IRI（{found}）は、例示用の仮のものです。",
    "The base IRI ({found}) is a placeholder.",
    "公開する場所が決まったら、municipality.json の base を書き換えてください。",
    "Once it is known where the data will live, change base in municipality.json.",
  ),
  "not-a-version": error(
    "「{found}」は版の名前に使えません。",
    "“{found}” cannot be the name of a version.",
    "数字で始め、半角の英数字・ピリオド・ハイフンだけで書いてください（例：2026-11-22）。フォルダーの名前になります。",
    "Begin with a digit and use letters, digits, full stops and hyphens only (such as 2026-11-22); it names a folder.",
  ),
  "no-release": error(
    "公開の版が1つもありません。",
    "There is no release.",
    "版・日付・内容を1行書いてください。出力に入る日付は、この表だけから取ります。",
    "Write one row with version, date and what it is: the only dates in the output come from here.",
  ),
} satisfies Record<string, Entry>;

export type IssueCode = keyof typeof entries;

export const catalogue: Readonly<Record<IssueCode, Entry>> = entries;

export const issueCodes: readonly IssueCode[] = Object.keys(entries) as IssueCode[];

function entry(level: Entry["level"], ja: string, en: string, adviceJa: string, adviceEn: string): Entry {
  return { level, message: { ja, en }, advice: { ja: adviceJa, en: adviceEn } };
}

function error(...words: [ja: string, en: string, adviceJa: string, adviceEn: string]): Entry {
  return entry("error", ...words);
}

function warning(...words: [ja: string, en: string, adviceJa: string, adviceEn: string]): Entry {
  return entry("warning", ...words);
}
