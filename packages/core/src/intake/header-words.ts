// The words that headers of indicator tables are made of, and what a column under each of them is.

import { keyOf } from "./cell-text.ts";
import { inJapanese } from "./english-headers.ts";
import { isUnitWord } from "./units.ts";
import { withoutYears, yearOfLabel, yearOnce, yearsIn } from "./years.ts";

/** What is counted of each name in some columns, where others count something else (「満足度（％）」 beside 「重要度」). */
export interface Facet {
  readonly name: string;
  readonly unit?: string;
}

export type ColumnRole =
  | { readonly kind: "plan" }
  | { readonly kind: "level"; readonly name: string }
  | { readonly kind: "level-number"; readonly name: string; readonly digit?: "tens" | "ones" }
  | { readonly kind: "level-code"; readonly name: string }
  | { readonly kind: "indicator" }
  | { readonly kind: "indicator-code" }
  /** A second column of the name: 「相談件数」 and beside it 「電話」. */
  | { readonly kind: "indicator-part" }
  | { readonly kind: "indicator-kind" }
  | { readonly kind: "unit" }
  | { readonly kind: "measure" }
  | { readonly kind: "year" }
  | {
      readonly kind: "value";
      readonly year?: number;
      readonly state?: "見込" | "速報" | "推計" | "途中";
      /** The name of the part that it is of (「北地区」); absent for the whole. */
      readonly part?: string;
      readonly facet?: Facet;
    }
  | { readonly kind: "target"; readonly year?: number; readonly isFinal?: boolean }
  | { readonly kind: "base"; readonly year?: number }
  /** Two in one cell: 「実績／目標」 with 「120／130」. */
  | { readonly kind: "pair"; readonly roles: readonly [ColumnRole, ColumnRole] }
  | { readonly kind: "base-year" }
  | { readonly kind: "target-year" }
  | { readonly kind: "value-year" }
  | { readonly kind: "rate"; readonly year?: number }
  | { readonly kind: "evaluation"; readonly scheme: string; readonly year?: number }
  | { readonly kind: "reference"; readonly name: string; readonly year?: number }
  | {
      readonly kind: "cost";
      readonly item: string;
      readonly year?: number;
      readonly stage?: string;
      readonly isTotal: boolean;
    }
  | { readonly kind: "section" }
  | { readonly kind: "note" }
  | { readonly kind: "definition" }
  | { readonly kind: "formula" }
  | { readonly kind: "data-source" }
  | { readonly kind: "direction" }
  | { readonly kind: "description" }
  | { readonly kind: "start-year" }
  | { readonly kind: "report-year" }
  | { readonly kind: "serial" }
  | { readonly kind: "slot-name"; readonly slot: string }
  | { readonly kind: "slot-unit"; readonly slot: string }
  | { readonly kind: "slot"; readonly slot: string; readonly role: ColumnRole }
  | { readonly kind: "ignored"; readonly why: string }
  | { readonly kind: "unknown" };

/**
 * What cities call the levels of their plans: a word that says how wide or how weighty, before a word for aims or
 * works (基本政策, 主要事業), or a word that stands for a level alone. Any other words left of the indicators are a
 * level by where they stand.
 */
const weighty = "(?:基本的?|重点|分野別|主要|主な|具体的な?|大|中|小)";
const aims = "(?:目標|政策|施策|方針|方向性?|事務事業|事業|取組|項目|区分|分類|プロジェクト|テーマ)";
const level = new RegExp(
  `^(${weighty}${aims}|政策分野|政策|分野|施策の方向|施策の展開|施策群|施策|事業群|事務事業|取組方針|取組項目|取組|事業|柱|プロジェクト|方向性|章|節|項|目標|戦略|細事業|ビジョン|まちづくりの目標|まちづくりの柱|将来像|テーマ|位置付け|位置づけ|体系)(名称|名)?$`,
  "u",
);
const levelWord = new RegExp(level.source.slice(1, -1), "u");

