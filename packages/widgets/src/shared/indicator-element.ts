// An element that shows one indicator, in its newest year or in the one that `year` names.

import type { IndicatorFileJson } from "@shihyo/core";
import { folderOf } from "./folder.ts";
import { KpiElement } from "./kpi-element.ts";

export abstract class IndicatorElement extends KpiElement<IndicatorFileJson> {
  static override get properties(): readonly string[] {
    return [...KpiElement.properties, "indicator", "year"];
  }

  /** The indicator's ID, such as `K0002`. */
  indicator!: string;

  /** The fiscal year to stay at, such as `2024`; without it the newest is shown. */
  year!: string;

  protected folder(): string {
    return this.indicator && folderOf("indicator", this.indicator);
  }
}
