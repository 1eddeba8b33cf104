// Begin: choose a municipality by its name, or open what was begun before.

import { isMunicipalityCode } from "@shihyo/core";
import { isCityFile } from "@shihyo/publisher/pure";
import { html, nothing, type TemplateResult } from "lit";
import { readFolder } from "../work/folder.ts";
import type { Kept } from "../work/keep.ts";
import { part } from "../work/parts.ts";
import type { Bytes, FileMap } from "../worker/protocol.ts";
import { today, View } from "./view.ts";

interface Listed {
  readonly code: string;
  readonly name: string;
}

/** So many municipalities are shown of those that fit. */
const mostShown = 12;

export class BeginView extends View {
  static override properties = {
    ...View.properties,
    typed: { state: true },
    list: { state: true },
    chosen: { state: true },
    kept: { state: true },
  };
  declare typed: string;
  declare list: readonly Listed[];
  declare chosen: Listed | undefined;
  declare kept: Kept | undefined;
  #year = new Date().getFullYear() - 1;

  constructor() {
    super();
    this.typed = "";
    this.list = [];
    this.chosen = undefined;
    this.kept = undefined;
  }

  override async firstUpdated(): Promise<void> {
    this.kept = await this.desk.kept();
    const text = await part("municipalities");
    this.list = text
      .trim()
      .split("\n")
      .slice(1)
      .map((line) => {
        const [code = "", prefecture = "", name = ""] = line.split(",");
        return { code, name: prefecture + name };
      });
  }

  override render(): TemplateResult {
    const { desk } = this;
    return html`<h2>${desk.say("begin")}</h2>
      ${this.kept && !desk.isOpen ? this.#kept(this.kept) : nothing}
      <div class="columns">
        <section class="box" aria-labelledby="new-city">
          <h3 id="new-city">${desk.say("newCity")}</h3>
          <label for="municipality">${desk.say("municipality")}</label>
          <input id="municipality" autocomplete="off" aria-describedby="municipality-help" .value=${this.typed}
            @input=${(event: Event) => this.#type(this.at(event).value)}>
          <p id="municipality-help" class="quiet">${desk.say("municipalityHelp")}</p>
          <div role="status">${this.#found()}</div>
          <label for="first-year">${desk.say("year")}</label>
          <input id="first-year" type="number" min="1950" max="2100" .value=${String(this.#year)}
            @input=${(event: Event) => {
              this.#year = Number(this.at(event).value);
            }}>
          <p><button class="main" ?disabled=${!this.chosen} @click=${() => this.#start()}>
            ${this.chosen ? `${this.chosen.name}：` : ""}${desk.say("start")}</button></p>
        </section>
        <section class="box" aria-labelledby="open-city">
          <h3 id="open-city">${desk.say("openCity")}</h3>
          ${
            "showDirectoryPicker" in window
              ? html`<p><button @click=${() => this.#openFolder()}>${desk.say("openFolder")}</button></p>
          <p class="quiet">${desk.say("openFolderHelp")}</p>`
              : nothing
          }
          <label for="zip">${desk.say("openZip")}</label>
          <input id="zip" type="file" accept=".zip,application/zip" aria-describedby="zip-help"
            @change=${(event: Event) => this.#openZip(this.at(event))}>
          <p id="zip-help" class="quiet">${desk.say("openZipHelp")}</p>
        </section>
      </div>
      ${
        desk.isOpen
          ? html`<p><button @click=${() => this.#throwAway()}>${desk.say("throwAway")}</button></p>`
          : nothing
      }`;
  }

  #kept(kept: Kept): TemplateResult {
    const { desk } = this;
    return html`<section class="box note"><p>${desk.say("keptWork")}（${kept.name}）</p>
      <p><button class="main" @click=${() => desk.open(kept.name, kept.files, { folder: kept.folder, read: kept.read })}>${desk.say("goOn")}</button>
      <button @click=${() => this.#throwAway()}>${desk.say("throwAway")}</button></p></section>`;
  }

  #type(typed: string): void {
    this.typed = typed;
    this.chosen = this.#matches().find(({ code, name }) => code === typed || name === typed);
  }

  #matches(): readonly Listed[] {
    const typed = this.typed.normalize("NFKC").trim();
    if (typed === "") return [];
    return this.list.filter(({ code, name }) => name.includes(typed) || code.startsWith(typed));
  }

  #found(): TemplateResult | typeof nothing {
    const { desk, typed, chosen } = this;
    if (typed.trim() === "") return nothing;
    const matches = this.#matches();
    if (matches.length === 0) {
      const isWrong = /^\d{6}$/.test(typed) && !isMunicipalityCode(typed);
      return html`<p class="error-text">${isWrong ? desk.say("wrongDigit") : desk.say("noMunicipality")}</p>`;
    }
    return html`<ul class="choices">${matches.slice(0, mostShown).map(
      (one) =>
        html`<li><button aria-pressed=${one.code === chosen?.code} @click=${() => {
          this.chosen = one;
        }}>${one.name} <span class="code">${one.code}</span></button></li>`,
    )}</ul>${matches.length > mostShown ? html`<p class="quiet">… ${matches.length}</p>` : nothing}`;
  }

  async #start(): Promise<void> {
    if (!this.chosen) return;
    const { code, name } = this.chosen;
    const files = await this.desk.ask("newCity", {
      code,
      year: this.#year,
      date: today(),
      municipalities: await part("municipalities"),
    });
    if (!files) return;
    await this.desk.open(name, files, { freshCode: code });
  }

  async #openFolder(): Promise<void> {
    try {
      const folder = await window.showDirectoryPicker({ mode: "readwrite" });
      const files = await readFolder(folder, isCityFile);
      await this.#open(folder.name, files, folder);
    } catch (error) {
      // Whoever closes the browser's own dialog has changed his mind.
      if ((error as Error).name !== "AbortError") this.desk.fail(error);
    }
  }

  async #openZip(input: HTMLInputElement): Promise<void> {
    const [file] = input.files ?? [];
    if (!file) return;
    const bytes: Bytes = new Uint8Array(await file.arrayBuffer());
    const files = await this.desk.ask("unzip", { bytes });
    input.value = "";
    if (files) await this.#open(file.name.replace(/\.zip$/i, ""), tablesIn(files));
  }

  async #open(name: string, files: FileMap, folder?: FileSystemDirectoryHandle): Promise<void> {
    if (files.size === 0) {
      this.desk.note({ ja: this.desk.say("noTables"), en: this.desk.say("noTables") });
      return;
    }
    await this.desk.open(name, files, { folder });
  }

  async #throwAway(): Promise<void> {
    if (!window.confirm(this.desk.say("throwAwaySure"))) return;
    await this.desk.throwAway();
    this.kept = undefined;
  }
}

/** The city's tables wherever in a ZIP their folder lies. */
function tablesIn(files: FileMap): FileMap {
  const document = [...files.keys()].find((path) => /(?:^|\/)municipality\.json$/.test(path));
  const before = document?.slice(0, -"municipality.json".length) ?? "";
  const found = [...files].flatMap(([path, bytes]) =>
    path.startsWith(before) && isCityFile(path.slice(before.length))
      ? [[path.slice(before.length), bytes] as const]
      : [],
  );
  return new Map(found);
}