const measures =
  /^((活動|成果)?実績値?|(活動|成果|中間|最終|当初|修正後?の?|変更後?の?|改定後?の?|見直し後の?)?(目標|計画)値?|達成[率度]|目標年度?|(当初)?見込み?値?|(目指す|めざす|目指そう|めざそう)(値|数値|姿)|予定|差異?|差引|過不足|乖離|増減[数額率]?|進捗率|現状値?|実績|備考)$/u;

/** A piece of a header that says nothing but what is measured when. */
export function isMeasureWord(text: string): boolean {
  return measures.test(keyOf(withoutYears(keyOf(text))).replace(/[()（）・]/gu, ""));
}

const known =
  /^(指標|指標名|指標名称|指標の名称|成果指標|活動指標|KPI|KPI名|重要業績評価指標.*|重要業績指標.*|数値目標|評価指標|取組指標|設問|質問|質問項目|調査項目|項目|項目名|名称|単位|区分|指標区分|指標種別|種別|種類|基準|基準値|基準年度?|数値|時点|最新値|増減|増減[額率数]|前年度?比|現状|現状値|従前値|初期値|当初値|(?:計画)?策定時.*|直近の?値?|最新の値|目標|目標値|目標年度?|中間目標.*|最終目標.*|実績|実績値|値|年度|年|達成率|達成度|進捗率|進捗|進捗状況|評価|総合評価|判定|備考|参考|特記事項|所管|所管課|担当|担当課|担当部署|担当部局|担当所属|課名|部名|部課名|所属|主管課|関係課|No\.?|番号|通番|連番|整理番号|№|コード|ID|計画|計画名|計画値|見込|見込値|予算額?|決算額?|事業費|人件費|.*の平均値?|全国平均|県平均|定義|算出式|算出方法|計算式|出典|データ元|今後の方向性|方向性|有効性|効率性|内容|概要|分析|要因|課題|今後の取組.*|取組内容|実績内容|内訳|対象|工程|本?市|本?町|本?村|本?県|全国|国|望ましい方向|指標の方向|市町村名|.*名称|.*コード|.*番号|.*ID|.*の時点|単位名)$/iu;

/** Parts of a year, and their sum, under a year. */
const partOfYear =
  /^(第?[1-4]四半期|[1-4]Q|Q[1-4]|[上下]半?期|[前後]期|(?:1[0-2]|[1-9])月|年?計|合計|通年|年間|単年度?|累計|年度累計)$/iu;

/** An era over numbers of years (「令和」 over 「5年度」). */
const eraAlone = /^(令和|平成|昭和)$/u;

/** Whether a cell's text could be a header's: a word of ours, a level's name, a year. */
export function isHeaderWord(text: string): boolean {
  const key = inJapanese(keyOf(yearOnce(text)));
  if (key === "" || key.length > 40) return false;
  const unbracketed = keyOf(withoutYears(key)).replace(/\(([^()]*)\)$/u, (all, unit: string) =>
    isUnitWord(unit) ? "" : all,
  );
  if (/^[0-9]{1,2}年[目後]$/u.test(key) || eraAlone.test(key)) return true;
  // 「5年後(R7)」「第1回調査(R2)」
  if (/^(?:[0-9]{1,2}年[目後]|第[0-9]{1,2}回(?:調査|アンケート|評価)?)\([^()]*[0-9元]年?度?\)$/u.test(key))
    return true;
  const rest = unbracketed.replace(/[()（）[\]【】※*]/gu, "");
  if (
    yearsIn(key).length > 0 &&
    (rest === "" ||
      /^(実績|目標|見込|計画|予定|決算|予算|現状|基準|最終|中間|速報|推計|確定|暫定|概数|予測|推定|年度|年|値|額|末|時点|実|績|月|～|~|-|\/|期待|[.．/][0-9]{1,2}(?=末|月|$)|[0-9]{1,2}月?[~～〜-][0-9]{1,2}月|間|調査|アンケート|いま|今|現在|めざす|目指す|ゴール|はじめ|スタート|当初)+$/u.test(
        rest,
      ))
  )
    return true;
  if (/^(前|当|今|昨|本|翌|次)年度?/u.test(rest) && rest.length < 10) return true;
  const bare = rest.replace(/\(.*\)$/u, "");
  return (
    known.test(rest) ||
    partOfYear.test(rest) ||
    /^第[0-9一二三四五]+[期次].{0,4}(計画|戦略)?(目標|実績)?$/u.test(rest) ||
    known.test(bare) ||
    level.test(rest) ||
    (rest.length < 14 &&
      /(指標|目標値|実績値|実績|達成率|評価|単位|(?:目指|めざ)[すそ]う?(?:値|数値|姿)|(?:担当|所管|主管|関係|実施)課)$/u.test(
        rest,
      ))
  );
}

