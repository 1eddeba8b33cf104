// Japanese text on a page in English that does not bear lang="ja": found by walking through the page's HTML.

const japanese = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u;
const voidElements = new Set("area base br col embed hr img input link meta source track wbr".split(" "));
/** What people are shown or told though it is no text of the page. */
const spoken = new Set(["alt", "aria-label", "content", "placeholder", "title", "value", "label"]);

/** Data carry their languages themselves, and code is no text in any. */
const withoutProse = new Set(["script", "style", "pre", "code"]);

interface Open {
  readonly name: string;
  readonly lang: string;
}

export interface Unmarked {
  /** The elements from the document down: `html > body > main > p`. */
  readonly place: string;
  readonly text: string;
}

/** Our pages close what they open and quote every attribute, as the HTML checker sees to. */
export function japaneseUnmarked(page: string): Unmarked[] {
  const found: Unmarked[] = [];
  const open: Open[] = [];
  const told = (text: string, lang: string, attribute = "") => {
    if (lang.startsWith("ja") || !japanese.test(text)) return;
    found.push({ place: `${open.map(({ name }) => name).join(" > ")}${attribute}`, text: text.trim() });
  };
  const tokens =
    /<!--[\s\S]*?-->|<!doctype[^>]*>|<(\/?)([a-zA-Z][\w-]*)((?:\s+[^\s=>/]+(?:="[^"]*")?)*)\s*\/?>|([^<]+)/gi;
  for (const [, slash, tag, attributes = "", text] of page.matchAll(tokens)) {
    const current = open.at(-1)?.lang ?? "";
    if (text !== undefined) {
      if (!withoutProse.has(open.at(-1)?.name ?? "")) told(text, current);
      continue;
    }
    if (tag === undefined) continue;
    const name = tag.toLowerCase();
    if (slash) {
      const at = open.findLastIndex((one) => one.name === name);
      if (at < 0) throw new Error(`</${name}> closes nothing`);
      open.splice(at);
      continue;
    }
    const pairs = [...attributes.matchAll(/([^\s=]+)(?:="([^"]*)")?/g)];
    const lang = pairs.find(([, key]) => key === "lang")?.[2] ?? current;
    open.push({ name, lang });
    for (const [, key = "", value = ""] of pairs) if (spoken.has(key)) told(value, lang, `[${key}]`);
    if (voidElements.has(name)) open.pop();
  }
  return found;
}
