// Beside every card a button that brings its menu: copy as a sentence, for Excel, for Word, take as SVG or PNG.

import { words } from "./words.ts";

/** Gives each card its button, also those that come later. */
export function watchCards(): void {
  const give = () => {
    for (const card of document.querySelectorAll("kpi-card[indicator]")) {
      if (card.nextElementSibling?.matches("button.take") || card.closest("dialog")) continue;
      const button = document.createElement("button");
      button.type = "button";
      button.className = "take";
      button.textContent = words.menu;
      button.setAttribute("aria-haspopup", "menu");
      button.setAttribute("aria-label", `${words.menu}：${card.textContent?.trim().split("：")[0] ?? ""}`);
      card.after(button);
    }
  };
  give();
  const main = document.querySelector("main");
  if (main) new MutationObserver(give).observe(main, { childList: true, subtree: true });
  document.addEventListener("click", (event) => {
    const button = (event.target as Element).closest<HTMLButtonElement>("button.take");
    const card = button?.previousElementSibling;
    if (button && card) void openMenu(button, card.getAttribute("indicator") ?? "");
  });
}

type Opener = (button: HTMLButtonElement, indicator: string, root: string) => void;

let loading: Promise<void> | undefined;

/** The menu itself comes when it is first asked for. */
async function openMenu(button: HTMLButtonElement, indicator: string): Promise<void> {
  const assets = new URL(
    ".",
    document.querySelector<HTMLScriptElement>('script[src$="assets/page.js"]')?.src ?? "",
  ).href;
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
