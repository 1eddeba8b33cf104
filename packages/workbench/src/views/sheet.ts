// The city's tables as sheets: each issue in its cell, a list of all of them beside, and saving.

import { type Issue, isError, placeInWords } from "@shihyo/core";
import { isCityFile } from "@shihyo/publisher/pure";
import { html, nothing, type TemplateResult } from "lit";
import { type CellChange, handOver } from "../work/desk.ts";
import { readFolder, writeFolder } from "../work/folder.ts";
import type { ShownTable } from "../worker/protocol.ts";
import { type GridRow, GridView } from "./grid.ts";
import { View } from "./view.ts";

/** So many issues stand in the list; the rest are counted. */
const mostListed = 200;

export class SheetView extends View {
  static override properties = {
    ...View.properties,
    file: { state: true },
    sought: { state: true },
    onlyWrong: { state: true },
    conflicts: { state: true },
    asked: { state: true },
    saved: { state: true },
  };
  declare file: string;
  declare sought: string;
  declare onlyWrong: boolean;
  declare conflicts: readonly string[];
  declare saved: boolean;
  /** The warnings for which a reason is being asked. */
  declare asked: readonly Issue[];

  constructor() {
    super();
    this.file = "";
    this.sought = "";
    this.onlyWrong = false;
    this.conflicts = [];
    this.saved = false;
    this.asked = [];
  }

  override render(): TemplateResult {
    const { desk } = this;
    const { opened } = desk;
    if (!opened) return html`<h2>${desk.say("sheet")}</h2><p>${desk.say("nothingOpen")}</p>`;
    const table = opened.tables.find(({ file }) => file === this.file) ?? opened.tables[0];
    return html`<h2>${desk.say("sheet")}</h2>
      <div class="bar">
        <label>${desk.say("table")} <select @change=${(event: Event) => {
          this.file = this.at(event).value;
        }}>${opened.tables.map(
          (one) =>
            html`<option value=${one.file} ?selected=${one === table}>${one.title[desk.language]}（${one.rows.length}）${this.#count(one.file)}</option>`,
        )}</select></label>
        <label>${desk.say("find")} <input type="search" .value=${this.sought} @input=${(event: Event) => {
          this.sought = this.at(event).value;
        }}></label>
        <label><input type="checkbox" .checked=${this.onlyWrong} @change=${(event: Event) => {
          this.onlyWrong = this.at(event).checked;
        }}> ${desk.say("onlyWrong")}</label>
        <button ?disabled=${!table} @click=${() => table && this.#addRow(table)}>${desk.say("addRow")}</button>
      </div>
      ${table ? this.#grid(table, opened.issues) : nothing}
      <p class="quiet">${desk.say("keys")}</p>
      ${this.#list(opened.issues)}
      ${this.#year()}
      ${this.#saving()}`;
  }

  #count(file: string): string {
    const issues = this.desk.opened?.issues.filter((issue) => issue.file === file) ?? [];
    return issues.length > 0 ? ` ${issues.some(isError) ? "✕" : "△"}${issues.length}` : "";
  }

  #grid(table: ShownTable, issues: readonly Issue[]): TemplateResult {
    const found = new Map<string, Issue[]>();
    for (const issue of issues) {
      if (issue.file !== table.file || issue.row === undefined) continue;
      const key = `${issue.row}/${issue.column ?? ""}`;
      found.set(key, [...(found.get(key) ?? []), issue]);
    }
    const wrong = new Set([...found.keys()].map((key) => Number(key.split("/")[0])));
    const about = table.header.indexOf("指標ID");
    const names = about < 0 ? undefined : this.#names();
    const noteOf = (id: string) => (names ? { note: names.get(id) ?? "" } : {});
    const sought = this.sought.trim();
    const rows = table.rows
      .map((row, index): GridRow => ({ ...row, index, ...noteOf(row.cells[about] ?? "") }))
      .filter(
        ({ number, cells, note }) =>
          (!this.onlyWrong || wrong.has(number)) &&
          (sought === "" || note?.includes(sought) || cells.some((cell) => cell.includes(sought))),
      );
    return html`<wb-grid .header=${table.header} .rows=${rows} .issues=${found} .language=${this.desk.language}
      .label=${table.title[this.desk.language]} @cells=${(event: CustomEvent<readonly CellChange[]>) => {
        this.saved = false;
        void this.desk.setCells(table, event.detail);
      }}></wb-grid>`;
  }

  /** Indicators' names by ID. */
  #names(): ReadonlyMap<string, string> {
    const table = this.desk.opened?.tables.find(({ file }) => file === "indicators.csv");
    if (!table) return new Map();
    const [id, name] = [table.header.indexOf("ID"), table.header.indexOf("名称")];
    return new Map(table.rows.map(({ cells }) => [cells[id] ?? "", cells[name] ?? ""]));
  }

  #addRow(table: ShownTable): void {
    void this.desk.setCells(table, [{ row: table.rows.length, column: 0, value: "" }]);
  }

