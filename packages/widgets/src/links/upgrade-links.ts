// Turns text links that stand alone into cards, once their data have come; every other link stays as it is.

import { place } from "../shared/base.ts";
import { dataFile, folderOf } from "../shared/data.ts";
import { standalone } from "./standalone.ts";

/** `…/indicators/K0002/`, also pinned by folder or hash: `…/K0002/FY2024/`, `…/K0002/#FY2024`. */
const form = /^indicators\/([^/?#]+)\/(?:FY(\d{4})\/)?(?:index\.html)?(?:#(.*))?$/;

export function upgradeLinks(root: ParentNode): void {
  for (const link of root.querySelectorAll<HTMLAnchorElement>("a[href]:not(kpi-card a)")) void upgrade(link);
}

async function upgrade(link: HTMLAnchorElement): Promise<void> {
  const below = withoutScheme(link.href).split(withoutScheme(place.base));
  const [, id, folderYear, mark = ""] = (below[0] === "" && form.exec(below[1] ?? "")) || [];
  if (!id || mark === "text" || !standalone(link)) return;
  const found = await dataFile(place.base, folderOf("indicator", decodeURIComponent(id)));
  if (found === "offline") addEventListener("online", () => void upgrade(link), { once: true });
  // The page may have changed meanwhile; what does not come leaves the link untouched.
  const old = standalone(link);
  const year = folderYear ?? /^FY(\d{4})/.exec(mark)?.[1];
  if (!old || typeof found === "string") return;
  const card = document.createElement("kpi-card");
  card.setAttribute("indicator", decodeURIComponent(id));
  card.setAttribute("from-link", "");
  if (year) card.setAttribute("year", year);
  // The language that the pasted code names stands on what the card takes the place of.
  const spoken = link.closest<HTMLElement>("[lang]");
  if (spoken && old.contains(spoken)) card.lang = spoken.lang;
  old.replaceWith(card);
  card.append(old);
}

function withoutScheme(address: string): string {
  return address.replace(/^https?:/, "");
}
