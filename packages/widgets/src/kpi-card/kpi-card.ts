// Shows one indicator's value with its year, its change, what is doubtful about it and where it comes from.

import type { IndicatorFileJson, Reader } from "@shihyo/core";
import { appendMarkup } from "../markup/to-dom.ts";
import { type Markup, tag } from "../markup/tree.ts";
import { skipFar } from "../shared/far.ts";
import { IndicatorElement } from "../shared/indicator-element.ts";
import { loadNeighbour } from "../shared/neighbour.ts";
import type { PropertyDeclarations } from "../shared/reactive.ts";
import { readerOf } from "../shared/reader.ts";
import { type CardView, cardMarkup, detailsMarkup, shownYear } from "./card-markup.ts";
import { cardStyle } from "./kpi-card.css.ts";

/**
 * One indicator as a card. What stands between its tags is shown until the data have come, and where they
 * do not come.
 *
 * @tagname kpi-card
 * @attr {string} indicator - The indicator's ID, such as `K0002`.
 * @attr {string} year - The fiscal year to stay at, such as `2024`; without it the newest is shown.
 * @attr {string} heading - The level of the heading that the indicator's name is, such as `2`; 3 where it is not told.
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
  static override properties: PropertyDeclarations = { heading: {} };
  static override styles = cardStyle;

  /** The level of the heading that the name is, such as `2`; 3 where it is not told. */
  heading = "";

  protected override markup(file: IndicatorFileJson, reader: Reader): Markup | undefined {
    const view = this.#viewOf(file, reader);
    return view && cardMarkup(view);
  }

  #viewOf(file: IndicatorFileJson, reader: Reader): CardView | undefined {
    const year = shownYear(file, this.year);
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
      }
    );
  }

  protected override createRenderRoot(): ShadowRoot {
    const wasDrawn = Boolean(this.shadowRoot);
    const root = super.createRenderRoot();
    // What was drawn beforehand has its place already, which must not change.
    if (!wasDrawn) skipFar(this);
    // `toggle` does not bubble, so it is caught on its way down.
    root.addEventListener("toggle", ({ target }) => this.#open(target as HTMLDetailsElement), true);
    return root;
  }

  /** What opens is made when somebody opens it, or prints: most cards of a page stay closed. */
  #open(details: HTMLDetailsElement | null): void {
    if (!details?.open) return;
    this.#fill(details);
    this.#showActivities(details);
  }

  #fill(details: HTMLDetailsElement | null | undefined): void {
    const view = this.file && this.#viewOf(this.file, readerOf(this));
    if (view && details?.childElementCount === 1) appendMarkup(details, detailsMarkup(view));
  }

  protected override opened(details: HTMLDetailsElement): void {
    super.opened(details);
    this.#open(details);
  }

  /** Closed details print open, so they have to be there by then. */
  readonly #beforePrint = () => this.#fill(this.renderRoot.querySelector("details"));

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener("beforeprint", this.#beforePrint);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener("beforeprint", this.#beforePrint);
  }

  /** What the indicator's projects did is asked for when somebody opens the details, not before. */
  #showActivities(details: HTMLDetailsElement): void {
    if (details.querySelector("kpi-activities")) return;
    const projects = this.file?.projects.filter(({ activities }) => activities > 0) ?? [];
    if (projects.length > 0) loadNeighbour("kpi-activities");
    for (const { id } of projects) {
      const list = document.createElement("kpi-activities");
      list.setAttribute("project", id);
      if (this.year) list.setAttribute("year", this.year);
      if (this.src) list.setAttribute("src", this.src);
      details.append(list);
    }
  }

  /** Where the page's own text has an older year's number, the reader is told which year is the newest. */
  #newerThanPasted(file: IndicatorFileJson, reader: Reader): string | undefined {
    const root = this.getRootNode();
    const own =
      (this.hasAttribute("from-link") && root instanceof ShadowRoot ? root.host : this).textContent ?? "";
    const names = ({ card }: (typeof file.indicator.years)[number]) => [card.ja.shortYear, card.en.shortYear];
    const pasted = file.indicator.years.filter((year) => names(year).some((name) => own.includes(name)));
    return pasted.at(-1)?.card[reader].newer;
  }
}
