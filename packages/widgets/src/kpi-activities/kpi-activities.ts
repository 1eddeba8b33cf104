// Shows what one project did in a year: its figures and actions, as a list with the numbers aligned.

import type { GroupFileJson, ProjectFileJson, Reader } from "@shihyo/core";
import type { Markup } from "../markup/tree.ts";
import { folderOf } from "../shared/folder.ts";
import { KpiElement } from "../shared/runtime.ts";
import { activitiesMarkup } from "./activities-markup.ts";
import { activitiesStyle } from "./kpi-activities.css.ts";

/**
 * What one project did (活動実績), as a table.
 *
 * @tagname kpi-activities
 * @attr {string} project - The project's ID, such as `J0010`.
 * @attr {string} year - The fiscal year to stay at, such as `2024`; without it the newest is shown.
 * @attr {string} src - The published folder, where it is not the one that the script came from.
 * @attr {string} state - Set by the element: `waiting`, `loaded`, `not-found`, `offline` or `malformed`.
 * @slot - The page's own text, shown until the data have come.
 * @fires {CustomEvent} kpi-load - The data have come and are drawn.
 * @fires {CustomEvent} kpi-error - There are no data; `detail.reason` says why.
 * @csspart table - The table.
 * @csspart label - Its caption.
 * @csspart link - The link to the project's page.
 * @csspart value - A number.
 * @csspart mark - What is not certain.
 * @csspart note - What is said beside a number.
 * @csspart source - Where it is printed.
 * @csspart unofficial - That the city has not adopted the data.
 */
export class KpiActivities extends KpiElement<ProjectFileJson | GroupFileJson> {
  static override get properties(): readonly string[] {
    return [...KpiElement.properties, "project", "year"];
  }
  static override get styles(): string {
    return activitiesStyle;
  }

  /** The project's ID, such as `J0010`. */
  project!: string;

  /** The fiscal year to stay at; without it the newest is shown. */
  year!: string;

  protected folder(): string {
    return this.project && folderOf("project", this.project);
  }

  protected override markup(file: ProjectFileJson | GroupFileJson, reader: Reader): Markup | undefined {
    return activitiesMarkup(file, reader, this.pageFor(reader), this.year);
  }
}
