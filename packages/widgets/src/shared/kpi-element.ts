// What every element does: ask for its data, keep the page's own text until it has come, then draw it.

import type { Reader } from "@shihyo/core";
import { pageFolder } from "../kpi-card/card-markup.ts";
import { forReader } from "../markup/mark-japanese.ts";
import { appendMarkup } from "../markup/to-dom.ts";
import { type Markup, tag } from "../markup/tree.ts";
import { onAgain } from "./again.ts";
import { baseOf } from "./base.ts";
import { type DataScriptFile, dataFile, type Failure } from "./data.ts";
import { Reactive } from "./reactive.ts";
import { readerOf } from "./reader.ts";
import { missing } from "./words.ts";

/** The elements that stand on the page now. */
export const live = new Set<KpiElement>();

let isWatching = false;

/** One listener serves all elements. A changed `lang` anywhere on the page: who speaks another language now is drawn anew. */
function watchPage(): void {
  if (isWatching) return;
  isWatching = true;
  new MutationObserver(() => {
    for (const one of live) one.follow();
  }).observe(document, { subtree: true, attributeFilter: ["lang"] });
  addEventListener("beforeprint", () => {
    for (const one of live) one.beforePrint();
  });
}

onAgain(() => {
  for (const one of live) one.askAgain();
});

export type LoadState = "waiting" | "loaded" | Failure;

function drawing(markup: Markup): DocumentFragment {
  const drawn = document.createDocumentFragment();
  appendMarkup(drawn, markup);
  return drawn;
}

/**
 * An element of ours says where its data lies (`folder`) and what it shows of them (`markup`); the rest is here.
 *
 * @fires kpi-load - The data have come and are drawn.
 * @fires kpi-error - There are no data; `detail.reason` is `not-found`, `offline` or `malformed`.
 */
export abstract class KpiElement<File extends DataScriptFile = DataScriptFile> extends Reactive {
  static override get properties(): readonly string[] {
    return ["src", "state"];
  }

  /** The published folder, where it is not the one that the script came from. */
  src!: string;

  /** How far it is: `waiting`, `loaded`, `not-found`, `offline` or `malformed`. */
  state!: LoadState;

  protected file: File | undefined;

  #asked = "";
  /** The state that was told last. */
  #told: LoadState = "waiting";
  #reader: Reader | undefined;
  /** Where the keyboard's focus stands, by the part or the tag's name, also while the element is moved. */
  #focused = "";
  #drawn: DocumentFragment | undefined;
  #isPrerendered = false;
  #styles: readonly Element[] = [];

  /** Where below the base the data lie: `indicators/K0002/`; empty while nothing is asked for. */
  protected abstract folder(): string;

  /** What to show; `undefined` where the data have nothing to show (a year that is not among them). */
  protected abstract markup(file: File, reader: Reader): Markup | undefined;

  /** The page that tells more of what is shown: the reader's own, where the city has one. */
  protected pageFor(reader: Reader): string {
    return `${baseOf(this.src)}${pageFolder((this.file ?? {}) as object, reader)}${this.folder()}index.html`;
  }

  constructor() {
    super();
    this.state = "waiting";
  }

  protected override makeRoot(): ShadowRoot {
    this.#isPrerendered = Boolean(this.shadowRoot?.firstChild);
    const root = super.makeRoot();
    // Where sheets cannot be adopted (Safari before 16.4) the look is a `<style>`, to be kept at every drawing.
    if (!this.#isPrerendered) this.#styles = [...root.children];
    root.addEventListener("focusin", ({ target }) => {
      this.#focused = (target as Element).localName;
    });
    root.addEventListener("focusout", () => this.#forgetFocus());
    return root;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    live.add(this);
    watchPage();
    // Moved to another place, it may stand in another language.
    this.follow();
    // A browser takes the focus from what is moved, and tells nobody.
    if (this.#focused) this.focusOn(this.#focused);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    live.delete(this);
    this.#forgetFocus();
  }

  /** Later than what moves an element takes it out and puts it in again. */
  #forgetFocus(): void {
    queueMicrotask(() => {
      if (!this.isConnected || !this.shadowRoot?.activeElement) this.#focused = "";
    });
  }

  /** Nothing is drawn anew, and so nothing closed, for a reader who stays the same. */
  follow(): void {
    if (this.#reader && this.#reader !== readerOf(this)) this.redraw();
  }

  /** What paper shows and the screen has not drawn yet. */
  beforePrint(): void {}

  askAgain(): void {
    if (!this.file && this.#asked) void this.#load();
  }

  /** The first thing of that name that takes the focus. */
  focusOn(name: string): void {
    this.root
      .querySelector<HTMLElement>(`${name}:is(a, summary, [tabindex])`)
      ?.focus({ preventScroll: true });
  }

  /** Somebody had the details open before they were drawn anew. */
  protected opened(): void {}

  /** What an update changes of the state belongs before it: afterwards it would be a reason to draw once more. */
  protected override prepare(): void {
    const folder = this.folder();
    const key = folder && baseOf(this.src) + folder;
    if (key !== this.#asked) {
      this.#asked = key;
      this.file = undefined;
      this.state = "waiting";
      if (key) void this.#load();
    }
    this.#drawn = this.file && this.#made(this.file, readerOf(this));
    if (this.#drawn) this.state = "loaded";
  }

  async #load(): Promise<void> {
    const key = this.#asked;
    const found = await dataFile(baseOf(this.src), this.folder());
    // Something else may have been asked for meanwhile.
    if (key !== this.#asked) return;
    if (typeof found === "string") this.state = found;
    else {
      this.file = found as File;
      this.redraw();
    }
  }

  #tell(): void {
    const { state } = this;
    this.setAttribute("state", state);
    if (state === this.#told) return;
    this.#told = state;
    if (state === "waiting") return;
    const isLoaded = state === "loaded";
    const detail = isLoaded ? { id: this.#asked } : { reason: state };
    this.dispatchEvent(
      new CustomEvent(isLoaded ? "kpi-load" : "kpi-error", { bubbles: true, composed: true, detail }),
    );
  }

  protected override draw(): void {
    const root = this.root;
    // What was drawn before the script came is shown on; otherwise the page's own text is.
    if (this.#drawn || !this.#isPrerendered) {
      const focused = this.#focused;
      const wasOpen = root.querySelector("details")?.open;
      root.replaceChildren(...this.#styles, this.#drawn ?? this.#ownOfPage());
      this.#isPrerendered = false;
      const details = root.querySelector("details");
      if (wasOpen && details) {
        details.open = true;
        this.opened();
      }
      if (focused) this.focusOn(focused);
    }
    this.#tell();
  }

  /** The page's own text, or where it has none, what cannot be shown. */
  #ownOfPage(): DocumentFragment {
    const isWaiting = this.state === "waiting";
    const id = this.folder().split("/")[1];
    const reader = readerOf(this);
    return drawing([
      isWaiting && tag("div", { class: "hold" }),
      tag(
        "slot",
        {},
        !isWaiting &&
          id &&
          tag(
            "p",
            { class: "missing" },
            tag("a", { href: this.pageFor(reader) }, decodeURIComponent(id) + missing[reader]),
          ),
      ),
    ]);
  }

  /** Whatever is in the data, a card is drawn whole or not at all. */
  #made(file: File, reader: Reader): DocumentFragment | undefined {
    this.#reader = reader;
    let reason: Failure = "not-found";
    try {
      const markup = this.markup(file, reader);
      if (markup) return drawing(forReader(markup, reader));
    } catch {
      reason = "malformed";
    }
    this.file = undefined;
    this.state = reason;
    return undefined;
  }
}
