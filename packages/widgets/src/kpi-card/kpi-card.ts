// Shows one indicator's value with its year, its change, what is doubtful about it and where it comes from.

import type { IndicatorFileJson, Reader } from "@shihyo/core";
import { appendMarkup } from "../markup/to-dom.ts";
import { type Markup, tag } from "../markup/tree.ts";
import { skipFar } from "../shared/far.ts";
import { IndicatorElement } from "../shared/indicator-element.ts";
import { live } from "../shared/kpi-element.ts";
import { loadNeighbour } from "../shared/neighbour.ts";
import { readerOf } from "../shared/reader.ts";
import { type CardView, cardMarkup, detailsMarkup, yearOfCard } from "./card-markup.ts";
import { cardStyle } from "./kpi-card.css.ts";

/** On a page of more elements than this a card is one tab stop, not two. */
const few = 12;

/**
 * One indicator as a card. What stands between its tags is shown until the data have come, and where they
 * do not come.
 *
 * @tagname kpi-card
 * @attr {string} indicator - The indicator's ID, such as `K0002`.
 * @attr {string} year - The fiscal year to stay at, such as `2024`; without it the newest is shown.
 * @attr {string} heading - The level of the heading that the indicator's name is, such as `3`; 2 where it is not told.
 * @attr {string} src - The published folder, where it is not the one that the script came from.
 * @attr {string} state - Set by the element: `waiting`, `loaded`, `not-found`, `offline` or `malformed`.
 * @slot - The page's own text.
 * @slot more - What is added at the end of the details; what would hang out of the card is cut off.
 * @fires {CustomEvent} kpi-load - The data have come and are drawn.
 * @fires {CustomEvent} kpi-error - There are no data; `detail.reason` says why.
 * @csspart card - The whole card.
 * @csspart label - The indicator's name.
 * @csspart link - The link around the name.
 * @csspart value - The value and its unit.
 * @csspart year - The year.
 * @csspart mark - What is not certain.
 * @csspart newer - That a newer year exists.
 * @csspart course - The course over the years, as a small picture.
 * @csspart change - The change from the year before.
 * @csspart target - The target, where the city has set one.
 * @csspart note - What the report says about the value.
 * @csspart source - Where the value comes from.
 * @csspart unofficial - That the city has not adopted the data.
 * @csspart details - What opens: the values by year, notes, the whole source.
 * @csspart table - The table of values.
 * @cssproperty --kpi-font - The typeface.
 * @cssproperty --kpi-color - The colour of the text.
 * @cssproperty --kpi-quiet - The colour of what is said quietly.
 * @cssproperty --kpi-link - The colour of links.
 * @cssproperty --kpi-mark - The colour of marks.
 * @cssproperty --kpi-target - The colour of the line of the target.
 * @cssproperty --kpi-background - The colour behind the card.
 * @cssproperty --kpi-soft - The colour behind a table's heads.
 * @cssproperty --kpi-border - The colour of borders.
 * @cssproperty --kpi-radius - How round the corners are.
 */
export class KpiCard extends IndicatorElement {
  static override get properties(): readonly string[] {
    return [...IndicatorElement.properties, "heading"];
  }
  static override get styles(): string {
    return cardStyle;
  }

  /** The level of the heading that the name is, such as `3`; 2 where it is not told. */
  heading!: string;

  protected override markup(file: IndicatorFileJson, reader: Reader): Markup | undefined {
    const view = this.#viewOf(file, reader);
    return view && cardMarkup(view);
  }

  #viewOf(file: IndicatorFileJson, reader: Reader): CardView | undefined {
    const year = yearOfCard(file, this.year);
    return (
      year && {
        file,
        year,
        reader,
        href: this.pageFor(reader) + (this.year && `#FY${year.year}`),
        level: this.heading,
        newer: year.card[reader].newer ?? this.#newerThanPasted(file, reader),
        more: tag("slot", { name: "more" }),
        isBrief: true,
        isOneStop: live.size > few,
      }
    );
  }

  protected override makeRoot(): ShadowRoot {
    const wasDrawn = Boolean(this.shadowRoot);
    const root = super.makeRoot();
    // What was drawn beforehand has its place already, which must not change.
    if (!wasDrawn) skipFar(this);
    root.addEventListener("keydown", (event) => this.#step(event as KeyboardEvent));
    // `toggle` does not bubble, so it is caught on its way down.
    root.addEventListener("toggle", () => this.opened(), true);
    return root;
  }

  /** Between a card's name and what opens the arrows lead, whether or not both are tab stops. */
  #step({ key, target }: KeyboardEvent): void {
    const { localName } = target as Element;
    if (/^Arrow[LR]/.test(key) && /^(a|summary)$/.test(localName))
      this.focusOn(localName === "a" ? "summary" : "a");
  }

  /** What opens is made when somebody opens it, or prints: most cards of a page stay closed. */
  override beforePrint(): void {
    const details = this.root.querySelector("details");
    const view = this.file && this.#viewOf(this.file, readerOf(this));
    if (view && details?.childElementCount === 1) appendMarkup(details, detailsMarkup(view));
  }

  /** What the indicator's projects did is asked for when somebody opens the details, not before. */
  protected override opened(): void {
    const details = this.root.querySelector("details");
    if (!details?.open) return;
    this.beforePrint();
    if (details.querySelector("kpi-activities")) return;
    const { year, src, file } = this;
    for (const { id, activities } of file?.projects ?? []) {
      if (!activities) continue;
      loadNeighbour("kpi-activities");
      appendMarkup(details, tag("kpi-activities", { project: id, year: year || false, src: src || false }));
    }
  }

  /** Where the page's own text has an older year's number, the reader is told which year is the newest. */
  #newerThanPasted(file: IndicatorFileJson, reader: Reader): string | undefined {
    const root = this.getRootNode();
    const own =
      (this.hasAttribute("from-link") && root instanceof ShadowRoot ? root.host : this).textContent ?? "";
    // Pages bring their own `find` and its like.
    const pasted = file.indicator.years.filter(({ card }) =>
      Object.values(card).some(({ shortYear }) => own.includes(shortYear)),
    );
    return pasted.at(-1)?.card[reader].newer;
  }
}