  #list(issues: readonly Issue[]): TemplateResult {
    const { desk } = this;
    const sorted = [...issues.filter(isError), ...issues.filter((issue) => !isError(issue))];
    const errors = issues.filter(isError).length;
    return html`<section aria-labelledby="issues"><h3 id="issues">${desk.say("issues")}（${desk.say("error")} ${errors}、${desk.say("warning")} ${issues.length - errors}）</h3>
      ${issues.length === 0 ? html`<p>${desk.say("noIssues")}</p>` : nothing}
      <ol class="issues">${sorted.slice(0, mostListed).map(
        (issue) =>
          html`<li class=${isError(issue) ? "has-error" : "has-warning"}><p><b>${isError(issue) ? `✕ ${desk.say("error")}` : `△ ${desk.say("warning")}`}</b>
          ${placeInWords(issue, desk.language)}：${issue.message[desk.language]}</p><p>${issue.advice[desk.language]}
          ${issue.row === undefined || !issue.file.endsWith(".csv") ? nothing : html`<button @click=${() => this.#go(issue)}>${desk.say("go")}</button>`}
          ${isError(issue) || issue.subject === undefined ? nothing : html`<button @click=${() => this.#askReason(issue)}>${desk.say("acknowledge")}</button>`}</p>
          ${this.asked[0] === issue ? this.#reason() : nothing}</li>`,
      )}</ol>${issues.length > mostListed ? html`<p>… ${issues.length - mostListed}</p>` : nothing}</section>`;
  }

  #askReason(issue: Issue): void {
    const all = this.desk.opened?.issues ?? [];
    const same = all.filter(({ code, subject }) => code === issue.code && subject !== undefined);
    this.asked = [issue, ...same.filter((one) => one !== issue)];
    void this.updateComplete.then(() => this.querySelector<HTMLInputElement>("input[name=reason]")?.focus());
  }

  #reason(): TemplateResult {
    const { desk, asked } = this;
    return html`<form class="box" @submit=${(event: SubmitEvent) => {
      event.preventDefault();
      const reason = new FormData(event.currentTarget as HTMLFormElement).get("reason");
      if (typeof reason === "string" && reason.trim() !== "") void this.#acknowledge(reason.trim());
    }}><p>${desk.say("acknowledgeCount")}：${asked.length}</p>
      <label>${desk.say("acknowledgeReason")} <input name="reason" required size="50"></label>
      <button class="main">${desk.say("acknowledgeDo")}</button></form>`;
  }

  async #acknowledge(reason: string): Promise<void> {
    const issues = this.asked;
    this.asked = [];
    const files = await this.desk.ask("acknowledge", { issues, reason });
    if (files) await this.desk.put(files);
  }

  #year(): TemplateResult | typeof nothing {
    const { desk } = this;
    const last = desk.opened?.city?.years.at(-1);
    if (last === undefined) return nothing;
    return html`<section aria-labelledby="begin-year"><h3 id="begin-year">${desk.say("beginYear")}</h3>
      <p class="quiet">${desk.say("beginYearHelp")}</p>
      <p><button @click=${async () => {
        const files = await desk.ask("beginYear", { year: last + 1 });
        if (!files) return;
        await desk.put(files);
        this.file = `observations/${last + 1}.csv`;
      }}>${desk.say("beginYear")}（${last + 1}）</button></p></section>`;
  }

  async #go(issue: Issue): Promise<void> {
    this.file = issue.file;
    this.sought = "";
    this.onlyWrong = false;
    await this.updateComplete;
    const grid = this.querySelector("wb-grid");
    const table = this.desk.opened?.tables.find(({ file }) => file === issue.file);
    if (!(grid instanceof GridView) || !table) return;
    await grid.updateComplete;
    const row = table.rows.findIndex(({ number }) => number === issue.row);
    grid.go(row, table.header.indexOf(issue.column ?? ""));
    grid.scrollIntoView({ block: "center" });
  }

  #saving(): TemplateResult {
    const { desk } = this;
    return html`<section aria-labelledby="save"><h3 id="save">${desk.say("save")}</h3>
      <p>${desk.folder ? html`<button class="main" @click=${() => this.#saveInPlace(false)}>${desk.say("saveInPlace")}（${desk.folder.name}）</button> ` : nothing}
      <button @click=${() => this.#saveZip()}>${desk.say("saveZip")}</button> <span role="status">${this.saved ? desk.say("saved") : ""}</span></p>
      ${
        this.conflicts.length > 0
          ? html`<div class="box note" role="alert"><p>${desk.say("changedOnDisk")}${this.conflicts.join("、")}</p>
        <p><button @click=${() => this.#saveInPlace(true)}>${desk.say("overwrite")}</button></p></div>`
          : nothing
      }</section>`;
  }

  async #saveZip(): Promise<void> {
    const bytes = await this.desk.ask("zip", { files: this.desk.files });
    if (!bytes) return;
    handOver(`${this.desk.opened?.city?.code ?? "shihyo"}-data.zip`, bytes, "application/zip");
    this.saved = true;
  }

  async #saveInPlace(isSure: boolean): Promise<void> {
    const { desk } = this;
    if (!desk.folder) return;
    try {
      if ((await desk.folder.requestPermission({ mode: "readwrite" })) !== "granted") return;
      const there = await readFolder(desk.folder, isCityFile);
      this.conflicts = isSure
        ? []
        : [...new Set([...there.keys(), ...desk.read.keys()])].filter(
            (path) => !isSame(there.get(path), desk.read.get(path)),
          );
      if (this.conflicts.length > 0) return;
      const changed = new Map([...desk.files].filter(([path, bytes]) => !isSame(there.get(path), bytes)));
      await writeFolder(desk.folder, changed);
      desk.wrote();
      this.saved = true;
    } catch (error) {
      desk.fail(error);
    }
  }
}

function isSame(a: Uint8Array | undefined, b: Uint8Array | undefined): boolean {
  if (!a || !b) return a === b;
  return a.byteLength === b.byteLength && a.every((byte, at) => byte === b[at]);
}
