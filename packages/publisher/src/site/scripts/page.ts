// On every page: copy buttons, the dark screen that the reader asks for, the old address of the embeds, the menu of each card.

import { watchCards } from "./card-menu.ts";
import { copyText } from "./copy.ts";
import { offerDark } from "./dark.ts";
import { offerViews } from "./views.ts";
import { words } from "./words.ts";

for (const button of document.querySelectorAll<HTMLButtonElement>("button[data-copy]")) button.hidden = false;

document.addEventListener("click", async (event) => {
  const button = (event.target as Element).closest<HTMLButtonElement>("button[data-copy]");
  const from = document.getElementById(button?.dataset.copy ?? "");
  if (!button || !from) return;
  const before = button.textContent;
  button.textContent = (await copyText(from.textContent ?? "")) ? words.copied : words.notCopied;
  setTimeout(() => {
    button.textContent = before;
  }, 3000);
});

// Earlier releases had the embeds on the indicator's own page: that address goes on to the page where they are made.
const maker = document.querySelector<HTMLAnchorElement>("a[data-embed]");
if (maker && location.hash === "#embed") location.replace(maker.href);

offerDark();
watchCards();
offerViews();
