// The script form of JSON, which hands its data to the cards on whatever page reads it.

import { byteOrderMark } from "./bytes.ts";

/**
 * A classic script: it passes a `script-src`-only policy, needs no CORS header, and works from disk. The mark that
 * opens it says that it is UTF-8, which a browser believes before the page's encoding and the server's header (HTML,
 * "fetch a classic script"; Encoding, "decode"): a page in Shift_JIS reads it right.
 */
export function dataScript(json: string): string {
  return scriptStart + pushedData(json);
}

/** What a script of one file or of many begins with. */
export const scriptStart = byteOrderMark;

/** One file's JSON handed over, with `<` and the two line ends that older JavaScript knows escaped. */
export function pushedData(json: string): string {
  const text = json.trimEnd().replace(/[<\u2028\u2029]/g, (letter) => escapes[letter] ?? letter);
  return `(self.kpiData ??= []).push(${text});\n`;
}

const escapes: Readonly<Record<string, string>> = {
  "<": "\\u003c",
  "\u2028": "\\u2028",
  "\u2029": "\\u2029",
};