export function isLevelWord(text: string): boolean {
  const key = keyOf(text);
  return level.test(key) || key.split(/[・／/]/u).every((part) => part !== "" && level.test(part));
}

export { levelWord };

/** Headings of one kind begin alike: 「第1章」「(1)」「①」「■」. */
export function headingKind(text: string): string {
  const start = text.trim().slice(0, 12);
  const word = levelWord.exec(keyOf(start).slice(0, 6))?.[0];
  if (word !== undefined && keyOf(start).startsWith(word)) return word;
  const mark =
    /^([■□◆◇●○▼【＜<≪〈]|第|[(（]?[0-9０-９]+[)）]?([-－][0-9０-９]+)*|[Ⅰ-Ⅹ]|[①-⑳])/u.exec(start)?.[0] ?? "";
  return mark
    .replace(/[0-9０-９]+/gu, "1")
    .replace(/[Ⅰ-Ⅹ]/gu, "Ⅰ")
    .replace(/[①-⑳]/gu, "①");
}

/** What stands in a column, counted. */
export interface Content {
  readonly filled: number;
  readonly numbers: number;
  readonly dashes: number;
  readonly distinct: number;
  readonly longest: number;
  /** The share of cells (without dashes) that hold nothing but a year. */
  readonly years: number;
  /** Whether its whole numbers go up by one. */
  readonly isCounting: boolean;
  /** How many cells hold two things, on two lines or with a stroke between. */
  readonly parted: number;
  /** The share of cells that name a measure (目標値, 実績値). */
  readonly measures: number;
  /** Whether both results and targets (or plans) are named there. */
  readonly hasBoth: boolean;
  /** How many cells hold an amount that numbers no place in a plan: `80.0`, `1,200`, `30件`. */
  readonly amounts: number;
}

const personal =
  /^(課長名?|係長名?|係名|担当者名?|担当者|氏名|電話.*|TEL|内線|メール.*|記入者|作成者|連絡先)$/iu;
const section =
  /(担当課|所管|担当部|担当所属|部課|課名|部名|所属|主管|関係課|担当局|担当$|部署|部局|課$|室$|^部$)/u;
const costWord =
  /(支出金|地方債|市債|県債|町債|起債|一般財源|特定財源|財源内訳|事業費|人件費|決算額|予算額|トータルコスト|総コスト|従事人数|従事職員|職員数\(人工\)|人工|業務時間|従事時間|直接経費|委託料|補助金額)/u;

/** Whether a name is one of money spent or received. */
export function isCostName(name: string): boolean {
  return costName.test(keyOf(name)) || isSum(name);
}

const costName =
  /(事業費|経費|費用|人件費|コスト|財源|支出金|地方債|市債|起債|補助金|負担金|人工|従事|職員数|決算額|予算額|[料費]$|^その他$)/u;

/** Whether a cost is the sum of others (「計」「人件費計(B)」「総事業費」); a 会計, a 計画 and a 統計 are none. */
export function isSum(name: string): boolean {
  const key = keyOf(name).replace(/\([^()]*\)/gu, "");
  return (
    /(合計|総計|小計|トータル)/u.test(key) ||
    /総(コスト|事業費|経費|費用|額)/u.test(key) ||
    /(?<![会統設推累余時集])計$/u.test(key)
  );
}

