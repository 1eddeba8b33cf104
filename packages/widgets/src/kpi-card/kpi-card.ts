// Shows one indicator's latest value with its year, its change, its note and where it comes from.

import type { IndicatorFileJson, IndicatorYearJson } from "@shihyo/core";
import { html, LitElement, nothing, type PropertyValues } from "lit";
import { property, state } from "lit/decorators.js";
import { base } from "../shared/base.ts";
import { indicatorData } from "../shared/indicator-data.ts";
import { kpiCardStyle } from "./kpi-card.css.ts";

const arrows = { up: "↑", down: "↓", same: "→" } as const;

/**
 * One indicator as a card.
 *
 * @tagname kpi-card
 * @slot - The page's own text, shown until the indicator has come, and where it does not come.
 * @cssproperty --kpi-font - The typeface.
 * @cssproperty --kpi-color - The colour of the text.
 * @cssproperty --kpi-background - The colour behind it.
 * @cssproperty --kpi-border - The colour of the border.
 * @csspart card - The whole card.
 * @csspart value - The value and its unit.
 */
export class KpiCard extends LitElement {
  static override styles = kpiCardStyle;

  /** The indicator's ID, such as `K0001`. */
  @property() indicator = "";

  /** The published folder, where it is not the one that the script came from. */
  @property() src = "";

  @state() private file: IndicatorFileJson | undefined;

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has("indicator") || changed.has("src")) void this.load();
  }

  private async load(): Promise<void> {
    const { indicator, src } = this;
    const file = indicator ? await indicatorData(src || base, indicator) : undefined;
    // Another indicator may have been asked for meanwhile.
    if (indicator === this.indicator && src === this.src) this.file = file;
  }

  protected override render(): unknown {
    const { file } = this;
    const year = file?.indicator.years.at(-1);
    return file && year ? this.card(file, year) : html`<slot></slot>`;
  }

  private card(file: IndicatorFileJson, year: IndicatorYearJson): unknown {
    const { indicator, municipality, sources } = file;
    const card = year.card.ja;
    const [observation] = year.observations;
    const source = sources.find(({ id }) => id === observation?.source);
    const page = observation?.page === undefined ? "" : ` ${observation.page}頁`;
    const notes = [...new Set([indicator.note, ...year.observations.map(({ note }) => note)])].filter(
      Boolean,
    );
    const isDoubtful = [indicator, ...year.observations].some(({ reading }) => reading === "doubtful");
    const href = `${this.src || base}indicators/${indicator.id}/index.html`;
    return html`<article part="card">
      <p class="label"><a href=${href}>${indicator.label.ja}</a></p>
      <p class="value" part="value"><span class=${card.unit ? "number" : "words"}>${card.value}</span>${card.unit ? html`<span class="unit">${card.unit}</span>` : nothing}</p>
      <p class="quiet">${card.year}</p>
      ${card.change ? html`<p>${year.movement ? html`<span aria-hidden="true">${arrows[year.movement]} </span>` : nothing}${card.change}${card.assessment ? `（${card.assessment}）` : nothing}</p>` : nothing}
      ${isDoubtful ? html`<p class="quiet">要確認：原典の読み取りに疑いがあります</p>` : nothing}
      ${notes.map((note) => html`<p class="quiet">${note}</p>`)}
      <p class="quiet">${source ? `出典：${source.title.ja}（${source.body.ja}）${page}` : nothing}${municipality.official ? nothing : html` <span class="unofficial">非公式</span>`}</p>
    </article>`;
  }
}
