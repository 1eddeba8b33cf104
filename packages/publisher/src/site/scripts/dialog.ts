// The embed dialog at work: opens, writes the codes for the chosen language and year, and shows each alive.

import { type EmbedKind, type EmbedSubject, embedCode, embedFile } from "../embeds/embed-codes.ts";
import type { EmbedData } from "../embeds/embed-dialog.ts";
import { words } from "./words.ts";

export function watchDialog(): void {
  const dialog = document.querySelector<HTMLDialogElement>("dialog#embed");
  if (!dialog) return;
  const data = JSON.parse(dialog.dataset.of ?? "{}") as EmbedData;
  const show = () => {
    write(dialog, data);
    preview(dialog, data);
  };
  const open = () => {
    dialog.showModal();
    show();
  };
  for (const button of document.querySelectorAll<HTMLButtonElement>("button[data-embed]")) {
    button.hidden = false;
    button.addEventListener("click", open);
  }
  for (const select of dialog.querySelectorAll("select")) select.addEventListener("change", show);
  for (const part of dialog.querySelectorAll("details")) part.addEventListener("toggle", show);
  if (location.hash === "#embed") open();
}

/** What was chosen in the two lists. */
function choice(dialog: HTMLDialogElement, data: EmbedData): EmbedSubject | undefined {
  const value = (name: string) =>
    dialog.querySelector<HTMLSelectElement>(`select[name=${name}]`)?.value ?? "";
  const theirs = data.readers.find(({ reader }) => reader === value("reader")) ?? data.readers[0];
  const pinned = value("year");
  const shown = pinned || `${data.shownYear ?? ""}`;
  const year = theirs?.years.find((one) => `${one.year}` === shown) ?? theirs?.years.at(-1);
  return (
    theirs && {
      base: data.base,
      id: data.id,
      text: year?.text ?? theirs.label,
      sentence: year?.sentence ?? theirs.label,
      label: theirs.label,
      reader: theirs.reader,
      own: theirs.own,
      ...(pinned ? { year: Number(pinned) } : {}),
    }
  );
}

function write(dialog: HTMLDialogElement, data: EmbedData): void {
  const subject = choice(dialog, data);
  if (!subject) return;
  for (const kind of data.kinds) {
    const shown = dialog.querySelector<HTMLElement>(`#code-${kind}`);
    if (!shown) continue;
    if (hasNoFile(data, kind, subject)) {
      delete shown.dataset.file;
      shown.textContent = words.notPinned;
    } else if (kind === "fragment") void writeFragment(dialog, data, subject, shown);
    else shown.textContent = embedCode(kind, subject) ?? "";
  }
}

/** A form that is a file of its own exists for an earlier year only where the city asks for it (`pinned`). */
function hasNoFile(data: EmbedData, kind: EmbedKind, subject: EmbedSubject): boolean {
  const { year } = subject;
  return year !== undefined && embedFile(kind, subject) !== undefined && !data.pinned.includes(year);
}

/**
 * The card that was drawn beforehand is a file of its own for each language and year. It is asked for when that
 * part stands open; a page from disk may not read it, and leads to it.
 */
async function writeFragment(
  dialog: HTMLDialogElement,
  data: EmbedData,
  subject: EmbedSubject,
  shown: HTMLElement,
): Promise<void> {
  const file = embedFile("fragment", subject);
  if (isInMemory() || file === undefined || !shown.closest("details")?.open || shown.dataset.file === file)
    return;
  shown.dataset.file = file;
  const address = new URL(data.root + file, location.href).href;
  const code = await fetch(address).then(
    (answer) => (answer.ok ? answer.text() : undefined),
    () => undefined,
  );
  // Something else may have been chosen while it came.
  if (shown.dataset.file !== file) return;
  if (code === undefined) {
    const link = document.createElement("a");
    link.href = address;
    link.textContent = words.openFile;
    shown.replaceChildren(link);
    return;
  }
  shown.textContent = code;
  preview(dialog, data);
}

/** A page that is looked at before it is published stands nowhere: nothing lies beside it. */
function isInMemory(): boolean {
  return location.protocol === "blob:" || location.protocol === "about:";
}

/** What stands open is shown as it will be, from this folder rather than from its address to come. */
function preview(dialog: HTMLDialogElement, data: EmbedData): void {
  const subject = choice(dialog, data);
  if (!subject || isInMemory()) return;
  const base = new URL(data.root, location.href).href;
  const here = { ...subject, base };
  for (const place of dialog.querySelectorAll<HTMLElement>("[data-preview]")) {
    if (!place.closest("details")?.open) continue;
    const kind = place.dataset.preview as EmbedKind;
    const code = hasNoFile(data, kind, subject)
      ? undefined
      : kind === "fragment"
        ? dialog.querySelector("#code-fragment:not(:has(a))")?.textContent?.replaceAll(data.base, base)
        : embedCode(kind, here);
    if (code === undefined) {
      delete place.dataset.shown;
      place.replaceChildren();
    }
    if (!code || place.dataset.shown === code) continue;
    place.dataset.shown = code;
    // A link becomes a card on the city's page, so it is shown as the card that it will be.
    put(place, kind === "link" ? (embedCode("element", here) ?? code) : code);
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
