// The least that an element needs to draw itself anew when an attribute or a property changes, many changes at once.
//
// It is what Lit's ReactiveElement does for us, in a fifth of its bytes: a page pays for every byte of kpi.js.

// biome-ignore-all lint/complexity/noThisInStatic: the class that is registered is meant, not this one.

import { place } from "./base.ts";

// Where there is no page the classes are there all the same.
const Base = (globalThis.HTMLElement ?? Object) as typeof HTMLElement;

const sheets = new Map<string, CSSStyleSheet>();

export abstract class Reactive extends Base {
  /** The names of its properties, each an attribute of the same name as well. */
  declare static readonly properties: readonly string[];
  declare static readonly styles: string;

  /** Read once, when the element is registered: then its properties begin to listen. */
  static get observedAttributes(): readonly string[] {
    const names = this.properties;
    for (const name of names) {
      Object.defineProperty(this.prototype, name, {
        configurable: true,
        get(this: Reactive) {
          return this.#values[name] ?? "";
        },
        set(this: Reactive, value: unknown) {
          if (this.#values[name] === value) return;
          this.#values[name] = value;
          this.redraw();
        },
      });
    }
    return names;
  }

  readonly #values: Record<string, unknown> = {};
  #isWaiting = false;
  root!: ShadowRoot;

  constructor() {
    super();
    for (const name of (this.constructor as typeof Reactive).properties) {
      // What a page set before the element was registered.
      const key = name as keyof this;
      const early = Object.hasOwn(this, name) && this[key];
      delete this[key];
      if (early) this[key] = early;
    }
  }

  connectedCallback(): void {
    if (this.root) return;
    // Chromium tells nothing of the attributes of an element that an XHTML page brings.
    for (const name of (this.constructor as typeof Reactive).properties) {
      const key = name as "title";
      this[key] ||= this.getAttribute(name) ?? "";
    }
    this.root = this.makeRoot();
    this.#isWaiting = false;
    this.redraw();
  }

  disconnectedCallback(): void {}

  attributeChangedCallback(name: string, _: string | null, value: string | null): void {
    if (name !== "state") Object.assign(this, { [name]: value ?? "" });
    // It is told, not taken; what morphs the page takes away what the page did not write.
    else if (value !== this.#values[name]) this.setAttribute(name, `${this.#values[name]}`);
  }

  /** Draws once for all changes until then; nothing before the element has stood on a page. */
  redraw(): void {
    if (this.#isWaiting) return;
    this.#isWaiting = true;
    if (!this.root) return;
    queueMicrotask(() => {
      // What is worked out before drawing is no reason to draw once more.
      this.prepare();
      this.#isWaiting = false;
      this.draw();
    });
  }

  protected makeRoot(): ShadowRoot {
    const root = this.shadowRoot ?? this.attachShadow({ mode: "open" });
    const { styles } = this.constructor as typeof Reactive;
    try {
      let sheet = sheets.get(styles);
      if (!sheet) {
        sheet = new CSSStyleSheet();
        sheet.replaceSync(styles);
        sheets.set(styles, sheet);
      }
      root.adoptedStyleSheets = [sheet];
    } catch {
      // Safari before 16.4.
      const style = document.createElement("style");
      style.nonce = place.nonce;
      style.textContent = styles;
      root.append(style);
    }
    return root;
  }

  protected abstract prepare(): void;
  protected abstract draw(): void;
}
