// Turns the texts of a city's file into keys to compare by and names for the tables, and reads the numbers before names.

/** To compare by: width, spaces and line breaks do not count. */
export function keyOf(text: string): string {
  const known = keys.get(text);
  if (known !== undefined) return known;
  const key = text.normalize("NFKC").replace(/\s+/gu, "");
  if (keys.size > 50_000) keys.clear();
  keys.set(text, key);
  return key;
}

/** Keys of texts met before: one column says the same words a thousand times. */
const keys = new Map<string, string>();

const fullwidth = /[\uFF01-\uFF5E]/gu;

/** Fullwidth digits, letters and signs by their half-width twins; nothing else is touched, so ① stays ①. */
export function halfWidth(text: string): string {
  return text
    .replace(fullwidth, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replace(/[\s\u00A0\u3000]+/gu, " ")
    .trim();
}

const platformCharacters =
  /[\u2116\u2121\u2150-\u218F\u2460-\u24FF\u2776-\u2793\u3200-\u33FF\uF900-\uFAFF\uFF61-\uFF9F]+/gu;
const controls = /(?![\n\t\r])[\p{Cc}\p{Co}\uFFFD\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu;

/** A name as the tables hold it: wrapped lines joined, one space for many, nothing that only some machines show. */
export function nameOf(text: string): string {
  return text
    .replace(/(?<=[^\x20-\x7E])[ \t]*[\r\n\u2028\u2029]+[ \t]*(?=[^\x20-\x7E])/gu, "")
    .replace(/[①-⑳](?=\p{L})/gu, (sign) => `(${sign.normalize("NFKC")})`)
    .replace(platformCharacters, (signs) => signs.normalize("NFKC"))
    .replace(controls, "")
    .replace(/[\s\u00A0\u3000]+/gu, " ")
    .trim()
    .replace(/^[=+@]+\s*/u, "");
}

export interface Numbered {
  /** As printed: `1-2`, `Ⅰ-1-(1)`, `①`; empty where there is none. */
  readonly label: string;
  /** The last whole number of it. */
  readonly number?: number;
  readonly name: string;
}

const romans = "ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ";
const circled = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳";
const kanji = "一二三四五六七八九十";
/** Digits that stand together are one number: counted in pieces, a long row of them would be tried in every way. */
const ordinal = `(?:[0-9０-９]+(?![0-9０-９])|[${romans}]|[${circled}]|[(（][0-9０-９]{1,2}[)）])`;
/** The commonest words for levels, as they stand before a printed number. */
const aim = "(?:基本)?(?:目標|政策|施策|方針)";
const numberedName = new RegExp(
  `^(?:(?:${aim}|柱|分野|第)\\s*)?(${ordinal}(?:[-－ー‐−.．・の]?${ordinal})*)(?:\\s*[章節編部項])?[\\s\\u3000.．、:：)）]+(?=\\D|[0-9０-９]{1,3}[歳才か人年月].)(.+)$`,
  "su",
);
/** A number that ends by itself: 「（1）商工業」「①商工業」「1-2商工業」「施策１商工業」. */
const closedNumber = new RegExp(
  `^(?:(?:${aim}|柱|分野)\\s*(?=[0-9０-９${romans}${circled}]))?((?:${ordinal}[-－ー‐−.．・の]?)*(?:[(（][0-9０-９]{1,2}[)）]|[${circled}])|[0-9０-９]{1,2}(?:[-－‐−][0-9０-９]{1,2}){1,3}(?![0-9０-９]))(?=[^\\d\\s])(.+)$`,
  "su",
);
/** 「施策１活力」: the level's word before a number tells that it is one. */
const wordNumber = new RegExp(
  `^(?:基本(?:目標|政策|施策|方針)|政策|施策|方針|柱|分野)\\s*([0-9０-９]{1,2}|[${romans}])(?=[^\\d\\s０-９．.、の－-])(.+)$`,
  "su",
);
const kanjiChapter = new RegExp(`^(第([${kanji}])[章節編部項])[\\s\\u3000:：]*(.+)$`, "su");
const framed = new RegExp(
  `^[【〔［\\[]\\s*((?:${aim}|柱|分野)?\\s*(?:${ordinal}(?:[-－・.．]?${ordinal})*))\\s*[】〕］\\]]\\s*(.+)$`,
  "su",
);
const numberOnly = new RegExp(
  `^(?:[A-Za-z]{1,2}[-－])?(?:(${aim}|分野|章|節|項|第)\\s*)?(${ordinal}(?:[-－ー‐−.．・]?${ordinal})*)$`,
  "u",
);

/** 「1-2　豊かな…」 apart: the printed number and the name. */
export function numberedText(text: string): Numbered {
  const trimmed = withoutFrame(text.trim());
  const chapter = kanjiChapter.exec(trimmed);
  if (chapter) {
    const [, label = "", sign = "", name = ""] = chapter;
    return { label, name: nameOf(name), number: kanji.indexOf(sign) + 1 };
  }
  const match = numberedName.exec(trimmed) ?? closedNumber.exec(trimmed) ?? wordNumber.exec(trimmed);
  if (!match) return { label: "", name: nameOf(trimmed) };
  const [, label = "", name = ""] = match;
  // 「3 歳児健診」 is no number with a name: a counter follows at once.
  if (/^[0-9０-９]+$/u.test(label) && /^[歳才人件年月日回割次期世]/u.test(name.trim()))
    return { label: "", name: nameOf(trimmed) };
  const number = lastNumber(label);
  return { label: labelOf(label), name: nameOf(name), ...(number === undefined ? {} : { number }) };
}

/** 「【施策１】活力…」 without its frame. */
function withoutFrame(text: string): string {
  const [, number, name] = framed.exec(text) ?? [];
  return number === undefined ? text : `${number}　${name}`;
}

/** 1(1)① as `1(1)-1`: a circled number behind another would run into it once it is plain. */
function labelOf(label: string): string {
  return nameOf(label.replace(new RegExp(`(?<=.)[-－]?([${circled}])`, "gu"), "-$1"));
}

/** Whether a text is only a printed number (「①-1」「1(1)」「Ⅰ」) and no name. */
export function isNumberOnly(text: string): boolean {
  return numberOnly.test(text.trim());
}

export function lastNumber(label: string): number | undefined {
  const parts = [...label.matchAll(new RegExp(`[0-9０-９]+|[${romans}]|[${circled}]|[${kanji}]`, "gu"))];
  const last = parts.at(-1)?.[0];
  if (last === undefined) return undefined;
  for (const row of [romans, circled, kanji]) {
    const at = row.indexOf(last);
    if (at >= 0) return at + 1;
  }
  return Number(halfWidth(last));
}

/** Words that a spreadsheet would take for a formula or a date get 「」 around them. */
export function safeWords(words: string): string {
  const name = nameOf(words);
  const half = halfWidth(name);
  const isDateLike =
    /^[0-9 .:/年月日度元令和平成昭RHSrhs-]+(末|頃|現在|時点)?$/u.test(half) && /[0-9元]/u.test(half);
  return /^[=+@-]/u.test(name) || isDateLike ? `「${name}」` : name;
}
