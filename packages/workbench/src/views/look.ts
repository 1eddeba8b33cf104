// See it: the real pages as they will be published, in each language and on a phone's width, before anybody else sees them.

import { marks, readerFolder, readers, readersOf, writing } from "@shihyo/core";
import { html, nothing, type TemplateResult } from "lit";
import { pageText } from "../work/trusted.ts";
import type { PreviewPage } from "../worker/protocol.ts";
import { viewWith } from "./view.ts";

const folders = readers.map(readerFolder);

export class LookView extends viewWith({
  path: "index.html",
  reader: "",
  isPhone: false,
  /** The page that stands in the frame. */
  shown: "",
}) {
  #made: string[] = [];
  #wanted = "";

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    for (const address of this.#made) URL.revokeObjectURL(address);
    this.#made = [];
    this.#wanted = "";
  }

  override render(): TemplateResult {
    const { desk } = this;
    if (!desk.isOpen) return html`<h2>${desk.say("look")}</h2><p>${desk.say("nothingOpen")}</p>`;
    if (!desk.opened?.city)
      return html`<h2>${desk.say("look")}</h2><p class="error-text">${desk.say("notWithErrors")}</p>`;
    if (!desk.published) {
      return html`<h2>${desk.say("look")}</h2><p>${desk.say("makeFirst")}</p>
        <p><button class="main" ?disabled=${desk.task !== undefined} @click=${() => desk.publish()}>${desk.say("makeFiles")}</button></p>`;
    }
    void this.#show();
    return html`<h2>${desk.say("look")}</h2>
      <div class="bar">
        <label>${desk.say("page")} <select @change=${(event: Event) => {
          this.path = this.at(event).value;
        }}><option value="index.html" ?selected=${this.path === "index.html"}>${desk.say("landing")}</option>${this.#indicators().map(
          ([id, name]) =>
            html`<option value="indicators/${id}/index.html" ?selected=${this.path === `indicators/${id}/index.html`}>${id} ${name}</option>`,
        )}</select></label>
        <label>${desk.say("reader")} <select @change=${(event: Event) => {
          this.reader = this.at(event).value;
        }}>${readersOf(desk.opened.city).map((reader) => html`<option value=${readerFolder(reader)} lang=${marks[reader].tag}>${writing[reader].name}</option>`)}</select></label>
        <fieldset><legend>${desk.say("width")}</legend>${[false, true].map(
          (isPhone) =>
            html`<label><input type="radio" name="width" .checked=${this.isPhone === isPhone} @change=${() => {
              this.isPhone = isPhone;
            }}> ${desk.say(isPhone ? "phone" : "wide")}</label> `,
        )}</fieldset>
      </div>
      ${this.shown === "" ? nothing : html`<iframe class=${this.isPhone ? "phone" : "wide"} title=${desk.say("preview")} sandbox="allow-scripts allow-same-origin" .srcdoc=${this.shown} @load=${this.#follow}></iframe>`}`;
  }

  /** A link to another page of the folder shows that page here; what leads elsewhere stays where it is. */
  #follow(event: Event): void {
    const { contentDocument } = event.currentTarget as HTMLIFrameElement;
    contentDocument?.addEventListener("click", (click) => {
      // Cards stand in trees of their own.
      const link = click.composedPath().find((one) => one instanceof Object && "href" in one);
      const address = (link as { getAttribute?(name: string): string | null } | undefined)?.getAttribute?.(
        "href",
      );
      if (!address || address.startsWith("#")) return;
      click.preventDefault();
      const { origin, pathname } = new URL(address, `https://published.invalid/${this.reader}${this.path}`);
      if (origin !== "https://published.invalid" || !/(?:\/|\.html)$/.test(pathname)) return;
      const path = pathname.slice(1).replace(/(^|\/)$/, "$1index.html");
      this.reader = folders.find((folder) => folder !== "" && path.startsWith(folder)) ?? "";
      this.path = path.slice(this.reader.length);
    });
  }

  #indicators(): readonly (readonly [string, string])[] {
    const table = this.desk.opened?.tables.find(({ file }) => file === "indicators.csv");
    if (!table) return [];
    const [id, name] = [table.header.indexOf("ID"), table.header.indexOf("名称")];
    return table.rows
      .map(({ cells }) => [cells[id] ?? "", cells[name] ?? ""] as const)
      .filter(([one]) => one !== "");
  }

  async #show(): Promise<void> {
    const wanted = this.reader + this.path;
    if (this.#wanted === wanted) return;
    this.#wanted = wanted;
    const page = await this.desk.ask("page", { path: wanted });
    if (!page || this.#wanted !== wanted) return;
    this.shown = this.#put(page);
  }

  /** The page, with its files at addresses that this browser window alone can read. */
  #put({ html: text, assets }: PreviewPage): string {
    const made = (content: string, type: string) => {
      const address = URL.createObjectURL(new Blob([content], { type: `${type};charset=utf-8` }));
      this.#made.push(address);
      return address;
    };
    const addresses = new Map(assets.map((asset) => [asset.mark, made(asset.text, asset.type)]));
    const whole = text.replace(/"(shihyo-asset:[^"]*)"/g, (all, mark: string) => {
      const address = addresses.get(mark);
      if (address === undefined) return all;
      // By its name in the address kpi.js sees that the page brings a neighbour, and does not load it itself.
      const neighbour = /\/kpi-[a-z]+\.js$/.exec(mark)?.[0];
      return `"${address}${neighbour ? `#${neighbour}` : ""}"`;
    });
    return pageText(whole);
  }
}
