// The search of an atlas, without a server: every name in one text that is looked through as somebody types.

import type { AtlasData } from "./gathered.ts";

/** `self.atlasNames`: names parted by line ends, and beside each where it leads; ASCII, so that any page may load it. */
export function namesScript(data: AtlasData): string {
  const city = new Map(data.cities.map(({ code, name }) => [code, name]));
  const names = data.indicators.map(({ label, kana }) =>
    `${label}${kana === null ? "" : ` ${kana}`}`.replace(/\s+/g, " "),
  );
  const value = {
    names: names.join("\n"),
    codes: data.indicators.map(({ code }) => code),
    ids: data.indicators.map(({ indicator }) => indicator),
    cities: Object.fromEntries(city),
  };
  const json = JSON.stringify(value).replace(
    /[^\x20-\x7e]/g,
    (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
  return `self.atlasNames=${json};\n`;
}

/** As the page runs it: one pass over one text, folded as names are compared. */
export const searchScript = `(() => {
  "use strict";
  const fold = (text) => text.normalize("NFKC").toLowerCase().replace(/[\\u30a1-\\u30f6]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) - 96));
  const input = document.getElementById("q");
  const list = document.getElementById("results");
  const found = document.getElementById("found");
  const data = self.atlasNames;
  if (!input || !list || !found || !data) return;
  const shown = data.names.split("\\n");
  const folded = fold(data.names);
  const starts = [0];
  for (let at = folded.indexOf("\\n"); at >= 0; at = folded.indexOf("\\n", at + 1)) starts.push(at + 1);
  const lineOf = (place) => {
    let [low, high] = [0, starts.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (starts[middle] <= place) low = middle;
      else high = middle - 1;
    }
    return low;
  };
  const most = 100;
  const search = () => {
    const words = fold(input.value).split(/\\s+/).filter(Boolean);
    list.replaceChildren();
    found.textContent = "";
    if (words.length === 0) return;
    let count = 0;
    for (let at = folded.indexOf(words[0]); at >= 0; ) {
      const line = lineOf(at);
      const end = starts[line + 1] ?? folded.length + 1;
      const text = folded.slice(starts[line], end - 1);
      if (words.every((word) => text.includes(word))) {
        count += 1;
        if (count <= most) {
          const item = document.createElement("li");
          const link = document.createElement("a");
          link.href = "cities/" + data.codes[line] + "/index.html#" + data.ids[line];
          link.textContent = shown[line];
          item.append(link, "\\u3000" + (data.cities[data.codes[line]] ?? ""));
          list.append(item);
        }
      }
      at = folded.indexOf(words[0], end);
    }
    found.textContent = count + "件" + (count > most ? "（初めの" + most + "件）" : "");
  };
  input.addEventListener("input", search);
})();
`;
