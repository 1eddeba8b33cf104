// The embed dialog at work: opens, writes the codes for the chosen language and year, and shows each alive.

import { type EmbedKind, embedCode } from "../embeds/embed-codes.ts";
import type { EmbedData } from "../embeds/embed-dialog.ts";

export function watchDialog(): void {
  const dialog = document.querySelector<HTMLDialogElement>("dialog#embed");
  if (!dialog) return;
  const data = JSON.parse(dialog.dataset.of ?? "{}") as EmbedData;
  const open = () => {
    dialog.showModal();
    preview(dialog, data);
  };
  for (const button of document.querySelectorAll<HTMLButtonElement>("button[data-embed]")) {
    button.hidden = false;
    button.addEventListener("click", open);
  }
  for (const select of dialog.querySelectorAll("select")) {
    select.addEventListener("change", () => {
      write(dialog, data);
      preview(dialog, data);
    });
  }
  for (const part of dialog.querySelectorAll("details")) {
    part.addEventListener("toggle", () => preview(dialog, data));
  }
  if (location.hash === "#embed") open();
}

function chosen(
  dialog: HTMLDialogElement,
  data: EmbedData,
  base: string,
  kind: EmbedKind,
): string | undefined {
  const value = (name: string) =>
    dialog.querySelector<HTMLSelectElement>(`select[name=${name}]`)?.value ?? "";
  const words = data.readers.find(({ reader }) => reader === value("reader")) ?? data.readers[0];
  const pinned = value("year");
  const year = words?.years.find((one) => `${one.year}` === pinned) ?? words?.years.at(-1);
  if (!words) return undefined;
  return embedCode(kind, {
    base,
    id: data.id,
    text: year?.text ?? words.label,
    sentence: year?.sentence ?? words.label,
    label: words.label,
    reader: words.reader,
    ...(pinned ? { year: Number(pinned) } : {}),
  });
}

function write(dialog: HTMLDialogElement, data: EmbedData): void {
  for (const kind of data.kinds) {
    const code = chosen(dialog, data, data.base, kind);
    const shown = dialog.querySelector(`#code-${kind}`);
    if (shown && code) shown.textContent = code;
  }
}

/** What stands open is shown as it will be, from this folder rather than from its address to come. */
function preview(dialog: HTMLDialogElement, data: EmbedData): void {
  const base = new URL(data.root, location.href).href;
  for (const place of dialog.querySelectorAll<HTMLElement>("[data-preview]")) {
    if (!place.closest("details")?.open) continue;
    const kind = place.dataset.preview as EmbedKind;
    const code =
      kind === "fragment"
        ? dialog.querySelector("#code-fragment")?.textContent?.replaceAll(data.base, base)
        : chosen(dialog, data, base, kind);
    if (!code || place.dataset.shown === code) continue;
    place.dataset.shown = code;
    // A link becomes a card on the city's page, so it is shown as the card that it will be.
    put(place, kind === "link" ? (chosen(dialog, data, base, "element") ?? code) : code);
  }
}

/** Our own code as nodes; scripts in it do not run again, and the elements are there already. */
function put(place: HTMLElement, code: string): void {
  const own = code.replace(/<script[\s\S]*?<\/script>/g, "");
  const unsafe = place as HTMLElement & { setHTMLUnsafe?(html: string): void };
  // Only this way knows the card that was drawn beforehand; an older browser shows its text.
  if (unsafe.setHTMLUnsafe) unsafe.setHTMLUnsafe(own);
  else place.replaceChildren(document.createRange().createContextualFragment(own));
}
