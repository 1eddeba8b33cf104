// The city's tables as sheets: each issue in its cell, a list of all of them beside, and saving.

import { groupBy, type Issue, isError, placeInWords } from "@shihyo/core";
import { isCityFile } from "@shihyo/publisher/pure";
import { html, nothing, type TemplateResult } from "lit";
import { type CellChange, handOver } from "../work/desk.ts";
import { readFolder, writeFolder } from "../work/folder.ts";
import type { ShownTable } from "../worker/protocol.ts";
import { type GridRow, GridView } from "./grid.ts";
import { dropped, viewWith } from "./view.ts";

/** In the place of a table's file: the whole city as one sheet. */
const whole = "*";
/** In the place of a kind of issue: any. */
const anyIssue = "*";
/** So many issues stand in the list; the rest are counted. */
const mostListed = 200;

export class SheetView extends viewWith({
  file: "",
  sought: "",
  /** The kind of issue whose rows are shown; all rows where it is empty. */
  wanted: "",
  /** How many rows the whole has with those that were added and are still empty. */
  added: 0,
  taken: "",
  refused: [] as readonly Issue[],
  conflicts: [] as readonly string[],
  saved: false,
  /** The warnings for which a reason is being asked. */
  asked: [] as readonly Issue[],
}) {
  override render(): TemplateResult {
    const { desk } = this;
    const { opened } = desk;
    if (!opened) return html`<h2>${desk.say("sheet")}</h2><p>${desk.say("nothingOpen")}</p>`;
    const canWhole = opened.city !== undefined;
    const isWhole = this.file === whole && canWhole;
    const table = isWhole
      ? undefined
      : (opened.tables.find(({ file }) => file === this.file) ?? opened.tables[0]);
    return html`<h2>${desk.say("sheet")}</h2>
      <div class="bar">
        <label>${desk.say("table")} <select id="table" @change=${(event: Event) => {
          this.file = this.at(event).value;
        }}>${canWhole ? html`<option value=${whole} ?selected=${isWhole}>${desk.say("whole")}</option>` : nothing}${opened.tables.map(
          (one) =>
            html`<option value=${one.file} ?selected=${one === table}>${one.title[desk.language]}（${one.rows.length}）${this.#count(one.file)}</option>`,
        )}</select></label>
        <label>${desk.say("find")} <input type="search" .value=${this.sought} @input=${(event: Event) => {
          this.sought = this.at(event).value;
        }}></label>
        <label>${desk.say("shownRows")} <select id="shown-rows" @change=${(event: Event) => {
          this.wanted = this.at(event).value;
        }}><option value="" ?selected=${this.wanted === ""}>${desk.say("everyRow")}</option>
        <option value=${anyIssue} ?selected=${this.wanted === anyIssue}>${desk.say("onlyWrong")}</option>
        ${this.#kinds(isWhole ? undefined : table?.file).map(([issue, count]) => html`<option value=${issue.code} ?selected=${this.wanted === issue.code}>${isError(issue) ? "✕" : "△"} ${shortened(issue.message[desk.language])}（${count}）</option>`)}</select></label>
        <button ?disabled=${!table && !isWhole} @click=${() => this.#addRow(table)}>${desk.say("addRow")}</button>
      </div>
      ${isWhole ? this.#whole() : table ? this.#grid(table, opened.issues) : nothing}
      <p class="quiet">${desk.say("keys")}</p>
      ${this.#list(opened.issues)}
      ${this.#saving()}`;
  }

  /** The kinds of issue that stand in a table, with their number; of all tables without one. */
  #kinds(file: string | undefined): readonly (readonly [Issue, number])[] {
    const kinds = new Map<string, [Issue, number]>();
    for (const issue of this.desk.opened?.issues ?? []) {
      if ((file !== undefined && issue.file !== file) || issue.row === undefined) continue;
      const known = kinds.get(issue.code);
      kinds.set(issue.code, [known?.[0] ?? issue, (known?.[1] ?? 0) + 1]);
    }
    return [...kinds.values()];
  }

  #count(file: string): string {
    const issues = this.desk.opened?.issues.filter((issue) => issue.file === file) ?? [];
    return issues.length > 0 ? ` ${issues.some(isError) ? "✕" : "△"}${issues.length}` : "";
  }

  #grid(table: ShownTable, issues: readonly Issue[]): TemplateResult {
    const found = groupBy(issues, ({ file, row, column = "" }) =>
      file === table.file && row !== undefined ? `${row}/${column}` : undefined,
    );
    const about = table.header.indexOf("指標ID");
    const names = about < 0 ? undefined : this.#names();
    const noteOf = (id: string) => (names ? { note: names.get(id) ?? "" } : {});
    const rows = table.rows.map(
      (row, index): GridRow => ({ ...row, index, ...noteOf(row.cells[about] ?? "") }),
    );
    return html`<wb-grid .header=${table.header} .rows=${this.#filtered(rows, found)} .issues=${found} .language=${this.desk.language}
      .open=${undefined} .choices=${[]} .canGrow=${this.#isAll} @lost=${this.#lost} .label=${table.title[this.desk.language]} @cells=${(
        event: CustomEvent<readonly CellChange[]>,
      ) => {
        this.saved = false;
        this.desk.setCells(table.file, event.detail);
      }}></wb-grid>`;
  }

  /** Whether every row is shown, so that what is pasted below the last is new. */
  get #isAll(): boolean {
    return this.wanted === "" && this.sought.trim() === "";
  }

  readonly #lost = (event: CustomEvent<number>): void => {
    this.desk.note({
      ja: `貼り付けたうち${event.detail}個のセルは、入る場所がないか、書き換えられない列なので、入っていません。`,
      en: `${event.detail} of the pasted cells have no place or fall into columns that cannot be written in; they were left out.`,
    });
  };

  #filtered(rows: readonly GridRow[], found: ReadonlyMap<string, readonly Issue[]>): readonly GridRow[] {
    const sought = this.sought.normalize("NFKC").trim();
    if (this.wanted === "" && sought === "") return rows;
    const wrong = new Set(
      [...found].flatMap(([key, issues]) =>
        this.wanted === anyIssue || issues.some(({ code }) => code === this.wanted)
          ? [Number(key.split("/")[0])]
          : [],
      ),
    );
    return rows.filter(
      ({ number, cells, note }) =>
        (this.wanted === "" || wrong.has(number)) &&
        (sought === "" ||
          note?.includes(sought) ||
          cells.some((cell) => cell.normalize("NFKC").includes(sought))),
    );
  }

  /** Every indicator with all its years in one grid; what could not be put into the tables yet is marked and kept. */
  #whole(): TemplateResult {
    const { desk } = this;
    desk.whole.load();
    const { sheet, drafts } = desk.whole;
    if (!sheet) return html`<p>${desk.say("checking")} …</p>`;
    const ofDrafts = [...drafts].flatMap(([row, { cells, issues }]) => {
      const [first = ""] = cells.keys();
      return issues.map((issue) => ({ row, header: issue.column ?? first, issue }));
    });
    const byCell = groupBy([...sheet.placed, ...ofDrafts], ({ row, header }) => `${row + 2}/${header}`);
    const found = new Map([...byCell].map(([cell, its]) => [cell, its.map(({ issue }) => issue)]));
    const name = sheet.header.indexOf("指標名");
    const end = Math.max(sheet.rows.length, this.added, ...[...drafts.keys()].map((row) => row + 1));
    const rows = Array.from({ length: end }, (_, index): GridRow => {
      const typed = drafts.get(index)?.cells;
      const own = sheet.rows[index]?.cells ?? sheet.header.map(() => "");
      const cells = typed ? own.map((cell, at) => typed.get(sheet.header[at] ?? "") ?? cell) : own;
      return { index, number: index + 2, cells, note: cells[name] ?? "" };
    });
    const kept = [...drafts].filter(([, { issues }]) => issues.length > 0);
    return html`<p class="quiet">${desk.say("wholeHelp")}</p>
      <wb-grid .header=${sheet.header} .rows=${this.#filtered(rows, found)} .issues=${found} .language=${desk.language}
        .open=${sheet.open} .choices=${sheet.choices} .canGrow=${this.#isAll} @lost=${this.#lost}
        @leave=${(event: CustomEvent<number>) => desk.whole.leave(event.detail)} .label=${desk.say("whole")} @cells=${(
          event: CustomEvent<readonly CellChange[]>,
        ) => {
          this.saved = false;
          desk.whole.edit(
            event.detail.map(({ row, column, value }) => ({
              row,
              header: sheet.header[column] ?? "",
              value,
            })),
          );
        }}></wb-grid>
      ${
        kept.length > 0
          ? html`<section class="box note" role="alert" aria-labelledby="not-in"><h3 id="not-in">✕ ${desk.say("notYetIn")}（${kept.length}）</h3><ul class="issues">${kept.map(
              ([row, { issues }]) =>
                html`<li class="has-error">${desk.say("rowNumber")} ${row + 2}：${issues.map(({ message, advice }) => `${message[desk.language]} ${advice[desk.language]}`).join(" ")} <button @click=${() => desk.whole.giveUp(row)}>${desk.say("giveUp")}</button></li>`,
            )}</ul></section>`
          : nothing
      }
      <p><button @click=${() => this.#wholeBook()}>${desk.say("wholeBook")}</button></p>
      <p><label>${desk.say("wholeBack")} <input id="whole-back" type="file" accept=".xlsx,.xls,.ods" @change=${(event: Event) => this.#wholeBack(this.at(event))}></label>
      <label><input type="checkbox" id="renamed"> ${desk.say("wholeRenamed")}</label></p>
      <p role="status">${this.taken}</p>
      ${this.refused.length > 0 ? html`<ul class="issues">${this.refused.slice(0, mostListed).map((issue) => html`<li class=${isError(issue) ? "has-error" : "has-warning"}>${isError(issue) ? "✕" : "△"} ${placeInWords(issue, desk.language)}：${issue.message[desk.language]} ${issue.advice[desk.language]}</li>`)}</ul>` : nothing}`;
  }

  async #wholeBook(): Promise<void> {
    const bytes = await this.desk.ask("wholeBook", {});
    const type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    if (bytes) handOver(`${this.desk.opened?.city?.code ?? "shihyo"}-sheet.xlsx`, bytes, type);
  }

  async #wholeBack(input: HTMLInputElement): Promise<void> {
    const { desk } = this;
    const [file] = await dropped(input.files, this.desk);
    input.value = "";
    if (!file) return;
    const renamed = this.querySelector<HTMLInputElement>("#renamed")?.checked === true;
    const answer = await desk.askReader("takeWhole", { city: desk.files, ...file, renamed });
    if (!answer) return;
    this.refused = answer.issues;
    this.taken =
      answer.changed.size > 0
        ? `${desk.say("wholeTaken")}${answer.changes}`
        : answer.issues.some(isError)
          ? desk.say("bookNot")
          : desk.say("wholeNone");
    if (answer.changed.size > 0) await desk.put(answer.changed);
  }

  /** Indicators' names by ID. */
  #names(): ReadonlyMap<string, string> {
    const table = this.desk.opened?.tables.find(({ file }) => file === "indicators.csv");
    if (!table) return new Map();
    const [id, name] = [table.header.indexOf("ID"), table.header.indexOf("名称")];
    return new Map(table.rows.map(({ cells }) => [cells[id] ?? "", cells[name] ?? ""]));
  }

  #addRow(table: ShownTable | undefined): void {
    if (table) this.desk.setCells(table.file, [{ row: table.rows.length, column: 0, value: "" }]);
    else {
      const rows = this.desk.whole.sheet?.rows.length ?? 0;
      this.added = Math.max(rows, this.added) + 1;
      this.wanted = "";
      this.sought = "";
    }
    void this.updateComplete.then(async () => {
      const grid = this.querySelector("wb-grid");
      if (!(grid instanceof GridView)) return;
      await grid.updateComplete;
      // The first cell of the new row that may be written in.
      grid.go(grid.rows.length - 1, Math.max(0, grid.open?.indexOf(true) ?? 0));
    });
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

  async #go(issue: Issue): Promise<void> {
    this.file = issue.file;
    this.sought = "";
    this.wanted = "";
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

/** A list's line is no place for a whole sentence. */
function shortened(text: string): string {
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
}
