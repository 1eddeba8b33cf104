// Corrections and changes: a published value corrected, with its reason, and what changed since the last release in words.

import { type CorrectableValue, checksumFile, today } from "@shihyo/publisher/pure";
import { html, nothing, type TemplateResult } from "lit";
import { readFolder } from "../work/folder.ts";
import { publishedIn } from "../work/published.ts";
import type { ChangeNotes } from "../worker/protocol.ts";
import { dropped, viewWith } from "./view.ts";

/** A published folder of a large city, packed. */
const largestPublished = 1_000_000_000;

/** So many values are shown of those that fit. */
const mostShown = 12;

export class ChangesView extends viewWith({
  values: [] as readonly CorrectableValue[],
  sought: "",
  chosen: undefined as CorrectableValue | undefined,
  done: "",
  notes: undefined as ChangeNotes | undefined,
  isCopied: false,
}) {
  #opened: unknown;

  override render(): TemplateResult {
    const { desk } = this;
    const title = html`<h2>${desk.say("changes")}</h2>`;
    if (!desk.isOpen) return html`${title}<p>${desk.say("nothingOpen")}</p>`;
    if (!desk.opened?.city) return html`${title}<p class="error-text">✕ ${desk.say("notWithErrorsYet")}</p>`;
    this.#load();
    return html`${title}
      <section class="box" aria-labelledby="correct"><h3 id="correct">${desk.say("correct")}</h3>
        <p class="quiet" id="correct-help">${desk.say("correctHelp")}</p>
        <label for="correct-which">${desk.say("correctWhich")}</label>
        <input id="correct-which" type="search" autocomplete="off" aria-describedby="correct-help" .value=${this.sought} @input=${(
          event: Event,
        ) => {
          this.sought = this.at(event).value;
          this.chosen = undefined;
        }}>
        ${this.#found()}
        ${this.chosen ? this.#form(this.chosen) : nothing}
        <p role="status">${this.done}</p></section>
      <section class="box" aria-labelledby="what-changed"><h3 id="what-changed">${desk.say("whatChanged")}</h3>
        <p class="quiet" id="what-changed-help">${desk.say("whatChangedHelp")}</p>
        ${"showDirectoryPicker" in window ? html`<p><button @click=${() => this.#folder()}>${desk.say("compareFolder")}</button></p>` : nothing}
        <p><label>${desk.say("earlierZip")} <input id="compare-zip" type="file" accept=".zip,application/zip" aria-describedby="what-changed-help" @change=${(event: Event) => this.#zip(this.at(event))}></label></p>
        ${desk.earlier ? html`<p>${desk.say("earlierChosen")}${desk.earlier.name} <button @click=${() => this.#compare()}>${desk.say("whatChanged")}</button></p>` : nothing}
        ${this.notes ? this.#notes(this.notes) : nothing}</section>`;
  }

  #found(): TemplateResult | typeof nothing {
    const sought = this.sought.normalize("NFKC").trim();
    if (sought === "" || this.chosen) return nothing;
    const words = sought.split(/\s+/);
    const found = this.values
      .filter(({ id, label }) => words.every((word) => label.includes(word) || id.includes(word)))
      .toSorted((a, b) => b.year - a.year);
    return html`<div role="status"><ul class="choices">${found.slice(0, mostShown).map(
      (one) =>
        html`<li><button @click=${() => {
          this.chosen = one;
          this.done = "";
          void this.updateComplete.then(() =>
            this.querySelector<HTMLInputElement>("input[name=to]")?.focus(),
          );
        }}>${one.label}（${one.year}）：${one.shown || "—"} <span class="code">${one.id}</span></button></li>`,
    )}</ul></div>${found.length > mostShown ? html`<p class="quiet">… ${found.length - mostShown}</p>` : nothing}`;
  }

  #form(value: CorrectableValue): TemplateResult {
    const { desk } = this;
    return html`<form class="city" @submit=${(event: SubmitEvent) => {
      event.preventDefault();
      void this.#correct(value, new FormData(event.currentTarget as HTMLFormElement));
    }}>
      <p><b>${value.label}（${value.year}）</b> ${desk.say("correctNow")}：${value.shown || "—"}</p>
      <p><label>${desk.say("correctTo")} <input name="to" required></label></p>
      <p><label>${desk.say("correctReason")} <input name="reason" required size="50"></label></p>
      <p><label>${desk.say("correctDate")} <input name="date" type="date" required .value=${today()}></label></p>
      <p><button class="main">${desk.say("correctDo")}</button></p></form>`;
  }

  async #correct(value: CorrectableValue, data: FormData): Promise<void> {
    const said = (name: string) => String(data.get(name) ?? "").trim();
    const files = await this.desk.ask("correct", {
      subject: value.id,
      to: said("to"),
      reason: said("reason"),
      date: said("date"),
    });
    if (!files) return;
    await this.desk.put(files);
    this.done = `${this.desk.say("corrected")}${value.label}（${value.year}）${value.shown || "—"} → ${said("to")}`;
    this.chosen = undefined;
    this.sought = "";
  }

  #notes({ before, count, text, issues }: ChangeNotes): TemplateResult {
    const { desk } = this;
    return html`<p role="status">${desk.say("changeCount")}：${count}（${desk.say("since")} ${before}）</p>
      ${issues.length > 0 ? html`<ul class="issues">${issues.map((issue) => html`<li class="has-warning">△ ${issue.message[desk.language]} ${issue.advice[desk.language]}</li>`)}</ul>` : nothing}
      <p><label for="notes">${desk.say("notesText")}</label></p>
      <textarea id="notes" rows="12" readonly lang="ja" .value=${text}></textarea>
      <p><button @click=${async () => {
        await navigator.clipboard
          ?.writeText(text)
          .catch(() => this.querySelector<HTMLTextAreaElement>("#notes")?.select());
        this.isCopied = true;
      }}>${desk.say("copyText")}</button> <span role="status">${this.isCopied ? desk.say("copied") : ""}</span></p>`;
  }

  #load(): void {
    const { desk } = this;
    if (this.#opened === desk.opened) return;
    this.#opened = desk.opened;
    void desk.askQuietly("correctable", {}).then((values) => {
      if (values) this.values = values;
    });
  }

  async #zip(input: HTMLInputElement): Promise<void> {
    const [file] = await dropped(input.files, this.desk, largestPublished);
    if (!file) return;
    const files = await this.desk.ask("unzipPublished", { bytes: file.bytes });
    if (!files) return;
    this.desk.setEarlier(file.name, publishedIn(files));
    await this.#compare();
  }

  async #folder(): Promise<void> {
    try {
      const folder = await window.showDirectoryPicker({ mode: "read" });
      // Kept releases and pages are many; what is compared is at the top.
      const present = await readFolder(
        folder,
        (path) => path === checksumFile || /^[^/]*_dataset\.json$/.test(path),
      );
      await this.#compare(present);
    } catch (error) {
      if ((error as Error).name !== "AbortError") this.desk.fail(error);
    }
  }

  async #compare(earlier = this.desk.earlier?.files ?? new Map()): Promise<void> {
    this.isCopied = false;
    this.notes = await this.desk.ask("notes", { earlier });
  }
}
