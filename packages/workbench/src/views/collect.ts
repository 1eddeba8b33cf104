// Collect a year: begin it, hand out the sections' workbooks, take them back, and see who is missing.

import { type Issue, isError, placeInWords } from "@shihyo/core";
import { html, nothing, type TemplateResult } from "lit";
import type { TakenBook } from "../reader/protocol.ts";
import { handOver } from "../work/desk.ts";
import type { Bytes, SectionState, YearState } from "../worker/protocol.ts";
import { dropped, viewWith } from "./view.ts";

const workbookType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
/** So many issues of one workbook are listed; the rest are counted. */
const mostListed = 30;

export class CollectView extends viewWith({
  /** The year that is collected; the newest where nobody chose. */
  year: undefined as number | undefined,
  state: undefined as YearState | undefined,
}) {
  /** Those that came back last, for taking their good rows. */
  #bytes = new Map<string, Bytes>();
  #files: unknown;

  override render(): TemplateResult {
    const { desk } = this;
    if (!desk.isOpen) return html`<h2>${desk.say("collect")}</h2><p>${desk.say("nothingOpen")}</p>`;
    const last = desk.opened?.city?.years.at(-1);
    if (last === undefined) {
      return html`<h2>${desk.say("collect")}</h2><p class="error-text">✕ ${desk.say("notWithErrorsYet")}</p>`;
    }
    this.#load();
    return html`<h2>${desk.say("collect")}</h2>
      <section class="box" aria-labelledby="begin-year"><h3 id="begin-year">${desk.say("beginYear")}</h3>
        <p class="quiet">${desk.say("beginYearHelp")}</p>
        <p><button @click=${() => this.#begin(last + 1)}>${desk.say("beginYear")}（${last + 1}）</button></p></section>
      ${this.state ? this.#collecting(this.state) : nothing}`;
  }

  #collecting(state: YearState): TemplateResult {
    const { desk } = this;
    const waiting = state.sections.filter(({ missing }) => missing.length > 0);
    return html`<p><label>${desk.say("yearOf")} <select id="collect-year" @change=${(event: Event) => {
      this.year = Number(this.at(event).value);
      this.desk.books = [];
    }}>${state.years
      .toReversed()
      .map(
        (year) => html`<option value=${year} ?selected=${year === state.year}>${year}</option>`,
      )}</select></label></p>
      <section class="box" aria-labelledby="hand-out"><h3 id="hand-out">${desk.say("handOut")}</h3>
        <p class="quiet">${desk.say("handOutHelp")}</p>
        <p><button class="main" @click=${() => this.#handOut()}>${desk.say("allBooks")}</button></p>
        <div class="scroll" tabindex="0" role="group" aria-labelledby="hand-out"><table class="list"><thead><tr><th scope="col">${desk.say("section")}</th><th scope="col">${desk.say("due")}</th><th scope="col">${desk.say("missing")}</th><th scope="col">Excel</th></tr></thead>
        <tbody>${state.sections.map((section) => this.#section(section, state))}</tbody></table></div></section>
      <section class="box drop" aria-labelledby="take-back" @dragover=${(event: DragEvent) => event.preventDefault()} @drop=${(
        event: DragEvent,
      ) => {
        event.preventDefault();
        void this.#take(event.dataTransfer?.files);
      }}><h3 id="take-back">${desk.say("takeBack")}</h3>
        <p class="quiet" id="take-back-help">${desk.say("takeBackHelp")}</p>
        <label>${desk.say("dropBooks")} <input id="books" type="file" multiple accept=".xlsx,.xls,.ods,.csv" aria-describedby="take-back-help" @change=${(event: Event) => this.#take(this.at(event).files)}></label>
        <div role="status"><ul class="books">${this.desk.books.map((book) => this.#book(book))}</ul></div></section>
      <section class="box" aria-labelledby="missing"><h3 id="missing">${desk.say("whoIsMissing")}</h3>
        ${waiting.length === 0 ? html`<p>✓ ${desk.say("allThere")}</p>` : nothing}
        ${waiting.map(
          ({ name, missing, due }) =>
            html`<details><summary>${name || desk.say("noSection")}：${missing.length} / ${due}</summary><ul>${missing.map(({ id, label }) => html`<li>${label} <span class="code">${id}</span></li>`)}</ul></details>`,
        )}</section>`;
  }

  #section({ name, due, missing }: SectionState, { year, sections }: YearState): TemplateResult {
    const { desk } = this;
    const isAlone = sections.length === 1;
    return html`<tr><th scope="row">${name || desk.say("noSection")}</th><td>${due}</td>
      <td>${missing.length === 0 ? desk.say("complete") : `${desk.say("waiting")}（${missing.length}）`}</td>
      <td>${name === "" && !isAlone ? nothing : html`<button @click=${() => this.#handOne(year, name)}>${desk.say("oneBook")}<span class="unseen">：${name || desk.say("noSection")}</span></button>`}</td></tr>`;
  }

  #book({ name, refused, issues, readings, changes, rows, isTaken }: TakenBook): TemplateResult {
    const { desk } = this;
    const isSame = !isTaken && !refused && !issues.some(stops);
    const verdict = isTaken ? "bookTaken" : isSame ? "bookSame" : "bookNot";
    return html`<li class=${isTaken || isSame ? "is-well" : "has-error"}><p><b>${desk.say(verdict)}</b> ${name}${isTaken ? html`（${rows} ${desk.say("rowsTaken")}、${changes} ${desk.say("cellsChanged")}）` : nothing}</p>
      ${refused ? html`<p>${refused[desk.language]}</p>` : nothing}
      ${issues.length > 0 ? html`<ul class="issues">${issues.slice(0, mostListed).map((issue) => this.#issue(issue))}</ul>` : nothing}
      ${issues.length > mostListed ? html`<p>… ${issues.length - mostListed}</p>` : nothing}
      ${readings.length > 0 ? html`<details><summary>${desk.say("readAs")}（${readings.length}）</summary><ul>${readings.map(({ cell, found, read }) => html`<li>${cell}：「${found}」→「${read}」</li>`)}</ul></details>` : nothing}
      ${isTaken || isSame || refused || !this.#bytes.has(name) ? nothing : html`<p><button @click=${() => this.#takeThese([name], [name])}>${desk.say("takePartial")}<span class="unseen">：${name}</span></button></p>`}</li>`;
  }

  #issue(issue: Issue): TemplateResult {
    const { desk } = this;
    return html`<li class=${isError(issue) ? "has-error" : "has-warning"}><p><b>${isError(issue) ? `✕ ${desk.say("error")}` : `△ ${desk.say("warning")}`}</b> ${placeInWords(issue, desk.language)}：${issue.message[desk.language]}</p><p>${issue.advice[desk.language]}</p></li>`;
  }

  /** Who has still to answer, anew after each change of the tables. */
  #load(): void {
    const { desk } = this;
    const year = this.year ?? desk.opened?.city?.years.at(-1);
    const key = `${year}`;
    if (year === undefined || (this.#files === desk.opened && this.state?.year === Number(key))) return;
    this.#files = desk.opened;
    void desk.askQuietly("yearState", { year }).then((state) => {
      if (state) this.state = state;
    });
  }

  async #begin(year: number): Promise<void> {
    const files = await this.desk.ask("beginYear", { year });
    if (!files) return;
    this.year = year;
    this.desk.books = [];
    await this.desk.put(files);
  }

  async #handOut(): Promise<void> {
    const { desk, state } = this;
    if (!state) return;
    const files = await desk.ask("sectionBooks", { year: state.year });
    const bytes = files && (await desk.ask("zip", { files }));
    if (bytes) handOver(`${desk.opened?.city?.code ?? ""}-${state.year}-books.zip`, bytes, "application/zip");
  }

  async #handOne(year: number, section: string): Promise<void> {
    const files = await this.desk.ask("sectionBooks", { year, section });
    for (const [name, bytes] of files ?? []) handOver(name, bytes, workbookType);
  }

  async #take(list: FileList | null | undefined): Promise<void> {
    const files = await dropped(list, this.desk);
    if (files.length === 0) return;
    this.#bytes = new Map(files.map(({ name, bytes }) => [name, bytes]));
    this.desk.books = [];
    await this.#takeThese([...this.#bytes.keys()], []);
  }

  async #takeThese(names: readonly string[], partial: readonly string[]): Promise<void> {
    const { desk } = this;
    const books = names.flatMap((name) => {
      const bytes = this.#bytes.get(name);
      return bytes ? [{ name, bytes }] : [];
    });
    const answer = await desk.askReader("takeBooks", { city: desk.files, books, partial });
    if (!answer) return;
    const found = new Map(answer.books.map((book) => [book.name, book]));
    const known = this.desk.books.map((book) => found.get(book.name) ?? book);
    this.desk.books = [
      ...known,
      ...answer.books.filter(({ name }) => !known.some((one) => one.name === name)),
    ];
    desk.tell();
    if (answer.changed.size > 0) await desk.put(answer.changed);
  }
}

/** Whether it keeps a workbook from being taken in as a whole. */
function stops(issue: Issue): boolean {
  return isError(issue) || issue.code.startsWith("workbook-");
}
