// Bring a report: the city's own file as it looks, what was understood laid over it, and the questions beside it.

import type { ColumnReading, Grid, Question, TableReading, TableRow, Understanding } from "@shihyo/core";
import {
  answersFile,
  answersIn,
  type CityFile,
  isPdf,
  municipalitiesIn,
  sourceRows,
  takeCityFile,
  today,
} from "@shihyo/publisher/pure";
import { html, nothing, type TemplateResult } from "lit";
import type { ReaderAsked, Report, ReportCity, ReportFile } from "../reader/protocol.ts";
import type { BroughtReport } from "../work/keep.ts";
import { otherCity } from "../work/other-city.ts";
import { municipalitiesText } from "../work/practice.ts";
import { pageText } from "../work/trusted.ts";
import type { AnswerOf } from "../worker/protocol.ts";
import { type DroppedFile, dropped, viewWith } from "./view.ts";

/** Rows of a sheet and items of a list that are shown; the rest are counted. */
const mostRows = 300;
const mostListed = 100;

export class ReportView extends viewWith({
  understanding: undefined as Understanding | undefined,
  sheet: 0,
  /** The column of which a person says what it is. */
  column: undefined as ColumnReading | undefined,
  done: "",
  /** The first indicators as they would be, by what was answered so far. */
  cards: undefined as AnswerOf<ReaderAsked["cards"]> | undefined,
  /** Another municipality that the report names, where it does not name the one that is open. */
  stranger: undefined as string | undefined,
}) {
  /** The report that was read last, so that one that was begun before is read when it is seen again. */
  #known: BroughtReport | undefined;

  override render(): TemplateResult {
    const { desk, understanding } = this;
    if (!desk.isOpen) return html`<h2>${desk.say("report")}</h2><p>${desk.say("nothingOpen")}</p>`;
    return html`<h2>${desk.say("report")}</h2>
      <div class="box drop" @dragover=${(event: DragEvent) => event.preventDefault()} @drop=${(
        event: DragEvent,
      ) => {
        event.preventDefault();
        void this.#take(event.dataTransfer?.files);
      }}><label>${desk.say("dropReport")} <input id="report" type="file" multiple accept=".xlsx,.xls,.ods,.csv,.htm,.html,.pdf"
        aria-describedby="report-help" @change=${(event: Event) => this.#take(this.at(event).files)}></label>
        <p id="report-help" class="quiet">${desk.say("dropReportHelp")}</p></div>
      <p role="status">${this.done}</p>
      ${this.done && desk.isOpen ? this.#next() : nothing}
      ${understanding ? this.#understood(understanding) : nothing}`;
  }

  override willUpdate(): void {
    super.willUpdate();
    const { report, isOpen } = this.desk;
    if (!isOpen || !report || report === this.#known || this.understanding) return;
    this.#known = report;
    void this.#understand();
  }

  async #take(files: FileList | null | undefined): Promise<void> {
    const read = await this.#read(await dropped(files, this.desk));
    if (!read || read.length === 0) return;
    this.sheet = 0;
    this.done = "";
    await this.#put({ files: read, answers: answersIn(this.#keptAnswers()), before: [] });
  }

  /** PDFs to their pages; absent where one of them cannot be read, which was told. */
  async #read(files: readonly DroppedFile[]): Promise<readonly ReportFile[] | undefined> {
    const read: ReportFile[] = [];
    for (const file of files) {
      if (isPdf(file.bytes)) {
        const pages = await this.desk.askPrinted("pages", file);
        if (!pages) return undefined;
        read.push({ name: file.name, pages });
      } else read.push(file);
    }
    return read;
  }

  async #put(report: BroughtReport): Promise<void> {
    this.#known = report;
    void this.desk.setReport(report);
    await this.#understand();
  }

  /** What was answered last year, as it stands beside the tables. */
  #keptAnswers(): CityFile | undefined {
    const kept = this.desk.freshCode === undefined ? this.desk.files.get(answersFile) : undefined;
    return kept && takeCityFile(answersFile, kept);
  }

  async #understand(): Promise<void> {
    const found = await this.desk.askReader("understand", this.#report());
    if (found && "refused" in found) {
      this.desk.note(found.refused);
      this.understanding = undefined;
      await this.desk.setReport(undefined);
    } else if (found) {
      this.understanding = found.understanding;
      void this.#showCards();
      await this.#lookWhose(found.understanding);
    }
  }

  /** By the file's name and the lines above its tables. */
  async #lookWhose({ grids, reading }: Understanding): Promise<void> {
    const { desk } = this;
    const texts = grids.flatMap((grid) => {
      const table = reading.tables.find(({ file, sheet }) => file === grid.file && sheet === grid.sheet);
      const above = grid.rows.slice(0, Math.max(0, (table?.headerRows[0] ?? 1) - 1));
      return [grid.file, grid.sheet, ...above.flat().map((cell) => cell?.text ?? "")];
    });
    const listed = municipalitiesIn(await municipalitiesText());
    this.stranger = otherCity(
      texts,
      desk.opened?.city?.name ?? desk.name,
      [...listed.values()].map(({ name }) => name),
    );
  }

  async #showCards(): Promise<void> {
    const { desk } = this;
    const { report } = desk;
    const found = await desk.askReaderQuietly("cards", {
      report: this.#report(),
      city: await this.#city(),
      others: desk.freshCode === undefined ? desk.files : new Map(),
      language: desk.language,
    });
    // Something else may have been answered meanwhile.
    if (found && report === desk.report) this.cards = found;
  }

  async #city(): Promise<ReportCity> {
    const { desk } = this;
    const { freshCode } = desk;
    const text = (path: string) => {
      const bytes = freshCode === undefined ? desk.files.get(path) : undefined;
      return bytes ? [[path, new TextDecoder().decode(bytes)] as const] : [];
    };
    const answers = this.#keptAnswers();
    return {
      ...(answers ? { answers } : {}),
      documents: new Map([...text("municipality.json"), ...text("sources.json")]),
      code: freshCode ?? desk.opened?.city?.code ?? "",
      ...(freshCode === undefined ? {} : { name: desk.name }),
      date: today(),
      municipalities: await municipalitiesText(),
    };
  }

  #report(): Report {
    const { desk } = this;
    return {
      files: desk.report?.files ?? [],
      answers: desk.report?.answers ?? new Map(),
      existing: desk.freshCode === undefined ? this.#existing() : new Map(),
      municipality: desk.opened?.city?.name ?? desk.name,
    };
  }

  #existing(): ReadonlyMap<string, readonly TableRow[]> {
    const tables = new Map<string, readonly TableRow[]>(
      (this.desk.opened?.tables ?? []).map(({ file, header, rows }) => [
        file,
        rows.map(({ cells }) => Object.fromEntries(header.map((name, at) => [name, cells[at] ?? ""]))),
      ]),
    );
    const sources = this.desk.files.get("sources.json");
    if (sources) {
      const documents = new Map([["sources.json", new TextDecoder().decode(sources)]]);
      tables.set("sources.json", sourceRows(documents));
    }
    return tables;
  }

  async #answer(answers: readonly (readonly [string, string])[]): Promise<void> {
    const { report } = this.desk;
    if (!report) return;
    this.column = undefined;
    await this.#put({
      ...report,
      answers: new Map([...report.answers, ...answers]),
      before: [...report.before, report.answers],
    });
  }

  async #back(): Promise<void> {
    const { report } = this.desk;
    const answers = report?.before.at(-1);
    if (report && answers) await this.#put({ ...report, answers, before: report.before.slice(0, -1) });
  }

  #understood(understanding: Understanding): TemplateResult {
    const { desk } = this;
    const { grids, questions, open, counts, account, notices, reading } = understanding;
    const grid = grids[this.sheet] ?? grids[0];
    const leftOut = account.filter((one) => one.leftOut);
    return html`${this.stranger === undefined ? nothing : html`<p class="box note" role="status">△ ${desk.say("namesAnother")}${this.stranger}／${desk.opened?.city?.name ?? desk.name}</p>`}
      <div class="beside"><section aria-labelledby="understood"><h3 id="understood">${desk.say("understood")}</h3>
        <p>${desk.say("levels")}：${reading.levels.join(" ＞ ")}。${desk.say("results")}：${reading.years.join("、")}。${desk.say("targets")}：${reading.targetYears.join("、") || "—"}</p>
        <p>${counts.indicators} ${desk.say("indicators")}、${counts.nodes} ${desk.say("nodes")}、${counts.numbers} ${desk.say("numbers")}</p>
        <ul>${Object.entries(counts.kept).map(([kind, count]) => html`<li>${kind} ${count}</li>`)}</ul>
        ${
          grids.length > 1
            ? html`<label>${desk.say("sheetName")} <select @change=${(event: Event) => {
                this.sheet = Number(this.at(event).value);
              }}>${grids.map((one, at) => html`<option value=${at} ?selected=${one === grid}>${one.file} ${one.sheet}</option>`)}</select></label>`
            : nothing
        }
        ${
          grid
            ? this.#sheet(
                grid,
                reading.tables.find(({ file, sheet }) => file === grid.file && sheet === grid.sheet),
              )
            : nothing
        }
        ${this.#cards()}
      </section>
      <section aria-labelledby="questions"><h3 id="questions">${desk.say("questions")}（${desk.say("left")} ${open.length} / ${questions.length}）</h3>
        <p><button ?disabled=${open.length === 0} @click=${() => this.#answer(open.map(({ id, proposal }) => [id, proposal]))}>${desk.say("takeAll")}</button>
        <button ?disabled=${(desk.report?.before.length ?? 0) === 0} @click=${() => this.#back()}>${desk.say("undoAnswer")}</button></p>
        <ol class="questions">${open.slice(0, mostListed).map((question) => this.#question(question))}</ol>
        <p><button class="main" ?disabled=${open.length > 0} @click=${() => this.#bringIn()}>${desk.say("bringIn")}</button></p>
        ${notices.length > 0 ? html`<h4>${desk.say("notices")}</h4><ul>${notices.map(({ text, places }) => html`<li>△ ${text[desk.language]} <span class="quiet">${places.slice(0, 5).join("、")}</span></li>`)}</ul>` : nothing}
        <details><summary>${desk.say("leftOut")}（${leftOut.length}）</summary><ul>${leftOut
          .slice(0, mostListed)
          .map(
            ({ place, shown, leftOut: why }) => html`<li>${place}「${shown}」：${why?.[desk.language]}</li>`,
          )}</ul>${leftOut.length > mostListed ? html`<p>… ${leftOut.length - mostListed}</p>` : nothing}</details>
      </section></div>`;
  }

  #cards(): TemplateResult {
    const { desk, cards } = this;
    if (!cards) return html`<p class="quiet">${desk.say("cardsComing")} …</p>`;
    return html`<h4>${desk.say("firstCards")}</h4><p class="quiet">${desk.say("firstCardsHelp")} ${desk.say("error")} ${cards.errors}、${desk.say("warning")} ${cards.warnings}</p>
      ${cards.page === undefined ? html`<p class="error-text">✕ ${desk.say("noCards")}</p>` : html`<iframe class="cards" title=${desk.say("firstCards")} sandbox="allow-same-origin" .srcdoc=${pageText(cards.page)}></iframe>`}`;
  }

  #question({ id, text, proposal, reason, choices, free, examples, cells }: Question): TemplateResult {
    const { desk } = this;
    const isFree = free || !choices || choices.length === 0;
    return html`<li class="box"><form @submit=${(event: SubmitEvent) => {
      event.preventDefault();
      const data = new FormData(event.currentTarget as HTMLFormElement);
      const written = String(data.get("written") ?? "").trim();
      void this.#answer([[id, written === "" ? String(data.get("choice") ?? proposal) : written]]);
    }}><fieldset><legend>${text[desk.language]}</legend>
      <p class="quiet">${desk.say("proposal")}：<b>${proposal}</b>（${reason[desk.language]}） ${examples.slice(0, 4).join("、")}${cells > 0 ? ` ${cells} ${desk.say("cells")}` : ""}</p>
      ${(choices ?? []).map(
        (choice) =>
          html`<label><input type="radio" name="choice" value=${choice} ?checked=${choice === proposal}> ${choice}</label> `,
      )}
      ${isFree ? html`<label>${desk.say("writeAnswer")} <input name="written" placeholder=${proposal}></label>` : nothing}
      <button>${desk.say("answer")}</button></fieldset></form></li>`;
  }

  #sheet(grid: Grid, table: TableReading | undefined): TemplateResult {
    const { desk } = this;
    const columns = new Map((table?.columns ?? []).map((one) => [one.column, one]));
    const width = Math.max(0, ...grid.rows.map((row) => row.length));
    const [firstHead, lastHead] = table?.headerRows ?? [0, 0];
    const places = [...Array(width).keys()];
    return html`${this.column ? this.#columnForm(this.column) : nothing}
      <div class="sheet" tabindex="0" role="group" aria-label="${grid.file} ${grid.sheet}"><table><caption>${grid.file} ${grid.sheet}</caption>
      <thead><tr><td></td>${places.map((at) => {
        const reading = columns.get(at);
        return html`<th scope="col" class=${toneOf(reading?.meaning)}>${
          reading
            ? html`<button aria-expanded=${this.column?.place === reading.place} @click=${() => this.#choose(reading)}>${reading.meaning}</button>`
            : desk.say("notRead")
        }</th>`;
      })}</tr></thead>
      <tbody>${grid.rows.slice(0, mostRows).map(
        (row, at) =>
          html`<tr class=${at + 1 >= firstHead && at + 1 <= lastHead ? "head" : ""}><th scope="row">${at + 1}</th>${
            // A title alone in its row runs over its neighbours, as spreadsheets show it.
            row.filter((cell) => cell?.text).length === 1
              ? html`<td colspan=${width}>${row.find((cell) => cell?.text)?.text}</td>`
              : places.map(
                  (place) =>
                    html`<td class="${toneOf(columns.get(place)?.meaning)} ${this.column && columns.get(place)?.place === this.column.place ? "chosen" : ""}" @click=${() => this.#choose(columns.get(place))}>${row[place]?.text ?? ""}</td>`,
                )
          }</tr>`,
      )}</tbody></table>${grid.rows.length > mostRows ? html`<p>… ${grid.rows.length - mostRows}</p>` : nothing}</div>`;
  }

  /** A column that was clicked, anywhere in it: what it is can be said. */
  #choose(column: ColumnReading | undefined): void {
    this.column = column;
    if (!column) return;
    void this.updateComplete.then(() => this.querySelector<HTMLSelectElement>("#column-is")?.focus());
  }

  #columnForm(column: ColumnReading): TemplateResult {
    const { desk } = this;
    return html`<form class="box" @submit=${(event: SubmitEvent) => {
      event.preventDefault();
      const data = new FormData(event.currentTarget as HTMLFormElement);
      const said = String(data.get("written") ?? "").trim() || String(data.get("meaning") ?? "");
      if (said !== "" && said !== column.meaning) void this.#answer([[`列:${column.place}`, said]]);
      else this.column = undefined;
    }} @keydown=${(event: KeyboardEvent) => {
      if (event.key === "Escape") this.column = undefined;
    }}><p><b>${column.place} ${column.header}</b>：${column.meaning}（${column.reason[desk.language]}）</p>
      <p><label>${desk.say("columnIs")} <select id="column-is" name="meaning">${this.#meanings(column).map((one) => html`<option value=${one} ?selected=${one === column.meaning}>${one}</option>`)}</select></label>
      <label>${desk.say("writeAnswer")} <input name="written" placeholder="実績値 令和6年度"></label></p>
      <p><button class="main">${desk.say("answer")}</button> <button type="button" @click=${() => {
        this.column = undefined;
      }}>${desk.say("close")}</button></p></form>`;
  }

  /** What a column may be: what it is taken for, what the others are, and the commonest besides. */
  #meanings(column: ColumnReading): readonly string[] {
    const { levels = [], tables = [], years = [], targetYears = [] } = this.understanding?.reading ?? {};
    return [
      ...new Set([
        column.meaning,
        "読まない",
        "指標名",
        "単位",
        ...levels.map((level) => `段 ${level}`),
        ...years.map((year) => `実績値 ${year}年度`),
        ...targetYears.map((year) => `目標値 ${year}年度`),
        "基準値",
        "所管",
        "備考",
        ...tables.flatMap(({ columns }) => columns.map(({ meaning }) => meaning)),
      ]),
    ].filter((one) => one === column.meaning || !one.startsWith("読まない（"));
  }

  /** What comes after: a page that only says that it is done leaves one standing. */
  #next(): TemplateResult {
    const { desk } = this;
    return html`<p>${desk.say("whatNext")}：${(["city", "sheet", "look"] as const).map((step) => html`<button @click=${() => this.go(step)}>${desk.say(step)}</button> `)}</p>`;
  }

  async #bringIn(): Promise<void> {
    const { desk, understanding } = this;
    if (!understanding) return;
    const { freshCode } = desk;
    const files = await desk.askReader("tables", { report: this.#report(), city: await this.#city() });
    if (!files) return;
    this.#known = undefined;
    desk.report = undefined;
    await (freshCode === undefined ? desk.put(files) : desk.replace(files));
    this.done = desk.say("broughtIn");
    this.understanding = undefined;
    this.cards = undefined;
  }
}

/** A colour for each kind of column; the kind stands above it in words as well. */
function toneOf(meaning: string | undefined): string {
  if (meaning === undefined || meaning.startsWith("読まない")) return "tone-none";
  if (meaning.startsWith("段")) return "tone-level";
  if (meaning.startsWith("実績")) return "tone-value";
  if (/^(目標|基準)/.test(meaning)) return "tone-target";
  if (/^(評価|達成)/.test(meaning)) return "tone-grade";
  return "tone-name";
}
