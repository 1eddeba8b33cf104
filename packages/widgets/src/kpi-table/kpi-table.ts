// Shows one indicator's values as a table: every year, every part, with its change and its notes.

import type { IndicatorFileJson, Reader } from "@shihyo/core";
import type { Markup } from "../markup/tree.ts";
import { IndicatorElement } from "../shared/runtime.ts";
import { valuesStyle } from "./kpi-table.css.ts";
import { tableMarkup } from "./table-markup.ts";

/**
 * One indicator's values as a table.
 *
 * @tagname kpi-table
 * @attr {string} indicator - The indicator's ID, such as `K0002`.
 * @attr {string} src - The published folder, where it is not the one that the script came from.
 * @attr {string} state - Set by the element: `waiting`, `loaded`, `not-found`, `offline` or `malformed`.
 * @slot - The page's own text, shown until the data have come.
 * @fires {CustomEvent} kpi-load - The data have come and are drawn.
 * @fires {CustomEvent} kpi-error - There are no data; `detail.reason` says why.
 * @csspart table - The table.
 * @csspart label - The indicator's name.
 * @csspart link - The link around the name.
 * @csspart mark - What is doubtful about the name.
 * @csspart value - A value.
 * @csspart source - Where the values come from.
 * @csspart unofficial - That the city has not adopted the data.
 */
export class KpiTable extends IndicatorElement {
  static override get styles(): string {
    return valuesStyle;
  }

  protected override markup(file: IndicatorFileJson, reader: Reader): Markup {
    return tableMarkup(file, reader, this.pageFor(reader));
  }
}