/** What stands over all columns of values alike: 「指標の推移」, or the plan of whose years they are. */
const overall =
  /^計画の?期間(?:中|内)?(?:の?実績値?)?(?:\(.*\))?$|^(?:第?[0-9一二三四五六七八九十]+[期次]|前期|中期|後期|現行?|前|次期?)(?:.{0,8}(?:計画|戦略|ビジョン|プラン)|基本計画)(?:期間)?(?:\(.*\))?$|^(指標値?|KPI|数値|成果|成果指標値?|活動指標値?|目標値?(及び|・|と)実績値?|実績値?(及び|・|と)目標値?)の?(推移|状況|動向|進捗|進捗状況|達成状況|経過)(等|\(.*\))?$/iu;
/**
 * A day or the end of a month within the year (9月30日現在), which is no year's whole. The first of a month is the day
 * of a survey (国勢調査 on 10月1日, 待機児童数 on 4月1日), and what was counted on it is no part of anything.
 */
const dayWithin = /(?<![0-9])([4-9]|1[0-2])月(?:(?!0?1日)[0-9]{1,2}日|末)?(?:現在|時点|末)/u;

/** Whether a header says that its values are of a part of their year. */
export function isOfPart(header: string): boolean {
  return /(中間|上半?期)/u.test(keyOf(header)) || dayWithin.test(keyOf(header));
}

