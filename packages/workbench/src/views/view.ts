// What every view of the page shares: it looks at the desk, and draws itself anew when the desk changes.

import { LitElement } from "lit";
import type { Desk } from "../work/desk.ts";
import { WorkFailure } from "../work/worker-client.ts";
import type { Bytes } from "../worker/protocol.ts";

/** An element with a state of its own, as it is at first; a change of it draws the element anew. */
export function withState<State extends object>(
  base: typeof LitElement,
  initial: State,
): new () => LitElement & State {
  const names = Object.keys(initial).map((name) => [name, { state: true }] as const);
  class WithState extends base {
    static override properties = { ...base.properties, ...Object.fromEntries(names) };

    constructor() {
      super();
      Object.assign(this, initial);
    }
  }
  return WithState as unknown as new () => LitElement & State;
}

/** Without a shadow root: labels, headings and style belong to one page. */
export class DeskView extends LitElement {
  static override properties = { desk: { attribute: false } };
  declare desk: Desk;
  readonly #redraw = () => this.requestUpdate();
  #watched: Desk | undefined;

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override willUpdate(): void {
    if (this.#watched === this.desk) return;
    this.#watched?.removeEventListener("change", this.#redraw);
    this.#watched = this.desk;
    this.desk.addEventListener("change", this.#redraw);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#watched?.removeEventListener("change", this.#redraw);
    this.#watched = undefined;
  }

  /** To another step, as the buttons at the top do. */
  protected go(step: string): void {
    this.dispatchEvent(new CustomEvent("wb-step", { detail: step, bubbles: true }));
  }

  protected at(event: Event): HTMLInputElement {
    return event.currentTarget as HTMLInputElement;
  }
}

export function viewWith<State extends object>(initial: State): new () => DeskView & State {
  return withState(DeskView, initial) as new () => DeskView & State;
}

export interface DroppedFile {
  readonly name: string;
  readonly bytes: Bytes;
}

/** No table or report is as large; what is kept between visits may be 130 MB in Chromium. */
const largest = 100_000_000;

/**
 * Files that were chosen or dropped; a folder among them has no bytes and is left. One of more than `most` bytes is
 * not read, and `desk` says so.
 */
export async function dropped(
  list: FileList | null | undefined,
  desk: Desk,
  most = largest,
): Promise<DroppedFile[]> {
  const tooLarge = [...(list ?? [])].find(({ size }) => size > most);
  if (tooLarge) {
    const size = Math.ceil(tooLarge.size / 1_000_000);
    desk.fail(
      new WorkFailure({
        ja: `${tooLarge.name} は大きすぎて読めません（${size} MB、${most / 1_000_000} MBまで）。表のあるシートだけのファイルにしてください。`,
        en: `${tooLarge.name} is too large to be read (${size} MB; up to ${most / 1_000_000} MB). Keep only the sheets that hold tables.`,
      }),
    );
  }
  const read = await Promise.all(
    [...(list ?? [])].map(async (file) => {
      if (file.size > most) return [];
      const buffer = await file.arrayBuffer().catch(() => undefined);
      return buffer ? [{ name: file.name, bytes: new Uint8Array(buffer) }] : [];
    }),
  );
  return read.flat();
}
