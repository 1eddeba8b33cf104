// A grid for thousands of rows: only the rows in sight are drawn, and every cell is reached and changed by keyboard.

import type { Issue } from "@shihyo/core";
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from "lit";
import type { CellChange } from "../work/desk.ts";
import { type Language, say } from "../work/words.ts";
import { withState } from "./view.ts";

export interface GridRow {
  /** Its place among the table's rows, from 0, and its number as Excel counts it. */
  readonly index: number;
  readonly number: number;
  readonly cells: readonly string[];
  /** What the row is about, where its cells hold only an ID. */
  readonly note?: string;
}

const rowHeight = 32;
const [numberWidth, noteWidth] = [56, 260];
/** Rows drawn above and below those in sight, so that quick scrolling shows no gap. */
const beyond = 8;

interface Cell {
  readonly row: number;
  readonly column: number;
}

const origin: Cell = { row: 0, column: 0 };

export class GridView extends withState(LitElement, {
  header: [] as readonly string[],
  rows: [] as readonly GridRow[],
  /** By `row number/column name`; what concerns the whole row stands under an empty name. */
  issues: new Map() as ReadonlyMap<string, readonly Issue[]>,
  /** Whether what is pasted below the last row makes new rows. */
  canGrow: true,
  /** Which columns may be written in; all where it is not said. */
  open: undefined as readonly boolean[] | undefined,
  /** The words that a column's list offers, by column. */
  choices: [] as readonly (readonly string[])[],
  label: "",
  language: "ja" as Language,
  active: origin,
  /** The other corner of what is chosen. */
  anchor: origin,
  editing: false,
  top: 0,
}) {
  #widths: readonly number[] = [];
  #columns = "";
  #isWanted = false;
  #height = 480;
  #measured: HTMLElement | undefined;
  readonly #sizes = new ResizeObserver(([entry]) => {
    const height = Math.ceil(entry?.contentRect.height ?? this.#height);
    if (height === this.#height) return;
    this.#height = height;
    this.requestUpdate();
  });

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  /** Goes to a cell, as from a list of issues. */
  go(row: number, column: number): void {
    this.#isWanted = true;
    this.#move({ row, column: Math.max(0, column) }, false);
  }

  override willUpdate(changed: PropertyValues): void {
    // The same columns come again after each change; whoever types in them stays where he is.
    const columns = this.header.join("\t");
    const isOther = columns !== this.#columns;
    this.#columns = columns;
    if (isOther || (changed.has("rows") && this.#widths.length !== this.header.length)) {
      const some = this.rows.slice(0, 60);
      this.#widths = this.header.map((name, column) =>
        Math.min(320, Math.max(64, ...[name, ...some.map(({ cells }) => cells[column] ?? "")].map(widthOf))),
      );
    }
    if (isOther) {
      this.active = { row: 0, column: 0 };
      this.anchor = this.active;
    }
    this.active = this.#within(this.active);
  }

  override updated(): void {
    // Asking for a height makes the browser lay the whole page out; it is asked for when it can have changed.
    const scroller = this.querySelector<HTMLElement>(".grid");
    if (scroller && scroller !== this.#measured) {
      this.#measured = scroller;
      this.#sizes.disconnect();
      this.#sizes.observe(scroller);
    }
    if (this.#isWanted) {
      this.#isWanted = false;
      this.querySelector<HTMLInputElement>("input.cell")?.focus({ preventScroll: true });
    }
  }

  override render(): TemplateResult {
    const first = Math.max(0, Math.floor(this.top / rowHeight) - beyond);
    const last = Math.min(this.rows.length, Math.ceil((this.top + this.#height) / rowHeight) + beyond);
    const hasNotes = this.#headWidth === noteWidth;
    const width = this.#headWidth + this.#widths.reduce((sum, one) => sum + one, 0);
    const shown = this.rows.slice(first, last);
    return html`<div class="grid ${hasNotes ? "with-notes" : ""}" role="grid" aria-label=${this.label} aria-rowcount=${this.rows.length + 1}
      aria-colcount=${this.header.length + 1} @scroll=${this.#scroll} @keydown=${this.#key} @copy=${this.#copy}
      @cut=${this.#copy} @paste=${this.#paste} @focusout=${this.#focusOut}>
      <div class="grid-row grid-head" role="row" aria-rowindex="1" style="width:${width}px">
        <div class="grid-number" role="columnheader" aria-colindex="1">${say("row", this.language)}</div>
        ${this.header.map(
          (name, column) =>
            html`<div role="columnheader" aria-colindex=${column + 2} title=${name} style="width:${this.#widths[column]}px">${name}</div>`,
        )}</div>
      <div class="grid-space" role="rowgroup" style="height:${this.rows.length * rowHeight}px;width:${width}px">
        ${shown.map((row, offset) => this.#row(row, first + offset))}
      </div></div>
      ${this.choices[this.active.column]?.length ? html`<datalist id="grid-choices">${this.choices[this.active.column]?.map((word) => html`<option value=${word}></option>`)}</datalist>` : nothing}`;
  }

  #isOpen(column: number): boolean {
    return this.open?.[column] ?? true;
  }

  #row(row: GridRow, at: number): TemplateResult {
    const own = this.issues.get(`${row.number}/`);
    return html`<div class="grid-row" role="row" aria-rowindex=${at + 2} style="top:${at * rowHeight}px">
      <div class="grid-number ${markOf(own)}" role="rowheader" aria-colindex="1" title=${titleOf(own, this.language) || (row.note ?? "")}>${signOf(own)}${row.number}${row.note === undefined ? nothing : html` <span class="grid-note">${row.note}</span>`}</div>
      ${this.header.map((name, column) => this.#cell(row, at, name, column))}</div>`;
  }

  #cell(row: GridRow, at: number, name: string, column: number): TemplateResult {
    const value = row.cells[column] ?? "";
    const found = this.issues.get(`${row.number}/${name}`);
    const isActive = at === this.active.row && column === this.active.column;
    const about = titleOf(found, this.language);
    const isOpen = this.#isOpen(column);
    return html`<div class="grid-cell ${isOpen ? "" : "locked"} ${markOf(found)} ${this.#isChosen(at, column) ? "chosen" : ""}" role="gridcell" aria-readonly=${isOpen ? nothing : "true"}
      aria-colindex=${column + 2} aria-selected=${this.#isChosen(at, column)} title=${about || value}
      style="width:${this.#widths[column]}px" @pointerdown=${(event: PointerEvent) => this.#point(event, at, column)}
      @dblclick=${() => isOpen && this.#edit(value)}>${
        isActive
          ? html`<input class="cell ${this.editing ? "editing" : ""}" aria-label="${row.note === undefined ? "" : `${row.note}、`}${name}、${row.number}${say("rowNth", this.language)}：${value}${about ? `。${about}` : ""}"
              list=${this.choices[column]?.length ? "grid-choices" : nothing} ?readonly=${!isOpen} .value=${this.editing ? this.#draft : ""} @input=${this.#typed} @blur=${this.#left}
              @compositionstart=${() => {
                this.editing = isOpen;
              }}>${this.editing ? nothing : html`<span>${signOf(found)}${value}</span>`}`
          : html`<span>${signOf(found)}${value}</span>`
      }</div>`;
  }

  #draft = "";

  #isChosen(row: number, column: number): boolean {
    const [from, to] = this.#corners();
    return row >= from.row && row <= to.row && column >= from.column && column <= to.column;
  }

  #corners(): readonly [Cell, Cell] {
    const { active, anchor } = this;
    return [
      { row: Math.min(active.row, anchor.row), column: Math.min(active.column, anchor.column) },
      { row: Math.max(active.row, anchor.row), column: Math.max(active.column, anchor.column) },
    ];
  }

  #within({ row, column }: Cell): Cell {
    return {
      row: Math.max(0, Math.min(row, this.rows.length - 1)),
      column: Math.max(0, Math.min(column, this.header.length - 1)),
    };
  }

  #scroll(event: Event): void {
    this.top = (event.currentTarget as HTMLElement).scrollTop;
  }

  #point(event: PointerEvent, row: number, column: number): void {
    if (event.target instanceof HTMLInputElement) return;
    event.preventDefault();
    this.#take();
    this.#isWanted = true;
    this.#move({ row, column }, event.shiftKey);
  }

  #move(to: Cell, isExtending: boolean): void {
    const before = this.active.row;
    this.active = this.#within(to);
    if (this.active.row !== before) this.#leave(before);
    if (!isExtending) this.anchor = this.active;
    this.#isWanted = true;
    const scroller = this.querySelector<HTMLElement>(".grid");
    if (!scroller) return;
    const top = this.active.row * rowHeight;
    const room = scroller.clientHeight - rowHeight * 2;
    if (top < scroller.scrollTop) scroller.scrollTop = top;
    else if (top > scroller.scrollTop + room) scroller.scrollTop = top - room;
    const left = this.#widths.slice(0, this.active.column).reduce((sum, one) => sum + one, 0);
    const width = this.#widths[this.active.column] ?? 0;
    if (left < scroller.scrollLeft) scroller.scrollLeft = left;
    else if (left + width + this.#headWidth > scroller.scrollLeft + scroller.clientWidth) {
      scroller.scrollLeft = left + width + this.#headWidth - scroller.clientWidth;
    }
  }

  /** Whoever listens may now take the row as a whole. */
  #leave(row: number): void {
    const left = this.rows[row]?.index;
    if (left !== undefined) this.dispatchEvent(new CustomEvent("leave", { detail: left }));
  }

  /** The cell that is written in is drawn anew at each step; who has left is seen once that is done. */
  #focusOut(): void {
    const { row } = this.active;
    setTimeout(() => {
      if (!this.contains(document.activeElement)) this.#leave(row);
    }, 100);
  }

  get #headWidth(): number {
    return this.rows.some(({ note }) => note !== undefined) ? noteWidth : numberWidth;
  }

  #valueAt({ row, column }: Cell): string {
    return this.rows[row]?.cells[column] ?? "";
  }

  #edit(value: string): void {
    this.#draft = value;
    this.editing = true;
    this.#isWanted = true;
  }

  #typed(event: Event): void {
    this.#draft = (event.currentTarget as HTMLInputElement).value;
    this.editing = true;
  }

  #left(): void {
    this.#take();
  }

  /** What was typed becomes the cell's. */
  #take(): void {
    if (!this.editing) return;
    this.editing = false;
    const { row, column } = this.active;
    if (this.#draft !== this.#valueAt(this.active)) this.#change([{ row, column, value: this.#draft }]);
    this.#draft = "";
  }

  /** Rows as they are shown become rows of the table; below the last, new ones. */
  #change(changes: readonly CellChange[]): void {
    const beyond = (row: number) => ({
      index: (this.rows.at(-1)?.index ?? -1) + 1 + row - this.rows.length,
      cells: [],
    });
    const detail = changes.flatMap(({ row, column, value }) => {
      const shown = this.rows[row] ?? beyond(row);
      const isNew = (shown.cells[column] ?? "") !== value;
      return this.#isOpen(column) && isNew ? [{ row: shown.index, column, value }] : [];
    });
    if (detail.length > 0) this.dispatchEvent(new CustomEvent("cells", { detail }));
  }

  #key(event: KeyboardEvent): void {
    if (event.isComposing) return;
    const { active } = this;
    const hasControl = event.ctrlKey || event.metaKey;
    if (this.editing) {
      if (event.key === "Escape") {
        this.editing = false;
        this.#draft = "";
      } else if (event.key === "Enter" || event.key === "Tab") {
        this.#take();
        const step = event.shiftKey ? -1 : 1;
        const isDown = event.key === "Enter";
        this.#move(
          { row: active.row + (isDown ? step : 0), column: active.column + (isDown ? 0 : step) },
          false,
        );
      } else return;
      event.preventDefault();
      return;
    }
    const page = Math.max(1, Math.floor(this.#height / rowHeight) - 2);
    const [lastRow, lastColumn] = [this.rows.length - 1, this.header.length - 1];
    const moves: Readonly<Record<string, Cell>> = {
      ArrowUp: { row: hasControl ? 0 : active.row - 1, column: active.column },
      ArrowDown: { row: hasControl ? lastRow : active.row + 1, column: active.column },
      ArrowLeft: { row: active.row, column: hasControl ? 0 : active.column - 1 },
      ArrowRight: { row: active.row, column: hasControl ? lastColumn : active.column + 1 },
      PageUp: { row: active.row - page, column: active.column },
      PageDown: { row: active.row + page, column: active.column },
      Home: { row: hasControl ? 0 : active.row, column: 0 },
      End: { row: hasControl ? lastRow : active.row, column: lastColumn },
    };
    const to = moves[event.key];
    if (to) this.#move(to, event.shiftKey);
    else if ((event.key === "Enter" || event.key === "F2") && this.#isOpen(active.column))
      this.#edit(this.#valueAt(active));
    else if (event.key === "Delete" || event.key === "Backspace") this.#change(this.#each(() => ""));
    else if (hasControl && event.key.toLowerCase() === "d") {
      const [from] = this.#corners();
      const isOne = this.active.row === this.anchor.row;
      const source = (column: number) => this.#valueAt({ row: isOne ? active.row - 1 : from.row, column });
      if (!isOne || active.row > 0) this.#change(this.#each(({ column }) => source(column)));
    } else if (hasControl && event.key.toLowerCase() === "a") {
      this.anchor = { row: 0, column: 0 };
      this.active = { row: lastRow, column: lastColumn };
    } else return;
    event.preventDefault();
  }

  #each(value: (cell: Cell) => string): CellChange[] {
    const [from, to] = this.#corners();
    const changes: CellChange[] = [];
    for (let row = from.row; row <= to.row; row += 1) {
      for (let column = from.column; column <= to.column; column += 1) {
        changes.push({ row, column, value: value({ row, column }) });
      }
    }
    return changes;
  }

  #copy(event: ClipboardEvent): void {
    if (this.editing) return;
    const [from, to] = this.#corners();
    const lines: string[] = [];
    for (let row = from.row; row <= to.row; row += 1) {
      const cells: string[] = [];
      for (let column = from.column; column <= to.column; column += 1) {
        const value = this.#valueAt({ row, column });
        cells.push(/[\t\n"]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value);
      }
      lines.push(cells.join("\t"));
    }
    event.clipboardData?.setData("text/plain", lines.join("\r\n"));
    event.preventDefault();
    if (event.type === "cut") this.#change(this.#each(() => ""));
  }

  #paste(event: ClipboardEvent): void {
    if (this.editing) return;
    event.preventDefault();
    const records = pasted(event.clipboardData?.getData("text/plain") ?? "");
    const [from] = this.#corners();
    const [only] = records[0] ?? [];
    if (records.length === 1 && records[0]?.length === 1 && only !== undefined) {
      this.#change(this.#each(() => only));
      return;
    }
    let lost = 0;
    const changes = records.flatMap((cells, down) =>
      cells.flatMap((value, right) => {
        const [row, column] = [from.row + down, from.column + right];
        const hasPlace = column < this.header.length && (this.canGrow || row < this.rows.length);
        const isTaken = hasPlace && this.#isOpen(column);
        if (!isTaken && value !== "" && value !== this.rows[row]?.cells[column]) lost += 1;
        return hasPlace ? [{ row, column, value }] : [];
      }),
    );
    this.#change(changes);
    // What finds no place is told, never dropped unsaid.
    if (lost > 0) this.dispatchEvent(new CustomEvent("lost", { detail: lost }));
  }
}