/** What a column is by its header (its pieces from top to bottom) and by what stands in it. */
export function roleOf(pieces: readonly string[], content: Content): ColumnRole | undefined {
  const all = pieces.map((piece) => inJapanese(keyOf(yearOnce(piece)))).filter((key) => key !== "");
  // 「指標の推移」 over results and targets says nothing of either.
  const keys = all.length > 1 ? all.filter((key, at) => at === all.length - 1 || !overall.test(key)) : all;
  const whole = keys.join("");
  const last = keys.at(-1) ?? "";
  const year = yearOfHeader(keys);
  const dated = year === undefined ? {} : { year };
  const bare = withoutYears(whole).replace(/\s/gu, "");
  const lastBare = withoutYears(last).replace(/[\s※*]/gu, "");
  const isWords = content.filled > 0 && content.numbers <= content.filled * 0.2;
  const hasNumbers = content.numbers > 0;

  const isMeasures = content.measures > (content.hasBoth ? 0.4 : 0.7);
  if (isMeasures && content.filled > 1 && content.distinct > 1) return { kind: "measure" };
  if (whole === "") return undefined;
  if (/^(読まない|対象外|無視)/u.test(whole)) return { kind: "ignored", why: "読まないと答えたため" };
  if (keys.some((key) => personal.test(key))) return { kind: "ignored", why: "個人の名前や連絡先" };
  if (/^(No\.?|NO\.?|№|番号|通番|連番|通し番号|整理番号|項番|#)$/iu.test(lastBare) && keys.length === 1) {
    return content.isCounting ? { kind: "serial" } : { kind: "indicator-code" };
  }
  if (/^(管理|指標管理)?(コード|ID)$/iu.test(bare) && content.distinct >= content.filled)
    return { kind: "indicator-code" };
  if (/^(指標|KPI)(番号|コード|ID|No\.?)$/iu.test(lastBare))
    return content.isCounting && /番号|No/iu.test(lastBare) ? { kind: "serial" } : { kind: "indicator-code" };
  if (/^(作成|更新|記入|提出)(年月日|年|月|日)$/u.test(bare))
    return { kind: "ignored", why: "書類を作った日" };
  // 「5年後(R7)」 is what is to be reached by then.
  if (/(?<![0-9])[0-9]{1,2}年後/u.test(whole) && (hasNumbers || content.dashes > 0)) {
    const then = yearOfHeader(keys.map((key) => key.replace(/[0-9]{1,2}年後/u, "")));
    return { kind: "target", ...(then === undefined ? {} : { year: then }) };
  }
  const ordinal = /(?<![0-9])[0-9]{1,2}年目(?!標)/u.test(whole);
  if (ordinal && (hasNumbers || content.dashes > 0)) {
    // 「2年目(R4)」 says its year itself.
    const own = yearOfHeader(keys.map((key) => key.replace(/[0-9]{1,2}年目/u, "")));
    const said = own === undefined ? {} : { year: own };
    return /(目標|計画)/u.test(bare) ? { kind: "target", ...said } : { kind: "value", ...said };
  }
  if (/^予算科目|^(会計|款|項|目)$/u.test(bare) && !/名/u.test(bare))
    return { kind: "ignored", why: "予算科目の番号" };
  const digits = /^(.+?)(番号|コード|ID|No\.?)(十の位|一の位)?$/iu.exec(bare);
  if (digits && levelWord.test(digits[1] ?? "")) {
    const name = levelName(digits[1] ?? "");
    const digit =
      digits[3] === "十の位" ? ("tens" as const) : digits[3] === "一の位" ? ("ones" as const) : undefined;
    if (/番号|No/iu.test(digits[2] ?? "")) return { kind: "level-number", name, ...(digit ? { digit } : {}) };
    return { kind: "level-code", name };
  }
  if (/(期間|年度)[^a-z]*(始期|開始)|^(開始年度|事業開始年度|開始)$/u.test(bare))
    return { kind: "start-year" };
  if (/(期間|年度)[^a-z]*(終期|終了)/u.test(bare)) return { kind: "ignored", why: "事業の終わりの年度" };
  if (
    /^(市町村|都道府県|自治体|団体)(名|コード)?$|^全国地方公共団体コード$|^都道府県コード又は市区町村コード$/u.test(
      bare,
    )
  )
    return { kind: "ignored", why: "団体の名前やコード" };
  // Numbers under 「単位」 are no units: the row is shifted, or the school's 単位 are counted.
  if (/^(単位|単位名|指標の単位)$/u.test(lastBare) && content.numbers < Math.max(1, content.filled))
    return { kind: "unit" };
  if (
    /(^差異?|過不足|乖離|前年度?(との)?(比較?|差|対比)|対前年度?比?|増減|差引|伸び率|伸率|基準値?(から|との)の?(差|比較|増減))(値|数|率|額|幅|分)?(\(.*\))?$/u.test(
      lastBare,
    ) &&
    hasNumbers
  )
    return { kind: "ignored", why: "増減や比較の列" };
  if (/(?<!全国|[県国市])平均(値|\(.*\))?$/u.test(lastBare) && yearsIn(whole).length > 1)
    return { kind: "ignored", why: "何年かの平均の列" };
  // 「策定時」 or 「目標」 over 「年度」 and 「値」: the year of what stands over it.
  if (keys.length > 1 && /^(年度?|年次|時点|測定年度?|調査年度?)$/u.test(lastBare) && content.years > 0.3) {
    const above = keys.slice(0, -1).join("");
    if (/(基準|現状|従前|策定|当初|初期)/u.test(above)) return { kind: "base-year" };
    return /(目標|計画)/u.test(above) ? { kind: "target-year" } : { kind: "value-year" };
  }
  if (
    /(目標年度?|目標年月日?|目標年次|目標時点|目標の時点|達成年度|目標期限|達成時期|目標時期)$/u.test(bare) &&
    !/値/u.test(bare) &&
    content.years > 0.3
  )
    return { kind: "target-year" };
  if (
    /(基準年度?|基準年次|現状の時点|基準時点|現状年度?|現状値の年度|基準|現状)$/u.test(bare) &&
    content.years > 0.3 &&
    content.years >= content.filled * 0
  ) {
    if (content.years > 0.4) return { kind: "base-year" };
  }
  if (
    /(値|実績|数値)の?(年度|年次|年|時点|調査年|測定年度)$|^(最新年度|測定年度|実績時点|最新の時点)$/u.test(
      bare,
    ) &&
    content.years > 0.3
  )
    return { kind: "value-year" };
  if (/^(年度|年|年次|対象年度|調査年|実績年度)$/u.test(bare))
    return content.years > 0.5 ? { kind: "year" } : { kind: "report-year" };
  if (costWord.test(bare) && !/単価/u.test(bare) && hasNumbers && !/指標/u.test(bare)) {
    const stage = /決算|実績/u.test(bare)
      ? "決算"
      : /予算/u.test(bare)
        ? "予算"
        : /見込/u.test(bare)
          ? "見込"
          : /計画/u.test(bare)
            ? "計画"
            : undefined;
    const bracket = /^全体計画\(?(.+?)\)?$/u.exec(bare);
    if (bracket) return { kind: "ignored", why: "年度のない全体計画の費用" };
    return {
      kind: "cost",
      item: costItem(last),
      ...dated,
      ...(stage ? { stage } : {}),
      isTotal: isSum(bare),
    };
  }
  if (keys.length > 1 && /^(望ましい|目指す)?方向$/u.test(lastBare) && isWords && content.longest < 8)
    return { kind: "direction" };
  // What the lowest of several header rows says alone needs no help from those above it.
  if (keys.length > 1 && /^(目標|計画|期待|目安|予定)値?(\(.*\))?$/u.test(lastBare))
    return { kind: "target", ...dated, ...(/(最終|終期)/u.test(bare) ? { isFinal: true } : {}) };
  if (keys.length > 1 && /^(実績|現況|測定|達成)値?$/u.test(lastBare) && !/(見込|速報|推計)/u.test(bare))
    return { kind: "value", ...dated };
  // Remarks of one year are no values of it.
  if (/(備考|特記事項|注記|コメント|理由|要因|要因分析|課題|取組内容)$/u.test(bare) && year !== undefined)
    return hasNumbers && content.numbers > content.filled * 0.8
      ? { kind: "ignored", why: "備考の列の数" }
      : isWords && content.longest > 40
        ? { kind: "ignored", why: "文章の列" }
        : { kind: "note" };
  // 「目標値設定の根拠」「目標値の考え方」: why a target is what it is, and no target.
  if (
    /(根拠|理由|考え方|設定方法|説明|解説)(等|など|\(.*\))?$/u.test(lastBare) &&
    isWords &&
    /(目標|基準|実績|現状)/u.test(bare)
  )
    return content.longest > 40 ? { kind: "ignored", why: "文章の列" } : { kind: "note" };
  const elsewhere = /^参考値?[(（](.+)[)）]$/u.exec(lastBare)?.[1];
  if (elsewhere !== undefined) return { kind: "reference", name: elsewhere, ...dated };
  // Beside the value of a year, its rank.
  if (keys.length > 1 && /^順位(\(.*\))?$/u.test(lastBare) && hasNumbers)
    return { kind: "reference", name: "順位", ...dated };
  const pair = pairOf(whole, dated);
  // Two in each cell; where the cells do not show how they are parted, the column is asked about.
  if (pair && content.parted > content.filled * 0.5) return pair;
  if (pair && !/上段/u.test(whole)) return undefined;
  if (/(達成率|達成度|達成割合|進捗率|対目標比)/u.test(bare)) {
    if (hasNumbers || content.filled === 0 || content.distinct > 8) return { kind: "rate", ...dated };
    return { kind: "evaluation", scheme: schemeName(keys), ...dated };
  }
  if (
    /^(中核市|類似団体|全国|都道府県|県内?|県|国|近隣|他市|道内|府内|都内)[^目]*(平均|値|順位|計)?$|平均値?$|全国順位/u.test(
      lastBare,
    ) &&
    hasNumbers &&
    !/指標/u.test(bare)
  ) {
    return { kind: "reference", name: nameOfReference(last), ...dated };
  }
  if (
    isWords &&
    /(評価|判定|ランク|方向性|進捗|有効性|効率性|必要性|妥当性|公平性|整合性|余地|影響|達成状況|達成見込み?$|達成の見込み$|見通し|成果\)|コスト\)|期待成果)/u.test(
      bare,
    ) &&
    content.longest < 40 &&
    !/(指標|KPI)/iu.test(bare) &&
    content.distinct <= Math.max(8, content.filled * 0.4)
  ) {
    return { kind: "evaluation", scheme: schemeName(keys), ...dated };
  }
  if (/(指標区分|指標種別|指標の種類|指標の区分|指標種類)$/u.test(bare)) return { kind: "indicator-kind" };
  if (/^(区分|種別|種類|分類)$/u.test(bare) && isWords) return { kind: "indicator-kind" };
  // 「目標R4」, or amounts under 「目標」: what is to be reached, and no level of the plan.
  if (/^(目標|計画)$/u.test(lastBare) && (year !== undefined || content.amounts > 0))
    return { kind: "target", ...dated };
  if (isLevelWord(lastBare) && isWordsOrLabels(content)) return { kind: "level", name: levelName(lastBare) };
  if (isLevelWord(lastBare.replace(/の(名称|名)$/u, "")) && isWordsOrLabels(content))
    return { kind: "level", name: levelName(lastBare) };
  if (
    /(指標名|指標名称|指標の名称|KPI名|評価指標|指標|KPI|重要業績評価指標|重要業績指標|数値目標|成果目標|項目名|指標項目|名称|項目|設問|質問)(\(.*\))?$/iu.test(
      lastBare,
    ) &&
    isWords
  )
    return { kind: "indicator" };
  if (
    /(基準値|基準|現状値|現状|従前値|策定時|計画策定|当初値?|初期値|ベースライン|スタート|^はじめ|(?:計画|策定|取組|事業)前)/u.test(
      bare,
    ) &&
    !/指標|課題|目標|当初見込/u.test(bare) &&
    !(isWords && content.longest > 40)
  )
    return { kind: "base", ...dated };
  // 「めざす姿」 with words below it is a part of the plan.
  if (/^(?:目指|めざ)す(?:べき)?姿$/u.test(bare) && isWords && year === undefined && content.longest < 60)
    return { kind: "level", name: levelName(last) };
  if (
    /(目標|(?:目指|めざ)[すそ]う?(?:値|数値|姿|(?=\(?\)?$))|ゴール|計画値|計画|期待値|目安値?|予定値?|当初見込み?)/u.test(
      bare,
    ) &&
    !/(指標|実績|目標名|目標に|総合計画|実施計画|計画名|計画等|計画の?期間|(?:計画|策定)前)/u.test(bare) &&
    (hasNumbers || content.longest < 24)
  ) {
    return { kind: "target", ...dated, ...(/(最終|終期)/u.test(bare) ? { isFinal: true } : {}) };
  }
  if (/^(計画|計画名|計画名称)$/u.test(bare) && isWords) return { kind: "plan" };
  if (
    /(実績|現況値|測定値|達成値|結果|値$|^値|見込|速報|推計)/u.test(bare) &&
    (hasNumbers || (year !== undefined && content.longest < 30)) &&
    !(content.longest > 40 && content.numbers < content.filled * 0.5) &&
    !/指標名/u.test(bare)
  ) {
    const state = /見込/u.test(bare)
      ? "見込"
      : /速報/u.test(bare)
        ? "速報"
        : /推計/u.test(bare)
          ? "推計"
          : isOfPart(whole)
            ? "途中"
            : undefined;
    return { kind: "value", ...dated, ...(state ? { state } : {}) };
  }
  if (
    year !== undefined &&
    (hasNumbers || content.dashes > 0 || content.longest < 30) &&
    bare.replace(/[()・年度末]/gu, "").length < 8
  )
    return {
      kind: "value",
      year,
      ...(isOfPart(whole) && !/中間/u.test(whole) ? { state: "途中" as const } : {}),
    };
  if (/^(値|数値|実績|実績値)$/u.test(lastBare)) return { kind: "value", ...dated };
  // 「24年度」 without its era is a year all the same; which, is settled beside its neighbours.
  const isBareYear = keys.some((key) => yearsIn(key).some((found) => found.bare !== undefined));
  if (isBareYear && bare.replace(/[()・年度末]/gu, "").length < 4 && (hasNumbers || content.dashes > 0))
    return { kind: "value" };
  if (section.test(bare) && isWords) return { kind: "section" };
  if (
    /(備考|参考|特記|注記|補足|コメント)/u.test(bare) &&
    !(hasNumbers && content.numbers > content.filled * 0.8)
  )
    return { kind: "note" };
  if (/(定義|指標の説明|指標の考え方)/u.test(bare)) return { kind: "definition" };
  if (/(算出式|算出方法|計算式|計算方法|算定方法|算定式)/u.test(bare)) return { kind: "formula" };
  if (/(出典|データ元|取得方法|把握方法|調査名)/u.test(bare)) return { kind: "data-source" };
  if (/(望ましい方向|指標の方向|方向$|目指す方向)/u.test(bare) && isWords && content.longest < 8)
    return { kind: "direction" };
  if (/(事業の概要|事業概要|取組内容|事業内容|取組の内容|概要)/u.test(bare) && isWords)
    return { kind: "description" };
  if (isWords && content.longest > 30) return { kind: "ignored", why: "文章の列" };
  return undefined;
}

