// Units as cities spell them: which spellings are one unit, how it is printed, and of what kind it is.

import { halfWidth, keyOf } from "./cell-text.ts";

const twins: readonly (readonly string[])[] = [
  ["%", "％", "パーセント", "㌫", "percent"],
  ["か所", "カ所", "ヶ所", "ヵ所", "ケ所", "箇所", "個所", "ヵ所"],
  ["人", "名"],
  ["kg", "㎏", "キログラム", "KG"],
  ["km", "㎞", "キロメートル", "キロ", "KM", "Km"],
  ["m", "ｍ", "メートル", "M"],
  ["ha", "㏊", "ヘクタール"],
  ["m²", "㎡", "m2", "平方メートル", "平米"],
  ["m³", "㎥", "m3", "立方メートル"],
  ["t", "ｔ", "トン"],
  ["ポイント", "pt", "point"],
  ["L", "ℓ", "リットル"],
];

const twinKeys = new Map(
  twins.flatMap((group) => group.map((one) => [keyOf(one), keyOf(group[0] ?? "")] as const)),
);

/** What two spellings of one unit have in common. */
export function unitKey(unit: string): string {
  const key = keyOf(unit);
  return twinKeys.get(key) ?? key;
}

/** As the tables write it: without characters that only some machines show. */
export function unitSpelling(unit: string): string {
  const half = halfWidth(unit);
  const clean = half
    .replaceAll("㎡", "m²")
    .replaceAll("㎥", "m³")
    .replace(/[\u3300-\u33FF\u2100-\u214F]/gu, (sign) => sign.normalize("NFKC"));
  return clean === "パーセント" ? "%" : clean;
}

export function unitKind(unit: string): string {
  const key = unitKey(unit);
  if (/^(%|‰)/u.test(key)) return "割合";
  if (/ポイント$/u.test(key)) return "ポイント";
  if (/円(\/|$)/u.test(key)) return "金額";
  if (/^(千|万)?人(\/|$)|^(延べ)?人$/u.test(key)) return "人数";
  if (/^(k?m|ha|m2|m3|k?g|t|kwh|mwh|kw|l|t-co2|日|時間|分|か月)(\/|$)/iu.test(key)) return "物理量";
  return "計数";
}

const unitWords =
  /^(%|％|‰|パーセント|ポイント|pt|点|件|人|名|回|戸|世帯|箇所|か所|カ所|ヶ所|ヵ所|円|千円|百万円|億円|万円|千人|万人|台|本|橋|校|社|店|団体|組|組織|棟|基|園|施設|日|時間|分|年|か月|歳|km|㎞|m|ｍ|㎡|m2|m²|㎥|m3|ha|㏊|kg|㎏|t|トン|t-CO2|kWh|MWh|kW|L|冊|部|枚|頭|羽|隻|路線|地区|区画|事業|事業所|経営体|市町村|位|位置|倍|人\/日|人\/年|件\/年|g|地点|項目|学級|地域|品目|品|品種|種|種類|講座|教室|団|班|室|床|便|席|票|通|機関|企業|作品|コース|プロジェクト|自治会|町内会|クラブ|サークル|グループ|カ国|か国|円\/人|アクセス|ＰＶ|PV|フォロワー|登録|泊|人泊|延べ人|回線|口|キロ|キロメートル|ヘクタール|食|灯|匹|店舗|ビュー|再生|歩|通話|℃|度|dB|ppm|mg\/L|km2|km²|カ月|ヶ月|週|筆|例|艇|袋|着|杯|羽数|頭数)$/u;

export function isUnitWord(word: string): boolean {
  const isPlain = (text: string) => unitWords.test(text.trim()) || unitWords.test(keyOf(text));
  // 千t, 百万kWh, 千世帯
  const isOne = (text: string) =>
    isPlain(text) || isPlain(text.trim().replace(/^(?:十|百|千)?万|^[十百千億]/u, ""));
  const parts = word.split(/[/／・]/u);
  // 時間/月: what is counted by the month is no unit alone.
  const isBy = (text: string) => isOne(text) || /^(月|週|月間|年間|人口)$/u.test(text.trim());
  return isOne(word) || (parts.length > 1 && isOne(parts[0] ?? "") && parts.slice(1).every(isBy));
}
