// The dark screen, only where the reader asks for it; remembered on this device alone.

import { words } from "./words.ts";

const key = "shihyo-dark";

export function offerDark(): void {
  const button = document.createElement("button");
  button.type = "button";
  const show = (isDark: boolean) => {
    if (isDark) document.documentElement.dataset.theme = "dark";
    else delete document.documentElement.dataset.theme;
    button.textContent = isDark ? words.light : words.dark;
  };
  button.addEventListener("click", () => {
    const isDark = document.documentElement.dataset.theme !== "dark";
    show(isDark);
    remember(isDark);
  });
  show(remembered());
  const paragraph = document.createElement("p");
  paragraph.append(button);
  document.querySelector("footer.site")?.append(paragraph);
}

function remembered(): boolean {
  try {
    return localStorage.getItem(key) === "1";
  } catch {
    // Storage may be forbidden; the screen is then light at first.
    return false;
  }
}

function remember(isDark: boolean): void {
  try {
    if (isDark) localStorage.setItem(key, "1");
    else localStorage.removeItem(key);
  } catch {
    // It holds for this page, then.
  }
}