/** 「実績／目標」「上段：目標 下段：実績」 of one cell. */
function pairOf(whole: string, dated: { readonly year?: number }): ColumnRole | undefined {
  const what = "(実績|目標|計画|達成率)値?";
  const match =
    new RegExp(`${what}[/／]${what}`, "u").exec(whole) ??
    new RegExp(`上段[^目計実達]{0,4}${what}.*?下段[^目計実達]{0,4}${what}`, "u").exec(whole);
  const [, one = "", two = ""] = match ?? [];
  if (one === "" || one === two) return undefined;
  const role = (word: string): ColumnRole =>
    word === "実績"
      ? { kind: "value", ...dated }
      : word === "達成率"
        ? { kind: "rate", ...dated }
        : { kind: "target", ...dated };
  return { kind: "pair", roles: [role(one), role(two)] };
}

function isWordsOrLabels({ filled, numbers }: Content): boolean {
  return filled === 0 || numbers <= filled * 0.95;
}

function yearOfHeader(keys: readonly string[]): number | undefined {
  // The piece nearest to the column wins; what is in brackets after it says of when (「目標値(H31)」).
  for (const [at, key] of [...keys.entries()].reverse()) {
    const era = keys.slice(0, at).findLast((above) => eraAlone.test(above)) ?? "";
    const year = yearOfLabel(key) ?? (era === "" ? undefined : yearOfLabel(`${era}${key}`));
    if (year !== undefined) return year;
  }
  return undefined;
}

