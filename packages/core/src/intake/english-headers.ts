// Headers with English in them: a translation beside the Japanese is dropped, and the usual English words alone are read as what they mean.

/** What data sites and offices for foreign residents write, without spaces and signs; the longer ones first. */
const words: readonly (readonly [english: string, japanese: string])[] = [
  ["achievementrate", "達成率"],
  ["indicatorname", "指標名"],
  ["indicatorid", "指標コード"],
  ["indicatorcode", "指標コード"],
  ["indicator", "指標名"],
  ["kpiname", "指標名"],
  ["fiscalyear", "年度"],
  ["targetyear", "目標年度"],
  ["targetvalue", "目標値"],
  ["target", "目標値"],
  ["baselineyear", "基準年度"],
  ["baseyear", "基準年度"],
  ["baselinevalue", "基準値"],
  ["baseline", "基準値"],
  ["actualvalue", "実績値"],
  ["actual", "実績値"],
  ["result", "実績値"],
  ["value", "値"],
  ["unit", "単位"],
  ["goal", "目標"],
  ["policy", "政策"],
  ["measure", "施策"],
  ["project", "事業"],
  ["category", "分野"],
  ["field", "分野"],
  ["department", "担当課"],
  ["division", "担当課"],
  ["section", "担当課"],
  ["evaluation", "評価"],
  ["rating", "評価"],
  ["remarks", "備考"],
  ["notes", "備考"],
  ["note", "備考"],
  ["year", "年度"],
];
const meanings = new Map(words);
const anyWord = new RegExp(words.map(([english]) => english).join("|"), "giu");
const onlyWords = new RegExp(`^(?:(?:${anyWord.source})s?|fy|[0-9]|[()])+$`, "iu");
/** 「実績Actual」「指標名/Indicator」: a word of Latin letters behind a Japanese one; FY before a year stays. */
const translation =
  /(?<=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー)])\/?(?:[A-Z][a-z]{2,}[a-z’']*\.?)+/gu;

/** A header's key in Japanese words; what is no English is left as it is. */
export function inJapanese(given: string): string {
  // 「令和6年調査(n=1,240)」: how many answered says nothing of the column.
  const key = given.replace(/\([nN][=:][0-9,]+(?:[人件])?\)$/u, "");
  if (key.length > 80 || !/[A-Za-z]{3}|FY[0-9]/iu.test(key)) return key;
  if (/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(key))
    return withoutFy(
      withoutLead(key)
        .replace(translation, "")
        .replace(/^(.*\p{Script=Han}.*)\/[A-Za-z][A-Za-z0-9.'’&-]{2,}$/u, "$1"),
    );
  const bare = key.replace(/[_.:-]/gu, "");
  if (!onlyWords.test(bare)) return withoutFy(key);
  return withoutFy(
    bare.replace(anyWord, (word) => meanings.get(word.toLowerCase()) ?? word).replace(/s$/u, ""),
  );
}

/** 「Unit/単位」「Indicator（指標）」: an English word of headers before the Japanese one. */
function withoutLead(key: string): string {
  const [all, english = "", rest = ""] =
    /^([A-Za-z][A-Za-z.'’&-]{2,})\/?\(?(?=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])(.+?)\)?$/u.exec(
      key,
    ) ?? [];
  return all !== undefined && onlyWords.test(english) ? rest : key;
}

function withoutFy(key: string): string {
  return key.replace(/FY(?=(?:19|20)[0-9]{2})/giu, "");
}
