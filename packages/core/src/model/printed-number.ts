// A number as people print and type it (△1,200, 48.5％, 120件, 1億2千万円): the number, nothing, or why it cannot be told which.

import type { IssueCode } from "../check/issue-codes.ts";
import { largeFigure } from "./printed-figures.ts";

export type PrintedNumber =
  /** `number` as the tables write it; `changed` where it was written otherwise. */
  | { readonly kind: "number"; readonly number: string; readonly changed: boolean }
  | { readonly kind: "empty" }
  /** A dash: no value, for a reason that stands elsewhere. */
  | { readonly kind: "dash" }
  | { readonly kind: "problem"; readonly code: ProblemCode };

type ProblemCode = Extract<
  IssueCode,
  "cell-approximate" | "cell-other-unit" | "cell-unclear-number" | "cell-words-for-number"
>;

/** Spaces of every width, and those that have none. */
const spaces = /[\s\u00A0\u2000-\u200B\u202F\u205F\u2060\u3000\uFEFF]+/gu;
const dash = /^[-－―—–‐‑−ー─]+$/u;
const about = /^(約|およそ|おおよそ|概ね|おおむね|ほぼ|[~〜～≒])|(程度|くらい|ぐらい|前後|余り|余|強|弱)$/u;
/** Fullwidth digits, signs and letters by their half-width twins; nothing else is touched, so ① stays ①. */
const fullwidth = /[\uFF01-\uFF5E]/gu;

/** Ways to write one unit. */
const sameUnits: readonly (readonly string[])[] = [
  ["%", "％", "パーセント", "㌫"],
  ["か所", "カ所", "ヶ所", "ヵ所", "ケ所", "ヵ所", "箇所", "個所"],
  ["人", "名"],
  ["kg", "㎏", "キログラム"],
  ["km", "㎞", "キロメートル"],
  ["m", "ｍ", "メートル"],
  ["ha", "㏊", "ヘクタール"],
  ["千円", "千　円"],
];

/** Reads one cell; `unit` is the indicator's, as the city writes it. */
export function readPrintedNumber(printed: string, unit: string | undefined): PrintedNumber {
  const bare = printed.replace(spaces, " ").trim();
  if (bare === "") return { kind: "empty" };
  if (dash.test(bare)) return { kind: "dash" };
  const half = bare.replace(fullwidth, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0));
  if (about.test(half)) return { kind: "problem", code: "cell-approximate" };
  const large = largeAmount(half, unit);
  if (large !== undefined) return { kind: "number", number: large, changed: true };
  const { amount, rest } = apart(half);
  if (amount === undefined) return { kind: "problem", code: "cell-words-for-number" };
  if (rest !== "" && !isUnit(rest, unit)) return { kind: "problem", code: restCode(rest) };
  const number = plainNumber(amount);
  if (number === undefined) return { kind: "problem", code: "cell-unclear-number" };
  return { kind: "number", number, changed: number !== printed };
}

/** An amount in 億, 万 and 千, where the unit itself follows; `12千円` of a unit 千円 is twelve of them. */
function largeAmount(text: string, unit: string | undefined): string | undefined {
  const [, sign = "", amount = "", rest = ""] =
    /^([-+▲△−‐‑–—―]?)([0-9][0-9, ]*(?:[億万千][0-9, ]*)+)(.*)$/u.exec(text) ?? [];
  if (amount === "" || !isUnit(rest, unit)) return undefined;
  const number = largeFigure(amount);
  if (number === undefined || number === "0") return number;
  return /^[-▲△−‐‑–—―]/u.test(sign) ? `-${number}` : number;
}

/** A number at the beginning, with what follows it. */
function apart(text: string): { readonly amount?: string; readonly rest: string } {
  const match = /^([-+▲△−‐‑–—―]? ?[0-9][0-9, .]*)(.*)$/u.exec(text);
  if (!match) return { rest: text };
  const [, amount = "", rest = ""] = match;
  return { amount: amount.trim(), rest: rest.trim() };
}

function restCode(rest: string): ProblemCode {
  // A unit has no digits, brackets or signs in it; what has them is another number, or a remark.
  return /^[^0-9()[\]~〜～+\-*=<>:;]+$/u.test(rest) ? "cell-other-unit" : "cell-unclear-number";
}

function isUnit(text: string, unit: string | undefined): boolean {
  if (unit === undefined) return false;
  const plain = (one: string) => one.replace(spaces, "").normalize("NFKC");
  const twins = sameUnits.find((group) => group.some((one) => plain(one) === plain(unit))) ?? [unit];
  return twins.some((one) => plain(one) === plain(text));
}

/** Half-width digits without separators; `undefined` where the separators do not stand as in a number. */
function plainNumber(amount: string): string | undefined {
  const sign = /^[-▲△−‐‑–—―]/u.test(amount) ? "-" : "";
  const digits = amount.replace(/^[-+▲△−‐‑–—―] ?/u, "");
  // A space may follow a comma or stand beside the point, as text out of a PDF has it, and nowhere else.
  const closed = digits.replace(/, /g, ",").replace(/ ?\. ?/g, ".");
  const grouped = /^[0-9]{1,3}(,[0-9]{3})+(\.[0-9]+)?$/.test(closed);
  if (!grouped && !/^[0-9]+(\.[0-9]+)?$/.test(closed)) return undefined;
  const plain = closed.replaceAll(",", "").replace(/^0+(?=[0-9])/, "");
  return /^[0.]+$/.test(plain) ? plain : sign + plain;
}
