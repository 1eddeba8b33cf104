// Begin: choose a municipality by its name, or open what was begun before.

import { isMunicipalityCode, municipalityCheckDigit } from "@shihyo/core";
import { isCityFile, municipalitiesIn, today } from "@shihyo/publisher/pure";
import { html, nothing, type TemplateResult } from "lit";
import { readFolder } from "../work/folder.ts";
import type { Kept } from "../work/keep.ts";
import { filesOf, part } from "../work/parts.ts";
import { municipalitiesText, practiceCode, practiceReport } from "../work/practice.ts";
import type { Bytes, FileMap } from "../worker/protocol.ts";
import { viewWith } from "./view.ts";

interface Listed {
  readonly code: string;
  readonly prefecture: string;
  /** With its prefecture. */
  readonly name: string;
  /** The whole name in hiragana. */
  readonly reading: string;
}

/** So many municipalities are shown of those that fit. */
const mostShown = 12;
const mostOfPrefecture = 250;

export class BeginView extends viewWith({
  typed: "",
  /** Only this prefecture's are shown; all where it is empty. */
  prefecture: "",
  list: [] as readonly Listed[],
  chosen: undefined as Listed | undefined,
  kept: undefined as Kept | undefined,
  /** What a body is called whose code is in no list, with its prefecture. */
  unlistedName: "",
}) {
  #year = new Date().getFullYear() - 1;

  override async firstUpdated(): Promise<void> {
    this.kept = await this.desk.kept();
    const listed = municipalitiesIn(await part("municipalities"));
    const prefectures = new Map<string, string>();
    for (const { prefecture, name, reading } of listed.values())
      if (name === "") prefectures.set(prefecture, reading);
    this.list = [...listed.values()].map(({ code, prefecture, name, reading }) => ({
      code,
      prefecture,
      name: prefecture + name,
      reading: `${name === "" ? "" : prefectures.get(prefecture)}${reading}`,
    }));
  }

  override render(): TemplateResult {
    const { desk } = this;
    return html`<h2>${desk.say("begin")}</h2>
      ${this.kept && !desk.isOpen ? this.#kept(this.kept) : nothing}
      <div class="columns">
        <section class="box" aria-labelledby="new-city">
          <h3 id="new-city">${desk.say("newCity")}</h3>
          <p><label>${desk.say("prefecture")} <select id="prefecture" @change=${(event: Event) => {
            this.prefecture = this.at(event).value;
            this.chosen = undefined;
          }}><option value="">${desk.say("everyPrefecture")}</option>${[...new Set(this.list.map(({ prefecture }) => prefecture))].map((one) => html`<option value=${one} ?selected=${one === this.prefecture}>${one}</option>`)}</select></label></p>
          <label for="municipality">${desk.say("municipality")}</label>
          <input id="municipality" autocomplete="off" aria-describedby="municipality-help" .value=${this.typed}
            @input=${(event: Event) => this.#type(this.at(event).value)}>
          <p id="municipality-help" class="quiet">${desk.say("municipalityHelp")}</p>
          <div role="status">${this.#found()}</div>
          ${this.#unlistedCode() === undefined ? nothing : this.#nameField()}
          <label for="first-year">${desk.say("year")}</label>
          <input id="first-year" type="number" min="1950" max="2100" .value=${String(this.#year)}
            @input=${(event: Event) => {
              this.#year = Number(this.at(event).value);
            }}>
          <p><button class="main" ?disabled=${!this.#body()} @click=${() => this.#start()}>
            ${this.#body() ? `${this.#body()?.name}：` : ""}${desk.say("start")}</button></p>
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
        <section class="box" aria-labelledby="first-visit">
          <h3 id="first-visit">${desk.say("firstVisit")}</h3>
          <p class="quiet">${desk.say("firstVisitHelp")}</p>
          <p><button id="practise" @click=${() => this.#practise()}>${desk.say("practise")}</button></p>
          <p><button id="sample" @click=${() => this.#sample()}>${desk.say("sample")}</button></p>
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
      <p><button class="main" @click=${() => desk.open(kept.name, kept.files, kept)}>${desk.say("goOn")}</button>
      <button @click=${() => this.#throwAway()}>${desk.say("throwAway")}</button></p></section>`;
  }

  #type(typed: string): void {
    this.typed = typed;
    this.chosen = this.#matches().find(({ code, name }) => code === typed || name === typed);
  }

  /** Every word that was typed is in the name or in its reading, or the code begins with it. */
  #matches(): readonly Listed[] {
    const words = this.typed.normalize("NFKC").trim().split(/\s+/).filter(Boolean);
    if (words.length === 0 && this.prefecture === "") return [];
    return this.list.filter(
      ({ code, name, reading, prefecture }) =>
        (this.prefecture === "" || prefecture === this.prefecture) &&
        words.every(
          (word) => name.includes(word) || code.startsWith(word) || reading.includes(hiragana(word)),
        ),
    );
  }

  #found(): TemplateResult | typeof nothing {
    const { desk, typed, chosen, prefecture } = this;
    if (typed.trim() === "" && prefecture === "") return nothing;
    const matches = this.#matches();
    if (matches.length === 0 && this.#unlistedCode() !== undefined)
      return html`<p>${desk.say("unlistedCode")}</p>`;
    if (matches.length === 0) return html`<p class="error-text">✕ ${this.#whyNone()}</p>`;
    // A prefecture that was chosen is gone through whole.
    const shown = prefecture === "" ? mostShown : mostOfPrefecture;
    return html`<ul class="choices">${matches.slice(0, shown).map(
      (one) =>
        html`<li><button aria-pressed=${one.code === chosen?.code} @click=${() => {
          this.chosen = one;
        }}>${one.name} <span class="code">${one.code}</span></button></li>`,
    )}</ul>${matches.length > shown ? html`<p class="quiet">… ${matches.length - shown}　${desk.say("narrow")}</p>` : nothing}`;
  }

  /** The code that was typed, where it is a right one and in no list: of 組合, 広域連合. */
  #unlistedCode(): string | undefined {
    const typed = this.typed.normalize("NFKC").trim();
    return isMunicipalityCode(typed) && this.list.every(({ code }) => code !== typed) ? typed : undefined;
  }

  #nameField(): TemplateResult {
    return html`<p><label for="unlisted-name">${this.desk.say("unlistedName")}</label>
      <input id="unlisted-name" autocomplete="off" .value=${this.unlistedName}
        @input=${(event: Event) => {
          this.unlistedName = this.at(event).value;
        }}></p>`;
  }

  /** Who begins: what was chosen of the list, or a body that is in none and was named. */
  #body(): { readonly code: string; readonly name: string } | undefined {
    const code = this.#unlistedCode();
    const name = this.unlistedName.trim();
    return this.chosen ?? (code !== undefined && name !== "" ? { code, name } : undefined);
  }

  /** A code whose last digit is wrong is told with the right one, and whose it would be. */
  #whyNone(): string {
    const { desk } = this;
    const typed = this.typed.normalize("NFKC").trim();
    if (/^\d{6}$/.test(typed) && !isMunicipalityCode(typed)) {
      const right = `${typed.slice(0, 5)}${municipalityCheckDigit(typed.slice(0, 5))}`;
      const whose = this.list.find(({ code }) => code === right)?.name;
      return `${desk.say("wrongDigit")}${whose === undefined ? "" : `${desk.say("rightDigit")}${right} ${whose}`}`;
    }
    return desk.say("noMunicipality");
  }

  async #sample(): Promise<void> {
    const sample = await part("sample");
    await this.desk.open(sample.name, filesOf(sample));
  }

  async #practise(): Promise<void> {
    const files = await this.#newCity({ code: practiceCode });
    if (!files) return;
    const report = { files: [practiceReport()], answers: new Map(), before: [] };
    await this.desk.open("見本市", files, { freshCode: practiceCode, report });
  }

  async #start(): Promise<void> {
    const body = this.#body();
    if (!body) return;
    const { code, name } = body;
    const files = await this.#newCity({ code, name });
    if (files) await this.desk.open(name, files, { freshCode: code });
  }

  async #newCity(body: { readonly code: string; readonly name?: string }): Promise<FileMap | undefined> {
    const municipalities = await municipalitiesText();
    return this.desk.ask("newCity", { ...body, year: this.#year, date: today(), municipalities });
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

/** Katakana as hiragana, which the readings are in. */
function hiragana(text: string): string {
  return text.replace(/[ァ-ヶ]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) - 0x60));
}
