// The words around cities side by side, for each reader.

import { sideBySide } from "../words/readers.ts";
import type { Reader } from "../words/writing.ts";
import type { CompareWordsJson } from "./compare-words-json.ts";

/** The fixed words for one reader. */
export function compareWords(reader: Reader): CompareWordsJson {
  return sideBySide[reader];
}
