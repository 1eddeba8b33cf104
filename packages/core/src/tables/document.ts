// The city's JSON documents: municipality.json and sources.json, read field by field.

import { createIssue, type Issue } from "../check/issue.ts";
import { defined } from "../model/defined.ts";
import { isDate } from "../model/interval.ts";
import {
  type Body,
  corporateNumberOf,
  isCorporateNumber,
  isMunicipalityCode,
  type Licence,
  type Municipality,
  municipalityCheckDigit,
} from "../model/municipality.ts";
import type { Source } from "../model/source.ts";
import { type Language, languages, type Text } from "../model/text.ts";
import { cellFault } from "./cell-faults.ts";
import { shown, textFault } from "./row.ts";
import type { RecordPlaces } from "./table.ts";

/** One object of a document, with an issue for each field that is missing or not what it should be. */
class Fields {
  private readonly value: Record<string, unknown>;
  private readonly file: string;
  private readonly path: string;
  private readonly issues: Issue[];
  private readonly asked = new Set<string>();

  constructor(value: unknown, file: string, path: string, issues: Issue[]) {
    this.file = file;
    this.path = path;
    this.issues = issues;
    const isObject = typeof value === "object" && value !== null && !Array.isArray(value);
    this.value = isObject ? (value as Record<string, unknown>) : {};
    if (!isObject) this.invalid("", value, "名前と値の組（{ … }）", "an object ({ … })");
  }

  private at(name: string): string {
    return [this.path, name].filter(Boolean).join(".");
  }

  invalid(name: string, found: unknown, expected: string, expectedEn: string): void {
    const details = { field: this.at(name), found: JSON.stringify(found) ?? "", expected, expectedEn };
    this.issues.push(createIssue("field-invalid", { file: this.file, column: this.at(name) }, details));
  }

  private missing(name: string, expected: string, expectedEn: string): void {
    const details = { field: this.at(name), expected, expectedEn };
    this.issues.push(createIssue("field-missing", { file: this.file, column: this.at(name) }, details));
  }

  issue(
    code: "wrong-check-digit" | "placeholder-base" | "description-length",
    name: string,
    details: Record<string, string>,
  ): void {
    this.issues.push(createIssue(code, { file: this.file, column: this.at(name) }, details));
  }

  optional<T>(
    name: string,
    is: (found: unknown) => found is T,
    expected: string,
    expectedEn: string,
  ): T | undefined {
    this.asked.add(name);
    const found = this.value[name];
    if (found === undefined || found === null) return undefined;
    if (is(found)) return found;
    this.invalid(name, found, expected, expectedEn);
    return undefined;
  }

  required<T>(
    name: string,
    is: (found: unknown) => found is T,
    expected: string,
    expectedEn: string,
    fallback: T,
  ): T {
    if (this.value[name] === undefined || this.value[name] === null) this.missing(name, expected, expectedEn);
    return this.optional(name, is, expected, expectedEn) ?? fallback;
  }

  string(name: string): string {
    return this.sound(name, this.required(name, isFilledString, "文字列", "a text", ""));
  }

  optionalString(name: string): string | undefined {
    const found = this.optional(name, isFilledString, "文字列", "a text");
    return found === undefined ? undefined : this.sound(name, found);
  }

  /** The rules for texts are those of the tables. */
  private sound(name: string, found: string): string {
    const fault = cellFault(found) ?? textFault(found);
    const place = { file: this.file, column: this.at(name) };
    if (fault) this.issues.push(createIssue(fault.code, place, fault.details));
    return found;
  }

  /** A field that nothing reads is a slip in its name, and what it says would be lost. */
  unread(...known: readonly string[]): void {
    for (const name of Object.keys(this.value)) {
      if (this.asked.has(name) || known.includes(name)) continue;
      const field = this.at(shown(name));
      this.issues.push(createIssue("field-unknown", { file: this.file, column: field }, { field }));
    }
  }

  optionalAddress(name: string): string | undefined {
    return this.optional(name, isAddress, "http または https のアドレス", "an http or https address");
  }

