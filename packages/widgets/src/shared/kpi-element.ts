// What every element does: ask for its data, keep the page's own text until it has come, then draw it.

import { type PropertyDeclarations, ReactiveElement } from "@lit/reactive-element";
import type { Reader } from "@shihyo/core";
import { forReader } from "../markup/mark-japanese.ts";
import { appendMarkup } from "../markup/to-dom.ts";
import { type Markup, tag } from "../markup/tree.ts";
import { baseOf } from "./base.ts";
import { type DataFile, dataFile, type Failure } from "./data.ts";
import { readerOf } from "./reader.ts";

export type State = "waiting" | "loaded" | Failure;

/** What stands in place of an element that has neither data nor a text of the page's own. */
const missing: Readonly<Record<Reader, (id: string) => string>> = {
  ja: (id) => `${id}を表示できません`,
  en: (id) => `${id} cannot be shown`,
  easy: (id) => `${id}を 見せることが できません`,
};

/**
 * An element of ours says where its data lies (`folder`) and what it shows of them (`markup`); the rest is here.
 *
 * @fires kpi-load - The data have come and are drawn.
 * @fires kpi-error - There are no data; `detail.reason` is `not-found`, `offline` or `malformed`.
 */
export abstract class KpiElement<File extends DataFile = DataFile> extends ReactiveElement {
  static override properties: PropertyDeclarations = { src: {}, state: { reflect: true } };

  /** The published folder, where it is not the one that the script came from. */
  src = "";

  /** How far it is: `waiting`, `loaded`, `not-found`, `offline` or `malformed`. */
  state: State = "waiting";

  protected file: File | undefined;

  private asked = "";
  private drawn: DocumentFragment | undefined;
  private isPrerendered = false;
  private styles: readonly Element[] = [];

  /** Where below the base the data lie: `indicators/K0002/`; empty while nothing is asked for. */
  protected abstract folder(): string;

  /** What to show; `undefined` where the data have nothing to show (a year that is not among them). */
  protected abstract markup(file: File, reader: Reader): Markup | undefined;

  /** The page that tells more of what is shown. */
  protected get page(): string {
    return `${baseOf(this.src)}${this.folder()}index.html`;
  }

  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    this.isPrerendered = Boolean(this.shadowRoot?.firstChild);
    const root = super.createRenderRoot();
    // Where sheets cannot be adopted (Safari before 16.4) the look is a `<style>`, to be kept at every drawing.
    if (!this.isPrerendered) this.styles = [...root.children];
    return root;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    // Moved to another place, it may stand in another language.
    if (this.file) this.requestUpdate();
  }

  /** What an update changes of the state belongs before it: afterwards it would be a reason to draw once more. */
  protected override willUpdate(): void {
    const folder = this.folder();
    const key = folder && baseOf(this.src) + folder;
    if (key !== this.asked) {
      this.asked = key;
      this.file = undefined;
      this.state = "waiting";
      if (key) void this.load(folder, key);
    }
    this.drawn = this.file && this.draw(this.file, readerOf(this));
    if (this.drawn) this.state = "loaded";
  }

  private async load(folder: string, key: string): Promise<void> {
    const found = await dataFile(baseOf(this.src), folder);
    // Something else may have been asked for meanwhile.
    if (key !== this.asked) return;
    if (typeof found === "string") {
      this.fail(found);
      if (found === "offline") {
        addEventListener("online", () => key === this.asked && void this.load(folder, key), { once: true });
      }
    } else {
      this.file = found as File;
      this.requestUpdate();
    }
  }

  private fail(reason: Failure): void {
    this.file = undefined;
    this.state = reason;
    this.tell("kpi-error", { reason });
  }

  private tell(name: string, detail: object): void {
    this.dispatchEvent(new CustomEvent(name, { bubbles: true, composed: true, detail }));
  }

  protected override update(changed: Map<PropertyKey, unknown>): void {
    super.update(changed);
    if (this.drawn) {
      (this.renderRoot as ShadowRoot).replaceChildren(...this.styles, this.drawn);
      this.isPrerendered = false;
      if (changed.has("state")) this.tell("kpi-load", { id: this.asked });
    } else if (!this.isPrerendered) {
      // What was drawn before the script came is shown on; otherwise the page's own text is.
      const id = this.state !== "waiting" && this.folder().split("/")[1];
      const own = document.createDocumentFragment();
      appendMarkup(own, [
        this.state === "waiting" && tag("div", { class: "hold" }),
        tag("slot", {}, id && tag("a", { href: this.page }, missing[readerOf(this)](decodeURIComponent(id)))),
      ]);
      (this.renderRoot as ShadowRoot).replaceChildren(...this.styles, own);
    }
  }

  /** Whatever is in the data, a card is drawn whole or not at all. */
  private draw(file: File, reader: Reader): DocumentFragment | undefined {
    const drawn = document.createDocumentFragment();
    let reason: Failure = "not-found";
    try {
      const markup = this.markup(file, reader);
      if (markup) {
        appendMarkup(drawn, forReader(markup, reader));
        return drawn;
      }
    } catch {
      reason = "malformed";
    }
    this.fail(reason);
    return undefined;
  }
}