/** 政策名 → 政策. */
export function levelName(word: string): string {
  return keyOf(word).replace(/(の?名称|名)$/u, "");
}

function costItem(text: string): string {
  return withoutYears(text)
    .replace(/[\r\n]/gu, "")
    .replace(/\s*[(（][A-Za-zＡ-Ｚ][)）]\s*/gu, "")
    .replace(/[＋+]$/u, "")
    .replace(/^\s*(実績|決算|予算|計画|見込)\s*(?!額)/u, "")
    .replace(/[(（](?:単位[:：])?(?:千|百万|万|億)?円[)）]$/u, "")
    .replace(/\s+/gu, "")
    .trim();
}

function nameOfReference(text: string): string {
  return withoutYears(text)
    .replace(/\s+/gu, "")
    .replace(/の?値$/u, "");
}

function schemeName(keys: readonly string[]): string {
  const words = keys
    .map((key) =>
      withoutYears(key)
        .replace(/^[0-9]{1,2}(?=[^0-9])/u, "")
        .replace(/\([0-9]\)/gu, "")
        .replace(/^[・、.．]+/u, ""),
    )
    .filter((word) => word !== "");
  const last = words.at(-1) ?? "";
  if (words.length > 1 && last.length <= 3) return words.join("・");
  return last === "" ? "評価" : last;
}
