// A municipality: the body that the numbers are about, and who publishes them.

import type { Bilingual, Language, Text } from "./text.ts";

export interface Licence {
  readonly name: string;
  /** The licence's own address. */
  readonly iri: string;
}

export interface Body {
  readonly name: Text;
  /** Its web site, where known. */
  readonly homepage?: string;
  /** 13-digit 法人番号, where it has one. */
  readonly corporateNumber?: string;
  /** Where it may be asked, as it said itself: an e-mail address, a page with a form. */
  readonly email?: string;
  readonly contactPage?: string;
}

export interface Municipality {
  /** 全国地方公共団体コード: six digits, the last a check digit. */
  readonly code: string;
  readonly name: Text;
  readonly prefecture: Text;
  /** 13-digit 法人番号, the first a check digit. */
  readonly corporateNumber?: string;
  readonly homepage?: string;
  /** The same place in GeoNames, where known. */
  readonly geonames?: string;
  readonly languages: readonly Language[];
  /** What every IRI of the dataset begins with; ends in `/`. */
  readonly base: string;
  /** True once the municipality itself publishes or has adopted the data. */
  readonly official: boolean;
  /** 発行者: who runs the published folder. */
  readonly publisher: Body;
  /** 原典作成者: who printed the report. */
  readonly sourceBody: Body;
  /** The years whose pictures, frames and fragments are published beside the latest, each in a folder of its own. */
  readonly pinned?: readonly number[];
  /** The atlas that sets it beside others, where it names one; ends in `/`. */
  readonly atlas?: string;
  /** What the dataset is called, and what it is, in one or two sentences. */
  readonly title: Text;
  readonly description: Text;
  /** The source, in the words that must stand beside the data (出典). */
  readonly attribution: Text;
  readonly licence: Licence;
  /** The licence of the report itself, where its body has stated one. */
  readonly sourceLicence?: Licence;
}

/** What kind of body it is, as its name ends: 都, 道, 府, 県, 市, 特別区, 町, 村, 組合. */
export type BodyKind = Bilingual;

const bodyKinds: readonly (readonly [ending: RegExp, kind: BodyKind])[] = [
  [/組合$/u, { ja: "組合", en: "union" }],
  [/広域連合$/u, { ja: "広域連合", en: "union" }],
  [/都$/u, { ja: "都", en: "metropolis" }],
  [/道$/u, { ja: "道", en: "prefecture" }],
  [/府$/u, { ja: "府", en: "prefecture" }],
  [/県$/u, { ja: "県", en: "prefecture" }],
  [/市$/u, { ja: "市", en: "city" }],
  [/区$/u, { ja: "区", en: "ward" }],
  [/町$/u, { ja: "町", en: "town" }],
  [/村$/u, { ja: "村", en: "village" }],
];

/** A prefecture's code is its number, from 01, three noughts and the check digit. */
export function isPrefecture({ code }: Pick<Municipality, "code">): boolean {
  return /^(?!00)[0-9]{2}000/.test(code);
}

/** 「県の評価」, "the prefecture's verdict"; 団体 where the name tells nothing. */
export function bodyKind({ name, code }: Pick<Municipality, "name" | "code">): BodyKind {
  if (isPrefecture({ code }) && !/[都道府県]$/u.test(name.ja)) return { ja: "県", en: "prefecture" };
  return bodyKinds.find(([ending]) => ending.test(name.ja))?.[1] ?? { ja: "団体", en: "body" };
}

/** 神奈川県厚木市: prefecture and municipality joined, as the national datasets write it; a prefecture alone. */
export function fullName({
  prefecture,
  name,
}: {
  readonly prefecture: { readonly ja: string };
  readonly name: { readonly ja: string };
}): string {
  return prefecture.ja === name.ja ? name.ja : `${prefecture.ja}${name.ja}`;
}

/** The five-digit 標準地域コード, without the check digit. */
export function areaCode({ code }: Municipality): string {
  return code.slice(0, 5);
}

/**
 * The sixth digit of a 全国地方公共団体コード, from its first five.
 * Source: 総務省 「全国地方公共団体コード」 (weights 6 5 4 3 2, modulus 11).
 */
export function municipalityCheckDigit(firstFive: string): number {
  const sum = [...firstFive].reduce((total, digit, index) => total + Number(digit) * (6 - index), 0);
  return (11 - (sum % 11)) % 10;
}

/** Whether the text is six digits with the right check digit. */
export function isMunicipalityCode(code: string): boolean {
  return /^[0-9]{6}$/.test(code) && municipalityCheckDigit(code.slice(0, 5)) === Number(code[5]);
}

/**
 * The first digit of a 法人番号, from its other twelve.
 * Source: 法人番号の指定等に関する省令 第2条 (weights 1 and 2 from the right, modulus 9).
 */
export function corporateCheckDigit(lastTwelve: string): number {
  const sum = [...lastTwelve].reduce(
    (total, digit, index) => total + Number(digit) * (index % 2 === 0 ? 2 : 1),
    0,
  );
  return 9 - (sum % 9);
}

/** Whether the text is thirteen digits with the right check digit. */
export function isCorporateNumber(number: string): boolean {
  return /^[0-9]{13}$/.test(number) && corporateCheckDigit(number.slice(1)) === Number(number[0]);
}

/** A municipality's 法人番号: the check digit, 000020, and its own code. */
export function corporateNumberOf(code: string): string {
  const base = `000020${code}`;
  return `${corporateCheckDigit(base)}${base}`;
}
