// Shows one indicator's value inside running text, in the text's own look.

import { bracketed, type IndicatorFileJson, listMarks, marks, type Reader } from "@shihyo/core";
import { yearOfCard } from "../kpi-card/card-markup.ts";
import type { Markup } from "../markup/tree.ts";
import { IndicatorElement, tag } from "../shared/runtime.ts";
import { withUnit } from "../shared/words.ts";

/**
 * One indicator's value as text. What stands between its tags is shown until the data have come, and where
 * they do not come.
 *
 * @tagname kpi-value
 * @attr {string} indicator - The indicator's ID, such as `K0002`.
 * @attr {string} year - The fiscal year to stay at; without it the newest is shown.
 * @attr {string} show - `value` (with its unit and year, the default), `number` (with its unit), `year`, `change`, `assessment` or `sentence`.
 * @attr {string} src - The published folder, where it is not the one that the script came from.
 * @attr {string} state - Set by the element: `waiting`, `loaded`, `not-found`, `offline` or `malformed`.
 * @slot - The page's own text.
 * @fires {CustomEvent} kpi-load - The data have come and are drawn.
 * @fires {CustomEvent} kpi-error - There are no data; `detail.reason` says why.
 * @csspart value - The text.
 */
export class KpiValue extends IndicatorElement {
  static override get properties(): readonly string[] {
    return [...IndicatorElement.properties, "show"];
  }
  static override get styles(): string {
    return ":host([hidden]) { display: none } span { unicode-bidi: isolate } p { display: contents } a { color: inherit }";
  }

  /** What to show of the card: `value`, `number`, `year`, `change`, `assessment`, `sentence`. */
  show!: string;

  /** What a reader mode finds, which sees no shadow: nothing of the page's own is touched. */
  #own: Text | undefined;

  #leaveText(text: string): void {
    if (this.#own) this.#own.data = text;
    else if (!this.hasChildNodes()) {
      this.#own = document.createTextNode(text);
      this.append(this.#own);
    }
  }

  protected override markup(file: IndicatorFileJson, reader: Reader): Markup | undefined {
    const card = yearOfCard(file, this.year)?.card[reader];
    if (!card) return undefined;
    const { comma, tag: lang } = marks[reader];
    // What was published before there was a line of them has the marks alone.
    const own = card.doubt ?? card.marks?.join(comma);
    const doubtful = (text: string, ...doubts: readonly (string | undefined)[]) => {
      const doubt = doubts.filter(Boolean).join(listMarks[reader].semicolon);
      return text && doubt ? text + bracketed(doubt, reader) : text;
    };
    const { brief: value, year, sentence } = card;
    const number = doubtful(withUnit(card.value, card.unit), own);
    // A change rests on this year's value, and so does what is said of it.
    const change = doubtful(card.change, card.changeDoubt, own);
    const assessment = doubtful(card.assessment, card.changeDoubt, own);
    const shown = { value, number, year, change, assessment, sentence };
    const text = shown[this.show as keyof typeof shown] ?? value;
    this.#leaveText(text);
    return tag("span", { part: "value", lang }, text);
  }
}
