// What a part of an indicator is called: 「清水小」, and 「うち市外から」 for what is counted within the whole and adds up to nothing.

import type { Breakdown } from "../model/indicator.ts";
import type { Reader } from "../words/readers.ts";
import { cards, textFor } from "../words/readers.ts";

export function partName({ name, isOfWhich }: Pick<Breakdown, "name" | "isOfWhich">, reader: Reader): string {
  const text = textFor(name, reader);
  // Many reports print the word in the name itself.
  return isOfWhich && !/^(うち|内|of which)/iu.test(text) ? cards[reader].ofWhich + text : text;
}
