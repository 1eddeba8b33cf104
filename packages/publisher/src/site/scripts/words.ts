// The few words that scripts say by themselves, in the page's language.

import { marks, ownLanguage, type Reader, readers, scriptWords } from "@shihyo/core";

/** For whom the page is written. */
export const reader: Reader =
  readers.find((one) => marks[one].tag === document.documentElement.lang) ?? ownLanguage;

export const words = scriptWords[reader];
