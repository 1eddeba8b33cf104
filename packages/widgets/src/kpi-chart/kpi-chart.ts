// Shows one indicator over the years as a line, with its gaps, its breaks and its target, and the table behind it.

import type { IndicatorFileJson, Reader } from "@shihyo/core";
import type { Markup } from "../markup/tree.ts";
import { formatNumber, shortYear } from "../shared/numbers.ts";
import { IndicatorElement } from "../shared/runtime.ts";
import { chartMarkup } from "./chart-markup.ts";
import { chartStyle } from "./kpi-chart.css.ts";

/**
 * One indicator's years as a chart, with the table that it is drawn from.
 *
 * @tagname kpi-chart
 * @attr {string} indicator - The indicator's ID, such as `K0002`.
 * @attr {string} src - The published folder, where it is not the one that the script came from.
 * @attr {string} state - Set by the element: `waiting`, `loaded`, `not-found`, `offline` or `malformed`.
 * @slot - The page's own text, shown until the data have come.
 * @fires {CustomEvent} kpi-load - The data have come and are drawn.
 * @fires {CustomEvent} kpi-error - There are no data; `detail.reason` says why.
 * @csspart chart - The whole.
 * @csspart label - The indicator's name.
 * @csspart mark - What is doubtful about the name.
 * @csspart link - The link around the name.
 * @csspart picture - The drawing.
 * @csspart sentence - The newest value in a sentence.
 * @csspart remark - Why there is no drawing; that the scale is cut, that years are missing, that years do not compare.
 * @csspart details - The table, closed.
 * @csspart table - The table.
 * @csspart source - Where the values come from.
 * @csspart unofficial - That the city has not adopted the data.
 * @cssproperty --kpi-line - The colour of the line.
 * @cssproperty --kpi-target - The colour of the target.
 * @cssproperty --kpi-grid - The colour of the lines behind.
 */
export class KpiChart extends IndicatorElement {
  static override get styles(): string {
    return chartStyle;
  }

  #width = 0;
  #observer: ResizeObserver | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#observer = new ResizeObserver(([entry]) => {
      const width = Math.floor(entry?.contentRect.width ?? 0);
      if (width === this.#width || width === 0) return;
      this.#width = width;
      this.redraw();
    });
    this.#observer.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#observer?.disconnect();
  }

  protected override markup(file: IndicatorFileJson, reader: Reader): Markup {
    const article = this.root.querySelector("article, .hold");
    const letter = article ? Number.parseFloat(getComputedStyle(article).fontSize) * 0.875 : 14;
    const width = this.#width || Math.floor(this.clientWidth) || 480;
    const href = this.pageFor(reader);
    return chartMarkup({
      file,
      reader,
      href,
      width,
      letter,
      formatNumber: formatNumber(reader),
      shortYear: shortYear(reader),
    });
  }
}
