// For whom an element speaks: Japanese, English or easy Japanese (`ja-x-easy`), from the nearest `lang`.

import type { Reader } from "@shihyo/core";
import { readerFor } from "./words.ts";

export function readerOf(element: Element): Reader {
  return readerFor(nearestLanguage(element).toLowerCase());
}

function nearestLanguage(element: Element): string {
  const here = element.closest("[lang]");
  if (here) return here.getAttribute("lang") ?? "";
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? nearestLanguage(root.host) : "";
}
