// For whom an element speaks: Japanese, English or easy Japanese (`ja-x-easy`), from the nearest `lang`.

import type { Reader } from "@shihyo/core";

export function readerOf(element: Element): Reader {
  const language = nearestLanguage(element).toLowerCase();
  if (language.startsWith("ja-x-easy")) return "easy";
  return /^(ja\b|$)/.test(language) ? "ja" : "en";
}

function nearestLanguage(element: Element): string {
  const here = element.closest("[lang]");
  if (here) return here.getAttribute("lang") ?? "";
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? nearestLanguage(root.host) : "";
}
