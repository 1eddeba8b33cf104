// Reads a cell's value in its indicator's unit, and knows the words that stand for no value.

import { keyOf } from "./cell-text.ts";
import type { CellValue } from "./cell-value.ts";
import { unitKey } from "./units.ts";

/** Why there is no value, as the tables say it. */
export const reasons = ["該当なし", "未実施", "集計中", "調査年でない", "秘匿", "不明"];

/** The reason that words in the place of a value give (「調査中」). */
export function reasonOf(words: string): string | undefined {
  const key = keyOf(words);
  if (/^(調査中|集計中|調整中|算定中|確認中|精査中|未集計|未確定|未公表|未発表|公表前|公表待ち)/u.test(key))
    return "集計中";
  if (/^(未実施|実施なし|実施せず|不実施)$/u.test(key)) return "未実施";
  if (/^(該当なし|対象外|なし|無し|設定なし|対象なし)$/u.test(key)) return "該当なし";
  if (/^(調査なし|未調査|調査年でない|隔年調査|調査年度外|調査実施なし)/u.test(key)) return "調査年でない";
  if (/^(非公表|秘匿|非公開|x|X)$/u.test(key)) return "秘匿";
  if (/^(不明|把握なし|未把握|データなし)$/u.test(key)) return "不明";
  return undefined;
}

/** 「4万人」 of an indicator in 人 as 40000; only whole numbers, of which nothing was rounded away. */
export function inUnit(value: CellValue, unit: string): CellValue {
  // 「5人/年」 among yearly numbers of 人: the same count, and the note says it.
  const yearly = /^(.+?)[/／]年度?間?$/u.exec(value.unit?.trim() ?? "")?.[1];
  if (yearly !== undefined && unitKey(yearly) === unitKey(unit))
    return { ...value, unit: yearly, remark: [value.remark, value.unit?.trim()].filter(Boolean).join("、") };
  const zeros: Readonly<Record<string, number>> = { 千: 3, 万: 4, 百万: 6, 億: 8, 兆: 12 };
  const sized = (text: string) => /^(千|百万|万|億|兆)(.*)$/u.exec(text.trim()) ?? [];
  const [, size = "", rest = ""] = sized(value.unit ?? "");
  const isOther =
    size !== "" && unitKey(value.unit ?? "") !== unitKey(unit) && unitKey(rest) === unitKey(unit);
  if (value.upper === undefined && isOther && /^-?[1-9][0-9]*$/.test(value.number ?? ""))
    return { ...value, number: `${value.number}${"0".repeat(zeros[size] ?? 0)}`, unit: rest };
  // 「102万5千人」 of an indicator in 万人 as 102.5: by a power of ten, so that nothing is lost.
  const [, of = "", plain = ""] = sized(unit);
  const isLarger =
    of !== "" &&
    value.unit !== undefined &&
    unitKey(plain) === unitKey(value.unit) &&
    value.upper === undefined;
  if (!isLarger || !/^-?[1-9][0-9]*$/.test(value.number ?? "")) return value;
  const number = divided(value.number ?? "", zeros[of] ?? 0);
  return { ...value, number, unit };
}

/** A whole number by a power of ten, exactly. */
function divided(number: string, zeros: number): string {
  const sign = number.startsWith("-") ? "-" : "";
  const digits = number.replace("-", "").padStart(zeros + 1, "0");
  const fraction = digits.slice(-zeros).replace(/0+$/, "");
  return `${sign}${digits.slice(0, -zeros)}${fraction === "" ? "" : `.${fraction}`}`;
}

/** Whether a value is in the unit of its indicator, as far as its cell says. */
export function fits({ unit, outOf }: CellValue, of: string): boolean {
  // 3/5 of schools is no mark of three points.
  if (outOf !== undefined && of !== "" && unitKey(of) !== "点") return false;
  return unit === undefined || unitKey(unit) === unitKey(of) || (of === "" && unit === "点");
}
