// Shows one common indicator with its cities side by side, as an atlas publishes them.

import { atlasFolder, type CommonIndicatorFileJson, type Reader } from "@shihyo/core";
import type { Markup } from "../markup/tree.ts";
import { KpiElement } from "../shared/runtime.ts";
import { compareMarkup } from "./compare-markup.ts";
import { compareStyle } from "./kpi-compare.css.ts";

/**
 * One common indicator with its cities side by side, in the order of their codes.
 *
 * @tagname kpi-compare
 * @attr {string} concept - The common indicator's ID, such as `C034`.
 * @attr {string} cities - The codes of the cities to show, parted by spaces; without it all are shown.
 * @attr {string} like - A city's code: only cities of its kind and size are shown.
 * @attr {string} src - The atlas's published folder, where it is not the one that the script came from.
 * @attr {string} state - Set by the element: `waiting`, `loaded`, `not-found`, `offline` or `malformed`.
 * @slot - The page's own text, shown until the data have come.
 * @fires {CustomEvent} kpi-load - The data have come and are drawn.
 * @fires {CustomEvent} kpi-error - There are no data; `detail.reason` says why.
 * @csspart compare - The whole.
 * @csspart label - The common indicator's name.
 * @csspart link - The link around the name.
 * @csspart sentence - The newest values in sentences.
 * @csspart pictures - The list of pictures, one a city.
 * @csspart remark - The order, the scale, and what dots, gaps and dashes mean.
 * @csspart details - The table, closed.
 * @csspart table - The table.
 * @csspart value - A number.
 * @csspart mark - What is not certain.
 * @csspart notes - What is said beside the numbers.
 * @csspart source - Where the values come from, and under which licence.
 * @csspart unofficial - That a city has not adopted the data.
 * @cssproperty --kpi-line - The colour of the lines.
 * @cssproperty --kpi-target - The colour of reference values.
 */
export class KpiCompare extends KpiElement<CommonIndicatorFileJson> {
  static override get properties(): readonly string[] {
    return [...KpiElement.properties, "concept", "cities", "like"];
  }
  static override get styles(): string {
    return compareStyle;
  }

  /** The common indicator's ID, such as `C034`. */
  concept!: string;
  /** The codes of the cities to show, parted by spaces; without it all are shown. */
  cities!: string;
  /** A city's code: only cities of its kind and size are shown. */
  like!: string;

  protected folder(): string {
    return /^[A-Za-z0-9]+$/.test(this.concept) ? `common-indicators/${this.concept}/` : "";
  }

  /** The atlas's folder, for a reader who has pages of their own there. */
  #root(reader: Reader): string {
    const tail = `${this.folder()}index.html`;
    return `${super.pageFor("ja").slice(0, -tail.length)}${atlasFolder(reader)}`;
  }

  protected override pageFor(reader: Reader): string {
    return `${this.#root(reader)}${this.folder()}index.html`;
  }

  protected override markup(file: CommonIndicatorFileJson, reader: Reader): Markup | undefined {
    const root = this.#root(reader);
    return compareMarkup({
      file,
      reader,
      href: this.pageFor(reader),
      cityHref: (code, indicator) => `${root}cities/${code}/index.html#${indicator}`,
      codes: this.cities.split(/[\s,]+/).filter(Boolean),
      like: this.like.trim(),
    });
  }
}