  object(name: string): Fields | undefined {
    this.asked.add(name);
    if (this.value[name] === undefined || this.value[name] === null) {
      this.missing(name, "名前と値の組（{ … }）", "an object ({ … })");
      return undefined;
    }
    return new Fields(this.value[name], this.file, this.at(name), this.issues);
  }

  optionalObject(name: string): Fields | undefined {
    this.asked.add(name);
    return this.value[name] === undefined ? undefined : this.object(name);
  }

  text(name: string): Text {
    const fields = this.object(name);
    const en = fields?.optionalString("en");
    const text = defined<Text>({
      ja: fields?.string("ja") ?? "",
      en,
      translation: fields?.optional(
        "translation",
        isOneOf("city", "ours"),
        "city または ours",
        "city or ours",
      ),
    });
    fields?.unread();
    return text;
  }

  licence(name: string): Licence {
    const fields = this.object(name);
    const iri = fields?.required("iri", isAddress, "ライセンスのアドレス", "the licence's address", "") ?? "";
    const licence = { name: fields?.string("name") ?? "", iri };
    fields?.unread();
    return licence;
  }

  body(name: string): Body {
    const fields = this.object(name);
    const body = defined<Body>({
      name: fields?.text("name") ?? { ja: "" },
      homepage: fields?.optionalAddress("homepage"),
      corporateNumber: fields?.corporateNumber(),
      email: fields?.optional("email", isEmail, "メールアドレス", "an e-mail address"),
      contactPage: fields?.optionalAddress("contactPage"),
    });
    fields?.unread();
    return body;
  }

  corporateNumber(): string | undefined {
    const name = "corporateNumber";
    const number = this.optional(name, isDigits(13), "13桁の法人番号", "a corporate number of 13 digits");
    if (number !== undefined && !isCorporateNumber(number)) {
      const isBody = number.startsWith("000020", 1);
      const expected = isBody ? corporateNumberOf(number.slice(7)) : "13";
      this.issue("wrong-check-digit", name, { found: number, expected });
    }
    return number;
  }
}

const isEmail = (value: unknown): value is string =>
  typeof value === "string" && /^[^\s@<>"]+@[^\s@<>"]+$/.test(value);