/** Text as Excel copies it: cells between tabs, rows between line ends, quoted where they hold either. */
function pasted(text: string): string[][] {
  const records: string[][] = [[]];
  let [cell, at, isQuoted] = ["", 0, false];
  const endCell = () => {
    records.at(-1)?.push(cell);
    cell = "";
  };
  for (; at < text.length; at += 1) {
    const letter = text.charAt(at);
    if (isQuoted) {
      if (letter !== '"') cell += letter;
      else if (text.charAt(at + 1) === '"') {
        cell += '"';
        at += 1;
      } else isQuoted = false;
    } else if (letter === '"' && cell === "") isQuoted = true;
    else if (letter === "\t") endCell();
    else if (letter === "\n") {
      endCell();
      records.push([]);
    } else if (letter !== "\r") cell += letter;
  }
  endCell();
  // The last line ends as all others do.
  const last = records.at(-1);
  if (records.length > 1 && last?.length === 1 && last[0] === "") records.pop();
  return records;
}

function widthOf(text: string): number {
  let width = 20;
  for (const letter of text.slice(0, 40)) width += letter > "\u02ff" ? 15 : 8;
  return width;
}

function markOf(issues: readonly Issue[] | undefined): string {
  if (!issues || issues.length === 0) return "";
  return issues.some(({ level }) => level === "error") ? "has-error" : "has-warning";
}

/** By a sign as well as by colour. */
function signOf(issues: readonly Issue[] | undefined): string {
  const mark = markOf(issues);
  return mark === "has-error" ? "✕ " : mark === "has-warning" ? "△ " : "";
}

function titleOf(issues: readonly Issue[] | undefined, language: Language): string {
  return (issues ?? []).map(({ message, advice }) => `${message[language]} ${advice[language]}`).join("\n");
}
