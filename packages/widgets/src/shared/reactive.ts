// The least that an element needs to draw itself anew when an attribute or a property changes, many changes at once.
//
// It is what Lit's ReactiveElement does for us, in a fifth of its bytes: a page pays for every byte of kpi.js.

// biome-ignore-all lint/complexity/noThisInStatic: the class that is registered is meant, not this one.

import { place } from "./base.ts";

/** By name; each is an attribute of the same name as well. A reflected one is the element's own to write. */
export type PropertyDeclarations = Readonly<Record<string, { readonly reflect?: boolean }>>;

// Where there is no page the classes are there all the same.
const Base = (globalThis.HTMLElement ?? Object) as typeof HTMLElement;

const sheets = new Map<string, CSSStyleSheet>();
const listening = new WeakMap<object, readonly string[]>();

export abstract class Reactive extends Base {
  static properties: PropertyDeclarations;
  static styles = "";

  /** Read once, when the element is registered: then its properties begin to listen. */
  static get observedAttributes(): readonly string[] {
    const before = listening.get(this);
    if (before) return before;
    const names: string[] = [];
    for (let one = this; one.properties; one = Object.getPrototypeOf(one)) {
      for (const name in one.properties) if (names.indexOf(name) < 0) names.push(name);
    }
    for (const name of names) {
      Object.defineProperty(this.prototype, name, {
        configurable: true,
        enumerable: true,
        get(this: Reactive) {
          return this.#values[name];
        },
        set(this: Reactive, value: unknown) {
          if (this.#values[name] === value) return;
          this.#values[name] = value;
          this.requestUpdate();
        },
      });
    }
    listening.set(this, names);
    return names;
  }

  readonly #values: Record<string, unknown> = {};
  /** What a page set before the element was registered. */
  readonly #early: Record<string, unknown> = {};
  #isWaiting = false;
  renderRoot!: ShadowRoot;

  constructor() {
    super();
    for (const name of (this.constructor as typeof Reactive).observedAttributes) {
      if (!Object.hasOwn(this, name)) continue;
      this.#early[name] = this[name as keyof this];
      delete this[name as keyof this];
    }
  }

  connectedCallback(): void {
    if (this.renderRoot) return;
    this.renderRoot = this.createRenderRoot();
    this.#isWaiting = false;
    this.requestUpdate();
  }

  disconnectedCallback(): void {}

  attributeChangedCallback(name: string, _: string | null, value: string | null): void {
    // The state is told, not taken.
    if (name !== "state") Object.assign(this, { [name]: value ?? "" });
  }

  /** Draws once for all changes until then; nothing before the element has stood on a page. */
  requestUpdate(): void {
    if (this.#isWaiting) return;
    this.#isWaiting = true;
    if (!this.renderRoot) return;
    queueMicrotask(() => {
      // What is worked out before drawing is no reason to draw once more.
      this.willUpdate();
      this.#isWaiting = false;
      this.update();
    });
  }

  protected createRenderRoot(): ShadowRoot {
    Object.assign(this, this.#early);
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

  protected abstract willUpdate(): void;
  protected abstract update(): void;
}
