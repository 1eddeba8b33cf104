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
  "file-misnamed": error(
    "このファイルは読み込まれません（{found}）。",
    "This file is not read ({found}).",
    "表であれば、CSV（UTF-8）で「{expected}」という名前にしてください。表でなければ、このフォルダーの外に移してください。",
    "If it is a table, save it as CSV (UTF-8) under the name “{expected}”; if not, move it out of this folder.",
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
    'この行と、それより前の行のダブルクォーテーション（"）を確かめてください。',
    'Look at the quotation marks (") in this row and in those before it.',
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
  "table-too-large": error(
    "表が大きすぎます（{what} {found}）。",
    "The table is too large ({found} {whatEn}).",
    "1つの表は{rows}行、{columns}列までです。余分な行や列がないかを確かめてください。",
    "A table has at most {rows} rows and {columns} columns. Look for rows or columns that are not needed.",
  ),
  "header-missing": error(
    "見出しのない列（左から{column}番目）に値があります（{found}）。",
    "A column without a header (number {column}) holds a value ({found}).",
    "見出しを書くか、要らない列であれば消してください。",
    "Write its header, or delete the column.",
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
  "field-unknown": error(
    "「{field}」という項目は、この文書にはありません。",
    "This document has no field called “{field}”.",
    "書き間違いであれば直し、要らなければ消してください。",
    "Correct its name, or delete it.",
  ),
  "field-twice": error(
    "「{field}」が2回書かれています。",
    "“{field}” stands twice.",
    "どちらか1つにしてください。",
    "Keep one of them.",
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
  "choice-required": error(
    "値が入っていません。",
    "The cell is empty.",
    "次のどれかを入れてください：{expected}",
    "Fill in one of: {expected}",
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
    "半角数字だけで書いてください（例：1234.5）。桁区切り、単位、空白は入れません。言葉は、言葉のための列（「進捗状況」「目標状況」など）へ書きます。",
    "Write half-width digits only (such as 1234.5): no thousands commas, units or spaces. Words belong in the column for words (進捗状況, 目標状況 or the like).",
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
  "not-a-qualifier": error(
    "「{found}」は「限定」に使えません。",
    "“{found}” cannot be used in 限定.",
    "{expected} だけを、2つ以上なら；でつないで書いてください（同じものは1度だけ）。",
    "Use only {expected}, each once, joined with ；.",
  ),
  "achievements-not-first": error(
    "「取組実績」が、事業の最初の行（順序1）ではなく順序{found}の行にあります。",
    "取組実績 stands on row {found} of its project, not on the first.",
    "全文は、その事業の順序1の行にだけ書いてください。",
    "Write the full text on the project's row with 順序 1 only.",
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
    "「{character}」の代わりに{instead}と書いてください。",
    "Write {insteadEn} in place of it.",
  ),
  "invisible-character": error(
    "目に見えない文字（{character}）が、␣の所に入っています（{found}）。",
    "A letter that nobody sees ({character}) stands where ␣ is: {found}.",
    "セルの文字を消して、キーボードから打ち直してください（ほかから貼り付けると残ることがあります）。",
    "Empty the cell and type it again; pasting may bring the letter back.",
  ),
  "error-word": error(
    "「{found}」は、表計算ソフトの誤りの印です。",
    "“{found}” is what a spreadsheet shows where something went wrong.",
    "元のブックで計算式や列の幅を直し、値そのものを書いてください。",
    "Mend the formula or the column's width where it came from, and write the value itself.",
  ),
  "text-too-long": error(
    "セルの文字が多すぎます（{found}字。「{start}…」）。",
    "The cell holds too many letters ({found}: “{start}…”).",
    "32,767字までにしてください。それより長いと、Excelで開けなくなります。",
    "Use at most 32,767: Excel cannot open a longer cell.",
  ),
  "letter-lost": warning(
    "「{found}」の「?」は、保存したときに失われた文字かもしれません。",
    "The “?” in “{found}” may be a letter that was lost when the file was saved.",
    "元の文字に戻し、Excelで「CSV UTF-8（コンマ区切り）」として保存してください。「?」のままでよければ全角の「？」にします。",
    "Put the letter back and save as “CSV UTF-8 (Comma delimited)”. If a question mark is meant, write a full-width ？.",
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
  "id-differs-in-case": error(
    "ID「{found}」と「{other}」（{first}行目）は、大文字と小文字しか違いません。",
    "The IDs “{found}” and “{other}” (row {first}) differ in upper and lower case only.",
    "片方に、まだ使ったことのないIDを付けてください。WindowsやmacOSでは、同じ名前のフォルダーになります。",
    "Give one of them an ID that was never used: on Windows and macOS both would be one folder.",
  ),
  "reserved-id": error(
    "ID「{found}」は、Windowsが装置の名前に使っています。",
    "“{found}” is the name of a device in Windows.",
    "ほかのID（例：{expected}）にしてください。Windowsでは、この名前のフォルダーを作れません。",
    "Use another ID (such as {expected}): Windows makes no folder of this name.",
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
  "level-order": error(
    "段の順序「{found}」は1から{most}までの整数ではありません。",
    "The order “{found}” of a level is not between 1 and {most}.",
    "いちばん上の段を1として、上から順に書いてください。段は{most}つまでです。",
    "Count from the top, beginning with 1; there are at most {most} levels.",
  ),
  "level-folder": error(
    "「{found}」は、段のフォルダー名に使えません。",
    "“{found}” cannot be a level's folder.",
    "英小文字で始まる半角の英小文字・数字・ハイフンで書いてください（例：policies）。indicators、units など、ほかに使われる名前は選べません。",
    "Use small letters, digits and hyphens, beginning with a letter (such as policies), and no name that is taken (indicators, units …).",
  ),
  "duplicate-level": error(
    "同じ計画に、「{found}」が同じ段がもうあります。",
    "The plan has another level with “{found}”.",
    "段の順序、名称、フォルダーは、計画の中で1つずつにしてください。",
    "Give each level of a plan its own order, name and folder.",
  ),
  "duplicate-status": error(
    "「{found}」が2行あり、アドレスが2つ（{first} と {second}）になります。",
    "“{found}” stands in two rows, and would have two addresses ({first} and {second}).",
    "先に公開したIDの行だけを残してください。",
    "Keep the row alone whose ID was published first.",
  ),
  "plan-without-levels": error(
    "計画「{found}」の段が levels.csv にありません。",
    "The plan “{found}” has no levels in levels.csv.",
    "levels.csv に、計画ID・順序・名称・フォルダーの行を加えてください。",
    "Add its levels to levels.csv: plan, order, name and folder.",
  ),
  "grade-unknown": error(
    "評価「{found}」は、評価体系「{scheme}」の段階にありません。",
    "“{found}” is no grade of the scheme “{scheme}”.",
    "evaluation-schemes.csv に段階の行を加えるか、評価を直してください。",
    "Add the grade to evaluation-schemes.csv, or correct it here.",
  ),
  "duplicate-evaluation": error(
    "同じもの（{found}）が{first}行目にもあります。",
    "The same ({found}) stands in row {first}.",
    "どちらか1つにしてください。後の資料が改めたのなら、出典IDを後の資料にしてください。",
    "Keep one of them. Where a later document corrected it, name that as its source.",
  ),
  "not-placed": error(
    "{kind}「{found}」が、計画のどこにも位置づけられていません。",
    "“{found}”, {kindEn}, is placed nowhere in the plan.",
    "placements.csv に行を加えてください。",
    "Add a row to placements.csv.",
  ),
  "listing-without-project": error(
    "この掲載は、どの項目の下にあるか分かりません（「{found}」）。",
    "Nobody can tell under which node this listing stands (found: “{found}”).",
    "「掲載先ID」に指標が載っている項目のIDを、「上位ID」（任意）にその項目より上の段の項目のIDを書いてください。",
    "Give the node in 掲載先ID, and in 上位ID, if anything, a node of a higher level.",
  ),
  "not-listed": warning(
    "指標「{found}」は、listings.csv のどこにも載っていません。",
    "The indicator “{found}” is not listed anywhere in listings.csv.",
    "掲載の行を加えるか、無くなった指標なら「廃止年度」を書いてください。",
    "Add a listing, or give 廃止年度 if it is no more.",
  ),

  // Values
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
  "year-begun": warning(
    "{found}年度は、{count}行のすべてが「集計中」です。値が1つ入るまで、公開されません。",
    "All {count} rows of {found} say 集計中. The year is not published until it has a value.",
    "集めている間は、このままでかまいません。",
    "Leave it so while the values are being collected.",
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
  "unit-not-equal": warning(
    "QUDTの「{found}」は、「{unit}」と意味が等しくありません。等しいとしては公開しません。",
    "QUDT's “{found}” does not mean the same as “{unit}”. It is not published as equal.",
    "QUDTの列を空にしてください（QUDTのMOは月の満ち欠けの29.53日、NUMは数一般、CCY_JPYは1円です）。",
    "Leave QUDT empty (QUDT's MO is the Moon's 29.53 days, NUM any number, CCY_JPY one yen).",
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

  // What was done
  "activity-without-project": error(
    "「{found}」は計画そのもので、活動実績を書けません。",
    "“{found}” is a plan, of which no activities can be told.",
    "活動実績の「事業ID」には、計画の下の項目のIDを書いてください。",
    "Give the ID of a node below a plan.",
  ),
  "activity-without-unit": error(
    "数値（{found}）に単位がありません。",
    "The number ({found}) has no unit.",
    "「単位ID」を書いてください。",
    "Fill in 単位ID.",
  ),
  "reading-part-idle": warning(
    "「{found}」に当たるものがありません（読取状況が「確定」か、実績値が空）。",
    "There is nothing that “{found}” could be about (読取状況 is 確定, or there is no 実績値).",
    "「読取箇所」を空にするか、「読取状況」を見直してください。",
    "Leave 読取箇所 empty, or look at 読取状況 again.",
  ),
  "duplicate-activity": error(
    "同じ事業に、同じ活動実績「{found}」が2つあります（先の行：{first}行目）。",
    "“{found}” stands twice under the same project (first in row {first}).",
    "どちらか1つを残すか、内訳・限定・時期で区別してください。",
    "Keep one of them, or tell them apart by 内訳, 限定 or 時期.",
  ),
  "duplicate-order": error(
    "同じ事業に、順序{found}の行が2つあります（先の行：{first}行目）。",
    "Two rows of the same project have the place {found} (first in row {first}).",
    "順序を1からの続き番号にしてください。",
    "Number the project's rows from 1.",
  ),
  "part-of-another": error(
    "合計ID「{found}」は、別の事業か別の年度の行、またはこの行自身です。",
    "The sum “{found}” belongs to another project or year, or is this row itself.",
    "同じ事業の、同じ年度の合計の行のIDを書いてください。",
    "Give the ID of the sum's row in the same project and year.",
  ),
  "continues-another": error(
    "継続ID「{found}」は、この行が続けるものではありません（別の事業か単位の行、同じか後の年度の行、またはその言い方の行がこの年度にもあります）。",
    "This row cannot continue “{found}”: it is another project's or in another unit, of the same or a later year, or stands in its own words in this year too.",
    "同じ事業の、前の年度の、同じ単位の行のIDを書くか、「継続ID」を空にしてください。",
    "Give the ID of a row of the same project and unit in an earlier year, or leave 継続ID empty.",
  ),
  "activity-reworded": careful(
    "前の年度（{year}年度）の「{before}」（{id}）がなく、よく似た「{found}」があります。",
    "“{before}” ({id}) of {year} is gone, and “{found}” is there, which is much like it.",
    "言い方が変わっただけの同じ活動なら、「継続ID」に{id}と書いてください。",
    "If it is the same in other words, write {id} into 継続ID.",
  ),
  "parts-differ-from-sum": careful(
    "内訳の和（{parts} = {sum}）が、合計（{found}）と合いません。",
    "The parts ({parts} = {sum}) do not add up to the sum ({found}).",
    "原典の紙面と見比べてください。",
    "Compare them with the printed page.",
  ),
  "activity-differs-from-indicator": careful(
    "活動実績の数値（{found}）が、指標「{indicator}」の{year}年度の{what}（{expected}）と違います。",
    "The figure ({found}) differs from the {whatEn} of the indicator “{indicator}” in {year} ({expected}).",
    "どちらかの写し間違いでないかを確かめ、同じものを数えていないなら「指標ID」を消してください。",
    "Check both for a slip of the pen; delete 指標ID if they do not count the same thing.",
  ),
  "duplicate-target": error(
    "同じ指標・年度の目標が2つあります（先の行：{first}行目）。",
    "There are two targets for the same indicator and year (first in row {first}).",
    "どちらか1つを残してください。",
    "Keep one of them.",
  ),
  "grade-without-scheme": error(
    "評価「{found}」の評価体系が書かれていません。",
    "The grade “{found}” has no scheme.",
    "「評価体系」に、その評価の段階（例：A・B・C・D）を書いてください。",
    "Write the scheme of grades it belongs to in 評価体系 (A, B, C, D, for instance).",
  ),

  // What a careful clerk would ask
  jump: careful(
    "前年度（{before}）の5倍を超えるか、5分の1を下回っています（{found}）。",
    "More than five times, or less than a fifth of, the year before ({before}): {found}.",
    "桁や単位の書き間違いでないか確かめてください。",
    "Check for a slip in the digits or the unit.",
  ),
  "zero-first": careful(
    "これまで0のなかった指標が0です（前年度：{before}）。",
    "Zero, for the first time (the year before: {before}).",
    "値がないのであれば0ではなく空欄にし、「値なしの理由」を書いてください。",
    "If there is no value, leave the cell empty and give the reason in 値なしの理由.",
  ),
  "share-fell": careful(
    "前年度に100だった割合が下がっています（{found}）。",
    "A share that was 100 the year before has fallen ({found}).",
    "値を確かめてください。",
    "Check the value.",
  ),
  "counting-not-begun": careful(
    "累計の開始日（{first}）より前に終わった{found}年度に、値があります。対象期間は空のままになります。",
    "There is a value of {found}, a year that ended before the count began ({first}). Its interval stays empty.",
    "indicators.csv の「累計の開始日」か、値の年度を直してください。対象期間が分かるなら「対象期間」に書いてください。",
    "Correct 累計の開始日 in indicators.csv, or the value's year. If its interval is known, write it in 対象期間.",
  ),
  "cumulative-fell": careful(
    "累計なのに、前年度（{before}）より減っています（{found}）。",
    "A cumulative value has fallen (the year before {before}, now {found}).",
    "単年度の値を書いていないか確かめてください。数え方が変わったのなら breaks.csv に書いてください。",
    "See whether it is the year's own value. If the way of counting changed, write it in breaks.csv.",
  ),
  "same-as-before": careful(
    "前年度とまったく同じ値です（{found}）。",
    "Exactly the value of the year before ({found}).",
    "前年度の値を写したままでないか確かめてください。",
    "See whether last year's value was copied.",
  ),
  "same-under-two": careful(
    "指標「{other}」と同じ値です（{found}）。",
    "The same value as that of the indicator “{other}” ({found}).",
    "別の行の値を書いていないか確かめてください。",
    "See whether it was written into the wrong row.",
  ),
  "sum-differs": careful(
    "全体（{found}）が、内訳の合計（{sum}）と合いません。",
    "The whole ({found}) is not the sum of its breakdown ({sum}).",
    "どちらかの値を確かめてください。",
    "Check the values.",
  ),
  "rate-differs": careful(
    "印刷された達成率（{found}%）が、実績値と目標値から求めた割合（{ours}%）と合いません。",
    "The printed rate of achievement ({found}%) is not what value and target give ({ours}%).",
    "実績値・目標値・達成率を読み違えていないか確かめてください。公開するのは印刷された達成率です。",
    "See whether value, target or rate was misread. What is published is the printed rate.",
  ),
  "cost-sum-differs": careful(
    "合計（{found}）が、費目の和（{sum}）と合いません。",
    "The city's own sum ({found}) is not that of its items ({sum}).",
    "金額と、どの費目の合計かを確かめてください。",
    "Check the amounts, and which items the sum is of.",
  ),
  "decimals-differ": careful(
    "小数点以下の桁数が前年度（{before}）と違います（{found}）。",
    "Another number of decimals than the year before ({before}): {found}.",
    "丸め方を確かめ、indicators.csv の「小数点以下桁数」を書いてください。",
    "Check the rounding, and fill in 小数点以下桁数 in indicators.csv.",
  ),
  "relisted-name-differs": careful(
    "再掲の指標の名称（{found}）が、先の掲載（{other}）と違います。",
    "An indicator that is listed again has another name ({found}) than before ({other}).",
    "同じ指標かどうかを確かめてください。違うなら別のIDを付けます。",
    "Make sure that it is the same indicator; if not, it needs an ID of its own.",
  ),
  "reprinted-differently": careful(
    "後の資料（{source}）の値（{found}）が、前の資料（{beforeSource}）の値（{before}）と違います。",
    "A later document ({source}) prints {found} where an earlier one ({beforeSource}) printed {before}.",
    "両方を残し、後の値を使います。公開後の訂正なら corrections.csv にも書いてください。",
    "Both are kept and the later one counts. If it corrects what was published, write it in corrections.csv too.",
  ),
  "acknowledgement-idle": warning(
    "確認済みの警告（{found}）は、もう出ていません。",
    "This acknowledged warning ({found}) no longer occurs.",
    "この行を消してください。値が変わったのなら、理由も古くなっています。",
    "Delete this row: if the value has changed, the reason is out of date too.",
  ),
  "unknown-issue-code": error(
    "「{found}」という名前の警告はありません。",
    "There is no warning called “{found}”.",
    "警告の末尾の [ ] の中の名前を、そのまま写してください。",
    "Copy the name in [ ] at the end of the warning.",
  ),

  // What happened to the data
  "correction-changes-nothing": error(
    "訂正前と訂正後が同じです（{found}）。",
    "What stood there and what stands there now are the same ({found}).",
    "書き間違いを直すか、訂正がないのであれば、この行を消してください。",
    "Correct the row, or delete it if nothing was corrected.",
  ),
  "correction-contradicts-value": error(
    "訂正後（{found}）が、今の表の値（{now}）と違います（{id}）。",
    "The correction says {found}, but the table holds {now} ({id}).",
    "表の値か、この訂正のどちらかを直してください。その後にまた訂正したのであれば、その行を corrections.csv に加えてください。",
    "Mend the value or the correction. If it was corrected once more, add a row for that to corrections.csv.",
  ),
  "correction-chain-broken": error(
    "訂正前（{found}）が、同じ箇所の1つ前の訂正（{earlier}）の訂正後（{before}）と違います。",
    "It is said to have been {found}, but the correction before it ({earlier}) left {before} there.",
    "日付と内容を確かめてください。間に別の訂正があったのであれば、その行を加えてください。",
    "Check dates and contents. If there was another correction between them, add its row.",
  ),
  "correction-differs-from-text": warning(
    "訂正後（{found}）が、今の表の記載（{now}）と違います（{id}）。",
    "The correction says “{found}”, but the table now says “{now}” ({id}).",
    "どちらかの書き間違いでないかを確かめてください。その後に訂正したのであれば、その行を加えてください。訂正ではない改称などであれば、このままでかまいません。",
    "Check both for a slip of the pen, and add a row if it was corrected once more. A new name that corrects nothing may stay so.",
  ),
  "correction-column-unknown": warning(
    "「{found}」という列は、{table} にありません。訂正後の内容を表と比べられません。",
    "{table} has no column “{found}”, so the correction cannot be compared with the table.",
    "訂正した列の見出しを、そのまま書いてください（例：実績値）。",
    "Write the header of the corrected column as it stands there (such as 実績値).",
  ),
  "correction-after-release": warning(
    "訂正の日付（{found}）が、最新の版の日付（{newest}）より後です。",
    "The correction is dated {found}, after the newest release ({newest}).",
    "日付を確かめてください。新しい版として公開するのであれば、releases.csv に行を加えてください。",
    "Check the date. If it is published with a new release, add a row to releases.csv.",
  ),
  "duplicate-release": error(
    "版「{found}」が2つあります（先の行：{first}行目）。",
    "There are two releases called “{found}” (first in row {first}).",
    "新しい公開には、まだ使ったことのない版の名前を付けてください。",
    "Give the new release a name that was never used.",
  ),
  "release-before-earlier": warning(
    "日付（{found}）が、上の行の日付（{before}）より前です。",
    "The date ({found}) is before the one of the row above ({before}).",
    "日付を確かめ、古い順に並べてください。日付の最も新しい版が、今の版として公開されます。",
    "Check the date, and write the oldest first: the release with the newest date is published as the current one.",
  ),
  "release-version-falls": warning(
    "版の名前（{found}）が、上の行の版（{before}）より後の順になっていません。",
    "The version ({found}) does not come after the one of the row above ({before}).",
    "書き間違いでないか確かめてください。",
    "Check it for a slip of the pen.",
  ),

  // What the published folder holds already
  "published-value-changed": warning(
    "{version}版で公開した値（{before}）が、訂正の記録のないまま変わっています（{id}、今は{found}）。",
    "Release {version} published {before} for {id}; it is {found} now, and no correction says so.",
    "訂正したのであれば、corrections.csv に行（対象ID {id}、項目 {column}、訂正前 {before}、訂正後 {found}、理由）を加えてください。書き間違いであれば、値を戻してください。",
    "If it was corrected, add a row to corrections.csv (対象ID {id}, 項目 {column}, 訂正前 {before}, 訂正後 {found}, and why). If it is a slip, put the value back.",
  ),
  "published-value-gone": warning(
    "{version}版で公開した値（{id}：{before}）の行が、なくなっています。",
    "Release {version} published a value ({id}: {before}) whose row is gone.",
    "行は消さずに残してください。取り消す値は空にして「値なしの理由」を書き、corrections.csv に行を加えます。",
    "Keep the row. To withdraw a value, empty its cell, give the reason in 値なしの理由, and add a row to corrections.csv.",
  ),
  "published-value-not-corrected": warning(
    "訂正前（{found}）が、{version}版で公開した値（{before}）と違います（{id}）。",
    "The correction says that it was {found}, but release {version} published {before} ({id}).",
    "訂正前には、公開した値を書いてください。",
    "Give in 訂正前 what was published.",
  ),
  "published-letter-lost": warning(
    "「{found}」は、{version}版では「{before}」でした。「?」は、保存したときに失われた文字です。",
    "“{found}” was “{before}” in release {version}: “?” is a letter that was lost when the file was saved.",
    "元の文字に戻し、Excelで「CSV UTF-8（コンマ区切り）」として保存してください。",
    "Put the letter back and save as “CSV UTF-8 (Comma delimited)”.",
  ),
  "published-release-changed": warning(
    "{found}版の内容が、同じ版の名前で前に公開したものと違います（{files}）。",
    "Release {found} is not what was published under that name before ({filesEn}).",
    "releases.csv に新しい版の行を加えてから公開してください。同じ版のままでは、その版を引用した人の見た内容が残りません。",
    "Add a row for a new release to releases.csv before publishing. Under the same version, what others have cited is not kept.",
  ),

  "example-left": warning(
    "見本のままの行や文が{found}あります（「（例）」で始まるもの）。",
    "{found} examples are still there (they begin with （例）).",
    "自分の団体のものに書き換えてください。",
    "Replace them with your own.",
  ),

  // A workbook that came back
  "cell-approximate": error(
    "「{found}」は、おおよその数です。",
    "“{found}” is an approximate number.",
    "正しい数を書いてください。推計なら「約」を取って「値の状態」を「推計」にします。",
    "Write the exact number. If it is an estimate, leave 約 out and choose 推計 in 値の状態.",
  ),
  "cell-other-unit": error(
    "「{found}」の単位は、この指標の単位（{unit}）ではありません。",
    "The unit in “{found}” is not this indicator's ({unit}).",
    "{unit}に直した数だけを書いてください。",
    "Write the number alone, in {unit}.",
  ),
  "cell-unclear-number": error(
    "「{found}」は、どの数か決められません。",
    "It is not clear which number “{found}” is.",
    "1つの数を、桁区切りや括弧を付けずに書いてください（例：1234.5、負の数は -12）。",
    "Write one number without separators or brackets (such as 1234.5, or -12).",
  ),
  "cell-words-for-number": error(
    "「実績値」に数でない言葉（{found}）があります。",
    "There are words (“{found}”) where a number belongs.",
    "言葉で表す実績は「進捗状況」の列に、補足は「備考」の列に書いてください。",
    "Progress in words belongs in 進捗状況, remarks in 備考.",
  ),
  "cell-broken": error(
    "セルの中身（{found}）を読めません（計算の誤り、日付、複数行など）。",
    "The cell ({found}) cannot be read (a failed formula, a date, several lines …).",
    "計算結果や日付ではなく、値そのものを入れ直してください。",
    "Type the value itself in place of a formula or a date.",
  ),
  "cell-merged": error(
    "ほかの行と結合されたセル（{found}）なので、この行に書かれたことかどうかが分かりません。",
    "The cell is merged with one of another row ({found}), so whether it is said of this row cannot be known.",
    "セルの結合を解いて、行ごとに書いてください。",
    "Take the merge apart, and write it in each row.",
  ),
  "workbook-id-unknown": error(
    "ID「{found}」は、この団体の表にありません。",
    "The ID “{found}” does not stand in this city's tables.",
    "ID の列は書き換えず、書き出したブックの行に記入してください。",
    "Leave the column ID alone, and fill in the rows of the workbook as it was made.",
  ),
  "workbook-id-twice": error(
    "ID「{found}」の行が2つあります（先の行：{first}）。",
    "The ID “{found}” stands twice (first in row {first}).",
    "どちらか1つを残してください。",
    "Keep one of them.",
  ),
  "workbook-column-missing": error(
    "「{found}」の列がありません。",
    "The column “{found}” is missing.",
    "見出しを書き換えずに、書き出したブックに記入してください。",
    "Leave the headers as they were when the workbook was made.",
  ),
  "workbook-not-filled": warning(
    "指標「{found}」が、まだ記入されていません。",
    "The indicator “{found}” is not filled in yet.",
    "値か、「値なしの理由」を記入してください。",
    "Fill in its value, or a reason in 値なしの理由.",
  ),
  "workbook-emptied": warning(
    "指標「{found}」の記入がありません。表にある値（{now}）はそのままにします。",
    "The indicator “{found}” is empty in the workbook; the table's value ({now}) is kept.",
    "値がなくなったのなら、「値なしの理由」を記入してください。",
    "If there is no value any more, give the reason in 値なしの理由.",
  ),
  "workbook-row-gone": warning(
    "指標「{found}」の行が、ブックからなくなっています。",
    "The row of the indicator “{found}” is gone from the workbook.",
    "行を消さずに、書き出したブックに記入してください。表にある値はそのままです。",
    "Do not delete rows; what the table holds is kept.",
  ),
  "workbook-name-changed": error(
    "名称が「{now}」から「{found}」に変わっています。改称ですか、別の指標ですか。",
    "The name was “{now}” and is “{found}” now. Is it renamed, or another indicator?",
    "改称なら --renamed を付けて取り込んでください。別の指標なら、元の名称に戻し、新しい行に（IDを空けて）書いてください。",
    "If it is renamed, import with --renamed. If it is another, put the name back and write a new row without IDs.",
  ),
  "workbook-place-changed": error(
    "この行では書き換えられないところが変わっています（{found}）。",
    "Something was changed that this row cannot change ({found}).",
    "元に戻してください。位置づけや再掲は placements.csv と listings.csv で、内訳は breakdowns.csv で直します。",
    "Put it back. Places and listings are changed in placements.csv and listings.csv, parts in breakdowns.csv.",
  ),
  "workbook-conflict": error(
    "ブックを書き出した後に、表の値（{now}）が変わっています（ブック：{found}）。",
    "The table has changed since the workbook was made (table: {now}; workbook: {found}).",
    "どちらが正しいかを確かめ、ブックを書き出し直して記入してください。",
    "Find out which is right, and make the workbook anew.",
  ),

  // The tables' layout
  "older-format": warning(
    "表の形式が古いものです（{found}。今は{expected}）：{steps}。",
    "The tables have an older format ({found}; now {expected}): {stepsEn}.",
    "shihyo migrate を実行すると、今の形式になります。値は変わりません。",
    "Run shihyo migrate to bring them up to date; no value is changed.",
  ),
  "newer-format": error(
    "表の形式（{found}）が、このソフトの知るもの（{expected}）より新しいものです。",
    "The tables have a newer format ({found}) than this software knows ({expected}).",
    "新しい版の shihyo を使ってください。",
    "Use a newer version of shihyo.",
  ),

  // The municipality
  "wrong-check-digit": error(
    "「{found}」は検査数字が合いません。",
    "The check digit of “{found}” is wrong.",
    "番号を書き写し間違えていないか確かめてください（{expected}）。",
    "Check the number for a slip of the pen ({expected}).",
  ),
  "description-length": warning(
    "説明（description）が{found}字です。データを探すサイトは、50字から5,000字の説明だけを載せます。",
    "The description has {found} characters; search engines for data show those of 50 to 5,000 alone.",
    "だれの、何の、いつのデータで、どう作ったかを書き足してください。",
    "Say whose data they are, of what and of when, and how they were made.",
  ),
  "placeholder-base": warning(
    "公開する場所のアドレス（{found}）は、例示用の仮のものです。",
    "The base IRI ({found}) is a placeholder.",
    "公開する場所が決まったら、このアドレス（municipality.json の base）を書き換えてください。",
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

export function isIssueCode(code: string): code is IssueCode {
  return Object.hasOwn(entries, code);
}

export const issueCodes: readonly IssueCode[] = Object.keys(entries) as IssueCode[];

function entry(level: Entry["level"], ja: string, en: string, adviceJa: string, adviceEn: string): Entry {
  return { level, message: { ja, en }, advice: { ja: adviceJa, en: adviceEn } };
}

function error(...words: [ja: string, en: string, adviceJa: string, adviceEn: string]): Entry {
  return entry("error", ...words);
}

/** A warning that may be right: it can be acknowledged with a sentence. */
function careful(ja: string, en: string, adviceJa: string, adviceEn: string): Entry {
  return warning(
    ja,
    en,
    `${adviceJa}正しければ、acknowledgements.csv に理由とともに書いてください。`,
    `${adviceEn} If it is right, say why in acknowledgements.csv.`,
  );
}

function warning(...words: [ja: string, en: string, adviceJa: string, adviceEn: string]): Entry {
  return entry("warning", ...words);
}
