// The search of an atlas, without a server: every name in texts that are looked through as somebody types.

import type { GatheredCity, IndicatorRow } from "./gathered.ts";

/** Names in one file: a browser reads and folds that many without a pause that anybody feels. */
const most = 40_000;

/** Gathers every city's names into files of their own, each a classic script, so that any page may load them, also from disk. */
export function namesGatherer() {
  const paths: string[] = [];
  let closed: (readonly [path: string, text: string])[] = [];
  let lines: string[] = [];
  let cities: [code: string, name: string, ids: string][] = [];
  const close = () => {
    if (cities.length === 0) return;
    const json = JSON.stringify({ names: lines.join("\n"), cities });
    // U+2028 and U+2029 end a line of a script in old browsers.
    const path = `assets/names-${paths.length}.js`;
    paths.push(path);
    closed.push([
      path,
      `(self.atlasNames??=[]).push(${json.replace(/[\u2028\u2029]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16)}`)});\n`,
    ]);
    [lines, cities] = [[], []];
  };
  return {
    add({ code, name }: GatheredCity, indicators: readonly IndicatorRow[]): void {
      if (lines.length > 0 && lines.length + indicators.length > most) close();
      cities.push([code, name, indicators.map(({ indicator }) => indicator).join(" ")]);
      for (const { label, kana, label_en: english } of indicators)
        lines.push([label, kana, english].filter(Boolean).join(" ").replace(/\s+/g, " "));
    },
    /** `assets/names-0.js` and those after it, as soon as they are full. */
    full(): readonly (readonly [path: string, text: string])[] {
      const taken = closed;
      closed = [];
      return taken;
    },
    /** The last of them, and the list of all. */
    rest(): readonly (readonly [path: string, text: string])[] {
      close();
      return [...this.full(), ["assets/names.js", `self.atlasNameFiles=${JSON.stringify(paths)};\n`]];
    },
  };
}

/** As the page runs it: the names come once somebody goes to the field; each answer is one pass over texts, folded as names are compared. */
export const searchScript = `(() => {
  "use strict";
  const fold = (text) => text.normalize("NFKC").toLowerCase().replace(/[\\u30a1-\\u30f6]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) - 96));
  const input = document.getElementById("q");
  const list = document.getElementById("results");
  const found = document.getElementById("found");
  const files = self.atlasNameFiles;
  if (!input || !list || !found || !files) return;
  const { up, hits, hitsFirst } = input.dataset;
  const most = 100;
  const shards = [];
  let waiting = files.length;
  let asked = false;
  /** What a script has pushed, made ready; a name is a line of both texts. */
  const takeIn = () => {
    for (const { names, cities } of (self.atlasNames ?? []).splice(0)) {
      const starts = [];
      let line = 0;
      for (const [code, name, ids] of cities) {
        starts.push({ line, code, name, ids });
        line += ids === "" ? 0 : ids.split(" ").length;
      }
      const folded = fold(names);
      const lines = new Uint32Array(line);
      for (let one = 1, at = folded.indexOf("\\n"); at >= 0; at = folded.indexOf("\\n", at + 1), one += 1) lines[one] = at + 1;
      shards.push({ names, folded, lines, starts });
    }
  };
  const load = () => {
    if (asked) return;
    asked = true;
    for (const file of files) {
      const script = document.createElement("script");
      script.charset = "utf-8";
      script.src = up + file;
      script.onload = script.onerror = () => {
        waiting -= 1;
        takeIn();
        if (waiting === 0 && input.value) search();
      };
      document.head.append(script);
    }
  };
  /** Taken apart once, for what is shown alone. */
  const apart = new Map();
  const texts = (names) => {
    const lines = apart.get(names) ?? names.split("\\n");
    apart.set(names, lines);
    return lines;
  };
  const placeOf = ({ names, starts }, line) => {
    let city = starts[0];
    for (const one of starts) if (one.line <= line) city = one;
    return { city, id: city.ids.split(" ")[line - city.line], text: texts(names)[line] };
  };
  const lineOf = ({ lines }, place) => {
    let [low, high] = [0, lines.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (lines[middle] <= place) low = middle;
      else high = middle - 1;
    }
    return low;
  };
  const search = () => {
    const words = fold(input.value).split(/\\s+/).filter(Boolean);
    list.replaceChildren();
    found.textContent = "";
    if (words.length === 0) return;
    // The longest word is the rarest, as a rule.
    words.sort((a, b) => b.length - a.length);
    const [first, ...rest] = words;
    let count = 0;
    const shown = [];
    for (const shard of shards) {
      const { folded } = shard;
      for (let at = folded.indexOf(first); at >= 0; ) {
        const end = folded.indexOf("\\n", at);
        const stop = end < 0 ? folded.length : end;
        let fits = true;
        if (rest.length > 0) {
          const text = folded.slice(folded.lastIndexOf("\\n", at) + 1, stop);
          fits = rest.every((word) => text.includes(word));
        }
        if (fits) {
          count += 1;
          if (shown.length < most) shown.push([shard, lineOf(shard, at)]);
        }
        if (end < 0) break;
        at = folded.indexOf(first, end);
      }
    }
    for (const [shard, line] of shown) {
      const { city, id, text } = placeOf(shard, line);
      const item = document.createElement("li");
      const link = document.createElement("a");
      link.href = "cities/" + city.code + "/index.html#" + id;
      link.textContent = text;
      item.append(link, "\\u3000" + city.name);
      list.append(item);
    }
    found.textContent = (count > most ? hitsFirst : hits).replace("{n}", String(count).replace(/\\B(?=(?:\\d{3})+$)/g, ",")).replace("{most}", most);
  };
  input.addEventListener("focus", load);
  input.addEventListener("input", () => {
    load();
    if (waiting === 0) search();
  });
  if (input.value) load();
})();
`;
