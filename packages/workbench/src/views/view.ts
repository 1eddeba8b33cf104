// What every view of the page shares: it looks at the desk, and draws itself anew when the desk changes.

import { LitElement } from "lit";
import type { Desk } from "../work/desk.ts";
import type { Bytes } from "../worker/protocol.ts";

/** Without a shadow root: labels, headings and style belong to one page. */
export class View extends LitElement {
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

  protected at(event: Event): HTMLInputElement {
    return event.currentTarget as HTMLInputElement;
  }
}

/** The clerk's own day, for the first release. */
export function today(): string {
  const now = new Date();
  const two = (number: number) => String(number).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

export interface DroppedFile {
  readonly name: string;
  readonly bytes: Bytes;
}

/** Files that were chosen or dropped; a folder among them has no bytes and is left. */
export async function dropped(list: FileList | null | undefined): Promise<DroppedFile[]> {
  const read = await Promise.all(
    [...(list ?? [])].map(async (file) => {
      const buffer = await file.arrayBuffer().catch(() => undefined);
      return buffer ? [{ name: file.name, bytes: new Uint8Array(buffer) }] : [];
    }),
  );
  return read.flat();
}