/** municipality.json: who the numbers are about, and who publishes them. */
export function readMunicipality(document: unknown, issues: Issue[]): Municipality {
  const fields = new Fields(document, "municipality.json", "", issues);
  const code = fields.required(
    "code",
    isDigits(6),
    "6桁の全国地方公共団体コード",
    "the six-digit municipality code",
    "",
  );
  if (code !== "" && !isMunicipalityCode(code)) {
    const first = code.slice(0, 5);
    fields.issue("wrong-check-digit", "code", {
      found: code,
      expected: `${first}${municipalityCheckDigit(first)}`,
    });
  }
  const base = fields.required(
    "base",
    isBase,
    "/ で終わる http または https のアドレス",
    "an http or https address that ends in /",
    "",
  );
  if (isPlaceholder(base)) fields.issue("placeholder-base", "base", { found: base });
  const examples = JSON.stringify(document).match(/"（例）/g)?.length ?? 0;
  if (examples > 0)
    issues.push(createIssue("example-left", { file: "municipality.json" }, { found: examples }));
  const description = fields.text("description");
  // As search engines for data are told it: in both languages, one after the other.
  const letters = [...[description.ja, description.en ?? ""].join(" ").trim()].length;
  if (letters > 0 && (letters < 50 || letters > 5000))
    fields.issue("description-length", "description", { found: String(letters) });
  const sourceLicence = fields.optionalObject("sourceLicence") && fields.licence("sourceLicence");
  const municipality = defined<Municipality>({
    code,
    name: fields.text("name"),
    prefecture: fields.text("prefecture"),
    corporateNumber: fields.corporateNumber(),
    homepage: fields.optionalAddress("homepage"),
    geonames: fields.optionalAddress("geonames"),
    languages: fields.required(
      "languages",
      isLanguages,
      '["ja"] または ["ja", "en"]',
      '["ja"] or ["ja", "en"]',
      ["ja"],
    ),
    base,
    official: fields.required("official", isBoolean, "true または false", "true or false", false),
    pinned: fields.optional("pinned", isYears, "西暦の年度の並び（[2023]）", "a list of years ([2023])"),
    atlas: fields.optional(
      "atlas",
      isAtlas,
      "アトラスのアドレス（/ で終わり、誰でも開けるもの）",
      "the address of an atlas (it ends in / and anybody can open it)",
    ),
    publisher: fields.body("publisher"),
    sourceBody: fields.body("sourceBody"),
    title: fields.text("title"),
    description,
    attribution: fields.text("attribution"),
    licence: fields.licence("licence"),
    sourceLicence,
  });
  fields.unread("format");
  return municipality;
}

/** sources.json: each document that values were read from, oldest first. */
export function readSources(document: unknown, issues: Issue[], places: RecordPlaces): Source[] {
  const file = "sources.json";
  if (!Array.isArray(document)) {
    new Fields(document, file, "", issues).invalid(
      "",
      document,
      "出典の並び（[ … ]）",
      "a list of sources ([ … ])",
    );
    return [];
  }
  return document.map((item, index) => {
    const fields = new Fields(item, file, `[${index}]`, issues);
    const source = defined<Source>({
      id: fields.string("id"),
      title: fields.text("title"),
      body: fields.text("body"),
      year: fields.optional("year", isWhole, "西暦の年度", "a year"),
      pages: fields.optional("pages", isWhole, "頁数", "a number of pages"),
      date: fields.optional("date", isDay, "YYYY-MM-DD", "YYYY-MM-DD"),
      url: fields.optionalAddress("url"),
      sha256: fields.optionalString("sha256"),
    });
    fields.unread();
    places.set(source, { file, row: index + 1 });
    return source;
  });
}

/** An http(s) address (RFC 3987, without user names); the first group is its host. */
const addressForm =
  /^https?:\/\/([^\s/?#:[\]@<>"{}|\\^`]+|\[[0-9a-f:]+\])(?::[0-9]+)?(?:[/?#][^\s<>"{}|\\^`]*)?$/i;

/** Hosts that are reserved for examples (RFC 2606, RFC 6761) or are this machine. */
export function isPlaceholder(base: string): boolean {
  const host = addressForm.exec(base)?.[1]?.toLowerCase() ?? "";
  return /(^|\.)(example|test|invalid|localhost|example\.(com|net|org))$|^127\.|^\[::1\]$/.test(host);
}

/** Pages link to it, so that a placeholder would lead nowhere. */
function isAtlas(found: unknown): found is string {
  return isBase(found) && !isPlaceholder(found);
}

function isFilledString(found: unknown): found is string {
  return typeof found === "string" && found.trim() !== "";
}

function isAddress(found: unknown): found is string {
  return typeof found === "string" && addressForm.test(found);
}

/** Whether an address may be the base of all others: it ends in `/`, and has neither query nor user. */
export function isBase(found: unknown): found is string {
  return isAddress(found) && found.endsWith("/") && !/[?#]/.test(found);
}

function isBoolean(found: unknown): found is boolean {
  return typeof found === "boolean";
}

function isWhole(found: unknown): found is number {
  return typeof found === "number" && Number.isInteger(found) && found > 0;
}

function isYears(found: unknown): found is number[] {
  return Array.isArray(found) && found.every(isWhole);
}

function isDay(found: unknown): found is string {
  return typeof found === "string" && isDate(found);
}

function isLanguages(found: unknown): found is Language[] {
  return (
    Array.isArray(found) &&
    found[0] === languages[0] &&
    found.every((language) => languages.includes(language))
  );
}

function isDigits(count: number): (found: unknown) => found is string {
  return (found): found is string =>
    typeof found === "string" && /^[0-9]+$/.test(found) && found.length === count;
}

function isOneOf<T extends string>(...words: readonly T[]): (found: unknown) => found is T {
  return (found): found is T => words.includes(found as T);
}
