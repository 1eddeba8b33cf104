// Names by which a report says that there is no indicator (指標なし, 設定になじまない), told apart from indicators.

import { keyOf } from "./cell-text.ts";
import type { Item } from "./items.ts";
import { hasNumber } from "./same-items.ts";

const aim = "(?:(?:活動|成果|取組|達成|数値|評価|行政|政策)?(?:指標|目標)(?:等)?(?:値)?)";
const none = "(?:なし|無し|ない|無い|無|せず|しない|していない|不可|困難)";
const unfit = "(?:なじま|馴染ま|そぐわ|適さ)(?:ない|ず|ん|ません)";
const hard = "(?:困難|不可能?|難しい|できない|できません|れない|適当で(?:は)?ない|不適当|適切で(?:は)?ない)";
/** The whole name: 「指標なし」「設定なし」「（※成果指標設定なし）」「該当なし」「データなし」. */
const whole = new RegExp(
  `^[(※*]*(?:${aim}[はのをが]?(?:設定)?|設定|該当|データ|特に)[はをが]?${none}[)。]*$`,
  "u",
);
/** How a sentence ends that says why there is none; before its end it may say at most a few words more. */
const endings = [
  `(?:設定|${aim}|評価)[^、。]{0,8}${unfit}`,
  `(?:設定|${aim})[^、。]{0,12}${hard}`,
  `(?:困難|ため|から|により|して|であり|[、。])[^、。]{0,8}設定(?:は)?${none}`,
  `${aim}(?:の設定)?(?:は|を)?(?:設定)?${none}`,
  `${aim}とする(?:事業|もの)で(?:は)?ない`,
  `(?:成果|効果|度合い?|安全度)(?:等|など)?[はをが](?:数値で?は?)?(?:図|測|計|はか|量)(?:る(?:こと)?[はがも]?)?${hard}`,
  `数値(?:化|では測)[^、。]{0,6}${hard}`,
];
const sentence = new RegExp(`(?:${endings.join("|")})[^、。]{0,12}[)。]*$`, "u");

/** 「目標を達成できない事業の数」 counts something, whatever it says before. */
const counts = /(?:数|率|割合|比|人|件|額|回|量|度|値|点|面積)\)*$/u;

/** Whether the item's name says that there is none, and no number says otherwise. */
export function saysNoIndicator(item: Item): boolean {
  const name = keyOf(item.name);
  return (whole.test(name) || (sentence.test(name) && !counts.test(name))) && !hasNumber(item);
}
