// Beside every card a button that brings its menu: copy as a sentence, for Excel, for Word, take as SVG or PNG.

import { words } from "./words.ts";

/** Gives each card its button once its data have come, also the cards inside a grid; a page before it is published has no menu to load. */
export function watchCards(): void {
  if (ownScript() === undefined) return;
  const give = (card: EventTarget | undefined) => {
    if (!(card instanceof HTMLElement) || !card.matches("kpi-card") || card.closest(".pretended")) return;
    if (card.querySelector(".take")) return;
    const button = document.createElement("button");
    button.type = "button";
    button.slot = "more";
    button.className = "take";
    button.textContent = words.menu;
    button.addEventListener("click", () => void openMenu(button, card.getAttribute("indicator") ?? ""));
    card.append(button);
  };
  document.addEventListener("kpi-load", (event) => give(event.composedPath()[0]));
  document.querySelectorAll("kpi-card[state=loaded]").forEach(give);
  for (const button of document.querySelectorAll<HTMLButtonElement>("button[data-take]")) {
    button.hidden = false;
    button.setAttribute("aria-haspopup", "menu");
    button.addEventListener("click", () => void openMenu(button, button.dataset.take ?? ""));
  }
}

/** Where the page's own scripts lie. */
function ownScript(): string | undefined {
  return document.querySelector<HTMLScriptElement>('script[src$="assets/page.js"]')?.src;
}

type Opener = (button: HTMLButtonElement, indicator: string, root: string) => void;

let loading: Promise<void> | undefined;

/** The menu itself comes when it is first asked for. */
async function openMenu(button: HTMLButtonElement, indicator: string): Promise<void> {
  const assets = new URL(".", ownScript()).href;
  loading ??= new Promise((done) => {
    const script = document.createElement("script");
    script.src = `${assets}take-away.js`;
    script.onload = script.onerror = () => done();
    document.head.append(script);
  });
  await loading;
  (self as unknown as { shihyoTakeAway?: Opener }).shihyoTakeAway?.(
    button,
    indicator,
    new URL("../", assets).href,
  );
}
